"""What is told while a picture is generated: one count from the first look at the photo to the last check."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from headshot_desktop.engine import glimpses
from headshot_desktop.engine.clock import STAGES
from headshot_desktop.engine.generative.job import Picture, Step
from headshot_desktop.engine.protocol import OnProgress, Progress

OFTEN = 0.05
"""Seconds between two words about the same step: each is also the moment in which a cancel is heard."""

SHOWN_EVERY = 0.2
"""Seconds between two pictures at least."""


class Telling:
    """Counts the Studio's stages, then the first attempt's steps; never backwards.

    How often a picture is drawn again nobody knows before: the count stands still meanwhile, and the stages tell of it.
    """

    def __init__(self, on_progress: OnProgress, steps: int, *, live: bool) -> None:
        """Begin.

        Args:
            on_progress: told; may raise to stop.
            steps: denoising steps of an attempt.
            live: whether it wants pictures.
        """
        self._on_progress, self._steps = on_progress, max(1, steps)
        self.live = live
        self._done, self._before = 0, len(STAGES)
        self._of = self._before + self._steps + 3
        self._last = ("", -1, 0.0)
        self._shown = -SHOWN_EVERY
        self.seconds: dict[str, float] = {}

    def studio(self, progress: Progress) -> None:
        """Word of the Studio's stages."""
        self._tell(progress.stage, progress.done, None)
        if progress.picture is not None:
            self._on_progress(Progress(progress.stage, self._done, self._of, progress.picture))

    def attempt(self) -> None:
        """Another attempt begins."""
        self._tell("text", self._before, None)

    def step(self, step: Step) -> None:
        """An `OnStep` for the sampler."""
        share = min(1.0, step.done / max(step.of, 1))
        into = {"text": 0, "decode": self._steps + 1}.get(step.stage, 1 + int(share * self._steps))
        self._tell(step.stage, self._before + into, step.preview)

    def at(self, name: str, *, after: bool = False) -> None:
        """A stage of our own: at the end of an attempt, or wherever it is."""
        self._tell(name, self._of - 1 if after else self._done, None)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the block's time to `seconds`."""
        started = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Tell of a stage of our own and time it."""
        self.at(name)
        with self.timed(name):
            yield

    def _tell(self, name: str, done: int, preview: Picture | None) -> None:
        self._done = max(self._done, done)
        now = time.monotonic()
        picture = None
        if preview is not None and self.live and now - self._shown >= SHOWN_EVERY:
            picture, self._shown = glimpses.jpeg(preview), now
        stage, last, when = self._last
        if picture is None and (name, self._done) == (stage, last) and now - when < OFTEN:
            return
        self._last = (name, self._done, now)
        self._on_progress(Progress(name, self._done, self._of, picture))
