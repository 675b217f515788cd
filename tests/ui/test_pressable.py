from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.widgets.choice_card import ChoiceCard
from headshot_desktop.ui.widgets.drop_area import DropArea
from headshot_desktop.ui.widgets.pressable import Pressable

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def surface(qtbot: QtBot) -> Pressable:
    made = Pressable("A surface")
    qtbot.addWidget(made)
    made.resize(100, 60)
    made.show()
    return made


def test_a_whole_press_counts_once(qtbot: QtBot, surface: Pressable) -> None:
    heard: list[bool] = []
    surface.pressed.connect(lambda: heard.append(True))
    qtbot.mousePress(surface, LEFT, pos=QPoint(10, 10))
    assert not heard, "it may still be thought better of"
    qtbot.mouseRelease(surface, LEFT, pos=QPoint(10, 10))
    assert len(heard) == 1
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(surface, key)
    assert len(heard) == 4
    qtbot.keyClick(surface, Qt.Key.Key_A)
    qtbot.mouseClick(surface, Qt.MouseButton.RightButton)
    assert len(heard) == 4


def test_a_press_that_ends_or_begins_elsewhere_is_none(qtbot: QtBot, surface: Pressable) -> None:
    heard: list[bool] = []
    surface.pressed.connect(lambda: heard.append(True))
    qtbot.mousePress(surface, LEFT, pos=QPoint(10, 10))
    outside, none = QPointF(300, 10), Qt.KeyboardModifier.NoModifier
    let_go = QMouseEvent(QEvent.Type.MouseButtonRelease, outside, outside, LEFT, Qt.MouseButton.NoButton, none)
    QApplication.sendEvent(surface, let_go)
    qtbot.mouseRelease(surface, LEFT, pos=QPoint(10, 10))
    surface.setEnabled(False)
    qtbot.mouseClick(surface, LEFT)
    assert not heard


def test_screen_readers_call_it_a_button_and_can_press_it(qtbot: QtBot, surface: Pressable, qapp: QApplication) -> None:
    del qapp
    area, card = DropArea(), ChoiceCard("Navy")
    for widget in (area, card):
        qtbot.addWidget(widget)
    roles = [QAccessible.queryAccessibleInterface(widget).role() for widget in (surface, area, card)]
    assert roles == [QAccessible.Role.Button, QAccessible.Role.Button, QAccessible.Role.CheckBox]
    with qtbot.waitSignal(area.pressed):
        QAccessible.queryAccessibleInterface(area).actionInterface().doAction("Press")


def test_a_card_tells_whether_it_is_chosen_and_a_press_alone_does_not_choose_it(qtbot: QtBot) -> None:
    card = ChoiceCard("Navy")
    qtbot.addWidget(card)
    card.resize(100, 60)
    card.show()
    qtbot.mouseClick(card, LEFT)
    assert not card.chosen
    before = card.grab().toImage()
    card.set_chosen(True)
    assert QAccessible.queryAccessibleInterface(card).state().checked
    assert card.accessibleName() == "Navy, chosen"
    assert card.grab().toImage() != before
    card.set_chosen(False)
    assert card.accessibleName() == "Navy"
