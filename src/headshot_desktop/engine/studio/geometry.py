"""Where every pixel of a result comes from: level eyes, portrait distance, crop and scale in one resampling.

A `Placement` is the whole way from a photo to a result. It is put together from numbers first and touches pixels once,
so nothing is interpolated twice. What lies outside the photo is marked, never mirrored or stretched.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.perspective import Warp

Floats = npt.NDArray[np.float32]
Points = npt.NDArray[np.floating]
Pixels = npt.NDArray[Any]
"""(H, W) or (H, W, 3), uint8 or float32."""

LEVEL_LIMIT = 20.0
"""Degrees: beyond this a head is tilted on purpose, and the shoulders would tilt more than the eyes gain."""

LONG_SIDE = 2000
"""Most pixels along one side of a working picture: what the time budget allows."""

TINY_FACE = 220.0
"""Pixels from forehead to chin under which the working picture is enlarged, so that later stages have room to work."""

LARGEST_ENLARGEMENT = 2.0

KERNEL = 2
"""Half width of the bicubic kernel: so near to the photo's border a pixel is no longer the photo's alone."""


class Reach(NamedTuple):
    """How far a working picture goes around the face: up and down from the chin in face heights, sideways in widths."""

    above: float = 2.2
    below: float = 3.5
    side: float = 2.6


@dataclass(frozen=True, eq=False)
class Placement:
    """The way from a photo to a result of fixed size.

    Attributes:
        matrix: (2, 3) float64, maps (corrected) photo points to result points.
        size: width and height of the result in pixels.
        photo_size: width and height of the photo in pixels.
        warp: displacement of photo points before the matrix (perspective), or None.
    """

    matrix: npt.NDArray[np.float64]
    size: tuple[int, int]
    photo_size: tuple[int, int]
    warp: Warp | None = None

    @property
    def scale(self) -> float:
        """Result pixels per photo pixel."""
        return math.sqrt(abs(float(np.linalg.det(self.matrix[:, :2]))))

    @cached_property
    def inverse_matrix(self) -> npt.NDArray[np.float64]:
        """(2, 3) float64, maps result points to (corrected) photo points."""
        return _inverted(self.matrix)

    def points(self, xy: Points) -> npt.NDArray[np.float64]:
        """Photo points in the result: (N, 2) → (N, 2) float64; with a third column, (N, 3), depth is scaled along."""
        points = np.asarray(xy, np.float64)
        plane = self.warp.forward(points[:, :2]) if self.warp is not None else points[:, :2]
        moved = plane @ self.matrix[:, :2].T + self.matrix[:, 2]
        return np.column_stack([moved, points[:, 2:] * self.scale])

    def photo_points(self, xy: Points) -> npt.NDArray[np.float64]:
        """Result points in the photo, (N, 2) → (N, 2) float64: the inverse of `points`."""
        points = np.asarray(xy, np.float64)
        plane = points[:, :2] @ self.inverse_matrix[:, :2].T + self.inverse_matrix[:, 2]
        return self.warp.backward(plane) if self.warp is not None else plane

    def then(self, matrix: npt.NDArray[np.float64], size: tuple[int, int]) -> Placement:
        """The placement followed by a (2, 3) matrix on its result, still one resampling of the photo."""
        whole = _joined(np.asarray(matrix, np.float64), self.matrix)
        return replace(self, matrix=whole, size=size)

    def apply(self, image: Pixels, border: float = 0.0) -> Pixels:
        """Resample a photo or a matte once.

        Args:
            image: (H, W) or (H, W, 3), uint8 or float32, of `photo_size`.
            border: value of everything outside the photo; `valid` says where that is.

        Returns:
            The result in the image's own type, `size` pixels. float32 stays in [0, 1].
        """
        reduced, matrix, shift = self._source(image)
        width, height = self.size
        flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        edge = (border,) * 4
        if self.warp is None:
            result = cv2.warpAffine(reduced, matrix, (width, height), flags=flags, borderValue=edge)
        else:
            x, y = self._maps(shift)
            result = cv2.remap(reduced, x, y, cv2.INTER_CUBIC, borderValue=edge)
        if result.dtype == np.float32:
            np.clip(result, 0.0, 1.0, out=result)
        return np.asarray(result, image.dtype)

    def valid(self) -> npt.NDArray[np.bool_]:
        """(H, W) bool: whether the pixel is made of the photo alone, with nothing from beyond its border."""
        width, height = self.size
        wide, high = self.photo_size
        margin = KERNEL * max(1, _reduction(self.scale)) if self._leaves_photo() else 0
        if margin == 0:
            return np.ones((height, width), np.bool_)
        inside = np.zeros((high, wide), np.uint8)
        inside[margin : high - margin, margin : wide - margin] = 1
        if self.warp is None:
            flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
            return np.asarray(cv2.warpAffine(inside, self.inverse_matrix, (width, height), flags=flags), np.bool_)
        x, y = self._maps(_Shift(0.0, 0.0, 1))
        return np.asarray(cv2.remap(inside, x, y, cv2.INTER_NEAREST), np.bool_)

    def _leaves_photo(self) -> bool:
        corners = self.photo_points(_corners(*self.size))
        limit = np.array(self.photo_size) - 1.0 - KERNEL
        return bool((corners < KERNEL).any() or (corners > limit).any())

    def _source(self, image: Pixels) -> tuple[Pixels, npt.NDArray[np.float64], _Shift]:
        """The part of the image that is needed, area-averaged by a whole factor against aliasing, and the way to it."""
        factor = _reduction(self.scale)
        left, top, right, bottom = self._footprint(factor)
        part = image[top:bottom, left:right]
        if factor > 1:
            size = (part.shape[1] // factor, part.shape[0] // factor)
            whole = part[: size[1] * factor, : size[0] * factor]
            part = np.asarray(cv2.resize(whole, size, interpolation=cv2.INTER_AREA), image.dtype)
        shift = _Shift(left + (factor - 1) / 2, top + (factor - 1) / 2, factor)
        matrix = self.inverse_matrix.copy()
        matrix[:, 2] -= (shift.x, shift.y)
        return part, matrix / factor, shift

    def _footprint(self, factor: int) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of the photo's part under the result, with room for the kernel, on whole factors."""
        spread = (self.warp.reach if self.warp is not None else 0.0) + (KERNEL + 1) * factor
        corners = self.inverse_matrix[:, :2] @ _corners(*self.size).T + self.inverse_matrix[:, 2:]
        low, high = corners.min(1) - spread, corners.max(1) + spread
        wide, tall = self.photo_size
        left, top = (int(np.clip(low[0], 0, wide - factor)), int(np.clip(low[1], 0, tall - factor)))
        return left, top, int(np.clip(high[0], left + factor, wide)), int(np.clip(high[1], top + factor, tall))

    def _maps(self, shift: _Shift) -> tuple[Floats, Floats]:
        """Where each result pixel comes from in the (shifted, reduced) photo: two (H, W) float32 arrays."""
        width, height = self.size
        u, v = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
        m = self.inverse_matrix.astype(np.float32)
        x, y = m[0, 0] * u + m[0, 1] * v + m[0, 2], m[1, 0] * u + m[1, 1] * v + m[1, 2]
        if self.warp is not None:
            dx, dy = self.warp.sample_backward(x, y)
            x, y = x + dx, y + dy
        return (x - np.float32(shift.x)) / shift.factor, (y - np.float32(shift.y)) / shift.factor


