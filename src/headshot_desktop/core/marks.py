"""What a picture says about itself: how it came about, in the words of the standards.

`Marks` is what this program writes, `Carried` what it finds in a file.

Terms: IPTC NewsCodes, *Digital Source Type* (cv.iptc.org/newscodes/digitalsourcetype, read 2026-11); actions: C2PA
specification 2.2, *Actions*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from headshot_desktop.core.generation import Mode
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
    DRAWN = "algorithmicMedia"
    """Drawn by a rule, out of no photo and no trained model: an anonymised copy."""

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

    def to_dict(self) -> dict[str, Any]:
        """The marks as JSON-ready plain data."""
        return {"source": self.source.value, "actions": list(self.actions)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Rebuild marks from `to_dict`'s form; a wrong key or word raises an error of Python's."""
        return cls(SourceType(data["source"]), tuple(str(action) for action in data["actions"]))


def marks_of(request: HeadshotRequest, report: Mapping[str, Any] | None = None) -> Marks:
    """What a picture is.

    Every picture but a cutout is at least `ENHANCED`: it is always sharpened, and its own background is calmed. A
    cutout keeps its pixels; what was behind the person is taken out by a model, which also finds the colour of the
    edges.

    Args:
        request: what was asked for.
        report: `Rendering.report`; it knows which backdrop an automatic look came to. Without it, an automatic one
            counts as drawn, as it may be.
    """
    generation = request.generation
    if generation is not None and generation.mode is Mode.NEW_PHOTO:
        return Marks(SourceType.GENERATED, ("c2pa.resized",))
    if request.framing.whole_photo and request.look.backdrop.kind is BackdropKind.NONE:
        return Marks(SourceType.ENHANCED, ("c2pa.deleted",))
    done = request.corrections
    kind: object = request.look.backdrop.kind.value
    if kind == BackdropKind.AUTOMATIC.value:
        kind = (report or {}).get("backdrop", kind)
    drawn = kind not in (BackdropKind.NATURAL.value, BackdropKind.NONE.value)
    actions = (
        "c2pa.cropped",
        *(["c2pa.orientation"] if done.level else []),
        *(["c2pa.color_adjustments"] if done.light else []),
        "c2pa.filtered",
        *(["c2pa.drawing"] if drawn else []),
        *(["c2pa.edited"] if generation is not None else []),
        "c2pa.resized",
    )
    if generation is not None:
        return Marks(SourceType.COMPOSITE_GENERATED, actions)
    return Marks(SourceType.COMPOSITE_SYNTHETIC if drawn else SourceType.ENHANCED, actions)


class Holding(StrEnum):
    """What became of a file's Content Credentials."""

    NONE = "none"
    """There are none."""
    INTACT = "intact"
    """The file is, byte for byte, the one that was signed."""
    CHANGED = "changed"
    """The file or the credentials are not those that were signed."""
    DOUBTFUL = "doubtful"
    """They cannot be confirmed: damaged, expired, or of a kind that is not known."""


LONGEST_NAME, MOST_WORDS = 100, 24
"""Characters of a name, and entries of a list, that are taken over from a file."""


@dataclass(frozen=True)
class Carried:
    """The marks that a file carries. Everything in it but `kind` and `holding` is what the file claims.

    Attributes:
        kind: the file's format, such as `jpeg`; empty where it is no picture that can be checked.
        label: the last word of the XMP digital source type, such as `compositeSynthetic`; empty without one.
        holding: what became of its Content Credentials.
        sources: source types in the credentials, the newest first.
        actions: C2PA's names of what was done last.
        generator: the program that has written the credentials.
        signer: the name in the certificate.
        own: whether they say that this program has written them.
        linked: whether the file names an address where credentials would be; it was not opened.
        problems: codes of the C2PA specification for what does not hold.
    """

    kind: str
    label: str = ""
    holding: Holding = Holding.NONE
    sources: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    generator: str = ""
    signer: str = ""
    own: bool = False
    linked: bool = False
    problems: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is any mark at all."""
        return bool(self.label or self.linked or self.holding is not Holding.NONE)

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready plain data."""
        lists = {"sources": list(self.sources), "actions": list(self.actions), "problems": list(self.problems)}
        return {**asdict(self), "holding": self.holding.value, **lists}

    @classmethod
    def from_dict(cls, untrusted: Mapping[str, Any]) -> Self:
        """Rebuild it from `to_dict`'s form, cut to what fits a window; a wrong key or type raises one of Python's."""

        def words(name: str) -> tuple[str, ...]:
            return tuple(str(word)[:LONGEST_NAME] for word in list(untrusted[name])[:MOST_WORDS])

        texts = {name: str(untrusted[name])[:LONGEST_NAME] for name in ("kind", "label", "generator", "signer")}
        return cls(
            **texts,
            holding=Holding(untrusted["holding"]),
            sources=words("sources"),
            actions=words("actions"),
            own=untrusted["own"] is True,
            linked=untrusted["linked"] is True,
            problems=words("problems"),
        )
