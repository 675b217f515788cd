"""Enter presses what has the focus, as Space does, on every page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.session_model import SessionModel

PAGES = ("photos", "look", "create", "review", "export", "privacy", "settings")


@pytest.fixture
def full(qtbot: QtBot, window: MainWindow, with_photo: SessionModel) -> MainWindow:
    """A window with something on every page."""
    with_photo.add_content(b"another", "other.jpg")
    with_photo.create([with_photo.studio.catalogue.look(name) for name in ("navy", "canvas")])
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 2 and not with_photo.tasks.busy, timeout=20_000)
    window.activateWindow()
    return window


def _told_only(button: QAbstractButton, pressed: list[QAbstractButton]) -> None:
    """What a press does is taken away from the button; it is only written down."""
    for name in ("pressed", "released", "clicked", "toggled"):
        signal = getattr(button, name)
        if button.receivers(f"2{name}({'bool' if name in {'clicked', 'toggled'} else ''})"):
            signal.disconnect()
    button.pressed.connect(lambda: pressed.append(button))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=lambda key: key.name)
@pytest.mark.parametrize("page", PAGES)
def test_the_button_that_has_the_focus_is_pressed(qtbot: QtBot, full: MainWindow, page: str, key: Qt.Key) -> None:
    full.show_page(page)
    qtbot.waitUntil(lambda: not full.model.tasks.busy, timeout=20_000)
    buttons = [
        part
        for part in full.findChildren(QAbstractButton)
        if part.isVisible() and part.isEnabled() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not isinstance(part, QCheckBox)  # Enter does not tick a box, on no system
    ]
    assert len(buttons) >= 8
    pressed: list[QAbstractButton] = []
    for button in buttons:
        _told_only(button, pressed)
        button.setFocus()
        qtbot.keyClick(button, key)
    assert [part.accessibleName() or part.text() for part in buttons if pressed.count(part) != 1] == []
