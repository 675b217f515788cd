from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.retention import Retention
from headshot_desktop.app.studio import Photo, Studio
from headshot_desktop.core.errors import PhotoRefused, Unprotected, UsageError, VaultLocked, VaultUnreadable
from headshot_desktop.core.request import BackdropKind
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Inspection as EngineInspection
from headshot_desktop.engine.wire import Content
from headshot_desktop.isolation import SOCKETS_OPEN
from headshot_desktop.records.files import vault_roots
from tests.scripts import findings, script


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(script())


@pytest.fixture
def studio(engine: FakeEngine) -> Iterator[Studio]:
    with build_studio(engine) as made:
        yield made


def _photos(studio: Studio, *names: str) -> list[Photo]:
    return [studio.add_content(name.encode(), name) for name in names]


def test_the_first_of_equals_is_chosen(studio: Studio) -> None:
    assert studio.choose(_photos(studio, "b", "a")).best.photo.name == "b"


def test_one_photo_needs_no_comparison(studio: Studio) -> None:
    assert studio.choose(_photos(studio, "a")).reason == "It is the only photo."


def test_a_single_usable_photo_is_explained(studio: Studio) -> None:
    choice = studio.choose([studio.add_content(b"", "bad"), *_photos(studio, "good")])
    assert choice.reason == "good is the only one of 2 photos that can become a headshot."
    assert choice.considered[0].quality < 0


def test_a_single_refused_photo_keeps_its_own_reason(studio: Studio) -> None:
    with pytest.raises(PhotoRefused) as refusal:
        studio.choose([studio.add_content(b"", "bad")])
    assert refusal.value.code == "empty"
    with pytest.raises(UsageError):
        studio.choose([])


def test_the_advantage_is_told(studio: Studio, engine: FakeEngine) -> None:
    engine.script.findings = {b"a": findings(30), b"b": findings(90)}
    assert studio.choose(_photos(studio, "a", "b")).reason == "b scores 90 of 100, a 30: it is sharper."


def test_beaten_photos_are_erased_at_once(studio: Studio, engine: FakeEngine) -> None:
    engine.script.findings = {b"a": findings(30), b"b": findings(90), b"c": findings(50)}
    best = studio.choose(_photos(studio, "a", "b", "c")).best
    assert [item.handle for item in studio.items() if item.kind == "photo"] == [best.photo.handle]
    assert len(studio.items()) == 2, "the photo and its small copy"


def test_a_photo_is_zeroed_in_memory_when_the_engine_has_seen_it() -> None:
    class Keeping(FakeEngine):
        seen: Content = b""

        def inspect(self, photo: Content) -> EngineInspection:
            self.seen = photo
            return super().inspect(photo)

    engine = Keeping(script())
    with build_studio(engine) as studio:
        studio.inspect(*_photos(studio, "secret"))
    assert bytes(engine.seen) == bytes(6)


def test_a_cutout_changes_nothing_but_the_background(studio: Studio) -> None:
    request = studio.request(studio.catalogue.looks[0], studio.catalogue.destination("cutout"))
    assert request.look.backdrop.kind is BackdropKind.NONE
    assert not request.corrections.level
    assert not request.corrections.perspective


def test_where_a_plain_backdrop_is_expected_the_automatic_look_takes_paper(studio: Studio) -> None:
    auto, natural = studio.catalogue.look("auto"), studio.catalogue.look("natural")
    destination = studio.catalogue.destination
    assert studio.request(auto, destination("resume-jp")).look.backdrop.kind is BackdropKind.SEAMLESS
    assert studio.request(auto, destination("linkedin")).look == auto
    assert studio.request(natural, destination("resume-jp")).look == natural


def test_export_writes_what_the_engine_finished(studio: Studio, tmp_path: Path) -> None:
    destination = studio.catalogue.destination("linkedin")
    (photo,) = _photos(studio, "a")
    candidate = studio.render(photo, studio.request(studio.catalogue.looks[0], destination))
    written = studio.export(candidate, destination, tmp_path / "a.jpg", overwrite=False)
    assert (tmp_path / "a.jpg").stat().st_size == written


def test_pictures_lie_in_the_vault_until_they_are_discarded(studio: Studio) -> None:
    (photo,) = _photos(studio, "a")
    seen = studio.inspect(photo)
    candidate = studio.render(
        photo, studio.request(studio.catalogue.looks[0], studio.catalogue.destination("linkedin"))
    )
    assert {item.handle: item.kind for item in studio.items()} == {
        photo.handle: "photo",
        seen.thumbnail: "thumbnail",
        candidate.handle: "candidate",
    }
    assert studio.picture(photo.handle) == b"a"
    studio.discard(photo.handle)
    assert len(studio.items()) == 2
    with pytest.raises(VaultUnreadable):
        studio.picture(photo.handle)


def test_closing_the_studio_closes_the_engine_and_leaves_no_vault(engine: FakeEngine) -> None:
    with build_studio(engine) as studio:
        _photos(studio, "a")
        assert _vault_folders()
    assert engine.closed
    assert not _vault_folders()


def test_processes_end_before_the_vault_does() -> None:
    class Watching(FakeEngine):
        def close(self) -> None:
            assert _vault_folders(), "the vault is wiped when nothing can have its pictures any more"
            super().close()

    engine = Watching(script())
    with build_studio(engine) as studio:
        _photos(studio, "a")
    assert engine.closed


def _vault_folders() -> list[Path]:
    return [path for root in vault_roots() for path in root.glob("vault-*")]


def test_without_protection_no_photo_is_touched(engine: FakeEngine, tmp_path: Path) -> None:
    missing = build_studio(engine, unprotected=[SOCKETS_OPEN])
    with missing as studio:
        with pytest.raises(Unprotected, match="No photo was read"):
            studio.add(tmp_path / "is-not-even-looked-for.jpg")
        assert studio.items() == ()
    with build_studio(FakeEngine(script()), unprotected=[SOCKETS_OPEN], accept_unprotected=True) as studio:
        assert _photos(studio, "a")
        assert studio.unprotected() == (SOCKETS_OPEN,)


def test_a_wipe_forgets_everything_and_work_goes_on(studio: Studio, engine: FakeEngine) -> None:
    (photo,) = _photos(studio, "a")
    studio.wipe()
    assert engine.rests == 1, "the processes that have seen the photo are gone"
    assert studio.items() == ()
    with pytest.raises(VaultUnreadable):
        studio.inspect(photo)
    studio.inspect(*_photos(studio, "b"))


def test_what_nobody_uses_is_wiped(engine: FakeEngine) -> None:
    now = 0.0
    with build_studio(engine, retention=Retention(15, clock=lambda: now)) as studio:
        _photos(studio, "a")
        now = 14 * 60.0
        assert not studio.wipe_if_idle()
        assert studio.retention.remaining == 60
        _photos(studio, "b")
        now = 28 * 60.0
        assert not studio.wipe_if_idle(), "every use starts the clock again"
        now = 29 * 60.0
        assert studio.wipe_if_idle()
        assert studio.items() == ()
        now = 60 * 60.0
        assert not studio.wipe_if_idle(), "an empty vault needs no wipe"


def test_a_locked_studio_opens_nothing_until_it_is_unlocked(studio: Studio, engine: FakeEngine) -> None:
    (photo,) = _photos(studio, "a")
    studio.lock()
    assert engine.rests == 1
    with pytest.raises(VaultLocked):
        studio.inspect(photo)
    studio.unlock()
    assert studio.inspect(photo).findings.quality > 0
