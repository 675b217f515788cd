"""Where the frame goes: head height, eye line and head-room of the destination, and never an invented body.

The frame may reach past the photo's border where only backdrop was: that is drawn anyway. Where the border cuts the
person, the cut must lie on or outside the frame's edge, or the bust would float. So the crop is found by search: every
candidate (size, position) that shows a cut is struck out, and the best of the rest wins by how far it is from the rule.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.request import Framing, Shape
from headshot_desktop.engine.studio.landmarks import CHIN, FACE_OVAL, LEFT_IRIS, NOSE_TIP, RIGHT_IRIS

Points = NDArray[np.float64]
Boxes = NDArray[np.float64]
"""Candidates as rows x, y, width, height."""

_RIGHT_CHEEK, _LEFT_CHEEK = 234, 454
"""Ends of the face oval at the level of the ears."""

CROWN_RATIO = 1.12
"""Eye line to crown over eye line to chin, short hair included; for a crown that cannot be seen."""

CROWN_RANGE = (0.90, 1.28)
"""The same ratio's limits: volume of hair or a hat beyond them is hair-room, not head."""

LARGEST_UPSCALE = 1.6
"""Enlargement from which the report says that the photo has few pixels."""

SMALLEST_HEAD = 0.8
"""The head is never framed smaller than this share of the rule, and never under a fifth of the frame."""

_LARGEST_HEAD = 1.9
_HAIR_ROOM = 0.03
"""Room kept above the hair and at its sides, as a share of the frame."""

_MEANT = 0.035
"""Share of the frame that is missing of the head at least where the photo cuts it: a sliver of missing crown, or hair
that only just touches the frame, looks like a mistake; hair that is clearly trimmed looks like a close portrait."""

_CLEARLY_CUT = 0.09
"""Share of the frame that a head must be missing, as far as a crown can be guessed, to need no further trimming."""

_CIRCLE_RADIUS = 0.485
"""Hair and chin stay inside this radius, in frame heights, where the destination cuts a circle."""

_SOLID = 0.35
"""Matte from which a pixel on the photo's border counts as the person being cut there."""


@dataclass(frozen=True)
class Crop:
    """A rectangle in pixels of the working picture; it may reach past the picture.

    Edges lie between pixels: x = 0 is the left edge of the first pixel.
    """

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class FramingReport:
    """What the crop achieves.

    Attributes:
        head_height: crown to chin as a share of the frame's height.
        eye_line: from the frame's top to the eyes, as a share of its height.
        scale: result pixels per working-picture pixel; above 1 the photo is enlarged.
        notes: sentences for the person, empty when the rule is met.
    """

    head_height: float
    eye_line: float
    scale: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Head:
    """Measures of the person that decide the crop, all in pixels of the working picture.

    Attributes:
        eyes: (2, 2), the person's right and left.
        eye_y: height of the line between the eyes.
        chin: (2,).
        crown_y: top of the head with ordinary hair.
        hair: (N, 2) outline of head and hair from the top to the level of the mouth, with the jaw.
        centre_x: where the frame is centred, lead room for a turned head included.
        cut: (N, 2) points on the photo's border where it cuts the person.
        floor_y: below it there is no body any more.
        cut_above: whether the border cuts the hair or the head.
    """

    eyes: Points
    eye_y: float
    chin: Points
    crown_y: float
    hair: Points
    centre_x: float
    cut: Points
    floor_y: float
    cut_above: bool

    @property
    def height(self) -> float:
        """Crown to chin."""
        return float(self.chin[1]) - self.crown_y


