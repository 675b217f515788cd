"""Reading what the person names and writing what they asked for: whole or not at all, never over something else."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import secrets
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from headshot_desktop.core.errors import ExportRefused, HeadshotError, MachineError, UsageError
from headshot_desktop.core.sentences import Sentence, reason

_SESSIONS = Path("/run/user")
"""Where systemd and elogind make each user's `XDG_RUNTIME_DIR`."""


def vault_roots() -> tuple[Path, ...]:
    """Folders where vaults may lie, the best first: the session's folder in RAM where there is one, then the cache.

    Never a folder that roams or is backed up: on Windows the local application data, on macOS a cache folder whose
    name tells Spotlight to leave it alone.
    """
    import platformdirs

    cache = platformdirs.user_cache_path("headshot-desktop", appauthor=False)
    on_disk = cache / ("vaults.noindex" if sys.platform == "darwin" else "vaults")
    sessions = _session_folders() if sys.platform == "linux" else []
    return *(folder / "headshot-desktop" for folder in sessions), on_disk


def _session_folders() -> list[Path]:
    """Folders in RAM that end with the log-in session: the one that is named, else the one that the system made.

    A shell over ssh, cron and su know no `XDG_RUNTIME_DIR`, or that of somebody else; the pictures of this user's
    session are to be found and wiped from there too.
    """
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    folders = [Path(named)] if named and Path(named).is_absolute() and Path(named).is_dir() else []
    made = _SESSIONS / str(os.geteuid())
    if not any(_is_own(folder) for folder in folders) and _is_own(made):
        folders.append(made)
    return folders


