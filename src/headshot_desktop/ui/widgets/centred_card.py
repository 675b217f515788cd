"""A card in the middle of the window, for pages that say one thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


class CentredCard(QWidget):
    """A page of one card, `width` pixels wide; subclasses set `title` and fill `column`. A low window scrolls it.

    What is pinned stays in view below it.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self.card.setFixedWidth(width)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 3 * GRID)
        self.column.setSpacing(2 * GRID)
        self.title = label("", "title")
        self.column.addWidget(self.title)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)  # without an alignment, or the words' heights are guessed at the wrong width
        row.addStretch(1)
        inside = QWidget(self)
        inside.setObjectName("body")
        centred = QVBoxLayout(inside)
        centred.addStretch(1)
        centred.addLayout(row)
        centred.addStretch(2)
        self.area = area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(area, 1)

    def pin(self, buttons: QHBoxLayout) -> None:
        """Put a row below what scrolls, as wide as the card's inside: an answer must not be below the fold."""
        bar = QFrame(self)
        bar.setProperty("role", "shield")
        holder = QWidget(bar)
        holder.setFixedWidth(self.card.maximumWidth() - 8 * GRID)
        buttons.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(buttons)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, GRID, 0, GRID)
        row.addStretch(1)
        row.addWidget(holder)
        row.addStretch(1)
        self._whole.addWidget(bar)
