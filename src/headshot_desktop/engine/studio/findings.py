"""Is this photo good enough, and how would a better one be taken: refusals, findings with advice, and a quality number.

Thresholds follow ISO/IEC 39794-5 where it has one (90 pixels between the eyes) and were otherwise set on real portraits
so that photos by professionals raise no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.headshot import Finding, Findings, Severity
from headshot_desktop.engine import skin
from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.faces import Face

Photo = npt.NDArray[np.uint8]
Luma = npt.NDArray[np.float32]

LEAST_EYES = 40.0
"""Pixels between the eyes under which no destination can be served."""

SOFT_EYES = 60.0
"""Pixels between the eyes under which an ordinary headshot is enlarged more than twice and looks soft."""

GOOD_EYES = 90.0
"""Pixels between the eyes that ISO/IEC 39794-5 asks of a portrait."""

SIMILAR = 0.7
"""A second face of at least this share of the largest one's size leaves open whose headshot is wanted."""

STRONG_YAW = 30.0
"""Degrees: beyond, one cheek is hidden."""

STRONG_PITCH = 28.0
"""Degrees: beyond, the eyes are hidden or one looks up the nose. Portraits stay within 20."""

PROFILE = 50.0
"""Degrees: beyond, one eye is hidden and nobody takes the picture for a headshot."""

CLOSED = 0.16
"""Height of the eye's opening as a share of its width, under which it is shut or nearly so."""

BLURRED = 0.5
"""Sharpness under which a face looks soft at the size of a headshot."""

HARSH = 4.0
"""Ratio of the lit to the shadow cheek, in linear light, that studio portraits rarely exceed."""

FACE_SIDE = 256
"""Face height in pixels at which light and sharpness are measured, whatever the photo's size."""


@dataclass(frozen=True)
class _Light:
    """Encoded luma of the face's skin, 0–1, and of its two halves as the viewer sees them."""

    level: float
    bright: float
    left: float
    right: float

    @property
    def imbalance(self) -> float:
        """Ratio of the brighter half to the darker one, in linear light."""
        low, high = sorted((max(self.left, 0.02), max(self.right, 0.02)))
        return float((high / low) ** 2.2)


def main_face(faces: Sequence[Face]) -> Face:
    """The face whose headshot is wanted.

    Args:
        faces: verified faces, in any order.

    Raises:
        PhotoRefused: no face (`no-face`), one too small (`face-too-small`) or seen from the side (`profile`), or two of
            similar size (`two-faces`).
    """
    if not faces:
        raise PhotoRefused(
            "No face was found in this photo. Use one that shows your whole face, from the front and in good light.",
            code="no-face",
        )
    ordered = sorted(faces, key=lambda each: each.inter_eye, reverse=True)
    face = ordered[0]
    if face.inter_eye < LEAST_EYES:
        raise PhotoRefused(
            "The face is too small: {apart} pixels between the eyes, {least} are needed. Use a photo taken nearer, or "
            "the original instead of a small copy.",
            code="face-too-small",
            apart=round(face.inter_eye),
            least=round(LEAST_EYES),
        )
    if abs(face.pose.yaw) > PROFILE:
        raise PhotoRefused(
            "Your head is turned to the side, so half of your face is hidden. Use a photo in which you look towards "
            "the camera.",
            code="profile",
        )
    if any(other.inter_eye >= SIMILAR * face.inter_eye for other in ordered[1:]):
        raise PhotoRefused(
            "There are two people of similar size in this photo. Use one of you alone, or crop the other person out.",
            code="two-faces",
        )
    return face


