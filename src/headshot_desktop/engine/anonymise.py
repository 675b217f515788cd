"""A picture to send instead of a photo: drawn anew, out of a few that are the same for everybody.

Nothing of the photo's pixels is taken over. Of all faces that are found only an `Arrangement` is kept: for one person
whether they are left, in the middle or right, and near or far; for several how many they are. That is one of
`len(ARRANGEMENTS)` = 13, so a picture says log2(13) = 3.7 bits about its photo at the most, log2(6) = 2.6 bits about
the photo of one person. Everything else (pattern, figure, backdrop, size) is a constant.

Why so little: an attack that is trained on pairs tells people apart by their clothes, even in a mosaic of twelve
squares, and by a finer place (`docs/privacy-anonymised.md`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
Plane = npt.NDArray[np.float32]
Box = tuple[float, float, float, float]

SIDE = 1024
"""Every anonymised picture is a square of so many pixels, whatever the photo's size and shape."""

COLUMNS = 3
"""Places of a single person across the picture."""

NEAR = 1 / 6
"""Height of a single face, as a share of the photo's shorter side, from which it is near."""

MOST = 8
"""People that are drawn; more are drawn as so many."""

_SEED = 20_261_123
"""Of the pattern. Any number would do; it is never changed, so that all pictures have the same."""

_TILES = 8
"""Tiles of the pattern along a head's width."""

_HEAD = 0.80
"""Width of the standard head, as a share of its height."""

_GAP = 0.03
"""Backdrop around each figure, in heights of its head, so that people side by side are told apart."""

BACKDROP, BODY = (226, 229, 233), (92, 104, 122)
INKS = ((28, 78, 128), (62, 146, 178), (150, 208, 196), (206, 220, 116), (108, 84, 158))
"""Colours, sRGB. None of them is a colour of skin or hair."""


@dataclass(frozen=True, order=True)
class Arrangement:
    """All that is known of a photo in its anonymised picture.

    Attributes:
        people: 1 to `MOST`.
        column: of a single person, 0 (left) to 2; 1 for several.
        near: of a single person; true for several.
    """

    people: int
    column: int = 1
    near: bool = True


ARRANGEMENTS: tuple[Arrangement, ...] = (
    *(Arrangement(1, column, near) for near in (True, False) for column in range(COLUMNS)),
    *(Arrangement(people) for people in range(2, MOST + 1)),
)
"""Every one that there is: there is a picture for each, and no other."""

BITS = log2(len(ARRANGEMENTS))
"""What a picture can say about its photo at the most."""


def arrangement(boxes: Sequence[Box], width: int, height: int) -> Arrangement:
    """What remains of the faces in a photo.

    Args:
        boxes: x, y, width, height of each face in pixels of the photo; at least one.
        width: of the photo, pixels.
        height: of the photo, pixels.
    """
    if not boxes:
        raise ValueError("A photo without a face has no arrangement.")
    if len(boxes) > 1:
        return Arrangement(min(len(boxes), MOST))
    x, _, wide, high = boxes[0]
    column = int(np.clip((x + wide / 2) / width * COLUMNS, 0, COLUMNS - 1))
    return Arrangement(1, column, near=high >= NEAR * min(width, height))


def draw(arranged: Arrangement) -> Picture:
    """The picture of an arrangement: (SIDE, SIDE, 3) uint8 sRGB; a constant for each of `ARRANGEMENTS`."""
    canvas: Plane = np.empty((SIDE, SIDE, 3), np.float32)
    canvas[:] = BACKDROP
    for middle, top, head in _figures(arranged):
        _figure(canvas, middle, top, head)
    return np.asarray(np.rint(canvas), np.uint8)


