"""The person's own background as a backdrop: far out of focus, a little paler and flatter, so that it stays behind.

Nothing is cut and moved, so an uncertain matte has no fringe here: what it leaves of the background stands before the
same background. The person is taken out first and what is around them flows into the gap (push-pull, after Gortler,
Grzeszczuk, Szeliski, Cohen, "The Lumigraph", SIGGRAPH 1996), or their colours would glow around them in the blur.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine import skin
from headshot_desktop.engine.srgb import to_encoded, to_linear

Floats = npt.NDArray[np.float32]

SIDE = 320
"""Pixels along the short side of the copy that is blurred; finer detail does not survive the blur."""

APERTURE = 0.035
"""Radius of the circle of confusion as a share of the short side: a portrait lens, wide open, two metres in front."""

SATURATION, CONTRAST = 0.75, 0.7
"""What is kept of the background's colour, and of its differences in brightness from its own middle."""

GAP = 0.010
"""Margin around the person, as a share of the short side, that does not count as background either."""

UNDECIDED = (0.3, 0.7)
"""Values of the loose matte between which what is undecided comes to stay."""

PLAIN, CLUTTERED = 0.35, 1.2
"""Clutter behind the person (`outline.Outline`) at and beyond which `BEYOND` no longer changes."""

BEYOND = (0.12, 0.02)
"""Share of a frame that may lie past the photo's border: a plain wall flows on unseen, shelves end in a smear."""

EMPTY = 0.004
"""Value under which all channels of a pixel are black: a night has noise, a mask has none."""

SEEN = 0.08
"""Matte value from which a pixel holds some of the person."""


def calmed(picture: Floats, alpha: Floats, valid: npt.NDArray[np.bool_], defocus: float = 1.0) -> Floats:
    """The background of a picture, without the person, out of focus and calm.

    Args:
        picture: (H, W, 3) float32, sRGB-encoded, in [0, 1].
        alpha: (H, W) float32 matte of the person.
        valid: (H, W) bool, false where there is no photo; the background flows on there.
        defocus: 0.5 to 2, factor on `APERTURE` (`Backdrop.defocus`).

    Returns:
        (H, W, 3) float32, sRGB-encoded, in [0, 1].
    """
    height, width = alpha.shape
    scale = min(1.0, SIDE / min(height, width))
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small, matte, there = (
        np.asarray(cv2.resize(each, size, interpolation=cv2.INTER_AREA), np.float32)
        for each in (np.clip(picture, 0, 1), alpha, valid.astype(np.float32))
    )
    person = cv2.dilate((matte > SEEN).astype(np.uint8), _disc(max(1, round(GAP * SIDE)))) > 0
    known = (~person & (there > 0.99) & ~masked(small)).astype(np.float32)
    if not known.any():
        known = (there > 0.99).astype(np.float32)
    blurred = out_of_focus(flowed(to_linear(small), known), defocus * APERTURE * min(size))
    soft = _calm(to_encoded(blurred), known > 0)
    kernel = cv2.INTER_CUBIC if scale < 1 else cv2.INTER_AREA
    return np.clip(np.asarray(cv2.resize(soft, (width, height), interpolation=kernel), np.float32), 0, 1)


def room_beyond(clutter: float) -> float:
    """Share of a frame that may lie past the photo's border without being noticed, for a background's clutter."""
    return float(np.interp(clutter, (PLAIN, CLUTTERED), BEYOND))


def kept(foreground: Floats, picture: Floats, alpha: Floats, loose: Floats) -> tuple[Floats, Floats]:
    """What stays sharp before the own background: the person, and what the matte is undecided about.

    Half a pet is worse than a whole one, and a lock of hair that melts away is worse than a leaf that does not; so here
    doubt counts for the person, with the photo's own pixels.

    Args:
        foreground: (H, W, 3) float32, the person's colours.
        picture: (H, W, 3) float32, the photo's.
        alpha: (H, W) float32, the matte.
        loose: (H, W) float32, the matte before anything was taken away from it.

    Returns:
        Colours, (H, W, 3), and how far they cover the background, (H, W), nowhere under `alpha`; both float32.
    """
    rise = np.clip((loose - UNDECIDED[0]) / (UNDECIDED[1] - UNDECIDED[0]), 0, 1)
    cover = np.maximum(alpha, rise * rise * (3 - 2 * rise))
    share = (alpha / np.maximum(cover, 1e-3))[..., None]
    return np.asarray(picture + share * (foreground - picture), np.float32), np.asarray(cover, np.float32)


def masked(picture: Floats) -> npt.NDArray[np.bool_]:
    """(h, w): where somebody cut the photo to a shape before and left black, such as the corners of a round avatar."""
    black = (picture.max(2) < EMPTY).astype(np.uint8)
    # A mask that only just reaches into the frame is a sliver there: it goes on outside.
    wider = cv2.copyMakeBorder(black, 12, 12, 12, 12, cv2.BORDER_REPLICATE)
    solid = cv2.dilate(cv2.morphologyEx(wider, cv2.MORPH_OPEN, _disc(4)), _disc(4))
    return np.asarray(solid[12:-12, 12:-12] > 0)


def flowed(colours: Floats, known: Floats) -> Floats:
    """Colours where `known` is 1, and what flows in from around elsewhere: averages down a pyramid, and back up."""
    levels = [(colours * known[..., None], known)]
    while min(levels[-1][1].shape) > 2:
        high, wide = levels[-1][1].shape
        size = ((wide + 1) // 2, (high + 1) // 2)
        levels.append(
            (
                np.asarray(cv2.resize(levels[-1][0], size, interpolation=cv2.INTER_AREA), np.float32),
                np.asarray(cv2.resize(levels[-1][1], size, interpolation=cv2.INTER_AREA), np.float32),
            )
        )
    total, weight = levels[-1]
    made = np.asarray(total / np.maximum(weight, 1e-4)[..., None], np.float32)
    for total, weight in reversed(levels[:-1]):
        above = cv2.resize(made, weight.shape[::-1], interpolation=cv2.INTER_CUBIC)
        own = total / np.maximum(weight, 1e-4)[..., None]
        share = np.clip(1.5 * weight, 0, 1)[..., None]
        made = np.asarray(above + (own - above) * share, np.float32)
    return np.asarray(np.clip(made, 0, 1), np.float32)


def out_of_focus(linear: Floats, radius: float) -> Floats:
    """A lens's blur: the disc of its aperture in linear light, its rim softened."""
    reach = int(np.ceil(radius)) + 1
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    spread = cv2.filter2D(linear, -1, disc / disc.sum(), borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.GaussianBlur(spread, (0, 0), max(0.8, 0.12 * radius)), np.float32)


def _calm(encoded: Floats, known: npt.NDArray[np.bool_]) -> Floats:
    """Less colour, and brightness drawn towards its middle."""
    luma = skin.encoded_luma(encoded)
    middle = float(np.median(luma[known])) if known.any() else float(np.median(luma))
    paler = luma[..., None] + np.float32(SATURATION) * (encoded - luma[..., None])
    wanted = middle + np.float32(CONTRAST) * (luma - middle)
    return np.asarray(paler * (wanted / np.maximum(luma, 0.02))[..., None], np.float32)


def _disc(radius: int) -> npt.NDArray[np.uint8]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)), np.uint8)
