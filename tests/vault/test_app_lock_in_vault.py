"""The lock over a whole vault: what the keyring's key is worth alone, what a change leaves, kills in between."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.core.errors import VaultLocked, VaultUnreadable
from headshot_desktop.vault.app_lock import AppLock, UnlockRefused
from headshot_desktop.vault.index import open_index, read_index
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.survey import survey
from headshot_desktop.vault.vault import Vault
from tests.vault import independent_reader
from tests.vault.locks import OTHER, WORDS, Hands, app_lock, proof

PICTURE = b"a picture" * 5000


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def lock(tmp_path: Path, clock: Hands) -> AppLock:
    made = app_lock(tmp_path, clock)
    made.set_up(bytearray(WORDS))
    return made


@pytest.fixture
def vault(tmp_path: Path, lock: AppLock) -> Iterator[Vault]:
    with Vault.create([tmp_path / "root"], lock=lock, janitor=False) as made:
        yield made


def _index(vault: Vault) -> bytes:
    assert vault.folder is not None
    (path,) = vault.folder.glob("index-*")
    return path.read_bytes()


def _kek(vault: Vault) -> bytearray:
    assert vault.folder is not None
    kek = key_store(vault.key_store).fetch(entry_name(vault.folder.name))
    assert kek is not None
    return kek


def test_the_keyrings_key_alone_opens_nothing(vault: Vault, lock: AppLock) -> None:
    handle = vault.put(PICTURE, "photo")
    kek, index = _kek(vault), _index(vault)
    for guess in (kek, kek + bytes(32), bytes(32) + kek, kek + kek, kek + os.urandom(32)):
        with pytest.raises(VaultUnreadable):
            open_index(guess, index)
        with pytest.raises(independent_reader.Refused):
            independent_reader.read_index(bytes(guess), index)
    older = bytearray(index)
    older[8] = 1  # as if there had been no lock
    with pytest.raises(VaultUnreadable):
        open_index(kek, older)
    with pytest.raises(VaultUnreadable):
        read_index(kek, index, index[16:32], 2)
    mixed = lock.mixed(kek)  # positive control: with the lock's secret it opens, in both readers
    assert [entry.handle for entry in open_index(mixed, index)[2].entries] == [handle]
    assert [row.handle for row in independent_reader.read_index(bytes(mixed), index)[3]] == [handle]
    (found,) = survey([vault.folder.parent]).found if vault.folder else ()
    assert found.items is None, "looking from outside tells nothing of what is in it"


def test_locked_it_opens_with_the_passphrase_only(vault: Vault, lock: AppLock, clock: Hands) -> None:
    handle = vault.put(PICTURE, "photo")
    vault.lock()
    lock.lock()
    with pytest.raises(VaultLocked):
        vault.unlock()
    with pytest.raises(VaultLocked):
        vault.open(handle)
    with pytest.raises(VaultLocked):
        vault.put(PICTURE, "photo")
    lock.unlock(proof())
    vault.unlock()
    assert vault.open(handle) == PICTURE
    clock.now += 1


def test_nothing_begins_while_the_lock_is_closed(vault: Vault, lock: AppLock, tmp_path: Path) -> None:
    lock.lock()
    with pytest.raises(VaultLocked):
        vault.put(PICTURE, "photo")
    assert not list((tmp_path / "root").glob("vault-*")), "what was begun is taken back"


def test_discarding_keeps_the_lock_mixed_in(vault: Vault) -> None:
    first, second = (vault.put(PICTURE, "photo") for _ in range(2))
    vault.discard(first)
    with pytest.raises(VaultUnreadable):
        open_index(_kek(vault), _index(vault))
    vault.lock()
    vault.unlock()
    assert vault.open(second) == PICTURE


def test_a_lock_that_is_set_up_later_takes_the_pictures_in(tmp_path: Path, clock: Hands) -> None:
    lock = app_lock(tmp_path, clock)
    with Vault.create([tmp_path / "root"], lock=lock, janitor=False) as vault:
        handle = vault.put(PICTURE, "photo")
        kek, before = _kek(vault), _index(vault)
        assert open_index(kek, before)[2].entries, "positive control: without a lock the keyring's key opens it"
        lock.set_up(bytearray(WORDS))
        vault.rekey()
        with pytest.raises(VaultUnreadable):
            open_index(_kek(vault), _index(vault))
        with pytest.raises(VaultUnreadable):
            open_index(_kek(vault), before)  # also not a copy of the index from before, with today's key
        assert vault.open(handle) == PICTURE
        lock.change_passphrase(proof(), bytearray(OTHER))
        vault.rekey()
        vault.lock()
        lock.lock()
        lock.unlock(proof(OTHER))
        vault.unlock()
        lock.remove(proof(OTHER))
        vault.rekey()
        assert open_index(_kek(vault), _index(vault))[2].entries
        assert vault.open(handle) == PICTURE


def test_a_record_that_is_exchanged_opens_an_empty_program_only(vault: Vault, lock: AppLock, tmp_path: Path) -> None:
    """Somebody at the locked window removes the record, or puts one with a passphrase of theirs in its place."""
    handle = vault.put(PICTURE, "photo")
    vault.lock()
    lock.lock()
    theirs = app_lock(tmp_path / "theirs")
    theirs.set_up(bytearray(OTHER))
    shutil.copy(theirs._store.path, lock._store.path)
    lock.unlock(proof(OTHER))
    with pytest.raises(VaultUnreadable):
        vault.unlock()
    lock.lock()
    lock._store.path.unlink()
    with pytest.raises(VaultUnreadable):
        vault.unlock()
    with pytest.raises(VaultLocked):
        vault.open(handle)


# ---------------------------------------------------------------------- kills

CALLS = ("write", "fsync", "rename", "renameat", "flock", "mkdir", "chmod", "unlink", "unlinkat")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        target.mkdir(mode=0o700)


def _killed(deed: str, folder: Path, call: str, number: int) -> bool:
    """Run a deed that is killed at the n-th call of one kind; whether it was."""
    root = Path(__file__).resolve().parents[2]
    inject = f"{call}:signal=KILL:when={number}"
    command = ["strace", "-f", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={inject}"]
    done = subprocess.run(
        [*command, sys.executable, "-m", "tests.vault.lock_driver", deed, str(folder)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return False
    assert done.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}, done.stderr
    return True


def _opens(folder: Path, words: bytes) -> bool:
    clock = Hands()
    lock = app_lock(folder, clock)
    if not lock.is_set:
        return False
    clock.now += 3600 + lock.wait()
    clock.now += lock.wait()
    try:
        lock.unlock(proof(words))
    except UnlockRefused:
        return False
    return True


def _kills(tmp_path: Path, deed: str, before: Path, *, most: int) -> int:
    killed = 0
    for call in CALLS:
        for number in range(1, most + 1):
            folder = tmp_path / f"{deed}-{call}-{number}"
            _copy(before, folder)
            if not _killed(deed, folder, call, number):
                break
            killed += 1
            old, new = _opens(folder, WORDS), _opens(folder, OTHER)
            is_set = app_lock(folder).is_set
            state = {
                "set-up": (not is_set) or old,
                "change": is_set and old != new,
                "remove": (not is_set) or old,
            }[deed]
            assert state, f"{deed} killed at {call} {number}: set {is_set}, old {old}, new {new}"
            if not is_set:
                app_lock(folder).set_up(bytearray(WORDS))  # the next start is not in the way of itself
    return killed


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("strace"), reason="strace is of Linux")
@pytest.mark.parametrize(("deed", "least"), [("set-up", 3), ("change", 4), ("remove", 3)])
def test_killed_somewhere_there_is_the_old_lock_or_the_new_one(tmp_path: Path, deed: str, least: int) -> None:
    before = tmp_path / "before"
    if deed != "set-up":
        app_lock(before).set_up(bytearray(WORDS))
    assert _kills(tmp_path, deed, before, most=1) >= least


@pytest.mark.assurance
@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("strace"), reason="strace is of Linux")
@pytest.mark.parametrize(("deed", "least"), [("set-up", 8), ("change", 20), ("remove", 10)])
def test_killed_everywhere_there_is_the_old_lock_or_the_new_one(tmp_path: Path, deed: str, least: int) -> None:
    before = tmp_path / "before"
    if deed != "set-up":
        app_lock(before).set_up(bytearray(WORDS))
    killed = _kills(tmp_path, deed, before, most=99)
    sys.stdout.write(f"{deed}: {killed} kills\n")
    assert killed >= least
