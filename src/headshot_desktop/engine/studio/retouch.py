"""Modest noise reduction that keeps pores, and sharpening for the output size."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine import skin
from headshot_desktop.engine.studio.composite import grained

Floats = npt.NDArray[np.float32]

QUIET = 0.006
"""Standard deviation of luma noise (of 1) that nobody sees: 1.5 of 255. Nothing is done at or below it."""

HALO = 0.04
"""Most that sharpening may go beyond the darkest and lightest neighbour, of 1."""


ENLARGED = (1.2, 1.7)
"""Enlargements between which a photo comes to be cleaned of its file's faults."""

LUMA_FAULTS, COLOUR_FAULTS = 3.5, 4.0
"""Strength of the cleaning, of 255: about the noise that JPEG leaves at the quality of web pages."""

DETAIL_KEPT = 0.3
"""Share of what the cleaning takes that is given back, so that skin stays skin."""

ENLARGED_GRAIN = 0.008
"""Standard deviation of the grain, of 1, in a picture that was cleaned: without any, enlarged skin looks like wax."""


def noise_level(picture: Floats) -> float:
    """Standard deviation of the luma noise, of 1.

    Immerkær, "Fast noise variance estimation" (1996): a Laplacian difference mask that cancels edges. Here tiles are
    averaged and the quieter ones taken instead of the whole picture, so that hair and cloth do not count as noise.

    Args:
        picture: (H, W, 3) float32, encoded, [0, 1].
    """
    luma = skin.encoded_luma(picture)
    if min(luma.shape) < 16:
        return 0.0
    mask = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    edges = np.abs(np.asarray(cv2.filter2D(luma, cv2.CV_32F, mask))) * np.float32(np.sqrt(np.pi / 2) / 6)
    usable = ((luma > 0.04) & (luma < 0.96)).astype(np.float32)
    tiles = (max(1, luma.shape[1] // 16), max(1, luma.shape[0] // 16))
    share = np.asarray(cv2.resize(usable, tiles, interpolation=cv2.INTER_AREA))
    level = np.asarray(cv2.resize(edges * usable, tiles, interpolation=cv2.INTER_AREA)) / np.maximum(share, 1e-3)
    counted = level[share > 0.9]
    return float(np.percentile(counted, 25)) if counted.size else 0.0


def denoise(picture: Floats) -> Floats:
    """Take visible noise down, chroma more than luma; a picture with little noise comes back as it is.

    Luma: a small edge-preserving (bilateral) filter whose range is the measured noise; half of what it takes is given
    back, so that pores and grain of the skin stay. Chroma: guided smoothing over a wider area.

    Args:
        picture: (H, W, 3) float32, encoded, [0, 1].
    """
    noise = noise_level(picture)
    if noise <= QUIET:
        return picture
    strength = min(1.0, (noise - QUIET) / QUIET)
    ycc = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb), np.float32)
    luma = np.ascontiguousarray(ycc[..., 0])
    spread = min(3.0 * noise, 0.1)
    smooth = np.asarray(cv2.bilateralFilter(luma, 5, spread, 1.5), np.float32)
    kept = luma + np.float32(0.55 * strength) * (smooth - luma)
    red, blue = (_quiet_chroma(ycc[..., i], luma, noise, strength) for i in (1, 2))
    joined = cv2.cvtColor(np.dstack([kept, red, blue]), cv2.COLOR_YCrCb2RGB)
    return np.asarray(np.clip(joined, 0, 1), np.float32)


