"""Argon2id against RFC 9106 and the reference implementation's own vectors; how its cost is chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from headshot_desktop.core.errors import OutOfMemory
from headshot_desktop.vault.passphrase import FLOOR, Buffer, Cost, calibrate, composed, free_memory, stretch

MIB = 1 << 20


def test_rfc_9106() -> None:
    """Section 5.3, with secret and associated data, which the program does not use."""
    made = Argon2id(
        salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\4" * 12, secret=b"\3" * 8
    ).derive(b"\1" * 32)
    assert made.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


@pytest.mark.parametrize(
    ("passes", "memory", "password", "salt", "tag"),
    [
        (2, 1 << 16, b"password", b"somesalt", "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
        (2, 1 << 8, b"password", b"somesalt", "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (1, 1 << 16, b"password", b"somesalt", "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98"),
        (2, 1 << 16, b"password", b"diffsalt", "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"),
    ],
)  # fmt: skip
def test_the_reference_implementation(passes: int, memory: int, password: bytes, salt: bytes, tag: str) -> None:
    """`test.c` of phc-winner-argon2, version 1.3, one lane."""
    assert stretch(password, salt, Cost(memory, passes, 1)).hex() == tag
    assert stretch(bytearray(password), salt, Cost(memory, passes, 1)).hex() == tag


class Machine:
    """One on which a MiB and pass takes a given time, with so much memory."""

    def __init__(self, seconds: float, most: int = 4 << 30) -> None:
        self.per_step, self.most, self.now = seconds, most, 0.0
        self.asked: list[Cost] = []

    def derive(self, passphrase: Buffer, salt: bytes, cost: Cost) -> bytearray:
        del passphrase, salt
        self.asked.append(cost)
        if cost.memory << 10 > self.most:
            raise OutOfMemory("no room")
        self.now += self.per_step * (cost.memory >> 10) * cost.passes
        return bytearray(32)

    def choose(self, free: int | None = 16 << 30) -> tuple[Cost, float]:
        cost = calibrate(self.derive, lambda: self.now, free)
        return cost, self.per_step * (cost.memory >> 10) * cost.passes


@pytest.mark.parametrize("seconds", [0.0002, 0.0007, 0.001, 0.0013, 0.0018, 0.0026, 0.004, 0.0052])
def test_one_guess_takes_half_a_second_to_two(seconds: float) -> None:
    cost, takes = Machine(seconds).choose()
    assert 0.5 <= takes <= 2.0
    assert cost.allowed


def test_an_ordinary_machine_gets_256_mib_and_three_passes() -> None:
    assert Machine(0.0018).choose()[0] == Cost(256 << 10, 3, 4)


def test_a_very_fast_and_a_very_slow_machine_stay_within_the_limits() -> None:
    assert Machine(1e-9).choose()[0].passes == 12
    slow, takes = Machine(0.05).choose()
    assert slow.memory == FLOOR
    assert takes > 2, "never weaker than the floor, however long it takes"


def test_little_memory_takes_less_and_never_less_than_the_floor() -> None:
    assert Machine(0.001).choose(free=512 * MIB)[0].memory == 128 << 10
    assert Machine(0.001).choose(free=100 * MIB)[0].memory == FLOOR
    assert Machine(0.001).choose(free=None)[0].memory == 256 << 10
    assert Machine(0.001, most=130 * MIB).choose()[0].memory == 128 << 10, "what the system says may be wrong"
    with pytest.raises(OutOfMemory):
        Machine(0.001, most=32 * MIB).choose()


def test_the_system_says_how_much_is_free() -> None:
    free = free_memory()
    assert free is None or free > MIB


def _pieces(text: str) -> Iterator[bytes]:
    import unicodedata

    for form in ("NFC", "NFD"):
        yield unicodedata.normalize(form, text).encode()


@pytest.mark.parametrize("text", ["Ünïcödé ç", "한국어 비밀번호", "Việt Nam", "naïve Ångström", "पासवर्ड", "plain"])
def test_both_ways_to_write_it_become_the_same(text: str) -> None:
    one, other = (composed(bytearray(piece)) for piece in _pieces(text))
    assert one == other == bytearray(next(_pieces(text)))
