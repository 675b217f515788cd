"""A drawn figure at a phone photo's size, for timing this machine without a photo of anybody."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.face_pose import Pose
from headshot_desktop.engine.studio.faces import Face

WIDTH, HEIGHT = 4000, 3000
"""12 megapixels, as phones take."""

_EYE_SPAN = 430.0
"""Pixels between the outer eye corners: a head-and-shoulders photo from a metre."""


def mannequin() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float32], Face]:
    """A photo (H, W, 3) uint8, its true matte (H, W) float32 in [0, 1], and the face that is drawn in it."""
    middle = np.array([WIDTH / 2, HEIGHT * 0.38])
    mesh = landmarks.canonical().points * _EYE_SPAN
    mesh[:, :2] += middle
    five = [landmarks.RIGHT_IRIS[0], landmarks.LEFT_IRIS[0], landmarks.NOSE_TIP]
    five += [landmarks.RIGHT_MOUTH_CORNER, landmarks.LEFT_MOUTH_CORNER]
    points = mesh[five, :2].astype(np.float32)
    matte = np.zeros((HEIGHT, WIDTH), np.uint8)
    x, y = int(middle[0]), int(middle[1])
    cv2.ellipse(matte, (x, y + 120), (430, 620), 0, 0, 360, 255, -1, cv2.LINE_AA)
    cv2.ellipse(matte, (x, HEIGHT + 300), (1250, 1250), 0, 0, 360, 255, -1, cv2.LINE_AA)
    photo = _backdrop()
    figure = np.broadcast_to(np.array([92, 104, 128], np.uint8), photo.shape).copy()
    cv2.ellipse(figure, (x, y + 120), (430, 620), 0, 0, 360, (196, 150, 126), -1)
    photo[matte > 127] = figure[matte > 127]
    noise = np.random.default_rng(1).integers(-4, 5, (HEIGHT, WIDTH, 1), np.int16)
    noisy = np.asarray(np.clip(photo + noise, 0, 255), np.uint8)
    low, high = mesh[:, :2].min(0), mesh[:, :2].max(0)
    box = (float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1]))
    return (
        noisy,
        np.asarray(matte / np.float32(255), np.float32),
        Face(box, 1.0, 1.0, points, mesh.astype(np.float32), Pose(0.0, 0.0, 0.0)),
    )


def _backdrop() -> npt.NDArray[np.uint8]:
    down = np.linspace(150, 90, HEIGHT)[:, None, None]
    across = np.linspace(0, 40, WIDTH)[None, :, None]
    return np.asarray(np.clip(down + across + np.array([0.0, 6.0, -8.0]), 0, 255), np.uint8)
