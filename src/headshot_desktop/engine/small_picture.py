"""Small pictures that cross a pipe on the way to a result: how large they may be, and whether one is what it says.

The child that made one is untrusted: size and dimensions are checked on the file's first bytes, before anything
decodes it. Standard library only.
"""

from __future__ import annotations

import struct

from headshot_desktop.engine.wire import SMALL_PICTURE, Content

LONGEST = 384
"""Most pixels along one side."""

MOST_BYTES = SMALL_PICTURE

_PNG = b"\x89PNG\r\n\x1a\n"
_SIZES = {0xC0, 0xC1, 0xC2}
"""JPEG markers that hold the size: baseline, extended and progressive frames (ITU T.81, table B.1)."""


def checked(untrusted: Content) -> Content:
    """The same bytes, when they begin like a PNG or JPEG of at most `LONGEST` pixels and `MOST_BYTES` bytes.

    Raises:
        ValueError: they do not.
    """
    if len(untrusted) > MOST_BYTES:
        raise ValueError("a small picture that is not small")
    width, height = dimensions(untrusted)
    if not (0 < width <= LONGEST and 0 < height <= LONGEST):
        raise ValueError(f"a small picture of {width} × {height} pixels")
    return untrusted


def dimensions(untrusted: Content) -> tuple[int, int]:
    """Width and height that a PNG or JPEG file claims; `ValueError` for anything else."""
    if untrusted[:8] == _PNG and untrusted[12:16] == b"IHDR" and len(untrusted) >= 24:
        width, height = struct.unpack(">II", untrusted[16:24])
        return int(width), int(height)
    if untrusted[:2] == b"\xff\xd8":
        return _jpeg(untrusted)
    raise ValueError("neither PNG nor JPEG")


def _jpeg(untrusted: Content) -> tuple[int, int]:
    """From segment to segment up to the frame header; each is a marker, a length that counts itself, and content."""
    place = 2
    while place + 9 <= len(untrusted):
        start, marker, length = struct.unpack(">BBH", untrusted[place : place + 4])
        if start != 0xFF or length < 2:
            break
        if marker in _SIZES:
            height, width = struct.unpack(">HH", untrusted[place + 5 : place + 9])
            return int(width), int(height)
        place += 2 + length
    raise ValueError("a JPEG without a size")
