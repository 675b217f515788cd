"""Where the key-encryption key lies while the program runs, and which place can be trusted with it.

Every store here ends with the session, the machine's next start or the program: losing power is erasing. Which one is
used is decided by an allow-list of our own and a write-read-delete test, never by `keyring.get_keyring()`, which obeys
environment variables, a configuration file and installed plug-ins. docs/decisions/0005-keys.md says why.

Importing this module loads neither keyring nor a D-Bus library; a store loads what it needs on first use.
"""

from __future__ import annotations

import hmac
import os
import secrets
import sys
from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault.key_text import KEY_BYTES, Buffer, overwrite
from headshot_desktop.vault.keys_keyring import Backend, KeyringStore
from headshot_desktop.vault.keys_linux import KernelKeyring
from headshot_desktop.vault.keys_macos import Keychain


class KeyStore(Protocol):
    """Keeps 32-byte keys under names such as `headshot-desktop/vault/<32 hex>`, outside of every file."""

    @property
    def name(self) -> str:
        """`secret-service`, `kernel-keyring`, `windows-credentials`, `macos-keychain` or `memory`."""

    @property
    def notice(self) -> str:
        """Empty, or one sentence that the person must see."""

    def store(self, entry: str, secret: Buffer) -> None:
        """Keep 32 bytes, in place of what the entry held. Raises `KeyStoreFailed`."""

    def fetch(self, entry: str) -> bytearray | None:
        """The 32 bytes, which the caller may overwrite, or None. Raises `KeyStoreFailed`."""

    def erase(self, entry: str) -> None:
        """Delete and read back as gone; what is not there is fine. Raises `KeyStoreFailed`."""


@runtime_checkable
class Telling(Protocol):
    """A key store that can tell whether it holds a key without giving it out."""

    def holds(self, entry: str) -> bool:
        """Whether there is a key under this name. Raises `KeyStoreFailed`."""


def holds(store: KeyStore, entry: str) -> bool:
    """Whether a store holds a key; one that cannot tell without giving it out is believed. Raises `KeyStoreFailed`."""
    return not isinstance(store, Telling) or store.holds(entry)


class MemoryStore:
    """Keys in this process's own memory: no other process finds them, and they end with it."""

    name = "memory"
    notice = (
        "The key exists only in this program's memory: a crash ends the session, and locking the vault does not "
        "take the key out of memory."
    )

    def __init__(self) -> None:
        self._keys: dict[str, bytearray] = {}

    def store(self, entry: str, secret: Buffer) -> None:
        """See `KeyStore.store`."""
        if len(secret) != KEY_BYTES:
            raise ValueError(f"A key has {KEY_BYTES} bytes, not {len(secret)}.")
        held = self._keys.setdefault(entry, bytearray(KEY_BYTES))
        # Through a memoryview: a bytearray's own slice assignment may go through a copy that nobody overwrites.
        memoryview(held)[:] = memoryview(secret).cast("B")

    def fetch(self, entry: str) -> bytearray | None:
        """See `KeyStore.fetch`."""
        held = self._keys.get(entry)
        return None if held is None else bytearray(held)

    def holds(self, entry: str) -> bool:
        """See `Telling.holds`."""
        return entry in self._keys

    def erase(self, entry: str) -> None:
        """See `KeyStore.erase`."""
        held = self._keys.pop(entry, None)
        if held is not None:
            overwrite(held)


_MEMORY = MemoryStore()


def _secret_service() -> Callable[[float], Backend]:
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):  # saves loading the libraries where they have no bus to ask
        raise KeyStoreFailed("There is no session bus, and so no keyring service.")
    from headshot_desktop.vault.keys_secret_service import SessionCollection

    return SessionCollection


def _windows_credentials() -> Callable[[float], Backend]:
    from headshot_desktop.vault.keys_windows import SessionCredentials

    return SessionCredentials


_MAKERS: Mapping[str, Callable[[bool], KeyStore]] = {
    "secret-service": lambda once: KeyringStore("secret-service", _secret_service, once=once),
    "kernel-keyring": lambda _once: KernelKeyring(),
    "windows-credentials": lambda once: KeyringStore("windows-credentials", _windows_credentials, once=once),
    "macos-keychain": lambda _once: Keychain(),
    "memory": lambda _once: _MEMORY,
}
"""The allow-list. A store made with `once` has one deadline for all its calls together: for the test."""

_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "linux": ("secret-service", "kernel-keyring"),
    "win32": ("windows-credentials",),
    "darwin": ("macos-keychain",),
}
"""The stores that outlive the process, by `sys.platform`, best first. Nothing else is ever asked."""


def choose_key_store(wanted: str = "auto", *, system: str = sys.platform) -> KeyStore:
    """The best store that passes its test here; memory, with a notice, where none does.

    `wanted`: `auto`, `session-memory` (a policy's word for memory), or the name of one store, which then must work:
    `KeyStoreFailed` if it does not. `system` as in `sys.platform`.
    """
    if wanted in {"session-memory", "memory"}:
        return _MEMORY
    if wanted != "auto":
        if not _works(wanted):
            raise KeyStoreFailed("The key store “{name}” cannot be used on this machine.", name=wanted)
        return key_store(wanted)
    for name in _ALLOWED.get(system, ()):
        if _works(name):
            return key_store(name)
    return _MEMORY


def key_store(name: str) -> KeyStore:
    """The store of this name, untested: for erasing what another process stored. Raises `KeyStoreFailed`."""
    return _make(name, once=False)


def key_stores(*, system: str = sys.platform) -> tuple[KeyStore, ...]:
    """All stores that can hold an entry of a program that has ended."""
    return tuple(key_store(name) for name in _ALLOWED.get(system, ()))


def self_test(store: KeyStore) -> None:
    """Write, read, delete and read again under a random name. Raises `KeyStoreFailed`.

    Finds stores that swallow what they are given (keyring's null backend answers None to everything), that mix entries
    up, or that do not delete.
    """
    entry, secret = f"headshot-desktop/self-test/{secrets.token_hex(16)}", os.urandom(KEY_BYTES)
    try:
        store.store(entry, secret)
        held = store.fetch(entry)
    finally:
        store.erase(entry)
    if held is None or not hmac.compare_digest(held, secret):
        raise KeyStoreFailed(
            "The system's keyring does not return what it was given. Log out, log in again, and start the program.",
        )
    if store.fetch(entry) is not None:
        raise KeyStoreFailed(
            "The system's keyring does not delete what it was told to delete."
            " Log out, log in again, and start the program.",
        )


def _works(name: str) -> bool:
    try:
        self_test(_make(name, once=True))
    except KeyStoreFailed:
        return False
    return True


def _make(name: str, *, once: bool) -> KeyStore:
    maker = _MAKERS.get(name)
    if maker is None:
        raise KeyStoreFailed("This version knows no key store of that name.")
    return maker(once)
