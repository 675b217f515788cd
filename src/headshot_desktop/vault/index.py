"""The list of what a vault holds, in one file with the wrapped data key: both change in one rename.

    key block (96 bytes): magic, version, suite, vault id, salt, then the data key (DEK) wrapped by the key that the
    system's keyring holds (KEK; version 1), or by that and the app lock's secret together (version 2)
    sealed object (`format.seal` under the DEK): SHA-256 of the key block, generation, entries

The object's id carries the generation, so a file from before does not open as today's; each entry carries the SHA-256
of its sealed object, so one object does not stand in for another, or for its own past. `docs/vault-format.md` has every
byte.
"""

from __future__ import annotations

import hashlib
import math
import re
import secrets
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag

from headshot_desktop.core.errors import VaultUnreadable
from headshot_desktop.vault.format import ID, KIND, SALT, SECRET, SUITE, TAG, seal, stream_cipher, unseal, wipe

if TYPE_CHECKING:
    from cryptography.utils import Buffer

_MAGIC = b"HSDINDEX"
_HEADER = struct.Struct(">8sBB6x16s16s")
_KEY_BLOCK = _HEADER.size + SECRET + TAG
_INFO = b"headshot-desktop vault data key 1"
_NONCE = bytes(12)  # the wrapping key is fresh for each wrapping: it is derived with a random salt

_VERSIONS = {SECRET: 1, 2 * SECRET: 2}
"""By the length of the key: the keyring's alone, or with the app lock's secret after it."""

_KIND = "index"
_OBJECT = b"index-gn"
_TOP = struct.Struct(">32sQI")
_ENTRY = struct.Struct(">16s16s32x32sQQdB20s")
_SECRET_AT = 2 * ID
_MOST = (1 << 64) - 1
_HANDLE = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Entry:
    """One object of the vault."""

    handle: str
    """32 hex digits: the name by which the rest of the program knows it."""
    object_id: bytes
    """16 bytes; also the file's name."""
    secret: bytearray
    """32 random bytes that are nowhere else: without them the object is noise. Wiped when the vault locks."""
    kind: str
    size: int
    """Bytes of the content."""
    created: float
    """Unix time, seconds."""
    digest: bytes
    """SHA-256 of the sealed object."""
    padded: int
    """Bytes of the sealed object."""


@dataclass(frozen=True)
class Index:
    """All objects of a vault, and how often this list has been written: 1 to 2⁶⁴ − 1."""

    generation: int
    entries: tuple[Entry, ...] = ()

    def wipe(self) -> None:
        """Zero every entry's secret in place; the index is of no use afterwards."""
        for entry in self.entries:
            wipe(entry.secret)


def seal_index(kek: Buffer, dek: Buffer, vault_id: bytes, index: Index) -> bytearray:
    """The index file: `dek` (32 bytes) wrapped by `kek`, and the index sealed under `dek`.

    `kek` is the keyring's 32 bytes, and with an app lock its secret's 32 after them.

    Raises ValueError if an argument or an entry has a wrong length or range: a mistake in the program.
    """
    version = _VERSIONS.get(len(memoryview(kek)))
    if version is None or len(memoryview(dek)) != SECRET or len(vault_id) != ID:
        raise ValueError("key or vault id of a wrong length")
    header = _HEADER.pack(_MAGIC, version, SUITE, vault_id, secrets.token_bytes(SALT))
    block = bytearray(_KEY_BLOCK)
    block[: len(header)] = header
    with memoryview(block) as target:
        stream_cipher(kek, header[-SALT:], _INFO + header).encrypt_into(_NONCE, dek, header, target[len(header) :])
    return block + _seal_entries(dek, block, index)


def reseal_index(dek: Buffer, previous: Buffer, index: Index) -> bytearray:
    """The index file for a later generation under the same keys; the wrapped key is taken over from `previous`.

    Raises VaultUnreadable if `previous` is not this vault's file, ValueError if `index` is not of a later generation.
    """
    with memoryview(previous).cast("B") as view:
        vault_id, generation = _names(view)
        read_index(dek, view, vault_id, generation).wipe()
        if index.generation <= generation:
            raise ValueError("an index is never written twice in one generation")
        block = bytearray(view[:_KEY_BLOCK])
    return block + _seal_entries(dek, block, index)


def open_index(
    kek: Buffer, sealed: Buffer, *, vault_id: bytes | None = None, generation: int | None = None
) -> tuple[bytearray, bytes, Index]:
    """Data key (the caller's to `wipe`), vault id and index of an index file.

    `vault_id` and `generation`, where given, must be the file's. Raises VaultUnreadable for everything that
    `seal_index` did not make with this key.
    """
    with memoryview(sealed).cast("B") as view:
        found_id, found_generation = _names(view)
        dek = _unwrap(kek, bytes(view[:_KEY_BLOCK]))
        try:
            index = read_index(
                dek,
                view,
                found_id if vault_id is None else vault_id,
                found_generation if generation is None else generation,
            )
        except VaultUnreadable:
            wipe(dek)
            raise
    return dek, found_id, index


