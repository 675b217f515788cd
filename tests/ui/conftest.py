"""The window on the offscreen platform, over the fake engine and a real vault, with real events."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.screens import offscreen

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = offscreen(Path(tempfile.mkdtemp(prefix="headshot-screen-")))

from PySide6.QtCore import QLocale, QTimer
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.packs import PackStore
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script


@pytest.fixture(autouse=True)
def _collected_on_this_thread() -> Iterator[None]:
    """As in the program (see `ui.garbage`), also where a test builds widgets without one."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A test that speaks another language leaves none behind."""
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def engine() -> FakeEngine:
    """The engine behind the window; change its script to change what happens."""
    return FakeEngine(script())


@pytest.fixture
def program(qtbot: QtBot, engine: FakeEngine, tmp_path: Path) -> Iterator[Program]:
    """A running window, consent given."""
    studio = build_studio(engine, packs=PackStore(tmp_path / "packs"))
    made = Program(studio, Preferences(), tmp_path / "preferences.json")
    qtbot.addWidget(made.window, before_close_func=lambda _: made.model.wipe())  # or it would ask about favourites
    made.window.show()
    qtbot.waitUntil(lambda: not made.model.tasks.busy)
    yield made
    made.close()


@pytest.fixture
def window(program: Program) -> MainWindow:
    """Its window."""
    return program.window


@pytest.fixture
def model(program: Program) -> SessionModel:
    """Its model."""
    return program.model


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A file that the fake engine takes for a photo."""
    path = tmp_path / "me.jpg"
    path.write_bytes(b"a photo")
    return path


@pytest.fixture
def with_photo(qtbot: QtBot, model: SessionModel, photo: Path) -> SessionModel:
    """The model with one usable photo."""
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    return model


MOST_WORK = 0.1
"""Seconds of processor time at once: twice the 50 ms that are the goal. With two trainings beside the tests, 53 ms were
seen where a quiet machine stays below the goal, for caches and cores are shared."""


class Watchdog:
    """Measures how long the GUI thread works between two turns of its event loop.

    Wall time on a machine that runs other things says nothing about the program, so the thread's own processor time is
    measured. A thread that sleeps or waits for a lock uses none; that is what the second number is for, which is only
    compared with a generous limit.
    """

    def __init__(self) -> None:
        self.longest_work = 0.0
        self.longest_wall = 0.0
        self._before: tuple[float, float] | None = None
        self._beat = QTimer()
        self._beat.timeout.connect(self._turn)
        self._beat.start(0)

    def _turn(self) -> None:
        now = (time.thread_time(), time.monotonic())
        if self._before is not None:
            self.longest_work = max(self.longest_work, now[0] - self._before[0])
            self.longest_wall = max(self.longest_wall, now[1] - self._before[1])
        self._before = now

    def stop(self) -> None:
        """Stop measuring."""
        self._beat.stop()


@pytest.fixture
def watchdog() -> Iterator[Watchdog]:
    """Fails a test in which the GUI thread worked for more than `MOST_WORK` at once, or stood still for a second."""
    watching = Watchdog()
    yield watching
    watching.stop()
    assert watching.longest_work <= MOST_WORK, (
        f"the GUI thread worked for {watching.longest_work * 1000:.0f} ms at once"
    )
    assert watching.longest_wall <= 1.0, f"the GUI thread stood still for {watching.longest_wall:.1f} s"


Answer = Callable[[Callable[[], None]], None]


@pytest.fixture
def soon() -> Answer:
    """Call something from the event loop of a dialog that is about to open."""
    return lambda call: QTimer.singleShot(200, call)
