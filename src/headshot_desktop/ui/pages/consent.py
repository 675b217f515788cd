"""The first screen: what happens to photos, and two questions. Nothing is read before the first is answered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from headshot_desktop.core.consent import Purpose
from headshot_desktop.ui import consent_words
from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.centred_card import CentredCard
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence
from headshot_desktop.ui.widgets.text import label

_STATEMENTS = (
    "Your photos are looked at on this computer only; this program has no way to send them anywhere.",
    "To make a headshot it measures your face: where the eyes are, how the head is turned, how the light falls.",
    "Photos and results lie in an encrypted vault whose key ends with this session; closing the program erases them.",
    "What stays is what you export yourself, your settings, and a record of your answers and of privacy events that "
    "holds no name and no picture.",
)
_SIGNS = ("privacy", "look", "padlock", "export")
_INDENT = 30
"""Pixels from the box's edge to its words."""


OFFERED = (Purpose.ANALYSIS, Purpose.STATISTICS)
"""What can be agreed to in this version."""


def _translated(words: str) -> str:
    return QCoreApplication.translate("ConsentPage", words)


class ConsentPage(CentredCard):
    """Four sentences, a box for each question, none of them ticked, and two buttons of equal weight, always in view.

    What this version cannot do is not asked for.
    """

    answered = Signal(object)
    """The purposes that were agreed to, the analysis among them."""
    refused = Signal()
    language_wanted = Signal(str)
    """Key of a language. Who shows the page makes it anew in it: an answer is to the words that were read."""

    def __init__(
        self,
        unprotected: tuple[str, ...] = (),
        notice: str = "",
        parent: QWidget | None = None,
        *,
        choosing: bool = False,
    ) -> None:
        """Ask.

        Args:
            unprotected: what this system does not give, in sentences; who begins accepts it.
            notice: why it is asked again, if it is.
            parent: of the page.
            choosing: whether the language can be chosen here.
        """
        super().__init__(640, parent)
        self.title.setText(self.tr("Before you begin"))
        self.language = self._languages()
        self.language.setVisible(choosing)
        self.column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeading)
        if notice:
            self.column.addWidget(label(notice, "heading"))
        for sign, statement in zip(_SIGNS, _STATEMENTS, strict=True):
            self.column.addLayout(SignedSentence(sign, _translated(statement), "quiet"))
        for sentence in sentences_words(unprotected):
            self.column.addLayout(SignedSentence("warning", sentence, "warning"))
        self.column.addWidget(label(self.tr("Do you agree?"), "heading"))
        self.boxes = {purpose: self._asked(purpose) for purpose in OFFERED}
        self.agree = self.boxes[Purpose.ANALYSIS]
        self.column.addWidget(
            label(self.tr("Only the first is needed. You can change each answer at any time under “Privacy”."), "quiet")
        )
        self.pin(self._buttons())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard begins at the first question, and the page at its top."""
        super().showEvent(event)
        self.agree.setFocus()
        QTimer.singleShot(0, self, lambda: self.area.verticalScrollBar().setValue(0))

    def _languages(self) -> QComboBox:
        """Each language in its own name; whoever cannot read the page finds theirs all the same."""
        chosen = QComboBox(self.card)
        chosen.setAccessibleName(self.tr("Language"))
        for key, name in consent_words.LANGUAGE_NAMES.items():
            chosen.addItem(name, key)
        chosen.setCurrentIndex(chosen.findData(consent_words.shown_language()))
        chosen.activated.connect(lambda place: self._wants(str(chosen.itemData(place))))
        return chosen

    def _wants(self, language: str) -> None:
        if language != consent_words.shown_language():
            self.language_wanted.emit(language)

    def _asked(self, purpose: Purpose) -> QCheckBox:
        """A box that is not ticked, its question, and what it means in small."""
        box = QCheckBox(consent_words.question(purpose), self.card)
        meaning = [consent_words.explanation(purpose), consent_words.withdrawal(purpose)]
        box.setAccessibleDescription(" ".join(meaning))
        self.column.addWidget(box)
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT, 0, 0, GRID)
        row.addWidget(label(" ".join(meaning), "quiet"))
        self.column.addSpacing(-GRID)
        self.column.addLayout(row)
        return box

    def _buttons(self) -> QHBoxLayout:
        """Yes and no of the same size and colour, side by side."""
        self.leave = QPushButton(self.tr("Close the program"), self)
        self.begin = QPushButton(self.tr("Begin"), self)
        self.begin.setEnabled(False)
        self.agree.toggled.connect(self.begin.setEnabled)
        self.begin.clicked.connect(self._begin)
        self.leave.clicked.connect(self.refused)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for button in (self.leave, self.begin):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
        return row

    def _begin(self) -> None:
        if self.agree.checkState() is Qt.CheckState.Checked:
            self.answered.emit(tuple(purpose for purpose, box in self.boxes.items() if box.isChecked()))
