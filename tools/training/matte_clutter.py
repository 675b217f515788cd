"""What everyday photos have and headshots lack: loose hair, hats, things behind the head, dark and loud backgrounds.

All of it is drawn, so that its matte is known exactly. Pictures are uint8 BGR.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from headshot_desktop.engine.studio.matting import SIDE, Box

Rng = np.random.Generator


@dataclass(frozen=True, eq=False)
class Placed:
    """A person on the canvas: `colour` uint8 BGR, `alpha` float32 in [0, 1], `face` x, y, width, height."""

    colour: np.ndarray
    alpha: np.ndarray
    face: Box


def noise(rng: Rng, cells: int, side: int = SIDE) -> np.ndarray:
    """Smooth noise in [0, 1], float32 (side, side), with about `cells` bumps across."""
    coarse = rng.random((cells + 1, cells + 1), dtype=np.float32)
    return np.clip(cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC), 0, 1)


def hair_colour(main: Placed) -> np.ndarray:
    """The colour just under the top of the head, float32 (3,); a dark brown where the head is cut off or hidden."""
    x, y, width, height = main.face
    column = int(np.clip(x + width / 2, 0, SIDE - 1))
    rows = np.flatnonzero(main.alpha[: int(np.clip(y + height / 2, 1, SIDE)), column] > 0.9)
    if not rows.size:
        return np.array([35, 40, 50], np.float32)
    row = min(int(rows[0] + 0.06 * height), SIDE - 1)
    return np.asarray(main.colour[row, column], np.float32)


def loosened(rng: Rng, main: Placed) -> Placed:
    """The person with ragged hair, strands, a large head of curls or a hat, or unchanged; all of it in the matte."""
    draw = rng.random()
    if draw < 0.10:
        main = big_hair(rng, main)
    elif draw < 0.18:
        return with_hat(rng, main)
    elif draw < 0.40:
        main = frizzed(rng, main)
    return with_strands(rng, main) if rng.random() < (0.65 if draw < 0.40 else 0.25) else main


def frizzed(rng: Rng, main: Placed) -> Placed:
    """The outline of the hair shaken at random: curls and tufts instead of a smooth edge."""
    x, y, width, height = main.face
    amount = rng.uniform(0.015, 0.07) * width
    cells = int(np.clip(SIDE / (rng.uniform(0.04, 0.16) * width + 2), 16, 200))
    limit = y + height * rng.uniform(0.2, 1.0)
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    fade = np.clip((limit - rows) / (0.2 * height + 1), 0, 1)
    inner = np.hypot((columns - x - width / 2) / (0.5 * width), (rows - y - height * 0.55) / (0.5 * height))
    fade *= np.clip(3 * inner - 3, 0, 1) * amount * 2
    across = columns + (noise(rng, cells) - 0.5) * fade
    down = rows + (noise(rng, cells) - 0.5) * fade
    colour = cv2.remap(main.colour, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    alpha = cv2.remap(main.alpha, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return Placed(np.asarray(colour, np.uint8), np.asarray(alpha, np.float32), main.face)


def _roots(rng: Rng, main: Placed, count: int) -> np.ndarray:
    """Points on the outline of the head above a random line, float (n, 2) x, y; empty where there is no outline."""
    x, y, width, height = main.face
    mask = (main.alpha > 0.5).astype(np.uint8)
    mask[int(np.clip(y + height * rng.choice([0.3, 0.6, 1.3], p=[0.5, 0.3, 0.2]), 1, SIDE)) :] = 0
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not outlines:
        return np.empty((0, 2))
    points = max(outlines, key=len)[:, 0].astype(float)
    lowest = points[:, 1].max()
    near = np.abs(points[:, 0] - x - width / 2) < 1.2 * width
    points = points[near & (points[:, 1] < lowest - 2) & (points[:, 1] > 1)]
    if not len(points):
        return np.empty((0, 2))
    if rng.random() < 0.5:  # a tuft here, none there
        start = int(rng.integers(len(points)))
        points = np.roll(points, -start, axis=0)[: max(8, int(len(points) * rng.uniform(0.2, 0.7)))]
    return np.asarray(points[rng.integers(len(points), size=count)])


def with_strands(rng: Rng, main: Placed) -> Placed:
    """Single hairs and curls that leave the outline of the head, half transparent, in the hair's own colours."""
    x, y, width, height = main.face
    roots = _roots(rng, main, int(np.exp(rng.uniform(2.5, 5.2))))
    if not len(roots):
        return main
    middle = np.array([x + width / 2, y + height * 0.5])
    outwards = np.arctan2(roots[:, 1] - middle[1], roots[:, 0] - middle[0])
    steps = 14
    heading = outwards + rng.normal(rng.normal(0, 0.7), rng.uniform(0.2, 0.9), len(roots))
    turn = rng.normal(0, np.exp(rng.uniform(-3.2, -0.5)), (len(roots), 1)) + rng.normal(0, 0.06, (len(roots), steps))
    angles = heading[:, None] + np.cumsum(turn, axis=1)
    length = width * rng.uniform(0.06, 0.5) * rng.uniform(0.3, 1, (len(roots), 1)) / steps
    inside = roots + (middle - roots) * 0.04
    paths = inside[:, None] + np.cumsum(np.stack([np.cos(angles), np.sin(angles)], axis=2) * length[..., None], axis=1)
    cover = np.zeros((SIDE, SIDE), np.uint8)
    colour = main.colour.copy()
    inward = np.clip(np.rint(roots + (middle - roots) * 0.12), 0, SIDE - 1).astype(int)
    thick = 2 if width > 150 and rng.random() < 0.4 else 1
    for path, (column, row) in zip(np.rint(paths * 16).astype(np.int32), inward, strict=True):
        shade = tuple(int(value) for value in np.clip(main.colour[row, column] * rng.uniform(0.7, 1.3), 0, 255))
        cv2.polylines(colour, [path], False, shade, thick + 2, cv2.LINE_8, 4)
        cv2.polylines(cover, [path], False, int(rng.integers(50, 245)), thick, cv2.LINE_AA, 4)
    share = np.asarray(cover, np.float32) / 255
    soft = float(rng.uniform(0, 0.8))
    share = np.asarray(cv2.GaussianBlur(share, (0, 0), soft)) if soft > 0.3 else share
    kept = main.alpha[..., None]
    colour = np.rint(main.colour * kept + colour * (1 - kept)).astype(np.uint8)
    return Placed(colour, main.alpha + share * (1 - main.alpha), main.face)


def big_hair(rng: Rng, main: Placed) -> Placed:
    """A large head of curls behind the face: a noisy outline and a texture of fine noise."""
    x, y, width, height = main.face
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    wide, high = width * rng.uniform(0.7, 1.15), height * rng.uniform(0.65, 1.05)
    away = np.hypot((columns - x - width / 2) / wide, (rows - y - height * 0.35) / high)
    for size, strength in ((0.25, 0.16), (0.09, 0.14), (0.04, 0.10)):
        cells = int(np.clip(SIDE / (size * width + 1), 6, 250))
        away += (noise(rng, cells) - 0.5) * strength * rng.uniform(0.3, 1.5)
    edge = np.clip((1 - away) * width / rng.uniform(3, 14) + 0.5, 0, 1)
    edge *= np.clip((y + height * rng.uniform(0.6, 1.7) - rows) / (0.1 * height) + noise(rng, 60), 0, 1)
    base = (
        hair_colour(main) * rng.uniform(0.5, 1.0)
        if rng.random() < 0.6
        else rng.uniform(8, 60) * np.array([0.8, 0.9, 1])
    )
    grain = noise(rng, int(np.clip(SIDE / (0.03 * width + 1), 20, 250))) - 0.5
    texture = np.clip(base * np.exp(grain * rng.uniform(0.3, 2.0))[..., None] + grain[..., None] * 20, 0, 255)
    share = main.alpha[..., None]
    colour = np.rint(main.colour * share + texture * (1 - share)).astype(np.uint8)
    return Placed(colour, np.asarray(main.alpha + edge * (1 - main.alpha), np.float32), main.face)


