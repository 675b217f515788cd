"""Scenes for training the matte: one person placed, lit, photographed and compressed in a random way.

All pictures are uint8 BGR until `spoil`, which works on float32 in [0, 1].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from headshot_desktop.engine.studio.matting import OUTSIDE, SIDE, Box, face_map
from training.matte_clutter import Placed, loosened, loud, noise, spilled, things_behind

if TYPE_CHECKING:
    from training.matte_data import Portrait

SURROUND = OUTSIDE[::-1]
"""`OUTSIDE` in the order BGR."""
Rng = np.random.Generator


@dataclass(frozen=True, eq=False)
class Scene:
    """One training scene.

    Attributes:
        picture: uint8 (512, 512, 3) BGR, `OUTSIDE` around the photo.
        alpha: uint8 (512, 512), the label.
        face: float32 (512, 512), `face_map` of the main person, or zeros.
        counts: uint8 (512, 512), 255 where the label counts.
    """

    picture: np.ndarray
    alpha: np.ndarray
    face: np.ndarray
    counts: np.ndarray


def _matrix(
    rng: Rng, shape: tuple[int, ...], scale: float, turn: float, anchor: tuple[float, float], squeeze: float = 1.0
) -> np.ndarray:
    """Homography to the canvas: scaled, turned (degrees), a little sheared; the bottom centre lands on `anchor`.

    `squeeze` is how much less high than wide the picture becomes.
    """
    height, width = shape[:2]
    angle = np.deg2rad(turn)
    cosine, sine = np.cos(angle) * scale, np.sin(angle) * scale
    shear = rng.normal(0, 0.03)
    linear = np.array([[cosine, -sine + shear * scale], [sine, cosine]]) @ np.diag(
        [rng.uniform(0.93, 1.07), 1.0 / squeeze]
    )
    matrix = np.eye(3)
    matrix[:2, :2] = linear
    matrix[:2, 2] = np.array(anchor) - linear @ np.array([width / 2, height - 1.0])
    tilt = np.eye(3)
    tilt[2, :2] = rng.normal(0, 0.06, 2) / max(height, width)
    tilt[:2, 2] = 0
    shifted: np.ndarray = matrix @ tilt
    fixed = shifted @ np.array([width / 2, height - 1.0, 1.0])
    shifted[:2] += np.outer((np.array(anchor) - fixed[:2] / fixed[2]), shifted[2])
    return shifted


def _moved_face(matrix: np.ndarray, face: Box) -> Box:
    """The face box after the homography: centre moved, size by the local scale."""
    x, y, width, height = face
    corners = np.array(
        [[x, y + height / 2], [x + width, y + height / 2], [x + width / 2, y], [x + width / 2, y + height]]
    )
    moved = cv2.perspectiveTransform(corners[None].astype(np.float64), matrix)[0]
    wide, high = float(np.linalg.norm(moved[1] - moved[0])), float(np.linalg.norm(moved[3] - moved[2]))
    centre = moved.mean(axis=0)
    return float(centre[0]) - wide / 2, float(centre[1]) - high / 2, wide, high


def _mirrored(portrait: Portrait, mirror: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray, Box]:
    """Image, colour, alpha and face, left and right swapped if asked."""
    if not mirror:
        return portrait.image, portrait.colour, portrait.alpha, portrait.face
    x, y, width, height = portrait.face
    flipped = (portrait.image.shape[1] - x - width, y, width, height)
    return portrait.image[:, ::-1].copy(), portrait.colour[:, ::-1].copy(), portrait.alpha[:, ::-1].copy(), flipped


def _warp(picture: np.ndarray, matrix: np.ndarray, border: int = cv2.BORDER_CONSTANT) -> np.ndarray:
    """The picture on the canvas; made smaller with area weighting first when it shrinks a lot."""
    shrink = float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    if shrink < 0.6:
        factor = 0.5
        picture = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        half = np.diag([1 / factor, 1 / factor, 1.0])
        half[:2, 2] = 0.5 / factor - 0.5
        matrix = matrix @ half
    warped: np.ndarray = cv2.warpPerspective(picture, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=border)
    return warped


def as_photographed(rng: Rng, portrait: Portrait, backgrounds: Sequence[np.ndarray], *, everyday: bool) -> Scene:
    """The portrait before its own background, letterboxed, moved, zoomed; with drawn hair and things if `everyday`."""
    image, colour, alpha, face = _mirrored(portrait, bool(rng.random() < 0.5))
    height, width = alpha.shape
    fit = SIDE / max(height, width)
    zoom = rng.uniform(0.96, 1.06) if rng.random() < 0.6 else rng.uniform(0.75, 1.7)
    turn = rng.normal(0, 3) if rng.random() < 0.5 else 0.0
    anchor_y = SIDE / 2 + height * fit * zoom / 2
    if zoom > 1:
        anchor_y += rng.uniform(-0.3, 1) * (zoom - 1) * height * fit / 2
    shift = rng.normal(0, 0.02 + 0.25 * max(0.0, zoom - 1)) * SIDE
    matrix = _matrix(rng, alpha.shape, fit * zoom, turn, (SIDE / 2 + shift, anchor_y))
    counts = _warp(np.full_like(alpha, 255), matrix)
    counts = cv2.erode(counts, np.ones((3, 3), np.uint8))
    picture, alpha, face = _warp(image, matrix), _warp(alpha, matrix), _moved_face(matrix, face)
    if everyday and rng.random() < 0.35:
        main = loosened(rng, Placed(_warp(colour, matrix, cv2.BORDER_REPLICATE), alpha.astype(np.float32) / 255, face))
        behind = things_behind(rng, picture, main, backgrounds) if rng.random() < 0.5 else picture
        share = main.alpha[..., None]
        picture, alpha = main.colour * share + behind * (1 - share), np.rint(main.alpha * 255).astype(np.uint8)
    picture = spoil(rng, picture.astype(np.float32) / 255)
    picture[counts < 255] = SURROUND
    return _finish(rng, picture, alpha, face, counts, others=False)


def composed(
    rng: Rng, portrait: Portrait, backgrounds: Sequence[np.ndarray], others: Sequence[Portrait], *, everyday: bool
) -> Scene:
    """The portrait before another background, maybe with other people behind and beside, not in the label.

    `everyday` adds loose hair, hats, things behind the head, dark and loud backgrounds, and squeezed pictures.
    """
    frame = _frame(rng)
    shift = rng.normal(0, 0.16 if others else 0.07)
    squeeze = rng.uniform(1.2, 1.9) if everyday and rng.random() < 0.15 else 1.0
    main = _place(rng, portrait, frame, _main_scale(rng, portrait, crowded=bool(others)), shift, squeeze)
    picture = background(rng, backgrounds, portrait)
    if everyday:
        main = loosened(rng, main)
        picture = loud(rng, picture, main)
        picture = things_behind(rng, picture, main, backgrounds) if rng.random() < 0.4 else picture
    beside = [_beside(rng, other, main, frame, squeeze) for other in others]
    for placed in beside:
        share = placed.alpha[..., None]
        picture = np.clip(picture * (1 - share) + placed.colour * share, 0, 255).astype(np.uint8)
    mixed = _mixed(rng, main, picture, everyday=everyday)
    if beside and rng.random() < 0.35 and _face_clear(main, beside[-1]):  # somebody's shoulder in front
        share = beside[-1].alpha[..., None]
        mixed = mixed * (1 - share) + beside[-1].colour.astype(np.float32) / 255 * share
        main = Placed(main.colour, main.alpha * (1 - beside[-1].alpha), main.face)
    made = spoil(rng, mixed)
    counts = np.zeros((SIDE, SIDE), np.uint8)
    x0, y0, x1, y1 = frame
    counts[y0:y1, x0:x1] = 255
    made[counts == 0] = SURROUND
    alpha = np.rint(main.alpha * 255).astype(np.uint8)
    return _finish(rng, made, alpha, main.face, counts, others=bool(others))


def _mixed(rng: Rng, main: Placed, picture: np.ndarray, *, everyday: bool) -> np.ndarray:
    """The person, lit and maybe partly covered, in front of the background; float32 in [0, 1]."""
    front = relight(rng, restyle(rng, main)) if rng.random() < 0.6 else main.colour.astype(np.float32) / 255
    if everyday and rng.random() < 0.25:
        front = spilled(rng, front, picture, main.alpha)
    share = main.alpha[..., None]
    mixed: np.ndarray = picture.astype(np.float32) / 255 * (1 - share) + front * share
    return occlude(rng, mixed, main) if rng.random() < 0.12 else mixed


def _face_clear(main: Placed, other: Placed) -> bool:
    """Whether the other person would leave the main one's face uncovered."""
    x, y, width, height = (int(value) for value in main.face)
    covered = other.alpha[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)]
    return covered.size > 0 and float(covered.mean()) < 0.08


