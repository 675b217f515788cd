"""Keep my face: what of the Studio's headshot stays, and how what was generated is brought into its light.

What stays is the head: the face with its jaw and, with the softness of the matte, the hair down to the jaw. It is laid
over the generated picture, whose own idea of the head is not used. So that no seam is seen,

- the generated picture is brought to the headshot's light and colour first, by what both show of the same head;
- its neck takes the tone of the person's own skin;
- what difference is left along the neck fades out slowly into the generated part (a membrane, as in Pérez, Gangnet,
  Blake, "Poisson Image Editing", 2003, without its stiffness);
- in the other direction only the feather at the edge takes anything from the generated part: the face's inner part is
  the headshot's, value by value.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine import skin
from headshot_desktop.engine.generative import seam
from headshot_desktop.engine.generative.job import Mask
from headshot_desktop.engine.pipeline import Base
from headshot_desktop.engine.srgb import to_encoded, to_linear
from headshot_desktop.engine.studio import composite, landmarks

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

CORE = 0.03
"""How far inside the face's outline the untouched part begins, in face heights."""

JAW = (0.01, 0.11)
"""How far below the jaw the feather begins and ends, in face heights: within the jaw's own shadow."""

HAIR = (0.4, 0.18)
"""Heights above the chin, in face heights, between which hair beside the face passes into the generated picture."""

WIDE = ((0.2, 0.5), (0.5, 0.62), (1.0, 1.2))
"""Height above the chin; distances from the middle of the face, where the neck is and from the eyes up, between which
what is beside the face passes into the generated picture, all in face heights."""

SURE = 0.98
"""Share of the headshot from which nothing is generated."""

DRIFT = 0.45
"""Most that a channel's light is changed to bring it to the headshot's, as a natural logarithm."""

ALIKE = 0.45
"""Correlation of two heads' detail from which they are taken for the same head and compared."""

NEAR_TONE, FAR_TONE = 32.0, 50.0
"""L* by which a neck may differ from the cheeks: the person's own, in the jaw's shadow, and a generated one."""

TONE = (20.0, 10.0, 10.0)
"""Spread of L*, a*, b* within which a generated pixel is the neck's skin."""

MOST_TONE = 35.0
"""CIE Lab units by which the neck's tone is moved at most."""

SPREAD = 0.16
"""How far the difference along the edge reaches into the generated picture, in face heights."""

MOST_STEP = 0.14
"""Encoded difference along the edge up to which both sides are taken for the same material."""


@dataclass(frozen=True, eq=False)
class Kept:
    """What stays of a headshot.

    Attributes:
        weight: (H, W) float32, share of the headshot in the result.
        core: (H, W) bool, where the result is the headshot, value by value.
        bare: (H, W) bool, the headshot's skin.
        neck: (H, W) bool, the feather where skin meets skin.
        face: pixels from the top of the forehead to the chin.
        heights: (H, W) float32, height above the chin in face heights.
        beside: (H, W) float32, distance from the face's middle line in face heights.
    """

    weight: Floats
    core: Bools
    bare: Bools
    neck: Bools
    face: float
    heights: Floats
    beside: Floats

    @property
    def mask(self) -> Mask:
        """(H, W) uint8: 255 is made anew."""
        return np.where(self.weight >= SURE, 0, 255).astype(np.uint8)


@dataclass(frozen=True)
class Joined:
    """How well it came together; see `seam.measured`.

    Attributes:
        light: natural logarithms of the factors on R, G, B that brought the generated picture to the headshot's light.
        neck: CIE Lab units by which the neck's tone was moved.
        gradient: mean gradient across the neck's feather, divided by the headshot's there; None where no skin meets
            skin, so that nobody can tell.
        step: CIE76 between both sides of the feather beyond what the headshot has there; None likewise.
    """

    light: tuple[float, float, float]
    neck: float
    gradient: float | None
    step: float | None


