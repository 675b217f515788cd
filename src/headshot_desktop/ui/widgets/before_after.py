"""The result over the photo it was made from, with a divider to move between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from headshot_desktop.app.studio import Photo
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.ui import theme
from headshot_desktop.ui.pixels import decoded
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.zoom_view import ZoomView
from headshot_desktop.vault.format import wipe

Eyes = tuple[QPointF, QPointF]
"""The person's right and left iris, as shares of a picture's width and height."""

STEP = 0.02
GRIP = 14.0
"""Radius of the divider's handle; the mouse takes it within twice that."""

_VEIL = QColor(0, 0, 0, 150)


@dataclass(frozen=True)
class Original:
    """A photo whose own pixels can be shown, and how many it has, upright."""

    photo: Photo
    width: int
    height: int


def eyes_of_photo(measures: Mapping[str, float]) -> Eyes | None:
    """The eyes in a photo, from what was measured in it; None where that does not tell."""
    names = ("right_eye_x", "right_eye_y", "left_eye_x", "left_eye_y")
    if not all(name in measures for name in names):
        return None
    right_x, right_y, left_x, left_y = (measures[name] for name in names)
    return QPointF(right_x, right_y), QPointF(left_x, left_y)


def eyes_of_result(report: Mapping[str, Any]) -> Eyes | None:
    """The eyes in a result, from the engine's report on it; None where that does not tell."""
    eyes = report.get("eyes")
    if not isinstance(eyes, Sequence) or len(eyes) != 2:
        return None
    (right_x, right_y), (left_x, left_y) = eyes
    return QPointF(right_x, right_y), QPointF(left_x, left_y)


def overlay(photo: tuple[QSize, Eyes], result: tuple[QSize, Eyes]) -> QTransform | None:
    """The similarity (turn, scale, shift) that lays the photo's eyes on the result's, from pixels to pixels.

    With eyes as complex numbers p and q it is z ↦ a z + b, a = (q₂ − q₁) / (p₂ − p₁), b = q₁ − a p₁. None when the
    photo's eyes are one point.
    """
    p1, p2 = (complex(eye.x() * photo[0].width(), eye.y() * photo[0].height()) for eye in photo[1])
    q1, q2 = (complex(eye.x() * result[0].width(), eye.y() * result[0].height()) for eye in result[1])
    if abs(p2 - p1) < 1:
        return None
    turn = (q2 - q1) / (p2 - p1)
    shift = q1 - turn * p1
    return QTransform(turn.real, turn.imag, -turn.imag, turn.real, shift.real, shift.imag)


