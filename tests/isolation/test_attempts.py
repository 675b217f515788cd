"""The attempts behind `headshot verify-privacy`: every name is tried, and each outcome is told as what it was."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from headshot_desktop.isolation.attempts import LOOKING, NETWORK, OPEN, UNIX, WRITING, command

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the filters are Linux's")


def _outcomes(role: str, folder: Path) -> dict[str, str]:
    done = subprocess.run(command(role, folder), capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    found: dict[str, str] = json.loads(done.stderr.splitlines()[-1])
    assert list(folder.iterdir()) == [], "the files of the attempts are gone"
    return found


def test_without_a_role_every_attempt_is_made_and_files_can_be_used(tmp_path: Path) -> None:
    found = _outcomes("nothing", tmp_path)
    assert set(found) == {*NETWORK, *UNIX, *LOOKING, *WRITING}
    assert {found[name] for name in (*UNIX, *LOOKING, *WRITING)} == {OPEN}
    assert found["byte over loopback"] == OPEN


def test_outcomes_are_told_apart(tmp_path: Path) -> None:
    decoder, engine = tmp_path / "decoder", tmp_path / "engine"
    decoder.mkdir()
    engine.mkdir()
    assert _outcomes("decoder", decoder)["read a file"] == "EACCES"
    assert _outcomes("decoder", decoder)["internet socket"] == "killed"
    assert _outcomes("engine", engine)["internet socket"] == "EPERM"


def test_a_role_that_does_not_exist_makes_none(tmp_path: Path) -> None:
    done = subprocess.run(command("nonsense", tmp_path), capture_output=True, text=True, check=False)
    assert done.returncode not in {0, -signal.SIGSYS}
    assert "byte over loopback" not in done.stderr
