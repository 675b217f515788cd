"""A veil over the window that shows, while photos hang at the mouse, that they may be let go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.theme import GRID


class DropVeil(QWidget):
    """Covers its parent while it is shown; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = self.tr("Let go to add it to your photos")
        self.setAccessibleName(self.words)
        parent.installEventFilter(self)
        self.hide()

    def lift(self) -> None:
        """Show it, over everything."""
        self.setGeometry(self._below.rect())
        self.raise_()
        if self.isHidden():
            announce(self, self.words)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """It stays as large as what it covers."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._below.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """What lies below shines through; a thick frame, and the words on a ground of their own."""
        del event
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.ground)
        ground.setAlphaF(0.72)
        painter.fillRect(self.rect(), ground)
        pen = QPen(QColor(colours.accent), 3)
        painter.setPen(pen)
        frame = QRectF(self.rect()).adjusted(GRID, GRID, -GRID, -GRID)
        painter.drawRoundedRect(frame, 12, 12)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        painter.setFont(font)
        room = frame.adjusted(4 * GRID, 4 * GRID, -4 * GRID, -4 * GRID)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = painter.boundingRect(room, flags, self.words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(words.adjusted(-3 * GRID, -2 * GRID, 3 * GRID, 2 * GRID), 10, 10)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(room, flags, self.words)