class BeforeAfter(ZoomView):
    """The photo on the leading side of the divider, the result on the other.

    First the photo's small copy is laid there, so that something is seen at once; then its own pixels, which the engine
    cuts from the photo at the result's size when somebody looks at them. Those are nowhere stored. Where nobody knows
    how the photo lies below the result, both are shown beside each other instead.
    """

    divider_changed = Signal(float)

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.divider = 0.0
        self.before_handle = ""
        self._before = QImage()
        self._eyes: tuple[Eyes | None, Eyes | None] = (None, None)
        self._whole = False
        self._original: Original | None = None
        self._own, self._own_fitted = QImage(), QImage()  # the photo's own pixels in the result's frame
        self._asked: tuple[object, ...] = ()
        self._sliding = False
        self.setMouseTracking(True)

    # ------------------------------------------------------------------ the photo

    def show_before(
        self,
        handle: str,
        photo: Eyes | None,
        result: Eyes | None,
        *,
        whole: bool = False,
        original: Original | None = None,
    ) -> None:
        """Take the photo's small copy as what was before.

        Args:
            handle: of the copy; empty for none.
            photo: eyes in the photo, if known.
            result: eyes in the result, if known.
            whole: the result is the photo's whole frame, nothing was moved.
            original: where its own pixels come from; without it the small copy stays.
        """
        self._eyes, self._whole, self._original = (photo, result), whole, original
        if handle != self.before_handle:
            self.before_handle, self._before = handle, QImage()
            if handle:
                self.model.load(handle, lambda image: self._take_before(handle, image))
        self._want_own()
        self.update()

    def _take_before(self, handle: str, image: QImage) -> None:
        if isValid(self) and handle == self.before_handle:
            self._before = image
            self._fit_pixels()
            self.update()

    def clear(self) -> None:
        """Forget both pictures."""
        super().clear()
        self.before_handle, self._before, self._original = "", QImage(), None
        self._forget_own()

    @property
    def has_before(self) -> bool:
        """Whether there is a photo to compare with."""
        return not self._before.isNull() and not self.image.isNull()

    def overlay(self) -> QTransform | None:
        """From the photo's pixels to the result's; None when they can only be shown beside each other."""
        if not self.has_before:
            return None
        return self._laid(self._before.size())

    def _laid(self, before: QSize) -> QTransform | None:
        """As `overlay`, for a copy of the photo with so many pixels."""
        (photo, result), after = self._eyes, self.image.size()
        if self._whole:
            return QTransform.fromScale(after.width() / before.width(), after.height() / before.height())
        if photo is None or result is None:
            return None
        return overlay((before, photo), (after, result))

    # ------------------------------------------------------------------ its own pixels

    @property
    def sharp(self) -> bool:
        """Whether the photo is shown from its own pixels."""
        return not self._own.isNull()

    def _forget_own(self) -> None:
        self._asked, self._own, self._own_fitted = (), QImage(), QImage()

    def _want_own(self) -> None:
        """Ask for the photo's own pixels once somebody looks at it."""
        original = self._original
        if original is None or self.image.isNull():
            self._forget_own()
            return
        laid = self._laid(QSize(original.width, original.height))
        if laid is None or self.divider <= 0:
            return
        place = (laid.m11(), laid.m21(), laid.dx(), laid.m12(), laid.m22(), laid.dy())
        asked = (original, self.handle, place)
        if asked != self._asked:
            self._forget_own()
            self._asked = asked
            self._order_own(original.photo, place, self.image.size(), asked)

    def _order_own(self, photo: Photo, place: Sequence[float], size: QSize, asked: tuple[object, ...]) -> None:
        studio, told = self.model.studio, False

        def work() -> QImage:
            content = studio.original(photo, place, size.width(), size.height())
            try:
                return decoded(content)
            finally:
                wipe(content)

        def failed(error: HeadshotError) -> None:
            nonlocal told
            told = True
            if isValid(self) and asked == self._asked:
                self.model.failed.emit("review", error)

        def ended() -> None:
            if isValid(self) and asked == self._asked and not told and not self.sharp:
                self._asked = ()  # somebody cancelled what ran: asked again at the next look

        self.model.tasks.run(work, lambda image: self._take_own(asked, image), failed, ended)

    def _take_own(self, asked: tuple[object, ...], image: QImage) -> None:
        if isValid(self) and asked == self._asked:
            self._own = image
            self._fit_own()
            self.update()

    def _loaded(self, handle: str, image: QImage) -> None:
        super()._loaded(handle, image)
        self._want_own()

    def _fit_pixels(self) -> None:
        super()._fit_pixels()
        self._fit_own()

    def _fit_own(self) -> None:
        """See `ZoomView._fit_pixels`."""
        size, image = self._fitted_size(), self._own
        if image.isNull() or size == self._own_fitted.size() or size.width() >= image.width():
            return
        shapes, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation

        def take(made: QImage) -> None:
            if isValid(self) and image.cacheKey() == self._own.cacheKey():
                self._own_fitted = made
                self.update()

        self.model.tasks.run(lambda: image.scaled(size, shapes, smooth), take, passing=True)

    # ------------------------------------------------------------------ the divider

    def slide(self, divider: float) -> None:
        """Move the divider: 0 shows the result only, 1 the photo only."""
        self.divider = min(max(divider, 0.0), 1.0)
        self.setAccessibleDescription(
            self.tr("Before and after; the photo covers {share} %.").format(share=round(self.divider * 100))
        )
        self._want_own()
        self._fit_pixels()
        self.update()
        self.divider_changed.emit(self.divider)

    @property
    def beside(self) -> bool:
        """Whether photo and result are shown beside each other now."""
        return self.has_before and self.divider > 0 and self.overlay() is None

    def _halves(self) -> tuple[QRectF, QRectF]:
        """The leading and the other half of the view."""
        whole = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        left, right = QRectF(whole), QRectF(whole)
        left.setRight(whole.center().x() - 4)
        right.setLeft(whole.center().x() + 4)
        return (right, left) if self.isRightToLeft() else (left, right)

    def place(self) -> QRectF:
        """See `ZoomView.place`."""
        return self._halves()[1] if self.beside else super().place()

    def _frame(self) -> QRectF:
        """The part of the view that shows the result."""
        return self.mapping().mapRect(QRectF(self.image.rect())) & self.place()

    def _line(self) -> float:
        frame = self._frame()
        share = 1 - self.divider if self.isRightToLeft() else self.divider
        return frame.left() + share * frame.width()

    # ------------------------------------------------------------------ hands

    def _near_line(self, position: QPointF) -> bool:
        return self.overlay() is not None and abs(position.x() - self._line()) <= 2 * GRIP

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the divider, or the picture."""
        if event.button() == Qt.MouseButton.LeftButton and self._near_line(event.position()):
            self._sliding = True
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move what was taken."""
        if self._sliding:
            frame = self._frame()
            share = (event.position().x() - frame.left()) / max(frame.width(), 1)
            self.slide(1 - share if self.isRightToLeft() else share)
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            near = self._near_line(event.position())
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let it go."""
        self._sliding = False
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right move the divider; with Control also while the picture is zoomed."""
        ways = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.has_before and event.key() in ways and (self.fitted or control):
            way = ways[Qt.Key(event.key())]
            self.slide(self.divider + (-way if self.isRightToLeft() else way))
        elif self.has_before and event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.slide(float(event.key() == Qt.Key.Key_End))
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ painting

    def paint_picture(self, painter: QPainter) -> None:
        """See `ZoomView.paint_picture`; then the photo, the divider and their names."""
        overlay = self.overlay()
        if self.beside:
            painter.setClipRect(self.rect())
            self._paint_beside(painter)
        painter.save()
        super().paint_picture(painter)
        painter.restore()
        if overlay is not None:
            self._paint_over(painter, overlay)
        if self.has_before and self.divider > 0:
            self._paint_names(painter)

    def _paint_beside(self, painter: QPainter) -> None:
        room = self._halves()[0]
        size = self._before.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(0, 0, size.width(), size.height())
        frame.moveCenter(room.center())
        painter.drawImage(frame, self._before)

    def _paint_over(self, painter: QPainter, overlay: QTransform) -> None:
        frame, line = self._frame(), self._line()
        covered = QRectF(frame)
        if self.isRightToLeft():
            covered.setLeft(line)
        else:
            covered.setRight(line)
        if self.divider > 0:
            painter.save()
            painter.setClipRect(covered, Qt.ClipOperation.IntersectClip)
            painter.fillRect(covered, QColor(theme.colours().raised))  # where the photo has nothing to show
            self._paint_photo(painter, overlay)
            painter.restore()
        self._paint_divider(painter, frame, line)

    def _paint_photo(self, painter: QPainter, overlay: QTransform) -> None:
        mapping = self.mapping()
        if self.sharp and self.fitted and self._own_fitted.size() == self._fitted_size():
            painter.drawImage(mapping.mapRect(QRectF(self.image.rect())), self._own_fitted)
            return
        painter.setTransform(mapping if self.sharp else overlay * mapping, combine=True)
        painter.drawImage(QPointF(0, 0), self._own if self.sharp else self._before)

    def _paint_divider(self, painter: QPainter, frame: QRectF, line: float) -> None:
        middle = QPointF(min(max(line, frame.left() + GRIP + 2), frame.right() - GRIP - 2), frame.center().y())
        painter.setPen(QPen(QColor(255, 255, 255, 230), 2))
        if 0 < self.divider < 1:
            painter.drawLine(QPointF(line, frame.top()), QPointF(line, frame.bottom()))
        painter.setBrush(_VEIL)
        painter.drawEllipse(middle, GRIP, GRIP)
        arrows = QPainterPath()
        for way in (-1, 1):
            arrows.moveTo(middle + QPointF(way * 4, -5))
            arrows.lineTo(middle + QPointF(way * 9, 0))
            arrows.lineTo(middle + QPointF(way * 4, 5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(arrows)

    def _paint_names(self, painter: QPainter) -> None:
        before, after = self.tr("Before"), self.tr("After")
        if self.beside:
            first, second = self._halves()
        else:
            frame, line = self._frame(), self._line()
            first, second = QRectF(frame), QRectF(frame)
            (second if self.isRightToLeft() else first).setRight(line)
            (first if self.isRightToLeft() else second).setLeft(line)
        for area, name in ((first, before), (second, after)):
            self._paint_name(painter, area, name)

    def _paint_name(self, painter: QPainter, area: QRectF, name: str) -> None:
        words = QRectF(painter.fontMetrics().boundingRect(name)).adjusted(-8, -4, 8, 4)
        if area.width() < words.width() + 16:
            return
        words.moveTopLeft(area.topLeft() + QPointF(8, 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_VEIL)
        painter.drawRoundedRect(words, 4, 4)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, name)
