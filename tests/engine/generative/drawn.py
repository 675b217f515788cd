"""A sampler that draws instead of denoising: what it changes for the worse is known, and it needs no torch."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt

from headshot_desktop.core.errors import OutOfMemory
from headshot_desktop.engine.generative.job import Job, OnStep, Picture, Step


@dataclass
class DrawnSampler:
    """Paints a suit, a neck and a background around the head of the base, and spoils all of it on purpose.

    Attributes:
        cast: factors on R, G, B of everything.
        skin: colour of the neck, 0–255, before the cast; None for the base's own pixels there.
        scribble: whether it also draws over the face.
        alone: what it answers to jobs without a base, by seed; noise for others.
        fails: how many jobs run out of memory first.
        wait: seconds a step takes.
        seen: colour of its previews; None for another grey at each step.
        jobs: those it was given.
        closed: how often it was closed.
    """

    cast: tuple[float, float, float] = (1.0, 1.0, 1.0)
    skin: tuple[int, int, int] | None = (214, 160, 130)
    scribble: bool = False
    alone: dict[int, Picture] = field(default_factory=dict)
    fails: int = 0
    wait: float = 0.0
    seen: tuple[int, int, int] | None = None
    jobs: list[Job] = field(default_factory=list)
    closed: int = 0

    def generate(self, job: Job, on_step: OnStep, *, live: bool = False) -> Picture:
        """See `Sampler.generate`."""
        self.jobs.append(job)
        if self.fails:
            self.fails -= 1
            raise OutOfMemory("Drawn memory ran out.")
        on_step(Step("text", 0, 1))
        for done in range(job.steps):
            time.sleep(self.wait)
            colour = self.seen or (40 * done % 255,) * 3
            seen = np.full((32, 32, 3), colour, np.uint8) if live else None
            on_step(Step("denoise", done, job.steps, seen))
        on_step(Step("decode", 0, 1))
        made = self._around(job) if job.base is not None else self._alone(job)
        return np.asarray(np.clip(made * np.array(self.cast), 0, 255), np.uint8)

    def close(self) -> None:
        """See `Sampler.close`."""
        self.closed += 1

    def _alone(self, job: Job) -> npt.NDArray[np.float64]:
        if job.seed in self.alone:
            picture = cv2.resize(self.alone[job.seed], (job.width, job.height), interpolation=cv2.INTER_AREA)
            return np.asarray(picture, np.float64)
        return np.random.default_rng(job.seed).uniform(0, 255, (job.height, job.width, 3))

    def _around(self, job: Job) -> npt.NDArray[np.float64]:
        assert job.base is not None
        assert job.mask is not None
        kept = job.mask < 128
        rows, columns = np.nonzero(kept)
        chin, middle = int(rows.max()), int(np.median(columns))
        wide = int(np.ptp(columns))
        canvas = self._background(job)
        person = np.zeros((job.height, job.width), np.uint8)
        neck = np.zeros_like(person)
        half = int(0.27 * wide)
        cv2.rectangle(neck, (middle - half, int(chin - 0.35 * wide)), (middle + half, chin + wide), 255, -1)
        cv2.ellipse(person, (middle, chin + wide), (int(1.25 * wide), int(0.85 * wide)), 0, 0, 360, 255, -1)
        canvas[neck > 0] = job.base[neck > 0] if self.skin is None else self.skin
        collar = np.array([[middle - half, chin], [middle + half, chin], [middle, chin + int(0.55 * wide)]])
        opening = np.zeros_like(person)
        cv2.fillConvexPoly(opening, collar.astype(np.int32), 255)
        canvas[(person > 0) & (opening == 0)] = (28, 38, 66)
        canvas[kept] = job.base[kept]
        if self.scribble:
            cv2.circle(canvas, (middle, chin - wide // 2), wide // 4, (10, 240, 20), -1)
        return np.asarray(cv2.GaussianBlur(canvas, (0, 0), 0.8), np.float64)

    def _background(self, job: Job) -> Picture:
        random = np.random.default_rng(job.seed)
        coarse = random.uniform(110, 160, (4, 4, 3)).astype(np.float32)
        wall = cv2.resize(coarse, (job.width, job.height), interpolation=cv2.INTER_CUBIC)
        return np.clip(wall, 0, 255).astype(np.uint8)
