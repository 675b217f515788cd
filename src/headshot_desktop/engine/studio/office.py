"""A window-lit office as an 85 mm lens at f/1.8 leaves it: a small room in linear light, spread with a disc.

The room is built from a few planes in one-point perspective (window wall on the side of the light, back wall, opposite
wall, ceiling, floor) with light values as in a real room, panes many times brighter than walls. Spreading that with a
flat disc gives what a lens gives: panes with soft edges, small lamps as even discs, nothing sharper than the disc.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from headshot_desktop.core.request import Backdrop
from headshot_desktop.engine.srgb import to_linear

Picture = NDArray[np.float32]
Point = tuple[float, float]
Colour = tuple[float, float, float]

SIDE = 320
"""Pixels of the drawn room along the frame's short side; the disc is a dozen times as wide as a pixel."""

_FAR_DISC = 0.052
"""Radius of the disc of a far point, in short sides: 85 mm at f/1.8, person at 1.6 m, wall at 7 m."""

_NEAR_DISC = 0.042
"""The same for furniture half-way to the wall."""

_CLEAR = 0.20
"""Half the width in the frame's middle, in short sides, that is kept free of lights: nothing grows out of a head."""


@dataclass(frozen=True)
class _Room:
    """Canvas of the far planes with the frame in its middle; coordinates are in short sides from the frame's centre."""

    picture: Picture
    unit: float
    centre: Point
    evening: float = 0.0
    """0 by day, 1 at dusk: less and bluer light outside, and the lamps count for more."""

    def plane(self, corners: list[Point], colour: Colour) -> None:
        """Fill a convex polygon with `colour`, in linear light."""
        points = [(self.centre[0] + x * self.unit, self.centre[1] + y * self.unit) for x, y in corners]
        cv2.fillConvexPoly(self.picture, np.round(points).astype(np.int32), colour)

    def lamp(self, at: Point, radius: float, colour: Colour) -> None:
        """Add a small round light, unless it would sit on the person's head."""
        if abs(at[0]) < _CLEAR:
            return
        centre = (round(self.centre[0] + at[0] * self.unit), round(self.centre[1] + at[1] * self.unit))
        power = 1 + 1.6 * self.evening
        lit = (colour[0] * power, colour[1] * power, colour[2] * power)
        cv2.circle(self.picture, centre, max(1, round(radius * self.unit)), lit, -1)


def room(backdrop: Backdrop, width: int, height: int, random: np.random.Generator) -> Picture:
    """Draw the room, (height, width, 3) `float32` in linear light, tone-mapped below 1."""
    unit = float(min(width, height))
    margin = int(0.1 * unit)
    size = (height + 2 * margin, width + 2 * margin, 3)
    far = _Room(np.zeros(size, np.float32), unit, (size[1] / 2, size[0] / 2), _evening(backdrop))
    _far_planes(far, random)
    scene = _spread(far.picture, backdrop.defocus * _FAR_DISC * unit)
    near = _Room(np.zeros((*size[:2], 4), np.float32), unit, far.centre)
    _furniture(near, random)
    front = _spread(near.picture, backdrop.defocus * _NEAR_DISC * unit)
    scene = scene * (1 - front[..., 3:]) + front[..., :3]
    scene = scene[margin:-margin, margin:-margin]
    if backdrop.light_x > 0:
        scene = scene[:, ::-1]
    return _graded(scene, backdrop)


def _evening(backdrop: Backdrop) -> float:
    """A dark room is one at dusk."""
    return float(np.clip((0.62 - sum(backdrop.colour) / 765) / 0.25, 0, 1))


def _spread(picture: Picture, radius: float) -> Picture:
    """Each point becomes an even disc; its edge is soft over an eighth, as a lens with some aberration draws it."""
    reach = int(np.ceil(radius + 1))
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    soft = max(1.0, radius / 8)
    disc = np.clip((radius - np.hypot(x, y)) / soft + 0.5, 0, 1).astype(np.float32)
    return np.asarray(cv2.filter2D(picture, -1, disc / disc.sum(), borderType=cv2.BORDER_REPLICATE), np.float32)