def examine(photo: Photo, faces: Sequence[Face]) -> Findings:
    """Measure a photo.

    Args:
        photo: (H, W, 3) uint8, sRGB.
        faces: verified faces in it.

    Raises:
        PhotoRefused: as `main_face`.
    """
    face = main_face(faces)
    crop, mesh = _face_crop(photo, face, FACE_SIDE)
    light = _light(skin.encoded_luma(crop), mesh)
    sharpness = _sharpness(photo, face)
    openness = min(
        _openness(face.mesh, landmarks.RIGHT_LIDS, (33, 133)), _openness(face.mesh, landmarks.LEFT_LIDS, (263, 362))
    )
    above, beside, below = _room(photo.shape, face.mesh)
    chroma = _chroma(crop)
    measures = {
        "inter_eye": face.inter_eye,
        "yaw": face.pose.yaw,
        "pitch": face.pose.pitch,
        "roll": face.pose.roll,
        "eye_openness": openness,
        "sharpness": sharpness,
        "face_level": light.level,
        "side_ratio": light.imbalance,
        "room_above": above,
        "room_beside": beside,
        "room_below": below,
        "chroma": chroma,
        "faces": float(len(faces)),
        **_eyes(photo.shape, face.mesh),
    }
    parts = {
        "size": _ramp(face.inter_eye, 30, 160),
        "sharpness": 0.2 + 0.8 * _ramp(sharpness, 0.35, 0.7),
        "pose": (1 - _ramp(abs(face.pose.yaw), 12, 60) * 0.8) * (1 - _ramp(abs(face.pose.pitch), 18, 45) * 0.8),
        "eyes": 0.3 + 0.7 * _ramp(openness, 0.1, 0.19),
        "exposure": _ramp(light.level, 0.08, 0.3) * (1 - 0.6 * _ramp(light.bright, 0.02, 0.35)),
        "light": 1 - 0.7 * _ramp(light.imbalance, 2.0, 8.0),
        "room": 0.4 + 0.6 * _ramp(min(above, beside), -0.05, 0.25) * _ramp(below, 0.1, 0.6),
        "colour": 1.0 if chroma > 2.0 else 0.8,
    }
    rounded = {name: round(float(value), 4) for name, value in parts.items()}
    quality = 100 * float(np.prod(list(parts.values()))) ** 0.5
    return Findings(
        round(quality, 1),
        rounded,
        tuple(_sentences(measures, light)),
        {name: round(float(value), 4) for name, value in measures.items()},
    )


def _eyes(shape: tuple[int, ...], mesh: npt.NDArray[np.float32]) -> dict[str, float]:
    """Where the irises are, as shares of the photo's width and height: what lays a result over the photo."""
    places = {"right_eye": mesh[landmarks.RIGHT_IRIS[0]], "left_eye": mesh[landmarks.LEFT_IRIS[0]]}
    return {
        f"{name}_{axis}": float(point[place] / shape[1 - place])
        for name, point in places.items()
        for place, axis in enumerate("xy")
    }


def _ramp(value: float, low: float, high: float) -> float:
    """0 at `low`, 1 at `high`, straight between."""
    return float(np.clip((value - low) / (high - low), 0, 1))


def _face_crop(photo: Photo, face: Face, height: float) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """The face's surroundings as encoded float32 in [0, 1], at most `height` pixels of face, and the mesh in it."""
    crop, mesh = skin.face_crop(np.asarray(photo), face.mesh, height)
    return np.asarray(crop, np.float32) / np.float32(255), mesh


def _light(luma: Luma, mesh: npt.NDArray[np.floating]) -> _Light:
    """Levels of the skin of cheeks and forehead, and of its halves beside the nose."""
    cheeks = [skin.region(luma.shape, mesh, group) for group in (landmarks.RIGHT_CHEEK, landmarks.LEFT_CHEEK)]
    where = skin.region(luma.shape, mesh, landmarks.RIGHT_CHEEK, landmarks.LEFT_CHEEK, landmarks.FOREHEAD)
    found = luma[where] if where.any() else luma.ravel()
    sides = [luma[cheek] for cheek in cheeks]
    left, right = (float(np.median(side)) if side.size > 50 else float(np.median(found)) for side in sides)
    return _Light(float(np.median(found)), float((found > 0.97).mean()), left, right)


def _sharpness(photo: Photo, face: Face) -> float:
    """How much finer detail there is around the eyes and brows than coarser: the ratio of two neighbouring octaves.

    Natural pictures have about as much detail in each octave (Field 1987), whatever their contrast; a blur takes from
    the finer one first. At a face 256 pixels high, sharp portraits have 0.6 to 1.0, the same ones blurred by a
    Gaussian of one pixel 0.40 to 0.50, of two pixels 0.31 to 0.35. Photos of few pixels are measured as they are.
    """
    crop, mesh = _face_crop(photo, face, FACE_SIDE)
    luma = skin.encoded_luma(crop)
    ring = [*landmarks.RIGHT_EYE, *landmarks.LEFT_EYE, *landmarks.RIGHT_BROW, *landmarks.LEFT_BROW]
    low, high = mesh[ring, :2].min(0).astype(int) - 4, mesh[ring, :2].max(0).astype(int) + 4
    part = np.ascontiguousarray(luma[max(low[1], 0) : max(high[1], 0), max(low[0], 0) : max(high[0], 0)], np.float32)
    if min(part.shape, default=0) < 8:
        return 0.0
    blurred = [cv2.GaussianBlur(part, (0, 0), sigma) for sigma in (0.5, 1.0, 2.0)]
    fine, coarse = float((blurred[0] - blurred[1]).std()), float((blurred[1] - blurred[2]).std())
    return fine / coarse if coarse > 1e-4 else 0.0


