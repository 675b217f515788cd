from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.core.options import SETTINGS
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences, agreed, read_preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.pages.consent import text_hash
from headshot_desktop.ui.pages.settings import SettingsPage
from tests.scripts import script


def _page(program: Program) -> SettingsPage:
    found = program.window.pages["settings"]
    assert isinstance(found, SettingsPage)
    return found


def test_what_is_set_is_kept_and_takes_effect_at_the_next_start(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    page = _page(program)
    program.window.show_page("settings")
    minutes, look = page.editors["retention"], page.editors["look"]
    assert isinstance(minutes, QSpinBox)
    assert isinstance(look, QComboBox)
    qtbot.keyClick(minutes, Qt.Key.Key_Up)
    assert program.studio.retention.minutes == 16, "at once"
    look.setFocus()
    qtbot.keyClicks(look, "Navy")
    qtbot.waitUntil(lambda: not program.tasks.busy)
    kept = read_preferences(tmp_path / "preferences.json")
    assert kept.settings == {"retention": 16, "look": "navy"}
    again = Program(build_studio(FakeEngine(script())), kept, tmp_path / "preferences.json")
    qtbot.addWidget(again.window)
    assert again.model.look.id == "navy"
    again.close()


def test_every_setting_has_an_editor_with_a_name(program: Program) -> None:
    page = _page(program)
    assert set(page.editors) == set(SETTINGS)
    assert all(editor.accessibleName() for editor in page.editors.values())


def test_what_the_organisation_has_set_cannot_be_changed(qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(
        build_studio(FakeEngine(script())),
        Preferences(agreed(text_hash())),
        tmp_path / "preferences.json",
        locked={"retention": "Set by your organisation."},
    )
    qtbot.addWidget(program.window)
    program.window.show()
    page = _page(program)
    assert not page.editors["retention"].isEnabled()
    assert page.editors["look"].isEnabled()
    assert any("Set by your organisation." in part.text() for part in page.findChildren(QLabel))
    program.close()
