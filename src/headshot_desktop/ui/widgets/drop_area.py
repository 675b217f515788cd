"""A large, quiet place that says where photos go; also a button for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.pressable import Pressable
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label


class DropFrame(Pressable):
    """A place with a dashed frame where files can be dropped; the frame is solid with the focus."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The frame, and the card in it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        pen = QPen(QColor(colours.accent if self.hasFocus() or self.underMouse() else colours.line), 2)
        pen.setStyle(Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)


class DropArea(DropFrame):
    """A click, Space or Enter asks for files; what is dropped goes to the window, which takes drops anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Add photos"))
        self.setAccessibleDescription(self.tr("Drop photos here, paste them, or press Enter to choose files."))
        self.title = label(self.tr("Drop a photo of yourself here"), "heading")
        self.hint = label(
            self.tr("or click to choose one. A sharp photo of head and shoulders, facing a window, works best."),
            "quiet",
        )
        self._column = column = QVBoxLayout(self)
        column.addWidget(Sign("photos", "accent", self), 0, Qt.AlignmentFlag.AlignHCenter)
        self.set_compact(False)
        for part in (self.title, self.hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)

    def set_compact(self, compact: bool) -> None:
        """Beside photos that are there already, another one needs less of an invitation."""
        room = 2 * GRID if compact else 9 * GRID
        self._column.setContentsMargins(3 * GRID, room, 3 * GRID, room)
        self.hint.setVisible(not compact)
        self.title.setText(self.tr("Add another photo") if compact else self.tr("Drop a photo of yourself here"))
