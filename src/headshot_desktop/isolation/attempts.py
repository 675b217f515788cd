"""Attempts to leave a role, made from inside it and told by a JSON object on standard error.

For `headshot verify-privacy`: the program is started as `--attempts ROLE FOLDER`, the role starts as it always does,
and where it has called its own `restrict_…` this process makes the attempts instead of the role's work: each in a copy
of its own, so that a deadly one costs one copy. ROLE `nothing` has no restriction: the control. By the C library, not
by Python's `socket`, because Python's attempts would already end at the audit hook. Nothing leaves the machine: the one
attempt that sends something sends a byte to itself over loopback.
"""

from __future__ import annotations

import ctypes
import errno
import json
import mmap
import os
import signal
import stat
import struct
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NoReturn

from headshot_desktop import isolation
from headshot_desktop.isolation.syscalls import ARCHITECTURES

OPEN = "open"
"""The outcome of an attempt that succeeded; else an error's name, `killed` (by the role's filter) or `signal N`."""

NETWORK = (
    "internet socket", "IPv6 socket", "datagram socket", "routing socket", "packet socket",
    "virtual machine socket", "io_uring", "byte over loopback",
)  # fmt: skip
UNIX = ("Unix socket",)
LOOKING = ("read a file", "look at a file", "list a folder")
WRITING = (
    "make a file", "add to a file", "map a file and change it", "empty a file", "rename a file", "remove a file",
    "make a folder",
)  # fmt: skip
LASTING = ("memory that stays", "messages that stay", "named messages that stay")
"""The names of the attempts, by what they are after."""

PREFIX = "proof-"
"""What the name of a folder for attempts begins with."""

_FAMILIES = {"INET": 2, "INET6": 10, "NETLINK": 16, "PACKET": 17, "VSOCK": 40, "UNIX": 1}
_STREAM, _DATAGRAM, _RAW = 1, 2, 3
_LOOPBACK = bytes((127, 0, 0, 1))
_REFUSED = 100
_REMOVE = 0  # IPC_RMID