def with_hat(rng: Rng, main: Placed) -> Placed:
    """A brimmed hat, cap or beanie on the head, plain or woven."""
    x, y, width, height = main.face
    shape = np.zeros((SIDE, SIDE), np.uint8)
    middle, line = x + width / 2, y + height * rng.uniform(0.0, 0.2)
    tilt = rng.normal(0, 6)
    dome = (int(width * rng.uniform(0.58, 0.75)) + 1, int(height * rng.uniform(0.45, 0.75)) + 1)
    centre = (int(middle), int(line))
    cv2.ellipse(shape, centre, dome, tilt, 180, 360, 255, -1, cv2.LINE_AA)
    if rng.random() < 0.65:
        brim = (int(width * rng.uniform(0.7, 1.35)) + 1, int(height * rng.uniform(0.05, 0.2)) + 1)
        cv2.ellipse(shape, centre, brim, tilt, 0, 360, 255, -1, cv2.LINE_AA)
    cover = np.asarray(cv2.GaussianBlur(shape, (0, 0), float(rng.uniform(0.5, 1.2))), np.float32) / 255
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    light = 1 + 0.4 * rng.normal() * (columns - middle) / width + 0.3 * (noise(rng, 12) - 0.5)
    if rng.random() < 0.4:  # woven
        pitch = rng.uniform(1.5, 5)
        light = light * (0.8 + 0.3 * np.sin(rows / pitch) * np.sin(columns / pitch))
    band = np.where((rows > line - 0.2 * height) & (rng.random() < 0.4), rng.uniform(0.2, 1), 1)
    cloth = np.clip(_any_colour(rng) * (light * band)[..., None], 0, 255)
    share = cover[..., None]
    colour = np.rint(main.colour * (1 - share) + cloth * share).astype(np.uint8)
    return Placed(colour, np.asarray(np.maximum(main.alpha, cover), np.float32), main.face)


def _any_colour(rng: Rng) -> np.ndarray:
    """A random colour, float (3,): dark, pale, greenish or anything."""
    kind = rng.random()
    if kind < 0.35:
        return np.asarray(rng.uniform(5, 60) + rng.normal(0, 8, 3))
    if kind < 0.5:
        return np.asarray(rng.uniform(180, 250) + rng.normal(0, 8, 3))
    if kind < 0.65:
        return np.asarray(rng.uniform(0.4, 1.2) * np.array([60, 150, 90]) + rng.normal(0, 15, 3))
    return np.asarray(rng.uniform(0, 255, 3))


def things_behind(rng: Rng, picture: np.ndarray, main: Placed, backgrounds: Sequence[np.ndarray]) -> np.ndarray:
    """The background with one to four things that the head will touch: frames, leaves, boxes, lamps, chairs, stains."""
    made = picture.astype(np.float32)
    for _ in range(int(rng.integers(1, 5))):
        cover = _silhouette(rng, main.face)
        cover = np.asarray(cv2.GaussianBlur(cover, (0, 0), float(np.exp(rng.uniform(-0.7, 1.2)))), np.float32) / 255
        share = cover[..., None]
        made = np.clip(made * (1 - share) + _filling(rng, main, backgrounds) * share, 0, 255)
    return np.asarray(np.rint(made), np.uint8)


def _silhouette(rng: Rng, face: Box) -> np.ndarray:
    """The shape of a thing near the head, uint8 (512, 512), 255 in it."""
    x, y, width, height = face
    shape = np.zeros((SIDE, SIDE), np.uint8)
    angle, reach = rng.uniform(-0.3, np.pi + 0.3), rng.uniform(0.6, 1.5)
    centre = (x + width / 2 + np.cos(angle) * width * reach, y + height * 0.4 - np.sin(angle) * height * reach)
    kind = rng.random()
    if kind < 0.25:  # door frame, shelf, pole
        size = (rng.uniform(0.04, 0.6) * width, 3.0 * SIDE)
        corners = cv2.boxPoints((centre, size, float(rng.choice([0.0, 90.0], p=[0.75, 0.25]) + rng.normal(0, 4))))
        cv2.fillConvexPoly(shape, np.rint(corners).astype(np.int32), 255, cv2.LINE_AA)
    elif kind < 0.5:  # leaves
        for _ in range(int(rng.integers(1, 14))):
            place = (int(centre[0] + rng.normal(0, 0.4) * width), int(centre[1] + rng.normal(0, 0.4) * height))
            axes = (int(rng.uniform(0.08, 0.45) * width) + 1, int(rng.uniform(0.03, 0.14) * width) + 1)
            cv2.ellipse(shape, place, axes, float(rng.uniform(0, 180)), 0, 360, 255, -1, cv2.LINE_AA)
    elif kind < 0.68:  # box, picture on the wall
        size = (rng.uniform(0.2, 1.2) * width, rng.uniform(0.2, 1.2) * width)
        corners = cv2.boxPoints((centre, size, float(rng.normal(0, 15))))
        cv2.fillConvexPoly(shape, np.rint(corners).astype(np.int32), 255, cv2.LINE_AA)
    elif kind < 0.8:  # chair behind the back
        top, wide = int(y + rng.uniform(-0.1, 1.2) * height), int(rng.uniform(0.7, 1.5) * width)
        left = int(x + width / 2 + rng.normal(0, 0.25) * width) - wide
        cv2.rectangle(shape, (left, top), (left + 2 * wide, SIDE), 255, -1)
    else:  # stain, bush, cloud
        level = rng.uniform(0.55, 0.75)
        stain = noise(rng, int(rng.integers(4, 60))) + 0.2 * noise(rng, 100)
        shape = np.asarray(np.clip((stain - level) * 2000, 0, 255), np.uint8)
    return shape


