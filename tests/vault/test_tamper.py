"""Proof P1: whatever is changed in what lies on the disk, nothing of it opens.

Counts are written to the terminal as one JSON line per run. The quick half runs always; the long one with
`make assurance`: every single bit and every length of an object of seven full chunks, and 200,000 more mutations.
"""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import pytest

from headshot_desktop.core.errors import VaultUnreadable
from headshot_desktop.vault.format import CHUNK, TAG, seal, unseal
from headshot_desktop.vault.index import Entry, Index, open_index, read_index, reseal_index, seal_index
from tests.vault.make_vectors import Names, derived

HEADER, SEALED_CHUNK = 64, CHUNK + TAG
KEK, DEK = derived("kek", 32), derived("dek", 32)
SEVEN, OTHER = Names.of("seven"), Names.of("other")
GENERATION = 7
PICTURE = derived("picture", 7 * CHUNK - 100)


@dataclass(frozen=True)
class Target:
    """Something that lies on the disk, and the way it is opened."""

    genuine: bytes
    donor: bytes
    """Another genuine file of the same vault, to take parts from."""
    opening: Callable[[bytearray], object]

    def opens(self, data: bytearray) -> bool:
        """Whether it opens; every other error than the one is the test's failure."""
        try:
            self.opening(data)
        except VaultUnreadable:
            return False
        return True


def _targets() -> dict[str, Target]:
    def entry(number: int) -> Entry:
        secret = bytearray(derived(f"secret {number}", 32))
        names = derived(f"handle {number}", 16).hex(), derived(f"object {number}", 16)
        return Entry(*names, secret, "photo", 300, 1.5, derived(f"digest {number}", 32), 592)

    entries = tuple(entry(number) for number in range(3))
    before = seal_index(KEK, DEK, SEVEN.vault_id, Index(GENERATION - 1, entries[:2]))
    index = bytes(reseal_index(DEK, before, Index(GENERATION, entries)))
    seven, small = (bytes(seal(*SEVEN, "photo", content)) for content in (PICTURE, b"small"))
    other, little = (bytes(seal(*OTHER, "photo", content)) for content in (PICTURE, b"small"))
    return {
        "seven chunks": Target(seven, other, lambda data: unseal(*SEVEN, data)),
        "small object": Target(small, little, lambda data: unseal(*SEVEN, data)),
        "index by KEK": Target(
            index, bytes(before), lambda data: open_index(KEK, data, vault_id=SEVEN.vault_id, generation=GENERATION)
        ),
        "index by DEK": Target(index, bytes(before), lambda data: read_index(DEK, data, SEVEN.vault_id, GENERATION)),
    }


TARGETS = _targets()
SMALL = [name for name in TARGETS if name != "seven chunks"]


@pytest.fixture(scope="module")
def tally(request: pytest.FixtureRequest) -> Iterator[Counter[str]]:
    """Attempts by kind, shown at the end."""
    counts: Counter[str] = Counter()
    yield counts
    accepted = counts.pop("accepted", 0)
    line = json.dumps({"proof": "P1", "attempts": dict(counts), "total": counts.total(), "accepted": accepted})
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")
    capture = request.config.pluginmanager.get_plugin("capturemanager")
    if reporter is not None and capture is not None:
        with capture.global_and_fixture_disabled():
            reporter.write_line("\n" + line)


def refuse(tally: Counter[str], kind: str, target: Target, attempts: Iterable[bytearray]) -> int:
    """Try each, count all, demand that none opens; how many were tried, for the test to know that they were."""
    tried = accepted = 0
    for data in attempts:
        tried += 1
        accepted += target.opens(data)
    tally.update({kind: tried, "accepted": accepted})
    assert accepted == 0
    return tried


def flips(genuine: bytes, bits: Iterable[int]) -> Iterator[bytearray]:
    """The file with one bit wrong, in place: the next one is asked for when this one has been tried."""
    data = bytearray(genuine)
    for bit in bits:
        data[bit >> 3] ^= 1 << (bit & 7)
        yield data
        data[bit >> 3] ^= 1 << (bit & 7)
    assert data == genuine


def mutations(target: Target, seed: str, count: int) -> Iterator[bytearray]:
    """Random damage of eight kinds that always changes something."""
    dice = random.Random(seed)  # noqa: S311 - must be repeatable, need not be secret
    made = 0
    while made < count:
        data = _mutated(dice, target.genuine, target.donor)
        if data != target.genuine:
            made += 1
            yield data


