"""Reads a folder laid out like `shared/data/portraits`, whatever parts of it are there."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp"})


@dataclass(frozen=True)
class Portrait:
    """One row of the folder.

    Attributes:
        name: of the picture in `images/`.
        path: of the picture.
        box: the index's face box x, y, w, h in pixels, or None.
        ita: the index's skin tone in degrees, or None.
        mesh: the teacher's points (478, 3) in pixels, or None.
    """

    name: str
    path: Path
    box: tuple[float, float, float, float] | None
    ita: float | None
    mesh: npt.NDArray[np.float32] | None

    def pixels(self) -> npt.NDArray[np.uint8] | None:
        """(H, W, 3) uint8 RGB, or None where the file is missing or unreadable."""
        picture = cv2.imread(str(self.path), cv2.IMREAD_COLOR) if self.path.is_file() else None
        return None if picture is None else np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if np.isfinite(value) else None


def _box(text: str | None) -> tuple[float, float, float, float] | None:
    values = [_number(word) for word in (text or "").split()]
    if len(values) != 4 or any(value is None for value in values):
        return None
    x, y, width, height = (float(value or 0.0) for value in values)
    return x, y, width, height


def read_portraits(data: Path, names: Sequence[str] | None = None) -> list[Portrait]:
    """The rows of `index.tsv`, or all pictures of `images/` where there is no index.

    Args:
        data: the folder.
        names: the rows to take; all by default.
    """
    index = data / "index.tsv"
    rows: list[dict[str, str]]
    if index.is_file():
        with index.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
    else:
        folder = data / "images"
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        rows = [{"name": path.name} for path in found if path.suffix.lower() in SUFFIXES]
    meshes: dict[str, npt.NDArray[np.float32]] = {}
    if (data / "mesh.npz").is_file():
        with np.load(data / "mesh.npz") as archive:
            meshes = {name: archive[name].astype(np.float32) for name in archive.files}
    wanted = None if names is None else set(names)
    return [
        Portrait(
            row["name"],
            data / "images" / row["name"],
            _box(row.get("face_box")),
            _number(row.get("ita_deg")),
            meshes.get(row["name"]),
        )
        for row in rows
        if wanted is None or row["name"] in wanted
    ]


def overlap(
    first: tuple[float, float, float, float] | npt.NDArray[np.float64],
    second: tuple[float, float, float, float] | npt.NDArray[np.float64],
) -> float:
    """Intersection over union of two boxes x, y, w, h."""
    ax, ay, aw, ah = (float(value) for value in first)
    bx, by, bw, bh = (float(value) for value in second)
    width, height = min(ax + aw, bx + bw) - max(ax, bx), min(ay + ah, by + bh) - max(ay, by)
    both = max(width, 0.0) * max(height, 0.0)
    return both / max(aw * ah + bw * bh - both, 1e-9)


def mesh_box(mesh: npt.NDArray[np.float32]) -> tuple[float, float, float, float]:
    """Extent x, y, w, h of a mesh."""
    (left, top), (right, bottom) = mesh[:, :2].min(0), mesh[:, :2].max(0)
    return float(left), float(top), float(right - left), float(bottom - top)
