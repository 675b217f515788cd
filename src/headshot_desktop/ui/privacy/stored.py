"""What is stored right now: a row for each picture, one for all previews; look at it, delete it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.core.personal import KIND
from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.privacy.section import Section
from headshot_desktop.ui.privacy.viewer import show_pictures
from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import PhotoEntry
from headshot_desktop.ui.stored_words import counted
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label, short
from headshot_desktop.vault.vault import Item

AT_ONCE = 10
"""New rows in one turn of the event loop."""


@dataclass(frozen=True)
class Entry:
    """What one row shows.

    Attributes:
        key: handle of the first picture, or the kind of a group.
        items: the pictures, the one that is spoken of first.
        shown: handles of the pictures that can be looked at.
        name: what it is.
        why: why it is kept; until when, where that is not as for all.
    """

    key: str
    items: tuple[Item, ...]
    shown: tuple[str, ...]
    name: str
    why: str


class StoredSection(Section):
    """The first thing that a person sees of the Privacy Centre."""

    key = "stored"

    def __init__(self, model: SessionModel, work: PrivacyWork, parent: QWidget | None = None) -> None:
        super().__init__(model, work, parent)
        self.rows: dict[str, StoredRow] = {}
        self._soon = QTimer(self)  # the rest of a long list
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self.summary = self.heading("")
        self.until = self.sentence("")
        self.protection = self.sentence("")
        self.list = QVBoxLayout()
        self.list.setSpacing(GRID)
        self.column.addLayout(self.list)
        model.stored_changed.connect(self.refresh)
        model.locked_changed.connect(self._locked)

    def refresh(self) -> None:
        """See `Section.refresh`."""
        if not self.isVisible() or self.model.locked:
            return
        items = self.model.items
        total = size_words(sum(item.size for item in items))
        self.summary.setText(" · ".join([*counted(items), total]) if items else self.tr("Nothing is stored."))
        self.until.setText(self._until() if items else self._nothing())
        notices = " ".join(sentences_words(self.model.studio.notices))
        self.protection.setText(notices)
        self.protection.setVisible(bool(notices))
        self._list(list(self._entries(items)))

    def _until(self) -> str:
        minutes = int(self.model.studio.retention.minutes)
        closing = self.tr("All of it lies in the encrypted vault and is erased when you close the window.")
        if not minutes:
            return closing
        return closing + " " + self.tr("If unused, it is erased after %n minute(s).", "", minutes)

    def _nothing(self) -> str:
        return self.tr("Photos that you add, and everything made from them, are listed here.")

    def _entries(self, items: Sequence[Item]) -> Iterator[Entry]:
        """The newest first; what was made only for showing comes last."""
        photos = (*self.model.photos, *filter(None, [self.model.removed]))
        copies = {entry.inspection.thumbnail: entry for entry in photos if entry.inspection}
        there = {item.handle: item for item in items}
        previews = tuple(item for item in items if item.kind == "preview")
        for item in reversed(items):
            if item.kind == "preview" or item.handle in copies:
                continue
            yield self._entry(item, there)
        if previews:
            yield Entry(
                "preview",
                previews,
                tuple(item.handle for item in previews),
                self.tr("%n small preview(s) of looks", "", len(previews)),
                self.tr("Made to show you each look on your own photo."),
            )

    def _entry(self, item: Item, there: dict[str, Item]) -> Entry:
        handle = item.handle
        if item.kind == KIND:
            name, why = self.tr("Model of your face"), self.tr("You had it trained to make pictures with a model pack.")
            return Entry(handle, (item,), (), name, why)
        for entry in self.model.photos:
            if handle == entry.photo.handle:
                name = self.tr("Your photo {name}").format(name=short(entry.photo.name))
                return self._photo(item, entry, there, name, self._purpose(entry))
        for made in self.model.candidates:
            if handle == made.handle:
                look = QCoreApplication.translate("Looks", made.look.name)
                name = self.tr("Headshot in the look {name}").format(name=look)
                return Entry(handle, (item,), (handle,), name, self.tr("You have not discarded it yet."))
        removed = self.model.removed
        if removed is not None and handle == removed.photo.handle:
            name = self.tr("Removed photo {name}").format(name=short(removed.photo.name))
            why = self.tr("You can bring it back for some seconds; then it is erased.")
            return self._photo(item, removed, there, name, why)
        why = self.tr("A headshot or a preview is being made with it.")
        return Entry(handle, (item,), (), self.tr("Picture that is being worked on"), why)

    def _photo(self, item: Item, entry: PhotoEntry, there: dict[str, Item], name: str, why: str) -> Entry:
        """A photo with its small copy, if it has one."""
        copy = there.get(entry.inspection.thumbnail) if entry.inspection else None
        return Entry(item.handle, (item, *filter(None, [copy])), (copy.handle,) if copy else (), name, why)

    def _purpose(self, entry: PhotoEntry) -> str:
        """Why a photo is kept."""
        main = self.model.main
        if entry.refusal is not None:
            return self.tr(
                "It cannot be used: nothing is made from it. It is kept only until you remove it or close the window."
            )
        if entry.inspection is None:
            return self.tr("It is being looked at; nothing has been made from it yet.")
        if main is not None and main.photo == entry.photo:
            return self.tr("Headshots are made from it; a small copy is for the screen.")
        return self.tr("You can choose it for your headshots; a small copy is for the screen.")

    def _list(self, entries: Sequence[Entry]) -> None:
        before, self.rows = self.rows, {}
        new = [entry.key for entry in entries if entry.key not in before]
        if new[AT_ONCE:]:
            self._soon.start()
        for number, entry in enumerate(entry for entry in entries if entry.key not in new[AT_ONCE:]):
            row = before.pop(entry.key, None) or StoredRow(self)
            row.show_entry(entry)
            self.rows[entry.key] = row
            if self.list.indexOf(row) != number:
                self.list.removeWidget(row)
                self.list.insertWidget(number, row)
                row.show()
        for row in before.values():
            self.list.removeWidget(row)
            row.forget()
            row.hide()
            row.deleteLater()

    def _locked(self, locked: bool) -> None:
        """While the window is locked not even a photo's name is kept here."""
        if locked:
            self._list([])
            self.summary.clear()
        else:
            self.refresh()


