"""The base of every section of the Privacy Centre."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


class Section(QWidget):
    """A column that answers one question; subclasses fill `column`.

    Controls that the table of rights names have an object name, which begins with “privacy-”.
    """

    said = Signal(str)
    """A sentence for the page's banner: something was done."""

    failed = Signal(object)
    """A `HeadshotError` for the page's banner."""

    wanted = Signal(str, str)
    """The person wants to see another section, or a page of the window, and the control of this object name in it."""

    key = ""

    def __init__(self, model: SessionModel, work: PrivacyWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.work = model, work
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)

    def refresh(self) -> None:
        """Read everything again; called when the section is shown and when what it shows may be another one."""

    def heading(self, words: str) -> QLabel:
        """A heading in the column."""
        made = label(words, "heading", self)
        self.column.addWidget(made)
        return made

    def sentence(self, words: str, role: str = "quiet") -> QLabel:
        """A sentence in the column."""
        made = label(words, role, self)
        self.column.addWidget(made)
        return made

    def button(self, words: str, name: str, role: str = "") -> QPushButton:
        """A button that tests and the table of rights find as `privacy-{name}`."""
        made = QPushButton(words, self)
        made.setObjectName(f"privacy-{name}")
        if role:
            made.setProperty("role", role)
        return made


def card(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    """A frame and the column in it."""
    frame = QFrame(parent)
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
    column.setSpacing(GRID // 2)
    return frame, column


def row(*parts: QWidget | int) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(GRID)
    for part in parts:
        if isinstance(part, int):
            made.addStretch(part)
        else:
            made.addWidget(part)
    return made


def emptied(column: QVBoxLayout) -> None:
    """Take away everything that is in a column."""
    while (item := column.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout):
            emptied(inner)
