"""The labelled faces: which rows are used, cut to squares around the face, with the teacher's points in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.face_crop import crop_of_mesh
from headshot_desktop.engine.studio.face_pose import solve_pose
from training.split import held_out_names, is_held_out, perceptual_hash, read_rows

SQUARE = 288
"""Side of a stored square in pixels."""

SQUARE_MARGIN = 2.1
"""Side of a stored square over the face's extent: room to turn, shift and scale the network's crop of 1.5."""

NOT_PHOTOGRAPHS = frozenset(
    {
        *("a855e2777edd", "c0fd54733d1a", "6e04903f2997", "1b8b7ae7a219", "d6dc3ec3c71b", "f1bade83a2fc"),
        *("625acc44ddea", "299f2ac629c1", "c9c9be48c6cc", "4ba541a104b5", "70fb7d9e7e88", "48bb46b19abe"),
    }
)
"""Drawings, paintings and statues among the portraits, found by looking: the start of the SHA-256 of their names."""

BAD_LABELS = frozenset({"464d2b04df86", "96f48a5a865b", "c5e4f3437171", "34066e65e950"})
"""Rows whose teacher points miss the face or whose face is a halftone print, found by looking; as above."""

ANCHORS = (landmarks.RIGHT_EYE, landmarks.LEFT_EYE, (1,), (61,), (291,))
"""Points that stand for the detector's five."""


@dataclass(frozen=True, eq=False)
class Example:
    """One face in its square.

    Attributes:
        square: (SQUARE, SQUARE, 3) uint8 RGB.
        mesh: (478, 3) float32, pixels of the square.
        person: a real person's photograph.
        ita: skin tone in degrees; NaN for grey pictures.
        yaw: degrees.
        span: detail: pixels of the source per pixel of the square.
    """

    square: npt.NDArray[np.uint8]
    mesh: npt.NDArray[np.float32]
    person: bool
    ita: float
    yaw: float
    span: float


def name_digest(name: str) -> str:
    """The short form in which rows are named in this program: no file name of a portrait is written here."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def label_error(mesh: npt.NDArray[np.float32], five_points: str) -> float:
    """Largest distance between the detector's points and the teacher's, over the outer-eye-corner distance in space.

    In the plane that distance shrinks as the head turns, and good labels of turned heads would count as bad.
    """
    points = np.array([float(v) for v in five_points.split()], np.float64).reshape(5, 2)
    ours = np.array([mesh[list(group), :2].mean(0) for group in ANCHORS])
    return float(np.linalg.norm(ours - points, axis=1).max() / np.linalg.norm(mesh[33] - mesh[263]).clip(1e-6))


def _example(image: Path, mesh: npt.NDArray[np.float32], person: bool, ita: float) -> Example:
    picture = cv2.imread(str(image))
    if picture is None:
        raise FileNotFoundError(image)
    crop = crop_of_mesh(mesh, SQUARE_MARGIN)
    matrix = crop.matrix(SQUARE)
    inside = crop.cut(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8), SQUARE)
    moved = np.empty((landmarks.POINTS, 3), np.float32)
    moved[:, :2] = mesh[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    moved[:, 2] = mesh[:, 2] * (SQUARE / crop.side)
    return Example(inside, moved, person, ita, solve_pose(mesh).yaw, crop.side / SQUARE)


def _test_pictures(data: Path) -> npt.NDArray[np.bool_]:
    """Perceptual hashes of the no-face test pictures: no copy of them may be trained on."""
    paths = sorted((data / "photos" / "noface").glob("*")) if (data / "photos" / "noface").is_dir() else []
    return np.array([perceptual_hash(path) for path in paths], bool).reshape(len(paths), -1)


def _looks(example: Example) -> npt.NDArray[np.bool_]:
    """71 bits of the levelled face: the same photograph cropped in another way keeps most of them."""
    grey = cv2.cvtColor(example.square, cv2.COLOR_RGB2GRAY)
    edge = SQUARE * 3 // 16
    small = cv2.resize(grey[edge:-edge, edge:-edge], (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32)
    terms = cv2.dct(small)[:9, :8].ravel()[1:]
    return np.asarray(terms > np.median(terms), bool)


def _unlike(train: list[Example], test: list[Example]) -> list[Example]:
    """The training faces that are no other crop of a held-out photograph (at most 6 of 71 bits apart)."""
    held = np.array([_looks(example) for example in test])
    return [e for e in train if not len(held) or (held != _looks(e)).sum(1).min() > 6]


def colour_examples(data: Path) -> tuple[list[Example], list[Example]]:
    """Training and held-out faces of `portraits/`."""
    held = held_out_names(data)
    tests = _test_pictures(data)
    train: list[Example] = []
    test: list[Example] = []
    with np.load(data / "portraits" / "mesh.npz") as archive:
        meshes = {name: archive[name].astype(np.float32) for name in archive.files}
    for row in sorted(read_rows(data / "portraits" / "index.tsv"), key=lambda row: row["name"]):
        name = row["name"]
        digest = name_digest(name)
        if name not in meshes or digest in BAD_LABELS:
            continue
        image = data / "portraits" / "images" / name
        person = digest not in NOT_PHOTOGRAPHS
        if person and label_error(meshes[name], row["five_points"]) > 0.3:
            continue
        if not person and len(tests) and (tests != perceptual_hash(image)).sum(1).min() <= 10:
            continue
        example = _example(image, meshes[name], person, float(row["ita_deg"] or "nan"))
        (test if name in held else train).append(example)
    return _unlike(train, test), test


def grey_examples(data: Path) -> tuple[list[Example], list[Example]]:
    """Training and held-out faces of `portraits_grey/`."""
    train: list[Example] = []
    test: list[Example] = []
    with np.load(data / "portraits_grey" / "mesh.npz") as archive:
        for name in sorted(archive.files):
            example = _example(
                data / "portraits_grey" / "images" / name, archive[name].astype(np.float32), True, float("nan")
            )
            (test if is_held_out(name) else train).append(example)
    return train, test
