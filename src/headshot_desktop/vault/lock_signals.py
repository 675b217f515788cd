"""The screen's lock, as desktops tell it on the session bus. Importing this loads jeepney (Linux only)."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from selectors import EVENT_READ

from jeepney import HeaderFields, MatchRule, Message, MessageType
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy

from headshot_desktop.vault.session_bus import BUS_ERRORS, open_session_bus

INTERFACES = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
"""Who says `ActiveChanged`: KDE and others, GNOME, Cinnamon, MATE, Xfce."""


class LockSignals:
    """A connection to the session bus that hears `ActiveChanged`."""

    def __init__(self, until: float, interrupt: socket.socket) -> None:
        """Connect until the moment `until` (of `time.monotonic`). Raises `ConnectionError`.

        `interrupt` becoming readable ends a `wait`.
        """
        with ExitStack() as undo:
            try:
                self._bus = open_session_bus(until)
                undo.callback(self._bus.close)
                proxy = Proxy(message_bus, self._bus)
                for interface in INTERFACES:
                    proxy.AddMatch(MatchRule(type="signal", interface=interface, member="ActiveChanged"))
            except BUS_ERRORS as error:
                raise ConnectionError("The session bus cannot be listened to.") from error
            self._bus.until = float("inf")
            self._bus.selector.register(interrupt, EVENT_READ)
            undo.pop_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next message, at most so long; whether it says that the screen was locked.

        Raises `ConnectionError` when the bus has gone.
        """
        try:
            return _says_locked(self._bus.receive(timeout=seconds))
        except TimeoutError:
            return False
        except BUS_ERRORS as error:
            raise ConnectionError("The session bus has gone.") from error

    def close(self) -> None:
        """End the connection."""
        self._bus.close()


def _says_locked(message: Message) -> bool:
    fields = message.header.fields
    return bool(
        message.header.message_type is MessageType.signal
        and fields.get(HeaderFields.interface) in INTERFACES
        and fields.get(HeaderFields.member) == "ActiveChanged"
        and len(message.body) == 1
        and message.body[0] is True
    )
