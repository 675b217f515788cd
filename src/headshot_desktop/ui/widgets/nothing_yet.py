"""What is said where there is nothing to show yet, with a button to the step that makes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


class NothingYet(QFrame):
    """Follows the model: hidden as soon as there is what the page needs; as high as its words, at the page's top."""

    wanted = Signal(str)
    """Key of the page that the person wants to go to."""

    def __init__(self, model: SessionModel, parent: QWidget | None = None, *, photo_is_enough: bool = False) -> None:
        """`photo_is_enough`: the page needs a photo, and no headshot."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.model, self._photo_is_enough = model, photo_is_enough
        self.words = label()
        self.go = QPushButton(self)
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(lambda: self.wanted.emit(self._where()))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.words)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeading)
        for signal in (model.photos_changed, model.candidates_changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is missing."""
        self.setVisible(self.model.main is None if self._photo_is_enough else not self.model.candidates)
        if self._photo_is_enough:
            self.words.setText(self.tr("There is no photo yet. Every look is shown on a photo of you."))
            self.go.setText(self.tr("Add a photo"))
        elif self._where() == "photos":
            self.words.setText(self.tr("Nothing has been made yet. It begins with a photo of you."))
            self.go.setText(self.tr("Add a photo"))
        else:
            self.words.setText(self.tr("Nothing has been made yet. The step Create makes your first headshot."))
            self.go.setText(self.tr("Go to Create"))

    def _where(self) -> str:
        return "photos" if self.model.main is None else "create"
