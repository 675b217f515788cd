"""What a photo's card shows of it: its small copy, a refused photo itself, or a sign that says why there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from headshot_desktop.app.studio import Photo, Studio
from headshot_desktop.ui import theme
from headshot_desktop.ui.icons import icon
from headshot_desktop.ui.pixels import decoded
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import PhotoEntry
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.vault.format import wipe

SCALE = 0.05
"""Of the first look, which tells how large the photo is."""

FRAME = 512
"""Pixels of each side of what is asked for: with `SCALE`, enough for photos of 10 000 pixels."""

LEAST = 264
"""Pixels of the longer side below which it is looked at once more, less reduced: a card at 200 %."""

SIGN = 40
"""Device-independent pixels."""


class PhotoView(PictureView):
    """Never an empty box.

    Of a refused photo nothing is stored but the photo itself, so the engine lays it here small each time that the card
    is built; those pixels go with the card, with a lock and with a wipe.
    """

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._sign, self._role, self._words = "photos", "quiet", ""

    def show_entry(self, entry: PhotoEntry, description: str) -> None:
        """Show what there is to see of a photo."""
        if entry.refusal is None:
            self.show_handle(entry.inspection.thumbnail if entry.inspection else "", description)
            return
        self._sign, self._role = "warning", "warning"
        self._words = self.tr("Not used") if entry.readable else self.tr("Cannot be shown")
        self.setAccessibleName(f"{description}: {self._words}")
        if entry.readable and self.handle != entry.photo.handle:
            self.handle = entry.photo.handle
            self._order(entry.photo)
        self.update()

    def _order(self, photo: Photo) -> None:
        handle = photo.handle

        def show(image: QImage) -> None:
            self._loaded(handle, image)

        def failed(error: object) -> None:
            del error  # the card says already that it cannot be used
            if isValid(self) and self.handle == handle:
                self._words = self.tr("Cannot be shown")
                self.update()

        def ended() -> None:
            if isValid(self) and self.handle == handle and not self.loaded:
                self.handle = ""  # somebody cancelled what ran: asked again when the card is looked at

        self.model.tasks.run(_reduced(self.model.studio, photo), show, failed, ended, passing=True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The picture, or a sign in its place."""
        super().paintEvent(event)
        if self.loaded:
            return
        painter = QPainter(self)
        colour = getattr(theme.colours(), self._role)
        middle = self.rect().center()
        place = QRect(0, 0, SIGN, SIGN)
        place.moveCenter(middle)
        words = QRectF(self.rect().adjusted(GRID, 0, -GRID, -GRID))
        if self._words:
            place.translate(0, -2 * GRID)
            words.setTop(place.bottom() + GRID // 2)
            painter.setPen(QColor(theme.colours().text))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(words, int(flags), self._words)
        icon(self._sign, colour).paint(painter, place)


def _reduced(studio: Studio, photo: Photo) -> Callable[[], QImage]:
    """A job that shows a photo small whose size nobody has told: a refusal keeps nothing of what was found out."""

    def laid(scale: float) -> QImage:
        content = studio.original(photo, (scale, 0.0, 0.0, 0.0, scale, 0.0), FRAME, FRAME)
        try:
            return covered(decoded(content))
        finally:
            wipe(content)

    def work() -> QImage:
        image = laid(SCALE)
        longest = max(image.width(), image.height())
        return image if longest >= LEAST else laid(min(1.0, SCALE * (FRAME - 1) / (longest + 1)))

    return work


def covered(image: QImage) -> QImage:
    """The part of a picture in which there is something; all of it where it has no alpha."""
    if not image.hasAlphaChannel():
        return image
    # A column and a row through the corner that is always covered tell how far the photo goes.
    width = sum(image.pixelColor(x, 0).alpha() > 127 for x in range(image.width()))
    height = sum(image.pixelColor(0, y).alpha() > 127 for y in range(image.height()))
    return image.copy(0, 0, max(1, width), max(1, height)).convertToFormat(QImage.Format.Format_RGB32)
