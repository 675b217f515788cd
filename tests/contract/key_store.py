"""What every `KeyStore` must do."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Iterator

import pytest

from headshot_desktop.vault.keys import KeyStore, self_test


def new_key() -> bytearray:
    """A random key."""
    return bytearray(os.urandom(32))


class KeyStoreContract:
    """Inherit, and give the fixture `store`."""

    @pytest.fixture
    def store(self) -> KeyStore:
        raise AssertionError("a subclass gives the store")

    @pytest.fixture
    def entry(self, store: KeyStore) -> Iterator[str]:
        name = f"headshot-desktop/vault/{secrets.token_hex(16)}"
        yield name
        store.erase(name)

    def test_what_was_stored_is_fetched(self, store: KeyStore, entry: str) -> None:
        secret = new_key()
        assert store.fetch(entry) is None
        store.store(entry, secret)
        assert store.fetch(entry) == secret
        assert store.fetch(entry) == secret

    @pytest.mark.parametrize("secret", [bytes(32), b"\xff" * 32, bytes(range(224, 256)), bytes(31) + b"="])
    def test_every_byte_survives(self, store: KeyStore, entry: str, secret: bytes) -> None:
        store.store(entry, secret)
        assert store.fetch(entry) == bytearray(secret)

    @pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
    def test_any_buffer_is_taken(self, store: KeyStore, entry: str, kind: type) -> None:
        secret = new_key()
        store.store(entry, kind(secret))
        assert store.fetch(entry) == secret

    @pytest.mark.parametrize("size", [0, 31, 33, 64])
    def test_nothing_but_a_key_is_taken(self, store: KeyStore, entry: str, size: int) -> None:
        with pytest.raises(ValueError, match="32 bytes"):
            store.store(entry, bytes(size))
        assert store.fetch(entry) is None

    def test_the_callers_buffer_is_left_alone(self, store: KeyStore, entry: str) -> None:
        secret = new_key()
        before = bytearray(secret)
        store.store(entry, secret)
        assert secret == before
        secret[:] = bytes(32)
        assert store.fetch(entry) == before

    def test_what_is_fetched_belongs_to_the_caller(self, store: KeyStore, entry: str) -> None:
        secret = new_key()
        store.store(entry, secret)
        held = store.fetch(entry)
        assert isinstance(held, bytearray)
        held[:] = bytes(32)
        assert store.fetch(entry) == secret

    def test_storing_replaces_and_nothing_of_the_old_key_comes_back(self, store: KeyStore, entry: str) -> None:
        first, second = new_key(), new_key()
        store.store(entry, first)
        store.store(entry, second)
        assert store.fetch(entry) == second
        store.erase(entry)
        assert store.fetch(entry) is None

    def test_erasing_is_final_and_may_be_repeated(self, store: KeyStore, entry: str) -> None:
        store.store(entry, new_key())
        store.erase(entry)
        assert store.fetch(entry) is None
        store.erase(entry)
        secret = new_key()
        store.store(entry, secret)
        assert store.fetch(entry) == secret

    def test_entries_are_apart(self, store: KeyStore, entry: str) -> None:
        other = entry[:-1] + ("0" if entry[-1] != "0" else "1")
        mine, theirs = new_key(), new_key()
        store.store(entry, mine)
        store.store(other, theirs)
        try:
            assert store.fetch(entry) == mine
            assert store.fetch(other) == theirs
            store.erase(entry)
            assert store.fetch(other) == theirs
        finally:
            store.erase(other)

    def test_threads_may_share_it(self, store: KeyStore, entry: str) -> None:
        secret, seen = new_key(), []
        store.store(entry, secret)
        threads = [threading.Thread(target=lambda: seen.append(store.fetch(entry))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert seen == [secret] * 4

    def test_it_passes_the_test_before_use(self, store: KeyStore, entry: str) -> None:
        secret = new_key()
        store.store(entry, secret)
        self_test(store)
        assert store.fetch(entry) == secret, "and touches no other entry"

    def test_it_has_a_name_and_at_most_one_sentence(self, store: KeyStore) -> None:
        assert store.name in {"secret-service", "kernel-keyring", "windows-credentials", "macos-keychain", "memory"}
        assert store.notice == "" or store.notice.endswith(".")
