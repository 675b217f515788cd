"""What Python code tries although it must not: network beyond Unix sockets, and temporary files. Counted and refused.

This is a counter for the person to see, not the wall: native code does not pass here (the kernel's filter stops that).
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from typing import Any

_AF_UNIX = 1
_ANY_FAMILY = -1  # a socket made from a file descriptor

_NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
_TRAFFIC = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_TEMPORARY = frozenset({"tempfile.mkstemp", "tempfile.mkdtemp"})
_RESOLVERS = ("/run/systemd/resolve/", "/run/nscd/", "/run/avahi-daemon/")
_O_TMPFILE = getattr(os, "O_TMPFILE", 0) & ~getattr(os, "O_DIRECTORY", 0)

KINDS = ("socket", "connection", "name", "temporary")
"""What is counted: sockets of other families that were asked for; attempts to connect, bind or send; attempts to
resolve a name; attempts to make a temporary file or folder. Sockets are counted and left to the kernel to refuse,
because libraries make one to see what the system can; the other three are refused here."""

_counts: dict[str, int] = dict.fromkeys(KINDS, 0)
_installed = False


def attempts() -> Mapping[str, int]:
    """How often each of `KINDS` was tried in this process since `install`."""
    return dict(_counts)


def install() -> None:
    """Start counting and refusing in this process; cannot be taken back. A second call does nothing."""
    global _installed  # noqa: PLW0603 — a process has one list of hooks
    if not _installed:
        _installed = True
        sys.addaudithook(_hook)


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        # Without O_EXCL such a file can be named when it is whole (open(2)): that is how exports are written.
        if _O_TMPFILE and isinstance(arguments[2], int) and arguments[2] & _O_TMPFILE and arguments[2] & os.O_EXCL:
            _refuse("temporary")
    elif event.startswith("socket."):
        _socket(event, arguments)
    elif event in _TEMPORARY:
        _refuse("temporary")


def _socket(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _NAMES:
        _refuse("name")
    elif event == "socket.__new__":
        if arguments[1] not in {_AF_UNIX, _ANY_FAMILY}:
            _counts["socket"] += 1
    elif event in _TRAFFIC and _leaves(arguments[0].family, arguments[1]):
        _refuse("connection")


def _leaves(family: int, address: object) -> bool:
    """Whether traffic goes beyond Unix sockets, or to a Unix socket whose owner asks the network on our behalf."""
    if family != _AF_UNIX:
        return True
    path = os.fsdecode(address) if isinstance(address, (str, bytes)) else ""
    return path.removeprefix("/var").startswith(_RESOLVERS)


def _refuse(kind: str) -> None:
    _counts[kind] += 1
    sentence = "This program makes no temporary files." if kind == "temporary" else "This program uses no network."
    raise PermissionError(errno.EPERM, sentence)
