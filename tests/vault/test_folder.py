from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.core.errors import VaultFull, VaultUnreadable
from headshot_desktop.vault.folder import Folder, RootRefused, in_memory, room
from headshot_desktop.vault.marks import mark

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and links are tested on systems that have them")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.at(tmp_path / "private", make=True)


def test_a_root_is_made_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Folder.at(tmp_path / "new" / "root", make=True).write("file", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "new" / "root").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "new" / "root" / "file").stat().st_mode & 0o777 == 0o600


def test_a_root_that_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Folder.at(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_root_that_cannot_be_made_is_refused_with_a_sentence() -> None:
    with pytest.raises(RootRefused, match="cannot hold the vault: there is no such"):
        Folder.at(Path("/proc/headshot-desktop/vaults"), make=True)


@pytest.mark.parametrize("mode", [0o750, 0o707, 0o701, 0o740])
def test_a_root_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root").chmod(mode)
    with pytest.raises(RootRefused, match="yours alone"):
        Folder.at(tmp_path / "root", make=True)


def test_a_link_to_a_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(0o700)
    (tmp_path / "root").symlink_to(tmp_path / "real")
    with pytest.raises(RootRefused):
        Folder.at(tmp_path / "root", make=True)


def test_a_file_in_the_place_of_a_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "root").write_bytes(b"")
    with pytest.raises(RootRefused):
        Folder.at(tmp_path / "root", make=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_somebody_elses_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir(0o700)
    os.chown(tmp_path / "root", 65534, 65534)
    with pytest.raises(RootRefused):
        Folder.at(tmp_path / "root", make=True)


def test_a_file_comes_back_and_leaves_nothing_beside_it(folder: Folder) -> None:
    folder.write("name", b"content" * 500_000)
    assert folder.read("name", 3_500_000) == b"content" * 500_000
    assert folder.names() == ["name"]


def test_a_longer_file_than_allowed_is_unreadable(folder: Folder) -> None:
    folder.write("name", b"12345")
    with pytest.raises(VaultUnreadable):
        folder.read("name", 4)


def _link(path: Path, name: str) -> None:
    (path / "elsewhere").write_bytes(b"x")
    (path / "elsewhere").chmod(0o600)
    (path / name).symlink_to(path / "elsewhere")


def _second_name(path: Path, name: str) -> None:
    (path / name).write_bytes(b"x")
    (path / name).chmod(0o600)
    os.link(path / name, path / "second")


def _readable_by_others(path: Path, name: str) -> None:
    (path / name).write_bytes(b"x")
    (path / name).chmod(0o640)


def _pipe(path: Path, name: str) -> None:
    os.mkfifo(path / name, 0o600)


def _folder(path: Path, name: str) -> None:
    (path / name).mkdir()


def _socket(path: Path, name: str) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(path / name))


@pytest.mark.parametrize("plant", [_link, _second_name, _readable_by_others, _pipe, _folder, _socket])
def test_what_is_no_private_file_is_unreadable(folder: Folder, plant: object) -> None:
    assert callable(plant)
    plant(folder.path, "name")
    with pytest.raises(VaultUnreadable):
        folder.read("name", 100)


def test_writing_replaces_a_planted_link_and_not_its_target(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"mine")
    (folder.path / "name").symlink_to(tmp_path / "victim")
    folder.write("name", b"new")
    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert folder.read("name", 10) == b"new"


def test_a_folder_moved_away_is_still_the_one_that_is_written(folder: Folder, tmp_path: Path) -> None:
    folder.path.rename(tmp_path / "moved")
    (tmp_path / "private").mkdir()
    folder.write("name", b"x")
    assert (tmp_path / "moved" / "name").exists()
    assert not (tmp_path / "private" / "name").exists()


def test_removing_does_not_follow_links(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "file").write_bytes(b"x")
    (folder.path / "link").symlink_to(tmp_path / "others")
    (folder.path / "tree" / "deep").mkdir(parents=True)
    (folder.path / "tree" / "link").symlink_to(tmp_path / "others")
    folder.clear()
    assert folder.names() == []
    assert (tmp_path / "others" / "file").exists()


def test_a_lock_is_held_against_others_and_free_when_its_holder_is_killed(folder: Folder) -> None:
    program = (
        "import sys, time; from pathlib import Path; from headshot_desktop.vault.folder import Folder\n"
        f"lock = Folder.at(Path({str(folder.path)!r})).hold('lock'); print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    with holder.stdout:
        assert holder.stdout.readline() == b"held\n"
        assert folder.hold("lock") is None
        holder.kill()
        holder.wait()
    lock = folder.hold("lock")
    assert lock is not None
    lock.release()


def test_a_lock_whose_file_was_removed_is_no_lock(folder: Folder) -> None:
    first = folder.hold("lock")
    assert first is not None
    folder.remove("lock")
    with pytest.raises(FileNotFoundError):
        folder.hold("lock", make=False)
    first.release()


def test_marks_are_set_once(folder: Folder) -> None:
    mark(folder)
    first = {name: folder.status(name) for name in folder.names()}
    mark(folder)
    assert {name: folder.status(name) for name in folder.names()} == first
    # The signature as the specification of cache directories gives it.
    assert folder.read("CACHEDIR.TAG", 200).startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    assert {".nomedia", ".trackerignore"} <= set(first)


def test_memory_and_disk_are_told_apart(tmp_path: Path) -> None:
    if Path("/dev/shm").is_dir():  # noqa: S108 — the system's own folder in main memory, only asked about
        assert in_memory(Path("/dev/shm/none/yet"))  # noqa: S108
    assert not in_memory(Path("/usr/none/yet"))
    assert room(tmp_path / "none") > 0


def test_a_full_disk_is_told_and_leaves_nothing(folder: Folder) -> None:
    import resource

    folder.write("old", b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, hard))
    try:
        with pytest.raises(VaultFull, match=r"ulimit -f.*what was added before is still there") as refused:
            folder.write("new", bytes(4 << 20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused.value.code == "vault-file-limit"
    assert folder.names() == ["old"]


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that this process may not enter: nothing is closed to root, so root is somebody else meanwhile."""
    user = os.geteuid()
    (tmp_path / "closed").mkdir(mode=0o000)
    if user == 0:
        os.seteuid(65534)
    yield tmp_path / "closed"
    os.seteuid(user)
    (tmp_path / "closed").chmod(0o700)


def test_a_root_in_a_closed_folder_is_refused_and_not_a_crash(closed: Path) -> None:
    """As after `su`, when XDG_RUNTIME_DIR is somebody else's."""
    assert not in_memory(closed / "run" / "root")
    assert room(closed / "run" / "root") > 0
    for make in (False, True):
        with pytest.raises(RootRefused):
            Folder.at(closed / "run" / "root", make=make)


def test_content_and_name_are_synced_in_this_order(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[tuple[str, list[str]]] = []
    sync = os.fsync

    def record(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        synced.append((kind, [name for name in folder.names() if not name.startswith(".")]))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", record)
    folder.write("name", b"content")
    assert synced == [("file", []), ("folder", ["name"])], "content first, then the rename, then the folder"
    synced.clear()
    folder.sync()
    assert synced == [("folder", ["name"])]
