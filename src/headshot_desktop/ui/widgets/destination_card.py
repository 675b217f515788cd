"""One place where the headshot will be used: its name, shape and size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.request import Shape
from headshot_desktop.ui import theme
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.choice_card import ChoiceCard
from headshot_desktop.ui.widgets.text import label

WIDTH = 240


class DestinationCard(ChoiceCard):
    """Several may be chosen at once."""

    def __init__(self, destination: Destination, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("Destinations", destination.name)
        super().__init__(name, parent)
        self.destination = destination
        self.setToolTip(QCoreApplication.translate("Destinations", destination.note) if destination.note else "")
        self.setAccessibleDescription(f"{self.size_words()}. {self.toolTip()}")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(ShapeSign(destination, self))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(name))
        words.addWidget(label(self.size_words(), "quiet"))
        row.addLayout(words, 1)

    def size_words(self) -> str:
        """Pixels and format, as text."""
        framing, kind = self.destination.framing, self.destination.export.format.value.upper()
        if framing.whole_photo:
            return self.tr("as large as the photo · {kind}").format(kind=kind)
        return f"{framing.width} × {framing.height} · {kind}"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All cards are of one width."""
        return QSize(WIDTH, max(64, super().sizeHint().height()))


class ShapeSign(QWidget):
    """The destination's shape, drawn to scale."""

    def __init__(self, destination: Destination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._destination = destination
        self.setFixedSize(36, 36)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The frame, and the circle where one is cut out."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colours().quiet), 1.5))
        framing = self._destination.framing
        size = QSize(framing.width or 4, framing.height or 3)
        size.scale(self.size() - QSize(4, 4), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(0, 0, size.width(), size.height())
        frame.moveCenter(QRectF(self.rect()).center())
        if framing.shape is Shape.CIRCLE:
            painter.drawEllipse(frame)
        else:
            painter.drawRect(frame)
