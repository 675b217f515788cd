"""What a command that was broken off has written already: the person must be told which files are there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from headshot_desktop.core.errors import Cancelled, ExportRefused, HeadshotError


class Unfinished(Exception):  # carries a cause and what was written before it
    """Some files were written before an error or Ctrl-C.

    Args:
        cause: the error.
        stamps: each file that may have been written, with its `stamp` from just before, in that order.
    """

    def __init__(self, cause: HeadshotError | KeyboardInterrupt, stamps: Mapping[Path, object]) -> None:
        super().__init__(cause)
        self.cause = cause if isinstance(cause, HeadshotError) else Cancelled("Stopped.")
        tried = list(stamps.items())
        if isinstance(cause, ExportRefused):
            del tried[-1:]  # refused, for example because another program has just written a file of that name
        self.written = [str(path) for path, before in tried if stamp(path) != before]


def stamp(path: Path) -> object:
    """What changes when a file is written; asked of the disk, since a signal can come between writing and noting it."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino
