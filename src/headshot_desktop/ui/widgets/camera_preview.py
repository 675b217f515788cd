"""The live picture of the camera, as in a mirror, with an oval for the face and the countdown over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.widgets.graphic import Graphic

_OVAL_HEIGHT = 0.56
"""Of the picture's height: a head of that size leaves room for the shoulders, and is not bent by a near lens."""

_OVAL_RAISED = 0.07
"""Of the picture's height that the oval lies above its middle: there are shoulders below and only air above."""

_OVAL_SHAPE = 0.75
"""Width of a face with hair by its height."""


class CameraPreview(Graphic):
    """Shows the newest picture; holds that one and no other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._live, self._digit = True, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)

    @property
    def image(self) -> QImage:
        """The picture, not mirrored; null while there is none."""
        return self._image

    def show_live(self, image: QImage) -> None:
        """Show a picture as in a mirror, with the oval."""
        self._image, self._live = image, True
        self.update()

    def show_taken(self) -> None:
        """Keep the present picture, and show it as others see it."""
        self._live = False
        self.count(0)

    def count(self, digit: int) -> None:
        """Show this digit over the picture; 0 for none."""
        self._digit = digit
        self.update()

    def clear(self) -> None:
        """Drop the picture."""
        self._image, self._live = QImage(), True
        self.count(0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As cameras are."""
        return QSize(640, 360)

    def frame(self) -> QRectF:
        """Where the picture is painted, in this widget's coordinates."""
        size = QSize(16, 9) if self._image.isNull() else self._image.size()
        size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(0, 0, size.width(), size.height())
        frame.moveCenter(QRectF(self.rect()).center())
        return frame

    def oval(self) -> QRectF:
        """Where the face belongs, in this widget's coordinates."""
        frame = self.frame()
        height = frame.height() * _OVAL_HEIGHT
        oval = QRectF(0, 0, height * _OVAL_SHAPE, height)
        oval.moveCenter(frame.center() - QPointF(0, _OVAL_RAISED * frame.height()))
        return oval

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The picture, or an empty frame; then the oval and the digit."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame, path = self.frame(), QPainterPath()
        path.addRoundedRect(frame, 6, 6)
        painter.setClipPath(path)
        if self._image.isNull():
            painter.fillPath(path, QColor(theme.colours().raised))
        else:
            self._paint_picture(painter, frame)
        if self._live and not self._image.isNull():
            self._paint_oval(painter, path)
        if self._digit:
            self._paint_digit(painter, frame)

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        painter.save()
        if self._live:
            painter.translate(frame.center())
            painter.scale(-1, 1)
            painter.translate(-frame.center())
        painter.drawImage(frame, self._image)
        painter.restore()

    def _paint_oval(self, painter: QPainter, around: QPainterPath) -> None:
        oval = QPainterPath()
        oval.addEllipse(self.oval())
        painter.fillPath(around.subtracted(oval), QColor(0, 0, 0, 90))
        painter.setPen(QPen(QColor(255, 255, 255, 220), 2))
        painter.drawPath(oval)

    def _paint_digit(self, painter: QPainter, frame: QRectF) -> None:
        font = painter.font()
        font.setPixelSize(max(24, round(frame.height() / 3)))
        font.setBold(True)
        path = QPainterPath()
        path.addText(0, 0, font, str(self._digit))
        path.translate(frame.center() - path.boundingRect().center())
        painter.setPen(QPen(QColor(0, 0, 0, 160), 6))
        painter.drawPath(path)
        painter.fillPath(path, QColor("white"))
