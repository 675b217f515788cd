from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.retention import Retention
from headshot_desktop.core.options import SETTINGS
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences, read_preferences
from headshot_desktop.ui.application import Program, translate
from headshot_desktop.ui.pages.settings import SettingsPage
from headshot_desktop.ui.widgets.signed_sentence import Sign
from tests.policies import PolicyTree
from tests.scripts import script

Managing = Callable[..., Program]


@pytest.fixture
def tree(tmp_path: Path) -> PolicyTree:
    return PolicyTree(tmp_path / "system")


@pytest.fixture
def managing(qtbot: QtBot, tree: PolicyTree, tmp_path: Path) -> Iterator[Managing]:
    """Starts the window under the policy files of `tree`, with what the person has set."""
    made = []

    def start(**settings: str | int | bool) -> Program:
        studio = build_studio(FakeEngine(script()), managed=tree.managed(), retention=Retention(15))
        program = Program(studio, Preferences(settings), tmp_path / "preferences.json")
        qtbot.addWidget(program.window)
        program.window.show()
        program.window.show_page("settings")
        made.append(program)
        return program

    yield start
    for program in made:
        program.close()


def _page(program: Program) -> SettingsPage:
    found = program.window.pages["settings"]
    assert isinstance(found, SettingsPage)
    return found


def _texts(page: SettingsPage) -> str:
    return "\n".join(part.text() for part in page.findChildren(QLabel) if part.isVisibleTo(page))


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
    assert "organisation" not in _texts(page)


def test_what_the_organisation_has_set_cannot_be_changed(tree: PolicyTree, managing: Managing) -> None:
    path = tree.put({"look": "navy", "language": "de"})
    program = managing(look="studio-white")
    page = _page(program)
    for name in ("look", "language"):
        editor = page.editors[name]
        assert not editor.isEnabled()
        assert str(path) in editor.toolTip()
        assert "Set by your organisation" in editor.accessibleDescription()
        assert str(path) in editor.accessibleDescription()
    look = page.editors["look"]
    assert isinstance(look, QComboBox)
    assert look.currentData() == "navy"
    assert program.model.look.id == "navy"
    assert page.editors["retention"].isEnabled()
    padlocks = [sign for sign in page.findChildren(Sign) if sign.accessibleName() == "Set by your organisation"]
    assert len(padlocks) == 2
    assert all(str(path) in sign.toolTip() for sign in padlocks)
    assert "Set by your organisation." in _texts(page)


def test_a_limit_leaves_the_stricter_choices(qtbot: QtBot, tree: PolicyTree, managing: Managing) -> None:
    tree.put({"retention": 10})
    program = managing(retention=60)
    minutes = _page(program).editors["retention"]
    assert isinstance(minutes, QSpinBox)
    assert minutes.isEnabled()
    assert (minutes.value(), minutes.maximum()) == (10, 10)
    assert program.studio.retention.minutes == 10
    qtbot.keyClick(minutes, Qt.Key.Key_Up)
    assert program.studio.retention.minutes == 10
    qtbot.keyClick(minutes, Qt.Key.Key_Down)
    assert program.studio.retention.minutes == 9
    program._set("retention", 240)  # around the window's editor
    assert program.studio.retention.minutes == 10
    assert "at most 10 minute" in _texts(_page(program))


def test_recommended_is_shown_and_can_be_changed(tree: PolicyTree, managing: Managing) -> None:
    tree.put({"look": "navy", "retention": 5, "for": "teams,slack"}, recommended=True)
    program = managing()
    page = _page(program)
    look, minutes, places = page.editors["look"], page.editors["retention"], page.editors["for"]
    assert isinstance(look, QComboBox)
    assert isinstance(minutes, QSpinBox)
    assert isinstance(places, QComboBox)
    assert look.isEnabled()
    assert look.currentData() == "navy"
    assert minutes.value() == 5
    assert places.currentText() == "Microsoft Teams, Slack"
    assert [entry.id for entry in program.model.destinations] == ["teams", "slack"]
    assert "Your organisation recommends: Navy" in _texts(page)
    assert "Your organisation recommends: 5 minutes" in _texts(page)
    assert "recommends" in look.accessibleDescription()
    assert not [sign for sign in page.findChildren(Sign) if sign.accessibleName()], "nothing is locked"
    minutes.setValue(60)
    assert program.studio.retention.minutes == 60


