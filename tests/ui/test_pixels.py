"""Files become pixels by the reader of their own format only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from headshot_desktop.ui.pixels import decoded, read


def _file(kind: str) -> bytes:
    image = QImage(6, 4, QImage.Format.Format_RGB32)
    image.fill(0xFF8040)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(content.data())


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("kind", ["PNG", "JPG", "WEBP"])
def test_what_the_program_makes_is_read(kind: str) -> None:
    assert decoded(bytearray(_file(kind))).width() == 6
    assert decoded(bytearray(_file(kind)), 3).width() == 3


@pytest.mark.parametrize(
    "content",
    [b"", b'<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>', b"BM" + bytes(60), b"GIF89a" + bytes(20)],
    ids=["empty", "svg", "bmp", "gif"],
)
def test_no_other_reader_is_asked(content: bytes) -> None:
    """The one for SVG connects signals, which may stop the worker thread and the window for ever."""
    assert read(content).isNull()


def test_a_damaged_file_of_a_known_kind_is_nothing() -> None:
    assert read(_file("PNG")[:20]).isNull()
