"""The window on screens that are smaller than it would like to be: the button that leads on is always in view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.main_window import STEPS, USUAL, MainWindow
from tests.ui.screens import USUAL as SCREEN


def test_a_screen_with_room_has_the_usual_window(window: MainWindow) -> None:
    assert (window.screen().size().width(), window.screen().size().height()) == SCREEN
    assert window.size() == USUAL


# 1024 × 768 with a task bar; 1280 × 800 whose words are enlarged to 200 %.
@pytest.mark.parametrize(
    "room", [QSize(1024, 728), QSize(640, 400)], ids=lambda room: f"{room.width()}x{room.height()}"
)
def test_a_small_screen_shows_the_button_that_leads_on(qtbot: QtBot, window: MainWindow, room: QSize) -> None:
    window.fit(room)
    for key in STEPS:
        window.show_page(key)
        qtbot.wait(20)
        assert window.width() <= room.width()
        assert window.height() < room.height(), "its frame has room as well"
        (leads_on,) = (
            part
            for part in window.pages[key].findChildren(QPushButton)
            if part.property("role") == "primary" and part.parentWidget() is window.pages[key]
        )
        place = QRect(leads_on.mapTo(window, leads_on.rect().topLeft()), leads_on.size())
        assert leads_on.isVisible()
        assert window.rect().contains(place), key
        assert leads_on.visibleRegion().boundingRect() == leads_on.rect(), f"{key}: something lies on it"
