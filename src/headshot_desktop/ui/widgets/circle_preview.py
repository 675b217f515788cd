"""The headshot as profile pages show it: a small circle, at its true size."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from headshot_desktop.ui import theme
from headshot_desktop.ui.tasks import Tasks
from headshot_desktop.ui.widgets.graphic import Graphic

EYE_LEVEL = 0.43
"""Where a circle has the eyes, as a share of its height: the rule of the round destinations."""


def square(size: QSize, eye_line: float) -> QRect:
    """The largest square of a picture for a circle: centred, as high as puts the eyes at `EYE_LEVEL`.

    Args:
        size: pixels of the picture.
        eye_line: from the picture's top to the eyes, as a share of its height.
    """
    side = min(size.width(), size.height())
    top = round(eye_line * size.height() - EYE_LEVEL * side)
    return QRect((size.width() - side) // 2, min(max(top, 0), size.height() - side), side, side)


def cut(image: QImage, eye_line: float, side: int) -> QImage:
    """The square of a picture that a circle shows, `side` pixels wide, every pixel averaged."""
    shapes, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.copy(square(image.size(), eye_line)).scaled(side, side, shapes, smooth)


class CirclePreview(Graphic):
    """One circle of `side` pixels, cut from a picture that is shown elsewhere anyway."""

    def __init__(self, tasks: Tasks, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self._tasks = tasks
        self._source = 0
        self._picture = QImage()
        self.setFixedSize(side, side)
        self.setAccessibleName(self.tr("Small round preview, {side} pixels wide").format(side=side))

    def show_image(self, image: QImage, eye_line: float) -> None:
        """Cut it out and make it small; an empty image shows an empty circle."""
        self._source, self._picture = image.cacheKey(), QImage()
        self.update()
        if not image.isNull():
            source, pixels = self._source, round(self.side * self.devicePixelRatioF())
            self._tasks.run(lambda: cut(image, eye_line, pixels), lambda made: self._take(source, made), passing=True)

    def _take(self, source: int, made: QImage) -> None:
        if isValid(self) and source == self._source:
            self._picture = made
            self.update()

    @property
    def shown(self) -> bool:
        """Whether there is a picture."""
        return not self._picture.isNull()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The circle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addEllipse(QRectF(self.rect()))
        painter.setClipPath(path)
        painter.fillPath(path, QColor(theme.colours().raised))
        if self.shown:
            painter.drawImage(QRectF(self.rect()), self._picture)
