"""Whether a debugger is attached: a question to the system, and no defence. Standard library only.

It can be answered wrongly by whoever controls the machine; it is for a person who would want to know. Linux names the
tracer in /proc (proc(5), TracerPid), Windows has a flag (IsDebuggerPresent), macOS a bit of the process (sysctl(3),
P_TRACED in <sys/proc.h>). The last two are written by the documentation and have not been tried.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

_KERN, _PROC, _BY_PID = 1, 14, 1
_FLAGS_AT, _SIZE, _TRACED = 32, 648, 0x800
"""Offset of `p_flag` in `struct kinfo_proc` of a 64-bit macOS, the structure's size, and P_TRACED."""


def traced(pid: int | None = None) -> bool:
    """Whether a debugger is attached to a process, by default this one; False where the system does not tell.

    Other processes are looked at on Linux only.
    """
    if sys.platform == "linux":
        return _tracer(os.getpid() if pid is None else pid) != 0
    if pid is not None:
        return False
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.IsDebuggerPresent())
    return sys.platform == "darwin" and _traced_on_macos()


def _tracer(pid: int) -> int:
    """The process that traces another one; 0 for none, and for a process that has ended."""
    try:
        with open(f"/proc/{pid}/status", "rb", buffering=0) as file:
            status = file.read(4096)
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0
    _, found, rest = status.partition(b"\nTracerPid:")
    return int(rest.split(None, 1)[0]) if found else 0


def _traced_on_macos() -> bool:
    buffer, size = ctypes.create_string_buffer(_SIZE), ctypes.c_size_t(_SIZE)
    question = (ctypes.c_int * 4)(_KERN, _PROC, _BY_PID, os.getpid())
    if ctypes.CDLL(None).sysctl(question, 4, buffer, ctypes.byref(size), None, 0) or size.value <= _FLAGS_AT + 4:
        return False
    return bool(struct.unpack_from("i", buffer, _FLAGS_AT)[0] & _TRACED)
