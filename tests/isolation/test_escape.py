"""P11: attempts to break out of each role, from inside the role, and of the same attempts without a role."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from headshot_desktop.isolation import linux

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")

SOCKETS = {"socket AF_INET", "socket AF_INET6", "socket AF_NETLINK", "socket AF_PACKET", "socket AF_VSOCK"}
SOCKETS |= {"socket by Python", "child opens a socket", "io_uring"}
UNIX = {"socket AF_UNIX", "socketpair"}
LOOKING = {"open", "open by libc", "openat2", "stat", "list"}
WRITING = {"create", "temporary", "empty", "append", "write by mapping", "grow shared memory", "rename", "remove"}
WRITING |= {"make a folder", "link", "symbolic link", "change the mode", "set an attribute"}
PROCESSES = {"execute", "fork", "clone3", "signal the parent", "signal the parent's thread"}
MEMORY = {"trace", "read the parent's memory", "parent's memory by file", "new namespace"}
OWN = {"executable memory", "make memory executable", "second filter", "pipe", "copy a descriptor"}
TERMINAL = {"type into a terminal", "write to a terminal"}
LEFT_BEHIND = {"shared memory", "semaphores", "message queue", "named message queue"}
LIMITS = {"raise a limit", "limit of the parent", "look at the parent's limit", "rank of the parent"}
SECOND_ENTRIES = {"second numbering", "foreign entry"}  # not in every kernel; refused in all roles


def outcomes(role: str, folder: Path) -> dict[str, str]:
    script = str(Path(__file__).with_name("escape.py"))
    done = subprocess.run([sys.executable, script, role, str(folder)], capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stderr)
    return found


def _open(found: dict[str, str]) -> set[str]:
    return {name for name, outcome in found.items() if outcome.startswith("open")}


@pytest.fixture(scope="module")
def control(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What succeeds without any restriction on this machine."""
    return _open(outcomes("nothing", tmp_path_factory.mktemp("control")))


def test_the_probe_sees_open_doors(control: set[str]) -> None:
    not_everywhere = {"socket AF_PACKET", "socket AF_VSOCK", "io_uring", "openat2", "set an attribute", "keys"}
    not_everywhere |= {"type into a terminal"}  # newer kernels keep it for root
    wanted = SOCKETS | UNIX | LOOKING | WRITING | PROCESSES | MEMORY | OWN | TERMINAL | LEFT_BEHIND | LIMITS
    assert wanted - not_everywhere <= control


def test_the_decoder_gets_nowhere(control: set[str], tmp_path: Path) -> None:
    found = outcomes("decoder", tmp_path)
    assert _open(found) == set()
    refused = {name for name, outcome in found.items() if outcome == "EACCES"}
    by_path = {"create", "temporary", "empty", "append", "write by mapping", "parent's memory by file"}
    by_path |= {"write to a terminal"}
    assert refused == LOOKING | by_path
    killed = {name for name, outcome in found.items() if outcome == "killed"}
    assert SOCKETS | UNIX | {"execute", "fork", "signal the parent", "trace"} | OWN <= killed
    assert control & set(found) == control, "every attempt of the control was made here too"


def test_the_engine_can_read_and_nothing_else(tmp_path: Path) -> None:
    found = outcomes("engine", tmp_path)
    assert {found[name] for name in SOCKETS | UNIX} == {"EPERM"}
    without_landlock = set() if linux.landlock_version() else {"parent's memory by file"}
    assert _open(found) - without_landlock == (LOOKING - {"openat2"}) | OWN
    assert found["append"] in {"EPERM", "EACCES"}
    assert {found[name] for name in LEFT_BEHIND | LIMITS} == {"EPERM"}
    assert (tmp_path / "there").exists() is False, "the script has cleaned up"


WITHOUT_LANDLOCK = """
import ctypes, os, struct, sys
program = b"".join(struct.pack("=HBBI", *step) for step in (
    (0x20, 0, 0, 0), (0x15, 0, 1, 444), (0x06, 0, 0, 0x50000 | 38), (0x06, 0, 0, 0x7FFF0000)))
buffer, libc = ctypes.create_string_buffer(program), ctypes.CDLL(None)
class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))
assert libc.prctl(38, 1, 0, 0, 0) == 0
assert libc.prctl(22, 2, ctypes.byref(Program(4, ctypes.addressof(buffer)))) == 0
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Starts Python on a kernel that says ENOSYS to Landlock, as one before 5.13 does."""


def test_without_landlock_the_engine_changes_no_file_either(tmp_path: Path) -> None:
    words = ["-c", WITHOUT_LANDLOCK, str(Path(__file__).with_name("escape.py")), "engine", str(tmp_path)]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stderr)
    assert _open(found) - (LOOKING - {"openat2"}) - OWN == {"parent's memory by file"}, "the one gap that is told"
    assert {found[name] for name in ("write by mapping", "append", "write to a terminal")} == {"EPERM"}


@pytest.mark.parametrize("role", ["application", "janitor"])
def test_application_and_janitor_have_unix_sockets_only(role: str, tmp_path: Path) -> None:
    found = outcomes(role, tmp_path)
    assert {found[name] for name in SOCKETS} == {"EPERM"}
    assert {found[name] for name in UNIX} == {"open"}
    assert found["trace"] == found["read the parent's memory"] == "EPERM"
    assert found["type into a terminal"] == "EPERM"
    assert {found[name] for name in LEFT_BEHIND} == {"EPERM"}
    assert found["execute"] == ("open" if role == "application" else "EPERM")
    assert found["create"] == found["remove"] == "open", "both look after files"


@pytest.mark.parametrize("role", ["application", "janitor", "engine", "decoder"])
def test_second_entries_are_closed(role: str, tmp_path: Path) -> None:
    """x86-64 kernels have two more ways in: the x32 numbers and the 32-bit entry."""
    found = outcomes(role, tmp_path)
    assert found["second numbering"] in {"EPERM", "killed"}
    assert found["foreign entry"] in {"killed", "signal 11"}, "killed by the filter, or unknown to the processor"


def test_a_filter_holds_in_threads_that_were_there_before() -> None:
    program = (
        "import queue, socket, threading\nfrom headshot_desktop import isolation\n"
        "go, came = queue.Queue(), queue.Queue()\n"
        "def other():\n    go.get()\n    try:\n        socket.socket()\n    except OSError as error:\n"
        "        came.put(error.errno)\n    else:\n        came.put('open')\n"
        "threading.Thread(target=other, daemon=True).start()\n"
        "if {restricted}: isolation.restrict_application()\n"
        "go.put(None); print(came.get())"
    )
    for restricted, wanted in ((True, "1"), (False, "open")):
        done = subprocess.run(
            [sys.executable, "-c", program.format(restricted=restricted)], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == wanted
