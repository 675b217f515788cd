"""The Linux kernel's keyring: keys in kernel memory, never in a file, for this user only, with an end date.

System calls by ctypes, without a library. The key hangs in the user keyring (`@u`): a janitor in another terminal
session and a later start of the program find it there, which is not so for the session keyring. It is made complete
(permissions, end date) in the calling thread's own keyring first and shown to others then. See keyrings(7), keyctl(2),
add_key(2), user-keyring(7).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault.key_text import TEXT_CHARACTERS, Buffer, decode, encode, overwrite

LIFETIME_SECONDS = 24 * 3600
"""A key that nobody stored or fetched for so long is gone, even if every process of ours was killed. The kernel counts
wall-clock time, so sleep counts too."""

# machine: (add_key, keyctl), from the kernel's headers
_NUMBERS = {"x86_64": (248, 250), "aarch64": (217, 219)}

_THREAD_KEYRING, _USER_KEYRING = -1, -4
_REVOKE, _SETPERM, _LINK, _UNLINK, _SEARCH, _READ, _SET_TIMEOUT = 3, 5, 8, 9, 10, 11, 15

# Who possesses the key: view, read, search, link, setattr. Processes of the same user: the same without link.
# The user's part is needed: a process possesses the user keyring only if its login linked it, and many do not.
# Group and others: nothing.
_PERMISSIONS = 0x3B2B0000

# The last one: unlinked by another process, such as the janitor, a moment ago.
_GONE = {errno.ENOKEY, errno.EKEYEXPIRED, errno.EKEYREVOKED, errno.ENOENT}

_TRIES = 16
"""More entries of one name than this cannot be: a keyring replaces what has the same name."""


class KernelKeyring:
    """A `KeyStore` in the kernel. Every system call that is refused is a `KeyStoreFailed`."""

    name = "kernel-keyring"
    notice = ""

    def __init__(self, lifetime: int = LIFETIME_SECONDS) -> None:
        """`lifetime` in seconds, from the last `store` or `fetch`."""
        self._lifetime = lifetime

    def store(self, entry: str, secret: Buffer) -> None:
        """See `KeyStore.store`."""
        old = _search(entry)
        text = encode(secret)
        payload = (ctypes.c_char * len(text)).from_buffer(text)
        try:
            key = _add_key(entry, payload, len(text))
        finally:
            del payload
            overwrite(text)
        try:
            _keyctl(_SETPERM, key, _PERMISSIONS)
            _keyctl(_SET_TIMEOUT, key, self._lifetime)
            _keyctl(_LINK, key, _USER_KEYRING)  # takes the place of an older key of this name in one step
        finally:
            _keyctl(_UNLINK, key, _THREAD_KEYRING)
        if old is not None:
            _revoke(old)

    def fetch(self, entry: str) -> bytearray | None:
        """See `KeyStore.fetch`."""
        key = _search(entry)
        if key is None:
            return None
        text = bytearray(TEXT_CHARACTERS)
        payload = (ctypes.c_char * len(text)).from_buffer(text)
        try:
            size = _keyctl(_READ, key, payload, len(text), missing_is=-1)
            if size < 0:
                return None
            if size != TEXT_CHARACTERS:
                raise ValueError(f"{size} characters")
            secret = decode(text)
        except ValueError as error:
            raise KeyStoreFailed(
                "The kernel's keyring holds something else under the vault's name."
                " Log out, log in again, and start the program.",
            ) from error
        finally:
            del payload
            overwrite(text)
        _keyctl(_SET_TIMEOUT, key, self._lifetime, missing_is=0)
        return secret

    def holds(self, entry: str) -> bool:
        """See `Telling.holds`."""
        return _search(entry) is not None

    def erase(self, entry: str) -> None:
        """See `KeyStore.erase`. Revoking overwrites the key in the kernel's memory, unlinking frees its name."""
        for _ in range(_TRIES):
            key = _search(entry)
            if key is None:
                return
            _revoke(key)
            _keyctl(_UNLINK, key, _USER_KEYRING, missing_is=0)
        raise KeyStoreFailed(
            "The kernel's keyring still holds the vault's key after deleting it."
            " Log out, log in again, and start the program.",
        )


def _search(entry: str) -> int | None:
    key = _keyctl(_SEARCH, _USER_KEYRING, b"user", entry.encode(), 0, missing_is=0)
    return key or None


def _revoke(key: int) -> None:
    _keyctl(_REVOKE, key, missing_is=0)


def _add_key(entry: str, payload: ctypes.Array[ctypes.c_char], size: int) -> int:
    number, _ = _numbers()
    return _call(number, b"user", entry.encode(), payload, ctypes.c_size_t(size), ctypes.c_long(_THREAD_KEYRING))


def _keyctl(operation: int, *arguments: object, missing_is: int | None = None) -> int:
    """`keyctl(2)`; where `missing_is` is given, that is the answer for a key that is not there (any more)."""
    _, number = _numbers()
    wide = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    try:
        return _call(number, ctypes.c_long(operation), *wide)
    except _Refused as refused:
        if missing_is is not None and refused.number in _GONE:
            return missing_is
        raise


class _Refused(KeyStoreFailed):
    """The kernel's answer with its error number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"The kernel's keyring cannot be used: {os.strerror(number)}.")
        self.number = number


def _numbers() -> tuple[int, int]:
    numbers = _NUMBERS.get(platform.machine())
    if sys.platform != "linux" or numbers is None or sys.maxsize < 2**32:
        raise KeyStoreFailed("The kernel's keyring is used on Linux for x86-64 and aarch64 only.")
    return numbers


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    answer: int = libc.syscall(ctypes.c_long(number), *arguments)
    if answer < 0:
        raise _Refused(ctypes.get_errno())
    return answer
