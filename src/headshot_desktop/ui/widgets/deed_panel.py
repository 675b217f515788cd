"""Something that takes its time: what it is, how far it is, the seconds that are left, and a Cancel."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


class DeedPanel(QFrame):
    """Hidden while nothing goes on."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title, self.detail = label("", "heading"), label("", "quiet")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        column.setSpacing(GRID // 2)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.detail)
        self.hide()

    def begin(self, words: str) -> None:
        """Something goes on; empty when nothing does any more."""
        if words and self.isHidden():
            self.bar.setRange(0, 0)
            self.detail.setText("")
            self.cancel.setEnabled(True)
        self.title.setText(words)
        self.setVisible(bool(words))

    def show_share(self, share: float, words: str = "", left: float | None = None) -> None:
        """How far it is, 0–1; what that is in words; the seconds that are left."""
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(share * 1000))
        parts = [words] if words else []
        if left is not None:
            parts.append(self._left(left))
        self.detail.setText(" · ".join(parts))

    def _left(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("about %n second(s) left", "", max(1, math.ceil(seconds)))
        return self.tr("about %n minute(s) left", "", round(seconds / 60))
