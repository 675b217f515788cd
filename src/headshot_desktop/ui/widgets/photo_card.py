"""One photo of the sitting: its thumbnail, how good it is, what could be better, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.core.headshot import Severity
from headshot_desktop.ui.engine_words import finding_words, refusal_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import PhotoEntry
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.photo_view import PhotoView
from headshot_desktop.ui.widgets.text import label, short

FINDINGS_SHOWN = 3
"""More advice than this at once helps nobody."""

GOOD, USABLE = 75.0, 40.0
"""Quality from which a photo is called good, and from which it will do."""

_BUTTONS = ("use", "copy", "remove")


def card_key(model: SessionModel, entry: PhotoEntry) -> object:
    """Everything that a card shows; another key needs another card."""
    standing = tuple(found is not None and found.photo == entry.photo for found in (model.main, model.best))
    looked = entry.inspection.thumbnail if entry.inspection else entry.refusal and entry.refusal.message
    return (entry.photo, looked, standing, len(model.photos) > 1)


class PhotoCard(QFrame):
    """Shows one entry; built anew when the entry changes."""

    chosen = Signal(str)
    removed = Signal(str)
    copied = Signal(object)
    """The photo of which an anonymised copy is wanted."""

    def __init__(self, model: SessionModel, entry: PhotoEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry, self.key = entry, card_key(model, entry)
        self._several = len(model.photos) > 1
        self.setProperty("role", "card")
        self._main = model.main is not None and model.main.photo == entry.photo
        self._best = model.best is not None and model.best.photo == entry.photo
        self.setProperty("chosen", "true" if self._main else "false")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(3 * GRID // 2)  # a long name has room beside German buttons in a narrow window
        self.picture = PhotoView(model, self)
        self.picture.setFixedSize(132, 132)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        self._describe(words)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addLayout(self._buttons(), 0)

    def refresh(self) -> None:
        """Load the picture if it was dropped."""
        self.picture.show_entry(self.entry, self.tr("Your photo {name}").format(name=short(self.entry.photo.name)))

    def part(self, widget: QWidget) -> str:
        """Name of the button that this is; empty for none of them."""
        return next((name for name in _BUTTONS if getattr(self, name) is widget), "")

    def button(self, name: str) -> QPushButton:
        """The button of this name if it can be pressed, else one that can; removing comes last."""
        order = [name, *_BUTTONS] if name else list(_BUTTONS)
        buttons: list[QPushButton] = [getattr(self, each) for each in order]
        usable = [button for button in buttons if button.isEnabled() and not button.isHidden()]
        return usable[0] if usable else self.remove

    def _describe(self, words: QVBoxLayout) -> None:
        entry = self.entry
        name = label(short(entry.photo.name), "heading")
        name.setWordWrap(True)
        words.addWidget(name)
        if entry.refusal is not None:
            words.addWidget(label(self.tr("This photo cannot be used."), "bad"))
            words.addWidget(label(refusal_words(entry.refusal)))
        elif entry.inspection is None:
            words.addWidget(label(self.tr("Looking at the photo…"), "quiet"))
            bar = QProgressBar(self)
            bar.setRange(0, 0)
            bar.setTextVisible(False)
            bar.setAccessibleName(self.tr("Looking at the photo"))
            words.addWidget(bar)
        else:
            self._findings(words)

    def _findings(self, words: QVBoxLayout) -> None:
        assert self.entry.inspection is not None  # noqa: S101 — asked before
        quality, found = self.entry.quality, self.entry.inspection.findings.findings
        verdict, role = self._verdict(quality)
        if self._best and self._several:
            verdict = self.tr("Your best photo · {verdict}").format(verdict=verdict)
        grade = label(verdict, role)
        font = QFont(grade.font())
        font.setBold(True)
        grade.setFont(font)
        words.addWidget(grade)
        for finding in found[:FINDINGS_SHOWN]:
            role = "warning" if finding.severity is Severity.WARNING else "quiet"
            sentence, advice = finding_words(finding)
            words.addWidget(label(sentence, role))
            words.addWidget(label(advice, "quiet"))
        if not found and quality >= GOOD:
            words.addWidget(label(self.tr("Nothing to improve."), "quiet"))

    def _verdict(self, quality: float) -> tuple[str, str]:
        if quality >= GOOD:
            return self.tr("Good: {quality} of 100").format(quality=round(quality)), "good"
        if quality >= USABLE:
            return self.tr("Will do: {quality} of 100").format(quality=round(quality)), "quiet"
        return self.tr("Weak: {quality} of 100. Its flaws will show.").format(quality=round(quality)), "warning"

    def _buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        name = short(self.entry.photo.name)
        self.use = QPushButton(self.tr("In use") if self._main else self.tr("Use this photo"), self)
        self.use.setAccessibleName(self.tr("Make headshots from {name}").format(name=name))
        self.use.setEnabled(not self._main)
        self.use.setVisible(self.entry.inspection is not None and self._several)
        self.use.clicked.connect(lambda: self.chosen.emit(self.entry.photo.handle))
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=name))
        self.remove.setProperty("role", "plain")
        self.remove.clicked.connect(lambda: self.removed.emit(self.entry.photo.handle))
        self.copy = QPushButton(self.tr("Anonymised copy…"), self)
        self.copy.setAccessibleName(self.tr("Make an anonymised copy of {name}").format(name=name))
        self.copy.setProperty("role", "plain")
        self.copy.setVisible(self.entry.has_face)
        self.copy.clicked.connect(lambda: self.copied.emit(self.entry.photo))
        column.addWidget(self.use)
        column.addWidget(self.remove)
        column.addWidget(self.copy)
        column.addStretch(1)
        return column
