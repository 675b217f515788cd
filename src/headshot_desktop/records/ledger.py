"""The ledger: answers to consent questions and privacy events, in order, each chained to the one before.

One JSON file, replaced whole: `{"format": 1, "count": …, "last": …, "events": […]}`. Each event carries a `chain`, the
SHA-256 of the `chain` before it and of its own canonical JSON; `count` and `last` name the end. A changed, removed or
inserted event and a tail that was cut off are seen. What this cannot show is somebody with this user's rights who
writes the whole file anew with all its chains: there is no key that such a person could not read too.

It holds nothing personal (see `core.events`), survives a wipe, and can be deleted.
"""

from __future__ import annotations

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
_START = "0" * 64
_MINUTE = 60


def ledger_path() -> Path:
    """The file, in the system's place for an application's data."""
    import platformdirs

    return platformdirs.user_data_path("headshot-desktop", appauthor=False) / "ledger.json"


@dataclass(frozen=True)
class Reading:
    """What the ledger says.

    Attributes:
        events: in order, as far as the chain holds.
        whole: whether the chain holds to the end that is named.
    """

    events: tuple[Event, ...] = ()
    whole: bool = True

    def consents(self) -> Mapping[Purpose, Consent]:
        """The answers in force: given to the words of today and not taken back since; none if the chain is broken."""
        found = _answers(self.events if self.whole else ())
        return {purpose: consent for purpose, consent in found.items() if consent.valid}


class Ledger:
    """Append and read; several processes may do so at once."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Nothing is read or written yet.

        Args:
            path: of the file; a lock lies beside it while it is written.
            clock: Unix time in seconds.
        """
        self.path = path
        self._clock = clock

    def append(self, event: Event) -> None:
        """Record an event with the time of now, to the minute.

        A ledger that was changed from outside is set aside as `.broken`, and the new one begins with an alarm.

        Raises:
            MachineError: it cannot be kept.
        """
        now = int(self._clock()) // _MINUTE * _MINUTE
        try:
            with in_turn(self._lock):
                before = self.read()
                events = before.events
                if not before.whole:
                    os.replace(self.path, self._broken)
                    events = (Event(EventKind.ALARM, _CHANGED, now),)
                write_new(self.path, _written(_thinned((*events, replace(event, at=now)))), overwrite=True)
                os.chmod(self.path, 0o600)
        except (OSError, HeadshotError) as error:
            raise MachineError("The record of privacy events could not be kept.", code="ledger-unwritable") from error

    def read(self) -> Reading:
        """All of it; what is damaged is told by `whole`, never raised."""
        if not os.path.lexists(self.path):
            return Reading()
        try:
            stored = json.loads(read_limited(self.path, _MAX_BYTES))
        except (HeadshotError, OSError, ValueError, RecursionError):
            return Reading(whole=False)
        return _checked(stored)

    def delete(self) -> None:
        """Remove it and what was set aside; `MachineError` where that is not possible."""
        try:
            if not self.path.parent.exists():
                return
            with in_turn(self._lock, last=True):
                for path in (self.path, self._broken):
                    path.unlink(missing_ok=True)
        except OSError as error:
            sentence = "The record of privacy events could not be deleted."
            raise MachineError(sentence, code="ledger-undeletable") from error

    @property
    def _broken(self) -> Path:
        return self.path.with_suffix(".broken")

    @property
    def _lock(self) -> Path:
        return self.path.with_suffix(".lock")


_CHANGED = {"what": Alarm.LEDGER_CHANGED.value, "consequence": Consequence.NOTICE.value}


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


def _checked(stored: Any) -> Reading:
    """The events as far as the chain holds."""
    events: list[Event] = []
    last = _START
    try:
        for entry in stored["events"]:
            event = Event(EventKind(entry["kind"]), entry["facts"], int(entry["at"]))
            if _chained(last, _plain(event)) != entry["chain"]:
                return Reading(tuple(events), whole=False)
            events.append(event)
            last = entry["chain"]
        whole = (stored["format"], stored["count"], stored["last"]) == (FORMAT, len(events), last)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        whole = False
    return Reading(tuple(events), whole)


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