def _checked(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return result


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _socket(family: str, kind: int) -> int:
    return _checked(_library().socket(_FAMILIES[family], kind, 0))


def _byte_over_loopback() -> None:
    library, listener = _library(), _socket("INET", _STREAM)
    address = ctypes.create_string_buffer(struct.pack("=H", _FAMILIES["INET"]) + bytes(2) + _LOOPBACK + bytes(8), 16)
    _checked(library.bind(listener, address, 16))
    _checked(library.listen(listener, 1))
    _checked(library.getsockname(listener, address, ctypes.byref(ctypes.c_int(16))))
    sender = _socket("INET", _STREAM)
    _checked(library.connect(sender, address, 16))
    _checked(library.send(sender, b"x", 1, 0))
    received = ctypes.create_string_buffer(1)
    if _checked(library.recv(_checked(library.accept(listener, None, None)), received, 1, 0)) != 1:
        raise OSError(errno.EIO, "nothing arrived")


def _call(name: str, *arguments: object) -> int:
    wide = [ctypes.c_long(word) if isinstance(word, int) else word for word in arguments]
    return _checked(_library().syscall(ctypes.c_long(ARCHITECTURES[os.uname().machine].calls[name]), *wide))


def _change_by_mapping(path: Path) -> None:
    """Without `write`, and within the file's size: neither a limit nor a filter of `write` sees it."""
    opened = os.open(path, os.O_RDWR)
    with mmap.mmap(opened, os.fstat(opened).st_size) as memory:
        memory[:1] = b"x"


def _memory_that_stays() -> None:
    _call("shmctl", _call("shmget", 0, 4096, 0o600), _REMOVE, None)


def _messages_that_stay() -> None:
    _call("msgctl", _call("msgget", 0, 0o600), _REMOVE, None)


def _named_messages() -> None:
    name = f"headshot-{os.getpid()}".encode()
    _call("mq_open", name, os.O_CREAT | os.O_RDWR, 0o600, None)
    _call("mq_unlink", name)


def _all(folder: Path) -> Mapping[str, Callable[[], object]]:
    there, new = folder / "there", folder / "new"
    return {
        "internet socket": partial(_socket, "INET", _STREAM),
        "IPv6 socket": partial(_socket, "INET6", _STREAM),
        "datagram socket": partial(_socket, "INET", _DATAGRAM),
        "routing socket": partial(_socket, "NETLINK", _RAW),
        "packet socket": partial(_socket, "PACKET", _RAW),
        "virtual machine socket": partial(_socket, "VSOCK", _STREAM),
        "io_uring": lambda: _call("io_uring_setup", 1, bytes(120)),
        "byte over loopback": _byte_over_loopback,
        "Unix socket": partial(_socket, "UNIX", _STREAM),
        "read a file": lambda: os.read(os.open(there, os.O_RDONLY), 1),
        "look at a file": lambda: os.stat(there),
        "list a folder": lambda: os.listdir(folder),
        "make a file": lambda: os.open(new, os.O_WRONLY | os.O_CREAT, 0o600),
        "add to a file": lambda: os.write(os.open(there, os.O_WRONLY | os.O_APPEND), b"x"),
        "map a file and change it": partial(_change_by_mapping, there),
        "empty a file": lambda: os.open(there, os.O_WRONLY | os.O_TRUNC),
        "rename a file": lambda: os.rename(there, new),
        "remove a file": lambda: os.unlink(there),
        "make a folder": lambda: os.mkdir(new),
        "memory that stays": _memory_that_stays,
        "messages that stay": _messages_that_stay,
        "named messages that stay": _named_messages,
    }


def make(folder: Path, restrict: Callable[[], object]) -> NoReturn:
    """Make every attempt in a copy of this process that calls `restrict` first; say the outcomes and end."""
    outcomes = {}
    for name, attempt in _all(folder).items():
        (folder / "there").write_bytes(b"there")
        outcomes[name] = _outcome(attempt, restrict)
        for path in (folder / "there", folder / "new"):  # never anything else, wherever this folder may be
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
    os.write(2, f"\n{json.dumps(outcomes)}".encode())  # the one stream that every role leaves alone
    os._exit(0)


def _outcome(attempt: Callable[[], object], restrict: Callable[[], object]) -> str:
    copy = os.fork()
    if not copy:
        os._exit(_try(attempt, restrict))
    _, status = os.waitpid(copy, 0)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return "killed" if number == signal.SIGSYS else f"signal {number}"
    code = os.WEXITSTATUS(status)
    return OPEN if code == 0 else errno.errorcode.get(code - _REFUSED, "refused")


def _try(attempt: Callable[[], object], restrict: Callable[[], object]) -> int:
    """0, or the number of the error over 100: an exit code is all that the strictest role can say."""
    try:
        restrict()
        attempt()
    except OSError as error:
        return _REFUSED + min(error.errno or 0, 150)
    return 0


def unfit(folder: Path) -> str:
    """Why the attempts must not be made in `folder`, in a sentence; empty if they may.

    They make and remove files there, and whoever starts the program can name it: it must have been made for this.
    """
    try:
        seen = folder.lstat()
        made_for_it = (
            folder.name.startswith(PREFIX)
            and stat.S_ISDIR(seen.st_mode)
            and stat.S_IMODE(seen.st_mode) == 0o700
            and seen.st_uid == os.geteuid()
            and not os.listdir(folder)
        )
    except OSError as error:
        return f"The proofs cannot use their folder: {error.strerror}."
    need = f"an empty folder of yours, closed to others (mode 0700), whose name begins with “{PREFIX}”"
    return "" if made_for_it else f"The proofs need {need}; this is none. Start them with `headshot verify-privacy`."


def instead_of_work(role: str, folder: Path) -> None:
    """See to it that the attempts are made where `role` calls its own `restrict_…`; for `nothing`, now.

    `folder` is one that is not `unfit`.
    """
    if role == "nothing":
        make(folder, lambda: None)
    name = f"restrict_{role}"
    restrict: Callable[..., object] = getattr(isolation, name)
    setattr(isolation, name, lambda *words, **options: make(folder, partial(restrict, *words, **options)))


def command(role: str, folder: Path) -> list[str]:
    """The command line that makes the attempts of `role` with files in `folder`, frozen or not."""
    words = ["--attempts", role, str(folder)]
    return [sys.executable, *([] if getattr(sys, "frozen", False) else ["-P", "-m", "headshot_desktop"]), *words]
