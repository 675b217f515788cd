"""What one sitting holds, for the pages to show: photos, look, destinations, candidates, and what is going on.

The model lives on the GUI thread; what blocks goes through `Tasks` and comes back as a value. It holds handles, never
pixels: a page that shows a picture asks `load` for it and drops it on `wiped`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from headshot_desktop.app.picture_lock import Proof
from headshot_desktop.app.studio import Inspection, Photo, Studio
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import HeadshotError, PhotoRefused, UsageError
from headshot_desktop.core.events import LockReason, WipeReason
from headshot_desktop.core.request import Look
from headshot_desktop.ui.calibration import Calibration
from headshot_desktop.ui.clipboard import png_of
from headshot_desktop.ui.consent_words import shown_language
from headshot_desktop.ui.exports import Exports
from headshot_desktop.ui.generating_model import GeneratingModel
from headshot_desktop.ui.look_choice import LookChoice
from headshot_desktop.ui.making import Making
from headshot_desktop.ui.marking import Marking
from headshot_desktop.ui.pixels import decoded
from headshot_desktop.ui.previews import Previews
from headshot_desktop.ui.removal import Removal
from headshot_desktop.ui.session_values import CandidateEntry, PhotoEntry, Saved
from headshot_desktop.ui.stoppable import Stoppable
from headshot_desktop.ui.tasks import Result, Tasks, nothing
from headshot_desktop.vault.format import wipe
from headshot_desktop.vault.vault import Item


class SessionModel(LookChoice):
    """See the module. Every change of state is announced by one signal without details; pages read the properties."""

    photos_changed = Signal()
    candidates_changed = Signal()
    selected_changed = Signal()
    stored_changed = Signal()
    wiped = Signal()
    locked_changed = Signal(bool)
    unlock_failed = Signal(object)
    """The app lock has refused; the pictures stay as they are."""
    consents_changed = Signal()
    failed = Signal(str, object)
    """Page where it happened (`photos`, `look`, `create`, `review`, `export`, `privacy`) and the `HeadshotError`."""

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(studio.catalogue, parent)
        self.studio, self.tasks = studio, tasks
        self._photos: list[PhotoEntry] = []
        self._chosen: str = ""
        self._candidates: list[CandidateEntry] = []
        self._selected = ""
        self.settings: Mapping[str, Any] = {}  # of the person, to tell them what is kept
        self._sitting = 0  # answers to what was asked before a wipe are not wanted any more
        self._items: tuple[Item, ...] = ()
        self._locked = studio.app_lock.locked
        self.lock_reason = LockReason.ASKED
        self._parts()
        self.removal = Removal(parent=self)
        self.removal.over.connect(self._forget_removed)

    def _parts(self) -> None:
        stoppable = Stoppable(self.studio.cancel)
        self.exports = Exports(self.studio, self.tasks, self)
        self.exports.saved.connect(self._saved)
        self.exports.failed.connect(lambda error: self.failed.emit("export", error))
        self.marking = Marking(self.studio, self.tasks, self)
        self.marking.failed.connect(lambda error: self.failed.emit("export", error))
        self.previews = Previews(self.studio, self.tasks, stoppable, self)
        self.previews.rested.connect(self._rested)
        self.previews.failed.connect(lambda error: self.failed.emit("look", error))
        self.making = Making(self.studio, self.tasks, stoppable, self)
        self.making.made.connect(self._made)
        self.making.failed.connect(self.failed)
        self.making.changed.connect(self._making_changed)
        self.calibration = Calibration(self.studio, self.tasks, stoppable, self)
        self.generating = GeneratingModel(self.studio, self.tasks, stoppable, self)
        self.consents_changed.connect(self._answers_changed)
        self.other_previews_wanted.connect(self.order_previews)

    # ------------------------------------------------------------------ photos

    @property
    def photos(self) -> tuple[PhotoEntry, ...]:
        """In the order in which they came."""
        return tuple(self._photos)

    @property
    def main(self) -> PhotoEntry | None:
        """The photo that headshots are made from: the person's choice, else the best; None without a usable one."""
        chosen = [
            entry for entry in self._photos if entry.photo.handle == self._chosen and entry.inspection is not None
        ]
        return chosen[0] if chosen else self.best

    @property
    def best(self) -> PhotoEntry | None:
        """The photo with the highest measured quality."""
        usable = [entry for entry in self._photos if entry.inspection is not None]
        return max(usable, key=lambda entry: entry.quality, default=None)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read and look at photo files."""
        for path in paths:
            self._run(lambda path=path: self.studio.add(path), self._added, "photos")  # type: ignore[misc]

    def add_content(self, content: bytes, name: str) -> None:
        """Look at a photo that came without a file; it is sealed before anything else is done, also before a lock."""
        self._run(lambda: self.studio.add_content(content, name), self._added, "photos", first=True)

    def add_image(self, image: QImage, name: str) -> None:
        """Look at a picture from the clipboard or from another program; sealed as `add_content` does."""
        self._run(lambda: self.studio.add_content(bytearray(png_of(image)), name), self._added, "photos", first=True)

    def choose(self, handle: str) -> None:
        """Make headshots from this photo."""
        self._chosen = handle
        self._main_changed()

    def remove(self, handle: str) -> None:
        """Take a photo out; `undo_remove` brings it back for a while, then it is erased."""
        self._forget_removed()
        for number, entry in enumerate(self._photos):
            if entry.photo.handle == handle:
                self.removal.hold(number, self._photos.pop(number))
                self._main_changed()
                return

    @property
    def removed(self) -> PhotoEntry | None:
        """The photo that `undo_remove` would bring back."""
        return self.removal.entry

    def undo_remove(self) -> None:
        """Bring the removed photo back to its place."""
        if held := self.removal.take():
            self._photos.insert(*held)
            self._main_changed()

    def _added(self, photo: Photo) -> None:
        self._photos.append(PhotoEntry(photo))
        self.photos_changed.emit()
        self._count()
        self._inspect(photo)

    def _inspect(self, photo: Photo) -> None:
        sitting = self._sitting

        def failed(error: HeadshotError) -> None:
            if sitting == self._sitting:
                self._not_usable(photo, error)

        self.tasks.run(
            lambda: self.studio.inspect(photo), self._wanted(lambda seen: self._looked(photo, inspection=seen)), failed
        )

    def _not_usable(self, photo: Photo, error: HeadshotError) -> None:
        if isinstance(error, PhotoRefused):
            self._looked(photo, refusal=error)
            return
        self._photos = [entry for entry in self._photos if entry.photo != photo]
        self._main_changed()
        error.add_note(photo.name)  # which photo it is about, among several
        self.failed.emit("photos", error)

    def _looked(self, photo: Photo, **found: Any) -> None:
        if self.removal.found(photo, **found):
            return
        if all(entry.photo != photo for entry in self._photos):  # deleted while it was looked at
            self._erase([seen.thumbnail for seen in found.values() if isinstance(seen, Inspection)], "photos")
            return
        self._photos = [replace(entry, **found) if entry.photo == photo else entry for entry in self._photos]
        self._main_changed()

    def _main_changed(self) -> None:
        self.order_previews()
        self.photos_changed.emit()
        self._count()
        self.refresh_stored()  # previews of another photo are being erased

    def _forget_removed(self) -> None:
        if held := self.removal.take():
            _, entry = held
            self._erase([entry.photo.handle, *([entry.inspection.thumbnail] if entry.inspection else [])], "photos")
            self.photos_changed.emit()

    # ------------------------------------------------------------------ look

    def order_previews(self) -> None:
        """Show every look on the person's photo as it is now, as soon as no photo is being looked at any more."""
        if all(entry.inspection or entry.refusal for entry in self._photos):
            main = self.main
            self.previews.show(main.photo if main else None, self.look, self.destinations[0])

    def _rested(self) -> None:
        self.refresh_stored()
        self.calibration.want()

    # ------------------------------------------------------------------ create

    @property
    def candidates(self) -> tuple[CandidateEntry, ...]:
        """The newest last."""
        return tuple(self._candidates)

    def create(self, looks: Sequence[Look] | None = None) -> None:
        """Make one candidate for each look; by default the chosen one, by the chosen engine, for the first place."""
        if self.main is None:
            self.failed.emit("create", UsageError("Add a photo first."))
            return
        self.previews.pause()
        place = self.destinations[0]
        anew = self.generating.anew(place, self.main.photo, self._photos) if looks is None else None
        self.making.order(self.main.photo, list(looks or [self.look]), place, "create", anew)

    def remake(self, entry: CandidateEntry, wish: Mapping[str, Any] | None = None, **changes: Any) -> None:
        """Make a candidate again, also one that was discarded, with changes of its wish to a pack or of its look."""
        self.previews.pause()
        anew = self.generating.again(entry, self._photos, wish or {})
        self.making.order(entry.photo, [replace(entry.look, **changes)], entry.destination, "review", anew)

    def _made(self, entry: CandidateEntry) -> None:
        self._candidates.append(entry)
        self._selected = entry.handle
        self.candidates_changed.emit()
        self.refresh_stored()

    def _making_changed(self, busy: bool) -> None:
        if not busy and not self._locked:
            self.previews.resume()

    # ------------------------------------------------------------------ review

    @property
    def selected(self) -> CandidateEntry | None:
        """The candidate that is looked at: the person's choice, else the newest."""
        chosen = [entry for entry in self._candidates if entry.handle == self._selected]
        return (chosen or self._candidates or [None])[-1]  # type: ignore[list-item]

    def select(self, handle: str) -> None:
        """Look at this candidate."""
        self._selected = handle
        self.selected_changed.emit()

    @property
    def to_export(self) -> tuple[CandidateEntry, ...]:
        """The favourites; without any, the one that is looked at, unless it is rejected."""
        favourites = tuple(entry for entry in self._candidates if entry.favourite)
        return favourites or tuple(entry for entry in (self.selected,) if entry is not None and not entry.rejected)

    def toggle_favourite(self, handle: str) -> None:
        """Mark or unmark a candidate for export; a rejected one stays unmarked."""
        self._change(handle, lambda entry: replace(entry, favourite=not (entry.favourite or entry.rejected)))

    def discard(self, handle: str) -> None:
        """Erase a candidate; the one beside it is looked at next."""
        handles = [entry.handle for entry in self._candidates]
        if handle not in handles:
            return
        place = handles.index(handle)
        self._candidates = [entry for entry in self._candidates if entry.handle != handle]
        if self._candidates and self._selected == handle:
            self._selected = self._candidates[min(place, len(self._candidates) - 1)].handle
        self._erase([handle], "review")
        self.candidates_changed.emit()

    def _saved(self, saved: Saved) -> None:
        self._change(saved.handle, lambda entry: replace(entry, exported=True))

    def _change(self, handle: str, change: Callable[[CandidateEntry], CandidateEntry]) -> None:
        self._candidates = [change(entry) if entry.handle == handle else entry for entry in self._candidates]
        self.candidates_changed.emit()

    def _answers_changed(self) -> None:
        """What was made with the model of a face is erased with the answer to it."""
        if not self.generating.personal.agreed:
            self._candidates = [entry for entry in self._candidates if not entry.personal]
            self.candidates_changed.emit()

    # ------------------------------------------------------------------ what is stored

    @property
    def items(self) -> tuple[Item, ...]:
        """What lies in the vault, as of the last `stored_changed`."""
        return self._items

    def refresh_stored(self) -> None:
        """Count anew what lies in the vault when everything is done that was asked for so far."""
        self.tasks.run(lambda: None, lambda _: self._count())

    def _count(self) -> None:
        """Count now: what was just stored is told while other photos are still being looked at."""
        self._items = self.studio.items()
        self.stored_changed.emit()

    def delete(self, *handles: str) -> None:
        """Erase stored pictures, whatever they are used for; a photo takes its small copy with it."""
        erased = list(handles)
        if self.removed is not None and self.removed.photo.handle in handles:
            erased.remove(self.removed.photo.handle)
            self._forget_removed()
        photos = [each for each in self._photos if each.photo.handle in handles]
        for entry in photos:
            erased += [entry.inspection.thumbnail] if entry.inspection else []
            self._photos.remove(entry)
        there = {item.handle for item in self._items}
        gone = [handle for handle in dict.fromkeys(erased) if handle in there]
        self._candidates = [entry for entry in self._candidates if entry.handle not in gone]
        if gone:
            self.tasks.run(lambda: self.studio.delete(*gone), nothing, self._fails("privacy"))
        self.previews.forget(*gone)
        if photos:
            self._main_changed()
        self.refresh_stored()
        self.candidates_changed.emit()

    def load(self, handle: str, done: Callable[[QImage], None], longest: int = 0) -> None:
        """Open a picture of the vault for showing; its bytes are zeroed at once, the caller holds the only pixels.

        Args:
            handle: of the picture.
            done: called with it, in a form that is painted fast.
            longest: pixels of its longer side, if it is to be made that small; 0 keeps its size.
        """

        def work() -> QImage:
            content = self.studio.picture(handle)
            try:
                return decoded(content, longest)
            finally:
                wipe(content)

        self.tasks.run(work, done, passing=True)

    @property
    def locked(self) -> bool:
        """Whether the pictures are locked."""
        return self._locked

    def lock(self, reason: LockReason = LockReason.ASKED) -> None:
        """Take the keys out of memory, end what has seen pictures, and let every page drop its pixels.

        Only the job that runs is finished before; what waits goes on after `unlock`.
        """
        if self._locked:
            return
        self._locked, self.lock_reason = True, reason
        self.making.cancel()
        self.generating.personal.cancel()
        self.tasks.hold()
        self.tasks.run(lambda: self.studio.lock(reason), nothing, self._fails("privacy"), first=True)
        self.wiped.emit()
        self.locked_changed.emit(True)

    def unlock(self, proof: Proof | None = None, done: Callable[[], None] = lambda: None) -> None:
        """Get the key again; pages load their pictures anew. Where the key is gone, everything is wiped.

        Args:
            proof: for the app lock, where there is one; zeroed afterwards.
            done: called when nothing is locked any more.
        """

        def work() -> None:
            try:
                self.studio.unlock(proof)
            finally:
                if proof is not None:
                    wipe(proof.passphrase)

        def opened(result: object) -> None:
            del result
            self.opened()
            done()

        def failed(error: HeadshotError) -> None:
            if self.studio.app_lock.locked:
                self.unlock_failed.emit(error)
                return
            self._locked = False
            self.locked_changed.emit(False)
            self.wipe()
            self.failed.emit("photos", error)

        self.tasks.run(work, opened, failed, first=True)

    def opened(self) -> None:
        """Nothing is locked any more: show everything again, and go on with what waits."""
        self._locked = False
        self.tasks.release()
        self.locked_changed.emit(False)
        for changed in (self.photos_changed, self.candidates_changed):
            changed.emit()
        self.previews.changed.emit("")
        if not self.making.busy:
            self.previews.resume()

    def wipe(self, reason: WipeReason = WipeReason.ASKED, done: Callable[[None], None] = nothing) -> None:
        """Erase everything now and begin anew; what waits is forgotten, for it would come into the new vault.

        `done` is called when it is erased, and not when that failed; so with the other two.
        """
        self._wipe_by(partial(self.studio.wipe, reason), done)

    def _wipe_by(self, work: Callable[[], None], done: Callable[[None], None] = nothing) -> None:
        """Stop everything, then let `work` erase the vault on the worker thread; nothing that was made is shown."""
        self.end()
        self.tasks.drop()
        self.tasks.run(work, done, self._fails("privacy"), self._wiped, first=True)
        self.tasks.release()
        self._photos, self._candidates, self._chosen = [], [], ""
        self.removal.take()
        self.wiped.emit()
        self.photos_changed.emit()
        self.candidates_changed.emit()

    def _wiped(self) -> None:
        self.generating.personal.refresh()
        self.refresh_stored()
        self.consents_changed.emit()

    # ------------------------------------------------------------------ answers

    def give(self, purpose: Purpose) -> None:
        """Record that the person agrees, in the language that the window has; then `consents_changed`."""
        self._answer(partial(self.studio.give, purpose, shown_language()))

    def revoke(self, purpose: Purpose, done: Callable[[None], None] = nothing) -> None:
        """Take an answer back; what depends on it is erased at once, then `consents_changed`."""
        if purpose is Purpose.PERSONAL_MODEL:
            self.generating.personal.cancel()
            self.making.cancel()  # a headshot may be drawn with the model just now
        run = self._wipe_by if purpose is Purpose.ANALYSIS else self._answer
        run(partial(self.studio.revoke, purpose), done)

    def delete_record(self, done: Callable[[None], None] = nothing) -> None:
        """Delete the record of answers and events, and all that was done on the strength of the answers."""
        self._wipe_by(self.studio.delete_record, done)

    def _answer(self, work: Callable[[], None], done: Callable[[None], None] = nothing) -> None:
        self.tasks.run(work, done, self._fails("privacy"), self.consents_changed.emit, first=True)

    # ------------------------------------------------------------------ the clock

    def wipe_if_idle(self) -> bool:
        """Called every second: wipes when the retention time is over; whether that was so."""
        at_rest = self._locked or not self.tasks.busy
        idle = bool(self._items) and at_rest and self.studio.retention.expired
        if idle:
            self.wipe(WipeReason.IDLE)
        return idle

    def end(self) -> None:
        """Stop whatever runs; no answer to anything that was asked so far is wanted any more."""
        self._sitting += 1
        self.previews.drop()
        self.making.drop()
        self.exports.cancel()
        self.generating.stop()

    def _run(
        self, work: Callable[[], Result], done: Callable[[Result], None], page: str, *, first: bool = False
    ) -> None:
        self.tasks.run(work, self._wanted(done), self._fails(page), first=first)

    def _wanted(self, done: Callable[[Result], None]) -> Callable[[Result], None]:
        """`done`, unless everything is wiped in the meantime: what was made then is gone as well."""
        sitting = self._sitting
        return lambda result: done(result) if sitting == self._sitting else None

    def _erase(self, handles: Sequence[str], page: str) -> None:
        for handle in handles:
            self.tasks.run(lambda handle=handle: self.studio.discard(handle), nothing, self._fails(page))  # type: ignore[misc]
        if handles:
            self.refresh_stored()

    def _fails(self, page: str) -> Callable[[HeadshotError], None]:
        sitting = self._sitting
        return lambda error: self.failed.emit(page, error) if sitting == self._sitting else None
