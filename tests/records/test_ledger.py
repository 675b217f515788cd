from __future__ import annotations

import contextlib
import itertools
import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from headshot_desktop.core.consent import TEXTS, Purpose
from headshot_desktop.core.errors import MachineError
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.records import ledger as module
from headshot_desktop.records.files import write_new
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


@pytest.mark.parametrize("place", ["ledger", "event", "spaces"])
def test_what_the_chain_does_not_cover_is_seen_too(ledger: Ledger, place: str) -> None:
    ledger.append(given())
    ledger.append(revoked())
    stored = json.loads(ledger.path.read_text("utf-8"))
    if place != "spaces":
        {"ledger": stored, "event": stored["events"][0]}[place]["note"] = "of somebody else"
    ledger.path.write_text(json.dumps(stored, indent=2 if place == "spaces" else 0), "utf-8")
    reading = ledger.read()
    assert not reading.whole
    assert not reading.rolled_back
    assert not reading.consents()


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
import time
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


# ---------------------------------------------------------------------- put back from before


@pytest.fixture
def anchored(tmp_path: Path) -> Ledger:
    ticks = itertools.count(NOW, 61.0)
    return Ledger(tmp_path / "data" / "ledger.json", lambda: next(ticks), tmp_path / "config" / "ledger.head")


def test_an_older_ledger_that_is_put_back_brings_no_answer_back(anchored: Ledger) -> None:
    """As from a backup of its folder, made before the answer was taken back."""
    anchored.append(given())
    backup = anchored.path.read_bytes()
    anchored.append(revoked())
    anchored.append(Event(EventKind.UNLOCKED, {}))
    assert anchored.read().whole
    anchored.path.write_bytes(backup)
    reading = anchored.read()
    assert (reading.whole, reading.rolled_back) == (False, True)
    assert reading.consents() == {}
    anchored.append(given())
    reading = anchored.read()
    assert reading.whole
    assert [event.facts.get("what") for event in reading.events] == ["rolled-back", None]
    assert set(reading.consents()) == {Purpose.ANALYSIS}


def test_an_older_ledger_brings_no_answer_back_either_when_the_head_is_taken_away(
    anchored: Ledger, tmp_path: Path
) -> None:
    anchored.append(given())
    backup = anchored.path.read_bytes()
    anchored.append(revoked())
    anchored.path.write_bytes(backup)
    before = anchored.state()
    (tmp_path / "config" / "ledger.head").unlink()
    assert anchored.state() != before, "whoever looks at the state only reads again"
    assert anchored.read().rolled_back
    assert anchored.read().consents() == {}
    assert set(Ledger(anchored.path).read().consents()) == {Purpose.ANALYSIS}, "what nobody would notice without a head"
    anchored.append(Event(EventKind.UNLOCKED, {}))
    reading = anchored.read()
    assert (reading.whole, reading.consents()) == (True, {})
    assert reading.events[0].facts["what"] == "rolled-back"


def test_another_chain_of_the_same_length_and_a_removed_one_are_seen(anchored: Ledger, tmp_path: Path) -> None:
    anchored.append(revoked())
    other = Ledger(tmp_path / "other.json")
    other.append(given())
    anchored.path.write_bytes(other.path.read_bytes())
    assert anchored.read().rolled_back
    anchored.path.unlink()
    assert anchored.read().rolled_back
    anchored.append(given())
    assert anchored.read().whole


def test_a_head_that_is_behind_is_no_alarm(anchored: Ledger, tmp_path: Path) -> None:
    head = tmp_path / "config" / "ledger.head"
    anchored.append(given())
    early = head.read_bytes()
    anchored.append(Event(EventKind.UNLOCKED, {}))
    head.write_bytes(early)
    assert anchored.read().whole, "the program was killed between the two"


@pytest.mark.parametrize("damaged", [b"", b"[]", b"{}", b'{"count": "x", "last": 1}', b"\xff" * 2000])
def test_a_head_that_is_damaged_brings_no_answer_back(anchored: Ledger, tmp_path: Path, damaged: bytes | None) -> None:
    head = tmp_path / "config" / "ledger.head"
    anchored.append(given())
    backup = anchored.path.read_bytes()
    anchored.append(revoked())
    anchored.path.write_bytes(backup)
    if damaged is None:
        head.unlink()
    else:
        head.write_bytes(damaged)
    assert (anchored.read().whole, anchored.read().consents()) == (False, {})
    anchored.append(given())
    assert anchored.read().whole
    assert anchored.read().events[0].kind is EventKind.ALARM


