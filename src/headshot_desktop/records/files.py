"""Reading what the person names and writing what they asked for: whole or not at all, never over something else."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from headshot_desktop.core.errors import ExportRefused, MachineError, UsageError


def read_limited(path: Path, limit: int) -> bytes:
    """The content of a regular file of at most `limit` bytes; one byte more is read so that the caller sees the excess.

    Raises:
        UsageError: there is no such file, it is a folder or a device, or it may not be read.
    """
    try:
        if not path.is_file():
            what = "is a folder, not a photo" if path.is_dir() else "does not exist"
            raise UsageError(f"“{shown(path)}” {what}. Check the name.", code="no-such-file")
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise UsageError(f"“{shown(path)}” cannot be read: {error.strerror}.", code="unreadable-file") from None


def check_target(path: Path, *, overwrite: bool) -> None:
    """Refuse a target that `write_new` would refuse, before any work is done.

    Raises:
        ExportRefused: the file is there and `overwrite` is off, or the target is a folder.
    """
    if path.is_dir():
        raise ExportRefused(f"“{shown(path)}” is a folder.", code="target-is-folder")
    if not overwrite and path.exists():
        raise ExportRefused(f"“{shown(path)}” is already there. Use --force to replace it.", code="target-exists")


def write_new(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Write a file whole or not at all: beside the target, fsync, then moved into place, then read back.

    Raises:
        ExportRefused: the target is there and `overwrite` is off, or the folder cannot be written.
        MachineError: the disk is full, or what was written does not read back.
    """
    check_target(path, overwrite=overwrite)
    beside = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")
    reserved = False
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        _write_synced(beside, content)
        if not overwrite:
            # Taking the name first closes the gap between looking and moving; the move replaces our own file.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
            reserved = True
        beside.replace(path)
        reserved = False
    except FileExistsError:
        if not path.parent.is_dir():
            raise ExportRefused(f"“{shown(path.parent)}” is not a folder.", code="target-unwritable") from None
        raise ExportRefused(
            f"“{shown(path)}” is already there. Use --force to replace it.", code="target-exists"
        ) from None
    except OSError as error:
        raise _refusal(path, error) from None
    finally:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            beside.unlink()
        if reserved:
            path.unlink(missing_ok=True)
    if path.read_bytes() != content:
        raise MachineError(
            f"“{shown(path)}” could not be verified after writing. Check the disk.", code="write-unverified"
        )


def _write_synced(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _refusal(path: Path, error: OSError) -> ExportRefused | MachineError:
    import errno

    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return MachineError(
            f"The disk is full: “{shown(path)}” was not written. Free some space and try again.", code="disk-full"
        )
    return ExportRefused(
        f"“{shown(path)}” cannot be written: {error.strerror}. Choose another folder.", code="target-unwritable"
    )


def shown(path: Path) -> str:
    """A path as text that is safe on a terminal: control and direction-changing characters as “?”."""
    return "".join(character if character.isprintable() else "?" for character in str(path))
