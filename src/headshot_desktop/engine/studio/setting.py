"""Which backdrop an automatic look takes: paper where the outline is clean, the person's own background where not.

The own background is put far out of focus only where the outline is nearly clean and there is something to calm. Behind
a doubtful outline, and where the photo's background is quiet by itself, it recedes gently instead (`depth`).

Paper is taken as light or dark as what was behind the person. The light on hair and shoulders was made by those
surroundings, and what little of them is left in fine hair does not show on a tone like theirs.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from headshot_desktop.core.request import Backdrop, BackdropKind
from headshot_desktop.engine.studio import surroundings
from headshot_desktop.engine.studio.outline import Outline

CLEAN = -2.0
"""Risk of an outline up to which it is put before paper without being asked to."""

CONFIDENT = 0.3
"""Risk of an outline up to which the own background may be put far out of focus right behind it."""

QUIET = 1.0
"""Clutter up to which a background is so quiet, or so far out of focus already, that nothing need be done about it."""

DOUBTFUL = 1.5
"""Risk from which somebody who asked for a studio backdrop is told that the old background probably shows.

Between `CLEAN` and here it is told that it may: what is not put before paper unasked is not passed over in silence.
"""

PAPERS = ((12.0, (84, 86, 90), 0.55), (45.0, (142, 144, 147), 0.42), (76.0, (221, 222, 224), 0.27))
"""Lightness L* behind the person, and colour and falloff of the paper that goes with it; between them, in between."""

KEPT = (
    "Hair or shoulders cannot be told cleanly from this background, so your own background was kept and calmed. "
    "Every other look but “natural” puts you in front of a studio backdrop."
)
RECEDES = (
    "Hair or shoulders cannot be told cleanly from this background, so your own background was kept, a little out of "
    "focus away from you. Every other look but “natural” puts you in front of a studio backdrop."
)
MAY_SHOW = (
    "Hair or shoulders are hard to tell from this background, and a little of it may show: look closely at the edge, "
    "or choose the look “natural”, which keeps your own background."
)
LOOK_CLOSELY = (
    "Hair or shoulders cannot be told cleanly from this background, and some of it probably shows: look closely at the "
    "edge, or choose the look “natural”, which keeps your own background."
)


def chosen(backdrop: Backdrop, outline: Outline) -> tuple[Backdrop, tuple[str, ...]]:
    """The backdrop to use, and what the person must be told about it.

    Args:
        backdrop: as the look has it. Only an automatic one is replaced; what was asked for by name is used.
        outline: of the person.
    """
    if backdrop.kind is BackdropKind.AUTOMATIC:
        if outline.risk > CLEAN:
            said = RECEDES if recedes(backdrop, outline) else KEPT
            return replace(backdrop, kind=BackdropKind.NATURAL), (said,)
        return paper(backdrop, outline.level), ()
    if backdrop.kind in (BackdropKind.NATURAL, BackdropKind.NONE) or outline.risk <= CLEAN:
        return backdrop, ()
    return backdrop, (LOOK_CLOSELY if outline.risk > DOUBTFUL else MAY_SHOW,)


def recedes(backdrop: Backdrop, outline: Outline) -> bool:
    """Whether the person's own background only recedes (`depth.receding`) instead of going far out of focus.

    Args:
        backdrop: as the look has it; one that was asked for by name never recedes.
        outline: of the person.
    """
    if backdrop.kind is not BackdropKind.AUTOMATIC or outline.risk <= CLEAN:
        return False
    return outline.clutter <= QUIET or outline.risk > CONFIDENT


def room_beyond(backdrop: Backdrop, outline: Outline) -> float:
    """Share of a frame before the own background that may lie past the photo's border; arguments as for `recedes`.

    What is not far out of focus would be seen to end there, unless it is a plain wall.
    """
    if recedes(backdrop, outline) and outline.clutter > QUIET:
        return 0.0
    return surroundings.room_beyond(outline.clutter)


def paper(backdrop: Backdrop, level: float) -> Backdrop:
    """Seamless paper that goes with a lightness L* (0 to 100) behind the person; the side of its light is kept."""
    levels = [step[0] for step in PAPERS]
    colours = np.array([step[1] for step in PAPERS], np.float64)
    colour = [round(float(np.interp(level, levels, colours[:, channel]))) for channel in range(3)]
    falloff = float(np.interp(level, levels, [step[2] for step in PAPERS]))
    return replace(
        backdrop,
        kind=BackdropKind.SEAMLESS,
        colour=(colour[0], colour[1], colour[2]),
        falloff=round(falloff, 3),
        texture=0.0,
    )
