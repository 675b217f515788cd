"""The subject's own colours, also where the old background shows through the hair."""

from __future__ import annotations

import cv2
import numpy as np

from headshot_desktop.engine.studio.tiles import Window, enlarged, tiles


def foreground_colour(photo: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """The subject's colour at every pixel, also where the old background shows through the hair.

    Two passes of blur fusion (Forte, “Approximate Fast Foreground Colour Estimation”, ICIP 2021): the wide one at a
    quarter of the size, the narrow one in tiles, and only where the matte is soft.

    Args:
        photo: uint8 (H, W, 3), or float32 in [0, 1]; encoded sRGB.
        alpha: float32 (H, W) in [0, 1].

    Returns:
        float32 (H, W, 3) in [0, 1]; equal to the photo where `alpha` is 1.
    """
    height, width = alpha.shape
    small = (max(width // 4, 1), max(height // 4, 1))
    low_photo = _unit(cv2.resize(photo, small, interpolation=cv2.INTER_AREA))
    low_alpha = cv2.resize(alpha, small, interpolation=cv2.INTER_AREA)
    low_front, low_back = _fusion_pass(low_photo, low_alpha, low_photo, low_photo, max(2, max(height, width) // 90), 4)
    made = photo.astype(np.float32) / 255 if photo.dtype == np.uint8 else photo.copy()
    radius = max(1, max(height, width) // 300)
    for tile in tiles(height, width):
        inner = tile.of(alpha)
        if inner.min() >= 1.0 or inner.max() <= 0.0:
            continue
        around = tile.grown(radius, height, width)
        front, back = enlarged(low_front, height, width, around), enlarged(low_back, height, width, around)
        colour, _ = _fusion_pass(_unit(around.of(photo)), around.of(alpha), front, back, radius)
        tile.of(made)[:] = Window(tile.x - around.x, tile.y - around.y, tile.width, tile.height).of(colour)
    return made


def _unit(photo: np.ndarray) -> np.ndarray:
    """uint8 as float32 in [0, 1]; float32 as it is."""
    return photo.astype(np.float32) / 255 if photo.dtype == np.uint8 else photo


def _spread(colours: np.ndarray, weight: np.ndarray, radius: int) -> np.ndarray:
    """Mean colour under `weight` in a box of `radius` pixels."""
    size = (2 * radius + 1, 2 * radius + 1)
    total = cv2.blur(colours * weight[..., None], size, borderType=cv2.BORDER_REFLECT)
    share = cv2.blur(weight, size, borderType=cv2.BORDER_REFLECT)
    return np.asarray((total + colours * 1e-4) / (share + 1e-4)[..., None])


def _fusion_pass(
    photo: np.ndarray, alpha: np.ndarray, front: np.ndarray, back: np.ndarray, radius: int, trust: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """One blur-fusion pass: better guesses of the colours in front and at the back.

    The higher `trust`, the less mixed pixels count.
    """
    front = _spread(front, alpha**trust, radius)
    back = _spread(back, (1.0 - alpha) ** trust, radius)
    share = alpha[..., None]
    rest = photo - share * front - (1.0 - share) * back
    return np.clip(front + share * rest, 0.0, 1.0), np.clip(back, 0.0, 1.0)
