"""A connection to the D-Bus session bus that cannot hang. Importing this loads jeepney (Linux only).

jeepney's own connection waits without end for the bus's greeting and for every answer.
"""

from __future__ import annotations

import socket
import struct
import time
from contextlib import ExitStack
from typing import Any

from jeepney import DBusErrorResponse, Message
from jeepney.bus import find_session_bus
from jeepney.io.blocking import DBusConnection, prep_socket

BUS_ERRORS: tuple[type[Exception], ...] = (
    OSError,  # no bus, closed, TimeoutError
    ValueError,  # an address, an authentication or a message that cannot be understood
    LookupError,  # no DBUS_SESSION_BUS_ADDRESS
    TypeError,
    AssertionError,
    RuntimeError,
    struct.error,
    DBusErrorResponse,
)
"""What a missing or misbehaving bus or service can raise in jeepney and in SecretStorage."""


class SessionBus(DBusConnection):  # type: ignore[misc]  # jeepney has no types
    """jeepney's blocking connection; every wait ends at `until` (of `time.monotonic`) with `TimeoutError`."""

    def __init__(self, sock: socket.socket, until: float) -> None:
        self.until = until
        super().__init__(sock)  # waits for the bus's greeting

    def receive(self, *, timeout: float | None = None) -> Message:
        """The next message; see jeepney."""
        left = self.until - time.monotonic()
        if left <= 0:  # also where a flood of other messages hides the answer
            raise TimeoutError("The session bus has not answered in time.")
        return super().receive(timeout=left if timeout is None else min(left, timeout))


def open_session_bus(until: float, kind: type[SessionBus] = SessionBus) -> Any:
    """A connection to the bus of `DBUS_SESSION_BUS_ADDRESS`, Unix sockets only. Raises one of `BUS_ERRORS`."""
    patience = max(0.001, until - time.monotonic())
    sock = prep_socket(find_session_bus(), timeout=patience)
    with ExitStack() as undo:
        undo.callback(sock.close)
        sock.settimeout(patience)  # for sending; receiving waits in a selector
        bus = kind(sock, until)
        undo.pop_all()
    return bus
