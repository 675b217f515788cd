from __future__ import annotations

import itertools
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from headshot_desktop.core.consent import TEXTS, Purpose
from headshot_desktop.core.errors import MachineError
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.records import ledger as module
from headshot_desktop.records.ledger import Ledger

NOW = 1_790_000_000.0


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ticks = itertools.count(NOW, 61.0)
    return Ledger(tmp_path / "data" / "ledger.json", lambda: next(ticks))


def given(purpose: Purpose = Purpose.ANALYSIS, version: int = 0) -> Event:
    text = TEXTS[purpose]
    facts = {"purpose": purpose.value, "version": version or text.version, "text": text.hash, "language": "en"}
    return Event(EventKind.CONSENT_GIVEN, facts)


def revoked(purpose: Purpose = Purpose.ANALYSIS) -> Event:
    return Event(EventKind.CONSENT_REVOKED, {"purpose": purpose.value})


def test_what_is_recorded_is_read_back_in_order_with_the_minute(ledger: Ledger) -> None:
    recorded = [given(), Event(EventKind.EXPORTED, {"pictures": 2, "marked": True}), revoked()]
    for event in recorded:
        ledger.append(event)
    reading = ledger.read()
    assert reading.whole
    assert [(event.kind, event.facts) for event in reading.events] == [(e.kind, e.facts) for e in recorded]
    times = [event.at for event in reading.events]
    assert times == sorted(times)
    assert all(at % 60 == 0 for at in times)
    assert NOW - 60 < times[0] <= NOW
    if os.name == "posix":
        assert stat.S_IMODE(ledger.path.stat().st_mode) == 0o600


def test_nothing_is_written_by_reading(ledger: Ledger) -> None:
    assert ledger.read().events == ()
    assert not ledger.path.parent.exists()


def test_an_answer_counts_until_it_is_taken_back_and_only_for_its_purpose_and_words(ledger: Ledger) -> None:
    ledger.append(given())
    ledger.append(given(Purpose.STATISTICS, version=99))
    consents = ledger.read().consents()
    assert set(consents) == {Purpose.ANALYSIS}
    assert consents[Purpose.ANALYSIS].given == ledger.read().events[0].at
    ledger.append(revoked())
    assert ledger.read().consents() == {}
    ledger.append(given())
    assert set(ledger.read().consents()) == {Purpose.ANALYSIS}


def _filled(ledger: Ledger) -> bytes:
    for event in (given(), Event(EventKind.UNLOCKED, {}), Event(EventKind.DELETED, {"pictures": 3}), revoked()):
        ledger.append(event)
    return ledger.path.read_bytes()


def test_every_changed_byte_is_seen(ledger: Ledger) -> None:
    content = _filled(ledger)
    whole = ledger.read()
    tried = 0
    for place, bit in itertools.product(range(len(content)), range(8)):
        changed = bytearray(content)
        changed[place] ^= 1 << bit
        ledger.path.write_bytes(changed)
        reading = ledger.read()
        # White space between the values says nothing; whatever says something else is told.
        assert reading == whole or not reading.whole, (place, bit)
        tried += not reading.whole
    assert tried > len(content) * 7


def test_every_removed_doubled_or_exchanged_entry_and_every_cut_is_seen(ledger: Ledger) -> None:
    content = _filled(ledger)
    stored = json.loads(content)
    events = stored["events"]
    others = [events[:number] + events[number + 1 :] for number in range(len(events))]
    others += [events[:number] for number in range(len(events))]
    others += [[*events[: number + 1], *events[number:]] for number in range(len(events))]
    others += [list(order) for order in itertools.permutations(events) if list(order) != events]
    for changed in others:
        ledger.path.write_text(json.dumps({**stored, "events": changed}))
        assert not ledger.read().whole
    for end in range(len(content)):
        ledger.path.write_bytes(content[:end])
        assert not ledger.read().whole
    assert len(others) == 4 + 4 + 4 + 23


def test_a_broken_ledger_gives_no_consent_is_set_aside_and_the_next_one_tells(ledger: Ledger) -> None:
    content = _filled(ledger)
    ledger.append(given())
    ledger.path.write_bytes(ledger.path.read_bytes().replace(b'"pictures": 3', b'"pictures": 2'))
    assert ledger.read().consents() == {}
    assert [event.kind for event in ledger.read().events] == [EventKind.CONSENT_GIVEN, EventKind.UNLOCKED]
    ledger.append(given())
    reading = ledger.read()
    assert reading.whole
    assert [event.kind for event in reading.events] == [EventKind.ALARM, EventKind.CONSENT_GIVEN]
    assert reading.events[0].facts["what"] == "ledger-changed"
    assert len(ledger.path.with_suffix(".broken").read_bytes()) > len(content)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"null", b"{", b'{"events": 3}', b"\xff\xfe", b"[" * 100_000, b'{"events": [[]]}', b"1e999"]
)
def test_what_is_no_ledger_is_a_broken_one(ledger: Ledger, content: bytes) -> None:
    ledger.path.parent.mkdir()
    ledger.path.write_bytes(content)
    assert not ledger.read().whole
    ledger.append(given())
    assert set(ledger.read().consents()) == {Purpose.ANALYSIS}


def test_of_too_many_the_older_half_goes_but_no_answer_in_force(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_EVENTS", 10)
    ledger.append(given(Purpose.STATISTICS))
    ledger.append(revoked(Purpose.STATISTICS))
    ledger.append(given())
    first = ledger.read().consents()[Purpose.ANALYSIS]
    for _ in range(40):
        ledger.append(Event(EventKind.UNLOCKED, {}))
    reading = ledger.read()
    assert reading.whole
    assert len(reading.events) <= 12
    assert reading.events[0].kind is EventKind.THINNED
    assert reading.consents() == {Purpose.ANALYSIS: first}


def test_deleted_is_gone_with_what_was_set_aside(ledger: Ledger) -> None:
    _filled(ledger)
    ledger.path.write_bytes(b"x")
    ledger.append(given())
    ledger.delete()
    assert list(ledger.path.parent.iterdir()) == []
    assert ledger.read().consents() == {}
    ledger.delete()


def test_where_it_cannot_be_kept_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MachineError, match="could not be kept"):
        Ledger(tmp_path / "file" / "ledger.json").append(given())


_APPEND = """
import sys
from pathlib import Path
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.records.ledger import Ledger
for number in range(25):
    Ledger(Path(sys.argv[1])).append(Event(EventKind.DELETED, {"pictures": number}))
"""


def test_several_processes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    running = [subprocess.Popen([sys.executable, "-c", _APPEND, str(path)]) for _ in range(4)]
    assert [process.wait(60) for process in running] == [0, 0, 0, 0]
    reading = Ledger(path).read()
    assert reading.whole
    counts = sorted(event.facts["pictures"] for event in reading.events)
    assert counts == sorted(list(range(25)) * 4)
