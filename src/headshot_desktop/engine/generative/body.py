"""Whether a generated picture goes on below the face: neck and shoulders, and no wall, pattern or noise.

The portrait's matting network cannot tell this of a whole picture: it has seen a neck below every face, so it finds one
below a real face on noise too. It is shown only what lies below the chin, with the rest painted over; then a body is
found where there is one, and nothing where there is none.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.generative.job import Picture
from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.matting import OUTSIDE, SIDE

Floats = npt.NDArray[np.float32]
Look = Callable[[Picture, npt.NDArray[np.float32]], Floats]
"""Gives the matte, (H, W) in [0, 1], of a picture with the face of this mesh; see `Pipeline.glance`."""

PAPERS = (OUTSIDE, (60, 90, 160))
"""RGB that the head is painted over with, one after the other: what is not of the paper's kind may pass for a person
beside one of them, and dark or blue clothes for none."""

HIDDEN = 0.03
"""How far below the chin the picture is painted over, in face heights: the jaw alone is no body."""

BAND = (0.05, 0.5)
"""Depth below the chin that is judged, in face heights: neck, collar and what there is of the shoulders."""

LEAST_ROOM = 0.16
"""Face heights below the chin that a picture must show for anything to be said."""

MIDDLE, ASIDE = 0.15, 0.8
"""Distances from the face's middle line, in face heights: of the neck below a face that looks into the camera, and of
one below a turned or leaning head."""

SOLID = 0.7
"""Matte from which a pixel is surely the person's."""

LEAST = 0.38
"""`measured` from which there is a body: the most of noise is 0.33, the least of real headshots 0.43."""


def measured(look: Look, picture: Picture, mesh: npt.NDArray[np.float32]) -> float | None:
    """How much of a person is below the chin.

    Args:
        look: the matting network.
        picture: (H, W, 3) uint8.
        mesh: (478, 3) face points in it.

    Returns:
        0–1, the mean over `PAPERS`: the matte's mean right below the chin, or the breadth of what is solid there in
        face heights, whichever is more; None where the picture ends too near below the chin.
    """
    scale = min(1.0, SIDE / max(picture.shape[:2]))
    if scale < 1:
        size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
        mesh = mesh * np.float32(scale)
    depth, beside, face = _place(picture.shape[:2], mesh)
    room = min(float(depth.max()), BAND[1])
    if room < LEAST_ROOM:
        return None
    band = (depth > BAND[0]) & (depth < BAND[1])
    middle, near = band & (beside < MIDDLE), band & (beside < ASIDE)

    def seen(paper: tuple[int, int, int]) -> float:
        matte = look(np.where((depth < HIDDEN)[..., None], np.array(paper, np.uint8), picture), mesh)
        covered = float(matte[middle].mean()) if middle.any() else 0.0
        breadth = float((matte[near] > SOLID).sum()) / (face * face * (room - BAND[0]))
        return min(1.0, max(covered, breadth))

    return round(float(np.mean([seen(paper) for paper in PAPERS])), 3)


def _place(shape: tuple[int, ...], mesh: npt.NDArray[np.float32]) -> tuple[Floats, Floats, float]:
    """Of each pixel the depth below the chin and the distance from the middle line, in face heights; and those."""
    points = np.asarray(mesh, np.float64)[:, :2]
    chin, top = points[landmarks.CHIN], points[landmarks.FOREHEAD_TOP]
    face = max(float(np.linalg.norm(top - chin)), 1.0)
    up = (top - chin) / face
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    middle = points[list(landmarks.FACE_OVAL)].mean(0)
    depth = -((x - chin[0]) * up[0] + (y - chin[1]) * up[1]) / face
    beside = np.abs((x - middle[0]) * up[1] - (y - middle[1]) * up[0]) / face
    return np.asarray(depth, np.float32), np.asarray(beside, np.float32), face
