"""The first screen: what happens to photos, and a question. Nothing is read before it is answered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.widgets.centred_card import CentredCard
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence

_STATEMENTS = (
    "Your photos are looked at on this computer only; this program has no way to send them anywhere.",
    "To make a headshot it measures your face: where the eyes are, how the head is turned, how the light falls.",
    "Photos and results lie in an encrypted vault whose key ends with this session; closing the program erases them.",
    "Only what you export yourself stays, in the folder that you choose.",
)
_SIGNS = ("privacy", "look", "padlock", "export")
_QUESTION = "Yes, look at my face to make headshots."


def _translated(words: str) -> str:
    return QCoreApplication.translate("ConsentPage", words)


class ConsentPage(CentredCard):
    """Four sentences, one box that is not ticked, two buttons."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, unprotected: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(640, parent)
        self.title.setText(self.tr("Before you begin"))
        for sign, statement in zip(_SIGNS, _STATEMENTS, strict=True):
            self.column.addLayout(SignedSentence(sign, _translated(statement), "quiet"))
        for sentence in sentences_words(unprotected):
            self.column.addLayout(SignedSentence("warning", sentence, "warning"))
        self.agree = QCheckBox(_translated(_QUESTION), self.card)
        self.column.addWidget(self.agree)
        self.column.addLayout(self._buttons())

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
