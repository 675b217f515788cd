"""How long a picture will take here: measured on a small one with the loaded pack, and extrapolated by arithmetic.

A picture of 256 pixels is made in two steps, and on quick devices a second one of twice that size, because small
pictures do not fill them and cost mostly a fixed time for each step. What a step
and a decoding of another size are in operations is counted (`work`), so that only the seconds for each operation come
from the clock. After each finished picture the estimate learns from it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from headshot_desktop.engine.generative.job import Job, OnStep, Picture, Plan, Sampler, Step, Verified
from headshot_desktop.engine.generative.plan import MEGAPIXEL
from headshot_desktop.engine.generative.work import Shape, Work

SMALL = 256
"""Pixels of both sides of the picture and of its one reference."""

QUICK = 0.5
"""Seconds of a small step below which a second, larger picture is made."""

_ENCODE_SHARE = 0.55
"""Time of reading a picture against that of decoding one of its size; measured for FLUX.2's autoencoder at 512 and 1024
pixels (0.48 and 0.56)."""

_MEMORY = 0.5
"""Weight of the newest picture when the estimate learns."""

Clock = Callable[[], float]


@dataclass(frozen=True)
class Timed:
    """Where the time of one picture went, in seconds.

    Attributes:
        text: reading the words and, for an IP-Adapter, the references; with the loading of what does that.
        before: from there to the end of the first step, less one step; with the loading of the generator.
        step: one step, the first not counted.
        decode: from the last step to the picture.
        total: all of it.
    """

    text: float
    before: float
    step: float
    decode: float
    total: float


@dataclass(frozen=True)
class Line:
    """Seconds as `fixed + rate · operations`."""

    fixed: float
    rate: float

    @classmethod
    def through(cls, points: list[tuple[float, float]]) -> Line:
        """Through one or two points (operations, seconds), neither part below zero."""
        (first, fewer), (last, more) = points[0], points[-1]
        if last <= first:
            return cls(0.0, more / last)
        rate = (more - fewer) / (last - first)
        if rate < 0:
            return cls(more, 0.0)
        fixed = more - rate * last
        return cls(fixed, rate) if fixed >= 0 else cls(0.0, more / last)

    def at(self, operations: float) -> float:
        """Seconds."""
        return self.fixed + self.rate * operations


class Speed:
    """What a pack does on this machine with a plan; made by `calibrate`."""

    def __init__(self, pack: Verified, plan: Plan, work: Work, text: float, step: Line, decode: Line) -> None:
        self._pack, self._plan, self._work = pack, plan, work
        self._text, self._step, self._decode = text, step, decode
        self._factor = 1.0

    def seconds(self, shape: Shape, *, warm: bool = True) -> float:
        """Seconds that a picture will take.

        Args:
            shape: of the job; references as they are handed over.
            warm: whether its words were read before (other seeds of the same wish).
        """
        shape = shape.under(self._plan, self._pack.manifest.family)
        denoise = shape.steps * self._step.at(self._work.step(shape))
        decode = self._decode.at(self._work.decode(shape.width, shape.height))
        read = self._work.encoded(shape) * MEGAPIXEL / (shape.width * shape.height) * _ENCODE_SHARE * decode
        return (0.0 if warm else self._text) + self._factor * (denoise + decode + read)

    def learn(self, shape: Shape, seconds: float) -> None:
        """Take in what a picture took, without the reading of its words; the next estimate moves half-way to it."""
        expected = self.seconds(shape)
        if expected > 0 and seconds > 0:
            self._factor *= 1 + _MEMORY * (seconds / expected - 1)


def calibrate(
    sampler: Sampler,
    pack: Verified,
    plan: Plan,
    on_step: OnStep,
    *,
    embedding: str = "",
    clock: Clock = time.perf_counter,
    work: Work | None = None,
) -> Speed:
    """Measure `sampler`; it has loaded its pack afterwards.

    Args:
        sampler: of `pack`, loaded with `plan`.
        pack: verified.
        plan: that it runs by.
        on_step: told of the steps, so that a cancel is heard.
        embedding: name of the prompt embeddings that pictures will be made with; empty where words will be read.
        clock: seconds.
        work: of `pack` with `plan`, where it was counted before.

    Raises:
        Cancelled: `on_step` raised it.
        OutOfMemory: the caller may come down the ladder.
    """
    work, family = work or Work(pack, plan), pack.manifest.family
    small = _job(pack, min(SMALL, plan.side), embedding)
    times = [(small, _timed(sampler, small, on_step, clock))]
    text = times[0][1].text
    if times[0][1].step < QUICK:
        # Only now is everything loaded and warm: the small one once more, and a larger one.
        larger = _job(pack, min(2 * SMALL, plan.side), embedding)
        times = [
            (job, _timed(sampler, job, on_step, clock)) for job in (small, larger)[: 1 + (larger.width > small.width)]
        ]
    shapes = [Shape.of(job, plan, family) for job, _ in times]
    steps = [(work.step(shape), timed.step) for shape, (_, timed) in zip(shapes, times, strict=True)]
    decodes = [
        (work.decode(shape.width, shape.height), timed.decode) for shape, (_, timed) in zip(shapes, times, strict=True)
    ]
    return Speed(pack, plan, work, text, Line.through(steps), Line.through(decodes))


def _job(pack: Verified, side: int, embedding: str) -> Job:
    """Noise in the place of a person, in a picture that nobody sees."""
    side = side // 16 * 16
    noise = np.random.default_rng(0).integers(0, 256, (min(SMALL, side), min(SMALL, side), 3), np.uint8)
    defaults = pack.manifest.defaults
    return Job("a portrait", (noise,), side, side, 2, 0, guidance=defaults.guidance, embedding=embedding)


class Stopwatch:
    """An `OnStep` that notes when each stage and step ended."""

    def __init__(self, on_step: OnStep, clock: Clock) -> None:
        self._on_step, self._clock = on_step, clock
        self._started = clock()
        self._ends: dict[tuple[str, int], float] = {}

    def __call__(self, step: Step) -> None:
        """See `OnStep`; the same step is told again and again, and the first time counts."""
        self._ends.setdefault((step.stage, step.done), self._clock())
        self._on_step(step)

    def timed(self) -> Timed:
        """Where the time since its making went, of a job of two steps or more."""
        now, text = self._clock(), self._ends.get(("text", 1), self._started)
        steps = sorted(done for stage, done in self._ends if stage == "denoise" and done > 0)
        first, last = self._ends["denoise", steps[0]], self._ends["denoise", steps[-1]]
        step = (last - first) / max(1, len(steps) - 1)
        return Timed(text - self._started, max(0.0, first - text - step), step, now - last, now - self._started)


def _timed(sampler: Sampler, job: Job, on_step: OnStep, clock: Clock) -> Timed:
    watch = Stopwatch(on_step, clock)
    made: Picture = sampler.generate(job, watch)
    del made
    return watch.timed()
