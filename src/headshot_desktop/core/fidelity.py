"""The verdict on a result: is it still this person, in their own skin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Fidelity:
    """How far a result is from the photo it was made of, and whether that is near enough.

    Attributes:
        passed: whether every measured number is within its limit.
        reasons: for each limit that was passed over, one plain sentence; empty when `passed`.
        ita_shift: change of the skin's individual typology angle in degrees; positive is lighter.
        hue_shift: change of the skin's hue angle in degrees; positive is towards yellow.
        delta_e: colour difference of the skin, CIE76, in CIE Lab units.
        landmark_shift: mean displacement of the face's landmarks after the best similarity alignment, as a share of the
            distance between the eyes.
        texture_ratio: fine texture of the skin after, divided by before; 1 keeps it, 0 is plastic.
        colour_judged: False for a black-and-white photo or result, which has no skin hue; then the three colour numbers
            are 0.
        likeness: of the face in a generated picture to the person's photos, 0–1: median over all of them of the cosine
            between a recogniser's embeddings; None where no recogniser looked.
    """

    passed: bool
    reasons: tuple[str, ...] = ()
    ita_shift: float = 0.0
    hue_shift: float = 0.0
    delta_e: float = 0.0
    landmark_shift: float = 0.0
    texture_ratio: float = 1.0
    colour_judged: bool = True
    likeness: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The verdict as JSON-ready plain data."""
        return {**asdict(self), "reasons": list(self.reasons)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Rebuild a verdict from `to_dict`'s form; an unknown or missing key raises `TypeError`."""
        return cls(**{**data, "reasons": tuple(data.get("reasons", ()))})


@dataclass(frozen=True)
class Limits:
    """How far a result may be from its photo.

    Attributes:
        ita: degrees. Chardon's classes are 10 to 38° wide; half of a narrow one may come of a repaired exposure, more
            would change the group that a person is seen in.
        hue: degrees. Two photos of one person under two good lights differ by up to this much. Not judged where the
            skin's chroma is under `pale`: there a hue angle says nothing, and `delta_e` judges alone.
        pale: CIE Lab chroma.
        delta_e: CIE76. A repaired cast or exposure reaches 15 at times; beyond, it is another skin.
        landmarks: share of the distance between the eyes. Perspective of an arm's length explains 0.05, the mesh's own
            noise 0.02.
        texture_low: under this the skin looks like plastic.
        texture_high: over this it looks gritty.
    """

    ita: float = 15.0
    hue: float = 12.0
    pale: float = 10.0
    delta_e: float = 18.0
    landmarks: float = 0.08
    texture_low: float = 0.55
    texture_high: float = 1.8


LIMITS = Limits()
"""What every result is judged by."""
