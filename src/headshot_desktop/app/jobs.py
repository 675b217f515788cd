"""What is being done with photos at this moment, on whichever thread, so that all of it can be ended."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ENDING_SECONDS = 1.0
"""Patience with running jobs; their processes are killed meanwhile."""


class Jobs:
    """Counts what runs."""

    def __init__(self) -> None:
        self._running = 0
        self._changed = threading.Condition()

    @contextmanager
    def running(self) -> Iterator[None]:
        """One job runs."""
        with self._changed:
            self._running += 1
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()

    def end(self, stop: Callable[[], None]) -> None:
        """Let `stop` end what runs, again and again: a job that has begun after one look is ended by the next."""
        end = time.monotonic() + ENDING_SECONDS
        while True:
            stop()
            with self._changed:
                if not self._running or time.monotonic() > end:
                    return
                if self._changed.wait_for(lambda: not self._running, 0.05):
                    return
