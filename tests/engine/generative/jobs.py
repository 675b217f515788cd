"""Jobs and plans that the tests of the samplers share: small, so that a generation takes a fraction of a second."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from headshot_desktop.engine.generative.job import Device, Job, Mask, Picture, Plan, Sampler, Step, Verified, Weights
from headshot_desktop.engine.generative.samplers import load
from headshot_desktop.engine.generative.verified import stamps, verify

FAMILIES = ("klein", "qwen", "sdxl", "sd15")

WIDTH, HEIGHT = 96, 128

PLAN = Plan(Device.CPU, Weights.FLOAT32, "float32", reference=96, side=256)


def photo(number: int, width: int = 80, height: int = 96) -> Picture:
    """A head on a wall, more or less; another one for each number."""
    made = np.zeros((height, width, 3), np.uint8)
    made[:] = (90 + 20 * number, 110, 140)
    made[height // 5 : height * 3 // 5, width // 3 : width * 2 // 3] = (220, 180 - 20 * number, 150)
    return made


def mask() -> Mask:
    made = np.full((HEIGHT, WIDTH), 255, np.uint8)
    made[32:80, 32:64] = 0
    return made


def job(family: str, **changes: Any) -> Job:
    """A wholly new picture from two references."""
    plain = Job(
        prompt="studio headshot, navy suit",
        references=(photo(1), photo(2)),
        width=WIDTH,
        height=HEIGHT,
        steps=2,
        seed=7,
        guidance=3.0 if family == "sdxl" else 1.0,
    )
    return replace(plain, **changes)


def inpainting(family: str, **changes: Any) -> Job:
    """Everything but the face."""
    return job(family, base=photo(0, WIDTH, HEIGHT), mask=mask(), **changes)


def sampler(folder: Path, plan: Plan = PLAN) -> Sampler:
    return load(verified(folder), plan)


def verified(folder: Path) -> Verified:
    return verify(folder, "")


def as_it_lies(pack: Verified) -> Verified:
    """A pack whose files were changed after they were compared, unnoticed: only what loads them can find out."""
    return replace(pack, stamps=stamps(pack.folder))


def generated(made: Sampler, wanted: Job, **more: Any) -> Picture:
    return made.generate(wanted, lambda _: None, **more)


class Told(list[Step]):
    """What a job says of itself."""

    def __call__(self, step: Step) -> None:
        self.append(step)

    @property
    def stages(self) -> list[tuple[str, int, int]]:
        """Without repetitions."""
        found: list[tuple[str, int, int]] = []
        for step in self:
            if (now := (step.stage, step.done, step.of)) not in found:
                found.append(now)
        return found
