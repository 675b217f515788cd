"""The pool of stored squares and the batches drawn from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.utils.data import Dataset

from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.face_crop import crop_of_mesh
from headshot_desktop.engine.studio.face_pose import solve_pose
from training.mesh_augment import deepened, jittered, scene_crop, training_crop
from training.mesh_labels import colour_examples, grey_examples
from training.mesh_negatives import not_a_photograph
from training.mesh_warp import eyes_closed, turned

BATCH = 32
FACES, FAKES = 23, 6
"""Photographs of people and pictures of faces that are none, of the 32; the rest are scenes."""

GREY_SHARE = 0.3
"""Of the photographs, from the grey set, which knows no skin tone."""

TONE_EDGES = (10.0, 28.0, 41.0, 55.0)
"""Limits of the skin-tone groups, individual typology angle in degrees."""

BASIS = 128
"""Components of the shape basis."""

Bytes = npt.NDArray[np.uint8]
Posed = tuple[Bytes, npt.NDArray[np.float32]]


@dataclass(frozen=True)
class Draw:
    """How the faces of a batch are drawn.

    Attributes:
        levelling: power by which skin-tone groups are levelled; 1 draws all groups alike.
        real_turned: share of the drawn faces that were photographed turned by `TURNED` degrees or more.
        turned: chance that a face is turned further through its mesh.
        furthest: degrees of yaw up to which it is.
        deepened: chance that the picture of a lighter skin is darkened.
        shadowed: chance of a hard shadow, of hair over one side, and of strongly coloured light, each.
    """

    levelling: float
    real_turned: float
    turned: float
    furthest: float
    deepened: float = 0.0
    shadowed: float = 0.0


USUAL = Draw(levelling=0.5, real_turned=0.10, turned=0.5, furthest=50.0)
RARE = Draw(levelling=0.75, real_turned=0.18, turned=0.5, furthest=60.0)
RARER = Draw(levelling=1.0, real_turned=0.20, turned=0.6, furthest=65.0, deepened=0.25)
HARD = Draw(levelling=1.0, real_turned=0.22, turned=0.6, furthest=65.0, deepened=0.25, shadowed=0.15)
DRAWS = (USUAL, RARE, RARER, HARD)
"""Of the first steps and of each later stage: the rarer and the harder, the later."""

DARKER = 2
"""Skin-tone groups from this one on, and grey pictures, may be darkened."""

TURNED = 25.0
BLINKING = 0.15
"""Share of the faces whose eyes are closed through the mesh."""


@dataclass(frozen=True, eq=False)
class Pool:
    """Everything that batches are drawn from.

    Attributes:
        squares: (N, S, S, 3) uint8; people first.
        meshes: (N, 478, 3) float32 in pixels of the squares.
        yaw: (N,) degrees.
        tone: (P,) skin-tone group of each of the first P, the people; -1 for grey pictures.
        scenes: pictures without people.
    """

    squares: Bytes
    meshes: npt.NDArray[np.float32]
    yaw: npt.NDArray[np.float64]
    tone: npt.NDArray[np.int64]
    scenes: list[Bytes]

    def chance(self, draw: Draw) -> npt.NDArray[np.float64]:
        """(P,) how often each person is drawn; sums to 1."""
        weight = np.ones(self.people)
        for group in range(len(TONE_EDGES) + 1):
            members = self.tone == group
            weight[members] = float(max(1, members.sum())) ** -draw.levelling
        grey = self.tone < 0
        turned = (np.abs(self.yaw[: self.people]) >= TURNED) & ~grey
        shares = (grey, GREY_SHARE), (turned, draw.real_turned), (~grey & ~turned, 1 - GREY_SHARE - draw.real_turned)
        for members, share in shares:
            weight[members] *= share / max(float(weight[members].sum()), 1e-9)
        return np.asarray(weight / weight.sum(), np.float64)

    @property
    def people(self) -> int:
        """How many squares show people."""
        return len(self.tone)


def posed(square: Bytes, mesh: npt.NDArray[np.float32], yaw: float, draw: Draw, rng: np.random.Generator) -> Posed:
    """The face as it is, or turned further, or with closed eyes; `yaw` in degrees is how it looks now."""
    if rng.random() < draw.turned:
        side = float(np.sign(yaw)) if abs(yaw) >= 12 else float(rng.choice((-1.0, 1.0)))
        goal = abs(yaw) + rng.uniform(-18, 15) if abs(yaw) >= TURNED else rng.uniform(8, draw.furthest)
        further = float(np.clip(goal - abs(yaw), -18, 50))
        square, mesh = turned(square, mesh, side * further, float(rng.normal(0, 9)))
        yaw = side * (abs(yaw) + further)
    if rng.random() < BLINKING and abs(yaw) < 35:
        square, mesh = eyes_closed(square, mesh, float(rng.choice((1.0, 1.0, rng.uniform(0.4, 1.0)))))
    return square, mesh


def _scenes(data: Path) -> list[Bytes]:
    found = []
    for path in sorted((data / "backgrounds").rglob("*")):
        picture = cv2.imread(str(path)) if path.suffix.lower() in {".jpg", ".jpeg", ".png"} else None
        if picture is not None:
            scale = 640 / max(picture.shape[:2])
            small = (
                cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
            )
            found.append(np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2RGB), np.uint8))
    return found


def build_pool(data: Path, work: Path, seed: int) -> Pool:
    """Reads or makes the pool; it is kept in `work`, which holds nothing else that needs keeping."""
    store = work / "pool.npz"
    if not store.is_file():
        rng = np.random.default_rng([seed, 1])
        colour, grey = colour_examples(data)[0], grey_examples(data)[0]
        people = [e for e in colour if e.person] + grey
        tone = np.digitize([e.ita for e in people], TONE_EDGES)
        tone[len(people) - len(grey) :] = -1
        fakes = [(e.square, e.mesh) for e in colour if not e.person for _ in range(3)]
        for index in rng.choice(len(people), 2400):
            square, mesh = posed(people[index].square, people[index].mesh, people[index].yaw, USUAL, rng)
            fakes.append((not_a_photograph(square, mesh, rng), mesh))
        meshes = np.stack([e.mesh for e in people] + [mesh for _, mesh in fakes])
        np.savez(
            store,
            squares=np.stack([e.square for e in people] + [square for square, _ in fakes]),
            meshes=meshes,
            yaw=np.array([solve_pose(mesh).yaw for mesh in meshes]),
            tone=tone,
        )
    with np.load(store) as saved:
        return Pool(saved["squares"], saved["meshes"], saved["yaw"], saved["tone"], _scenes(data))


def shape_basis(pool: Pool, seed: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Mean shape (478, 3) and basis (BASIS, 478, 3) of meshes as jittered crops show them, in crop sides."""
    rng = np.random.default_rng([seed, 2])
    shapes = np.empty((4096, landmarks.POINTS * 3))
    for row, index in enumerate(rng.choice(pool.people, len(shapes), p=pool.chance(USUAL))):
        mesh = posed(pool.squares[index][:8, :8], pool.meshes[index], float(pool.yaw[index]), USUAL, rng)[1]
        crop = jittered(crop_of_mesh(mesh), rng)
        matrix = crop.matrix(1)
        flat = mesh[:, :2] @ matrix[:, :2].T + matrix[:, 2] + 0.5
        shapes[row] = np.column_stack([flat, mesh[:, 2] / crop.side]).ravel()
    mean = shapes.mean(0)
    _, spread, directions = np.linalg.svd(shapes - mean, full_matrices=False)
    basis = directions[:BASIS] * (spread[:BASIS, None] / np.sqrt(len(shapes)))
    return mean.reshape(-1, 3).astype(np.float32), basis.reshape(BASIS, -1, 3).astype(np.float32)


