"""The step “Export”: which pictures, for which places, to which folder, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from headshot_desktop.app.export_names import beside, file_names
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.marks import Marks, marks_of
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.check_picture import CheckDialog
from headshot_desktop.ui.pack_words import destination_rule
from headshot_desktop.ui.pages.page import LOW, Page
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import CandidateEntry, Saved
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.candidate_card import CandidateCard
from headshot_desktop.ui.widgets.destination_card import DestinationCard
from headshot_desktop.ui.widgets.file_facts import FileFacts
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.look_words import entry_words
from headshot_desktop.ui.widgets.mark_card import MarkCard
from headshot_desktop.ui.widgets.nothing_yet import NothingYet
from headshot_desktop.ui.widgets.save_place import SavePlace
from headshot_desktop.ui.widgets.save_summary import SaveSummary
from headshot_desktop.ui.widgets.saved_row import SavedRow
from headshot_desktop.ui.widgets.text import label, safe

SIDE_WIDTH = 320
NARROW = 800
"""Pixels of the page's width below which two columns do not fit."""

LARGE, SMALL, FEW = 176, 112, 3
"""Pixels of a picture's width while there are at most `FEW`, and of one of many."""


@dataclass(frozen=True)
class Planned:
    """One file to write."""

    entry: CandidateEntry
    destination: Destination
    path: Path


