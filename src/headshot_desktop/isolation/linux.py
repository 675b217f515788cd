"""Linux: seccomp and rlimits, as an ordinary user, with ctypes and nothing else.

`PR_SET_PDEATHSIG` is not used on purpose: it fires when the *thread* that started the child ends, and a window starts
children from short-lived threads. Children notice the parent's end by the end of their input instead.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from typing import NamedTuple

_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38
_SECCOMP_SET_MODE_FILTER, _SECCOMP_FILTER_FLAG_TSYNC = 1, 1
_ALLOW, _KILL, _DENY = 0x7FFF0000, 0x80000000, 0x00050000 | 1  # SECCOMP_RET_ERRNO with EPERM

# machine: (audit architecture, seccomp, socket, io_uring_setup), from the kernel's headers
_NUMBERS = {"x86_64": (0xC000003E, 317, 41, 425), "aarch64": (0xC00000B7, 277, 198, 425)}

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06


class _Program(ctypes.Structure):
    """`struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _instruction(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)


def _no_socket_program(architecture: int, socket_number: int, io_uring_number: int) -> bytes:
    """A filter that answers EPERM to `socket` and `io_uring_setup`, and ends a process with a foreign architecture."""
    return b"".join(
        [
            _instruction(_LOAD, 0, 0, 4),
            _instruction(_EQUAL, 1, 0, architecture),
            _instruction(_RETURN, 0, 0, _KILL),
            _instruction(_LOAD, 0, 0, 0),
            _instruction(_EQUAL, 3, 0, socket_number),
            _instruction(_EQUAL, 2, 0, io_uring_number),
            _instruction(_AT_LEAST, 1, 0, 0x40000000),  # the x32 ABI has its own numbers
            _instruction(_RETURN, 0, 0, _ALLOW),
            _instruction(_RETURN, 0, 0, _DENY),
        ]
    )


def _forbid_sockets(libc: ctypes.CDLL) -> bool:
    numbers = _NUMBERS.get(platform.machine())
    if numbers is None:
        return False
    architecture, seccomp_number, socket_number, io_uring_number = numbers
    program = _no_socket_program(architecture, socket_number, io_uring_number)
    buffer = ctypes.create_string_buffer(program, len(program))
    wanted = _Program(len(program) // 8, ctypes.addressof(buffer))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return not libc.syscall(seccomp_number, _SECCOMP_SET_MODE_FILTER, _SECCOMP_FILTER_FLAG_TSYNC, ctypes.byref(wanted))


class Restricted(NamedTuple):
    """What the kernel has granted."""

    sockets: bool
    memory: bool


def restrict(address_space: int) -> Restricted:
    """See `headshot_desktop.isolation.restrict`."""
    if sys.platform != "linux":  # keeps type checkers on other systems out of the code below
        return Restricted(sockets=False, memory=False)
    import resource

    libc = ctypes.CDLL(None, use_errno=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if address_space:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = address_space if hard == resource.RLIM_INFINITY else min(hard, address_space)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    memory = libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0
    return Restricted(sockets=_forbid_sockets(libc), memory=memory)
