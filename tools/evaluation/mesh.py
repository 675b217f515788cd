"""How close the shipped face mesh comes to the teacher's points.

The whole way of the product is measured: the detector's box, the crop, both looks of the network. Errors are mean
distances over the 478 points, over the distance between the teacher's outer eye corners: in the picture's plane (`nme`)
or in space (`nme_3d`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.matte import tone_of
from evaluation.portraits import Portrait, mesh_box, overlap, read_portraits
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.face_pose import solve_pose
from headshot_desktop.engine.studio.faces import Detection, Face, FaceFinder
from headshot_desktop.engine.studio.landmarks import LEFT_EYE, LEFT_IRIS, LIPS_OUTER, RIGHT_EYE, RIGHT_IRIS

Mesh = npt.NDArray[np.float32]

TURNED = 30.0
"""Degrees of yaw beyond which an error is counted as a turned head's."""

ANCHORS = (RIGHT_EYE, LEFT_EYE, (1,), (61,), (291,))
"""The teacher's points that stand for the detector's five where it found no face."""


def errors(made: Mesh, teacher: Mesh) -> tuple[float, float]:
    """Mean point error over the outer-eye-corner distance, in the plane and in space."""
    plane, space = made[:, :2] - teacher[:, :2], made - teacher
    flat = np.linalg.norm(plane, axis=1).mean() / np.linalg.norm(teacher[33, :2] - teacher[263, :2])
    deep = np.linalg.norm(space, axis=1).mean() / np.linalg.norm(teacher[33] - teacher[263])
    return float(flat), float(deep)


def _face(finder: FaceFinder, portrait: Portrait, photo: npt.NDArray[np.uint8]) -> Face:
    """Our measurement of the labelled face; from the label's own box where the detector found none."""
    assert portrait.mesh is not None
    label = portrait.box or mesh_box(portrait.mesh)
    hits = [hit for hit in finder.detect(photo) if overlap(hit.box, label) >= 0.3]
    if hits:
        return finder.measure(photo, max(hits, key=lambda hit: overlap(hit.box, label)))
    points = np.array([portrait.mesh[list(group), :2].mean(0) for group in ANCHORS], np.float32)
    return finder.measure(photo, Detection(label, 0.0, points))


def _mean(values: list[float]) -> float | None:
    return round(float(np.mean(values)), 5) if values else None


def evaluate(data: Path, names: Sequence[str] | None = None) -> dict[str, Any]:
    """Measures the shipped mesh on a folder.

    Args:
        data: folder with `images/`, `mesh.npz` and, where it is, `index.tsv`.
        names: the rows to take; all by default. Rows without a picture or without teacher points are left out.

    Returns:
        `nme`, `nme_3d`, `nme_frontal` and `nme_turned` (teacher's yaw under and from 30°), `nme_by_group` by skin tone,
        `nme_eyes`, `nme_lips`, `nme_iris`, `yaw_error`, `pitch_error`, `roll_error` in degrees (medians), `count`.
    """
    finder = FaceFinder(ModelStore())
    flat: list[float] = []
    deep: list[float] = []
    yaws: list[bool] = []
    tones: dict[str, list[float]] = {}
    parts: dict[str, list[float]] = {"eyes": [], "lips": [], "iris": []}
    poses: list[list[float]] = []
    for portrait in read_portraits(data, names):
        photo = portrait.pixels() if portrait.mesh is not None else None
        if photo is None or portrait.mesh is None:
            continue
        face, teacher = _face(finder, portrait, photo), portrait.mesh
        plane, space = errors(face.mesh, teacher)
        flat.append(plane)
        deep.append(space)
        wanted = solve_pose(teacher)
        yaws.append(abs(wanted.yaw) >= TURNED)
        if portrait.ita is not None:
            tones.setdefault(tone_of(portrait.ita), []).append(plane)
        distance = np.linalg.norm(face.mesh[:, :2] - teacher[:, :2], axis=1)
        scale = float(np.linalg.norm(teacher[33, :2] - teacher[263, :2]))
        for name, group in (
            ("eyes", RIGHT_EYE + LEFT_EYE),
            ("lips", LIPS_OUTER),
            ("iris", RIGHT_IRIS[:1] + LEFT_IRIS[:1]),
        ):
            parts[name].append(float(distance[list(group)].mean()) / scale)
        poses.append([abs(getattr(face.pose, name) - getattr(wanted, name)) for name in ("yaw", "pitch", "roll")])
    if not flat:
        return {"count": 0}
    pose = np.median(np.array(poses), axis=0)
    return {
        "nme": _mean(flat),
        "nme_3d": _mean(deep),
        "nme_median": round(float(np.median(flat)), 5),
        "nme_frontal": _mean([value for value, turned in zip(flat, yaws, strict=True) if not turned]),
        "nme_turned": _mean([value for value, turned in zip(flat, yaws, strict=True) if turned]),
        "nme_by_group": {name: _mean(values) for name, values in sorted(tones.items())},
        "count_by_group": {name: len(values) for name, values in sorted(tones.items())},
        **{f"nme_{name}": _mean(values) for name, values in parts.items()},
        **{f"{name}_error": round(float(value), 2) for name, value in zip(("yaw", "pitch", "roll"), pose, strict=True)},
        "count": len(flat),
        "count_turned": int(np.sum(yaws)),
    }