def _filling(rng: Rng, main: Placed, backgrounds: Sequence[np.ndarray]) -> np.ndarray:
    """What a thing looks like, float (512, 512, 3): a patch of a photo, the hair's or skin's own colour, any colour."""
    kind = rng.random()
    if kind < 0.4:
        source = backgrounds[int(rng.integers(len(backgrounds)))]
        side = int(min(source.shape[:2]) * rng.uniform(0.2, 0.9))
        top, left = (int(rng.integers(length - side + 1)) for length in source.shape[:2])
        patch = cv2.resize(source[top : top + side, left : left + side], (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
        return np.asarray(patch, np.float32) * rng.uniform(0.3, 1.3)
    base = hair_colour(main) * rng.uniform(0.7, 1.4) if kind < 0.65 else _any_colour(rng)
    grain = noise(rng, int(rng.integers(2, 120))) - 0.5
    return np.asarray(base * (1 + grain * rng.uniform(0, 1.2))[..., None], np.float32)


def loud(rng: Rng, picture: np.ndarray, main: Placed) -> np.ndarray:
    """The background darkened, drenched in colour, drawn in the hair's own colours or speckled, or as it is."""
    draw = rng.random()
    made = picture.astype(np.float32)
    if draw < 0.2:
        made *= rng.uniform(0.06, 0.4)
    elif draw < 0.35:
        grey = made.mean(axis=2, keepdims=True)
        made = np.clip(grey + (made - grey) * rng.uniform(1.5, 4), 0, 255)
        made *= rng.uniform(0.6, 1.0) if rng.random() < 0.5 else rng.uniform(0.1, 1.3, 3)
    elif draw < 0.5:
        level = made.mean(axis=2, keepdims=True)
        made = hair_colour(main) * (0.3 + rng.uniform(0.6, 1.6) * level / (level.mean() + 1))
    if rng.random() < 0.15:
        made = np.ascontiguousarray(np.clip(made, 0, 255).astype(np.uint8))
        for _ in range(int(np.exp(rng.uniform(2, 5)))):
            spot = (int(rng.integers(SIDE)), int(rng.integers(SIDE)))
            shade = tuple(int(np.clip(value, 0, 255)) for value in _any_colour(rng))
            cv2.circle(made, spot, int(np.exp(rng.uniform(0, 2.3))), shade, -1, cv2.LINE_AA)
    return np.clip(made, 0, 255).astype(np.uint8)


def spilled(rng: Rng, front: np.ndarray, picture: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """The person with the background's light on the outline; float32 in [0, 1].

    Args:
        rng: where chance comes from.
        front: float32 (512, 512, 3) in [0, 1].
        picture: the background, uint8.
        alpha: float32 (512, 512).
    """
    spread = float(np.exp(rng.uniform(0.3, 2.3)))
    rim = np.clip(1 - cv2.GaussianBlur(alpha, (0, 0), spread), 0, 1) * rng.uniform(0.1, 0.7)
    light = cv2.blur(picture.astype(np.float32) / 255, (31, 31))
    return np.asarray(front * (1 - rim[..., None]) + light * rim[..., None], np.float32)
