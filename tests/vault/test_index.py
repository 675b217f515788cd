"""The index file: keys and list in one, and every claim in it checked."""

from __future__ import annotations

import dataclasses
import math
import struct
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headshot_desktop.core.errors import VaultUnreadable
from headshot_desktop.vault.format import seal
from headshot_desktop.vault.index import Entry, Index, open_index, read_index, reseal_index, seal_index
from tests.vault.make_vectors import Row, derived, key_block, listing, write_index

KEK, DEK, VAULT = derived("kek", 32), derived("dek", 32), derived("vault", 16)
BLOCK = key_block(KEK, DEK, VAULT, derived("wrapping", 16))
ROW = Row(derived("handle", 16), derived("object", 16), derived("secret", 32), bytes(32), 7, 592, 1.5, b"photo")


def entry(number: int = 0) -> Entry:
    """An entry; another number, another entry."""
    name = f"entry {number}"
    secret = bytearray(derived(f"{name} secret", 32))
    identity, digest = derived(f"{name} object", 16), derived(f"{name} digest", 32)
    return Entry(derived(name, 16).hex(), identity, secret, "photo", number, 1.5, digest, 592)


ENTRIES = st.builds(
    Entry,
    handle=st.binary(min_size=16, max_size=16).map(bytes.hex),
    object_id=st.binary(min_size=16, max_size=16),
    secret=st.binary(min_size=32, max_size=32).map(bytearray),
    kind=st.from_regex(r"[a-z-]{1,20}", fullmatch=True),
    size=st.integers(0, 2**64 - 1),
    created=st.floats(0, allow_infinity=False, allow_nan=False),
    digest=st.binary(min_size=32, max_size=32),
    padded=st.integers(0, 2**64 - 1),
)
INDICES = st.builds(
    Index,
    st.integers(1, 2**64 - 1),
    st.lists(ENTRIES, max_size=8, unique_by=(lambda found: found.handle, lambda found: found.object_id)).map(tuple),
)


@settings(deadline=None, max_examples=100)
@given(INDICES)
def test_what_was_written_is_read(index: Index) -> None:
    sealed = seal_index(KEK, DEK, VAULT, index)
    assert open_index(KEK, sealed) == (bytearray(DEK), VAULT, index)
    assert open_index(KEK, sealed, vault_id=VAULT, generation=index.generation)[2] == index
    assert read_index(DEK, sealed, VAULT, index.generation) == index


def test_many_entries_make_more_than_one_chunk() -> None:
    index = Index(9, tuple(entry(number) for number in range(1_000)))
    assert read_index(DEK, seal_index(KEK, DEK, VAULT, index), VAULT, 9) == index


def test_a_later_generation_keeps_the_wrapped_key() -> None:
    first = seal_index(KEK, DEK, VAULT, Index(1))
    second = reseal_index(DEK, first, Index(2, (entry(),)))
    assert second[:96] == first[:96]
    assert open_index(KEK, second) == (bytearray(DEK), VAULT, Index(2, (entry(),)))


def test_new_keys_shut_out_the_old_ones() -> None:
    """What `discard` rests on: under a new DEK and a new KEK, the old keys open nothing."""
    new_kek, new_dek = derived("new kek", 32), derived("new dek", 32)
    old = seal_index(KEK, DEK, VAULT, Index(1, (entry(),)))
    new = seal_index(new_kek, new_dek, VAULT, Index(2))
    assert open_index(new_kek, new)[2] == Index(2)
    for kek, file in ((KEK, new), (new_kek, old), (KEK, old[:96] + new[96:]), (new_kek, new[:96] + old[96:])):
        with pytest.raises(VaultUnreadable):
            open_index(kek, file)
    for dek, file, generation in ((DEK, new, 2), (new_dek, old, 1)):
        with pytest.raises(VaultUnreadable):
            read_index(dek, file, VAULT, generation)


def test_another_wrapping_of_the_same_key_does_not_fit() -> None:
    """The index knows its key block: also when the data key is the same and both are genuine."""
    one, two = (seal_index(KEK, DEK, VAULT, Index(1)) for _ in range(2))
    assert open_index(KEK, one)[2] == open_index(KEK, two)[2]  # positive control
    with pytest.raises(VaultUnreadable):
        open_index(KEK, one[:96] + two[96:])
    with pytest.raises(VaultUnreadable):
        read_index(DEK, one[:96] + two[96:], VAULT, 1)


def test_yesterdays_file_is_noticed() -> None:
    first = seal_index(KEK, DEK, VAULT, Index(1))
    second = reseal_index(DEK, first, Index(2, (entry(),)))
    assert read_index(DEK, second, VAULT, 2)  # positive control
    for file, generation in ((first, 2), (second, 1), (second, 3)):
        with pytest.raises(VaultUnreadable):
            open_index(KEK, file, generation=generation)
        with pytest.raises(VaultUnreadable):
            read_index(DEK, file, VAULT, generation)


