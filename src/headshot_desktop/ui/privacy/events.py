"""What happened: the record of privacy events in plain sentences, whether it is whole, and its end."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.ui.privacy.event_words import event_words, moment_words
from headshot_desktop.ui.privacy.section import Section, row
from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.question import may_erase
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label

SHOWN = 40
"""Events that are listed, the newest first; “Show older ones” adds as many."""


SERIOUS = {EventKind.ALARM, EventKind.UNLOCK_FAILED}
"""What stands above the rest."""


def _lines(events: Iterable[Event]) -> str:
    return "\n".join(f"{moment_words(event.at)} · {event_words(event)}" for event in reversed(list(events)))


class EventsSection(Section):
    """Two sentences, the list, a button."""

    key = "events"

    def __init__(self, model: SessionModel, work: PrivacyWork, parent: QWidget | None = None) -> None:
        super().__init__(model, work, parent)
        self._most = SHOWN
        self.heading(self.tr("What happened"))
        self.sentence(
            self.tr(
                "Only these sentences and their minute are kept: no name, no path, no picture. They stay on this "
                "computer."
            )
        )
        self.state = self.sentence("", "good")
        self.warnings = self.sentence("", "warning")
        self.list = self.sentence("", "")
        self.older = self.button(self.tr("Show older ones"), "record-older")
        self.older.clicked.connect(self._more)
        self.column.addLayout(row(self.older, 1))
        self.column.addSpacing(GRID)
        self.column.addWidget(
            label(
                self.tr(
                    "Deleting the record also deletes your answers. So all pictures are erased with it, and you are "
                    "asked again."
                ),
                "quiet",
            )
        )
        self.delete = self.button(self.tr("Delete this record"), "record-delete", "danger")
        self.delete.clicked.connect(self._delete)
        self.column.addLayout(row(self.delete, 1))
        model.stored_changed.connect(self.refresh)
        model.consents_changed.connect(self.refresh)

    def refresh(self) -> None:
        """See `Section.refresh`."""
        if not self.isVisible():
            return
        record = self.model.studio.record
        events, whole = record.events(), record.whole
        shown = events[-self._most :]
        serious = [event for event in shown if event.kind in SERIOUS]
        self.list.setText(_lines(event for event in shown if event.kind not in SERIOUS))
        self.warnings.setText(_lines(serious))
        self.warnings.setVisible(bool(serious))
        if not shown:
            self.list.setText(self.tr("Nothing is recorded."))
        self.older.setVisible(len(events) > len(shown))
        self.state.setText(
            self.tr("No change from outside was found in this record.")
            if whole
            else self.tr("This record was changed from outside. What is shown is the part before the change.")
        )
        self.state.setProperty("role", "good" if whole else "bad")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.delete.setEnabled(bool(events) or not whole)

    def _more(self) -> None:
        self._most += SHOWN
        self.refresh()

    def _delete(self) -> None:
        if may_erase(self, self.model.candidates, self.tr("Delete and erase")):
            words = self.tr("The record was deleted, and every picture was erased with it.")
            self.model.delete_record(lambda _: self.said.emit(words))
