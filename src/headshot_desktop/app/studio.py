"""Studio: the product, without a face. The window and the command line both drive this one object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.app.limits import Limits
from headshot_desktop.app.retention import Retention
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import PhotoRefused, UsageError
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import Findings
from headshot_desktop.core.request import Backdrop, BackdropKind, Corrections, Framing, HeadshotRequest, Look
from headshot_desktop.core.sentences import Sentence, joined
from headshot_desktop.engine.decoder import MAX_BYTES
from headshot_desktop.engine.protocol import Engine, Measurement, OnProgress, ignore, unprotected
from headshot_desktop.engine.wire import Content
from headshot_desktop.isolation import audit
from headshot_desktop.records.files import read_limited, write_new
from headshot_desktop.vault.format import wipe
from headshot_desktop.vault.vault import Item, Vault

PHOTO, THUMBNAIL, PREVIEW, CANDIDATE = "photo", "thumbnail", "preview", "candidate"
"""Kinds of pictures in the vault."""

SQUARE = Framing(800, 800)


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


class Studio:
    """Add, inspect, choose, render, export, forget; blocks while the engine works and knows no thread of its own.

    Pictures lie in the vault: photos from `add` on, candidates from `render` to `export`. What this object and its
    callers hold are handles.
    """

    def __init__(
        self,
        engine: Engine,
        catalogue: Catalogue,
        open_vault: Callable[[], Vault],
        *,
        unprotected: Sequence[str] = (),
        accept_unprotected: bool = False,
        retention: Retention | None = None,
        limits: Limits | None = None,
    ) -> None:
        """Put the parts together.

        Args:
            engine: makes the pictures.
            catalogue: looks and destinations.
            open_vault: makes a new, empty vault; called now, and again after each wipe.
            unprotected: what the system does not give the application's own process, in sentences.
            accept_unprotected: the person or the policy has accepted what is missing.
            retention: when an unused vault is wiped; by default never, as for a command that ends by itself.
            limits: what the organisation's policy allows; by default everything.
        """
        self.limits = limits or Limits()
        self._engine = engine
        self.catalogue = catalogue
        self._open_vault = open_vault
        self._vault = open_vault()
        self._unprotected = tuple(unprotected)
        self._accepted = accept_unprotected
        self.retention = retention or Retention(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # ------------------------------------------------------------------ pictures in

    def add(self, path: Path, name: str = "") -> Photo:
        """Read a photo file and seal it in the vault, spoken of as `name` or by its own.

        Raises:
            UsageError: the file cannot be read.
            Unprotected: this system lacks a protection that nobody has accepted to go without.
            PolicyError: the organisation's policy cannot be applied.
            VaultFull: no room.
        """
        self.admit()
        return self.add_content(read_limited(path, MAX_BYTES), name or path.name)

    def add_content(self, content: Content, name: str) -> Photo:
        """Seal a photo that came from elsewhere, such as the clipboard; see `add`. A `bytearray` is zeroed."""
        self.admit()
        return Photo(name, self._sealed(content, PHOTO))

    def admit(self) -> None:
        """Raise `Unprotected` or `PolicyError` unless photos may be touched here."""
        self.retention.touch()
        self.limits.check_open()
        if self._unprotected and not self._accepted:
            raise unprotected(self._unprotected)

    def inspect(self, photo: Photo) -> Inspection:
        """Look at one photo; `PhotoRefused` when it cannot become a headshot."""
        self.admit()
        with self._opened(photo.handle) as content:
            seen = self._engine.inspect(content)
        thumbnail = self._sealed(seen.thumbnail, THUMBNAIL)
        return Inspection(seen.findings, seen.width, seen.height, thumbnail, seen.stages)

    def choose(self, photos: Iterable[Photo]) -> Choice:
        """Pick the photo with the highest measured quality; the others are erased as soon as they are beaten.

        Raises:
            UsageError: no photos.
            PhotoRefused: none of them can become a headshot; with one photo, its own refusal.
        """
        considered: list[Considered] = []
        best: Considered | None = None
        for photo in photos:
            entry = self._consider(photo)
            considered.append(entry)
            # The first of equals: the order in which the person named the photos decides.
            beaten: Considered | None = entry
            if best is None or entry.quality > best.quality:
                best, beaten = entry, best
            if beaten is not None:
                self._erase(beaten)
        if best is None:
            raise UsageError("Choose at least one photo.")
        if best.inspection is None:
            raise _refusal_of_all(considered)
        return Choice(best, tuple(considered), _reason(best, considered))

    # ------------------------------------------------------------------ pictures out

    def request(self, look: Look, destination: Destination, seed: int = 0) -> HeadshotRequest:
        """The frozen request for one look at one destination."""
        framing = destination.framing
        if framing.whole_photo:
            # A cutout is for the person's own layouts: nothing is moved, nothing is put behind.
            nothing = Backdrop(BackdropKind.NONE, (255, 255, 255))
            kept = Corrections(level=False, perspective=False)
            return HeadshotRequest(replace(look, backdrop=nothing), framing, kept, seed)
        if destination.plain and look.backdrop.kind is BackdropKind.AUTOMATIC:
            look = replace(look, backdrop=replace(look.backdrop, kind=BackdropKind.SEAMLESS))
        return HeadshotRequest(look, framing, seed=seed)

    def preview_request(self, look: Look, destination: Destination) -> HeadshotRequest:
        """As `request`; for a destination without a frame of its own, such as a cutout, the look in a square one."""
        if destination.framing.whole_photo:
            return HeadshotRequest(look, SQUARE)
        return self.request(look, destination)

    def preview(self, photo: Photo, request: HeadshotRequest, longest: int) -> SealedPreview:
        """Show quickly what `render` would make, and seal that; see `Engine.preview`."""
        self.admit()
        self.limits.check_look(request.look.id)
        with self._opened(photo.handle) as content:
            made = self._engine.preview(request, content, longest)
        return SealedPreview(self._sealed(made.picture, PREVIEW), made.backdrop)

    def render(
        self, photo: Photo, request: HeadshotRequest, on_progress: OnProgress = ignore, *, live: bool = False
    ) -> Candidate:
        """Make one picture and seal it; `PolicyError` for a look that the organisation does not allow.

        With `live`, progress shows the picture as it comes; whoever is told wipes those small pictures.
        """
        self.admit()
        self.limits.check_look(request.look.id)
        with self._opened(photo.handle) as content:
            made = self._engine.render(request, content, on_progress, live=live)
        handle = self._sealed(made.picture, CANDIDATE)
        self.retention.touch()
        return Candidate(handle, request, made.fidelity, made.notes, made.report, made.stages)

    def original(self, photo: Photo, place: Sequence[float], width: int, height: int) -> bytearray:
        """The photo's own pixels where a result has them, as PNG, for showing; see `Engine.original`.

        Nothing of it is stored; the caller wipes it after use.
        """
        self.admit()
        with self._opened(photo.handle) as content:
            made = self._engine.original(content, place, width, height)
        return made if isinstance(made, bytearray) else bytearray(made)

    def export(self, candidate: Candidate, destination: Destination, path: Path, *, overwrite: bool) -> int:
        """Encode a candidate for its destination and write it, whole or not at all; the number of bytes written.

        The candidate stays in the vault until it is discarded. `PolicyError` for a destination, a file format or a
        folder that the organisation does not allow.
        """
        self.admit()
        self.check_export(destination, path)
        with self._opened(candidate.handle) as picture:
            content = self._engine.finish(picture, destination.export)
        try:
            write_new(path, content, overwrite=overwrite)
        finally:
            _zero(content)
        return len(content)

    def check_export(self, destination: Destination, path: Path) -> None:
        """Raise `PolicyError` for what `export` would not write, before any work is done."""
        self.limits.check_destination(destination)
        self.limits.check_target(path)

    # ------------------------------------------------------------------ what is stored

    def items(self) -> tuple[Item, ...]:
        """What lies in the vault now."""
        return self._vault.items()

    def picture(self, handle: str) -> bytearray:
        """One stored picture's content; the caller wipes it after use."""
        self.retention.touch()
        return self._vault.open(handle)

    def discard(self, handle: str) -> None:
        """Erase one picture, so that not even this program could open it again."""
        self._vault.discard(handle)

    def wipe(self) -> None:
        """End the processes that have seen pictures, erase the vault, and begin with an empty one."""
        self._engine.rest()
        self._vault.close()
        self._vault = self._open_vault()

    def wipe_if_idle(self) -> bool:
        """Wipe when nothing was done for the retention time; whether that was so."""
        if not self.retention.expired or not self._vault.items():
            return False
        self.wipe()
        self.retention.touch()
        return True

    def lock(self) -> None:
        """Drop the key and end the processes that have seen pictures; `unlock` takes it from the keyring again."""
        self._engine.rest()
        self._vault.lock()

    def unlock(self) -> None:
        """See `lock`."""
        self._vault.unlock()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know of how the pictures are kept here, in sentences."""
        return self._vault.notices

    # ------------------------------------------------------------------ the machine

    def unprotected(self) -> tuple[str, ...]:
        """A sentence for each protection that this system does not give the processes that see photos."""
        return tuple(dict.fromkeys((*self._unprotected, *self._engine.unprotected())))

    def attempts(self) -> Mapping[str, int]:
        """How often Python code in any of our processes tried something that it must not; see `isolation.audit`."""
        here, there = audit.attempts(), self._engine.attempts()
        return {kind: here.get(kind, 0) + there.get(kind, 0) for kind in audit.KINDS}

    def measure(self) -> Measurement:
        """Time one headshot on this machine."""
        return self._engine.measure()

    def cancel(self) -> None:
        """Stop the running job; the blocked call raises `Cancelled`. May be called from another thread."""
        self._engine.cancel()

    def close(self) -> None:
        """End the engine's processes, then wipe the vault; in this order, so that nothing has the pictures any more."""
        try:
            self._engine.close()
        finally:
            self._vault.close()

    def _sealed(self, content: Content, kind: str) -> str:
        """Put a picture into the vault and zero what was put where that is possible."""
        try:
            return self._vault.put(content, kind)
        finally:
            _zero(content)

    @contextmanager
    def _opened(self, handle: str) -> Iterator[bytearray]:
        """A picture for one use; its bytes are zeroed afterwards."""
        content = self._vault.open(handle)
        try:
            yield content
        finally:
            wipe(content)

    def _erase(self, entry: Considered) -> None:
        self.discard(entry.photo.handle)
        if entry.inspection is not None:
            self.discard(entry.inspection.thumbnail)

    def _consider(self, photo: Photo) -> Considered:
        try:
            return Considered(photo, self.inspect(photo))
        except PhotoRefused as refusal:
            return Considered(photo, None, refusal)


def _zero(content: Content) -> None:
    if isinstance(content, bytearray):
        wipe(content)


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
    return Sentence("{scores}: {why}.", scores=scores, why=why) if why else Sentence("{scores}.", scores=scores)
