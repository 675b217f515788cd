"""What an exported picture says about itself: how it came about, in the words of the standards.

Terms: IPTC NewsCodes, *Digital Source Type* (cv.iptc.org/newscodes/digitalsourcetype, read 2026-11); actions: C2PA
specification 2.2, *Actions*.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from headshot_desktop.core.request import BackdropKind, HeadshotRequest

VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"


class SourceType(StrEnum):
    """How a picture came about."""

    HUMAN_EDITS = "humanEdits"
    """Cropped, turned or set brighter as a person asked; nothing was decided by a model."""
    ENHANCED = "algorithmicallyEnhanced"
    """The same scene, improved by algorithms: light, noise, the background out of focus."""
    COMPOSITE_SYNTHETIC = "compositeSynthetic"
    """The person's own pixels before a backdrop that the program drew; no generative model."""
    COMPOSITE_GENERATED = "compositeWithTrainedAlgorithmicMedia"
    """The person's own face; clothes or background by a generative model."""
    GENERATED = "trainedAlgorithmicMedia"
    """Wholly by a generative model, after the person's photos."""

    @property
    def uri(self) -> str:
        """The term's address in the vocabulary; an identifier, never opened."""
        return VOCABULARY + self.value


@dataclass(frozen=True)
class Marks:
    """What is written into a file.

    Attributes:
        source: how the picture came about.
        actions: C2PA's names of what was done, in order, such as `c2pa.cropped`.
    """

    source: SourceType
    actions: tuple[str, ...] = ()


def marks_of(request: HeadshotRequest) -> Marks:
    """What the Studio engine's picture of this request is; the backdrop `AUTOMATIC` counts as drawn, as it may be."""
    done = request.corrections
    drawn = request.look.backdrop.kind not in {BackdropKind.NATURAL, BackdropKind.NONE}
    actions = [
        "c2pa.cropped",
        *(["c2pa.orientation"] if done.level else []),
        *(["c2pa.color_adjustments"] if done.light else []),
        *(["c2pa.filtered"] if done.denoise or done.perspective else []),
        *(["c2pa.drawing"] if drawn else []),
        "c2pa.resized",
    ]
    if drawn:
        source = SourceType.COMPOSITE_SYNTHETIC
    elif done.light or done.denoise or done.perspective or request.look.backdrop.kind is BackdropKind.NATURAL:
        source = SourceType.ENHANCED
    else:
        source = SourceType.HUMAN_EDITS
    return Marks(source, tuple(actions))
