"""Light and colour of a portrait: white balance, exposure, soft fill on the shadow side, tamed highlights, grade.

Everything is measured on a small copy and applied to the picture as smooth gains and one tone curve, so skin keeps its
pores. The person's own tone is the reference throughout: the tone curve turns about it, the fill keeps its mean, and no
step pulls skin towards a fixed brightness or hue.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.request import Look
from headshot_desktop.engine import skin
from headshot_desktop.engine.srgb import to_encoded, to_linear
from headshot_desktop.engine.studio import illuminant, landmarks, shading

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

SMALL_FACE = 128.0
"""Face height in pixels of the copy on which everything is measured."""

GAMMA = 2.2
"""A factor f on linear light is f ** (1 / 2.2) on encoded values; exact but for the darkest 4 %."""

WHITE_TARGET, SCLERA_TARGET = 0.55, 0.16
"""Linear luminance of the person's brightest cloth or shine and of the whites of the eyes in well-exposed portraits
(measured, lower half): what says that a photo is dark, rather than the skin."""

LIFT_LIMIT, PULL_LIMIT = 1.2, 0.3
"""Stops of exposure."""

SKIN_STEP = 5.0
"""Degrees of ITA by which white balance and exposure together may make skin lighter: less than the narrowest class in
Chardon's scale. What is white in a photo says too little about dark skin under dark clothes to go further."""

UNLIT_SKIN = 0.02
"""Linear luminance under which no skin is by itself: such a face lies in the dark, and its exposure is free."""

KEPT_IMBALANCE = 0.14
"""Log luminance between the sides of a face that models it: left as it is."""

FILL_LIMIT = 0.75
"""Log luminance of the strongest lift, a bit over a stop: more shows noise and looks like HDR."""

CONTRAST = 0.35
"""Slope that `Look.contrast` of 1 adds in the middle of the tone curve."""


@dataclass(frozen=True)
class LightReport:
    """What was measured and changed.

    Attributes:
        illuminant_gain: linear-light factors of R, G, B that took a cast out.
        exposure_ev: stops of exposure.
        fill: strongest lift of the shadow side in stops.
        highlights: share of the face's skin whose shine was tamed.
        light_x: side of the light on the corrected face as the viewer sees it, -1 left to 1 right.
        grey: whether the photo has no colour.
    """

    illuminant_gain: tuple[float, float, float] = (1.0, 1.0, 1.0)
    exposure_ev: float = 0.0
    fill: float = 0.0
    highlights: float = 0.0
    light_x: float = 0.0
    grey: bool = False

    @property
    def cast_left(self) -> bool:
        """Whether the light was so coloured that only a part of its cast could be taken out."""
        seen = illuminant.log_ratios(np.array(self.illuminant_gain))
        return float(np.linalg.norm(seen)) > 0.97 * illuminant.STRONGEST

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready plain data."""
        return {**asdict(self), "illuminant_gain": list(self.illuminant_gain)}


@dataclass(frozen=True, eq=False)
class _Study:
    """Small copy of the working picture: encoded colour, linear light, matte, points, and where skin is."""

    encoded: Floats
    linear: Floats
    alpha: Floats
    mesh: npt.NDArray[np.float64]
    tone: Mask
    face: Mask

    @property
    def luminance(self) -> Floats:
        return np.asarray(self.linear @ np.array(skin.LUMA, np.float32))


@dataclass(frozen=True, eq=False)
class Ground:
    """What every look's light on one working picture begins with; made by `studied`."""

    study: _Study
    grey: bool
    gain: npt.NDArray[np.float64]
    stops: float
    luminance: Floats
    soft: Floats
    shade: shading.Shading


def studied(picture: Floats, alpha: Floats, mesh: npt.NDArray[np.floating]) -> Ground:
    """Measure the light of a working picture, white balance and exposure; arguments as for `correct`."""
    study = _study(picture, alpha, mesh)
    grey = _is_grey(study)
    gain = np.ones(3) if grey else _white_balance(study)
    balanced = np.asarray(study.linear * gain.astype(np.float32))
    stops = _exposure(balanced, study)
    balanced = balanced * np.float32(2**stops)
    luminance = np.asarray(balanced @ np.array(skin.LUMA, np.float32))
    soft = np.asarray(cv2.GaussianBlur(luminance, (0, 0), SMALL_FACE / 25), np.float32)
    return Ground(study, grey, gain, stops, luminance, soft, shading.fitted(soft, study.mesh))


