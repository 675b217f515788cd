"""Head pose and shape of the eyes and mouth, solved from a mesh."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks

Mesh = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Pose:
    """Where the head looks, in degrees.

    Attributes:
        yaw: above 0 the person turned towards the viewer's right.
        pitch: above 0 the person looks up.
        roll: above 0 the head leans clockwise as seen.
    """

    yaw: float
    pitch: float
    roll: float


def _rotation(source: npt.NDArray[np.float64], target: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Least-squares rotation (3, 3) of points (N, 3) onto others (Kabsch 1976); scale and shift are free."""
    a, b = source - source.mean(0), target - target.mean(0)
    u, _, vt = np.linalg.svd(a.T @ b)
    sign = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    return np.asarray(((u * sign) @ vt).T, np.float64)


def solve_pose(mesh: Mesh) -> Pose:
    """Pose of a mesh (478, 3) against the mean training face, on the points that expressions hardly move.

    The rotation is split into roll about the line of sight, then yaw, then pitch, so that yaw and pitch are those of
    the level head.
    """
    rigid = list(landmarks.RIGID)
    r = _rotation(landmarks.canonical().points[rigid], mesh[rigid].astype(np.float64))
    yaw = np.arcsin(np.clip(r[2, 0], -1.0, 1.0))
    pitch = -np.arctan2(r[2, 1], r[2, 2])
    roll = np.arctan2(r[1, 0], r[0, 0])
    return Pose(*(float(np.degrees(angle)) for angle in (yaw, pitch, roll)))
