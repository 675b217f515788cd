"""The card on the export page that says what files will tell about themselves, and the switch for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.core.mark_words import WITHOUT, WRITTEN, summary
from headshot_desktop.core.marks import Marks
from headshot_desktop.ui.engine_words import engine_words, sentences_words
from headshot_desktop.ui.marking import Marking
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label, safe


class MarkCard(QFrame):
    """A switch and one line; behind “Why?” what it writes into these files, and what leaving it out means."""

    def __init__(self, marking: Marking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._marking = marking
        self._marks: tuple[Marks, ...] = ()
        self.switch = QCheckBox(self.tr("Say how the picture was made"), self)
        self.switch.setEnabled(not marking.locked)
        self.brief = label("", "quiet")
        self.why = QPushButton(self.tr("Why?"), self)
        self.why.setAccessibleName(self.tr("Why? What the marks say, and what it means to leave them out"))
        self.why.setProperty("role", "plain")
        self.why.setCheckable(True)
        self.why.toggled.connect(self._show)
        self.says = label(engine_words(WRITTEN), "quiet")
        self.each = label("", "quiet")
        self.without = [label(words, "quiet") for words in sentences_words(WITHOUT)]
        self.switch.setAccessibleDescription(" ".join(sentences_words(WITHOUT)))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self._head())
        column.addWidget(self.switch)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.brief, 1)
        line.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        for part in (self.says, self.each, *self.without):
            column.addWidget(part)
        self.switch.toggled.connect(lambda on: marking.switch(on=on))
        marking.changed.connect(self._show)
        self._show()

    def show_marks(self, marks: Sequence[Marks]) -> None:
        """What the files that would be written now will say."""
        self._marks = tuple(dict.fromkeys(marks))
        self._show()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(label(self.tr("Marks"), "heading"))
        if self._marking.locked:
            sign = Sign("padlock", "quiet", self)
            sign.setAccessibleName(self.tr("Set by your organisation"))
            sign.setToolTip(self.tr("Set by your organisation"))
            head.addWidget(sign)
        head.addStretch(1)
        return head

    def _show(self) -> None:
        on = self._marking.on
        self.switch.setChecked(on)
        self.brief.setText(
            self.tr("The file tells everyone that a program worked on it.")
            if on
            else self.tr("The file will not tell that a program worked on it.")
        )
        told = self.why.isChecked()
        self.says.setVisible(told and on)
        self.each.setText(safe("\n".join(engine_words(summary(marks)) for marks in self._marks)))
        self.each.setVisible(told and on and bool(self._marks))
        for part in self.without:
            part.setVisible(told)
