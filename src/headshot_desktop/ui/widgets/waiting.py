"""Three dots that say: this is being made."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from headshot_desktop.ui import theme

_BEAT_MS = 300
_RADIUS = 3.5


class Waiting(QWidget):
    """Lies over the widget it is made for, and moves only while it is seen."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Being made"))
        self._bright = 0
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._step)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to move."""
        super().showEvent(event)
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())
        self._beat.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest."""
        super().hideEvent(event)
        self._beat.stop()

    def _step(self) -> None:
        self._bright = (self._bright + 1) % 3
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The dots, one of them bright."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QRectF(self.rect()).center()
        for number in range(3):
            colours = theme.colours()
            painter.setBrush(QColor(colours.accent if number == self._bright else colours.line))
            painter.drawEllipse(middle + QPointF((number - 1) * 4 * _RADIUS, 0), _RADIUS, _RADIUS)
