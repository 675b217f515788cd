"""Whether finished files say how they were made, and what other files say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from headshot_desktop.app.studio import Studio
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.marks import Carried
from headshot_desktop.ui.tasks import Tasks


class Marking(QObject):
    """The switch of the marks, for all who show it, and the question what marks a file carries."""

    changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, studio: Studio, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks = studio, tasks
        self._wanted = studio.marks

    @property
    def on(self) -> bool:
        """Whether files are marked from now on."""
        return self._wanted

    @property
    def locked(self) -> bool:
        """Whether the organisation leaves no choice."""
        return self._studio.limits.marks

    def switch(self, *, on: bool) -> None:
        """Mark files from now on, or not; `changed` tells all who show it, at once."""
        if on is self._wanted:
            return
        self._wanted = on
        self._tasks.run(lambda: self._studio.mark(on=on), failed=self._refused)
        self.changed.emit(on)

    def check(self, path: Path, done: Callable[[Carried], None], failed: Callable[[HeadshotError], None]) -> None:
        """What marks a file carries; nothing of it is kept."""
        self._tasks.run(lambda: self._studio.check(path), done, failed)

    def _refused(self, error: HeadshotError) -> None:
        self._wanted = self._studio.marks
        self.changed.emit(self._wanted)
        self.failed.emit(error)
