"""The watch for locking and sleep, on a real session bus on which the test plays the desktop."""

from __future__ import annotations

import queue
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.vault import lock_watch
from headshot_desktop.vault.lock_watch import LOCK_UNHEARD, SLEEP_UNSEEN, Away, LockWatch, slept_seconds
from tests.vault.keyring_daemon import Session, enter, login_session

if sys.platform != "linux":
    pytest.skip("The session bus is one of Linux desktops", allow_module_level=True)

from jeepney import DBusAddress, new_signal
from jeepney.io.blocking import open_dbus_connection

from headshot_desktop.vault.lock_signals import INTERFACES

SOON = 10.0
QUIET = 0.3


class Desktop:
    """Says what a screen saver says."""

    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(address)
        self.close = self._bus.close

    def say(
        self, active: Any = True, interface: str = INTERFACES[0], member: str = "ActiveChanged", kind: str = "b"
    ) -> None:
        path = "/" + interface.replace(".", "/")
        self._bus.send(new_signal(DBusAddress(path, interface=interface), member, kind, (active,)))


@pytest.fixture
def told() -> queue.Queue[Away]:
    return queue.Queue()


@pytest.fixture
def desktop(bare_session: Session) -> Iterator[Desktop]:
    with closing(Desktop(bare_session.address)) as desktop:
        yield desktop


@pytest.fixture
def watch(bare_session: Session, told: queue.Queue[Away]) -> Iterator[LockWatch]:
    """A watch that listens already."""
    assert bare_session.address
    watch = LockWatch(told.put)
    watch.start()
    assert watch.unwatched() == ()
    yield watch
    watch.stop()


def quiet(told: queue.Queue[Away]) -> bool:
    try:
        told.get(timeout=QUIET)
    except queue.Empty:
        return True
    return False


@pytest.mark.usefixtures("watch")
@pytest.mark.parametrize("interface", INTERFACES)
def test_every_desktops_lock_is_heard_once(interface: str, desktop: Desktop, told: queue.Queue[Away]) -> None:
    desktop.say(interface=interface)
    assert told.get(timeout=SOON) is Away.LOCKED
    assert quiet(told)


@pytest.mark.usefixtures("watch")
def test_unlocking_and_other_signals_are_not_a_lock(desktop: Desktop, told: queue.Queue[Away]) -> None:
    desktop.say(active=False)
    desktop.say(interface="org.example.ScreenSaver")
    desktop.say(member="ActivityChanged")
    desktop.say(active="yes", kind="s")
    desktop.say(active=1, kind="u")
    assert quiet(told)
    desktop.say()
    assert told.get(timeout=SOON) is Away.LOCKED


@pytest.mark.usefixtures("watch")
def test_every_lock_is_told(desktop: Desktop, told: queue.Queue[Away]) -> None:
    for active in (True, False, True, False, True):
        desktop.say(active)
    assert [told.get(timeout=SOON) for _ in range(3)] == [Away.LOCKED] * 3
    assert quiet(told)


def test_stopping_is_quick_and_final(watch: LockWatch, desktop: Desktop, told: queue.Queue[Away]) -> None:
    start = time.monotonic()
    watch.stop()
    assert time.monotonic() - start < lock_watch.TICK_SECONDS / 2
    assert "lock-watch" not in {thread.name for thread in threading.enumerate()}
    desktop.say()
    assert quiet(told)
    watch.stop()


def test_it_can_be_stopped_from_its_own_call(bare_session: Session, desktop: Desktop) -> None:
    assert bare_session.address
    done = threading.Event()

    def stop(_away: Away) -> None:
        mine.stop()
        done.set()

    mine = LockWatch(stop)
    mine.start()
    assert mine.unwatched() == ()
    desktop.say()
    assert done.wait(SOON)
    mine._thread.join(SOON)
    assert not mine._thread.is_alive()


def test_a_call_that_fails_does_not_end_the_watch(
    bare_session: Session, desktop: Desktop, told: queue.Queue[Away], caplog: pytest.LogCaptureFixture
) -> None:
    assert bare_session.address

    def fail(away: Away) -> None:
        told.put(away)
        raise OSError("the vault's disk is gone")

    watch = LockWatch(fail)
    watch.start()
    assert watch.unwatched() == ()
    for _ in range(2):
        desktop.say()
        assert told.get(timeout=SOON) is Away.LOCKED
    watch.stop()
    assert len(caplog.records) == 2
    caplog.clear()


def test_waking_is_noticed(watch: LockWatch, told: queue.Queue[Away], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_watch, "TICK_SECONDS", 0.05)
    slept = [5.0]
    second = LockWatch(told.put, slept=lambda: slept[0])
    second.start()
    assert second.unwatched() == ()
    slept[0] += 0.5  # clocks are read one after the other; so little is no sleep
    assert quiet(told)
    slept[0] += 3600
    assert told.get(timeout=SOON) is Away.WOKE
    assert quiet(told)
    second.stop()
    watch.stop()


def test_waking_is_noticed_without_a_bus(told: queue.Queue[Away], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(lock_watch, "TICK_SECONDS", 0.05)
    slept = [0.0]
    watch = LockWatch(told.put, slept=lambda: slept[0])
    watch.start()
    assert watch.unwatched() == (LOCK_UNHEARD,)
    slept[0] += 10
    assert told.get(timeout=SOON) is Away.WOKE
    watch.stop()


def test_what_is_not_noticed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    watch = LockWatch(lambda _away: None, slept=lambda: None)
    watch.start()
    assert watch.unwatched() == (LOCK_UNHEARD, SLEEP_UNSEEN)
    watch.stop()


def test_the_clock_of_sleep_stands_still_while_awake() -> None:
    before = slept_seconds()
    time.sleep(0.2)
    after = slept_seconds()
    assert before is not None
    assert after is not None
    assert before >= -0.01
    assert abs(after - before) < 0.1


def test_a_bus_that_ends_is_noticed_and_the_next_one_found(
    tmp_path: Path, told: queue.Queue[Away], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_watch, "RECONNECT_SECONDS", 0.1)
    monkeypatch.setattr(lock_watch, "TICK_SECONDS", 0.05)
    with login_session(tmp_path / "first") as first:
        enter(first, monkeypatch)
        watch = LockWatch(told.put)
        watch.start()
        assert watch.unwatched() == ()
    wait_until(lambda: watch.unwatched() == (LOCK_UNHEARD,))
    with login_session(tmp_path / "second") as second:
        enter(second, monkeypatch)
        wait_until(lambda: watch.unwatched() == ())
        with closing(Desktop(second.address)) as desktop:
            desktop.say()
            assert told.get(timeout=SOON) is Away.LOCKED
        watch.stop()


def test_a_bus_that_hangs_does_not_hold_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_watch, "PATIENCE_SECONDS", 0.3)
    path = tmp_path / "bus"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={path}")
        watch = LockWatch(lambda _away: None)
        watch.start()
        assert watch.unwatched() == (LOCK_UNHEARD,)
        watch.stop()


def test_a_watch_that_never_started_leaves_nothing_open() -> None:
    watch = LockWatch(lambda _away: None)
    watch.stop()
    assert watch._wake.fileno() == watch._woken.fileno() == -1


def test_making_one_loads_no_bus_library() -> None:
    program = (
        "import sys\nfrom headshot_desktop.vault.lock_watch import LockWatch\n"
        "LockWatch(print).stop()\nprint('jeepney' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def wait_until(true: Any) -> None:
    end = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)
