"""Photos of the person as a generator is shown them: head and shoulders, and no larger than the plan allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.generative.job import Picture
from headshot_desktop.engine.studio.faces import Face
from headshot_desktop.engine.studio.landmarks import SURFACE

ABOVE, BELOW, BESIDE = 0.75, 1.15, 1.15
"""How far a reference reaches beyond the face, in face heights; beside it is counted from the middle."""

SMALLEST = 64
"""Pixels along a side under which a generator refuses a reference."""

NO_FACE = "In one of your other photos no face was found; it was not used."


@dataclass(frozen=True, eq=False)
class Reference:
    """One photo of the person.

    Attributes:
        picture: (H, W, 3) uint8, upright.
        face: theirs.
        crop: their head and shoulders, (h, w, 3) uint8.
    """

    picture: Picture
    face: Face
    crop: Picture


def head_and_shoulders(picture: Picture, mesh: npt.NDArray[np.floating], longest: int) -> Picture:
    """The person's head and shoulders out of a photo, reduced to `longest` pixels, never enlarged but to `SMALLEST`.

    Args:
        picture: (H, W, 3) uint8.
        mesh: (478, 2 or 3) face points in it.
        longest: pixels of the longer side at most.
    """
    surface = np.asarray(mesh, np.float64)[:SURFACE, :2]
    low, high = surface.min(0), surface.max(0)
    tall, middle = high[1] - low[1], (low[0] + high[0]) / 2
    height, width = picture.shape[:2]
    left, right = _within(middle - BESIDE * tall, middle + BESIDE * tall, width)
    top, bottom = _within(low[1] - ABOVE * tall, high[1] + BELOW * tall, height)
    part = np.ascontiguousarray(picture[top:bottom, left:right])
    scale = min(1.0, longest / max(part.shape[:2]))
    size = [max(SMALLEST, round(side * scale)) for side in (part.shape[1], part.shape[0])]
    if size == [part.shape[1], part.shape[0]]:
        return part
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(part, (size[0], size[1]), interpolation=way), np.uint8)


def gathered(
    own: tuple[Picture, Face], others: Iterable[Picture], find: Callable[[Picture], list[Face]], longest: int
) -> tuple[list[Reference], tuple[str, ...]]:
    """The photo at hand and the others that show a face.

    Args:
        own: the photo at hand and its subject.
        others: more photos of the person, (H, W, 3) uint8 each.
        find: faces in a photo, largest first; the largest is taken for the person.
        longest: as for `head_and_shoulders`.

    Returns:
        The photo at hand first, and a sentence where one was left out.
    """
    taken = [own]
    without = False
    for picture in others:
        faces = find(picture)
        without |= not faces
        taken += [(picture, face) for face in faces[:1]]
    made = [Reference(photo, face, head_and_shoulders(photo, face.mesh, longest)) for photo, face in taken]
    return made, ((NO_FACE,) if without else ())


def _within(low: float, high: float, limit: int) -> tuple[int, int]:
    first = int(np.clip(np.floor(low), 0, limit - 2))
    return first, int(np.clip(np.ceil(high), first + 2, limit))
