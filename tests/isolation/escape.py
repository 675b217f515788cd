"""Tries to break out of a role, from inside, and says on standard error what came of it: `escape.py ROLE FOLDER`.

The role starts as it always does. When it has called its own `restrict_…`, this process splits into one copy for each
attempt, so that an attempt that is deadly costs one copy. ROLE `nothing` is the control: the same attempts without
any restriction must succeed, or the probe is blind.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import mmap
import os
import resource
import signal
import socket
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from headshot_desktop import __main__ as program
from headshot_desktop import isolation
from headshot_desktop.isolation.syscalls import ARCHITECTURES

CALLS = ARCHITECTURES[os.uname().machine].calls
LIBC = ctypes.CDLL(None, use_errno=True)
FOLDER = Path(sys.argv[2])
PARENT = os.getpid()
_, TERMINAL = os.openpty()
TERMINAL_NAME = os.ttyname(TERMINAL)


def _call(name: str, *arguments: Any) -> int:
    return _numbered(CALLS[name], *arguments)


def _numbered(number: int, *arguments: Any) -> int:
    wide = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    result = int(LIBC.syscall(ctypes.c_long(number), *wide))
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return result


def _child_opens_a_socket() -> None:
    child = "import socket, sys\ntry: socket.socket(socket.AF_INET)\nexcept OSError: sys.exit(1)"
    if subprocess.run([sys.executable, "-c", child], check=False).returncode:
        raise OSError(errno.EPERM, "the child could not")


def _program(text: str) -> tuple[bytes, ctypes.Array[ctypes.c_char_p], None]:
    words = [os.fsencode(sys.executable), b"-c", text.encode()]
    return words[0], (ctypes.c_char_p * 4)(*words, None), None


def _write_by_mapping() -> None:
    """Into a file that is there: without `write`, and within its size."""
    with (FOLDER / "there").open("r+b") as file, mmap.mmap(file.fileno(), 5) as memory:
        memory[:5] = b"taken"


def _shared_memory() -> None:
    """Make a System V segment, write into it and look after it; at the end of the control it must not stay."""
    made = _call("shmget", 0, 4096, 0o600)
    LIBC.shmat.restype = ctypes.c_void_p
    try:
        if (where := LIBC.shmat(made, None, 0)) == ctypes.c_void_p(-1).value:
            raise OSError(ctypes.get_errno(), "not attached")
        ctypes.memmove(where, b"picture", 7)
        _call("shmdt", where)
    finally:
        _call("shmctl", made, 0, None)


def _made_and_removed(make: str, remove: str, *arguments: int) -> None:
    """A queue or semaphores of System V; `IPC_RMID` is 0."""
    made = _call(make, *arguments)
    _call(remove, made, *([0] * (remove == "semctl")), 0, None)


def _posix_queue() -> None:
    name = f"headshot-{os.getpid()}".encode()
    os.close(_call("mq_open", name, os.O_CREAT | os.O_RDWR, 0o600, None))
    _call("mq_unlink", name)


def _limit_of_the_parent() -> None:
    """The new limits lie where the low half of their address is zero, which a filter of 32 bits takes for null."""
    LIBC.mmap.restype, fixed = ctypes.c_void_p, 0x100000
    LIBC.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
    where = LIBC.mmap(0x500000000, 4096, 3, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | fixed, -1, 0)
    if where != 0x500000000:
        raise OSError(ctypes.get_errno(), "no such place")
    ctypes.memmove(where, struct.pack("QQ", *resource.getrlimit(resource.RLIMIT_NOFILE)), 16)
    _call("prlimit64", PARENT, resource.RLIMIT_NOFILE, ctypes.c_void_p(where), None)


def _make_executable() -> None:
    memory = mmap.mmap(-1, 4096)
    where = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    _call("mprotect", where, 4096, mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)


def _foreign_entry() -> None:
    """`getpid` through the 32-bit entry of x86: mov eax, 20; int 0x80; ret."""
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory[:8] = b"\xb8\x14\0\0\0\xcd\x80\xc3"
    ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()


def _attempts() -> dict[str, Callable[[], object]]:
    inet, unix, name = socket.AF_INET, socket.AF_UNIX, os.fsencode(FOLDER)
    there, new = name + b"/there", name + b"/new"
    return {
        **{f"socket {f.name}": partial(_call, "socket", f, 2, 0) for f in (inet, socket.AF_INET6, unix)},
        **{f"socket {f.name}": partial(_call, "socket", f, 3, 0) for f in (socket.AF_NETLINK, socket.AF_PACKET)},
        "socket AF_VSOCK": lambda: _call("socket", 40, 1, 0),
        "socket by Python": lambda: socket.socket(inet),
        "socketpair": socket.socketpair,
        "connect": lambda: _call("connect", 0, b"\1\0/tmp", 6),
        "child opens a socket": _child_opens_a_socket,
        "io_uring": lambda: _call("io_uring_setup", 1, bytes(120)),
        "open": lambda: os.open("/etc/passwd", os.O_RDONLY),
        "open by libc": lambda: _call("openat", -100, b"/etc/passwd", 0, 0),
        "openat2": lambda: _call("openat2", -100, b"/etc/passwd", bytes(24), 24),
        "stat": lambda: os.stat("/etc/passwd"),
        "list": lambda: os.listdir("/"),
        "create": lambda: _call("openat", -100, new, os.O_CREAT | os.O_WRONLY, 0o600),
        "temporary": lambda: _call("openat", -100, name, os.O_TMPFILE | os.O_WRONLY, 0o600),
        "empty": lambda: _call("openat", -100, there, os.O_TRUNC | os.O_WRONLY, 0),
        "append": lambda: os.write(os.open(there, os.O_WRONLY | os.O_APPEND), b"x"),
        "write by mapping": _write_by_mapping,
        "grow shared memory": lambda: os.truncate(os.memfd_create("x"), 4096),
        "rename": lambda: os.rename(there, new),
        "remove": lambda: os.unlink(there),
        "make a folder": lambda: os.mkdir(new),
        "link": lambda: os.link(there, new),
        "symbolic link": lambda: os.symlink(there, new),
        "change the mode": lambda: os.chmod(there, 0o644),
        "set an attribute": lambda: os.setxattr(there, "user.x", b"x"),
        "execute": lambda: _call("execve", *_program("import os; os.write(2, b'open')")),
        "fork": lambda: os._exit(0) if os.fork() == 0 else os.wait(),
        "clone3": lambda: _call("clone3", bytes(64), 64),
        "signal the parent": lambda: os.kill(PARENT, 0),
        "signal the parent's thread": lambda: _call("tgkill", PARENT, PARENT, 0),
        "trace": lambda: _call("ptrace", 0, 0, 0, 0),
        "read the parent's memory": lambda: _call("process_vm_readv", PARENT, None, 0, None, 0, 0),
        "parent's memory by file": lambda: os.open(f"/proc/{PARENT}/mem", os.O_RDONLY),
        "type into a terminal": lambda: fcntl.ioctl(TERMINAL, termios.TIOCSTI, b"x"),
        "write to a terminal": lambda: os.write(os.open(TERMINAL_NAME, os.O_WRONLY | os.O_NOCTTY), b"x"),
        "raise a limit": lambda: _call("prlimit64", 0, resource.RLIMIT_FSIZE, struct.pack("QQ", 5, 5), None),
        "limit of the parent": _limit_of_the_parent,
        "look at the parent's limit": lambda: _call("prlimit64", PARENT, resource.RLIMIT_NOFILE, None, None),
        "rank of the parent": lambda: _call("setpriority", 0, PARENT, os.getpriority(os.PRIO_PROCESS, PARENT)),
        "shared memory": _shared_memory,
        "semaphores": partial(_made_and_removed, "semget", "semctl", 0, 1, 0o600),
        "message queue": partial(_made_and_removed, "msgget", "msgctl", 0, 0o600),
        "named message queue": _posix_queue,
        "keys": lambda: _call("keyctl", 0, -3, 1),
        "executable memory": lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC),
        "make memory executable": _make_executable,
        "show memory again": lambda: _call("prctl", 4, 1, 0, 0, 0),
        "second filter": lambda: _call("seccomp", 2, 0, bytes(4)),
        "new namespace": lambda: _call("unshare", 0),
        "pipe": os.pipe,
        "copy a descriptor": lambda: os.dup(0),
        "second numbering": lambda: _numbered(0x40000000 | CALLS["getpid"]),
        "foreign entry": _foreign_entry,
    }


class _Role:
    """What a copy of this process calls before its attempt."""

    def __init__(self, restrict: Callable[[], object]) -> None:
        self._restrict = restrict

    def escape(self) -> NoReturn:
        """Make every attempt in a copy of its own, say the outcomes and end."""
        outcomes = {}
        for name, attempt in _attempts().items():
            (FOLDER / "there").write_bytes(b"there")
            outcomes[name] = self._outcome(attempt)
            for path in FOLDER.iterdir():
                if path.is_dir():
                    path.rmdir()
                else:
                    path.unlink()
        os.write(2, json.dumps(outcomes).encode())  # the one stream that every role leaves alone
        os._exit(0)

    def _outcome(self, attempt: Callable[[], object]) -> str:
        readable, writable = os.pipe()
        child = os.fork()
        if not child:
            os.dup2(writable, 2)
            self._try(attempt)
        os.close(writable)
        _, status = os.waitpid(child, 0)
        said = os.read(readable, 100).decode()
        os.close(readable)
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            return "killed" if number == signal.SIGSYS else f"signal {number}"
        return said

    def _try(self, attempt: Callable[[], object]) -> NoReturn:
        self._restrict()
        try:
            attempt()
        except OSError as error:
            os.write(2, errno.errorcode.get(error.errno or 0, "?").encode())
        else:
            os.write(2, b"open")
        os._exit(0)


def main(role: str) -> None:
    """Start the role; its own call of `restrict_…` is where the attempts begin."""
    if role == "nothing":
        _Role(lambda: None).escape()
    name = f"restrict_{role}"
    real: Callable[..., object] = getattr(isolation, name)
    setattr(isolation, name, lambda *arguments, **options: _Role(partial(real, *arguments, **options)).escape())
    if role == "application":
        program.command_line()
    elif role == "janitor":
        isolation.restrict_janitor()
    else:
        program._role(role)


if __name__ == "__main__":
    main(sys.argv[1])
