"""Makes the test vectors of docs/vault-format.md, with nothing of the program: `python -m tests.vault.make_vectors`.

Everything is derived from names by SHA-256, so that made again they are the same bytes. The writer here also serves the
tests, to make what the program never writes: objects under the right key that break one rule.
"""

from __future__ import annotations

import hashlib
import json
import struct
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.vault.independent_reader import CHUNK, hkdf, padded

FOLDER = Path(__file__).with_name("vectors")


class Names(NamedTuple):
    """Secret and ids of an object."""

    secret: bytes
    vault_id: bytes
    object_id: bytes

    @classmethod
    def of(cls, name: str, vault: str = "vault") -> Names:
        """Derived from a name."""
        return cls(derived(f"{name} secret", 32), derived(vault, 16), derived(f"{name} object", 16))


def derived(name: str, size: int) -> bytes:
    """Bytes that are the same each time: SHA-256 of the name and a counter."""
    blocks = (hashlib.sha256(f"{name} {number}".encode()).digest() for number in range(-(-size // 32)))
    return b"".join(blocks)[:size]


def nonces(count: int) -> list[bytes]:
    """The nonces of an object of `count` chunks."""
    return [bytes(7) + number.to_bytes(4, "big") + bytes([number == count - 1]) for number in range(count)]


def plaintext(kind: bytes, content: bytes) -> bytes:
    """Lengths, kind, content, padding."""
    plain = struct.pack(">QB", len(content), len(kind)) + kind + content
    return plain.ljust(padded(len(plain)), b"\0")


def write_object(
    names: Names,
    salt: bytes,
    plain: bytes,
    *,
    start: bytes = b"HSDSEAL\0" + bytes([1, 1, 16, 0, 0, 0, 0, 0]),
    numbering: Callable[[int], Sequence[bytes]] = nonces,
) -> bytes:
    """A sealed object of this plaintext; `start` and `numbering` are there to be wrong."""
    header = start + names.vault_id + names.object_id + salt
    key = AESGCM(hkdf(names.secret, salt, b"headshot-desktop vault object 1" + header))
    chunks = [plain[at : at + CHUNK] for at in range(0, len(plain), CHUNK)]
    sealed = (key.encrypt(nonce, chunk, header) for nonce, chunk in zip(numbering(len(chunks)), chunks, strict=True))
    return header + b"".join(sealed)


class Row(NamedTuple):
    """What `write_index` needs of an entry."""

    handle: bytes
    object_id: bytes
    secret: bytes
    digest: bytes
    size: int
    sealed_size: int
    created: float
    kind: bytes

    def packed(self) -> bytes:
        """141 bytes."""
        return struct.pack(">16s16s32s32sQQdB20s", *self[:-1], len(self.kind), self.kind)


def key_block(
    kek: bytes,
    dek: bytes,
    vault_id: bytes,
    salt: bytes,
    *,
    start: bytes = b"HSDINDEX" + bytes([1, 1, 0, 0, 0, 0, 0, 0]),
) -> bytes:
    """The first 96 bytes of an index file; `start` is there to be wrong."""
    head = start + vault_id + salt
    key = AESGCM(hkdf(kek, salt, b"headshot-desktop vault data key 1" + head))
    return head + key.encrypt(bytes(12), dek, head)


def listing(block: bytes, generation: int, rows: Sequence[bytes]) -> bytes:
    """The content of a sealed index."""
    return hashlib.sha256(block).digest() + struct.pack(">QI", generation, len(rows)) + b"".join(rows)


def write_index(block: bytes, dek: bytes, generation: int, content: bytes, *, kind: bytes = b"index") -> bytes:
    """An index file of this content."""
    names = Names(dek, block[16:32], b"index-gn" + struct.pack(">Q", generation))
    return block + write_object(names, derived(f"index salt {generation}", 16), plaintext(kind, content))


CONTENTS = {
    "empty": ("thumbnail", 0),
    "small": ("photo", 300),
    "chunk": ("candidate", 65_518),
    "three": ("photo", 160_000),
}
"""Kind and size; the third makes a plaintext of exactly one chunk."""


def _objects() -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    files, rows = {}, []
    for name, (kind, size) in CONTENTS.items():
        names, content = Names.of(name), derived(f"{name} content", size)
        files[name] = write_object(names, derived(f"{name} salt", 16), plaintext(kind.encode(), content))
        digest = hashlib.sha256(content).hexdigest()
        rows.append({"file": f"{name}.sealed", **_hexadecimal(names), "kind": kind, "size": size, "sha256": digest})
    return files, rows


def _hexadecimal(names: Names) -> dict[str, str]:
    return {field: value.hex() for field, value in names._asdict().items()}


def broken_objects(names: Names) -> dict[str, bytes]:
    """Objects under the right key, each breaking one rule of the format; by the rule."""
    salt, good = derived("broken salt", 16), plaintext(b"photo", b"content")

    def lengths(size: int, kind: bytes, content: bytes = b"content") -> bytes:
        return (struct.pack(">QB", size, len(kind)) + kind + content).ljust(512, b"\0")

    def made(plain: bytes, **wrong: Any) -> bytes:
        return write_object(names, salt, plain, **wrong)

    def start(at: int, value: int) -> dict[str, bytes]:
        right = bytearray(b"HSDSEAL\0" + bytes([1, 1, 16, 0, 0, 0, 0, 0]))
        right[at] = value
        return {"start": bytes(right)}

    return {
        "padding is not zero": made(good[:-1] + b"\1"),
        "padding is longer than it should be": made(good + bytes(32)),
        "padding is missing": made(good[:21]),
        "plaintext is shorter than the lengths": made(good[:8]),
        "plaintext of one chunk more than its content needs": made(good.ljust(CHUNK + 1, b"\0")),
        "size is greater than the plaintext": made(lengths(500, b"photo")),
        "size is the greatest number": made(lengths(2**64 - 1, b"photo")),
        "size is too small for the content": made(lengths(6, b"photo")),
        "kind is empty": made(lengths(7, b"")),
        "kind has a capital": made(lengths(7, b"Photo")),
        "kind has a zero byte": made(lengths(7, b"photo\0")),
        "kind has a line end": made(lengths(7, b"photo\n")),
        "kind has 21 letters": made(lengths(7, b"a" * 21)),
        "kind is longer than the plaintext": made((struct.pack(">QB", 0, 255) + b"a" * 255).ljust(512, b"\0")),
        "last chunk is not marked": made(good, numbering=lambda _: [bytes(12)]),
        "first chunk is number 1": made(good, numbering=lambda _: [bytes(10) + b"\1\1"]),
        "last mark is 2": made(good, numbering=lambda _: [bytes(11) + b"\2"]),
        "an empty chunk follows": _with_empty_chunk(names, salt),
        "magic is another": made(good, **start(6, ord("M"))),
        "version is 2": made(good, **start(8, 2)),
        "suite is 2": made(good, **start(9, 2)),
        "chunk exponent is 15": made(good, **start(10, 15)),
        "reserved byte is 1": made(good, **start(15, 1)),
    }


def _with_empty_chunk(names: Names, salt: bytes) -> bytes:
    """A full chunk that is not the last, then a chunk of nothing that is."""
    header = b"HSDSEAL\0" + bytes([1, 1, 16, 0, 0, 0, 0, 0]) + names.vault_id + names.object_id + salt
    key = AESGCM(hkdf(names.secret, salt, b"headshot-desktop vault object 1" + header))
    plain = plaintext(b"photo", bytes(CHUNK - 14))
    first, second = nonces(2)
    return header + key.encrypt(first, plain, header) + key.encrypt(second, b"", header)


def _rows(objects: dict[str, bytes]) -> list[Row]:
    rows = []
    for number, (name, (kind, size)) in enumerate(CONTENTS.items()):
        names, sealed = Names.of(name), objects[name]
        digest = hashlib.sha256(sealed).digest()
        created = 1_800_000_000.25 + number
        handle = derived(f"{name} handle", 16)
        rows.append(Row(handle, names.object_id, names.secret, digest, size, len(sealed), created, kind.encode()))
    return rows


def _vaults(objects: dict[str, bytes]) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    files, described = {}, []
    for name, generation, rows in (
        ("nothing", 1, []),
        ("four", 2**40 + 7, _rows(objects)),
        ("locked", 2, _rows(objects)),
    ):
        kek, dek = derived(f"{name} kek", 64 if name == "locked" else 32), derived(f"{name} dek", 32)
        start = b"HSDINDEX" + bytes([len(kek) // 32, 1, 0, 0, 0, 0, 0, 0])
        block = key_block(kek, dek, derived("vault", 16), derived(f"{name} wrapping", 16), start=start)
        files[name] = write_index(block, dek, generation, listing(block, generation, [row.packed() for row in rows]))
        entries = [
            {field: value.hex() if isinstance(value, bytes) else value for field, value in row._asdict().items()}
            | {"kind": row.kind.decode(), "file": f"{content}.sealed"}
            for content, row in zip(CONTENTS, rows, strict=False)
        ]
        described.append(
            {"file": f"{name}.index", "kek": kek.hex(), "dek": dek.hex(), "vault_id": derived("vault", 16).hex()}
            | {"generation": generation, "entries": entries}
        )
    return files, described


def vectors() -> dict[str, bytes]:
    """Content of each file of the folder, by name."""
    objects, object_rows = _objects()
    indices, vaults = _vaults(objects)
    names = Names.of("broken")
    refused = [
        {"why": why, **_hexadecimal(names), "sealed": sealed.hex()}
        for why, sealed in broken_objects(names).items()
        if len(sealed) < 2048
    ]
    described = {"version": 1, "objects": object_rows, "refused": refused, "vaults": vaults}
    return {
        "vectors.json": (json.dumps(described, indent=1) + "\n").encode(),
        **{f"{name}.sealed": sealed for name, sealed in objects.items()},
        **{f"{name}.index": sealed for name, sealed in indices.items()},
    }


def main() -> int:
    """Write them."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in vectors().items():
        (FOLDER / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
