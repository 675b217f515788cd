"""Pictures from and to the clipboard, in memory only."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter


def png_of(image: QImage) -> bytes:
    """A picture as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())


def copy(image: QImage) -> None:
    """Put a picture on the clipboard, marked for managers not to keep it.

    The marks are those that password managers use on each system (KeePassXC documents them): KDE's klipper, Windows'
    history and cloud clipboard, and macOS' pasteboard convention. A manager that ignores them keeps the picture.
    """
    data = QMimeData()
    data.setImageData(image)
    data.setData("x-kde-passwordManagerHint", QByteArray(b"secret"))
    data.setData(
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', QByteArray(b"\1")
    )
    data.setData('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', QByteArray(bytes(4)))
    data.setData("application/x-nspasteboard-concealed-type", QByteArray(b"1"))
    QGuiApplication.clipboard().setMimeData(data)
