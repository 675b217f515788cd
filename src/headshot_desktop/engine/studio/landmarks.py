"""Index groups of the 478 face-mesh points, and the mean face they are measured against.

The points follow the topology of MediaPipe's face mesh: 468 points of the surface and five on each iris. Left and right
are the person's own: the person's right eye is on the left of the picture. Everything numeric here (mean shape, mirror
permutation, triangles) was computed from this project's training meshes by `tools/training/canonical.py` and is read
from `resources/face/canonical.json`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from headshot_desktop.resources import resource

POINTS = 478
"""Points of a mesh."""

SURFACE = 468
"""The first points, which lie on the skin; the rest are the irises."""

FACE_OVAL = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    *(152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
"""Outline of the face from the top of the forehead, clockwise as seen."""

RIGHT_EYE = (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7)
"""Opening of the right eye, from its outer corner over the upper lid and back along the lower one."""

LEFT_EYE = (263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249)
"""Opening of the left eye, from its outer corner over the upper lid and back along the lower one."""

RIGHT_IRIS = (468, 469, 470, 471, 472)
"""Centre first."""

LEFT_IRIS = (473, 474, 475, 476, 477)
"""Centre first."""

RIGHT_BROW = (70, 63, 105, 66, 107, 55, 65, 52, 53, 46)
LEFT_BROW = (300, 293, 334, 296, 336, 285, 295, 282, 283, 276)

LIPS_OUTER = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146)
"""Outer border of the lips, from the person's right corner over the upper lip and back."""

LIPS_INNER = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
"""Inner border of the lips, from the person's right corner over the upper lip and back."""

NOSE_BRIDGE = (168, 6, 197, 195, 5, 4)
"""From between the eyes down to the tip."""

NOSE_BASE = (48, 64, 98, 97, 2, 326, 327, 294, 278)
"""Right wing over the septum to the left wing."""

RIGHT_CHEEK = (116, 117, 118, 119, 100, 126, 142, 36, 205, 187, 123, 50, 101, 203, 206, 207)
LEFT_CHEEK = (345, 346, 347, 348, 329, 355, 371, 266, 425, 411, 352, 280, 330, 423, 426, 427)
FOREHEAD = (151, 9, 108, 69, 104, 68, 67, 109, 337, 299, 333, 298, 297, 338, 10, 8, 107, 336)

RIGHT_EYE_OUTER, RIGHT_EYE_INNER = 33, 133
LEFT_EYE_OUTER, LEFT_EYE_INNER = 263, 362
RIGHT_MOUTH_CORNER, LEFT_MOUTH_CORNER = 61, 291
FOREHEAD_TOP, CHIN, NOSE_TIP = 10, 152, 1
UPPER_LIP_INNER, LOWER_LIP_INNER = 13, 14

RIGHT_LIDS = ((160, 144), (159, 145), (158, 153))
"""Pairs of an upper and a lower lid point, right eye."""

LEFT_LIDS = ((387, 373), (386, 374), (385, 380))
"""Pairs of an upper and a lower lid point, left eye."""

RIGID = (
    *(10, 109, 338, 67, 297, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 2, 98, 327, 33, 133, 263, 362, 127, 356, 234, 454),
    *(116, 345, 117, 346, 118, 347, 50, 280, 93, 323, 54, 284, 21, 251, 162, 389, 103, 332),
)
"""Points that a smile, a blink or an open mouth hardly moves: head pose is solved on them."""


@dataclass(frozen=True, eq=False)
class CanonicalFace:
    """The mean training face, upright and frontal.

    Attributes:
        points: (478, 3) float64; x to the viewer's right, y down, z away from the camera, origin between the outer eye
            corners, which are 1 apart. Exactly symmetric.
        mirror: (478,) int64, for each point the index of its partner on the other side; its own inverse.
        triangles: (T, 3) int64 surface triangles of the first 468 points inside the face oval, wound clockwise as seen
            on the frontal face.
    """

    points: npt.NDArray[np.float64]
    mirror: npt.NDArray[np.int64]
    triangles: npt.NDArray[np.int64]


@cache
def canonical() -> CanonicalFace:
    """The mean face, read once; its arrays are read-only."""
    data = json.loads(resource("face/canonical.json").read_text("utf-8"))
    points = np.asarray(data["points"], np.float64)
    mirror = np.asarray(data["mirror"], np.int64)
    triangles = np.asarray(data["triangles"], np.int64)
    for array in (points, mirror, triangles):
        array.setflags(write=False)
    return CanonicalFace(points, mirror, triangles)
