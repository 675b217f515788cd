"""Small pictures: of a rendering as it comes, and of what one would look like."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.errors import Bug
from headshot_desktop.core.request import Framing
from headshot_desktop.engine.small_picture import LONGEST
from headshot_desktop.engine.studio.framing import Crop
from headshot_desktop.engine.studio.landmarks import CHIN, FOREHEAD_TOP, LEFT_IRIS, RIGHT_IRIS

QUALITY = 88

BEYOND = 225
"""Grey, of 255, where a frame goes beyond the photo and no backdrop is there yet."""

Picture = npt.NDArray[Any]
"""(H, W, 3), uint8 or float32 in [0, 1], sRGB-encoded."""


def jpeg(picture: Picture) -> bytes:
    """A picture as a JPEG of at most `LONGEST` pixels."""
    scale = min(1.0, LONGEST / max(picture.shape[:2]))
    if scale < 1:
        size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), picture.dtype)
    if picture.dtype != np.uint8:
        picture = (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
    turned = cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)
    done, encoded = cv2.imencode(".jpg", turned, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not done:
        raise Bug("A small picture could not be encoded.")
    return bytes(encoded)


def cropped(picture: Picture, crop: Crop, valid: npt.NDArray[np.bool_]) -> bytes:
    """A part of a working picture as `jpeg` makes it; a quiet grey where there is no photo.

    Args:
        picture: (H, W, 3) uint8, or float32 in [0, 1].
        crop: the part; it may go beyond the border.
        valid: (H, W), true where the picture holds pixels of the photo.
    """
    height, width = picture.shape[:2]
    left, top = round(crop.x), round(crop.y)
    right, bottom = left + max(1, round(crop.width)), top + max(1, round(crop.height))
    part = (slice(max(top, 0), max(bottom, 1)), slice(max(left, 0), max(right, 1)))
    scale = min(1.0, LONGEST / max(right - left, bottom - top))
    size = (max(1, round(picture[part].shape[1] * scale)), max(1, round(picture[part].shape[0] * scale)))
    small = np.asarray(cv2.resize(picture[part], size, interpolation=cv2.INTER_AREA))
    there = cv2.resize(valid[part].astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    nothing = BEYOND if picture.dtype == np.uint8 else BEYOND / 255
    small[~there] = nothing
    edges = (round(max(each, 0) * scale) for each in (-top, bottom - height, -left, right - width))
    above, below, before, after = edges
    grey = (nothing, nothing, nothing)
    whole = cv2.copyMakeBorder(small, above, below, before, after, cv2.BORDER_CONSTANT, value=grey)
    return jpeg(np.asarray(whole))


def first_crop(mesh: npt.NDArray[np.float32], framing: Framing, tightness: float, head_to_face: float) -> Crop:
    """About where the frame will be, from the face alone: shown before anything is known of hair and shoulders.

    Args:
        mesh: (478, 3) face points in the working picture.
        framing: of the request; one without a size is taken as square.
        tightness: the look's `crop`.
        head_to_face: forehead-to-chin as a share of crown-to-chin.
    """
    points = np.asarray(mesh[:, :2], np.float64)
    head = float(np.linalg.norm(points[CHIN] - points[FOREHEAD_TOP])) / head_to_face
    high = head / min(framing.head_height * tightness, 0.85)
    wide = high * (framing.width / framing.height if framing.height else 1.0)
    eyes = points[[RIGHT_IRIS[0], LEFT_IRIS[0]]].mean(0)
    return Crop(float(eyes[0]) - wide / 2, float(eyes[1]) - framing.eye_line * high, wide, high)
