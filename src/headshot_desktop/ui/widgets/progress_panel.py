"""What is being made: how it looks so far, stage, share, remaining time as measured, and a Cancel that works."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import Doing
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.live_picture import LivePicture
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
    "pack": "Checking the model pack",
    "load": "Loading the model pack",
    "networks": "Loading the model pack",
    "references": "Looking at your other photos",
    "content": "Checking the content",
    "text": "Reading what you want",
    "denoise": "Drawing",
    "decode": "Making the picture of it",
    "match": "Comparing with your photos",
    "look": "Looking at your photos",
    "train": "Learning your face",
}


class ProgressPanel(QFrame):
    """Shown while something is being made."""

    cancelled = Signal(str)
    """The person stopped it: what is kept, what was not made, and what can be done."""
    left = Signal()
    """The keyboard was at Cancel, which is gone."""

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._making = model.making
        self.setProperty("role", "card")
        self.stage = label("", "heading")
        self.detail = label("", "quiet")
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._cancel)
        self.live = LivePicture(self)
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addStretch(1)
        for part in (self.stage, self.bar, self.detail):
            words.addWidget(part)
        words.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeading)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(3 * GRID)
        row.addWidget(self.live)
        row.addLayout(words, 1)
        model.making.changed.connect(self._creating)
        model.making.progressed.connect(self.show_doing)
        model.wiped.connect(self.live.clear)
        self.setVisible(model.making.busy)

    def show_doing(self, doing: Doing) -> None:
        """Show how far it is."""
        self.stage.setText(QCoreApplication.translate("Stages", _STAGES.get(doing.stage, "Working")))
        self.bar.setValue(round(doing.share * 1000))
        self.live.show_image(doing.picture)
        parts = []
        if doing.of > 1:
            parts.append(self.tr("Headshot {number} of {of}").format(number=doing.number, of=doing.of))
        if doing.remaining is not None:
            parts.append(self.tr("about %n second(s) left", "", max(1, math.ceil(doing.remaining))))
        self.detail.setText(" · ".join(parts))

    def _cancel(self) -> None:
        finished, missing = self._making.finished, self._making.waiting
        self._making.cancel()
        words = self.tr("Cancelled: %n headshot(s) were not made, and nothing of them is stored.", "", missing)
        if finished:
            kept = self.tr("%n that were finished before are kept: review them, or create more.", "", finished)
        else:
            kept = self.tr("You can begin again whenever you like.")
        self.cancelled.emit(f"{words} {kept}")

    def _creating(self, creating: bool) -> None:
        if not creating and self.cancel.hasFocus():
            QTimer.singleShot(0, self, self.left.emit)  # when the page knows what can be done now
        self.setVisible(creating)
        if creating:
            self.live.begin()
        else:
            self.live.clear()
            self.bar.setValue(0)
            self.detail.setText("")
            self.stage.setText("")
