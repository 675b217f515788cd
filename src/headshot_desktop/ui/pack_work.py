"""The model packs of this computer, for the pages to show: imported, checked and removed on a thread of their own.

A pack has gigabytes, so a thread of its own copies it: meanwhile photos can be added and pictures be locked and wiped.
Nothing of a person is in a pack, and this thread touches nothing else.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from headshot_desktop.app.packs import Pack, Packs
from headshot_desktop.core.errors import Cancelled, HeadshotError
from headshot_desktop.core.pack_files import OnBytes
from headshot_desktop.ui.tasks import Tasks

TOLD_EVERY = 0.1
"""Seconds between two words of progress."""


class PackWork(QObject):
    """One deed at a time.

    Attributes:
        changed: other packs are there, or another deed is going on.
        progressed: bytes done, of how many, and the seconds that are left (None where not known).
        brought: a `Pack` that is imported now.
        verified: a `Pack` whose bytes were compared.
        removed: id of a pack, and the bytes it had.
        taken: the path of a pack whose id is taken by another one.
        failed: the `HeadshotError`.
    """

    changed = Signal()
    progressed = Signal(object, object, object)
    brought = Signal(object)
    verified = Signal(object)
    removed = Signal(str, object)
    taken = Signal(object)
    failed = Signal(object)

    def __init__(self, packs: Packs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._packs = packs
        self._tasks: Tasks | None = None
        self._stop = threading.Event()
        self._sources: dict[str, Path] = {}  # where imports of this sitting came from, by the pack's id
        self.packs: tuple[Pack, ...] = ()
        self.read = False
        self.busy = ""
        self.about = ""

    def refresh(self) -> None:
        """Look again what is there."""

        def seen(found: list[Pack]) -> None:
            self.packs, self.read = tuple(found), True
            self.changed.emit()

        self._thread().run(self._packs.packs, seen, self.failed.emit)

    def source(self, name: str) -> Path | None:
        """Where an import of this sitting came from that was not finished; None where that is not known."""
        return self._sources.get(name)

    def bring(self, path: Path, *, over: bool = False) -> None:
        """Import a pack from a folder or a zip file; `over` replaces another one of its id."""

        def work(told: OnBytes) -> Pack:
            self._sources[self._packs.inspect(path).id] = path
            return self._packs.bring(path, told, over=over)

        def failed(error: HeadshotError) -> None:
            if error.code == "pack-exists":
                self.taken.emit(path)
            else:
                self.failed.emit(error)

        self._do("import", path.name, work, self.brought.emit, failed)

    def verify(self, name: str) -> None:
        """Compare every byte of a pack."""
        self._do("verify", name, lambda told: self._packs.verify(name, told), self.verified.emit)

    def remove(self, name: str) -> None:
        """Delete a pack."""
        self._do("remove", name, lambda _: self._packs.remove(name), lambda size: self.removed.emit(name, size))

    def cancel(self) -> None:
        """Stop; an import can go on later."""
        self._stop.set()

    def close(self) -> None:
        """End the thread; what it was at is left as a cancel leaves it."""
        self.cancel()
        if self._tasks is not None:
            self._tasks.close(0.5)

    def _thread(self) -> Tasks:
        """Begun when it is first needed."""
        if self._tasks is None:
            self._tasks = Tasks(self)
        return self._tasks

    def _do(
        self,
        deed: str,
        about: str,
        work: Callable[[OnBytes], object],
        done: Callable[..., None],
        failed: Callable[[HeadshotError], None] | None = None,
    ) -> None:
        if self.busy:
            return
        stop = self._stop = threading.Event()
        self.busy, self.about = deed, about
        told = _Told(stop, self._thread(), self.progressed.emit)

        def ended() -> None:
            self.busy = self.about = ""
            self.changed.emit()
            self.refresh()

        self._thread().run(lambda: work(told), done, failed or self.failed.emit, ended)
        self.changed.emit()


class _Told:
    """An `OnBytes` on the thread: stops when it is asked to, and passes on now and then how far it is."""

    def __init__(self, stop: threading.Event, tasks: Tasks, tell: Callable[..., None]) -> None:
        self._stop, self._tasks, self._tell = stop, tasks, tell
        self._begun, self._last, self._first = time.monotonic(), 0.0, -1

    def __call__(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Cancelled("Stopped.")
        now = time.monotonic()
        if self._first < 0:
            self._first, self._begun = done, now
        if now - self._last < TOLD_EVERY and done < of:
            return
        self._last = now
        speed = (done - self._first) / max(now - self._begun, 1e-3)
        left = (of - done) / speed if speed > 0 and now - self._begun > 1 else None
        self._tasks.later(lambda: self._tell(done, of, left))
