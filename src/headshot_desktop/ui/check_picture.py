"""“Check a picture”: drop a file, and read which marks it carries and whether they hold."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.mark_words import told
from headshot_desktop.core.marks import Carried, Holding
from headshot_desktop.ui import theme
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.engine_words import refusal_words, sentences_words
from headshot_desktop.ui.file_dialogs import choose_photos
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.drop_area import DropFrame
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label, safe, short

_ROLES = {Holding.INTACT: "good", Holding.CHANGED: "bad", Holding.DOUBTFUL: "warning", Holding.NONE: ""}
"""Role of the style sheet for what became of a file's credentials."""


class CheckDialog(QDialog):
    """A place to drop a file, and what was found in it. Nothing is kept, and no connection is opened."""

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.wear(self)
        self.setWindowTitle(self.tr("Check a picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(560, 480)
        self._marking, self._asked = model.marking, 0
        self.place = _Place(self)
        self.place.pressed.connect(self._choose)
        self.name = label("", "heading")
        self.head, self.rest = label(), label()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        explanation = self.tr(
            "Does a picture say how it was made, and was it changed since? The file is read on this computer, in a "
            "process of its own, and is not kept."
        )
        for part in (label(explanation, "quiet"), self.place, self.name):
            column.addWidget(part)
        column.addWidget(self._scrolling(), 1)
        column.addWidget(box)
        model.wiped.connect(self.reject)  # the name of a file is on the screen

    def check(self, path: Path) -> None:
        """Look at a file; what is found takes the place of what was found before."""
        self._asked += 1
        asked = self._asked
        self._show(path, [self.tr("Looking at the file…")], "quiet")
        self._marking.check(
            path,
            lambda found: self._checked(path, found) if asked == self._asked else None,
            lambda error: self._failed(path, error) if asked == self._asked else None,
        )

    def done(self, code: int) -> None:
        """No answer is wanted any more."""
        self._asked += 1
        super().done(code)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files are welcome anywhere in the dialog."""
        if _paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """The first of them is looked at."""
        if paths := _paths(event):
            event.acceptProposedAction()
            self.check(paths[0])

    def _choose(self) -> None:
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.gif)")
        if chosen := choose_photos(self, self.tr("Check a picture"), kinds):
            self.check(chosen[0])

    def _checked(self, path: Path, found: Carried) -> None:
        self._show(path, sentences_words(told(found)), _ROLES[found.holding])

    def _failed(self, path: Path, error: HeadshotError) -> None:
        self._show(path, [refusal_words(error)], "warning")

    def _show(self, path: Path, words: list[str], role: str) -> None:
        self.name.setText(short(path.name))
        self.head.setText(safe(words[0]))
        self.rest.setText(safe("\n\n".join(words[1:])))
        self.head.setProperty("role", role)
        self.head.style().unpolish(self.head)
        self.head.style().polish(self.head)
        announce(self, " ".join(words))

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("body")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self.head, self.rest):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area


class _Place(DropFrame):
    """Where files are dropped; a click, Space or Enter asks for one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Choose a picture to check"))
        self.setAccessibleDescription(self.tr("Drop a picture here, or press Enter to choose a file."))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.addWidget(Sign("photos", "accent", self), 0, Qt.AlignmentFlag.AlignHCenter)
        words = label(self.tr("Drop a picture here, or click to choose one"))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)


def _paths(event: QDropEvent) -> list[Path]:
    """The files of this computer that a drop brings."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
