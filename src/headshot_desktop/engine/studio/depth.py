"""The person's own background, going out of focus with its distance from them: no outline is cut at all.

Where a matte cannot be trusted, an edge between a sharp person and a blurred background shows each of its errors: a
leaf taken along, a lock left out. Here the photo's own pixels stay on the person and right beside them, and the blur
grows from nothing over a wide ramp, as behind a lens that is stopped down a little. An error of the matte moves the
ramp by a few pixels, which nobody sees.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine import skin
from headshot_desktop.engine.srgb import to_encoded, to_linear
from headshot_desktop.engine.studio import composite, surroundings

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

RAMP = (0.008, 0.20)
"""Distances from the person, as shares of the short side, between which the blur grows from nothing to all."""

BLURS = (0.0025, 0.005, 0.010)
"""Radii of the circle of confusion, as shares of the short side, between which the blur is interpolated."""

SIDE = 560
"""Most pixels along the short side of the copies that are blurred."""

PERSON = 0.1
"""Matte value from which a pixel counts as the person's: what is half theirs stays sharp."""

EDGE = 0.08
"""Width along the photo's border, as a share of the short side, over which the blur grows where the frame goes on."""

SATURATION, CONTRAST = 0.8, 0.8
"""What is kept, far from the person, of a restless background's colour and of its differences in brightness."""

CALM, RESTLESS = 0.8, 1.6
"""Clutter (`outline.Outline`) up to which a background is left as it is, and from which it is calmed fully: of a plain
wall's fine texture a blur would leave a rim around the person."""


def receding(
    photo: Floats, alpha: Floats, valid: Mask, *, clutter: float, grain: float, seed: int, defocus: float = 1.0
) -> Floats:
    """A framed photo whose background goes out of focus away from the person.

    Args:
        photo: (H, W, 3) float32, sRGB-encoded, in [0, 1], sharpened for its size.
        alpha: (H, W) float32, how far each pixel is the person's, rather too much than too little.
        valid: (H, W) bool, false where the frame goes past the photo; the background flows on there.
        clutter: of the background, as `outline.Outline` measures it.
        grain: standard deviation of the photo's grain, which the blur must not take away; 0 for none.
        seed: drives the grain.
        defocus: 0.5 to 2, factor on `BLURS` (`Backdrop.defocus`).

    Returns:
        (H, W, 3) float32, sRGB-encoded, in [0, 1]: exactly `photo` on the person and right beside them.
    """
    short = min(alpha.shape)
    restless = float(np.interp(clutter, (CALM, RESTLESS), (0, 1)))
    share, valid = _ramp(alpha, valid, _masked(photo, short), restless)
    if not share.any():
        return photo.copy()
    levels = _blurred(photo, alpha, valid, defocus)
    made = _interpolated(photo, levels, share)
    if restless > 0:
        made += (_calmed(made, alpha < PERSON) - made) * (restless * share)[..., None]
    if grain > 0:
        made += (composite.grained(made, grain, seed) - made) * np.minimum(3 * share, 1)[..., None]
    return np.clip(made, 0, 1, out=made)


def _masked(photo: Floats, short: int) -> Mask:
    """(H, W): the black around a photo that somebody cut to a shape before."""
    scale = min(1.0, surroundings.SIDE / short)
    size = (max(8, round(photo.shape[1] * scale)), max(8, round(photo.shape[0] * scale)))
    found = surroundings.masked(np.asarray(cv2.resize(photo, size, interpolation=cv2.INTER_AREA), np.float32))
    return np.asarray(cv2.resize(found.astype(np.float32), photo.shape[1::-1]) > 0.01)


def _ramp(alpha: Floats, valid: Mask, masked: Mask, restless: float) -> tuple[Floats, Mask]:
    """How much of the blur is wanted, and where there is a photo that is no mask.

    Returns:
        (H, W) float32: 0 on the person, `restless` far from them, 1 beyond the photo; (H, W) bool.
    """
    short = min(alpha.shape)
    away = cv2.distanceTransform((alpha < PERSON).astype(np.uint8), cv2.DIST_L2, 5) / short
    share = restless * _smooth((away - RAMP[0]) / (RAMP[1] - RAMP[0]))
    known = valid & ~(masked & (away > EDGE))  # black hair is no mask
    if known.all():
        return share, known
    inside = cv2.distanceTransform(known.astype(np.uint8), cv2.DIST_L2, 5) / short
    # The person is never blurred, wherever the photo ends.
    near = _smooth(1 - inside / EDGE) * np.maximum(_smooth(away / EDGE), ~known)
    return np.maximum(share, near), known


def _smooth(steps: npt.NDArray[np.floating]) -> Floats:
    """Cubic step: 0 up to 0, 1 from 1, level at both ends."""
    within = np.clip(steps, 0, 1).astype(np.float32)
    return np.asarray(within * within * (3 - 2 * within), np.float32)


def _blurred(photo: Floats, alpha: Floats, valid: Mask, defocus: float) -> list[Floats]:
    """The background without the person in the blurs of `BLURS`, encoded, each (H, W, 3)."""
    high, wide = alpha.shape
    scale = min(1.0, SIDE / min(high, wide))
    size = (max(8, round(wide * scale)), max(8, round(high * scale)))
    known = ((cv2.dilate(alpha, np.ones((3, 3), np.uint8)) < surroundings.SEEN) & valid).astype(np.float32)
    if not known.any():
        known = valid.astype(np.float32)
    small, there = (
        np.asarray(cv2.resize(each, size, interpolation=cv2.INTER_AREA), np.float32)
        for each in (photo * known[..., None], known)
    )
    colours = to_linear(np.clip(small / np.maximum(there, 1e-3)[..., None], 0, 1))
    flowed = surroundings.flowed(colours, (there > 0.95).astype(np.float32))
    return [
        np.asarray(
            cv2.resize(to_encoded(surroundings.out_of_focus(flowed, defocus * blur * min(size))), (wide, high)),
            np.float32,
        )
        for blur in BLURS
    ]


def _interpolated(photo: Floats, levels: list[Floats], share: Floats) -> Floats:
    """The photo in as much blur as each pixel wants, between neighbouring levels."""
    radii = (0.0, *BLURS)
    wanted = share * np.float32(BLURS[-1])
    made = photo.copy()
    for low, high, level in zip(radii, radii[1:], levels, strict=False):
        step = np.clip((wanted - low) / (high - low), 0, 1)[..., None]
        made += (level - made) * step
    return made


def _calmed(picture: Floats, background: Mask) -> Floats:
    """Paler, and with brightness drawn towards the background's middle."""
    luma = skin.encoded_luma(picture)
    middle = float(np.median(luma[background])) if background.any() else float(np.median(luma))
    paler = luma[..., None] + np.float32(SATURATION) * (picture - luma[..., None])
    wanted = middle + np.float32(CONTRAST) * (luma - middle)
    return np.asarray(paler * (wanted / np.maximum(luma, 0.02))[..., None], np.float32)
