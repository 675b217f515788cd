"""The vault: pictures sealed for one session. Put, open, discard, lock, close; nothing else reaches its files."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from headshot_desktop.core.errors import KeyStoreFailed, VaultError, VaultFull, VaultLocked, VaultUnreadable
from headshot_desktop.vault.folder import Folder, RootRefused, in_memory, room
from headshot_desktop.vault.guard import Disturbance
from headshot_desktop.vault.layout import Item
from headshot_desktop.vault.marks import mark
from headshot_desktop.vault.opened import Buffer, Opened
from headshot_desktop.vault.wipe import Swept, sweep

if TYPE_CHECKING:
    from headshot_desktop.vault.app_lock import AppLock
    from headshot_desktop.vault.keys import KeyStore

__all__ = ["ROOM", "Item", "Vault"]

ROOM = 600 << 20
"""Bytes that must be free in a root for it to be chosen: some fifteen photos and their candidates."""

_FAILED_WATCH = "The process that wipes the vault after a crash does not stay alive; the next start would wipe it."


class Vault:
    """One session's sealed objects. Any thread may call it; calls take turns.

    An empty vault is nothing but this object: folder, key and janitor are made by the first `put` or `cache_folder`.

    Where one root is full, pictures go to the next: to a second part, which has a folder, a lock, a key, an index and a
    janitor of its own, so that everything said of one holds of each.
    """

    def __init__(
        self, roots: Sequence[Path], *, keys: KeyStore | None, janitor: bool, swept: Swept, lock: AppLock | None = None
    ) -> None:
        self._roots = tuple(roots)
        self._keys, self._app_lock = keys, lock
        self._wants_janitor = janitor
        self._turn = threading.RLock()
        self._parts: list[Opened] = []
        self._homes: dict[str, Opened] = {}
        self._items: tuple[Item, ...] = ()
        self._locked = self._closed = False
        self._notices: tuple[str, ...] = ()
        self._disturbed: Disturbance | None = None
        self.swept = swept
        """What was found of earlier sessions and wiped when this vault was made."""
        self.place = ""
        """“RAM”, “disk” or “RAM and disk”, once there is a folder."""

    @classmethod
    def create(
        cls, roots: Sequence[Path], *, keys: KeyStore | None = None, janitor: bool = True, lock: AppLock | None = None
    ) -> Vault:
        """Sweep what dead sessions left under all roots and make an empty vault.

        Args:
            roots: folders of this program, the preferred one first; those in main memory are tried before others.
            keys: where the key goes; by default what `choose_key_store` finds best when the first object comes.
            janitor: whether a process stands by that wipes the vault when this one is killed.
            lock: the app lock; while one is set, its secret is mixed into the key.
        """
        return cls(roots, keys=keys, janitor=janitor, swept=sweep(roots), lock=lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences that the person should see: what is weaker than it should be, what could not be wiped."""
        lost = any(part.janitor is not None and part.janitor.lost for part in self._parts)
        return (*self.swept.failed, *self._notices, *((_FAILED_WATCH,) if lost else ()))

    @property
    def folder(self) -> Path | None:
        """The vault's own folder, once there is one; the first where there are more."""
        return next((part.folder.path for part in self._parts), None)

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
            VaultFull: no room under any root; what was put before is untouched.
            VaultLocked: it is locked or closed.
            VaultUnreadable: its files are not what this vault wrote, or were wiped from outside.
            VaultError: the machine fails or refuses; the sentence says how.
            KeyStoreFailed: the key of the first object could not be stored.
        """
        with self._turn, self._trusting():
            part, item = self._stored(self._usable(), content, kind)
            self._homes[item.handle] = part
            self._items = (*self._items, item)
            return item.handle

    def open(self, handle: str) -> bytearray:
        """The content behind a handle, as it was put; the caller may wipe it after use.

        Raises:
            VaultUnreadable: no such handle, or what lies there is not what was put.
            VaultLocked: it is locked or closed.
        """
        with self._turn:
            part = self._home(handle)
            with self._trusting():
                return part.read(handle)

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
            part = self._home(handle)
            with self._trusting():
                part.discard(handle)
            del self._homes[handle]
            self._items = tuple(item for item in self._items if item.handle != handle)

    def lock(self) -> None:
        """Forget the data key; objects stay sealed until `unlock`. Locking twice is fine."""
        with self._turn:
            self._locked = True
            self._forget()

    def unlock(self) -> None:
        """Get the key from the key store again. Unlocking what is not locked is fine.

        Raises:
            VaultUnreadable: the key store has no key any more, or the index is not the last one written.
            VaultLocked: the vault is closed, or the app lock is.
            KeyStoreFailed: the key store does not answer.
        """
        with self._turn:
            if self._closed:
                raise _closed()
            if self._locked:
                with contextlib.ExitStack() as undo, self._trusting():
                    undo.callback(self._forget)
                    for part in self._parts:
                        part.remember()
                    undo.pop_all()
            self._locked = False

    def rekey(self) -> None:
        """Seal every index under new keys: the app lock was set up, changed or removed.

        Raises:
            VaultLocked: it is locked, or the app lock is.
            VaultError: a part still opens with the keys of before; the caller wipes it all.
        """
        with self._turn:
            if self._locked:
                raise _closed() if self._closed else _locked()
            for part in self._parts:
                part.rekey()

    @contextlib.contextmanager
    def _trusting(self) -> Iterator[None]:
        """What lies there is used; `disturbed` tells when it is not what was put there."""
        try:
            yield
        except VaultUnreadable as error:
            if error.code != "vault-gone":
                gone = error.code == "vault-key-gone"
                self._disturbed = self._disturbed or (Disturbance.KEY_GONE if gone else Disturbance.CHANGED)
            raise

    def disturbed(self) -> Disturbance | None:
        """What somebody else has done to its files, as far as that is seen; it stays seen.

        Costs less than a millisecond; while another thread is at work here, nothing new is looked for. A vault that was
        wiped from outside is not disturbed: it is gone.

        Raises:
            OSError: the system does not answer.
        """
        if self.gone:
            return None
        if self._turn.acquire(blocking=False):
            try:
                seen = (part.disturbed() for part in self._parts)
                # What is seen says more than that something could not be opened.
                self._disturbed = next(filter(None, seen), None) or self._disturbed
            finally:
                self._turn.release()
        return self._disturbed

    @property
    def gone(self) -> bool:
        """Whether every folder of it was removed: by a log-out, by hand or by another command."""
        parts = tuple(self._parts)
        return bool(parts) and all(part.gone for part in parts)

    def keys_are_there(self) -> bool:
        """Whether the key store still holds every key; asks it, which may take seconds. Raises `KeyStoreFailed`."""
        if all(part.key_is_there() for part in tuple(self._parts)):
            return True
        with self._turn:  # one that was being replaced at that moment is there now
            return all(part.key_is_there() for part in self._parts)

    def _forget(self) -> None:
        for part in self._parts:
            part.forget()

    def cache_folder(self) -> Path:
        """A private folder for libraries' caches, wiped with the vault; never for pictures.

        Raises:
            VaultError: as `put`.
        """
        with self._turn:
            part = self._parts[0] if self._parts else self._usable()[0]
            return part.caches()

    def close(self) -> None:
        """Wipe: key deleted from its store and read back as gone, data key zeroed, files removed. Twice is fine.

        The caller has stopped its workers before.

        Raises:
            KeyStoreFailed: the key store did not delete the key. What it protects is removed all the same, and the
                next start tries again.
            VaultError: a file could not be removed; its key is gone.
        """
        with self._turn:
            parts, self._parts = self._parts, []
            self._closed = self._locked = True
            self._items = ()
            self._homes = {}
            with contextlib.ExitStack() as ends:  # each one is ended, whatever another one says
                for part in parts:
                    ends.callback(part.end)

    def _home(self, handle: str) -> Opened:
        """The part that holds an object."""
        if self._locked:
            raise _closed() if self._closed else _locked()
        if handle not in self._homes:
            raise VaultUnreadable
        return self._homes[handle]

    def _usable(self) -> list[Opened]:
        """The parts, of which there is one at least."""
        if self._locked:
            raise _closed() if self._closed else _locked()
        if not self._parts:
            self._add_part(self._begin(self._roots))
        return self._parts

    def _stored(self, parts: Sequence[Opened], content: Buffer, kind: str) -> tuple[Opened, Item]:
        """Put an object into the first part that has room for it, or into a new one under the next root."""
        full = []
        for part in parts:
            try:
                return part, part.put(content, kind)
            except VaultFull as refusal:
                full.append(refusal)
        used = {part.folder.path.parent for part in parts}
        with contextlib.ExitStack() as undo:
            try:
                part = self._begin([root for root in self._roots if root not in used])
                undo.callback(_abandon, part)
                item = part.put(content, kind)
            except VaultError:
                raise full[0] from None
            undo.pop_all()
        self._add_part(part)
        return part, item

    def _add_part(self, part: Opened) -> None:
        self._parts.append(part)
        places = {"RAM" if in_memory(part.folder.path) else "disk" for part in self._parts}
        self.place = " and ".join(sorted(places))

    def _begin(self, roots: Sequence[Path]) -> Opened:
        """Make a part under the first of the roots where that can be done."""
        if self._keys is None:
            from headshot_desktop.vault.keys import choose_key_store

            self._keys = choose_key_store()
        self._notices = (self._keys.notice,) if self._keys.notice else ()
        refusals: list[VaultError] = []
        for path in _by_room(roots):
            try:
                return self._begin_at(path, self._keys)
            except KeyStoreFailed:
                raise
            except VaultError as refusal:
                refusals.append(refusal)
        # A root that was never fit for a vault says less than one that failed.
        refusals.sort(key=lambda refusal: isinstance(refusal, RootRefused))
        raise refusals[0] if refusals else VaultError("There is no folder for the vault.", code="vault-root")

    def _begin_at(self, path: Path, keys: KeyStore) -> Opened:
        root = Folder.at(path, make=True)
        mark(root)
        opened = Opened(root, keys, self._app_lock)
        with contextlib.ExitStack() as undo:
            undo.callback(_abandon, opened)
            opened.begin(janitor=self._wants_janitor)
            undo.pop_all()
        return opened


def _by_room(roots: Sequence[Path]) -> list[Path]:
    """Roots with room first, of those the ones in main memory; where none has it, the one with the most."""
    wanted = sorted(roots, key=lambda path: not in_memory(path))
    free = {path: room(path) for path in wanted}
    return sorted(wanted, key=lambda path: -min(free[path], ROOM))  # stable: all with room keep their order


def _abandon(opened: Opened) -> None:
    """Undo a beginning that failed; the failure that led here is the one to tell."""
    with contextlib.suppress(VaultError):
        opened.end()


def _locked() -> VaultLocked:
    return VaultLocked("The pictures are locked. Unlock them to go on.")


def _closed() -> VaultLocked:
    return VaultLocked("The vault of this session is closed and wiped. Start again.", code="vault-closed")
