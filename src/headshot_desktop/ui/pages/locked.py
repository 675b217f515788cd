"""What is shown while the pictures are locked: nothing of them, and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from headshot_desktop.ui.widgets.centred_card import CentredCard
from headshot_desktop.ui.widgets.text import label


class LockedPage(CentredCard):
    """Takes the place of all pages after the screen was locked or the computer slept."""

    continued = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(480, parent)
        self.title.setText(self.tr("Your pictures are locked"))
        self.column.addWidget(
            label(
                self.tr(
                    "You were away. Nobody sees your pictures until you continue; their key was taken out of memory."
                )
            )
        )
        self.proceed = QPushButton(self.tr("Continue"), self.card)
        self.proceed.setProperty("role", "primary")
        self.proceed.clicked.connect(self.continued)
        self.column.addWidget(self.proceed, 0, Qt.AlignmentFlag.AlignLeading)
