"""macOS: an item of the data protection keychain for this device only. Not tried on macOS; tests use a stand-in.

keyring's macOS backend gives items no accessibility, so they may be part of a migration or a backup; here it is
`kSecAttrAccessibleWhenUnlockedThisDeviceOnly`, without synchronisation. macOS knows no session scope: the item is gone
when it is erased, at the program's end or by the janitor. Only the data protection keychain honours accessibility, and
it serves signed programs only; for an unsigned one (error -34018) there is no keychain here, and never the file-based
one instead (Apple's technical note TN3137). Security framework by ctypes; no `str` of the key is made.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from typing import Any, Protocol

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault.key_text import TEXT_CHARACTERS, Buffer, decode, encode, overwrite

ACCOUNT = "headshot-desktop"

_NOT_FOUND = -25300
_UTF_8 = 0x08000100

Symbol = tuple[str]
"""The name of a constant of the Security or CoreFoundation framework."""

Query = Mapping[str, Symbol | str | bytearray]
"""Attribute names of the Security framework with a constant, a text, or data."""

_TRUE: Symbol = ("kCFBooleanTrue",)
_FALSE: Symbol = ("kCFBooleanFalse",)


class Security(Protocol):
    """The three calls of the Security framework that are needed; status 0 is success (`OSStatus`)."""

    def add(self, query: Query) -> int:
        """`SecItemAdd`."""

    def copy(self, query: Query) -> tuple[int, bytearray | None]:
        """`SecItemCopyMatching` for one item's data."""

    def delete(self, query: Query) -> int:
        """`SecItemDelete`."""


class Keychain:
    """A `KeyStore` in the keychain; every status but success and “not found” is a `KeyStoreFailed`."""

    name = "macos-keychain"
    notice = ""

    def __init__(self, security: Security | None = None) -> None:
        """`security` stands in for the framework in tests."""
        self._given = security

    def store(self, entry: str, secret: Buffer) -> None:
        """See `KeyStore.store`. Deletes first: the keychain refuses a second item of the same name."""
        security = self._security()
        text = encode(secret)
        try:
            _check(security.delete(_item(entry)), missing_is_fine=True)
            _check(security.add({**_item(entry), **_SCOPE, "kSecValueData": text}))
        finally:
            overwrite(text)

    def fetch(self, entry: str) -> bytearray | None:
        """See `KeyStore.fetch`."""
        status, text = self._security().copy(
            {**_item(entry), "kSecMatchLimit": ("kSecMatchLimitOne",), "kSecReturnData": _TRUE}
        )
        _check(status, missing_is_fine=True)
        if status == _NOT_FOUND or text is None:
            return None
        try:
            return decode(text)
        except ValueError as error:
            raise KeyStoreFailed(
                "The keychain holds something else under the vault's name."
                " Log out, log in again, and start the program.",
            ) from error
        finally:
            overwrite(text)

    def erase(self, entry: str) -> None:
        """See `KeyStore.erase`."""
        _check(self._security().delete(_item(entry)), missing_is_fine=True)
        if self.fetch(entry) is not None:
            raise KeyStoreFailed(
                "The keychain still holds the vault's key after deleting it."
                " Log out, log in again, and start the program.",
            )

    def _security(self) -> Security:
        return self._given or _Framework()


_SCOPE: Query = {
    "kSecAttrAccessible": ("kSecAttrAccessibleWhenUnlockedThisDeviceOnly",),
    "kSecAttrSynchronizable": _FALSE,
}


def _item(entry: str) -> Query:
    return {
        "kSecClass": ("kSecClassGenericPassword",),
        "kSecUseDataProtectionKeychain": _TRUE,
        "kSecAttrService": entry,
        "kSecAttrAccount": ACCOUNT,
    }


def _check(status: int, *, missing_is_fine: bool = False) -> None:
    if status and not (missing_is_fine and status == _NOT_FOUND):
        raise KeyStoreFailed(
            "The keychain cannot be used by this program (status {status})."
            " Log out, log in again, and start the program.",
            status=status,
        )


class _Framework:
    """The Security framework. Objects that are made for a call are released after it."""

    def __init__(self) -> None:
        try:
            self._security = ctypes.CDLL("/System/Library/Frameworks/Security.framework/Security")
            self._core = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
        except OSError as error:
            raise KeyStoreFailed("There is no keychain on this machine.") from error
        self._declare()

    def _declare(self) -> None:
        pointer, index = ctypes.c_void_p, ctypes.c_long
        core, security = self._core, self._security
        for function, answer, arguments in (
            (core.CFStringCreateWithBytes, pointer, (pointer, ctypes.c_char_p, index, ctypes.c_uint32, ctypes.c_bool)),
            (core.CFDataCreate, pointer, (pointer, pointer, index)),
            (core.CFDataGetBytePtr, pointer, (pointer,)),
            (core.CFDataGetLength, index, (pointer,)),
            (core.CFDictionaryCreate, pointer, (pointer, pointer, pointer, index, pointer, pointer)),
            (core.CFRelease, None, (pointer,)),
            (security.SecItemAdd, ctypes.c_int32, (pointer, pointer)),
            (security.SecItemCopyMatching, ctypes.c_int32, (pointer, pointer)),
            (security.SecItemDelete, ctypes.c_int32, (pointer,)),
        ):
            function.restype, function.argtypes = answer, arguments

    def add(self, query: Query) -> int:
        """See `Security`."""
        return self._with(query, lambda dictionary: self._security.SecItemAdd(dictionary, None))

    def delete(self, query: Query) -> int:
        """See `Security`."""
        return self._with(query, self._security.SecItemDelete)

    def copy(self, query: Query) -> tuple[int, bytearray | None]:
        """See `Security`."""
        found = ctypes.c_void_p()
        status = self._with(
            query, lambda dictionary: self._security.SecItemCopyMatching(dictionary, ctypes.byref(found))
        )
        if status or not found.value:
            return status, None
        try:
            size = min(self._core.CFDataGetLength(found), TEXT_CHARACTERS + 1)
            text = bytearray(size)
            ctypes.memmove((ctypes.c_char * size).from_buffer(text), self._core.CFDataGetBytePtr(found), size)
        finally:
            self._core.CFRelease(found)
        return status, text

    def _with(self, query: Query, call: Any) -> int:
        made: list[int] = []
        try:
            keys = [self._constant(name) for name in query]
            values = [self._value(value, made) for value in query.values()]
            array = ctypes.c_void_p * len(query)
            dictionary = self._core.CFDictionaryCreate(
                None,
                array(*keys),
                array(*values),
                len(query),
                ctypes.addressof(ctypes.c_char.in_dll(self._core, "kCFTypeDictionaryKeyCallBacks")),
                ctypes.addressof(ctypes.c_char.in_dll(self._core, "kCFTypeDictionaryValueCallBacks")),
            )
            made.append(dictionary)
            status: int = call(dictionary)
        finally:
            for pointer in reversed(made):
                self._core.CFRelease(pointer)
        return status

    def _constant(self, name: str) -> int | None:
        library = self._core if name.startswith("kCF") else self._security
        return ctypes.c_void_p.in_dll(library, name).value

    def _value(self, value: Symbol | str | bytearray, made: list[int]) -> int | None:
        if isinstance(value, tuple):
            return self._constant(value[0])
        if isinstance(value, str):
            data = value.encode()
            pointer: int = self._core.CFStringCreateWithBytes(None, data, len(data), _UTF_8, False)
        else:
            content = (ctypes.c_char * len(value)).from_buffer(value)
            pointer = self._core.CFDataCreate(None, content, len(value))
        made.append(pointer)
        return pointer