def _beside(rng: Rng, other: Portrait, main: Placed, frame: tuple[int, int, int, int], squeeze: float) -> Placed:
    """Another person to the left or right of the main one, from far behind to a little nearer."""
    side = float(rng.choice([-1.0, 1.0])) * rng.uniform(0.16, 0.6)
    size = rng.uniform(0.35, 1.25) * main.face[2] / max(other.face[2], 1.0)
    return _place(rng, other, frame, size, side + (main.face[0] + main.face[2] / 2) / SIDE - 0.5, squeeze)


def _frame(rng: Rng) -> tuple[int, int, int, int]:
    """The photo's rectangle x0, y0, x1, y1 on the canvas: all of it, or letterboxed."""
    if rng.random() < 0.65:
        return 0, 0, SIDE, SIDE
    margin = int(rng.integers(8, 110))
    return (margin, 0, SIDE - margin, SIDE) if rng.random() < 0.7 else (0, margin, SIDE, SIDE - margin)


def _main_scale(rng: Rng, portrait: Portrait, *, crowded: bool) -> float:
    """Scale that makes the face a chosen share of the canvas, with the head not cut off too often."""
    if portrait.alpha[0].max() > 64:  # cut off at the top: a smaller one would show a flat head
        return float(SIDE / portrait.alpha.shape[0] * rng.uniform(1.0, 1.25))
    if not crowded and rng.random() < 0.5:
        return float(SIDE / max(portrait.alpha.shape) * rng.uniform(0.9, 1.25))
    wished = SIDE * rng.uniform(0.12, 0.38) / max(portrait.face[2], 1.0)
    return float(min(wished, SIDE / portrait.alpha.shape[0] * rng.uniform(1.0, 1.25)))


