from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from headshot_desktop.core.errors import ExportRefused, MachineError, UsageError
from headshot_desktop.records import files
from headshot_desktop.records.files import _refusal, check_target, read_limited, shown, vault_roots, write_new


def test_reads_one_byte_beyond_the_limit_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 100)
    assert len(read_limited(path, 10)) == 11
    assert len(read_limited(path, 100)) == 100


@pytest.mark.parametrize("name", ["missing.jpg", ".", "x" * 400])
def test_what_is_no_file_is_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"Check the name|cannot be read|is a folder"):
        read_limited(tmp_path / name, 10)


def test_writes_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "new" / "b.jpg"
    write_new(target, b"content", overwrite=False)
    assert target.read_bytes() == b"content"
    assert os.listdir(target.parent) == ["b.jpg"]


def test_never_overwrites_unless_told(tmp_path: Path) -> None:
    target = tmp_path / "b.jpg"
    target.write_bytes(b"old")
    with pytest.raises(ExportRefused, match="already there"):
        write_new(target, b"new", overwrite=False)
    assert target.read_bytes() == b"old"
    write_new(target, b"new", overwrite=True)
    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["b.jpg"]


def test_a_folder_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.jpg").mkdir()
    with pytest.raises(ExportRefused, match="folder"):
        check_target(tmp_path / "b.jpg", overwrite=True)


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(ExportRefused, match="another name or folder"):
        write_new(tmp_path / "out" / "b.jpg", b"x", overwrite=False)


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    link = tmp_path / "b.jpg"
    link.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ExportRefused):
        write_new(link, b"x", overwrite=False)
    assert not (tmp_path / "elsewhere").exists()


def test_a_pipe_or_device_does_not_hang_the_program(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    for path in (tmp_path / "pipe.jpg", Path("/dev/zero"), Path("/proc/kmsg")):
        with pytest.raises(UsageError, match=r"no photo file|cannot be read"):
            read_limited(path, 10)


def test_a_write_that_fails_leaves_nothing_and_is_told_as_what_it_is(tmp_path: Path) -> None:
    """A limit on the size of files, which stands in for the full disk too, in a process of its own."""
    program = (
        "import resource, signal, sys\nfrom pathlib import Path\n"
        "from headshot_desktop.core.errors import HeadshotError\nfrom headshot_desktop.records.files import write_new\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_new(Path(sys.argv[1]), b'x' * 5000, overwrite=False)\n"
        "except HeadshotError as error:\n    print(error.code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "b.jpg")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "file-limit"
    assert os.listdir(tmp_path) == []


def test_a_full_disk_is_told_as_such() -> None:
    assert isinstance(_refusal(Path("b.jpg"), OSError(errno.ENOSPC, "No space left on device")), MachineError)


@pytest.mark.parametrize("name", ["x" * 250 + ".jpg", "😀" * 62 + ".jpg"])
def test_a_long_name_is_written_or_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    with contextlib.suppress(ExportRefused):
        write_new(tmp_path / name, b"content", overwrite=False)
    fits = len(name.encode()) <= 255
    assert os.listdir(tmp_path) == ([name] if fits else [])


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(ExportRefused):
        write_new(tmp_path / "loop" / "b.jpg", b"x", overwrite=False)


def test_names_are_shown_without_control_characters() -> None:
    assert shown(Path("a\x1b[31m\u202eb.jpg")) == "a?[31m?b.jpg"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("call", ["write", "fsync", "linkat"])
def test_killed_while_writing_nothing_of_the_picture_is_left(tmp_path: Path, call: str, overwrite: bool) -> None:
    target = tmp_path / "out" / "a.png"
    target.parent.mkdir()
    if overwrite:
        target.write_bytes(b"before")
    program = (
        "from pathlib import Path; from headshot_desktop.records.files import write_new\n"
        f"write_new(Path({str(target)!r}), b'CANARY' * 1000, overwrite={overwrite})"
    )
    kill = ["strace", "-f", "-o", os.devnull, "-e", f"inject={call}:signal=SIGKILL:when=1"]
    done = subprocess.run([*kill, sys.executable, "-c", program], check=False)
    assert done.returncode in {-9, 137}
    assert [path.name for path in target.parent.iterdir()] == (["a.png"] if overwrite else [])
    assert not overwrite or target.read_bytes() == b"before"


@pytest.mark.skipif(sys.platform != "linux", reason="session folders are Linux's")
def test_the_session_folder_is_looked_at_without_its_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / str(os.geteuid())
    own.mkdir(0o700)
    other = tmp_path / "other"
    other.mkdir(0o700)
    monkeypatch.setattr(files, "_SESSIONS", tmp_path)
    for value in ("", "relative", str(tmp_path / "missing")):
        monkeypatch.setenv("XDG_RUNTIME_DIR", value)
        assert vault_roots()[0] == own / "headshot-desktop"
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(other))
    assert vault_roots()[0] == other / "headshot-desktop"
    assert len(vault_roots()) == 2, "a session folder that is named is the one"
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    own.chmod(0o777)
    assert len(vault_roots()) == 1, "others could put something there"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_after_su_the_own_session_folder_is_looked_at_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, other = tmp_path / "0", tmp_path / "1000"
    for folder in (own, other):
        folder.mkdir(0o700)
    os.chown(other, 65534, 65534)
    monkeypatch.setattr(files, "_SESSIONS", tmp_path)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(other))
    assert vault_roots()[:2] == (other / "headshot-desktop", own / "headshot-desktop")