def correct(
    picture: Floats, alpha: Floats, mesh: npt.NDArray[np.floating], look: Look, ground: Ground | None = None
) -> tuple[Floats, LightReport]:
    """Light and grade an upright working picture.

    Args:
        picture: (H, W, 3) float32, sRGB-encoded, in [0, 1].
        alpha: (H, W) float32 matte of the person.
        mesh: (478, 3) face points in the picture's pixels.
        look: its fill, contrast, warmth and saturation are used.
        ground: what `studied` measured in the same picture, if that was done before.

    Returns:
        The corrected picture of the same shape, and what was done.
    """
    ground = ground or studied(picture, alpha, mesh)
    study, grey, gain, stops = ground.study, ground.grey, ground.gain, ground.stops
    luminance = ground.luminance
    lift = _fill(ground.shade, study, look.fill, luminance)
    lit = luminance * np.exp(lift)
    tamed = _shine(lit, study)
    after = shading.fitted(np.asarray(ground.soft * np.exp(lift), np.float32), study.mesh, ground.shade.normals)
    channels = (gain * 2**stops * (np.ones(3) if grey else _warmth(look.warmth))) ** (1 / GAMMA)
    tone = float(np.median(_encoded(lit)[study.tone]))
    curve = _Curve(tone, look.contrast, _haze(_encoded(lit), study))
    result = _applied(
        picture, channels.astype(np.float32), lift / GAMMA + tamed, curve, 1.0 if grey else look.saturation
    )
    report = LightReport(
        illuminant_gain=(round(float(gain[0]), 4), round(float(gain[1]), 4), round(float(gain[2]), 4)),
        exposure_ev=round(stops, 3),
        fill=round(float(lift[study.face].max(initial=0.0)) / math.log(2), 3),
        highlights=round(float((tamed[study.face] < -0.01).mean()) if study.face.any() else 0.0, 3),
        light_x=round(after.side, 3),
        grey=grey,
    )
    return result, report


# ------------------------------------------------------------------ measuring


def _study(picture: Floats, alpha: Floats, mesh: npt.NDArray[np.floating]) -> _Study:
    points = np.asarray(mesh, np.float64)
    scale = min(1.0, SMALL_FACE / max(float(np.ptp(points[: landmarks.SURFACE, 1])), 1.0))
    height, width = picture.shape[:2]
    size = (max(2, round(width * scale)), max(2, round(height * scale)))
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)
    matte = np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA), np.float32)
    ratio = np.array([size[0] / width, size[1] / height])
    place = np.column_stack([(points[:, :2] + 0.5) * ratio - 0.5, points[:, 2:] * ratio.mean()])
    return _Study(
        small, to_linear(small), matte, place, skin.tone_mask(small, place), skin.face_skin(small.shape, place)
    )


def _is_grey(study: _Study) -> bool:
    spread = np.ptp(study.encoded, axis=2)
    return float(np.percentile(spread, 98)) < 0.025


def _evidence(study: _Study) -> illuminant.Evidence:
    skin_colour = np.median(study.linear[study.tone], axis=0).astype(np.float64)
    sclera = _sclera(study)
    usable = (study.encoded.max(2) < 0.97) & (study.encoded.min(2) > 0.08) & (study.alpha < 0.1)
    spread = np.ptp(study.encoded, axis=2) / np.maximum(study.encoded.max(2), 1e-3)
    usable &= spread < 0.35
    around = study.linear[usable]
    surround = None
    if usable.mean() > 0.05:
        # Minkowski norm 6 ("shades of grey", Finlayson and Trezzi 2004): between grey world and white patch.
        surround = np.asarray((around.astype(np.float64) ** 6).mean(0) ** (1 / 6))
    return illuminant.Evidence(skin_colour, sclera, surround)


def _sclera(study: _Study) -> npt.NDArray[np.float64] | None:
    """Linear colour of the whites of the eyes, or None where too few pixels show them."""
    eyes = skin.region(study.encoded.shape, study.mesh, landmarks.RIGHT_EYE)
    eyes |= skin.region(study.encoded.shape, study.mesh, landmarks.LEFT_EYE)
    iris = np.zeros(eyes.shape, np.uint8)
    for group in (landmarks.RIGHT_IRIS, landmarks.LEFT_IRIS):
        middle, rim = study.mesh[group[0], :2], study.mesh[group[1], :2]
        centre = (round(float(middle[0])), round(float(middle[1])))
        cv2.circle(iris, centre, math.ceil(float(np.linalg.norm(rim - middle))), 1, -1)
    white = study.linear[eyes & (iris == 0)].astype(np.float64)
    if len(white) < 12:
        return None
    bright = white @ np.array(skin.LUMA)
    return np.asarray(np.median(white[bright >= np.percentile(bright, 60)], axis=0))


