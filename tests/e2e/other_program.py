"""Another program on the same screen, as `other_program.py drag FILE` or `other_program.py copy FILE`.

Its window can be dragged from: what is dropped elsewhere is the file, as a file manager's icon is. Or it puts the
picture in the file on the clipboard. It says “ready” and stays until it is killed.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent, QPaintEvent
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


def main(what: str, path: str) -> None:
    application = QApplication([])
    icon = Icon(path)
    icon.show()
    if what == "copy":
        QGuiApplication.clipboard().setImage(QImage(path))
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
