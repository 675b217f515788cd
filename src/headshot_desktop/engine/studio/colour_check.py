"""A second witness for the matte: where the colours say background, the network's matte does not win alone.

The network knows shapes, and near the head takes leaves, frames and dark corners along that have another colour than
the person. GrabCut (Rother, Kolmogorov, Blake, SIGGRAPH 2004) fits colour mixtures to what the matte is sure of on both
sides and cuts the doubtful zone between them; what it gives to the background is capped in the matte.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Box = tuple[float, float, float, float]

SIDE = 360
"""Longer side in pixels at which colours are cut: strands are thinner, so they are left to the matte."""

SURE_PERSON, SURE_PERSON_DEPTH = 0.9, 14
"""Matte value, and pixels inside its border, from which a pixel is the person's without doubt."""

SURE_SCENE, SURE_SCENE_DEPTH = 0.1, 5
"""The same for the background."""

HEAD_PERSON = 0.85
"""Matte value from which a pixel in the ellipse of the head is the person's: skin lit from behind looks like a wall."""

SLACK = 12
"""Pixels around what the colours call the person that are left to the matte: fine hair has the background's colour.
With less, mattes of unseen people came out farther from the teacher's (band of ±10 pixels: 0.089 at 12, 0.093 at 6)."""

ROUNDS = 2
"""Rounds of fitting and cutting."""


def capped(photo: npt.NDArray[np.uint8], alpha: Floats, face: Box | None) -> Floats:
    """The matte without what the colours give to the background.

    Args:
        photo: uint8 (H, W, 3), sRGB.
        alpha: float32 (H, W) in [0, 1], before refinement.
        face: box of the face in the photo's pixels, or None.

    Returns:
        float32 (H, W), nowhere above `alpha`. Deterministic.
    """
    scale = min(1.0, SIDE / max(alpha.shape))
    size = (max(1, round(alpha.shape[1] * scale)), max(1, round(alpha.shape[0] * scale)))
    small = np.ascontiguousarray(cv2.resize(photo, size, interpolation=cv2.INTER_AREA))
    low = np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA), np.float32)
    seeds = _seeds(low, None if face is None else (face[0] * scale, face[1] * scale, face[2] * scale, face[3] * scale))
    if not ((seeds == cv2.GC_FGD).any() and (seeds == cv2.GC_BGD).any()):
        return alpha
    cv2.setRNGSeed(0)  # its mixtures start from k-means, and the same photo must give the same matte
    mixtures = np.zeros((2, 1, 65))
    whole = (0, 0, 1, 1)  # not read in this mode
    cv2.grabCut(small, seeds, whole, mixtures[0], mixtures[1], ROUNDS, cv2.GC_INIT_WITH_MASK)
    person = np.isin(seeds, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    wide = np.asarray(cv2.dilate(person, _disc(SLACK)), np.float32)
    cap = cv2.resize(cv2.GaussianBlur(wide, (0, 0), SLACK / 2), alpha.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.minimum(alpha, cap), np.float32)


def _seeds(alpha: Floats, face: Box | None) -> npt.NDArray[np.uint8]:
    """GrabCut's labels: sure where the matte is, probable by its half elsewhere."""
    seeds = np.where(alpha > 0.5, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    seeds[_inside(alpha > SURE_PERSON, SURE_PERSON_DEPTH)] = cv2.GC_FGD
    seeds[_inside(alpha < SURE_SCENE, SURE_SCENE_DEPTH)] = cv2.GC_BGD
    if face is not None:
        x, y, width, height = face
        head = np.zeros(alpha.shape, np.uint8)
        middle, axes = (int(x + width / 2), int(y + height * 0.42)), (int(0.66 * width), int(0.72 * height))
        cv2.ellipse(head, middle, axes, 0, 0, 360, 1, -1)
        seeds[(head > 0) & (alpha > HEAD_PERSON)] = cv2.GC_FGD
    return seeds


def _inside(mask: npt.NDArray[np.bool_], depth: int) -> npt.NDArray[np.bool_]:
    return np.asarray(cv2.erode(mask.astype(np.uint8), _disc(depth)) > 0)


def _disc(radius: int) -> npt.NDArray[np.uint8]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)), np.uint8)
