"""Trains the portrait matte and exports it.

    python tools/training/matte.py --data ../shared/data --out resources/models/portrait_matte.onnx --seed 7

One command from the portraits to the ONNX file; on two cores it takes under two hours. It can be stopped and started
again: it goes on from the last checkpoint in `--work`. The same seed on the same machine makes the same network.
"""

from __future__ import annotations

import argparse
import copy
import math
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name the whole field uses
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from evaluation.matte import averaged, compared  # noqa: E402
from headshot_desktop.engine.studio.matting import face_map, letterbox  # noqa: E402
from training.matte_data import Part, Variations, clean_rows  # noqa: E402
from training.matte_export import digest, export  # noqa: E402
from training.matte_network import MatteNetwork  # noqa: E402
from training.split import read_picture  # noqa: E402

STEPS = (800, 1400, 360)
"""Steps with the encoder reading 256, 320 and then 384 pixels: most of the learning is in the cheap first part."""
READING = (256, 320, 384)
SECOND_FROM = 1460
"""The step at which the second phase begins: everyday scenes, and the learning rate rises again."""
COOL_FROM = 2200
"""The step from which the second phase's learning rate falls; until then it is level, so that the end can move."""
REST_FROM = 1900
"""The step from which the encoder's first blocks no longer learn: a third of a step's time, for edges that it knows."""
RESTING = 5
"""How many blocks that are."""
SECOND_SHARE = 0.55
"""The second phase's level learning rate, as a share of the full one."""
KEPT = 0.997
"""Share of the running average of the weights that one step keeps (Polyak and Juditsky, 1992)."""
SECOND_WEIGHT = 0.6
"""Share of the second phase's weights in the finished network, the rest being the first's (Wortsman et al., “Robust
fine-tuning of zero-shot models”, CVPR 2022): the second alone lets go of raised arms that the first holds."""
FINISHED_READING = 352
"""Pixels that the finished network's encoder reads."""
BATCH = 8
RATE = 1.5e-3
ENCODER_RATE = 4e-4
WARM_UP = 60
CHECKPOINT_EVERY = 50
CHECK_EVERY = 500


@dataclass(frozen=True)
class Run:
    """What one training run depends on."""

    data: Path
    work: Path
    seed: int
    threads: int
    until: int | None = None

    @property
    def last(self) -> int:
        """The step after which this run stops: all are done, or it is told to."""
        return sum(STEPS) if self.until is None else min(self.until, sum(STEPS))


class Numbered(Dataset[tuple[np.ndarray, np.ndarray, np.ndarray]]):
    """The batches from `first` to the last step, for a loader with a process of its own."""

    def __init__(self, variations: Variations, first: int, last: int) -> None:
        self.variations = variations
        self.first = first
        self.last = last

    def __len__(self) -> int:
        return self.last - self.first

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return self.variations[self.first + index]


def reading_at(step: int) -> int:
    """Pixels that the encoder reads at this step."""
    ends = np.cumsum(STEPS)
    return READING[min(int(np.searchsorted(ends, step, side="right")), len(READING) - 1)]


def rate_at(step: int) -> float:
    """Share of the full learning rate at a step.

    In the first phase a short rise, then half a cosine down to nearly nothing; in the second a rise, a level
    stretch, and half a cosine down again.
    """
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    if step < SECOND_FROM:
        return _cosine((step - WARM_UP) / (SECOND_FROM - WARM_UP))
    risen = min((step - SECOND_FROM + 1) / WARM_UP, 1.0)
    return SECOND_SHARE * risen * _cosine((step - COOL_FROM) / (sum(STEPS) - COOL_FROM))


def _cosine(done: float) -> float:
    """From 1 down to 0.01 by half a cosine, as `done` goes from 0 to 1."""
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(max(done, 0.0), 1.0)))


def slopes(alpha: Tensor) -> Tensor:
    """Differences between neighbours, across and down, (N, 2, H-1, W-1)."""
    across = alpha[:, :, :-1, 1:] - alpha[:, :, :-1, :-1]
    down = alpha[:, :, 1:, :-1] - alpha[:, :, :-1, :-1]
    return torch.cat([across, down], dim=1)


def loss_of(fine: Tensor, coarse: Tensor, alpha: Tensor, counts: Tensor, band: Tensor) -> Tensor:
    """Absolute difference, stronger at the boundary; cross-entropy; slopes; and the coarse head's cross-entropy.

    All (N, 1, H, W); `alpha`, `counts` and `band` in [0, 1].
    """
    made = torch.sigmoid(fine)
    weight = counts * (1 + 2 * band)
    area = weight.sum() + 1
    difference = ((made - alpha).abs() * weight).sum() / area
    entropy = (F.binary_cross_entropy_with_logits(fine, alpha, reduction="none") * weight).sum() / area
    inner = (counts * weight)[:, :, 1:, 1:]
    slope = ((slopes(made) - slopes(alpha)).abs() * inner).sum() / (inner.sum() + 1)
    small = F.adaptive_avg_pool2d(alpha, (coarse.shape[2], coarse.shape[3]))
    valid = F.adaptive_avg_pool2d(counts, (coarse.shape[2], coarse.shape[3]))
    rough = (F.binary_cross_entropy_with_logits(coarse, small, reduction="none") * valid).sum() / (valid.sum() + 1)
    return difference + 0.35 * entropy + 1.5 * slope + 0.25 * rough


