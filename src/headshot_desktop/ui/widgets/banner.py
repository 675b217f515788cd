"""An error where it happened: one sentence with what to do, and a way to close it or to keep a report."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from headshot_desktop.core.errors import Fault, HeadshotError
from headshot_desktop.ui.engine_words import refusal_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label, safe


class Banner(QFrame):
    """Hidden until there is something to say."""

    report_wanted = Signal(object)
    """The person wants to see the report on this error."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: HeadshotError | None = None
        self.words = label()
        self.report = QPushButton(self.tr("Show a report…"), self)
        self.dismiss = QPushButton(self.tr("Close"), self)
        self.dismiss.setAccessibleName(self.tr("Close this message"))
        for button in (self.report, self.dismiss):
            button.setProperty("role", "plain")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.addWidget(self.words, 1)
        row.addWidget(self.report)
        row.addWidget(self.dismiss)
        self.report.clicked.connect(lambda: self.report_wanted.emit(self._error))
        self.dismiss.clicked.connect(self.hide)
        self.hide()

    def show_error(self, error: HeadshotError) -> None:
        """Say it; a fault of the program offers a report."""
        ours = error.fault is Fault.BUG
        self._error = error
        sentence = (
            self.tr("Something went wrong inside the program. This is not your fault.")
            if ours
            else refusal_words(error)
        )
        self._say(safe(sentence), "bad" if ours or error.fault is Fault.MACHINE else "warning")
        self.report.setVisible(ours)

    def show_notice(self, sentence: str) -> None:
        """Say that something was done."""
        self._error = None
        self.report.hide()
        self._say(safe(sentence), "good")

    def _say(self, sentence: str, role: str) -> None:
        self.words.setText(sentence)
        self.setProperty("role", f"banner-{role}")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(sentence)
        self.show()
