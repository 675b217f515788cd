"""The tests' side of `tests.vault.driver`: start it, ask it, kill it, and look at what it left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from headshot_desktop.core.errors import KeyStoreFailed, VaultUnreadable
from headshot_desktop.vault.format import unseal
from headshot_desktop.vault.index import open_index
from headshot_desktop.vault.keys import MemoryStore, choose_key_store, key_store
from headshot_desktop.vault.layout import entry_name
from tests.vault.driver import MASK

REPOSITORY = Path(__file__).resolve().parents[2]


class Refused(Exception):
    """The program's answer was an error; its kind is the text."""


class BrokenStore(MemoryStore):
    """A key store that works until it is told to fail."""

    refuses: frozenset[str] = frozenset()

    def store(self, entry: str, secret: bytes | bytearray | memoryview) -> None:
        if "store" in self.refuses:
            raise KeyStoreFailed("The test's key store refuses.")
        super().store(entry, secret)

    def erase(self, entry: str) -> None:
        if "erase" in self.refuses:
            raise KeyStoreFailed("The test's key store refuses.")
        super().erase(entry)


class Program:
    """One running driver."""

    def __init__(self, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.vault.driver"],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def say(self, do: str, **fields: Any) -> None:
        """Send a command without waiting for its answer; one that is dead hears nothing."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps({"do": do, **fields}).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def hear(self) -> dict[str, Any] | None:
        """The next answer, None when it has died."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        answer: dict[str, Any] | None = json.loads(line) if line else None
        return answer

    def ask(self, do: str, **fields: Any) -> dict[str, Any]:
        """Send a command and take its answer."""
        self.say(do, **fields)
        answer = self.hear()
        assert answer is not None, f"the program died at {do}"
        if "error" in answer:
            raise Refused(f"{answer['error']}: {answer['message']}")
        return answer

    @property
    def folder(self) -> Path:
        """Its vault's folder."""
        return Path(self.ask("state")["folder"])

    def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        self.process.kill()
        self.wait()

    def wait(self) -> int:
        """Close the pipes and wait for its end."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    pass
        return self.process.wait(30)


def masked(canary: bytes) -> str:
    """How a canary travels in a command."""
    return bytes(byte ^ MASK for byte in canary).hex()


def best_store() -> str:
    """The store for tests that need one which outlives a process and needs no daemon."""
    try:
        return choose_key_store("kernel-keyring").name
    except KeyStoreFailed:
        return "memory"


def key_there(name: str, store: str) -> bool:
    """Whether a vault's key is still in its store, as another process sees it."""
    return key_store(store).fetch(entry_name(name)) is not None


def seconds_until(done: Callable[[], bool], limit: float = 15.0) -> float:
    """How long it took until `done`; `limit` when it never did."""
    start = time.monotonic()
    while not done():
        if time.monotonic() - start > limit:
            return limit
        time.sleep(0.005)
    return time.monotonic() - start


def gone(folder: Path, store: str) -> bool:
    """Whether neither key nor folder of a vault is left."""
    return not folder.exists() and not key_there(folder.name, store)


def contents(folder: Path, store: str) -> list[bytes] | None:
    """All contents that the stored key opens, sorted; None where there is no key or no index yet.

    Raises:
        VaultUnreadable: there are index files and the key opens none, or it opens one whose objects are broken.
    """
    kek = key_store(store).fetch(entry_name(folder.name))
    indexes = sorted(folder.glob("index-*"), reverse=True)
    if kek is None or not indexes:
        return None
    for path in indexes:
        try:
            _, vault_id, index = open_index(kek, path.read_bytes(), generation=int(path.name[6:], 16))
        except VaultUnreadable:
            continue
        return sorted(
            bytes(unseal(entry.secret, vault_id, entry.object_id, _sealed(folder, entry.object_id))[1])
            for entry in index.entries
        )
    raise VaultUnreadable


def _sealed(folder: Path, object_id: bytes) -> bytes:
    return (folder / "objects" / object_id.hex()).read_bytes()


def hits(folder: Path, canary: bytes) -> int:
    """Files below `folder` that hold the canary."""
    found = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                found += canary in Path(place, name).read_bytes()
            except FileNotFoundError:
                continue
    return found


def alive(pid: int) -> bool:
    """Whether a process runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def kill(pid: int) -> None:
    """SIGKILL for a process that another one started."""
    os.kill(pid, signal.SIGKILL)
    assert seconds_until(lambda: not alive(pid)) < 5
