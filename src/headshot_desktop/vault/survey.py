"""What is stored, for the person to see. It reads and changes nothing, repairs nothing, wipes nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from headshot_desktop.core.errors import VaultError, VaultUnreadable
from headshot_desktop.vault.folder import Folder, in_memory
from headshot_desktop.vault.layout import (
    INDEX_LIMIT,
    LOCK,
    OBJECTS,
    Item,
    entry_name,
    generations,
    hold_root,
    identity,
    index_name,
    read_store,
    vaults,
)

_TRIES = 5


@dataclass(frozen=True)
class Found:
    """One vault's folder as it lies there."""

    path: Path
    in_use: bool
    """Whether its program runs; False is an orphan that the next start wipes."""
    place: str
    """“RAM” or “disk”."""
    objects: int
    """Sealed files, which is all that can be told without the key."""
    size: int
    """Bytes of all files."""
    created: float
    """Unix time, seconds."""
    store: str
    """Name of the key store that holds its key; empty where that cannot be told."""
    items: tuple[Item, ...] | None
    """What is in it; None where its key cannot be read."""


def survey(roots: Sequence[Path]) -> tuple[Found, ...]:
    """All vaults of this user under `roots`, running ones too; a root that cannot be read counts as empty."""
    found: list[Found] = []
    for path in roots:
        try:
            with Folder.at(path) as root:
                # Under the root's lock: asking for a vault's lock for a moment must not disturb one being made.
                with hold_root(root, make=False):
                    states = [(name, _in_use(root, name)) for name in vaults(root)]
                found += [one for name, in_use in states if (one := _look(root, name, in_use)) is not None]
        except (FileNotFoundError, VaultError):
            continue
    return tuple(found)


def _in_use(root: Folder, name: str) -> bool:
    try:
        with root.enter(name) as folder:
            lock = folder.hold(LOCK, make=False)
    except (FileNotFoundError, VaultError):
        return False
    if lock is None:
        return True
    lock.release()
    return False


def _look(root: Folder, name: str, in_use: bool) -> Found | None:
    try:
        with root.enter(name) as folder:
            store = read_store(folder)
            status = folder.status(LOCK) or folder.status(".")
            return Found(
                path=folder.path,
                in_use=in_use,
                place="RAM" if in_memory(folder.path) else "disk",
                objects=_count(folder),
                size=_size(folder.path),
                created=status.st_mtime if status is not None else 0.0,
                store=store or "",
                items=_items(folder, store),
            )
    except (FileNotFoundError, VaultError):
        return None


def _count(folder: Folder) -> int:
    try:
        with folder.enter(OBJECTS) as objects:
            return sum(not name.startswith(".") for name in objects.names())
    except FileNotFoundError:
        return 0


def _size(path: Path) -> int:
    total = 0
    for place, _, names in os.walk(path):
        for name in names:
            try:
                status = Path(place, name).lstat()
            except OSError:
                continue  # removed while we look
            total += status.st_size if stat.S_ISREG(status.st_mode) else 0
    return total


def _items(folder: Folder, store: str | None) -> tuple[Item, ...] | None:
    """What the newest index says that the stored key opens; a running program may write a newer one meanwhile."""
    from headshot_desktop.vault.format import wipe
    from headshot_desktop.vault.keys import key_store

    if store is None:
        return None
    try:
        kek = key_store(store).fetch(entry_name(folder.path.name))
    except VaultError:
        return None
    if kek is None:
        return None
    try:
        for _ in range(_TRIES):
            for generation in generations(folder):
                items = _read(folder, kek, generation)
                if items is not None:
                    return items
    finally:
        wipe(kek)
    return None


def _read(folder: Folder, kek: bytearray, generation: int) -> tuple[Item, ...] | None:
    from headshot_desktop.vault.format import wipe
    from headshot_desktop.vault.index import open_index

    try:
        sealed = folder.read(index_name(generation), INDEX_LIMIT)
        dek, _, index = open_index(kek, sealed, vault_id=identity(folder.path.name), generation=generation)
    except VaultUnreadable:
        return None
    wipe(dek)
    index.wipe()
    return tuple(Item(entry.handle, entry.kind, entry.size, entry.created) for entry in index.entries)
