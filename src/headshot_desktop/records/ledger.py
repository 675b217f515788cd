"""The ledger: answers to consent questions and privacy events, in order, each chained to the one before.

One JSON file, replaced whole: `{"format": 1, "count": …, "last": …, "events": […]}`. Each event carries a `chain`, the
SHA-256 of the `chain` before it and of its own canonical JSON; `count` and `last` name the end. A changed, removed or
inserted event and a tail that was cut off are seen.

A second file in another folder, the head, says how far the ledger has come. An older ledger that is put back whole, as
from a backup that does not know of a revoked answer, does not reach it, and is seen too; so is a head that is missing
or damaged. What this cannot show is
somebody with this user's rights who writes both files anew: there is no key that such a person could not read too. On
Windows and macOS both folders are the same one, so only a single file that is put back is seen there.

It holds nothing personal (see `core.events`), survives a wipe, and can be deleted.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from headshot_desktop.core.consent import Consent, Purpose
from headshot_desktop.core.errors import HeadshotError, MachineError
from headshot_desktop.core.events import Alarm, Consequence, Event, EventKind
from headshot_desktop.records.files import read_limited, write_new
from headshot_desktop.records.turn import in_turn

FORMAT = 1
MOST_EVENTS = 4000
"""Above this the older half goes, apart from answers in force, and an event says so: some years of use."""

_MAX_BYTES = 4 * 1024 * 1024
_MAX_HEAD_BYTES = 1024
_START = "0" * 64
_BEGIN = (0, _START)
"""The head before the first event is written, and while older ones go: a crash then is no alarm."""
_DAMAGED = (-1, "")
_SET_ASIDE = (Alarm.LEDGER_CHANGED, Alarm.ROLLED_BACK)
"""The first event in the place of a ledger that was changed, or put back."""
_MINUTE = 60


def ledger_path() -> Path:
    """The file, in the system's place for an application's data."""
    import platformdirs

    return platformdirs.user_data_path("headshot-desktop", appauthor=False) / "ledger.json"


def head_path() -> Path:
    """The head, in the system's place for settings, so that the ledger's folder can be put back without it."""
    import platformdirs

    return platformdirs.user_config_path("headshot-desktop", appauthor=False) / "ledger.head"


@dataclass(frozen=True)
class Reading:
    """What the ledger says.

    Attributes:
        events: in order, as far as the chain holds.
        whole: whether the chain holds to the end that is named, and reaches the head.
        rolled_back: whether it is an older one than the head has seen, or one of the two files is gone.
    """

    events: tuple[Event, ...] = ()
    whole: bool = True
    rolled_back: bool = False

    @property
    def anew(self) -> bool:
        """Whether it has begun in the place of one that was changed or put back from outside."""
        return bool(self.events) and self.events[0] in (_alarm(what, self.events[0].at) for what in _SET_ASIDE)

    def consents(self) -> Mapping[Purpose, Consent]:
        """The answers in force: given to the words of today and not taken back since; none if the chain is broken."""
        found = _answers(self.events if self.whole else ())
        return {purpose: consent for purpose, consent in found.items() if consent.valid}


class Ledger:
    """Append and read; several processes may do so at once."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time, head: Path | None = None) -> None:
        """Nothing is read or written yet.

        Args:
            path: of the file; a lock lies beside it while it is written.
            clock: Unix time in seconds.
            head: of the file that says how far the ledger has come; without one, an older ledger is not noticed.
        """
        self.path, self._head = path, head
        self._clock = clock

    def append(self, event: Event) -> None:
        """Record an event with the time of now, to the minute.

        A ledger that was changed or put back from outside is set aside as `.broken`, and the new one begins with an
        alarm.

        Raises:
            MachineError: it cannot be kept.
        """
        now = int(self._clock()) // _MINUTE * _MINUTE
        try:
            with in_turn(self._lock):
                before = self.read()
                events = before.events
                if not before.whole:
                    with contextlib.suppress(FileNotFoundError):
                        os.replace(self.path, self._broken)
                    events = (_alarm(_SET_ASIDE[before.rolled_back], now),)
                self._write(events, replace(event, at=now), anew=not before.whole or not before.events)
        except (OSError, HeadshotError) as error:
            raise MachineError("The record of privacy events could not be kept.", code="ledger-unwritable") from error

    def read(self) -> Reading:
        """All of it; what is damaged is told by `whole`, never raised."""
        reading = self._read()
        for _ in range(3):
            if not reading.rolled_back:
                break
            time.sleep(0.01)  # another process may be between the two files
            reading = self._read()
        return reading

    def _read(self) -> Reading:
        head = self._reached()
        if not os.path.lexists(self.path):
            whole = head is None or head == _BEGIN
            return Reading(whole=whole, rolled_back=not whole)
        if head is None and self._head is not None:
            head = _DAMAGED  # it is written before the first event and removed after the last: somebody took it away
        try:
            content = read_limited(self.path, _MAX_BYTES)
            stored = json.loads(content)
        except (HeadshotError, OSError, ValueError, RecursionError):
            return Reading(whole=False)
        reading = _checked(stored, head or _BEGIN)
        # What the chain does not cover, such as a key that nobody reads, stands in no ledger that was written here.
        return reading if content == _written(reading.events) else replace(reading, whole=False, rolled_back=False)

    def state(self) -> object:
        """What both files look like from outside; another one means that they are to be read again."""
        return tuple(_stamp(path) for path in (self.path, self._head) if path is not None)

    def delete(self) -> None:
        """Remove it and what was set aside; `MachineError` where that is not possible."""
        try:
            if not self.path.parent.exists():
                if self._head is not None:
                    self._head.unlink(missing_ok=True)
                return
            with in_turn(self._lock, last=True):
                if self._head is not None and self._head.exists():
                    with contextlib.suppress(OSError, HeadshotError):  # a full disk
                        self._write_head(_BEGIN)
                for path in (self.path, self._broken, *((self._head,) if self._head is not None else ())):
                    path.unlink(missing_ok=True)
        except OSError as error:
            sentence = "The record of privacy events could not be deleted."
            raise MachineError(sentence, code="ledger-undeletable") from error

    def forget_broken(self) -> None:
        """Remove what was set aside, where that is possible."""
        with contextlib.suppress(OSError):
            self._broken.unlink(missing_ok=True)

    def _write(self, events: tuple[Event, ...], event: Event, *, anew: bool) -> None:
        """Write the ledger, then the head: a ledger that is ahead of its head is as it should be."""
        kept = _thinned((*events, event))
        if anew or kept[:-1] != events:
            self._write_head(_BEGIN)  # the old place is not in the new chain
        content = _written(kept)
        write_new(self.path, content, overwrite=True)
        os.chmod(self.path, 0o600)
        if self._head is not None:
            # Where only this file cannot be written, less is noticed; the ledger itself is kept.
            with contextlib.suppress(OSError, HeadshotError):
                self._write_head((len(kept), str(json.loads(content)["last"])))

    def _write_head(self, reached: tuple[int, str]) -> None:
        if self._head is None:
            return
        self._head.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(self._head, json.dumps({"count": reached[0], "last": reached[1]}).encode(), overwrite=True)
        os.chmod(self._head, 0o600)

    def _reached(self) -> tuple[int, str] | None:
        """What the head says; None without one, `_DAMAGED` where it cannot be read."""
        if self._head is None or not os.path.lexists(self._head):
            return None
        try:
            stored = json.loads(read_limited(self._head, _MAX_HEAD_BYTES))
            return int(stored["count"]), str(stored["last"])
        except (HeadshotError, OSError, ValueError, RecursionError, KeyError, TypeError):
            return _DAMAGED

    @property
    def _broken(self) -> Path:
        return self.path.with_suffix(".broken")

    @property
    def _lock(self) -> Path:
        return self.path.with_suffix(".lock")


