"""One saved file: open its folder, copy it, drag it to where it is needed."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDrag, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.core.errors import MachineError, UsageError
from headshot_desktop.core.request import Shape
from headshot_desktop.records.files import read_limited
from headshot_desktop.ui.clipboard import copy
from headshot_desktop.ui.pixels import read
from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import Saved
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.ui.widgets.text import label, safe

_LARGEST = 200_000_000
"""Bytes of the largest file that is read for the clipboard."""


class SavedRow(QFrame):
    """What was written, and what can be done with it."""

    failed = Signal(object)
    """A `HeadshotError`: the file is gone, or the folder does not open."""

    def __init__(self, model: SessionModel, saved: Saved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.model, self.saved = model, saved
        self._pressed: QPoint | None = None
        name = safe(saved.path.name)
        circle = saved.destination.framing.shape is Shape.CIRCLE
        self.picture = PictureView(model, circle=circle, parent=self)
        self.picture.setFixedSize(48, 48)
        self.picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.picture.show_handle(saved.handle, self.tr("The headshot in {name}").format(name=name))
        self.state = label(self.tr("{size} · checked by reading it back").format(size=size_words(saved.size)), "good")
        self.open = QPushButton(self.tr("Open folder"), self)
        self.open.setAccessibleName(self.tr("Open the folder of {name}").format(name=name))
        self.open.clicked.connect(self._open)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setAccessibleName(self.tr("Copy {name} to the clipboard").format(name=name))
        self.copy.clicked.connect(self._copy)
        self.copy.setVisible(model.studio.limits.clipboard)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag this row to where you need the file."))
        self._arrange(name)

    def _arrange(self, name: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(name))
        words.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        row.addWidget(self.copy)
        row.addWidget(self.open)
        for button in (self.copy, self.open):
            button.setCursor(Qt.CursorShape.ArrowCursor)

    def mime(self) -> QMimeData:
        """What is dragged: the file's address, not its content."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.saved.path))])
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Perhaps a drag begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """It does, once the hand has moved far enough."""
        if self._pressed is None:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """It does not."""
        del event
        self._pressed = None

    def _drag(self) -> None:
        """Only what was saved can be dragged: a file made for the drag would lie outside the vault and outlive it."""
        if not self.saved.path.is_file():
            name = safe(self.saved.path.name)
            self.failed.emit(
                UsageError("“{name}” is not there any more. Save it again.", code="no-such-file", name=name)
            )
            return
        drag = QDrag(self)
        drag.setMimeData(self.mime())
        drag.setPixmap(self.picture.grab())
        drag.exec(Qt.DropAction.CopyAction)

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved.path.parent))):
            self.failed.emit(MachineError("The folder does not open here. Look for it in your file manager."))

    def _copy(self) -> None:
        path = self.saved.path

        def work() -> QImage | None:
            limits = self.model.studio.limits
            limits.check_clipboard()
            image = read(read_limited(path, _LARGEST))
            return None if limits.marks else image  # bare pixels carry no marks

        self.model.tasks.run(work, self._copied, self.failed.emit)

    def _copied(self, image: QImage | None) -> None:
        copy(image, self.saved.path)
        words = self.tr("Copied until you close this window. Clipboard histories are asked not to keep it.")
        carried = (
            self.tr("Only the file was copied, because your organisation requires marks.")
            if image is None
            else self.tr("Programs that take the picture instead of the file get no marks.")
        )
        self.state.setText(f"{words} {carried}")
