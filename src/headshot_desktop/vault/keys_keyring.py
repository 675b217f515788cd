"""A `KeyStore` over one backend class of the keyring library, chosen by us and loaded on first use."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar, Protocol, runtime_checkable

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault.key_text import Buffer, decode, encode, overwrite

PATIENCE_SECONDS = 3.0
"""A keyring that has not answered by then counts as not there."""

ACCOUNT = "headshot-desktop"

_TRIES = 8
"""More entries of one name than this cannot be: storing replaces."""


class Backend(Protocol):
    """What is used of `keyring.backend.KeyringBackend`, and the errors it may raise."""

    errors: ClassVar[tuple[type[Exception], ...]]

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store text."""

    def get_password(self, service: str, username: str) -> str | None:
        """The text, or None."""

    def delete_password(self, service: str, username: str) -> None:
        """Delete one entry of this name."""


@runtime_checkable
class Listing(Protocol):
    """A backend that can list an entry without giving out what is in it."""

    def lists(self, service: str, username: str) -> bool:
        """Whether there is such an entry."""


class KeyringStore:
    """Keys as text in an operating system's keyring.

    keyring's interface takes and returns `str`, which Python cannot overwrite: copies of the key stay in freed memory
    of the process for a while. That is why erasing means deleting the entry, and why the data key is another one.
    """

    notice = ""

    def __init__(self, name: str, load: Callable[[], Callable[[float], Backend]], *, once: bool = False) -> None:
        """`load` imports and gives the backend class, which takes a deadline (of `time.monotonic`).

        Each call may take `PATIENCE_SECONDS`; with `once` all calls together.
        """
        self.name = name
        self._load = load
        self._once = once
        self._until: float | None = None

    def store(self, entry: str, secret: Buffer) -> None:
        """See `KeyStore.store`."""
        backend = self._backend()
        text = encode(secret)
        try:
            backend.set_password(entry, ACCOUNT, text.decode("ascii"))
        except backend.errors as error:
            raise KeyStoreFailed(
                "The system's keyring did not store the vault's key. Log out, log in again, and start the program.",
            ) from error
        finally:
            overwrite(text)

    def fetch(self, entry: str) -> bytearray | None:
        """See `KeyStore.fetch`."""
        text = self._text(self._backend(), entry)
        if text is None:
            return None
        try:
            return decode(text.encode("ascii"))
        except ValueError as error:
            raise KeyStoreFailed(
                "The system's keyring holds something else under the vault's name."
                " Log out, log in again, and start the program.",
            ) from error

    def holds(self, entry: str) -> bool:
        """See `Telling.holds`; a backend that cannot list is believed, for asking would bring the key here as text."""
        backend = self._backend()
        try:
            return not isinstance(backend, Listing) or backend.lists(entry, ACCOUNT)
        except backend.errors as error:
            raise KeyStoreFailed(
                "The system's keyring cannot be read. Log out, log in again, and start the program.",
            ) from error

    def erase(self, entry: str) -> None:
        """See `KeyStore.erase`."""
        backend = self._backend()
        for _ in range(_TRIES):
            deleted = _deleted(backend, entry)
            if self._text(backend, entry) is None:
                return
            if not deleted:
                break
        raise KeyStoreFailed(
            "The system's keyring still holds the vault's key after deleting it."
            " Log out, log in again, and start the program.",
        )

    def _text(self, backend: Backend, entry: str) -> str | None:
        try:
            return backend.get_password(entry, ACCOUNT)
        except backend.errors as error:
            raise KeyStoreFailed(
                "The system's keyring cannot be read. Log out, log in again, and start the program.",
            ) from error

    def _backend(self) -> Backend:
        try:
            kind = self._load()  # before the clock starts: importing from a cold disk takes its time
        except ImportError as error:
            raise KeyStoreFailed("The libraries for the system's keyring are not installed.") from error
        if self._until is None or not self._once:
            self._until = time.monotonic() + PATIENCE_SECONDS
        return kind(self._until)


def _deleted(backend: Backend, entry: str) -> bool:
    try:
        backend.delete_password(entry, ACCOUNT)
    except backend.errors:  # also “there is none”: what can be read afterwards decides
        return False
    return True
