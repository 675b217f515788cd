"""Trains the face mesh and writes it as ONNX.

    python tools/training/mesh.py --data ../shared/data --out resources/models/face_mesh.onnx --seed 7

Every batch is drawn from a generator seeded with the seed and the step alone, so a run that was stopped goes on from
its checkpoint to the same batches. `--export` writes the ONNX of the newest checkpoint without training.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name the whole field uses
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from headshot_desktop.engine.studio import landmarks  # noqa: E402
from training.matte_export import digest  # noqa: E402
from training.mesh_export import export  # noqa: E402
from training.mesh_network import MeshNetwork  # noqa: E402
from training.mesh_pool import FaceBatches, Pool, build_pool, shape_basis  # noqa: E402
from training.mesh_presence import build_samples, fit, gathered  # noqa: E402

LEARNING_RATE = 1.5e-3
WARM_UP = 60
AVERAGE_DECAY = 0.997
SMALL_SIZE, FULL_SIZE = 128, 192
STEPS = 4150
SMALL_UNTIL = 1247 / STEPS
"""Share of the steps that see 128-pixel crops: three times faster, and up to its head the network takes any size."""

STAGES = (2349 / STEPS, 2900 / STEPS, 3500 / STEPS)
"""Shares of the steps from which the rare is drawn more often (`mesh_pool.DRAWS`) and the learning rate rises again."""

LATE_RATE = 0.3
"""At each of these the learning rate starts again at this share of its peak and falls evenly."""

FIXED_BLOCKS = 5
"""The stem and as many first blocks stay as they are from the first of them on: half the time per step."""


@dataclass(frozen=True)
class Plan:
    """How long and where."""

    data: Path
    out: Path
    work: Path
    seed: int
    steps: int
    threads: int
    paintings: Path | None = None
    until: int | None = None

    @property
    def last(self) -> int:
        """The step after which this run stops: all are done, or it is told to."""
        return self.steps if self.until is None else min(self.until, self.steps)

    @property
    def checkpoint(self) -> Path:
        """The newest state of the training."""
        return self.work / "mesh.pt"

    def at(self, share: float) -> int:
        """The step at a share of all."""
        return round(self.steps * share)


def point_weights() -> Tensor:
    """(478, 3) weight of each point's error: eyes most, then lips, irises, outline; depth less."""
    weights = torch.ones(landmarks.POINTS, 3)
    groups = (
        ((*landmarks.RIGHT_EYE, *landmarks.LEFT_EYE), 3.0),
        ((*landmarks.RIGHT_IRIS, *landmarks.LEFT_IRIS), 2.0),
        ((*landmarks.LIPS_OUTER, *landmarks.LIPS_INNER), 2.0),
        ((*landmarks.FACE_OVAL, *landmarks.RIGHT_BROW, *landmarks.LEFT_BROW), 1.5),
    )
    for group, weight in groups:
        weights[list(group)] = weight
    weights[:, 2] *= 0.4
    return weights / weights.mean()


def mesh_loss(points: Tensor, wanted: Tensor, weights: Tensor) -> Tensor:
    """Wing-shaped loss (Feng 2018) of errors over the outer-eye-corner distance, and of how open eyes and mouth are."""
    scale = (wanted[:, 33] - wanted[:, 263]).norm(dim=1).clamp(min=0.05)[:, None, None]
    error = (points - wanted).abs() / scale
    loss = (0.1 * torch.log1p(error / 0.02) * weights).mean()
    pairs = [*landmarks.RIGHT_LIDS, *landmarks.LEFT_LIDS, (13, 14)]
    upper, lower = [a for a, _ in pairs], [b for _, b in pairs]
    made = (points[:, upper, :2] - points[:, lower, :2]) / scale
    real = (wanted[:, upper, :2] - wanted[:, lower, :2]) / scale
    total: Tensor = loss + (made - real).abs().mean()
    return total


class Averaged:
    """Exponential moving average of weights and batch statistics."""

    def __init__(self, network: MeshNetwork) -> None:
        self.state = {name: value.detach().clone().float() for name, value in network.state_dict().items()}

    def update(self, network: MeshNetwork, step: int) -> None:
        """Moves towards the network; fast at first."""
        decay = min(AVERAGE_DECAY, (1 + step) / (10 + step))
        for name, value in network.state_dict().items():
            self.state[name].lerp_(value.detach().float(), 1 - decay)


