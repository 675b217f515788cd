"""Whether somebody else was at a vault's files: asked every second or two, cheaply, without a key.

What authenticates a vault's content is its encryption, at every use. This sees earlier, and for files that nobody opens
again: each file that the vault wrote is remembered by what the system says of it and by its SHA-256, which is computed
anew only when the system says something else. So a copy program that sets times back changes nothing here.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from headshot_desktop.core.errors import VaultError
from headshot_desktop.vault.folder import Folder, Lock
from headshot_desktop.vault.layout import ABOUT, CACHES, INDEX, LOCK, OBJECTS, RESERVE, generation_of

AT_ONCE = 32
"""Files that one look asks the system about; the others have their turn with the next looks."""

_OF_THE_SYSTEM = frozenset({".DS_Store", ".directory", "Thumbs.db", "desktop.ini"})
"""What file managers put into a folder that somebody looks at; nothing of it is ever read here."""


class Disturbance(StrEnum):
    """What was seen."""

    CHANGED = "changed"
    """A file is not the one that was written, is missing, or is a stranger's."""
    OLDER = "older"
    """The index of an earlier moment lies there."""
    OPENED = "opened"
    """A folder has another owner or other rights, or a link or another folder stands in its place."""
    KEY_GONE = "key-gone"
    """The key store has no key any more."""


@dataclass
class _Written:
    stamp: tuple[int, ...]
    digest: bytes
    size: int


class Guard:
    """What one vault has written so far; its owner sees to it that one thread is in it."""

    def __init__(self) -> None:
        self._files: dict[tuple[str, str], _Written] = {}
        self._next = 0

    def wrote(self, folder: Folder, name: str, content: bytes | bytearray | memoryview) -> None:
        """A file was written, whole."""
        status = folder.status(name)
        if status is not None:
            digest = hashlib.sha256(content).digest()
            self._files[folder.path.name, name] = _Written(_stamp(status), digest, memoryview(content).nbytes)

    def removed(self, folder: Folder, name: str) -> None:
        """A file was removed, or will be soon."""
        self._files.pop((folder.path.name, name), None)

    def seen(self, root: Folder, folder: Folder, objects: Folder, lock: Lock, generation: int) -> Disturbance | None:
        """What is not as it was left; None for nothing, and where everything is gone, which is no secret thing to do.

        Raises:
            OSError: the system does not answer.
        """
        places = (root, folder, objects)
        if not any(os.path.lexists(place.path) or place.links for place in places[1:]):
            return None
        if any(_opened(place) for place in places) or _is_open(folder.path / CACHES):
            return Disturbance.OPENED
        return self._strangers(folder, objects, lock, generation) or self._changes(folder, objects)

    def _strangers(self, folder: Folder, objects: Folder, lock: Lock, generation: int) -> Disturbance | None:
        names = set(folder.names())
        indexes = {generation_of(name) for name in names if name.startswith(INDEX)}
        if any(number is not None and number < generation for number in indexes):
            return Disturbance.OLDER
        known = {name for place, name in self._files if place == folder.path.name}
        strange = names - known - {LOCK, OBJECTS, CACHES, RESERVE, ABOUT} - _OF_THE_SYSTEM
        strange |= set(objects.names()) - {name for place, name in self._files if place == objects.path.name}
        if any(not name.startswith(".nfs") for name in strange - _OF_THE_SYSTEM) or not lock.lies_at(folder, LOCK):
            return Disturbance.CHANGED
        return None

    def _changes(self, folder: Folder, objects: Folder) -> Disturbance | None:
        files = list(self._files)
        turn = [files[(self._next + step) % len(files)] for step in range(min(AT_ONCE, len(files)))]
        self._next += AT_ONCE
        index = [file for file in files if file[1].startswith(INDEX)]  # small, and what everything hangs on
        for place, name in dict.fromkeys((*index, *turn)):
            within = folder if place == folder.path.name else objects
            if not self._same(within, name, self._files[place, name]):
                return _told(within, name)
        return None

    @staticmethod
    def _same(folder: Folder, name: str, written: _Written) -> bool:
        status = folder.status(name)
        if status is None:
            return False
        if _stamp(status) == written.stamp:
            return True
        try:
            content = folder.read(name, written.size)
        except VaultError:
            return False
        if hashlib.sha256(content).digest() != written.digest:
            return False
        written.stamp = _stamp(status)
        return True


def _told(folder: Folder, name: str) -> Disturbance:
    """What a file that is not the one that was written came from."""
    status = folder.status(name)
    if status is None or not name.startswith(INDEX):
        return Disturbance.CHANGED
    try:
        claimed = folder.read(name, status.st_size)[136:144]
    except VaultError:
        return Disturbance.CHANGED
    return Disturbance.OLDER if int.from_bytes(claimed, "big") < (generation_of(name) or 0) else Disturbance.CHANGED


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    return (
        status.st_dev,
        status.st_ino,
        status.st_mode,
        status.st_uid,
        status.st_nlink,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
    )


def _opened(folder: Folder) -> bool:
    """Whether something else stands where this open folder stood, or others may enter it."""
    return _is_open(folder.path) or not folder.lies_at_its_path()


def _is_open(path: Path) -> bool:
    try:
        status = path.lstat()
    except FileNotFoundError:
        return True
    if not stat.S_ISDIR(status.st_mode):
        return True
    return sys.platform != "win32" and (status.st_uid != os.geteuid() or bool(stat.S_IMODE(status.st_mode) & 0o077))