def _mutated(dice: random.Random, genuine: bytes, donor: bytes) -> bytearray:
    data = bytearray(genuine)
    start = dice.randrange(min(len(data), 256) if dice.random() < 0.3 else len(data))
    span = min(1 << dice.randrange(len(data).bit_length()), len(data) - start)
    kind = dice.randrange(8)
    if kind == 0:
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] = dice.randrange(256)
    elif kind == 1:
        for _ in range(dice.randint(2, 16)):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    elif kind == 2:
        data[start : start + span] = bytes(span)
    elif kind == 3:
        data[start : start + span] = dice.randbytes(span)
    elif kind == 4:
        del data[start : start + span]
    elif kind == 5:
        data[start:start] = dice.randbytes(dice.randint(1, 64))
    elif kind == 6:
        where = dice.randrange(len(data) - span + 1)
        data[start : start + span] = genuine[where : where + span]
    else:
        data[start : start + span] = donor[start : start + span]
    return data


def some_bits_of_seven_chunks() -> list[int]:
    """Every bit of the header and of each tag, and one, in turn another, of each 16-byte block of ciphertext."""
    size = len(TARGETS["seven chunks"].genuine)
    tags = [at for chunk in range(7) for at in range(HEADER + chunk * SEALED_CHUNK + CHUNK, size)[:TAG]]
    every = [byte * 8 + bit for byte in (*range(HEADER), *tags) for bit in range(8)]
    return every + [at * 8 + (at // 16 * 37) % 128 for at in range(HEADER, size - 16, 16)]


@pytest.mark.parametrize("name", TARGETS)
def test_the_untouched_file_opens(name: str) -> None:
    """Positive control: the refusals below are not for a wrong key."""
    target = TARGETS[name]
    assert target.opens(bytearray(target.genuine))
    assert len(TARGETS["seven chunks"].genuine) == HEADER + 7 * SEALED_CHUNK


def test_the_proof_sees_an_acceptance() -> None:
    """Positive control: one attempt that opens makes the proof fail."""
    target = TARGETS["small object"]
    own: Counter[str] = Counter()
    with pytest.raises(AssertionError):
        refuse(own, "mixed", target, [bytearray(b"x"), bytearray(target.genuine)])
    blind = Target(target.genuine, target.donor, len)
    with pytest.raises(AssertionError):
        refuse(own, "blind", blind, flips(blind.genuine, [0]))
    assert own == {"mixed": 2, "blind": 1, "accepted": 2}


@pytest.mark.parametrize("name", SMALL)
def test_every_bit_of_a_small_file(name: str, tally: Counter[str]) -> None:
    """Header, key block with the wrapped data key, ciphertext, tags: all of it."""
    target = TARGETS[name]
    bits = 8 * len(target.genuine)
    assert refuse(tally, "bits", target, flips(target.genuine, range(bits))) == bits >= 1000


def test_a_bit_of_every_block_of_seven_chunks(tally: Counter[str]) -> None:
    target = TARGETS["seven chunks"]
    assert refuse(tally, "bits", target, flips(target.genuine, some_bits_of_seven_chunks())) >= 28_000


@pytest.mark.parametrize("name", SMALL)
def test_every_length_of_a_small_file(name: str, tally: Counter[str]) -> None:
    target = TARGETS[name]
    cut = (bytearray(target.genuine[:length]) for length in range(len(target.genuine)))
    assert refuse(tally, "truncations", target, cut) == len(target.genuine) >= 100


def test_lengths_of_seven_chunks_around_every_edge(tally: Counter[str]) -> None:
    target = TARGETS["seven chunks"]
    edges = [HEADER + chunk * SEALED_CHUNK for chunk in range(8)]
    near = {edge + offset for edge in edges for offset in range(-40, 41)} | set(range(0, edges[-1], 4099))
    lengths = sorted(length for length in near if 0 <= length < edges[-1])
    cut = (bytearray(target.genuine[:length]) for length in lengths)
    assert refuse(tally, "truncations", target, cut) >= 600


@pytest.mark.parametrize("name", TARGETS)
def test_files_with_something_behind_them(name: str, tally: Counter[str]) -> None:
    target = TARGETS[name]
    lengths = [*range(1, 100), 511, 512, 528, CHUNK, SEALED_CHUNK - 1, SEALED_CHUNK, SEALED_CHUNK + 1]
    tails = [tail for length in lengths for tail in (bytes(length), derived("tail", length), target.genuine[-length:])]
    longer = (bytearray(target.genuine + tail) for tail in tails)
    assert refuse(tally, "extensions", target, longer) == 3 * len(lengths) == 318


def test_chunks_swapped_doubled_dropped_and_taken_from_another(tally: Counter[str]) -> None:
    target = TARGETS["seven chunks"]
    head, chunks, theirs = target.genuine[:HEADER], _chunks(target.genuine), _chunks(target.donor)
    orders: list[list[bytes]] = []
    for one, two in itertools.permutations(range(7), 2):
        before, after = chunks[:one], chunks[one + 1 :]
        swapped = chunks.copy()
        swapped[one], swapped[two] = chunks[two], chunks[one]
        orders += [swapped, [*before, chunks[two], *after], [*before, chunks[two], chunks[one], *after]]
    for one in range(7):
        orders += [
            [*chunks[:one], *chunks[one + 1 :]],
            [*chunks[: one + 1], *chunks[one:]],
            chunks[:one] + chunks[-1:] * (one < 6),
            [*chunks[:one], theirs[one], *chunks[one + 1 :]],
            [*chunks[:one], *theirs[one:]],
        ]
    orders += [chunks[::-1], theirs, []]
    assert refuse(tally, "chunks", target, (bytearray(head + b"".join(order)) for order in orders)) == 164


def _chunks(sealed: bytes) -> list[bytes]:
    return [sealed[at : at + SEALED_CHUNK] for at in range(HEADER, len(sealed), SEALED_CHUNK)]


def test_swaps_between_objects_vaults_and_secrets(tally: Counter[str]) -> None:
    """Each object where another one is expected, with the right secret or the wrong one."""
    vaults = ("vault", "other vault")
    names = [Names.of(name, vault) for vault in vaults for name in ("one", "two")]
    sealed = [bytes(seal(*name, "photo", b"picture")) for name in names]
    places = [Names(*mixed) for mixed in itertools.product(*({*field} for field in zip(*names, strict=True)))]
    tried = accepted = 0
    for place, (name, file) in itertools.product(places, zip(names, sealed, strict=True)):
        opens = Target(file, file, partial(unseal, *place)).opens(bytearray(file))
        assert opens == (place == name)
        tried, accepted = tried + 1, accepted + opens
    assert (tried, accepted) == (len(places) * 4, 4)
    tally["swaps"] += tried - accepted


def test_headers_and_bodies_of_different_files(tally: Counter[str]) -> None:
    tried = 0
    for name, target in TARGETS.items():
        edges = (HEADER,) if name not in ("index by KEK", "index by DEK") else (32, 48, 96, 144, 160)
        mixed = [bytearray(target.genuine[:edge] + target.donor[edge:]) for edge in edges]
        mixed += [bytearray(target.donor[:edge] + target.genuine[edge:]) for edge in edges]
        # A later index of the same keys has the same key block: those two mixtures are the genuine file.
        mixed = [data for data in mixed if data != target.genuine]
        tried += refuse(tally, "swaps", target, [*mixed, bytearray(target.donor)])
    assert tried >= 20


def test_the_kind_comes_out_as_it_was_sealed() -> None:
    """It is inside the encryption; the caller compares it with the index."""
    for kind in ("photo", "thumbnail", "candidate", "index"):
        assert unseal(*SEVEN, seal(*SEVEN, kind, b"picture"))[0] == kind
    index = TARGETS["index by DEK"].genuine
    assert unseal(DEK, SEVEN.vault_id, index[128:144], index[96:])[0] == "index"


@pytest.mark.parametrize("name", TARGETS)
def test_random_mutations(name: str, tally: Counter[str]) -> None:
    target = TARGETS[name]
    assert refuse(tally, "mutations", target, mutations(target, f"quick {name}", 5_000)) == 5_000


@pytest.mark.assurance
@pytest.mark.timeout(3_600)
def test_every_bit_of_seven_chunks(tally: Counter[str]) -> None:
    target = TARGETS["seven chunks"]
    bits = 8 * len(target.genuine)
    assert refuse(tally, "bits", target, flips(target.genuine, range(bits))) == bits >= 3_600_000


@pytest.mark.assurance
@pytest.mark.timeout(3_600)
def test_every_length_of_seven_chunks(tally: Counter[str]) -> None:
    target = TARGETS["seven chunks"]
    data = bytearray(target.genuine)

    def cuts() -> Iterator[bytearray]:
        while data:
            data.pop()
            yield data

    assert refuse(tally, "truncations", target, cuts()) == len(target.genuine) >= 450_000


@pytest.mark.assurance
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("name", TARGETS)
def test_many_random_mutations(name: str, tally: Counter[str]) -> None:
    target = TARGETS[name]
    assert refuse(tally, "mutations", target, mutations(target, f"long {name}", 50_000)) == 50_000
