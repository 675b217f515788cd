"""From a file's content to what Qt paints fast."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_SIGNATURES = ((0, b"\x89PNG", "PNG"), (0, b"\xff\xd8\xff", "JPG"), (8, b"WEBP", "WEBP"))


def read(content: bytes | bytearray) -> QImage:
    """The picture in a PNG, JPEG or WebP file, null for anything else; any thread may ask.

    The format is named, because Qt otherwise asks every reader that it has, and the one for SVG connects signals. On
    the worker thread, which holds the interpreter meanwhile, that waits for a lock of the GUI thread, which waits for
    the interpreter (seen with PySide 6.11: both stood still for ever).
    """
    for place, signature, kind in _SIGNATURES:
        if bytes(content[place : place + len(signature)]) == signature:
            return QImage.fromData(content, kind)  # type: ignore[arg-type]  # the stub wants bytes, PySide text
    return QImage()


def decoded(content: bytearray, longest: int = 0) -> QImage:
    """The picture in a PNG or JPEG file; any thread may ask.

    Args:
        content: the file.
        longest: pixels of its longer side, if it is to be made that small; 0 keeps its size.
    """
    image = read(content)
    if 0 < longest < max(image.width(), image.height()):
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(longest, longest, keep, smooth)
    kinds = QImage.Format
    return image.convertToFormat(kinds.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else kinds.Format_RGB32)