class StoredRow(QFrame):
    """What it is, how large and how old, why it is there; two buttons."""

    def __init__(self, section: StoredSection) -> None:
        super().__init__(section)
        self.section = section
        self.entry: Entry | None = None
        self.setProperty("role", "card")
        self.name, self.facts, self.why = label(), label("", "quiet"), label("", "quiet")
        self.view = self._button(self.tr("View"), "view", self._view)
        self.delete = self._button(self.tr("Delete"), "delete", self._delete)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.name, self.facts, self.why):
            words.addWidget(part)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        line.setSpacing(GRID)
        line.addLayout(words, 1)
        line.addWidget(self.view)
        line.addWidget(self.delete)

    def _button(self, words: str, name: str, pressed: Callable[[], None]) -> QPushButton:
        made = QPushButton(words, self)
        made.setObjectName(f"privacy-{name}")
        made.clicked.connect(pressed)
        return made

    def show_entry(self, entry: Entry) -> None:
        """Say it as of now."""
        self.entry = entry
        self.name.setText(entry.name)
        minutes = max(0, int((time.time() - min(item.created for item in entry.items)) // 60))
        age = self.tr("%n minute(s) old", "", minutes) if minutes else self.tr("less than a minute old")
        size = size_words(sum(item.size for item in entry.items))
        self.facts.setText(f"{size} · {age}")
        self.why.setText(entry.why)
        self.view.setVisible(bool(entry.shown))
        self.view.setAccessibleName(self.tr("View: {name}").format(name=entry.name))
        self.delete.setAccessibleName(self.tr("Delete: {name}").format(name=entry.name))

    def forget(self) -> None:
        """Say nothing any more: it may live until the event loop has time."""
        self.entry = None
        for part in (self.name, self.facts, self.why):
            part.clear()
        for button in (self.view, self.delete):
            button.setAccessibleName("")

    def _view(self) -> None:
        if self.entry is not None:
            show_pictures(self.section.model, self.entry.name, self.entry.shown, self.window())

    def _delete(self) -> None:
        if self.entry is not None:
            self.section.model.delete(*(item.handle for item in self.entry.items))