def test_a_crash_between_any_two_files_is_no_alarm(anchored: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first event, a later one, one that makes the older half go: each file written, and then no more."""
    monkeypatch.setattr(module, "MOST_EVENTS", 4)
    left = [0]

    def crash(*words: object, **named: object) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        write_new(*words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "write_new", crash)
    for _ in range(12):
        for writes in (0, 1, 2):
            left[0] = writes
            with contextlib.suppress(KeyboardInterrupt):
                anchored.append(Event(EventKind.UNLOCKED, {}))
            assert anchored.read().whole
    assert {event.kind for event in anchored.read().events} <= {EventKind.UNLOCKED, EventKind.THINNED}


def test_where_no_head_can_be_written_nothing_is_said_to_be_kept(anchored: Ledger, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    with pytest.raises(MachineError, match="could not be kept"):
        anchored.append(given())
    assert not anchored.path.exists()


def test_the_head_follows_when_the_older_half_goes(anchored: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_EVENTS", 10)
    anchored.append(given())
    old = anchored.path.read_bytes()
    for _ in range(40):
        anchored.append(Event(EventKind.UNLOCKED, {}))
        assert anchored.read().whole
    anchored.path.write_bytes(old)
    assert anchored.read().rolled_back


def test_deleted_with_its_head_nothing_is_missing(anchored: Ledger, tmp_path: Path) -> None:
    anchored.append(given())
    anchored.delete()
    assert not (tmp_path / "config" / "ledger.head").exists()
    assert anchored.read() == module.Reading()


_CHURN = """
import sys
import time
from pathlib import Path
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.records import ledger as module
module.MOST_EVENTS = 12
folder = Path(sys.argv[1])
ledger = module.Ledger(folder / "ledger.json", head=folder / "ledger.head")
for number in range(60):
    ledger.append(Event(EventKind.DELETED, {"pictures": number}))
    time.sleep(0.005)
"""


def test_who_reads_while_others_write_and_thin_sees_no_alarm(tmp_path: Path) -> None:
    running = [subprocess.Popen([sys.executable, "-c", _CHURN, str(tmp_path)]) for _ in range(2)]
    ledger = Ledger(tmp_path / "ledger.json", head=tmp_path / "ledger.head")
    read = 0
    while any(process.poll() is None for process in running):
        assert ledger.read().whole
        read += 1
    assert [process.returncode for process in running] == [0, 0]
    assert read > 10


# ---------------------------------------------------------------------- a long life


def test_five_thousand_events_are_thinned_and_stay_quick(tmp_path: Path) -> None:
    """Four thousand are written at once, as they would be after years; then the person goes on."""
    ledger = Ledger(tmp_path / "ledger.json", head=tmp_path / "ledger.head")
    old = [Event(EventKind.CONSENT_GIVEN, given().facts, 60)]
    old += [Event(EventKind.DELETED, {"pictures": number}, 120) for number in range(module.MOST_EVENTS - 1)]
    ledger.path.write_bytes(module._written(old))
    ledger._write_head(module._BEGIN)
    assert len(ledger.read().events) == module.MOST_EVENTS
    began = time.monotonic()
    for _ in range(3):
        ledger.append(Event(EventKind.UNLOCKED, {}))
    assert time.monotonic() - began < 3 * 1.0, "no deed of a person waits for it for long"
    reading = ledger.read()
    assert reading.whole
    assert module.MOST_EVENTS / 2 < len(reading.events) < module.MOST_EVENTS / 2 + 10
    assert set(reading.consents()) == {Purpose.ANALYSIS}
    assert reading.events[0].facts["removed"] == module.MOST_EVENTS // 2


@pytest.mark.skipif(sys.platform != "linux" or not Path("/dev/full").exists(), reason="/dev/full is Linux's")
def test_on_a_full_disk_the_old_ledger_stays_whole(tmp_path: Path) -> None:
    """A file system of 64 KiB, in a name space of its own; skipped where that cannot be had."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from headshot_desktop.core.errors import MachineError\n"
        "from headshot_desktop.core.events import Event, EventKind\n"
        "from headshot_desktop.records.ledger import Ledger\n"
        "ledger = Ledger(Path(sys.argv[1]) / 'ledger.json')\n"
        "ledger.append(Event(EventKind.UNLOCKED, {}))\n"
        "filler = open(Path(sys.argv[1]) / 'filler', 'wb', buffering=0)\n"
        "try:\n"
        "    while True: filler.write(bytes(1024))\n"
        "except OSError: pass\n"
        "try:\n"
        "    ledger.append(Event(EventKind.UNLOCKED, {})); print('written')\n"
        "except MachineError as error: print(error.code)\n"
        "print(len(ledger.read().events), ledger.read().whole)\n"
        "ledger.delete(); print(ledger.path.exists())\n"
    )
    script = f'mount -t tmpfs -o size=64k none {tmp_path} && exec "$0" -c "$1" {tmp_path}'
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", script, sys.executable, program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and not done.stdout:
        pytest.skip(f"no file system of its own can be had here: {done.stderr[-200:]}")
    assert done.stdout.split() == ["ledger-unwritable", "1", "True", "False"]
