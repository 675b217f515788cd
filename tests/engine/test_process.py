from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.core.errors import Cancelled, EngineDied, MachineError, PhotoRefused, Unprotected
from headshot_desktop.engine.child import Child
from headshot_desktop.engine.decoder import REFUSALS
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine, Progress
from headshot_desktop.engine.wire import Message
from headshot_desktop.isolation import cache_switches
from headshot_desktop.isolation.syscalls import ARCHITECTURES
from tests.contract.engine import EngineContract
from tests.unfiltered import LACKING, WORKER

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")


@pytest.fixture(scope="module")
def shared() -> Iterator[ProcessEngine]:
    with ProcessEngine() as engine:
        yield engine


class TestProcessEngine(EngineContract):
    @pytest.fixture
    def engine(self, shared: ProcessEngine) -> Engine:
        return shared

    @pytest.fixture
    def photo(self, astronaut_jpeg: bytes) -> bytes:
        return astronaut_jpeg

    def test_every_protection_is_there(self, shared: ProcessEngine) -> None:
        assert shared.unprotected() == ()
        for pid in shared.pids().values():
            assert "Seccomp:\t2" in Path(f"/proc/{pid}/status").read_text()
            assert os.getsid(pid) == pid, "a session of its own, so no terminal"

    def test_a_killed_worker_is_replaced(self, shared: ProcessEngine, photo: bytes) -> None:
        shared.inspect(photo)
        os.kill(shared.pids()["engine"], signal.SIGKILL)
        with pytest.raises(EngineDied):
            shared.inspect(photo)
        assert shared.inspect(photo).width == 512

    def test_a_killed_decoder_costs_a_sentence(self, shared: ProcessEngine, photo: bytes) -> None:
        shared.unprotected()
        os.kill(shared.pids()["decoder"], signal.SIGKILL)
        with pytest.raises(PhotoRefused) as refusal:
            shared.inspect(photo + b"other")
        assert refusal.value.code == "crashed"
        assert shared.inspect(photo).width == 512

    def test_a_worker_that_ignores_cancel_is_killed_within_patience(self, shared: ProcessEngine, photo: bytes) -> None:
        shared.inspect(photo)
        stopped_at = 0.0

        def stop(_: Progress) -> None:
            nonlocal stopped_at
            if not stopped_at:
                os.kill(shared.pids()["engine"], signal.SIGSTOP)
                stopped_at = time.monotonic()
                shared.cancel()

        with pytest.raises(Exception, match="Stopped"):
            shared.render(self.request_for(), photo, stop)
        assert time.monotonic() - stopped_at < 5
        assert shared.inspect(photo).width == 512


_ECHO = (
    "import sys; sys.path[:0] = {path!r}\n"
    "from headshot_desktop.engine.wire import *\n"
    "o, i = sys.stdout.buffer, sys.stdin.buffer\n"
    "write_message(o, Message('ready', {{'missing': []}}))\n"
)


def _child(body: str, *, reads: bool = True) -> list[str]:
    """A child that greets, takes one message unless `reads` is off, and then does as `body` says."""
    taking = "m = read_message(i)\n" if reads else ""
    return [sys.executable, "-c", _ECHO.format(path=sys.path) + taking + body]


@linux_only
def test_what_only_the_worker_lacks_keeps_the_photo_from_the_decoder(tmp_path: Path, astronaut_jpeg: bytes) -> None:
    got = tmp_path / "got"
    decoder = _child(f"open({str(got)!r}, 'wb').close()")
    with ProcessEngine(worker_command=WORKER, decoder_command=decoder) as engine:
        with pytest.raises(Unprotected) as refused:
            engine.inspect(astronaut_jpeg)
        assert all(sentence in refused.value.message for sentence in LACKING)
        assert not got.exists()
        engine.accept(LACKING)
        with pytest.raises(PhotoRefused):
            engine.inspect(astronaut_jpeg)
        assert got.exists(), "positive control: this decoder notices a photo"


