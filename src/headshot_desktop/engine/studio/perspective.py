"""Portrait distance for arm's-length selfies: how near the camera was, and the warp that moves it back.

The model is a pinhole camera that looks at the face. A point at depth z behind the plane of the eyes (metres, negative
towards the camera) is seen D / (D + z) as large as one in that plane, D being the camera's distance. Moving the camera
back from D to D' along its line of sight moves every point radially about the middle of the face by

    g(z) = (1 + z / D) / (1 + z / D')

(the principal point cancels out). Only ratios of sizes matter, so g is divided by its value at the ears: there, and on
hair and shoulders behind them, nothing moves, and the middle of the face, which the near camera blew up, shrinks. The
outline of the face stays: the correction cannot slim it. Perspective distortion of near portraits and its measurement
from landmark ratios: Burgos-Artizzu, Ronchi, Perona, "Distance estimation of an unknown person from a portrait", ECCV
2014; correction by re-projection: Fried, Shechtman, Goldman, Finkelstein, "Perspective-aware manipulation of portrait
photos", SIGGRAPH 2016.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks

Floats = npt.NDArray[np.float32]
Points = npt.NDArray[np.floating]

PORTRAIT_DISTANCE = 1.5
"""Metres: from here on photographers find faces undistorted."""

EYE_SPAN = 0.090
"""Metres between the outer eye corners of an adult; 4 % of standard deviation between people."""

EAR_DEPTH = 0.058
"""Metres from the eye corners back to the front of the ears, from the training meshes at `EYE_SPAN`."""

USUAL_RATIO = 0.637
"""Eye span over face width in the mean of 1117 frontal portraits, taken at portrait distance."""

RATIO_SPREAD = 0.04
"""Relative standard deviation of that ratio between the people of those portraits."""

SELFIE_FOCAL = 26.0 / 43.27
"""Focal length of a phone's main and front camera as a share of the frame's diagonal (26 mm on 36 × 24 mm)."""

SENSOR_SHAPES = (4 / 3, 16 / 9)
"""Aspect ratios of uncropped phone photos. Only there the face's share of the frame says how far it was."""

NEAREST, FARTHEST = 0.30, 0.95
"""Metres: no arm is shorter; and beyond, what could be corrected is under 2 % and smaller than the doubt."""

TURN_LIMIT = 25.0
"""Degrees of yaw up to which the ratio of eye span to face width does not depend on yaw (measured)."""

SMALLEST_SPAN = 60.0
"""Pixels between the outer eye corners under which the mesh is too coarse to tell distances apart."""

GRID = 72
"""Cells along one side of the displacement grid: a cell is 1/24 of a face."""


