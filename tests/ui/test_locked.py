from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.vault.keys import choose_key_store
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.lock_watch import Away


def test_away_locks_and_continue_brings_everything_back(
    qtbot: QtBot, program: Program, window: MainWindow, model: SessionModel, engine: FakeEngine, photo: Path
) -> None:
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    program.watch._on_away(Away.LOCKED)
    qtbot.waitUntil(window.locked.isVisible)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert not window.stack.isVisible(), "nothing of the pictures is to be seen"
    assert engine.rests == 1, "what had seen them has ended"
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(model.photos) == 1, "nothing comes in either"
    qtbot.keyClick(window.locked.proceed, Qt.Key.Key_Space)
    qtbot.waitUntil(window.stack.isVisible)
    model.create()
    qtbot.waitUntil(lambda: len(model.candidates) == 1)


def test_without_its_key_the_vault_is_wiped(qtbot: QtBot, model: SessionModel, photo: Path) -> None:
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    folder = model.studio._vault.folder
    assert folder is not None
    model.lock()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    choose_key_store().erase(entry_name(folder.name))
    model.unlock()
    qtbot.waitUntil(lambda: not model.locked and not model.tasks.busy)
    assert model.photos == ()
    assert not folder.exists()
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None)