def kept(base: Base) -> Kept:
    """What stays of a headshot: see the module."""
    shape = base.cover.shape
    points = np.asarray(base.mesh, np.float64)[:, :2]
    chin, top = points[landmarks.CHIN], points[landmarks.FOREHEAD_TOP]
    face = float(np.linalg.norm(top - chin))
    up = (top - chin) / face
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    middle = points[list(landmarks.FACE_OVAL)].mean(0)
    heights = ((x - chin[0]) * up[0] + (y - chin[1]) * up[1]) / face
    beside = np.abs((x - middle[0]) * up[1] - (y - middle[1]) * up[0]) / face
    outline = skin.region(shape, points, landmarks.FACE_OVAL)
    away = _signed(outline) / np.float32(face)
    own = np.asarray(skin.measured(base.picture, base.mesh).lab, np.float32)
    bare = _soft(_skin_like(base.picture, own, 38.0, grey=base.grey), 0.006 * face)
    # Where a collar or hair is right beside the jaw, the feather is within the face's own edge.
    below = np.maximum(_smooth(away, JAW[1], JAW[0]) * bare, _smooth(away, 0.2 * CORE, -CORE))
    (low, high), narrow, wide = WIDE
    up_there = _smooth(heights, low, high)
    ends = [narrow[side] + up_there * (wide[side] - narrow[side]) for side in (0, 1)]
    hair = _smooth(heights, HAIR[1], HAIR[0]) * np.clip((ends[1] - beside) / (ends[1] - ends[0]), 0, 1)
    cover = np.clip((base.cover - composite.VEIL) / (1 - 2 * composite.VEIL), 0, 1)
    weight = np.asarray(np.maximum(below, hair) * cover, np.float32)
    core = (away < -CORE) & (weight >= 1)
    neck = (weight > 0.02) & (weight < SURE) & (cover > 0.95) & (bare > 0.9) & (heights < 0.1) & (beside < 0.32)
    place = np.asarray(heights, np.float32), np.asarray(beside, np.float32)
    return Kept(weight, core, bare > 0.5, neck, face, *place)


def joined(base: Base, made: Floats, keep: Kept, seed: int) -> tuple[Floats, Joined]:
    """The headshot's head on the generated picture.

    Args:
        base: the headshot.
        made: (H, W, 3) float32, what was generated, of the headshot's size, encoded, in [0, 1].
        keep: of `base`.
        seed: of the grain.

    Returns:
        (H, W, 3) float32, encoded, in [0, 1], equal to `base.picture` inside `keep.core`; and how well they met.
    """
    if base.grey:
        made = np.repeat(skin.encoded_luma(made)[..., None], 3, 2)
    lit, light = _in_light(base, made, keep)
    toned, moved = _neck_toned(base, lit, keep)
    met = _met(base, toned, keep)
    grain = max(0.0, base.grain - composite.measured_grain(met, (keep.weight < 0.01).astype(np.float32)))
    if grain > 0:
        met = composite.grained(met, grain, seed)
    person = composite.light_wrapped(base.person, base.cover, met)
    weight = keep.weight[..., None]
    result = np.clip(met + weight * (person - met), 0, 1)
    if base.grey:
        result = np.repeat(skin.encoded_luma(np.asarray(result, np.float32))[..., None], 3, 2)
    result = np.where(keep.core[..., None], base.picture, result).astype(np.float32)
    gradient, step = seam.measured(base.picture, result, keep.weight, keep.neck)
    gains = (round(light[0], 4), round(light[1], 4), round(light[2], 4))
    numbers = None if gradient is None else round(gradient, 3), None if step is None else round(step, 2)
    return result, Joined(gains, round(moved, 2), *numbers)


# ------------------------------------------------------------------ bringing the generated picture to the headshot


