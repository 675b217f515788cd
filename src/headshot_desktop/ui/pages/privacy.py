"""What is stored right now, and the ways to be rid of it."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.ui.widgets.text import label
from headshot_desktop.vault.vault import Item


class PrivacyPage(Page):
    """A row for each stored picture, with size and age; delete one, delete all and wipe now."""

    key = "privacy"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.summary = label("", "heading")
        self.protection = label("", "quiet")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(GRID)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.protection)
        self.body.addLayout(self.rows)
        self.body.addStretch(1)
        self.wipe = QPushButton(self.tr("Wipe everything now"), self)
        self.wipe.setProperty("role", "danger")
        self.wipe.clicked.connect(model.wipe)
        self.foot.addWidget(self.wipe)
        self.foot.addStretch(1)
        model.stored_changed.connect(self.refresh)

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Privacy")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("Everything that this program holds of you. It is erased when you close the window.")

    def entered(self) -> None:
        """See `Page.entered`."""
        self.refresh()
        self.model.refresh_stored()

    def refresh(self) -> None:
        """Read the list again, while somebody looks."""
        if not self.isVisible():
            return
        items = self.model.items
        total = sum(item.size for item in items) / 1e6
        self.summary.setText(
            self.tr("%n picture(s)", "", len(items)) + f" · {total:.1f} MB" if items else self.tr("Nothing is stored.")
        )
        self.protection.setText(" ".join((*self.model.studio.notices, self._retention())))
        self.wipe.setEnabled(bool(items))
        while (entry := self.rows.takeAt(0)) is not None:
            if widget := entry.widget():
                widget.deleteLater()
        for item in reversed(items):
            self.rows.addWidget(self._row(item))

    def _retention(self) -> str:
        minutes = self.model.studio.retention.minutes
        return self.tr("Unused, it is wiped after %n minute(s).", "", int(minutes)) if minutes else ""

    def _row(self, item: Item) -> QFrame:
        row = QFrame(self)
        row.setProperty("role", "card")
        line = QHBoxLayout(row)
        line.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        kind = self._kind(item.kind)
        picture = PictureView(self.model, parent=row)
        picture.setFixedSize(56, 56)
        picture.show_handle(item.handle if item.kind in {"thumbnail", "candidate"} else "", kind)
        line.addWidget(picture)
        minutes = max(0, int((time.time() - item.created) // 60))
        age = self.tr("%n minute(s) old", "", minutes)
        line.addWidget(label(f"{kind}\n{item.size / 1e3:.0f} kB · {age}"), 1)
        delete = QPushButton(self.tr("Delete"), row)
        delete.setAccessibleName(self.tr("Delete this picture: {kind}").format(kind=kind))
        delete.clicked.connect(lambda: self.model.delete(item.handle))
        line.addWidget(delete)
        return row

    def _kind(self, kind: str) -> str:
        return {
            "photo": self.tr("Your photo, as you gave it"),
            "thumbnail": self.tr("Small copy of your photo"),
            "candidate": self.tr("Headshot or preview"),
        }.get(kind, kind)
