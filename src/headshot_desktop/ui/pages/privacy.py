"""What is stored right now, and the ways to be rid of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.question import may_erase
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.policy_notices import PolicyNotices
from headshot_desktop.ui.widgets.stored_row import StoredRow
from headshot_desktop.ui.widgets.text import label
from headshot_desktop.vault.vault import Item

AT_ONCE = 10
"""New rows in one turn of the event loop."""


class PrivacyPage(Page):
    """A row for each stored picture, with size and age; delete one, delete all and wipe now."""

    key = "privacy"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._shown: dict[str, StoredRow] = {}
        self._soon = QTimer(self)  # the rest of a long list
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self.summary = label("", "heading")
        self.protection = label("", "quiet")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(GRID)
        self.notices = PolicyNotices(model.studio.limits.notices, self)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.protection)
        self.body.addLayout(self.rows)
        self.body.addStretch(1)
        self.wipe = QPushButton(self.tr("Wipe everything now"), self)
        self.wipe.setProperty("role", "danger")
        self.wipe.clicked.connect(self._wipe)
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
        total = size_words(sum(item.size for item in items))
        self.summary.setText(
            self.tr("%n picture(s)", "", len(items)) + f" · {total}" if items else self.tr("Nothing is stored.")
        )
        self.protection.setText(" ".join((*sentences_words(self.model.studio.notices), self._retention())))
        self.wipe.setEnabled(bool(items))
        self._list(items)

    def _list(self, items: Sequence[Item]) -> None:
        before, self._shown = self._shown, {}
        new = [item.handle for item in reversed(items) if item.handle not in before]
        if new[AT_ONCE:]:
            self._soon.start()
        wanted = [item for item in reversed(items) if item.handle not in new[AT_ONCE:]]
        for number, item in enumerate(wanted):
            row = before.pop(item.handle, None) or StoredRow(self.model, item, self)
            row.refresh()
            self._shown[item.handle] = row
            if self.rows.indexOf(row) != number:
                self.rows.removeWidget(row)
                self.rows.insertWidget(number, row)
                row.show()
        for row in before.values():
            self.rows.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _wipe(self) -> None:
        if not may_erase(self, self.model.candidates, self.tr("Erase everything")):
            return
        self.model.wipe()
        self.show_notice(self.tr("Everything was erased. Nothing is stored any more."))

    def _retention(self) -> str:
        minutes = self.model.studio.retention.minutes
        return self.tr("If unused, it is erased after %n minute(s).", "", int(minutes)) if minutes else ""
