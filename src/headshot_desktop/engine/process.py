"""The Studio engine behind two child processes: a decoder for files and a worker for everything else.

`ProcessEngine` starts them when first needed, feeds them over pipes, keeps their deadlines, and replaces one that
died or hung. Children are untrusted: sizes are checked before use, refusals of files arrive as codes, and a child
that does not stop is terminated, then killed. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Self

from headshot_desktop.core.errors import Bug, Cancelled, EngineDied, HeadshotError, PhotoRefused, from_wire
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.headshot import Findings
from headshot_desktop.core.request import ExportSpec, HeadshotRequest
from headshot_desktop.engine.decoder import MAX_BYTES, MAX_PIXELS, MAX_SIDE, REFUSALS
from headshot_desktop.engine.protocol import Inspection, Measurement, OnProgress, Progress, Rendering, ignore
from headshot_desktop.engine.wire import Message, WireBroken, read_message, write_message
from headshot_desktop.isolation import SWITCHES

DECODE_SECONDS = 10.0
"""A photo that is not decoded by then is refused."""

SILENCE_SECONDS = 120.0
"""The worker reports after every stage; one that says nothing for so long is stuck."""

START_SECONDS = 60.0
"""Importing the libraries takes about a second; a cold disk under load takes longer."""

CANCEL_SECONDS = 1.0
"""Patience with a worker that was asked to stop; then it is killed and replaced."""


def role_command(role: str) -> list[str]:
    """The command line that starts this program in `role`, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--role", role]
    # -P keeps the current folder off the module path: a file named json.py beside a photo must not run.
    return [sys.executable, "-P", "-m", "headshot_desktop", "--role", role]


class Child:
    """One child process and the messages that it sends."""

    def __init__(self, role: str, *, command: list[str] | None = None) -> None:
        self.role = role
        debugging = bool(os.environ.get("HEADSHOT_DEBUG"))
        self._process = subprocess.Popen(
            command or role_command(role),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if debugging else subprocess.DEVNULL,
            env={**os.environ, **SWITCHES},
            close_fds=True,
        )
        self._messages: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._sending = threading.Lock()
        self._reader = threading.Thread(target=self._read, name=f"{role}-reader", daemon=True)
        self._reader.start()
        self.missing = self._greeting()

    @property
    def pid(self) -> int:
        """Process id, for measuring memory and for tests."""
        return self._process.pid

    def _greeting(self) -> tuple[str, ...]:
        try:
            ready = self.receive(START_SECONDS)
        except EngineDied:
            ready = Message("nothing")
        if ready.kind != "ready":
            self.kill()
            if ready.kind == "error":
                raise _error(ready)
            raise EngineDied(f"The {self.role} process did not start. Reinstall the program if this happens again.")
        return tuple(str(sentence)[:200] for sentence in ready.fields.get("missing", ()))

    def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 — Popen was given PIPE
        try:
            while (message := read_message(self._process.stdout)) is not None:
                self._messages.put(message)
        except WireBroken:
            pass  # told to `receive` by the None below
        self._messages.put(None)

    def send(self, message: Message) -> None:
        """Send one message; any thread may.

        Raises:
            EngineDied: the child is gone.
        """
        assert self._process.stdin is not None  # noqa: S101 — Popen was given PIPE
        try:
            with self._sending:
                write_message(self._process.stdin, message)
        except WireBroken:
            raise EngineDied(f"The {self.role} process ended unexpectedly. Try again.") from None

    def receive(self, seconds: float) -> Message:
        """Take the child's next message.

        Raises:
            EngineDied: it ended or sent something malformed (code `engine-died`), or nothing came (`engine-silent`).
        """
        try:
            message = self._messages.get(timeout=seconds)
        except queue.Empty:
            raise EngineDied(
                f"The {self.role} process did not answer in time. Try again with a smaller photo.", code="engine-silent"
            ) from None
        if message is None:
            self._messages.put(None)  # every later call must learn it too
            raise EngineDied(f"The {self.role} process ended unexpectedly. Try again.")
        return message

    def kill(self) -> None:
        """End it now, whatever it does; returns when it is gone and its reader thread too."""
        self._process.kill()
        self._clean_up()

    def close(self) -> None:
        """Ask it to end by closing its input; terminate, then kill one that lingers."""
        assert self._process.stdin is not None  # noqa: S101 — Popen was given PIPE
        try:
            self._process.stdin.close()
        except OSError:
            pass  # it died with bytes of ours unread
        for stop, patience in ((None, 1.0), (self._process.terminate, 1.0), (self._process.kill, 5.0)):
            if stop is not None:
                stop()
            try:
                self._process.wait(patience)
                break
            except subprocess.TimeoutExpired:
                continue
        self._clean_up()

    def _clean_up(self) -> None:
        self._process.wait()
        self._reader.join(timeout=5.0)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    pass  # unsent bytes to a process that is gone


