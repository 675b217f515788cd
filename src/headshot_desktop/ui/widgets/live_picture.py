"""What there is to see of a headshot while it is being made."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.widgets.graphic import Graphic
from headshot_desktop.ui.widgets.waiting import Waiting

SIDE = 256


class LivePicture(Graphic):
    """Shows the newest small picture as large as it goes; holds one at a time and drops it with `clear`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(self.tr("The headshot as it comes"))
        self._picture = QImage()
        self.waiting = Waiting(self)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._picture.isNull()

    def show_image(self, image: QImage) -> None:
        """Show this one; a null picture leaves what is there."""
        if not image.isNull():
            self._picture = image
            self.waiting.hide()
            self.update()

    def begin(self) -> None:
        """Something is being made, and nothing is to be seen of it yet."""
        self.waiting.setVisible(self.empty)

    def clear(self) -> None:
        """Forget the picture."""
        self._picture = QImage()
        self.waiting.hide()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The picture in the middle, or a quiet frame."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        size = QSize(self.size() if self.empty else self._picture.size())
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(0, 0, size.width(), size.height())
        frame.moveCenter(QRectF(self.rect()).center())
        path = QPainterPath()
        path.addRoundedRect(frame, 6, 6)
        painter.setClipPath(path)
        if self.empty:
            painter.fillPath(path, QColor(theme.colours().raised))
        else:
            painter.drawImage(frame, self._picture)
