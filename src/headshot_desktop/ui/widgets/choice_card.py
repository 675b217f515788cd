"""A card that is chosen by click or key: the base of look, destination and candidate cards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget


class ChoiceCard(QFrame):
    """Reports `pressed`; shows with a frame whether it is chosen, and tells screen readers."""

    pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("role", "card")
        self.setProperty("choice", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.chosen = False
        self.setAccessibleName(name)

    def set_name(self, name: str) -> None:
        """What screen readers call it."""
        self._name = name
        self.setAccessibleName(self.tr("{name}, chosen").format(name=name) if self.chosen else name)

    def set_chosen(self, chosen: bool) -> None:
        """Show whether this is the choice; only a change costs anything."""
        if chosen == self.chosen:
            return
        self.chosen = chosen
        self.setProperty("chosen", "true" if chosen else "false")
        self.setAccessibleName(self.tr("{name}, chosen").format(name=self._name) if chosen else self._name)
        self.style().unpolish(self)
        self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click inside chooses."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """So do Space and Enter."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
