"""All candidates below each other, to choose from; the newest first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.candidate_card import CandidateCard

CARD_WIDTH = 112


class CandidateStrip(QScrollArea):
    """Tells which candidate was chosen by click or key; what that means is the page's business."""

    picked = Signal(str)

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.cards: dict[str, CandidateCard] = {}
        self._shown = ""
        self.setAccessibleName(self.tr("All headshots"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(GRID // 2, 0, GRID // 2, 0)  # alike: the scroll bar may be at either side
        self._column.setSpacing(GRID)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setFixedWidth(CARD_WIDTH + 5 * GRID)

    def refresh(self, chosen: tuple[str, ...]) -> None:
        """Show the model's candidates, the chosen ones marked; cards that stay are kept, with their pictures."""
        wanted = [entry.handle for entry in reversed(self.model.candidates)]
        for handle in [handle for handle in self.cards if handle not in wanted]:
            gone = self.cards.pop(handle)
            gone.hide()
            gone.deleteLater()
        for place, entry in enumerate(reversed(self.model.candidates)):
            card = self.cards.get(entry.handle)
            if card is None:
                card = CandidateCard(self.model, entry, self.widget(), width=CARD_WIDTH)
                card.pressed.connect(partial(self.picked.emit, entry.handle))
                self._column.insertWidget(place, card)
                self.cards[entry.handle] = card
            card.show_entry(entry)
            card.set_chosen(entry.handle in chosen)
        if chosen and chosen[0] != self._shown and chosen[0] in self.cards:
            self._shown = chosen[0]
            QTimer.singleShot(0, self, self._show_chosen)

    def _show_chosen(self) -> None:
        if card := self.cards.get(self._shown):
            self.ensureWidgetVisible(card)
