"""The app lock for the pages: what it is, and its deeds, which take seconds and run behind the window."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from headshot_desktop.app.picture_lock import NewAuthenticator, PictureLock, Proof, Second
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.events import LockReason
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.vault.app_lock import AppLock
from headshot_desktop.vault.format import wipe

Told = Callable[[HeadshotError], None]
Done = Callable[[str], None]


def _nobody(answer: object) -> None:
    """Nobody waits for an answer."""
    del answer


class AppLockModel(QObject):
    """Lives on the GUI thread. Passphrases that it is given are zeroed when the deed is done, whatever came of it."""

    changed = Signal()
    """It was set up, changed or removed."""

    def __init__(self, model: SessionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._asked: tuple[Done, Told] = (_nobody, _nobody)

    @property
    def lock(self) -> PictureLock:
        """The lock of the session."""
        return self.model.studio.app_lock

    @property
    def is_set(self) -> bool:
        """Whether there is an app lock."""
        return self.lock.is_set

    @property
    def second(self) -> Second:
        """The second step; none for a record that is damaged."""
        try:
            return self.lock.lock.second if self.is_set else Second.NONE
        except HeadshotError:
            return Second.NONE

    @property
    def keys(self) -> int:
        """How many security keys open it."""
        try:
            return self.lock.lock.keys_added if self.is_set else 0
        except HeadshotError:
            return 0

    @property
    def problem(self) -> HeadshotError | None:
        """What is wrong with the record of the lock: nothing opens it then, and the sentence says what to do."""
        try:
            self.lock.lock.wait()
        except HeadshotError as error:
            return error
        return None

    def wait(self) -> float:
        """Seconds until the next attempt; 0 where that cannot be told, the attempt will tell."""
        try:
            return self.lock.lock.wait() if self.is_set else 0.0
        except HeadshotError:
            return 0.0

    # ------------------------------------------------------------------ deeds

    def unlock(self, proof: Proof, done: Callable[[], None]) -> None:
        """See `SessionModel.unlock`; a refusal comes by its `unlock_failed`."""
        self.model.unlock(proof, done)

    def recover(self, typed: str, passphrase: bytearray, done: Done, failed: Told) -> None:
        """With the recovery code and a new passphrase; `done` gets the new recovery code."""

        def opened(code: str) -> None:
            self.model.opened()
            done(code)

        self._run(lambda: self.lock.recover(typed, passphrase), (passphrase,), opened, failed)

    def reset(self, done: Callable[[], None], failed: Told) -> None:
        """Erase the pictures and take the lock away."""

        def work() -> str:
            self.lock.reset()
            return ""

        def opened(_: str) -> None:
            self.model.wipe()  # what the pages still know of pictures that are erased
            self.model.opened()
            done()

        self._run(work, (), opened, failed)

    def set_up(self, passphrase: bytearray, done: Done, failed: Told) -> None:
        """A lock where there is none."""
        self._run(lambda: self.lock.set_up(passphrase), (passphrase,), done, failed)

    def change_passphrase(self, proof: Proof, passphrase: bytearray, done: Done, failed: Told) -> None:
        """Another passphrase."""
        deed: Callable[[AppLock, Proof], str] = lambda lock, shown: lock.change_passphrase(shown, passphrase)  # noqa: E731
        self._change(proof, deed, done, failed, passphrase)

    def add_app(self, proof: Proof, app: NewAuthenticator, done: Done, failed: Told) -> None:
        """An authenticator app as the second step."""
        self._change(proof, lambda lock, shown: lock.with_authenticator(shown, app), done, failed, app.secret)

    def add_key(self, proof: Proof, pin: str, done: Done, failed: Told) -> None:
        """A security key as the second step, or one more."""
        self._change(proof, lambda lock, shown: lock.with_key(shown, pin), done, failed)

    def keep_this_key(self, proof: Proof, done: Done, failed: Told) -> None:
        """Of two security keys the one that answers."""
        self._change(proof, lambda lock, shown: lock.with_this_key_only(shown), done, failed)

    def no_second(self, proof: Proof, done: Done, failed: Told) -> None:
        """No second step."""
        self._change(proof, lambda lock, shown: lock.without_second(shown), done, failed)

    def remove(self, proof: Proof, done: Done, failed: Told) -> None:
        """No lock any more."""

        def work() -> str:
            self.lock.remove(proof)
            return ""

        self._run(work, (proof.passphrase,), done, failed)

    def cancel(self) -> None:
        """Stop waiting for the touch of a security key."""
        self.lock.lock.keys.cancel()

    def _change(
        self, proof: Proof, deed: Callable[[AppLock, Proof], str], done: Done, failed: Told, *also: bytearray
    ) -> None:
        self._run(lambda: self.lock.change(proof, deed), (proof.passphrase, *also), done, failed)

    def _run(self, work: Callable[[], str], secrets: tuple[bytearray, ...], done: Done, failed: Told) -> None:
        """Do it on the worker thread. What is called there and back again belongs to this object only.

        A dialog must never be let go of by the worker thread, which would end a widget outside of the GUI thread.
        """
        self._asked = (done, failed)

        def deed() -> str:
            try:
                return work()
            finally:
                for secret in secrets:
                    wipe(secret)

        # First: it must not wait behind a long job, and what waits must find the pictures under their new keys.
        self.model.tasks.run(deed, self._finished, self._refused, first=True)

    def _finished(self, code: str) -> None:
        done, _ = self._answer()
        self.changed.emit()
        self.model.refresh_stored()
        done(code)

    def _refused(self, error: HeadshotError) -> None:
        _, failed = self._answer()
        failed(error)

    def _answer(self) -> tuple[Done, Told]:
        asked, self._asked = self._asked, (_nobody, _nobody)
        return asked


_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.DragMove,
    }
)


class IdleLock(QObject):
    """Locks when nobody has touched the window for a while and an app lock is set."""

    def __init__(
        self,
        lock: AppLockModel,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`clock`: seconds that only go forward."""
        super().__init__(parent)
        self._lock, self._clock = lock, clock
        self.minutes = 5.0
        """How long nothing may be done."""
        self._used = clock()
        self._watching = False
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        self._second.start()
        lock.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Look at what people do only while there is a lock: every event of the program passes through here."""
        application, wanted = QCoreApplication.instance(), self._lock.is_set
        if application is None or wanted == self._watching:
            return
        if wanted:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
        self._watching, self._used = wanted, self._clock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice use; nothing is held back."""
        del watched
        if event.type() in _USE:
            self._used = self._clock()
        return False

    def tick(self) -> None:
        """Once a second: lock when the time is over."""
        if self._watching and not self._lock.model.locked and self._clock() - self._used >= self.minutes * 60:
            self._lock.model.lock(LockReason.IDLE)

    def stop(self) -> None:
        """At the end of the program."""
        self._second.stop()
        application = QCoreApplication.instance()
        if application is not None and self._watching:
            application.removeEventFilter(self)
        self._watching = False
