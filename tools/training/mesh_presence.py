"""The presence head, fitted once more on the finished network's features, with tints drawn alike for both sides.

While the points are learned, presence only comes along. Afterwards the features stay as they are, and the small head
on top is fitted to photographs of people against paintings, statues, puppets, drawings and scenes. Tint, haze, dark
corners and low contrast are given to real photographs as often as to false ones, so that they say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F  # noqa: N812 - the name the whole field uses
from torch import Tensor, nn

from training.mesh_augment import framed, mirrored, occluded, photographed, relit, scene_crop
from training.mesh_negatives import painted
from training.mesh_network import MeshNetwork
from training.mesh_painting import grounded, head_mask
from training.mesh_pool import USUAL, Pool, posed

SAMPLES = 6400
"""Crops that features are taken of: half are people, the rest false in the shares below."""

PAINTED, FALSE = 0.26, 0.18
"""Shares of the samples that are freshly painted portraits and false faces of the pool; what is left is scenes."""

RETOUCHED, GROUNDED = 0.15, 0.2
"""Shares of the faces, real ones and false ones, with smoothed skin, and before a painter's or a studio's ground."""

CLEAN = 0.6
"""Share of the faces that are only framed: brush work and pores drown in noise and bad light."""

STEPS, BATCH = 2500, 256
SIZE = 192

Square = npt.NDArray[np.uint8]
Mesh = npt.NDArray[np.float32]
Picture = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Features:
    """Features (N, D) and whether each is a person (N,)."""

    values: Tensor
    person: Tensor


def aged(picture: Picture, rng: np.random.Generator) -> Picture:
    """Tint, haze and dark corners, as of old pictures and of bad light; float32 in [0, 1]."""
    if rng.random() < 0.45:
        warm = np.array([1.0, rng.uniform(0.75, 1.0), rng.uniform(0.45, 1.0)])
        tint = warm if rng.random() < 0.7 else rng.uniform(0.6, 1.0, 3)
        picture = picture * tint.astype(np.float32)
    if rng.random() < 0.3:
        share = float(rng.uniform(0, 0.35))
        picture = picture * np.float32(1 - share) + (share * rng.uniform(0, 0.8, 3)).astype(np.float32)
    if rng.random() < 0.25:
        ys, xs = np.mgrid[-1 : 1 : picture.shape[0] * 1j, -1 : 1 : picture.shape[1] * 1j]
        corner = np.clip((np.hypot(xs, ys) - rng.uniform(0.3, 0.8)) * rng.uniform(0.5, 2), 0, 0.9)
        picture = picture * (1 - corner)[..., None].astype(np.float32)
    return np.asarray(picture, np.float32)


def retouched(square: Square, mesh: Mesh, rng: np.random.Generator) -> Square:
    """A photograph after a beauty filter: smooth skin, pores partly kept, sharpened again."""
    skin = head_mask(square.shape[:2], mesh, 1.0, 0.05)[..., None] * np.float32(rng.uniform(0.3, 0.85))
    picture = square.astype(np.float32)
    smooth = cv2.bilateralFilter(picture, 0, float(rng.uniform(10, 25)), float(rng.uniform(2, 4)))
    picture = picture + (smooth - picture) * skin
    sharp = picture + (picture - cv2.GaussianBlur(picture, (0, 0), 1.2)) * np.float32(rng.uniform(0, 0.8))
    return np.asarray(np.clip(sharp, 0, 255), np.uint8)


def _framed(square: Square, mesh: Mesh, rng: np.random.Generator) -> Picture:
    if rng.random() < 0.5:
        square, mesh = mirrored(square, mesh)
    picture, moved = framed(square, mesh, SIZE, rng)
    if rng.random() < CLEAN:
        return np.asarray(picture.astype(np.float32) / np.float32(255), np.float32)
    if rng.random() < 0.12:
        picture = occluded(picture, moved, rng)
    return photographed(aged(relit(picture.astype(np.float32) / np.float32(255), rng), rng), rng)


def _person(pool: Pool, chance: npt.NDArray[np.float64], rng: np.random.Generator) -> tuple[Square, Mesh]:
    number = int(rng.choice(pool.people, p=chance))
    square, mesh = pool.squares[number], pool.meshes[number]
    if rng.random() < 0.3:
        square, mesh = posed(square, mesh, float(pool.yaw[number]), USUAL, rng)
    if rng.random() < GROUNDED:
        square = grounded(square, mesh, rng)
    return square, mesh


def _sample(pool: Pool, chance: npt.NDArray[np.float64], index: int, seed: int) -> tuple[Picture, bool]:
    rng = np.random.default_rng([seed, 4, index])
    draw = rng.random()
    if draw < 0.5:
        square, mesh = _person(pool, chance, rng)
        if rng.random() < RETOUCHED:
            square = retouched(square, mesh, rng)
        return _framed(square, mesh, rng), True
    if draw < 0.5 + PAINTED:
        square, mesh = _person(pool, chance, rng)
        return _framed(painted(square, mesh, rng), mesh, rng), False
    if draw < 0.5 + PAINTED + FALSE:
        number = int(rng.integers(pool.people, len(pool.squares)))
        return _framed(pool.squares[number], pool.meshes[number], rng), False
    return scene_crop(pool.scenes[int(rng.integers(len(pool.scenes)))], SIZE, rng), False


def build_samples(pool: Pool, work: Path, seed: int) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    """Crops (N, SIZE, SIZE, 3) uint8 and whether each is a person; read from `work`, or made and kept there.

    Each is drawn from the seed and its number alone.
    """
    store = work / "presence.npz"
    if not store.is_file():
        cv2.setNumThreads(1)
        crops = np.empty((SAMPLES, SIZE, SIZE, 3), np.uint8)
        person = np.empty(SAMPLES, bool)
        chance = pool.chance(USUAL)
        for index in range(SAMPLES):
            crop, person[index] = _sample(pool, chance, index, seed)
            crops[index] = np.round(crop * 255)
        np.savez(store, crops=crops, person=person)
    with np.load(store) as saved:
        return saved["crops"], saved["person"]


@torch.no_grad()
def gathered(network: MeshNetwork, crops: npt.NDArray[np.uint8], person: npt.NDArray[np.bool_]) -> Features:
    """The network's features of the crops."""
    values = []
    for first in range(0, len(crops), 32):
        batch = torch.from_numpy(crops[first : first + 32].transpose(0, 3, 1, 2).astype(np.float32) / 255)
        values.append(network.evidence_features(batch.contiguous(memory_format=torch.channels_last)))
    return Features(torch.cat(values), torch.from_numpy(person.astype(np.float32)))


def fit(network: MeshNetwork, features: Features, seed: int) -> None:
    """Replaces the presence head by one fitted to the features; their scaling is folded into its first layer."""
    torch.manual_seed(seed)
    mean, deviation = features.values.mean(0), features.values.std(0).clamp(min=1e-4)
    values = (features.values - mean) / deviation
    first, last = nn.Linear(values.shape[1], 64), nn.Linear(64, 1)
    optimiser = torch.optim.AdamW([*first.parameters(), *last.parameters()], 1e-3, weight_decay=0.3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    drawn = torch.Generator().manual_seed(seed)
    for _ in range(STEPS):
        rows = torch.randint(len(values), (BATCH,), generator=drawn)
        noisy = values[rows] + 0.1 * torch.randn(BATCH, values.shape[1], generator=drawn)
        logits = last(F.dropout(F.relu(first(noisy)), 0.3))[:, 0]
        loss = F.binary_cross_entropy_with_logits(logits, features.person[rows] * 0.96 + 0.02)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
    with torch.no_grad():
        weight = first.weight / deviation
        for parameter, value in zip(
            network.evidence.parameters(), (weight, first.bias - weight @ mean, last.weight, last.bias), strict=True
        ):
            parameter.copy_(value)
