from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from headshot_desktop.app import record as module
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import TEXTS, Purpose
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.core.policy import Policy
from headshot_desktop.core.statistics import Box
from headshot_desktop.records.ledger import Ledger, Reading
from headshot_desktop.records.statistics import Statistics

ASKED = Event(EventKind.DELETED, {"pictures": 1})


@pytest.fixture
def kept(tmp_path: Path) -> Record:
    return _opened(tmp_path)


def _opened(folder: Path) -> Record:
    """As a program that is started anew would have it."""
    return Record(Ledger(folder / "ledger.json", head=folder / "head"), Statistics(folder / "statistics.json"))


def _block(folder: Path, name: str = "ledger") -> None:
    """Nothing can be written or removed: what should be the lock is a folder."""
    (folder / f"{name}.lock").unlink(missing_ok=True)
    (folder / f"{name}.lock").mkdir(parents=True)


@contextmanager
def _full() -> Iterator[None]:
    """As on a full disk: no file can be written, but files can be removed."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_an_answer_is_there_at_the_next_start_with_words_and_language(kept: Record, tmp_path: Path) -> None:
    assert not kept.agreed(Purpose.ANALYSIS)
    kept.give(Purpose.ANALYSIS, "de")
    again = _opened(tmp_path).consents()[Purpose.ANALYSIS]
    assert (again.text, again.language, again.valid) == (TEXTS[Purpose.ANALYSIS].hash, "de", True)
    assert abs(time.time() - again.given) < 61
    kept.revoke(Purpose.ANALYSIS)
    assert not kept.agreed(Purpose.ANALYSIS)
    assert not _opened(tmp_path).agreed(Purpose.ANALYSIS)


def test_answers_of_other_processes_count_at_once(kept: Record, tmp_path: Path) -> None:
    other = _opened(tmp_path)
    for _ in range(5):
        kept.give(Purpose.ANALYSIS, "en")
        assert other.agreed(Purpose.ANALYSIS)
        other.revoke(Purpose.ANALYSIS)
        assert not kept.agreed(Purpose.ANALYSIS)


def test_what_another_program_takes_back_ends_the_answer_for_this_run(tmp_path: Path) -> None:
    before, ledger = _opened(tmp_path), Ledger(tmp_path / "ledger.json", head=tmp_path / "head")
    before.give(Purpose.ANALYSIS, "en")
    before.revoke(Purpose.ANALYSIS)
    here = Record(ledger, here=(Purpose.ANALYSIS,))
    here.note(ASKED)
    assert here.agreed(Purpose.ANALYSIS), "what was taken back before does not count"
    _opened(tmp_path).revoke(Purpose.STATISTICS)
    assert here.agreed(Purpose.ANALYSIS), "nor does another answer"
    _opened(tmp_path).revoke(Purpose.ANALYSIS)
    assert not here.agreed(Purpose.ANALYSIS)
    here.note(ASKED)
    assert not here.agreed(Purpose.ANALYSIS)


def test_a_record_that_is_deleted_ends_the_answer_for_this_run(tmp_path: Path) -> None:
    here = Record(Ledger(tmp_path / "ledger.json", head=tmp_path / "head"), here=(Purpose.ANALYSIS,))
    here.note(ASKED)
    _opened(tmp_path).delete()
    assert not here.agreed(Purpose.ANALYSIS)


def test_an_old_count_goes_at_the_start_and_a_broken_ledger_with_the_answer(kept: Record, tmp_path: Path) -> None:
    kept.give(Purpose.STATISTICS, "en")
    (tmp_path / "statistics.json").write_text('{"format": 1, "months": {"2001-01": {"7": 1}}}')
    _opened(tmp_path)
    assert not (tmp_path / "statistics.json").exists()
    (tmp_path / "ledger.json").write_text("x")
    kept.note(ASKED)
    assert (tmp_path / "ledger.broken").exists()
    kept.revoke(Purpose.STATISTICS)
    assert not (tmp_path / "ledger.broken").exists()


def test_an_answer_for_this_run_is_not_written(tmp_path: Path) -> None:
    here = Record(Ledger(tmp_path / "ledger.json"), here=(Purpose.ANALYSIS,))
    assert here.agreed(Purpose.ANALYSIS)
    here.note(ASKED)
    assert not _opened(tmp_path).agreed(Purpose.ANALYSIS)
    here.revoke(Purpose.ANALYSIS)
    assert not here.agreed(Purpose.ANALYSIS)


def test_without_a_ledger_answers_last_as_long_as_the_program() -> None:
    record = Record(None)
    record.give(Purpose.ANALYSIS, "en")
    record.note(ASKED)
    assert record.agreed(Purpose.ANALYSIS)
    record.revoke(Purpose.ANALYSIS)
    assert not record.agreed(Purpose.ANALYSIS)
    assert (record.events(), record.notices) == ((), ())


def test_events_that_cannot_be_kept_are_one_notice_that_goes_when_they_can(kept: Record, tmp_path: Path) -> None:
    _block(tmp_path)
    for _ in range(3):
        kept.note(ASKED)
    assert kept.notices == (module.UNRECORDED_EVENT,)
    (tmp_path / "ledger.lock").rmdir()
    kept.note(ASKED)
    assert not kept.notices
    assert len(kept.events()) == 1


def test_an_answer_that_cannot_be_kept_counts_now_and_is_asked_again(kept: Record, tmp_path: Path) -> None:
    _block(tmp_path)
    kept.give(Purpose.ANALYSIS, "en")
    assert kept.agreed(Purpose.ANALYSIS)
    assert module.UNRECORDED_ANSWER in kept.notices
    assert not _opened(tmp_path).agreed(Purpose.ANALYSIS)


def test_where_a_revocation_cannot_be_written_the_ledger_goes(kept: Record, tmp_path: Path) -> None:
    kept.give(Purpose.ANALYSIS, "en")
    kept.give(Purpose.STATISTICS, "en")
    with _full():
        kept.note(ASKED)
        assert kept.notices == (module.UNRECORDED_EVENT,), "positive control"
        assert kept.agreed(Purpose.ANALYSIS)
        kept.revoke(Purpose.ANALYSIS)
        assert not kept.agreed(Purpose.ANALYSIS)
    assert not (tmp_path / "ledger.json").exists()
    assert _opened(tmp_path).consents() == {}, "the next start asks again"


def test_where_nothing_can_be_changed_it_counts_here_and_the_notice_says_what_comes(
    kept: Record, tmp_path: Path
) -> None:
    kept.give(Purpose.ANALYSIS, "en")
    _block(tmp_path)
    kept.revoke(Purpose.ANALYSIS)
    assert not kept.agreed(Purpose.ANALYSIS)
    assert module.UNRECORDED_WITHDRAWAL in kept.notices


def test_a_ledger_that_another_process_holds_delays_nobody(kept: Record, tmp_path: Path) -> None:
    kept.give(Purpose.ANALYSIS, "en")
    program = "import fcntl, sys; f = open(sys.argv[1]); fcntl.flock(f, 2); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", program, str(tmp_path / "ledger.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        began = time.monotonic()
        kept.note(ASKED)
        kept.revoke(Purpose.ANALYSIS)
        assert not kept.agreed(Purpose.ANALYSIS)
        assert time.monotonic() - began < 4.0
        assert holder.stdin is not None
        holder.stdin.close()
    assert module.UNRECORDED_WITHDRAWAL in kept.notices


def test_counts_are_kept_with_the_answer_only(kept: Record, tmp_path: Path) -> None:
    box = Box(2, 1, 2, 0)
    kept.count(box)
    assert not (tmp_path / "statistics.json").exists()
    kept.give(Purpose.STATISTICS, "en")
    kept.count(box)
    kept.count(box)
    assert [list(each.items()) for each in kept.counts().values()] == [[(box, 2)]]
    kept.revoke(Purpose.STATISTICS)
    assert not (tmp_path / "statistics.json").exists()
    kept.count(box)
    assert kept.counts() == {}


def test_counts_that_a_killed_program_left_are_deleted_at_the_next_start(kept: Record, tmp_path: Path) -> None:
    """Killed between the revocation and the deletion."""
    kept.give(Purpose.STATISTICS, "en")
    kept.count(Box(2, 1, 2, 0))
    Ledger(tmp_path / "ledger.json", head=tmp_path / "head").append(
        Event(EventKind.CONSENT_REVOKED, {"purpose": "statistics"})
    )
    assert (tmp_path / "statistics.json").exists()
    _opened(tmp_path)
    assert not (tmp_path / "statistics.json").exists()


def test_counts_that_cannot_be_deleted_are_told(kept: Record, tmp_path: Path) -> None:
    kept.give(Purpose.STATISTICS, "en")
    kept.count(Box(2, 1, 2, 0))
    _block(tmp_path, "statistics")
    kept.revoke(Purpose.STATISTICS)
    assert module.UNDELETED_COUNTS in kept.notices


def test_deleting_the_record_deletes_answers_and_counts(kept: Record, tmp_path: Path) -> None:
    for purpose in (Purpose.ANALYSIS, Purpose.STATISTICS):
        kept.give(purpose, "en")
    kept.count(Box(2, 1, 2, 0))
    kept.delete()
    assert list(tmp_path.iterdir()) == []
    assert kept.consents() == {}
    kept.give(Purpose.ANALYSIS, "en")
    assert kept.agreed(Purpose.ANALYSIS)


def test_asking_costs_no_reading(kept: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window asks every second and before each deed."""
    kept.give(Purpose.ANALYSIS, "en")
    reads = []
    before = Ledger.read

    def counted(ledger: Ledger) -> Reading:
        reads.append(ledger)
        return before(ledger)

    monkeypatch.setattr(Ledger, "read", counted)
    for _ in range(100):
        assert kept.agreed(Purpose.ANALYSIS)
    assert reads == []
    Ledger(tmp_path / "ledger.json", head=tmp_path / "head").append(ASKED)
    kept.agreed(Purpose.ANALYSIS)
    assert len(reads) == 2, "the other process's own, and ours"


def test_another_policy_is_recorded_once_by_its_hash(kept: Record, tmp_path: Path) -> None:
    some = Policy("a.json", {"retention": 10, "allowed-looks": ("auto",)})
    kept.follow_policy(())
    assert kept.events() == (), "no policy and none before"
    for policies in ((some,), (some,), (Policy("moved.json", some.values),)):
        kept.follow_policy(policies)
    assert len(kept.events()) == 1
    kept.follow_policy((Policy("a.json", {"retention": 5}),))
    kept.follow_policy(())
    kept.follow_policy(())
    assert len(kept.events()) == 3
    stored = (tmp_path / "ledger.json").read_text()
    assert not [word for word in ("retention", "looks", "a.json") if word in stored]
