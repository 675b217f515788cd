"""A full, read-only or vanished root: what the vault does, and what it tells."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from headshot_desktop import isolation
from headshot_desktop.core.errors import KeyStoreFailed, VaultError, VaultFull, VaultLocked, VaultUnreadable
from headshot_desktop.vault.folder import vault_error
from headshot_desktop.vault.keys import KeyStore
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.survey import survey
from headshot_desktop.vault.vault import Vault
from headshot_desktop.vault.wipe import sweep
from tests.vault import test_kill
from tests.vault.processes import (
    BrokenStore,
    Program,
    best_store,
    contents,
    gone,
    hits,
    key_there,
    masked,
    seconds_until,
)

CANARY = secrets.token_bytes(32)
LARGE = 3 << 20


def _folder(vault: Vault) -> Path:
    assert vault.folder is not None
    return vault.folder


def _both(small: Path, disk: Path, keys: KeyStore) -> Vault:
    """A vault that begins in a small memory, as one does whose memory has filled up since it began."""
    vault = Vault.create([small / "root"], keys=keys, janitor=False)
    vault.put(b"first", "photo")
    vault._roots = (small / "root", disk / "root")
    return vault


def test_what_memory_has_no_room_for_goes_to_the_disk(small_memory: Path, tmp_path: Path, keys: KeyStore) -> None:
    with _both(small_memory, tmp_path, keys) as vault:
        contents = [bytes([number]) * (3 << 20) for number in range(5)]
        handles = [vault.put(content, "photo") for content in contents]
        assert len(list((small_memory / "root").glob("vault-*/objects/*"))) == 3
        (overflow,) = (tmp_path / "root").glob("vault-*")
        assert len(list((overflow / "objects").iterdir())) == 3
        assert [vault.open(handle) for handle in handles] == contents
        assert vault.place == "RAM and disk"
        (first, second) = survey([small_memory / "root", tmp_path / "root"]).found
        assert first.in_use
        assert second.in_use
        assert sweep([small_memory / "root", tmp_path / "root"]).in_use == 2
        vault.lock()
        with pytest.raises(VaultLocked):
            vault.open(handles[4])
        vault.unlock()
        assert [vault.open(handle) for handle in handles] == contents
        vault.discard(handles[4])
        vault.discard(handles[0])
        for gone in (handles[4], handles[0]):
            with pytest.raises(VaultUnreadable):
                vault.open(gone)
        assert vault.open(vault.put(contents[0], "photo")) == contents[0]
        assert len(list((small_memory / "root").glob("vault-*/objects/*"))) == 3, "memory is used again first"
        names = [first.path.name, overflow.name]
        assert all(keys.fetch(entry_name(name)) is not None for name in names)
    assert all(keys.fetch(entry_name(name)) is None for name in names)
    assert not list(small_memory.glob("root/vault-*")) + list(tmp_path.glob("root/vault-*"))


def test_both_parts_are_ended_though_one_cannot(small_memory: Path, tmp_path: Path) -> None:
    keys = BrokenStore()
    vault = _both(small_memory, tmp_path, keys)
    for _ in range(4):
        vault.put(bytes(3 << 20), "photo")
    keys.refuses = frozenset({"erase"})
    with pytest.raises(KeyStoreFailed):
        vault.close()
    for root in (small_memory, tmp_path):
        (left,) = root.glob("root/vault-*")
        assert sorted(path.name for path in left.iterdir()) == ["about", "lock"]
    keys.refuses = frozenset()
    for root in (small_memory, tmp_path):
        assert sweep([root / "root"]).wiped == 1


def test_no_room_anywhere_leaves_no_second_part(small_memory: Path, tmp_path: Path, keys: KeyStore) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o755)
    with _both(small_memory, tmp_path, keys) as vault:
        vault._roots = (small_memory / "root", closed)
        with pytest.raises(VaultFull, match="in memory"):
            vault.put(bytes(9 << 20), "photo")
        assert len(vault.items()) == 1


def test_a_killed_program_with_two_parts_leaves_neither(small_memory: Path, tmp_path: Path) -> None:
    store, roots = best_store(), [small_memory / "root", tmp_path / "disk"]
    with Program(DRIVER_SMALL_FIRST="1") as program:
        program.ask("create", roots=[str(root) for root in roots], keys=store)
        for _ in range(3):
            program.ask("put", canary=masked(CANARY), size=3 << 20)
        folders = [Path(folder) for folder in program.ask("state")["folders"]]
        assert [folder.parent for folder in folders] == roots
        program.kill()
    assert seconds_until(lambda: all(gone(folder, store) for folder in folders)) < 5


def test_a_read_only_file_system_is_told_and_the_next_root_is_taken(
    small_memory: Path, tmp_path: Path, keys: KeyStore
) -> None:
    with Vault.create([small_memory / "root"], keys=keys, janitor=False) as vault:
        vault.put(CANARY, "photo")
    subprocess.run(["mount", "-o", "remount,ro", str(small_memory)], check=True)  # noqa: S607 — a tool of the system
    with Vault.create([small_memory / "root"], keys=keys, janitor=False) as vault:
        with pytest.raises(VaultError, match="can only be read") as told:
            vault.put(b"x", "photo")
        assert told.value.code == "vault-read-only"
        vault._roots = (small_memory / "root", tmp_path / "file" / "root", tmp_path / "root")
        (tmp_path / "file").touch()
        vault.put(b"x", "photo")
        assert _folder(vault).parent == tmp_path / "root"


@pytest.mark.parametrize(
    ("number", "code", "advice"),
    [
        (errno.EROFS, "vault-read-only", "The next start erases"),
        (errno.EACCES, "vault-denied", "try again"),
        (errno.EPERM, "vault-denied", "try again"),
        (errno.EIO, "vault-disk", "The next start erases"),
        (errno.EMFILE, "vault-open-files", "Close other programs"),
        (errno.ENFILE, "vault-open-files", "Close other programs"),
        (errno.ENOSPC, "vault-full", "try again"),
        (errno.ENOENT, "vault-unreadable", "Add the photos again"),
        (errno.ELOOP, "vault-unreadable", "Add the photos again"),
    ],
)
def test_a_failing_machine_is_no_tampering(tmp_path: Path, number: int, code: str, advice: str) -> None:
    told = vault_error(OSError(number, os.strerror(number)), tmp_path)
    assert told.code == code
    assert advice in told.message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens no folder by descriptor")
def test_too_many_open_files_are_no_tampering(vault: Vault) -> None:
    import resource

    handle = vault.put(CANARY, "photo")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest = os.dup(0)
    os.close(lowest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, hard))
    try:
        with pytest.raises(VaultError, match="Too many files") as told:
            vault.open(handle)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert told.value.code == "vault-open-files"
    assert vault.open(handle) == CANARY


def test_a_vault_that_was_wiped_from_outside_says_so(vault: Vault) -> None:
    handle = vault.put(CANARY, "photo")
    shutil.rmtree(_folder(vault))
    for use in (lambda: vault.open(handle), lambda: vault.put(b"x", "photo"), vault.cache_folder):
        with pytest.raises(VaultUnreadable, match="wiped from outside") as told:
            use()
        assert told.value.code == "vault-gone"
    assert not _folder(vault).exists(), "nothing brings a part of it back"


def test_the_folders_for_caches_are_private_and_made_in_the_vault(vault: Vault) -> None:
    made = vault.cache_folder()
    assert {path.name for path in made.iterdir()} == {
        Path(place).name for place in isolation.cache_switches(made).values()
    }
    assert {path.stat().st_mode & 0o777 for path in made.iterdir()} == {0o700}
    assert vault.cache_folder() == made


def test_discarding_zeroes_the_old_data_key_in_place(vault: Vault) -> None:
    handle = vault.put(CANARY, "photo")
    before = vault._parts[0]._dek
    assert any(before)
    vault.discard(handle)
    assert not any(before)
    assert any(vault._parts[0]._dek)


def _overflow(roots: list[Path], program: Program, *, janitor: bool) -> list[Path]:
    """Fill the first root; the next picture of 3 MiB goes to the second."""
    program.ask("create", roots=[str(root) for root in roots], keys=best_store(), janitor=janitor)
    for _ in range(2):
        program.ask("put", canary=masked(CANARY), size=LARGE)
    return [Path(folder) for folder in program.ask("state")["folders"]]


def _killed(roots: list[Path], log: Path, *watch: str, janitor: bool) -> None:
    """Kill a program somewhere in its first step to the second root, and look at what it leaves."""
    third, store = CANARY * (LARGE // 32), best_store()
    with Program(DRIVER_SMALL_FIRST="1") as program:
        (first,) = _overflow(roots, program, janitor=janitor)
        with test_kill._traced(program.process.pid, log, *watch):
            program.say("put", canary=masked(CANARY), size=LARGE)
            program.hear()
            program.kill()
    names = {first.name, *re.findall(r"vault-[0-9a-f]{32}", log.read_text("utf-8", "replace"))}
    assert [hits(root, CANARY) for root in roots] == [0, 0]
    if not janitor:
        assert contents(first, store) == [third] * 2, "what was put before is still there"
        for second in roots[1].glob("vault-*"):
            assert contents(second, store) in (None, [], [third])
        assert sweep(roots).failed == ()
    assert seconds_until(lambda: not any(list(root.glob("vault-*")) for root in roots)) < 2
    assert seconds_until(lambda: not any(key_there(name, store) for name in names)) < 2


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.skipif(best_store() == "memory", reason="no key store here outlives a killed process")
@pytest.mark.parametrize("janitor", [True, False])
def test_killed_anywhere_on_the_way_to_the_second_root(small_memory: Path, tmp_path: Path, janitor: bool) -> None:
    roots = [small_memory / "root", tmp_path / "disk"]
    for root in roots:
        root.mkdir(mode=0o700)
        (root / "lock").touch(mode=0o600)
    with Program(DRIVER_SMALL_FIRST="1") as program:
        _overflow(roots, program, janitor=janitor)
        with test_kill._traced(program.process.pid, tmp_path / "log", *test_kill._watch()):
            program.ask("put", canary=masked(CANARY), size=LARGE)
            points = test_kill._points(tmp_path / "log", tmp_path)
        program.ask("close")
    assert len(points) > 20
    points = test_kill._sample(points, everything=bool(os.environ.get("HEADSHOT_ASSURANCE")))
    for point in points:
        _killed(roots, tmp_path / "log", *test_kill._kill_at(point), janitor=janitor)
