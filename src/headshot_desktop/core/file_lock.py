"""The lock of an open file that the system gives to one process at a time, and takes back when that ends."""

from __future__ import annotations

import sys


def taken(descriptor: int) -> bool:
    """Whether the lock of an open file could be taken just now; it is held until the descriptor is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
