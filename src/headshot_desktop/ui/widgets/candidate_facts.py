"""What is known of one headshot: the verdict, the numbers behind it, and what the photo did not allow."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from headshot_desktop.core.destinations import Destination
from headshot_desktop.ui.engine_words import engine_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import CandidateEntry
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.circle_preview import EYE_LEVEL, CirclePreview
from headshot_desktop.ui.widgets.look_words import entry_words, photo_words
from headshot_desktop.ui.widgets.text import label, safe
from headshot_desktop.ui.widgets.verdict_badge import verdict_numbers, verdict_words

WIDTH = 232
WIDER = 264
"""Where the picture loses nothing by it."""

NO_BREAK = "\u00a0"
"""Between a number and its sign, which alone on a line would be read as nothing."""


class CandidateFacts(QFrame):
    """A narrow card beside the picture."""

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._model = model
        self.circle, self.smaller = CirclePreview(model.tasks, 96, self), CirclePreview(model.tasks, 40, self)
        self.name = label("", "heading")
        self.made_for = label("", "quiet")
        self.made_from = label("", "quiet")
        self.verdict = label()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID // 2)
        circles = QHBoxLayout()
        circles.setSpacing(2 * GRID)
        circles.addWidget(self.circle, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(GRID // 2)
        beside.addWidget(self.smaller)
        beside.addWidget(label(self.tr("As small as profile pages show it"), "quiet"))
        circles.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID // 2, GRID, 3 * GRID // 2, GRID)
        column.setSpacing(3 * GRID // 4)
        column.addWidget(self.name)
        column.addWidget(self.made_for)
        column.addWidget(self.made_from)
        column.addLayout(circles)
        column.addWidget(self.verdict)
        column.addLayout(self._rows)
        column.addStretch(1)

    def set_column(self, width: int) -> None:
        """Be a column of this width; with 0 as wide as there is room."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or 16_777_215)

    def show_entry(self, entry: CandidateEntry) -> None:
        """Say what is known of it."""
        fidelity = entry.candidate.fidelity
        self.name.setText(entry_words(entry, self._model.studio.catalogue))
        self.made_for.setText(_destination(entry.destination))
        photo = photo_words(entry, self._model)
        self.made_from.setVisible(bool(photo))
        self.made_from.setText(safe(self.tr("Made from {name}").format(name=photo)))
        words, role = verdict_words(fidelity, rejected=entry.rejected)
        if entry.rejected:
            words = self.tr("✗ Rejected: it cannot be marked or exported")
        elif fidelity.passed:
            words = self.tr("✓ Still you: compared with your photo")
        self.verdict.setText(words)
        self.verdict.setProperty("role", role)
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self._clear_rows()
        for reason in fidelity.reasons:
            self._rows.addWidget(label(engine_words(reason), "warning"))
        for note in entry.candidate.notes:  # before the numbers: they say where to look
            self._rows.addWidget(label(engine_words(note)))
            self._rows.addSpacing(GRID // 4)
        for name, value in verdict_numbers(fidelity):
            row = label("", "quiet")
            row.setText(f"{name}: {value.replace(' %', NO_BREAK + '%')}")  # these words are ours: nothing to make safe
            self._rows.addWidget(row)

    def show_image(self, image: QImage, entry: CandidateEntry) -> None:
        """Show it small."""
        framing = entry.candidate.report.get("framing", {})
        eye_line = float(framing.get("eye_line", EYE_LEVEL))
        for circle in (self.circle, self.smaller):
            circle.show_image(image, eye_line)

    def forget(self) -> None:
        """Show no picture any more."""
        for circle in (self.circle, self.smaller):
            circle.show_image(QImage(), EYE_LEVEL)

    def texts(self) -> list[str]:
        """The sentences below the verdict, in order."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if widget is not None]  # type: ignore[attr-defined]

    def _clear_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _destination(destination: Destination) -> str:
    framing = destination.framing
    name = QCoreApplication.translate("Destinations", destination.name)
    return name if framing.whole_photo else f"{name} · {framing.width} × {framing.height}"
