"""Faces to test with: an analytic one whose truth is known, and the one photo of a person that scikit-image ships."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import skimage.data

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.faces import FaceFinder
from headshot_desktop.engine.studio.landmarks import canonical

Floats = npt.NDArray[np.float32]
EYE_SPAN = 0.09


def mesh_at(centre: tuple[float, float], eye_span: float, roll: float = 0.0) -> npt.NDArray[np.float64]:
    """The mean face (478, 3), upright or turned clockwise by `roll` degrees, in pixels."""
    points = canonical().points * eye_span
    turn = np.radians(roll)
    linear = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return np.column_stack([points[:, :2] @ linear.T + centre, points[:, 2]])


def seen_from(distance: float, focal: float, centre: tuple[float, float]) -> npt.NDArray[np.float64]:
    """The mean face photographed by a pinhole camera `distance` metres from the plane of the outer eye corners."""
    metres = canonical().points * EYE_SPAN
    nearness = focal / (distance + metres[:, 2] - metres[[33, 263], 2].mean())
    plane = metres[:, :2] * nearness[:, None] + centre
    return np.column_stack([plane, metres[:, 2] * focal / distance])


@cache
def astronaut() -> tuple[Floats, npt.NDArray[np.float64]]:
    """A real portrait, (512, 512, 3) float32 in [0, 1], and the mesh of its face."""
    photo = np.asarray(skimage.data.astronaut())
    mesh = FaceFinder(ModelStore()).find(photo)[0].mesh
    return (photo / np.float32(255)).astype(np.float32), np.asarray(mesh, np.float64)


def mirrored(picture: Floats, mesh: npt.NDArray[np.float64]) -> tuple[Floats, npt.NDArray[np.float64]]:
    """A photo and its mesh as a mirror shows them, points again named by the person's own sides."""
    points = mesh[canonical().mirror].copy()
    points[:, 0] = picture.shape[1] - 1 - points[:, 0]
    return np.ascontiguousarray(picture[:, ::-1]), points


def oval_matte(shape: tuple[int, ...], mesh: npt.NDArray[np.float64]) -> Floats:
    """A rough matte: the head's oval and everything under it."""
    v, u = np.mgrid[0 : shape[0], 0 : shape[1]]
    middle, size = mesh[:468, :2].mean(0), np.ptp(mesh[:468, :2], axis=0)
    head = ((u - middle[0]) / size[0] / 0.75) ** 2 + ((v - middle[1]) / size[1] / 0.85) ** 2 < 1
    body = (np.abs(u - middle[0]) < 1.2 * size[0]) & (v > middle[1] + 0.6 * size[1])
    return np.asarray(head | body, np.float32)
