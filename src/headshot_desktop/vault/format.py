"""One sealed object: bytes in, bytes out, no files. `docs/vault-format.md` specifies every byte.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its
Nonce-Reuse Misuse-Resistance", 2015) in the form that age uses for its payload: chunks of 64 KiB under AES-256-GCM, a
counter and a last-chunk flag in the nonce, a fresh key for each object. Here the whole header is associated data of
every chunk as well. The plaintext is padded to a Padmé length (Nikitin et al.: "Reducing Metadata Leakage from
Encrypted Files and Communication with PURBs", 2019), so that its size says little; the real length and the kind are
inside.

Only one version, suite and chunk size exist; a reader refuses every other. The bytes stand in the header so that a
later format can differ without guessing.
"""

from __future__ import annotations

import re
import secrets
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from headshot_desktop.core.errors import VaultUnreadable

if TYPE_CHECKING:
    from cryptography.utils import Buffer

SECRET = 32
"""Bytes of every secret: a key-encryption key, a data key, an object's secret."""
ID = 16
"""Bytes of a vault id and of an object id."""

VERSION = 1
SUITE = 1
"""HKDF-SHA256 and AES-256-GCM."""
EXPONENT = 16
CHUNK = 1 << EXPONENT
"""Plaintext bytes of every chunk but the last, which has 1 to `CHUNK`."""
TAG = 16
SALT = 16
SMALLEST = 512
"""Least plaintext: contents under half a kilobyte all look alike."""
KIND = re.compile(r"[a-z-]{1,20}")

_MAGIC = b"HSDSEAL\0"
_HEADER = struct.Struct(">8sBBB5x16s16s16s")
_LENGTHS = struct.Struct(">QB")
_INFO = b"headshot-desktop vault object 1"
_ZEROS = bytes(CHUNK)


