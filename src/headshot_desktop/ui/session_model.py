"""What one sitting holds, for the pages to show: photos, look, destinations, candidates, and what is going on.

The model lives on the GUI thread; what blocks goes through `Tasks` and comes back as a value. It holds handles, never
pixels: a page that shows a picture asks `load` for it and drops it on `wiped`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from headshot_desktop.app.studio import Candidate, Inspection, Photo, Studio
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import Cancelled, HeadshotError, PhotoRefused, UsageError
from headshot_desktop.core.request import Framing, HeadshotRequest, Look
from headshot_desktop.engine.protocol import Progress
from headshot_desktop.ui.clipboard import png_of
from headshot_desktop.ui.exports import Exports
from headshot_desktop.ui.pixels import decoded
from headshot_desktop.ui.session_values import CandidateEntry, Doing, PhotoEntry, Saved
from headshot_desktop.ui.stoppable import Stoppable
from headshot_desktop.ui.tasks import Result, Tasks, nothing
from headshot_desktop.vault.format import wipe
from headshot_desktop.vault.vault import Item

PREVIEW_SIDE = 240
"""Pixels of a look's preview on the person's own photo."""

UNDO_SECONDS = 20
"""How long a removed photo can be brought back; then it is erased."""


class SessionModel(QObject):
    """See the module. Every change of state is announced by one signal without details; pages read the properties."""

    photos_changed = Signal()
    look_changed = Signal()
    preview_changed = Signal(str)
    destinations_changed = Signal()
    creating_changed = Signal(bool)
    progressed = Signal(object)
    candidates_changed = Signal()
    selected_changed = Signal()
    stored_changed = Signal()
    wiped = Signal()
    locked_changed = Signal(bool)
    failed = Signal(str, object)
    """Page where it happened (`photos`, `look`, `create`, `review`, `export`, `privacy`) and the `HeadshotError`."""

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.studio, self.tasks = studio, tasks
        self._photos: list[PhotoEntry] = []
        self._removed: tuple[int, PhotoEntry] | None = None
        self._chosen: str = ""
        self._look = studio.catalogue.looks[0]
        self._destinations = [studio.catalogue.destinations[0]]
        self._candidates: list[CandidateEntry] = []
        self._selected = ""
        self._previews: dict[str, str] = {}
        self._sitting = 0  # answers to what was asked before a wipe are not wanted any more
        self._round = 0  # nor are previews of an earlier photo
        self._order = 0  # nor candidates of a cancelled order
        self._stoppable = Stoppable(studio.cancel)
        self._creating = 0
        self._speed: list[float] = []
        self._items: tuple[Item, ...] = ()
        self._locked = False
        self.exports = Exports(studio, tasks, self)
        self.exports.saved.connect(self._saved)
        self.exports.failed.connect(lambda error: self.failed.emit("export", error))
        self._undo = QTimer(self)
        self._undo.setSingleShot(True)
        self._undo.timeout.connect(self._forget_removed)

    # ------------------------------------------------------------------ photos

    @property
    def photos(self) -> tuple[PhotoEntry, ...]:
        """In the order in which they came."""
        return tuple(self._photos)

    @property
    def main(self) -> PhotoEntry | None:
        """The photo that headshots are made from: the person's choice, else the best; None without a usable one."""
        usable = [entry for entry in self._photos if entry.inspection is not None]
        chosen = [entry for entry in usable if entry.photo.handle == self._chosen]
        return chosen[0] if chosen else max(usable, key=lambda entry: entry.quality, default=None)

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
        """Look at a photo that came without a file."""
        self._run(lambda: self.studio.add_content(content, name), self._added, "photos")

    def add_image(self, image: QImage, name: str) -> None:
        """Look at a picture from the clipboard or from another program."""
        self._run(lambda: self.studio.add_content(bytearray(png_of(image)), name), self._added, "photos")

    def choose(self, handle: str) -> None:
        """Make headshots from this photo."""
        self._chosen = handle
        self._main_changed()

    def remove(self, handle: str) -> None:
        """Take a photo out; `undo_remove` brings it back for a while, then it is erased."""
        self._forget_removed()
        for number, entry in enumerate(self._photos):
            if entry.photo.handle == handle:
                self._removed = (number, self._photos.pop(number))
                self._undo.start(UNDO_SECONDS * 1000)
                self._main_changed()
                return

    @property
    def removed(self) -> PhotoEntry | None:
        """The photo that `undo_remove` would bring back."""
        return self._removed[1] if self._removed else None

    def undo_remove(self) -> None:
        """Bring the removed photo back to its place."""
        if self._removed is not None:
            number, entry = self._removed
            self._photos.insert(number, entry)
            self._removed = None
            self._undo.stop()
            self._main_changed()

    def _added(self, photo: Photo) -> None:
        self._photos.append(PhotoEntry(photo))
        self.photos_changed.emit()
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
        self.failed.emit("photos", error)

    def _looked(self, photo: Photo, **found: Any) -> None:
        if self._removed is not None and self._removed[1].photo == photo:
            self._removed = (self._removed[0], replace(self._removed[1], **found))
            return
        if all(entry.photo != photo for entry in self._photos):  # deleted while it was looked at
            self._erase([seen.thumbnail for seen in found.values() if isinstance(seen, Inspection)], "photos")
            return
        before = self.main
        self._photos = [replace(entry, **found) if entry.photo == photo else entry for entry in self._photos]
        if self.main == before:
            self.photos_changed.emit()
            self.refresh_stored()
        else:
            self._main_changed()

    def _main_changed(self) -> None:
        self._restart_previews()
        self.photos_changed.emit()
        self.refresh_stored()

    def _forget_removed(self) -> None:
        if self._removed is not None:
            _, entry = self._removed
            self._removed = None
            self._erase([entry.photo.handle, *([entry.inspection.thumbnail] if entry.inspection else [])], "photos")
            self.photos_changed.emit()

    # ------------------------------------------------------------------ look

    @property
    def look(self) -> Look:
        """The chosen look with the person's adjustments."""
        return self._look

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Where the headshots will be used; the first decides the framing of candidates. Never empty."""
        return tuple(self._destinations)

    def choose_look(self, look_id: str) -> None:
        """Take a look as it comes, without adjustments."""
        left, own = self._look, self.studio.catalogue.look(self._look.id)
        self._look = self.studio.catalogue.look(look_id)
        self.look_changed.emit()
        if left != own and self.preview(left.id):
            self._order_preview(own, self._round)  # its card shows it as it comes again

    @property
    def adjusted(self) -> bool:
        """Whether the person changed values of the chosen look."""
        return self._look != self.studio.catalogue.look(self._look.id)

    def begin_with(self, look_id: str, destination_id: str) -> None:
        """Choose what the settings name; what the catalogue does not know any more is passed over."""
        for look in self.studio.catalogue.looks:
            if look.id == look_id:
                self._look = look
        for destination in self.studio.catalogue.destinations:
            if destination.id == destination_id:
                self._destinations = [destination]
        self.look_changed.emit()
        self.destinations_changed.emit()

    def adjust(self, **changes: Any) -> None:
        """Change values of the look, such as `fill` or `warmth`; `UsageError` beyond their limits."""
        self._look = replace(self._look, **changes)
        self.look_changed.emit()
        self._order_preview(self._look, self._round)

    def toggle_destination(self, destination_id: str) -> None:
        """Choose or un-choose a destination; the last one stays."""
        destination = self.studio.catalogue.destination(destination_id)
        if destination not in self._destinations:
            self._destinations.append(destination)
        elif len(self._destinations) > 1:
            self._destinations.remove(destination)
        self.destinations_changed.emit()

    def preview(self, look_id: str) -> str:
        """Handle of a look's preview on the person's photo; empty until it is made."""
        return self._previews.get(look_id, "")

    def order_previews(self) -> None:
        """Render every look that has no preview yet, the chosen one first."""
        looks = [self._look, *(look for look in self.studio.catalogue.looks if look.id != self._look.id)]
        for look in looks:
            if look.id not in self._previews:
                self._order_preview(look, self._round)

    def _order_preview(self, look: Look, wanted: int) -> None:
        main = self.main
        if main is None:
            return
        photo = main.photo
        request = HeadshotRequest(look, Framing(PREVIEW_SIDE, PREVIEW_SIDE))

        def work() -> Candidate:
            with self._stoppable.at("preview"):
                if wanted != self._round or (look.id == self._look.id and look != self._look):
                    raise _unwanted()
                return self.studio.render(photo, request)

        self._run(work, lambda made: self._previewed(look, made, wanted), "look")

    def _previewed(self, look: Look, made: Candidate, wanted: int) -> None:
        if wanted != self._round:
            self._erase([made.handle], "look")
            return
        if old := self._previews.get(look.id):
            self._erase([old], "look")
        self._previews[look.id] = made.handle
        self.preview_changed.emit(look.id)
        self.refresh_stored()

    def _restart_previews(self) -> None:
        self._round += 1
        self._erase(list(self._previews.values()), "look")
        self._previews.clear()
        self.preview_changed.emit("")

    # ------------------------------------------------------------------ create

    @property
    def creating(self) -> bool:
        """Whether candidates are being made."""
        return self._creating > 0

    @property
    def candidates(self) -> tuple[CandidateEntry, ...]:
        """The newest last."""
        return tuple(self._candidates)

    @property
    def seconds_each(self) -> float | None:
        """Seconds per headshot, measured over the last ones; None before the first."""
        return sum(self._speed) / len(self._speed) if self._speed else None

    def create(self, looks: Sequence[Look] | None = None) -> None:
        """Make one candidate for each look, by default the chosen one, at the first destination's framing."""
        if self.main is None:
            self.failed.emit("create", UsageError("Add a photo first."))
            return
        wanted = list(looks or [self._look])
        self._round += 1  # waiting previews step aside
        self._stoppable.stop("preview")
        self._creating += len(wanted)
        self.creating_changed.emit(True)
        for number, look in enumerate(wanted, start=1):
            self._make(self.main.photo, look, self._destinations[0], (number, len(wanted)))

    def redo(self, handle: str, **changes: Any) -> None:
        """Make a candidate again with one change of its look."""
        for entry in self._candidates:
            if entry.handle == handle:
                self.remake(entry, **changes)

    def remake(self, entry: CandidateEntry, **changes: Any) -> None:
        """Make a candidate again, also one that was discarded, with changes of its look."""
        self._creating += 1
        self.creating_changed.emit(True)
        self._make(entry.photo, replace(entry.look, **changes), entry.destination, (1, 1), "review")

    def cancel(self) -> None:
        """Stop making candidates; those that are finished stay."""
        self._creating, self._order = 0, self._order + 1
        self._stoppable.stop("candidate")
        self.creating_changed.emit(False)

    def _make(
        self, photo: Photo, look: Look, destination: Destination, place: tuple[int, int], page: str = "create"
    ) -> None:
        request, order = self.studio.request(look, destination), self._order

        def work() -> tuple[Candidate, float]:
            with self._stoppable.at("candidate"):
                if order != self._order:
                    raise _unwanted()
                begun = time.monotonic()
                made = self.studio.render(
                    photo, request, lambda progress: self.tasks.later(lambda: self._progress(place, progress, begun))
                )
                return made, time.monotonic() - begun

        def done(answer: tuple[Candidate, float]) -> None:
            made, seconds = answer
            if order != self._order:  # cancelled when it was as good as finished
                self._erase([made.handle], page)
                return
            self._speed = [*self._speed[-4:], seconds]
            self._candidates.append(CandidateEntry(made, photo, look, destination, seconds))
            self._selected = made.handle
            self.candidates_changed.emit()
            self.refresh_stored()

        def ended() -> None:
            if order == self._order:
                self._creating -= 1
                if not self._creating:
                    self.creating_changed.emit(False)

        self.tasks.run(work, self._wanted(done), self._fails(page), ended)

    def _progress(self, place: tuple[int, int], progress: Progress, begun: float) -> None:
        if not self._creating:
            return
        number, of = place
        inner = progress.done / max(progress.of, 1)
        remaining = None
        if self._speed:
            each = sum(self._speed) / len(self._speed)
            remaining = max(0.0, each - (time.monotonic() - begun)) + each * (of - number)
        self.progressed.emit(Doing(number, of, progress.stage, (number - 1 + inner) / of, remaining))

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
        """The favourites; without any, the one that is looked at."""
        favourites = tuple(entry for entry in self._candidates if entry.favourite)
        return favourites or tuple(entry for entry in (self.selected,) if entry is not None)

    def toggle_favourite(self, handle: str) -> None:
        """Mark or unmark a candidate for export."""
        self._change(handle, lambda entry: replace(entry, favourite=not entry.favourite))

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

    @property
    def unexported_favourites(self) -> int:
        """Favourites that would be lost by closing."""
        return sum(entry.favourite and not entry.exported for entry in self._candidates)

    def _saved(self, saved: Saved) -> None:
        self._change(saved.handle, lambda entry: replace(entry, exported=True))

    def _change(self, handle: str, change: Callable[[CandidateEntry], CandidateEntry]) -> None:
        self._candidates = [change(entry) if entry.handle == handle else entry for entry in self._candidates]
        self.candidates_changed.emit()

    # ------------------------------------------------------------------ what is stored

    @property
    def items(self) -> tuple[Item, ...]:
        """What lies in the vault, as of the last `stored_changed`."""
        return self._items

    def refresh_stored(self) -> None:
        """Ask the vault again."""

        def done(items: tuple[Item, ...]) -> None:
            self._items = items
            self.stored_changed.emit()

        self.tasks.run(self.studio.items, done)

    def delete(self, handle: str) -> None:
        """Erase one stored picture, whatever it is used for; a photo takes its small copy with it."""
        erased = [handle]
        if self._removed is not None and self._removed[1].photo.handle == handle:
            self._forget_removed()
            return
        for entry in self._photos:
            if entry.photo.handle == handle:
                erased += [entry.inspection.thumbnail] if entry.inspection else []
                self._photos = [other for other in self._photos if other != entry]
                self._main_changed()
        self._candidates = [entry for entry in self._candidates if entry.handle != handle]
        self._previews = {look: preview for look, preview in self._previews.items() if preview != handle}
        self._erase([each for each in erased if any(item.handle == each for item in self._items)], "privacy")
        self.preview_changed.emit("")
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

        self.tasks.run(work, done)

    @property
    def locked(self) -> bool:
        """Whether the pictures are locked."""
        return self._locked

    def lock(self) -> None:
        """Take the key out of memory, end what has seen pictures, and let every page drop its pixels.

        Only the job that runs is finished before; what waits goes on after `unlock`.
        """
        if self._locked:
            return
        self._locked = True
        self.cancel()
        self.tasks.hold()
        self.tasks.run(self.studio.lock, nothing, self._fails("privacy"), first=True)
        self.wiped.emit()
        self.locked_changed.emit(True)

    def unlock(self) -> None:
        """Get the key again; pages load their pictures anew. Where the key is gone, everything is wiped."""

        def done(result: object) -> None:
            del result
            self._locked = False
            self.tasks.release()
            self.locked_changed.emit(False)
            for changed in (self.photos_changed, self.candidates_changed):
                changed.emit()
            self.preview_changed.emit("")

        def failed(error: HeadshotError) -> None:
            self._locked = False
            self.locked_changed.emit(False)
            self.wipe()
            self.failed.emit("photos", error)

        self.tasks.run(self.studio.unlock, done, failed, first=True)

    def wipe(self) -> None:
        """Erase everything now and begin anew; what waits is forgotten, for it would come into the new vault."""
        self.end()
        self.tasks.drop()
        self.tasks.run(self.studio.wipe, nothing, self._fails("privacy"), self.refresh_stored, first=True)
        self.tasks.release()
        self._photos, self._candidates, self._removed, self._chosen, self._creating = [], [], None, "", 0
        self._previews.clear()
        self._undo.stop()
        self.wiped.emit()
        self.photos_changed.emit()
        self.candidates_changed.emit()
        self.preview_changed.emit("")
        self.creating_changed.emit(False)

    def wipe_if_idle(self) -> bool:
        """Called every second: wipes when the retention time is over; whether that was so."""
        at_rest = self._locked or not self.tasks.busy
        idle = bool(self._items) and at_rest and self.studio.retention.expired
        if idle:
            self.wipe()
        return idle

    def end(self) -> None:
        """Stop whatever runs; no answer to anything that was asked so far is wanted any more."""
        self._sitting, self._round, self._order = self._sitting + 1, self._round + 1, self._order + 1
        self.exports.cancel()

    def _run(self, work: Callable[[], Result], done: Callable[[Result], None], page: str) -> None:
        self.tasks.run(work, self._wanted(done), self._fails(page))

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


def _unwanted() -> Cancelled:
    return Cancelled("Not wanted any more.")
