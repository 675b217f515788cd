"""Being heard inside a step: the caller is asked between a model's modules."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import torch

from headshot_desktop.engine.generative.job import OnStep, Picture, Step

TELL_EVERY = 0.05
"""Seconds of work after which the caller is asked again."""

_STRIDE, _AHEAD = 64, 2
"""CUDA runs behind Python: marks are set this many modules apart, and Python is this many marks ahead at most."""


class Telling:
    """Says how far a job is; whatever `on_step` raises goes through the model's modules and ends the job."""

    def __init__(self, on_step: OnStep) -> None:
        self._on_step = on_step
        self._now = Step("text", 0, 1)
        self._last = 0.0
        self._calls = 0
        self._marks: deque[torch.cuda.Event] = deque()

    def at(self, stage: str, done: int, of: int, preview: Picture | None = None) -> None:
        """Say it in any case."""
        self._now = Step(stage, done, of)
        self._last = time.monotonic()
        self._on_step(Step(stage, done, of, preview))

    def between(self) -> None:
        """Say it again if that was some time ago."""
        if time.monotonic() - self._last >= TELL_EVERY:
            self._last = time.monotonic()
            self._on_step(self._now)

    @contextmanager
    def hooked(self, modules: Iterable[Any]) -> Iterator[None]:
        """Between every two calls of the innermost modules of `modules`, `between` is called."""
        found = [module for each in modules for module in each.modules() if next(module.children(), None) is None]
        handles = [module.register_forward_pre_hook(self._before) for module in found]
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()
            self._marks.clear()

    def _before(self, module: torch.nn.Module, _inputs: Any) -> None:
        self._calls += 1
        if self._calls % _STRIDE == 0:
            self._keep_pace(module)
        self.between()

    def _keep_pace(self, module: torch.nn.Module) -> None:
        parameter = next(module.parameters(), None)
        if parameter is None or parameter.device.type != "cuda":
            return
        mark = torch.cuda.Event()  # type: ignore[no-untyped-call]
        mark.record()
        self._marks.append(mark)
        if len(self._marks) > _AHEAD:
            self._marks.popleft().synchronize()
