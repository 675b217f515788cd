"""What goes wrong behind a page is told on it, and is gone after a wipe."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.core.errors import Bug, EngineDied
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program, translate
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.photos import PhotosPage
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.banner import ROWS_HEIGHT
from tests.scripts import script

LEFT = Qt.MouseButton.LeftButton


def test_settings_that_cannot_be_kept_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    path = tmp_path / "taken" / "preferences.json"
    program = Program(build_studio(FakeEngine(script())), Preferences(), path)
    qtbot.addWidget(program.window)
    program.window.show()
    program._set("retention", 5)
    banner = program.window.pages["photos"].banner
    qtbot.waitUntil(banner.isVisible)
    assert "could not be kept" in banner.words.text()
    assert banner.report.isHidden(), "a folder that cannot be written is no fault of the program"
    program.close()


def test_a_fault_that_nobody_waits_for_offers_its_report(qtbot: QtBot, window: MainWindow, model: SessionModel) -> None:
    def fault() -> None:
        raise ZeroDivisionError

    model.tasks.run(fault)
    banner = window.pages["photos"].banner
    qtbot.waitUntil(banner.isVisible)
    assert banner.report.isVisible()


def test_an_error_that_names_a_file_is_gone_after_a_wipe(
    qtbot: QtBot, window: MainWindow, model: SessionModel, tmp_path: Path
) -> None:
    model.add_files([tmp_path / "secret-name.jpg", tmp_path / "secret-other.jpg"])
    banner = window.pages["photos"].banner
    qtbot.waitUntil(lambda: len(banner.messages) == 2)
    assert "secret" in _all_words(window), "the control"
    model.wipe()
    assert banner.isHidden()
    assert banner.messages == ()
    assert banner.rows == []
    assert "secret" not in _all_words(window)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert banner.isHidden(), "nothing that was asked before the wipe is told after it"


def _all_words(window: MainWindow) -> str:
    """What the window's labels and buttons say, and what screen readers are told."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    parts = window.findChildren(QWidget)
    shown = [part.text() for part in parts if isinstance(part, QLabel | QAbstractButton)]
    return "\n".join([*shown, *(part.accessibleName() for part in parts)]).replace("\u200b", "")


def test_several_failures_are_listed_and_closed_one_by_one(
    qtbot: QtBot, window: MainWindow, model: SessionModel
) -> None:
    banner = window.pages["photos"].banner
    for name in ("one", "two", "three"):
        error = EngineDied("The engine stopped. Try again.")
        error.add_note(f"{name}.jpg")
        model.failed.emit("photos", error)
    assert banner.words.text().replace("(s)", "s") == "3 photos could not be used:"
    assert [row.words.text() for row in banner.rows] == [
        f"{name}.jpg: The engine stopped. Try again." for name in ("one", "two", "three")
    ]
    qtbot.mouseClick(banner.rows[1].dismiss, LEFT)
    assert [message.about for message in banner.messages] == ["one.jpg", "three.jpg"]
    banner.rows[0].dismiss.setFocus()
    qtbot.keyClick(banner.rows[0].dismiss, Qt.Key.Key_Space)
    assert banner.words.text() == "three.jpg: The engine stopped. Try again."
    assert banner.rows == []
    qtbot.mouseClick(banner.dismiss, LEFT)
    assert banner.isHidden()
    assert banner.messages == ()


def test_many_failures_scroll_and_are_closed_at_once(qtbot: QtBot, window: MainWindow, model: SessionModel) -> None:
    window.resize(720, 480)
    page = window.pages["photos"]
    banner = page.banner
    for number in range(40):
        model.failed.emit("photos", EngineDied(f"Failure {number} with a sentence. Try it again with another photo."))
    assert len(banner.rows) == 40
    bar = banner.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert banner.list.height() <= ROWS_HEIGHT
    assert banner.height() < page.height() / 2
    assert isinstance(page, PhotosPage)
    assert page.rect().contains(page.next.geometry())
    bar.setValue(bar.maximum())
    last = banner.rows[-1].dismiss
    assert banner.list.viewport().rect().contains(last.mapTo(banner.list.viewport(), last.rect().center()))
    assert "Failure 39" in last.accessibleName()
    assert banner.dismiss.accessibleName() == "Close all messages"
    qtbot.mouseClick(banner.dismiss, LEFT)
    assert banner.isHidden()


def test_the_same_failure_is_said_once_and_each_fault_has_its_own_report(
    qtbot: QtBot, window: MainWindow, model: SessionModel
) -> None:
    banner = window.pages["look"].banner
    window.show_page("look")
    first, second = Bug("first"), EngineDied("The engine stopped. Try again.")
    for error in (first, second, second):
        model.failed.emit("look", error)
    assert len(banner.rows) == 2
    assert [row.report.isHidden() for row in banner.rows] == [False, True]
    assert banner.report.isHidden()
    banner.report_wanted.disconnect()
    with qtbot.waitSignal(banner.report_wanted) as asked:
        qtbot.mouseClick(banner.rows[0].report, LEFT)
    assert asked.args == [first]
    assert banner.property("role") == "banner-bad"


def test_a_notice_does_not_hide_a_failure(window: MainWindow, model: SessionModel) -> None:
    banner = window.pages["photos"].banner
    model.failed.emit("photos", EngineDied("The engine stopped. Try again."))
    banner.show_notice("Done.")
    assert [message.sentence for message in banner.messages] == ["The engine stopped. Try again.", "Done."]
    banner.clear_passing()
    assert banner.words.text() == "The engine stopped. Try again."


@pytest.mark.parametrize("language", ["fr", "C"])
def test_languages_without_words_of_ours_get_english_plurals(qapp: QApplication, language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    installed = translate(qapp, "system")
    try:
        assert qapp.translate("Events", "You deleted %n picture(s).", "", 2) == "You deleted 2 pictures."
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)
