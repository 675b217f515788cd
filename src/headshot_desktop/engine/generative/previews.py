"""What there is to see of a picture while it is denoised: the picture that a step expects, decoded without the decoder.

A latent's channels are nearly linear in the colours of the pixels below it, so one 3-column matrix turns latents into a
small picture, at no cost. It is fitted by least squares to the pack's own autoencoder, on patches of smooth and plain
colour made here; no table from elsewhere is used.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import numpy as np
import torch

from headshot_desktop.engine.generative.job import Picture

EVERY = 0.2
"""Seconds between two previews at least."""

_SIDE, _PICTURES = 256, 2

Encode = Callable[[torch.Tensor], torch.Tensor]
"""From (1, 3, H, W) in [-1, 1] to raw latents, (C, h, w)."""


class Colours:
    """The linear map from latents to colours."""

    def __init__(self, encode: Encode) -> None:
        """Fit it.

        Args:
            encode: the autoencoder's.
        """
        seen, wanted = [], []
        for picture in _patches():
            latents = encode(picture).float().cpu()
            shrunk = torch.nn.functional.interpolate(picture, size=latents.shape[-2:], mode="area")[0]
            seen.append(latents.flatten(1).T)
            wanted.append(shrunk.flatten(1).T)
        design = torch.cat(seen)
        design = torch.cat([design, torch.ones(len(design), 1)], 1)
        # By the normal equations with a little ridge: exact enough for eight bits, and never without a solution.
        gram = design.T @ design
        gram += torch.eye(len(gram)) * 1e-4 * gram.diagonal().mean()
        self._map = torch.linalg.solve(gram, design.T @ torch.cat(wanted))

    @property
    def usable(self) -> bool:
        """Whether the fit gave numbers; an autoencoder that overflows in half precision does not."""
        return bool(torch.isfinite(self._map).all())

    def picture(self, latents: torch.Tensor) -> Picture:
        """From raw latents, (C, h, w), to (h, w, 3) uint8."""
        colours = torch.einsum("chw,cr->hwr", latents.float().cpu(), self._map[:-1]) + self._map[-1]
        pixels = ((colours.nan_to_num(0).clamp(-1, 1) + 1) * 127.5).round()
        return np.ascontiguousarray(pixels.to(torch.uint8).numpy())


class Expected:
    """The latents that the step before expects in the end; those of the step itself are mostly noise."""

    def __init__(self) -> None:
        self.latents: torch.Tensor | None = None
        self._last = 0.0

    def due(self) -> bool:
        """Whether it is time for a preview; if so, the next will be due a while later."""
        if monotonic() - self._last < EVERY:
            return False
        self._last = monotonic()
        return True


@contextmanager
def watched(scheduler: Any) -> Iterator[Expected]:
    """Keep what a scheduler expects at each of its steps.

    Args:
        scheduler: one that returns its expectation beside the next sample, or of flow matching, whose model predicts
            v = noise − data at x = (1 − σ)·data + σ·noise, so that data = x − σ·v. Of others the sample is kept.
    """
    expected, step = Expected(), scheduler.step

    @functools.wraps(step)
    def watching(output: torch.Tensor, timestep: Any, sample: torch.Tensor, *more: Any, **named: Any) -> Any:
        result = step(output, timestep, sample, *more, **named)
        if len(result) > 1:
            expected.latents = result[1]
        elif type(scheduler).__name__.startswith("FlowMatch"):
            sigma = scheduler.sigmas[scheduler.step_index - 1].to(sample.device, sample.dtype)
            expected.latents = sample - sigma * output
        else:
            expected.latents = result[0]
        return result

    scheduler.step = watching
    try:
        yield expected
    finally:
        del scheduler.step


def _patches() -> Iterator[torch.Tensor]:
    source = torch.Generator().manual_seed(0)
    for number in range(_PICTURES):
        low = torch.rand(1, 3, 4 << number, 4 << number, generator=source)
        mode = "nearest" if number % 2 else "bicubic"
        yield torch.nn.functional.interpolate(low, size=(_SIDE, _SIDE), mode=mode).clamp(0, 1) * 2 - 1
