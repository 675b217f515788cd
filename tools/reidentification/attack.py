"""The attacks: a recogniser that compares directly, and adaptive ones that learn from pairs of other people.

Every attack gets features of the faces of N people and of N pictures and answers with an N × N table: how well each
picture fits each face. It never sees pairs of the people that it is tested on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Features = Mapping[str, Floats]
Attack = Callable[[Floats, Floats, Floats, Floats], Floats]

FOLDS = 5
KEPT = 60
"""Principal components that are kept of all features of one side."""

RIDGE = (3.0, 30.0, 300.0)
DRAWS = 2000
"""Of bootstrap and of permutation."""


@dataclass(frozen=True)
class Outcome:
    """How well an attack did.

    Attributes:
        people: tested on, in all.
        gallery: people among whom each picture's was looked for, in the mean.
        top1: share of pictures whose person came first.
        top5: share whose person was among the first five.
        chance1: what guessing gives for `top1`.
        chance5: for `top5`.
        auc: chance that the right person fits better than a wrong one; guessing gives 0.5.
        low: end of the bootstrap's 95 % interval of `auc` over people.
        high: its other end.
        rank: mean place of the right person; guessing gives (gallery + 1) / 2.
        p: share of permutations of the pairs that do as well or better by `auc`.
        p1: the same by `top1`.
    """

    people: int
    gallery: float
    top1: float
    top5: float
    chance1: float
    chance5: float
    auc: float
    low: float
    high: float
    rank: float
    p: float
    p1: float

    def to_dict(self) -> dict[str, Any]:
        """For JSON, rounded."""
        return {name: round(value, 4) for name, value in asdict(self).items()}


class Components:
    """Standardised features of one side, block by block, and their whitened principal components of the training."""

    def __init__(self, training: Floats, kept: int = KEPT) -> None:
        self._mean = training.mean(0)
        self._scale = np.maximum(training.std(0), 1e-9)
        # A feature that never changes in training carries nothing; it must not be blown up.
        self._scale[training.std(0) < 1e-7] = np.inf
        centred = (training - self._mean) / self._scale
        _, sizes, axes = np.linalg.svd(centred, full_matrices=False)
        wanted = min(kept, int((sizes > 1e-6 * max(float(sizes[0]), 1e-9)).sum())) if sizes[0] > 1e-9 else 0
        self._axes = axes[:wanted] / np.maximum(sizes[:wanted, None] / np.sqrt(len(training)), 1e-9)

    def of(self, features: Floats) -> Floats:
        """(N, kept) components of (N, F) features."""
        return np.asarray((features - self._mean) / self._scale @ self._axes.T)


def joined(features: Sequence[Features], names: Sequence[str]) -> Floats:
    """(N, F): the named blocks side by side, each with the same weight."""
    blocks = []
    for name in names:
        block = np.stack([entry[name] for entry in features])
        blocks.append(block / np.sqrt(block.shape[1]))
    return np.hstack(blocks)


def ridge(faces: Floats, pictures: Floats, new_faces: Floats, new_pictures: Floats) -> Floats:
    """Predicts the face from the picture and the picture from the face; the regularisation is chosen in training."""
    best = max(RIDGE, key=lambda strength: _inner(faces, pictures, strength))
    return _both_ways(faces, pictures, new_faces, new_pictures, best)


def canonical(faces: Floats, pictures: Floats, new_faces: Floats, new_pictures: Floats) -> Floats:
    """Regularised canonical correlations (Hotelling 1936) of whitened components; the strongest count most."""
    x, y = _components(faces, new_faces), _components(pictures, new_pictures)
    left, weights, right = np.linalg.svd(x[0].T @ y[0] / (len(faces) * 1.5), full_matrices=False)
    return _cosine(y[1] @ right.T * np.sqrt(weights), x[1] @ left * np.sqrt(weights))


def neural(faces: Floats, pictures: Floats, new_faces: Floats, new_pictures: Floats) -> Floats:
    """Two small networks into one space, trained so that pairs meet (InfoNCE, van den Oord 2018); seeded."""
    import torch

    torch.manual_seed(0)
    x, y = _components(faces, new_faces), _components(pictures, new_pictures)
    if y[0].shape[1] == 0:
        return np.zeros((len(new_pictures), len(new_faces)))

    def tower(width: int) -> torch.nn.Sequential:
        parts = [torch.nn.Dropout(0.3), torch.nn.Linear(width, 64), torch.nn.ReLU(), torch.nn.Linear(64, 24)]
        return torch.nn.Sequential(*parts)

    one, other = tower(x[0].shape[1]), tower(y[0].shape[1])
    tensors = [torch.tensor(part, dtype=torch.float32) for part in (x[0], y[0], x[1], y[1])]
    step = torch.optim.AdamW([*one.parameters(), *other.parameters()], lr=3e-3, weight_decay=0.05)
    for _ in range(150):
        order = torch.randperm(len(tensors[0]))
        for part in torch.split(order, 128):
            a = torch.nn.functional.normalize(one(tensors[0][part]), dim=1)
            b = torch.nn.functional.normalize(other(tensors[1][part]), dim=1)
            table, truth = b @ a.T / 0.1, torch.arange(len(part))
            loss = torch.nn.functional.cross_entropy(table, truth) + torch.nn.functional.cross_entropy(table.T, truth)
            step.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            step.step()
    one.eval()
    other.eval()
    with torch.no_grad():
        a = torch.nn.functional.normalize(one(tensors[2]), dim=1)
        b = torch.nn.functional.normalize(other(tensors[3]), dim=1)
    return np.asarray((b @ a.T).numpy(), np.float64)


def together(faces: Floats, pictures: Floats, new_faces: Floats, new_pictures: Floats) -> Floats:
    """The mean of all three, each standardised."""
    tables = [attack(faces, pictures, new_faces, new_pictures) for attack in (ridge, canonical, neural)]
    return np.asarray(sum((table - table.mean()) / max(float(table.std()), 1e-9) for table in tables))


ADAPTIVE: Mapping[str, Attack] = {"ridge": ridge, "canonical": canonical, "neural": neural, "together": together}


def direct(faces: Floats, pictures: Floats) -> Floats:
    """A recogniser: the same features on both sides, cosine after the pictures' and the faces' own means."""
    return _cosine(pictures - pictures.mean(0), faces - faces.mean(0))


def _components(old: Floats, new: Floats) -> tuple[Floats, Floats]:
    made = Components(old)
    return made.of(old), made.of(new)


def _both_ways(faces: Floats, pictures: Floats, new_faces: Floats, new_pictures: Floats, strength: float) -> Floats:
    x, y = _components(faces, new_faces), _components(pictures, new_pictures)
    face = y[1] @ np.linalg.solve(y[0].T @ y[0] + strength * np.eye(y[0].shape[1]), y[0].T @ x[0])
    picture = x[1] @ np.linalg.solve(x[0].T @ x[0] + strength * np.eye(x[0].shape[1]), x[0].T @ y[0])
    return _cosine(face, x[1]) + _cosine(y[1], picture)


def _inner(faces: Floats, pictures: Floats, strength: float) -> float:
    """AUC on a quarter of the training's own people."""
    cut = len(faces) - len(faces) // 4
    table = _both_ways(faces[:cut], pictures[:cut], faces[cut:], pictures[cut:], strength)
    return float(1 - (places(table).mean() - 1) / max(len(table) - 1, 1))


