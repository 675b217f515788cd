"""Switches, limits and sentences, in real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from headshot_desktop import isolation
from headshot_desktop.isolation import SWITCHES, cache_switches

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="seccomp and these limits are Linux's")


def _python(program: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    return done.stdout


_LOOK = (
    "import ctypes, json, os, resource\nfrom headshot_desktop import isolation\n"
    "libc = ctypes.CDLL(None)\nmissing = isolation.{call}\n"
    "limits = [resource.getrlimit(getattr(resource, 'RLIMIT_' + name)) for name in ('CORE', 'FSIZE', 'NOFILE', 'AS')]\n"
    "os.write(1, json.dumps([missing, {dumpable}, limits]).encode())"
)
_ASK = "libc.prctl(3, 0, 0, 0, 0)"  # PR_GET_DUMPABLE


@linux_only
@pytest.mark.parametrize(
    ("call", "dumpable", "limited"),
    [
        ("restrict_application()", 0, {0: 0}),
        ("restrict_application(dumpable=True)", 1, {0: 0}),
        ("restrict_janitor()", 0, {0: 0}),
        ("restrict_engine()", 0, {0: 0, 1: 0, 2: isolation.ENGINE_FILES}),
    ],
)
def test_every_role_gets_its_limits(call: str, dumpable: int, limited: dict[int, int]) -> None:
    missing, shown, limits = json.loads(_python(_LOOK.format(call=call, dumpable=_ASK)))
    assert missing == []
    assert shown == dumpable
    for index, value in limited.items():
        assert limits[index] == [value, value]


@linux_only
def test_the_decoders_limits_are_there_before_its_filter() -> None:
    """Its filter forbids asking afterwards, so the limits are read from outside."""
    program = (
        "import os, sys\nfrom headshot_desktop import isolation\nmissing = isolation.restrict_decoder(2**31)\n"
        "os.write(1, repr(missing).encode())\nos.read(0, 1)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.read(2) == b"[]"
        limits = {
            line[:26].strip(): line[26:].split()[:2]
            for line in Path(f"/proc/{process.pid}/limits").read_text().splitlines()
        }
        process.stdin.close()
    assert limits["Max core file size"] == limits["Max file size"] == limits["Max open files"] == ["0", "0"]
    assert limits["Max address space"] == [str(2**31), str(2**31)]


@linux_only
def test_a_kernel_that_takes_no_filter_is_told_and_not_hidden() -> None:
    """A machine without a table has no filter: the sentences say so, for every role."""
    program = (
        "import os\nfrom headshot_desktop import isolation\nfrom headshot_desktop.isolation import linux\n"
        "linux.ARCHITECTURES = {}\nlinux.program_for = lambda policy, machine: None\n"
        "print(isolation.restrict_application() == isolation.restrict_janitor() == [isolation.SOCKETS_OPEN])\n"
        "print(isolation.restrict_engine() == [isolation.SOCKETS_OPEN, isolation.FILES_WRITABLE])\n"
        "print(isolation.restrict_decoder(2**33) == [isolation.SOCKETS_OPEN, isolation.FILES_OPEN])"
    )
    assert _python(program).split() == ["True", "True", "True"]


def test_other_systems_say_what_they_do_not_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert isolation.restrict_janitor() == isolation.restrict_application()
    assert isolation.restrict_engine() == [*isolation.restrict_janitor(), isolation.FILES_WRITABLE]
    assert isolation.restrict_application() == [isolation.SOCKETS_OPEN, isolation.MEMORY_OPEN]
    assert isolation.restrict_application(dumpable=True) == [isolation.SOCKETS_OPEN]
    assert isolation.FILES_OPEN in isolation.restrict_decoder(0)


def test_every_sentence_ends() -> None:
    sentences = (isolation.SOCKETS_OPEN, isolation.MEMORY_OPEN, isolation.FILES_OPEN, isolation.FILES_WRITABLE)
    assert all(sentence.endswith(".") for sentence in sentences)


def test_the_switches_are_set_before_onnxruntime_can_be_imported() -> None:
    program = (
        "import runpy, sys, os\nsys.argv = ['headshot', 'looks', '--json']\n"
        "try:\n    runpy.run_module('headshot_desktop', run_name='__main__')\nexcept SystemExit:\n    pass\n"
        "assert 'onnxruntime' not in sys.modules\nprint(os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    assert _python(program).strip().endswith("1")
    assert SWITCHES["ORT_DISABLE_TELEMETRY"] == "1"


_NOTE = "import os\nwith open(os.environ['NOTE'], 'a') as file: file.write(__name__ + ' ')\nraise SystemExit('taken')\n"


@linux_only
@pytest.mark.parametrize("path", ["", ".", os.pathsep, f"/nowhere{os.pathsep}", f"beside{os.pathsep}/nowhere"])
@pytest.mark.parametrize("bound", [{}, {"LD_BIND_NOW": "1"}], ids=["unbound", "bound"])
def test_no_module_beside_a_photo_is_run(path: str, bound: dict[str, str], tmp_path: Path) -> None:
    """`json` and `argparse` are what the program loads after its start; `headshot verify-privacy` has children too."""
    for folder in (tmp_path, tmp_path / "beside"):
        folder.mkdir(exist_ok=True)
        for name in ("json", "argparse", "hashlib"):
            (folder / f"{name}.py").write_text(_NOTE)
    note = tmp_path / "note"
    places = {"PYTHONPATH": path, "NOTE": str(note), **bound}
    outside = {name: value for name, value in os.environ.items() if name not in {"LD_BIND_NOW", "PYTHONPATH"}}
    script = Path(sys.executable).with_name("headshot")
    done = subprocess.run(
        [script, "looks"], cwd=tmp_path, env=outside | places, capture_output=True, text=True, check=False
    )
    assert not note.exists(), note.read_text()
    assert done.returncode == 0, done.stderr


def test_absolute_places_of_modules_stay(tmp_path: Path) -> None:
    given = os.pathsep.join(("", "here", str(tmp_path), "../there", "."))
    assert isolation.absolute_modules({"PYTHONPATH": given, "A": "b"}) == {"PYTHONPATH": str(tmp_path), "A": "b"}
    assert isolation.absolute_modules({"PYTHONPATH": "."}) == {}, "an empty variable would mean the current folder"
    assert isolation.absolute_modules({"A": "b"}) == {"A": "b"}


@pytest.mark.parametrize("words", [["--role", "none"], ["looks"]])
def test_every_start_counts_attempts_from_the_first_moment(words: list[str]) -> None:
    program = (
        f"import runpy, socket, sys\nsys.argv = ['headshot', *{words!r}]\n"
        "try:\n    runpy.run_module('headshot_desktop', run_name='__main__')\nexcept SystemExit:\n    pass\n"
        "try:\n    socket.getaddrinfo('localhost', 1)\nexcept PermissionError:\n    pass\n"
        "from headshot_desktop.isolation import audit\nprint(audit.attempts()['name'])"
    )
    assert _python(program).split()[-1] == "1"


def test_caches_go_below_the_folder_and_nothing_is_made(tmp_path: Path) -> None:
    switches = cache_switches(tmp_path)
    assert {"XDG_CACHE_HOME", "HF_HOME", "TORCH_HOME", "TRITON_CACHE_DIR", "CUDA_CACHE_PATH", "TMPDIR"} <= set(switches)
    assert all(Path(place).is_relative_to(tmp_path) and Path(place) != tmp_path for place in switches.values())
    assert list(tmp_path.iterdir()) == []


def test_libraries_find_their_answers_without_trying(tmp_path: Path) -> None:
    """Without the answers the same question writes a file and binds a socket; with them it stays silent."""
    program = (
        "import os, socket, sys, tempfile\nfrom headshot_desktop import isolation\n"
        "opened = []\n"
        "def hook(event, given):\n    if event == 'open' and given[2] & os.O_CREAT: opened.append(given[0])\n"
        "sys.addaudithook(hook)\n"
        "{answer}\nprint(tempfile.gettempdir(), socket.has_ipv6, len(opened))"
    )
    there = str(tmp_path)
    assert _python(program.format(answer="isolation.answer_probes()"), TMPDIR=there).split() == [there, "False", "0"]
    assert _python(program.format(answer=""), TMPDIR=there).split()[::2] == [there, "1"]


@linux_only
@pytest.mark.assurance
def test_the_libraries_of_both_engines_work_behind_the_engines_walls() -> None:
    program = (
        "from headshot_desktop import isolation\nfrom headshot_desktop.isolation import audit\n"
        "isolation.switch_off(); audit.install(); isolation.answer_probes()\nassert isolation.restrict_engine() == []\n"
        "import cv2, diffusers, numpy, onnxruntime, safetensors, torch, transformers\n"
        "from diffusers import AutoencoderKL\n"
        "picture = AutoencoderKL()(torch.zeros(1, 3, 32, 32)).sample\n"
        "print(tuple(picture.shape), sum(audit.attempts().values()))"
    )
    assert _python(program).split("\n")[-2] == "(1, 3, 32, 32) 0"
