"""Whether a face is the person's: cosines between embeddings of a pack's recogniser.

The recogniser sees faces as nearly all of them were trained to: five points brought by a similarity to fixed places in
112 × 112 pixels. Places: Deng et al., "ArcFace", CVPR 2019, as its authors publish them for faces of this size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.packs import Role
from headshot_desktop.engine.generative.job import Picture, Verified
from headshot_desktop.engine.generative.networks import Network
from headshot_desktop.engine.studio.faces import Face

SIDE = 112
"""Pixels of an aligned face."""

PLACES = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]], np.float64
)
"""Right eye, left eye, nose tip, right and left mouth corner of an aligned face, pixels."""

UNCHECKED = (
    "This model pack has no recogniser, so nobody can check that a wholly new photo is still you. "
    "Keep your face, or choose another pack."
)

Embedding = npt.NDArray[np.float32]
"""(N,) of length 1."""


def aligned(picture: Picture, points: npt.NDArray[np.floating]) -> Picture:
    """A face as a recogniser sees it, (112, 112, 3) uint8.

    Args:
        picture: (H, W, 3) uint8.
        points: (5, 2) in the order of `PLACES`, pixels of the picture.
    """
    matrix = _similarity(np.asarray(points, np.float64))
    scale = math.hypot(matrix[0, 0], matrix[1, 0])
    source = picture
    if scale < 1 / 1.02:
        # Warping does not average: blur first, as `studio.framing.placed` does.
        sigma = 0.40 * math.sqrt(scale**-2 - 1)
        source = np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE), np.uint8)
    return np.asarray(cv2.warpAffine(source, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR), np.uint8)


def _similarity(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(2, 3): least-squares similarity from `points` to `PLACES`, without reflection (Umeyama 1991)."""
    source = (points - points.mean(0)) @ (1, 1j)
    target = (PLACES - PLACES.mean(0)) @ (1, 1j)
    turn = np.vdot(source, target) / max(float(np.vdot(source, source).real), 1e-9)
    linear = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    return np.column_stack([linear, PLACES.mean(0) - linear @ points.mean(0)])


class Recogniser:
    """A pack's recogniser."""

    def __init__(self, pack: Verified) -> None:
        """See `Network`."""
        self._network = Network(pack, Role.RECOGNISER)

    def embed(self, picture: Picture, face: Face) -> Embedding:
        """The embedding of a face, of length 1.

        Raises:
            ModelCorrupt: the network answers with something that is no embedding.
        """
        answer = self._network.run(aligned(picture, face.points), low=-1.0)
        length = float(np.linalg.norm(answer))
        if answer.ndim != 2 or answer.shape[0] != 1 or answer.shape[1] < 2 or length == 0:
            raise self._network.refuse()
        return np.asarray(answer[0] / length, np.float32)


def likeness(embedding: Embedding, references: Sequence[Embedding]) -> float:
    """Median of the cosines to all photos of the person, 0–1; what points away counts as 0.

    The median, because one bad photo must neither sink nor save a picture.
    """
    cosines = [float(np.dot(embedding, reference)) for reference in references]
    return float(np.clip(np.median(cosines), 0.0, 1.0))
