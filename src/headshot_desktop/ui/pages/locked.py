"""What is shown while the pictures are locked: nothing of them, and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


class LockedPage(QWidget):
    """Takes the place of all pages after the screen was locked or the computer slept."""

    continued = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(480)
        column = QVBoxLayout(card)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(self.tr("Your pictures are locked"), "title"))
        column.addWidget(
            label(
                self.tr("You were away. The key was taken out of memory, and everything that had seen them was ended.")
            )
        )
        self.proceed = QPushButton(self.tr("Continue"), card)
        self.proceed.setProperty("role", "primary")
        self.proceed.clicked.connect(self.continued)
        column.addWidget(self.proceed, 0, Qt.AlignmentFlag.AlignLeading)
        centred = QVBoxLayout(self)
        centred.addStretch(1)
        centred.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        centred.addStretch(2)
