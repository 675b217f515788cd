"""A second reader of the vault's format, written from docs/vault-format.md alone; it shares no code with the program.

    python -m tests.vault.independent_reader KEK-HEX INDEX-FILE [OBJECTS-FOLDER]

With an app lock, KEK-HEX is the key of the keyring and after it the lock's secret.

It is slow and plain on purpose. HKDF is spelled out; only AES-GCM comes from a library.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import string
import sys
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HEADER = 64
CHUNK = 2**16
KIND_LETTERS = set(string.ascii_lowercase + "-")


class Refused(Exception):
    """Not a file of a vault, or not of this one."""


class Row(NamedTuple):
    """One entry of the index."""

    handle: str
    object_id: str
    secret: str
    digest: str
    size: int
    sealed_size: int
    created: float
    kind: str


def demand(truth: bool) -> None:
    """Refuse unless it holds."""
    if not truth:
        raise Refused


def hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA256, RFC 5869: extract, then one block of expand."""
    key = hmac.new(salt, secret, hashlib.sha256).digest()
    return hmac.new(key, info + b"\x01", hashlib.sha256).digest()


def gcm_open(key: bytes, nonce: bytes, data: bytes, associated: bytes) -> bytes:
    """AES-256-GCM, tag last."""
    try:
        return AESGCM(key).decrypt(nonce, data, associated)
    except InvalidTag:
        raise Refused from None


def number(data: bytes) -> int:
    """Unsigned, big-endian."""
    return int.from_bytes(data, "big")


def padded(size: int) -> int:
    """Padmé with a floor, by floating point logarithms: good for all sizes a test can hold."""
    if size <= 512:
        return 512
    exponent = math.floor(math.log2(size))
    unit = 1 << (exponent - math.floor(math.log2(exponent)) - 1)
    return math.ceil(size / unit) * unit


def kind_of(raw: bytes) -> str:
    """Kind, if it is one."""
    kind = raw.decode("latin-1")
    demand(1 <= len(kind) <= 20 and set(kind) <= KIND_LETTERS)
    return kind


def read_object(secret: bytes, vault_id: bytes, object_id: bytes, file: bytes) -> tuple[str, bytes]:
    """Kind and content."""
    header, body = file[:HEADER], file[HEADER:]
    demand(header[:48] == b"HSDSEAL\0" + bytes([1, 1, 16, 0, 0, 0, 0, 0]) + vault_id + object_id)
    key = hkdf(secret, header[48:], b"headshot-desktop vault object 1" + header)
    pieces = [body[at : at + CHUNK + 16] for at in range(0, len(body), CHUNK + 16)]
    demand(bool(pieces) and len(pieces[-1]) > 16)
    plain = b""
    for i, piece in enumerate(pieces):
        last = i == len(pieces) - 1
        plain += gcm_open(key, bytes(7) + i.to_bytes(4, "big") + (b"\1" if last else b"\0"), piece, header)
    demand(len(plain) >= 9)
    size, start = number(plain[:8]), 9 + plain[8]
    demand(padded(start + size) == len(plain) and plain[start + size :] == bytes(len(plain) - start - size))
    return kind_of(plain[9:start]), plain[start : start + size]


def read_row(raw: bytes) -> Row:
    """One entry."""
    created = float.fromhex(_double(number(raw[112:120])))
    length = raw[120]
    demand(length <= 20 and raw[121 + length :] == bytes(20 - length))
    names = raw[:16].hex(), raw[16:32].hex(), raw[32:64].hex(), raw[64:96].hex()
    return Row(*names, number(raw[96:104]), number(raw[104:112]), created, kind_of(raw[121 : 121 + length]))


def _double(bits: int) -> str:
    """A positive IEEE 754 double as Python's hexadecimal notation."""
    sign, exponent, fraction = bits >> 63, bits >> 52 & 0x7FF, bits & (1 << 52) - 1
    demand(exponent != 0x7FF and (sign == 0 or bits == 1 << 63))
    return f"0x{min(exponent, 1)}.{fraction:013x}p{max(exponent, 1) - 1023}"


def read_index(kek: bytes, file: bytes) -> tuple[bytes, bytes, int, list[Row]]:
    """Data key, vault id, generation, entries."""
    demand(len(kek) in {32, 64})
    demand(len(file) > 96 + HEADER and file[:16] == b"HSDINDEX" + bytes([len(kek) // 32, 1, 0, 0, 0, 0, 0, 0]))
    key_block, head, vault_id, sealed = file[:96], file[:48], file[16:32], file[96:]
    wrapping = hkdf(kek, head[32:], b"headshot-desktop vault data key 1" + head)
    dek = gcm_open(wrapping, bytes(12), key_block[48:], head)
    object_id = sealed[32:48]
    kind, content = read_object(dek, vault_id, object_id, sealed)
    generation, count = number(content[32:40]), number(content[40:44])
    demand(kind == "index" and len(content) == 44 + 141 * count and generation >= 1)
    demand(object_id == b"index-gn" + content[32:40] and content[:32] == hashlib.sha256(key_block).digest())
    rows = [read_row(content[at : at + 141]) for at in range(44, len(content), 141)]
    demand(len({row.handle for row in rows}) == len({row.object_id for row in rows}) == count)
    return dek, vault_id, generation, rows


def main(kek: str, index: str, objects: str = "") -> int:
    """Print what a vault holds; with its objects folder, open each of them."""
    _, vault_id, generation, rows = read_index(bytes.fromhex(kek), Path(index).read_bytes())
    lines = [f"vault {vault_id.hex()}, generation {generation}, {len(rows)} objects"]
    for row in rows:
        lines.append(f"{row.handle} {row.kind} {row.size} bytes, {row.created}")
        if objects:
            file = (Path(objects) / row.object_id).read_bytes()
            demand(hashlib.sha256(file).hexdigest() == row.digest and len(file) == row.sealed_size)
            kind, content = read_object(bytes.fromhex(row.secret), vault_id, bytes.fromhex(row.object_id), file)
            demand(kind == row.kind and len(content) == row.size)
            lines.append(f"  opened: SHA-256 {hashlib.sha256(content).hexdigest()}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
