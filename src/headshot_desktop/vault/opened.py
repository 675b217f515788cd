"""A vault that has begun: its folder, its lock, its key, its janitor, and the order in which they change."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from headshot_desktop.core.errors import KeyStoreFailed, VaultError, VaultFull, VaultUnreadable
from headshot_desktop.core.sentences import reason
from headshot_desktop.isolation import cache_switches
from headshot_desktop.vault.folder import Folder, Lock, vault_error
from headshot_desktop.vault.guard import Disturbance, Guard
from headshot_desktop.vault.janitor import Janitor
from headshot_desktop.vault.layout import (
    CACHES,
    INDEX_LIMIT,
    LOCK,
    OBJECTS,
    RESERVE,
    Item,
    entry_name,
    hold_root,
    index_name,
    vault_name,
    write_about,
)
from headshot_desktop.vault.wipe import LEFT, remove_files

if TYPE_CHECKING:
    from headshot_desktop.vault.app_lock import AppLock
    from headshot_desktop.vault.index import Entry, Index
    from headshot_desktop.vault.keys import KeyStore

_KEY, _ID = 32, 16
_RESERVED = 64 << 10  # an index of four hundred objects

Buffer = bytes | bytearray | memoryview


class Opened:
    """A vault that has a folder, a key and perhaps a janitor. Its owner sees to it that one thread is in it."""

    def __init__(self, root: Folder, keys: KeyStore, lock: AppLock | None = None) -> None:
        self._root, self._keys, self._app_lock = root, keys, lock
        self._id = secrets.token_bytes(_ID)
        self._name = vault_name(self._id)
        self._entry = entry_name(self._name)
        self._dek = bytearray(_KEY)
        self._generation = 1
        self._guard = Guard()
        self._lock: Lock | None = None
        self._objects: Folder | None = None
        self.folder = Folder(root.path / self._name, None)
        self.janitor: Janitor | None = None

    def begin(self, *, janitor: bool) -> None:
        """Make everything, in an order in which a kill at any point leaves nothing that nobody would wipe.

        The janitor knows the names first; the note of the key store lies in the folder before the key is stored.
        """
        from headshot_desktop.vault.index import Index, seal_index

        if janitor:
            self.janitor = _hire(self._root.path / self._name, self._keys.name)
        try:
            with hold_root(self._root):
                self.folder = self._root.make(self._name)
                self._lock = _take(self.folder)
        except FileNotFoundError as error:
            raise vault_error(error, self._root.path) from None  # the root was removed at this very moment
        write_about(self.folder, self._keys.name)
        self._objects = self.folder.make(OBJECTS)
        self.folder.make(CACHES).close()
        self._dek = random_key()
        with _zeroed(random_key()) as kek, _zeroed(self._mixed(kek)) as mixed:
            self._keys.store(self._entry, kek)
            first = seal_index(mixed, self._dek, self._id, Index(self._generation, ()))
        self.folder.write(index_name(self._generation), first)
        self._guard.wrote(self.folder, index_name(self._generation), first)
        self._keep_reserve()
        self._root.sync()

    def put(self, content: Buffer, kind: str) -> Item:
        """See `Vault.put`."""
        from headshot_desktop.vault.format import seal
        from headshot_desktop.vault.index import Entry, Index, reseal_index

        object_id, secret = secrets.token_bytes(_ID), random_key()
        with _zeroed(secret), self._index() as (last, index), contextlib.ExitStack() as undo:
            sealed = seal(secret, self._id, object_id, kind, content)
            digest, size = hashlib.sha256(sealed).digest(), memoryview(content).nbytes
            entry = Entry(secrets.token_hex(_ID), object_id, secret, kind, size, time.time(), digest, len(sealed))
            following = Index(self._generation + 1, (*index.entries, entry))
            undo.callback(self._drop_object, object_id)
            self._folder_of_objects().write(object_id.hex(), sealed)
            resealed = reseal_index(self._dek, last, following)
            self.folder.write(index_name(following.generation), resealed)
            undo.pop_all()
        self._guard.wrote(self._folder_of_objects(), object_id.hex(), sealed)
        self._advance(resealed)
        return Item(entry.handle, kind, size, entry.created)

    def read(self, handle: str) -> bytearray:
        """See `Vault.open`."""
        from headshot_desktop.vault.format import unseal

        with self._index() as (_, index):
            entry = _entry(index, handle)
            sealed = self._folder_of_objects().read(entry.object_id.hex(), entry.padded)
            if not secrets.compare_digest(hashlib.sha256(sealed).digest(), entry.digest):
                raise VaultUnreadable
            kind, content = unseal(entry.secret, self._id, entry.object_id, sealed)
        if kind != entry.kind or len(content) != entry.size:
            raise VaultUnreadable
        return content

    def discard(self, handle: str) -> None:
        """See `Vault.discard`."""
        with self._index() as (_, index):
            gone = _entry(index, handle)
            self._seal_anew(tuple(entry for entry in index.entries if entry is not gone))
        self._drop_object(gone.object_id)
        self._keep_reserve()

    def rekey(self) -> None:
        """See `Vault.rekey`."""
        with self._index() as (_, index):
            self._seal_anew(index.entries)
        self._keep_reserve()

    def _seal_anew(self, entries: tuple[Entry, ...]) -> None:
        """The index under a new data key and a new key in the store; what opened it before opens nothing any more."""
        from headshot_desktop.vault.index import Index, seal_index

        dek, following = random_key(), Index(self._generation + 1, entries)
        name = index_name(following.generation)
        with contextlib.ExitStack() as undo:
            undo.callback(_zero, dek)
            undo.callback(self._drop, name)
            with _zeroed(random_key()) as kek, _zeroed(self._mixed(kek)) as mixed:
                sealed = seal_index(mixed, dek, self._id, following)
                self._write_in_need(name, sealed)
                self._replace_key(kek)
            undo.pop_all()
        _zero(self._dek)
        self._dek = dek
        self._advance(sealed)

    def _mixed(self, kek: bytearray) -> bytearray:
        """The key that wraps the data key, for the caller to zero; `VaultLocked` while the app lock is closed."""
        return bytearray(kek) if self._app_lock is None else self._app_lock.mixed(kek)

    def caches(self) -> Path:
        """See `Vault.cache_folder`; made through open folders, so a removed vault does not come back half made."""
        try:
            with self.folder.enter(CACHES) as caches:
                for name in {Path(place).name for place in cache_switches(caches.path).values()}:
                    if caches.status(name) is None:
                        caches.make(name).close()
                return caches.path
        except FileNotFoundError as error:
            raise vault_error(error, self.folder.path) from None

    def forget(self) -> None:
        """Zero the data key."""
        _zero(self._dek)

    def remember(self) -> None:
        """Unwrap the data key again."""
        from headshot_desktop.vault.index import open_index

        kek = self._keys.fetch(self._entry)
        if kek is None:
            raise VaultUnreadable(code="vault-key-gone")
        with _zeroed(kek), _zeroed(self._mixed(kek)) as mixed:
            last = self.folder.read(index_name(self._generation), INDEX_LIMIT)
            self._dek, _, index = open_index(mixed, last, vault_id=self._id, generation=self._generation)
        index.wipe()

    @property
    def gone(self) -> bool:
        """Whether its folder was removed."""
        return not self.folder.links and not os.path.lexists(self.folder.path)

    def disturbed(self) -> Disturbance | None:
        """What somebody else has done to its files. Raises OSError where the system does not answer."""
        if self._lock is None or self._objects is None:
            return None
        return self._guard.seen(self._root, self.folder, self._objects, self._lock, self._generation)

    def key_is_there(self) -> bool:
        """Whether the key store holds the key; the key itself is not asked for. Raises `KeyStoreFailed`."""
        from headshot_desktop.vault.keys import holds

        return holds(self._keys, self._entry)

    def end(self) -> None:
        """See `Vault.close`; also the way back from a beginning that failed."""
        wiped = False
        try:
            self._erase()
            wiped = True
        finally:
            if self.janitor is not None:
                self.janitor.dismiss(wiped=wiped)

    def _erase(self) -> None:
        key_gone = False
        try:
            self._keys.erase(self._entry)
            key_gone = True
        finally:
            _zero(self._dek)
            self._remove(key_gone=key_gone)

    def _remove(self, *, key_gone: bool) -> None:
        try:
            remove_files(self._root, self.folder, self._lock, key_gone=key_gone)
        except OSError as error:
            raise VaultError(LEFT, code="vault-left", path=str(self.folder.path), why=reason(error)) from None
        finally:
            if self._lock is not None:
                self._lock.release()
            for folder in (self._objects, self.folder, self._root):
                if folder is not None:
                    folder.close()

    @contextlib.contextmanager
    def _index(self) -> Iterator[tuple[bytes, Index]]:
        """The last index file and what is in it; the objects' secrets in it are zeroed afterwards."""
        from headshot_desktop.vault.index import read_index

        last = self.folder.read(index_name(self._generation), INDEX_LIMIT)
        index = read_index(self._dek, last, self._id, self._generation)
        try:
            yield last, index
        finally:
            index.wipe()

    def _write_in_need(self, name: str, content: Buffer) -> None:
        """Write even where nothing is left, so that a person can make room by deleting a picture."""
        try:
            self.folder.write(name, content)
        except VaultFull:
            self._drop(RESERVE)
            self.folder.write(name, content)

    def _keep_reserve(self) -> None:
        with contextlib.suppress(VaultError, OSError):
            if self.folder.status(RESERVE) is None:
                self.folder.write(RESERVE, secrets.token_bytes(_RESERVED))  # zeros may take no room

    def _advance(self, index: Buffer) -> None:
        """The index that was just written is the one that holds; the one before goes."""
        self._generation += 1
        self._guard.wrote(self.folder, index_name(self._generation), index)
        self._drop(index_name(self._generation - 1))

    def _replace_key(self, kek: bytearray) -> None:
        """Put the new key into the store; when the store says it failed, what it holds decides."""
        try:
            self._keys.store(self._entry, kek)
        except KeyStoreFailed:
            held = self._keys.fetch(self._entry)
            if held is None or not secrets.compare_digest(held, kek):
                raise

    def _folder_of_objects(self) -> Folder:
        if self._objects is None:
            raise VaultUnreadable
        return self._objects

    def _drop(self, name: str) -> None:
        # What cannot be removed now goes with the vault, and nobody can read it.
        self._guard.removed(self.folder, name)
        with contextlib.suppress(OSError):
            self.folder.remove(name)

    def _drop_object(self, object_id: bytes) -> None:
        self._guard.removed(self._folder_of_objects(), object_id.hex())
        with contextlib.suppress(OSError):
            self._folder_of_objects().remove(object_id.hex())


