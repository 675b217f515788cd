"""A personal model is trained here: a LoRA on one person's photos, for one pack.

Nothing of it touches a disk: the pictures come as arrays, the model leaves as bytes, and what is kept on the way, in
case the loss runs away, is kept in memory. The loop is our own, over peft and diffusers; it needs no launcher.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import torch

from headshot_desktop.core.errors import MachineError, OutOfMemory, UsageError
from headshot_desktop.core.packs import Family
from headshot_desktop.core.personal import FAMILIES, LEAST_MEMORY, MOST_PHOTOS, Facts, Training
from headshot_desktop.engine.generative import memory
from headshot_desktop.engine.generative.job import Verified
from headshot_desktop.engine.generative.personal_lessons import Lesson, Study, beating, lesson

NAME = "personal"
"""Of the adapter within a model."""

TOGETHER = 2
"""Pictures in one step."""

WARM = 0.05
"""Share of the steps in which the learning rate rises to its full height."""

KEPT_EVERY = 0.1
"""Share of the steps after which the weights are kept in memory."""

MOST_RETURNS = 3
"""How often a loss that is no number may send the training back to what was kept."""

SMOOTH = 20
"""Steps over which the loss that is told is averaged: one step's says more of its noise than of the model."""

QUIET = 0.1
"""Seconds between two beats that are passed on."""


@dataclass(frozen=True)
class Learned:
    """How far a training is.

    Attributes:
        stage: `encode` or `train`.
        done: steps finished.
        of: steps in all.
        loss: mean over the last steps; NaN before the first.
        seconds_left: estimated from the steps so far; NaN before the first.
    """

    stage: str
    done: int
    of: int
    loss: float = math.nan
    seconds_left: float = math.nan


OnLearned = Callable[[Learned], None]
"""Told several times a second, also within a step, where it may raise `Cancelled` to stop the training."""


def training_device(family: Family, training: Training) -> torch.device:
    """Where a model of this family is trained.

    Raises:
        MachineError: there is no graphics card that can (`no-training-here`), or the family is too large for one
            (`family-not-trained`).
    """
    if family not in FAMILIES:
        raise MachineError(
            "No personal model can be trained for a pack of this kind: it is too large. Choose another pack.",
            code="family-not-trained",
        )
    total = torch.cuda.get_device_properties(0).total_memory if torch.cuda.is_available() else 0
    if total < LEAST_MEMORY and not training.even_so:
        raise MachineError(
            "Training a model of your face needs a graphics card with at least 12 GB of memory of its own, and this "
            "computer has none that can be used. Make headshots without it.",
            code="no-training-here",
        )
    return torch.device("cuda" if total else "cpu")


def train(
    pack: Verified, studies: Sequence[Study], training: Training, on_learned: OnLearned, device: torch.device
) -> bytes:
    """Train and give the model's bytes: safetensors, half precision, see `core.personal.facts`.

    The same pack, pictures, training and kind of device give the same bytes.

    Args:
        pack: that the model is for; `training_device` has accepted its family.
        studies: what to learn from; how few is too few is the caller's to say.
        training: how.
        on_learned: see `OnLearned`.
        device: from `training_device`.

    Raises:
        Cancelled: `on_learned` raised it; nothing is left, and the next call is as if this had not been.
        OutOfMemory: on the device or in the machine.
        MachineError: the loss ran away (`training-diverged`), or see `personal_lessons.lesson`.
    """
    if not 1 <= len(studies) <= MOST_PHOTOS:
        raise UsageError("A personal model is trained on at most {most} photos.", most=MOST_PHOTOS)
    beat = _Beat(on_learned, training.steps)
    told = Facts(pack.manifest.digest, pack.manifest.family, training.rank, training.steps, len(studies), "")
    try:
        with _repeatable():
            course = _Course(lesson(pack, studies, device, beat), len(studies), training)
            course.run(beat)
            return _file(course.tensors(), told.to_metadata())
    except (RuntimeError, MemoryError) as error:
        if not memory.ran_out(error):
            raise
        raise OutOfMemory(
            "There was not enough memory to train a personal model. Close other programs and try again."
        ) from None
    finally:
        memory.give_back()


class _Beat:
    """Passes on how far the training is, now and then; what it calls may raise to stop it."""

    def __init__(self, on_learned: OnLearned, steps: int) -> None:
        self._told = on_learned
        self._last = -math.inf
        self.now = Learned("encode", 0, steps)

    def __call__(self) -> None:
        if time.monotonic() - self._last >= QUIET:
            self.tell(self.now)

    def tell(self, now: Learned) -> None:
        """Pass `now` on at once."""
        self.now = now
        self._told(now)
        self._last = time.monotonic()


