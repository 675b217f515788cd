"""Looking for needles from outside: in the memory of running processes, and in folders."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pytest

from tests.e2e.ordinary import NOBODY
from tests.e2e.session import MASK

SESSION = Path(__file__).with_name("session.py")

Needles = Mapping[str, Sequence[bytes]]


class OpenWindow:
    """A running `session.py`."""

    def __init__(self, environment: Mapping[str, str], command: Sequence[str] = ()) -> None:
        words = [*command, sys.executable, str(SESSION)]
        self.process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(environment), bufsize=0
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def say(self, do: str, **fields: Any) -> None:
        """Tell it to do something, without waiting."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **fields}).encode() + b"\n")

    def hear(self) -> dict[str, Any]:
        """Its answer."""
        assert self.process.stdout is not None
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def ask(self, do: str, **fields: Any) -> dict[str, Any]:
        """Both; an error is not expected."""
        self.say(do, **fields)
        answer = self.hear()
        assert "error" not in answer, answer
        return answer

    def samples(self, handle: str) -> list[bytes]:
        """Pieces of a picture in its vault."""
        told = self.ask("hold", handle=handle)["samples"]
        self.ask("drop")
        return [bytes(byte ^ MASK for byte in bytes.fromhex(piece)) for piece in told]


def family(pid: int) -> list[int]:
    """A process and everything that it started and that still runs."""
    found = [pid]
    try:
        for task in list(Path(f"/proc/{pid}/task").iterdir()):
            for child in (task / "children").read_text().split():
                found += family(int(child))
    except (FileNotFoundError, ProcessLookupError):
        pass  # a thread or a process that has just ended
    return found


def role(pid: int) -> str:
    """`engine`, `decoder`, `janitor`, or `application` for what has no role or has ended."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    except (FileNotFoundError, ProcessLookupError):
        words = []
    return words[words.index("--role") + 1] if "--role" in words else "application"


def in_memory(pid: int, needles: Needles) -> dict[str, int]:
    """How often each needle's pieces lie in the memory of a process that it can write to."""
    found = dict.fromkeys(needles, 0)
    try:
        with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
            for line in Path(f"/proc/{pid}/maps").read_text("utf-8", "surrogateescape").splitlines():
                span, rights, *_ = line.split()
                if not rights.startswith("rw"):
                    continue  # nothing is put where nobody can write: libraries' code and the kernel's own pages
                start, end = (int(place, 16) for place in span.split("-"))
                memory.seek(start)
                content = memory.read(end - start)
                for name, pieces in needles.items():
                    found[name] += sum(content.count(piece) for piece in pieces)
    except PermissionError:
        pytest.skip("reading another process's memory needs root")
    return found


def in_folders(places: Sequence[Path], needles: Needles, since: float) -> list[tuple[Path, str]]:
    """Files of an ordinary user below some folders, changed since then, with a needle inside or in their name."""
    found = []
    for place in places:
        for folder, _, names in os.walk(place):
            for path in (Path(folder, name) for name in names):
                content = _content(path, since)
                if content is not None:
                    text = os.fsencode(path.name)
                    found += [
                        (path, n) for n, pieces in needles.items() if any(p in content or p in text for p in pieces)
                    ]
    return found


def _content(path: Path, since: float) -> bytes | None:
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_ctime < since or status.st_uid != (os.geteuid() or NOBODY):
            return None
        return path.read_bytes()
    except OSError:
        return None  # gone meanwhile
