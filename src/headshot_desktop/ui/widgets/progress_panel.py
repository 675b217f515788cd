"""What is being made: stage, share, remaining time from measured speed, and a Cancel that works."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import Doing
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label

_STAGES = {
    "start": "Beginning",
    "face": "Finding your face",
    "place": "Setting the frame",
    "matte": "Cutting out, hair by hair",
    "light": "Balancing the light",
    "colour": "Cleaning the edges",
    "frame": "Setting the frame",
    "backdrop": "Painting the backdrop",
    "compose": "Putting it together",
    "check": "Checking that it is still you",
    "finish": "Finishing",
}


class ProgressPanel(QFrame):
    """Shown while something is being made."""

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.stage = label("", "heading")
        self.detail = label("", "quiet")
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(model.cancel)
        words = QVBoxLayout()
        words.addWidget(self.stage)
        words.addWidget(self.detail)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.bar)
        model.creating_changed.connect(self._creating)
        model.progressed.connect(self.show_doing)
        self.setVisible(model.creating)

    def show_doing(self, doing: Doing) -> None:
        """Show how far it is."""
        self.stage.setText(QCoreApplication.translate("Stages", _STAGES.get(doing.stage, "Working")))
        self.bar.setValue(round(doing.share * 1000))
        parts = []
        if doing.of > 1:
            parts.append(self.tr("Headshot {number} of {of}").format(number=doing.number, of=doing.of))
        if doing.remaining is not None:
            parts.append(self.tr("about %n second(s) left", "", max(1, math.ceil(doing.remaining))))
        self.detail.setText(" · ".join(parts))

    def _creating(self, creating: bool) -> None:
        self.setVisible(creating)
        if not creating:
            self.bar.setValue(0)
            self.detail.setText("")
            self.stage.setText("")
