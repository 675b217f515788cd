"""What the watch saw, in the window: one calm line that stays, leads to the Privacy Centre and stops nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from headshot_desktop.app.watch import ANSWERS, Sighting
from headshot_desktop.core.events import Alarm, Consequence, EventKind
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.session_model import SessionModel


def _settled(qtbot: QtBot, model: SessionModel) -> None:
    qtbot.waitUntil(lambda: not model.tasks.busy)


def test_nothing_is_shown_while_nothing_happens(window: MainWindow) -> None:
    assert window.alarms.isHidden()


def test_a_changed_vault_is_erased_and_told_in_one_line(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel
) -> None:
    folder = with_photo.studio._vault.folder
    assert folder is not None
    (folder / "stranger").write_text("x")
    qtbot.waitUntil(window.alarms.isVisible, timeout=8000)
    _settled(qtbot, with_photo)
    assert window.alarms.words.text().startswith("Something changed the files of the vault. Your pictures were erased.")
    assert with_photo.items == ()
    assert with_photo.photos == ()
    assert QApplication.activeModalWidget() is None
    assert [event.facts["what"] for event in with_photo.studio.record.events() if event.kind is EventKind.ALARM][
        -1:
    ] == ["tampered"]
    window.show_page("photos")
    qtbot.mouseClick(window.alarms.more, Qt.MouseButton.LeftButton)
    assert window.shown == "privacy"
    assert window.alarms.isVisible(), "it stays until it is closed"
    qtbot.mouseClick(window.alarms.close_button, Qt.MouseButton.LeftButton)
    assert window.alarms.isHidden()


def test_a_locked_window_says_why(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel, engine: FakeEngine
) -> None:
    engine.script.attempts["connection"] = 1
    qtbot.waitUntil(lambda: with_photo.locked and window.alarms.isVisible(), timeout=8000)
    _settled(qtbot, with_photo)
    assert window.whole.currentWidget() is window.locked
    assert "Your pictures were locked." in window.alarms.words.text()
    assert window.alarms.more.isHidden(), "there is nowhere to go to while it is locked"
    with_photo.unlock()
    qtbot.waitUntil(lambda: not with_photo.locked)
    _settled(qtbot, with_photo)
    assert window.alarms.more.isVisible()
    assert len(with_photo.photos) == 1


def test_many_alarms_are_one_line_and_one_announcement_each(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("headshot_desktop.ui.widgets.alarm_line.announce", lambda _, words: said.append(words))
    for count in range(1, 200):
        window.alarms.tell(Sighting(Alarm.DECODER_KILLED, Consequence.NOTICE, count))
    window.alarms.tell(Sighting(Alarm.DEBUGGER, Consequence.NOTICE))
    assert len(said) == 2
    assert window.alarms.words.text().startswith(ANSWERS[Alarm.DEBUGGER].what)
    assert window.alarms.words.text().endswith("There is 1 more message of this kind.")
    window.alarms.tell(Sighting(Alarm.DECODER_KILLED, Consequence.NOTICE, 200))
    assert "(200 time" in window.alarms.words.text()
    assert window.alarms.height() < 120


def test_what_could_not_be_done_is_said(window: MainWindow) -> None:
    window.alarms.tell(Sighting(Alarm.DEBUGGER, Consequence.NOTICE, 1, "The folder cannot be removed. Delete it."))
    assert "The folder cannot be removed. Delete it." in window.alarms.words.text()


def test_a_screen_reader_finds_the_same_words(window: MainWindow) -> None:
    assert window.alarms.accessibleName() == ""
    window.alarms.tell(Sighting(Alarm.DEBUGGER, Consequence.NOTICE))
    assert window.alarms.accessibleName() == window.alarms.words.text()
    assert window.alarms.close_button.accessibleName() == "Close this message"
