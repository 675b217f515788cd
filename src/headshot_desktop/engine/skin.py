"""Skin in a picture: where it is, and its colour in the dermatologists' measure."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

LUMA = (0.2126, 0.7152, 0.0722)
"""Weights of linear red, green and blue in luminance (ITU-R BT.709, the primaries of sRGB)."""

GREY_CHROMA = 3.0
"""CIE Lab chroma under which skin has no colour: the picture is black and white. Living skin has 8 to 45."""

TEXTURE_FACE = 480.0
"""Face height in pixels at which texture is measured: pores and fine lines there are 1 to 3 pixels."""


ALIKE = (12.0, 10.0, 10.0)
"""L*, a*, b* within which a pixel is the same skin as the cheeks."""


@dataclass(frozen=True)
class Skin:
    """Colour and texture of the cheeks and the forehead.

    Attributes:
        ita: individual typology angle in degrees, arctan((L* - 50) / b*) · 180 / π, the higher the lighter. Chardon,
            Cretois, Hourseau, "Skin colour typology and suntanning pathways", Int. J. Cosmetic Science 13 (1991).
        hue: CIE Lab hue angle in degrees, 0 red, 90 yellow.
        chroma: CIE Lab chroma.
        lab: median L*, a*, b* under D65.
        texture_energy: standard deviation of fine detail in encoded luma relative to luma.
    """

    ita: float
    hue: float
    chroma: float
    lab: tuple[float, float, float]
    texture_energy: float

    @property
    def grey(self) -> bool:
        """Whether the skin carries no colour."""
        return self.chroma < GREY_CHROMA


def measured(picture: Floats, mesh: npt.NDArray[np.floating], where: Mask | None = None) -> Skin:
    """Measure the skin of a face.

    Args:
        picture: (H, W, 3) float32, sRGB-encoded, in [0, 1].
        mesh: (478, 2 or 3) points of the face in the picture's pixels.
        where: which pixels of the face's crop to take (`sampled` of another picture of this face); chosen anew if None.
    """
    small, points = face_crop(picture, mesh, TEXTURE_FACE)
    if where is None:
        where = tone_mask(small, points)
    elif where.shape != small.shape[:2]:
        size = (small.shape[1], small.shape[0])
        resized = np.asarray(cv2.resize(where.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)) > 0
        where = resized if resized.any() else tone_mask(small, points)
    lab = np.median(np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2Lab))[where], axis=0)
    light, red, yellow = (float(value) for value in lab)
    return Skin(
        ita=typology_angle(light, yellow),
        hue=math.degrees(math.atan2(yellow, red)),
        chroma=math.hypot(red, yellow),
        lab=(light, red, yellow),
        texture_energy=texture_energy(small, where),
    )


def sampled(picture: Floats, mesh: npt.NDArray[np.floating]) -> Mask:
    """The pixels of the face's crop that `measured` takes."""
    return tone_mask(*face_crop(picture, mesh, TEXTURE_FACE))


def typology_angle(light: float, yellow: float) -> float:
    """ITA in degrees from L* and b*. b* under 1 counts as 1: without yellow the angle would jump by 180°."""
    return math.degrees(math.atan((light - 50.0) / max(yellow, 1.0)))


def face_crop(picture: Floats, mesh: npt.NDArray[np.floating], height: float) -> tuple[Floats, Floats]:
    """The face's surroundings reduced (never enlarged) to a face of `height` pixels, and the points in it."""
    points = np.asarray(mesh, np.float32)[:, :2]
    low, high = points.min(0), points.max(0)
    margin = 0.1 * (high - low)
    tall, wide = picture.shape[:2]
    left, top = np.clip(np.floor(low - margin), 0, (wide - 2, tall - 2)).astype(int)
    right, bottom = np.clip(np.ceil(high + margin), (left + 2, top + 2), (wide, tall)).astype(int)
    part = np.ascontiguousarray(picture[top:bottom, left:right])
    scale = min(1.0, height / max(float(high[1] - low[1]), 1.0))
    if scale < 1.0:
        size = (max(2, round(part.shape[1] * scale)), max(2, round(part.shape[0] * scale)))
        ratio = np.array([size[0] / part.shape[1], size[1] / part.shape[0]], np.float32)
        part = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.float32)
    else:
        ratio = np.ones(2, np.float32)
    return part, (points - (left, top) + 0.5) * ratio - np.float32(0.5)