@dataclass
class _Course:
    """One training over a lesson.

    Attributes:
        lesson: what is learned.
        pictures: how many there are.
        training: how.
    """

    lesson: Lesson
    pictures: int
    training: Training
    _losses: list[float] = field(default_factory=list)
    _kept: list[torch.Tensor] = field(default_factory=list)
    _rate: float = 0.0

    def __post_init__(self) -> None:
        from peft import LoraConfig

        rank = self.training.rank
        self.lesson.model.add_adapter(
            LoraConfig(r=rank, lora_alpha=rank, target_modules=list(self.lesson.layers)), adapter_name=NAME
        )
        # From a generator of our own, for nobody else's draws may decide what the model is like.
        self._draw = torch.Generator().manual_seed(self.training.seed)
        self._weights = [weight for name, weight in sorted(self.lesson.model.named_parameters()) if f".{NAME}." in name]
        for name, weight in sorted(self.lesson.model.named_parameters()):
            if ".lora_A." in name:
                weight.data = torch.randn(weight.shape, generator=self._draw).div_(rank).to(weight.device)
            elif ".lora_B." in name:
                weight.data = torch.zeros(weight.shape, device=weight.device)
        self.lesson.model.train()
        self._rate = self.training.rate

    def run(self, beat: _Beat) -> None:
        """All steps."""
        steps, returns, begun = self.training.steps, 0, time.monotonic()
        optimiser = self._optimiser()
        self._keep()
        with beating(self.lesson.model, beat):
            for step in range(steps):
                beat.tell(self._learned(step, begun))
                loss = self._step(optimiser, step)
                if not math.isfinite(loss):
                    returns += 1
                    self._return(returns)
                    optimiser = self._optimiser()
                    continue
                self._losses.append(loss)
                if (step + 1) % max(1, round(steps * KEPT_EVERY)) == 0:
                    self._keep()
        beat.tell(self._learned(steps, begun))

    def tensors(self) -> dict[str, torch.Tensor]:
        """The model, by the names that diffusers gives a LoRA's tensors."""
        from peft.utils import get_peft_model_state_dict

        state = get_peft_model_state_dict(self.lesson.model, adapter_name=NAME)
        return {
            f"{self.lesson.prefix}.{name}": tensor.detach().to("cpu", torch.float16).contiguous()
            for name, tensor in sorted(state.items())
        }

    def _optimiser(self) -> torch.optim.Optimizer:
        return torch.optim.AdamW(self._weights, lr=self._rate)

    def _step(self, optimiser: torch.optim.Optimizer, step: int) -> float:
        warm = min(1.0, (step + 1) / max(1.0, self.training.steps * WARM))
        for group in optimiser.param_groups:
            group["lr"] = self._rate * warm
        chosen = torch.randint(0, self.pictures, (min(TOGETHER, self.pictures),), generator=self._draw)
        loss = self.lesson.loss(chosen, self._draw)
        loss.backward()  # type: ignore[no-untyped-call]
        norm = torch.nn.utils.clip_grad_norm_(self._weights, 1.0)
        measured = float(loss.detach())
        if math.isfinite(measured) and bool(torch.isfinite(norm)):
            optimiser.step()
        else:
            measured = math.nan
        optimiser.zero_grad(set_to_none=True)
        return measured

    def _learned(self, step: int, begun: float) -> Learned:
        last = self._losses[-SMOOTH:]
        if not last:
            return Learned("train", step, self.training.steps)
        left = (time.monotonic() - begun) / max(1, step) * (self.training.steps - step)
        return Learned("train", step, self.training.steps, sum(last) / len(last), left)

    def _keep(self) -> None:
        self._kept = [weight.detach().to("cpu", copy=True) for weight in self._weights]

    def _return(self, times: int) -> None:
        """Back to what was kept, to learn more slowly from there."""
        if times > MOST_RETURNS:
            raise MachineError(
                "The training did not come to a usable model. Try again with other photos.", code="training-diverged"
            )
        with torch.no_grad():
            for weight, kept in zip(self._weights, self._kept, strict=True):
                weight.copy_(kept)
        self._rate /= 2


def _file(tensors: Mapping[str, torch.Tensor], metadata: Mapping[str, str]) -> bytes:
    """A safetensors file. The library's own writer lays the metadata down in an order that changes."""
    header: dict[str, object] = {"__metadata__": dict(metadata)}
    blobs, end = [], 0
    for name, tensor in tensors.items():
        blobs.append(tensor.numpy().tobytes())
        begin, end = end, end + len(blobs[-1])
        header[name] = {"dtype": "F16", "shape": list(tensor.shape), "data_offsets": [begin, end]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # tensors begin at a multiple of 8, as the format asks
    return b"".join([len(text).to_bytes(8, "little"), text, *blobs])


@contextmanager
def _repeatable() -> Iterator[None]:
    """Sums in the same order each time, where the device has such arithmetic."""
    before, warned = torch.are_deterministic_algorithms_enabled(), torch.is_deterministic_algorithms_warn_only_enabled()
    torch.use_deterministic_algorithms(True, warn_only=True)
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(before, warn_only=warned)
