"""From a file's content to what Qt paints fast."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage


def decoded(content: bytearray, longest: int = 0) -> QImage:
    """The picture in a PNG or JPEG file; any thread may ask.

    Args:
        content: the file.
        longest: pixels of its longer side, if it is to be made that small; 0 keeps its size.
    """
    image = QImage.fromData(content)
    if 0 < longest < max(image.width(), image.height()):
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(longest, longest, keep, smooth)
    kinds = QImage.Format
    return image.convertToFormat(kinds.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else kinds.Format_RGB32)
