"""The values that the session model holds and tells: handles and words; pixels only in passing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage

from headshot_desktop.app.studio import Candidate, Inspection, Photo
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.request import Look
from headshot_desktop.engine.decoder import REFUSALS

FACELESS = frozenset({"no-face", "nobody"})
"""Codes of refusals of photos in which no face was found."""


@dataclass(frozen=True)
class PhotoEntry:
    """A photo in the sitting: still being looked at, usable (`inspection`), or refused (`refusal`)."""

    photo: Photo
    inspection: Inspection | None = None
    refusal: PhotoRefused | None = None

    @property
    def quality(self) -> float:
        """0–100; below 0 while unknown or refused."""
        return self.inspection.findings.quality if self.inspection else -1.0

    @property
    def looked_at(self) -> bool:
        """Whether it is known what the photo is good for."""
        return self.inspection is not None or self.refusal is not None

    @property
    def readable(self) -> bool:
        """Whether the file could be decoded, so that there is something to see."""
        return self.inspection is not None or (self.refusal is not None and self.refusal.code not in REFUSALS)

    @property
    def has_face(self) -> bool:
        """Whether a face was found, also one that no headshot can be made of."""
        return self.readable and (self.refusal is None or self.refusal.code not in FACELESS)


@dataclass(frozen=True)
class CandidateEntry:
    """A finished picture, what it was made from, and what the person thinks of it."""

    candidate: Candidate
    photo: Photo
    look: Look
    destination: Destination
    seconds: float
    favourite: bool = False
    exported: bool = False

    @property
    def handle(self) -> str:
        """Handle of the picture in the vault."""
        return self.candidate.handle

    @property
    def personal(self) -> bool:
        """Whether it was made with the model of the person's face."""
        generation = self.candidate.request.generation
        return generation is not None and bool(generation.personal)

    @property
    def rejected(self) -> bool:
        """Whether a model pack has made it and it is not like the person: it is shown as that and not given away."""
        return self.candidate.request.generation is not None and not self.candidate.fidelity.passed


@dataclass(frozen=True)
class Doing:
    """What `create` is at.

    Attributes:
        number: candidate being made, from 1.
        of: candidates asked for.
        stage: word for the running stage.
        share: 0–1 of all of it.
        remaining: seconds, from measured speed; None while nothing was measured.
        picture: what there is to see so far; null when there is nothing new. Whoever shows it drops it on `wiped`.
    """

    number: int
    of: int
    stage: str
    share: float
    remaining: float | None
    picture: QImage = field(default_factory=QImage)


@dataclass(frozen=True)
class Saved:
    """One exported file, verified by reading it back; `handle` is the candidate that it was made from."""

    path: Path
    size: int
    destination: Destination
    handle: str