def read_index(dek: Buffer, sealed: Buffer, vault_id: bytes, generation: int) -> Index:
    """The index in an index file, by the data key alone; the wrapped key must be the one that was written with it.

    Raises VaultUnreadable if anything at all is not as it was written, or the vault or the generation is another.
    """
    with memoryview(sealed).cast("B") as view:
        if _names(view) != (vault_id, generation):
            raise VaultUnreadable
        kind, payload = unseal(dek, vault_id, _object_id(generation), view[_KEY_BLOCK:])
        try:
            if kind != _KIND:
                raise VaultUnreadable
            return _entries(payload, bytes(view[:_KEY_BLOCK]), generation)
        finally:
            wipe(payload)


def _names(view: memoryview) -> tuple[bytes, int]:
    """Vault id and generation as the file claims them; what they are worth is found when it is opened."""
    if len(view) < _KEY_BLOCK + 64:
        raise VaultUnreadable
    vault_id = bytes(view[16:32])
    begins = [_HEADER.pack(_MAGIC, version, SUITE, vault_id, b"")[:-SALT] for version in _VERSIONS.values()]
    if bytes(view[: _HEADER.size - SALT]) not in begins:
        raise VaultUnreadable
    generation = int.from_bytes(view[_KEY_BLOCK + 40 : _KEY_BLOCK + 48], "big")
    return vault_id, generation


def _object_id(generation: int) -> bytes:
    return _OBJECT + generation.to_bytes(8, "big")


def _unwrap(kek: Buffer, block: bytes) -> bytearray:
    header, dek = block[: _HEADER.size], bytearray(SECRET)
    if _VERSIONS.get(len(memoryview(kek))) != block[len(_MAGIC)]:
        raise VaultUnreadable  # no app lock where one was, or one where none was
    try:
        stream_cipher(kek, header[-SALT:], _INFO + header).decrypt_into(_NONCE, block[len(header) :], header, dek)
    except InvalidTag:
        raise VaultUnreadable from None
    return dek


def _seal_entries(dek: Buffer, block: bytearray, index: Index) -> bytearray:
    _check(index)
    payload = bytearray(_TOP.size + len(index.entries) * _ENTRY.size)
    try:
        _TOP.pack_into(payload, 0, hashlib.sha256(block).digest(), index.generation, len(index.entries))
        for number, entry in enumerate(index.entries):
            at = _TOP.size + number * _ENTRY.size
            handle, kind = bytes.fromhex(entry.handle), entry.kind.encode("ascii")
            _ENTRY.pack_into(
                payload,
                at,
                handle,
                entry.object_id,
                entry.digest,
                entry.size,
                entry.padded,
                entry.created,
                len(kind),
                kind,
            )
            payload[at + _SECRET_AT : at + _SECRET_AT + SECRET] = entry.secret
        return seal(dek, bytes(block[16:32]), _object_id(index.generation), _KIND, payload)
    finally:
        wipe(payload)


def _entries(payload: bytearray, block: bytes, generation: int) -> Index:
    if len(payload) < _TOP.size:
        raise VaultUnreadable
    digest, written, count = _TOP.unpack_from(payload)
    if len(payload) != _TOP.size + count * _ENTRY.size or written != generation:
        raise VaultUnreadable
    if digest != hashlib.sha256(block).digest():
        raise VaultUnreadable
    index = Index(generation, tuple(_entry(payload, _TOP.size + number * _ENTRY.size) for number in range(count)))
    try:
        _check(index)
    except ValueError:
        index.wipe()
        raise VaultUnreadable from None
    return index


def _entry(payload: bytearray, at: int) -> Entry:
    handle, object_id, digest, size, sealed_size, created, length, kind = _ENTRY.unpack_from(payload, at)
    if length > len(kind) or kind[length:].strip(b"\0"):
        raise VaultUnreadable
    secret = payload[at + _SECRET_AT : at + _SECRET_AT + SECRET]
    return Entry(handle.hex(), object_id, secret, kind[:length].decode("latin-1"), size, created, digest, sealed_size)


def _check(index: Index) -> None:
    """Ranges that both the writer and the reader hold to; ValueError."""
    if not 1 <= index.generation <= _MOST:
        raise ValueError("generation out of range")
    for entry in index.entries:
        if (len(entry.object_id), len(entry.secret), len(entry.digest)) != (ID, SECRET, 32):
            raise ValueError("entry with a field of a wrong length")
        if not (_HANDLE.fullmatch(entry.handle) and KIND.fullmatch(entry.kind)):
            raise ValueError("entry with a handle or a kind that is none")
        if not (0 <= entry.size <= _MOST and 0 <= entry.padded <= _MOST):
            raise ValueError("entry with a size out of range")
        if not (math.isfinite(entry.created) and entry.created >= 0):
            raise ValueError("entry without a time")
    for names in ({entry.handle for entry in index.entries}, {entry.object_id for entry in index.entries}):
        if len(names) != len(index.entries):
            raise ValueError("two entries of one name")