def _exposure(balanced: Floats, study: _Study) -> float:
    """Stops of exposure, from what is white in the picture rather than from the skin."""
    luminance = balanced @ np.array(skin.LUMA, np.float32)
    skin_level = float(np.median(luminance[study.tone]))
    if skin_level > 0.72:
        return -min(PULL_LIMIT, math.log2(skin_level / 0.70))
    person = luminance[study.alpha > 0.9]
    white = float(np.percentile(person, 99)) if person.size > 50 else 1.0
    lack = math.log2(WHITE_TARGET / max(white, 0.02))
    sclera = _sclera(study)
    if sclera is not None:
        seen = float(sclera @ np.array(skin.LUMA))
        lack = min(lack, math.log2(SCLERA_TARGET / max(seen, 0.005)) + 0.3)
    wanted = float(np.clip(0.7 * (lack - 0.25), 0.0, LIFT_LIMIT))
    if wanted == 0.0 or skin_level < UNLIT_SKIN:
        return wanted
    steps = np.linspace(0.0, wanted, 25)
    before, after = (np.median(linear[study.tone], axis=0) for linear in (study.linear, balanced))
    allowed = _within_step(before, after * (2 ** steps[:, None]))
    return float(steps[allowed].max(initial=0.0))


def _within_step(tone: Floats, colours: npt.NDArray[np.floating]) -> npt.NDArray[np.bool_]:
    """Which of some linear-light skin colours, (N, 3), are no lighter than the tone itself by more than `SKIN_STEP`."""
    row = np.concatenate([tone[None], colours]).astype(np.float32)[None]
    lab = np.asarray(cv2.cvtColor(to_encoded(row), cv2.COLOR_RGB2Lab))[0]
    angles = np.array([skin.typology_angle(float(light), float(yellow)) for light, _, yellow in lab])
    return np.asarray(angles[1:] - angles[0] <= SKIN_STEP, np.bool_)


def _white_balance(study: _Study) -> npt.NDArray[np.float64]:
    """Linear-light factors that take the cast out, as far as skin's class stays."""
    tone = np.median(study.linear[study.tone], axis=0)
    cast = illuminant.estimated_cast(_evidence(study))
    steps = [illuminant.gains(cast * share) for share in np.linspace(0.0, 1.0, 21)]
    allowed = _within_step(tone, tone * np.array(steps))
    return steps[int(np.flatnonzero(allowed).max())]


# ------------------------------------------------------------------ gains


def _fill(shade: shading.Shading, study: _Study, amount: float, luminance: Floats) -> Floats:
    """(h, w) log-luminance gain that lifts the shadow side of the face towards the lit one, fading out away from it.

    What the lift would add to the brightness of the person's tone is taken off again everywhere: fill changes how the
    light is spread, not how light the person is.
    """
    imbalance = shade.imbalance()
    beyond = np.maximum(np.abs(imbalance) - KEPT_IMBALANCE, 0.0) * np.sign(imbalance)
    wanted = amount * np.where(beyond > 0, beyond, 0.25 * beyond)
    wanted = FILL_LIMIT * np.tanh(wanted / FILL_LIMIT)
    trust = np.clip(-shade.normals[:, 2] / 0.3, 0.05, 1.0)
    lift, presence = _spread(wanted, trust, study)
    tone = np.log(np.maximum(luminance[study.tone], 1e-4))
    # Two rounds: the median moves to other pixels while it is shifted.
    gained = 0.0
    for _ in range(2):
        now = np.median(tone + (lift - gained * presence)[study.tone])
        gained += float(now - np.median(tone))
    return np.asarray(lift - np.float32(gained) * presence, np.float32)


def _spread(values: npt.NDArray[np.float64], trust: npt.NDArray[np.float64], study: _Study) -> tuple[Floats, Floats]:
    """Values of mesh points as a smooth (h, w) map by kernel regression on a coarse grid, faded away from the face.

    Returns:
        The map, and the share by which it was faded: 1 on the face, 0 far from it.
    """
    high, wide = study.alpha.shape
    step = SMALL_FACE / 24
    size = (max(2, round(wide / step)), max(2, round(high / step)))
    x = (np.arange(size[0]) + 0.5) * wide / size[0] - 0.5
    y = (np.arange(size[1]) + 0.5) * high / size[1] - 0.5
    points = study.mesh[: landmarks.SURFACE]
    sigma = 0.14 * float(np.ptp(points[:, 1]))
    along_x = np.exp(-((x[:, None] - points[None, :, 0]) ** 2) / (2 * sigma**2))
    along_y = np.exp(-((y[:, None] - points[None, :, 1]) ** 2) / (2 * sigma**2))
    near = (along_y * trust) @ along_x.T
    mean = ((along_y * trust * values) @ along_x.T) / np.maximum(near, 1e-12)
    presence = near / (near + 0.004 * float(near.max()))
    grids = (coarse.astype(np.float32) for coarse in (mean * presence, presence))
    smooth = (cv2.resize(grid, (wide, high), interpolation=cv2.INTER_CUBIC) for grid in grids)
    lift, share = (np.asarray(cv2.GaussianBlur(grid, (0, 0), step), np.float32) for grid in smooth)
    return lift, share


