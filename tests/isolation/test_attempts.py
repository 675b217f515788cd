"""The attempts behind `headshot verify-privacy`: every name is tried, and each outcome is told as what it was."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from headshot_desktop.isolation.attempts import LASTING, LOOKING, NETWORK, OPEN, PREFIX, UNIX, WRITING, command

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the filters are Linux's")


def _outcomes(role: str, parent: Path) -> dict[str, str]:
    folder = parent / f"{PREFIX}{role}"
    folder.mkdir(mode=0o700, exist_ok=True)
    done = subprocess.run(command(role, folder), capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    found: dict[str, str] = json.loads(done.stderr.splitlines()[-1])
    assert list(folder.iterdir()) == [], "the files of the attempts are gone"
    return found


def test_without_a_role_every_attempt_is_made_and_files_can_be_used(tmp_path: Path) -> None:
    found = _outcomes("nothing", tmp_path)
    assert set(found) == {*NETWORK, *UNIX, *LOOKING, *WRITING, *LASTING}
    assert {found[name] for name in (*UNIX, *LOOKING, *WRITING, *LASTING)} == {OPEN}
    assert found["byte over loopback"] == OPEN


def test_outcomes_are_told_apart(tmp_path: Path) -> None:
    decoder, engine = _outcomes("decoder", tmp_path), _outcomes("engine", tmp_path)
    assert decoder["read a file"] == decoder["map a file and change it"] == "EACCES"
    assert decoder["internet socket"] == decoder["memory that stays"] == "killed"
    assert engine["internet socket"] == engine["memory that stays"] == "EPERM"
    assert engine["map a file and change it"] in {"EPERM", "EACCES"}


def test_a_role_that_does_not_exist_makes_none(tmp_path: Path) -> None:
    folder = tmp_path / f"{PREFIX}nonsense"
    folder.mkdir(mode=0o700)
    done = subprocess.run(command("nonsense", folder), capture_output=True, text=True, check=False)
    assert done.returncode not in {0, -signal.SIGSYS}
    assert "byte over loopback" not in done.stderr


def _folder(parent: Path, case: str) -> Path:
    folder = parent / (case if case == "pictures" else f"{PREFIX}{case}")
    if case == "link":
        folder.symlink_to(parent)
    elif case != "not there":
        folder.mkdir(mode=0o755 if case == "open to others" else 0o700)
    if case in {"not empty", "hidden file"}:
        (folder / ("holiday.jpg" if case == "not empty" else ".holiday")).touch()
    return folder


@pytest.mark.parametrize("role", ["nothing", "application", "decoder"])
@pytest.mark.parametrize(
    "case", ["pictures", "not empty", "hidden file", "open to others", "link", "not there", "a folder of another"]
)
def test_a_folder_that_was_not_made_for_it_is_left_alone(case: str, role: str, tmp_path: Path) -> None:
    folder = _folder(tmp_path, case)
    if case == "a folder of another":
        if os.geteuid() != 0:
            pytest.skip("only root can give a folder away")
        os.chown(folder, 65534, 65534)
    (tmp_path / "there").write_text("a file of the person")
    before = sorted(tmp_path.rglob("*"))
    done = subprocess.run(command(role, folder), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stderr.startswith("headshot: The proofs ")
    assert len(done.stderr.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "there").read_text() == "a file of the person"