def test_another_vaults_file_is_noticed() -> None:
    other = derived("other vault", 16)
    file = seal_index(KEK, DEK, other, Index(1))
    assert open_index(KEK, file)[1] == other  # positive control
    with pytest.raises(VaultUnreadable):
        open_index(KEK, file, vault_id=VAULT)
    with pytest.raises(VaultUnreadable):
        read_index(DEK, file, VAULT, 1)


@pytest.mark.parametrize("generation", [-1, 0, 2**64, 2**70])
def test_a_generation_that_cannot_be_is_refused_or_never_written(generation: int) -> None:
    file = seal_index(KEK, DEK, VAULT, Index(1))
    with pytest.raises(VaultUnreadable):
        read_index(DEK, file, VAULT, generation)
    with pytest.raises(ValueError, match="generation"):
        seal_index(KEK, DEK, VAULT, Index(generation))


@pytest.mark.parametrize("generation", [1, 2])
def test_no_generation_is_written_twice(generation: int) -> None:
    with pytest.raises(ValueError, match="generation"):
        reseal_index(DEK, seal_index(KEK, DEK, VAULT, Index(2)), Index(generation))


def test_nothing_is_resealed_onto_a_file_that_was_touched() -> None:
    file = seal_index(KEK, DEK, VAULT, Index(1))
    file[60] ^= 1  # in the wrapped key, which the data key alone does not open
    with pytest.raises(VaultUnreadable):
        reseal_index(DEK, file, Index(2))


WRONG: dict[str, Callable[[bytes], bytes]] = {
    "count is less": lambda block: listing(block, 1, [])[:44] + ROW.packed(),
    "count is more": lambda block: listing(block, 1, [ROW.packed(), b""]),
    "count is the greatest": lambda block: listing(block, 1, [])[:40] + b"\xff" * 4,
    "content is cut within the top": lambda block: listing(block, 1, [])[:43],
    "content is empty": lambda _: b"",
    "an entry is cut": lambda block: listing(block, 1, [ROW.packed()])[:-1],
    "generation inside is another": lambda block: listing(block, 2, []),
    "key block is another": lambda block: listing(block[:-1] + b"x", 1, []),
    "two entries of one handle": lambda block: _rows(block, ROW, ROW._replace(object_id=bytes(16))),
    "two entries of one object": lambda block: _rows(block, ROW, ROW._replace(handle=bytes(16))),
    "kind is empty": lambda block: _rows(block, ROW._replace(kind=b"")),
    "kind has a capital": lambda block: _rows(block, ROW._replace(kind=b"Photo")),
    "kind is too long": lambda block: listing(block, 1, [ROW.packed()[:120] + b"\x15" + b"a" * 20]),
    "kind is followed by something": lambda block: listing(block, 1, [ROW.packed()[:-1] + b"x"]),
    "time is not a number": lambda block: _rows(block, ROW._replace(created=math.nan)),
    "time is infinite": lambda block: _rows(block, ROW._replace(created=math.inf)),
    "time is negative": lambda block: _rows(block, ROW._replace(created=-1.0)),
}


def _rows(block: bytes, *rows: Row) -> bytes:
    return listing(block, 1, [row.packed() for row in rows])


@pytest.mark.parametrize("rule", WRONG)
def test_an_index_under_the_right_key_that_breaks_a_rule_is_refused(rule: str) -> None:
    file = write_index(BLOCK, DEK, 1, WRONG[rule](BLOCK))
    with pytest.raises(VaultUnreadable):
        open_index(KEK, file)
    with pytest.raises(VaultUnreadable):
        read_index(DEK, file, VAULT, 1)


def test_the_same_writer_without_a_fault_is_read() -> None:
    """Positive control of the test above."""
    row = ROW._replace(object_id=bytes(16), handle=bytes(16))
    index = open_index(KEK, write_index(BLOCK, DEK, 1, _rows(BLOCK, ROW, row)))[2]
    assert [found.object_id for found in index.entries] == [ROW.object_id, bytes(16)]


def test_a_sealed_object_of_another_kind_is_no_index() -> None:
    assert open_index(KEK, write_index(BLOCK, DEK, 1, listing(BLOCK, 1, [])))  # positive control
    with pytest.raises(VaultUnreadable):
        open_index(KEK, write_index(BLOCK, DEK, 1, listing(BLOCK, 1, []), kind=b"photo"))
    with pytest.raises(VaultUnreadable):
        open_index(KEK, BLOCK + seal(DEK, VAULT, derived("some object", 16), "index", listing(BLOCK, 1, [])))
    with pytest.raises(VaultUnreadable):
        open_index(KEK, write_index(BLOCK, DEK, 0, listing(BLOCK, 0, [])))


