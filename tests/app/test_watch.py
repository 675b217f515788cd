"""The watch over a real vault: another process tampers, and what happens is seen, answered, noted and told."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from headshot_desktop.app import build as build_module
from headshot_desktop.app import watch as watch_module
from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.app.studio import Photo, Studio
from headshot_desktop.app.watch import ANSWERS, DONE, FAILURES, Sighting
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import (
    OWN_MODEL_CHANGED,
    HeadshotError,
    KeyStoreFailed,
    MachineError,
    ModelCorrupt,
    VaultUnreadable,
)
from headshot_desktop.core.events import Alarm, Consequence, Event, EventKind
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from tests.scripts import script
from tests.vault.keyring_daemon import Session, bare_session, keyring_session
from tests.vault.locks import WORDS, app_lock

__all__ = ["bare_session", "keyring_session"]

PATIENCE = 8.0
"""The watch looks once a second, and asks the keyring every five."""

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="folders' rights and tracers are Linux's here")


@dataclass
class Sitting:
    """A Studio with three photos, and what its watch told."""

    studio: Studio
    engine: FakeEngine
    record: Record
    photos: list[Photo] = field(default_factory=list)
    told: list[tuple[float, Sighting]] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The vault's."""
        folder = self.studio._vault.folder
        assert folder is not None
        return folder

    @property
    def index(self) -> Path:
        (index,) = self.folder.glob("index-*")
        return index

    @property
    def an_object(self) -> Path:
        return next((self.folder / "objects").iterdir())

    def add(self) -> None:
        self.photos.append(self.studio.add_content(os.urandom(50_000), "me"))

    def wait(self, seconds: float = PATIENCE) -> float:
        """Until something is told; seconds that it took."""
        begun = time.monotonic()
        while not self.told:
            assert time.monotonic() - begun < seconds, "nothing was noticed"
            time.sleep(0.01)
        return self.told[0][0] - begun

    @property
    def alarms(self) -> list[tuple[str, str]]:
        """What the record holds."""
        return [
            (str(event.facts["what"]), str(event.facts["consequence"]))
            for event in self.record.events()
            if event.kind is EventKind.ALARM
        ]


@pytest.fixture
def sitting(record: Record) -> Iterator[Sitting]:
    engine = FakeEngine(script())
    with build_studio(engine, record=record) as studio:
        made = Sitting(studio, engine, record)
        studio.watch.told = lambda sighting: made.told.append((time.monotonic(), sighting))
        for _ in range(3):
            made.add()
        studio.watch.look()
        yield made


def another_process(deed: str, *arguments: object) -> None:
    """Do something to files as somebody else would: in a process of its own, with nothing of this program."""
    words = [sys.executable, "-I", "-c", f"import os, shutil, sys\na = sys.argv[1:]\n{deed}", *map(str, arguments)]
    subprocess.run(words, check=True)


FLIP = "f = open(a[0], 'r+b'); f.seek(500); b = f.read(1); f.seek(500); f.write(bytes([b[0] ^ 1])); f.close()"


def _erased(sitting: Sitting, alarm: Alarm) -> None:
    """Seen in time, the pictures gone, noted once, told with what happened."""
    handle = sitting.photos[0].handle
    sitting.wait()
    assert sitting.studio.items() == ()
    with pytest.raises(HeadshotError):
        sitting.studio.picture(handle)
    assert sitting.alarms == [(alarm.value, "wipe")]
    assert sitting.told[0][1].sentences == (ANSWERS[alarm].what, DONE[Consequence.WIPE], ANSWERS[alarm].advice)
    wiped = [event for event in sitting.record.events() if event.kind is EventKind.WIPED]
    assert [event.facts["reason"] for event in wiped] == ["alarm"]


# ---------------------------------------------------------------------- the vault's files


