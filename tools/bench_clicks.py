"""Measure the way of a person with one selfie and a mouse, click by click; called by `tools/bench.py clicks`.

The installed program under Xvfb, worked with xdotool and watched by a client of the accessibility bus, as in
`tests/e2e`. Each number is the time until the next click is possible; a click itself (some 0.1 s of xdotool and of
asking the bus) is in it, a person's reading is not. Needs Xvfb, xdotool and at-spi2-core.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.e2e.opened_window import opened_window
from tests.e2e.screen import Screen, until, virtual_screen
from tests.e2e.screen_reader import ScreenReader, accessibility
from tests.vault.keyring_daemon import login_session


def measure(runs: int, photo: bytes) -> dict[str, Any]:
    """Medians over `runs` sittings, in seconds, each in a session of its own; the consent was given before."""
    loads, walks = [], []
    for _ in range(runs):
        loads.append(os.getloadavg()[0])
        with tempfile.TemporaryDirectory() as folder, _screen(Path(folder)) as (screen, reader):
            (Path(folder) / "selfie.jpg").write_bytes(photo)
            walks.append(_walk(screen, reader, Path(folder) / "selfie.jpg"))
    return {
        "machine": {"cores": len(os.sched_getaffinity(0)), "load": [round(load, 2) for load in loads]},
        "clicks": {name: round(statistics.median(walk[name] for walk in walks), 2) for name in walks[0]},
    }


@contextmanager
def _screen(folder: Path) -> Iterator[tuple[Screen, ScreenReader]]:
    with (
        login_session(folder / "s") as session,
        accessibility(session.environment) as environment,
        virtual_screen(folder, environment) as screen,
    ):
        (session.home / "Pictures").mkdir()
        reader = ScreenReader(screen.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield screen, reader
        reader.close()


class _Laps:
    """Seconds from one mark to the next, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.monotonic()

    def mark(self, name: str) -> None:
        """What has just ended."""
        now = time.monotonic()
        self.seconds[name], self._last = now - self._last, now


def _walk(screen: Screen, reader: ScreenReader, photo: Path) -> dict[str, float]:
    with opened_window(screen, reader) as window:
        window.agree()
        window.press("ctrl+q")
        window.ends(window.helpers())
    laps = _Laps()
    with opened_window(screen, reader) as window:
        window.wait_for("Add photos")
        laps.mark("start")
        window.click("Add photos")
        until(lambda: screen.windows("Choose photos"), "no dialog")
        laps.mark("1 Add photos")
        window.choose(photo)
        laps.mark("typing its name")
        window.wait_for("Choose a look", "push button", enabled=True)
        laps.mark("photo looked at")
        window.click("Choose a look")
        window.wait_for("Where will you use it", "label")
        laps.mark("2 Choose a look")
        window.click("Create headshots")
        window.wait_for("Review", "push button", enabled=True)
        laps.mark("3 Create headshots")
        window.click("Review")
        window.wait_for("Export", "push button", enabled=True)
        laps.mark("4 Review")
        window.click("Export")
        window.wait_for("Save 1 file", "push button", enabled=True)
        laps.mark("5 Export")
        window.click("Save 1 file")
        window.wait_for("Saved", "label")
        laps.mark("6 Save 1 file")
        laps.seconds["all"] = sum(laps.seconds.values())
        window.press("ctrl+q")
        laps.seconds["close"] = window.ends(window.helpers())
    return laps.seconds