def _in_light(base: Base, made: Floats, keep: Kept) -> tuple[Floats, tuple[float, float, float]]:
    """`made` with one factor on each channel's light, measured where both show the same head, else on the neck.

    What of the head is the same is seen in all of it, so that a face that was drawn over does not count.
    """
    theirs = to_linear(made)
    head = (keep.weight >= SURE) & (base.cover > 0.98)
    skin_there = _neck_skin(base, made, keep, FAR_TONE)
    if _same(base.picture, made, head):
        ratio = np.log(np.maximum(to_linear(base.picture[head]), 2e-3)) - np.log(np.maximum(theirs[head], 2e-3))
        inner, most = np.median(ratio, axis=0), DRIFT
    elif int(skin_there.sum()) >= 64:
        tone = np.asarray(cv2.cvtColor(_own_tone(base, keep)[None, None], cv2.COLOR_Lab2RGB))[0, 0]
        inner = np.log(np.maximum(to_linear(tone), 2e-3) / np.maximum(np.median(theirs[skin_there], axis=0), 2e-3))
        most = DRIFT / 2
    else:
        return made, (0.0, 0.0, 0.0)
    change = np.clip(inner, -most, most)
    gains = np.exp(change).astype(np.float32)
    lit = theirs * gains
    peak = float(gains.max())
    if peak > 1:
        # Bright cloth and walls keep their drawing: what would be clipped is bent below white instead.
        over = np.maximum(lit - 0.7, 0)
        lit = np.where(lit > 0.7, 0.7 + over / (1 + over * (1 / 0.3 - 1 / (peak - 0.7))), lit)
    return to_encoded(lit), (float(change[0]), float(change[1]), float(change[2]))


def _same(first: Floats, second: Floats, where: Bools) -> bool:
    """Whether two pictures show the same head: correlation of their luma inside `where`."""
    if int(where.sum()) < 64:
        return False
    a, b = (skin.encoded_luma(each)[where].astype(np.float64) for each in (first, second))
    spread = float(a.std() * b.std())
    return spread > 1e-6 and float(((a - a.mean()) * (b - b.mean())).mean()) / spread > ALIKE


def _neck_toned(base: Base, made: Floats, keep: Kept) -> tuple[Floats, float]:
    """`made` with the skin of its neck in the tone of the person's own, and by how many units that was."""
    theirs = _neck_skin(base, made, keep, FAR_TONE)
    if base.grey or int(theirs.sum()) < 64:
        return made, 0.0
    lab = np.asarray(cv2.cvtColor(made, cv2.COLOR_RGB2Lab), np.float32)
    middle = np.median(lab[theirs], axis=0)
    shift = _own_tone(base, keep) - middle
    size = float(np.linalg.norm(shift))
    shift *= min(1.0, MOST_TONE / max(size, 1e-6))
    distance = (((lab - middle) / np.array(TONE, np.float32)) ** 2).sum(2)
    place = _smooth(keep.heights, 0.6, 0.45) * _smooth(keep.heights, -1.2, -0.8) * _smooth(keep.beside, 0.9, 0.6)
    soft = cv2.GaussianBlur(np.exp(-0.5 * distance) * place, (0, 0), max(0.8, 0.006 * keep.face))
    lab += np.asarray(soft, np.float32)[..., None] * shift.astype(np.float32)
    return np.asarray(np.clip(cv2.cvtColor(lab, cv2.COLOR_Lab2RGB), 0, 1), np.float32), min(size, MOST_TONE)


def _own_tone(base: Base, keep: Kept) -> npt.NDArray[np.float32]:
    """L*, a*, b* of the person's own neck where the photo shows it; else of their cheeks, a little darker."""
    lab = np.asarray(cv2.cvtColor(base.picture, cv2.COLOR_RGB2Lab), np.float32)
    neck = _neck_skin(base, base.picture, keep, NEAR_TONE)
    if int(neck.sum()) >= 0.5 * max(int(_below_jaw(keep).sum()), 1):
        return np.asarray(np.median(lab[neck], axis=0), np.float32)
    cheeks = np.asarray(skin.measured(base.picture, base.mesh).lab, np.float32)
    return cheeks * np.float32(0.9)


def _below_jaw(keep: Kept) -> Bools:
    return np.asarray((keep.heights < -0.03) & (keep.heights > -0.28) & (keep.beside < 0.24))


def _neck_skin(base: Base, picture: Floats, keep: Kept, far: float) -> Bools:
    """Pixels right below the jaw that are skin like the person's, its L* within `far` of theirs."""
    own = np.asarray(skin.measured(base.picture, base.mesh).lab, np.float32)
    return _below_jaw(keep) & _skin_like(picture, own, far, grey=base.grey)


