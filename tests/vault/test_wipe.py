from __future__ import annotations

import json
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from headshot_desktop.core.errors import VaultError
from headshot_desktop.vault import layout
from headshot_desktop.vault.folder import Folder
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.survey import survey
from headshot_desktop.vault.vault import Vault
from headshot_desktop.vault.wipe import Swept, remove_files, sweep, wipe
from tests.vault.keyring_daemon import Session
from tests.vault.processes import Program, Refused, best_store, gone, hits, key_there, masked, seconds_until

CANARY = secrets.token_bytes(32)
STORE = best_store()


@pytest.fixture
def orphan(root: Path) -> Iterator[Path]:
    """The folder of a vault whose program was killed and that had no janitor."""
    with Program() as program:
        program.ask("create", roots=[str(root)], keys=STORE, janitor=False)
        for kind in ("photo", "candidate"):
            program.ask("put", canary=masked(CANARY), size=1 << 20, kind=kind)
        folder = program.folder
    yield folder
    key_store(STORE).erase(entry_name(folder.name))


@pytest.fixture
def stored() -> Iterator[Callable[[str], None]]:
    """Stores a key for a vault of this name; none is left behind when a test fails."""
    entries: list[str] = []

    def store(name: str) -> None:
        entries.append(entry_name(name))
        key_store(STORE).store(entries[-1], bytes(32))

    yield store
    for entry in entries:
        key_store(STORE).erase(entry)


