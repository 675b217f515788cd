"""What this system does not give the processes that see photos, and what of it was accepted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headshot_desktop.app.limits import Limits
from headshot_desktop.engine.protocol import Engine, unprotected


class Protection:
    """Asked by `Studio` before a photo is touched. What the engine's processes lack is known when they were asked.

    Until then the engine refuses photos by itself.
    """

    def __init__(self, own: Sequence[str], engine: Engine, limits: Limits, *, accepted: bool) -> None:
        """Nothing is asked yet.

        Args:
            own: what the application's own process lacks, in sentences.
            engine: whose processes may lack more.
            limits: whether anything may be accepted.
            accepted: everything that is missing is accepted, now and later.
        """
        self._own, self._engine, self._limits = tuple(own), engine, limits
        self._all = accepted
        self._accepted: frozenset[str] = frozenset()
        self._engines: tuple[str, ...] = ()

    def missing(self) -> tuple[str, ...]:
        """A sentence for each protection that is not there; starts the engine's processes to ask them."""
        self._engines = self._engine.unprotected()
        return self._known

    @property
    def _known(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._own, *self._engines)))

    def accept(self, missing: Iterable[str]) -> None:
        """The person goes on without these; nothing happens where the organisation does not allow that."""
        if self._limits.accepting:
            self._accepted |= frozenset(missing)
            self._engine.accept(self._accepted)

    def check(self) -> None:
        """Raise `Unprotected` where something is known to be missing that nobody has accepted."""
        lacking = () if self._all else [each for each in self._known if each not in self._accepted]
        if lacking:
            raise unprotected(lacking)
