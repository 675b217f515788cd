"""From a passphrase to 32 bytes: Argon2id (RFC 9106), at a cost that fits this machine.

The passphrase comes as UTF-8 in a `bytearray`, which its owner zeroes; it never is a `str` as a whole in here.
"""

from __future__ import annotations

import os
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from headshot_desktop.core.errors import OutOfMemory, UsageError

KEY_BYTES, SALT_BYTES = 32, 16

SHORTEST, LONGEST = 10, 1024
"""Characters that a new passphrase must have; bytes that one may have."""

FLOOR, MOST = 64 << 10, 1 << 20
"""KiB of memory: 64 MiB is RFC 9106's second recommended option; above 1 GiB a record counts as damaged."""

_MOST_PASSES, _LANES = 12, 4
_AIM, _LONG = 0.5, 2.0
_OVERWRITES = 3
_SHARE = 4
"""Argon2 takes at most this part of the memory that is free."""

_JAMO = range(0x1160, 0x1200)
"""Hangul vowels and finals: of class 0, yet they join the letter before them."""

Buffer = bytes | bytearray | memoryview


@dataclass(frozen=True)
class Cost:
    """What one guess costs.

    Attributes:
        memory: KiB, `FLOOR` to `MOST`.
        passes: over the memory, 3 to 12.
        lanes: threads, 1 to 8.
    """

    memory: int = 256 << 10
    passes: int = 3
    lanes: int = _LANES

    @property
    def allowed(self) -> bool:
        """Whether a record may say so: not weaker than the floor, not more than a machine can give."""
        return FLOOR <= self.memory <= MOST and 3 <= self.passes <= _MOST_PASSES and 1 <= self.lanes <= 8


Stretch = Callable[[Buffer, bytes, Cost], bytearray]
"""Passphrase, salt and cost to `KEY_BYTES` bytes."""


def stretch(passphrase: Buffer, salt: bytes, cost: Cost) -> bytearray:
    """Argon2id, version 1.3, without secret and associated data. Raises `OutOfMemory`."""
    key = bytearray(KEY_BYTES)
    argon2 = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    try:
        argon2.derive_into(passphrase, key)  # type: ignore[arg-type]  # takes any buffer, its stub says bytes
    except MemoryError:
        raise OutOfMemory(
            "Checking the passphrase needs {size} MB of free memory. Close other programs and try again.",
            size=cost.memory >> 10,
        ) from None
    finally:
        _overwrite_hash(len(memoryview(passphrase)))
    return key


def _overwrite_hash(size: int) -> None:
    """Hash as many zeros in the same way, at the least cost that Argon2 knows.

    OpenSSL leaves the passphrase in the buffer of the first hash (BLAKE2b), which it has given back to the allocator;
    the next one of the same size gets that memory (measured: 1 copy without this, 0 with it).
    """
    for _ in range(_OVERWRITES):
        argon2 = Argon2id(salt=bytes(SALT_BYTES), length=KEY_BYTES, iterations=1, lanes=1, memory_cost=8)
        argon2.derive_into(bytes(size), bytearray(KEY_BYTES))


def calibrate(
    derive: Stretch = stretch, clock: Callable[[], float] = time.perf_counter, free: int | None = None
) -> Cost:
    """The cost at which one guess takes 0.5 to 2 s here.

    Begins with 256 MiB and 3 passes, or what a quarter of the free memory gives; slow machines get less memory down to
    the floor, fast ones more passes.

    Args:
        derive: is timed.
        clock: seconds.
        free: bytes of memory that can be had; by default what the system says.
    """
    have = free_memory() if free is None else free
    cost = Cost()
    while cost.memory > FLOOR and have is not None and cost.memory << 10 > have // _SHARE:
        cost = replace(cost, memory=cost.memory // 2)
    took = _seconds(derive, clock, cost)
    while took > _LONG and cost.memory > FLOOR:
        cost = replace(cost, memory=max(FLOOR, cost.memory // 2))
        took = _seconds(derive, clock, cost)
    if took < _AIM:
        # Time grows with the passes; a clock that says nothing must not make the number boundless.
        wanted = -int(-_AIM * cost.passes // max(took, 0.01))
        cost = replace(cost, passes=min(_MOST_PASSES, max(cost.passes, wanted)))
    return cost


def _seconds(derive: Stretch, clock: Callable[[], float], cost: Cost) -> float:
    started = clock()
    try:
        derive(b"how long does it take here?", bytes(SALT_BYTES), cost)
    except OutOfMemory:
        if cost.memory <= FLOOR:
            raise
        return float("inf")
    return clock() - started


def free_memory() -> int | None:
    """Bytes that can be had without swapping; None where the system does not say."""
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
    except OSError:
        lines = []
    for line in lines:
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) << 10
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, ValueError, OSError):
        return None


def check_new(passphrase: Buffer) -> None:
    """Raise `UsageError` for a passphrase that is too short, too long, or one character over and over."""
    characters = list(_characters(passphrase))
    if len(characters) < SHORTEST or len(set(characters)) < 4:
        raise UsageError(
            "Choose a longer passphrase: at least {count} characters, and not the same ones over and over.",
            code="passphrase-short",
            count=SHORTEST,
        )
    if len(memoryview(passphrase)) > LONGEST:
        raise UsageError("This passphrase is too long. Choose a shorter one.", code="passphrase-long")


def composed(passphrase: Buffer) -> bytearray:
    """The same text in one form, Unicode's NFC, as UTF-8: keyboards differ in how they write “é”.

    Letter by letter, so that the whole never is an object that cannot be zeroed. `UsageError` for what is no UTF-8 or
    too long.
    """
    size = len(memoryview(passphrase))
    if size > LONGEST:
        raise UsageError("This passphrase is too long. Choose a shorter one.", code="passphrase-long")
    made, filled = bytearray(4 * size), 0
    for letter in _letters(passphrase):
        piece = unicodedata.normalize("NFC", letter).encode()
        made[filled : filled + len(piece)] = piece
        filled += len(piece)
    exact = bytearray(filled)
    with memoryview(made) as source, memoryview(exact) as target:
        target[:] = source[:filled]
    made[:] = bytes(len(made))
    return exact


def _characters(passphrase: Buffer) -> Iterator[str]:
    """The characters of UTF-8, one by one; a line's end is none of a passphrase's."""
    view = memoryview(passphrase).cast("B")
    at = 0
    while at < len(view):
        first = view[at]
        size = 1 if first < 0x80 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4
        try:
            character = bytes(view[at : at + size]).decode("utf-8")
        except UnicodeDecodeError:
            raise UsageError("The passphrase is no text (UTF-8). Type it again.", code="passphrase-text") from None
        yield character
        at += size


def _letters(passphrase: Buffer) -> Iterator[str]:
    """Characters together with the marks that join them."""
    letter = ""
    for character in _characters(passphrase):
        if letter and not unicodedata.combining(character) and ord(character) not in _JAMO:
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter
