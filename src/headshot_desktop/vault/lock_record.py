"""The app lock's record: one JSON file that holds the lock secret, wrapped once for each way to open it.

It is written whole or not at all, read with a limit, and refused as a whole when anything in it is not as it is written
here; `docs/vault-format.md` has every field. Nothing in it is about a person.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from headshot_desktop.vault.back_off import Attempts
from headshot_desktop.vault.passphrase import SALT_BYTES, Cost

FORMAT = 1
MAX_BYTES = 16 << 10
MOST_KEYS = 2
ID_BYTES, SEALED_SECRET = 16, 48
_TOTP_SEALED = 20 + 8 + 16
_KEY_SALT = 32
_CREDENTIAL = 1024
_BOOT = re.compile(r"[0-9a-f-]{0,64}")


class Second(StrEnum):
    """The second step, with the words of `core.events`."""

    NONE = "none"
    SECURITY_KEY = "security-key"
    AUTHENTICATOR = "authenticator"


class Damaged(Exception):
    """Not a record of this version, or not as it was written."""


@dataclass(frozen=True)
class Way:
    """One set of factors that opens the lock.

    Attributes:
        kind: `passphrase` (alone, or before an authenticator's code), `security-key` (with the passphrase) or
            `recovery` (the code alone).
        salt: of the wrapping key.
        credential: of the security key; empty for other kinds.
        sealed: the lock secret, wrapped; empty while the record is made.
    """

    kind: str
    salt: bytes
    credential: bytes = b""
    sealed: bytes = b""


@dataclass(frozen=True)
class Gate:
    """An authenticator app's secret and the step that was used last, sealed under the lock secret."""

    salt: bytes
    sealed: bytes


@dataclass(frozen=True)
class Record:
    """What the file says.

    Attributes:
        identity: 16 random bytes, new with each change.
        cost: of Argon2id.
        salt: of Argon2id.
        second: the second step.
        key_salt: what security keys are asked with; empty without any.
        ways: one or two for the person, and the recovery code's.
        gate: with an authenticator app only.
        attempts: what failed since the last success; the only part that changes while the lock stays the same.
    """

    identity: bytes
    cost: Cost
    salt: bytes
    second: Second
    ways: tuple[Way, ...]
    key_salt: bytes = b""
    gate: Gate | None = None
    attempts: Attempts = field(default_factory=Attempts)

    def head(self) -> bytes:
        """All that a wrapping depends on, as bytes: associated data, so that none of it can be changed or swapped."""
        return _canonical(
            {
                "format": FORMAT,
                "identity": self.identity.hex(),
                **_argon2(self.cost, self.salt),
                "second": self.second.value,
                "key_salt": self.key_salt.hex(),
                "ways": [[way.kind, way.salt.hex(), way.credential.hex()] for way in self.ways],
            }
        )

    def of_kind(self, kind: str) -> tuple[Way, ...]:
        """The ways of one kind."""
        return tuple(way for way in self.ways if way.kind == kind)


def write_record(record: Record) -> bytes:
    """The file's content."""
    body: dict[str, Any] = {
        "format": FORMAT,
        "identity": record.identity.hex(),
        **_argon2(record.cost, record.salt),
        "second": record.second.value,
        "key_salt": record.key_salt.hex(),
        "ways": [
            {
                "kind": way.kind,
                "salt": way.salt.hex(),
                "credential": way.credential.hex(),
                "sealed": way.sealed.hex(),
            }
            for way in record.ways
        ],
        "gate": {"salt": record.gate.salt.hex(), "sealed": record.gate.sealed.hex()} if record.gate else None,
        "attempts": {
            "failures": record.attempts.failures,
            "boot": record.attempts.boot,
            "at": float(record.attempts.at),
        },
    }
    return json.dumps({**body, "check": _check(body)}, indent=1, sort_keys=True).encode() + b"\n"


def read_record(content: bytes) -> Record:
    """The record of a file; `Damaged` for everything that `write_record` would not write, byte for byte."""
    if len(content) > MAX_BYTES:
        raise Damaged
    try:
        body = json.loads(content)
        record = _record(body)
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError):
        raise Damaged from None
    if not _sound(record) or write_record(record) != content:
        raise Damaged
    return record


def _record(body: Mapping[str, Any]) -> Record:
    if body["format"] != FORMAT or type(body["format"]) is not int:
        raise Damaged
    argon2, attempts, gate = body["argon2"], body["attempts"], body["gate"]
    cost = Cost(*(_number(argon2[name]) for name in ("memory", "passes", "lanes")))
    ways = tuple(
        Way(str(way["kind"]), _bytes(way["salt"]), _bytes(way["credential"]), _bytes(way["sealed"]))
        for way in body["ways"]
    )
    return Record(
        _bytes(body["identity"]),
        cost,
        _bytes(argon2["salt"]),
        Second(body["second"]),
        ways,
        _bytes(body["key_salt"]),
        None if gate is None else Gate(_bytes(gate["salt"]), _bytes(gate["sealed"])),
        Attempts(_number(attempts["failures"]), str(attempts["boot"]), float(attempts["at"])),
    )


def _number(value: Any) -> int:
    if type(value) is not int:
        raise Damaged
    return value


def _bytes(value: Any) -> bytes:
    return bytes.fromhex(value)


def _sound(record: Record) -> bool:
    """Lengths, ranges, and which ways go with which second step."""
    attempts = record.attempts
    numbers = (
        record.cost.allowed
        and 0 <= attempts.failures <= 10**6
        and math.isfinite(attempts.at)
        and 0 <= attempts.at < 1e12
        and _BOOT.fullmatch(attempts.boot) is not None
    )
    lengths = (
        len(record.identity) == ID_BYTES
        and len(record.salt) == SALT_BYTES
        and all(len(way.salt) == SALT_BYTES and len(way.sealed) == SEALED_SECRET for way in record.ways)
        and len({way.salt for way in record.ways}) == len(record.ways)
    )
    return numbers and lengths and _fits_second(record)


def _fits_second(record: Record) -> bool:
    kinds = [way.kind for way in record.ways]
    keyed = record.second is Second.SECURITY_KEY
    wanted: Sequence[list[str]] = (
        [["security-key"] * count + ["recovery"] for count in range(1, MOST_KEYS + 1)]
        if keyed
        else [["passphrase", "recovery"]]
    )
    credentials = all(bool(way.credential) == (way.kind == "security-key") for way in record.ways)
    short = all(len(way.credential) <= _CREDENTIAL for way in record.ways)
    gate = record.gate is not None
    gate_fits = not gate or (
        len(record.gate.salt) == SALT_BYTES and len(record.gate.sealed) == _TOTP_SEALED  # type: ignore[union-attr]
    )
    return (
        kinds in wanted
        and credentials
        and short
        and len(record.key_salt) == (_KEY_SALT if keyed else 0)
        and gate == (record.second is Second.AUTHENTICATOR)
        and gate_fits
    )


def _argon2(cost: Cost, salt: bytes) -> dict[str, Any]:
    return {
        "argon2": {"memory": cost.memory, "passes": cost.passes, "lanes": cost.lanes, "salt": salt.hex()},
    }


def _canonical(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, separators=(",", ":"), sort_keys=True).encode()


def _check(body: Mapping[str, Any]) -> str:
    """Finds damage, not deceit: whoever writes the file can write this too."""
    return hashlib.sha256(b"headshot-desktop app lock record 1" + _canonical(body)).hexdigest()
