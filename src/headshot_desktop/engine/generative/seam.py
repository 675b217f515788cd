"""How well a seam is hidden, in two numbers."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine import skin

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

Measured = tuple[float | None, float | None]
"""Gradient and step; None for what nobody can tell."""

FLAT = 0.004
"""Gradient of encoded luma per pixel under which a headshot's skin counts as even."""


def measured(base: Floats, result: Floats, weight: Floats, band: Bools) -> Measured:
    """Gradient across a feather, and the step from one side to the other, both against the headshot's own.

    Args:
        base: (H, W, 3) float32, the headshot.
        result: (H, W, 3) float32.
        weight: (H, W) float32, share of the headshot.
        band: (H, W) bool, the part of the feather that is judged.

    Returns:
        Mean luma gradient along the weight's own gradient, divided by the headshot's or by `FLAT` where that is
        smaller; and CIE76 between the feather's outer and inner third less the headshot's. None for what the band is
        too small for.
    """
    if int(band.sum()) < 64:
        return None, None
    across = (cv2.Sobel(weight, cv2.CV_32F, 1, 0, ksize=3), cv2.Sobel(weight, cv2.CV_32F, 0, 1, ksize=3))
    length = np.maximum(np.hypot(*across), 1e-6)

    def gradient(picture: Floats) -> float:
        luma = cv2.GaussianBlur(skin.encoded_luma(picture), (0, 0), 1.5)
        along = (
            cv2.Sobel(luma, cv2.CV_32F, 1, 0, ksize=3) * across[0]
            + cv2.Sobel(luma, cv2.CV_32F, 0, 1, ksize=3) * across[1]
        )
        return float(np.abs(along / length / 8)[band].mean())

    inner, outer = band & (weight > 0.67), band & (weight < 0.33)
    if not inner.any() or not outer.any():
        return gradient(result) / max(gradient(base), FLAT), None

    def step(picture: Floats) -> npt.NDArray[np.float32]:
        lab = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2Lab), np.float32)
        return np.asarray(np.median(lab[inner], axis=0) - np.median(lab[outer], axis=0), np.float32)

    beyond = float(np.linalg.norm(step(result)) - np.linalg.norm(step(base)))
    return gradient(result) / max(gradient(base), FLAT), max(0.0, beyond)