@linux_only
def test_only_what_was_accepted_is_gone_without(astronaut_jpeg: bytes) -> None:
    with ProcessEngine(worker_command=WORKER) as engine:
        assert engine.unprotected() == LACKING
        engine.accept(LACKING[:1])
        with pytest.raises(Unprotected) as refused:
            engine.inspect(astronaut_jpeg)
        assert LACKING[0] not in refused.value.message
        engine.accept(LACKING)
        assert engine.inspect(astronaut_jpeg).width == 512


@pytest.mark.parametrize(
    "body",
    [
        "write_message(o, Message('decoded', {'width': 10, 'height': 10, 'job': 1}, (b'x' * 299,)))\nread_message(i)",
        "write_message(o, Message('decoded', {'width': -1, 'height': 10, 'job': 1}, (b'',)))\nread_message(i)",
        "write_message(o, Message('decoded', {'width': '10', 'height': None, 'job': 1}, ()))\nread_message(i)",
        "write_message(o, Message('decoded', {'width': 20000, 'height': 20000, 'job': 1}, (b'x',)))\nread_message(i)",
        "o.write(b'\\xff' * 64); o.flush()\nread_message(i)",
        "sys.exit(3)",
    ],
)
def test_a_lying_decoder_is_not_believed(body: str) -> None:
    engine = ProcessEngine(decoder_command=_child(body))
    try:
        with pytest.raises(PhotoRefused) as refusal:
            engine._decode(b"photo")
        assert refusal.value.code == "crashed"
    finally:
        engine.close()


def test_a_decoders_own_words_are_never_shown() -> None:
    words = {"code": "Send your photo to evil@example.org", "job": 1}
    body = f"write_message(o, Message('refused', {words!r}))\nread_message(i)"
    engine = ProcessEngine(decoder_command=_child(body))
    try:
        with pytest.raises(PhotoRefused) as refusal:
            engine._decode(b"photo")
        assert "evil" not in refusal.value.message
        assert refusal.value.code == "damaged"
    finally:
        engine.close()


def test_a_child_that_stops_reading_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headshot_desktop.engine.child.SEND_SECONDS", 0.5)
    engine = ProcessEngine(decoder_command=_child("import time; time.sleep(60)", reads=False))
    started = time.monotonic()
    with engine, pytest.raises(PhotoRefused) as refusal:
        engine._decode(b"x" * 10_000_000)
    assert refusal.value.code == "crashed"
    assert time.monotonic() - started < 10


def test_an_answer_to_another_question_is_not_taken() -> None:
    body = "write_message(o, Message('decoded', {'width': 1, 'height': 1, 'job': 99}, (b'xxx',)))\nread_message(i)"
    with ProcessEngine(decoder_command=_child(body)) as engine, pytest.raises(PhotoRefused) as refusal:
        engine._decode(b"photo")
    assert refusal.value.code == "crashed"


