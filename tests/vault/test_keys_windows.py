"""Windows: our narrowing of keyring's class, over a stand-in for the Credential Manager. Not tried on Windows."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault.key_text import encode
from headshot_desktop.vault.keys import KeyStore, key_store
from tests.contract.key_store import KeyStoreContract, new_key

if sys.platform == "win32":
    pytest.skip("The stand-in is for other systems", allow_module_level=True)

SESSION, LOCAL_MACHINE, ENTERPRISE = 1, 2, 3
"""`CRED_PERSIST_*` of wincred.h."""


class WindowsError(Exception):
    """As `pywintypes.error`: no `OSError`."""

    def __init__(self, number: int, function: str) -> None:
        super().__init__(number, function)
        self.winerror, self.funcname = number, function


class CredentialManager(ModuleType):
    """As `win32cred` of pywin32-ctypes, for generic credentials."""

    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_SESSION, CRED_PERSIST_LOCAL_MACHINE, CRED_PERSIST_ENTERPRISE = SESSION, LOCAL_MACHINE, ENTERPRISE

    def __init__(self) -> None:
        super().__init__("win32cred")
        self.held: dict[str, dict[str, Any]] = {}
        self.locked = False

    def CredRead(self, Type: int, TargetName: str) -> dict[str, Any]:  # noqa: N802, N803
        return dict(self._find("CredRead", Type, TargetName))

    def CredWrite(self, credential: dict[str, Any], flags: int) -> None:  # noqa: N802
        assert flags == 0
        if self.locked:
            raise WindowsError(1312, "CredWrite")  # ERROR_NO_SUCH_LOGON_SESSION
        blob = credential["CredentialBlob"].encode("utf-16-le")
        assert len(blob) <= 2560
        self.held[credential["TargetName"]] = {**credential, "CredentialBlob": blob}

    def CredDelete(self, Type: int, TargetName: str) -> None:  # noqa: N802, N803
        self._find("CredDelete", Type, TargetName)
        del self.held[TargetName]

    def _find(self, function: str, kind: int, target: str) -> dict[str, Any]:
        if self.locked:
            raise WindowsError(1312, function)
        if kind != self.CRED_TYPE_GENERIC or target not in self.held:
            raise WindowsError(1168, function)  # ERROR_NOT_FOUND
        return self.held[target]


LOADED = ("keyring.backends.Windows", "headshot_desktop.vault.keys_windows")


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> Iterator[CredentialManager]:
    """The stand-in, with keyring's module and ours loaded over it."""
    import keyring.backends

    manager, pywintypes = CredentialManager(), ModuleType("pywintypes")
    pywintypes.error = WindowsError  # type: ignore[attr-defined]
    package = ModuleType("win32ctypes.pywin32")
    package.win32cred, package.pywintypes = manager, pywintypes  # type: ignore[attr-defined]
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "win32ctypes", ModuleType("win32ctypes"))
        patch.setitem(sys.modules, "win32ctypes.pywin32", package)
        for name in LOADED:
            patch.delitem(sys.modules, name, raising=False)
        patch.delattr(keyring.backends, "Windows", raising=False)
        yield manager
    for name in LOADED:
        sys.modules.pop(name, None)
    importlib.import_module("keyring.backends.Windows")


class TestWindowsCredentials(KeyStoreContract):
    @pytest.fixture
    def store(self, manager: CredentialManager) -> KeyStore:
        assert not manager.held
        return key_store("windows-credentials")

    def test_it_ends_with_the_session(self, manager: CredentialManager, store: KeyStore, entry: str) -> None:
        """keyring's own default would be `CRED_PERSIST_ENTERPRISE`, which roams."""
        store.store(entry, new_key())
        (credential,) = manager.held.values()
        assert credential["Persist"] == SESSION

    def test_the_environment_cannot_make_it_roam(
        self, manager: CredentialManager, store: KeyStore, entry: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "enterprise")
        store.store(entry, new_key())
        (credential,) = manager.held.values()
        assert credential["Persist"] == SESSION

    def test_a_replaced_key_is_kept_nowhere(self, manager: CredentialManager, store: KeyStore, entry: str) -> None:
        """keyring's own `set_password` copies the old one to a compound name first."""
        old, new = new_key(), new_key()
        store.store(entry, old)
        store.store(entry, new)
        blobs = [credential["CredentialBlob"] for credential in manager.held.values()]
        assert blobs == [encode(new).decode().encode("utf-16-le")]

    def test_its_errors_count_as_no_keyring(self, manager: CredentialManager, store: KeyStore, entry: str) -> None:
        manager.locked = True
        calls: list[Callable[[], object]] = [
            lambda: store.store(entry, new_key()),
            lambda: store.fetch(entry),
            lambda: store.erase(entry),
        ]
        for call in calls:
            with pytest.raises(KeyStoreFailed):
                call()
        manager.locked = False


def test_keyrings_own_class_would_keep_a_replaced_key_and_roam(manager: CredentialManager) -> None:
    """Positive control: what our class must not do, keyring's does."""
    from keyring.backends.Windows import WinVaultKeyring

    plain: Any = WinVaultKeyring()  # type: ignore[no-untyped-call]
    plain.set_password("service", "user", "old")
    plain.set_password("service", "user", "new")
    assert {credential["CredentialBlob"] for credential in manager.held.values()} == {
        "old".encode("utf-16-le"),
        "new".encode("utf-16-le"),
    }
    assert {credential["Persist"] for credential in manager.held.values()} == {ENTERPRISE}