def _quiet_chroma(chroma: Floats, luma: Floats, noise: float, strength: float) -> Floats:
    """Chroma smoothed at half size under the guidance of luma (He, Sun, Tang, "Guided image filtering", 2010)."""
    size = (max(1, luma.shape[1] // 2), max(1, luma.shape[0] // 2))
    guide = np.asarray(cv2.resize(luma, size, interpolation=cv2.INTER_AREA))
    small = np.asarray(cv2.resize(chroma, size, interpolation=cv2.INTER_AREA))
    window, epsilon = (7, 7), (2.0 * noise) ** 2
    mean_g, mean_c = cv2.blur(guide, window), cv2.blur(small, window)
    variance = cv2.blur(guide * guide, window) - mean_g * mean_g
    slope = (cv2.blur(guide * small, window) - mean_g * mean_c) / (variance + epsilon)
    level = cv2.blur(mean_c - slope * mean_g, window)
    whole = (luma.shape[1], luma.shape[0])
    smooth = cv2.resize(cv2.blur(slope, window), whole) * luma + cv2.resize(level, whole)
    return np.asarray(chroma + np.float32(0.85 * strength) * (smooth - chroma), np.float32)


def crisp(picture: Floats, enlargement: float, seed: int = 0) -> Floats:
    """Sharpen a framed picture for its size.

    Enlarging spreads an edge over as many pixels as it enlarges by; radius and reach follow it. What enlarging makes
    visible of a small file (blocks, ringing, blotches of colour) is taken away first: sharpened, it is grit.

    Args:
        picture: (H, W, 3) float32, encoded, [0, 1].
        enlargement: result pixels per photo pixel; 1 and below are sharpened alike.
        seed: of the fine grain that stands in for what was taken away.
    """
    beyond = float(np.clip(enlargement - 1, 0, 3))
    share = restored_share(enlargement)
    amount = 0.35 + 0.35 * min(beyond, 1.1) * (1 - share) + 0.30 * share
    if share > 0:
        picture = picture + np.float32(share) * (_restored(picture, enlargement) - picture)
    sharp = sharpen(picture, amount, 0.8 + 0.55 * beyond * (1 - 0.3 * share), reach=max(1, round(0.6 * (1 + beyond))))
    if share > 0:
        # In proportion to the brightness, as skin's own texture is: grain of a camera would be coarse on dark skin.
        sharp += (grained(sharp, share * ENLARGED_GRAIN, seed) - sharp) * skin.encoded_luma(sharp)[..., None]
    return np.asarray(np.clip(sharp, 0, 1), np.float32)


def restored_share(enlargement: float) -> float:
    """How far a picture enlarged by so much is cleaned of its file's faults, 0 to 1."""
    return float(np.clip((enlargement - ENLARGED[0]) / (ENLARGED[1] - ENLARGED[0]), 0, 1))


def _restored(picture: Floats, enlargement: float) -> Floats:
    """The picture without blocks, ringing and blotches, as they are in the photo's own pixels.

    Non-local means (Buades, Coll, Morel, "A non-local algorithm for image denoising", CVPR 2005) at the photo's own
    resolution, where compression made them and where it costs the least.
    """
    height, width = picture.shape[:2]
    size = (max(16, round(width / enlargement)), max(16, round(height / enlargement)))
    # Nothing is finer than the photo's own pixels: they are taken back as they were, without averaging.
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC), np.float32)
    ycc = cv2.cvtColor(np.rint(np.clip(small, 0, 1) * 255).astype(np.uint8), cv2.COLOR_RGB2YCrCb)
    luma = cv2.fastNlMeansDenoising(np.ascontiguousarray(ycc[..., 0]), None, LUMA_FAULTS, 5, 11)
    half = (max(8, size[0] // 2), max(8, size[1] // 2))  # compression halves colour as well
    colours = [
        cv2.resize(
            cv2.fastNlMeansDenoising(
                cv2.resize(ycc[..., channel], half, interpolation=cv2.INTER_AREA), None, COLOUR_FAULTS, 5, 11
            ),
            size,
            interpolation=cv2.INTER_LINEAR,
        )
        for channel in (1, 2)
    ]
    clean = np.asarray(cv2.cvtColor(np.dstack([luma, *colours]), cv2.COLOR_YCrCb2RGB), np.float32) / np.float32(255)
    clean += np.float32(DETAIL_KEPT) * (small - clean)
    return np.asarray(cv2.resize(clean, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)


def sharpen(picture: Floats, amount: float, radius: float, reach: int = 1) -> Floats:
    """Sharpen for the output size: unsharp mask on luma alone, with halos held within `HALO` of the neighbours.

    Args:
        picture: (H, W, 3) float32, encoded, [0, 1].
        amount: share of the detail that is added, 0 to 1 usually.
        radius: standard deviation of the blur in pixels.
        reach: how far away, in pixels, a neighbour still bounds a halo.
    """
    if amount <= 0:
        return picture
    luma = skin.encoded_luma(picture)
    wanted = luma + np.float32(amount) * (luma - np.asarray(cv2.GaussianBlur(luma, (0, 0), radius)))
    box = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    wanted = np.clip(wanted, cv2.erode(luma, box) - np.float32(HALO), cv2.dilate(luma, box) + np.float32(HALO))
    return np.asarray(np.clip(picture + (wanted - luma)[..., None], 0, 1), np.float32)