def frame(
    mesh: NDArray[np.floating],
    alpha: NDArray[np.float32],
    framing: Framing,
    *,
    tightness: float = 1.0,
    valid: NDArray[np.bool_] | None = None,
    beyond: float | None = None,
) -> tuple[Crop, FramingReport]:
    """The best legal crop for `framing`.

    Args:
        mesh: (478, 2 or 3) face mesh in pixels of the working picture, eyes level.
        alpha: (H, W) matte of the working picture, in [0, 1].
        framing: the destination's rule; `whole_photo` returns the whole picture.
        tightness: the look's `crop`, 0.8–1.25; larger frames the head tighter.
        valid: (H, W), true where the working picture holds pixels of the photo (it was turned or warped); everything by
            default.
        beyond: share of the frame that may lie past the photo's border where the photo's own background is shown; None
            where a backdrop is drawn, which has no border.

    Returns:
        The crop with the frame's exact proportions, and what it achieves.

    Raises:
        PhotoRefused: the photo's border cuts so close to the eyes that no frame can hold them.
    """
    height, width = alpha.shape
    photo = np.ones(alpha.shape, bool) if valid is None else valid
    head = measured(mesh, alpha, photo)
    if framing.whole_photo:
        crop = Crop(0.0, 0.0, float(width), float(height))
        return crop, FramingReport(head.height / height, head.eye_y / height, 1.0)
    target = min(framing.head_height * tightness, 0.85)
    gaps = None if beyond is None else _Gaps.of(photo, beyond)
    if gaps is not None:
        # Where the matte loses the body, the photo still shows it.
        head = replace(head, floor_y=math.inf)
    best = _search(head, _Rule(framing, target, gaps))
    crop = Crop(*(float(value) for value in best))
    return crop, _report(crop, head, framing, target)


def measured(mesh: NDArray[np.floating], alpha: NDArray[np.float32], valid: NDArray[np.bool_]) -> Head:
    """Measure the head, the hair and the photo's cuts; arguments as for `frame`."""
    points = np.asarray(mesh[:, :2], np.float64)
    eyes = points[[RIGHT_IRIS[0], LEFT_IRIS[0]]]
    chin = points[CHIN]
    eye_y = float(eyes[:, 1].mean())
    reach = max(float(chin[1]) - eye_y, 1.0)
    person = _person(alpha, valid, points[list(FACE_OVAL)])
    cut = _cuts(person, valid)
    oval_x = points[list(FACE_OVAL), 0]
    half = float(np.ptp(oval_x)) / 2
    middle = float(oval_x.min() + oval_x.max()) / 2
    top = _top(person, middle, half * 0.5)
    cut_above = bool(np.any((np.abs(cut[:, 0] - middle) < half * 1.2) & (cut[:, 1] < eye_y))) if len(cut) else False
    ratio = (eye_y - top) / reach if top is not None and not cut_above else CROWN_RATIO
    crown_y = eye_y - reach * float(np.clip(ratio, *CROWN_RANGE))
    hair = _hair(person, points, middle, half, (eye_y, reach))
    return Head(
        eyes=eyes,
        eye_y=eye_y,
        chin=chin,
        crown_y=crown_y,
        hair=hair,
        centre_x=_centre(person, points, hair, (eye_y, reach)),
        cut=cut,
        floor_y=_floor(person, chin, reach),
        cut_above=cut_above,
    )


def placed(
    picture: NDArray[np.float32], crop: Crop, width: int, height: int, *, outside: float | None = None
) -> NDArray[np.float32]:
    """Resample `crop` of a picture or matte to `width` × `height`, antialiased.

    Args:
        picture: (H, W) or (H, W, C) `float32`.
        crop: what to show, in pixels of `picture`.
        width: pixels of the result.
        height: pixels of the result.
        outside: value beyond the picture's border, such as 0 for a matte; the border's own value by default.

    Returns:
        (height, width) or (height, width, C) `float32`; the cubic kernel may overshoot the picture's range a little.
    """
    scale_x, scale_y = crop.width / width, crop.height / height
    # A pixel's centre is at a whole number, an edge between pixels at a half.
    matrix = np.array([[scale_x, 0, crop.x + scale_x / 2 - 0.5], [0, scale_y, crop.y + scale_y / 2 - 0.5]])
    source = picture
    if (shrink := min(scale_x, scale_y)) > 1.02:
        # warpAffine does not average: blur to the new sampling distance first. With 0.40 and the cubic kernel the
        # result is nearest to Lanczos over shrink factors of 1.1 to 3 (44 to 50 dB), neither softer nor gritty.
        sigma = 0.40 * float(np.sqrt(shrink**2 - 1))
        source = np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE), np.float32)
    border = cv2.BORDER_REPLICATE if outside is None else cv2.BORDER_CONSTANT
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    value = (outside or 0.0,) * 4
    return np.asarray(
        cv2.warpAffine(source, matrix, (width, height), flags=flags, borderMode=border, borderValue=value), np.float32
    )


