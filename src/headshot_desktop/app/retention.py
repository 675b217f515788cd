"""How long an unused vault is kept while the program stays open."""

from __future__ import annotations

import time
from collections.abc import Callable


class Retention:
    """A clock that starts again with every use; says when the vault has been idle for too long."""

    def __init__(self, minutes: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin now.

        Args:
            minutes: idle time after which the vault is wiped; 0 for never.
            clock: seconds that only go forward.
        """
        self.most: float | None = None
        """The longest that the organisation allows, minutes; None without a limit."""
        self.minutes = minutes
        self._clock = clock
        self._touched = clock()

    def touch(self) -> None:
        """Something was done."""
        self._touched = self._clock()

    @property
    def minutes(self) -> float:
        """Idle time after which the vault is wiped, never longer than `most`; 0 for never, where there is no limit."""
        if self.most is None:
            return self._minutes
        return min(self._minutes or self.most, self.most)

    @minutes.setter
    def minutes(self, minutes: float) -> None:
        self._minutes = minutes

    @property
    def remaining(self) -> float:
        """Seconds until the wipe if nothing is done; infinite without a limit, never below 0."""
        if not self.minutes:
            return float("inf")
        return max(0.0, self._touched + self.minutes * 60 - self._clock())

    @property
    def expired(self) -> bool:
        """Whether the time is over."""
        return self.remaining == 0.0
