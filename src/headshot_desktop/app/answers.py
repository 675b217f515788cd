"""What the person agrees to, given and taken back, with all that ends when an answer is taken back."""

from __future__ import annotations

import threading
from collections.abc import Callable

from headshot_desktop.app.limits import Limits
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose


class Answers:
    """Each purpose has a deed that ends what depends on its answer, within two seconds.

    It is done whoever took the answer back: this program does it at once, and the watch asks twice a second what
    another program has taken back, such as `headshot consent revoke`.
    """

    def __init__(
        self, record: Record, limits: Limits, end: Callable[[Purpose], None], erase: Callable[[], None]
    ) -> None:
        """Put it over a session.

        Args:
            record: where answers are kept.
            limits: what the organisation's policy allows.
            end: ends what depends on an answer; all of it, for the one to measuring faces.
            erase: ends and erases everything.
        """
        self._record, self._limits, self._end, self._erase = record, limits, end, erase
        self._ending = threading.Lock()
        self._followed = self._withdrawals()

    def give(self, purpose: Purpose, language: str) -> None:
        """Record that the person agrees, the question shown in a `language` such as `de`.

        `PolicyError` where the organisation does not allow it; see `Limits.check_answer`.
        """
        self._limits.check_answer(purpose)
        self._record.give(purpose, language)

    def revoke(self, purpose: Purpose) -> None:
        """Take an answer back: what runs is stopped and what depends on the answer is erased, in two seconds.

        May be called from any thread, also while another one is at work.

        Raises:
            VaultError: something could not be removed; its key is gone. The answer is taken back all the same.
        """
        with self._ending:
            self._record.revoke(purpose)
            self._end_withdrawn()

    def delete(self) -> None:
        """Delete the record of events and answers, and erase all that was done on the strength of these answers."""
        with self._ending:
            try:
                self._record.delete()
            finally:
                self._followed = self._withdrawals()
                self._erase()

    def follow(self) -> None:
        """End what depends on answers that another program has taken back.

        Raises:
            VaultError: something could not be removed; its key is gone.
        """
        if self._ending.acquire(blocking=False):  # else it is being done
            try:
                self._end_withdrawn()
            finally:
                self._ending.release()

    def _end_withdrawn(self) -> None:
        before, self._followed = self._followed, self._withdrawals()
        ended = [purpose for purpose in Purpose if self._followed[purpose] != before[purpose]]
        for purpose in ended:
            self._end(purpose)

    def _withdrawals(self) -> dict[Purpose, int]:
        return {purpose: self._record.withdrawals(purpose) for purpose in Purpose}
