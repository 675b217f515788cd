"""Tells when the person is away: the desktop was locked, or the machine woke from sleep. So that the vault locks too.

The lock is heard on the session bus: desktops say `ActiveChanged` of their screen saver interface. No system bus, so
sleep is noticed on waking: the clock that counts sleep (`CLOCK_BOOTTIME`) has run ahead of the one that does not
(`CLOCK_MONOTONIC`). On Windows and macOS nothing is heard yet, and `unwatched` says so.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from headshot_desktop.core.edge import attended

if TYPE_CHECKING:
    from headshot_desktop.vault.lock_signals import LockSignals

TICK_SECONDS = 1.0
"""How often the clocks are compared."""

SLEEP_SECONDS = 1.0
"""The clocks have run apart by so much: the machine slept."""

RECONNECT_SECONDS = 30.0

PATIENCE_SECONDS = 3.0
"""For connecting to the bus."""

LOCK_UNHEARD = "This system does not tell the program when the screen is locked."
SLEEP_UNSEEN = "This system does not let the program see that the machine slept."


class Away(StrEnum):
    """Why the person counts as away."""

    LOCKED = "locked"
    WOKE = "woke"


def slept_seconds() -> float | None:
    """How long this machine has slept since it was started, or None where the system does not say."""
    if not hasattr(time, "CLOCK_BOOTTIME"):
        return None
    return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)


class LockWatch:
    """Calls `on_away` from a thread of its own, once per lock or waking. What it raises is logged; the watch goes on.

    A screen saver's signal is believed whoever sends it: at worst the vault locks for nothing.
    """

    def __init__(self, on_away: Callable[[Away], None], *, slept: Callable[[], float | None] = slept_seconds) -> None:
        """`slept` gives the seconds slept since the machine's start."""
        self._on_away = on_away
        self._slept = slept
        self._stopping = threading.Event()
        self._ready = threading.Event()
        self._signals: LockSignals | None = None
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="lock-watch", daemon=True)

    def start(self) -> None:
        """Start watching; once only. Returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and its connection; no call comes after this. May be repeated, also from `on_away`."""
        self._stopping.set()
        self._wake.close()
        if self._thread.ident is None:
            self._woken.close()
        elif self._thread is not threading.current_thread():
            self._thread.join(2 * PATIENCE_SECONDS)

    def unwatched(self) -> tuple[str, ...]:
        """What is not noticed here, one sentence each; waits until the bus has answered, for a few seconds at most."""
        self._ready.wait(2 * PATIENCE_SECONDS)
        sentences = (LOCK_UNHEARD, self._signals is None), (SLEEP_UNSEEN, self._slept() is None)
        return tuple(sentence for sentence, missing in sentences if missing)

    def _run(self) -> None:
        with self._woken:
            try:
                self._watch()
            finally:
                self._disconnect()

    def _watch(self) -> None:
        slept = self._slept() or 0.0
        connect_at = time.monotonic()
        while not self._stopping.is_set():
            if self._signals is None and time.monotonic() >= connect_at:
                self._connect()
                connect_at = time.monotonic() + RECONNECT_SECONDS
            if self._locked():
                self._tell(Away.LOCKED)
            before, slept = slept, self._slept() or 0.0
            if slept - before > SLEEP_SECONDS:
                self._tell(Away.WOKE)

    def _connect(self) -> None:
        try:
            from headshot_desktop.vault.lock_signals import LockSignals

            self._signals = LockSignals(time.monotonic() + PATIENCE_SECONDS, self._woken)
        except (ImportError, ConnectionError):
            self._signals = None
        self._ready.set()

    def _disconnect(self) -> None:
        signals, self._signals = self._signals, None
        if signals is not None:
            signals.close()

    def _locked(self) -> bool:
        """Wait for a tick at most; whether the screen was locked meanwhile."""
        if self._signals is None:
            self._stopping.wait(TICK_SECONDS)
            return False
        try:
            return self._signals.wait(TICK_SECONDS)
        except ConnectionError:
            self._disconnect()
            return False

    def _tell(self, away: Away) -> None:
        if not self._stopping.is_set():
            attended(lambda: self._on_away(away), "what happens when the person is away")
