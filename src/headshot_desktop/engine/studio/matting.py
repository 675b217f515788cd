"""The portrait's alpha matte, from the network's 512 pixels to every pixel of the photo, and the colours under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from headshot_desktop.engine.studio import colour_check
from headshot_desktop.engine.studio.foreground import foreground_colour
from headshot_desktop.engine.studio.tiles import Window, enlarged, tiles

if TYPE_CHECKING:
    from headshot_desktop.engine.models import ModelStore

SIDE = 512
"""The network's input and output are squares of this many pixels."""

OUTSIDE = (124, 116, 104)
"""RGB around a letterboxed picture: the mean of ImageNet, which is zero to the encoder."""

CROP_FACES = 4.2
"""Side of the close-up in face widths: head and shoulders."""

HEAD_FACES = 2.8
"""Side of the tightest look in face widths: the head with its hair. It counts half: it sees hair better, and what is
held or worn worse."""

HALF_LENGTH = 5.0
"""Width of the half-length window in face widths."""

SQUEEZE = 1.7
"""The half-length window is this much taller than wide and is shown squeezed: bodies far below the face are rare in
headshots, which is all that the network was trained on."""

ONE_LOOK = 1.2
"""A photo at most this much longer than the close-up is looked at once, as a whole."""

GUIDE_SIDE = 1024
"""Pixels across the close-up at which the photo guides the matte's edge."""

GUIDE_LIMIT = 2200
"""Longest side of the picture in which the edge is guided, however small the face in it."""

HAZE = (0.08, 0.16)
"""Distances from the solid person, in face widths, between which half-open zones fade out: strands reach farther only
where something of them is solid."""

Box = tuple[float, float, float, float]


def face_map(face: Box, side: int = SIDE) -> np.ndarray:
    """What tells the network whose matte is wanted: a Gaussian on the face, sigma half its width.

    Args:
        face: x, y, width, height in pixels of the square.
        side: of the square, pixels.

    Returns:
        float32 (side, side) in [0, 1].
    """
    x, y, width, height = face
    spread = max(width, 1.0) * 0.5
    across = np.exp(-0.5 * ((np.arange(side) - x - width / 2) / spread) ** 2)
    down = np.exp(-0.5 * ((np.arange(side) - y - height / 2) / spread) ** 2)
    made: np.ndarray = np.outer(down, across).astype(np.float32)
    return made


def letterbox(picture: np.ndarray) -> tuple[np.ndarray, Window]:
    """A uint8 RGB picture scaled into the middle of a 512-pixel square, and where it is there."""
    height, width = picture.shape[:2]
    scale = SIDE / max(height, width)
    wide, high = max(round(width * scale), 1), max(round(height * scale), 1)
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    place = Window((SIDE - wide) // 2, (SIDE - high) // 2, wide, high)
    square = np.empty((SIDE, SIDE, 3), np.uint8)
    square[:] = OUTSIDE
    place.of(square)[:] = cv2.resize(picture, (wide, high), interpolation=method)
    return square, place


def close_up(height: int, width: int, face: Box, faces: float = CROP_FACES, tall: float = 1.0) -> Window:
    """The window around head and shoulders in a photo, or all of the photo when it is little more than that.

    Args:
        height: of the photo, pixels.
        width: of the photo, pixels.
        face: in pixels of the photo.
        faces: width of the window in face widths.
        tall: height of the window as a share of its width, where the photo has room.
    """
    x, y, wide, high = face
    side = faces * max(wide, 0.75 * high)
    if width <= ONE_LOOK * side and height <= ONE_LOOK * side * tall:
        return Window(0, 0, width, height)
    top = max(0, round(y - 0.8 * high))
    bottom = min(height, round(top + side * tall))
    top = max(0, min(top, round(bottom - side * tall)))
    left, right = max(0, round(x + wide / 2 - side / 2)), min(width, round(x + wide / 2 + side / 2))
    return Window(left, top, right - left, bottom - top)


def main_subject(alpha: np.ndarray, face: Box | None) -> np.ndarray:
    """The matte without islands, holes filled with grey, or grey far from any edge.

    Args:
        alpha: float32 (H, W) in [0, 1].
        face: of the subject, in pixels of `alpha`; without one the largest part is the subject.

    Returns:
        float32 (H, W): only what hangs together with the subject; all 1 inside it, away from the outline.
    """
    reach = max(alpha.shape) * 0.035
    found = _connected(alpha > 0.4, face)
    if not found.any():
        return np.zeros_like(alpha)
    away = _distance(~found)
    kept = np.where((away < reach) & (found | (alpha <= 0.4)), alpha, np.float32(0))
    inwards = _distance(kept > 0.12)
    kept = np.maximum(kept, np.clip(inwards / (1.7 * reach) - 1, 0, 1) * np.clip(kept * 4 - 0.8, 0, 1))
    outwards = _distance(kept < 0.85)
    return np.asarray(kept * np.clip(3 - outwards / reach, 0, 1), np.float32)


def without_haze(alpha: np.ndarray, face: Box | None) -> np.ndarray:
    """The matte without half-open zones that nothing solid is near: there the network did not know, and it is no hair.

    Args:
        alpha: float32 (H, W) in [0, 1].
        face: of the subject, in pixels of `alpha`; without one nothing is done.

    Returns:
        float32 (H, W), nowhere above `alpha`.
    """
    if face is None:
        return alpha
    width = max(face[2], 0.75 * face[3], 1.0)
    away = _distance(alpha < 0.8)
    near = np.clip((HAZE[1] - away / width) / (HAZE[1] - HAZE[0]), 0, 1)
    solid = np.clip((alpha - 0.55) / 0.25, 0, 1)
    return np.asarray(alpha * np.maximum(near, solid), np.float32)


def _distance(mask: np.ndarray) -> np.ndarray:
    """Pixels from each place in the mask to the nearest one outside it; a large number where there is none."""
    return np.minimum(cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 3), 1e6)


