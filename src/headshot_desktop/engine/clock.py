"""Seconds by stage of one rendering, and what is told before each: how far it is, and what there is to see."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from headshot_desktop.engine.protocol import OnProgress, Progress

STAGES = ("face", "place", "matte", "frame", "light", "colour", "backdrop", "compose", "check")
"""Stages of a rendering, in order; also what `Progress` reports."""

SHOWN_EVERY = 0.2
"""Seconds between two pictures of one rendering at least: nobody sees more, and each costs a little."""


class Clock:
    """Measures the stages of one job and reports before each."""

    def __init__(self, on_progress: OnProgress, *, live: bool = False) -> None:
        """Begin.

        Args:
            on_progress: told before each stage; may raise to stop the job.
            live: whether it wants pictures as well.
        """
        self._on_progress = on_progress
        self._live = live
        self._shown = -SHOWN_EVERY
        self._picture: bytes | None = None
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Report `name`, run the block, add its time."""
        picture, self._picture = self._picture, None
        self._on_progress(Progress(name, STAGES.index(name) if name in STAGES else 0, len(STAGES), picture))
        started = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started

    def show(self, draw: Callable[[], bytes]) -> None:
        """There is something new to see: draw it, if anybody looks, and send it with the next stage."""
        now = time.perf_counter()
        if self._live and now - self._shown >= SHOWN_EVERY:
            self._picture = draw()
            self._shown = now
            self.seconds["show"] = self.seconds.get("show", 0.0) + time.perf_counter() - now
