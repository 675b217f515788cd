"""P3 for the whole program: `kill -9` of the command line, its engine or its decoder, anywhere on a photo's way.

Afterwards the exported file is the old one or the new one, never a part of one, and vault and key are gone within two
seconds. `strace` kills the command line just before the n-th call of a kind; the children are killed at moments of
their lives. Some points by default, many with `make assurance`. `tests/vault/test_kill.py` is for the vault alone.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL
from typing import NamedTuple

import numpy as np
import pytest

from tests.e2e.canary import CanaryPhoto, canary_photo
from tests.e2e.looking import family, in_folders, role
from tests.e2e.ordinary import HEADSHOT, Person, ordinary_person
from tests.e2e.test_forensics import stores_with_key, vaults
from tests.e2e.tracing import reads_paths
from tests.vault.processes import alive, seconds_until

CALLS = (
    "openat", "write", "fsync", "rename", "renameat", "renameat2", "link", "linkat", "mkdir", "mkdirat", "unlink",
    "unlinkat", "rmdir", "flock", "add_key", "keyctl", "vfork", "clone", "clone3", "kill", "close",
)  # fmt: skip
OLD = b"the file that was there before"
MOST_SECONDS = 2.0
PHASES = ("import", "generate", "export", "wipe")
CHILDREN = ("engine", "decoder")

pytestmark = [reads_paths, pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")]


class Point(NamedTuple):
    """Just before the `number`-th call of a kind, in a phase of the journey."""

    phase: str
    call: str
    number: int


class Ended(NamedTuple):
    """One kill: where, whether it came about, seconds until vault and key were gone, and what the file was then."""

    where: str
    killed: bool
    seconds: float
    state: str


@dataclass(frozen=True)
class Baseline:
    """A journey that nobody disturbs: its points, its file, and how long its children live, in seconds."""

    photo: CanaryPhoto
    points: list[Point]
    made: bytes
    lives: dict[str, float]


def _start(person: Person, photo: CanaryPhoto, tracer: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
    person.take(person.photos / photo.path.name, photo.path.read_bytes())
    person.take(_target(person, photo), OLD)
    person.run(HEADSHOT, "consent", "give", "--yes")
    words = [HEADSHOT, "make", person.photos / photo.path.name, "--out", person.out, "--force"]
    return subprocess.Popen(
        person.command(words, tracer), env=person.environment, cwd=person.photos, stdout=DEVNULL, stderr=DEVNULL
    )


def _same_picture(content: bytes, whole: bytes) -> bool:
    """Whether two JPEG files have the same last scan to the last byte: marks before it are signed anew each time."""
    scan = b"\xff\xda"
    return content[:2] == b"\xff\xd8" and content[content.rfind(scan) :] == whole[whole.rfind(scan) :]


def _target(person: Person, photo: CanaryPhoto) -> Path:
    return person.out / f"{photo.path.stem}-linkedin.jpg"


def _strace(log: Path, *options: str) -> tuple[str, ...]:
    wanted = ",".join(f"?{name}" for name in CALLS)
    # The command line's main thread only: it is the one that touches vault, keyring and files.
    return ("strace", "-qq", "-y", "-s", "200", "-o", str(log), "-e", f"trace={wanted}", *options)


@pytest.fixture(scope="module")
def baseline(tmp_path_factory: pytest.TempPathFactory, astronaut: np.ndarray) -> Baseline:
    photo = canary_photo(tmp_path_factory.mktemp("photo"), astronaut)
    with ordinary_person() as person:
        log = person.folder / "log"
        with _start(person, photo, _strace(log)) as program:
            assert program.wait(120) == 0
        points = _points(log.read_text("utf-8", "replace").splitlines(), person)
        made = _target(person, photo).read_bytes()
        assert made != OLD
        return Baseline(photo, points, made, _lives(person, photo))


def _lives(person: Person, photo: CanaryPhoto) -> dict[str, float]:
    """How long engine and decoder live."""
    with _start(person, photo) as program:
        begun = {name: _when(lambda name=name: _child(program.pid, name) is not None) for name in CHILDREN}  # type: ignore[misc]
        program.wait(120)
        return {name: time.monotonic() - start for name, start in begun.items()}


def _when(what: Callable[[], bool]) -> float:
    assert seconds_until(what, 60) < 60
    return time.monotonic()


def _child(pid: int, name: str) -> int | None:
    try:
        return next((child for child in family(pid) if child != pid and role(child) == name), None)
    except (FileNotFoundError, ProcessLookupError):
        return None


def _points(lines: list[str], person: Person) -> list[Point]:
    """The calls that touch the person's folders, the keyring or another process, each with its phase."""
    seen: Counter[str] = Counter()
    found: list[Point] = []
    phase, objects = 0, 0
    for line in lines:
        name = line.partition("(")[0]
        if name not in CALLS:
            continue
        seen[name] += 1
        touches = str(person.folder) in line
        objects += "rename" in name and "/objects" in line
        phase = _phase(phase, line, objects, person)
        if touches or name in {"add_key", "keyctl", "vfork", "clone", "clone3", "kill"}:
            found.append(Point(PHASES[phase], name, seen[name]))
    return found