def _far_planes(room: _Room, random: np.random.Generator) -> None:
    vanishing = (0.16 + 0.10 * random.random(), -0.06)
    back_left, back_right = vanishing[0] - 0.20, vanishing[0] + 0.34
    top, bottom = -0.24, 0.20
    far = 3.0
    room.picture[:] = (0.30, 0.29, 0.275)
    ceiling = [(back_left, top), (back_right, top), (far, -2.4), (-far, -2.4)]
    room.plane(ceiling, (0.52, 0.50, 0.47))
    floor = [(back_left, bottom), (back_right, bottom), (far, 2.4), (-far, 2.4)]
    room.plane(floor, (0.185, 0.175, 0.16))
    room.plane([(back_right, top), (far, -2.4), (far, 2.4), (back_right, bottom)], (0.26, 0.24, 0.22))
    room.plane([(back_left, top), (back_right, top), (back_right, bottom), (back_left, bottom)], (0.36, 0.34, 0.315))
    _window_wall(room, vanishing, back_left, (top, bottom), random)
    _back_wall(room, (back_left, back_right), (top, bottom), random)
    _far_side(room, vanishing, back_right, (top, bottom), random)
    _ceiling_lights(room, vanishing, (back_left, back_right), top, random)


def _wall_point(vanishing: Point, edge: float, level: float, nearness: float) -> Point:
    """A point on a side wall: `nearness` 1 at the back corner, growing towards the camera; `level` as at the corner."""
    return (
        vanishing[0] + (edge - vanishing[0]) * nearness,
        vanishing[1] + (level - vanishing[1]) * nearness,
    )


def _window_wall(room: _Room, vanishing: Point, edge: float, span: Point, random: np.random.Generator) -> None:
    top, bottom = span
    wall = [_wall_point(vanishing, edge, level, near) for level, near in ((top, 1), (top, 9), (bottom, 9), (bottom, 1))]
    room.plane(wall, (0.22, 0.21, 0.20))
    head, sill = top * 0.86 + vanishing[1] * 0.14, bottom * 0.55
    nearness = 1.12
    while nearness < 7:
        end = nearness * (1.34 + 0.10 * random.random())
        _pane(room, vanishing, edge, (head, sill), (nearness, end), random)
        nearness = end * 1.10


def _pane(room: _Room, vanishing: Point, edge: float, span: Point, reach: Point, random: np.random.Generator) -> None:
    """One window: sky above, trees and façades below, a transom across."""
    head, sill = span
    sky = 2.6 + 0.9 * random.random()
    bands = 7
    for band in range(bands):
        upper = head + (sill - head) * band / bands
        lower = head + (sill - head) * (band + 1) / bands
        share = band / (bands - 1)
        if share < 0.5:
            light = sky * (1 - 0.62 * room.evening)
            colour = (light * (0.94 - 0.26 * room.evening), light * (0.99 - 0.14 * room.evening), light * 1.06)
        else:
            outside = (0.75 + 0.5 * random.random()) * (1 - 0.72 * room.evening)
            green = random.random() < 0.5
            colour = (outside * (0.80 if green else 1.0), outside * 0.98, outside * (0.66 if green else 0.95))
        corners = [(upper, reach[0]), (upper, reach[1]), (lower, reach[1]), (lower, reach[0])]
        room.plane([_wall_point(vanishing, edge, level, near) for level, near in corners], colour)
    transom = head + (sill - head) * 0.30
    corners = [(transom, reach[0]), (transom, reach[1]), (transom + 0.012, reach[1]), (transom + 0.012, reach[0])]
    room.plane([_wall_point(vanishing, edge, level, near) for level, near in corners], (0.35, 0.34, 0.33))


def _back_wall(room: _Room, across: Point, span: Point, random: np.random.Generator) -> None:
    """A glazed meeting room and shelves: verticals of different width and tone."""
    left, right = across
    top, bottom = span
    x = left + 0.03
    while x < right - 0.05:
        wide = 0.04 + 0.07 * random.random()
        tone = 0.16 + 0.55 * random.random() ** 1.5
        tint = 1 + 0.10 * (random.random() - 0.5)
        room.plane(
            [(x, top * 0.72), (x + wide, top * 0.72), (x + wide, bottom), (x, bottom)],
            (tone * tint, tone, tone / tint * 0.97),
        )
        x += wide + 0.02 + 0.03 * random.random()
    for _ in range(3):
        at = (left + (right - left) * random.random(), top * 0.5 + 0.25 * random.random())
        room.lamp(at, 0.006 + 0.004 * random.random(), (6.0, 4.9, 3.6))


def _far_side(room: _Room, vanishing: Point, edge: float, span: Point, random: np.random.Generator) -> None:
    """The wall away from the light: doors, a column, the windows' reflection in glass, a warm lamp or two."""
    top, bottom = span
    nearness = 1.1
    while nearness < 6:
        end = nearness * (1.16 + 0.2 * random.random())
        tone = 0.12 + 0.34 * random.random()
        warm = 1.0 + 0.16 * random.random()
        corners = [(top * 0.78, nearness), (top * 0.78, end), (bottom, end), (bottom, nearness)]
        room.plane(
            [_wall_point(vanishing, edge, level, near) for level, near in corners], (tone * warm, tone, tone / warm)
        )
        if random.random() < 0.55:
            at = _wall_point(vanishing, edge, top * (0.2 + 0.5 * random.random()), end * 1.03)
            room.lamp(at, 0.008 + 0.006 * random.random(), (7.5, 5.4, 3.4))
        nearness = end * (1.10 + 0.1 * random.random())


