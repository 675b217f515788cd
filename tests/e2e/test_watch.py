"""The watch over real processes: taken over, killed, changed, traced; and a normal journey."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.app.studio import Studio
from headshot_desktop.app.watch import ANSWERS, Sighting
from headshot_desktop.core.errors import HeadshotError, PhotoRefused
from headshot_desktop.core.events import Alarm, EventKind
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.records.ledger import Ledger, ledger_path
from headshot_desktop.resources import resource
from tests.e2e.looking import OpenWindow
from tests.e2e.ordinary import HEADSHOT, REPOSITORY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls of the processes are Linux's")

HOSTILE, WINDOW = (Path(__file__).with_name(name) for name in ("hostile.py", "window_stay.py"))
LONG = bool(os.environ.get("HEADSHOT_ASSURANCE"))
SECONDS = 180.0 if LONG else 3.0
"""Of the normal journey: in a session, and with `make assurance` again in the window."""


def _alarms(record: Record) -> list[tuple[object, object]]:
    return [
        (event.facts["what"], event.facts["consequence"]) for event in record.events() if event.kind is EventKind.ALARM
    ]


@contextmanager
def _with(role: str, deed: str, record: Record) -> Iterator[tuple[Studio, ProcessEngine, list[Sighting]]]:
    """A Studio whose `role` is taken over."""
    command = [sys.executable, "-P", str(HOSTILE), role, deed]
    told: list[Sighting] = []
    engine = ProcessEngine(decoder_command=command) if role == "decoder" else ProcessEngine(worker_command=command)
    with build_studio(engine, record=record) as studio:
        studio.watch.told = told.append
        yield studio, engine, told


@pytest.mark.parametrize("deed", ["python_socket", "foreign_call"])
def test_a_forbidden_attempt_of_the_engine_ends_it_and_locks(
    deed: str, astronaut_jpeg: bytes, record: Record, record_property: Callable[[str, object], None]
) -> None:
    with _with("engine", deed, record) as (studio, engine, told):
        photo = studio.add_content(astronaut_jpeg, "me")
        begun = time.monotonic()
        with contextlib.suppress(HeadshotError):  # the answer may be there before the alarm is
            studio.inspect(photo)
        while not told and time.monotonic() < begun + 20:
            time.sleep(0.01)
        record_property("seconds", time.monotonic() - begun)
        if deed == "foreign_call" and not told:
            pytest.skip("this processor does not know the second entry")
        assert studio._vault.locked
        assert engine.pids() == {}, "no process of the engine goes on"
        assert _alarms(record) == [("network-attempt", "lock")]
        studio.unlock()
        assert len(studio.items()) >= 1


@pytest.mark.parametrize(
    ("deed", "code", "alarms"),
    [
        ("fault", "crashed", [("decoder-killed", "notice")]),
        ("native_socket", "hostile", [("decoder-killed", "notice")]),
    ],
)
def test_a_photo_that_kills_its_reader_is_refused_and_told(
    deed: str, code: str, alarms: list[tuple[str, str]], astronaut_jpeg: bytes, record: Record
) -> None:
    with _with("decoder", deed, record) as (studio, _, told):
        studio.inspect(studio.add_content(astronaut_jpeg, "me"))
        begun = time.monotonic()
        with pytest.raises(PhotoRefused) as refusal:
            studio.inspect(studio.add_content(astronaut_jpeg + b"hostile", "them"))
        assert refusal.value.code == code
        assert len(told) == 1, "told when the refusal is"
        assert time.monotonic() - begun < 5.0
        assert _alarms(record) == alarms
        assert len(studio.items()) == 3, "a notice takes nothing away"


def test_a_reader_that_a_person_kills_is_no_alarm(astronaut_jpeg: bytes, record: Record) -> None:
    with _with("decoder", "lingering", record) as (studio, engine, told):
        studio.inspect(studio.add_content(astronaut_jpeg, "me"))
        killing = threading.Timer(0.5, os.kill, (engine.pids()["decoder"], signal.SIGKILL))
        killing.start()
        with pytest.raises(PhotoRefused):
            studio.inspect(studio.add_content(astronaut_jpeg + b"hostile", "them"))
        assert told == []


def test_a_name_that_the_decoder_asks_for_is_told(astronaut_jpeg: bytes, record: Record) -> None:
    """Refused by Python's own hook, so the photo may even be read; the decoder ends all the same."""
    with _with("decoder", "python_socket", record) as (studio, engine, told):
        photo = studio.add_content(astronaut_jpeg + b"hostile", "them")
        with contextlib.suppress(HeadshotError):
            studio.inspect(photo)
        end = time.monotonic() + 10
        while not told and time.monotonic() < end:
            time.sleep(0.01)
        assert engine.pids() == {}
        assert _alarms(record) == [("network-attempt", "lock")]


