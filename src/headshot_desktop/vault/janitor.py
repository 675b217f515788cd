"""The janitor: a small process that outlives the application by a moment and wipes its vault when it died.

It is told at its start, in one line of JSON, which vault it is for, then waits for the end of its input. A goodbye
before the end means that the application has wiped the vault itself; an end without one means that it died. It runs in
a session of its own and ignores the signals of a closing terminal, so a kill of the whole group does not reach it.
Standard library only until a key has to be erased from a store that needs more.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from headshot_desktop import isolation
from headshot_desktop.core.errors import VaultError
from headshot_desktop.vault.layout import STORES, is_vault
from headshot_desktop.vault.wipe import wipe_orphan

_GOODBYE = b"goodbye\n"
_LINE = 64 << 10
_WIPE_SECONDS, _AGAIN_SECONDS, _TRIES = 10.0, 1.0, 5
_LEAVE_SECONDS = 2.0
_SHORT_LIFE, _SHORT_LIVES = 5.0, 5
_DEAF_TO = {
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGBREAK")
    if hasattr(signal, name)
}

if sys.platform == "win32":
    _CREATION = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
else:
    _CREATION = 0


def main() -> int:
    """The process: returns 0 after a goodbye or a wipe, 1 when something is left for the next start, 2 for nonsense."""
    for number in _DEAF_TO:
        signal.signal(number, signal.SIG_IGN)
    isolation.restrict_janitor()
    order = _read_order(sys.stdin.buffer.readline(_LINE))
    if order is None:
        return 2
    _prepare()
    if sys.stdin.buffer.read(_LINE).endswith(_GOODBYE):
        return 0
    return 0 if _wipe(*order) else 1


def _read_order(line: bytes) -> tuple[Path, str] | None:
    try:
        order = json.loads(line)
        path, store = Path(order["vault"]), str(order["store"])
    except (ValueError, KeyError, TypeError):
        return None
    return (path, store) if path.is_absolute() and is_vault(path.name) and store in STORES else None


def _prepare() -> None:
    """Load while there is time what the wipe needs of this program; it may be replaced by another version meanwhile."""
    from headshot_desktop.vault import keys  # noqa: F401 — the libraries behind it come when a key must be erased


def _wipe(path: Path, store: str) -> bool:
    """Wipe the vault; a key store that does not answer is asked again."""
    for _ in range(_TRIES):
        # ImportError: a library is being replaced just now; the files are gone then, and the key is tried again.
        with contextlib.suppress(VaultError, OSError, ImportError):
            return wipe_orphan(path, store, seconds=_WIPE_SECONDS)
        time.sleep(_AGAIN_SECONDS)
    return False


def command() -> list[str]:
    """The command line that starts the janitor, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--role", "janitor"]
    return [sys.executable, "-P", "-m", "headshot_desktop", "--role", "janitor"]


class Janitor:
    """The application's side: starts the process, starts another one when it dies, and says goodbye."""

    def __init__(self, vault: Path, store: str) -> None:
        """Start it for the vault that is, or is about to be, at `vault`, with its key in the store of that name.

        Raises:
            OSError: no process can be started.
        """
        self._order = json.dumps({"vault": str(vault.absolute()), "store": store}).encode() + b"\n"
        self._guard = threading.Lock()
        self._dismissed = False
        self.lost = False
        """Whether it does not stay alive, so that after a crash only the next start wipes the vault."""
        self._process = self._start()
        self._watcher = threading.Thread(target=self._watch, name="janitor-watcher", daemon=True)
        self._watcher.start()

    @property
    def pid(self) -> int:
        """Process id, for tests."""
        return self._process.pid

    def _start(self) -> subprocess.Popen[bytes]:
        with _deaf():
            process = subprocess.Popen(
                command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=isolation.absolute_modules(os.environ),
                close_fds=True,
                start_new_session=True,  # with the next line: what keeps the signals of a terminal or a group away
                creationflags=_CREATION,
            )
        # A line shorter than a pipe's buffer never waits, and lies in the pipe even if this process dies now.
        _say(process, self._order)
        return process

    def _watch(self) -> None:
        short_lives = 0
        while True:
            process, started = self._process, time.monotonic()
            process.wait()
            with self._guard:
                if self._dismissed:
                    return
                _hang_up(process)
                short_lives = short_lives + 1 if time.monotonic() - started < _SHORT_LIFE else 0
                if short_lives >= _SHORT_LIVES:
                    self.lost = True
                    return
                try:
                    self._process = self._start()
                except OSError:
                    self.lost = True
                    return

    def dismiss(self, *, wiped: bool) -> None:
        """Let it go: with a goodbye when the vault is wiped, else it wipes what is left. Once only."""
        with self._guard:
            if self._dismissed:
                return
            self._dismissed = True
            if wiped:
                _say(self._process, _GOODBYE)
            _hang_up(self._process)
        if wiped:
            self._watcher.join(_LEAVE_SECONDS)
            if self._watcher.is_alive():
                self._process.kill()
            self._watcher.join(_LEAVE_SECONDS)


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Hold signals back in this thread: a child inherits that, and is deaf before its first instruction."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _DEAF_TO)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _say(process: subprocess.Popen[bytes], line: bytes) -> None:
    """Write a line; a process that is gone is the watcher's business."""
    if process.stdin is not None and not process.stdin.closed:
        with contextlib.suppress(OSError):
            os.write(process.stdin.fileno(), line)


def _hang_up(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
