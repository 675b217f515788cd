"""What goes wrong behind a page is told on it, and is gone after a wipe."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences, agreed
from headshot_desktop.ui.application import Program, translate
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.consent import text_hash
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script


def test_settings_that_cannot_be_kept_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    path = tmp_path / "taken" / "preferences.json"
    program = Program(build_studio(FakeEngine(script())), Preferences(agreed(text_hash())), path)
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
    model.add_files([tmp_path / "secret-name.jpg"])
    banner = window.pages["photos"].banner
    qtbot.waitUntil(banner.isVisible)
    model.wipe()
    qtbot.waitUntil(banner.isHidden)


@pytest.mark.parametrize("language", ["fr", "C"])
def test_languages_without_words_of_ours_get_english_plurals(qapp: QApplication, language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    installed = translate(qapp, "system")
    try:
        assert qapp.translate("PrivacyPage", "%n picture(s)", "", 2) == "2 pictures"
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)
