"""Into which of 240 boxes a photo falls: all that the quality statistics ever know of it.

The edges are so far apart that a box is no description of anybody: 5 turns to the side × 3 up and down × 4 sizes of the
face × 4 kinds of light, about 8 bits. The light is how evenly the face is lit, never how light it is, for that would
tell the colour of the skin.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

YAW_EDGES: Final = (-30.0, -10.0, 10.0, 30.0)
"""Degrees that the head is turned to the side; the middle box looks towards the camera."""
PITCH_EDGES: Final = (-10.0, 10.0)
"""Degrees that it is turned up or down."""
SIZE_EDGES: Final = (60.0, 100.0, 160.0)
"""Pixels between the eyes."""
LIGHT_EDGES: Final = (1.5, 2.5, 5.0)
"""How many times as much light the brighter half of the face gets as the darker one."""

_EDGES: Final = (
    ("yaw", YAW_EDGES),
    ("pitch", PITCH_EDGES),
    ("inter_eye", SIZE_EDGES),
    ("side_ratio", LIGHT_EDGES),
)
BOXES: Final = 5 * 3 * 4 * 4


@dataclass(frozen=True)
class Box:
    """One box, by its place along each of the four.

    Attributes:
        yaw: 0–4.
        pitch: 0–2.
        size: 0–3.
        light: 0–3, the most even first.
    """

    yaw: int
    pitch: int
    size: int
    light: int

    @property
    def number(self) -> int:
        """0–239."""
        return ((self.yaw * 3 + self.pitch) * 4 + self.size) * 4 + self.light

    @classmethod
    def numbered(cls, number: int) -> Self:
        """The box of that number; ValueError for a number that none has."""
        if not 0 <= number < BOXES:
            raise ValueError(f"There is no box {number}.")
        rest, light = divmod(number, 4)
        rest, size = divmod(rest, 4)
        yaw, pitch = divmod(rest, 3)
        return cls(yaw, pitch, size, light)

    @classmethod
    def of(cls, measures: Mapping[str, float]) -> Self | None:
        """The box for what was measured in a photo, see `Findings.measures`; None where one of the four is missing."""
        if any(name not in measures for name, _ in _EDGES):
            return None
        return cls(*(bisect_right(edges, measures[name]) for name, edges in _EDGES))
