"""The restrictions, tried out in a real process: each test would fail on a blind filter."""

from __future__ import annotations

import subprocess
import sys

import pytest

from headshot_desktop.isolation import SWITCHES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")

_TRY = """
import errno, os, socket, ctypes
from headshot_desktop import isolation
if {restricted}:
    assert isolation.restrict() == []
def outcome(attempt):
    try:
        attempt()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "open"
libc = ctypes.CDLL(None, use_errno=True)
def native():
    if libc.socket(2, 1, 0) < 0:
        raise OSError(ctypes.get_errno(), "socket")
def child():
    code = os.system("exec python3 -c 'import socket; socket.socket()' 2>/dev/null")
    if code:
        raise OSError(errno.EPERM, "child")
families = [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK]
outcomes = [outcome(lambda: socket.socket(family, socket.SOCK_DGRAM)) for family in families]
print(*outcomes, outcome(native), outcome(child))
"""


def _outcomes(restricted: bool) -> list[str]:
    program = [sys.executable, "-c", _TRY.format(restricted=restricted)]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout.split()


def test_no_family_of_socket_can_be_opened_by_python_by_libc_or_by_a_child() -> None:
    assert _outcomes(restricted=True) == ["EPERM"] * 6


def test_the_probe_sees_an_open_door() -> None:
    assert _outcomes(restricted=False)[2] == "open"
    assert _outcomes(restricted=False)[4] == "open"


def test_a_child_dumps_no_core_and_hides_its_memory() -> None:
    program = (
        "import resource\nfrom headshot_desktop import isolation\nisolation.restrict(address_space=2**31)\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[1], resource.getrlimit(resource.RLIMIT_AS)[1])\n"
        "import ctypes; print(ctypes.CDLL(None).prctl(3))"  # PR_GET_DUMPABLE
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", str(2**31), "0"]


def test_the_switches_are_set_before_onnxruntime_can_be_imported() -> None:
    program = (
        "import runpy, sys, os\nsys.argv = ['headshot', 'looks', '--json']\n"
        "try:\n    runpy.run_module('headshot_desktop', run_name='__main__')\nexcept SystemExit:\n    pass\n"
        "assert 'onnxruntime' not in sys.modules\nprint(os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("1")
    assert SWITCHES["ORT_DISABLE_TELEMETRY"] == "1"