def _phase(phase: int, line: str, objects: int, person: Person) -> int:
    if str(person.out) in line and "O_TMPFILE" in line:
        return 2
    if phase == 2 and str(person.out) not in line and "vault-" in line:
        return 3
    return max(phase, 1 if objects >= 2 else 0)


def _check(person: Person, baseline: Baseline, since: float, vault: str, started: float) -> tuple[float, str]:
    """Wait for the wipe, look at everything that is left; seconds that the wipe took, and what the file is."""
    waited = seconds_until(lambda: not vaults(person))
    took = time.monotonic() - started if waited else 0.0
    assert not vault or stores_with_key(person, vault) == ""
    content = _target(person, baseline.photo).read_bytes()
    assert content == OLD or _same_picture(content, baseline.made), "a part of a file"
    for path in person.out.iterdir():
        # Between naming a finished file and putting it in the old one's place, it has a name of its own.
        whole = path.suffix == ".part" and _same_picture(path.read_bytes(), baseline.made)
        assert path == _target(person, baseline.photo) or whole, path.name
    needles = {name: pieces for name, pieces in baseline.photo.needles.items() if name != "name"}
    assert in_folders((*person.searched(), person.out), needles, since) == []
    return took, "old" if content == OLD else "new"


def _kill_at(baseline: Baseline, point: Point) -> Ended:
    """The command line dies just before a call."""
    since = time.time()
    with ordinary_person() as person:
        log = person.folder / "log"
        inject = f"inject={point.call}:signal=SIGKILL:when={point.number}"
        with _start(person, baseline.photo, _strace(log, "-e", inject)) as program:
            program.wait(120)
        started = time.monotonic()
        text = log.read_text("utf-8", "replace")
        took, state = _check(person, baseline, since, _vault(text), started)
        return Ended(point.phase, "killed by SIGKILL" in text, took, state)


def _vault(log: str) -> str:
    found = re.search(r"vault-[0-9a-f]{32}", log)
    return found[0] if found else ""


def _kill_child(baseline: Baseline, name: str, share: float) -> Ended:
    """Engine or decoder dies after a share of its life; the command line must end well, or tell and end."""
    since = time.time()
    with ordinary_person() as person:
        with _start(person, baseline.photo) as program:
            _when(lambda: _child(program.pid, name) is not None)
            _when(lambda: bool(vaults(person)) or program.poll() is not None)
            vault = vaults(person)
            time.sleep(share * baseline.lives[name])
            pid = _child(program.pid, name)
            if pid is not None:
                _kill(pid)
            code = program.wait(120)
            started = time.monotonic()
        assert code in {0, 3, 4}, "an answer, not a crash"
        took, state = _check(person, baseline, since, vault[0].name if vault else "", started)
        assert (state == "new") == (code == 0)
        return Ended(name, pid is not None, took, state)


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    assert seconds_until(lambda: not alive(pid)) < 5


def _sample(points: list[Point], number: int) -> list[Point]:
    """Some of each phase, other ones each time."""
    chosen: list[Point] = []
    for phase in PHASES:
        there = [point for point in points if point.phase == phase]
        chosen += secrets.SystemRandom().sample(there, min(number, len(there)))
    return chosen


def _all(baseline: Baseline, points: list[Point], shares: list[float]) -> list[Ended]:
    with ThreadPoolExecutor(2) as pool:
        ends = [pool.submit(_kill_at, baseline, point) for point in points]
        ends += [pool.submit(_kill_child, baseline, name, share) for name in CHILDREN for share in shares]
        return [end.result() for end in ends]


def test_killed_somewhere(baseline: Baseline) -> None:
    assert {point.phase for point in baseline.points} == set(PHASES)
    ends = _all(baseline, _sample(baseline.points, 1), [0.5])
    assert sum(end.killed for end in ends) >= 4
    assert max(end.seconds for end in ends) <= MOST_SECONDS


@pytest.mark.assurance
@pytest.mark.timeout(3600)
def test_killed_everywhere(baseline: Baseline, capsys: pytest.CaptureFixture[str]) -> None:
    ends = _all(baseline, _sample(baseline.points, 25), [number / 10 for number in range(10)])
    with capsys.disabled():
        for where in (*PHASES, *CHILDREN):
            here = [end for end in ends if end.where == where]
            states = Counter(end.state for end in here)
            killed, slowest = sum(end.killed for end in here), max(end.seconds for end in here)
            sys.stdout.write(f"\n  {where}: {killed} kills, {dict(states)}, gone in {slowest:.2f} s")
    killed = sum(end.killed for end in ends)
    assert killed >= 60
    assert len(ends) - killed <= len(ends) // 5, "too many points were not reached"
    assert max(end.seconds for end in ends) <= MOST_SECONDS
    assert {end.state for end in ends} == {"old", "new"}
