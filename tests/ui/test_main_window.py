from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import STEPS, MainWindow
from headshot_desktop.ui.pages.consent import ConsentPage
from headshot_desktop.ui.pages.privacy import PrivacyPage
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script


def test_nothing_can_be_added_before_the_consent(qtbot: QtBot, tmp_path: Path, unanswered: Record) -> None:
    path = tmp_path / "preferences.json"
    program = Program(build_studio(FakeEngine(script()), record=unanswered), Preferences(), path)
    qtbot.addWidget(program.window)
    program.window.show()
    assert not program.window.pages
    consent = program.window.centralWidget()
    assert isinstance(consent, ConsentPage)
    assert not consent.begin.isEnabled()
    qtbot.mouseClick(consent.agree, Qt.MouseButton.LeftButton, pos=consent.agree.rect().center() / 4)
    consent.agree.setChecked(True)
    qtbot.mouseClick(consent.begin, Qt.MouseButton.LeftButton)
    assert program.window.shown == "photos"
    qtbot.waitUntil(lambda: not program.tasks.busy)
    answer = unanswered.consents()[Purpose.ANALYSIS]
    assert answer.valid
    program.close()


def test_every_step_is_reached_by_mouse_and_by_key(qtbot: QtBot, window: MainWindow) -> None:
    for number, key in enumerate(STEPS, start=1):
        qtbot.mouseClick(window.steps.buttons[key], Qt.MouseButton.LeftButton)
        assert window.shown == key
        window.show_page("privacy")
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.shown == key


def test_a_pasted_picture_becomes_a_photo(qtbot: QtBot, window: MainWindow, model: SessionModel) -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QApplication.clipboard().setImage(image)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: model.main is not None)
    assert [entry.photo.name for entry in model.photos] == ["Pasted picture"]


def test_wiping_leaves_nothing(qtbot: QtBot, window: MainWindow, model: SessionModel, photo: Path) -> None:
    model.add_files([photo])
    qtbot.waitUntil(lambda: len(model.items) >= 2 and not model.tasks.busy)
    window.show_page("privacy")
    page = window.pages["privacy"]
    assert isinstance(page, PrivacyPage)
    qtbot.mouseClick(page.wipe, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not model.items)
    assert model.photos == ()
    assert window.shield.vault.text() == "Nothing stored"
