"""The vault: pictures sealed for one session. Put, open, discard, lock, close; nothing else reaches its files."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from headshot_desktop.core.errors import VaultError, VaultLocked, VaultUnreadable
from headshot_desktop.vault.folder import Folder, RootRefused, in_memory, room
from headshot_desktop.vault.layout import CACHES, Item
from headshot_desktop.vault.marks import mark
from headshot_desktop.vault.opened import Buffer, Opened
from headshot_desktop.vault.wipe import Swept, sweep

if TYPE_CHECKING:
    from headshot_desktop.vault.keys import KeyStore

__all__ = ["ROOM", "Item", "Vault"]

ROOM = 600 << 20
"""Bytes that must be free in a root for it to be chosen: some fifteen photos and their candidates."""

_FAILED_WATCH = "The process that wipes the vault after a crash does not stay alive; the next start would wipe it."


class Vault:
    """One session's sealed objects. Any thread may call it; calls take turns.

    An empty vault is nothing but this object: folder, key and janitor are made by the first `put` or `cache_folder`.
    """

    def __init__(self, roots: Sequence[Path], *, keys: KeyStore | None, janitor: bool, swept: Swept) -> None:
        self._roots = tuple(roots)
        self._keys = keys
        self._wants_janitor = janitor
        self._turn = threading.RLock()
        self._open: Opened | None = None
        self._items: tuple[Item, ...] = ()
        self._locked = self._closed = False
        self._notices: tuple[str, ...] = ()
        self.swept = swept
        """What was found of earlier sessions and wiped when this vault was made."""
        self.place = ""
        """“RAM” or “disk”, once there is a folder."""

    @classmethod
    def create(cls, roots: Sequence[Path], *, keys: KeyStore | None = None, janitor: bool = True) -> Vault:
        """Sweep what dead sessions left under all roots and make an empty vault.

        Args:
            roots: folders of this program, the preferred one first; those in main memory are tried before others.
            keys: where the key goes; by default what `choose_key_store` finds best when the first object comes.
            janitor: whether a process stands by that wipes the vault when this one is killed.
        """
        return cls(roots, keys=keys, janitor=janitor, swept=sweep(roots))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences that the person should see: what is weaker than it should be, what could not be wiped."""
        opened = self._open
        lost = opened is not None and opened.janitor is not None and opened.janitor.lost
        return (*self.swept.failed, *self._notices, *((_FAILED_WATCH,) if lost else ()))

    @property
    def folder(self) -> Path | None:
        """The vault's own folder, once there is one."""
        opened = self._open
        return opened.folder.path if opened is not None else None

    @property
    def key_store(self) -> str:
        """The name of the key store that holds the key; empty before there is one."""
        return self._keys.name if self._keys is not None else ""

    @property
    def locked(self) -> bool:
        """Whether nothing can be opened until `unlock`."""
        return self._locked

    def items(self) -> tuple[Item, ...]:
        """What is in it, oldest first; told while it is locked too."""
        return self._items

    def put(self, content: Buffer, kind: str) -> str:
        """Seal content and return its handle, 32 hexadecimal digits that mean nothing elsewhere.

        Args:
            content: any number of bytes.
            kind: “photo”, “thumbnail”, “candidate” or another word of `[a-z-]{1,20}`.

        Raises:
            VaultFull: no room; what was put before is untouched.
            VaultLocked: it is locked or closed.
            VaultUnreadable: its files are not what this vault wrote.
            KeyStoreFailed: the key of the first object could not be stored.
        """
        with self._turn:
            opened = self._usable()
            item = opened.put(content, kind)
            self._items = (*self._items, item)
            return item.handle

    def open(self, handle: str) -> bytearray:
        """The content behind a handle, as it was put; the caller may wipe it after use.

        Raises:
            VaultUnreadable: no such handle, or what lies there is not what was put.
            VaultLocked: it is locked or closed.
        """
        with self._turn:
            return self._used().read(handle)

    def discard(self, handle: str) -> None:
        """Erase one object so that nothing on the disk or in an old copy of the folder can bring it back.

        The index is sealed anew under new keys, the key store's value is replaced, and only then the old index, which
        held the object's own key, and the object are removed: the old index cannot be opened by anyone again.

        Raises:
            VaultUnreadable: no such handle, or the vault's files are not what it wrote.
            VaultLocked: it is locked or closed.
            VaultFull: no room for the new index, not even in the reserve that is kept for it; nothing has changed.
            KeyStoreFailed: the key could not be replaced; nothing has changed.
        """
        with self._turn:
            self._used().discard(handle)
            self._items = tuple(item for item in self._items if item.handle != handle)

    def lock(self) -> None:
        """Forget the data key; objects stay sealed until `unlock`. Locking twice is fine."""
        with self._turn:
            self._locked = True
            if self._open is not None:
                self._open.forget()

    def unlock(self) -> None:
        """Get the key from the key store again. Unlocking what is not locked is fine.

        Raises:
            VaultUnreadable: the key store has no key any more, or the index is not the last one written.
            VaultLocked: the vault is closed.
            KeyStoreFailed: the key store does not answer.
        """
        with self._turn:
            if self._closed:
                raise _closed()
            if self._locked and self._open is not None:
                self._open.remember()
            self._locked = False

    def cache_folder(self) -> Path:
        """A private folder for libraries' caches, wiped with the vault; never for pictures.

        Raises:
            VaultError: as `put`.
        """
        with self._turn:
            if self._open is None:
                self._usable()
            assert self._open is not None  # noqa: S101 — made above
            return self._open.folder.path / CACHES

    def close(self) -> None:
        """Wipe: key deleted from its store and read back as gone, data key zeroed, files removed. Twice is fine.

        The caller has stopped its workers before.

        Raises:
            KeyStoreFailed: the key store did not delete the key. What it protects is removed all the same, and the
                next start tries again.
            VaultError: a file could not be removed; its key is gone.
        """
        with self._turn:
            opened, self._open = self._open, None
            self._closed = self._locked = True
            self._items = ()
            if opened is not None:
                opened.end()

    def _used(self) -> Opened:
        """The opened vault for a handle, which an empty vault cannot have given out."""
        if self._locked:
            raise _closed() if self._closed else _locked()
        if self._open is None:
            raise VaultUnreadable
        return self._open

    def _usable(self) -> Opened:
        if self._open is None and not self._locked:
            self._open = self._begin()
        return self._used()

    def _begin(self) -> Opened:
        if self._keys is None:
            from headshot_desktop.vault.keys import choose_key_store

            self._keys = choose_key_store()
        self._notices = (self._keys.notice,) if self._keys.notice else ()
        opened = Opened(_choose_root(self._roots), self._keys)
        with contextlib.ExitStack() as undo:
            undo.callback(_abandon, opened)
            opened.begin(janitor=self._wants_janitor)
            undo.pop_all()
        self.place = "RAM" if in_memory(opened.folder.path) else "disk"
        return opened


def _choose_root(roots: Sequence[Path]) -> Folder:
    """Open the first root with room, those in main memory first; where none has it, the one with the most."""
    wanted = sorted(roots, key=lambda path: not in_memory(path))
    free = {path: room(path) for path in wanted}
    by_room = sorted(wanted, key=lambda path: -min(free[path], ROOM))  # stable: all with room keep their order
    refused = []
    for path in by_room:
        try:
            root = Folder.at(path, make=True)
        except RootRefused as refusal:
            refused.append(refusal)
        else:
            mark(root)
            return root
    raise refused[0] if refused else VaultError("There is no folder for the vault.", code="vault-root")


def _abandon(opened: Opened) -> None:
    """Undo a beginning that failed; the failure that led here is the one to tell."""
    with contextlib.suppress(VaultError):
        opened.end()


def _locked() -> VaultLocked:
    return VaultLocked("The pictures are locked. Unlock them to go on.")


def _closed() -> VaultLocked:
    return VaultLocked("The vault of this session is closed and wiped. Start again.", code="vault-closed")
