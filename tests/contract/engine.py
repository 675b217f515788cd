"""What every `Engine` must do, fake and real alike."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.errors import Cancelled, PhotoRefused
from headshot_desktop.core.marks import marks_of
from headshot_desktop.core.request import BackdropKind, ExportSpec, Format, Framing, HeadshotRequest
from headshot_desktop.engine import small_picture
from headshot_desktop.engine.protocol import Engine, Material, Progress
from headshot_desktop.isolation.audit import KINDS


class EngineContract:
    """Inherit, and give the fixtures `engine` and `photo`; for a model pack also `request_for` and `material`."""

    material: Material | None = None

    @pytest.fixture
    def engine(self) -> Engine:
        raise AssertionError("a subclass gives the engine")

    @pytest.fixture
    def photo(self) -> bytes:
        raise AssertionError("a subclass gives a photo that the engine accepts")

    def request_for(self, width: int = 256, height: int = 256, seed: int = 0) -> HeadshotRequest:
        return HeadshotRequest(Catalogue.read().looks[0], Framing(width, height), seed=seed)

    def test_an_inspection_has_size_findings_and_a_thumbnail(self, engine: Engine, photo: bytes) -> None:
        seen = engine.inspect(photo)
        assert seen.width > 0
        assert seen.height > 0
        assert 0 <= seen.findings.quality <= 100
        assert bytes(seen.thumbnail[:4]) in {b"\xff\xd8\xff\xe0", b"\x89PNG"}

    def test_same_request_same_bytes(self, engine: Engine, photo: bytes) -> None:
        first = engine.render(self.request_for(), photo, material=self.material)
        second = engine.render(self.request_for(), photo, material=self.material)
        assert first.picture == second.picture
        assert first.fidelity == second.fidelity
        assert first.picture.startswith(b"\x89PNG")

    def test_the_order_of_requests_does_not_show(self, engine: Engine, photo: bytes) -> None:
        alone = engine.render(self.request_for(200, 250), photo, material=self.material).picture
        other = replace(self.request_for(1600, 1600), look=Catalogue.read().look("mono"))
        assert engine.render(other, photo, material=self.material).picture != alone
        assert engine.render(self.request_for(200, 250), photo, material=self.material).picture == alone

    def test_after_a_rest_everything_is_forgotten_and_works(self, engine: Engine, photo: bytes) -> None:
        before = engine.render(self.request_for(), photo, material=self.material).picture
        engine.rest()
        engine.rest()
        assert engine.render(self.request_for(), bytearray(photo), material=self.material).picture == before

    def test_progress_rises(self, engine: Engine, photo: bytes) -> None:
        seen: list[Progress] = []
        engine.render(self.request_for(), photo, seen.append, material=self.material)
        shares = [progress.done / progress.of for progress in seen]
        assert len(seen) >= 3
        assert shares == sorted(shares)
        assert shares[-1] < 1.0 + 1e-9

    def test_a_live_rendering_shows_itself_small_and_is_the_same(self, engine: Engine, photo: bytes) -> None:
        seen: list[Progress] = []
        made = engine.render(self.request_for(400, 500), photo, seen.append, live=True, material=self.material)
        shown = [progress.picture for progress in seen if progress.picture is not None]
        assert shown
        for picture in shown:
            assert small_picture.checked(picture)
            assert max(small_picture.dimensions(picture)) <= small_picture.LONGEST
        quiet: list[Progress] = []
        assert (
            engine.render(self.request_for(400, 500), photo, quiet.append, material=self.material).picture
            == made.picture
        )
        assert not [progress for progress in quiet if progress.picture is not None], "only who asks is shown"

    def test_a_preview_is_small_and_has_the_frames_shape(self, engine: Engine, photo: bytes) -> None:
        made = engine.preview(self.request_for(800, 1000), photo, 240)
        assert small_picture.dimensions(made.picture) == (192, 240)
        assert engine.preview(self.request_for(800, 1000), photo, 240) == made
        natural = replace(self.request_for(), look=Catalogue.read().look("natural"))
        assert engine.preview(natural, photo, 64).backdrop is BackdropKind.NATURAL

    def test_cancel_ends_the_job_and_leaves_the_engine_usable(self, engine: Engine, photo: bytes) -> None:
        def stop(progress: Progress) -> None:
            if progress.done:
                threading.Thread(target=engine.cancel).start()
                stopped.set()

        stopped = threading.Event()
        request = self.request_for(2400, 3000)
        with pytest.raises(Cancelled):
            engine.render(request, photo, stop, material=self.material)
        assert stopped.is_set()
        assert engine.render(self.request_for(), photo, material=self.material).picture

    def test_cancel_without_a_job_does_nothing(self, engine: Engine, photo: bytes) -> None:
        engine.cancel()
        assert engine.inspect(photo).width > 0

    def test_a_refused_photo_leaves_the_engine_usable(self, engine: Engine, photo: bytes) -> None:
        with pytest.raises(PhotoRefused) as refusal:
            engine.inspect(b"")
        assert refusal.value.code == "empty"
        assert engine.inspect(photo).width > 0

    def test_finish_gives_a_file(self, engine: Engine, photo: bytes) -> None:
        picture = engine.render(self.request_for(), photo, material=self.material).picture
        assert engine.finish(picture, ExportSpec(Format.PNG, 256, 256)).startswith(b"\x89PNG")

    def test_what_is_no_picture_carries_nothing(self, engine: Engine) -> None:
        for content in (b"", b"no picture", bytearray(b"GIF89a")):
            assert not engine.check(content).anything

    def test_finish_takes_marks(self, engine: Engine, photo: bytes) -> None:
        request = self.request_for()
        picture = engine.render(request, photo, material=self.material).picture
        marked = engine.finish(picture, ExportSpec(Format.PNG, 256, 256), marks_of(request))
        assert marked.startswith(b"\x89PNG")

    def test_a_listener_that_fails_does_not_mix_up_answers(self, engine: Engine, photo: bytes) -> None:
        def fail(progress: Progress) -> None:
            raise RuntimeError(progress.stage)

        with pytest.raises(RuntimeError):
            engine.render(self.request_for(), photo, fail, material=self.material)
        assert bytes(engine.inspect(photo).thumbnail[:4]) in {b"\xff\xd8\xff\xe0", b"\x89PNG"}

    def test_it_says_what_protects_nobody(self, engine: Engine) -> None:
        assert all(sentence.endswith(".") for sentence in engine.unprotected())

    def test_nothing_was_attempted(self, engine: Engine, photo: bytes) -> None:
        engine.inspect(photo)
        assert engine.attempts() == dict.fromkeys(KINDS, 0)

    def test_measure_gives_seconds(self, engine: Engine) -> None:
        assert 0 < engine.measure().seconds < 60

    def test_the_original_is_a_picture_of_the_size_that_is_wanted(self, engine: Engine, photo: bytes) -> None:
        shown = bytes(engine.original(photo, (0.5, 0.0, -3.0, 0.0, 0.5, -2.0), 120, 80))
        assert shown.startswith(b"\x89PNG")
        assert (int.from_bytes(shown[16:20], "big"), int.from_bytes(shown[20:24], "big")) == (120, 80)

    def test_an_anonymised_picture_has_one_size_and_is_always_the_same(self, engine: Engine, photo: bytes) -> None:
        made = engine.anonymise(photo)
        picture = bytes(made.picture)
        assert made.people == 1
        assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (1024, 1024)
        engine.rest()
        assert bytes(engine.anonymise(photo).picture) == picture