@pytest.mark.parametrize("at", [None, 0, 7, 8, 9, 10, 15])
def test_a_key_block_of_another_format_is_refused(at: int | None) -> None:
    """Written consistently, under the right keys: only the magic, the version, the suite or a reserved byte differs."""
    start = bytearray(b"HSDINDEX" + bytes([1, 1, 0, 0, 0, 0, 0, 0]))
    if at is not None:
        start[at] ^= 7
    block = key_block(KEK, DEK, VAULT, derived("wrapping", 16), start=bytes(start))
    file = write_index(block, DEK, 1, listing(block, 1, []))
    if at is None:  # positive control
        assert open_index(KEK, file)[2] == read_index(DEK, file, VAULT, 1) == Index(1)
        return
    with pytest.raises(VaultUnreadable):
        open_index(KEK, file)
    with pytest.raises(VaultUnreadable):
        read_index(DEK, file, VAULT, 1)


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(33), bytes(32)])
def test_wrong_keys_are_refused_as_anything_else(key: bytes) -> None:
    file = seal_index(KEK, DEK, VAULT, Index(1))
    with pytest.raises(VaultUnreadable):
        open_index(key, file)
    with pytest.raises(VaultUnreadable):
        read_index(key, file, VAULT, 1)
    with pytest.raises(VaultUnreadable):
        read_index(DEK, file, key, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"handle": "A" * 32},
        {"handle": "a" * 31},
        {"handle": "a " * 16},
        {"object_id": bytes(15)},
        {"secret": bytearray(31)},
        {"digest": bytes(31)},
        {"kind": "Photo"},
        {"size": -1},
        {"padded": 2**64},
        {"created": math.nan},
        {"created": -1.0},
    ],
)
def test_a_mistake_of_the_program_writes_nothing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="entry"):
        seal_index(KEK, DEK, VAULT, Index(1, (dataclasses.replace(entry(), **wrong),)))


@pytest.mark.parametrize(
    ("kek", "dek", "vault_id"),
    [(bytes(31), DEK, VAULT), (KEK, bytes(33), VAULT), (KEK, DEK, bytes(15))],
)
def test_keys_of_a_wrong_length_write_nothing(kek: bytes, dek: bytes, vault_id: bytes) -> None:
    with pytest.raises(ValueError, match="wrong length"):
        seal_index(kek, dek, vault_id, Index(1))


def test_wiping_an_index_zeroes_its_secrets_in_place() -> None:
    index = read_index(DEK, seal_index(KEK, DEK, VAULT, Index(1, (entry(1), entry(2)))), VAULT, 1)
    secrets = [found.secret for found in index.entries]
    assert all(any(secret) for secret in secrets)  # positive control
    index.wipe()
    assert secrets == [bytearray(32)] * 2


def test_keys_of_a_file_that_is_refused_are_wiped() -> None:
    """As far as it got: a traceback shows what was left in the readers' variables."""
    for content in (listing(BLOCK, 2, []), _rows(BLOCK, ROW._replace(kind=b"Photo"))):
        with pytest.raises(VaultUnreadable) as caught:
            open_index(KEK, write_index(BLOCK, DEK, 1, content))
        seen = {frame.name: frame.frame.f_locals for frame in caught.traceback}
        assert seen["open_index"]["dek"] == bytearray(32)
        assert not any(seen["_entries"]["payload"])
    (refused,) = seen["_entries"]["index"].entries
    assert refused.secret == bytearray(32)


def test_an_index_file_shows_only_its_length() -> None:
    """Names, kinds, sizes and times of the entries are nowhere in it, nor is the data key."""
    one = entry(1)
    file = seal_index(KEK, DEK, VAULT, Index(1, (one,)))
    for plain in (DEK, bytes.fromhex(one.handle), one.object_id, bytes(one.secret), one.digest, struct.pack(">d", 1.5)):
        assert plain not in file
    assert b"photo" not in file
    assert len(file) == len(seal_index(KEK, DEK, VAULT, Index(1))) == 96 + 64 + 512 + 16


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=2_000))
def test_no_bytes_at_all_make_another_error(anything: bytes) -> None:
    genuine = bytes(seal_index(KEK, DEK, VAULT, Index(1)))
    for file in (anything, genuine[:96] + anything, genuine[:16] + anything, genuine[:160] + anything):
        with pytest.raises(VaultUnreadable):
            open_index(KEK, file)
        with pytest.raises(VaultUnreadable):
            read_index(DEK, file, VAULT, 1)
        with pytest.raises(VaultUnreadable):
            reseal_index(DEK, file, Index(2))


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=700) | st.lists(st.binary(min_size=141, max_size=141), max_size=3).map(b"".join))
def test_no_listing_under_the_right_key_makes_another_error(body: bytes) -> None:
    """The parser behind the encryption: fed with anything, it refuses or reads what the writer would write again."""
    top = listing(BLOCK, 1, [])[:40]
    for content in (body, top + body, top + struct.pack(">I", len(body) // 141) + body):
        try:
            index = open_index(KEK, write_index(BLOCK, DEK, 1, content))[2]
        except VaultUnreadable:
            continue
        assert read_index(DEK, seal_index(KEK, DEK, VAULT, index), VAULT, 1) == index