def seal(secret: Buffer, vault_id: bytes, object_id: bytes, kind: str, content: Buffer) -> bytearray:
    """Encrypt `content`, of any length, under a key that no other object has.

    `secret` is 32 bytes, `vault_id` and `object_id` are 16 each, `kind` is 1 to 20 of a-z and "-". The result is longer
    than the content by 64 bytes, 16 for each chunk and the padding (`padded`). Memory: the result, and a chunk. Raises
    ValueError if an argument has a wrong length: a mistake in the program.
    """
    if len(memoryview(secret)) != SECRET or len(vault_id) != ID or len(object_id) != ID or not KIND.fullmatch(kind):
        raise ValueError("secret, ids or kind of a wrong length")
    with memoryview(content).cast("B") as view:
        prefix = _LENGTHS.pack(len(view), len(kind)) + kind.encode("ascii")
        header = _HEADER.pack(_MAGIC, VERSION, SUITE, EXPONENT, vault_id, object_id, secrets.token_bytes(SALT))
        size = padded(len(prefix) + len(view))
        count = -(-size // CHUNK)
        sealed = bytearray(len(header) + size + count * TAG)
        sealed[: len(header)] = header
        cipher = stream_cipher(secret, header[-SALT:], _INFO + header)
        with memoryview(sealed) as target:
            at = len(header)
            for number, piece in enumerate(_pieces(prefix, view, size)):
                end = at + len(piece) + TAG
                cipher.encrypt_into(_nonce(number, last=number == count - 1), piece, header, target[at:end])
                at = end
    return sealed


def unseal(secret: Buffer, vault_id: bytes, object_id: bytes, sealed: Buffer) -> tuple[str, bytearray]:
    """Kind and content of a sealed object; the content is the caller's, who may `wipe` it.

    Raises VaultUnreadable for everything that `seal` did not make with this secret and these two ids, whatever it is:
    nothing is returned before every chunk, the lengths and the padding are checked. Memory: the content, and a chunk.
    """
    with memoryview(sealed).cast("B") as view:
        header = bytes(view[: _HEADER.size])
        count, size = _shape(len(view))
        if header[:-SALT] != _expected_header(vault_id, object_id) or size < SMALLEST:
            raise VaultUnreadable
        plain = bytearray(size)
        try:
            cipher = stream_cipher(secret, header[-SALT:], _INFO + header)
            with memoryview(plain) as target:
                for number in range(count):
                    at, start = _HEADER.size + number * (CHUNK + TAG), number * CHUNK
                    nonce = _nonce(number, last=number == count - 1)
                    cipher.decrypt_into(nonce, view[at : at + CHUNK + TAG], header, target[start : start + CHUNK])
            return _content(plain)
        except (InvalidTag, VaultUnreadable):
            wipe(plain)  # chunks before the bad one are genuine, and nobody's business any more
            raise VaultUnreadable from None


def padded(size: int) -> int:
    """Padmé length for `size` ≥ 1 plaintext bytes, at least `SMALLEST`.

    A number with exponent E keeps only its floor(log2 E) + 1 highest bits below the leading one: at most 12 % more, and
    only O(log log size) bits of the size are seen.
    """
    if size <= SMALLEST:
        return SMALLEST
    exponent = size.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (size + mask) & ~mask


def wipe(buffer: bytearray) -> None:
    """Zero in place."""
    with memoryview(buffer) as view:
        for at in range(0, len(view), CHUNK):
            part = view[at : at + CHUNK]
            part[:] = _ZEROS[: len(part)]


def stream_cipher(secret: Buffer, salt: bytes, info: bytes) -> AESGCM:
    """AES-256-GCM under a key of its own, derived from `secret` (32 bytes) with HKDF-SHA256 (RFC 5869)."""
    key = bytearray(SECRET)
    HKDF(SHA256(), SECRET, salt, info).derive_into(secret, key)
    cipher = AESGCM(key)
    wipe(key)
    return cipher


def _expected_header(vault_id: bytes, object_id: bytes) -> bytes:
    if len(vault_id) != ID or len(object_id) != ID:
        raise VaultUnreadable
    return _HEADER.pack(_MAGIC, VERSION, SUITE, EXPONENT, vault_id, object_id, bytes(SALT))[:-SALT]


def _shape(length: int) -> tuple[int, int]:
    """Number of chunks and of plaintext bytes in a file of `length` bytes; (0, 0) or a last chunk ≤ 0 is nobody's."""
    body = length - _HEADER.size
    count = -(-body // (CHUNK + TAG)) if body > 0 else 0
    if body - (count - 1) * (CHUNK + TAG) <= TAG:
        return 0, 0
    return count, body - count * TAG


def _nonce(number: int, *, last: bool) -> bytes:
    return (number << 8 | last).to_bytes(12, "big")


def _pieces(prefix: bytes, content: memoryview, size: int) -> Iterator[memoryview | bytearray]:
    """The plaintext in chunks; only those that are not all content are copied, and wiped when the next is asked for."""
    for start in range(0, size, CHUNK):
        end = min(start + CHUNK, size)
        first, past = start - len(prefix), end - len(prefix)
        if first >= 0 and past <= len(content):
            yield content[first:past]
            continue
        block = bytearray(end - start)
        head, body = prefix[start:], content[max(first, 0) : past]
        with memoryview(block) as target:  # assigning a view to a slice of an array would leave a copy in memory
            target[: len(head)] = head
            target[len(head) : len(head) + len(body)] = body
        yield block
        wipe(block)


def _content(plain: bytearray) -> tuple[str, bytearray]:
    size, length = _LENGTHS.unpack_from(plain)
    start = _LENGTHS.size + length
    end = start + size
    if padded(end) != len(plain) or plain.count(0, end) != len(plain) - end:
        raise VaultUnreadable
    kind = plain[_LENGTHS.size : start].decode("latin-1")
    if not KIND.fullmatch(kind):
        raise VaultUnreadable
    if len(plain) <= CHUNK:
        # Shrinking a small array moves it and leaves the old one behind unwiped; a large one is shortened in place.
        content = plain[start:end]
        wipe(plain)
        return kind, content
    del plain[end:]
    del plain[:start]
    return kind, plain
