"""One finished headshot, small: picture, look, verdict, favourite."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import CandidateEntry
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.choice_card import ChoiceCard
from headshot_desktop.ui.widgets.look_words import entry_words, photo_words
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.ui.widgets.text import label
from headshot_desktop.ui.widgets.verdict_badge import note_badge, verdict_badge

WIDTH = 176
NARROW = 200
"""Pixels below which the verdict stands under the look's name."""


class CandidateCard(ChoiceCard):
    """A click chooses it."""

    def __init__(
        self, model: SessionModel, entry: CandidateEntry, parent: QWidget | None = None, *, width: int = WIDTH
    ) -> None:
        super().__init__("", parent)
        self.entry, self._width, self._model = entry, width, model
        framing = entry.destination.framing
        height = round(width * framing.height / framing.width) if framing.width else width
        self.picture = PictureView(model, parent=self)
        self.picture.setFixedSize(width, min(height, 2 * width))
        self.title = label()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        narrow = width < NARROW
        words = QBoxLayout(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        words.setSpacing(0 if narrow else GRID)
        words.addWidget(self.title, 1)
        self.photo = label("", "quiet")
        self.photo.setWordWrap(False)
        words.addWidget(verdict_badge(entry.candidate.fidelity, self, rejected=entry.rejected))
        column.addLayout(words)
        column.addWidget(self.photo)
        self.reasons = label(" ".join(sentences_words(entry.candidate.fidelity.reasons)), "bad", self)
        self.reasons.setVisible(entry.rejected)
        column.addWidget(self.reasons)
        self.note = note_badge(entry.candidate.notes, self)
        if self.note is not None:
            column.addWidget(self.note)
        column.addStretch(1)  # beside a higher card the picture stays at the top
        self.show_entry(entry)

    def show_entry(self, entry: CandidateEntry) -> None:
        """Show the same picture's present state."""
        self.entry = entry
        look = entry_words(entry, self._model.studio.catalogue)
        self.picture.show_handle(entry.handle, self.tr("Headshot in the look {name}").format(name=look))
        self.title.setText(f"★ {look}" if entry.favourite else look)
        self._show_photo(photo_words(entry, self._model))
        if entry.rejected:
            look = self.tr("{name}, rejected").format(name=look)
        elif entry.favourite:
            look = self.tr("{name}, favourite").format(name=look)
        photo = self.photo.toolTip()
        self.set_name(f"{look}, {photo}" if photo else look)

    def _show_photo(self, name: str) -> None:
        """Which photo it was made from, in one line; all of the name as a tool tip and for screen readers."""
        self.photo.setVisible(bool(name))
        words = self.tr("from {name}").format(name=name) if name else ""
        self.photo.setToolTip(words)
        self.photo.ensurePolished()
        metrics = self.photo.fontMetrics()
        shown = words if metrics.horizontalAdvance(words) <= self._width else name
        self.photo.setText(metrics.elidedText(shown, Qt.TextElideMode.ElideMiddle, self._width))
        self.photo.setAccessibleName(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All cards are of one width; words that wrap in it make a card higher."""
        width = self._width + 2 * GRID + 4
        return QSize(width, max(super().sizeHint().height(), self.heightForWidth(width)))