def test_limits_beside_the_settings_are_told(tree: PolicyTree, managing: Managing) -> None:
    path = tree.put(
        {
            "allowed-destinations": ["linkedin", "teams", "mars"],
            "allowed-looks": ["navy", "auto"],
            "allowed-formats": ["jpeg"],
            "export-folders": ["/srv/headshots"],
            "clipboard": False,
            "camera": False,
            "key-store": "session-memory",
            "accept-unprotected": False,
        }
    )
    program = managing()
    page, texts = _page(program), _texts(_page(program))
    for words in (
        "Headshots are made only for: LinkedIn, Microsoft Teams.",
        "Looks are limited to: Automatic, Navy.",
        "Files are written only as: JPEG.",
        "Files are saved only in: /srv/headshots.",
        "cannot be copied to the clipboard",
        "The camera is switched off.",
        "in this program's memory only",
        "only where every protection is there",
        "names what this version does not have: mars",
    ):
        assert words in texts
    row = next(part for part in page.findChildren(QLabel) if "clipboard" in part.text())
    assert str(path) in row.toolTip()
    assert str(path) in row.accessibleDescription()
    look = page.editors["look"]
    assert isinstance(look, QComboBox)
    assert [look.itemData(number) for number in range(look.count())] == ["auto", "navy"]


@pytest.mark.parametrize("key", ["settings", "privacy"])
@pytest.mark.parametrize(
    ("values", "mode", "says"),
    [({"retention": 10}, 0o666, "is there but ignored"), ({"clipbord": False}, 0o644, "cannot be applied")],
)
def test_what_is_not_applied_is_seen(
    tree: PolicyTree, managing: Managing, key: str, values: dict[str, object], mode: int, says: str
) -> None:
    tree.put(values).chmod(mode)
    page = managing().window.pages[key]
    shown = [part.text() for part in page.findChildren(QLabel) if part.isVisibleTo(page)]
    assert any(says in text for text in shown)


def test_while_the_program_is_closed_no_photo_is_taken(
    qtbot: QtBot, tree: PolicyTree, managing: Managing, photo: Path
) -> None:
    tree.put({"clipbord": False})
    program = managing()
    program.window.show_page("photos")
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: not program.tasks.busy)
    page = program.window.pages["photos"]
    qtbot.waitUntil(page.banner.isVisible)
    assert "clipbord" in page.banner.words.text()
    assert program.model.photos == ()
    assert program.studio.items() == ()


def test_a_folder_that_is_not_allowed_is_told_on_the_export_page(
    qtbot: QtBot, tree: PolicyTree, managing: Managing, photo: Path, tmp_path: Path
) -> None:
    tree.put({"export-folders": [str(tmp_path / "allowed")]})
    program = managing()
    model, window = program.model, program.window
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not program.tasks.busy)
    model.create()
    qtbot.waitUntil(lambda: len(model.candidates) == 1 and not program.tasks.busy)
    window.show_page("export")
    (entry,), (destination,) = model.to_export, model.destinations
    page = window.pages["export"]
    model.exports.write(entry, destination, tmp_path / "elsewhere" / "me.jpg")
    qtbot.waitUntil(page.banner.isVisible)
    assert "allows headshots to be saved only in" in page.banner.words.text()
    assert not (tmp_path / "elsewhere").exists()
    model.exports.write(entry, destination, tmp_path / "allowed" / "me.jpg")
    qtbot.waitUntil((tmp_path / "allowed" / "me.jpg").exists)
    qtbot.waitUntil(lambda: not program.tasks.busy)
    model.wipe()


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_a_small_window_shows_everything(
    tree: PolicyTree, managing: Managing, qapp: QApplication, language: str
) -> None:
    tree.put({"look": "navy", "retention": 10, "export-folders": ["/srv/" + "long-name/" * 30], "clipboard": False})
    tree.put({"for": "teams"}, recommended=True)
    tree.put({}, "ignored.json").chmod(0o666)
    installed = translate(qapp, language)
    try:
        page = _page(managing())
        page.setParent(None)
        page.resize(720 - 180, 480)  # what the step bar leaves of a window of 720 × 480
        page.show()
        qapp.processEvents()
        inside = page.area.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= page.area.viewport().width(), "nothing is cut off at the side"
        assert page.area.horizontalScrollBar().maximum() == 0
    finally:
        page.close()
        for translator in installed:
            qapp.removeTranslator(translator)
        translate(qapp, "en")
