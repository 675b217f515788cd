"""A whole vault with its key in a real keyring: kill, log-out, and the next login."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

import pytest

from headshot_desktop.core.errors import KeyStoreFailed, VaultError, VaultUnreadable
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.vault import Vault
from tests.vault.keyring_daemon import Session
from tests.vault.processes import Program, gone, key_there, kill, masked, seconds_until

if sys.platform != "linux":
    pytest.skip("The Secret Service is a service of Linux desktops", allow_module_level=True)

CANARY = secrets.token_bytes(32)


def started(program: Program, root: Path, *, janitor: bool = True) -> Path:
    """A vault with one object in `program`; its folder."""
    assert program.ask("create", roots=[str(root)], janitor=janitor)["keys"] == "secret-service"
    program.ask("put", canary=masked(CANARY), size=1 << 16)
    folder = program.folder
    assert key_there(folder.name, "secret-service")
    return folder


def test_a_kill_is_followed_by_key_and_files_within_two_seconds(keyring_session: Session, tmp_path: Path) -> None:
    assert keyring_session.address
    with Program() as program:
        folder = started(program, tmp_path / "root")
        program.kill()
        assert seconds_until(lambda: gone(folder, "secret-service")) <= 2


def test_a_clean_end_takes_the_key_along(keyring_session: Session, tmp_path: Path) -> None:
    assert keyring_session.address
    with Program() as program:
        folder = started(program, tmp_path / "root")
        program.ask("close")
        assert gone(folder, "secret-service")


def test_the_next_start_sweeps_what_nobody_could(keyring_session: Session, tmp_path: Path) -> None:
    """Program and janitor killed at once, as by a power cut with a keyring that survived it."""
    assert keyring_session.address
    with Program() as program:
        folder = started(program, tmp_path / "root")
        kill(program.ask("state")["janitor"])
        program.kill()
        assert key_there(folder.name, "secret-service")
    with Vault.create([tmp_path / "root"]) as vault:
        assert vault.swept.wiped == 1
    assert gone(folder, "secret-service")


def test_a_keyring_that_ended_leaves_nothing_to_open(keyring_session: Session, tmp_path: Path) -> None:
    """Log-out: the daemon's memory is gone, and with it the pictures."""
    with Program() as program:
        folder = started(program, tmp_path / "root", janitor=False)
        program.kill()
        keyring_session.stop_keyring()
        keyring_session.start_keyring()
        assert key_store("secret-service").fetch(entry_name(folder.name)) is None
    with Vault.create([tmp_path / "root"]) as vault:
        assert vault.swept.wiped == 1
    assert not folder.exists()


def test_without_the_bus_the_files_go_all_the_same(
    keyring_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next start has no session bus: the key cannot be read back as gone, which is said; the files are removed."""
    assert keyring_session.address
    with Program() as program:
        folder = started(program, tmp_path / "root", janitor=False)
        program.kill()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    with pytest.raises(KeyStoreFailed):
        key_store("secret-service").fetch(entry_name(folder.name))
    with Vault.create([tmp_path / "root"]) as vault:
        assert vault.swept.failed
    assert {path.name for path in folder.iterdir()} <= {"about", "lock"}, "the note stays, for the next try"


def test_unlocking_after_the_keyring_ended_is_refused(keyring_session: Session, tmp_path: Path) -> None:
    with Vault.create([tmp_path / "root"], janitor=False) as vault:
        handle = vault.put(b"content", "photo")
        assert vault.key_store == "secret-service"
        vault.lock()
        keyring_session.stop_keyring()
        keyring_session.start_keyring()
        with pytest.raises(VaultUnreadable):
            vault.unlock()
        with pytest.raises(VaultError):
            vault.open(handle)
