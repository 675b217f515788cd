"""Files that the person asked for, written one after the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from headshot_desktop.app.studio import Studio
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import Cancelled, HeadshotError
from headshot_desktop.ui.session_values import CandidateEntry, Saved
from headshot_desktop.ui.tasks import Tasks


class Exports(QObject):
    """Writes candidates for destinations; tells each verified file, and how many are still to come."""

    saved = Signal(object)
    waiting_changed = Signal(int)
    failed = Signal(object)

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks = studio, tasks
        self._waiting = 0
        self._round = 0  # what was asked for before a cancel is not wanted any more

    @property
    def waiting(self) -> int:
        """Files that are still to be written."""
        return self._waiting

    def write(self, entry: CandidateEntry, destination: Destination, path: Path, *, overwrite: bool = False) -> None:
        """Write one candidate for a destination, rendered anew where its framing is another one; then `saved`."""
        wanted = self._round

        def work() -> Saved:
            if wanted != self._round:
                raise Cancelled("Not wanted any more.")
            return Saved(path, self._written(entry, destination, path, overwrite=overwrite), destination, entry.handle)

        def failed(error: HeadshotError) -> None:
            if wanted == self._round:
                self.failed.emit(error)

        self._count(1)
        self._tasks.run(work, self.saved.emit, failed, lambda: self._count(-1))

    def cancel(self) -> None:
        """Stop writing; files that are written stay."""
        self._round += 1
        self._studio.cancel()

    def _written(self, entry: CandidateEntry, destination: Destination, path: Path, *, overwrite: bool) -> int:
        if entry.destination == destination:
            return self._studio.export(entry.candidate, destination, path, overwrite=overwrite)
        made = self._studio.render(entry.photo, self._studio.request(entry.look, destination))
        try:
            return self._studio.export(made, destination, path, overwrite=overwrite)
        finally:
            self._studio.discard(made.handle)

    def _count(self, change: int) -> None:
        self._waiting += change
        self.waiting_changed.emit(self._waiting)
