"""P7: other programs, of the same user and of others, read nothing of our processes; and no process leaves a core."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.looking import OpenWindow, family, role
from tests.e2e.ordinary import NOBODY, Person

READERS = Path(__file__).with_name("readers.py")
SOMEBODY = NOBODY - 1
ATTEMPTS = {"mem", "environ", "maps", "descriptors", "by_call", "attach", "debugger"}
REFUSED = {"EACCES", "EPERM", "ESRCH"}

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are read through /proc"),
    pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="two ordinary users are root's to make"),
]


def _tried(person: Person, pid: int, *, user: int = NOBODY) -> dict[str, str]:
    """What came of every attempt to read a process."""
    words = [
        word.replace(f"id={NOBODY}", f"id={user}") for word in person.command((sys.executable, "-I", READERS, pid))
    ]
    done = subprocess.run(words, env=person.environment, capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout)
    assert found.keys() == ATTEMPTS
    return {name: outcome for name, outcome in found.items() if outcome != "ENOENT"}  # no gdb here


@contextmanager
def _sleeper(person: Person, before: str) -> Iterator[int]:
    """A process of the person's that does `before` and then nothing."""
    code = f"import sys\n{before}\nprint('ready', flush=True)\nsys.stdin.read()"
    words = person.command((sys.executable, "-c", code))
    with subprocess.Popen(words, env=person.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield process.pid
        process.kill()


@pytest.fixture
def session(person: Person) -> Iterator[OpenWindow]:
    """The program as the command line has it, with pictures, by an ordinary user."""
    with OpenWindow(person.environment, person.command(())) as opened:
        opened.ask("add", path=str(person.photos / "photo.png"))
        yield opened


def test_the_readers_can_read_what_does_not_hide(person: Person) -> None:
    """Control: a process of the same user that does nothing against it."""
    with _sleeper(person, "") as pid:
        assert set(_tried(person, pid).values()) == {"open"}
        assert set(_tried(person, pid, user=SOMEBODY).values()) <= REFUSED


def test_nobody_reads_our_processes(person: Person, session: OpenWindow) -> None:
    tried = 0
    roles = set()
    for pid in family(session.process.pid):
        roles.add(role(pid))
        for user in (NOBODY, SOMEBODY):
            found = _tried(person, pid, user=user)
            assert set(found.values()) <= REFUSED, (role(pid), user, found)
            tried += len(found)
    assert roles == {"application", "engine", "decoder", "janitor"}
    assert tried >= 4 * 2 * 6


def test_a_window_is_read_by_its_own_user_only(person: Person) -> None:
    """It has to show itself, or the desktop's file dialogs would not work; the threat model says so."""
    hiding = "from headshot_desktop import isolation\nassert isolation.restrict_application(dumpable=True) == []"
    with _sleeper(person, hiding) as pid:
        assert set(_tried(person, pid, user=SOMEBODY).values()) <= REFUSED
        assert _tried(person, pid)["mem"] == "open"


def _died(pid: int) -> tuple[int, bool]:
    """The signal that a child of ours died of, and whether the kernel wrote a core, to a file or to a program."""
    status = os.waitpid(pid, 0)[1]
    return os.WTERMSIG(status), os.WCOREDUMP(status)


@pytest.fixture
def cores(person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which cores would be left, and leave for it."""
    folder = person.folder / "tmp"
    before = resource.getrlimit(resource.RLIMIT_CORE)
    if before[1] != resource.RLIM_INFINITY:
        pytest.skip("no core may be written here at all")
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    monkeypatch.chdir(folder)
    yield folder
    resource.setrlimit(resource.RLIMIT_CORE, before)
    for core in folder.glob("core*"):
        core.unlink()


def test_no_process_of_ours_leaves_a_core(person: Person, cores: Path) -> None:
    """Told by the kernel's own word on the application, and by what lies there for its children.

    A process that may not be dumped is not piped to a program either: the kernel looks at that before it looks where a
    core should go (core(5), prctl(2) PR_SET_DUMPABLE).
    """
    with _sleeper(person, "") as pid:
        os.kill(pid, signal.SIGSEGV)
        assert _died(pid) == (signal.SIGSEGV, True), "control: the kernel writes cores here"
    assert list(cores.glob("core*")), "control: and they lie in this folder"
    for core in cores.glob("core*"):
        core.unlink()
    opened = OpenWindow(person.environment, person.command(()))
    opened.ask("add", path=str(person.photos / "photo.png"))
    ours = family(opened.process.pid)
    assert {role(pid) for pid in ours} == {"application", "engine", "decoder", "janitor"}
    for pid in reversed(ours):
        os.kill(pid, signal.SIGSEGV)
    assert _died(opened.process.pid) == (signal.SIGSEGV, False)
    end = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in ours[1:]) and time.monotonic() < end:
        time.sleep(0.05)
    opened.process.returncode = -signal.SIGSEGV
    opened.process.communicate()
    assert list(cores.glob("core*")) == []
