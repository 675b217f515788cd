"""Files that the person asked for, written one after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from headshot_desktop.app.export_names import taken_names
from headshot_desktop.app.studio import Studio
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import Cancelled, HeadshotError
from headshot_desktop.ui.session_values import CandidateEntry, Saved
from headshot_desktop.ui.tasks import Tasks


class Exports(QObject):
    """Writes candidates for destinations; tells each verified file, and how many are still to come.

    Attributes:
        saved: a `Saved`.
        waiting_changed: how many files are still to be written; also when a folder begins or ends to be looked at.
        finished: nothing is going on any more; whether everything was written that was asked for.
        failed: a `HeadshotError`.
    """

    saved = Signal(object)
    waiting_changed = Signal(int)
    finished = Signal(bool)
    failed = Signal(object)

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks = studio, tasks
        self._waiting = self._looking = self._written = 0
        self._whole = True
        self._round = 0  # what was asked for before a cancel is not wanted any more

    @property
    def waiting(self) -> int:
        """Files that are still to be written."""
        return self._waiting

    @property
    def busy(self) -> bool:
        """Whether files are being written, or it is looked for what is in their place."""
        return bool(self._waiting or self._looking)

    def look(self, folder: Path, found: Callable[[set[str]], None], failed: Callable[[HeadshotError], None]) -> None:
        """Which names are taken in a folder; the first part of saving there, and ended by `cancel` as well."""
        wanted = self._round

        def told(taken: set[str]) -> None:
            if wanted == self._round:
                found(taken)

        def refused(error: HeadshotError) -> None:
            self._whole = False
            failed(error)

        self._count(looking=1)
        self._tasks.run(lambda: taken_names(folder), told, refused, lambda: self._count(looking=-1))

    def write(self, entry: CandidateEntry, destination: Destination, path: Path, *, overwrite: bool = False) -> None:
        """Write one candidate for a destination, rendered anew where its framing is another one; then `saved`."""
        wanted = self._round

        def work() -> Saved:
            if wanted != self._round:
                raise Cancelled("Not wanted any more.")
            return Saved(path, self._made(entry, destination, path, overwrite=overwrite), destination, entry.handle)

        def done(saved: Saved) -> None:
            self._written += 1
            self.saved.emit(saved)

        def failed(error: HeadshotError) -> None:
            self._whole = False
            if wanted == self._round:
                self.failed.emit(error)

        self._count(1)
        self._tasks.run(work, done, failed, lambda: self._count(-1))

    def cancel(self) -> None:
        """Stop writing; files that are written stay."""
        self._round += 1
        self._whole = False
        self._studio.cancel()

    def _made(self, entry: CandidateEntry, destination: Destination, path: Path, *, overwrite: bool) -> int:
        if entry.destination == destination:
            return self._studio.export(entry.candidate, destination, path, overwrite=overwrite)
        made = self._studio.render(entry.photo, self._studio.request(entry.look, destination))
        try:
            return self._studio.export(made, destination, path, overwrite=overwrite)
        finally:
            self._studio.discard(made.handle)

    def _count(self, waiting: int = 0, *, looking: int = 0) -> None:
        if not self.busy:
            self._written, self._whole = 0, True
        self._waiting += waiting
        self._looking += looking
        self.waiting_changed.emit(self._waiting)
        if not self.busy:
            self.finished.emit(self._whole and self._written > 0)
