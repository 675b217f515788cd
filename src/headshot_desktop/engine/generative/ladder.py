"""Come down step by step when memory runs out: each step gives something up, and the person is told what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from headshot_desktop.core.errors import OutOfMemory
from headshot_desktop.engine.generative.job import Device, Offload, Plan

TILE, REFERENCE, SIDE = 512, 512, 768
"""Pixels: of VAE tiles, of references, and of the picture, on the steps that give these up."""

TILED = "Memory ran out, so the picture is decoded in tiles."
FEWER_PIXELS_SEEN = "Memory ran out, so your photos are looked at in a smaller size."
SMALLER = "Memory ran out, so the picture is made smaller."
MOVED = "Memory ran out, so parts of the model wait in main memory. This is slower."
MOVED_ALL = "Memory ran out, so the model is moved through the graphics card piece by piece. This is much slower."

_T = TypeVar("_T")


@dataclass(frozen=True)
class Ran(Generic[_T]):
    """What came of it.

    Attributes:
        result: of the attempt that succeeded.
        plan: that it succeeded with; its `told` has a sentence for each step down.
    """

    result: _T
    plan: Plan


def smaller(plan: Plan) -> Plan | None:
    """The next step that makes pictures smaller or decodes them in tiles; None when there is none left."""
    if plan.tile == 0 and plan.side > TILE:
        return _told(replace(plan, tile=TILE), TILED)
    if plan.reference > REFERENCE:
        return _told(replace(plan, reference=REFERENCE), FEWER_PIXELS_SEEN)
    if plan.side > SIDE:
        return _told(replace(plan, side=SIDE), SMALLER)
    return None


def lower(plan: Plan) -> Plan | None:
    """The next step down: tiles, references of 512 pixels, 768 pixels out, model offload, group offload, then None.

    Nothing is moved about where the device computes in main memory. A graphics card's plan never becomes a
    processor's: a picture would take tens of times as long, which is for the person to decide.
    """
    if (step := smaller(plan)) is not None:
        return step
    if plan.device in {Device.CPU, Device.MPS}:
        return None
    if plan.offload is Offload.NONE:
        return _told(replace(plan, offload=Offload.MODEL), MOVED)
    if plan.offload is Offload.MODEL:
        return _told(replace(plan, offload=Offload.GROUP), MOVED_ALL)
    return None


def run(plan: Plan, attempt: Callable[[Plan], _T], on_lower: Callable[[Plan], None] | None = None) -> Ran[_T]:
    """Attempt it with `plan`, and each time memory runs out with the next plan down.

    Args:
        plan: to begin with.
        attempt: the whole of the work, loading included; what it held must be free when it raises.
        on_lower: told of each plan that is tried after the first, before it is tried.

    Raises:
        OutOfMemory: of the last step, saying that there is none left.
    """
    while True:
        try:
            return Ran(attempt(plan), plan)
        except OutOfMemory:
            below = lower(plan)
        if below is None:
            raise OutOfMemory(
                "Memory ran out even in the most sparing way. Close other programs, above all those that use the "
                "graphics card, or choose a smaller pack.",
                code="ladder-ended",
            )
        # Outside the handler: the exception's traceback would keep what the attempt held.
        from headshot_desktop.engine.generative import memory  # loads torch

        memory.give_back()
        if on_lower is not None:
            on_lower(below)
        plan = below


def _told(plan: Plan, sentence: str) -> Plan:
    return replace(plan, told=(*plan.told, sentence))
