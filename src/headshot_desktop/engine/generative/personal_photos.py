"""A photo made ready to learn a face from: a square of head and shoulders, and words for all but the face."""

from __future__ import annotations

import cv2
import numpy as np

from headshot_desktop.engine.generative.job import Picture
from headshot_desktop.engine.generative.personal_lessons import Study
from headshot_desktop.engine.studio.faces import Face

FACES = 2.4
"""Side of the square in heights of the face, from the brow to the chin: room for hair, neck and shoulders."""

DROP = 0.12
"""How far the middle of the square lies below that of the face, in sides of the square."""

DARK, LIGHT = 80.0, 176.0
"""Mean brightness, 0–255, of a dark and of a light background."""

PLAIN = 22.0
"""Standard deviation of the brightness up to which a background is plain."""

GREY = 6.0
"""Mean distance between the colour channels up to which a photo is black and white."""


def study(photo: Picture, face: Face, side: int) -> Study:
    """Cut a photo around a face.

    Args:
        photo: (H, W, 3) uint8 RGB.
        face: the person's.
        side: pixels of the square, which a small face is enlarged to.
    """
    height, width = photo.shape[:2]
    low, high = face.mesh[:, :2].min(0), face.mesh[:, :2].max(0)
    whole = int(min(FACES * float(high[1] - low[1]), height, width))
    middle = (low + high) / 2 + (0, DROP * whole)
    left, top = (
        int(np.clip(place - whole / 2, 0, room - whole)) for place, room in zip(middle, (width, height), strict=True)
    )
    square = photo[top : top + whole, left : left + whole]
    way = cv2.INTER_AREA if whole > side else cv2.INTER_CUBIC
    picture = np.asarray(cv2.resize(square, (side, side), interpolation=way), np.uint8)
    return Study(picture, caption(picture))


def caption(picture: Picture) -> str:
    """Words for the scene of such a square, measured; none for the face, so that the face is what is learned.

    There is no made-up name for the person in it either: whatever the prompt calls a person is to be this one, also
    with prompts that were embedded long before.
    """
    side = picture.shape[0]
    edge = max(1, side // 8)
    behind = np.concatenate([picture[: side // 2, :edge], picture[: side // 2, -edge:]], axis=1)
    brightness = behind.astype(np.float32) @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    mean = float(brightness.mean())
    tone = "dark" if mean < DARK else "light" if mean > LIGHT else "mid-tone"
    kind = "plain" if float(brightness.std()) <= PLAIN else "busy"
    spread = picture.max(2).astype(np.float32) - picture.min(2)
    colour = ", black and white" if float(spread.mean()) <= GREY else ""
    return f"a photograph of a person, head and shoulders, {kind} {tone} background{colour}"
