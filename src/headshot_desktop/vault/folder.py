"""Folders that only their owner may use, and files in them that are written whole or not at all.

Every access goes through the descriptor of an open folder, so nobody can move another folder underneath. Where a
system has no such descriptors (Windows), paths are used and the rights of the user's own profile folder must do.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
import sys
import time
from pathlib import Path
from typing import Self

from headshot_desktop.core.errors import VaultError, VaultFull, VaultUnreadable
from headshot_desktop.core.file_lock import taken
from headshot_desktop.core.sentences import reason

if sys.platform == "win32":
    _EXTRA = os.O_BINARY | os.O_NOINHERIT
else:
    _EXTRA = os.O_CLOEXEC | os.O_NOFOLLOW
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.ENOMEM}
_REFUSALS = {
    errno.EROFS: (
        "vault-read-only",
        "The disk that holds “{path}” can only be read: nothing can be stored or erased there. Close the program and "
        "have the disk checked. The next start erases what is left.",
    ),
    errno.EIO: (
        "vault-disk",
        "The disk that holds “{path}” reports errors. Close the program and have the disk checked. The next start "
        "erases what is left.",
    ),
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM),
        (
            "vault-denied",
            "The system does not let this program into “{path}”. Make sure that you may read and write there, then try "
            "again.",
        ),
    ),
    **dict.fromkeys(
        (errno.EMFILE, errno.ENFILE),
        (
            "vault-open-files",
            "Too many files are open for another one in “{path}”. Close other programs and try again.",
        ),
    ),
}
_GONE = (
    "The pictures were wiped from outside this program: by a log-out, by hand or by another command. Add the photos "
    "again."
)
_FILE_LIMIT = (
    "A picture needs a larger file than this session may write. Raise the limit on the size of files (`ulimit -f`) and "
    "start the program again; what was added before is still there."
)
_PIECE = 1 << 20
_PATIENCE = 0.01


class RootRefused(VaultError):
    """A folder is not the private folder that it has to be; the sentence names it."""

    default_code = "vault-root"


class _Descriptor:
    """An open descriptor of the system; None where there is none to hold."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def close(self) -> None:
        """Let it go; more than once is fine."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Lock(_Descriptor):
    """A lock that is held until it is released or this process ends, however it ends."""

    def release(self) -> None:
        """Let go; more than once is fine."""
        self.close()

    def lies_at(self, folder: Folder, name: str) -> bool:
        """Whether the file that is held is the one of this name; true of a lock that was let go."""
        if self._descriptor is None:
            return True
        here = folder.status(name)
        return here is not None and os.path.samestat(here, os.fstat(self._descriptor))


class Folder(_Descriptor):
    """One open folder of mode 0700 that belongs to this user.

    Names are plain names without a separator; nothing here follows a symbolic link.
    """

    def __init__(self, path: Path, descriptor: int | None) -> None:
        super().__init__(descriptor)
        self.path = path

    @classmethod
    def at(cls, path: Path, *, make: bool = False) -> Folder:
        """Open the folder at `path`, made with its parents where `make` says so.

        Raises:
            FileNotFoundError: there is none and none was to be made.
            RootRefused: it is a link, somebody else's, open to others, or cannot be made.
        """
        try:
            if make:
                path.parent.mkdir(parents=True, exist_ok=True)
                with contextlib.suppress(FileExistsError):
                    path.mkdir(0o700)
            return cls._opened(path, None, str(path))
        except (OSError, VaultUnreadable) as error:
            if isinstance(error, FileNotFoundError) and not make:
                raise
            if isinstance(error, OSError):
                raise RootRefused(
                    "The folder “{path}” cannot hold the vault: {why}. It must be yours alone and no link.",
                    path=str(path),
                    why=reason(error),
                ) from None
            raise RootRefused(
                "The folder “{path}” cannot hold the vault. It must be yours alone and no link.", path=str(path)
            ) from None

    @classmethod
    def _opened(cls, path: Path, parent: int | None, name: str) -> Folder:
        if sys.platform == "win32":
            if not stat.S_ISDIR(os.lstat(path).st_mode):
                raise VaultUnreadable
            return cls(path, None)
        descriptor = os.open(name, os.O_RDONLY | os.O_DIRECTORY | _EXTRA, dir_fd=parent)
        status = os.fstat(descriptor)
        if status.st_uid != os.geteuid() or stat.S_IMODE(status.st_mode) & 0o077:
            os.close(descriptor)
            raise VaultUnreadable
        return cls(path, descriptor)

    def _name(self, name: str) -> str:
        return name if self._descriptor is not None else str(self.path / name)

    def _open(self, name: str, flags: int) -> int:
        return os.open(self._name(name), flags | _EXTRA, 0o600, dir_fd=self._descriptor)

    def _unlink(self, name: str) -> None:
        os.unlink(self._name(name), dir_fd=self._descriptor)

    def make(self, name: str) -> Folder:
        """Make a new folder in this one and open it.

        Raises:
            VaultFull: no room.
            VaultUnreadable: everything else.
        """
        try:
            os.mkdir(self._name(name), 0o700, dir_fd=self._descriptor)
            return self._opened(self.path / name, self._descriptor, name)
        except OSError as error:
            raise vault_error(error, self.path) from None

    def enter(self, name: str) -> Folder:
        """Open a folder in this one.

        Raises:
            FileNotFoundError: there is none.
            VaultUnreadable: it is not a private folder of this user.
        """
        try:
            return self._opened(self.path / name, self._descriptor, name)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise vault_error(error, self.path / name) from None

    @property
    def links(self) -> int:
        """How many names the open folder still has, as the system counts them; 0 for one that was removed."""
        return 0 if self._descriptor is None else os.fstat(self._descriptor).st_nlink

    def lies_at_its_path(self) -> bool:
        """Whether its path still leads to the very folder that was opened."""
        if self._descriptor is None:
            return self.path.is_dir()
        try:
            return os.path.samestat(os.fstat(self._descriptor), self.path.lstat())
        except FileNotFoundError:
            return False

    def names(self) -> list[str]:
        """What is in it, in no order; nothing when it has been removed meanwhile."""
        try:
            return os.listdir(self.path if self._descriptor is None else self._descriptor)
        except FileNotFoundError:
            return []

    def write(self, name: str, content: bytes | bytearray | memoryview) -> None:
        """Write a file whole or not at all, through to the disk; an existing one is replaced.

        Raises:
            VaultFull: no room; what was there before is untouched.
            VaultUnreadable: the folder is gone, or something is in it that should not be.
            VaultError: the machine fails or refuses.
        """
        new, done = f".new-{secrets.token_hex(8)}", False
        try:
            descriptor = self._open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            try:
                _write_all(descriptor, content)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            os.replace(self._name(new), self._name(name), src_dir_fd=self._descriptor, dst_dir_fd=self._descriptor)
            self.sync()
            done = True
        except OSError as error:
            raise vault_error(error, self.path) from None
        finally:
            if not done:
                for left in (new, name):
                    with contextlib.suppress(OSError):
                        self._unlink(left)

    def read(self, name: str, limit: int) -> bytes:
        """The content of a file that is nobody else's and has no second name.

        Raises:
            VaultUnreadable: anything else, also more than `limit` bytes.
            VaultError: the machine fails or refuses.
        """
        try:
            descriptor = self._open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(descriptor, "rb") as file:
                status = os.fstat(descriptor)
                if not _is_private(status, limit):
                    raise VaultUnreadable
                content = file.read(status.st_size + 1)
                if len(content) != status.st_size:
                    raise VaultUnreadable
                return content
        except OSError as error:
            raise vault_error(error, self.path) from None

    def status(self, name: str) -> os.stat_result | None:
        """What the system says of a name, links not followed; None when there is none."""
        try:
            return os.stat(self._name(name), dir_fd=self._descriptor, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def remove(self, name: str) -> None:
        """Remove a file or a whole folder; one that is not there is fine.

        Raises:
            OSError: it cannot be removed.
        """
        status = self.status(name)
        if status is None:
            return
        with contextlib.suppress(FileNotFoundError):
            if not stat.S_ISDIR(status.st_mode):
                self._unlink(name)
                return
            shutil.rmtree(self._name(name), dir_fd=self._descriptor)

    def remove_empty(self, name: str) -> None:
        """Remove an empty folder in this one; one that is not there is fine.

        Raises:
            OSError: it is not empty or cannot be removed.
        """
        with contextlib.suppress(FileNotFoundError):
            os.rmdir(self._name(name), dir_fd=self._descriptor)

    def clear(self, *, keep: tuple[str, ...] = (), first: str = "") -> None:
        """Remove everything but `keep`; names that begin with `first` go first.

        Raises:
            OSError: something cannot be removed.
        """
        for name in sorted(self.names(), key=lambda name: not name.startswith(first)):
            if name not in keep:
                self.remove(name)

    def sync(self) -> None:
        """Make the names in it last through a power cut."""
        if self._descriptor is not None:
            os.fsync(self._descriptor)

    def hold(self, name: str, *, seconds: float = 0.0, make: bool = True) -> Lock | None:
        """Take the lock on the file `name`; the system frees it when its holder ends.

        Args:
            name: the lock's file.
            seconds: how long to wait for another holder.
            make: whether to make the file where it is not there.

        Returns:
            None when another process holds it still.

        Raises:
            FileNotFoundError: there is no such file, or it or the folder went away meanwhile.
            VaultFull: no room for the file.
            VaultUnreadable: it is not a private file of this user.
        """
        until = time.monotonic() + seconds
        try:
            descriptor = self._open(name, os.O_RDWR | (os.O_CREAT if make else 0))
        except FileNotFoundError:
            raise
        except OSError as error:
            raise vault_error(error, self.path) from None
        lock = Lock(descriptor)
        with contextlib.ExitStack() as undo:
            undo.callback(lock.release)
            while not taken(descriptor):
                if time.monotonic() >= until:
                    return None
                time.sleep(_PATIENCE)
            here, held = self.status(name), os.fstat(descriptor)
            if here is None or not os.path.samestat(here, held):
                raise FileNotFoundError(errno.ENOENT, "the lock went away", name)
            if not _is_private(held, limit=held.st_size):
                raise VaultUnreadable
            undo.pop_all()
        return lock


def _is_private(status: os.stat_result, limit: int) -> bool:
    """A regular file of at most `limit` bytes with one name that only this user may use."""
    if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not stat.S_IMODE(status.st_mode) & 0o077 and status.st_nlink == 1


def _write_all(descriptor: int, content: bytes | bytearray | memoryview) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left[:_PIECE]) :]


def vault_error(error: OSError, path: Path) -> VaultError:
    """What a failed access means for the person: no room, a machine that fails, or the opaque error."""
    if error.errno in _REFUSALS:
        code, sentence = _REFUSALS[error.errno]
        return VaultError(sentence, code=code, path=str(path))
    if error.errno == errno.ENOENT and not os.path.lexists(path):
        return VaultUnreadable(_GONE, code="vault-gone")
    if error.errno not in _FULL:
        return VaultUnreadable()
    if error.errno == errno.EFBIG:
        return VaultFull(_FILE_LIMIT, code="vault-file-limit")
    if in_memory(path):
        return VaultFull(
            "There is no room in memory for another picture. Delete a picture or close other programs and try again; "
            "what was added before is still there."
        )
    return VaultFull(
        "There is no room on the disk for another picture. Free some space and try again; what was added before is "
        "still there."
    )


def _nearest(path: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    while not os.path.exists(path) and path != path.parent:  # Path.exists raises in a closed folder
        path = path.parent
    return path


def in_memory(path: Path) -> bool:
    """Whether a folder lies, or would lie, in main memory (tmpfs, ramfs); False where the system does not tell."""
    if sys.platform != "linux":
        return False
    device = _nearest(path).stat().st_dev
    wanted = f"{os.major(device)}:{os.minor(device)}"
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    kinds = [line.rpartition(" - ")[2].split()[0] for line in mounts if line.split()[2] == wanted]
    return any(kind in {"tmpfs", "ramfs"} for kind in kinds)


def room(path: Path) -> int:
    """Free bytes where a folder lies or would lie; in main memory no more than the system can give without swapping."""
    free = shutil.disk_usage(_nearest(path)).free
    if not in_memory(path):
        return free
    try:
        memory = Path("/proc/meminfo").read_text("ascii")
    except OSError:
        return free
    available = [line.split()[1] for line in memory.splitlines() if line.startswith("MemAvailable:")]
    return min(free, int(available[0]) << 10) if available else free