def region(shape: tuple[int, ...], points: npt.NDArray[np.floating], *groups: tuple[int, ...]) -> Mask:
    """(H, W) bool: the convex hulls of groups of mesh points."""
    mask = np.zeros(shape[:2], np.uint8)
    for group in groups:
        hull = cv2.convexHull(np.round(points[list(group), :2]).astype(np.int32))
        cv2.fillConvexPoly(mask, hull, 1)
    return mask.astype(np.bool_)


def tone_mask(picture: Floats, points: npt.NDArray[np.floating]) -> Mask:
    """Skin of cheeks and forehead without shine, shadow, hair and beard: where the person's tone is measured.

    The cheeks say what skin is; of the forehead only what resembles them is taken, because hair often covers it.
    """
    cheeks = region(picture.shape, points, landmarks.RIGHT_CHEEK, landmarks.LEFT_CHEEK)
    if not cheeks.any():
        return region(picture.shape, points, landmarks.FACE_OVAL) | _middle(picture.shape)
    lab = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2Lab), np.float32)
    low, high = np.percentile(lab[..., 0][cheeks], (20, 85))
    kept = cheeks & (lab[..., 0] >= low) & (lab[..., 0] <= high)
    middle = np.median(lab[kept], axis=0) if kept.any() else np.median(lab[cheeks], axis=0)
    distance = np.abs(lab - middle) / np.array(ALIKE, np.float32)
    brow = region(picture.shape, points, landmarks.FOREHEAD) & (distance.max(2) < 1.0)
    kept = (kept | brow) & (distance.max(2) < 1.5)
    return kept if kept.any() else cheeks


def face_skin(shape: tuple[int, ...], points: npt.NDArray[np.floating]) -> Mask:
    """The whole face inside its oval, without eyes, brows, lips and nostrils."""
    face = region(shape, points, landmarks.FACE_OVAL)
    holes = region(
        shape,
        points,
        landmarks.RIGHT_EYE,
        landmarks.LEFT_EYE,
        landmarks.RIGHT_BROW,
        landmarks.LEFT_BROW,
        landmarks.LIPS_OUTER,
        landmarks.NOSE_BASE,
    )
    size = max(1, round(0.02 * float(np.ptp(points[:, 1]))))
    grown = cv2.dilate(holes.astype(np.uint8), np.ones((2 * size + 1, 2 * size + 1), np.uint8))
    return np.asarray(face & (np.asarray(grown) == 0), np.bool_)


def encoded_luma(picture: Floats) -> Floats:
    """(H, W) luma of an encoded picture: BT.709 weights on encoded values."""
    return np.asarray(cv2.transform(picture, np.array([LUMA], np.float32)), np.float32).reshape(picture.shape[:2])


def texture_energy(picture: Floats, where: Mask) -> float:
    """Robust spread of detail finer than about 1/100 of the face, relative to luma, inside `where`."""
    luma = encoded_luma(picture)
    sigma = max(0.8, 0.006 * picture.shape[0])
    base = cv2.GaussianBlur(luma, (0, 0), sigma)
    detail = (luma - base) / np.maximum(base, 0.05)
    return float(1.4826 * np.median(np.abs(detail[where])))


def _middle(shape: tuple[int, ...]) -> Mask:
    mask = np.zeros(shape[:2], np.bool_)
    mask[shape[0] // 2, shape[1] // 2] = True
    return mask
