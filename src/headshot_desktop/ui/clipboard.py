"""Pictures from and to the clipboard, in memory only."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

_OURS = "application/x-headshot-desktop"
"""Tells our picture on the clipboard from other people's."""


def png_of(image: QImage) -> bytes:
    """A picture as the content of a PNG file, RGBA 8-bit; slow for a large one, so it belongs on the worker thread.

    Written by hand (PNG specification, third edition): Qt's writer over a buffer of ours could wait for ever, see
    `icons._drawn`.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    width, height, line = plain.width(), plain.height(), plain.bytesPerLine()
    pixels = memoryview(plain.constBits())
    rows = b"".join(b"\0" + bytes(pixels[y * line : y * line + 4 * width]) for y in range(height))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows, 1)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def copy(image: QImage | None, path: Path) -> None:
    """Put a saved file on the clipboard, and its pixels beside it, marked for managers not to keep them.

    Whoever takes the file gets its marks; whoever takes the pixels gets none. Without `image` there is only the file.

    The marks are those that password managers use on each system (KeePassXC documents them): KDE's klipper, Windows'
    history and cloud clipboard, and macOS' pasteboard convention. A manager that ignores them keeps the picture;
    `forget` takes it off the clipboard itself.
    """
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    if image is not None:
        data.setImageData(image)
    data.setData("x-kde-passwordManagerHint", QByteArray(b"secret"))
    data.setData(
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', QByteArray(b"\1")
    )
    data.setData('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', QByteArray(bytes(4)))
    data.setData("application/x-nspasteboard-concealed-type", QByteArray(b"1"))
    data.setData(_OURS, QByteArray(b"1"))
    QGuiApplication.clipboard().setMimeData(data)


def forget() -> None:
    """Take our picture off the clipboard, if it is still there; what somebody else copied since stays."""
    clipboard = QGuiApplication.clipboard()
    data = clipboard.mimeData()
    if data is not None and data.hasFormat(_OURS):
        clipboard.clear()
