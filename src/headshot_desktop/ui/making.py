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
from headshot_desktop.ui.generating_model import Anew
from headshot_desktop.ui.pixels import decoded
from headshot_desktop.ui.session_values import CandidateEntry, Doing
from headshot_desktop.ui.stoppable import Stoppable
from headshot_desktop.ui.tasks import Tasks
from headshot_desktop.vault.format import wipe

KEPT_SPEEDS = 5
"""Headshots over which the speed is averaged."""

TELLING = 0.2
"""Share of the first headshot by a pack from which on its pace tells how long it takes."""


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
    seed: int = 0
    anew: Anew | None = None


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
        self._waiting = self._finished = 0
        self._round = 0  # what was ordered before a cancel is not wanted any more
        self._sitting = 0
        self._speed: dict[bool, list[float]] = {False: [], True: []}  # of the Studio engine, of packs

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._waiting > 0

    @property
    def waiting(self) -> int:
        """How many of those that were asked for are not made yet."""
        return self._waiting

    @property
    def finished(self) -> int:
        """How many were made since nothing was being made."""
        return self._finished

    @property
    def seconds_each(self) -> float | None:
        """Seconds per headshot of the Studio engine, measured over the last ones; None before the first."""
        return self._each(anew=False)

    @property
    def seconds_anew(self) -> float | None:
        """As `seconds_each`, of those that a model pack makes."""
        return self._each(anew=True)

    def order(
        self,
        photo: Photo,
        looks: Sequence[Look],
        destination: Destination,
        page: str,
        anew: Anew | None = None,
    ) -> None:
        """Make one headshot for each look, and of a model pack one for each seed; `page` is told what fails."""
        wanted = [(look, seed) for look in looks for seed in (anew.seeds if anew is not None else (0,))]
        if not self._waiting:
            self._finished = 0
        self._waiting += len(wanted)
        self.changed.emit(True)
        for number, (look, seed) in enumerate(wanted, start=1):
            self._make(_Order(photo, look, destination, number, len(wanted), page, self._round, seed, anew))

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
        sitting = self._sitting

        def done(answer: tuple[Candidate, float]) -> None:
            made, seconds = answer
            if sitting != self._sitting:  # it went with its vault
                return
            if order.round != self._round:  # cancelled when it was as good as finished
                self._tasks.run(lambda: self._studio.discard(made.handle))
                return
            speed = self._speed[order.anew is not None]
            speed[:] = [*speed[1 - KEPT_SPEEDS :], seconds]
            self._finished += 1
            self.made.emit(CandidateEntry(made, order.photo, order.look, order.destination, seconds))

        def failed(error: HeadshotError) -> None:
            if order.round == self._round:
                self.failed.emit(order.page, error)

        def ended() -> None:
            if order.round == self._round:
                self._waiting -= 1
                if not self._waiting:
                    self.changed.emit(False)

        self._tasks.run(lambda: self._work(order), done, failed, ended)

    def _work(self, order: _Order) -> tuple[Candidate, float]:
        """On the worker thread: the headshot, and its seconds."""
        generation, references = (order.anew.generation, order.anew.references) if order.anew else (None, ())
        with self._stoppable.at("candidate"):
            self._check(order)
            begun = time.monotonic()
            request = self._studio.request(order.look, order.destination, order.seed, generation)
            made = self._studio.render(
                order.photo,
                request,
                lambda progress: self._tell(order, progress, begun),
                live=True,
                references=references,
            )
            return made, time.monotonic() - begun

    def _each(self, *, anew: bool) -> float | None:
        speed = self._speed[anew]
        return sum(speed) / len(speed) if speed else None

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
        spent, remaining, each = time.monotonic() - begun, None, self._each(anew=order.anew is not None)
        if each is None and order.anew is not None and inner >= TELLING:
            each = spent / inner
        left = progress.numbers.get("seconds_left")  # as the engine has measured this very picture
        if left is not None:
            remaining = left + (each or spent + left) * (order.of - order.number)
        elif each is not None:
            remaining = max(0.0, each - spent) + each * (order.of - order.number)
        share = (order.number - 1 + inner) / order.of
        self.progressed.emit(Doing(order.number, order.of, progress.stage, share, remaining, picture))
