"""Whether the Content Credentials in a file are framed exactly as this program's are, to the last bit.

The signature covers the picture and what the credentials say. It does not cover every byte of their packing: unused
bits of box types, spare room after the signature, a check sum of the chunk around them. Readers pass over those. So
that no bit of a file of ours can be flipped unseen, `canonical` asks for the one form that is written.

Sources: ISO/IEC 19566-5 (JUMBF); C2PA specification 2.2, 11.1 (boxes) and A.3 (JPEG, PNG, RIFF); RFC 9052 (COSE),
RFC 8949 (CBOR). Standard library only.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from headshot_desktop.core.request import Format

_TAIL = bytes.fromhex("00110010800000aa00389b71")
"""The last 12 bytes of every box type that C2PA uses; the first 4 are letters."""

STORE = b"jumdc2pa" + _TAIL
"""The beginning of a store of credentials, wherever it lies."""

_ASSERTION = 3
"""Depth of an assertion; the claim holds a hash of its name, salt and content."""

_NAMED, _SALTED, _SALT = 3, 0x13, 24
"""Toggles of a box that has a label and may be asked for by it; with salt too; bytes of the salt's box."""

_NUMBERED = b"JP\x02\x11\x00\x00\x00\x01"
"""Of a JPEG's segment: identifier, number of the box, number of the packet."""


class _Otherwise(Exception):
    """Framed in another way than ours."""


@dataclass(frozen=True)
class _Box:
    """One superbox.

    Attributes:
        kind: four letters.
        label: its name.
        boxes: superboxes in it.
        kind_of_content: four letters of a single plain box in it, if there is one.
        content: what that holds.
    """

    kind: bytes
    label: bytes
    boxes: tuple[_Box, ...] = ()
    kind_of_content: bytes = b""
    content: bytes = b""


def canonical(content: bytes, kind: Format) -> bool:
    """Whether a file has exactly one store of credentials, framed as this program frames it.

    Args:
        content: a whole file, of which a C2PA reader has said that it is intact.
        kind: of the file.
    """
    try:
        store = _STORES[kind](content)
        _check_store(store)
    except (_Otherwise, struct.error, IndexError):
        return False
    return content.count(STORE) == 1


# ------------------------------------------------------------------ the file around it


def _in_jpeg(content: bytes) -> bytes:
    at, found = 2, []
    while content[at] == 0xFF and content[at + 1] != 0xDA:  # the segments before the picture itself
        (length,) = struct.unpack_from(">H", content, at + 2)
        if content[at + 1] == 0xEB:
            found.append(content[at + 4 : at + 2 + length])
        at += 2 + length
    segment = _only(found)
    if not segment.startswith(_NUMBERED):
        raise _Otherwise
    return segment[len(_NUMBERED) :]


def _in_png(content: bytes) -> bytes:
    at, found = 8, []
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + 8 + length
        if name == b"caBX":
            (check,) = struct.unpack_from(">I", content, end)
            if check != zlib.crc32(content[at + 4 : end]):
                raise _Otherwise
            found.append(content[at + 8 : end])
        at = end + 4
    return _only(found)


def _in_webp(content: bytes) -> bytes:
    at, found = 12, []
    while at < len(content):
        name, length = struct.unpack_from("<4sI", content, at)
        end = at + 8 + length
        if name == b"C2PA":
            found.append(content[at + 8 : end])
            if any(content[end : end + length % 2]):
                raise _Otherwise
        at = end + length % 2
    return _only(found)


_STORES = {Format.JPEG: _in_jpeg, Format.PNG: _in_png, Format.WEBP: _in_webp}


def _only(found: list[bytes]) -> bytes:
    if len(found) != 1:
        raise _Otherwise
    return found[0]


# ------------------------------------------------------------------ the boxes


def _check_store(store: bytes) -> None:
    box = _superbox(store)
    manifest = _expected(box, b"c2pa", b"c2pa", 1).boxes[0]
    if not manifest.label.startswith(b"urn:c2pa:"):
        raise _Otherwise
    assertions, claim, signature = _expected(manifest, b"c2ma", manifest.label, 3).boxes
    _expected(assertions, b"c2as", b"c2pa.assertions", len(assertions.boxes))
    _expected(claim, b"c2cl", b"c2pa.claim.v2", 0)
    _expected(signature, b"c2cs", b"c2pa.signature", 0)
    if claim.kind_of_content != b"cbor" or signature.kind_of_content != b"cbor":
        raise _Otherwise
    _check_signature(signature.content)


def _expected(box: _Box, kind: bytes, label: bytes, count: int) -> _Box:
    if (box.kind, box.label, len(box.boxes)) != (kind, label, count):
        raise _Otherwise
    return box


def _superbox(content: bytes, depth: int = 0) -> _Box:
    """The superbox that fills `content` exactly."""
    description, *parts = _split(_unpacked(content, b"jumb"))
    about = _unpacked(description, b"jumd")
    kind, tail, toggles = about[:4], about[4:16], about[16]
    label, end, more = about[17:].partition(b"\0")
    if depth > _ASSERTION or tail != _TAIL or not end:
        raise _Otherwise
    if (toggles, len(more)) != ((_SALTED, _SALT) if depth == _ASSERTION else (_NAMED, 0)):
        raise _Otherwise
    boxes = tuple(_superbox(part, depth + 1) for part in parts if part[4:8] == b"jumb")
    plain = [part for part in parts if part[4:8] != b"jumb"]
    if len(plain) > 1 or (plain and boxes):
        raise _Otherwise
    held = plain[0] if plain else b""
    return _Box(kind, label, boxes, held[4:8], held[8:])


def _unpacked(box: bytes, name: bytes) -> bytes:
    length, found = struct.unpack_from(">I4s", box)
    if length != len(box) or found != name:
        raise _Otherwise
    return box[8:]


def _split(content: bytes) -> list[bytes]:
    """Boxes one after the other, to the last byte."""
    at, boxes = 0, []
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        if length < 8 or at + length > len(content):
            raise _Otherwise
        boxes.append(content[at : at + length])
        at += length
    return boxes or [b""]


# ------------------------------------------------------------------ the signature


def _check_signature(content: bytes) -> None:
    """COSE_Sign1: tag 18, four parts; protected header, spare room that is empty, no payload, signature."""
    protected, rest = _bytes(_after(content, b"\xd2\x84"))
    del protected  # the signature covers it
    spare, rest = _bytes(_after(rest, b"\xa1\x63pad"))
    signature, rest = _bytes(_after(rest, b"\xf6"))
    if any(spare) or len(signature) != 64 or rest:
        raise _Otherwise


def _after(content: bytes, beginning: bytes) -> bytes:
    if not content.startswith(beginning):
        raise _Otherwise
    return content[len(beginning) :]


def _bytes(content: bytes) -> tuple[bytes, bytes]:
    """A CBOR byte string, its length in the shortest form, and what comes after it."""
    first, size = content[0], {0x58: 1, 0x59: 2}.get(content[0], 0)
    if not size and not 0x40 <= first <= 0x57:
        raise _Otherwise
    length = int.from_bytes(content[1 : 1 + size], "big") if size else first - 0x40
    end = 1 + size + length
    if end > len(content) or length < {0: 0, 1: 24, 2: 256}[size]:
        raise _Otherwise
    return content[1 + size : end], content[end:]
