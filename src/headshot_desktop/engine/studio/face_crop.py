"""The square, level crop of a face that the mesh network sees, and the way back to the photo."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

CROP_SIZE = 192
"""Side of the network's input in pixels."""

MARGIN = 1.5
"""Side of the crop over the larger extent of the face's points."""

BOX_MARGIN = 1.5
"""Side of the crop over the larger side of the detector's box."""

ALIASING = 1.2
"""How many pixels may at least fall on one of the result before the photo is averaged down by a further half."""

Photo = npt.NDArray[np.uint8]


class Pyramid:
    """A photo and its halves, made when asked for: halving is what OpenCV averages fastest.

    Args:
        photo: (H, W, 3) uint8.
    """

    def __init__(self, photo: Photo) -> None:
        self._levels = [photo]

    @property
    def photo(self) -> Photo:
        """The photo itself."""
        return self._levels[0]

    def reduced(self, by: float) -> tuple[Photo, int]:
        """The photo averaged down by the largest power of two that is at most `by` (1 or more), and that power.

        Pixel centre x of the result is (x + 0.5) * power - 0.5 in the photo; odd last rows and columns fall away.
        """
        level = 0
        while 2 ** (level + 1) <= by and min(self._at(level).shape[:2]) >= 2:
            level += 1
        return self._at(level), 2**level

    def _at(self, level: int) -> Photo:
        while len(self._levels) <= level:
            last = self._levels[-1]
            height, width = last.shape[0] // 2, last.shape[1] // 2
            half = cv2.resize(last[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA)
            self._levels.append(np.asarray(half, np.uint8))
        return self._levels[level]


@dataclass(frozen=True)
class FaceCrop:
    """A square in the photo.

    Attributes:
        x: of the centre, pixels of the photo.
        y: of the centre, pixels of the photo.
        side: pixels of the photo.
        angle: clockwise turn of the square as seen, radians.
    """

    x: float
    y: float
    side: float
    angle: float

    def matrix(self, size: int = CROP_SIZE) -> npt.NDArray[np.float64]:
        """(2, 3) affine from photo pixels to crop pixels; the square's centre lands on the crop's centre."""
        scale = size / self.side
        cosine, sine = scale * np.cos(self.angle), scale * np.sin(self.angle)
        middle = (size - 1) / 2
        return np.array(
            [
                [cosine, sine, middle - cosine * self.x - sine * self.y],
                [-sine, cosine, middle + sine * self.x - cosine * self.y],
            ]
        )

    def drift(self, other: FaceCrop) -> float:
        """How far the square lies from another: shift of the centre and change of the side, in sides of the other."""
        shift = float(np.hypot(self.x - other.x, self.y - other.y))
        return (shift + abs(self.side - other.side)) / other.side

    def cut(self, photo: Photo | Pyramid, size: int = CROP_SIZE) -> Photo:
        """The square as a picture.

        Args:
            photo: (H, W, 3) uint8, or its pyramid where several squares are cut.
            size: side of the result in pixels.

        Returns:
            (size, size, 3) uint8; grey where the square reaches beyond the photo. Large faces are averaged down first,
            so that the result does not alias.
        """
        pyramid = photo if isinstance(photo, Pyramid) else Pyramid(photo)
        picture, factor = pyramid.reduced(self.side / size / ALIASING)
        offset = (factor - 1) / 2
        back = np.array([[factor, 0.0, offset], [0.0, factor, offset], [0.0, 0.0, 1.0]])
        warped = cv2.warpAffine(
            picture,
            self.matrix(size) @ back,
            (size, size),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=(127, 127, 127),
        )
        return np.asarray(warped, np.uint8)

    def to_photo(self, points: npt.NDArray[np.float32], size: int = CROP_SIZE) -> npt.NDArray[np.float32]:
        """Mesh points (N, 3) in crop pixels as points in photo pixels, z scaled alike."""
        inverse = cv2.invertAffineTransform(self.matrix(size))
        moved = np.empty_like(points, np.float32)
        moved[:, :2] = points[:, :2] @ inverse[:, :2].T + inverse[:, 2]
        moved[:, 2] = points[:, 2] * (self.side / size)
        return moved


def crop_of_detection(
    box: tuple[float, float, float, float], points: npt.NDArray[np.float32], margin: float = BOX_MARGIN
) -> FaceCrop:
    """The crop for a detector's box and its five points (right eye, left eye, nose, mouth corners; pixels).

    The turn follows the line between the eyes and the line from eyes to mouth together: in a turned face the first
    grows short and unreliable, and the second takes over by its length.
    """
    right_eye, left_eye, _, right_mouth, left_mouth = points.astype(np.float64)
    across = left_eye - right_eye
    down = (right_mouth + left_mouth) / 2 - (right_eye + left_eye) / 2
    direction = across + np.array([down[1], -down[0]])
    x, y, width, height = box
    side = max(width, height, 4.0) * margin
    return FaceCrop(x + width / 2, y + height / 2, side, float(np.arctan2(direction[1], direction[0])))


def crop_of_mesh(mesh: npt.NDArray[np.float32], margin: float = MARGIN) -> FaceCrop:
    """The crop for a mesh (478, 3): turned so that the eyes are level, centred on the points' extent."""
    right_eye, left_eye = mesh[[33, 133], :2].mean(0), mesh[[263, 362], :2].mean(0)
    down = mesh[[61, 291], :2].mean(0) - (right_eye + left_eye) / 2
    direction = left_eye - right_eye + np.array([down[1], -down[0]])
    angle = float(np.arctan2(direction[1], direction[0]))
    cosine, sine = np.cos(angle), np.sin(angle)
    turn = np.array([[cosine, sine], [-sine, cosine]])
    level = mesh[:, :2] @ turn.T
    low, high = level.min(0), level.max(0)
    centre = ((low + high) / 2) @ turn
    return FaceCrop(float(centre[0]), float(centre[1]), float(max((high - low).max(), 4.0)) * margin, angle)
