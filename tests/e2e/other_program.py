"""Another program on the same screen, as `other_program.py drag|copy|take FILE`.

- drag: its window can be dragged from; what is dropped elsewhere is the file, as a file manager's icon is.
- copy: it puts the picture in the file on the clipboard.
- take: it writes into the file, as JSON, what is dropped on its window, or what is on the clipboard when it is clicked.

It says “ready” and stays until it is killed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "File manager"
PLACE, SIZE = (20, 640), 100


class Icon(QLabel):
    """A window that is one file's icon."""

    def __init__(self, path: str) -> None:
        super().__init__(TITLE)
        self._path = path
        self.setWindowTitle(TITLE)
        self.setGeometry(*PLACE, SIZE, SIZE)
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._told:  # only what is on the screen can be dragged
            self._told = True
            QTimer.singleShot(300, lambda: print("ready", flush=True))  # noqa: T201 - its word to the test

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.buttons() & Qt.MouseButton.LeftButton:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(self._path)])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


class Basket(Icon):
    """What is dropped on it, or copied before it is clicked, is written down."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        self._write(event.mimeData())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        del event
        self._write(QGuiApplication.clipboard().mimeData())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        del event

    def _write(self, data: QMimeData) -> None:
        taken = {
            "files": [url.toLocalFile() for url in data.urls()],
            "hint": bytes(data.data("x-kde-passwordManagerHint").data()).decode(),
            "width": QImage(data.imageData()).width() if data.hasImage() else 0,
        }
        Path(self._path).write_text(json.dumps(taken), "utf-8")


def main(what: str, path: str) -> None:
    application = QApplication([])
    icon = Basket(path) if what == "take" else Icon(path)
    icon.show()
    if what == "copy":
        QGuiApplication.clipboard().setImage(QImage(path))
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
