"""What people must see of policies that are not applied as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from headshot_desktop.core.policy import Effect, Notice
from headshot_desktop.ui.policy_words import notice_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label


class PolicyNotices(QFrame):
    """A frame with one sentence for each notice; not there when there is none."""

    def __init__(self, notices: Sequence[Notice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences = [notice_words(notice) for notice in notices]
        closed = any(notice.effect is Effect.CLOSED for notice in notices)
        self.setProperty("role", "banner-bad" if closed else "banner-warning")
        self.setAccessibleName(" ".join(self.sentences))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for sentence in self.sentences:
            row = QHBoxLayout()
            row.setSpacing(2 * GRID)
            row.addWidget(Sign("warning", "bad" if closed else "warning", self), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(sentence), 1)
            column.addLayout(row)
        if not self.sentences:
            self.hide()
