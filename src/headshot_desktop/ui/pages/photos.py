"""The step “Photos”: bring them in, see what they offer, and which one will be used."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.file_dialogs import choose_photos
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import PhotoEntry
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.drop_area import DropArea
from headshot_desktop.ui.widgets.photo_card import PhotoCard, card_key
from headshot_desktop.ui.widgets.text import label, short

FILES = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif"


class PhotosPage(Page):
    """A place to drop, a card for each photo, an offer to undo a removal."""

    key = "photos"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.drop = DropArea(self)
        self.drop.pressed.connect(self.choose_files)
        self.cards: list[PhotoCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        self.body.addWidget(self.drop)
        self.body.addLayout(self._undo_row())
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.next = self.primary(self.tr("Choose a look"))
        self.next.clicked.connect(self.step_done)
        self.foot.addStretch(1)
        self.foot.addWidget(self.next)
        model.photos_changed.connect(self.refresh)
        self.refresh()

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Photos")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("One photo is enough; with several, the best one is found. They never leave this computer.")

    def choose_files(self) -> None:
        """Ask the system for files."""
        kinds = self.tr("Photos") + f" ({FILES})"
        self.model.add_files(choose_photos(self, self.tr("Choose photos of yourself"), kinds))

    def refresh(self) -> None:
        """Show the model's photos; a card is built anew only when what it says has changed."""
        before = {card.key: card for card in self.cards}
        self.cards = []
        for entry in self.model.photos:
            card = before.pop(card_key(self.model, entry), None) or self._card(entry)
            card.refresh()
            self.cards.append(card)
        for card in before.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, card in enumerate(self.cards):
            if self._column.indexOf(card) != number:
                self._column.removeWidget(card)
                self._column.insertWidget(number, card)
        self.drop.set_compact(bool(self.cards))
        removed = self.model.removed
        self.undo.setVisible(removed is not None)
        self.undo_words.setVisible(removed is not None)
        if removed is not None:
            self.undo_words.setText(self.tr("{name} was removed.").format(name=short(removed.photo.name)))
        self.next.setEnabled(self.model.main is not None)

    def _card(self, entry: PhotoEntry) -> PhotoCard:
        card = PhotoCard(self.model, entry, self)
        card.chosen.connect(self.model.choose)
        card.removed.connect(self.model.remove)
        return card

    def _undo_row(self) -> QHBoxLayout:
        self.undo_words = label("", "quiet")
        self.undo = QPushButton(self.tr("Undo"), self)
        self.undo.setAccessibleName(self.tr("Bring the removed photo back"))
        self.undo.setProperty("role", "plain")
        self.undo.clicked.connect(self.model.undo_remove)
        row = QHBoxLayout()
        row.addWidget(self.undo_words, 1)
        row.addWidget(self.undo)
        return row
