"""What the ledger may remember: kinds of events, each with a few facts out of closed lists.

Nothing here can hold a name, a path, a picture or anything measured in a face: every fact is a number, a word of a
fixed list or a hash of this program's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from headshot_desktop.core.consent import Purpose

Fact = str | int | bool


class EventKind(StrEnum):
    """What happened."""

    CONSENT_GIVEN = "consent-given"
    CONSENT_REVOKED = "consent-revoked"
    EXPORTED = "exported"
    TAKEN_OUT = "taken-out"
    DELETED = "deleted"
    MODEL_TRAINED = "model-trained"
    MODEL_DELETED = "model-deleted"
    WIPED = "wiped"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    UNLOCK_FAILED = "unlock-failed"
    APP_LOCK_CHANGED = "app-lock-changed"
    MARKS_CHANGED = "marks-changed"
    POLICY_CHANGED = "policy-changed"
    ALARM = "alarm"
    THINNED = "thinned"


class WipeReason(StrEnum):
    """Why everything was erased."""

    ASKED = "asked"
    CLOSED = "closed"
    IDLE = "idle"
    REVOKED = "revoked"
    KEY_LOST = "key-lost"
    ALARM = "alarm"


class LockReason(StrEnum):
    """Why the pictures were locked."""

    ASKED = "asked"
    IDLE = "idle"
    SCREEN = "screen"
    SLEEP = "sleep"
    ALARM = "alarm"


class Alarm(StrEnum):
    """What the watch saw."""

    TAMPERED = "tampered"
    ROLLED_BACK = "rolled-back"
    NETWORK_ATTEMPT = "network-attempt"
    DECODER_KILLED = "decoder-killed"
    DEBUGGER = "debugger"
    KEYRING_CHANGED = "keyring-changed"
    PERMISSIONS_CHANGED = "permissions-changed"
    UNLOCK_FAILURES = "unlock-failures"
    MODEL_CHANGED = "model-changed"
    LEDGER_CHANGED = "ledger-changed"


class Consequence(StrEnum):
    """What the program did about it."""

    NOTICE = "notice"
    LOCK = "lock"
    WIPE = "wipe"


_HASH: Final = re.compile(r"[0-9a-f]{64}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")


def _word(kind: type[StrEnum]) -> Callable[[Fact], bool]:
    return lambda fact: isinstance(fact, str) and fact in set(kind)


def _one_of(*words: str) -> Callable[[Fact], bool]:
    return lambda fact: isinstance(fact, str) and fact in words


def _hash(fact: Fact) -> bool:
    return isinstance(fact, str) and _HASH.fullmatch(fact) is not None


def _language(fact: Fact) -> bool:
    return isinstance(fact, str) and _LANGUAGE.fullmatch(fact) is not None


def _count(fact: Fact) -> bool:
    return isinstance(fact, int) and not isinstance(fact, bool) and 0 <= fact < 1_000_000_000


def _yes_or_no(fact: Fact) -> bool:
    return isinstance(fact, bool)


FACTS: Mapping[EventKind, Mapping[str, Callable[[Fact], bool]]] = {
    EventKind.CONSENT_GIVEN: {"purpose": _word(Purpose), "version": _count, "text": _hash, "language": _language},
    EventKind.CONSENT_REVOKED: {"purpose": _word(Purpose)},
    EventKind.EXPORTED: {"pictures": _count, "marked": _yes_or_no},
    EventKind.TAKEN_OUT: {"pictures": _count, "as": _one_of("zip", "age")},
    EventKind.DELETED: {"pictures": _count},
    EventKind.MODEL_TRAINED: {"photos": _count},
    EventKind.MODEL_DELETED: {},
    EventKind.WIPED: {"reason": _word(WipeReason), "pictures": _count},
    EventKind.LOCKED: {"reason": _word(LockReason)},
    EventKind.UNLOCKED: {},
    EventKind.UNLOCK_FAILED: {},
    EventKind.APP_LOCK_CHANGED: {"on": _yes_or_no, "second": _one_of("none", "security-key", "authenticator")},
    EventKind.MARKS_CHANGED: {"on": _yes_or_no},
    EventKind.POLICY_CHANGED: {"policy": _hash},
    EventKind.ALARM: {"what": _word(Alarm), "consequence": _word(Consequence)},
    EventKind.THINNED: {"removed": _count, "last": _hash},
}
"""For each kind the facts that it must have, and a check of each. Others cannot be recorded and are not read."""


@dataclass(frozen=True)
class Event:
    """One thing that happened.

    Attributes:
        kind: what.
        facts: exactly those that `FACTS` names for the kind.
        at: Unix time in seconds, to the minute; 0 before it is recorded.
    """

    kind: EventKind
    facts: Mapping[str, Fact]
    at: int = 0

    def __post_init__(self) -> None:
        wanted = FACTS[self.kind]
        if self.facts.keys() != wanted.keys() or not all(wanted[name](fact) for name, fact in self.facts.items()):
            raise ValueError(f"“{self.kind}” has the facts {sorted(wanted)}, and no others.")
