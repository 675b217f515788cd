"""Shown when this computer lacks a protection that the person has not accepted to go without."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.centred_card import CentredCard
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence
from headshot_desktop.ui.widgets.text import label


class MissingPage(CentredCard):
    """What is missing, in sentences, and two buttons of equal weight."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, unprotected: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(640, parent)
        self.title.setText(self.tr("This computer lacks a protection"))
        for sentence in sentences_words(unprotected):
            self.column.addLayout(SignedSentence("warning", sentence, "warning"))
        self.column.addWidget(label(self.tr("No photo was read. Do you want to go on without it?"), "heading"))
        self.leave = QPushButton(self.tr("Close the program"), self)
        self.go_on = QPushButton(self.tr("Go on without it"), self)
        self.leave.clicked.connect(self.refused)
        self.go_on.clicked.connect(self.accepted)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for button in (self.leave, self.go_on):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
        self.column.addLayout(row)