def _place(
    rng: Rng, portrait: Portrait, frame: tuple[int, int, int, int], scale: float, shift: float, squeeze: float
) -> Placed:
    """The person standing on the frame's lower edge; `shift` is a share of the canvas, from the centre to the right."""
    _, colour, alpha, face = _mirrored(portrait, bool(rng.random() < 0.5))
    turn = rng.normal(0, 5) if rng.random() < 0.6 else 0.0
    below = abs(np.sin(np.deg2rad(turn))) * alpha.shape[1] * scale / 2 + rng.uniform(0, 0.04) * SIDE
    matrix = _matrix(rng, alpha.shape, scale, turn, (SIDE * (0.5 + shift), frame[3] + below), squeeze)
    moved = _warp(alpha, matrix).astype(np.float32) / 255
    return Placed(_warp(colour, matrix, cv2.BORDER_REPLICATE), moved, _moved_face(matrix, face))


def background(rng: Rng, backgrounds: Sequence[np.ndarray], portrait: Portrait) -> np.ndarray:
    """A photographed, painted or plain background, uint8 (512, 512, 3)."""
    draw = rng.random()
    if draw < 0.7:
        source = backgrounds[int(rng.integers(len(backgrounds)))]
        height, width = source.shape[:2]
        side = int(min(height, width) * rng.uniform(0.4, 1.0))
        y, x = int(rng.integers(height - side + 1)), int(rng.integers(width - side + 1))
        made = cv2.resize(source[y : y + side, x : x + side], (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
        made = made[:, ::-1].copy() if rng.random() < 0.5 else made
    else:
        made = _painted(rng, portrait, like_subject=draw > 0.88)
    if rng.random() < 0.5:
        made = cv2.GaussianBlur(made, (0, 0), float(np.exp(rng.uniform(0, 2.7))))
    gain = rng.uniform(0.5, 1.4) if rng.random() < 0.5 else 1.0
    lit: np.ndarray = np.clip(made.astype(np.float32) * gain, 0, 255).astype(np.uint8)
    return lit


def _painted(rng: Rng, portrait: Portrait, *, like_subject: bool) -> np.ndarray:
    """A drawn background: two colours mixed by a gradient, clouds or stripes; in the subject's own colours if asked."""
    if like_subject:
        rows, columns = np.nonzero(portrait.alpha > 250)
        pick = rng.integers(len(rows), size=2) if len(rows) else np.zeros(2, int)
        colours = portrait.colour[rows[pick], columns[pick]].astype(np.float32) if len(rows) else np.full((2, 3), 128.0)
        colours += rng.normal(0, 8, (2, 3))
    else:
        colours = rng.uniform(0, 255, 3) + rng.normal(0, 40, (2, 3))
    kind = rng.random()
    if kind < 0.4:
        angle = rng.uniform(0, 2 * np.pi)
        rows, columns = np.mgrid[:SIDE, :SIDE] / SIDE
        mix = np.clip(rows * np.sin(angle) + columns * np.cos(angle), 0, 1)
    elif kind < 0.75:
        mix = noise(rng, int(rng.integers(2, 40)))
    else:
        along = np.arange(SIDE) * rng.uniform(0.02, 0.4)
        mix = np.tile((np.sin(along + rng.uniform(0, 6)) > 0).astype(np.float32), (SIDE, 1))
        mix = mix.T if rng.random() < 0.5 else mix
    made = colours[0] + (colours[1] - colours[0]) * mix[..., None] + rng.normal(0, rng.uniform(0, 6), (SIDE, SIDE, 1))
    painted: np.ndarray = np.clip(made, 0, 255).astype(np.uint8)
    return painted


def restyle(rng: Rng, main: Placed) -> np.ndarray:
    """The person with other clothes colours below the chin and a little other hue; float32 in [0, 1]."""
    colour = main.colour.astype(np.float32) / 255
    if rng.random() < 0.5:
        chin = main.face[1] + main.face[3] * rng.uniform(1.05, 1.3)
        fade = np.clip((np.arange(SIDE) - chin) / (0.15 * main.face[3] + 1), 0, 1).astype(np.float32)[:, None, None]
        cloth = colour ** rng.uniform(0.5, 2.8) * rng.uniform(0.4, 1.2) * rng.uniform(0.75, 1.1, 3)
        colour = colour * (1 - fade) + np.clip(cloth, 0, 1) * fade
    return np.asarray(colour, np.float32)


def relight(rng: Rng, colour: np.ndarray) -> np.ndarray:
    """Exposure, contrast, colour cast and a directional light on the person alone; float32 in [0, 1]."""
    angle = rng.uniform(0, 2 * np.pi)
    rows, columns = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j]
    light = 1 + rng.normal(0, 0.25) * (rows * np.sin(angle) + columns * np.cos(angle))
    cast = rng.normal(1, 0.05, 3) * np.exp(rng.normal(0, 0.2))
    lit = np.clip(colour, 0, 1) ** np.exp(rng.normal(0, 0.25)) * np.clip(light, 0.3, 2)[..., None] * cast
    return np.asarray(np.clip(lit, 0, 1), np.float32)


def occlude(rng: Rng, picture: np.ndarray, main: Placed) -> np.ndarray:
    """Something held or worn in front (phone, mask, dark glasses, hand): inside the matte, which stays as it is."""
    cover: np.ndarray = np.zeros((SIDE, SIDE), np.float32)
    x, y, width, height = main.face
    if rng.random() < 0.4:
        level = rng.choice([0.38, 0.75])
        centre = (int(x + width / 2), int(y + height * level))
        cv2.ellipse(cover, centre, (int(width * 0.42) + 1, int(height * 0.14) + 1), 0, 0, 360, 1.0, -1)
    else:
        centre = (int(x + width * rng.uniform(0, 1)), int(y + height * rng.uniform(0.7, 2.0)))
        size = (width * rng.uniform(0.15, 0.5), width * rng.uniform(0.2, 0.8))
        corners = cv2.boxPoints((centre, size, float(rng.uniform(0, 180))))
        cv2.fillConvexPoly(cover, np.rint(corners).astype(np.int32), (1.0,))
    cover = np.asarray(cv2.GaussianBlur(cover, (0, 0), 1.0)) * (main.alpha > 0.95)
    fill = np.clip(rng.uniform(0, 1, 3) * 0.7 + noise(rng, 6)[..., None] * 0.3, 0, 1)
    if rng.random() < 0.4:
        fill = np.clip(
            main.colour[int(np.clip(y + height / 2, 0, SIDE - 1)), int(np.clip(x + width / 2, 0, SIDE - 1))] / 255.0
            + 0 * fill,
            0,
            1,
        )
    made: np.ndarray = picture * (1 - cover[..., None]) + fill * cover[..., None]
    return made.astype(np.float32)


def spoil(rng: Rng, picture: np.ndarray) -> np.ndarray:
    """What a camera and a messenger do to a picture: exposure, cast, contrast, softness, noise, JPEG. Returns uint8."""
    if rng.random() < 0.7:
        picture = _expose(rng, picture)
    if rng.random() < 0.06:
        picture = np.repeat(cv2.cvtColor(picture.astype(np.float32), cv2.COLOR_BGR2GRAY)[..., None], 3, axis=2)
    if rng.random() < 0.25:
        factor = rng.uniform(0.2, 0.8)
        small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        small = _packed(rng, small).astype(np.float32) / 255 if rng.random() < 0.4 else small
        picture = cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
    elif rng.random() < 0.15:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.5, 1.8))
    if rng.random() < 0.3:
        grain = rng.standard_normal((SIDE, SIDE, 3), dtype=np.float32)
        picture = picture + grain * float(np.exp(rng.uniform(-5, -2.8)))
    if rng.random() < 0.4:
        return _packed(rng, picture)
    return np.asarray(np.rint(np.clip(picture, 0, 1) * 255), np.uint8)


