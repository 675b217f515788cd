"""The app lock over one session's pictures: what changes the lock seals the pictures anew, and is recorded."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from headshot_desktop.app.limits import Limits
from headshot_desktop.app.record import Record
from headshot_desktop.core.errors import PolicyError, UsageError, VaultError, VaultLocked
from headshot_desktop.core.events import Event, EventKind
from headshot_desktop.vault.app_lock import AppLock, NewAuthenticator, Proof, Second, UnlockRefused
from headshot_desktop.vault.passphrase import check_new
from headshot_desktop.vault.vault import Vault

Result = TypeVar("Result")

__all__ = ["AppLock", "NewAuthenticator", "PictureLock", "Proof", "Second"]


class PictureLock:
    """What `Studio` asks before it touches a photo, and what the fronts ask for to change the lock.

    Passphrases are UTF-8 in a `bytearray`, which the caller zeroes. Everything that takes one blocks for seconds.
    """

    def __init__(
        self,
        lock: AppLock | None,
        limits: Limits,
        record: Record,
        vault: Callable[[], Vault],
        wipe: Callable[[], None],
    ) -> None:
        """Put it over a session.

        Args:
            lock: the lock; None for a program that has none.
            limits: whether the organisation requires one.
            record: where failures and changes are noted.
            vault: the vault of the day.
            wipe: erases it and begins with an empty one.
        """
        self._lock, self._limits, self._record = lock, limits, record
        self._vault, self._wipe = vault, wipe

    @property
    def lock(self) -> AppLock:
        """The lock itself; `UsageError` in a program that has none."""
        if self._lock is None:
            raise UsageError("There is no app lock here.", code="app-lock-none")
        return self._lock

    @property
    def is_set(self) -> bool:
        """Whether there is an app lock."""
        return self._lock is not None and self._lock.is_set

    @property
    def locked(self) -> bool:
        """Whether a passphrase is wanted before a photo may be touched."""
        return self._lock is not None and self._lock.locked

    @property
    def required(self) -> bool:
        """Whether the organisation wants one."""
        return self._limits.lock_required

    def check(self) -> None:
        """Raise `PolicyError` without a lock that is required, `VaultLocked` while it is closed."""
        self._limits.check_lock(is_set=self.is_set)
        if self.locked:
            raise VaultLocked("The app lock is closed. Unlock it with your passphrase.", code="app-locked")

    # ------------------------------------------------------------------ lock and unlock

    def close(self) -> None:
        """Zero the lock's secret."""
        if self._lock is not None:
            self._lock.lock()

    def open(self, proof: Proof | None) -> None:
        """Get the secret back, unless it is there. Raises as `AppLock.unlock`, and `VaultLocked` without a proof."""
        if not self.locked:
            return
        if proof is None:
            raise VaultLocked("The app lock is closed. Unlock it with your passphrase.", code="app-locked")
        self._noted(lambda: self.lock.unlock(proof))

    def recover(self, typed: str, passphrase: bytearray) -> str:
        """With the recovery code: open, take the passphrase as the new one, and give the new recovery code.

        The second step is gone afterwards. Raises as `AppLock.unlock_with_code` and `AppLock.renew`.
        """
        check_new(passphrase)
        self._noted(lambda: self.lock.unlock_with_code(typed))
        with contextlib.ExitStack() as undo:
            undo.callback(self.close)  # the code is not used up before there is a new one
            try:
                self._vault().unlock()
            except VaultError:
                self._wipe()  # what cannot be opened with the right code cannot be opened
            code = self._changed(lambda: self.lock.renew(passphrase))
            undo.pop_all()
        return code

    def reset(self) -> None:
        """Everything is forgotten: the pictures are erased first, then the lock; the next one begins with nothing."""
        self._wipe()
        self.lock.reset()
        self._note_change()

    # ------------------------------------------------------------------ set up, change, remove

    def set_up(self, passphrase: bytearray, app: NewAuthenticator | None = None) -> str:
        """See `AppLock.set_up`."""
        return self._changed(lambda: self.lock.set_up(passphrase, app))

    def change(self, proof: Proof, deed: Callable[[AppLock, Proof], str]) -> str:
        """One of `AppLock`'s changes that give a new recovery code, such as `AppLock.with_key`."""
        return self._changed(lambda: self._noted(lambda: deed(self.lock, proof)))

    def remove(self, proof: Proof) -> None:
        """See `AppLock.remove`; `PolicyError` where the organisation wants a lock."""
        if self.required:
            raise PolicyError(
                "Your organisation requires an app lock, so it cannot be removed. You can change it.",
                code="policy-app-lock-kept",
            )

        def deed() -> str:
            self._noted(lambda: self.lock.remove(proof))
            return ""

        self._changed(deed)

    def _changed(self, deed: Callable[[], str]) -> str:
        """Do it, and seal the pictures under what holds then; pictures that cannot be are erased."""
        code = deed()
        try:
            self._vault().rekey()
        except VaultError:
            self._wipe()
        self._note_change()
        return code

    def _note_change(self) -> None:
        second = self.lock.second.value if self.is_set else Second.NONE.value
        self._record.note(Event(EventKind.APP_LOCK_CHANGED, {"on": self.is_set, "second": second}))

    def _noted(self, deed: Callable[[], Result]) -> Result:
        try:
            return deed()
        except UnlockRefused:
            self._record.note(Event(EventKind.UNLOCK_FAILED, {}))
            raise
