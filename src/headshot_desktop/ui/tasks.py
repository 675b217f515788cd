"""The only thread of the window: one worker that does everything that blocks, one job after the other.

Every answer arrives on the GUI thread. A job must not touch a widget, and its thread never calls Qt, not even to send
a signal: Qt's locks and the interpreter's are taken in either order, so two threads in Qt can wait for each other for
ever (seen with PySide 6.11). A byte through a pair of sockets wakes the GUI thread instead; that works everywhere.
"""

from __future__ import annotations

import contextlib
import itertools
import socket
import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from headshot_desktop.core.errors import Bug, Cancelled, HeadshotError

URGENT_SECONDS = 2.0

Result = TypeVar("Result")


def nothing(value: object) -> None:
    """An answer that nobody waits for."""
    del value


@dataclass(frozen=True)
class _Job:
    """What runs or waits; see `Tasks.run`."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[HeadshotError], None]
    ended: Callable[[], None] | None


class _Post(QObject):
    """Brings calls from any thread to the GUI thread, in their order, one in each turn of its event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._calls: deque[Callable[[], None]] = deque()
        self._bell, self._ear = socket.socketpair()
        self._bell.setblocking(False)
        self._ear.setblocking(False)
        self._heard = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._hear)

    def send(self, call: Callable[[], None]) -> None:
        """Have it called; any thread may ask for that."""
        self._calls.append(call)
        self._ring()

    def close(self) -> None:
        """Call nothing more."""
        self._heard.setEnabled(False)
        self._ear.close()
        self._bell.close()

    def _ring(self) -> None:
        with contextlib.suppress(OSError):  # full: it rings already; closed: nobody listens any more
            self._bell.send(b"!")

    def _hear(self) -> None:
        with contextlib.suppress(OSError):
            self._ear.recv(4096)
        if not self._calls:
            return
        call = self._calls.popleft()
        if self._calls:
            self._ring()  # before the call, which may run an event loop of its own
        call()


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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._turn = threading.Condition()
        self._known: dict[int, _Job] = {}  # until it is delivered: so its last reference ends on the GUI thread
        self._numbers = itertools.count()
        self._urgent: deque[int] = deque()
        self._passing: deque[int] = deque()
        self._jobs: deque[int] = deque()
        self._held = self._closing = False
        self._pressing = 0  # jobs that come first and are not done
        self._post = _Post(self)
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

        number = next(self._numbers)
        self._known[number] = _Job(work, done, failed, ended)
        with self._turn:
            if first:
                self._pressing += 1
                self._urgent.append(number)
            else:
                (self._passing if passing else self._jobs).append(number)
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

    def _forget(self, dropped: list[int]) -> None:
        for number in dropped:
            self._deliver(number, _Outcome(cancelled=True))

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._waiting > 0

    def later(self, call: Callable[[], None]) -> None:
        """Call something on the GUI thread; any thread may ask for it."""
        self._post.send(call)

    def close(self, seconds: float = 2.0) -> None:
        """Stop after the running job; wait for it at most `seconds`.

        What comes first, such as an answer that is taken back, is done before the end, if that is possible in
        `URGENT_SECONDS`. No answer is delivered afterwards.
        """
        with self._turn:
            self._closing = True
            self._turn.notify()
        self._thread.join(seconds)
        if self._pressing:
            self._thread.join(max(0.0, URGENT_SECONDS - seconds))
        self._post.close()

    def _work(self) -> None:
        while (turn := self._next()) is not None:
            number, first = turn
            outcome = _outcome(self._known[number].work)
            self._post.send(partial(self._deliver, number, outcome))
            self._pressing -= first
            del outcome

    def _next(self) -> tuple[int, bool] | None:
        """The next job, when there is one that may run, and whether it came first; None at the end."""
        with self._turn:
            while self._urgent or not self._closing:
                if self._urgent:
                    return self._urgent.popleft(), True
                for jobs in (self._passing, self._jobs):
                    if jobs and not self._held:
                        return jobs.popleft(), False
                self._turn.wait()
        return None

    def _deliver(self, number: int, outcome: _Outcome) -> None:
        job = self._known.pop(number)
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        if outcome.error is not None:
            job.failed(outcome.error)
        elif not outcome.cancelled:
            job.done(outcome.result)
        if job.ended is not None:
            job.ended()
        if isinstance(outcome.error, Bug):
            self.crashed.emit(outcome.error)


@dataclass(frozen=True)
class _Outcome:
    """How a job ended."""

    result: Any = None
    error: HeadshotError | None = None
    cancelled: bool = False


def _outcome(work: Callable[[], Any]) -> _Outcome:
    try:
        return _Outcome(work())
    except Cancelled:
        return _Outcome(cancelled=True)
    except HeadshotError as known:
        return _Outcome(error=known)
    except Exception:  # noqa: BLE001 — the edge of the thread: a job must not end it
        return _Outcome(error=Bug(traceback.format_exc(limit=-12)))
