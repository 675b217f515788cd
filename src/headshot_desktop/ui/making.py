"""Headshots in the making: ordered, rendered one after the other, shown as they come, cancelled at once."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from headshot_desktop.app.studio import Candidate, Photo, Studio
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import Cancelled, HeadshotError
from headshot_desktop.core.request import Look
from headshot_desktop.engine.protocol import Progress
from headshot_desktop.ui.pixels import decoded
from headshot_desktop.ui.session_values import CandidateEntry, Doing
from headshot_desktop.ui.stoppable import Stoppable
from headshot_desktop.ui.tasks import Tasks
from headshot_desktop.vault.format import wipe

KEPT_SPEEDS = 5
"""Headshots over which the speed is averaged."""


@dataclass(frozen=True)
class _Order:
    """One headshot that was asked for, and its place among those that were asked for together."""

    photo: Photo
    look: Look
    destination: Destination
    number: int
    of: int
    page: str
    round: int


class Making(QObject):
    """Renders what is ordered.

    Attributes:
        changed: whether something is being made now.
        progressed: a `Doing`.
        made: a `CandidateEntry`.
        failed: page on which it was asked for, and the `HeadshotError`.
    """

    changed = Signal(bool)
    progressed = Signal(object)
    made = Signal(object)
    failed = Signal(str, object)

    def __init__(self, studio: Studio, tasks: Tasks, stoppable: Stoppable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio, self._tasks, self._stoppable = studio, tasks, stoppable
        self._waiting = 0
        self._round = 0  # what was ordered before a cancel is not wanted any more
        self._sitting = 0
        self._speed: list[float] = []

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._waiting > 0

    @property
    def seconds_each(self) -> float | None:
        """Seconds per headshot, measured over the last ones; None before the first."""
        return sum(self._speed) / len(self._speed) if self._speed else None

    def order(self, photo: Photo, looks: Sequence[Look], destination: Destination, page: str) -> None:
        """Make one headshot for each look; `page` is told what fails."""
        self._waiting += len(looks)
        self.changed.emit(True)
        for number, look in enumerate(looks, start=1):
            self._make(_Order(photo, look, destination, number, len(looks), page, self._round))

    def cancel(self) -> None:
        """Make nothing more of what was ordered."""
        self._waiting, self._round = 0, self._round + 1
        self._stoppable.stop("candidate")
        self.changed.emit(False)

    def drop(self) -> None:
        """As `cancel`; what was made is gone with the vault as well."""
        self._sitting += 1
        self.cancel()

    def _make(self, order: _Order) -> None:
        request = self._studio.request(order.look, order.destination)

        def work() -> tuple[Candidate, float]:
            with self._stoppable.at("candidate"):
                self._check(order)
                begun = time.monotonic()
                made = self._studio.render(
                    order.photo, request, lambda progress: self._tell(order, progress, begun), live=True
                )
                return made, time.monotonic() - begun

        sitting = self._sitting

        def done(answer: tuple[Candidate, float]) -> None:
            made, seconds = answer
            if sitting != self._sitting:  # it went with its vault
                return
            if order.round != self._round:  # cancelled when it was as good as finished
                self._tasks.run(lambda: self._studio.discard(made.handle))
                return
            self._speed = [*self._speed[1 - KEPT_SPEEDS :], seconds]
            self.made.emit(CandidateEntry(made, order.photo, order.look, order.destination, seconds))

        def failed(error: HeadshotError) -> None:
            if order.round == self._round:
                self.failed.emit(order.page, error)

        def ended() -> None:
            if order.round == self._round:
                self._waiting -= 1
                if not self._waiting:
                    self.changed.emit(False)

        self._tasks.run(work, done, failed, ended)

    def _check(self, order: _Order) -> None:
        if order.round != self._round:
            raise Cancelled("Not wanted any more.")

    def _tell(self, order: _Order, progress: Progress, begun: float) -> None:
        """On the worker thread: pass progress on, with its picture as pixels and nothing left of its bytes."""
        if order.round != self._round:
            self._studio.cancel()  # asked for before the engine had begun, when there was nothing to stop
            return
        picture = QImage()
        if progress.picture is not None:
            picture = decoded(bytearray(progress.picture))
            if isinstance(progress.picture, bytearray):
                wipe(progress.picture)
        self._tasks.later(lambda: self._progress(order, progress, picture, begun))

    def _progress(self, order: _Order, progress: Progress, picture: QImage, begun: float) -> None:
        if order.round != self._round or not self._waiting:
            return
        inner = progress.done / max(progress.of, 1)
        remaining, each = None, self.seconds_each
        if each is not None:
            remaining = max(0.0, each - (time.monotonic() - begun)) + each * (order.of - order.number)
        share = (order.number - 1 + inner) / order.of
        self.progressed.emit(Doing(order.number, order.of, progress.stage, share, remaining, picture))
