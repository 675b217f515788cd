"""The program's own icons, in the colour of the text that they stand beside."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from headshot_desktop.resources import resource

SIDE = 20
"""Device-independent pixels."""

SCALES = (1, 2, 3)


def icon(name: str, colour: str) -> QIcon:
    """The icon `name` of `resources/icons`; every black line of it is drawn in `colour` (`#rrggbb`)."""
    content = resource(f"icons/{name}.svg").read_bytes().replace(b"#000000", colour.encode())
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(_drawn(content, SIDE * scale))
    return made


def program_icon() -> QIcon:
    """The program's own, for the window and the task bar."""
    content = resource("icons/headshot-desktop.svg").read_bytes()
    made = QIcon()
    for side in (16, 32, 64, 128, 256):
        made.addPixmap(_drawn(content, side))
    return made


def _drawn(content: bytes, side: int) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImage(reader.read())
