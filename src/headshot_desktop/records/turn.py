"""One process at a time at a file that is read, changed and written anew."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from headshot_desktop.core.file_lock import taken

PATIENCE_SECONDS = 1.0
"""How long a turn is waited for: its holders need milliseconds, and nothing that a person does may wait for long."""

_STEP_SECONDS = 0.001


@contextlib.contextmanager
def in_turn(lock: Path, *, last: bool = False) -> Iterator[None]:
    """Hold `lock`, a file that is made for it; the turn ends with its holder, however that ends.

    Args:
        lock: beside the file that is to be changed; its folder is made.
        last: remove the lock at the end, when what it stood for is gone.

    Raises:
        OSError: it cannot be made, or is held by another process for `PATIENCE_SECONDS` (`TimeoutError`).
    """
    lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = _held(lock, time.monotonic() + PATIENCE_SECONDS)
    try:
        yield
        if last:
            with contextlib.suppress(PermissionError):  # Windows keeps what is open; it is an empty file
                lock.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def _held(lock: Path, end: float) -> int:
    """The descriptor of the lock, once it is held."""
    while True:
        descriptor = os.open(lock, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with contextlib.ExitStack() as undo:
            undo.callback(os.close, descriptor)
            if taken(descriptor) and _is_still(lock, descriptor):
                undo.pop_all()
                return descriptor
        if time.monotonic() > end:
            raise TimeoutError("another process holds the lock")
        time.sleep(_STEP_SECONDS)


def _is_still(lock: Path, descriptor: int) -> bool:
    """Whether the file that is held is the one that others will find, and not one that its last holder removed."""
    try:
        there = lock.stat(follow_symlinks=False)
    except OSError:
        return False
    return os.path.samestat(there, os.fstat(descriptor))