@dataclass(frozen=True, eq=False)
class Warp:
    """A smooth displacement of photo points inside a square around the face; zero on its border and outside.

    Attributes:
        origin: photo point of the grid's first node.
        step: photo pixels between nodes.
        field: (G, G, 2) float32, how far a photo point at a node moves, in photo pixels.
        inverse: (G, G, 2) float32, the displacement that undoes it, at the nodes.
    """

    origin: tuple[float, float]
    step: float
    field: Floats
    inverse: Floats

    @property
    def reach(self) -> float:
        """Longest displacement in photo pixels."""
        return float(np.linalg.norm(self.field, axis=2).max())

    def forward(self, xy: Points) -> npt.NDArray[np.float64]:
        """Photo points, (N, 2), after the correction."""
        points = np.asarray(xy, np.float64)
        return points + self._sampled(self.field, points)

    def backward(self, xy: Points) -> npt.NDArray[np.float64]:
        """The photo points, (N, 2), that the correction brings to the given ones."""
        wanted = np.asarray(xy, np.float64)
        found = wanted + self._sampled(self.inverse, wanted)
        for _ in range(4):
            found = found + (wanted - self.forward(found))
        return found

    def sample_backward(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Displacement from corrected points back to photo points, for two (H, W) arrays of coordinates."""
        u, v = (x - np.float32(self.origin[0])) / self.step, (y - np.float32(self.origin[1])) / self.step
        moved = cv2.remap(self.inverse, u.astype(np.float32), v.astype(np.float32), cv2.INTER_LINEAR)
        dx, dy = np.asarray(moved[..., 0], np.float32), np.asarray(moved[..., 1], np.float32)
        return dx, dy

    def _sampled(self, field: Floats, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """`field` at points, bilinear in float64: remap's own 1/32 steps would show in the inverse."""
        nodes = field.shape[0]
        place = (points - np.array(self.origin)) / self.step
        cell = np.clip(np.floor(place).astype(int), 0, nodes - 2)
        part = np.clip(place - cell, 0.0, 1.0)
        outside = ((place < 0) | (place > nodes - 1)).any(1)
        (i, j), (a, b) = (cell[:, 0], cell[:, 1]), (part[:, :1], part[:, 1:])
        upper = field[j, i] * (1 - a) + field[j, i + 1] * a
        lower = field[j + 1, i] * (1 - a) + field[j + 1, i + 1] * a
        moved = np.asarray(upper * (1 - b) + lower * b, np.float64)
        moved[outside] = 0.0
        return moved


def camera_distance(mesh: Points, photo_shape: tuple[int, ...]) -> float | None:
    """Metres from the camera to the eyes when there is evidence of an arm's-length photo, else None.

    Two witnesses, and the one that says "farther" is believed. The ratio of eye span to face width grows as the camera
    comes near; what individual difference explains (one standard deviation, or two when the photo's shape says that it
    was cropped) is taken off first. The face's share of an uncropped phone frame gives the least distance possible.

    Args:
        mesh: (478, 3) points in photo pixels.
        photo_shape: shape of the photo array, height first.
    """
    points = np.asarray(mesh, np.float64)
    ears = points[454] - points[234]
    yaw = math.atan2(ears[2], ears[0])
    span = float(np.linalg.norm(points[landmarks.LEFT_EYE_OUTER, :2] - points[landmarks.RIGHT_EYE_OUTER, :2]))
    width = float(np.linalg.norm(ears[:2]))
    if abs(math.degrees(yaw)) > TURN_LIMIT or span < SMALLEST_SPAN or width < span:
        return None
    high, wide = photo_shape[:2]
    shape = max(high, wide) / min(high, wide)
    whole = any(abs(shape / known - 1) < 0.02 for known in SENSOR_SHAPES)
    excess = span / width / USUAL_RATIO / (1 + RATIO_SPREAD * (1 if whole else 2))
    nearness = (excess * (1 + EAR_DEPTH / PORTRAIT_DISTANCE) - 1) / EAR_DEPTH
    by_ratio = 1 / nearness if nearness > 0 else math.inf
    by_share = SELFIE_FOCAL * math.hypot(high, wide) * EYE_SPAN * math.cos(yaw) / span if whole else 0.0
    distance = max(by_ratio, by_share, NEAREST)
    return distance if distance <= FARTHEST else None


def to_portrait_distance(mesh: Points, distance: float) -> Warp:
    """The warp that shows a face photographed from `distance` metres as from `PORTRAIT_DISTANCE`.

    Args:
        mesh: (478, 3) points in photo pixels, z negative towards the camera.
        distance: metres to the plane of the eyes, at least `NEAREST`.
    """
    points = np.asarray(mesh, np.float64)
    eyes = points[[landmarks.RIGHT_EYE_OUTER, landmarks.LEFT_EYE_OUTER]]
    metres = EYE_SPAN / max(float(np.linalg.norm(eyes[1] - eyes[0])), 1.0)
    depth = (points[: landmarks.SURFACE, 2] - eyes[:, 2].mean()) * metres
    centre = points[[landmarks.RIGHT_EYE_OUTER, landmarks.LEFT_EYE_OUTER, 61, 291], :2].mean(0)
    face = float(np.linalg.norm(points[454, :2] - points[234, :2]))
    step = 3.0 * face / (GRID - 1)
    origin = centre - step * (GRID - 1) / 2
    u, v = np.meshgrid(np.arange(GRID) * step + origin[0], np.arange(GRID) * step + origin[1])
    nodes = np.stack([u, v], 2)
    xy = points[: landmarks.SURFACE, :2]
    # Smoothing brings the outline's depth forward a little; what it is there is the depth that must not move.
    ears = _depth_map(xy, depth, points[None, [234, 454], :2], 0.08 * face, EAR_DEPTH)
    rear = min(float(ears.mean()), EAR_DEPTH)
    smooth = _depth_map(xy, depth, nodes, 0.08 * face, rear)
    gain = np.asarray(_magnification(smooth, distance) / _magnification(np.array(rear), distance))
    field = np.stack([(u - centre[0]) * (gain - 1), (v - centre[1]) * (gain - 1)], 2)
    field = (field * _fade(GRID)[..., None]).astype(np.float32)
    start = (float(origin[0]), float(origin[1]))
    return Warp(start, step, field, _undone(field, step))


def _magnification(depth: npt.NDArray[np.float64], distance: float) -> npt.NDArray[np.float64]:
    """g(z) of the module's formula."""
    return np.asarray((1 + depth / distance) / (1 + depth / PORTRAIT_DISTANCE))


def _depth_map(
    xy: npt.NDArray[np.float64],
    depth: npt.NDArray[np.float64],
    nodes: npt.NDArray[np.float64],
    sigma: float,
    rear: float,
) -> npt.NDArray[np.float64]:
    """Depth in metres at each node: the mesh's, smoothed over `sigma` pixels, and `rear` away from the face.

    Nothing is behind `rear`, so the displacement stays inside what perspective explains.
    """
    distance2 = ((nodes[:, :, None, :] - xy[None, None]) ** 2).sum(3)
    weight = np.exp(-distance2 / (2 * sigma**2))
    total = weight.sum(2)
    mean = (weight * np.minimum(depth, rear)).sum(2) / np.maximum(total, 1e-12)
    # The fade uses a wider kernel, so that it takes about a third of a face width beyond the outline.
    near = np.exp(-distance2 / (2 * (2.4 * sigma) ** 2)).max(2)
    return np.asarray(rear + (mean - rear) * near)


def _fade(nodes: int) -> npt.NDArray[np.float64]:
    """(nodes, nodes) window, 1 in the middle, exactly 0 on the border."""
    place = np.abs(np.linspace(-1, 1, nodes))
    ramp = np.clip((1 - place) / 0.25, 0, 1)
    side = ramp * ramp * (3 - 2 * ramp)
    return np.outer(side, side)


def _undone(field: Floats, step: float) -> Floats:
    """The inverse displacement by fixed-point iteration d⁻¹(c) = -d(c + d⁻¹(c)), which converges as |∇d| < 1."""
    nodes = field.shape[0]
    v, u = np.mgrid[0:nodes, 0:nodes].astype(np.float32)
    inverse = -field
    for _ in range(12):
        x, y = u + inverse[..., 0] / step, v + inverse[..., 1] / step
        inverse = -np.asarray(
            cv2.remap(field, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR), np.float32
        )
    return np.asarray(inverse, np.float32)
