"""One child process of ours and the messages that it sends: started, heard with distrust, ended for certain.

Standard library only.
"""

from __future__ import annotations

import io
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self, cast

from headshot_desktop.core import sentences
from headshot_desktop.core.errors import EngineDied, HeadshotError, MachineError, from_wire
from headshot_desktop.core.sentences import reason
from headshot_desktop.engine.wire import Message, WireBroken, read_message, write_message
from headshot_desktop.isolation import SWITCHES, absolute_modules, audit, cache_switches

SEND_SECONDS = 20.0
"""A child that has not taken a message by then does not read any more."""

START_SECONDS = 60.0
"""Importing the libraries takes about a second; a cold disk under load takes longer."""

WAITING = 256
"""Messages that may wait to be taken; a child that sends more unasked is ended."""

SMALL_WAITING = 16
"""Of these, those with a small picture."""

MAX_COUNT = 1_000_000_000
"""Attempts that a child may report."""

ENDED = "A part of the program ({role}) stopped unexpectedly. Try again."
NONSENSE = "A part of the program ({role}) gave an answer that makes no sense. Try again."
"""What is said of a child, by its role."""

SIGSYS = 31
"""The signal of a forbidden system call on Linux, for x86-64 and aarch64 alike."""

FATAL = frozenset({SIGSYS, signal.SIGSEGV, signal.SIGILL, signal.SIGABRT, getattr(signal, "SIGBUS", SIGSYS)})
"""Signals that a file can be the reason of; a person's `kill` and a machine without memory send others."""


