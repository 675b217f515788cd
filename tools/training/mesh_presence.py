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

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.faces import FaceFinder
from training.mesh_augment import framed, mirrored, occluded, photographed, relit, scene_crop, shadowed
from training.mesh_negatives import flow_painting, painted
from training.mesh_network import HEADS, HIDDEN, MeshNetwork
from training.mesh_painting import grounded, head_mask
from training.mesh_pool import USUAL, Pool, posed

DEGRADED, CLEAN = 6400, 1800
"""Crops that features are taken of: first those in all lights and qualities, then those that are only framed, because
brush work and pores drown in noise."""

PEOPLE, PAINTED, FALSE = (0.5, 0.67), (0.18, 0.17), (0.22, 0.12)
"""Shares of the degraded and of the clean crops that are people, freshly painted portraits and false faces of the pool;
what is left is scenes."""

PAINTINGS = ("elizabeth", "felipe", "frederik", "manuel", "pierre", "segoyewatha", "william")
"""Pictures of real paintings and one engraving of long dead rulers, public domain as the copyright file of the Debian
package `freecol` says of its folder `images/monarch`: a few real ones teach more than any number of imitations."""

VARIATIONS = 96
"""Crops of each of them."""

IN_SHADOW = 0.15
"""Share of the degraded crops, of both sides, with a hard shadow."""

RETOUCHED, GROUNDED = 0.15, 0.2
"""Shares of the clean crops with smoothed skin (people only), and before a painter's or a studio's ground (both)."""

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


def _framed(square: Square, mesh: Mesh, clean: bool, rng: np.random.Generator) -> Picture:
    if rng.random() < 0.5:
        square, mesh = mirrored(square, mesh)
    picture, moved = framed(square, mesh, SIZE, rng)
    if clean:
        return np.asarray(picture.astype(np.float32) / np.float32(255), np.float32)
    if rng.random() < 0.12:
        picture = occluded(picture, moved, rng)
    light = picture.astype(np.float32) / np.float32(255)
    light = shadowed(light, moved, rng) if rng.random() < IN_SHADOW else light
    return photographed(aged(relit(light, rng), rng), rng)


def _face(pool: Pool, chance: npt.NDArray[np.float64], clean: bool, rng: np.random.Generator) -> tuple[Square, Mesh]:
    number = int(rng.choice(pool.people, p=chance))
    square, mesh = posed(pool.squares[number], pool.meshes[number], float(pool.yaw[number]), USUAL, rng)
    if clean and rng.random() < GROUNDED:
        square = grounded(square, mesh, rng)
    return square, mesh


def _sample(pool: Pool, chance: npt.NDArray[np.float64], index: int, seed: int) -> tuple[Picture, bool]:
    rng = np.random.default_rng([seed, 4, index])
    clean = index >= DEGRADED
    draw = rng.random()
    if draw < PEOPLE[clean]:
        square, mesh = _face(pool, chance, clean, rng)
        if clean and rng.random() < RETOUCHED:
            square = retouched(square, mesh, rng)
        return _framed(square, mesh, clean, rng), True
    if draw < PEOPLE[clean] + PAINTED[clean]:
        square, mesh = _face(pool, chance, clean, rng)
        style = painted if clean else flow_painting
        return _framed(style(square, mesh, rng), mesh, clean, rng), False
    if draw < PEOPLE[clean] + PAINTED[clean] + FALSE[clean]:
        number = int(rng.integers(pool.people, len(pool.squares)))
        return _framed(pool.squares[number], pool.meshes[number], clean, rng), False
    return scene_crop(pool.scenes[int(rng.integers(len(pool.scenes)))], SIZE, rng), False


def painted_faces(folder: Path) -> list[tuple[Square, Mesh]]:
    """The paintings with the meshes that the shipped network lays on them; RGB.

    Raises:
        SystemExit: a painting is missing, or no face is found in it.
    """
    finder = FaceFinder(ModelStore())
    faces = []
    for name in PAINTINGS:
        content = cv2.imread(str(folder / f"{name}.png"))
        if content is None:
            raise SystemExit(f"{folder} has no painting “{name}.png”.")
        picture = np.asarray(cv2.cvtColor(content, cv2.COLOR_BGR2RGB), np.uint8)
        hits = finder.detect(picture)
        if not hits:
            raise SystemExit(f"No face is found in the painting “{name}.png”.")
        faces.append((picture, finder.measure(picture, max(hits, key=lambda hit: hit.score)).mesh))
    return faces


def build_samples(
    pool: Pool, work: Path, seed: int, paintings: Path | None
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    """Crops (N, SIZE, SIZE, 3) uint8 and whether each is a person; read from `work`, or made and kept there.

    Each is drawn from the seed and its number alone. `paintings` is the folder with the real ones, if it is there.
    """
    store = work / "presence.npz"
    if not store.is_file():
        cv2.setNumThreads(1)
        real = painted_faces(paintings) if paintings else []
        first = DEGRADED + CLEAN
        count = first + VARIATIONS * len(real)
        crops = np.empty((count, SIZE, SIZE, 3), np.uint8)
        person = np.zeros(count, bool)
        chance = pool.chance(USUAL)
        for index in range(first):
            crop, person[index] = _sample(pool, chance, index, seed)
            crops[index] = np.round(crop * 255)
        for index in range(first, count):
            painting, mesh = real[(index - first) // VARIATIONS]
            crop = _framed(painting, mesh, index % 2 == 0, np.random.default_rng([seed, 4, index]))
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


def _fitted(values: Tensor, person: Tensor, seed: int) -> tuple[nn.Linear, nn.Linear]:
    """Both layers of one head, fitted to features of mean 0 and deviation 1."""
    torch.manual_seed(seed)
    first, last = nn.Linear(values.shape[1], HIDDEN), nn.Linear(HIDDEN, 1)
    optimiser = torch.optim.AdamW([*first.parameters(), *last.parameters()], 1e-3, weight_decay=0.3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    drawn = torch.Generator().manual_seed(seed)
    for _ in range(STEPS):
        rows = torch.randint(len(values), (BATCH,), generator=drawn)
        noisy = values[rows] + 0.1 * torch.randn(BATCH, values.shape[1], generator=drawn)
        logits = last(F.dropout(F.relu(first(noisy)), 0.3))[:, 0]
        loss = F.binary_cross_entropy_with_logits(logits, person[rows] * 0.96 + 0.02)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
    return first, last


def fit(network: MeshNetwork, features: Features, seed: int) -> None:
    """Replaces the presence head by the mean of `HEADS` fitted ones: one alone wavers on hard faces with its seed.

    The features' scaling is folded into the first layer.
    """
    mean, deviation = features.values.mean(0), features.values.std(0).clamp(min=1e-4)
    values = (features.values - mean) / deviation
    heads = [_fitted(values, features.person, seed + number) for number in range(HEADS)]
    with torch.no_grad():
        weight = torch.cat([first.weight for first, _ in heads]) / deviation
        bias = torch.cat([first.bias for first, _ in heads]) - weight @ mean
        joined = torch.cat([last.weight for _, last in heads], dim=1) / HEADS
        constant = torch.stack([last.bias for _, last in heads]).mean(0)
        for parameter, value in zip(network.evidence.parameters(), (weight, bias, joined, constant), strict=True):
            parameter.copy_(value)
