"""The end of a vault: its key is deleted first, and what is left is noise that is then removed.

A vault is an orphan exactly when the lock on it can be obtained: the system frees a lock when its holder ends, however
it ends, so no process ids are guessed. Standard library only until a key has to be erased: the janitor runs this.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from headshot_desktop.core.errors import KeyStoreFailed, VaultError
from headshot_desktop.core.sentences import Sentence, reason
from headshot_desktop.vault.folder import Folder, Lock, RootRefused
from headshot_desktop.vault.layout import (
    ABOUT,
    INDEX,
    LOCK,
    entry_name,
    has_ended,
    hold_root,
    proofs,
    read_store,
    vaults,
)

LEFT = (
    "The key of “{path}” is deleted, so nothing in it can be read any more, but the folder cannot be removed: {why}. "
    "Delete it."
)
"""What is said of a folder without a key that stays."""

_TRIES, _PAUSE = 50, 0.02


@dataclass(frozen=True)
class Swept:
    """What a sweep did: vaults wiped, vaults left alone because their program runs, and a sentence per failure."""

    wiped: int = 0
    in_use: int = 0
    failed: tuple[str, ...] = ()


@dataclass
class _Tally:
    wiped: int = 0
    in_use: int = 0
    failed: list[str] = field(default_factory=list)

    def result(self) -> Swept:
        return Swept(self.wiped, self.in_use, tuple(self.failed))


def sweep(roots: Sequence[Path]) -> Swept:
    """Wipe every vault under `roots` whose program is dead; never touches one whose program runs."""
    tally = _Tally()
    for root in _open_roots(roots, tally):
        with root:
            _sweep_root(root, tally)
    return tally.result()


def wipe(roots: Sequence[Path], *, running: bool = False) -> Swept:
    """Wipe by hand: what `sweep` wipes and, with `running`, also the vaults of programs that run.

    Such a program gets `VaultUnreadable` from then on and can still close.
    """
    swept = sweep(roots)
    if not running:
        return swept
    tally = _Tally(wiped=swept.wiped)
    for root in _open_roots(roots, tally):
        with root:
            for name in vaults(root):
                _wipe_running(root, name, tally)
    tally.failed = [*swept.failed, *(sentence for sentence in tally.failed if sentence not in swept.failed)]
    return tally.result()


def wipe_orphan(path: Path, store: str, *, seconds: float) -> bool:
    """Wipe one vault whose program has died: the janitor's task. `store` is used where the vault's own note is gone.

    Returns:
        Whether nothing of it is left; False when somebody else holds its lock for longer than `seconds`.

    Raises:
        VaultError: its key could not be erased; what it protected is removed all the same.
        OSError: a file could not be removed.
    """
    try:
        with Folder.at(path.parent) as root, root.enter(path.name) as folder:
            lock = folder.hold(LOCK, seconds=seconds)
            if lock is None:
                return False
            with lock:
                end(root, folder, lock, read_store(folder) or store)
    except FileNotFoundError:
        # Killed before there was a folder, or wiped by a sweep meanwhile; either erased the key or never stored one,
        # unless it was killed half-way, so ask once more.
        erase_key(path.name, store)
    return True


def end(root: Folder, folder: Folder, lock: Lock | None, store: str | None) -> None:
    """Erase a vault's key, then remove its files.

    Raises:
        VaultError: the key could not be erased. Everything that it protected is removed; the note stays, so that the
            next start tries again.
        OSError: a file could not be removed.
    """
    erased = has_ended(folder, store)
    try:
        with contextlib.suppress(*((KeyStoreFailed,) if erased else ())):
            erase_key(folder.path.name, store)
        erased = True
    finally:
        remove_files(root, folder, lock, key_gone=erased)


def erase_key(name: str, store: str | None) -> None:
    """Delete a vault's key from its key store, or from every one that answers where it is not known which.

    Without a note no key was stored, or somebody removed the note: then a store that does not answer is no reason to
    keep the files, and whatever it still held would open nothing.

    Raises:
        KeyStoreFailed: it could not be deleted from the store that is known, or still reads back.
    """
    from headshot_desktop.vault import keys

    entry = entry_name(name)
    if store is not None:
        keys.key_store(store).erase(entry)
        return
    for keeper in keys.key_stores():
        with contextlib.suppress(KeyStoreFailed):
            keeper.erase(entry)


def remove_files(root: Folder, folder: Folder, lock: Lock | None, *, key_gone: bool) -> None:
    """Remove a vault's files, the wrapped data key first, then its folder, and let its lock go.

    A folder into which a program still writes is tried again for a second.

    Raises:
        OSError: something could not be removed.
    """
    if not key_gone:
        folder.clear(keep=(ABOUT, LOCK), first=INDEX)
        folder.sync()
    else:
        for left in range(_TRIES, -1, -1):
            try:
                folder.clear(keep=(LOCK,), first=INDEX)
                if sys.platform == "win32" and lock is not None:
                    lock.release()  # an open file cannot be removed there
                folder.clear()
                root.remove_empty(folder.path.name)
                break
            except OSError:
                if not left:
                    raise
                time.sleep(_PAUSE)
        root.sync()
    if lock is not None:
        lock.release()


def _open_roots(roots: Sequence[Path], tally: _Tally) -> Iterator[Folder]:
    for path in roots:
        try:
            yield Folder.at(path)
        except FileNotFoundError:
            continue
        except RootRefused as refusal:
            tally.failed.append(refusal.message)


def _sweep_root(root: Folder, tally: _Tally) -> None:
    if not vaults(root) and not proofs(root):
        return
    claims: list[tuple[Folder, Lock]] = []
    try:
        with hold_root(root):
            for name in vaults(root):
                claims += _claim(root, name, tally)
            for name in proofs(root):
                _remove_proof(root, name, tally)
    except FileNotFoundError:
        return  # the root was removed at this very moment
    except VaultError as busy:
        tally.failed.append(busy.message)
    for folder, lock in claims:
        with folder, lock:
            _end_and_tell(root, folder, lock, tally)


def _claim(root: Folder, name: str, tally: _Tally) -> list[tuple[Folder, Lock]]:
    """The vault's folder and lock if nobody holds it; under the root's lock, so that none is half made."""
    try:
        folder = root.enter(name)
        lock = folder.hold(LOCK)
    except FileNotFoundError:
        return []
    except VaultError:
        tally.failed.append(_odd(root, name))
        return []
    if lock is None:
        folder.close()
        tally.in_use += 1
        return []
    return [(folder, lock)]


def _remove_proof(root: Folder, name: str, tally: _Tally) -> None:
    """Remove what a killed `headshot verify-privacy` left; it holds no picture and no key."""
    try:
        with root.enter(name) as folder, contextlib.ExitStack() as held:
            lock = folder.hold(LOCK)
            if lock is not None:
                held.enter_context(lock)
                root.remove(name)
    except FileNotFoundError:
        return
    except VaultError:
        tally.failed.append(_odd(root, name))
    except OSError as error:
        tally.failed.append(
            Sentence("“{path}” cannot be removed: {why}. Delete it.", path=str(root.path / name), why=reason(error))
        )


def _odd(root: Folder, name: str) -> str:
    return Sentence(
        "“{path}” is not as this program made it and was left alone. Delete it.", path=str(root.path / name)
    )


def _wipe_running(root: Folder, name: str, tally: _Tally) -> None:
    try:
        folder = root.enter(name)
    except FileNotFoundError:
        return
    except VaultError:
        tally.failed.append(_odd(root, name))
        return
    with folder:
        _end_and_tell(root, folder, None, tally)


def _end_and_tell(root: Folder, folder: Folder, lock: Lock | None, tally: _Tally) -> None:
    """End a vault and count it, or say what is left of it; without its lock its program may still run."""
    store = read_store(folder)
    try:
        end(root, folder, lock, store)
    except KeyStoreFailed as error:
        tally.failed.append(_key_left(error, store))
    except VaultError as error:
        tally.failed.append(error.message)
    except OSError as error:
        tally.failed.append(_left(folder, error))
    else:
        tally.wiped += 1
        if lock is None and store == "memory":
            tally.failed.append(
                Sentence(
                    "The pictures of a running program are deleted, but their key is only in that program's memory. "
                    "Close it to be rid of the key."
                )
            )


def _key_left(error: KeyStoreFailed, store: str | None) -> str:
    where = (
        Sentence("Log in to the desktop and start the program again.")
        if store == "secret-service"
        else Sentence("Start the program again later.")
    )
    return Sentence(
        "{error} Pictures left behind are deleted, but not yet their key, which opens nothing any more. {advice}",
        error=error.message,
        advice=where,
    )


def _left(folder: Folder, error: OSError) -> str:
    return Sentence(LEFT, path=str(folder.path), why=reason(error))