def _openness(mesh: npt.NDArray[np.float32], lids: Sequence[tuple[int, int]], corners: tuple[int, int]) -> float:
    """Mean height of an eye's opening as a share of its width."""
    heights = [float(np.linalg.norm(mesh[upper, :2] - mesh[lower, :2])) for upper, lower in lids]
    width = float(np.linalg.norm(mesh[corners[0], :2] - mesh[corners[1], :2]))
    return float(np.mean(heights)) / max(width, 1e-6)


def _room(photo_shape: tuple[int, ...], mesh: npt.NDArray[np.float32]) -> tuple[float, float, float]:
    """Room above the crown, at the nearer side and below the chin, in heights of the face (forehead to chin)."""
    height, width = photo_shape[:2]
    top, chin = mesh[landmarks.FOREHEAD_TOP, 1], mesh[landmarks.CHIN, 1]
    face = max(float(chin - top), 1.0)
    crown = top - 0.3 * face
    left, right = mesh[:, 0].min(), mesh[:, 0].max()
    return float(crown / face), float(min(left, width - right) / face), float((height - chin) / face)


def _chroma(crop: npt.NDArray[np.float32]) -> float:
    """Median CIE Lab chroma of the face: under 2 the photo is black and white."""
    lab = cv2.cvtColor(np.ascontiguousarray(crop), cv2.COLOR_RGB2Lab)
    return float(np.median(np.hypot(lab[..., 1], lab[..., 2])))


def _sentences(measures: dict[str, float], light: _Light) -> list[Finding]:
    return [*_of_face(measures, light), *_of_frame(measures)]


def _told(
    wrong: bool, code: str, sentence: str, advice: str, severity: Severity = Severity.WARNING
) -> Iterator[Finding]:
    """The finding, if it is so."""
    if wrong:
        yield Finding(code, sentence, advice, severity)


def _of_face(measures: dict[str, float], light: _Light) -> Iterator[Finding]:
    """Eyes, sharpness, light and pose."""
    darker = "left" if light.left < light.right else "right"
    yield from _told(
        measures["eye_openness"] < CLOSED,
        "eyes-closed",
        "Your eyes look closed or nearly so.",
        "Take another photo with your eyes open.",
    )
    yield from _told(
        measures["sharpness"] < BLURRED,
        "blurred",
        "The face is not sharp.",
        "Hold the camera still, wipe the lens, and take it again in brighter light.",
    )
    yield from _told(
        light.level < 0.2,
        "dark",
        "The face is dark.",
        "Turn towards a window or a lamp, or use a brighter photo.",
    )
    yield from _told(
        light.bright > 0.12,
        "overexposed",
        "Parts of the face are so bright that they have lost their detail.",
        "Step out of direct sun and turn the flash off.",
    )
    yield from _told(
        abs(measures["yaw"]) > STRONG_YAW,
        "turned-away",
        "Your head is turned far to the side.",
        "Look towards the camera; a slight turn of the shoulders is enough.",
    )
    yield from _told(
        abs(measures["pitch"]) > STRONG_PITCH,
        "bent",
        "Your head is bent far up or down.",
        "Hold the camera at the height of your eyes and look into it.",
    )
    yield from _told(
        light.imbalance > HARSH,
        "side-light",
        f"The {darker} half of the face, as seen, is in shadow.",
        "Turn your face towards the window or the lamp.",
    )


def _of_frame(measures: dict[str, float]) -> Iterator[Finding]:
    """Room, size and colour."""
    yield from _told(
        min(measures["room_above"], measures["room_beside"]) < 0.0,
        "head-cut",
        "Part of the head is cut off.",
        "Use a photo that shows the whole head with some room around it.",
    )
    yield from _told(
        measures["room_below"] < 0.3,
        "shoulders-cut",
        "The photo ends close below the chin, so the shoulders are missing.",
        "Use a photo that shows head and shoulders.",
    )
    yield from _told(
        measures["inter_eye"] < SOFT_EYES,
        "face-tiny",
        f"The face is very small: {measures['inter_eye']:.0f} pixels between the eyes. The headshot will look soft.",
        "Use a photo taken nearer, or the original instead of a small copy.",
    )
    yield from _told(
        SOFT_EYES <= measures["inter_eye"] < GOOD_EYES,
        "face-small",
        f"The face is small: {measures['inter_eye']:.0f} pixels between the eyes, {GOOD_EYES:.0f} or more look sharp.",
        "Use a photo taken nearer, or the original instead of a small copy.",
        Severity.HINT,
    )
    yield from _told(
        measures["chroma"] < 2.0,
        "black-and-white",
        "The photo is black and white.",
        "Use a colour photo if the headshot should be in colour.",
        Severity.HINT,
    )