# ---------------------------------------------------------------------- the command line


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Folders of a person's own in which the question is answered."""
    names = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME")
    folders = {name: str(tmp_path / name.lower()) for name in names}
    for folder in folders.values():
        Path(folder).mkdir(mode=0o700)
    environment = {**os.environ, **folders}
    subprocess.run([HEADSHOT, "consent", "give", "--yes"], env=environment, check=True, capture_output=True)
    return environment


def _recorded(home: dict[str, str]) -> list[tuple[object, object]]:
    return _alarms(Record(Ledger(Path(home["XDG_DATA_HOME"]) / "headshot-desktop" / ledger_path().name)))


def test_a_traced_command_says_so_and_does_its_work(home: dict[str, str], astronaut_file: Path, tmp_path: Path) -> None:
    if (strace := shutil.which("strace")) is None:
        pytest.skip("strace is not installed")
    words = [strace, "-o", "/dev/null", HEADSHOT, "make", str(astronaut_file), "--out", str(tmp_path)]
    done = subprocess.run(words, env=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(ANSWERS[Alarm.DEBUGGER].what) == 1
    assert (tmp_path / "astronaut-linkedin.jpg").exists()
    assert _recorded(home) == [("debugger", "notice")]


def test_gdb_is_seen(home: dict[str, str]) -> None:
    """A debugger that comes later, to a program that shows its memory as the window does."""
    if (debugger := shutil.which("gdb")) is None:
        pytest.skip("gdb is not installed")
    with OpenWindow(home) as window:
        window.ask("state")
        begun = time.monotonic()
        with subprocess.Popen(
            [debugger, "-batch", "-p", str(window.process.pid), "-ex", "shell sleep 0.2", "-ex", "continue"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
        ) as gdb:
            while not _recorded(home) and time.monotonic() < begun + 40:
                time.sleep(0.05)
            gdb.terminate()
        assert _recorded(home) == [("debugger", "notice")]


def test_a_changed_model_is_told_and_refused(home: dict[str, str], astronaut_file: Path, tmp_path: Path) -> None:
    """A copy of the program with one flipped byte in a model."""
    for folder in ("src", "resources"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    manifest = json.loads(resource("models/manifest.json").read_text("utf-8"))
    victim = tmp_path / "resources" / "models" / manifest["models"][0]["file"]
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.write_bytes(content)
    words = [sys.executable, "-m", "headshot_desktop", "make", str(astronaut_file), "--out", str(tmp_path / "out")]
    environment = {**home, "PYTHONPATH": str(tmp_path / "src")}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert ANSWERS[Alarm.MODEL_CHANGED].what in done.stderr
    assert not (tmp_path / "out").exists()
    assert _recorded(home) == [("model-changed", "notice")]


def test_a_vault_changed_under_a_running_command_ends_it(
    home: dict[str, str], astronaut: np.ndarray, tmp_path: Path
) -> None:
    from PIL import Image

    photo = tmp_path / "large.jpg"
    Image.fromarray(astronaut).resize((4000, 4000)).save(photo)
    words = [HEADSHOT, "make", str(photo), "--for", "print,website,linkedin,badge", "--out", str(tmp_path / "out")]
    process = subprocess.Popen(words, env=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    roots = [Path(home["XDG_RUNTIME_DIR"]), Path(home["XDG_CACHE_HOME"])]
    folder: list[Path] = []
    while not folder and process.poll() is None:
        folder = [each.parent for root in roots for each in root.rglob("index-*")]
        time.sleep(0.005)
    assert folder, "the command was too quick"
    code = "import sys; open(sys.argv[1] + '/stranger', 'w').write('x')"
    subprocess.run([sys.executable, "-I", "-c", code, str(folder[0])], check=True)
    begun = time.monotonic()
    _, said = process.communicate(timeout=60)
    assert process.returncode == 4, said
    assert ANSWERS[Alarm.TAMPERED].what in said
    assert "Traceback" not in said
    assert _recorded(home) == [("tampered", "wipe")]
    assert time.monotonic() - begun < 10
    assert not [path for root in roots for path in root.rglob("objects")]


@pytest.mark.parametrize("agree", [False, True], ids=["recorded", "agree"])
def test_an_answer_taken_back_elsewhere_ends_a_running_command(
    home: dict[str, str],
    astronaut: np.ndarray,
    tmp_path: Path,
    agree: bool,
    record_property: Callable[[str, object], None],
) -> None:
    from PIL import Image

    if agree:
        subprocess.run([HEADSHOT, "consent", "forget"], env=home, check=True, capture_output=True)
    photo, out = tmp_path / "large.jpg", tmp_path / "out"
    Image.fromarray(astronaut).resize((3464, 3464)).save(photo)
    told = subprocess.run([HEADSHOT, "destinations", "--json"], env=home, capture_output=True, text=True, check=True)
    names = [each["id"] for each in json.loads(told.stdout)["destinations"]]
    words = [HEADSHOT, "make", str(photo), "--for", ",".join(names), "--out", str(out), *(["--agree"] if agree else [])]
    process = subprocess.Popen(words, env=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and not (out.exists() and any(out.iterdir())):
        time.sleep(0.005)
    assert process.poll() is None, "the command was too quick"
    revoked = subprocess.run([HEADSHOT, "consent", "revoke"], env=home, capture_output=True, text=True, check=True)
    begun = time.monotonic()
    files = sorted(out.iterdir())
    _, said = process.communicate(timeout=60)
    seconds = time.monotonic() - begun
    record_property("seconds", seconds)
    assert ("for a single time" in revoked.stdout) is agree
    assert process.returncode == 2, said
    assert "You have taken back your agreement" in said
    assert sorted(out.iterdir()) == files, "no file is written any more"
    assert len(files) < len(names)
    assert not [path for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME") for path in Path(home[name]).rglob("objects")]
    assert seconds < 5.0, "under two on a quiet machine; the measured time is in the report"


# ---------------------------------------------------------------------- no false alarms


def test_a_normal_journey_gives_no_alarm(home: dict[str, str], astronaut_file: Path, tmp_path: Path) -> None:
    """Command line, window, and a session that sleeps (its process is stopped) and whose files' times change."""
    out = tmp_path / "out"
    out.mkdir()
    made = subprocess.run(
        [HEADSHOT, "make", str(astronaut_file), "--for", "linkedin,cutout", "--out", str(out)],
        env=home, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert made.stderr == ""
    with OpenWindow(home) as session:
        session.ask("add", path=str(astronaut_file))
        session.ask("render")
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            os.kill(session.process.pid, signal.SIGSTOP)
            time.sleep(2.0)
            os.kill(session.process.pid, signal.SIGCONT)
            folder = Path(session.ask("state")["folder"])
            for path in (*folder.glob("index-*"), *(folder / "objects").iterdir()):
                os.utime(path, (4_000_000_000, 4_000_000_000))
            session.ask("render")
            session.ask("lock")
            session.ask("unlock")
            time.sleep(min(5.0, SECONDS / 4))
        session.ask("export", path=str(out / "session.jpg"))
        session.ask("close")
    assert _recorded(home) == []
    if not LONG:
        return
    seen = subprocess.run(
        [sys.executable, str(WINDOW), str(astronaut_file), str(out), str(SECONDS)],
        env={**home, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert seen.returncode == 0, seen.stdout + seen.stderr
    assert _recorded(home) == []
