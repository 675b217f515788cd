"""The program's own icons, in the colour of the text that they stand beside."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QIcon, QImage, QPixmap

from headshot_desktop.resources import resource

SIDE = 20
"""Device-independent pixels."""

SCALES = (1, 2, 3)


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """The icon `name` of `resources/icons`; every black line of it is drawn in `colour` (`#rrggbb`)."""
    content = resource(f"icons/{name}.svg").read_bytes().replace(b"#000000", colour.encode())
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(_drawn(content, 24, SIDE * scale))
    return made


def program_icon() -> QIcon:
    """The program's own, for the window and the task bar."""
    content = resource("icons/headshot-desktop.svg").read_bytes()
    made = QIcon()
    for side in (16, 32, 64, 128, 256):
        made.addPixmap(_drawn(content, 64, side))
    return made


def _drawn(content: bytes, own: int, side: int) -> QPixmap:
    """An SVG of `own` pixels, drawn with `side`.

    Not by a `QImageReader` over a `QBuffer` of ours: while Qt holds the lock on its image formats, it would ask that
    buffer's Python side, so it would wait for the interpreter, which the worker thread holds in `QImage.fromData` while
    it waits for Qt's lock.
    """
    size = f'width="{side}" height="{side}"'.encode()
    return QPixmap.fromImage(QImage.fromData(content.replace(f'width="{own}" height="{own}"'.encode(), size, 1)))
