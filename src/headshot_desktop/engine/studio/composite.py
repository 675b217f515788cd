"""Sets a person on a backdrop so that nobody asks whether the person was cut out.

Blending happens on sRGB-encoded values, on purpose. The matte and the foreground colours are estimated on encoded
values, so `alpha * foreground + (1 - alpha) * background` gives back the original photo exactly only there; blended in
linear light the same alpha thins dark hair on white and thickens fair hair on navy.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
Matte = NDArray[np.float32]

WRAP_WIDTH = 0.004
"""How far the backdrop's light creeps over the person's edge, as a share of the picture's short side."""

WRAP_STRENGTH = 0.22
"""Most of the difference to a brighter backdrop that light wrap takes up, right at the edge."""

SHADOW_WIDTH = 0.075
"""Softness of the person's shadow on the backdrop, as a share of the short side: the paper is a metre or two behind."""

SHADOW_STRENGTH = 0.10
"""Share of a white backdrop's light that the shadow takes away where it is deepest; darker backdrops show less."""

VEIL = 0.02
"""Alpha this close to 0 or 1 is taken for it: a matte wrong by so little is a visible veil on a plain backdrop."""

BORDER_FADE = 0.06
"""Width along the photo's border, as a share of the short side, over which faint remains of the matte fade out."""

GRAIN_CLEAN = 0.004
"""Noise (standard deviation, encoded) under which a photo counts as clean and the backdrop gets no grain."""

GRAIN_COARSEST = 0.012
"""Most grain a backdrop gets: on a surface without any detail more of it looks like a fault."""

_MAD_TO_SIGMA = 1.4826


def compose(
    foreground: Picture, alpha: Matte, backdrop: Picture, *, grain: float, light_x: float, seed: int
) -> Picture:
    """Blend a person over a backdrop, with light wrap, a soft shadow and matching grain.

    Args:
        foreground: (H, W, 3) sRGB-encoded in [0, 1]: the person's own colour, estimated also where hair is translucent.
        alpha: (H, W) in [0, 1].
        backdrop: (H, W, 3) sRGB-encoded in [0, 1], from `backdrop.draw`.
        grain: standard deviation of the backdrop's grain, encoded; `measured_grain` of the person, or 0 for none.
        light_x: -1 to 1, the side the light comes from; the shadow falls to the other.
        seed: drives the grain.

    Returns:
        (H, W, 3) `float32`, sRGB-encoded, in [0, 1], a new array.

    Raises:
        ValueError: the arrays do not have the same size.
    """
    if not foreground.shape[:2] == alpha.shape[:2] == backdrop.shape[:2]:
        raise ValueError("Foreground, alpha and backdrop must have the same size.")
    behind = shadowed(backdrop, alpha, light_x)
    return blended(light_wrapped(foreground, alpha, behind), alpha, behind, grain=grain, seed=seed)


def blended(foreground: Picture, alpha: Matte, backdrop: Picture, *, grain: float, seed: int) -> Picture:
    """`compose` without shadow and light wrap: for a person before their own background, where both are in the photo.

    Arguments and result as for `compose`.
    """
    behind = grained(backdrop, grain, seed) if grain > 0 else backdrop
    cover = np.clip((alpha - VEIL) / (1 - 2 * VEIL), 0, 1)[..., None]
    made = np.asarray(behind + cover * (foreground - behind), np.float32)
    return np.clip(made, 0, 1, out=made)


