from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from headshot_desktop.core.errors import EngineDied, PhotoRefused
from headshot_desktop.engine.child import Child
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine, Progress
from headshot_desktop.engine.wire import Message
from tests.contract.engine import EngineContract


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