def _person(alpha: NDArray[np.float32], valid: NDArray[np.bool_], oval: Points) -> NDArray[np.bool_]:
    """The part of the matte that hangs together with the face; specks elsewhere must not steer the frame."""
    solid = ((alpha > _SOLID) & valid).astype(np.uint8)
    cv2.fillConvexPoly(solid, cv2.convexHull(np.round(oval).astype(np.int32)), 1)
    solid &= valid.astype(np.uint8)
    _, labels = cv2.connectedComponents(solid, connectivity=8)
    inside = np.zeros_like(solid)
    cv2.fillConvexPoly(inside, cv2.convexHull(np.round(oval).astype(np.int32)), 1)
    counts = np.bincount(np.asarray(labels)[(inside > 0) & (solid > 0)].ravel(), minlength=1)
    if not counts.any():
        return np.zeros(alpha.shape, bool)
    return np.asarray(labels == int(counts.argmax()), bool)


def _cuts(person: NDArray[np.bool_], valid: NDArray[np.bool_]) -> Points:
    """Points of the photo's border, (N, 2) x and y, where the person goes on beyond it, in the order of the border."""
    inner = cv2.erode(valid.astype(np.uint8), np.ones((3, 3), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0)
    y, x = np.nonzero(person & valid & (inner == 0))
    # In border order, every n-th point covers all sides evenly; in row order it may take those of one side only.
    order = np.argsort(np.arctan2(y - person.shape[0] / 2, x - person.shape[1] / 2), kind="stable")
    return np.stack([x[order], y[order]], axis=1).astype(np.float64)


def _top(person: NDArray[np.bool_], middle: float, half: float) -> float | None:
    left, right = max(0, int(middle - half)), max(1, int(middle + half) + 1)
    rows = np.nonzero(person[:, left:right].any(axis=1))[0]
    return float(rows[0]) if len(rows) else None


def _hair(person: NDArray[np.bool_], points: Points, middle: float, half: float, face: tuple[float, float]) -> Points:
    """Outline of hair and head from the top to the mouth's level, and the jaw."""
    eye_y, reach = face
    outline = [points[list(FACE_OVAL)]]
    left, right = max(0, int(middle - 2.6 * half)), int(middle + 2.6 * half) + 1
    first, last = max(0, int(eye_y - 2.6 * reach)), max(0, int(eye_y + 0.55 * reach))
    window = person[first:last, left:right]
    rows = np.nonzero(window.any(axis=1))[0]
    if len(rows):
        starts = window[rows].argmax(axis=1)
        ends = window.shape[1] - 1 - window[rows, ::-1].argmax(axis=1)
        for sides in (starts, ends):
            outline.append(np.stack([left + sides, first + rows], axis=1).astype(np.float64))
    everything = np.concatenate(outline)
    hull = cv2.convexHull(everything.astype(np.float32)).reshape(-1, 2)
    return np.asarray(hull, np.float64)


def _centre(person: NDArray[np.bool_], points: Points, hair: Points, face: tuple[float, float]) -> float:
    """Centre of the head, drawn a little to head and shoulders together, with lead room where the head looks."""
    eye_y, reach = face
    oval_x = points[list(FACE_OVAL), 0]
    head_x = 0.5 * float(oval_x.min() + oval_x.max()) * 0.6 + 0.4 * float(hair[:, 0].min() + hair[:, 0].max()) / 2
    bust = person[: int(eye_y + 2.6 * reach)]
    columns = bust.sum(axis=0)
    mass_x = float((columns * np.arange(len(columns))).sum() / max(columns.sum(), 1)) if columns.any() else head_x
    mass_x = float(np.clip(mass_x, head_x - 0.5 * reach, head_x + 0.5 * reach))
    turn = (points[NOSE_TIP, 0] - points[_RIGHT_CHEEK, 0]) - (points[_LEFT_CHEEK, 0] - points[NOSE_TIP, 0])
    turn = float(np.clip(turn / max(abs(points[_LEFT_CHEEK, 0] - points[_RIGHT_CHEEK, 0]), 1.0), -1, 1))
    return 0.75 * head_x + 0.25 * mass_x + 0.12 * turn * reach


def _floor(person: NDArray[np.bool_], chin: Points, reach: float) -> float:
    """Where the body ends: the matte may end, or lose the middle of the body, above the photo's border."""
    height = person.shape[0]
    first = int(chin[1] + 0.25 * reach)
    if first >= height:
        return float(height)
    below = person[first:]
    widths = below.sum(axis=1)
    if not widths.any():
        return float(chin[1]) + 0.1 * reach
    wide = np.nonzero(widths >= 0.6 * np.maximum.accumulate(widths))[0]
    last = int(wide[-1]) + 1
    # The middle of the body, once the shoulders have begun, is never see-through: what a held bag or helmet leaves
    # out of the matte must stay below the frame.
    left, right = max(0, int(chin[0] - 0.9 * reach)), max(1, int(chin[0] + 0.9 * reach))
    cover = below[:, left:right].mean(axis=1)
    begun = np.maximum.accumulate(cover) >= 0.95
    holes = np.nonzero(begun & (cover < 0.75))[0]
    return float(first + (min(last, int(holes[0])) if len(holes) else last))


@dataclass(frozen=True, eq=False)
class _Gaps:
    """How much of any box lies beyond the photo, from one running sum over a small copy.

    Attributes:
        sums: (h + 1, w + 1) running sum of what is photo.
        step: working pixels per pixel of the copy.
        allowed: share of a box that may lie beyond for nothing.
    """

    sums: NDArray[np.float64]
    step: float
    allowed: float

    @classmethod
    def of(cls, photo: NDArray[np.bool_], allowed: float) -> _Gaps:
        """Of a picture whose `photo` is true where it holds pixels of the photo."""
        step = max(1.0, max(photo.shape) / 400)
        size = (max(1, round(photo.shape[1] / step)), max(1, round(photo.shape[0] / step)))
        small = cv2.resize(photo.astype(np.float32), size, interpolation=cv2.INTER_AREA)
        return cls(np.asarray(cv2.integral(small, sdepth=cv2.CV_64F)), photo.shape[0] / size[1], allowed)

    def share(self, boxes: Boxes) -> Points:
        """(N,) share of each box that is not photo."""
        x, y, width, height = boxes.T / self.step
        high, wide = (side - 1 for side in self.sums.shape)
        left, right = (np.clip(np.round(edge), 0, wide).astype(int) for edge in (x, x + width))
        top, bottom = (np.clip(np.round(edge), 0, high).astype(int) for edge in (y, y + height))
        inside = self.sums[bottom, right] - self.sums[top, right] - self.sums[bottom, left] + self.sums[top, left]
        return np.asarray(np.clip(1 - inside / np.maximum(width * height, 1e-6), 0, 1))


@dataclass(frozen=True, eq=False)
class _Rule:
    framing: Framing
    target: float
    gaps: _Gaps | None = None

    @property
    def smallest(self) -> float:
        """Least head height as a share of the frame."""
        return max(SMALLEST_HEAD * self.target, 0.2)


def _search(head: Head, rule: _Rule) -> Boxes:
    # A few points of the border find the place; every point then decides. Where the few let a bad place through, all
    # points search again.
    for points in (head.cut[:: max(1, len(head.cut) // 250)], head.cut):
        best = _coarse(head, points, rule)
        step = 0.03
        for _ in range(6):
            if best is None:
                break
            best = _best(_around(best, step, head.height / rule.smallest), head, head.cut, rule)
            step *= 0.5
        if best is not None:
            return best
    raise PhotoRefused("The photo is cut off too close to the eyes. Take one with the whole head and the shoulders.")


def _coarse(head: Head, cut: Points, rule: _Rule) -> Boxes | None:
    aspect = rule.framing.width / rule.framing.height
    usual = np.geomspace(rule.smallest, rule.target * _LARGEST_HEAD, 26)
    down = rule.framing.eye_line + np.linspace(-0.30, 0.30, 31)
    best = _best(_boxes(head, aspect, usual, np.linspace(-0.34, 0.34, 27), down), head, cut, rule)
    if best is not None:
        return best
    tight = np.geomspace(rule.target, 6.0, 50)
    return _best(
        _boxes(head, aspect, tight, np.linspace(-0.48, 0.48, 33), np.linspace(0.04, 0.96, 41)), head, cut, rule
    )


def _boxes(head: Head, aspect: float, shares: Points, across: Points, down: Points) -> Boxes:
    """Candidates for every head share, sideways offset (in widths) and eye line (in heights)."""
    height, offset, line = (part.ravel() for part in np.meshgrid(head.height / shares, across, down, indexing="ij"))
    width = height * aspect
    return np.stack([head.centre_x - width * (0.5 + offset), head.eye_y - line * height, width, height], axis=1)


def _around(box: Boxes, step: float, tallest: float) -> Boxes:
    """Candidates within `step` (a share of the box) of `box`, the box itself, and some clearly smaller ones."""
    moves = np.linspace(-1, 1, 7) * step
    scale, right, down = (
        part.ravel() for part in np.meshgrid(1 + np.append(moves, -2 * step), moves, moves, indexing="ij")
    )
    scale = np.minimum(scale, tallest / box[3])
    width, height = box[2] * scale, box[3] * scale
    x = box[0] + box[2] / 2 + right * box[2] - width / 2
    y = box[1] + box[3] / 2 + down * box[3] - height / 2
    return np.stack([x, y, width, height], axis=1)


def _best(boxes: Boxes, head: Head, cut: Points, rule: _Rule) -> Boxes | None:
    legal = boxes[_legal(boxes, head, cut)]
    if not len(legal):
        return None
    return np.asarray(legal[int(_cost(legal, head, rule).argmin())], np.float64)


def _legal(boxes: Boxes, head: Head, cut: Points) -> NDArray[np.bool_]:
    """Which candidates hold both eyes, end above the body's end, and show no cut of the person."""
    x, y, width, height = boxes.T
    legal = y + height <= head.floor_y
    for eye_x, eye_y in head.eyes:
        legal &= (eye_x > x + 0.04 * width) & (eye_x < x + 0.96 * width)
        legal &= (eye_y > y + 0.03 * height) & (eye_y < y + 0.97 * height)
    kept = np.nonzero(legal)[0]
    if not len(cut) or not len(kept):
        return np.asarray(legal, bool)
    # A border pixel is half outside already: the frame's edge may lie on its far side, but nothing beyond may show.
    left, top = x[kept, None], y[kept, None]
    right, bottom = left + width[kept, None], top + height[kept, None]
    px, py = cut[None, :, 0], cut[None, :, 1]
    shown = (px > left) & (px + 1 < right) & (py > top) & (py + 1 < bottom)
    legal[kept] = ~shown.any(axis=1)
    return np.asarray(legal, bool)


def _cost(boxes: Boxes, head: Head, rule: _Rule) -> Points:
    """How far candidates are from the rule; each term is 1 where a photographer would start to mind."""
    x, y, width, height = boxes.T
    share = head.height / height
    size = np.log(share / rule.target)
    cost = np.where(size > 0, size / 0.22, size / 0.10) ** 2
    line = (head.eye_y - y) / height - rule.framing.eye_line
    # Where the photo ends at the hair, eyes high in the frame are better than a head that fills it.
    cost += (line / np.where((line < 0) & head.cut_above, 0.09, 0.045)) ** 2
    cost += ((head.centre_x - x - width / 2) / width / 0.05) ** 2
    hair_x, hair_y = head.hair[:, 0], head.hair[:, 1]
    above = (hair_y.min() - y) / height
    if head.cut_above:
        missing = (y - head.crown_y) / height
        sliver = np.minimum(_MEANT + above, _CLEARLY_CUT - missing)
        cost += (np.maximum(sliver, 0) / 0.008) ** 2 + (np.maximum(-above - 2 * _MEANT, 0) / 0.02) ** 2
    else:
        # In a tight crop a little hair may go before the chin does: past a point the cost of hair grows slowly.
        short = np.maximum(_HAIR_ROOM - above, 0) / 0.015
        cost += short**2 / (1 + short / 3)
    cost += (np.maximum(_HAIR_ROOM / 2 - (hair_x.min() - x) / width, 0) / 0.03) ** 2
    cost += (np.maximum(_HAIR_ROOM / 2 - (x + width - hair_x.max()) / width, 0) / 0.03) ** 2
    cost += (np.maximum(0.07 - (y + height - head.chin[1]) / height, 0) / 0.015) ** 2
    if rule.gaps is not None:
        gap = np.maximum(rule.gaps.share(boxes) - rule.gaps.allowed, 0) / 0.025
        # Where nothing may lie beyond, a sharp background would be seen to end: that costs its full price.
        cost += gap**2 / (1 + gap / 4) if rule.gaps.allowed > 0 else 2 * gap**2
    if rule.framing.shape is Shape.CIRCLE:
        far_x = (hair_x[None, :] - (x + width / 2)[:, None]) / width[:, None]
        far_y = (hair_y[None, :] - (y + height / 2)[:, None]) / height[:, None]
        beyond = np.hypot(far_x, far_y).max(axis=1) - _CIRCLE_RADIUS
        cost += (np.maximum(beyond, 0) / 0.025) ** 2
    return np.asarray(cost, np.float64)


def _report(crop: Crop, head: Head, framing: Framing, target: float) -> FramingReport:
    share = head.height / crop.height
    line = (head.eye_y - crop.y) / crop.height
    scale = framing.width / crop.width
    notes = []
    if head.cut_above:
        notes.append("The photo is cut close above the head, so the hair is trimmed as in a close portrait.")
    if share > target * 1.12:
        notes.append(
            "The photo is cut close around the person, so the head fills more of the frame than is usual here."
        )
    elif share < target * 0.92:
        notes.append("The head is a little smaller than is usual here, so that all the hair stays in the frame.")
    if line < framing.eye_line - 0.06:
        notes.append("The eyes sit higher than is usual here, because of where the photo ends.")
    elif line > framing.eye_line + 0.06:
        notes.append("The eyes sit lower than is usual here, because of where the photo ends.")
    if abs(head.centre_x - crop.x - crop.width / 2) > 0.06 * crop.width:
        notes.append("The head is not in the middle, because the photo cuts the person at one side.")
    if scale > LARGEST_UPSCALE:
        notes.append(f"The photo has few pixels here: it is enlarged {scale:.1f} times. A larger photo looks sharper.")
    return FramingReport(share, line, scale, tuple(notes))
