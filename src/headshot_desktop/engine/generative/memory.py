"""Memory that ran out, told in our words; memory that is not needed any more, given back."""

from __future__ import annotations

import ctypes
import gc
import sys

import torch

from headshot_desktop.core.errors import OutOfMemory

_REFUSED = (
    "can't allocate memory",  # the CPU's allocator on Linux and macOS
    "not enough memory",  # on Windows
    "out of memory",  # MPS, and drivers
    "CUBLAS_STATUS_ALLOC_FAILED",
)


def ran_out(error: BaseException) -> bool:
    """Whether an error of torch or Python means that memory was asked for and not there."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(words in str(error) for words in _REFUSED)


def refusal() -> OutOfMemory:
    """What is raised instead."""
    return OutOfMemory(
        "There is not enough memory to generate this picture. Choose a smaller size, or close other programs."
    )


def give_back() -> None:
    """Give what nothing refers to any more back to the device and to the system."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()
    if sys.platform == "linux":
        try:
            ctypes.CDLL(None).malloc_trim(0)
        except (OSError, AttributeError):
            pass  # another C library than glibc; it gives back by itself
