"""Without the answer no face is measured; P18: taken back at each step, what depends on it is gone in two seconds."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.app.studio import Candidate, Photo, Studio
from headshot_desktop.app.watch import TICK_SECONDS
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import ConsentMissing, HeadshotError, VaultError
from headshot_desktop.core.events import EventKind
from headshot_desktop.core.headshot import Findings
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Progress
from headshot_desktop.records.ledger import Ledger
from headshot_desktop.records.statistics import Statistics
from tests.scripts import script

MOST_SECONDS = 2.0
PHOTO = b"a photo"


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(script())


@pytest.fixture
def studio(engine: FakeEngine, record: Record) -> Iterator[Studio]:
    with build_studio(engine, record=record) as made:
        yield made


def _made(studio: Studio) -> tuple[Photo, Candidate]:
    photo = studio.add_content(bytearray(PHOTO), "a")
    studio.inspect(photo)
    return photo, studio.render(photo, studio.request(studio.catalogue.looks[0], _place(studio)))


def _place(studio: Studio) -> Destination:
    return studio.catalogue.destinations[0]


class Blind(FakeEngine):
    """Fails the test that lets it see anything."""

    def _begin(self, job: str) -> None:
        raise AssertionError(f"the engine was asked to {job}")


def test_nothing_is_read_inspected_made_or_written_without_the_answer(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "me.jpg"
    path.write_bytes(PHOTO)
    with build_studio(FakeEngine(script()), record=record) as other:
        photo, candidate = _made(other)
    other_record = Record(Ledger(tmp_path / "nobody.json"))
    content = bytearray(PHOTO)
    with build_studio(Blind(script()), record=other_record) as studio:
        request = studio.request(studio.catalogue.looks[0], _place(studio))
        deeds: list[Callable[[], object]] = [
            lambda: studio.add(path),
            lambda: studio.add(tmp_path / "not there"),
            lambda: studio.add_content(content, "a"),
            lambda: studio.inspect(photo),
            lambda: studio.choose([photo]),
            lambda: studio.preview(photo, request, 100),
            lambda: studio.render(photo, request),
            lambda: studio.original(photo, (0.0,) * 6, 10, 10),
            lambda: studio.export(candidate, _place(studio), tmp_path / "out.jpg", overwrite=False),
        ]
        for deed in deeds:
            with pytest.raises(ConsentMissing) as refused:
                deed()
            assert refused.value.code == "consent-missing"
        assert studio.items() == ()
    assert not (tmp_path / "out.jpg").exists()


def test_an_answer_to_another_question_is_none(tmp_path: Path) -> None:
    record = Record(Ledger(tmp_path / "l.json"))
    with build_studio(FakeEngine(script()), record=record) as studio:
        studio.give(Purpose.STATISTICS, "en")
        with pytest.raises(ConsentMissing):
            studio.add_content(b"x", "x")
        studio.give(Purpose.ANALYSIS, "en")
        studio.add_content(b"x", "x")


# ---------------------------------------------------------------------- P18


def _revoked(studio: Studio, handles: list[str]) -> None:
    """Take the answer back, and see that all of it is gone in time."""
    folder = studio._vault.folder
    assert folder is not None
    began = time.monotonic()
    studio.revoke(Purpose.ANALYSIS)
    seconds = time.monotonic() - began
    assert seconds < MOST_SECONDS, f"{seconds:.1f} s"
    assert not folder.exists()
    assert studio.items() == ()
    for handle in handles:
        with pytest.raises(VaultError):
            studio.picture(handle)
    with pytest.raises(ConsentMissing):
        studio.add_content(PHOTO, "again")


def _ending(studio: Studio) -> list[EventKind]:
    """The last two events on record."""
    return [event.kind for event in studio.record.events()][-2:]


def test_taken_back_after_adding(studio: Studio) -> None:
    _revoked(studio, [studio.add_content(PHOTO, "a").handle])
    assert _ending(studio) == [EventKind.CONSENT_REVOKED, EventKind.WIPED]
    assert studio.record.events()[-1].facts == {"reason": "revoked", "pictures": 1}


def test_taken_back_after_rendering(studio: Studio) -> None:
    photo, candidate = _made(studio)
    _revoked(studio, [photo.handle, candidate.handle])
    assert _ending(studio) == [EventKind.CONSENT_REVOKED, EventKind.WIPED]
    assert studio.record.events()[-1].facts == {"reason": "revoked", "pictures": 3}


def test_taken_back_while_locked(studio: Studio) -> None:
    photo, _ = _made(studio)
    studio.lock()
    _revoked(studio, [photo.handle])
    assert _ending(studio) == [EventKind.CONSENT_REVOKED, EventKind.WIPED]
    assert studio.record.events()[-1].facts == {"reason": "revoked", "pictures": 3}


@pytest.mark.parametrize("deed", ["revoke", "delete"])
def test_another_program_ends_the_answer_for_this_run_and_no_file_is_written(
    engine: FakeEngine, tmp_path: Path, deed: str
) -> None:
    record = Record(Ledger(tmp_path / "ledger.json"), here=(Purpose.ANALYSIS,))
    with build_studio(engine, record=record) as studio:
        _, candidate = _made(studio)
        studio.export(candidate, _place(studio), tmp_path / "a.png", overwrite=False)
        assert (tmp_path / "a.png").exists(), "control"
        other = Record(Ledger(tmp_path / "ledger.json"))
        if deed == "revoke":
            other.revoke(Purpose.ANALYSIS)
        else:
            other.delete()
        with pytest.raises(ConsentMissing):
            studio.export(candidate, _place(studio), tmp_path / "b.png", overwrite=False)
        assert not (tmp_path / "b.png").exists()


def test_taken_back_where_the_ledger_cannot_be_written_all_is_gone_too(engine: FakeEngine, tmp_path: Path) -> None:
    record = Record(Ledger(tmp_path / "ledger.json"), here=(Purpose.ANALYSIS,))
    (tmp_path / "ledger.lock").mkdir()
    with build_studio(engine, record=record) as studio:
        photo, _ = _made(studio)
        _revoked(studio, [photo.handle])
        assert any("could not be written down" in notice for notice in studio.notices)


@pytest.mark.parametrize("deed", ["inspect", "preview", "render", "export"])
def test_taken_back_by_another_thread_while_the_engine_works(
    studio: Studio, engine: FakeEngine, tmp_path: Path, deed: str
) -> None:
    photo, candidate = _made(studio)
    begun = threading.Event()

    def slow(job: str) -> None:
        FakeEngine._begin(engine, job)
        begun.set()
        engine._work_for(60.0)

    engine._begin = slow  # type: ignore[method-assign]
    request = studio.request(studio.catalogue.looks[0], _place(studio))
    deeds: dict[str, Callable[[], object]] = {
        "inspect": lambda: studio.inspect(photo),
        "preview": lambda: studio.preview(photo, request, 100),
        "render": lambda: studio.render(photo, request),
        "export": lambda: studio.export(candidate, _place(studio), tmp_path / "out.png", overwrite=False),
    }
    ended = _beside(deeds[deed])
    assert begun.wait(10)
    _revoked(studio, [photo.handle, candidate.handle])
    assert isinstance(ended(), HeadshotError)
    assert studio.items() == ()
    assert not (tmp_path / "out.png").exists()


@pytest.mark.parametrize("late", ["render", "finish"])
def test_what_comes_out_of_the_engine_after_the_answer_was_taken_back_is_not_kept(
    studio: Studio, engine: FakeEngine, tmp_path: Path, late: str
) -> None:
    """An engine that cannot be stopped, and answers when all is erased."""
    photo, candidate = _made(studio)
    begun, go_on = threading.Event(), threading.Event()

    def deaf(job: str) -> None:
        if job == late:
            begun.set()
            go_on.wait(10)
        FakeEngine._begin(engine, job)

    engine._begin = deaf  # type: ignore[method-assign]
    request = studio.request(studio.catalogue.looks[0], _place(studio))
    path = tmp_path / "out.png"
    deeds: dict[str, Callable[[], object]] = {
        "render": lambda: studio.render(photo, request),
        "finish": lambda: studio.export(candidate, _place(studio), path, overwrite=False),
    }
    ended = _beside(deeds[late])
    assert begun.wait(10)
    _revoked(studio, [photo.handle])
    go_on.set()
    assert isinstance(ended(), ConsentMissing)
    assert studio.items() == ()
    assert not path.exists()


def _beside(work: Callable[[], object]) -> Callable[[], object]:
    """Do it on a thread; the returned function waits for what came of it."""
    came: list[object] = []

    def run() -> None:
        try:
            came.append(work())
        except HeadshotError as error:
            came.append(error)

    thread = threading.Thread(target=run)
    thread.start()

    def wait() -> object:
        thread.join(10)
        assert not thread.is_alive()
        return came[0]

    return wait


@pytest.mark.parametrize("moment", ["decoding", "rendering"])
def test_taken_back_while_the_real_engine_works_its_processes_are_gone(
    record: Record, astronaut_jpeg: bytes, moment: str
) -> None:
    engine = ProcessEngine(accept_unprotected=True)
    with build_studio(engine, record=record, accept_unprotected=True) as studio:
        photo = studio.add_content(bytearray(astronaut_jpeg), "a")
        if moment == "rendering":
            studio.inspect(photo)
        begun = threading.Event()
        request = studio.request(studio.catalogue.looks[0], _place(studio))

        def told(progress: Progress) -> None:
            del progress
            begun.set()

        ended = _beside(lambda: studio.render(photo, request, told))
        assert begun.wait(60) if moment == "rendering" else _wait_for(lambda: len(engine.pids()) == 2)
        seen = list(engine.pids().values())
        _revoked(studio, [photo.handle])
        assert isinstance(ended(), HeadshotError)
        assert not [pid for pid in (*seen, *engine.pids().values()) if Path(f"/proc/{pid}/exe").exists()]
        assert studio.items() == ()


@pytest.mark.parametrize("here", [(), (Purpose.ANALYSIS,)], ids=["recorded", "for one time"])
@pytest.mark.parametrize("deed", ["revoke", "delete"])
def test_taken_back_by_another_program_what_runs_ends_and_says_why(
    engine: FakeEngine, tmp_path: Path, here: tuple[Purpose, ...], deed: str
) -> None:
    """The engine would work for a minute; the vault is not touched from outside."""
    other = Record(Ledger(tmp_path / "ledger.json"))
    other.give(Purpose.STATISTICS if here else Purpose.ANALYSIS, "en")
    record = Record(Ledger(tmp_path / "ledger.json"), here=here)
    with build_studio(engine, record=record) as studio:
        photo = studio.add_content(bytearray(PHOTO), "a")
        engine.script.stage_seconds = 60.0
        ended = _beside(lambda: studio.render(photo, studio.request(studio.catalogue.looks[0], _place(studio))))
        assert _wait_for(lambda: studio._jobs._running > 0)
        began = time.monotonic()
        other.revoke(Purpose.ANALYSIS) if deed == "revoke" else other.delete()
        error = ended()
        assert time.monotonic() - began < MOST_SECONDS
        assert isinstance(error, ConsentMissing)
        assert error.code == "consent-revoked"
        assert _wait_for(lambda: studio.items() == ())
        assert time.monotonic() - began < MOST_SECONDS
        with pytest.raises(VaultError):  # what comes later has its own cause
            studio.picture(photo.handle)
        studio.give(Purpose.ANALYSIS, "en")
        assert studio.add_content(PHOTO, "again").handle
        time.sleep(2 * TICK_SECONDS)
        assert len(studio.items()) == 1, "an old answer ends nothing once more"


def test_taken_back_by_another_program_the_model_is_erased(engine: FakeEngine, tmp_path: Path) -> None:
    other = Record(Ledger(tmp_path / "ledger.json"))
    for purpose in (Purpose.ANALYSIS, Purpose.PERSONAL_MODEL):
        other.give(purpose, "en")
    with build_studio(engine, record=Record(Ledger(tmp_path / "ledger.json"))) as studio:
        photo = studio.add_content(bytearray(PHOTO), "a")
        model = studio._vault.put(b"a model", "personal-model")
        other.revoke(Purpose.PERSONAL_MODEL)
        began = time.monotonic()
        assert _wait_for(lambda: not studio.personal.exists)
        assert time.monotonic() - began < MOST_SECONDS
        with pytest.raises(VaultError):
            studio.picture(model)
        assert studio.picture(photo.handle) == PHOTO, "nothing else is touched"


def _wait_for(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while not what() and time.monotonic() < end:
        time.sleep(0.01)
    return what()


# ---------------------------------------------------------------------- events


def test_what_happens_is_recorded_without_names(studio: Studio, record: Record, tmp_path: Path) -> None:
    photo, candidate = _made(studio)
    studio.export(candidate, _place(studio), tmp_path / "holiday-anna.png", overwrite=False)
    studio.lock()
    studio.unlock()
    studio.delete(photo.handle)
    studio.wipe()
    told = [(event.kind.value, dict(event.facts)) for event in record.events()[1:]]
    assert [kind for kind, _ in told] == ["exported", "locked", "unlocked", "deleted", "wiped"]
    assert told[0][1]["pictures"] == 1
    assert told[1][1] == {"reason": "asked"}
    assert told[3][1] == {"pictures": 1}
    assert told[4][1] == {"reason": "asked", "pictures": 2}
    stored = json.dumps([facts for _, facts in told])
    assert not [word for word in ("anna", "holiday", candidate.handle, photo.handle, str(tmp_path)) if word in stored]


def test_closing_with_pictures_is_recorded_and_without_is_not(engine: FakeEngine, record: Record) -> None:
    with build_studio(engine, record=record):
        pass
    assert EventKind.WIPED not in {event.kind for event in record.events()}
    with build_studio(FakeEngine(script()), record=record) as studio:
        studio.add_content(PHOTO, "a")
    assert record.events()[-1].facts == {"reason": "closed", "pictures": 1}


def test_a_ledger_that_fails_stops_no_deed(engine: FakeEngine, tmp_path: Path) -> None:
    record = Record(Ledger(tmp_path / "ledger.json"), here=(Purpose.ANALYSIS,))
    (tmp_path / "ledger.lock").mkdir()
    with build_studio(engine, record=record) as studio:
        photo, candidate = _made(studio)
        studio.export(candidate, _place(studio), tmp_path / "a.png", overwrite=False)
        studio.delete(photo.handle)
        studio.lock()
        studio.unlock()
        studio.wipe()
        assert studio.items() == ()
        told = [notice for notice in studio.notices if "record of privacy events" in notice]
        assert len(told) == 1


# ---------------------------------------------------------------------- statistics


@pytest.fixture
def counting(tmp_path: Path) -> Record:
    record = Record(Ledger(tmp_path / "l.json"), Statistics(tmp_path / "s.json"))
    record.give(Purpose.ANALYSIS, "en")
    return record


MEASURED = Findings(80.0, measures={"yaw": 20.0, "pitch": 0.0, "inter_eye": 90.0, "side_ratio": 3.0, "chroma": 12.3})


def test_saved_headshots_are_counted_with_the_answer_only(tmp_path: Path, counting: Record) -> None:
    engine = FakeEngine(script())
    engine.script.default = MEASURED
    with build_studio(engine, record=counting) as studio:
        _, candidate = _made(studio)
        studio.export(candidate, _place(studio), tmp_path / "a.png", overwrite=False)
        assert studio.statistics() == {}
        studio.give(Purpose.STATISTICS, "en")
        studio.export(candidate, _place(studio), tmp_path / "b.png", overwrite=False)
        assert studio.statistics() == {}, "what was looked at before the answer is not counted"
        _, candidate = _made(studio)
        for name in ("c", "d"):
            studio.export(candidate, _place(studio), tmp_path / f"{name}.png", overwrite=False)
        (counts,) = studio.statistics().values()
        ((box, count),) = counts.items()
        assert (box.yaw, box.pitch, box.size, box.light, count) == (3, 1, 1, 2, 2)
        studio.revoke(Purpose.STATISTICS)
        assert studio.statistics() == {}
        assert not (tmp_path / "s.json").exists()
        studio.export(candidate, _place(studio), tmp_path / "e.png", overwrite=False)
        studio.give(Purpose.STATISTICS, "en")
        studio.export(candidate, _place(studio), tmp_path / "f.png", overwrite=False)
        assert studio.statistics() == {}, "what was measured before is forgotten with the answer"
        assert studio.items(), "and nothing else"


def test_deleting_the_record_erases_all_and_asks_again(tmp_path: Path, counting: Record) -> None:
    with build_studio(FakeEngine(script()), record=counting) as studio:
        studio.give(Purpose.STATISTICS, "en")
        _made(studio)
        studio.delete_record()
        assert studio.items() == ()
        assert not list(tmp_path.glob("[ls].*"))
        with pytest.raises(ConsentMissing):
            studio.add_content(PHOTO, "a")
