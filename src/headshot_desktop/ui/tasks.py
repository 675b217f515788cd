"""The only thread of the window: one worker that does everything that blocks, one job after the other.

Every answer arrives on the GUI thread through one queued signal. A job must not touch a widget.
"""

from __future__ import annotations

import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from headshot_desktop.core.errors import Bug, Cancelled, HeadshotError

URGENT_SECONDS = 2.0

Result = TypeVar("Result")


def nothing(value: object) -> None:
    """An answer that nobody waits for."""
    del value


@dataclass(frozen=True)
class _Job:
    """What waits; see `Tasks.run`."""

    work: Callable[[], None]
    ended: Callable[[], None] | None


class Tasks(QObject):
    """Runs jobs on one thread; `done` or `failed` is called on the GUI thread, `Cancelled` reaches neither.

    Attributes:
        busy_changed: the number of jobs that run or wait went to or from zero.
        asked: a job was asked for.
        crashed: a job failed with a `Bug` that its own `failed` was told as well.
    """

    busy_changed = Signal(bool)
    asked = Signal()
    crashed = Signal(object)
    _answers = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._turn = threading.Condition()
        self._urgent: deque[Callable[[], None]] = deque()
        self._passing: deque[_Job] = deque()
        self._jobs: deque[_Job] = deque()
        self._held = self._closing = False
        self._pressing = 0  # jobs that come first and are not done
        self._answers.connect(self._deliver)
        self._thread = threading.Thread(target=self._work, name="studio", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None] = nothing,
        failed: Callable[[HeadshotError], None] = nothing,
        ended: Callable[[], None] | None = None,
        *,
        first: bool = False,
        passing: bool = False,
    ) -> None:
        """Do `work` when its turn comes.

        Args:
            work: called on the worker thread.
            done: called with its result.
            failed: called with its error, unless that is `Cancelled`.
            ended: called after either, and after `Cancelled`.
            first: before all that waits, and also while jobs are held.
            passing: short, and for what is shown now only: before what waits, but forgotten by `hold`. A job that holds
                or gives pixels has to be that or `first`.
        """
        self._waiting += 1
        self.asked.emit()
        if self._waiting == 1:
            self.busy_changed.emit(True)

        def job() -> None:
            self._answers.emit(_outcome(work, done, failed, ended))
            self._pressing -= first

        with self._turn:
            if first:
                self._pressing += 1
                self._urgent.append(job)
            else:
                (self._passing if passing else self._jobs).append(_Job(job, ended))
            self._turn.notify()

    def hold(self) -> None:
        """Begin no more jobs until `release`, apart from those that come first; the one that runs is finished.

        What is only for the moment is forgotten, as if it had been cancelled: it would keep pixels in memory.
        """
        with self._turn:
            self._held = True
            dropped, self._passing = list(self._passing), deque()
        self._forget(dropped)

    def release(self) -> None:
        """Go on with what waits."""
        with self._turn:
            self._held = False
            self._turn.notify()

    def drop(self) -> None:
        """Forget what waits, as if each job had been cancelled."""
        with self._turn:
            dropped = [*self._passing, *self._jobs]
            self._passing, self._jobs = deque(), deque()
        self._forget(dropped)

    def _forget(self, dropped: list[_Job]) -> None:
        for job in dropped:
            self._deliver((job.ended or _no_answer, None, True))

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._waiting > 0

    def later(self, call: Callable[[], None]) -> None:
        """Call something on the GUI thread; any thread may ask for it."""
        self._answers.emit((call, None, False))

    def close(self, seconds: float = 2.0) -> None:
        """Stop after the running job; wait for it at most `seconds`.

        What comes first, such as an answer that is taken back, is done before the end, if that is possible in
        `URGENT_SECONDS`.
        """
        with self._turn:
            self._closing = True
            self._turn.notify()
        self._thread.join(seconds)
        if self._pressing:
            self._thread.join(max(0.0, URGENT_SECONDS - seconds))

    def _work(self) -> None:
        while (job := self._next()) is not None:
            job()

    def _next(self) -> Callable[[], None] | None:
        """The next job, when there is one that may run; None at the end."""
        with self._turn:
            while self._urgent or not self._closing:
                if self._urgent:
                    return self._urgent.popleft()
                for jobs in (self._passing, self._jobs):
                    if jobs and not self._held:
                        return jobs.popleft().work
                self._turn.wait()
        return None

    def _deliver(self, answer: tuple[Callable[[], None], HeadshotError | None, bool]) -> None:
        call, error, counted = answer
        if counted:
            self._waiting -= 1
            if self._waiting == 0:
                self.busy_changed.emit(False)
        call()
        if isinstance(error, Bug):
            self.crashed.emit(error)


def _outcome(
    work: Callable[[], Result],
    done: Callable[[Result], None],
    failed: Callable[[HeadshotError], None],
    ended: Callable[[], None] | None,
) -> tuple[Callable[[], None], HeadshotError | None, bool]:
    """Do the work; what is to be called on the GUI thread, and the error if there was one."""
    error: HeadshotError | None = None
    answer: Callable[[], None]
    try:
        result = work()
    except Cancelled:
        answer = _no_answer
    except HeadshotError as known:
        error = known
        answer = _call(failed, known)
    except Exception:  # noqa: BLE001 — the edge of the thread: a job must not end it
        error = Bug(traceback.format_exc(limit=-12))
        answer = _call(failed, error)
    else:
        answer = _call(done, result)

    def both() -> None:
        answer()
        if ended is not None:
            ended()

    return both, error, True


def _call(function: Callable[[Result], None], value: Result) -> Callable[[], None]:
    return lambda: function(value)


def _no_answer() -> None:
    pass
