"""Light on a face from its mesh: spherical harmonics up to second order, fitted to the skin's brightness.

Nine harmonics of the surface normal describe over 98 % of diffuse shading (Ramamoorthi and Hanrahan, "An efficient
representation for irradiance environment maps", 2001). They are fitted to log luminance here, so that albedo is
the constant term and shading can never turn negative.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks

Floats = npt.NDArray[np.float32]
Vectors = npt.NDArray[np.float64]

NEIGHBOURS = 14
"""Mesh points that define the tangent plane at a point: enough to smooth the nose's ridge."""

RIDGE = np.array([0.0, 0.05, 0.05, 0.05, 0.6, 0.6, 0.6, 0.6, 0.6])
"""Penalties of the harmonics relative to the number of points: a face shows half of the sphere only, on which second
order is hardly determined."""

NOT_SKIN = tuple(
    sorted(
        {
            *landmarks.RIGHT_EYE,
            *landmarks.LEFT_EYE,
            *landmarks.RIGHT_BROW,
            *landmarks.LEFT_BROW,
            *landmarks.LIPS_OUTER,
            *landmarks.LIPS_INNER,
            *landmarks.NOSE_BASE,
            *landmarks.FACE_OVAL,
        }
    )
)

SEEN = 0.15
"""Least cosine between normal and line of sight at which a point's brightness is believed."""


@dataclass(frozen=True, eq=False)
class Shading:
    """Fitted shading of one face.

    Attributes:
        normals: (468, 3) unit normals of the surface points; x right, y down, z away from the camera.
        weights: (9,) harmonics of log luminance.
        across: unit vector from the person's right to their left side.
    """

    normals: Vectors
    weights: Vectors
    across: Vectors

    def level(self, normals: Vectors) -> Vectors:
        """Fitted log luminance at normals, (N, 3) → (N,)."""
        return np.asarray(harmonics(normals) @ self.weights)

    def imbalance(self) -> Vectors:
        """(468,) how much brighter, in log luminance, the same place on the other side of the face is."""
        mirrored = self.normals - 2 * np.outer(self.normals @ self.across, self.across)
        # Seen from the camera a mirrored normal may look away on a turned head; it is turned back to the rim.
        mirrored[:, 2] = np.minimum(mirrored[:, 2], -SEEN)
        mirrored /= np.linalg.norm(mirrored, axis=1, keepdims=True)
        return self.level(mirrored) - self.level(self.normals)

    @property
    def side(self) -> float:
        """Where the light comes from as the viewer sees it: -1 left to 1 right; 0.5 is about one stop between sides."""
        rim = np.array([[0.7071, 0.0, -0.7071], [-0.7071, 0.0, -0.7071]])
        right, left = self.level(rim)
        return float(np.tanh((right - left) / (2 * np.log(2)) * 1.1))


def fitted(luminance: Floats, mesh: npt.NDArray[np.floating], normals: Vectors | None = None) -> Shading:
    """Fit the shading of a face.

    Args:
        luminance: (H, W) float32 linear luminance, low resolution and blurred to about 1/25 of the face.
        mesh: (478, 3) points in its pixels.
        normals: of an earlier fit to the same mesh.
    """
    points = np.asarray(mesh, np.float64)[: landmarks.SURFACE]
    normals = surface_normals(points) if normals is None else normals
    place = points[:, :2].astype(np.float32)
    seen = cv2.remap(luminance, place[:, :1], place[:, 1:], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    value = np.log(np.maximum(np.asarray(seen, np.float64).reshape(-1), 1e-3))
    trust = (normals[:, 2] < -SEEN).astype(np.float64)
    trust[list(NOT_SKIN)] = 0.0
    high, wide = luminance.shape
    trust[((place < 0) | (place > (wide - 1, high - 1))).any(1)] = 0.0
    across = points[454] - points[234]
    across = across / max(float(np.linalg.norm(across)), 1e-6)
    return Shading(normals, _robust_fit(harmonics(normals), value, trust), across)


def _robust_fit(basis: Vectors, value: Vectors, trust: Vectors) -> Vectors:
    """Ridge regression, reweighted three times (Huber at 0.3) against beard, hair, glasses and cast shadows."""
    weight: Vectors = trust
    found: Vectors = np.zeros(basis.shape[1])
    for _ in range(4):
        penalty = np.diag(RIDGE) * max(float(weight.sum()), 1.0) * 0.05
        normal = basis.T @ (basis * weight[:, None]) + penalty + np.eye(9) * 1e-9
        found = np.asarray(np.linalg.solve(normal, basis.T @ (weight * value)), np.float64)
        rest = np.abs(value - basis @ found)
        weight = np.asarray(trust * np.minimum(1.0, 0.3 / np.maximum(rest, 1e-6)), np.float64)
    return found


def harmonics(normals: Vectors) -> Vectors:
    """The nine real harmonics, up to their constant factors, at unit normals: (N, 3) → (N, 9)."""
    x, y, z = normals.T
    return np.stack([np.ones_like(x), x, y, z, x * y, x * z, y * z, x * x - y * y, 3 * z * z - 1], 1)


def surface_normals(points: Vectors) -> Vectors:
    """Unit normals towards the camera, (N, 3) → (N, 3): smallest principal axis of each point's neighbours."""
    square = (points**2).sum(1)
    distance = square[:, None] + square[None] - 2 * points @ points.T
    near = np.argpartition(distance, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
    patch = points[near] - points[near].mean(1, keepdims=True)
    _, vectors = np.linalg.eigh(np.einsum("nki,nkj->nij", patch, patch))
    normals = vectors[:, :, 0]
    # Outward is away from a point inside the head: behind the middle of the face by a face's depth.
    inside = points.mean(0) + np.array([0.0, 0.0, np.ptp(points[:, 2])])
    outward = ((points - inside) * normals).sum(1)
    return np.asarray(normals * np.where(outward < 0, -1.0, 1.0)[:, None])