def _connected(mask: np.ndarray, face: Box | None) -> np.ndarray:
    """The part of a mask that holds the face, or the largest part."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    if count < 2:
        return np.zeros(mask.shape, bool)
    if face is not None:
        x, y, width, height = (round(value) for value in face)
        inside = labels[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)]
        votes = np.bincount(inside.ravel(), minlength=count)
        if votes[1:].any():
            return np.asarray(labels == 1 + int(votes[1:].argmax()), bool)
    return np.asarray(labels == 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax()), bool)


def reach_bottom(alpha: np.ndarray) -> np.ndarray:
    """The matte carried straight down over its last rows, where networks let a body fade at the picture's border.

    Only columns that are solid just above the border are touched.
    """
    rows = max(2, round(alpha.shape[0] * 0.012))
    if alpha.shape[0] < 4 * rows:
        return alpha
    above = alpha[-2 * rows : -rows].min(axis=0)
    carried = np.where(above > 0.8, above, 0).astype(np.float32)
    made = alpha.copy()
    made[-rows:] = np.maximum(made[-rows:], carried)
    return made


def guided_plane(guide: np.ndarray, alpha: np.ndarray, radius: int, smoothness: float) -> np.ndarray:
    """The colour guided filter's local planes: `alpha ≈ plane[..., :3] · colour + plane[..., 3]` around each pixel.

    He, Sun and Tang, “Guided Image Filtering”, TPAMI 2013, equations 14–16, with the planes averaged.

    Args:
        guide: float32 (H, W, 3) in [0, 1].
        alpha: float32 (H, W).
        radius: of the box in pixels.
        smoothness: added to the variances of the colours.

    Returns:
        float32 (H, W, 4).
    """
    size = (2 * radius + 1, 2 * radius + 1)

    def mean(values: np.ndarray) -> np.ndarray:
        return np.asarray(cv2.blur(values, size, borderType=cv2.BORDER_REFLECT))

    average, level = mean(guide), mean(alpha)
    with_alpha = mean(guide * alpha[..., None]) - average * level[..., None]
    red, green, blue = cv2.split(guide)
    squares = mean(cv2.merge([red * red, green * green, blue * blue])) - average * average + smoothness
    mixed = mean(cv2.merge([red * green, red * blue, green * blue]))
    mixed -= average[..., (0, 0, 1)] * average[..., (1, 2, 2)]
    slope = _solve_symmetric(squares, mixed, with_alpha, smoothness**3)
    offset = level - np.einsum("hwc,hwc->hw", slope, average)
    return mean(np.dstack([slope, offset]))


def _solve_symmetric(diagonal: np.ndarray, mixed: np.ndarray, right: np.ndarray, least: float) -> np.ndarray:
    """Solves a 3×3 system per pixel by cofactors; `mixed` holds the elements 01, 02 and 12.

    The determinant is never under `least`, so that rounding cannot blow up the result.
    """
    a, d, f = cv2.split(diagonal)
    b, c, e = cv2.split(mixed)
    x, y, z = cv2.split(right)
    c00, c01, c02 = d * f - e * e, c * e - b * f, b * e - c * d
    c11, c12, c22 = a * f - c * c, b * c - a * e, a * d - b * b
    scale = 1.0 / np.maximum(a * c00 + b * c01 + c * c02, least)
    first = (c00 * x + c01 * y + c02 * z) * scale
    second = (c01 * x + c11 * y + c12 * z) * scale
    third = (c02 * x + c12 * y + c22 * z) * scale
    return np.dstack([first, second, third])


def unknown_band(alpha: np.ndarray) -> np.ndarray:
    """How far each pixel's matte is open to the guide: 1 on the soft edge and near it, fading to 0; float32."""
    soft = ((alpha > 0.03) & (alpha < 0.97)).astype(np.uint8)
    inside = (alpha > 0.5).astype(np.uint8)
    edge = cv2.morphologyEx(inside, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    reach = max(3, round(max(alpha.shape) / 170)) | 1
    wide = cv2.dilate(np.maximum(soft, edge), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    return np.asarray(cv2.GaussianBlur(wide.astype(np.float32), (0, 0), reach / 3))


@dataclass(frozen=True, eq=False)
class Cutout:
    """A matte, and where it is not to be trusted.

    Attributes:
        alpha: float32 (H, W) in [0, 1], at the photo's resolution.
        doubt: float32 (h, w) in [0, 1], the same picture smaller or as large: how far the network's two looks (the
            picture and its mirror image) disagree, or how much of the matte was taken away again.
        loose: float32 (h, w) in [0, 1], at the size of `doubt`: the matte before anything was taken away again. It also
            holds what stands right beside the person, such as a pet in their arms.
    """

    alpha: np.ndarray
    doubt: np.ndarray
    loose: np.ndarray


class Matting:
    """Cuts the main person out of a photo."""

    def __init__(self, models: ModelStore) -> None:
        """Loads the network.

        Raises:
            ModelMissing: the network's file is not there.
            ModelCorrupt: it is not the pinned one.
        """
        # It takes turns with OpenCV: threads that spin in between would keep it waiting.
        self._session = models.session("portrait-matte", spinning=False)

    def matte(self, photo: np.ndarray, face_box: Box | None) -> np.ndarray:
        """The alpha matte of the person whose face is given, at the photo's resolution.

        Args:
            photo: uint8 (H, W, 3), sRGB.
            face_box: x, y, width, height of the face in pixels; without one the person who stands out is taken.

        Returns:
            float32 (H, W) in [0, 1].
        """
        return self.cut(photo, face_box).alpha

    def cut(self, photo: np.ndarray, face_box: Box | None) -> Cutout:
        """As `matte`, with where it is doubtful."""
        height, width = photo.shape[:2]
        near = Window(0, 0, width, height) if face_box is None else close_up(height, width, face_box)
        scale = min(1.0, GUIDE_SIDE / max(near.width, near.height), GUIDE_LIMIT / max(height, width))
        size = (max(round(width * scale), 1), max(round(height * scale), 1))
        small = photo if scale == 1.0 else cv2.resize(photo, size, interpolation=cv2.INTER_AREA)
        face = None if face_box is None else tuple(value * scale for value in face_box)
        seen = self._looks(small, near.scaled(scale), face)
        rough = main_subject(np.ascontiguousarray(seen[..., 0]), face)
        kept = colour_check.capped(np.asarray(small, np.uint8), without_haze(rough, face), face)
        doubt = np.maximum(seen[..., 1], rough - kept)
        return Cutout(_refined(photo, small, reach_bottom(kept)), np.asarray(doubt, np.float32), reach_bottom(rough))

    def glance(self, picture: np.ndarray, face_box: Box) -> np.ndarray:
        """What the network sees at one look at a whole picture, with nothing added or taken away; as `matte`."""
        return np.ascontiguousarray(self._look(picture, face_box)[..., 0])

    def foreground(self, photo: np.ndarray, alpha: np.ndarray) -> np.ndarray:
        """The subject's own colours; see `foreground_colour`."""
        return foreground_colour(photo, alpha)

    def _looks(self, photo: np.ndarray, near: Window, face: Box | None) -> np.ndarray:
        """The network's matte of head, close-up, half-length and whole photo, each set into the next.

        Returns:
            float32 (H, W, 2): the matte, and how far the network disagrees with itself about it.
        """
        height, width = photo.shape[:2]
        if face is None:
            return self._look(photo, face)
        if (near.width, near.height) == (width, height):
            alpha = self._look(photo, face)
        else:
            alpha = self._nested_looks(photo, near, face)
        head = close_up(height, width, face, HEAD_FACES)
        if (head.width, head.height) != (width, height):
            self._look_into(alpha, photo, head, face, share=0.5)
        return alpha

    def _nested_looks(self, photo: np.ndarray, near: Window, face: Box) -> np.ndarray:
        """The close-up, set into the half-length, set into the whole photo; float32 (H, W, 2)."""
        height, width = photo.shape[:2]
        half = close_up(height, width, face, HALF_LENGTH, SQUEEZE)
        alpha = np.zeros((height, width, 2), np.float32)
        if (half.width, half.height) != (width, height):
            alpha = self._look(photo, face)
        self._look_into(alpha, photo, half, face, squeeze=SQUEEZE)
        self._look_into(alpha, photo, near, face)
        return alpha

    def _look_into(
        self,
        alpha: np.ndarray,
        photo: np.ndarray,
        window: Window,
        face: Box,
        *,
        squeeze: float = 1.0,
        share: float = 1.0,
    ) -> None:
        """Look at a window of the photo and blend what is seen into `alpha`, (H, W, 2), in place."""
        x, y, wide, high = face
        size = (window.width, max(round(window.height / squeeze), 1))
        low = cv2.resize(window.of(photo), size, interpolation=cv2.INTER_AREA)
        made = self._look(low, (x - window.x, (y - window.y) / squeeze, wide, high / squeeze))
        part = window.of(alpha)
        counts = share * _feather(window, *photo.shape[:2])[..., None]
        part += (cv2.resize(made, (window.width, window.height)) - part) * counts

    def _look(self, picture: np.ndarray, face: Box | None) -> np.ndarray:
        """The network on a picture uint8 (H, W, 3) and on its mirror image: mean and difference, float32 (H, W, 2)."""
        square, place = letterbox(picture)
        scale = place.width / picture.shape[1]
        shown = np.zeros((SIDE, SIDE), np.float32)
        if face is not None:
            x, y, width, height = (value * scale for value in face)
            shown = face_map((x + place.x, y + place.y, width, height))
        given = np.asarray(square.transpose(2, 0, 1), np.float32)
        seen = self._run(given, shown)
        mirrored = self._run(given[..., ::-1], shown[:, ::-1])[:, ::-1]
        both = np.dstack([(seen + mirrored) / 2, np.abs(seen - mirrored)])
        alpha = np.ascontiguousarray(place.of(both))
        return np.asarray(cv2.resize(alpha, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR))

    def _run(self, picture: np.ndarray, face: np.ndarray) -> np.ndarray:
        """The network on float32 (3, 512, 512) and (512, 512); float32 (512, 512)."""
        given = {"picture": np.ascontiguousarray(picture[None]), "face": np.ascontiguousarray(face[None, None])}
        answer: np.ndarray = np.asarray(self._session.run(None, given)[0], np.float32)
        return answer.reshape(SIDE, SIDE)


def _feather(near: Window, height: int, width: int) -> np.ndarray:
    """How much the close-up counts: 1, falling to 0 towards those of its borders that are not the photo's; float32."""
    ramp = 0.06 * max(near.width, near.height)
    across = np.minimum(
        np.inf if near.x == 0 else (np.arange(near.width) + 0.5) / ramp,
        np.inf if near.x + near.width >= width else (near.width - np.arange(near.width) - 0.5) / ramp,
    )
    down = np.minimum(
        np.inf if near.y == 0 else (np.arange(near.height) + 0.5) / ramp,
        np.inf if near.y + near.height >= height else (near.height - np.arange(near.height) - 0.5) / ramp,
    )
    across, down = np.broadcast_to(across, near.width), np.broadcast_to(down, near.height)
    return np.asarray(np.clip(np.minimum(across[None], down[:, None]), 0, 1), np.float32)


def _refined(photo: np.ndarray, small: np.ndarray, rough: np.ndarray) -> np.ndarray:
    """The matte `rough` of `small`, guided by the colours of `photo` at its full resolution."""
    guide = small.astype(np.float32) / 255
    radius = max(2, round(max(rough.shape) / 180))
    plane = guided_plane(guide, rough, radius, 1e-4)
    band = unknown_band(rough)
    height, width = photo.shape[:2]
    made = np.asarray(cv2.resize(rough, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
    openness = cv2.resize(band, (width, height), interpolation=cv2.INTER_LINEAR)
    for tile in tiles(height, width):
        share = tile.of(openness)
        if share.max() > 0:
            local = enlarged(plane, height, width, tile)
            colours = tile.of(photo).astype(np.float32) / 255
            fine = np.einsum("hwc,hwc->hw", local[..., :3], colours) + local[..., 3]
            part = tile.of(made)
            part += (fine - part) * share
    return np.clip((made - 0.06) / 0.88, 0, 1, out=made)
