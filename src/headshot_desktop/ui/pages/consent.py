"""The first screen: what happens to photos, and a question. Nothing is read before it is answered."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence
from headshot_desktop.ui.widgets.text import label

_STATEMENTS = (
    "Your photos are looked at on this computer only; this program has no way to send them anywhere.",
    "To make a headshot it measures your face: where the eyes are, how the head is turned, how the light falls.",
    "Photos and results lie in an encrypted vault whose key ends with this session; closing the program erases them.",
    "Only what you export yourself stays, in the folder that you choose.",
)
_SIGNS = ("privacy", "look", "padlock", "export")
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
        card.setFixedWidth(640)
        column = QVBoxLayout(card)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(self.tr("Before you begin"), "title"))
        for sign, statement in zip(_SIGNS, _STATEMENTS, strict=True):
            column.addLayout(SignedSentence(sign, _translated(statement), "quiet"))
        for sentence in unprotected:
            column.addLayout(SignedSentence("warning", sentence, "warning"))
        self.agree = QCheckBox(_translated(_QUESTION), card)
        column.addWidget(self.agree)
        column.addLayout(self._buttons())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)  # without an alignment, or the words' heights are guessed at the wrong width
        row.addStretch(1)
        inside = QWidget(self)
        inside.setObjectName("body")
        centred = QVBoxLayout(inside)
        centred.addStretch(1)
        centred.addLayout(row)
        centred.addStretch(2)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

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
