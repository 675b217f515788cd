"""What `strace` saw: every process with its command line, every socket, every path that was changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.ordinary import Person

CHANGES = (
    "open", "openat", "openat2", "creat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat",
    "mkdir", "mkdirat", "mknod", "mknodat", "unlink", "unlinkat", "rmdir", "truncate", "chmod", "fchmodat",
)  # fmt: skip
PROCESSES = ("execve", "clone", "clone3", "fork", "vfork")

reads_paths = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="strace reads paths out of processes that hide their memory for root only",
)
"""For proofs that need more of a trace than the numbers in it."""

_LINE = re.compile(r"(?P<pid>\d+) +(?:(?P<call>\w+)\((?P<rest>.*)|<\.\.\. (?P<resumed>\w+) resumed>(?P<end>.*))")
_STRING = re.compile(r'(?:(?P<at>AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")


class Call(NamedTuple):
    """One system call: who, which, the text of its arguments and of its result, and the caller's own last `execve`."""

    pid: int
    name: str
    arguments: str
    result: str
    program: str = ""

    @property
    def failed(self) -> bool:
        return self.result.startswith("-1")


@dataclass
class Trace:
    """A parsed log."""

    calls: list[Call] = field(default_factory=list)
    commands: dict[int, str] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Trace:
        trace = cls()
        for call in _calls(path.read_text("utf-8", "replace").splitlines()):
            trace.calls.append(call._replace(program=trace.commands.get(call.pid, "")))
            if call.name == "execve" and not call.failed:
                trace.commands[call.pid] = call.arguments
            elif call.name in PROCESSES and call.result.split()[0].isdigit():
                trace.parents[int(call.result.split()[0])] = call.pid
        return trace

    def program_of(self, call: Call) -> str:
        """What ran when a call was made: the last `execve` of its process, or of the one that it is a copy of."""
        pid = call.pid
        if call.program:
            return call.program
        while pid not in self.commands and pid in self.parents:
            pid = self.parents[pid]
        return self.commands.get(pid, "")

    def named(self, *names: str) -> list[Call]:
        return [call for call in self.calls if call.name in names]

    def sockets(self, *families: str) -> list[Call]:
        """Sockets of these families that were asked for, whether they were given or not."""
        return [call for call in self.named("socket") if call.arguments.split(",")[0] in families]

    def changed_paths(self) -> Iterator[tuple[Call, str]]:
        """Every path that was opened for writing, made, renamed, linked or removed, with success."""
        for call in self.named(*CHANGES):
            if call.failed or (call.name.startswith("open") and not _WRITES.search(call.arguments)):
                continue
            for found in _STRING.finditer(call.arguments):
                path = found["path"]
                if call.name.startswith("symlink") and not found["at"]:
                    continue  # what a link says is no place that was changed
                yield call, path if path.startswith("/") else os.path.join(found["folder"] or "", path)


def _calls(lines: Sequence[str]) -> Iterator[Call]:
    """Calls in the order in which they ended; a call that another one interrupted in the log is put together again."""
    begun: dict[int, tuple[str, str]] = {}
    for line in lines:
        match = _LINE.match(line)
        if match is None:
            continue
        pid = int(match["pid"])
        if match["call"] and line.endswith("<unfinished ...>"):
            begun[pid] = (match["call"], match["rest"].removesuffix("<unfinished ...>"))
            continue
        if match["call"]:
            name, text = match["call"], match["rest"]
        elif pid in begun:
            name, text = begun[pid][0], begun.pop(pid)[1] + match["end"]
        else:
            continue
        arguments, _, result = text.rpartition(" = ")
        yield Call(pid, name, arguments.rstrip(), result)
    for pid, (name, text) in begun.items():
        yield Call(pid, name, text, "?")


def traced(person: Person, *words: object, log: Path, families: Sequence[str] = ("%network",)) -> Trace:
    """Run a command of a person under strace until it and all it started have ended."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    wanted = ",".join((*families, *(f"?{name}" for name in (*CHANGES, *PROCESSES))))
    # No --seccomp-bpf: with it, calls that a filter of ours refuses would not be seen.
    tracer = ["strace", "-f", "-qq", "-y", "-s", "300", "-o", str(log), "-e", f"trace={wanted}"]
    command = person.command(words, tracer)
    done = subprocess.run(
        command, env=person.environment, capture_output=True, text=True, check=False, cwd=person.photos
    )
    if "PTRACE_" in done.stderr:
        pytest.skip(f"strace may not trace here: {done.stderr.splitlines()[0]}")
    assert done.returncode == 0, done.stdout + done.stderr
    return Trace.read(log)
