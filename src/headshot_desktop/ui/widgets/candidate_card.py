"""One finished headshot, small: picture, look, verdict, favourite."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from headshot_desktop.ui.session_model import CandidateEntry, SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.choice_card import ChoiceCard
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.ui.widgets.text import label
from headshot_desktop.ui.widgets.verdict_badge import verdict_badge

WIDTH = 176


class CandidateCard(ChoiceCard):
    """A click chooses it."""

    def __init__(self, model: SessionModel, entry: CandidateEntry, parent: QWidget | None = None) -> None:
        look = QCoreApplication.translate("Looks", entry.look.name)
        super().__init__(look, parent)
        self.entry = entry
        framing = entry.destination.framing
        height = round(WIDTH * framing.height / framing.width) if framing.width else WIDTH
        self.picture = PictureView(model, parent=self)
        self.picture.setFixedSize(WIDTH, min(height, 2 * WIDTH))
        self.picture.show_handle(entry.handle, self.tr("Headshot in the look {name}").format(name=look))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addWidget(label(f"★ {look}" if entry.favourite else look), 1)
        row.addWidget(verdict_badge(entry.candidate.fidelity, self))
        column.addLayout(row)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All cards are of one width."""
        return QSize(WIDTH + 2 * GRID + 2, super().sizeHint().height())
