"""Fixtures of the vault's tests."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.vault.keys import KeyStore, MemoryStore
from headshot_desktop.vault.vault import Vault
from tests.vault.keyring_daemon import bare_session, keyring_session

__all__ = ["bare_session", "keyring_session"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where a vault may lie; not made yet."""
    return tmp_path / "root"


@pytest.fixture
def keys() -> KeyStore:
    """A key store that ends with the test."""
    return MemoryStore()


@pytest.fixture
def vault(root: Path, keys: KeyStore) -> Iterator[Vault]:
    """A vault in this process, without a janitor."""
    with Vault.create([root], keys=keys, janitor=False) as made:
        yield made


@pytest.fixture
def small_memory(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MiB in main memory."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "none", str(place)]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("only root can mount a small file system")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)  # noqa: S607 — a tool of the system
