"""What a screen reader hears of a window: a client of AT-SPI, the accessibility bus of Linux desktops.

The interfaces are those of https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml; the numbers of states are
those of `AtspiStateType` there.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.screen import Place, until

SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_ACCESSIBLE, _ACTION, _COMPONENT = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Action", "Component"))
_ROOT = "/org/a11y/atspi/accessible/root"
_ENABLED, _FOCUSABLE, _FOCUSED, _CHECKED, _SHOWING = 8, 11, 12, 4, 25


@dataclass(frozen=True)
class Heard:
    """One thing on the screen, as it was when it was asked: `path` is its name on the bus."""

    path: str
    role: str
    name: str
    states: int

    def _is(self, state: int) -> bool:
        return bool(self.states >> state & 1)

    @property
    def enabled(self) -> bool:
        return self._is(_ENABLED)

    @property
    def focusable(self) -> bool:
        return self._is(_FOCUSABLE)

    @property
    def focused(self) -> bool:
        return self._is(_FOCUSED)

    @property
    def checked(self) -> bool:
        return self._is(_CHECKED)


class ScreenReader:
    """Listens to the one program that is on an accessibility bus."""

    def __init__(self, session_address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        with closing(open_dbus_connection(session_address)) as self._bus:
            self._program = "org.a11y.Bus"
            address = self._ask("/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        self._bus = open_dbus_connection(address)
        self._program = ""

    def close(self) -> None:
        """Hang up."""
        self._bus.close()

    def _ask(self, path: str, interface: str, member: str, signature: str | None = None, *body: Any) -> Any:
        from jeepney import DBusAddress, MessageType, new_method_call

        address = DBusAddress(path, bus_name=self._program, interface=interface)
        answer = self._bus.send_and_get_reply(new_method_call(address, member, signature, body), timeout=10)
        if answer.header.message_type is MessageType.error:
            raise LookupError(answer.body)
        return answer.body[0] if answer.body else None

    def find_program(self) -> None:
        """Wait for a program on the bus and listen to it from now on, and to no earlier one."""
        before = self._program
        found: list[str] = []

        def comes() -> bool:
            self._program = "org.a11y.atspi.Registry"
            found[:] = [name for name, _ in self._ask(_ROOT, _ACCESSIBLE, "GetChildren") if name != before]
            return bool(found)

        until(comes, "no program tells a screen reader anything")
        self._program = found[-1]

    def hear(self) -> list[Heard]:
        """Everything that is showing, from the top."""
        return list(self._below(_ROOT))

    def _below(self, path: str) -> Iterator[Heard]:
        try:
            children = self._ask(path, _ACCESSIBLE, "GetChildren")
        except LookupError:
            return  # it went away meanwhile
        for _, child in children:
            try:
                low, high = self._ask(child, _ACCESSIBLE, "GetState")
                name = self._ask(child, "org.freedesktop.DBus.Properties", "Get", "ss", _ACCESSIBLE, "Name")[1]
                heard = Heard(child, self._ask(child, _ACCESSIBLE, "GetRoleName"), name, low | high << 32)
            except LookupError:
                continue
            if heard.states >> _SHOWING & 1:
                yield heard
                yield from self._below(child)

    def find(self, name: str, role: str = "") -> Heard | None:
        """The first thing that is showing whose name matches the pattern from its beginning."""
        return next((heard for heard in self.hear() if re.match(name, heard.name) and role in ("", heard.role)), None)

    def wait_for(self, name: str, role: str = "", *, enabled: bool = False) -> Heard:
        """Wait for it."""
        found: list[Heard] = []

        def there() -> bool:
            heard = self.find(name, role)
            found[:] = [heard] if heard is not None and (heard.enabled or not enabled) else []
            return bool(found)

        try:
            until(there, f"no {role or 'thing'} “{name}” on the screen")
        except AssertionError as error:
            error.add_note("There is: " + "; ".join(f"{heard.role} “{heard.name}”" for heard in self.hear()))
            raise
        return found[0]

    def middle(self, heard: Heard) -> Place:
        """Its middle on the screen, in pixels."""
        left, top, width, height = self._ask(heard.path, _COMPONENT, "GetExtents", "u", 0)
        return left + width // 2, top + height // 2

    def press(self, heard: Heard) -> None:
        """Do what its first action is, as a screen reader's user does."""
        self._ask(heard.path, _ACTION, "DoAction", "i", 0)


@contextmanager
def accessibility(session: dict[str, str]) -> Iterator[dict[str, str]]:
    """Start the accessibility bus in a session; the environment in which programs use it."""
    line = next(line for line in SERVICE.read_text("utf-8").splitlines() if line.startswith("Exec="))
    command = [*line.removeprefix("Exec=").split(), "--launch-immediately"]
    launcher = subprocess.Popen(command, env=session, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield {**session, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    finally:
        launcher.terminate()
        launcher.wait(20)
