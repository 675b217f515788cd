"""`kill -9` at every system call that changes something: nothing half-done, nothing readable, nothing left.

`strace` kills the real program just before the n-th call of a kind; the product knows nothing of it. By default some
points of each journey are tried, with `HEADSHOT_ASSURANCE=1` all of them.
"""

from __future__ import annotations

import re
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from headshot_desktop.core.errors import VaultUnreadable
from headshot_desktop.vault.index import open_index
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.wipe import sweep
from tests.vault.keyring_daemon import Session
from tests.vault.processes import Program, alive, best_store, contents, gone, hits, key_there, masked, seconds_until

STORE = best_store()
CANARY = secrets.token_bytes(32)
SMALL, LARGE = 64 << 10, 3 << 20
FIRST, SECOND = CANARY * (SMALL // 32), CANARY * (LARGE // 32)

FILE_CALLS = {"openat", "write", "fsync", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "unlink", "unlinkat"}
BUS_CALLS = frozenset({"sendmsg", "sendto", "connect"})
CALLS = frozenset(FILE_CALLS | BUS_CALLS | {"rmdir", "flock", "add_key", "keyctl", "pipe2", "vfork", "clone", "clone3"})
SAMPLE = 5
MOST_SECONDS = 2.0

pytestmark = [
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
    pytest.mark.skipif(STORE == "memory", reason="no key store here outlives a killed process"),
]

Point = tuple[str, int]


class Ended(NamedTuple):
    """One run: whether the point was reached, and the seconds until key and folder were gone."""

    killed: bool
    seconds: float


class Ends(NamedTuple):
    """Many runs: points reached, points that one run had and another had not, and the slowest end in seconds."""

    killed: int
    missed: int
    slowest: float

    @classmethod
    def of(cls, ends: list[Ended]) -> Ends:
        killed = sum(end.killed for end in ends)
        return cls(killed, len(ends) - killed, max(end.seconds for end in ends))


class NoPoints(Exception):
    """A journey makes none of the calls that were asked for."""


class Place(NamedTuple):
    """Where the key lies, and the environment in which that store is found."""

    store: str
    environment: dict[str, str]


KERNEL = Place(STORE, {})
State = list[bytes] | None


@dataclass(frozen=True)
class Journey:
    """What is prepared, what is killed, and what may be found afterwards."""

    prepare: Callable[[Program], list[str]]
    """Returns the handles that it made."""
    act: Callable[[Program, list[str]], bool]
    """Returns whether the program died of it."""
    states: tuple[State, ...]


def _nothing(_: Program) -> list[str]:
    return []


def _one(program: Program) -> list[str]:
    return [program.ask("put", canary=masked(CANARY), size=SMALL)["handle"]]


def _two(program: Program) -> list[str]:
    return [*_one(program), program.ask("put", canary=masked(CANARY), size=LARGE, kind="candidate")["handle"]]


def _tell(program: Program, do: str, **fields: object) -> bool:
    """Give a command; whether the program died of it."""
    program.say(do, **fields)
    return program.hear() is None


JOURNEYS = {
    "import": Journey(_nothing, lambda p, _: _tell(p, "put", canary=masked(CANARY), size=SMALL), (None, [], [FIRST])),
    "candidate": Journey(
        _one,
        lambda p, _: _tell(p, "put", canary=masked(CANARY), size=LARGE, kind="candidate"),
        ([FIRST], sorted([FIRST, SECOND])),
    ),
    "discard": Journey(_two, lambda p, made: _tell(p, "discard", handle=made[1]), (sorted([FIRST, SECOND]), [FIRST])),
    "lock": Journey(_one, lambda p, made: _tell(p, "relock", handle=made[0]), ([FIRST],)),
    "close": Journey(_two, lambda p, _: _tell(p, "close"), (sorted([FIRST, SECOND]), None)),
}


@contextmanager
def _traced(pid: int, log: Path, *options: str) -> Iterator[None]:
    """Run `strace` on a process from here on; skip the test where the system does not allow it."""
    command = ["strace", "-s", "400", "-o", str(log), "-p", str(pid), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as tracer:
        assert tracer.stderr is not None
        greeting = tracer.stderr.readline()
        if b"attached" not in greeting:
            tracer.kill()
            pytest.skip(f"strace may not look at other processes here: {greeting.decode().strip()}")
        try:
            yield
        finally:
            tracer.terminate()


def _points(log: Path, root: Path) -> list[Point]:
    """The calls in a log at which to kill: those that touch the vault, not those that load modules."""
    seen: Counter[str] = Counter()
    found = []
    for line in log.read_text("utf-8", "replace").splitlines():
        name = line.partition("(")[0]
        if name not in CALLS:
            continue
        seen[name] += 1
        if "AT_FDCWD" not in line or str(root) in line:
            found.append((name, seen[name]))
    return found


def _watch() -> tuple[str, ...]:
    return ("-e", "trace=" + ",".join(f"?{name}" for name in CALLS))


def _kill_at(point: Point) -> tuple[str, ...]:
    return (*_watch(), "-e", f"inject={point[0]}:signal=SIGKILL:when={point[1]}")


def _vault_of(log: Path, root: Path) -> Path | None:
    """The folder of the vault that a traced program had, from its system calls."""
    names = re.findall(r"vault-[0-9a-f]{32}", log.read_text("utf-8", "replace"))
    return root / names[0] if names else None


def _sample(points: list[Point], *, everything: bool) -> list[Point]:
    if everything:
        return points
    step = max(1, len(points) // SAMPLE)
    return points[secrets.randbelow(step) :: step]  # other ones each time; all of them under assurance


def _check_remains(
    folder: Path | None, root: Path, states: tuple[State, ...], point: Point, store: str = STORE
) -> None:
    assert hits(root, CANARY) == 0, point
    if folder is None or not folder.exists():
        return
    state = contents(folder, store)
    assert state in states, (point, None if state is None else [len(content) for content in state])
    if state == [FIRST] and len(states) == 2 and states[0] == sorted([FIRST, SECOND]):
        assert _openable(folder, store) == [1], (point, "an index from before the discard still opens")


def _openable(folder: Path, store: str) -> list[int]:
    """Numbers of entries of all index files that the stored key opens."""
    kek = key_store(store).fetch(entry_name(folder.name))
    assert kek is not None
    found = []
    for path in folder.glob("index-*"):
        try:
            found.append(len(open_index(kek, path.read_bytes())[2].entries))
        except VaultUnreadable:
            continue
    return found


def _sweep_clean(folder: Path | None, root: Path, point: Point, store: str = STORE) -> float:
    start = time.monotonic()
    swept = sweep([root])
    assert swept.failed == (), point
    assert not list(root.glob("vault-*")), point
    assert folder is None or gone(folder, store), point
    return time.monotonic() - start


def _begin(
    root: Path, journey: Journey, place: Place = KERNEL, *, janitor: bool
) -> tuple[Program, list[str], Path | None]:
    program = Program(**place.environment)
    program.ask("create", roots=[str(root)], keys=place.store, janitor=janitor)
    made = journey.prepare(program)
    return program, made, program.folder if made else None


def _baseline(root: Path, journey: Journey, place: Place, *, janitor: bool) -> list[Point]:
    """The points of a journey, from one run that nobody kills."""
    program, made, _ = _begin(root, journey, place, janitor=janitor)
    log = root.parent / "baseline"
    with program, _traced(program.process.pid, log, *_watch()):
        journey.act(program, made)
        points = _points(log, root)
        _tell(program, "close")
    return points


def _killed_program(root: Path, journey: Journey, place: Place, point: Point, *, janitor: bool) -> Ended:
    """One kill."""
    root.mkdir(mode=0o700)
    (root / "lock").touch(mode=0o600)  # as after an earlier start, so that every run makes the same calls
    program, made, folder = _begin(root, journey, place, janitor=janitor)
    log = root.with_name(root.name + ".log")
    with program:
        with _traced(program.process.pid, log, *_kill_at(point)):
            killed = journey.act(program, made)
            program.kill()
        folder = folder or _vault_of(log, root)
        if not janitor:
            _check_remains(folder, root, journey.states, point, place.store)
            return Ended(killed, _sweep_clean(folder, root, point, place.store))
        took = seconds_until(lambda: not list(root.glob("vault-*")) and (folder is None or gone(folder, place.store)))
        assert hits(root, CANARY) == 0
        left = [str(path.relative_to(root)) for path in root.rglob("*")]
        assert took <= MOST_SECONDS, (point, took, left, folder is None or key_there(folder.name, place.store))
        return Ended(killed, took)


def _everything_is_wiped(
    tmp_path: Path, name: str, place: Place = KERNEL, *, janitor: bool, everything: bool, only: frozenset[str] = CALLS
) -> Ends:
    journey = JOURNEYS[name]
    (tmp_path / "baseline-root").mkdir(mode=0o700)
    (tmp_path / "baseline-root" / "lock").touch(mode=0o600)
    points = _baseline(tmp_path / "baseline-root", journey, place, janitor=janitor)
    points = _sample([point for point in points if point[0] in only], everything=everything)
    if not points:
        raise NoPoints

    def one(numbered: tuple[int, Point]) -> Ended:
        return _killed_program(tmp_path / f"root-{numbered[0]}", journey, place, numbered[1], janitor=janitor)

    with ThreadPoolExecutor(2) as pool:
        return Ends.of(list(pool.map(one, enumerate(points))))


def _waiting_janitor(program: Program) -> int:
    """Its process id, once it has read its order and waits for the end."""
    pid: int = program.ask("state")["janitor"]

    def waits() -> bool:
        status = Path(f"/proc/{pid}/status").read_text()
        ignored = int(re.findall(r"SigIgn:\s*(\w+)", status)[0], 16)
        return bool(ignored & 1 << (signal.SIGTERM - 1)) and "State:\tS" in status

    assert seconds_until(waits) < 10
    time.sleep(0.05)  # from its last preparations into the wait
    return pid


def _killed_janitor(root: Path, point: Point) -> Ended:
    """The program is killed, and its janitor at `point` of its work."""
    program, _, folder = _begin(root, JOURNEYS["close"], janitor=True)
    assert folder is not None
    with program:
        janitor = _waiting_janitor(program)
        log = root.with_name(root.name + ".log")
        with _traced(janitor, log, *_kill_at(point)):
            program.kill()
            assert seconds_until(lambda: not alive(janitor)) < 10
    _check_remains(folder, root, JOURNEYS["close"].states, point)
    return Ended("killed by SIGKILL" in log.read_text("utf-8", "replace"), _sweep_clean(folder, root, point))


def _janitor_points(root: Path) -> list[Point]:
    program, _, folder = _begin(root, JOURNEYS["close"], janitor=True)
    assert folder is not None
    log = root.parent / "baseline"
    with program, _traced(_waiting_janitor(program), log, *_watch()):
        program.kill()
        assert seconds_until(lambda: gone(folder, STORE)) < 10
    return _points(log, root)


def _killed_sweep(root: Path, point: Point) -> Ended:
    """A program is killed without a janitor, and the one that sweeps after it at `point`."""
    program, _, folder = _begin(root, JOURNEYS["close"], janitor=False)
    program.kill()
    with Program() as sweeper:
        sweeper.ask("drop")  # answers when it has started
        with _traced(sweeper.process.pid, root.with_name(root.name + ".log"), *_kill_at(point)):
            killed = _tell(sweeper, "sweep", roots=[str(root)])
            sweeper.kill()
    _check_remains(folder, root, JOURNEYS["close"].states, point)
    return Ended(killed, _sweep_clean(folder, root, point))


def _sweep_points(root: Path) -> list[Point]:
    program, _, _ = _begin(root, JOURNEYS["close"], janitor=False)
    program.kill()
    log = root.parent / "baseline"
    with Program() as sweeper:
        sweeper.ask("drop")
        with _traced(sweeper.process.pid, log, *_watch()):
            _tell(sweeper, "sweep", roots=[str(root)])
    return _points(log, root)


def _cleaners(tmp_path: Path, who: str, *, everything: bool) -> Ends:
    find, end = {"janitor": (_janitor_points, _killed_janitor), "sweep": (_sweep_points, _killed_sweep)}[who]
    points = _sample(find(tmp_path / "baseline-root"), everything=everything)

    def one(numbered: tuple[int, Point]) -> Ended:
        return end(tmp_path / f"root-{numbered[0]}", numbered[1])

    with ThreadPoolExecutor(2) as pool:
        return Ends.of(list(pool.map(one, enumerate(points))))


@pytest.mark.parametrize("janitor", [True, False], ids=["janitor", "alone"])
@pytest.mark.parametrize("name", JOURNEYS)
def test_killed_somewhere(tmp_path: Path, name: str, janitor: bool) -> None:
    ends = _everything_is_wiped(tmp_path, name, janitor=janitor, everything=False)
    assert ends.killed >= 3
    assert ends.slowest <= MOST_SECONDS


@pytest.mark.parametrize("name", ["import", "discard", "close"])
def test_killed_while_talking_to_a_real_keyring_daemon(tmp_path: Path, keyring_session: Session, name: str) -> None:
    place = Place("secret-service", keyring_session.environment)
    for janitor in (True, False):
        (tmp_path / str(janitor)).mkdir()
        ends = _everything_is_wiped(
            tmp_path / str(janitor), name, place, janitor=janitor, everything=False, only=BUS_CALLS
        )
        assert ends.killed >= 3
        assert ends.slowest <= MOST_SECONDS


@pytest.mark.parametrize("who", ["janitor", "sweep"])
def test_killed_while_cleaning(tmp_path: Path, who: str) -> None:
    ends = _cleaners(tmp_path, who, everything=False)
    assert ends.killed >= 3
    assert ends.slowest <= MOST_SECONDS


@pytest.mark.assurance
@pytest.mark.timeout(1800)
def test_killed_everywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    every = _all_ends(tmp_path, KERNEL, CALLS)
    for who in ("janitor", "sweep"):
        (tmp_path / who).mkdir()
        every[f"the {who} itself"] = _cleaners(tmp_path / who, who, everything=True)
    assert _reported(every, capsys).killed >= 60


@pytest.mark.assurance
@pytest.mark.timeout(1800)
def test_killed_everywhere_on_the_bus(
    tmp_path: Path, keyring_session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    every = _all_ends(tmp_path, Place("secret-service", keyring_session.environment), BUS_CALLS)
    assert _reported(every, capsys).killed >= 60


def _all_ends(tmp_path: Path, place: Place, only: frozenset[str]) -> dict[str, Ends]:
    every = {}
    for janitor in (True, False):
        for name in JOURNEYS:
            folder = tmp_path / f"{name}-{janitor}"
            folder.mkdir()
            try:
                ends = _everything_is_wiped(folder, name, place, janitor=janitor, everything=True, only=only)
            except NoPoints:
                continue
            every[f"{place.store}: {name}, {'with a janitor' if janitor else 'alone'}"] = ends
    return every


def _reported(every: dict[str, Ends], capsys: pytest.CaptureFixture[str]) -> Ends:
    killed, missed = sum(ends.killed for ends in every.values()), sum(ends.missed for ends in every.values())
    everything = Ends(killed, missed, max(ends.slowest for ends in every.values()))
    with capsys.disabled():
        for what, ends in (*every.items(), ("all", everything)):
            sys.stdout.write(f"\n  {what}: {ends.killed} kills, {ends.missed} missed, gone in {ends.slowest:.2f} s")
    assert missed <= killed // 20, "too many points were not reached: the journey does not repeat itself"
    assert everything.slowest <= MOST_SECONDS
    return everything
