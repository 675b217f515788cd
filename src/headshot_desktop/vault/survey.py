"""What is stored, for the person to see. It reads and changes nothing, repairs nothing, wipes nothing."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from headshot_desktop.core.errors import VaultError, VaultUnreadable
from headshot_desktop.core.sentences import Sentence
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
    proofs,
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


@dataclass(frozen=True)
class Survey:
    """What a look at all roots found, and what it could not see: only without problems is “nothing” an answer."""

    found: tuple[Found, ...] = ()
    looked: tuple[Path, ...] = ()
    """The roots, whether they are there or not, but for those that could not be read."""
    problems: tuple[str, ...] = ()
    """A sentence for each root or vault that could not be read."""
    proofs: tuple[Path, ...] = ()
    """Folders of `headshot verify-privacy`, of one that runs or was killed; no picture is in them."""


def survey(roots: Sequence[Path]) -> Survey:
    """All vaults of this user under `roots`, running ones too."""
    found: list[Found] = []
    looked: list[Path] = []
    problems: list[str] = []
    trials: list[Path] = []
    for path in roots:
        try:
            with Folder.at(path) as root:
                for name, in_use in _states(root):
                    found += _look(root, name, in_use, problems)
                trials += [path / name for name in proofs(root)]
        except FileNotFoundError:
            pass
        except VaultError as error:
            problems.append(error.message)
            continue
        looked.append(path)
    return Survey(tuple(found), tuple(looked), tuple(problems), tuple(trials))


def _states(root: Folder) -> list[tuple[str, bool]]:
    """Each vault's name, and whether its program runs."""
    with contextlib.ExitStack() as held:
        # Under the root's lock: asking for a vault's lock for a moment must not disturb one being made.
        with contextlib.suppress(FileNotFoundError):
            held.enter_context(hold_root(root, make=False))
        return [(name, _in_use(root, name)) for name in vaults(root)]


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


def _look(root: Folder, name: str, in_use: bool, problems: list[str]) -> list[Found]:
    """One vault; none where it went away meanwhile or cannot be read, which is then told in `problems`."""
    try:
        with root.enter(name) as folder:
            store = read_store(folder)
            status = folder.status(LOCK) or folder.status(".")
            found = Found(
                path=folder.path,
                in_use=in_use,
                place="RAM" if in_memory(folder.path) else "disk",
                objects=_count(folder),
                size=_size(folder.path),
                created=status.st_mtime if status is not None else 0.0,
                store=store or "",
                items=_items(folder, store),
            )
    except FileNotFoundError:
        return []
    except (OSError, VaultError):
        problems.append(
            Sentence(
                "“{path}” cannot be read: it is not as this program made it. Look at it, then delete it.",
                path=str(root.path / name),
            )
        )
        return []
    return [found]


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
