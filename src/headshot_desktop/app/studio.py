"""Studio: the product, without a face. The window and the command line both drive this one object."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import PhotoRefused, UsageError
from headshot_desktop.core.request import Backdrop, BackdropKind, Corrections, HeadshotRequest, Look
from headshot_desktop.engine.decoder import MAX_BYTES
from headshot_desktop.engine.protocol import Engine, Inspection, Measurement, OnProgress, Rendering, ignore
from headshot_desktop.records.files import read_limited, write_new


@dataclass(frozen=True)
class Photo:
    """A photo that the person handed in: a name to speak of it, and the file's content. Held in memory only."""

    name: str
    content: bytes

    @classmethod
    def read(cls, path: Path, name: str = "") -> Self:
        """Read a photo file, spoken of as `name` or by its own; `UsageError` if that is not possible."""
        return cls(name or path.name, read_limited(path, MAX_BYTES))


@dataclass(frozen=True)
class Considered:
    """One photo in a choice: what was found in it, or why it was refused. Only the best keeps its content."""

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


class Studio:
    """Inspect, choose, render, export; blocks while the engine works and knows no thread."""

    def __init__(self, engine: Engine, catalogue: Catalogue) -> None:
        self._engine = engine
        self.catalogue = catalogue

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def inspect(self, photo: Photo) -> Inspection:
        """Look at one photo; `PhotoRefused` when it cannot become a headshot."""
        return self._engine.inspect(photo.content)

    def choose(self, photos: Iterable[Photo]) -> Choice:
        """Pick the photo with the highest measured quality.

        Raises:
            UsageError: no photos.
            PhotoRefused: none of them can become a headshot; with one photo, its own refusal.
        """
        considered: list[Considered] = []
        best: Considered | None = None
        for photo in photos:
            entry = self._consider(photo)
            # The first of equals: the order in which the person named the photos decides.
            if best is None or entry.quality > best.quality:
                best = entry
            considered.append(replace(entry, photo=Photo(photo.name, b"")))
        if best is None:
            raise UsageError("Name at least one photo.")
        if best.inspection is None:
            raise _refusal_of_all(considered)
        return Choice(best, tuple(considered), _reason(best, considered))

    def request(self, look: Look, destination: Destination, seed: int = 0) -> HeadshotRequest:
        """The frozen request for one look at one destination."""
        framing = destination.framing
        if framing.whole_photo:
            # A cutout is for the person's own layouts: nothing is moved, nothing is put behind.
            nothing = Backdrop(BackdropKind.NONE, (255, 255, 255))
            kept = Corrections(level=False, perspective=False)
            return HeadshotRequest(replace(look, backdrop=nothing), framing, kept, seed)
        return HeadshotRequest(look, framing, seed=seed)

    def render(self, photo: Photo, request: HeadshotRequest, on_progress: OnProgress = ignore) -> Rendering:
        """Make one picture."""
        return self._engine.render(request, photo.content, on_progress)

    def export(self, rendering: Rendering, destination: Destination, path: Path, *, overwrite: bool) -> int:
        """Encode a rendering for its destination and write it, whole or not at all; the number of bytes written."""
        content = self._engine.finish(rendering.picture, destination.export)
        write_new(path, content, overwrite=overwrite)
        return len(content)

    def unprotected(self) -> tuple[str, ...]:
        """A sentence for each protection that this system does not give the processes that see photos."""
        return self._engine.unprotected()

    def measure(self) -> Measurement:
        """Time one headshot on this machine."""
        return self._engine.measure()

    def cancel(self) -> None:
        """Stop the running job; the blocked call raises `Cancelled`. May be called from another thread."""
        self._engine.cancel()

    def close(self) -> None:
        """End the engine's processes."""
        self._engine.close()

    def _consider(self, photo: Photo) -> Considered:
        try:
            return Considered(photo, self._engine.inspect(photo.content))
        except PhotoRefused as refusal:
            return Considered(photo, None, refusal)


def _refusal_of_all(considered: Sequence[Considered]) -> PhotoRefused:
    refusals = [entry.refusal for entry in considered if entry.refusal is not None]
    if len(refusals) == 1:
        return refusals[0]
    each = "\n".join(f"{entry.photo.name}: {entry.refusal}" for entry in considered)
    return PhotoRefused(f"None of these {len(refusals)} photos can become a headshot.\n{each}", code="all-refused")


def _reason(best: Considered, considered: Sequence[Considered]) -> str:
    usable = [entry for entry in considered if entry.inspection is not None]
    if len(considered) == 1:
        return "It is the only photo."
    if len(usable) == 1:
        return f"{best.photo.name} is the only one of {len(considered)} photos that can become a headshot."
    others = [entry for entry in usable if entry.inspection is not best.inspection]
    runner_up = max(others, key=lambda entry: entry.quality)
    assert best.inspection is not None  # noqa: S101 — `choose` refused otherwise
    assert runner_up.inspection is not None  # noqa: S101 — it is in `usable`
    why = best.inspection.findings.advantage_over(runner_up.inspection.findings)
    return f"{best.photo.name} scores {best.quality:.0f} of 100, {runner_up.photo.name} {runner_up.quality:.0f}" + (
        f": {why}." if why else "."
    )
