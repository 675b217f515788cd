"""One engine: what it does, what it needs, how long it takes here."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from headshot_desktop.ui.quantities import memory_words, seconds_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.choice_card import ChoiceCard
from headshot_desktop.ui.widgets.text import label


class EngineCard(ChoiceCard):
    """A disabled one says why."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._words = words
        self.setAccessibleDescription(words)
        self.estimate = label("", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(label(name, "heading"))
        column.addWidget(label(words))
        column.addWidget(self.estimate)
        column.addStretch(1)  # cards beside each other are of one height; their words begin at the same line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_estimate(self, seconds: float | None, peak_mb: float | None, *, given_up: bool = False) -> None:
        """Say what was measured here, when it will be while nothing was, or that it could not be."""
        if seconds is None and given_up:
            words = self.tr("How long it takes here could not be measured.")
        elif seconds is None:
            words = self.tr("How long it takes here is measured with your first headshot.")
        elif peak_mb is None:
            words = self.tr("{seconds} per headshot, measured here").format(seconds=seconds_words(seconds))
        else:
            words = self.tr("{seconds} per headshot, about {memory} of memory, measured here").format(
                seconds=seconds_words(seconds), memory=memory_words(peak_mb)
            )
        self.estimate.setText(words)
        self.setAccessibleDescription(self._words)

    def show_need(self, words: str) -> None:
        """Say what it needs that is not there."""
        self.estimate.setText(words)
        self.setAccessibleDescription(f"{self._words} {words}")
