"""Fixtures of the vault's tests."""

from __future__ import annotations

from tests.vault.keyring_daemon import bare_session, keyring_session

__all__ = ["bare_session", "keyring_session"]