def role_command(role: str) -> list[str]:
    """The command line that starts this program in `role`, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--role", role]
    # -P keeps the current folder off the module path: a file named json.py beside a photo must not run.
    return [sys.executable, "-P", "-m", "headshot_desktop", "--role", role]


class Child:
    """One child process and the messages that it sends. `ready` waits until it can work."""

    def __init__(self, role: str, *, command: list[str] | None = None, caches: Path | None = None) -> None:
        self.role = role
        self.missing: tuple[str, ...] = ()
        self.attempts: dict[str, int] = dict.fromkeys(audit.KINDS, 0)
        debugging = bool(os.environ.get("HEADSHOT_DEBUG"))
        self._process = subprocess.Popen(
            command or role_command(role),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if debugging else subprocess.DEVNULL,
            env=_environment(caches),
            bufsize=0,  # a buffer would keep pieces of pictures
            close_fds=True,
            cwd="/" if os.name == "posix" else None,  # ours may have been removed, and is no business of its
            start_new_session=True,  # no controlling terminal: nothing to read from or to type into
        )
        # Without a buffer these are raw files, whatever typeshed says.
        self._sink = cast("io.RawIOBase", self._process.stdin)
        self._source = cast("io.RawIOBase", self._process.stdout)
        self._greeted = False
        self._messages: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._sending = threading.Lock()
        self._large = threading.Lock()  # held while a large message waits to be taken: one at a time
        self._small = threading.BoundedSemaphore(SMALL_WAITING)  # for small pictures that wait to be taken
        self._reader = threading.Thread(target=self._read, name=f"{role}-reader", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Process id, for measuring memory and for tests."""
        return self._process.pid

    def ready(self) -> Self:
        """Wait for the child's greeting; it is killed when none comes.

        Raises:
            HeadshotError: what the child says kept it from starting, or `EngineDied`.
        """
        if self._greeted:
            return self
        try:
            with ExitStack() as undo:
                undo.callback(self.kill)
                greeting = self.receive(START_SECONDS)
                if greeting.kind == "error":
                    raise error_in(greeting)
                if greeting.kind != "ready":
                    raise EngineDied(NONSENSE, role=self.role)
                with distrust():
                    self.missing = tuple(str(sentence)[:200] for sentence in greeting.fields.get("missing", ()))
                undo.pop_all()
        except EngineDied:
            raise EngineDied(
                "A part of the program ({role}) did not start. Reinstall the program if this happens again.",
                role=self.role,
            ) from None
        self._greeted = True
        return self

    def _read(self) -> None:
        try:
            while (message := read_message(self._source)) is not None:
                if self._messages.qsize() >= WAITING or not self._has_room(message):
                    self._process.kill()  # nobody asked for so much
                    break
                self._messages.put(message)
                message = None  # or the last picture would be held for as long as this thread waits for the next
        except WireBroken:
            pass  # told to `receive` by the None below
        self._messages.put(None)

    def _has_room(self, message: Message) -> bool:
        """Whether its pictures may wait beside those that wait already; `receive` makes room again."""
        if message.large:
            return self._large.acquire(blocking=False)
        return not message.blobs or self._small.acquire(blocking=False)

    def send(self, message: Message) -> None:
        """Send one message; any thread may. A child that does not take it in time is killed.

        Raises:
            EngineDied: the child is gone.
        """
        watchdog = threading.Timer(SEND_SECONDS, self._process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            with self._sending:
                write_message(self._sink, message)
        except WireBroken:
            raise EngineDied(ENDED, role=self.role) from None
        finally:
            watchdog.cancel()
            watchdog.join()

    def send_if_free(self, message: Message) -> None:
        """Send a small message unless another one is on its way; a child that is gone is no error."""
        if self._sending.acquire(blocking=False):
            try:
                write_message(self._sink, message)
            except WireBroken:
                pass  # the thread that waits for the job learns it as well
            finally:
                self._sending.release()

    def receive(self, seconds: float) -> Message:
        """Take the child's next message.

        Raises:
            EngineDied: it ended or sent something malformed (code `engine-died`), or nothing came (`engine-silent`).
        """
        try:
            message = self._messages.get(timeout=seconds)
        except queue.Empty:
            raise EngineDied(
                "A part of the program ({role}) did not answer in time. Try again with a smaller photo.",
                code="engine-silent",
                role=self.role,
            ) from None
        if message is None:
            self._messages.put(None)  # every later call must learn it too
            raise EngineDied(ENDED, role=self.role)
        if message.large:
            self._large.release()
        elif message.blobs:
            self._small.release()
        self._count(message.fields.get("attempts"))
        with distrust():
            return Message(message.kind, _plain(message.fields), message.blobs)

    def _count(self, untrusted: Any) -> None:
        """Take over what the child says of its attempts; a count that is none, or that falls, changes nothing."""
        if isinstance(untrusted, Mapping):
            for kind, before in self.attempts.items():
                count = untrusted.get(kind)
                if type(count) is int and before < count < MAX_COUNT:
                    self.attempts[kind] = count

    def was_stopped_by_its_filter(self) -> bool:
        """Whether a call that its filter forbids was its end; only for a child that is gone or about to be."""
        return self.killed_by() == SIGSYS

    def killed_by(self) -> int:
        """The signal that was its end, 0 for none; only for a child that is gone or about to be."""
        try:
            return max(0, -self._process.wait(1.0))
        except subprocess.TimeoutExpired:
            return 0

    def kill(self) -> None:
        """End it now, whatever it does; returns when it is gone and its reader thread too."""
        self._process.kill()
        self._clean_up()

    def close(self) -> None:
        """Ask it to end by closing its input; terminate, then kill one that lingers, or that never greeted."""
        if not self._greeted:
            self.kill()
            return
        try:
            self._sink.close()
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
        for stream in (self._sink, self._source):
            try:
                stream.close()
            except OSError:
                pass  # a process that is gone


@contextmanager
def distrust() -> Iterator[None]:
    """An answer of the wrong shape from a child is the child's failure, not a crash of the window."""
    try:
        yield
    except HeadshotError:
        raise
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise EngineDied(NONSENSE, role="engine") from error


def _environment(caches: Path | None) -> dict[str, str]:
    """Our environment with the switches, and without the current folder among the places of modules."""
    environment = {**absolute_modules(os.environ), **SWITCHES}
    if caches is not None:
        places = cache_switches(caches)
        _make_caches({Path(place) for place in places.values()})
        environment |= places
    return environment


def _make_caches(places: set[Path]) -> None:
    """Never with their parents: a folder that was wiped, such as the vault's, does not come back half made."""
    try:
        for place in places:
            place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise MachineError(
            "The folder for the program's temporary files cannot be used: {why}. If the pictures were wiped "
            "meanwhile, add the photos again.",
            code="no-caches",
            why=reason(error),
        ) from None


def _plain(untrusted: Any) -> Any:
    """A child's words without control and direction-changing characters, however deep they lie."""
    if isinstance(untrusted, str):
        return "".join(character for character in untrusted if character.isprintable() or character == "\n")
    if isinstance(untrusted, Mapping):
        return {_plain(name): _plain(value) for name, value in untrusted.items()}
    if isinstance(untrusted, list):
        return [_plain(value) for value in untrusted]
    return untrusted


def error_in(answer: Message) -> HeadshotError:
    """The error that a child reports, as one of ours; its sentence is cut to a length that fits a window."""
    kind, code = (str(answer.fields.get(name, "")) for name in ("kind", "code"))
    return from_wire(kind, code[:60], sentences.from_wire(answer.fields))
