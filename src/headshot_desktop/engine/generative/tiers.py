"""The table of memory sizes: how generously a pack is run on each, as data with its sources.

A row says how large pictures and references may be and in which order the ways of holding the weights are tried; which
of these ways fits is worked out from the pack's own sizes (`plan`). Rows are from the project's survey of published
peaks (its marks: [D] documentation or a published number, [M] measured by us, [G] general knowledge); no row was run on
a real card of that size yet, except the processors'.
"""

from __future__ import annotations

from dataclasses import dataclass

from headshot_desktop.engine.generative.devices import Machine
from headshot_desktop.engine.generative.job import Offload

GIB = 1 << 30

NOMINAL = 0.93
"""Share of its nominal size that a device tells at least: firmware and the system keep some."""


@dataclass(frozen=True)
class Way:
    """One way of holding a pack's weights.

    Attributes:
        bits: 16 for the dtype of the arithmetic (32 on a processor without bfloat16), 8 for eight-bit storage.
        offload: what is moved to main memory meanwhile.
        together: whether text encoder and generator are in memory at the same time.
    """

    bits: int
    offload: Offload = Offload.NONE
    together: bool = False


@dataclass(frozen=True)
class Tier:
    """One row.

    Attributes:
        name: for people.
        graphics: whether it is of graphics cards.
        least: gibibytes of the device's nominal memory from which it holds.
        share: of the device's memory that may be planned with.
        side: pixels of the longer side of the picture at most.
        reference: pixels of a reference's longer side.
        most_references: references at most.
        tile: pixels of a VAE tile; 0 for none.
        tiny_decoder: whether a pack's `AutoencoderTiny` makes the final picture.
        ways: in the order in which they are tried.
        source: where the row comes from.
    """

    name: str
    graphics: bool
    least: float
    share: float
    side: int
    reference: int
    most_references: int
    tile: int
    tiny_decoder: bool
    ways: tuple[Way, ...]
    source: str


_ALL, _PHASES = Way(16, together=True), Way(16)
_ALL_8, _PHASES_8 = Way(8, together=True), Way(8)
_MODEL, _MODEL_8 = Way(16, Offload.MODEL, together=True), Way(8, Offload.MODEL, together=True)
_GROUPS, _GROUPS_8 = Way(16, Offload.GROUP), Way(8, Offload.GROUP)

TIERS = (
    Tier(
        "processor under 16 GB",
        *(False, 0, 0.8, 512, 512, 2, 512, True),
        (_ALL, _PHASES, _PHASES_8),
        "SD 1.5-LCM, 512 px, AutoencoderTiny: 45 core-seconds with AVX2 [M]",
    ),
    Tier(
        "processor from 16 GB",
        *(False, 16, 0.8, 640, 512, 2, 512, True),
        (_ALL, _PHASES, _PHASES_8),
        "as above; klein 4B at 512–640 px: minutes [M]",
    ),
    Tier(
        "graphics card with 6 GB",
        *(True, 6, 0.97, 768, 512, 1, 512, False),
        (_MODEL, _PHASES_8, _MODEL_8, _GROUPS_8, _GROUPS),
        "SDXL in 16 bits with model offload [D]; klein 4B in float8, 3.6 GiB [M]",
    ),
    Tier(
        "graphics card with 8 GB",
        *(True, 8, 0.95, 1024, 768, 2, 512, False),
        (_PHASES, _PHASES_8, _MODEL, _MODEL_8, _GROUPS_8, _GROUPS),
        "klein 4B in float8, text encoder first and then freed [M sizes]",
    ),
    Tier(
        "graphics card with 12 GB",
        *(True, 12, 0.8, 1024, 768, 3, 512, False),
        (_ALL, _PHASES, _ALL_8, _PHASES_8, _MODEL, _MODEL_8, _GROUPS_8, _GROUPS),
        "klein 4B in float8: published peak 8.4 GB [D]",
    ),
    Tier(
        "graphics card with 16 GB",
        *(True, 16, 0.9, 1024, 768, 3, 0, False),
        (_ALL, _MODEL, _PHASES, _ALL_8, _PHASES_8, _MODEL_8, _GROUPS_8, _GROUPS),
        "klein 4B in bfloat16 with model offload: published about 13 GB [D]",
    ),
    Tier(
        "graphics card with 24 GB",
        *(True, 24, 0.95, 1024, 768, 3, 0, False),
        (_ALL, _MODEL, _PHASES, _ALL_8, _PHASES_8, _MODEL_8, _GROUPS_8, _GROUPS),
        "klein 4B in bfloat16, all of it resident: published about 20 GB [D]",
    ),
    Tier(
        "graphics card with 48 GB",
        *(True, 48, 0.85, 1024, 768, 4, 0, False),
        (_ALL, _MODEL, _PHASES, _ALL_8, _PHASES_8, _MODEL_8, _GROUPS_8, _GROUPS),
        "Qwen-Image-Edit in eight bits, from 64 GB in bfloat16 [D sizes]",
    ),
    Tier(
        "graphics card with 64 GB or more",
        *(True, 64, 0.95, 1024, 768, 4, 0, False),
        (_ALL, _MODEL, _PHASES, _ALL_8, _PHASES_8, _MODEL_8, _GROUPS_8, _GROUPS),
        "Qwen-Image-Edit in bfloat16 [D sizes]",
    ),
)
"""From little to much memory, first processors, then graphics cards."""


def tier(machine: Machine) -> Tier | None:
    """The row of a machine; None for a graphics card with less memory than the smallest row has."""
    fitting = [
        row for row in TIERS if row.graphics is machine.accelerated and machine.total >= row.least * NOMINAL * GIB
    ]
    return fitting[-1] if fitting else None
