"""The photo as it was, laid where the result has the same person: what “before” means."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.errors import Bug
from headshot_desktop.engine.decoder import MAX_SIDE

Bytes = npt.NDArray[np.uint8]

SMALLEST_SCALE, LARGEST_SCALE = 0.002, 50.0
"""Result pixels per photo pixel; beyond them a place is a mistake."""


def laid(photo: Bytes, place: Sequence[float], width: int, height: int) -> Bytes:
    """The photo's own pixels, turned, scaled and shifted; nothing else is done to them.

    Args:
        photo: (H, W, 3) `uint8`, sRGB.
        place: a, b, c, d, e, f of the similarity x' = a x + b y + c, y' = d x + e y + f from the photo's pixels to the
            result's; a pixel's left edge is at a whole number.
        width: pixels of the result.
        height: pixels of the result.

    Returns:
        (height, width, 3) `uint8`, or (height, width, 4) with straight alpha where the photo does not cover all of it.

    Raises:
        Bug: `place` is no similarity, or the size is none.
    """
    matrix = np.array(place, np.float64)
    if matrix.shape != (6,) or not np.isfinite(matrix).all() or not 1 <= min(width, height) <= MAX_SIDE:
        raise Bug("A photo was to be laid somewhere that is no place.")
    matrix = matrix.reshape(2, 3)
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    if not SMALLEST_SCALE <= scale <= LARGEST_SCALE or max(width, height) > MAX_SIDE:
        raise Bug("A photo was to be laid somewhere that is no place.")
    source, matrix = _needed(photo, matrix, (width, height))
    if scale < 1 / 1.02:
        # The blur that goes with warping to fewer pixels; see `framing.placed`.
        sigma = 0.40 * float(np.sqrt(scale**-2 - 1))
        source = np.asarray(cv2.GaussianBlur(source, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE), np.uint8)
    # OpenCV counts from the middle of a pixel, `place` from its edge.
    matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5
    size = (width, height)
    shown = cv2.warpAffine(source, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    covered = cv2.warpAffine(np.full(source.shape[:2], 255, np.uint8), matrix, size, flags=cv2.INTER_LINEAR)
    if covered.min() == 255:
        return np.asarray(shown, np.uint8)
    return np.dstack((shown, covered)).astype(np.uint8)


def _needed(
    photo: Bytes, matrix: npt.NDArray[np.float64], size: tuple[int, int]
) -> tuple[Bytes, npt.NDArray[np.float64]]:
    """The part of the photo that is seen, with room for the kernels, and the place of that part."""
    width, height = size
    back = np.linalg.inv(matrix[:, :2])
    corners = np.array([[0, 0], [width, 0], [0, height], [width, height]], np.float64)
    points = (corners - matrix[:, 2]) @ back.T
    room = 4 + 4 * float(np.sqrt(abs(np.linalg.det(back))))
    limit = np.array([photo.shape[1], photo.shape[0]])
    low = np.clip(np.floor(points.min(0) - room), 0, limit - 1).astype(int)
    high = np.clip(np.ceil(points.max(0) + room), low + 1, limit).astype(int)
    moved = matrix.copy()
    moved[:, 2] += matrix[:, :2] @ low
    return photo[low[1] : high[1], low[0] : high[0]], moved