def _skin_like(picture: Floats, own: Floats, far: float, *, grey: bool) -> Bools:
    """(H, W): pixels of the skin's hue and about its chroma, their L* within `far` of its."""
    lab = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2Lab), np.float32)
    light = np.abs(lab[..., 0] - own[0]) < far
    if grey:
        return np.asarray(light, np.bool_)
    chroma, whole = np.hypot(lab[..., 1], lab[..., 2]), float(np.hypot(own[1], own[2]))
    turn = np.arctan2(lab[..., 2], lab[..., 1]) - np.arctan2(own[2], own[1])
    turn = np.abs((turn + np.pi) % (2 * np.pi) - np.pi)
    strong = (chroma > 0.35 * whole) & (chroma < max(2.2 * whole, 12.0))
    return np.asarray(light & strong & (turn < np.radians(32)), np.bool_)


def _met(base: Base, made: Floats, keep: Kept) -> Floats:
    """`made` with the smooth difference along the edge, where skin meets skin, faded into its skin."""
    step = max(1, round(keep.face / 160))
    size = (max(8, made.shape[1] // step), max(8, made.shape[0] // step))

    def small(values: Floats) -> Floats:
        return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_AREA), np.float32)

    sigma = 0.02 * keep.face / step
    rough = cv2.GaussianBlur(small(base.picture) - small(made), (0, 0), sigma)
    band = small(((keep.weight > 0.02) & (keep.weight < SURE) & (base.cover > 0.9) & keep.bare).astype(np.float32))
    alike = np.clip(2 - np.abs(rough).max(2) / MOST_STEP, 0, 1)
    trust = np.asarray(band * alike, np.float32)
    far = SPREAD * keep.face / step
    carried, near = (_spread(each, far) for each in (rough * trust[..., None], trust))
    # As strong as at the edge right beside it, and nothing where no edge is near.
    presence = np.clip(
        near / max(float(np.percentile(near[trust > 0.5], 30)) if (trust > 0.5).any() else 1.0, 1e-4), 0, 1
    )
    change = carried / np.maximum(near, 1e-4)[..., None] * presence[..., None]
    change = np.clip(change, -MOST_STEP, MOST_STEP)
    whole = cv2.resize(change.astype(np.float32), (made.shape[1], made.shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(made + whole * _material(made, keep, base)[..., None], 0, 1), np.float32)


def _material(made: Floats, keep: Kept, base: Base) -> Floats:
    """1 where the generated pixel is skin like the headshot's at the nearest edge, 0 where it is other material."""
    sigma = max(1.0, 0.5 * SPREAD * keep.face)
    band = ((keep.weight > 0.3) & (base.cover > 0.9) & keep.bare).astype(np.float32)
    reach = _spread(band, sigma)
    mean = _spread(base.picture * band[..., None], sigma) / np.maximum(reach, 1e-3)[..., None]
    difference = np.abs(made - mean).max(2)
    own = np.asarray(skin.measured(base.picture, base.mesh).lab, np.float32)
    theirs = _soft(_skin_like(made, own, FAR_TONE, grey=base.grey), 0.006 * keep.face)
    alike = theirs * np.clip(1.6 - difference / (2.2 * MOST_STEP), 0, 1)
    return np.asarray(alike * _smooth(reach, 0.002, 0.1), np.float32)


def _spread(values: Floats, sigma: float) -> Floats:
    """Values blurred far, at a size at which that is cheap."""
    step = max(1, int(sigma / 4))
    height, width = values.shape[:2]
    size = (max(4, width // step), max(4, height // step))
    small = cv2.GaussianBlur(cv2.resize(values, size, interpolation=cv2.INTER_AREA), (0, 0), sigma / step)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def _soft(region: Bools, sigma: float) -> Floats:
    """A region without specks, its border softened."""
    size = 2 * max(1, round(sigma)) + 1
    whole = cv2.morphologyEx(region.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    return np.asarray(cv2.GaussianBlur(whole.astype(np.float32), (0, 0), max(sigma, 0.7)), np.float32)


def _signed(region: Bools) -> Floats:
    """Distance to a region's edge in pixels, negative inside."""
    inside = region.astype(np.uint8)
    out = cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5)
    return np.asarray(out - cv2.distanceTransform(inside, cv2.DIST_L2, 5), np.float32)


def _smooth(values: npt.NDArray[np.floating], low: float, high: float) -> Floats:
    """0 at `low`, 1 at `high`, without a corner between."""
    share = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)