class ExportPage(Page):
    """Pictures and places at one side, folder, name and content of the files at the other."""

    key = "export"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.rows: list[SavedRow] = []
        self.pictures: list[CandidateCard] = []
        self._waiting: list[Planned] = []  # what the question about files that are already there is about
        self._total = self._written = 0  # files of this saving, and rows of it
        self.places = {entry.id: DestinationCard(entry, self) for entry in model.studio.catalogue.destinations}
        self.place = SavePlace(model.tasks, self)
        self.place.set_folder(model.studio.limits.nearest(self.place.folder))
        self.facts = FileFacts(self)
        self.summary = SaveSummary(self)
        self.marks = MarkCard(model.marking, self)
        self.empty = NothingYet(model, self)
        self.empty.wanted.connect(self.step_wanted)
        self.whole = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.whole)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(3 * GRID)
        self._columns.addLayout(self._what(), 1)
        self._columns.addWidget(self._side())
        self.body.addWidget(self.empty)
        self.body.addWidget(self.whole)
        self.body.addStretch(1)
        self._foot()
        self._connect()
        self.refresh()

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Export")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("Only what you save here stays. Everything else is erased when you close the window.")

    def entered(self) -> None:
        """See `Page.entered`."""
        self.refresh()
        first = self.save if self.save.isEnabled() else self.more
        (first if self.model.candidates else self.empty.go).setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ the parts

    def _what(self) -> QVBoxLayout:
        self.done_title = label(self.tr("Saved"), "heading")
        self.done = QVBoxLayout()
        self.done.setSpacing(GRID)
        self.which = label("", "quiet")
        self._pictures = FlowLayout(gap=GRID)
        self.more = QPushButton(self)
        self.more.setProperty("role", "plain")
        self.more.setCheckable(True)
        self._flow = FlowLayout(gap=GRID)
        for key, card in self.places.items():
            card.pressed.connect(partial(self.model.toggle_destination, key))
            self._flow.addWidget(card)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self.done_title)
        column.addLayout(self.done)
        column.addWidget(label(self.tr("Your pictures"), "heading"))
        column.addWidget(self.which)
        column.addLayout(self._pictures)
        column.addSpacing(GRID)
        column.addWidget(label(self.tr("Where will you use them?"), "heading"))
        column.addLayout(self._flow)
        more = QHBoxLayout()
        more.addWidget(self.more)
        more.addStretch(1)
        column.addLayout(more)
        column.addStretch(1)
        return column

    def _side(self) -> QWidget:
        self._beside = QWidget(self)
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.place)
        column.addWidget(self.facts)
        column.addWidget(self.marks)
        column.addStretch(1)
        return self._beside

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow window one column stands below the other."""
        super().resizeEvent(event)
        narrow, ways = self.width() < NARROW, QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._beside.setMinimumWidth(0 if narrow else SIDE_WIDTH)
        self._beside.setMaximumWidth(16_777_215 if narrow else SIDE_WIDTH)

    def _question(self) -> QFrame:
        self.question = QFrame(self)
        self.question.setProperty("role", "banner-warning")
        self.question_words = label()
        self.replace = QPushButton(self.tr("Replace"), self.question)
        self.keep_both = QPushButton(self.tr("Keep both"), self.question)
        self.stop = QPushButton(self.tr("Do not save"), self.question)
        row = QHBoxLayout(self.question)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.question_words, 1)
        for button in (self.keep_both, self.replace, self.stop):
            row.addWidget(button)
        self.question.hide()
        return self.question

    def _foot(self) -> None:
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of saving"))
        self.saving = label()
        self.bar.setMinimumWidth(4 * GRID)
        self.saving.setWordWrap(False)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.save = self.primary("")
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)  # noqa: S101 — `Page` made it
        whole.insertWidget(whole.count() - 1, self._question())
        self.check = QPushButton(self.tr("Check a picture…"), self)
        self.check.setToolTip(self.tr("Which marks does a file carry, and was it changed since?"))
        self.foot.addWidget(self.check)
        self.foot.addWidget(self.saving)
        self.foot.addWidget(self.bar, 1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.summary, 1)
        self.foot.addWidget(self.save)

    def _connect(self) -> None:
        model = self.model
        for signal in (model.candidates_changed, model.selected_changed, model.destinations_changed):
            signal.connect(self._changed)
        model.exports.waiting_changed.connect(self._exporting)
        model.exports.finished.connect(self._finished)
        model.exports.saved.connect(self._saved)
        model.wiped.connect(self._wiped)
        self.place.changed.connect(self._show_names)
        self.more.toggled.connect(self.refresh)
        self.save.clicked.connect(self.begin)
        self.cancel.clicked.connect(model.exports.cancel)
        self.check.clicked.connect(lambda: CheckDialog(model, self).open())
        self.replace.clicked.connect(lambda: self._write(self._waiting, overwrite=True))
        self.keep_both.clicked.connect(self._keep_both)
        self.stop.clicked.connect(self._do_not_save)

    # ------------------------------------------------------------------ what is shown

    def _changed(self) -> None:
        if self.isVisible():  # pictures are loaded when somebody looks; `entered` catches up
            self.refresh()

    def refresh(self) -> None:
        """Show what would be saved."""
        entries = self.model.to_export
        if [card.entry for card in self.pictures] != list(entries):
            self._show_pictures(entries)
        self.which.setText("\n".join([self._which(entries), *self._refusing(entries, self.model.destinations)]))
        self.whole.setVisible(bool(entries or self.rows))
        chosen = {entry.id for entry in self.model.destinations}
        for key, card in self.places.items():
            card.set_chosen(key in chosen)
            card.setVisible(key in chosen or self.more.isChecked())
        self.more.setText(self.tr("Show fewer places") if self.more.isChecked() else self.tr("Show all places"))
        self._flow.invalidate()
        self.facts.show_destinations(self.model.destinations)
        self.marks.show_marks([self._marks(entry, place) for entry in entries for place in self.model.destinations])
        self._show_names()
        self._show_saving()
        self.done_title.setVisible(bool(self.rows))

    def _marks(self, entry: CandidateEntry, place: Destination) -> Marks:
        """What the file of a picture at a place will say of itself; the same picture is the same wherever it goes."""
        request = self.model.studio.request(entry.look, place)
        made = replace(request, generation=entry.candidate.request.generation)
        return marks_of(made, entry.candidate.report)

    def _which(self, entries: tuple[CandidateEntry, ...]) -> str:
        if not entries:
            return ""
        if entries[0].favourite:
            return self.tr("Your %n favourite(s).", "", len(entries))
        name = entry_words(entries[0], self.model.studio.catalogue)
        return self.tr(
            "“{name}”, the headshot you looked at last. Mark favourites in the step Review to save several."
        ).format(name=name)

    def _show_pictures(self, entries: tuple[CandidateEntry, ...]) -> None:
        while (item := self._pictures.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        width = LARGE if len(entries) <= FEW and self.height() >= LOW else SMALL
        self.pictures = [CandidateCard(self.model, entry, self, width=width) for entry in entries]
        for card in self.pictures:
            card.pressed.connect(partial(self.model.select, card.entry.handle))
            self._pictures.addWidget(card)

    def _planned(self) -> list[Planned]:
        entries, places = self.model.to_export, self.model.destinations
        names = file_names(self.place.base.text(), len(entries), places)
        return [
            Planned(entry, place, self.place.folder / name)
            for entry, row in zip(entries, names, strict=True)
            for place, name in zip(places, row, strict=True)
            if not self._refusing([entry], [place])
        ]

    @staticmethod
    def _refusing(entries: Sequence[CandidateEntry], places: Sequence[Destination]) -> list[str]:
        """Why places do not take what a model pack has made, a sentence each."""
        generated = any(entry.candidate.request.generation is not None for entry in entries)
        return [rule for place in places if (rule := destination_rule(place))] if generated else []

    def _show_names(self) -> None:
        planned = self._planned()
        self.place.show_files([file.path.name for file in planned])
        self.save.setText(self.tr("Save %n file(s)", "", len(planned)) if planned else self.tr("Save"))
        self.summary.show_files([file.path.name for file in planned], self.model.destinations)
        self.save.setEnabled(bool(planned) and not self.model.exports.busy and self.question.isHidden())

    def _exporting(self, left: int) -> None:
        self._show_saving()
        busy, several = self.model.exports.busy, left and self._total > 1
        self.bar.setRange(0, max(self._total, 1))
        self.bar.setValue(self._total - left if left else 0)
        words = self.tr("Saving {number} of {total}…") if several else self.tr("Saving…")
        words = words.format(number=self._total - left + 1, total=self._total) if busy else ""
        if words != self.saving.text():
            self.saving.setText(words)
            if words:
                announce(self.saving, words)

    def _show_saving(self) -> None:
        """What can be pressed now, and the focus on something that can."""
        busy, focus = self.model.exports.busy, QApplication.focusWidget()
        for part in (self.saving, self.bar, self.cancel):
            part.setVisible(busy or part.hasFocus())  # hidden with the focus, it would give that to the next one
        self.summary.setVisible(not busy)
        self.check.setVisible(not busy)  # a narrow window has no room for all of it
        if busy and focus is not None and (focus is self.save or self.question.isAncestorOf(focus)):
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_names()
        if not busy and focus is self.cancel:
            (self.rows[0].open if self._written else self.save).setFocus(Qt.FocusReason.OtherFocusReason)
            self.cancel.hide()

    def _finished(self, whole: bool) -> None:
        if whole:
            announce(self.done_title, self.tr("%n file(s) saved.", "", self._written))

    # ------------------------------------------------------------------ saving

    def begin(self) -> None:
        """Look whether names are taken, then write or ask."""
        planned = self._planned()
        self.banner.hide()
        self._total, self._written = len(planned), 0
        self.model.exports.look(self.place.folder, lambda taken: self._looked(planned, taken), self.show_error)

    def _looked(self, planned: list[Planned], taken: set[str]) -> None:
        there = [file.path.name for file in planned if file.path.name.casefold() in taken]
        if there:
            self._ask(planned, there)
        else:
            self._write(planned, overwrite=False)

    def _ask(self, planned: list[Planned], there: list[str]) -> None:
        self._waiting = planned
        if len(there) == 1:
            words = self.tr("“{name}” is already in this folder.").format(name=safe(there[0]))
        else:
            words = self.tr("%n of these files are already in this folder.", "", len(there))
        self.question_words.setText(words)
        self.question.setAccessibleName(words)
        self.question.show()
        self.keep_both.setFocus()

    def _keep_both(self) -> None:
        folder, waiting = self.place.folder, self._waiting

        def free(taken: set[str]) -> None:
            files = []
            for file in waiting:
                name = file.path.name
                name = beside(name, taken) if name.casefold() in taken else name
                taken.add(name.casefold())
                files.append(Planned(file.entry, file.destination, folder / name))
            self._write(files, overwrite=False)

        self.model.exports.look(folder, free, self.show_error)
        self.question.hide()

    def _do_not_save(self) -> None:
        focus = QApplication.focusWidget()
        answered = focus is not None and self.question.isAncestorOf(focus)
        self.question.hide()
        self._waiting = []
        self._show_names()
        if answered:
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, planned: list[Planned], *, overwrite: bool) -> None:
        self._total, self._waiting, self._written = len(planned), planned, 0
        for file in planned:
            self.model.exports.write(file.entry, file.destination, file.path, overwrite=overwrite)
        self.question.hide()

    def show_error(self, error: HeadshotError) -> None:
        """See `Page.show_error`; a name that somebody took meanwhile is asked about, not reported."""
        if error.code == "target-exists" and self._waiting:
            written = {row.saved.path for row in self.rows}
            left = [file for file in self._waiting if file.path not in written]
            self._ask(left, [file.path.name for file in left])
        else:
            super().show_error(error)

    def _saved(self, saved: Saved) -> None:
        for row in [row for row in self.rows if row.saved.path == saved.path]:
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
        row = SavedRow(self.model, saved, self)
        row.failed.connect(super().show_error)
        self.rows.insert(self._written, row)
        self.done.insertWidget(self._written, row)
        self._written += 1
        self.done_title.setVisible(True)
        if self._written == 1 and (area := self.findChild(QScrollArea)) is not None:
            area.ensureVisible(0, 0)

    def _wiped(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._do_not_save()
        self.refresh()
