from __future__ import annotations

import io
import json
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.vault import janitor as janitor_module
from headshot_desktop.vault.janitor import Janitor, command
from headshot_desktop.vault.vault import Vault
from tests.vault.processes import (
    Program,
    alive,
    best_store,
    gone,
    hits,
    key_there,
    kill,
    masked,
    seconds_until,
)

CANARY = secrets.token_bytes(32)
STORE = best_store()


@pytest.fixture
def program(root: Path) -> Iterator[Program]:
    """A program with two objects in its vault and a janitor."""
    with Program() as started:
        started.ask("create", roots=[str(root)], keys=STORE)
        for _ in range(2):
            started.ask("put", canary=masked(CANARY), size=1 << 20)
        yield started


def _janitor(program: Program) -> int:
    pid: int = program.ask("state")["janitor"]
    return pid


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_a_killed_program_is_wiped_within_two_seconds(program: Program, end: signal.Signals) -> None:
    folder, pid = program.folder, _janitor(program)
    program.process.send_signal(end)
    program.wait()
    assert seconds_until(lambda: gone(folder, STORE)) < 2
    assert seconds_until(lambda: not alive(pid)) < 2


def test_a_kill_of_the_whole_group_leaves_the_janitor(root: Path) -> None:
    leader = subprocess.Popen(
        [sys.executable, "-m", "tests.vault.driver"],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert leader.stdin is not None
    assert leader.stdout is not None
    with leader.stdin as tell, leader.stdout as hear:
        for line in (
            {"do": "create", "roots": [str(root)], "keys": STORE},
            {"do": "put", "canary": masked(CANARY), "size": 1000},
            {"do": "state"},
        ):
            tell.write(json.dumps(line).encode() + b"\n")
            tell.flush()
            answer = json.loads(hear.readline())
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
            os.kill(answer["janitor"], number)
        os.killpg(leader.pid, signal.SIGKILL)
        leader.wait()
    assert seconds_until(lambda: gone(Path(answer["folder"]), STORE)) < 2


def test_a_clean_close_sends_the_janitor_home(program: Program) -> None:
    pid = _janitor(program)
    program.ask("close")
    assert not alive(pid)


def test_a_janitor_that_dies_is_replaced_and_the_new_one_works(program: Program) -> None:
    folder, first = program.folder, _janitor(program)
    kill(first)
    assert seconds_until(lambda: _janitor(program) != first) < 2
    assert folder.exists()
    program.kill()
    assert seconds_until(lambda: gone(folder, STORE)) < 2


def test_program_and_janitor_killed_together_are_swept_at_the_next_start(program: Program, root: Path) -> None:
    folder, pid = program.folder, _janitor(program)
    os.kill(pid, signal.SIGSTOP)  # asleep, so that the program cannot replace it before it dies itself
    program.kill()
    kill(pid)
    assert folder.exists()
    assert hits(folder, CANARY) == 0
    with Program() as following:
        start = time.monotonic()
        assert following.ask("create", roots=[str(root)], keys=STORE)["wiped"] == 1
        assert time.monotonic() - start < 2
    assert gone(folder, STORE)


def test_the_janitor_waits_for_a_lock_that_somebody_holds(program: Program) -> None:
    """A sweep that died half-way: it held the lock first, and the janitor ends its work."""
    folder, pid = program.folder, _janitor(program)
    os.kill(pid, signal.SIGSTOP)
    program.kill()
    script = (
        "import sys; from pathlib import Path; from headshot_desktop.vault.folder import Folder\n"
        f"lock = Folder.at(Path({str(folder)!r})).hold('lock'); print(lock is not None, flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdin is not None
    assert other.stdout is not None
    with other.stdin, other.stdout:
        assert other.stdout.readline() == b"True\n"
        os.kill(pid, signal.SIGCONT)
        time.sleep(0.5)
        assert folder.exists()
        other.kill()
        other.wait()
    assert seconds_until(lambda: gone(folder, STORE)) < 2


def _run(lines: bytes) -> int:
    return subprocess.run(command(), input=lines, timeout=20, check=False).returncode


def test_nonsense_orders_touch_nothing(tmp_path: Path) -> None:
    victim = tmp_path / "vault-of-mine"
    victim.mkdir()
    orders = [
        b"",
        b"\n",
        b"{}\n",
        b"[1]\n",
        json.dumps({"vault": str(victim), "store": "memory"}).encode() + b"\n",
        json.dumps({"vault": "vault-" + "0" * 32, "store": "memory"}).encode() + b"\n",
        json.dumps({"vault": str(tmp_path / ("vault-" + "0" * 32)), "store": "elsewhere"}).encode() + b"\n",
    ]
    for order in orders:
        assert _run(order) == 2
    assert victim.exists()


def test_a_vault_that_never_came_to_be_is_fine(tmp_path: Path) -> None:
    order = {"vault": str(tmp_path / "none" / ("vault-" + "0" * 32)), "store": STORE}
    assert _run(json.dumps(order).encode() + b"\n") == 0


def test_a_goodbye_means_hands_off(program: Program) -> None:
    order = json.dumps({"vault": str(program.folder), "store": STORE}).encode() + b"\n"
    assert _run(order + b"goodbye\n") == 0
    assert program.folder.exists()
    assert STORE == "memory" or key_there(program.folder.name, STORE)


def test_no_library_is_loaded_before_something_must_be_erased() -> None:
    script = (
        "import sys; import headshot_desktop.vault.janitor\n"
        "names = {name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)\n"
        "print(sorted(name for name in names if name.isidentifier() and not name.startswith('_')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['headshot_desktop']"


def test_one_that_never_stays_is_given_up_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(janitor_module, "command", lambda: [sys.executable, "-c", ""])
    with Vault.create([tmp_path / "root"], janitor=True) as vault:
        vault.put(b"x", "photo")
        assert seconds_until(lambda: any("does not stay alive" in sentence for sentence in vault.notices)) < 10


def test_many_threads_starting_programs_do_not_keep_the_pipe_open(tmp_path: Path) -> None:
    """A child that inherited the pipe would keep the janitor from noticing the end."""
    vault = tmp_path / ("vault-" + "0" * 32)
    stop = threading.Event()

    def start_programs() -> None:
        while not stop.is_set():
            subprocess.run([sys.executable, "-S", "-c", ""], check=True)

    threads = [threading.Thread(target=start_programs) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        janitor = Janitor(vault, "memory")
        sleeper = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(30)"])
        janitor.dismiss(wiped=False)
        assert seconds_until(lambda: not alive(janitor.pid)) < 5
        assert sleeper.poll() is None
        sleeper.kill()
        sleeper.wait()
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_orders_are_read_whole() -> None:
    """`_read_order` judges what a pipe gives, whatever it is."""
    draw = io.BytesIO(secrets.token_bytes(4096))
    assert janitor_module._read_order(draw.readline(64 << 10)) is None