class _Shift(NamedTuple):
    """Place of a reduced part in the photo: where its first pixel's centre is, and how many photo pixels one covers."""

    x: float
    y: float
    factor: int


def eye_centres(mesh: Points) -> npt.NDArray[np.float64]:
    """The two eye centres, (2, 2) float64, viewer's left first.

    The middle of the corners of each eye, which a sideways gaze does not move.
    """
    xy = np.asarray(mesh, np.float64)[:, :2]
    right = xy[[landmarks.RIGHT_EYE_OUTER, landmarks.RIGHT_EYE_INNER]].mean(0)
    left = xy[[landmarks.LEFT_EYE_OUTER, landmarks.LEFT_EYE_INNER]].mean(0)
    return np.stack([right, left])


def level_angle(mesh: Points) -> float:
    """Degrees by which the photo must be turned anticlockwise for a level eye line, within ±`LEVEL_LIMIT`."""
    dx, dy = np.diff(eye_centres(mesh), axis=0)[0]
    return float(np.clip(math.degrees(math.atan2(dy, dx)), -LEVEL_LIMIT, LEVEL_LIMIT))


def face_size(mesh: Points) -> tuple[float, float]:
    """Width (ear to ear) and height (top of the forehead to the chin) of the face in pixels, whatever its roll."""
    xy = np.asarray(mesh, np.float64)[:, :2]
    width = np.linalg.norm(xy[454] - xy[234])
    height = np.linalg.norm(xy[landmarks.CHIN] - xy[landmarks.FOREHEAD_TOP])
    # A turned head is narrower and a nodding one shorter; the other measure then stands in at the usual proportion.
    return float(max(width, 0.75 * height)), float(max(height, 1.15 * width))


