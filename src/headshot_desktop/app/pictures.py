"""What Studio hands out: photos, what was found in them, candidates, and the choice among several photos."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from headshot_desktop.core.errors import PhotoRefused, UsageError
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import Findings
from headshot_desktop.core.request import BackdropKind, HeadshotRequest
from headshot_desktop.core.sentences import Sentence, joined


@dataclass(frozen=True)
class Photo:
    """A photo that the person handed in: a name to speak of it, and its handle in the vault."""

    name: str
    handle: str


@dataclass(frozen=True)
class Inspection:
    """What one look at a photo found.

    Attributes:
        findings: measured values, and advice in sentences.
        width: pixels, upright.
        height: pixels, upright.
        thumbnail: handle of a JPEG of at most 512 px in the vault.
        stages: seconds by stage.
    """

    findings: Findings
    width: int
    height: int
    thumbnail: str
    stages: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class SealedPreview:
    """What a look would make of a photo, small.

    Attributes:
        handle: the picture in the vault, at most as large as was asked for.
        backdrop: the kind that was taken; of an automatic one, what it came to.
    """

    handle: str
    backdrop: BackdropKind


@dataclass(frozen=True)
class Candidate:
    """One finished picture that waits for the person's decision.

    Attributes:
        handle: the picture in the vault, PNG, RGB or RGBA 8-bit, of the request's framing.
        request: what decided its pixels.
        fidelity: verdict on likeness, skin tone and texture.
        notes: sentences on what the photo did not allow.
        report: plain numbers on what was measured and done.
        stages: seconds by stage.
    """

    handle: str
    request: HeadshotRequest
    fidelity: Fidelity
    notes: tuple[str, ...]
    report: Mapping[str, Any]
    stages: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Considered:
    """One photo in a choice: what was found in it, or why it was refused."""

    photo: Photo
    inspection: Inspection | None
    refusal: PhotoRefused | None = None

    @property
    def quality(self) -> float:
        """0–100; below 0 for a refused photo."""
        return self.inspection.findings.quality if self.inspection else -1.0


@dataclass(frozen=True)
class Choice:
    """The best of several photos, and how the others compared.

    Attributes:
        best: the photo to use.
        considered: all of them, in the order given.
        reason: one sentence.
    """

    best: Considered
    considered: tuple[Considered, ...]
    reason: str


def choose(entries: Iterable[Considered], beaten_by_another: Callable[[Considered], None]) -> Choice:
    """Pick the photo with the highest quality.

    Args:
        entries: considered one after the other.
        beaten_by_another: told of each photo as soon as it is not wanted any more.

    Raises:
        UsageError: no photos.
        PhotoRefused: none of them can become a headshot; with one photo, its own refusal.
    """
    considered: list[Considered] = []
    best: Considered | None = None
    for entry in entries:
        considered.append(entry)
        # The first of equals: the order in which the person named the photos decides.
        beaten: Considered | None = entry
        if best is None or entry.quality > best.quality:
            best, beaten = entry, best
        if beaten is not None:
            beaten_by_another(beaten)
    if best is None:
        raise UsageError("Choose at least one photo.")
    if best.inspection is None:
        raise _refusal_of_all(considered)
    return Choice(best, tuple(considered), _reason(best, considered))


def _refusal_of_all(considered: Sequence[Considered]) -> PhotoRefused:
    refusals = [entry.refusal for entry in considered if entry.refusal is not None]
    if len(refusals) == 1:
        return refusals[0]
    each = [
        Sentence("{name}: {refusal}", name=entry.photo.name, refusal=entry.refusal.message)
        for entry in considered
        if entry.refusal is not None
    ]
    return PhotoRefused(
        "None of these {count} photos can become a headshot.\n{each}",
        code="all-refused",
        count=len(each),
        each=joined(each, "\n"),
    )


def _reason(best: Considered, considered: Sequence[Considered]) -> str:
    usable = [entry for entry in considered if entry.inspection is not None]
    if len(considered) == 1:
        return "It is the only photo."
    if len(usable) == 1:
        return Sentence(
            "{name} is the only one of {count} photos that can become a headshot.",
            name=best.photo.name,
            count=len(considered),
        )
    others = [entry for entry in usable if entry.inspection is not best.inspection]
    runner_up = max(others, key=lambda entry: entry.quality)
    assert best.inspection is not None  # noqa: S101 — `choose` refused otherwise
    assert runner_up.inspection is not None  # noqa: S101 — it is in `usable`
    why = best.inspection.findings.advantage_over(runner_up.inspection.findings)
    scores = Sentence(
        "{best} scores {score} of 100, {other} {less}",
        best=best.photo.name,
        score=round(best.quality),
        other=runner_up.photo.name,
        less=round(runner_up.quality),
    )
    if not why and best.quality == runner_up.quality:
        return Sentence("{scores}: both measure the same; the first one given was taken.", scores=scores)
    return Sentence("{scores}: {why}.", scores=scores, why=why) if why else Sentence("{scores}.", scores=scores)