def _ceiling_lights(room: _Room, vanishing: Point, across: Point, top: float, random: np.random.Generator) -> None:
    """Light strips or rows of downlights, running to the vanishing point."""
    left, right = across
    strips = random.random() < 0.5
    for row in (0.16 + 0.1 * random.random(), 0.60 + 0.1 * random.random()):
        x = left + (right - left) * row
        nearness = 1.1 + 0.3 * random.random()
        while nearness < 6:
            end = nearness * 1.32
            level = 2.0 + 1.5 * random.random()
            middle = _wall_point(vanishing, x, top, (nearness + end) / 2)
            if strips and abs(middle[0]) > _CLEAR:
                corners = [(x, nearness), (x, end), (x + 0.022, end), (x + 0.022, nearness)]
                tone = (level, level * 0.97, level * 0.90)
                room.plane([_wall_point(vanishing, edge, top, near) for edge, near in corners], tone)
            elif not strips:
                at = _wall_point(vanishing, x, top, nearness)
                room.lamp(at, 0.007 * nearness**0.5, (3 * level, 2.8 * level, 2.45 * level))
            nearness = end * 1.22


def _furniture(room: _Room, random: np.random.Generator) -> None:
    """Desks, screens and plants half-way to the wall; the fourth channel is their cover."""
    side = -1 if random.random() < 0.5 else 1
    for direction in (-1, 1):
        inner = direction * (0.30 + 0.10 * random.random())
        outer = direction * 1.6
        level = 0.27 + 0.08 * random.random()
        tone = 0.16 + 0.10 * random.random()
        _cover(
            room, [(inner, level), (outer, level + 0.04), (outer, 1.6), (inner, 1.6)], (tone * 1.1, tone, tone * 0.85)
        )
        _cover(
            room,
            [(inner, level - 0.01), (outer, level), (outer, level + 0.05), (inner, level + 0.02)],
            (0.62, 0.58, 0.52),
        )
        at = direction * (0.42 + 0.10 * random.random())
        screen = [
            (at, level - 0.17),
            (at + direction * 0.19, level - 0.18),
            (at + direction * 0.19, level - 0.05),
            (at, level - 0.05),
        ]
        _cover(room, screen, (0.10, 0.105, 0.115) if direction == side else (0.50, 0.56, 0.64))
    base = (-side * 0.52, 0.10)
    for _ in range(26):
        x, y = base[0] + 0.10 * random.standard_normal(), base[1] + 0.10 * random.standard_normal()
        leaf = 0.05 + 0.10 * random.random()
        corners = [(x, y), (x + 0.05, y - 0.02), (x + 0.07 * random.random(), y + 0.06), (x - 0.02, y + 0.04)]
        _cover(room, corners, (leaf * 0.55, leaf, leaf * 0.42))


def _cover(room: _Room, corners: list[Point], colour: Colour) -> None:
    points = [(room.centre[0] + x * room.unit, room.centre[1] + y * room.unit) for x, y in corners]
    hull = cv2.convexHull(np.round(points).astype(np.int32))
    cv2.fillConvexPoly(room.picture, hull, (*colour, 1.0))


def _graded(scene: Picture, backdrop: Backdrop) -> Picture:
    """Bring the room to the backdrop's colour and contrast, roll highlights off below 1, and darken the corners."""
    target = to_linear(np.array(backdrop.colour, np.float32) / 255)
    brightness = np.maximum(scene @ np.array([0.2126, 0.7152, 0.0722], np.float32), 1e-4)
    relative = brightness / np.median(brightness)
    # Contrast acts on brightness alone: each thing keeps its own hue.
    gain = relative ** (0.45 + 0.55 * backdrop.texture) / brightness
    lit = scene * gain[..., None] * target
    height, width = scene.shape[:2]
    x = (np.arange(width, dtype=np.float32) + 0.5) / width * 2 - 1
    y = (np.arange(height, dtype=np.float32) + 0.5) / height * 2 - 1
    corner = 0.5 * (x[None, :] ** 2 + y[:, None] ** 2)
    lit *= (1 - backdrop.falloff * 0.6 * corner)[..., None]
    # Reinhard's curve with a white point (2002, eq. 4), started above the middle tones so that these keep their colour.
    knee = 0.55
    over = np.maximum(lit - knee, 0)
    rolled: Picture = np.minimum(lit, knee) + (1 - knee) * over / (over + (1 - knee))
    return rolled.astype(np.float32)
