"""Which kind of job the worker is at, so that stopping one kind never stops another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stoppable:
    """A preview may step aside for a headshot; a photo that is being looked at or a file being written may not."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        """Begin with nothing running.

        Args:
            cancel: stops the job that runs; returns at once.
        """
        self._cancel = cancel
        self._guard = threading.Lock()
        self._kind = ""

    @contextmanager
    def at(self, kind: str) -> Iterator[None]:
        """On the worker thread: a job of this kind runs."""
        with self._guard:
            self._kind = kind
        try:
            yield
        finally:
            with self._guard:
                self._kind = ""

    def stop(self, kind: str) -> None:
        """On any thread: stop the running job if it is of this kind."""
        with self._guard:
            if self._kind == kind:
                self._cancel()