def _cosine(rows: Floats, columns: Floats) -> Floats:
    a = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    b = columns / np.maximum(np.linalg.norm(columns, axis=1, keepdims=True), 1e-12)
    return np.asarray(a @ b.T)


def places(table: Floats, truth: npt.NDArray[np.intp] | None = None) -> Floats:
    """Place of the right person for each picture, from 1; equals share their places."""
    count = len(table)
    right = table[np.arange(count), np.arange(count) if truth is None else truth][:, None]
    return np.asarray((table > right).sum(1) + ((table == right).sum(1) + 1) / 2, np.float64)


def folds(count: int, seed: int) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """Training and test people, five times; everybody is tested once."""
    order = np.random.default_rng(seed).permutation(count)
    for number in range(FOLDS):
        test = np.sort(order[number::FOLDS])
        yield np.setdiff1d(np.arange(count), test), test


def outcome(tables: Sequence[Floats], seed: int) -> Outcome:
    """Rates, interval and permutation test over the tables of all folds."""
    random = np.random.default_rng(seed)
    sizes = np.concatenate([np.full(len(table), len(table)) for table in tables]).astype(float)
    orders = [_all_places(table) for table in tables]
    found = np.concatenate([np.diagonal(order) for order in orders])
    score = 1 - (found - 1) / (sizes - 1)
    low, high = np.percentile(score[random.integers(0, len(score), (DRAWS, len(score)))].mean(1), [2.5, 97.5])
    chance = np.array([_permuted(orders, sizes, random) for _ in range(DRAWS)])
    top1 = float((found <= 1).mean())
    return Outcome(
        people=len(score),
        gallery=float(sizes.mean()),
        top1=top1,
        top5=float((found <= 5).mean()),
        chance1=float((1 / sizes).mean()),
        chance5=float((np.minimum(5, sizes) / sizes).mean()),
        auc=float(score.mean()),
        low=float(low),
        high=float(high),
        rank=float(found.mean()),
        p=float((1 + (chance[:, 0] >= score.mean() - 1e-12).sum()) / (1 + DRAWS)),
        p1=float((1 + (chance[:, 1] >= top1 - 1e-12).sum()) / (1 + DRAWS)),
    )


def _all_places(table: Floats) -> Floats:
    """The place that each picture (row) gives each person (column), if they were the right one."""
    return np.stack([places(table, np.full(len(table), person)) for person in range(table.shape[1])], 1)


def _permuted(orders: Sequence[Floats], sizes: Floats, random: np.random.Generator) -> tuple[float, float]:
    """AUC and rate of first places with the pairs of each fold mixed."""
    found = np.concatenate([order[np.arange(len(order)), random.permutation(len(order))] for order in orders])
    return float((1 - (found - 1) / (sizes - 1)).mean()), float((found <= 1).mean())