class ProcessEngine:
    """`Engine` over a decoder process and a worker process."""

    def __init__(self, *, decoder_command: list[str] | None = None, worker_command: list[str] | None = None) -> None:
        self._commands = {"decoder": decoder_command, "engine": worker_command}
        self._children: dict[str, Child] = {}
        self._loaded: str = ""
        self._job = 0
        self._cancelled = threading.Event()
        self._guard = threading.Lock()
        self._running = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # ------------------------------------------------------------------ the interface

    def inspect(self, photo: bytes) -> Inspection:
        """See `Engine.inspect`."""
        answer = self._with_photo(photo, "inspect", {}, ignore)
        with _distrust():
            return Inspection(
                Findings.from_dict(answer.fields["findings"]),
                int(answer.fields["width"]),
                int(answer.fields["height"]),
                answer.blobs[0],
                _seconds(answer.fields["stages"]),
            )

    def render(self, request: HeadshotRequest, photo: bytes, on_progress: OnProgress = ignore) -> Rendering:
        """See `Engine.render`."""
        answer = self._with_photo(photo, "render", {"request": request.to_dict()}, on_progress)
        with _distrust():
            return Rendering(
                answer.blobs[0],
                Fidelity.from_dict(answer.fields["fidelity"]),
                tuple(str(note)[:300] for note in answer.fields["notes"]),
                dict(answer.fields["report"]),
                _seconds(answer.fields["stages"]),
            )

    def finish(self, picture: bytes, spec: ExportSpec) -> bytes:
        """See `Engine.finish`."""
        answer = self._job_of("engine", Message("finish", {"spec": spec.to_dict()}, (picture,)), ignore)
        with _distrust():
            return answer.blobs[0]

    def measure(self) -> Measurement:
        """See `Engine.measure`."""
        self._loaded = ""  # the figure that is timed takes the photo's place in the worker
        answer = self._job_of("engine", Message("measure"), ignore)
        with _distrust():
            return Measurement(float(answer.fields["seconds"]), _seconds(answer.fields["stages"]))

    def cancel(self) -> None:
        """See `Engine.cancel`; a worker that goes on for `CANCEL_SECONDS` is killed by the waiting thread."""
        with self._guard:
            if self._running:
                self._cancelled.set()
                child = self._children.get("engine")
                if child is not None:
                    try:
                        child.send(Message("cancel", {"job": self._job}))
                    except EngineDied:
                        pass  # the thread that waits for the job learns it as well

    def close(self) -> None:
        """See `Engine.close`."""
        for role in list(self._children):
            self._children.pop(role).close()
        self._loaded = ""

    # ------------------------------------------------------------------ facts for `doctor`, benchmarks and tests

    def start(self) -> tuple[str, ...]:
        """Start both children and return the protections that this system does not give them, as sentences."""
        return tuple(dict.fromkeys((*self._child("decoder").missing, *self._child("engine").missing)))

    def pids(self) -> Mapping[str, int]:
        """Process ids of the running children by role."""
        return {role: child.pid for role, child in self._children.items()}

    # ------------------------------------------------------------------ inside

    def _child(self, role: str) -> Child:
        child = self._children.get(role)
        if child is None:
            child = self._children[role] = Child(role, command=self._commands[role])
            if role == "engine":
                self._loaded = ""
        return child

    def _drop(self, role: str) -> None:
        child = self._children.pop(role, None)
        if child is not None:
            child.kill()

    def _with_photo(self, photo: bytes, kind: str, fields: dict[str, Any], on_progress: OnProgress) -> Message:
        """Run a job that needs `photo` in the worker; the worker keeps the last photo's pixels and findings."""
        with self._busy():
            key = hashlib.sha256(photo).hexdigest()
            self._child("engine")
            if self._loaded != key:
                # The worker starts up while the decoder works: both were started by then.
                decoded = self._decode(photo)
                self._loaded = ""
                self._run("engine", decoded, ignore)
                self._loaded = key
            return self._run("engine", Message(kind, fields), on_progress)

    def _job_of(self, role: str, message: Message, on_progress: OnProgress) -> Message:
        with self._busy():
            return self._run(role, message, on_progress)

    def _busy(self) -> _Busy:
        return _Busy(self._enter, self._leave)

    def _enter(self) -> None:
        with self._guard:
            if self._running:
                raise Bug("The engine does one job at a time.")
            self._running = True
            self._cancelled.clear()

    def _leave(self) -> None:
        with self._guard:
            self._running = False

    def _decode(self, photo: bytes) -> Message:
        """Pixels of `photo` as the worker's `load` message; `PhotoRefused` with the sentence of the decoder's code."""
        if len(photo) > MAX_BYTES:
            raise PhotoRefused(REFUSALS["too-many-bytes"], code="too-many-bytes")
        try:
            child = self._child("decoder")
            child.send(Message("decode", {}, (photo,)))
            untrusted = child.receive(DECODE_SECONDS)
        except EngineDied as died:
            self._drop("decoder")
            code = "too-slow" if died.code == "engine-silent" else "crashed"
            raise PhotoRefused(REFUSALS[code], code=code) from None
        if self._cancelled.is_set():
            raise Cancelled("Stopped.")
        if untrusted.kind == "refused":
            code = str(untrusted.fields.get("code"))
            raise PhotoRefused(REFUSALS.get(code, REFUSALS["damaged"]), code=code if code in REFUSALS else "damaged")
        return self._checked(untrusted)

    def _checked(self, untrusted: Message) -> Message:
        width, height = untrusted.fields.get("width"), untrusted.fields.get("height")
        if isinstance(width, int) and isinstance(height, int) and 0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE:
            pixels = width * height
            if pixels <= MAX_PIXELS and [len(blob) for blob in untrusted.blobs] == [pixels * 3]:
                return Message("load", {"width": width, "height": height}, untrusted.blobs)
        self._drop("decoder")
        raise PhotoRefused(REFUSALS["crashed"], code="crashed")

    def _run(self, role: str, message: Message, on_progress: OnProgress) -> Message:
        """Send one job and wait for its answer, passing progress on."""
        child = self._child(role)
        self._job += 1
        try:
            child.send(Message(message.kind, {**message.fields, "job": self._job}, message.blobs))
            while True:
                answer = self._next(child)
                if answer.kind == "progress":
                    on_progress(_progress(answer))
                    continue
                break
        except (EngineDied, Cancelled):
            self._drop(role)
            raise
        if answer.kind == "error":
            raise _error(answer)
        if self._cancelled.is_set():
            raise Cancelled("Stopped.")
        return answer

    def _next(self, child: Child) -> Message:
        deadline = time.monotonic() + SILENCE_SECONDS
        patience = None
        while True:
            if self._cancelled.is_set():
                patience = patience or time.monotonic() + CANCEL_SECONDS
                if time.monotonic() >= patience:
                    raise Cancelled("Stopped.")
            try:
                return child.receive(0.1)
            except EngineDied as died:
                if died.code != "engine-silent" or time.monotonic() >= deadline:
                    raise


