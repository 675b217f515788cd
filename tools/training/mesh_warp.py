"""Turned heads and closed eyes, made from a portrait by moving its mesh and drawing the picture after it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from scipy.spatial import Delaunay

from headshot_desktop.engine.studio import landmarks

Square = npt.NDArray[np.uint8]
Mesh = npt.NDArray[np.float32]


def _ring(mesh: Mesh, size: int) -> npt.NDArray[np.float64]:
    """Points around the head that follow it, and the square's border, which stays."""
    oval = mesh[list(landmarks.FACE_OVAL)].astype(np.float64)
    middle = oval.mean(0)
    near = middle + (oval - middle) * [1.22, 1.22, 1.0]
    near[:, 2] = oval[:, 2] + 0.35 * np.ptp(mesh[:, 0])
    edge = np.linspace(0, size - 1, 9)
    far = np.concatenate(
        [
            np.stack([edge, np.zeros(9)], 1),
            np.stack([edge, np.full(9, size - 1)], 1),
            np.stack([np.zeros(7), edge[1:-1]], 1),
            np.stack([np.full(7, size - 1), edge[1:-1]], 1),
        ]
    )
    return np.concatenate([near, np.column_stack([far, np.full(len(far), np.ptp(mesh[:, 0]))])])


def drawn(
    square: Square, source: npt.NDArray[np.float64], target: npt.NDArray[np.float64], triangles: npt.NDArray[np.int64]
) -> Square:
    """The picture with its triangles moved from `source` to `target` points (N, 3), near ones over far ones."""
    size = square.shape[0]
    depth = target[triangles, 2].mean(1)
    index = np.full((size, size), -1, np.int32)
    for number in np.argsort(-depth, kind="stable"):
        corners = np.round(target[triangles[number], :2] * 16).astype(np.int32)
        cv2.fillConvexPoly(index, corners, int(number), cv2.LINE_8, 4)
    ones = np.ones((len(triangles), 3, 1))
    to = np.concatenate([target[triangles][:, :, :2], ones], 2)
    thin = np.abs(np.linalg.det(to)) < 1e-3
    to[thin] = np.eye(3)
    maps = np.linalg.solve(to, source[triangles][:, :, :2])
    ys, xs = np.mgrid[0:size, 0:size]
    where = maps[index.clip(0)]
    at = np.einsum("hwi,hwij->hwj", np.stack([xs, ys, np.ones_like(xs)], 2).astype(np.float64), where)
    at[index < 0] = np.stack([xs, ys], 2)[index < 0]
    across, down = at[..., 0].astype(np.float32), at[..., 1].astype(np.float32)
    return np.asarray(cv2.remap(square, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def _skin_triangles(points: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """The face's own triangles and those that join it to the ring and the border."""
    inner = landmarks.canonical().triangles
    oval = list(landmarks.FACE_OVAL)
    outside = [*oval, *range(landmarks.SURFACE, len(points))]
    flat = points[outside, :2]
    contour = points[oval, :2].astype(np.float32)
    extra = []
    for triangle in Delaunay(flat).simplices:
        centre = flat[triangle].mean(0)
        if cv2.pointPolygonTest(contour, (float(centre[0]), float(centre[1])), False) < 0:
            extra.append([outside[corner] for corner in triangle])
    return np.concatenate([inner, np.asarray(extra, np.int64)])


def _turn(yaw: float, pitch: float) -> npt.NDArray[np.float64]:
    a, b = np.radians(-yaw), np.radians(-pitch)
    about_y = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    return np.asarray(about_y @ about_x, np.float64)


def turned(square: Square, mesh: Mesh, yaw: float, pitch: float) -> tuple[Square, Mesh]:
    """The head turned by further degrees of yaw and pitch (signs as in `Pose`), picture and mesh."""
    size = square.shape[0]
    ring = _ring(mesh, size)
    near = len(landmarks.FACE_OVAL)
    points = np.concatenate([mesh[: landmarks.SURFACE].astype(np.float64), ring])
    moving = np.concatenate([mesh.astype(np.float64), ring[:near]])
    middle = mesh[list(landmarks.FACE_OVAL)].astype(np.float64).mean(0) + np.array([0, 0, 0.2 * np.ptp(mesh[:, 0])])
    moved = (moving - middle) @ _turn(yaw, pitch).T + middle
    mesh_after = moved[: landmarks.POINTS]
    shift = np.append(mesh[:, :2].mean(0) - mesh_after[:, :2].mean(0), 0.0)
    moved += shift
    target = np.concatenate([moved[: landmarks.SURFACE], moved[landmarks.POINTS :], ring[near:]])
    picture = drawn(square, points, target, _skin_triangles(points))
    return picture, moved[: landmarks.POINTS].astype(np.float32)


def eyes_closed(square: Square, mesh: Mesh, share: float) -> tuple[Square, Mesh]:
    """The upper lids lowered by `share` (0–1) of the opening; the skin above stretches down with them."""
    after = mesh.copy()
    for eye, iris in ((landmarks.RIGHT_EYE, landmarks.RIGHT_IRIS), (landmarks.LEFT_EYE, landmarks.LEFT_IRIS)):
        upper, lower = list(eye[1:8]), list(eye[:8:-1])
        goal = mesh[lower] * 0.92 + mesh[upper] * 0.08
        after[upper] = mesh[upper] + share * (goal - mesh[upper])
        closed = mesh[[*upper, *lower]].mean(0) * 0.5 + mesh[lower].mean(0) * 0.5
        after[list(iris)] += share * (closed - mesh[list(iris)]) * [0.2, 0.7, 0.2]
    ring = _ring(mesh, square.shape[0])
    points = np.concatenate([mesh[: landmarks.SURFACE].astype(np.float64), ring])
    target = points.copy()
    target[: landmarks.SURFACE] = after[: landmarks.SURFACE]
    target[:, 2] = points[:, 2]
    # The closing gap lies behind the lids, so that skin is drawn over it.
    opening = [*landmarks.RIGHT_EYE[8:], *landmarks.LEFT_EYE[8:]]
    target[opening, 2] += 1.0
    return drawn(square, points, target, _skin_triangles(points)), after
