"""The first screen: what happens to photos, and a question. Nothing is read before it is answered."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label

_STATEMENTS = (
    "Your photos are looked at on this computer only; this program has no way to send them anywhere.",
    "To make a headshot it measures your face: where the eyes are, how the head is turned, how the light falls.",
    "Photos and results lie in an encrypted vault whose key ends with this session; closing the program erases them.",
    "Only what you export yourself stays, in the folder that you choose.",
)
_QUESTION = "Yes, look at my face to make headshots."


def text_hash() -> str:
    """SHA-256 of the English words, hexadecimal: a changed text asks again."""
    return hashlib.sha256("\n".join((*_STATEMENTS, _QUESTION)).encode()).hexdigest()


def _translated(words: str) -> str:
    return QCoreApplication.translate("ConsentPage", words)


class ConsentPage(QWidget):
    """Four sentences, one box that is not ticked, two buttons."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, unprotected: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(600)
        column = QVBoxLayout(card)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(self.tr("Before you begin"), "title"))
        for statement in _STATEMENTS:
            column.addWidget(label(_translated(statement)))
        for sentence in unprotected:
            column.addWidget(label(sentence, "warning"))
        self.agree = QCheckBox(_translated(_QUESTION), card)
        column.addWidget(self.agree)
        column.addLayout(self._buttons())
        centred = QVBoxLayout(self)
        centred.addStretch(1)
        centred.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        centred.addStretch(2)

    def _buttons(self) -> QHBoxLayout:
        self.begin = QPushButton(self.tr("Begin"), self)
        self.begin.setProperty("role", "primary")
        self.begin.setEnabled(False)
        self.leave = QPushButton(self.tr("Close the program"), self)
        self.agree.toggled.connect(self.begin.setEnabled)
        self.begin.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.refused)
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.begin)
        return row
