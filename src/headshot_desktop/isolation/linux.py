"""Linux: seccomp, Landlock and rlimits, as an ordinary user, with ctypes and nothing else.

`PR_SET_PDEATHSIG` is not used on purpose: it fires when the *thread* that started the child ends, and a window starts
children from short-lived threads. Children notice the parent's end by the end of their input instead.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from headshot_desktop.isolation.seccomp import Policy, program_for
from headshot_desktop.isolation.syscalls import ARCHITECTURES

_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38
_SECCOMP_SET_MODE_FILTER, _SECCOMP_FILTER_FLAG_TSYNC = 1, 1

_LANDLOCK_VERSION, _LANDLOCK_PATH_BENEATH = 1, 1
_WRITE_FILE, _TRUNCATE = 1 << 1, 1 << 14
_MAKE_OR_REMOVE = sum(1 << bit for bit in range(4, 13))
_CARDS = ("dri", "kfd", "dxg", "nvidia*")
_DEVICES = ("null", *_CARDS)


class _Program(ctypes.Structure):
    """`struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def install(policy: Policy) -> bool:
    """Put a filter on every thread of this process and on its children to come; whether the kernel took it."""
    if sys.platform != "linux":
        return False
    machine = os.uname().machine
    program = program_for(policy, machine)
    if program is None:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(program, len(program))
    wanted = _Program(len(program) // 8, ctypes.addressof(buffer))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    number = ARCHITECTURES[machine].calls["seccomp"]
    return not libc.syscall(number, _SECCOMP_SET_MODE_FILTER, _SECCOMP_FILTER_FLAG_TSYNC, ctypes.byref(wanted))


def landlock_version() -> int:
    """Landlock's version in this kernel (5.13 and newer, where it is switched on); 0 without it."""
    architecture = ARCHITECTURES.get(os.uname().machine)
    if sys.platform != "linux" or architecture is None:
        return 0
    libc = ctypes.CDLL(None, use_errno=True)
    number = architecture.calls["landlock_create_ruleset"]
    return max(0, int(libc.syscall(number, None, ctypes.c_size_t(0), _LANDLOCK_VERSION)))


def write_nothing() -> bool:
    """Take from this thread, and those it starts, every right to change a file system, by Landlock; see landlock(7).

    It also keeps them from the memory of every process outside, `/proc/…/mem` included. Graphics cards (`_DEVICES`) may
    be opened for writing all the same; the person's terminals may not.

    Returns:
        Whether this kernel has done it.
    """
    version = landlock_version()
    if not version or sys.platform != "linux":
        return False
    calls = ARCHITECTURES[os.uname().machine].calls
    libc = ctypes.CDLL(None, use_errno=True)
    handled = struct.pack("Q", _WRITE_FILE | _MAKE_OR_REMOVE | (_TRUNCATE if version >= 3 else 0))
    rules = int(libc.syscall(calls["landlock_create_ruleset"], handled, ctypes.c_size_t(len(handled)), 0))
    if rules < 0:
        return False
    allowed = all(_allow_writing(libc, rules, device) for name in _DEVICES for device in Path("/dev").glob(name))
    done = allowed and not (
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.syscall(calls["landlock_restrict_self"], rules, 0)
    )
    os.close(rules)
    return done


def graphics_cards() -> bool:
    """Whether this machine shows a device that a graphics card is worked with."""
    return any(True for name in _CARDS for _ in Path("/dev").glob(name))


def _allow_writing(libc: ctypes.CDLL, rules: int, below: Path) -> bool:
    number = ARCHITECTURES[os.uname().machine].calls["landlock_add_rule"]
    opened = os.open(below, os.O_PATH | os.O_CLOEXEC)
    rule = struct.pack("=Qi", _WRITE_FILE, opened)
    done = bool(libc.syscall(number, rules, _LANDLOCK_PATH_BENEATH, rule, 0) == 0)
    os.close(opened)
    return done


def hide_memory() -> bool:
    """Keep other programs of the same user from this process's memory, and the kernel from dumping it."""
    return bool(ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)


def limit(limits: Mapping[str, int]) -> bool:
    """Set resource limits by name (`CORE`, `FSIZE`, …), soft and hard, never above the present hard limit."""
    if sys.platform != "linux":
        return False
    import resource

    try:
        for name, wanted in limits.items():
            kind = getattr(resource, f"RLIMIT_{name}")
            hard = resource.getrlimit(kind)[1]
            most = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
            resource.setrlimit(kind, (most, most))
    except (OSError, ValueError):
        return False
    return True
