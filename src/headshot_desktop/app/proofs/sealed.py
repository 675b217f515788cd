"""Proofs on keys and sealed files: the keyring forgets what it is told to forget, and no changed file opens."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from headshot_desktop.app.proofs.report import Proof, Verdict, verdict
from headshot_desktop.core.errors import KeyStoreFailed, VaultUnreadable
from headshot_desktop.vault.keys import KeyStore, choose_key_store
from headshot_desktop.vault.vault import Vault

_KEYRING = "the keyring forgets a deleted key"
_TAMPER = "changed files of the vault are refused"
_FLIPS = 600
"""Bits that are flipped in each file: those of the header all, the others evenly spread."""
_HEADER = 64


def keyring_proof(choose: Callable[[], KeyStore] = choose_key_store) -> Proof:
    """Store, read, delete, read again in the key store that the program uses here."""
    store = choose()
    if store.name == "memory":
        why = f"No keyring of this system can be used. {store.notice}"
        return Proof(_KEYRING, "", why, "", Verdict.NOT_TRIED)
    deleted, kept = (f"headshot-desktop/proof/{secrets.token_hex(16)}" for _ in range(2))
    key, other = os.urandom(32), os.urandom(32)
    try:
        store.store(deleted, key)
        store.store(kept, other)
        returned = _is(store.fetch(deleted), key)
        store.erase(deleted)
        after, control = store.fetch(deleted), _is(store.fetch(kept), other)
    except KeyStoreFailed as failure:
        return Proof(_KEYRING, f"Two keys stored in {store.name}.", failure.message, "", Verdict.FAILED)
    finally:
        for entry in (deleted, kept):
            store.erase(entry)
    gone = "reads back as not there" if after is None else "can still be read"
    return Proof(
        _KEYRING,
        f"Two random keys stored in {store.name}, one of them deleted.",
        f"The stored key {'came back as it was' if returned else 'did not come back'}; the deleted one {gone}.",
        f"The key that was not deleted {'is found by the same question' if control else 'is not found'}.",
        verdict(held=returned and after is None, sighted=control),
    )


def _is(held: bytearray | None, key: bytes) -> bool:
    return held is not None and secrets.compare_digest(held, key)


def tamper_proof(roots: tuple[Path, ...]) -> Proof:
    """Flip bits, cut, swap and roll back in a throw-away vault; nothing of that may open."""
    content = secrets.token_bytes(3000)
    with Vault.create(roots) as vault:
        handle, folder = vault.put(content, "proof"), vault.folder
        assert folder is not None  # noqa: S101 — made by the first put
        (first_index,) = folder.glob("index-*")
        older = first_index.read_bytes()
        vault.put(content[::-1], "proof")

        def opens() -> bool:
            try:
                return bool(vault.open(handle) == content)
            except VaultUnreadable:
                return False

        control = opens()
        tried, accepted = 0, 0
        for _ in _changes(folder, older):
            tried, accepted = tried + 1, accepted + opens()
        untouched = opens()
    return Proof(
        _TAMPER,
        f"{tried} changes to the files of a throw-away vault: flipped bits, cut ends, swapped objects, an older index.",
        f"{accepted} of them opened." if accepted else "None of them opened.",
        f"The untouched files {'open, before and after' if control and untouched else 'do not open'}.",
        verdict(held=not accepted, sighted=control and untouched and tried > _FLIPS),
    )


def _changes(folder: Path, older: bytes) -> Iterator[None]:
    """Change one thing at a time; it is put right again when the next one is asked for."""
    objects = sorted((folder / "objects").iterdir())
    contents = [path.read_bytes() for path in objects]
    (index,) = folder.glob("index-*")
    sealed = index.read_bytes()
    # Both objects are changed alike, so that it does not matter which one is opened.
    for change in _damaged(len(contents[0])):
        yield from _while([(path, change(content)) for path, content in zip(objects, contents, strict=True)])
    yield from _while(list(zip(objects, contents[::-1], strict=True)))
    yield from _while([(index, older)])
    for change in _damaged(len(sealed)):
        yield from _while([(index, change(sealed))])


def _damaged(size: int) -> Iterator[Callable[[bytes], bytes]]:
    bits = [*range(_HEADER * 8), *range(_HEADER * 8, size * 8, max(1, size * 8 // _FLIPS))]
    yield from (partial(_flipped, bit=bit) for bit in bits)
    yield from (partial(_cut, size=left) for left in (0, size // 2, size - 16, size - 1))
    yield lambda content: content + b"\0"


def _flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def _cut(content: bytes, size: int) -> bytes:
    return content[:size]


def _while(changed: list[tuple[Path, bytes]]) -> Iterator[None]:
    before = [(path, path.read_bytes()) for path, _ in changed]
    for path, content in changed:
        _overwrite(path, content)
    yield
    for path, content in before:
        _overwrite(path, content)


def _overwrite(path: Path, content: bytes) -> None:
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()  # afterwards: some file systems write a file through to the disk that was emptied first