def _packed(rng: Rng, picture: np.ndarray) -> np.ndarray:
    """The picture after JPEG of a random quality; uint8."""
    made = np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", made, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 95))])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)


def _expose(rng: Rng, picture: np.ndarray) -> np.ndarray:
    """Gamma, gain, cast, contrast and saturation of the whole photo, now and then of a dark room."""
    gain = np.exp(rng.normal(0, 0.15)) * (rng.uniform(0.25, 0.7) if rng.random() < 0.12 else 1.0)
    made = np.clip(picture, 0, 1) ** np.exp(rng.normal(0, 0.2)) * gain * rng.normal(1, 0.06, 3)
    grey = made.mean(axis=2, keepdims=True)
    made = grey + (made - grey) * rng.uniform(0.4, 1.4)
    middle = made.mean()
    made = middle + (made - middle) * rng.uniform(0.75, 1.25)
    return np.asarray(np.clip(made, 0, 1), np.float32)


def _finish(
    rng: Rng,
    picture: np.ndarray,
    alpha: np.ndarray,
    face: Box,
    counts: np.ndarray,
    *,
    others: bool,
) -> Scene:
    """The scene with its face map, jittered as a detector would; without one now and then when nobody else is there."""
    x, y, width, height = face
    wide = width * np.exp(rng.normal(0, 0.1))
    jittered = (x + (width - wide) / 2 + rng.normal(0, 0.06) * width, y + rng.normal(0, 0.06) * height, wide, height)
    blank = not others and rng.random() < 0.1
    shown = np.zeros((SIDE, SIDE), np.float32) if blank else face_map(jittered)
    alpha = np.where(counts > 0, alpha, 0).astype(np.uint8)
    return Scene(picture, alpha, shown, counts)