def _figures(arranged: Arrangement) -> list[tuple[float, float, float]]:
    """Middle, top and height of each standard head, pixels; several stand side by side."""
    if arranged.people > 1:
        head = min(0.34, 0.92 / arranged.people) * SIDE
        return [
            ((place + 0.5) * SIDE / arranged.people, 0.40 * SIDE - head / 2, head) for place in range(arranged.people)
        ]
    middle = (0.5 + 0.24 * (arranged.column - 1)) * SIDE
    return [(middle, 0.16 * SIDE, 0.42 * SIDE) if arranged.near else (middle, 0.34 * SIDE, 0.17 * SIDE)]


def _figure(canvas: Plane, middle: float, top: float, head: float) -> None:
    """One standard person: shoulders down to the picture's edge, and a head with the pattern on it."""
    soft = 1 / head  # one pixel of every outline is mixed
    part, x, y = _near(canvas, (middle - 1.1 * head, middle + 1.1 * head), (0, SIDE), (middle, top, head))
    trunk = np.where(y < 2.0, 1 - ((2.0 - np.minimum(y, 2.0)) / 0.92) ** 2.6, 1.0)
    shoulders = 1.02 * np.sqrt(np.clip(trunk, 0, 1)) - np.abs(x)
    neck = np.minimum(0.20 - np.abs(x), np.minimum(y - 0.80, 1.5 - y))
    body = np.maximum(np.where(y > 1.0, shoulders, -1), neck)
    _paint(part, body + _GAP, soft, np.array(BACKDROP, np.float32))
    _paint(part, body, soft, np.array(BODY, np.float32))
    # A superellipse covers hair and ears better than an oval, and is nobody's outline.
    half = 0.45 * head
    part, x, y = _near(canvas, (middle - half, middle + half), (top - 2, top + head + 2), (middle, top, head))
    reach = (np.abs(x / (_HEAD / 2)) ** 2.5 + np.abs((y - 0.5) / 0.5) ** 2.5) ** 0.4
    _paint(part, (1 - reach) * _HEAD / 2, soft, _pattern(x, y))


def _near(
    canvas: Plane, across: tuple[float, float], down: tuple[float, float], origin: tuple[float, float, float]
) -> tuple[Plane, Plane, Plane]:
    """A window of the canvas; its pixels' coordinates right of the head's middle and below its top, in its heights."""
    left, right = max(0, int(across[0])), min(SIDE, int(across[1]) + 1)
    upper, lower = max(0, int(down[0])), min(SIDE, int(down[1]) + 1)
    middle, top, head = origin
    x = (np.arange(left, right, dtype=np.float32) + 0.5 - middle) / head
    y = (np.arange(upper, lower, dtype=np.float32) + 0.5 - top) / head
    x, y = np.broadcast_arrays(x[None, :], y[:, None])
    return canvas[upper:lower, left:right], np.asarray(x, np.float32), np.asarray(y, np.float32)


def _paint(canvas: Plane, inside: npt.NDArray[np.floating], soft: float, colour: Plane) -> None:
    """Lay a colour over the places where `inside` is positive; its unit is that of `soft`."""
    cover = np.clip(inside / soft + 0.5, 0, 1).astype(np.float32)[..., None]
    canvas += (colour - canvas) * cover


def _pattern(x: npt.NDArray[np.floating], y: npt.NDArray[np.floating]) -> Plane:
    """Triangles in five colours, (H, W, 3), for coordinates in heights of the head; out of `_SEED` alone."""
    random = np.random.default_rng(_SEED)
    rows = int(np.ceil(_TILES / _HEAD))
    inks = random.integers(0, len(INKS), (rows, _TILES, 2))
    falling = random.random((rows, _TILES)) < 0.5
    u, v = (x / _HEAD + 0.5) * _TILES, y * _TILES / _HEAD
    column = np.clip(np.floor(u), 0, _TILES - 1).astype(int)
    row = np.clip(np.floor(v), 0, rows - 1).astype(int)
    s, t = u - column, v - row
    half = np.where(falling[row, column], s > t, s + t > 1).astype(int)
    return np.asarray(np.array(INKS, np.float32)[inks[row, column, half]])