@pytest.mark.parametrize(
    ("deed", "which"),
    [
        (FLIP, "object"),
        (FLIP.replace("500", "150"), "index"),
        ("os.truncate(a[0], 100)", "object"),
        ("os.unlink(a[0])", "object"),
        ("os.unlink(a[0])", "index"),
        ("shutil.copy(a[0], a[0] + 'x')", "object"),
        ("open(os.path.join(os.path.dirname(a[0]), 'notes.txt'), 'w').write('x')", "index"),
        ("os.unlink(a[0]); open(a[0], 'w').close(); os.chmod(a[0], 0o600)", "lock"),
        ("os.link(a[0], a[0] + '-too')", "about"),
    ],
)
def test_changed_files_of_the_vault_erase_it(sitting: Sitting, deed: str, which: str) -> None:
    path = {"object": sitting.an_object, "index": sitting.index}.get(which, sitting.folder / which)
    another_process(deed, path)
    _erased(sitting, Alarm.TAMPERED)
    assert sitting.alarms == [("tampered", "wipe")]


def test_an_older_index_is_told_as_that(sitting: Sitting, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    another_process("shutil.copytree(a[0], a[1])", sitting.folder, kept)
    sitting.add()
    another_process("shutil.copytree(a[1], a[0], dirs_exist_ok=True)", sitting.folder, kept)
    _erased(sitting, Alarm.ROLLED_BACK)
    assert sitting.alarms == [("rolled-back", "wipe")]


def test_an_older_index_under_the_newer_ones_name_is_told_as_that(sitting: Sitting, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    another_process("shutil.copy(a[0], a[1])", sitting.index, kept)
    sitting.add()
    another_process("shutil.copyfile(a[1], a[0])", sitting.index, kept)
    _erased(sitting, Alarm.ROLLED_BACK)
    assert sitting.alarms == [("rolled-back", "wipe")]


def test_what_is_opened_before_the_watch_looks_is_seen_too(sitting: Sitting) -> None:
    """The error itself is the signal: no second passes."""
    for path in (sitting.folder / "objects").iterdir():
        another_process(FLIP, path)
    begun = time.monotonic()
    with pytest.raises(MachineError, match=r"Something changed the files of the vault\. Your pictures were erased\."):
        sitting.studio.picture(sitting.photos[0].handle)
    assert time.monotonic() - begun < 2.0
    assert sitting.studio.items() == ()
    assert sitting.alarms == [("tampered", "wipe")]


# ---------------------------------------------------------------------- its folder


@LINUX
@pytest.mark.parametrize(
    "deed",
    [
        "os.chmod(a[0], 0o755)",
        "os.chmod(os.path.join(a[0], 'objects'), 0o770)",
        "os.chmod(os.path.join(a[0], 'caches'), 0o707)",
        "os.chown(a[0], 65534, -1)",
        "os.rename(a[0], a[1]); os.symlink(a[1], a[0])",
        "os.rename(a[0], a[1]); shutil.copytree(a[1], a[0])",
        "os.rename(a[0], a[1])",
    ],
)
def test_a_folder_that_others_may_use_or_that_moved_erases_the_vault(sitting: Sitting, deed: str) -> None:
    if "chown" in deed and os.geteuid() != 0:
        pytest.skip("only root gives a folder to somebody else")
    entry, store = entry_name(sitting.folder.name), sitting.studio._vault.key_store
    folder, elsewhere = sitting.folder, sitting.folder.with_name("elsewhere")
    another_process(deed, folder, elsewhere)
    sitting.wait()
    assert sitting.studio.items() == ()
    assert key_store(store).fetch(entry) is None, "whatever happened to the files, their key is gone"
    assert sitting.alarms == [("permissions-changed", "wipe")]
    assert not list(folder.glob("index-*")) or "copytree" in deed
    for left in (folder, elsewhere):
        another_process("shutil.rmtree(a[0], 1) if not os.path.islink(a[0]) else os.unlink(a[0])", left)


@LINUX
def test_the_folder_above_counts_too(sitting: Sitting) -> None:
    root = sitting.folder.parent
    another_process("os.chmod(a[0], 0o711)", root)
    try:
        sitting.wait()
        assert sitting.alarms == [("permissions-changed", "wipe")]
    finally:
        root.chmod(0o700)


# ---------------------------------------------------------------------- the key


@LINUX
def test_a_key_that_somebody_deleted_erases_the_vault(sitting: Sitting) -> None:
    store, entry = sitting.studio._vault.key_store, entry_name(sitting.folder.name)
    if store == "memory":
        pytest.skip("there is no keyring here, so no other program can reach the key")
    code = "from headshot_desktop.vault.keys import key_store; import sys; key_store(sys.argv[1]).erase(sys.argv[2])"
    subprocess.run([sys.executable, "-c", code, store, entry], check=True)
    _erased(sitting, Alarm.KEYRING_CHANGED)
    assert key_store(store).fetch(entry) is None


@LINUX
@pytest.mark.parametrize("again", [True, False])
def test_a_keyring_daemon_that_was_started_again_erases_the_vault(
    keyring_session: Session, record: Record, again: bool
) -> None:
    """A real gnome-keyring; one that is not there is asked again, and nothing is erased for it."""
    told: list[float] = []
    with build_studio(FakeEngine(script()), record=record) as studio:
        studio.watch.told = lambda _: told.append(time.monotonic())
        studio.add_content(b"me", "me")
        assert studio._vault.key_store == "secret-service"
        keyring_session.stop_keyring()
        if again:
            keyring_session.start_keyring()
        begun = time.monotonic()
        while not told and time.monotonic() < begun + PATIENCE:
            time.sleep(0.05)
        alarms = [event.facts["what"] for event in record.events() if event.kind is EventKind.ALARM]
        assert alarms == (["keyring-changed"] if again else [])
        assert len(studio.items()) == (0 if again else 1)
        if not again:  # locked and unlocked, the key is missed
            studio.lock()
            with pytest.raises(HeadshotError):
                studio.unlock()
            assert [sighting.alarm for sighting in studio.watch.sightings] == [Alarm.KEYRING_CHANGED]
            assert studio.items() == ()


def test_a_keyring_that_does_not_answer_for_a_moment_is_no_alarm(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent() -> bool:
        raise KeyStoreFailed("The system's keyring cannot be read.")

    monkeypatch.setattr(sitting.studio._vault, "keys_are_there", silent)
    sitting.studio.watch.ask_for_keys()
    assert sitting.alarms == []
    assert len(sitting.studio.items()) == 3


# ---------------------------------------------------------------------- processes


def test_an_attempt_from_the_engine_locks(sitting: Sitting) -> None:
    sitting.engine.script.attempts["connection"] = 1
    assert sitting.wait() < 2.0
    assert sitting.alarms == [("network-attempt", "lock")]
    assert sitting.studio._vault.locked
    assert sitting.engine.rests > 0, "its processes have ended"
    sitting.studio.unlock()
    assert len(sitting.studio.items()) == 3, "and nothing was lost"


def test_a_temporary_file_is_no_network(sitting: Sitting) -> None:
    sitting.engine.script.attempts["temporary"] = 1
    sitting.studio.watch.look()
    assert sitting.alarms == []


def test_attempts_are_told_once_with_a_count(sitting: Sitting) -> None:
    for number in range(1, 4):
        sitting.engine.script.deaths["file"] = number
        sitting.studio.watch.look()
    assert sitting.alarms == [("decoder-killed", "notice")]
    assert [sighting.count for _, sighting in sitting.told] == [1, 2, 3]
    assert [sighting.count for sighting in sitting.studio.watch.sightings] == [3]
    assert len(sitting.studio.items()) == 3


def test_a_changed_model_is_told(sitting: Sitting) -> None:
    sitting.engine.script.errors["inspect"] = ModelCorrupt(
        "The model file “x” was changed. Reinstall the program.", code=OWN_MODEL_CHANGED
    )
    with pytest.raises(ModelCorrupt):
        sitting.studio.inspect(sitting.photos[0])
    assert sitting.alarms == [("model-changed", "notice")]


def test_a_damaged_model_pack_is_no_change_of_the_program(sitting: Sitting) -> None:
    sitting.engine.script.errors["inspect"] = ModelCorrupt("The part “x” of the model pack is not right.")
    with pytest.raises(ModelCorrupt):
        sitting.studio.inspect(sitting.photos[0])
    assert sitting.alarms == []


# ---------------------------------------------------------------------- unlocking and the record


def test_wrong_passphrases_are_told(record: Record) -> None:
    with build_studio(FakeEngine(script()), record=record) as studio:
        told: list[Sighting] = []
        studio.watch.told = told.append
        studio.watch.look()
        for number in range(1, FAILURES + 2):
            record.note(Event(EventKind.UNLOCK_FAILED, {}))
            studio.watch.look()
            assert len(told) == max(0, number + 1 - FAILURES)
        record.note(Event(EventKind.UNLOCKED, {}))
        record.note(Event(EventKind.UNLOCK_FAILED, {}))
        studio.watch.look()
        assert len(told) == 2, "the right passphrase begins the count anew"
    assert {sighting.alarm for sighting in told} == {Alarm.UNLOCK_FAILURES}
    noted = [event.facts["what"] for event in record.events() if event.kind is EventKind.ALARM]
    assert noted == ["unlock-failures"]


def test_failures_of_an_earlier_sitting_are_no_alarm_of_this_one(record: Record) -> None:
    for _ in range(FAILURES + 1):
        record.note(Event(EventKind.UNLOCK_FAILED, {}))
    with build_studio(FakeEngine(script()), record=record) as studio:
        studio.watch.look()
        studio.watch.look()
        assert studio.watch.sightings == ()


def test_a_changed_record_is_told_and_begins_anew(sitting: Sitting) -> None:
    path = sitting.record._ledger.path  # type: ignore[union-attr]
    another_process("t = open(a[0]).read(); open(a[0], 'w').write(t.replace('analysis', 'statistics'))", path)
    assert sitting.wait() < 2.0
    assert sitting.told[0][1].alarm is Alarm.LEDGER_CHANGED
    assert len(sitting.studio.items()) == 3
    sitting.record.give(Purpose.ANALYSIS, "en")
    assert sitting.alarms == [("ledger-changed", "notice")]


# ---------------------------------------------------------------------- a debugger


TRACE = """
import ctypes, os, select, sys
libc, pid = ctypes.CDLL(None, use_errno=True), int(sys.argv[1])
def trace(what, data=0):
    return libc.ptrace(what, ctypes.c_long(pid), None, ctypes.c_long(data))
assert trace(0x4206) == 0, os.strerror(ctypes.get_errno())  # PTRACE_SEIZE
print("attached", flush=True)
while not select.select([sys.stdin], [], [], 0.005)[0]:
    found, status = os.waitpid(pid, os.WNOHANG | 0x40000000)  # __WALL
    if found and os.WIFSTOPPED(status):
        trace(7, 0 if status >> 16 else os.WSTOPSIG(status))  # PTRACE_CONT
"""


@contextmanager
def traced() -> Iterator[None]:
    """A real second process is attached to this one, and lets it go on at every signal, as a debugger does."""
    words = [sys.executable, "-I", "-c", TRACE, str(os.getpid())]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    attached = process.stdout.readline() == b"attached\n"
    try:
        if attached:
            yield
    finally:
        said = process.communicate(b"\n")[1].decode()
    if not attached:
        pytest.skip(f"no process can be traced here: {said[-200:]}")


@LINUX
def test_a_debugger_is_told(sitting: Sitting) -> None:
    with traced():
        assert sitting.wait() < 2.5
        assert not sitting.studio._vault.locked
        sitting.studio.watch.look()
    assert sitting.alarms == [("debugger", "notice")]
    assert len(sitting.told) == 1, "one that stays attached is told once"


@LINUX
def test_with_an_app_lock_a_debugger_locks(record: Record, tmp_path: Path) -> None:
    lock = app_lock(tmp_path)
    with build_studio(FakeEngine(script()), record=record, lock=lock) as studio:
        lock.set_up(bytearray(WORDS))
        studio.add_content(b"me", "me")
        studio.watch.look()
        with traced():
            studio.watch.look()
        assert studio.app_lock.locked
        assert [sighting.consequence for sighting in studio.watch.sightings] == [Consequence.LOCK]


# ---------------------------------------------------------------------- what is no alarm


@LINUX
@pytest.mark.parametrize(
    "deed",
    [
        "[open(p).read(1) for p in map(a[0].__add__, ('/lock',))]; os.utime(a[0] + '/lock'); os.utime(a[1], (0, 0))",
        "open(os.path.join(a[0], '.DS_Store'), 'w').close()",
        "os.makedirs(os.path.join(a[0], 'caches', 'torch', 'new')); shutil.copytree(a[0], a[0] + '-backup')",
        "b = open(a[1], 'rb').read(); open(a[1], 'r+b').write(b)",
    ],
)
def test_backups_file_managers_and_caches_are_no_alarm(sitting: Sitting, deed: str) -> None:
    another_process(deed, sitting.folder, sitting.an_object)
    for _ in range(3):
        sitting.studio.watch.look()
    another_process("shutil.rmtree(a[0] + '-backup', ignore_errors=True)", sitting.folder)
    assert sitting.studio.watch.sightings == ()
    assert len(sitting.studio.items()) == 3


def test_wiping_by_hand_is_no_alarm(sitting: Sitting) -> None:
    code = "import sys\nfrom headshot_desktop.__main__ import main\nsys.argv[1:] = ['wipe', '--running']\nmain()"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    time.sleep(2.5)
    assert sitting.studio.watch.sightings == ()
    with pytest.raises(VaultUnreadable):
        sitting.studio.picture(sitting.photos[0].handle)
    assert sitting.alarms == []


def test_a_vault_that_is_seen_while_it_is_wiped_is_no_alarm(sitting: Sitting) -> None:
    another_process("os.unlink(a[0])", sitting.index)
    sitting.studio.watch.look()
    another_process("shutil.rmtree(a[0])", sitting.folder)
    for _ in range(3):
        sitting.studio.watch.look()
    assert sitting.studio.watch.sightings == ()


def test_work_under_the_watch_is_no_alarm(sitting: Sitting) -> None:
    """Some hundred changes of the vault, while the watch looks as often as it can."""
    ending = threading.Event()
    looks = [0]

    def look() -> None:
        while not ending.is_set():
            sitting.studio.watch.look()
            looks[0] += 1

    thread = threading.Thread(target=look)
    thread.start()
    try:
        for round_number in range(40):
            sitting.add()
            sitting.studio.picture(sitting.photos[-1].handle)
            if round_number % 2:
                sitting.studio.discard(sitting.photos.pop().handle)
            if round_number % 10 == 0:
                sitting.studio.lock()
                sitting.studio.unlock()
                sitting.studio.watch.ask_for_keys()
        sitting.studio.wipe()
        sitting.photos.clear()
        for _ in range(5):
            sitting.add()
    finally:
        ending.set()
        thread.join()
    assert looks[0] > 200
    assert sitting.studio.watch.sightings == ()
    assert len(sitting.studio.items()) == 5


def test_a_machine_that_slept_and_a_clock_that_was_set_are_no_alarm(sitting: Sitting) -> None:
    """Nothing here asks what time it is; what a clock leaves are files' times. For a process that stood still, see
    `test_a_normal_journey_gives_no_alarm`."""
    for times in ((0, 0), (4_000_000_000, 4_000_000_000)):
        os.utime(sitting.index, times)
        os.utime(sitting.an_object, times)
        sitting.studio.watch.look()
        sitting.studio.watch.look()
        sitting.studio.watch.ask_for_keys()
    assert sitting.studio.watch.sightings == ()


def test_a_look_costs_less_than_a_millisecond(sitting: Sitting) -> None:
    """Of this thread's own processor time, with sixty pictures; the median, for others work on this machine too."""
    for _ in range(57):
        sitting.add()
    costs = []
    for _ in range(200):
        begun = time.thread_time()
        sitting.studio.watch.look()
        costs.append(time.thread_time() - begun)
    median = sorted(costs)[100]
    assert median <= 0.001, f"{median * 1000:.2f} ms"


def test_a_program_without_a_vault_is_looked_at_in_peace(record: Record) -> None:
    with build_studio(FakeEngine(script()), record=record) as studio:
        for _ in range(3):
            studio.watch.look()
            studio.watch.ask_for_keys()
        assert studio.watch.sightings == ()


# ---------------------------------------------------------------------- the table


def test_every_alarm_has_an_answer_in_plain_words() -> None:
    assert set(ANSWERS) == set(Alarm)
    assert set(DONE) == set(Consequence)
    for answer in ANSWERS.values():
        assert answer.what.endswith(".")
        assert answer.advice.endswith(".")


def test_no_option_and_no_variable_switches_the_watch_off() -> None:
    """The one place that starts it has no condition, and the module reads no environment."""
    watch, build = (Path(str(module.__file__)).read_text("utf-8") for module in (watch_module, build_module))
    assert "environ" not in watch
    assert "getenv" not in watch
    assert "\n    studio.watch.start()\n    return studio\n" in build
