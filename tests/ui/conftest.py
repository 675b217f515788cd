"""The window on the offscreen platform, over the fake engine and a real vault, with real events."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences, agreed
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.consent import text_hash
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script


@pytest.fixture
def engine() -> FakeEngine:
    """The engine behind the window; change its script to change what happens."""
    return FakeEngine(script())


@pytest.fixture
def program(qtbot: QtBot, engine: FakeEngine, tmp_path: Path) -> Iterator[Program]:
    """A running window, consent given."""
    made = Program(build_studio(engine), Preferences(agreed(text_hash())), tmp_path / "preferences.json")
    qtbot.addWidget(made.window)
    made.window.show()
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
