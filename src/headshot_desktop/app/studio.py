"""Studio: the product, without a face. The window and the command line both drive this one object."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

from headshot_desktop.app.anonymised import DRAWN, place_in
from headshot_desktop.app.answers import Answers
from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.app.generating import Generating, request_for
from headshot_desktop.app.jobs import Jobs
from headshot_desktop.app.limits import Limits
from headshot_desktop.app.packs import Packs
from headshot_desktop.app.personal import Parts, Personal
from headshot_desktop.app.picture_lock import PictureLock, Proof
from headshot_desktop.app.pictures import (
    Candidate,
    Choice,
    Considered,
    Inspection,
    Photo,
    SealedPreview,
    choose,
)
from headshot_desktop.app.protection import Protection
from headshot_desktop.app.record import Record
from headshot_desktop.app.retention import Retention
from headshot_desktop.app.watch import Watch, Watched
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.destinations import Destination, check_generation
from headshot_desktop.core.errors import KeyStoreFailed, PhotoRefused, VaultError
from headshot_desktop.core.events import Alarm, Event, EventKind, LockReason, WipeReason
from headshot_desktop.core.generation import Generation
from headshot_desktop.core.marks import Carried, Marks, marks_of
from headshot_desktop.core.request import (
    ExportSpec,
    Framing,
    HeadshotRequest,
    Look,
)
from headshot_desktop.core.statistics import Box
from headshot_desktop.engine.decoder import MAX_BYTES
from headshot_desktop.engine.protocol import Anonymised, Engine, Measurement, OnProgress, ignore
from headshot_desktop.engine.wire import Content
from headshot_desktop.isolation import audit
from headshot_desktop.records.files import read_limited, write_new
from headshot_desktop.records.packs import PackStore
from headshot_desktop.records.statistics import Counts
from headshot_desktop.vault.app_lock import AppLock
from headshot_desktop.vault.format import wipe
from headshot_desktop.vault.vault import Item, Vault

PHOTO, THUMBNAIL, PREVIEW, CANDIDATE = "photo", "thumbnail", "preview", "candidate"
"""Kinds of pictures in the vault."""

SQUARE = Framing(800, 800)

__all__ = ["Candidate", "Choice", "Considered", "Inspection", "Photo", "SealedPreview", "Studio"]


class Studio:
    """Add, inspect, choose, render, export, forget; blocks while the engine works and knows no thread of its own.

    Pictures lie in the vault: photos from `add` on, candidates from `render` to `export`. What this object and its
    callers hold are handles.
    """

    def __init__(  # noqa: PLR0913 — the parts of the product; `build` is the one caller
        self,
        engine: Engine,
        catalogue: Catalogue,
        open_vault: Callable[[], Vault],
        *,
        record: Record,
        unprotected: Sequence[str] = (),
        accept_unprotected: bool = False,
        retention: Retention | None = None,
        limits: Limits | None = None,
        lock: AppLock | None = None,
        marks: bool = True,
        packs: PackStore | None = None,
    ) -> None:
        """Put the parts together.

        Args:
            engine: makes the pictures.
            catalogue: looks and destinations.
            open_vault: makes a new, empty vault; called now, and again after each wipe.
            record: what the person has agreed to, and where what happens is remembered.
            unprotected: what the system does not give the application's own process, in sentences.
            accept_unprotected: all that is missing is accepted; what is accepted later is told to `protection`.
            retention: when an unused vault is wiped; by default never, as for a command that ends by itself.
            limits: what the organisation's policy allows; by default everything.
            lock: the app lock, which `open_vault` was given as well; by default none.
            marks: whether exported files say how they were made; see `mark`.
            packs: the model packs; by default this user's own.
        """
        self.limits = limits or Limits()
        self._marks = marks or self.limits.marks
        self.record = record
        self._jobs = Jobs()
        self._wiping = threading.Lock()
        self._boxes: dict[str, Box | None] = {}  # by picture; only where counting is agreed to
        self._engine = engine
        self.catalogue = catalogue
        self._open_vault = open_vault
        self._vault = open_vault()
        self.protection = Protection(unprotected, engine, self.limits, accepted=accept_unprotected)
        self.retention = retention or Retention(0)
        self.app_lock = PictureLock(lock, self.limits, record, lambda: self._vault, self.wipe)
        self.personal = Personal(Parts(engine, record, self.limits, lambda: self._vault, self._at_work))
        self.answers = Answers(record, self.limits, self._end, lambda: self._wipe_at_once(None))
        self.generating = Generating(Packs(self.limits, packs), self.limits, self.personal)
        self.watch = Watch(
            Watched(
                vault=lambda: self._vault,
                engine=engine,
                record=record,
                has_lock=lambda: self.app_lock.is_set,
                lock=lambda: self.lock(LockReason.ALARM),
                wipe=lambda: self._wipe_at_once(WipeReason.ALARM),
                follow=self.answers.follow,
            )
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # ------------------------------------------------------------------ pictures in

    def add(self, path: Path, name: str = "") -> Photo:
        """Read a photo file and seal it in the vault, spoken of as `name` or by its own.

        Raises:
            UsageError: the file cannot be read.
            ConsentMissing: the person has not agreed that their face is measured.
            Unprotected: this system lacks a protection that nobody has accepted to go without.
            PolicyError: the organisation's policy cannot be applied.
            VaultFull: no room.
        """
        self.admit()
        return self.add_content(read_limited(path, MAX_BYTES), name or path.name)

    def add_content(self, content: Content, name: str) -> Photo:
        """Seal a photo that came from elsewhere, such as the clipboard; see `add`. A `bytearray` is zeroed."""
        with self._at_work():
            return Photo(name, self._sealed(content, PHOTO))

    def admit(self) -> None:
        """Raise `ConsentMissing`, `Unprotected`, `PolicyError` or `VaultLocked` unless photos may be touched now."""
        self.retention.touch()
        self.limits.check_open()
        self.app_lock.check()
        self.record.check()
        self.protection.check()

    def inspect(self, photo: Photo) -> Inspection:
        """Look at one photo; `PhotoRefused` when it cannot become a headshot."""
        with self._at_work(), self._opened(photo.handle) as content:
            seen = self._engine.inspect(content)
            thumbnail = self._sealed(seen.thumbnail, THUMBNAIL)
        if self.record.agreed(Purpose.STATISTICS):
            self._boxes[photo.handle] = Box.of(seen.findings.measures)
        return Inspection(seen.findings, seen.width, seen.height, thumbnail, seen.stages)

    def choose(self, photos: Iterable[Photo], *, keep: bool = False) -> Choice:
        """Pick the photo with the highest measured quality; the others are erased as soon as they are beaten.

        With `keep` they stay.

        Raises:
            UsageError: no photos.
            PhotoRefused: none of them can become a headshot; with one photo, its own refusal.
        """
        return choose((self._consider(photo) for photo in photos), (lambda _: None) if keep else self._erase)

    # ------------------------------------------------------------------ pictures out

    def request(
        self, look: Look, destination: Destination, seed: int = 0, generation: Generation | None = None
    ) -> HeadshotRequest:
        """The frozen request for one look at one destination; see `request_for`."""
        return request_for(look, destination, seed, generation)

    def preview_request(self, look: Look, destination: Destination) -> HeadshotRequest:
        """As `request`; for a destination without a frame of its own, such as a cutout, the look in a square one."""
        if destination.framing.whole_photo:
            return HeadshotRequest(look, SQUARE)
        return self.request(look, destination)

    def preview(self, photo: Photo, request: HeadshotRequest, longest: int) -> SealedPreview:
        """Show quickly what `render` would make, and seal that; see `Engine.preview`."""
        self.limits.check_look(request.look.id)
        with self._at_work(), self._opened(photo.handle) as content:
            made = self._engine.preview(request, content, longest)
            return SealedPreview(self._sealed(made.picture, PREVIEW), made.backdrop)

    def render(
        self,
        photo: Photo,
        request: HeadshotRequest,
        on_progress: OnProgress = ignore,
        *,
        live: bool = False,
        references: Sequence[Photo] = (),
    ) -> Candidate:
        """Make one picture and seal it; `PolicyError` for a look or a pack that the organisation does not allow.

        With `live`, progress shows the picture as it comes; whoever is told wipes those small pictures. `references`
        are other photos of the person, for a request that a model pack answers.
        """
        self.limits.check_look(request.look.id)
        with self._at_work(), ExitStack() as opened:
            content, *others = (opened.enter_context(self._opened(each.handle)) for each in (photo, *references))
            material = opened.enter_context(self.generating.material(request, others))
            made = self._engine.render(request, content, on_progress, live=live, material=material)
            handle = self._sealed(made.picture, CANDIDATE)
            self.personal.remember(handle, request)
        self._boxes[handle] = self._boxes.get(photo.handle)
        self.retention.touch()
        return Candidate(handle, request, made.fidelity, made.notes, made.report, made.stages)

    def original(self, photo: Photo, place: Sequence[float], width: int, height: int) -> bytearray:
        """The photo's own pixels where a result has them, as PNG, for showing; see `Engine.original`.

        Nothing of it is stored; the caller wipes it after use.
        """
        with self._at_work(), self._opened(photo.handle) as content:
            made = self._engine.original(content, place, width, height)
        return made if isinstance(made, bytearray) else bytearray(made)

    def export(self, candidate: Candidate, destination: Destination, path: Path, *, overwrite: bool) -> int:
        """Encode a candidate for its destination and write it, whole or not at all; the number of bytes written.

        The candidate stays in the vault until it is discarded. `PolicyError` for a destination, a file format or a
        folder that the organisation does not allow.
        """
        self.check_export(destination, path)
        check_generation(destination, candidate.request.generation)
        marks = marks_of(candidate.request, candidate.report)
        with self._at_work(), self._opened(candidate.handle) as picture:
            size = self._written(picture, destination.export, marks, path, overwrite=overwrite)
        box = self._boxes.get(candidate.handle)
        if box is not None:
            self.record.count(box)
        return size

    def anonymise(self, photo: Photo) -> Anonymised:
        """Draw a picture to send instead of a photo; see `engine.anonymise`. Nothing of the person is in it."""
        with self._at_work(), self._opened(photo.handle) as content:
            return self._engine.anonymise(content)

    def save_anonymised(self, made: Anonymised, folder: Path) -> Path:
        """Write such a picture into a folder, under the first free name that says nothing; the file."""
        path, spec = place_in(folder, self.limits)
        with self._at_work():
            self._written(made.picture, spec, DRAWN, path, overwrite=False)
        return path

    def _written(self, picture: Content, spec: ExportSpec, marks: Marks, path: Path, *, overwrite: bool) -> int:
        """Encode a picture, write it and remember that; the number of bytes."""
        marked = self._marks
        content = self._engine.finish(picture, spec, marks if marked else None)
        try:
            self.record.check()
            write_new(path, content, overwrite=overwrite)
        finally:
            _zero(content)
        self.record.note(Event(EventKind.EXPORTED, {"pictures": 1, "marked": marked}))
        return len(content)

    @property
    def marks(self) -> bool:
        """Whether exported files say how they were made."""
        return self._marks

    def mark(self, *, on: bool) -> None:
        """Let exported files say how they were made from now on, or not; `PolicyError` where they must."""
        self.limits.check_marks(on=on)
        if on is not self._marks:
            self._marks = on
            self.record.note(Event(EventKind.MARKS_CHANGED, {"on": on}))

    def check(self, path: Path) -> Carried:
        """What marks a picture file carries, ours or a stranger's; nothing of it is kept. See `Engine.check`.

        No face is measured, so no answer to that question is needed.

        Raises:
            UsageError: the file cannot be read.
            Unprotected: this system lacks a protection that nobody has accepted to go without.
            PolicyError: the organisation's policy cannot be applied.
        """
        self.retention.touch()
        self.limits.check_open()
        self.protection.check()
        content = read_limited(path, MAX_BYTES)
        try:
            return self._engine.check(content)
        finally:
            _zero(content)

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
        with self.watch.hearing():
            return self._vault.open(handle)

    def discard(self, handle: str) -> None:
        """Erase one picture that is not needed any more, so that not even this program could open it again."""
        with self.watch.hearing():
            self._vault.discard(handle)
        self._boxes.pop(handle, None)

    def delete(self, *handles: str) -> None:
        """Erase pictures because the person wants it, and record how many."""
        self.personal.leaving(handles)
        for handle in handles:
            self.discard(handle)
        self.record.note(Event(EventKind.DELETED, {"pictures": len(handles)}))

    def wipe(self, reason: WipeReason | None = WipeReason.ASKED) -> None:
        """End the processes that have seen pictures, erase the vault, and begin with an empty one.

        It is recorded with the reason; without one it is not.
        """
        self._engine.rest()
        with self._wiping:  # window and watch may both have seen that an answer was taken back
            pictures = len(self._vault.items())
            try:
                self._vault.close()
            finally:
                self._vault = self._open_vault()
                self._boxes.clear()
                self._note_wiped(reason, pictures)

    def _note_wiped(self, reason: WipeReason | None, pictures: int) -> None:
        if pictures and reason is not None:
            self.record.note(Event(EventKind.WIPED, {"reason": reason.value, "pictures": pictures}))

    def wipe_if_idle(self) -> bool:
        """Wipe when nothing was done for the retention time; whether that was so."""
        if not self.retention.expired or not self._vault.items():
            return False
        self.wipe(WipeReason.IDLE)
        self.retention.touch()
        return True

    def lock(self, reason: LockReason = LockReason.ASKED) -> None:
        """Drop the keys and end the processes that have seen pictures; see `unlock`."""
        self._engine.rest()
        again = self._vault.locked
        self._vault.lock()
        self.app_lock.close()
        if not again:  # an alarm may have locked it a moment ago
            self.record.note(Event(EventKind.LOCKED, {"reason": reason.value}))

    def unlock(self, proof: Proof | None = None) -> None:
        """Take the key from the keyring again; with an app lock, `proof` is wanted first: see `PictureLock.open`."""
        self.app_lock.open(proof)
        try:
            self._vault.unlock()
        except KeyStoreFailed:
            self.watch.alarm(Alarm.KEYRING_CHANGED)
            raise
        except VaultError as error:
            self.watch.heard(error)
            raise
        self.record.note(Event(EventKind.UNLOCKED, {}))

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know of how pictures and answers are kept here, in sentences."""
        return *self._vault.notices, *self.record.notices

    # ------------------------------------------------------------------ answers

    def give(self, purpose: Purpose, language: str) -> None:
        """See `Answers.give`."""
        self.answers.give(purpose, language)

    def statistics(self) -> Counts:
        """How many saved headshots fell into which box, by month."""
        return self.record.counts()

    def revoke(self, purpose: Purpose) -> None:
        """See `Answers.revoke`."""
        self.answers.revoke(purpose)

    def delete_record(self) -> None:
        """See `Answers.delete`."""
        self.answers.delete()

    def _end(self, purpose: Purpose) -> None:
        """End what depends on an answer; raises `VaultError`, see `revoke`."""
        if purpose is Purpose.ANALYSIS:
            self._wipe_at_once(WipeReason.REVOKED)
        elif purpose is Purpose.STATISTICS:
            self._boxes.clear()
        elif self.personal.used:
            self._jobs.end(self._engine.rest)
            try:
                self.personal.erase()
            except VaultError:  # locked, or disturbed: then everything goes, and the model with it
                self._wipe_at_once(WipeReason.REVOKED)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Something is done with photos; refused without the answer, and known to `revoke`."""
        with self.watch.hearing(), self._jobs.running():
            self.admit()
            yield

    def _wipe_at_once(self, reason: WipeReason | None) -> None:
        self._jobs.end(self._engine.rest)
        self.wipe(reason)

    # ------------------------------------------------------------------ the machine

    def unprotected(self) -> tuple[str, ...]:
        """A sentence for each protection that this system does not give the processes that see photos."""
        return self.protection.missing()

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
        self.watch.stop()
        pictures = len(self._vault.items())
        try:
            self._engine.close()
        finally:
            try:
                self._vault.close()
            finally:
                self._note_wiped(WipeReason.CLOSED, pictures)

    def _sealed(self, content: Content, kind: str) -> str:
        """Put a picture into the vault and zero what was put where that is possible."""
        try:
            self.record.check()  # it may have been taken back while the picture was made
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
