"""A picture at any scale: fitted, at 100 % of its own pixels, or larger; moved by mouse, wheel and keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from headshot_desktop.ui import theme
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.graphic import Graphic

LARGEST = 4.0
"""Screen pixels per picture pixel, at most."""

WHEEL_STEP = 1.25
"""Scale of one notch."""

LEAST_HEIGHT = 180
WANTED_HEIGHT = 420
"""More than that it takes where there is room, and does not ask for."""

_SETTLE_MS = 120


class ZoomView(Graphic):
    """Shows a picture of the vault from its own pixels; never enlarges it unless it is asked to.

    A scale is told in screen pixels per picture pixel, so that 1 is 100 % on every display.
    """

    view_changed = Signal()
    """Scale or place is another one, by the person's hand."""
    loaded = Signal()

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.handle = ""
        self.image = QImage()
        self._fitted = QImage()
        self._scale = 0.0  # 0: fitted
        self._centre = QPointF(0.5, 0.5)  # what is in the middle, as shares of the picture
        self._grabbed: QPointF | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._fit_pixels)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._hint = QSize(320, 320)
        self.setMinimumSize(200, LEAST_HEIGHT)
        model.wiped.connect(self.clear)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What a laptop has room for, or see `set_height_hint`."""
        return self._hint

    def set_height_hint(self, height: int) -> None:
        """How high it would like to be, device-independent pixels."""
        self._hint = QSize(320, min(max(height, LEAST_HEIGHT), WANTED_HEIGHT))
        self.setMaximumHeight(max(height, LEAST_HEIGHT))  # else words beside it could make it higher than the page
        self.updateGeometry()

    # ------------------------------------------------------------------ the picture

    def show_handle(self, handle: str, description: str) -> None:
        """Load a picture; `description` is what screen readers say.

        Scale and place stay: who looks into the eyes of one headshot wants to see those of the next one.
        """
        self.setAccessibleName(description)
        if handle == self.handle:
            return
        self.handle, self.image, self._fitted = handle, QImage(), QImage()
        self.update()
        if handle:
            self.model.load(handle, lambda image: self._loaded(handle, image))

    def clear(self) -> None:
        """Forget the picture."""
        self.handle, self.image, self._fitted = "", QImage(), QImage()
        self._scale, self._centre = 0.0, QPointF(0.5, 0.5)
        self.update()

    def _loaded(self, handle: str, image: QImage) -> None:
        if isValid(self) and handle == self.handle:
            self.image = image
            self._centre = self._held(self._centre)
            self._fit_pixels()
            self.update()
            self.loaded.emit()

    def _fit_pixels(self) -> None:
        """Let the worker scale the fitted picture: it averages pixels, which painting does not."""
        size, image = self._fitted_size(), self.image
        if image.isNull() or size == self._fitted.size() or size.width() >= image.width() or size.isEmpty():
            return
        smooth = Qt.TransformationMode.SmoothTransformation
        self.model.tasks.run(
            lambda: image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth),
            lambda made: self._take_fitted(image, made),
            passing=True,
        )

    def _take_fitted(self, image: QImage, made: QImage) -> None:
        if isValid(self) and image.cacheKey() == self.image.cacheKey():
            self._fitted = made
            self.update()

    def _fitted_size(self) -> QSize:
        size = self.image.size() * self.fit_scale() if not self.image.isNull() else QSize()
        return size.expandedTo(QSize(1, 1)) if not self.image.isNull() else size

    # ------------------------------------------------------------------ scale and place

    def place(self) -> QRectF:
        """Where the picture may be painted, in this widget's coordinates."""
        return QRectF(self.rect()).adjusted(3, 3, -3, -3)

    def fit_scale(self) -> float:
        """The scale at which all of it can be seen, at most 1."""
        if self.image.isNull():
            return 1.0
        room, ratio = self.place(), self.devicePixelRatioF()
        fits = min(room.width() * ratio / self.image.width(), room.height() * ratio / self.image.height())
        return max(min(1.0, fits), 0.01)

    @property
    def fitted(self) -> bool:
        """Whether all of it is shown."""
        return self._scale <= self.fit_scale()

    @property
    def scale(self) -> float:
        """Screen pixels per picture pixel."""
        return self.fit_scale() if self.fitted else self._scale

    @property
    def centre(self) -> QPointF:
        """What is in the middle of the view, as shares of the picture's width and height."""
        return QPointF(0.5, 0.5) if self.fitted else QPointF(self._centre)

    def fit(self) -> None:
        """Show all of it."""
        self.look_at(0.0, QPointF(0.5, 0.5))
        self.view_changed.emit()

    def zoom_to(self, scale: float, centre: QPointF | None = None) -> None:
        """Show it at a scale, around a point given in shares of the picture, and tell it."""
        self.look_at(scale, centre if centre is not None else self.centre)
        self.view_changed.emit()

    def look_at(self, scale: float, centre: QPointF) -> None:
        """As `zoom_to`, without telling: for a view that follows another one."""
        self._scale = min(scale, LARGEST)
        self._centre = self._held(centre)
        self.update()

    def _held(self, centre: QPointF) -> QPointF:
        """`centre`, moved so far that no border of the picture comes inside."""
        if self.image.isNull() or self.fitted:
            return QPointF(0.5, 0.5)
        room, unit = self.place(), self.scale / self.devicePixelRatioF()
        half_x = min(0.5, room.width() / 2 / (self.image.width() * unit))
        half_y = min(0.5, room.height() / 2 / (self.image.height() * unit))
        return QPointF(min(max(centre.x(), half_x), 1 - half_x), min(max(centre.y(), half_y), 1 - half_y))

    def mapping(self) -> QTransform:
        """From pixels of the picture to this widget's coordinates; whole screen pixels, so that 100 % stays sharp."""
        ratio = self.devicePixelRatioF()
        unit, centre, middle = self.scale / ratio, self.centre, self.place().center()
        x = middle.x() - centre.x() * self.image.width() * unit
        y = middle.y() - centre.y() * self.image.height() * unit
        return QTransform(unit, 0, 0, unit, round(x * ratio) / ratio, round(y * ratio) / ratio)

    def _share_at(self, position: QPointF) -> QPointF:
        back, _ = self.mapping().inverted()
        point = back.map(position)
        return QPointF(point.x() / self.image.width(), point.y() / self.image.height())

    # ------------------------------------------------------------------ hands

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Scale anew when the size rests."""
        super().resizeEvent(event)
        if not self.image.isNull():  # else the place would be lost of one that is being loaded
            self._centre = self._held(self._centre)
        self._settle.start()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom, keeping what is under the pointer there."""
        event.accept()
        turns = event.angleDelta().y() / 120
        if self.image.isNull() or not turns:
            return
        under, scale = self._share_at(event.position()), self.scale * WHEEL_STEP**turns
        if scale <= self.fit_scale():
            self.fit()
            return
        unit, offset = min(scale, LARGEST) / self.devicePixelRatioF(), event.position() - self.place().center()
        centre = QPointF(
            under.x() - offset.x() / (self.image.width() * unit), under.y() - offset.y() / (self.image.height() * unit)
        )
        self.zoom_to(scale, centre)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Grab a picture that is larger than the view."""
        if event.button() == Qt.MouseButton.LeftButton and not self.fitted:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move it."""
        if self._grabbed is not None:
            self._shift(event.position() - self._grabbed)
            self._grabbed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let it go."""
        del event
        self._grabbed = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """100 % where the pointer is, and back."""
        if self.image.isNull():
            return
        if self.fitted:
            self.zoom_to(max(1.0, 2 * self.fit_scale()), self._share_at(event.position()))
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Plus, minus, 0 (all of it), 1 (100 %); arrows move a picture that is larger than the view."""
        step = 48.0
        moves = {
            Qt.Key.Key_Left: QPointF(step, 0),
            Qt.Key.Key_Right: QPointF(-step, 0),
            Qt.Key.Key_Up: QPointF(0, step),
            Qt.Key.Key_Down: QPointF(0, -step),
        }
        key = event.key()
        if key in moves and not self.fitted:
            self._shift(moves[Qt.Key(key)])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_to(self.scale * WHEEL_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_to(self.scale / WHEEL_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.zoom_to(1.0)
        else:
            super().keyPressEvent(event)

    def _shift(self, by: QPointF) -> None:
        unit = self.scale / self.devicePixelRatioF()
        move = QPointF(by.x() / (self.image.width() * unit), by.y() / (self.image.height() * unit))
        self.zoom_to(self._scale, self.centre - move)

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The picture, and a frame when it has the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if not self.image.isNull():
            painter.save()
            painter.setClipRect(self.place())
            self.paint_picture(painter)
            painter.restore()
        else:
            painter.fillRect(self.place(), QColor(theme.colours().raised))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colours().accent), 2))
            shown = self.mapping().mapRect(QRectF(self.image.rect())) & self.place()
            painter.drawRoundedRect((self.place() if shown.isEmpty() else shown).adjusted(-2, -2, 2, 2), 4, 4)

    def paint_picture(self, painter: QPainter) -> None:
        """Paint it inside `place`."""
        mapping = self.mapping()
        frame = mapping.mapRect(QRectF(self.image.rect()))
        if self.image.hasAlphaChannel():
            paint_checks(painter, frame & self.place())
        if self.fitted and self._fitted.size() == self._fitted_size():
            painter.drawImage(frame, self._fitted)
            return
        painter.setTransform(mapping, combine=True)
        painter.drawImage(QPointF(0, 0), self.image)


def paint_checks(painter: QPainter, area: QRectF) -> None:
    """The usual sign for “nothing here”: squares of two greys."""
    colours, side = theme.colours(), 8
    tile = QPixmap(2 * side, 2 * side)
    tile.fill(QColor(colours.card))
    with QPainter(tile) as squares:
        for x, y in ((0, 0), (side, side)):
            squares.fillRect(x, y, side, side, QColor(colours.raised))
    painter.fillRect(area, QBrush(tile))
