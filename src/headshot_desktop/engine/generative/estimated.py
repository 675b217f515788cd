"""A sampler that says beforehand how long each picture will take."""

from __future__ import annotations

import time
from collections.abc import Callable

from headshot_desktop.engine.generative.calibration import Speed, Stopwatch, calibrate
from headshot_desktop.engine.generative.job import Job, OnStep, Picture, Plan, Sampler, Step, Verified
from headshot_desktop.engine.generative.work import Shape


class Estimated:
    """A `Sampler` over another one; the first job measures it with a small picture that nobody sees.

    Attributes:
        expected: seconds that the last picture was expected to take, from its beginning to its end; 0 for none yet.
        took: seconds that it took.
    """

    def __init__(
        self, sampler: Sampler, pack: Verified, plan: Plan, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._sampler, self._pack, self._plan, self._clock = sampler, pack, plan, clock
        self._speed: Speed | None = None
        self._wish: tuple[str, str, str] | None = None  # whose words have been read
        self._ends = 0.0
        self.expected = self.took = 0.0

    def generate(self, job: Job, on_step: OnStep, *, live: bool = False) -> Picture:
        """See `Sampler.generate`."""
        if self._speed is None:
            # What it tells while it measures is no progress; whoever listens may still stop it.
            self._speed = calibrate(
                self._sampler, self._pack, self._plan, lambda _: on_step(Step("text", 0, 1)), embedding=job.embedding
            )
        shape = Shape.of(job, self._plan, self._pack.manifest.family)
        wish = job.prompt, job.negative, job.embedding
        self.expected = self._speed.seconds(shape, warm=wish == self._wish)
        self._ends = self._clock() + self.expected
        watch = Stopwatch(on_step, self._clock)
        picture = self._sampler.generate(job, watch, live=live)
        timed = watch.timed()
        self.took, self._ends, self._wish = timed.total, 0.0, wish
        self._speed.learn(shape, timed.total - timed.text)
        return picture

    @property
    def seconds_left(self) -> float | None:
        """Seconds to the end of the picture that is being made; None where there is none, or it takes longer."""
        left = self._ends - self._clock()
        return left if left > 0 else None

    def close(self) -> None:
        """See `Sampler.close`."""
        self._sampler.close()
