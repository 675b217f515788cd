"""Which key store is used, the test before use, and the store in memory."""

from __future__ import annotations

import ast
import base64
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headshot_desktop.core.errors import KeyStoreFailed
from headshot_desktop.vault import keys
from headshot_desktop.vault.key_text import Buffer, decode, encode
from headshot_desktop.vault.keys import KeyStore, MemoryStore, choose_key_store, key_store, key_stores, self_test
from tests.contract.key_store import KeyStoreContract

SOURCE = Path(keys.__file__).parent


class TestMemoryStore(KeyStoreContract):
    @pytest.fixture
    def store(self) -> KeyStore:
        return MemoryStore()

    def test_it_says_that_it_is_only_memory(self, store: KeyStore) -> None:
        assert "memory" in store.notice

    def test_an_erased_key_is_overwritten(self) -> None:
        store = MemoryStore()
        store.store("entry", b"\x01" * 32)
        (held,) = store._keys.values()
        store.erase("entry")
        assert held == bytes(32)


@given(st.binary(min_size=32, max_size=32))
def test_the_text_of_a_key_is_base64(key: bytes) -> None:
    text = encode(key)
    assert bytes(text) == base64.b64encode(key)
    assert decode(text) == key


@given(st.binary(max_size=60))
def test_no_other_text_is_a_key(text: bytes) -> None:
    try:
        key = decode(text)
    except ValueError:
        return
    assert encode(key) == text


def test_a_key_has_one_text_only() -> None:
    text = encode(os.urandom(32))
    text[42] = (text[42] + 1 - ord("A")) % 26 + ord("A") if chr(text[42]).isupper() else ord("B")
    with pytest.raises(ValueError, match="not the text of a key"):
        decode(text)


class Swallowing(MemoryStore):
    """As keyring's null backend: takes everything, gives nothing."""

    def store(self, entry: str, secret: Buffer) -> None:
        """Forget it."""


class MixingUp(MemoryStore):
    """Gives another key than it got."""

    def fetch(self, entry: str) -> bytearray | None:
        held = super().fetch(entry)
        return held and bytearray(reversed(held))


class Keeping(MemoryStore):
    """Deletes nothing."""

    def erase(self, entry: str) -> None:
        """Keep it."""


class Failing(MemoryStore):
    """Refuses to store."""

    def store(self, entry: str, secret: Buffer) -> None:
        raise KeyStoreFailed(f"{entry} ({len(secret)} bytes)")


@pytest.mark.parametrize("kind", [Swallowing, MixingUp, Keeping, Failing])
def test_a_store_that_does_not_keep_its_word_fails_the_test(kind: Callable[[], KeyStore]) -> None:
    with pytest.raises(KeyStoreFailed):
        self_test(kind())


def test_the_test_leaves_nothing_behind() -> None:
    store = MemoryStore()
    self_test(store)
    mixing = MixingUp()
    with pytest.raises(KeyStoreFailed):
        self_test(mixing)
    assert not store._keys
    assert not mixing._keys


@pytest.fixture
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.mark.usefixtures("no_bus")
@pytest.mark.parametrize("system", ["win32", "darwin", "freebsd14"])
def test_a_system_whose_keyring_fails_gets_memory_and_a_notice(system: str) -> None:
    """On Linux the stores of Windows and macOS cannot work; their errors count as “no keyring”."""
    store = choose_key_store(system=system)
    assert store.name == "memory"
    assert store.notice


@pytest.mark.parametrize("name", ["windows-credentials", "macos-keychain"])
def test_a_store_of_another_system_is_refused(name: str) -> None:
    with pytest.raises(KeyStoreFailed):
        key_store(name).fetch("entry")
    with pytest.raises(KeyStoreFailed, match="cannot be used"):
        choose_key_store(name)


@pytest.mark.parametrize("name", ["", "auto", "null", "keyring.backends.null.Keyring", "../memory"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(KeyStoreFailed):
        key_store(name)


def test_a_policy_forces_memory() -> None:
    assert choose_key_store("session-memory").name == "memory"
    assert choose_key_store("session-memory").notice


def test_memory_is_one_store_per_process() -> None:
    choose_key_store("session-memory").store("headshot-desktop/vault/one", bytes(32))
    key_store("memory").erase("headshot-desktop/vault/one")
    assert choose_key_store("session-memory").fetch("headshot-desktop/vault/one") is None


def test_what_could_hold_an_orphans_entry() -> None:
    assert [store.name for store in key_stores(system="linux")] == ["secret-service", "kernel-keyring"]
    assert [store.name for store in key_stores(system="win32")] == ["windows-credentials"]
    assert [store.name for store in key_stores(system="darwin")] == ["macos-keychain"]


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    program = (
        "import sys\n"
        "from headshot_desktop.vault import keys\n"
        "keys.key_stores(); keys.key_store('secret-service'); keys.choose_key_store('session-memory')\n"
        "heavy = {'keyring', 'secretstorage', 'jeepney', 'cryptography', 'socket', 'subprocess'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_a_bus_keyring_is_not_loaded_at_all() -> None:
    program = (
        "import sys\nfrom headshot_desktop.vault import keys\nkeys.choose_key_store()\nprint('keyring' in sys.modules)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] == "keyring"}


def test_of_keyring_only_two_backend_classes_are_ever_imported() -> None:
    """Case “null, fail, plaintext, chainer, unknown back-end”: they are not chosen because nothing else is named."""
    assert set().union(*map(_imported, SOURCE.rglob("*.py"))) == {
        "keyring.backends.SecretService",
        "keyring.backends.Windows",
        "keyring.errors.InitError",
        "keyring.errors.KeyringError",
        "keyring.errors.KeyringLocked",
    }


def test_erasing_elsewhere_needs_no_knowledge_of_the_process() -> None:
    """The janitor has no memory of ours: erasing there does nothing and is no error."""
    program = "from headshot_desktop.vault.keys import key_store\nkey_store('memory').erase('headshot-desktop/vault/x')"
    assert subprocess.run([sys.executable, "-c", program], check=True).returncode == 0