def _tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Names, sizes and times below a folder."""
    return {str(path): (path.lstat().st_size, path.lstat().st_mtime_ns) for path in sorted(folder.rglob("*"))}


def test_nothing_to_sweep(root: Path) -> None:
    assert sweep([root]) == wipe([root], running=True) == Swept()
    assert survey([root]).found == ()
    assert not root.exists()


def test_an_orphan_is_wiped_with_its_key(root: Path, orphan: Path) -> None:
    assert STORE == "memory" or key_there(orphan.name, STORE)
    start = time.monotonic()
    assert sweep([root]) == Swept(wiped=1)
    assert time.monotonic() - start < 2
    assert gone(orphan, STORE)
    assert sweep([root]) == Swept()


def test_the_next_vault_sweeps_first(root: Path, orphan: Path) -> None:
    with Vault.create([root], janitor=False) as vault:
        assert vault.swept == Swept(wiped=1)
        assert not orphan.exists()


def test_surveying_changes_nothing(root: Path, orphan: Path) -> None:
    before = _tree(root)
    (found,) = survey([root]).found
    assert _tree(root) == before
    assert (found.path, found.in_use, found.objects, found.store) == (orphan, False, 2, STORE)
    assert found.size > 2 << 20
    assert abs(found.created - time.time()) < 60
    if STORE != "memory":
        assert found.items is not None
        assert [(item.kind, item.size) for item in found.items] == [("photo", 1 << 20), ("candidate", 1 << 20)]
    sweep([root])
    assert survey([root]).found == ()


def test_surveying_without_the_key_still_counts(root: Path, orphan: Path) -> None:
    key_store(STORE).erase(entry_name(orphan.name))
    (found,) = survey([root]).found
    assert (found.objects, found.items) == (2, None)


def test_a_running_vault_is_seen_and_left_alone(root: Path) -> None:
    with Program() as program:
        program.ask("create", roots=[str(root)], keys=STORE, janitor=False)
        handle = program.ask("put", canary=masked(CANARY), size=1 << 20)["handle"]
        (found,) = survey([root]).found
        assert found.in_use
        assert sweep([root]) == wipe([root]) == Swept(in_use=1)
        assert program.ask("open", handle=handle)["size"] == 1 << 20
        program.ask("close")
        assert survey([root]).found == ()


def test_wiping_a_running_vault_takes_its_pictures_and_lets_it_close(root: Path) -> None:
    with Program() as program:
        program.ask("create", roots=[str(root)], keys=STORE)
        handle = program.ask("put", canary=masked(CANARY), size=1 << 20)["handle"]
        folder = program.folder
        swept = wipe([root], running=True)
        assert (swept.wiped, swept.in_use) == (1, 0)
        assert gone(folder, STORE)
        for do, fields in (
            ("open", {"handle": handle}),
            ("put", {"canary": masked(CANARY), "size": 100}),
            ("discard", {"handle": handle}),
            ("relock", {"handle": handle}),
        ):
            with pytest.raises(Refused, match=r"VaultUnreadable|VaultLocked"):
                program.ask(do, **fields)
        program.ask("close")
        assert gone(folder, STORE)
        program.ask("create", roots=[str(root)], keys=STORE)
        program.ask("open", handle=program.ask("put", canary=masked(CANARY), size=100)["handle"])
        program.ask("close")


def test_a_key_in_another_programs_memory_is_told(root: Path) -> None:
    with Program() as program:
        program.ask("create", roots=[str(root)], keys="memory", janitor=False)
        program.ask("put", canary=masked(CANARY), size=100)
        swept = wipe([root], running=True)
        assert swept.wiped == 1
        assert "only in that program's memory" in swept.failed[0]
        assert not list(root.glob("vault-*"))


@pytest.mark.parametrize("stage", ["empty", "locked", "no note", "nonsense note", "foreign note"])
def test_half_made_vaults_are_wiped(root: Path, stored: Callable[[str], None], stage: str) -> None:
    folder = root / layout.vault_name(secrets.token_bytes(16))
    root.mkdir(mode=0o700)
    folder.mkdir(mode=0o700)
    stored(folder.name)
    if stage != "empty":
        (folder / "lock").touch(mode=0o600)
    notes = {"nonsense note": b"{", "foreign note": json.dumps({"store": "/etc/passwd", "entry": "x"}).encode()}
    if stage in notes:
        (folder / "about").write_bytes(notes[stage])
        (folder / "about").chmod(0o600)
    assert sweep([root]) == Swept(wiped=1)
    assert not folder.exists()
    assert STORE == "memory" or gone(folder, STORE)


def test_a_note_cannot_point_at_somebody_elses_key(root: Path, orphan: Path, stored: Callable[[str], None]) -> None:
    name = layout.vault_name(secrets.token_bytes(16))
    stored(name)
    other = entry_name(name)
    (orphan / "about").write_text(json.dumps({"store": STORE, "entry": other}))
    sweep([root])
    assert not orphan.exists()
    assert key_store(STORE).fetch(other) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a right on Windows")
def test_what_is_no_vault_of_ours_is_left_alone(root: Path, tmp_path: Path) -> None:
    root.mkdir(mode=0o700)
    victim = tmp_path / "victim"
    victim.mkdir(mode=0o700)
    (victim / "file").write_bytes(b"mine")
    name = layout.vault_name(secrets.token_bytes(16))
    (root / name).symlink_to(victim)
    (root / "vault-notes").mkdir()
    (root / "vault-notes" / "file").write_bytes(b"mine")
    open_to_all = root / layout.vault_name(secrets.token_bytes(16))
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    swept = sweep([root])
    assert (swept.wiped, len(swept.failed)) == (0, 2)
    assert all("left alone" in sentence for sentence in swept.failed)
    assert (victim / "file").exists()
    assert (root / "vault-notes" / "file").exists()
    assert open_to_all.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_root_open_to_others_is_told(root: Path) -> None:
    root.mkdir(mode=0o755)
    assert "yours alone" in sweep([root]).failed[0]
    assert "yours alone" in wipe([root], running=True).failed[0]
    seen = survey([root])
    assert (seen.found, seen.looked) == ((), ())
    assert "yours alone" in seen.problems[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_vault_open_to_others_is_no_empty_answer(root: Path, orphan: Path) -> None:
    orphan.chmod(0o755)
    seen = survey([root])
    assert (seen.found, seen.looked) == ((), (root,))
    assert orphan.name in seen.problems[0]
    orphan.chmod(0o700)
    assert len(survey([root]).found) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_somebody_elses_vault_and_root_are_told(root: Path, orphan: Path) -> None:
    os.chown(orphan, 65534, 65534)
    assert orphan.name in survey([root]).problems[0]
    os.chown(root, 65534, 65534)
    assert "yours alone" in survey([root]).problems[0]
    os.chown(root, 0, 0)
    os.chown(orphan, 0, 0)


def test_a_root_whose_lock_was_removed_is_still_looked_at(root: Path, orphan: Path) -> None:
    (root / "lock").unlink()
    assert [found.path for found in survey([root]).found] == [orphan]


def test_a_root_that_is_kept_busy_is_told_and_not_waited_for_for_ever(
    root: Path, orphan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "_ROOT_SECONDS", 0.1)
    with Folder.at(root) as opened, layout.hold_root(opened):
        assert "does not answer" in sweep([root]).failed[0]
        assert orphan.exists()
        with Vault.create([root], janitor=False) as vault, pytest.raises(VaultError, match="does not answer"):
            vault.put(b"x", "photo")
    assert [path.name for path in root.glob("vault-*")] == [orphan.name]
    assert sweep([root]) == Swept(wiped=1)


def test_a_full_journey_with_a_real_keyring_daemon(keyring_session: Session, root: Path) -> None:
    with Program(**keyring_session.environment) as program:
        made = program.ask("create", roots=[str(root)])
        assert made["keys"] == "secret-service"
        first = program.ask("put", canary=masked(CANARY), size=1 << 20)["handle"]
        second = program.ask("put", canary=masked(CANARY), size=1 << 20)["handle"]
        folder = program.folder
        assert key_there(folder.name, "secret-service")
        (found,) = survey([root]).found
        assert found.items is not None
        assert len(found.items) == 2
        program.ask("discard", handle=first)
        assert program.ask("relock", handle=second)["size"] == 1 << 20
        assert hits(folder, CANARY) == 0
        program.ask("close")
        assert gone(folder, "secret-service")

        program.ask("create", roots=[str(root)])
        program.ask("put", canary=masked(CANARY), size=1 << 20)
        folder = program.folder
        program.kill()
    assert seconds_until(lambda: gone(folder, "secret-service")) < 2


def test_a_keyring_daemon_that_died_is_no_reason_to_keep_the_files(keyring_session: Session, root: Path) -> None:
    with Program(**keyring_session.environment) as program:
        program.ask("create", roots=[str(root)])
        program.ask("put", canary=masked(CANARY), size=1 << 20)
        folder = program.folder
        keyring_session.stop_keyring()
        with pytest.raises(Refused, match="KeyStoreFailed"):
            program.ask("close")
        assert sorted(os.listdir(folder)) == ["about", "lock"]
    keyring_session.start_keyring()
    sweep([root])  # or the janitor, which was not told that all is well, has been faster
    assert seconds_until(lambda: gone(folder, "secret-service")) < 5


def _note(orphan: Path, **changes: str) -> None:
    note = json.loads((orphan / "about").read_text())
    (orphan / "about").write_text(json.dumps(note | changes))


def test_without_a_session_bus_the_advice_is_to_log_in(
    root: Path, orphan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    _note(orphan, store="secret-service")
    for swept in (sweep([root]), wipe([root]), wipe([root], running=True)):
        assert "Log in to the desktop and start the program again" in swept.failed[0]
    assert sorted(os.listdir(orphan)) == ["about", "lock"], "the note says where the key is still to be erased"


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's name for a start of the machine")
def test_a_session_keyring_of_an_earlier_start_of_the_machine_is_gone(
    root: Path, orphan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    _note(orphan, store="secret-service", boot="00000000-0000-0000-0000-000000000000")
    assert sweep([root]) == Swept(wiped=1)
    assert not orphan.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's name for a start of the machine")
def test_a_changed_note_does_not_keep_a_key(root: Path, orphan: Path) -> None:
    _note(orphan, boot="00000000-0000-0000-0000-000000000000")
    assert sweep([root]) == Swept(wiped=1)
    assert gone(orphan, STORE)


def test_a_keyring_on_disk_does_not_end_with_the_machine(root: Path, orphan: Path) -> None:
    _note(orphan, boot="00000000-0000-0000-0000-000000000000")
    with Folder.at(root) as opened, opened.enter(orphan.name) as folder:
        assert not layout.has_ended(folder, "macos-keychain")
        assert not layout.has_ended(folder, None)
        _note(orphan, boot=layout.boot_id())
        assert not layout.has_ended(folder, "secret-service")


class _Recorded(Folder):
    """A real folder that notes the order in which its names are removed."""

    removed: list[str]

    def remove(self, name: str) -> None:
        self.removed.append(name)
        super().remove(name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens no folder by descriptor")
@pytest.mark.parametrize("key_gone", [True, False])
def test_the_index_is_the_first_to_go(root: Path, orphan: Path, key_gone: bool) -> None:
    for number in range(8):  # whatever order the file system lists them in
        (orphan / f"a{number}").touch()
    with Folder.at(root) as opened:
        folder = _Recorded(orphan, os.open(orphan, os.O_RDONLY))
        folder.removed = []
        remove_files(opened, folder, None, key_gone=key_gone)
        folder.close()
    assert folder.removed[0].startswith("index-")
