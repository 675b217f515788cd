"""Parts of large pictures: windows, the tiles that cover a picture, and pieces of an enlarged copy."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

TILE = 256
"""Pixels on a side of the tiles worked on at full resolution, so that a large photo needs little memory and time."""


@dataclass(frozen=True)
class Window:
    """A rectangle of whole pixels in a picture: left, top, width, height."""

    x: int
    y: int
    width: int
    height: int

    def of(self, picture: np.ndarray) -> np.ndarray:
        """The part of `picture` (H, W, …) in this window, as a view."""
        return picture[self.y : self.y + self.height, self.x : self.x + self.width]

    def grown(self, margin: int, height: int, width: int) -> Window:
        """The window with a margin on every side, as far as a picture of this size goes."""
        x0, y0 = max(self.x - margin, 0), max(self.y - margin, 0)
        x1, y1 = min(self.x + self.width + margin, width), min(self.y + self.height + margin, height)
        return Window(x0, y0, x1 - x0, y1 - y0)

    def scaled(self, factor: float) -> Window:
        """The same place in a picture `factor` times as large."""
        x0, y0 = round(self.x * factor), round(self.y * factor)
        x1, y1 = round((self.x + self.width) * factor), round((self.y + self.height) * factor)
        return Window(x0, y0, max(x1 - x0, 1), max(y1 - y0, 1))


def tiles(height: int, width: int) -> list[Window]:
    """Windows of at most `TILE` pixels that cover a picture."""
    return [
        Window(x, y, min(TILE, width - x), min(TILE, height - y))
        for y in range(0, height, TILE)
        for x in range(0, width, TILE)
    ]


def enlarged(small: np.ndarray, height: int, width: int, part: Window) -> np.ndarray:
    """The window `part` of `small` (h, w, C ≤ 4) enlarged bilinearly to (height, width)."""
    ratio_y, ratio_x = small.shape[0] / height, small.shape[1] / width
    matrix = np.array(
        [[ratio_x, 0, (part.x + 0.5) * ratio_x - 0.5], [0, ratio_y, (part.y + 0.5) * ratio_y - 0.5]], np.float64
    )
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = (part.width, part.height)
    return np.asarray(cv2.warpAffine(small, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE))
