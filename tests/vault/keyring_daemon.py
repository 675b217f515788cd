"""A session bus of its own with a real gnome-keyring, and with staged services where a test needs a bad one.

Home and all XDG folders lie in a temporary folder, so nothing of the person's keyring is seen or touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

NEEDED = ("dbus-run-session", "gnome-keyring-daemon")

_BUS_WITHOUT_SERVICES = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:tmpdir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass
class Session:
    """One login session: a bus, a home, and perhaps a keyring daemon."""

    address: str
    home: Path
    environment: dict[str, str]
    _daemons: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start_keyring(self, password: bytes | None = None) -> None:
        """Start gnome-keyring and wait until it serves; with a password it makes or unlocks the login keyring."""
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        daemon = subprocess.Popen(
            command + (["--unlock"] if password is not None else []),
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._daemons.append(daemon)
        assert daemon.stdin is not None
        daemon.stdin.write(password or b"")
        daemon.stdin.close()
        self.wait_for_owner("org.freedesktop.secrets", daemon.pid)

    def stop_keyring(self) -> None:
        for daemon in self._daemons:
            daemon.terminate()
            daemon.wait(10)
        self._daemons.clear()

    def wait_for_owner(self, name: str, pid: int) -> None:
        from jeepney import DBusErrorResponse
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        end = time.monotonic() + 20
        with closing(open_dbus_connection(self.address)) as bus:
            proxy = Proxy(message_bus, bus, timeout=5)
            while time.monotonic() < end:
                try:
                    if proxy.GetConnectionUnixProcessID(name)[0] == pid:
                        return
                except DBusErrorResponse:
                    pass
                time.sleep(0.02)
        raise AssertionError(f"nobody owns {name}")


@contextmanager
def login_session(folder: Path, *, activation: bool = False) -> Iterator[Session]:
    """A bus in `dbus-run-session`; with `activation` it starts services by itself, as on a desktop."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    environment = _environment(folder)
    options = []
    if not activation:
        config = folder / "bus.conf"
        config.write_text(_BUS_WITHOUT_SERVICES.replace("{folder}", environment["XDG_RUNTIME_DIR"]), "utf-8")
        options = ["--config-file", str(config)]
    command = ["dbus-run-session", *options, "--", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat']
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    address = process.stdout.readline().decode().strip()
    assert address.startswith("unix:"), address
    environment["DBUS_SESSION_BUS_ADDRESS"] = address
    session = Session(address, Path(environment["HOME"]), environment)
    try:
        yield session
    finally:
        session.stop_keyring()
        process.stdin.close()
        process.stdout.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(5)


def _environment(folder: Path) -> dict[str, str]:
    home, runtime = folder / "home", folder / "run"
    home.mkdir(parents=True)
    runtime.mkdir(mode=0o700)
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
    }


def enter(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put this process into the session."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "HOME", *(name for name in session.environment if name[:3] == "XDG")):
        monkeypatch.setenv(name, session.environment[name])


@pytest.fixture
def bare_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session with a bus and no keyring daemon, entered by this process."""
    with login_session(tmp_path / "session") as session:
        enter(session, monkeypatch)
        yield session


@pytest.fixture
def keyring_session(bare_session: Session) -> Session:
    """A session with a real gnome-keyring whose login keyring does not exist."""
    bare_session.start_keyring()
    return bare_session


Handler = Callable[[Any], Any]


class StagedService(threading.Thread):
    """Owns `name` on the bus and answers method calls with what `handler` gives: a message, or None for silence."""

    def __init__(self, address: str, name: str, handler: Handler) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        super().__init__(daemon=True)
        self.calls: list[tuple[str, str, str]] = []
        self._handler = handler
        self.stop_asked = threading.Event()
        self.bus = open_dbus_connection(address)
        assert Proxy(message_bus, self.bus, timeout=5).RequestName(name)[0] == 1
        self.start()

    def run(self) -> None:
        from jeepney import HeaderFields, MessageType

        while not self.stop_asked.is_set():
            try:
                message = self.bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.method_call:
                continue
            fields = message.header.fields
            self.calls.append(
                (fields[HeaderFields.path], fields.get(HeaderFields.interface, ""), fields[HeaderFields.member])
            )
            answer = self._handler(message)
            if answer is not None:
                self.bus.send(answer)

    def members(self) -> list[str]:
        """The names of the methods that were called."""
        return [member for _, _, member in self.calls]

    def close(self) -> None:
        self.stop_asked.set()
        self.join(10)
        self.bus.close()
