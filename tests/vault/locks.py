"""App locks for tests: a quick stand-in for Argon2, and a clock that tests move."""

from __future__ import annotations

import hashlib
from pathlib import Path

from headshot_desktop.vault.app_lock import AppLock, Proof
from headshot_desktop.vault.back_off import Clock
from headshot_desktop.vault.passphrase import Buffer, Cost
from headshot_desktop.vault.security_key import SecurityKeys
from tests.vault.virtual_key import VirtualKey

WORDS = b"correct horse battery staple"
OTHER = b"four quite different words"


class Hands(Clock):
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.machine, self.now, self.time = "0f0f0f0f-0001", 1000.0, 1_800_000_000.0

    def boot(self) -> str:
        return self.machine

    def seconds(self) -> float:
        return self.now

    def unix(self) -> float:
        return self.time


def quick(passphrase: Buffer, salt: bytes, cost: Cost) -> bytearray:
    """32 bytes that depend on all three, at once."""
    return bytearray(hashlib.sha256(bytes(passphrase) + salt + repr(cost).encode()).digest())


class Plugged(list[VirtualKey]):
    """The keys that are plugged in now."""

    def __call__(self) -> list[VirtualKey]:
        return list(self)


def app_lock(folder: Path, clock: Clock | None = None, keys: Plugged | None = None) -> AppLock:
    """The lock whose record lies in `folder`."""
    plugged = keys if keys is not None else Plugged()
    return AppLock(
        folder / "settings" / "app-lock.json",
        derive=quick,
        measure=Cost,
        clock=clock or Hands(),
        keys=SecurityKeys(plugged),
    )


def proof(words: bytes = WORDS, code: str = "") -> Proof:
    """What the person shows."""
    return Proof(bytearray(words), code)
