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
from training.mesh_augment import jittered, scene_crop, training_crop
from training.mesh_labels import Example, colour_examples, grey_examples
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


RARITY = 1.6
"""Power of the chances in the last steps: what was drawn twice as often is drawn three times as often."""


@dataclass(frozen=True, eq=False)
class Pool:
    """Everything that batches are drawn from.

    Attributes:
        squares: (N, S, S, 3) uint8; people first.
        meshes: (N, 478, 3) float32 in pixels of the squares.
        chance: (P,) how often each of the first P, the people, is drawn; sums to 1.
        scenes: pictures without people.
    """

    squares: Bytes
    meshes: npt.NDArray[np.float32]
    chance: npt.NDArray[np.float64]
    scenes: list[Bytes]

    @property
    def rare(self) -> npt.NDArray[np.float64]:
        """`chance` with rare skin tones and turned heads drawn still more often, for the last steps."""
        raised = self.chance**RARITY
        return np.asarray(raised / raised.sum(), np.float64)

    @property
    def people(self) -> int:
        """How many squares show people."""
        return len(self.chance)


def _variants(example: Example, rng: np.random.Generator, count: int) -> list[Example]:
    """The photograph, and turned and blinking versions of it."""
    found = [example]
    for _ in range(count):
        side = rng.choice((-1.0, 1.0)) if abs(example.yaw) < 12 else np.sign(example.yaw)
        yaw, pitch = float(side * rng.uniform(8, 36)), float(rng.normal(0, 9))
        square, mesh = turned(example.square, example.mesh, yaw, pitch)
        found.append(Example(square, mesh, True, example.ita, example.yaw + yaw, example.span))
    source = found[int(rng.integers(len(found)))]
    if rng.random() < 0.45 and abs(source.yaw) < 30:
        square, mesh = eyes_closed(source.square, source.mesh, float(rng.choice((1.0, 1.0, rng.uniform(0.4, 1.0)))))
        found.append(Example(square, mesh, True, source.ita, source.yaw, source.span))
    return found


def _balance(examples: list[Example], grey: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """How often each is drawn: skin-tone groups levelled by the square root of their size, large yaw more often."""
    tone = np.digitize([example.ita for example in examples], TONE_EDGES)
    weight = np.ones(len(examples))
    for group in range(len(TONE_EDGES) + 1):
        members = (tone == group) & ~grey
        weight[members] = 1 / np.sqrt(max(1, members.sum()))
    weight *= 1 + 1.5 * (np.abs([example.yaw for example in examples]) > 25)
    weight[grey] *= GREY_SHARE / weight[grey].sum()
    weight[~grey] *= (1 - GREY_SHARE) / weight[~grey].sum()
    return np.asarray(weight / weight.sum(), np.float64)


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
        people: list[Example] = []
        is_grey: list[bool] = []
        for example in [e for e in colour if e.person]:
            people += _variants(example, rng, 2)
            is_grey += [False] * (len(people) - len(is_grey))
        for example in grey:
            people += _variants(example, rng, 1)
            is_grey += [True] * (len(people) - len(is_grey))
        chance = _balance(people, np.array(is_grey))
        fakes = [(e.square, e.mesh) for e in colour if not e.person for _ in range(3)]
        for index in rng.choice(len(people), 2400, p=chance):
            fakes.append((not_a_photograph(people[index].square, people[index].mesh, rng), people[index].mesh))
        np.savez(
            store,
            squares=np.stack([e.square for e in people] + [square for square, _ in fakes]),
            meshes=np.stack([e.mesh for e in people] + [mesh for _, mesh in fakes]),
            chance=chance,
        )
    with np.load(store) as saved:
        return Pool(saved["squares"], saved["meshes"], saved["chance"], _scenes(data))


def shape_basis(pool: Pool, seed: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Mean shape (478, 3) and basis (BASIS, 478, 3) of meshes as jittered crops show them, in crop sides."""
    rng = np.random.default_rng([seed, 2])
    shapes = np.empty((4096, landmarks.POINTS * 3))
    for row, index in enumerate(rng.choice(pool.people, len(shapes), p=pool.chance)):
        mesh = pool.meshes[index]
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

    def __init__(self, pool: Pool, seed: int, steps: range, size: Callable[[int], int], rare_from: int) -> None:
        self.pool, self.seed, self.steps, self.size = pool, seed, steps, size
        self.rare, self.rare_from = pool.rare, rare_from

    def __len__(self) -> int:
        return len(self.steps)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        step = self.steps[index]
        cv2.setNumThreads(1)
        rng = np.random.default_rng([self.seed, 3, step])
        size = self.size(step)
        pool = self.pool
        faces = rng.choice(pool.people, FACES, p=pool.chance if step < self.rare_from else self.rare)
        fakes = rng.integers(pool.people, len(pool.squares), FAKES)
        crops, meshes = [], []
        for number in [*faces, *fakes]:
            crop, mesh = training_crop(pool.squares[number], pool.meshes[number], size, rng)
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