def _shine(luminance: Floats, study: _Study) -> Floats:
    """(h, w) gain, as log of encoded values, ≤ 0: bright shine on the skin comes half the way back."""
    encoded = _encoded(luminance)
    base = np.asarray(cv2.GaussianBlur(encoded, (0, 0), 1.5))
    tone = float(np.median(encoded[study.tone]))
    start = max(0.80, min(tone + 0.12, 0.92))
    over = np.maximum(np.log(np.maximum(base, 1e-3) / start), 0.0)
    mask = np.asarray(cv2.GaussianBlur(study.face.astype(np.float32), (0, 0), 2.5))
    return np.asarray(-np.minimum(0.5 * over, 0.12) * mask, np.float32)


def _haze(encoded: Floats, study: _Study) -> float:
    """How far the darkest of the person is above black, as far as it may be taken off."""
    person = encoded[study.alpha > 0.9]
    if person.size < 50:
        return 0.0
    return float(np.clip(float(np.percentile(person, 0.5)) - 0.08, 0.0, 0.035))


def _warmth(amount: float) -> npt.NDArray[np.float64]:
    """Linear-light factors of a small move between cool and warm; luminance of grey stays."""
    return illuminant.gains(np.array([-0.05, 0.09]) * amount)


@dataclass(frozen=True)
class _Curve:
    """Tone curve on encoded luma that keeps 0, 1 and the skin's own tone where they are.

    Attributes:
        pivot: the skin's luma.
        contrast: of the look, -1 to 1.
        haze: luma to take off at black.
    """

    pivot: float
    contrast: float
    haze: float

    def table(self, size: int) -> Floats:
        """Factor on luma at `size` equal steps from 0 to 1."""
        luma = np.linspace(0, 1, size)
        pivot = float(np.clip(self.pivot, 0.15, 0.85))
        power = 1 + CONTRAST * self.contrast
        low = pivot * (np.minimum(luma, pivot) / pivot) ** power
        high = 1 - (1 - pivot) * ((1 - np.maximum(luma, pivot)) / (1 - pivot)) ** power
        curve = np.where(luma < pivot, low, high)
        curve = np.maximum(curve - self.haze * np.maximum(1 - luma / pivot, 0), 0.25 * curve)
        factor = curve / np.maximum(luma, 1e-6)
        factor[0] = factor[1]
        return factor.astype(np.float32)


def _applied(picture: Floats, channels: Floats, log_gain: Floats, curve: _Curve, saturation: float) -> Floats:
    """The picture with channel factors, a smooth gain, the tone curve and saturation; brightest parts roll off."""
    height, width = picture.shape[:2]
    gain = np.exp(np.asarray(cv2.resize(log_gain, (width, height), interpolation=cv2.INTER_LINEAR)))
    lit = np.asarray(picture * channels)
    luma = skin.encoded_luma(lit) * gain
    steps = 4096
    table = curve.table(steps)
    factor = gain * table[np.minimum((luma * (steps - 1)).astype(np.int32), steps - 1)]
    # cv2.max over planes: numpy's maximum along a short last axis is ten times slower.
    red, green, blue = cv2.split(lit)
    brightest = np.asarray(cv2.max(cv2.max(red, green), blue), np.float32) * factor
    peak = float(brightest.max())
    if peak > 1.0:
        factor *= _shoulder(brightest, peak)
    lit *= factor[..., None]
    if saturation != 1.0:
        grey = skin.encoded_luma(lit)[..., None]
        lit = grey + (lit - grey) * np.float32(saturation)
    return np.asarray(np.clip(lit, 0, 1, out=lit), np.float32)


def _shoulder(brightest: Floats, peak: float) -> Floats:
    """Factor that brings [0.82, peak] smoothly under 1, by the largest channel, so that no hue shifts by clipping."""
    start = np.float32(0.82)
    factor = np.ones_like(brightest)
    bright = brightest > start
    over = brightest[bright] - start
    bent = over / (1 + over * np.float32(1 / (1 - start) - 1 / (peak - start)))
    factor[bright] = (start + bent) / brightest[bright]
    return factor


def _encoded(luminance: Floats) -> Floats:
    return np.asarray(np.maximum(luminance, 0) ** np.float32(1 / GAMMA), np.float32)
