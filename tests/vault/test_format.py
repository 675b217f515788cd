"""One sealed object: what comes out is what went in, for every size, and nothing else comes out at all."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headshot_desktop.core.errors import VaultUnreadable
from headshot_desktop.vault.format import CHUNK, SMALLEST, padded, seal, unseal, wipe
from tests.vault.independent_reader import hkdf
from tests.vault.make_vectors import Names, broken_objects, derived

NAMES = Names.of("format")
PREFIX = 9 + len("photo")
SIZES = [
    *(0, 1, SMALLEST - PREFIX - 1, SMALLEST - PREFIX, SMALLEST - PREFIX + 1),
    *(CHUNK - PREFIX - 1, CHUNK - PREFIX, CHUNK - PREFIX + 1, CHUNK - 1, CHUNK, CHUNK + 1),
    *(2 * CHUNK - PREFIX - 1, 2 * CHUNK - PREFIX, 2 * CHUNK - PREFIX + 1, 7 * CHUNK, 1_000_000),
]


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_opens(size: int) -> None:
    content = derived("content", size)
    sealed = seal(*NAMES, "photo", content)
    assert unseal(*NAMES, sealed) == ("photo", bytearray(content))
    plain = padded(PREFIX + size)
    assert len(sealed) == 64 + plain + 16 * -(-plain // CHUNK)


@settings(deadline=None, max_examples=50)
@given(
    content=st.binary(max_size=300_000) | st.integers(0, 4 * CHUNK).map(bytes),
    kind=st.from_regex(r"[a-z-]{1,20}", fullmatch=True),
)
def test_any_content_of_any_kind_opens(content: bytes, kind: str) -> None:
    assert unseal(*NAMES, seal(*NAMES, kind, content)) == (kind, bytearray(content))


@pytest.mark.parametrize("wrap", [bytes, bytearray, memoryview])
def test_keys_and_contents_may_be_any_buffer(wrap: type[bytes] | type[bytearray] | type[memoryview]) -> None:
    content = derived("content", CHUNK + 5)
    sealed = seal(wrap(NAMES.secret), NAMES.vault_id, NAMES.object_id, "photo", wrap(content))
    assert unseal(wrap(NAMES.secret), NAMES.vault_id, NAMES.object_id, wrap(sealed))[1] == content
    assert unseal(*NAMES, memoryview(b"." + sealed)[1:])[1] == content


def test_the_callers_content_and_key_are_left_as_they_are() -> None:
    content, secret = bytearray(derived("content", 3 * CHUNK)), bytearray(NAMES.secret)
    sealed = seal(secret, NAMES.vault_id, NAMES.object_id, "photo", content)
    before = bytearray(sealed)
    unseal(secret, NAMES.vault_id, NAMES.object_id, sealed)
    assert (content, secret, sealed) == (bytearray(derived("content", 3 * CHUNK)), bytearray(NAMES.secret), before)


def test_two_seals_of_one_content_share_nothing_but_the_header() -> None:
    content = bytes(3 * CHUNK)
    first, second = seal(*NAMES, "photo", content), seal(*NAMES, "photo", content)
    assert first[:48] == second[:48]
    assert first[48:64] != second[48:64]
    # No aligned block of 16 bytes occurs twice, within an object of zeros or between the two.
    blocks = [bytes(sealed[at : at + 16]) for sealed in (first, second) for at in range(64, len(sealed), 16)]
    assert len(set(blocks)) == len(blocks)


def test_nothing_of_content_or_kind_is_readable() -> None:
    canary = b"canary-of-a-picture"
    sealed = seal(*NAMES, "photo", canary * 10_000)
    assert canary not in sealed
    assert b"photo" not in sealed[:128]
    assert canary in unseal(*NAMES, sealed)[1]  # positive control


@pytest.mark.parametrize("rule", broken_objects(NAMES))
def test_an_object_under_the_right_key_that_breaks_a_rule_is_refused(rule: str) -> None:
    with pytest.raises(VaultUnreadable):
        unseal(*NAMES, broken_objects(NAMES)[rule])


@pytest.mark.parametrize("secret", [b"", bytes(31), bytes(33), bytes(32)])
@pytest.mark.parametrize("vault_id", [b"", bytes(15), bytes(17), NAMES.vault_id])
def test_wrong_keys_and_names_are_refused_as_anything_else(secret: bytes, vault_id: bytes) -> None:
    sealed = seal(*NAMES, "photo", b"content")
    with pytest.raises(VaultUnreadable):
        unseal(secret, vault_id, NAMES.object_id, sealed)
    with pytest.raises(VaultUnreadable):
        unseal(NAMES.secret, vault_id, vault_id, sealed)


def test_an_id_that_is_cut_or_filled_with_zeros_is_another_id() -> None:
    names = NAMES._replace(vault_id=NAMES.vault_id[:15] + b"\0", object_id=NAMES.object_id[:15] + b"\0")
    sealed = seal(*names, "photo", b"content")
    assert unseal(*names, sealed)  # positive control
    for wrong in (
        names._replace(vault_id=names.vault_id[:15]),
        names._replace(vault_id=names.vault_id + b"\0"),
        names._replace(object_id=names.object_id[:15]),
        names._replace(object_id=names.object_id + b"x"),
    ):
        with pytest.raises(VaultUnreadable):
            unseal(*wrong, sealed)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (NAMES._replace(secret=bytes(31)), "photo"),
        (NAMES._replace(vault_id=bytes(15)), "photo"),
        (NAMES._replace(object_id=bytes(17)), "photo"),
        (NAMES, ""),
        (NAMES, "a" * 21),
        (NAMES, "Photo"),
        (NAMES, "foto\n"),
        (NAMES, "porträt"),
    ],
)
def test_a_mistake_of_the_program_seals_nothing(names: Names, kind: str) -> None:
    with pytest.raises(ValueError, match="wrong length"):
        seal(*names, kind, b"content")


def test_the_error_tells_nothing() -> None:
    """One sentence, one code, no cause: whatever was wrong."""
    sealed = seal(*NAMES, "photo", bytes(2 * CHUNK))
    seen = set()
    for broken in (sealed[:-1], bytes(len(sealed)), b"", sealed[:70] + b"x" + sealed[71:], b"x" * 600):
        with pytest.raises(VaultUnreadable) as caught:
            unseal(*NAMES, broken)
        error = caught.value
        seen.add((str(error), error.code, error.__cause__, error.__suppress_context__ or error.__context__ is None))
    assert len(seen) == 1
    assert seen.pop()[3]


@given(st.integers(1, 1 << 40), st.integers(0, 1 << 20))
def test_padding_hides_more_than_it_costs(size: int, more: int) -> None:
    length = padded(size)
    assert length >= max(size, SMALLEST)
    assert padded(length) == length
    assert padded(size + more) >= length
    if size > SMALLEST:
        # Below the leading one four bits are kept at 2^9 and five at 2^16: at most one part in 16 more.
        assert length <= size * (1 + 1 / 16)
        assert length.bit_length() <= size.bit_length() + 1
        # Below the leading one, only floor(log2 E) + 1 bits can be set.
        exponent = length.bit_length() - 1
        assert length % (1 << (exponent - exponent.bit_length())) == 0


def test_padding_of_photos_costs_three_percent_at_most() -> None:
    sizes = range(100_000, 30_000_000, 9_973)
    costs = [padded(size) / size - 1 for size in sizes]
    assert max(costs) < 0.0313  # 1/32: five bits below the leading one, at 2^16 bytes and more
    assert sum(costs) / len(costs) < 0.012
    assert len({padded(size) for size in range(100_000, 30_000_000, 997)}) < 300


def test_a_large_photo_is_held_once_more_and_not_twice() -> None:
    content = bytearray(32_000_000)
    sealed = seal(*NAMES, "photo", content)
    peaks = []
    for step in (lambda: seal(*NAMES, "photo", content), lambda: unseal(*NAMES, sealed)):
        tracemalloc.start()
        result = step()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        del result
    assert max(peaks) < len(sealed) + 4 * CHUNK
    assert min(peaks) > len(content)  # positive control: the result itself is seen


@pytest.mark.parametrize("size", [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK - 1])
def test_wipe_zeroes_in_place(size: int) -> None:
    buffer = bytearray(b"\xff" * size)
    with memoryview(buffer) as same_memory:
        wipe(buffer)
        assert same_memory.tobytes() == bytes(size)


@pytest.mark.parametrize("rule", ["a bad chunk", "padding is not zero", "kind has a capital"])
def test_what_was_decrypted_before_the_fault_is_wiped(rule: str) -> None:
    """A traceback keeps local variables alive: here the traceback itself shows what was left in them."""
    sealed = seal(*NAMES, "photo", b"\xff" * 3 * CHUNK)
    sealed[-1] ^= 1
    broken = bytes(sealed) if rule == "a bad chunk" else broken_objects(NAMES)[rule]
    with pytest.raises(VaultUnreadable) as caught:
        unseal(*NAMES, broken)
    plain = next(frame.frame.f_locals["plain"] for frame in caught.traceback if frame.name == "unseal")
    assert len(plain) == (padded(PREFIX + 3 * CHUNK) if rule == "a bad chunk" else SMALLEST)
    assert not any(plain)


_SEALER = """
import sys
from headshot_desktop.vault.format import _INFO, seal, stream_cipher, unseal
secret, vault_id, object_id = (bytes.fromhex(word) for word in sys.argv[1:])
sealed = seal(secret, vault_id, object_id, "photo", b"content")
unseal(secret, vault_id, object_id, sealed)
print(sealed[:64].hex(), flush=True)
sys.stdin.readline()
cipher = stream_cipher(secret, bytes(sealed[48:64]), _INFO + sealed[:64])
print("holding it", flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc")
def test_an_objects_key_does_not_outlive_sealing_and_opening() -> None:
    command = [sys.executable, "-c", _SEALER, *(name.hex() for name in NAMES)]
    # As the product's processes: else the dynamic linker leaves registers, keys among them, on the stack.
    environment = {**os.environ, "LD_BIND_NOW": "1"}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        header = bytes.fromhex(process.stdout.readline())
        # Its second half: a freed block's first bytes are soon overwritten by the allocator's own pointers.
        key = hkdf(NAMES.secret, header[48:], b"headshot-desktop vault object 1" + header)[16:]
        after = _copies(process.pid, key)
        process.stdin.write("\n")
        process.stdout.readline()
        held = _copies(process.pid, key)
        process.stdin.write("\n")
    assert held > 0  # positive control: a cipher that is still there shows its key
    assert after == 0


def _copies(pid: int, needle: bytes) -> int:
    """How often it lies in the writable memory of a process."""
    found = 0
    try:
        with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
            for line in Path(f"/proc/{pid}/maps").read_text("utf-8", "surrogateescape").splitlines():
                span, rights, *_ = line.split()
                if rights.startswith("rw"):
                    start, end = (int(place, 16) for place in span.split("-"))
                    memory.seek(start)
                    found += memory.read(end - start).count(needle)
    except PermissionError:
        pytest.skip("reading another process's memory needs root here")
    return found


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=2_000) | st.integers(0, 3 * CHUNK).map(secrets.token_bytes))
def test_no_bytes_at_all_make_another_error(anything: bytes) -> None:
    header = bytes(seal(*NAMES, "photo", b"")[:64])
    for sealed in (anything, header + anything, header[:48] + anything):
        with pytest.raises(VaultUnreadable):
            unseal(*NAMES, sealed)
