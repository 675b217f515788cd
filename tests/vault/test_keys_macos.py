"""macOS: what is asked of the keychain, over a stand-in for the Security framework. Not tried on macOS."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault.key_text import encode
from headshot_desktop.vault.keys import KeyStore, key_store, self_test
from headshot_desktop.vault.keys_macos import Keychain, Query
from tests.contract.key_store import KeyStoreContract, new_key

DUPLICATE, NOT_FOUND = -25299, -25300


class PretendSecurity:
    """Generic passwords by service and account; `refusal` is the status of every call, if set."""

    def __init__(self) -> None:
        self.items: dict[tuple[Any, Any], dict[str, Any]] = {}
        self.refusal = 0

    def add(self, query: Query) -> int:
        if self.refusal:
            return self.refusal
        if self._key(query) in self.items:
            return DUPLICATE
        item: dict[str, Any] = dict(query)
        item["kSecValueData"] = bytes(item["kSecValueData"])  # CFDataCreate copies
        self.items[self._key(query)] = item
        return 0

    def copy(self, query: Query) -> tuple[int, bytearray | None]:
        assert query["kSecReturnData"] == ("kCFBooleanTrue",)
        if self.refusal:
            return self.refusal, None
        item = self.items.get(self._key(query))
        return (NOT_FOUND, None) if item is None else (0, bytearray(item["kSecValueData"]))

    def delete(self, query: Query) -> int:
        return self.refusal or (0 if self.items.pop(self._key(query), None) else NOT_FOUND)

    def _key(self, query: Query) -> tuple[Any, Any]:
        assert query["kSecClass"] == ("kSecClassGenericPassword",)
        assert query["kSecUseDataProtectionKeychain"] == ("kCFBooleanTrue",), "never the file-based keychain"
        return query["kSecAttrService"], query["kSecAttrAccount"]


@pytest.fixture
def security() -> PretendSecurity:
    return PretendSecurity()


class TestKeychain(KeyStoreContract):
    @pytest.fixture
    def store(self, security: PretendSecurity) -> KeyStore:
        return Keychain(security)


def test_the_item_is_for_this_device_only_and_is_not_synchronised(security: PretendSecurity) -> None:
    key = new_key()
    Keychain(security).store("headshot-desktop/vault/x", key)
    (item,) = security.items.values()
    assert item["kSecAttrAccessible"] == ("kSecAttrAccessibleWhenUnlockedThisDeviceOnly",)
    assert item["kSecAttrSynchronizable"] == ("kCFBooleanFalse",)
    assert item["kSecValueData"] == bytes(encode(key))


@pytest.mark.parametrize(
    "status",
    [
        pytest.param(-25293, id="authentication failed"),
        pytest.param(-67030, id="not signed"),
        pytest.param(-34018, id="entitlement missing"),
        pytest.param(-128, id="denied"),
        pytest.param(-25308, id="no interaction allowed"),
    ],
)
def test_every_refusal_counts_as_no_keychain(security: PretendSecurity, status: int) -> None:
    """Case: macOS, an unsigned program."""
    store = Keychain(security)
    security.refusal = status
    calls: list[Callable[[], object]] = [
        lambda: store.store("x", new_key()),
        lambda: store.fetch("x"),
        lambda: store.erase("x"),
        lambda: self_test(store),
    ]
    for call in calls:
        with pytest.raises(KeyStoreFailed, match=str(status)):
            call()


@pytest.mark.parametrize("content", [b"", b"x" * 44, b"A" * 45])
def test_something_else_under_our_name_is_not_a_key(security: PretendSecurity, content: bytes) -> None:
    store = Keychain(security)
    store.store("x", new_key())
    (item,) = security.items.values()
    item["kSecValueData"] = content
    with pytest.raises(KeyStoreFailed):
        store.fetch("x")


@pytest.mark.skipif(sys.platform == "darwin", reason="There is a keychain")
def test_where_there_is_no_framework_there_is_no_keychain() -> None:
    with pytest.raises(KeyStoreFailed, match="no keychain"):
        key_store("macos-keychain").fetch("x")
