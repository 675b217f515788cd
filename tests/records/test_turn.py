from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from headshot_desktop.records import turn as module
from headshot_desktop.records.turn import in_turn

_COUNT = """
import sys
from pathlib import Path
from headshot_desktop.records.turn import in_turn
folder = Path(sys.argv[1])
for number in range(60):
    with in_turn(folder / "lock", last=number % 5 == 4):
        file = folder / "number"
        file.write_text(str(int(file.read_text() or "0") + 1))
"""


def test_turns_are_taken_by_processes_also_while_the_lock_is_removed(tmp_path: Path) -> None:
    (tmp_path / "number").write_text("0")
    running = [subprocess.Popen([sys.executable, "-c", _COUNT, str(tmp_path)]) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert (tmp_path / "number").read_text() == "180"


def test_a_turn_that_never_ends_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.2)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with in_turn(tmp_path / "lock"):
            held.set()
            done.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    began = time.monotonic()
    with pytest.raises(TimeoutError), in_turn(tmp_path / "lock"):
        pytest.fail("it is held")
    assert time.monotonic() - began < 1.0
    done.set()
    holder.join()
    with in_turn(tmp_path / "lock"):
        pass


def test_the_last_turn_leaves_no_file(tmp_path: Path) -> None:
    with in_turn(tmp_path / "lock", last=True):
        assert (tmp_path / "lock").exists()
    assert not (tmp_path / "lock").exists()


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are not followed where the system can say so")
def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r".") as refused, in_turn(tmp_path / "lock"):
        pytest.fail("it is a link")
    assert not isinstance(refused.value, TimeoutError)
    assert not (tmp_path / "elsewhere").exists()