class _Busy:
    """One job at a time, as a context."""

    def __init__(self, enter: Callable[[], None], leave: Callable[[], None]) -> None:
        self._enter, self._leave = enter, leave

    def __enter__(self) -> None:
        self._enter()

    def __exit__(self, *exception: object) -> None:
        self._leave()


class _distrust:  # noqa: N801 — reads as a statement: with _distrust():
    """An answer of the wrong shape from the worker is the worker's death, not a crash of the window."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, (KeyError, TypeError, ValueError, IndexError)) and not isinstance(error, HeadshotError):
            raise EngineDied("The engine gave an answer that makes no sense. Try again.") from error


def _seconds(untrusted: Mapping[str, Any]) -> dict[str, float]:
    return {str(name)[:40]: float(value) for name, value in untrusted.items()}


def _progress(message: Message) -> Progress:
    with _distrust():
        return Progress(str(message.fields["stage"])[:40], int(message.fields["done"]), int(message.fields["of"]))
    raise Bug("unreachable")


def _error(answer: Message) -> HeadshotError:
    kind, code, sentence = (str(answer.fields.get(name, "")) for name in ("kind", "code", "message"))
    plain = "".join(character for character in sentence[:2000] if character.isprintable() or character == "\n")
    return from_wire(kind, code[:60], plain)