def _entry(index: Index, handle: str) -> Entry:
    for entry in index.entries:
        if entry.handle == handle:
            return entry
    raise VaultUnreadable


def _take(folder: Folder) -> Lock:
    """The lock of a folder made just now, which nobody else can want."""
    try:
        lock = folder.hold(LOCK)
    except FileNotFoundError:
        lock = None  # wiped by hand at this very moment
    if lock is None:
        raise VaultUnreadable
    return lock


def _hire(path: Path, store: str) -> Janitor:
    try:
        return Janitor(path, store)
    except OSError as error:
        raise VaultError(
            "The part of the program that erases the pictures after a crash cannot be started: {why}. Close other "
            "programs and try again.",
            code="vault-janitor",
            why=reason(error),
        ) from None


def random_key() -> bytearray:
    """32 random bytes that never were in an object that cannot be zeroed, where the system allows."""
    key = bytearray(_KEY)
    if os.name == "posix":
        with open("/dev/urandom", "rb", buffering=0) as source:
            if source.readinto(key) == _KEY:
                return key
    key[:] = os.urandom(_KEY)
    return key


def _zero(key: bytearray) -> None:
    key[:] = bytes(len(key))


@contextlib.contextmanager
def _zeroed(key: bytearray) -> Iterator[bytearray]:
    """A key for the length of a block."""
    try:
        yield key
    finally:
        _zero(key)
