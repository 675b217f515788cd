"""Computes the mean face that head pose is measured against.

    python tools/training/canonical.py --data ../shared/data --out resources/face/canonical.json

The mean is the median of all training meshes after repeated similarity alignment, made exactly symmetric with a mirror
permutation that is found by optimal assignment between the mean and its reflection. Triangles are a Delaunay
triangulation of the mean unrolled on a cylinder, cut to the face oval.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment
from scipy.spatial import Delaunay

from headshot_desktop.engine.studio.landmarks import CHIN, FACE_OVAL, FOREHEAD_TOP, SURFACE

Mesh = npt.NDArray[np.float64]
RIGHT_CORNER, LEFT_CORNER = 33, 263


def aligned(points: Mesh, target: Mesh) -> Mesh:
    """`points` moved onto `target` by the least-squares similarity (Umeyama 1991)."""
    a, b = points - points.mean(0), target - target.mean(0)
    u, s, vt = np.linalg.svd(a.T @ b)
    sign = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    moved: Mesh = (s * sign).sum() / (a**2).sum() * a @ (u * sign) @ vt + target.mean(0)
    return moved


def mean_shape(meshes: list[Mesh]) -> Mesh:
    """Median of the meshes after repeated alignment, in the frame of the eyes and the vertical."""
    mean = meshes[0]
    for _ in range(6):
        mean = np.median([aligned(mesh, mean) for mesh in meshes], axis=0)
    x = mean[LEFT_CORNER] - mean[RIGHT_CORNER]
    x /= np.linalg.norm(x)
    y = mean[CHIN] - mean[FOREHEAD_TOP]
    y -= x * (x @ y)
    y /= np.linalg.norm(y)
    upright: Mesh = (mean - mean.mean(0)) @ np.stack([x, y, np.cross(x, y)], axis=1)
    return upright


def mirror_permutation(mean: Mesh) -> npt.NDArray[np.int64]:
    """For each point its partner on the other side; raises ValueError where pairs are not mutual."""
    reflected = mean * [-1, 1, 1]
    partner = np.arange(len(mean))
    for _ in range(4):
        cost = ((reflected[:, None] - mean[None]) ** 2).sum(-1)
        partner = linear_sum_assignment(cost)[1]
        reflected = aligned(reflected, mean[partner])
    if not np.array_equal(partner[partner], np.arange(len(mean))):
        raise ValueError("The mirror permutation is not its own inverse.")
    return np.asarray(partner, np.int64)


def symmetric(mean: Mesh, partner: npt.NDArray[np.int64]) -> Mesh:
    """The mean with both halves averaged; outer eye corners at (±0.5, 0, 0)."""
    reflected = mean[partner] * [-1, 1, 1]
    both = (mean + reflected + (mean - reflected).mean(0)) / 2
    both -= (both[RIGHT_CORNER] + both[LEFT_CORNER]) / 2
    return np.asarray(both / np.linalg.norm(both[LEFT_CORNER] - both[RIGHT_CORNER]), np.float64)


def surface_triangles(points: Mesh) -> npt.NDArray[np.int64]:
    """Delaunay triangles of the unrolled surface inside the face oval, clockwise in the frontal view."""
    surface = points[:SURFACE]
    depth = surface[:, 2].max() + 0.35
    flat = np.stack([np.arctan2(surface[:, 0], depth - surface[:, 2]), surface[:, 1]], axis=1)
    oval = flat[list(FACE_OVAL)].astype(np.float32)
    triangles = []
    for triangle in Delaunay(flat).simplices:
        centre = flat[triangle].mean(0)
        if cv2.pointPolygonTest(oval, (float(centre[0]), float(centre[1])), False) < 0:
            continue
        a, b, c = flat[triangle]
        clockwise = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
        triangles.append(triangle if clockwise else triangle[::-1])
    return np.asarray(triangles, np.int64)


def main() -> None:
    """Reads the meshes, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    meshes: list[Mesh] = []
    for folder in ("portraits", "portraits_grey"):
        with np.load(arguments.data / folder / "mesh.npz") as archive:
            meshes += [archive[name].astype(np.float64) for name in sorted(archive.files)]
    mean = mean_shape(meshes)
    partner = mirror_permutation(mean)
    points = symmetric(mean, partner)
    content = {
        "points": points.round(5).tolist(),
        "mirror": partner.tolist(),
        "triangles": surface_triangles(points).tolist(),
    }
    arguments.out.write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