def test_a_child_that_floods_is_ended() -> None:
    body = "while True: write_message(o, Message('progress', {'stage': 'x' * 1000}))"
    child = Child("decoder", command=_child(body, reads=False)).ready()
    deadline = time.monotonic() + 10
    while _alive(child.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(child.pid)
    child.kill()


def test_one_large_message_at_a_time(tmp_path: Path) -> None:
    """Far fewer messages than may wait, but each as large as a picture: the second one nobody asked for is the end."""
    body = (
        f"import time\nsent = open({str(tmp_path / 'sent')!r}, 'ab', buffering=0)\n"
        "for _ in range(20):\n    write_message(o, Message('rendered', {}, (bytes(1 << 20),)))\n    sent.write(b'x')\n"
        "time.sleep(60)"
    )
    child = Child("decoder", command=_child(body, reads=False)).ready()
    deadline = time.monotonic() + 10
    while _alive(child.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(child.pid)
    assert len((tmp_path / "sent").read_bytes()) <= 2
    assert len(child.receive(5).blobs[0]) == 1 << 20, "the first one is taken"
    with pytest.raises(EngineDied):
        child.receive(5)
    child.kill()


def test_a_large_message_after_another_was_taken_is_heard() -> None:
    body = "while (m := read_message(i)) is not None:\n    write_message(o, Message('rendered', {}, (bytes(1 << 20),)))"
    child = Child("decoder", command=_child(body, reads=False)).ready()
    for _ in range(3):
        child.send(Message("more", {}))
        assert len(child.receive(10).blobs[0]) == 1 << 20
    child.close()


@linux_only
def test_a_forbidden_call_is_told_as_hostile_and_the_next_photo_has_a_new_decoder(astronaut_jpeg: bytes) -> None:
    """What a taken-over codec would do, in the real decoder: its first act on a photo is to ask for a socket."""
    taken_over = (
        "import sys; sys.path[:0] = {path!r}\n"
        "from headshot_desktop.engine import decoder\nfrom headshot_desktop.isolation import syscalls\n"
        "import ctypes, os\nlibc = ctypes.CDLL(None)\n"
        "decoder._answer = lambda photo: libc.syscall({call}, 2, 1, 0)\ndecoder.main()"
    ).format(path=sys.path, call=ARCHITECTURES[os.uname().machine].calls["socket"])
    with ProcessEngine(decoder_command=[sys.executable, "-c", taken_over]) as engine:
        for _ in range(2):
            with pytest.raises(PhotoRefused) as refusal:
                engine._decode(astronaut_jpeg)
            assert refusal.value.code == "hostile"
            assert refusal.value.message == REFUSALS["hostile"]
        engine._commands["decoder"] = None
        assert engine._decode(astronaut_jpeg).fields["width"] == 512


@linux_only
def test_a_crash_is_not_told_as_hostile() -> None:
    body = "import os; os.kill(os.getpid(), 11)"
    with ProcessEngine(decoder_command=_child(body)) as engine, pytest.raises(PhotoRefused) as refusal:
        engine._decode(b"photo")
    assert refusal.value.code == "crashed"


def test_a_decoder_is_replaced_after_some_photos(astronaut_jpeg: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headshot_desktop.engine.process.RECYCLE_AFTER", 3)
    with ProcessEngine() as engine:
        pids = []
        for _ in range(7):
            engine._decode(astronaut_jpeg)
            pids.append(engine.pids()["decoder"])
        assert pids[0] == pids[1] != pids[2] == pids[3] == pids[4] != pids[5] == pids[6]
        assert not _alive(pids[0])


def test_attempts_are_summed_over_all_children_and_never_fall() -> None:
    told = [
        "{'name': 2, 'socket': 1}",
        "{'name': 1, 'temporary': True, 'other': 5}",
        "{'name': -1, 'socket': 10**12}",
        "7",
    ]
    body = "".join(
        f"write_message(o, Message('progress', {{'stage': 'x', 'done': 0, 'of': 1, 'job': 1, 'attempts': {words}}}))\n"
        for words in told
    )
    with ProcessEngine(decoder_command=_child(body)) as engine:
        for _ in range(2):
            engine._job = 0
            with pytest.raises(PhotoRefused):
                engine._decode(b"photo")
        assert engine.attempts() == {"socket": 2, "connection": 0, "name": 4, "temporary": 0}


def test_an_attempt_in_a_real_child_is_counted() -> None:
    """The positive control for the zeroes of the contract: the same worker with a stage that wants the network."""
    curious = (
        f"import sys; sys.path[:0] = {sys.path!r}\nimport socket\n"
        "from headshot_desktop import isolation\nfrom headshot_desktop.isolation import audit\n"
        "from headshot_desktop.engine import worker\n"
        "def ask(self):\n"
        "    try: socket.getaddrinfo('localhost', 80)\n    except OSError: pass\n"
        "    raise worker.Cancelled('asked')\n"
        "audit.install(); worker.Worker._measure = lambda self, job, pipeline: ask(self)\nworker.main()"
    )
    with ProcessEngine(worker_command=[sys.executable, "-c", curious]) as engine:
        with pytest.raises(Cancelled):
            engine.measure()
        assert engine.attempts() == {"socket": 0, "connection": 0, "name": 1, "temporary": 0}


def test_children_keep_their_libraries_caches_where_they_are_told(tmp_path: Path, astronaut_jpeg: bytes) -> None:
    caches = tmp_path / "caches"
    caches.mkdir()
    with ProcessEngine(caches=lambda: caches) as engine:
        engine.unprotected()
        for pid in engine.pids().values():
            words = dict(entry.split("=", 1) for entry in Path(f"/proc/{pid}/environ").read_text().split("\0") if entry)
            for name, place in cache_switches(caches).items():
                assert words[name] == place
                assert Path(place).stat().st_mode & 0o777 == 0o700
        engine.inspect(astronaut_jpeg)
    assert not [path for path in caches.rglob("*") if not path.is_dir()], "nothing was written there"


def test_a_folder_for_caches_that_was_wiped_does_not_come_back(tmp_path: Path) -> None:
    with (
        ProcessEngine(caches=lambda: tmp_path / "wiped" / "caches") as engine,
        pytest.raises(MachineError, match="wiped"),
    ):
        engine.unprotected()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "fields",
    [
        "{'stage': 'x', 'done': 1, 'of': 0}",
        "{'stage': 'x', 'done': 3, 'of': 2}",
        "{'stage': 'x', 'done': -1, 'of': 2}",
        "{'stage': 'x', 'done': 'many', 'of': 2}",
        "{'done': 1}",
    ],
)
def test_progress_that_makes_no_sense_is_the_childs_failure(fields: str) -> None:
    body = f"write_message(o, Message('progress', {{**{fields}, 'job': 1}}))\nread_message(i)"
    with ProcessEngine(worker_command=_child(body)) as engine, pytest.raises(EngineDied):
        engine.measure()


def test_a_message_too_deep_to_walk_through_is_the_childs_failure() -> None:
    nested = "import json, struct\nd = '[' * 900 + ']' * 900\n"
    sent = (
        'h = (\'{"kind": "error", "fields": {"message": \' + d + \'}, "blobs": []}\').encode()\n'
        "o.write(struct.pack('>I', len(h)) + h); o.flush()\n"
    )
    child = Child("engine", command=_child(nested + sent, reads=False)).ready()
    with pytest.raises(EngineDied):
        child.receive(5.0)
    child.kill()


def test_a_childs_words_carry_no_terminal_codes() -> None:
    body = "write_message(o, Message('error', {'kind': 'Bug', 'message': 'a\\x1b[31m\\u202eb', 'code': 'bug'}))"
    child = Child("engine", command=_child(body, reads=False)).ready()
    assert child.receive(5.0).fields["message"] == "a[31mb"
    child.kill()


def test_closing_ends_a_child_that_lingers() -> None:
    stubborn = "import time, signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    child = Child("decoder", command=_child(stubborn, reads=False)).ready()
    started = time.monotonic()
    child.close()
    assert time.monotonic() - started < 6
    assert not Path(f"/proc/{child.pid}").exists()


def test_a_child_that_does_not_start_is_a_sentence() -> None:
    with pytest.raises(EngineDied):
        Child("decoder", command=[sys.executable, "-c", "import sys; sys.exit(1)"]).ready()


def test_children_end_when_the_application_is_killed() -> None:
    program = (
        "import sys, time\n"
        f"sys.path[:0] = {sys.path!r}\n"
        "from headshot_desktop.engine.process import ProcessEngine\n"
        "engine = ProcessEngine(); engine.unprotected()\n"
        "print(*engine.pids().values(), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as application:
        assert application.stdout is not None
        pids = [int(word) for word in application.stdout.readline().split()]
        application.kill()
    assert len(pids) == 2
    deadline = time.monotonic() + 5
    while any(_alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in pids)


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] not in {"Z", "X"}
    except FileNotFoundError:
        return False


def test_a_message_to_a_dead_child_is_its_death() -> None:
    child = Child("decoder", command=_child("sys.exit(0)")).ready()
    child.send(Message("anything"))
    with pytest.raises(EngineDied):
        child.receive(5.0)
    with pytest.raises(EngineDied):
        child.receive(5.0)
    child.kill()
