"""The person's rights and where to click for each; the privacy notice; how long what is kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from headshot_desktop.app.privacy_texts import PrivacyTexts, Right
from headshot_desktop.ui.privacy.section import Section, card
from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


def words(text: str) -> str:
    """A sentence of the notice or the table, in the window's language."""
    return QCoreApplication.translate("Rights", text)


class RightsSection(Section):
    """The notice first: it is short; then the table, then the schedule."""

    key = "rights"

    def __init__(self, model: SessionModel, work: PrivacyWork, parent: QWidget | None = None) -> None:
        super().__init__(model, work, parent)
        texts = PrivacyTexts.read()
        self.heading(self.tr("Privacy notice"))
        notice, column = card(self)
        notice.setObjectName("privacy-notice")
        for question, answer in texts.notice.items():
            column.addWidget(label(words(question)))
            column.addWidget(label(words(answer), "quiet"))
            column.addSpacing(GRID // 2)
        self.column.addWidget(notice)
        self.column.addSpacing(GRID)
        self.heading(self.tr("Your rights, and where to click"))
        self.rows = [RightRow(right, self) for right in texts.rights]
        for each in self.rows:
            self.column.addWidget(each)
        self.column.addSpacing(GRID)
        self.heading(self.tr("How long what is kept"))
        self._schedule(texts)
        self.sentence(self.tr("This is no legal advice."))

    def _schedule(self, texts: PrivacyTexts) -> None:
        frame, column = card(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        for number, kept in enumerate(texts.retention):
            for place, text in enumerate((kept.what, kept.why, kept.until)):
                grid.addWidget(label(words(text), "" if place == 0 else "quiet"), number, place)
        for place, share in enumerate((3, 3, 4)):
            grid.setColumnStretch(place, share)
        column.addLayout(grid)
        self.column.addWidget(frame)


class RightRow(QFrame):
    """One right: what, what the program does, the law, a button that leads there."""

    def __init__(self, right: Right, section: RightsSection) -> None:
        super().__init__(section)
        self.right = right
        self.setProperty("role", "card")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(label(words(right.right)))
        said.addWidget(label(words(right.sentence), "quiet"))
        said.addWidget(label(right.law, "quiet"))
        self.go = section.button(self.tr("Show me"), f"right-{right.id}")
        self.go.setAccessibleName(self.tr("Show me: {right}").format(right=words(right.right)))
        self.go.clicked.connect(lambda: section.wanted.emit(right.section, right.control))
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        line.setSpacing(2 * GRID)
        line.addLayout(said, 1)
        line.addWidget(self.go)