class FaceBatches(Dataset[tuple[Tensor, Tensor, Tensor, Tensor]]):
    """Batches by step: crops (32, 3, S, S), meshes in crop sides, whether there is a mesh, and 1 for a person."""

    def __init__(
        self, pool: Pool, seed: int, steps: range, size: Callable[[int], int], stages: tuple[int, ...]
    ) -> None:
        self.pool, self.seed, self.steps, self.size, self.stages = pool, seed, steps, size, stages
        self.draws = [(draw, pool.chance(draw)) for draw in DRAWS]

    def __len__(self) -> int:
        return len(self.steps)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        step = self.steps[index]
        cv2.setNumThreads(1)
        rng = np.random.default_rng([self.seed, 3, step])
        size = self.size(step)
        pool = self.pool
        draw, chance = self.draws[sum(step >= stage for stage in self.stages)]
        faces = rng.choice(pool.people, FACES, p=chance)
        fakes = rng.integers(pool.people, len(pool.squares), FAKES)
        crops, meshes = [], []
        for number in [*faces, *fakes]:
            square, mesh = pool.squares[number], pool.meshes[number]
            if number < pool.people:
                square, mesh = posed(square, mesh, float(pool.yaw[number]), draw, rng)
                if not 0 <= pool.tone[number] < DARKER and rng.random() < draw.deepened:
                    square = deepened(square, mesh, rng)
            crop, mesh = training_crop(square, mesh, size, rng, draw.shadowed if number < pool.people else 0.0)
            crops.append(crop)
            meshes.append(mesh)
        while len(crops) < BATCH:
            crops.append(self._scene(size, rng))
            meshes.append(np.zeros_like(meshes[0]))
        kinds = torch.arange(BATCH)
        pictures = torch.from_numpy(np.stack(crops).transpose(0, 3, 1, 2).copy())
        return pictures, torch.from_numpy(np.stack(meshes)), kinds < FACES + FAKES, (kinds < FACES).float()

    def _scene(self, size: int, rng: np.random.Generator) -> npt.NDArray[np.float32]:
        """A piece of a scene, or a corner of a portrait far from the face."""
        pool = self.pool
        if rng.random() < 0.7 and pool.scenes:
            return scene_crop(pool.scenes[int(rng.integers(len(pool.scenes)))], size, rng)
        number = int(rng.integers(pool.people))
        square = pool.squares[number]
        top = int(np.clip(pool.meshes[number][:, 1].max() + 4, 0, square.shape[0] - 32))
        return scene_crop(square[top:], size, rng)
