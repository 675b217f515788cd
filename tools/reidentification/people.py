"""The photos of a folder laid out like `shared/data/portraits`, each with the mesh of its main face."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks

Picture = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]

CROP = 96
"""Side of the attacker's picture of a face, pixels."""


@dataclass(frozen=True, eq=False)
class Person:
    """One person, seen in one photo.

    Attributes:
        name: of the file.
        photo: (H, W, 3) uint8 RGB.
        mesh: (478, 3) float32, pixels of the photo.
        matte: (H, W) float32 in [0, 1]; None where the folder has none.
    """

    name: str
    photo: Picture
    mesh: Floats
    matte: Floats | None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x, y, width, height of the mesh."""
        low, high = self.mesh[:, :2].min(0), self.mesh[:, :2].max(0)
        return float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])

    def crop(self, side: int = CROP) -> Picture:
        """The level face with some hair and neck, the eyes always at the same place: what an attacker has of them."""
        right = self.mesh[list(landmarks.RIGHT_EYE), :2].mean(0)
        left = self.mesh[list(landmarks.LEFT_EYE), :2].mean(0)
        across = left - right
        length = max(float(np.linalg.norm(across)), 1.0)
        cosine, sine = across / length * (0.34 * side / length)
        turn = np.array([[cosine, sine], [-sine, cosine]])
        shift = np.array([0.5 * side, 0.42 * side]) - turn @ ((right + left) / 2)
        method = cv2.INTER_AREA if cosine < 1 else cv2.INTER_LINEAR
        flat = np.hstack([turn, shift[:, None]])
        return np.asarray(cv2.warpAffine(self.photo, flat, (side, side), flags=method, borderMode=cv2.BORDER_REFLECT))


def read_people(folder: Path, most: int = 0) -> Iterator[Person]:
    """The people of a folder with `images/`, `mesh.npz` and, if it is there, `alpha/`; `most` of them, 0 for all."""
    meshes = np.load(folder / "mesh.npz")
    for count, name in enumerate(sorted(meshes.files)):
        if most and count >= most:
            return
        photo = cv2.imread(str(folder / "images" / name))
        if photo is None:
            continue
        mask = folder / "alpha" / f"{Path(name).stem}.png"
        matte = cv2.imread(str(mask), cv2.IMREAD_GRAYSCALE) if mask.exists() else None
        if matte is not None and matte.shape != photo.shape[:2]:
            matte = cv2.resize(matte, photo.shape[1::-1])
        alpha = None if matte is None else np.asarray(matte, np.float32) / np.float32(255)
        yield Person(name, np.ascontiguousarray(photo[..., ::-1]), np.asarray(meshes[name], np.float32), alpha)
