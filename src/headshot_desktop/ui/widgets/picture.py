"""Shows one picture of the vault, scaled to fit; drops its pixels when the vault is wiped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from headshot_desktop.ui import theme
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.graphic import Graphic

LONGEST = 1024
"""Pixels that a view keeps of a picture: it is small on the screen."""


class PictureView(Graphic):
    """A picture by its handle.

    Args:
        model: opens the picture.
        circle: whether to cut it to a circle, as profile pages do.
    """

    def __init__(self, model: SessionModel, *, circle: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.circle = circle
        self.handle = ""
        self._picture, self._shown = QImage(), QPixmap()
        self._hint = QSize(160, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        model.wiped.connect(self.clear)

    def show_handle(self, handle: str, description: str) -> None:
        """Load a picture; an empty handle shows an empty frame. `description` is what screen readers say."""
        self.setAccessibleName(description)
        if handle == self.handle:
            return
        self.handle = handle
        self._picture, self._shown = QImage(), QPixmap()
        if handle:
            self.model.load(handle, lambda image: self._loaded(handle, image), LONGEST)
        self.update()

    def clear(self) -> None:
        """Forget the picture."""
        self.handle = ""
        self._picture, self._shown = QImage(), QPixmap()
        self.update()

    @property
    def loaded(self) -> bool:
        """Whether there are pixels to see."""
        return not self._picture.isNull()

    def set_size_hint(self, width: int, height: int) -> None:
        """How large it would like to be, device-independent pixels."""
        self._hint = QSize(width, height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See `set_size_hint`."""
        return self._hint

    def _loaded(self, handle: str, image: QImage) -> None:
        # The page may have been built anew while the picture was being opened.
        if isValid(self) and handle == self.handle:
            self._picture = image
            self.update()

    def frame(self) -> QRectF:
        """Where the picture is painted, in this widget's coordinates."""
        size = QSize(self._picture.size() if self.loaded else self._hint)
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rectangle = QRectF(0, 0, size.width(), size.height())
        rectangle.moveCenter(QRectF(self.rect()).center())
        return rectangle

    def _scaled(self, frame: QRectF) -> QPixmap:
        """The picture in screen pixels, averaged: painting alone would leave out most of them."""
        size = (frame.size() * self.devicePixelRatioF()).toSize()
        if self._shown.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._shown = QPixmap.fromImage(self._picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        return self._shown

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture, or a quiet empty frame while there is none."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame, path = self.frame(), QPainterPath()
        if self.circle:
            path.addEllipse(frame)
        else:
            path.addRoundedRect(frame, 6, 6)
        painter.setClipPath(path)
        if self.loaded:
            shown = self._scaled(frame)
            painter.drawPixmap(frame, shown, QRectF(shown.rect()))
        else:
            painter.fillPath(path, QColor(theme.colours().raised))