def rate(plan: Plan, step: int) -> float:
    """Warm-up, a cosine to 1 %, and in each late stage a line from `LATE_RATE` to 1 %."""
    starts = [*(plan.at(share) for share in STAGES), plan.steps]
    stage = sum(step >= start for start in starts)
    if stage:
        first, end = starts[stage - 1 : stage + 1]
        return 0.01 + (LATE_RATE - 0.01) * (end - step) / max(1, end - first)
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (step - WARM_UP) / max(1, starts[0] - WARM_UP)))


def save(plan: Plan, network: MeshNetwork, average: Averaged, optimiser: torch.optim.Optimizer, step: int) -> None:
    """Writes the checkpoint in one move."""
    state = {
        "step": step,
        "network": network.state_dict(),
        "average": average.state,
        "optimiser": optimiser.state_dict(),
    }
    part = plan.checkpoint.with_suffix(".part")
    torch.save(state, part)
    part.replace(plan.checkpoint)


def train(plan: Plan, pool: Pool, network: MeshNetwork) -> Averaged:
    """Trains from the newest checkpoint to the run's last step; returns the averaged weights."""
    slow: list[nn.Parameter] = []
    fast: list[nn.Parameter] = []
    for name, parameter in network.named_parameters():
        (slow if name.startswith(("stem", "blocks")) else fast).append(parameter)
    optimiser = torch.optim.AdamW(
        [{"params": slow, "factor": 0.6}, {"params": fast, "factor": 1.0}], LEARNING_RATE, weight_decay=0.01
    )
    average, first = Averaged(network), 0
    if plan.checkpoint.is_file():
        state = torch.load(plan.checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        average.state, first = state["average"], int(state["step"])
    full_from, stages = plan.at(SMALL_UNTIL), tuple(plan.at(share) for share in STAGES)
    batches: Dataset[tuple[Tensor, Tensor, Tensor, Tensor]] = FaceBatches(
        pool,
        plan.seed,
        range(first, plan.last),
        lambda step: SMALL_SIZE if step < full_from else FULL_SIZE,
        stages,
    )
    weights, began = point_weights(), time.monotonic()
    network.train()
    totals = np.zeros(3)
    for step, batch in enumerate(DataLoader(batches, batch_size=None, num_workers=1, prefetch_factor=4), start=first):
        for group in optimiser.param_groups:
            group["lr"] = LEARNING_RATE * rate(plan, step) * group["factor"]
        torch.manual_seed(plan.seed * 1_000_003 + step)  # drop-out, too, is the same after a stop
        network.fix(FIXED_BLOCKS if step >= stages[0] else 0)
        crops, wanted, has_mesh, person = batch
        points, evidence = network(crops.contiguous(memory_format=torch.channels_last))
        shape = mesh_loss(points[has_mesh], wanted[has_mesh], weights)
        presence = F.binary_cross_entropy_with_logits(evidence[:, 0], person * 0.96 + 0.02)
        optimiser.zero_grad()
        (shape + 0.05 * presence).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        average.update(network, step)
        right = ((evidence[:, 0] > 0).float() == person).float().mean()
        totals += [float(shape.detach()), float(presence.detach()), float(right)]
        if (step + 1) % 50 == 0:
            print(step + 1, (totals / 50).round(4).tolist(), f"{time.monotonic() - began:.0f} s", flush=True)
            totals[:] = 0
        if (step + 1) % 50 == 0 or step + 1 == plan.last:
            save(plan, network, average, optimiser, step + 1)
    return average


def main() -> None:
    """Builds the pool, trains, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--paintings", type=Path, help="folder with the paintings that `mesh_presence.PAINTINGS` names")
    parser.add_argument("--until", type=int, help="stop after this step, to go on later; writes no model")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--work", type=Path, default=Path("build/mesh"), help="checkpoint and pool; delete to start anew"
    )
    parser.add_argument("--export", action="store_true", help="write the newest checkpoint without training")
    given = parser.parse_args()
    plan = Plan(given.data, given.out, given.work, given.seed, given.steps, given.threads, given.paintings, given.until)
    plan.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    cv2.setNumThreads(1)
    pool = build_pool(plan.data, plan.work, plan.seed)
    network = MeshNetwork(*shape_basis(pool, plan.seed))
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    if given.export:
        average = Averaged(network)
        average.state = torch.load(plan.checkpoint, weights_only=True)["average"]
    else:
        average = train(plan, pool, network)
    print("weights", digest(average.state))
    if plan.last < plan.steps and not given.export:
        return
    network.load_state_dict({name: average.state[name].to(value.dtype) for name, value in network.state_dict().items()})
    network.eval()
    samples = build_samples(pool, plan.work, plan.seed, plan.paintings)
    fit(network, gathered(network, *samples), plan.seed)
    export(network, plan.out)


if __name__ == "__main__":
    main()