def _is_own(folder: Path) -> bool:
    """Whether it is a folder of this user in which nobody else can put anything."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o022


def read_limited(path: Path, limit: int) -> bytearray:
    """The content of a regular file of at most `limit` bytes; one byte more is read so that the caller sees the excess.

    Raises:
        UsageError: there is no such file, it is a folder, a device or a pipe, or it may not be read.
    """
    try:
        # Opened first and asked afterwards, without waiting: a pipe that nobody writes to must not hang the program.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            kind = os.fstat(descriptor)
            if not stat.S_ISREG(kind.st_mode) or (kind.st_size == 0 and _is_virtual(path)):
                raise UsageError("“{name}” is no photo file. Choose a photo.", code="not-a-file", name=shown(path))
            return _read(file, min(kind.st_size, limit) + 1)
    except FileNotFoundError:
        raise UsageError("“{name}” does not exist. Check the name.", code="no-such-file", name=shown(path)) from None
    except IsADirectoryError:
        raise UsageError(
            "“{name}” is a folder. Choose the photos in it.", code="not-a-file", name=shown(path)
        ) from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else Sentence("its name is not possible")
        raise UsageError(
            "“{name}” cannot be read: {why}. Choose another photo.",
            code="unreadable-file",
            name=shown(path),
            why=why,
        ) from None


def _read(file: io.FileIO, most: int) -> bytearray:
    """Up to `most` bytes into one buffer that the caller can zero; no other copy is made."""
    content, filled = bytearray(most), 0
    with memoryview(content) as view:
        while filled < most and (count := file.readinto(view[filled:])):
            filled += count
    del content[filled:]
    return content


def _is_virtual(path: Path) -> bool:
    """Whether a file of no size lies in a file system of the kernel, where reading can block for ever."""
    return path.resolve().parts[:2] in {("/", "proc"), ("/", "sys")}


def check_target(path: Path, *, overwrite: bool) -> None:
    """Refuse a target that `write_new` would refuse, before any work is done.

    Raises:
        ExportRefused: the file is there and `overwrite` is off, it is a folder, or its folder cannot be written.
    """
    try:
        if path.is_dir():
            raise ExportRefused("“{name}” is a folder. Choose another name.", code="target-is-folder", name=shown(path))
        if not overwrite and os.path.lexists(path):
            raise _taken(path)
        # The name may be too long for the system, which only asking for it tells.
        with contextlib.suppress(FileNotFoundError):
            path.lstat()
        _check_folder(path.parent)
    except OSError as error:
        raise _refusal(path, error) from None


def _check_folder(folder: Path) -> None:
    """The folder, or the nearest one above it that exists, must be a folder that can be written."""
    while not os.path.lexists(folder):
        folder = folder.parent
    if not folder.is_dir():
        raise ExportRefused(
            "“{name}” is not a folder. Choose another one.", code="target-unwritable", name=shown(folder)
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ExportRefused(
            "“{name}” cannot be written to. Choose another folder.", code="target-unwritable", name=shown(folder)
        )


def write_new(path: Path, content: bytes | bytearray, *, overwrite: bool) -> None:
    """Write a file whole or not at all: beside the target, fsync, then put in place, then read back.

    Raises:
        ExportRefused: the target is there and `overwrite` is off, or the folder cannot be written.
        MachineError: the disk is full, or what was written does not read back.
    """
    _write(path, lambda file: _poured(file, content), overwrite=overwrite, mode=0o644)
    try:
        same = _reads_back(path, content)
    except OSError as error:
        raise _refusal(path, error) from None
    if not same:
        raise _unverified(path)


def write_checked(
    path: Path, fill: Callable[[BinaryIO], None], holds: Callable[[BinaryIO], bool], *, overwrite: bool
) -> int:
    """As `write_new`, for what does not fit into memory: read back and checked before the file has its name.

    Args:
        path: of the file, which nobody but its owner may read.
        fill: writes the content to a file that is open at its beginning; called once more where the first way of
            writing is not possible on this system. What it raises ends the writing, and nothing is left.
        holds: whether the file, open at its beginning, holds what it should.
        overwrite: whether a file of that name may be replaced.

    Returns:
        Bytes written.

    Raises:
        ExportRefused: as `write_new`.
        MachineError: as `write_new`.
    """
    size = 0

    def both(file: BinaryIO) -> None:
        nonlocal size
        fill(file)
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
        file.seek(0)
        if not holds(file):
            raise _unverified(path)

    _write(path, both, overwrite=overwrite, mode=0o600)
    return size


def _write(path: Path, fill: Callable[[BinaryIO], None], *, overwrite: bool, mode: int) -> None:
    """Fill a file beside the target, or one without a name, and put it in place."""
    check_target(path, overwrite=overwrite)
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _write_nameless(path, fill, beside, overwrite=overwrite, mode=mode):
            _write_synced(beside, fill, mode)
            _put_in_place(beside, path, overwrite=overwrite)
        sync_folder(path.parent)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise _refusal(path, error) from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _poured(file: BinaryIO, content: bytes | bytearray) -> None:
    file.write(content)


def _unverified(path: Path) -> MachineError:
    return MachineError(
        "“{name}” is not on the disk as it was written. Save it to another disk, and have this one checked.",
        code="write-unverified",
        name=shown(path),
    )


def _reads_back(path: Path, content: bytes | bytearray) -> bool:
    """Whether a file holds this content; what was read for that is zeroed."""
    with path.open("rb", buffering=0) as file:
        written = _read(file, len(content) + 1)
    same = written == content
    written[:] = bytes(len(written))
    return same


def _write_nameless(path: Path, fill: Callable[[BinaryIO], None], beside: Path, *, overwrite: bool, mode: int) -> bool:
    """Write to a file without a name and name it when it is whole: killed before, nothing of the picture is left.

    False where the system or the file system has no such files; nothing was done then.
    """
    if not hasattr(os, "O_TMPFILE"):
        return False
    try:
        descriptor = os.open(path.parent, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, mode)
    except OSError as error:
        if error.errno in {errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL}:
            return False
        raise
    with os.fdopen(descriptor, "w+b") as file:
        fill(file)
        file.flush()
        os.fsync(descriptor)
        try:
            # The magic link of the descriptor is what an ordinary user may link from; see open(2), O_TMPFILE. Only with
            # a folder's descriptor, which means nothing here, does Python call linkat(2), which follows that link.
            os.link(f"/proc/self/fd/{descriptor}", beside if overwrite else path, src_dir_fd=descriptor)
        except FileExistsError:
            raise
        except OSError:
            return False  # no /proc, or a file system without links
    if overwrite:
        beside.replace(path)
    return True


def _write_synced(path: Path, fill: Callable[[BinaryIO], None], mode: int) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "w+b") as file:
        fill(file)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(beside: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        beside.replace(path)
        return
    try:
        os.link(beside, path)  # fails when somebody took the name meanwhile, and is whole at once
    except (PermissionError, NotImplementedError, AttributeError):
        pass  # a file system without hard links
    except OSError as error:
        if error.errno not in {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}:
            raise
    else:
        return
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
    beside.replace(path)


def sync_folder(folder: Path) -> None:
    """Make new names last through a power cut; not every system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _taken(path: Path) -> ExportRefused:
    return ExportRefused("“{name}” is already there. Choose another name.", code="target-exists", name=shown(path))


def _refusal(path: Path, error: OSError) -> HeadshotError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return MachineError(
            "The disk is full: “{name}” was not written. Free some space and try again.",
            code="disk-full",
            name=shown(path),
        )
    if error.errno == errno.EFBIG:
        return MachineError(
            "“{name}” was not written: it is larger than this session may write. Raise the limit on the size of files "
            "(`ulimit -f`) and start the program again.",
            code="file-limit",
            name=shown(path),
        )
    return ExportRefused(
        "“{name}” cannot be written: {why}. Choose another name or folder.",
        code="target-unwritable",
        name=shown(path),
        why=reason(error),
    )


def shown(path: Path) -> str:
    """A path as text that is safe on a terminal: control and direction-changing characters as “?”."""
    return "".join(character if character.isprintable() else "?" for character in str(path))
