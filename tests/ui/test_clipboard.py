from __future__ import annotations

import io
import threading
import time

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.clipboard import png_of
from headshot_desktop.ui.icons import icon, program_icon


@pytest.mark.usefixtures("qapp")
def test_a_picture_becomes_a_png_that_others_read() -> None:
    image = QImage(37, 21, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.setPixelColor(36, 20, Qt.GlobalColor.red)
    read = Image.open(io.BytesIO(png_of(image)))
    assert (read.size, read.mode) == ((37, 21), "RGBA")
    assert read.getpixel((0, 0)) == (0, 128, 128, 255)
    assert read.getpixel((36, 20)) == (255, 0, 0, 255)


def test_icons_are_drawn_while_pictures_are_decoded(qtbot: QtBot) -> None:
    """Both threads at once: a reader that asks Python for its bytes stood still here, for ever."""
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    content, stop = png_of(image), threading.Event()

    def decode() -> None:
        while not stop.is_set():
            assert not QImage.fromData(content).isNull()
            time.sleep(0.002)  # else this thread takes Python's lock back before the other one wakes: slow, not stuck

    worker = threading.Thread(target=decode, daemon=True)
    worker.start()
    try:
        for number in range(100):
            drawn = icon("photos", f"#{number:06x}")
            assert not drawn.pixmap(20, 20).isNull()
            if number % 20 == 0:
                program_icon()
                qtbot.wait(1)
    finally:
        stop.set()
    worker.join(20)
    assert not worker.is_alive()