def border_faded(alpha: Matte, valid: NDArray[np.bool_]) -> Matte:
    """`alpha` without faint remains of background at the photo's border, where they would end in a straight line.

    The frame may reach past the border; a matte that is a few per cent wrong there shows as a veil with an edge. What
    is clearly the person stays as it is.

    Args:
        alpha: (H, W) in [0, 1].
        valid: (H, W), true where the working picture holds pixels of the photo.

    Returns:
        (H, W) `float32`, a new array, 0 outside `valid`.
    """
    padded = cv2.copyMakeBorder(valid.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    distance = cv2.distanceTransform(padded, cv2.DIST_L2, 3)[1:-1, 1:-1]
    fade = np.clip(distance / (BORDER_FADE * min(alpha.shape)), 0, 1)
    sure = np.clip((alpha - 0.35) / 0.4, 0, 1)
    return np.asarray(alpha * np.maximum(fade, sure) * valid, np.float32)


def shadowed(backdrop: Picture, alpha: Matte, light_x: float) -> Picture:
    """`backdrop` with the person's soft shadow, a little lower and away from the light.

    The shadow only deepens bright backdrops: on charcoal or navy a real one drowns in the backdrop's own darkness.
    """
    height, width = alpha.shape
    short = min(height, width)
    # The shadow is very soft: an eighth of the size draws it as well, at a sixtieth of the cost.
    step = max(1, short // 96)
    small = cv2.resize(alpha, (max(8, width // step), max(8, height // step)), interpolation=cv2.INTER_AREA)
    unit = min(small.shape)
    moved = np.array([[1, 0, -0.05 * light_x * unit], [0, 1, 0.025 * unit]], np.float64)
    size = (small.shape[1], small.shape[0])
    fallen = cv2.warpAffine(small, moved, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    soft = cv2.GaussianBlur(fallen, (0, 0), SHADOW_WIDTH * unit, borderType=cv2.BORDER_REPLICATE)
    brightness = float(backdrop.mean()) ** 2
    depth = np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
    return np.asarray(backdrop * (1 - SHADOW_STRENGTH * brightness * np.clip(depth, 0, 1))[..., None], np.float32)


def light_wrapped(foreground: Picture, alpha: Matte, backdrop: Picture) -> Picture:
    """`foreground` with light of a brighter backdrop creeping over its edge, as a lens and translucent hair let it.

    Nothing is darkened: a dark backdrop does not shine, and a dark rim would be the halo this avoids.
    """
    sigma = max(0.6, WRAP_WIDTH * min(alpha.shape))
    rim = cv2.GaussianBlur(1 - alpha, (0, 0), sigma)
    near = np.asarray(np.clip(2 * rim, 0, 1) * WRAP_STRENGTH, np.float32)
    gain = backdrop - foreground
    np.maximum(gain, 0, out=gain)
    gain *= near[..., None]
    gain += foreground
    return gain


def grained(picture: Picture, strength: float, seed: int) -> Picture:
    """`picture` with grain like a camera's: a little wider than a pixel, mostly in brightness, less in pure white.

    Of strengths over `GRAIN_COARSEST` only that much is drawn.
    """
    height, width = picture.shape[:2]
    random = np.random.default_rng(seed)
    strength = min(strength, GRAIN_COARSEST)
    brightness = _film(random, height, width)
    colour = _film(random, height, width)
    weights = np.array([0.35, -0.1, -0.35], np.float32)
    room = 1 - 0.5 * picture.mean(axis=2, dtype=np.float32) ** 4
    noise = (brightness * room * strength)[..., None] + (colour * strength * room)[..., None] * weights
    return np.asarray(np.clip(picture + noise, 0, 1), np.float32)


def measured_grain(photo: Picture, alpha: Matte) -> float:
    """Noise of the person in `photo`, as a standard deviation of encoded brightness; 0 for a clean photo.

    Median absolute deviation of a high-pass (Immerkær, "Fast Noise Variance Estimation", CVIU 64 (1996)) over the
    smoothest third of the person, so that hair and cloth do not count as noise.

    Args:
        photo: (H, W, 3) sRGB-encoded in [0, 1].
        alpha: (H, W) in [0, 1].
    """
    luma = np.asarray(photo @ np.array([0.2126, 0.7152, 0.0722], np.float32), np.float32)
    mask = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32) / 6
    detail = cv2.filter2D(luma, cv2.CV_32F, mask)
    inside = (alpha > 0.98) & (luma > 0.08) & (luma < 0.95)
    if int(inside.sum()) < 500:
        return 0.0
    structure = cv2.blur(np.abs(cv2.Laplacian(cv2.GaussianBlur(luma, (0, 0), 2.0), cv2.CV_32F)), (9, 9))
    smooth = inside & (structure <= np.quantile(structure[inside], 0.33))
    sigma = _MAD_TO_SIGMA * float(np.median(np.abs(detail[smooth])))
    return sigma if sigma >= GRAIN_CLEAN else 0.0


def _film(random: np.random.Generator, height: int, width: int) -> Picture:
    noise = random.standard_normal((height, width), dtype=np.float32)
    soft = cv2.GaussianBlur(noise, (0, 0), 0.55)
    return np.asarray(soft / max(float(soft.std()), 1e-6), np.float32)
