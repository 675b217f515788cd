"""How far a cut-out can be trusted: what a photographer would see at its edge, told from the matte and the photo.

A crisp matte before a plain wall can stand on any backdrop. A matte that stays half open along hair, before clutter or
in the colours of what is behind, cannot: what is left of the old background shows. The weights were fitted (logistic
regression) to a photographer's count of visible defects over 101 photos of the development set; there the risk ranks
a flawed result above a clean one in 9 of 10 pairs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

FACE = 170.0
"""Face height in pixels of the copy on which outlines are examined."""

BELOW, BESIDE = 0.6, 1.6
"""How far below the chin and beside the face's middle an outline counts, in face heights."""

WEIGHTS = {"softness": 3.2, "clutter": 0.95, "spread": 0.45, "doubt": 0.35}
"""Weight of the logarithm of each measure in the risk."""

TYPICAL = {"softness": 0.0132, "clutter": 0.62, "spread": 9.0, "doubt": 0.0024}
"""Measures at which the risk is 0: about every second result then shows its cut."""


@dataclass(frozen=True)
class Outline:
    """Measures of one person's outline.

    Attributes:
        softness: mean width of the matte's half-open edge, in face heights.
        doubt: mean width over which the matte's witnesses disagree, in face heights.
        clutter: slope of the photo's colours (CIE Lab per pixel) right behind the person, upper quartile.
        spread: standard deviation of the colours right behind the person, CIE Lab.
        level: lightness L* right behind the person, 0 to 100.
    """

    softness: float
    doubt: float
    clutter: float
    spread: float
    level: float

    @property
    def risk(self) -> float:
        """Log odds that a photographer sees where the person was cut out; 0 is even."""
        return sum(
            weight * math.log(max(float(getattr(self, name)), 1e-3 * TYPICAL[name]) / TYPICAL[name])
            for name, weight in WEIGHTS.items()
        )

    def to_dict(self) -> dict[str, Any]:
        """Measures and risk as JSON-ready plain data."""
        names = ("softness", "doubt", "clutter", "spread", "level", "risk")
        return {name: round(float(getattr(self, name)), 4) for name in names}


def examined(picture: Floats, alpha: Floats, doubt: Floats, mesh: npt.NDArray[np.floating], valid: Mask) -> Outline:
    """Measure an outline.

    Args:
        picture: (H, W, 3) float32 working picture, sRGB-encoded, in [0, 1].
        alpha: (H, W) float32 matte of the person.
        doubt: (h, w) float32, where the matte is doubtful, in [0, 1] (`matting.Cutout`); any size.
        mesh: (478, 3) face points in the working picture's pixels.
        valid: (H, W) bool, true where the picture holds pixels of the photo.
    """
    points = np.asarray(mesh, np.float64)[: landmarks.SURFACE, :2]
    scale = min(1.0, FACE / max(float(np.ptp(points[:, 1])), 1.0))
    size = (max(8, round(alpha.shape[1] * scale)), max(8, round(alpha.shape[0] * scale)))
    small, matte, unsure, inside = (
        np.asarray(cv2.resize(each, size, interpolation=cv2.INTER_AREA), np.float32)
        for each in (picture, alpha, doubt, valid.astype(np.float32))
    )
    region = _region(size, points * scale)
    face = max(float(np.ptp(points[:, 1])) * scale, 1.0)
    solid = (matte > 0.5).astype(np.uint8)
    edge = cv2.morphologyEx(solid, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
    # The morphological gradient is two pixels wide.
    length = max(float((edge & region).sum()) / 2, 1.0)
    around = np.asarray(cv2.dilate(solid, np.ones((25, 25), np.uint8)) > 0) & (matte < 0.05) & region & (inside > 0.99)
    lab = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2Lab), np.float32)
    clear = around & (cv2.dilate((matte > 0.05).astype(np.uint8), np.ones((3, 3), np.uint8)) == 0)
    seen = lab[around]
    known = len(seen) > 50
    return Outline(
        softness=float((4 * matte * (1 - matte))[region].sum()) / length / face,
        doubt=float(unsure[region].sum()) / length / face,
        clutter=float(np.percentile(_slope(lab)[clear], 75)) if clear.sum() > 50 else 0.0,
        spread=float(np.linalg.norm(seen.std(0))) if known else 0.0,
        level=float(np.median(seen[:, 0])) if known else 85.0,
    )


def _region(size: tuple[int, int], points: npt.NDArray[np.float64]) -> Mask:
    """(h, w): where an outline is judged, head and the beginning of the shoulders."""
    face = float(np.ptp(points[:, 1]))
    middle, chin = float(points[:, 0].mean()), float(points[landmarks.CHIN, 1])
    x, y = np.arange(size[0]), np.arange(size[1])
    return np.asarray((np.abs(x - middle) < BESIDE * face)[None] & (y < chin + BELOW * face)[:, None])


def _slope(lab: Floats) -> Floats:
    """(h, w): length of the colour gradient in CIE Lab per pixel, lightly smoothed."""
    smooth = cv2.GaussianBlur(lab, (0, 0), 1)
    across, down = (cv2.Sobel(smooth, cv2.CV_32F, *order) / 8 for order in ((1, 0), (0, 1)))
    return np.asarray(np.sqrt((across**2 + down**2).sum(2)), np.float32)