def _stamp(path: Path) -> object:
    try:
        status = path.lstat()
    except OSError as error:
        return error.errno
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _alarm(what: Alarm, at: int) -> Event:
    return Event(EventKind.ALARM, {"what": what.value, "consequence": Consequence.NOTICE.value}, at)


def _chained(before: str, plain: Mapping[str, Any]) -> str:
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}{canonical}".encode()).hexdigest()


def _plain(event: Event) -> dict[str, Any]:
    return {"at": event.at, "kind": event.kind.value, "facts": dict(event.facts)}


def _written(events: Sequence[Event]) -> bytes:
    stored, last = [], _START
    for event in events:
        last = _chained(last, _plain(event))
        stored.append({**_plain(event), "chain": last})
    return json.dumps({"format": FORMAT, "count": len(stored), "last": last, "events": stored}, indent=0).encode()


def _checked(stored: Any, head: tuple[int, str] | None) -> Reading:
    """The events as far as the chain holds; `head` is a place that it must go through."""
    events: list[Event] = []
    last, passed = _START, head == _BEGIN
    try:
        for entry in stored["events"]:
            event = Event(EventKind(entry["kind"]), entry["facts"], int(entry["at"]))
            if _chained(last, _plain(event)) != entry["chain"]:
                return Reading(tuple(events), whole=False)
            events.append(event)
            last = entry["chain"]
            passed = passed or (len(events), last) == head
        whole = (stored["format"], stored["count"], stored["last"]) == (FORMAT, len(events), last)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        whole = False
    return Reading(tuple(events), whole and passed, whole and not passed)


def _thinned(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The younger half of too many, after a word on the others and the answers of theirs that are in force."""
    if len(events) <= MOST_EVENTS:
        return events
    old, young = events[: len(events) // 2], events[len(events) // 2 :]
    facts = {"removed": len(old), "last": json.loads(_written(old))["last"]}
    in_force = {(answer.purpose, answer.given) for answer in _answers(old).values()}
    answers = [
        event
        for event in old
        if event.kind is EventKind.CONSENT_GIVEN and (event.facts["purpose"], event.at) in in_force
    ]
    return Event(EventKind.THINNED, facts, young[0].at), *answers, *young


def _answers(events: Sequence[Event]) -> dict[Purpose, Consent]:
    """Of each purpose the last answer that was not taken back, whichever words it answered."""
    found: dict[Purpose, Consent] = {}
    for event in events:
        if event.kind is EventKind.CONSENT_GIVEN:
            facts = event.facts
            purpose = Purpose(str(facts["purpose"]))
            found[purpose] = Consent(
                purpose, int(facts["version"]), str(facts["text"]), str(facts["language"]), event.at
            )
        elif event.kind is EventKind.CONSENT_REVOKED:
            found.pop(Purpose(str(event.facts["purpose"])), None)
    return found
