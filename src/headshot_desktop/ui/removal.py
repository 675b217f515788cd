"""A photo that was taken out and can be brought back for a while."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from headshot_desktop.app.studio import Photo
from headshot_desktop.ui.session_values import PhotoEntry

UNDO_SECONDS = 20
"""How long a removed photo can be brought back; then it is erased."""


class Removal(QObject):
    """Holds one photo at most, and counts its seconds down; without a photo no timer runs."""

    counted = Signal()
    """There is another number of `seconds`."""
    over = Signal()
    """The time is over; the photo is still held, for whoever erases it to `take`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        """`clock`: seconds that only go forward."""
        super().__init__(parent)
        self._clock = clock
        self.lasts: float = UNDO_SECONDS
        self._held: tuple[int, PhotoEntry] | None = None
        self._end = 0.0
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)  # others may be a twentieth late, which is a second here
        self._second.timeout.connect(self.tick)

    @property
    def entry(self) -> PhotoEntry | None:
        """What can be brought back."""
        return self._held[1] if self._held else None

    @property
    def seconds(self) -> int:
        """Whole seconds, begun ones included, that are left; 0 without a photo."""
        return math.ceil(self._left) if self._held else 0

    def hold(self, place: int, entry: PhotoEntry) -> None:
        """Hold this one, which stood at `place`, from now on."""
        self._held, self._end = (place, entry), self._clock() + self.lasts
        self._wait()

    def take(self) -> tuple[int, PhotoEntry] | None:
        """Give it out with its place, to be put back or to be erased."""
        held, self._held = self._held, None
        self._second.stop()
        return held

    def found(self, photo: Photo, **found: Any) -> bool:
        """Keep what was found out about it; whether it is this photo."""
        if self._held is None or self._held[1].photo != photo:
            return False
        self._held = (self._held[0], replace(self._held[1], **found))
        return True

    def tick(self) -> None:
        """A second has gone."""
        if self._held is None:
            return
        if self._left <= 0:
            self.over.emit()
        else:
            self.counted.emit()
            self._wait()

    @property
    def _left(self) -> float:
        return max(0.0, self._end - self._clock())

    def _wait(self) -> None:
        """Until the number of seconds is another one."""
        self._second.start(math.ceil((self._left - (self.seconds - 1)) * 1000))