def work_area(
    mesh: Points,
    photo_shape: tuple[int, ...],
    reach: Reach | None = None,
    *,
    face_height: float = 700.0,
    long_side: float = LONG_SIDE,
    level: bool = True,
    warp: Warp | None = None,
) -> Placement:
    """An upright working picture that holds head and shoulders.

    Args:
        mesh: (478, 3) points of the face in photo pixels.
        photo_shape: shape of the photo array, height first.
        reach: how far it goes around the face; clipped to what the photo has.
        face_height: wanted pixels from the top of the forehead to the chin. Never reached by enlarging, unless the face
            is tiny (`TINY_FACE`), and then by no more than `LARGEST_ENLARGEMENT`.
        long_side: most pixels along the longer side.
        level: whether the eye line is levelled.
        warp: perspective correction to carry out in the same step.

    Returns:
        A placement of at most `long_side` pixels along its longer side.
    """
    reach = reach or Reach()
    photo = (photo_shape[1], photo_shape[0])
    points = np.asarray(mesh, np.float64)[:, :2]
    if warp is not None:
        points = warp.forward(points)
    turn = _rotation(eye_centres(points).mean(0), level_angle(points) if level else 0.0)
    upright = points @ turn[:, :2].T + turn[:, 2]
    left, top, right, bottom = _window(upright, reach, _corners(*photo) @ turn[:, :2].T + turn[:, 2])
    height = face_size(upright)[1]
    scale = min(1.0, face_height / height) if height > TINY_FACE else min(LARGEST_ENLARGEMENT, TINY_FACE / height)
    scale = min(scale, long_side / max(right - left, bottom - top))
    size = (max(1, int((right - left) * scale)), max(1, int((bottom - top) * scale)))
    move = np.array([[scale, 0.0, -left * scale], [0.0, scale, -top * scale]])
    return Placement(_joined(move, turn), size, photo, warp)


def _window(upright: npt.NDArray[np.float64], reach: Reach, photo: npt.NDArray[np.float64]) -> tuple[float, ...]:
    """Left, top, right, bottom of the wanted window around an upright face, cut to where the turned photo is."""
    width, height = face_size(upright)
    middle = upright[list(landmarks.FACE_OVAL), 0].mean()
    chin = upright[landmarks.CHIN, 1]
    left, right = middle - reach.side * width, middle + reach.side * width
    top, bottom = chin - reach.above * height, chin + reach.below * height
    wanted = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
    area, shared = cv2.intersectConvexConvex(wanted, photo.astype(np.float32))
    if area <= 1.0 or shared is None:
        return left, top, right, bottom
    low, high = shared.reshape(-1, 2).min(0), shared.reshape(-1, 2).max(0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _rotation(centre: npt.NDArray[np.float64], degrees: float) -> npt.NDArray[np.float64]:
    """(2, 3) matrix that turns points around `centre`: a line that falls by `degrees` to the right becomes level."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    linear = np.array([[c, s], [-s, c]])
    return np.column_stack([linear, centre - linear @ centre])


def _corners(width: int, height: int) -> npt.NDArray[np.float64]:
    return np.array([[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]], np.float64)


def _joined(second: npt.NDArray[np.float64], first: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(2, 3) matrix that does `first`, then `second`."""
    linear = second[:, :2] @ first[:, :2]
    return np.column_stack([linear, second[:, :2] @ first[:, 2] + second[:, 2]])


def _inverted(matrix: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    linear = np.linalg.inv(matrix[:, :2])
    return np.column_stack([linear, -linear @ matrix[:, 2]])


def _reduction(scale: float) -> int:
    """Whole factor by which the photo is area-averaged first, so that one bicubic step is left below a halving."""
    return max(1, int(1.0 / max(scale, 1e-6) + 1e-6))
