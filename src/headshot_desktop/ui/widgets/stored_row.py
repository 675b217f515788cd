"""One stored picture: what it is, how large, how old, and a way to erase it."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.ui.widgets.text import label, short
from headshot_desktop.vault.vault import Item

SIDE = 56


class StoredRow(QFrame):
    """One row of the privacy page."""

    def __init__(self, model: SessionModel, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.item = model, item
        self.setProperty("role", "card")
        self.picture = PictureView(model, parent=self)
        self.picture.setFixedSize(SIDE, SIDE)
        self.name, self.facts = label(), label("", "quiet")
        self.delete = QPushButton(self.tr("Delete"), self)
        self.delete.clicked.connect(lambda: self.model.delete(self.item.handle))
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        line.setSpacing(2 * GRID)
        line.addWidget(self.picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        words.addStretch(1)
        line.addLayout(words, 1)
        line.addWidget(self.delete)

    def refresh(self) -> None:
        """Say it as of now."""
        name, shown = self._spoken()
        self.name.setText(name)
        minutes = max(0, int((time.time() - self.item.created) // 60))
        age = self.tr("%n minute(s) old", "", minutes) if minutes else self.tr("less than a minute old")
        size = size_words(self.item.size)
        self.facts.setText(f"{size} · {age}")
        self.delete.setAccessibleName(self.tr("Delete: {name}").format(name=name))
        self.picture.show_handle(shown, name)

    def _spoken(self) -> tuple[str, str]:
        """What it is, in words, and the handle of the picture that shows it."""
        handle = self.item.handle
        for entry in self.model.photos:
            thumbnail = entry.inspection.thumbnail if entry.inspection else ""
            if handle == entry.photo.handle:
                return self.tr("Your photo {name}").format(name=short(entry.photo.name)), thumbnail
            if handle == thumbnail:
                return self.tr("Small copy of {name}").format(name=short(entry.photo.name)), handle
        for made in self.model.candidates:
            if handle == made.handle:
                return self.tr("Headshot in the look {name}").format(name=_look(made.look.name)), handle
        for look in self.model.studio.catalogue.looks:
            if handle == self.model.previews.handle(look.id):
                return self.tr("Preview of the look {name}").format(name=_look(look.name)), handle
        removed = self.model.removed
        if removed is not None and handle == removed.photo.handle:
            return self.tr("Removed photo {name}; it can still be brought back").format(
                name=short(removed.photo.name)
            ), ""
        return self.tr("Picture that is being worked on"), ""


def _look(name: str) -> str:
    return QCoreApplication.translate("Looks", name)