def prepare(data: Path, seed: int, work: Path, part: Part = "training") -> Variations:
    """One part of the cleaned and decoded portraits, kept in `work` for the next start."""
    stored = work / ("prepared.pt" if part == "training" else f"{part}.pt")
    if stored.is_file():
        found: Variations = torch.load(stored, weights_only=False)
        found.seed = seed
        return found
    made = Variations(data, seed, BATCH, part)
    torch.save(made, stored)
    return made


@torch.no_grad()
def check(network: MatteNetwork, data: Path, part: Part) -> dict[str, float]:
    """`mad`, `iou` and `band_mad` on one part of the portraits, at 512 pixels, straight from the network."""
    folder = data / "portraits"
    numbers = []
    for row in clean_rows(data, part):
        square, place = letterbox(cv2.cvtColor(read_picture(folder / "images" / row["name"]), cv2.COLOR_BGR2RGB))
        stem = row["name"].rsplit(".", 1)[0]
        teacher = read_picture(folder / "alpha" / f"{stem}.png", cv2.IMREAD_GRAYSCALE)
        scale = place.width / teacher.shape[1]
        x, y, width, height = (float(value) * scale for value in row["face_box"].split())
        shown = torch.from_numpy(face_map((x + place.x, y + place.y, width, height)))
        made = network(torch.from_numpy(square).permute(2, 0, 1)[None].float(), shown[None, None])
        wanted = cv2.resize(teacher, (place.width, place.height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        numbers.append(compared(place.of(made[0, 0].numpy()), wanted))
    return averaged(numbers)


@torch.no_grad()
def check_scenes(network: MatteNetwork, scenes: Variations, count: int = 8) -> dict[str, float]:
    """The same three numbers on `count` batches of everyday scenes, whose mattes are known exactly."""
    numbers = []
    for number in range(count):
        pictures, faces, labels = (torch.from_numpy(part) for part in scenes[SECOND_FROM + number])
        for picture, face, label in zip(pictures, faces, labels, strict=True):
            made = network(picture.permute(2, 0, 1)[None].float(), face[None, None])[0, 0]
            counts = label[1].numpy() > 0
            numbers.append(compared(np.where(counts, made.numpy(), 0), label[0].numpy().astype(np.float32) / 255))
    return averaged(numbers)


def optimiser_for(network: MatteNetwork) -> torch.optim.AdamW:
    """AdamW: a lower rate for the encoder, which starts from ImageNet; no decay on biases and normalisation."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, weight in network.named_parameters():
        groups.setdefault((name.startswith("encoder"), weight.ndim > 1), []).append(weight)
    settings = []
    for (encoder, decays), weights in groups.items():
        full = ENCODER_RATE if encoder else RATE
        settings.append({"params": weights, "lr": full, "full": full, "weight_decay": 0.02 if decays else 0.0})
    return torch.optim.AdamW(settings)


def tensors(batch: tuple[Tensor, Tensor, Tensor], device: torch.device) -> Iterator[Tensor]:
    """Pictures, face maps, alpha, counts and band as the network and the loss take them."""
    pictures, faces, labels = (part.to(device) for part in batch)
    yield pictures.permute(0, 3, 1, 2).float().contiguous(memory_format=torch.channels_last)
    yield faces[:, None]
    yield labels[:, :1].float() / 255
    yield labels[:, 1:2].float() / 255
    yield labels[:, 2:].float() / 255


class Averaged:
    """A running average of a network's weights, steadier than the weights themselves."""

    def __init__(self, network: MatteNetwork) -> None:
        self.network = copy.deepcopy(network).eval()
        self.seen = 0

    @torch.no_grad()
    def take(self, network: MatteNetwork) -> None:
        """Moves the average a little towards the network."""
        self.seen += 1
        share = max(1 - KEPT, 1 / (self.seen + 1))
        for mine, theirs in zip(self.network.state_dict().values(), network.state_dict().values(), strict=True):
            if mine.is_floating_point():
                mine.lerp_(theirs, share)
            else:
                mine.copy_(theirs)
        self.network.reading = network.reading


def train(run: Run) -> None:
    """Trains from the last checkpoint, or from the start, to the end, leaving the last checkpoint in `work`."""
    torch.manual_seed(run.seed)
    torch.set_num_threads(run.threads)
    cv2.setNumThreads(1)  # its pool would not survive the fork of the loader
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = MatteNetwork(READING[0]).to(device)
    for weight in network.parameters():
        if weight.ndim == 4:  # several times faster on a CPU
            weight.data = weight.data.contiguous(memory_format=torch.channels_last)
    optimiser, average = optimiser_for(network), Averaged(network)
    first = _resume(run.work / "checkpoint.pt", network, optimiser, average)
    batches = Numbered(prepare(run.data, run.seed, run.work), first, run.last)
    loader = DataLoader(batches, batch_size=None, num_workers=1, prefetch_factor=4)
    network.train()
    started, recent = time.monotonic(), 0.0
    for step, batch in enumerate(loader, start=first):
        network.reading = reading_at(step)
        if step == max(first, REST_FROM):
            rest_first_blocks(network)
        loss = _step(network, optimiser, batch, rate_at(step), device)
        average.take(network)
        recent = loss if step == first else 0.98 * recent + 0.02 * loss
        last = step + 1 == run.last
        if (step + 1) % CHECKPOINT_EVERY == 0 or last:
            _save(run.work / "checkpoint.pt", network, optimiser, average, step + 1)
        if step + 1 == SECOND_FROM:
            torch.save(network.state_dict(), run.work / "first.pt")
        if (step + 1) % CHECKPOINT_EVERY == 0 or last:
            print(f"step {step + 1} loss {recent:.4f} {time.monotonic() - started:.0f} s", flush=True)
        if (step + 1) % CHECK_EVERY == 0 or step + 1 == sum(STEPS):
            _report(run, network, average.network)


def rest_first_blocks(network: MatteNetwork) -> None:
    """Stops the learning of the encoder's first blocks, and freezes their normalisation."""
    encoder = network.encoder
    for layer in (encoder._conv_stem, encoder._bn0, *encoder._blocks[:RESTING]):
        layer.eval().requires_grad_(False)


def _step(
    network: MatteNetwork,
    optimiser: torch.optim.Optimizer,
    batch: tuple[Tensor, Tensor, Tensor],
    rate: float,
    device: torch.device,
) -> float:
    """One step of the optimiser at a share of the full rate; returns the loss."""
    for group in optimiser.param_groups:
        group["lr"] = group["full"] * rate
    pictures, faces, alpha, counts, band = tensors(batch, device)
    with torch.autocast(device.type, torch.bfloat16):
        fine, coarse = network.logits(pictures, faces)
    loss = loss_of(fine.float(), coarse.float(), alpha, counts, band)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    optimiser.step()
    return float(loss.detach())


def _report(run: Run, network: MatteNetwork, average: MatteNetwork) -> None:
    """Prints the numbers on the validation portraits, and of the average on everyday scenes made of them."""
    scenes = prepare(run.data, run.seed, run.work, "validation")
    print("  now    ", check(copy.deepcopy(network).cpu().eval(), run.data, "validation"))
    steady = copy.deepcopy(average).cpu()
    print("  average", check(steady, run.data, "validation"), "scenes", check_scenes(steady, scenes), flush=True)


def _save(path: Path, network: nn.Module, optimiser: torch.optim.Optimizer, average: Averaged, step: int) -> None:
    fresh = path.with_suffix(".new")
    state = {
        "network": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "average": average.network.state_dict(),
        "seen": average.seen,
        "step": step,
    }
    torch.save(state, fresh)
    fresh.replace(path)


def _resume(path: Path, network: nn.Module, optimiser: torch.optim.Optimizer, average: Averaged) -> int:
    """Loads the checkpoint if there is one; returns the step to go on with."""
    if not path.is_file():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    average.network.load_state_dict(state.get("average", state["network"]))
    average.seen = int(state.get("seen", 0))
    return int(state["step"])


def finished(work: Path) -> MatteNetwork:
    """The network to export: the second phase's averaged weights in the last checkpoint, mixed with the first's."""
    first = torch.load(work / "first.pt", weights_only=True, map_location="cpu")
    second = torch.load(work / "checkpoint.pt", weights_only=True, map_location="cpu")["average"]
    network = MatteNetwork(FINISHED_READING)
    mixed = {
        name: torch.lerp(first[name], second[name], SECOND_WEIGHT) if second[name].is_floating_point() else second[name]
        for name in second
    }
    network.load_state_dict(mixed)
    network.eval()
    return network


def main() -> None:
    """Prepare, train, check, export."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, required=True, help="folder with portraits/ and backgrounds/")
    asked.add_argument("--out", type=Path, required=True, help="the ONNX file to write")
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--work", type=Path, default=Path("build/matte"), help="checkpoints and the prepared set")
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--export-only", action="store_true", help="export the last checkpoint and stop")
    asked.add_argument("--until", type=int, help="stop after this step, to go on later; writes no model")
    given = asked.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    run = Run(given.data, given.work, given.seed, given.threads, given.until)
    if not given.export_only:
        train(run)
        state = torch.load(given.work / "checkpoint.pt", weights_only=True, map_location="cpu")
        print("weights", digest(state["average"]))
    if run.last < sum(STEPS) and not given.export_only:
        return
    network = finished(given.work)
    print(check(network, given.data, "validation"))
    export(network, given.out)


if __name__ == "__main__":
    main()
