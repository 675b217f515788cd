"""“Anonymised copy”: a picture to send instead of a photo; what it shows, what remains, and where to save it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.app.anonymised import LOOK, REMAINS
from headshot_desktop.app.studio import Photo
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.engine.protocol import Anonymised
from headshot_desktop.ui import theme
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.engine_words import engine_words, refusal_words
from headshot_desktop.ui.file_dialogs import choose_folder, pictures_folder
from headshot_desktop.ui.pixels import decoded
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label, safe

SHOWN = 260
"""Side of the preview, device-independent pixels."""


class AnonymisedDialog(QDialog):
    """Draws the copy of one photo as soon as it is made, and saves it when asked."""

    def __init__(self, model: SessionModel, photo: Photo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.wear(self)
        self.setWindowTitle(self.tr("Anonymised copy"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model, self._gone = model, False
        self._made: Anonymised | None = None
        self.picture = QLabel(self)
        self.picture.setFixedSize(SHOWN, SHOWN)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.state = label(self.tr("Drawing the copy…"), "quiet")
        self.people, self.remains, self.look = label("", "heading"), label(), label()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        self.save = QPushButton(self.tr("Save…"), self)
        self.save.setAccessibleDescription(self.tr("Asks for a folder; the file's name says nothing about you."))
        self.save.setEnabled(False)
        self.save.setDefault(True)
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._choose)
        box.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(self.tr("To send to support or to a colleague instead of your photo."), "quiet"))
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self.people, self.remains, self.look, self.state):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(box)
        self.resize(520, 540)
        model.wiped.connect(self.reject)
        self._draw(photo)

    def done(self, code: int) -> None:
        """No answer is wanted any more."""
        self._gone = True
        super().done(code)

    def _draw(self, photo: Photo) -> None:
        def work() -> tuple[Anonymised, QImage]:
            made = self._model.studio.anonymise(photo)
            return made, decoded(bytearray(made.picture), 2 * SHOWN)

        self._model.tasks.run(work, lambda found: self._drawn(*found), self._failed)

    def _drawn(self, made: Anonymised, image: QImage) -> None:
        if self._gone:
            return
        self._made = made
        pixmap = QPixmap.fromImage(image)
        ratio = self.devicePixelRatioF()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixmap = pixmap.scaled(round(SHOWN * ratio), round(SHOWN * ratio), keep, smooth)
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)
        self.picture.setAccessibleName(self.tr("The copy: figures with a pattern in the place of each face"))
        self.people.setText(self.tr("%n person(s) drawn", "", made.people))
        self.remains.setText(engine_words(REMAINS))
        self.look.setText(engine_words(LOOK))
        self.state.setText("")
        self.save.setEnabled(True)
        announce(self, f"{self.people.text()}. {self.look.text()}")

    def _choose(self) -> None:
        folder = choose_folder(self, self.tr("Choose a folder for the copy"), pictures_folder())
        made = self._made
        if folder is None or made is None:
            return
        self.save.setEnabled(False)
        studio = self._model.studio
        self._model.tasks.run(lambda: studio.save_anonymised(made, folder), self._saved, self._failed)

    def _saved(self, path: Path) -> None:
        if not self._gone:
            self.save.setEnabled(True)
            self._say(self.tr("Saved as {name}.").format(name=safe(path.name)), "good")

    def _failed(self, error: HeadshotError) -> None:
        if not self._gone:
            self.save.setEnabled(self._made is not None)
            self._say(safe(refusal_words(error)), "warning")

    def _say(self, words: str, role: str) -> None:
        self.state.setText(words)
        self.state.setProperty("role", role)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        announce(self, words)
