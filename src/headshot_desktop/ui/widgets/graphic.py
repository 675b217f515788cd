"""What screen readers call a picture: the base of everything that paints one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class Graphic(QLabel):
    """Subclasses paint it themselves.

    Qt gives a plain widget the role of a filler, which screen readers pass over; a label that holds a pixmap has that
    of a picture. The one in here is a transparent dot that nobody paints.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        dot = QPixmap(1, 1)
        dot.fill(Qt.GlobalColor.transparent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setPixmap(dot)
