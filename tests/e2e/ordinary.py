"""The program as an ordinary user runs it: fresh folders of their own, no CI variables, and, as root, another user id.

Root gives itself up with `setpriv`. Where the interpreter or this checkout lies below a folder that only root may
enter, the processes get a view of the file system in which just those two can be reached (a mount namespace).
"""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
HEADSHOT = str(Path(sys.executable).with_name("headshot"))
NOBODY = 65534


@dataclass(frozen=True)
class Person:
    """An ordinary user and their folders, all fresh; `photos` is where their photos lie."""

    folder: Path
    enter: tuple[str, ...]
    """What a command line begins with to run as this person."""

    @property
    def environment(self) -> dict[str, str]:
        """A desktop session's variables, and nothing of the machine that runs the tests."""
        return {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "TMPDIR": str(self.folder / "tmp"),
        }

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def photos(self) -> Path:
        return self.folder / "photos"

    def searched(self) -> tuple[Path, ...]:
        """Every place where something may be left, but for the photos themselves."""
        shared = (Path("/dev/shm"), Path("/tmp"))  # noqa: S108 — nothing is put there
        return (*(self.folder / name for name in ("home", "run", "tmp")), *shared)

    def take(self, path: Path, content: bytes) -> Path:
        """A photo of theirs."""
        path.write_bytes(content)
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        return path

    def command(self, words: Sequence[object], tracer: Sequence[str] = ()) -> list[str]:
        """The command line that runs `words` as this person, under a tracer of the tests' own user."""
        before, after = self._split()
        return [*before, *tracer, *after, *map(str, words)]

    def _split(self) -> tuple[list[str], list[str]]:
        words = list(self.enter)
        at = words.index("setpriv") if "setpriv" in words else len(words)
        return words[:at], words[at:]

    def run(self, *words: object, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run to the end."""
        done = subprocess.run(
            self.command(words), env=self.environment, capture_output=True, text=True, check=False, cwd=self.photos
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done


@contextmanager
def ordinary_person() -> Iterator[Person]:
    """Make the folders, and remove them with everything in them."""
    folder = Path(tempfile.mkdtemp(prefix="headshot-person-", dir="/var/tmp"))
    folder.chmod(0o755)
    try:
        for name in ("home", "run", "tmp", "out", "photos"):
            (folder / name).mkdir(mode=0o700)
            if os.geteuid() == 0:
                os.chown(folder / name, NOBODY, NOBODY)
        yield Person(folder, _enter(folder) if os.geteuid() == 0 else ())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _enter(folder: Path) -> tuple[str, ...]:
    if not all(map(shutil.which, ("setpriv", "unshare", "mount"))):
        pytest.skip("setpriv, unshare or mount is not installed")
    become = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    needed = [Path(sys.base_prefix).resolve(), Path(sys.prefix), REPOSITORY]
    barred = {path: gate for path in needed if (gate := _gate(path)) is not None}
    if not barred:
        return become
    script = folder / "enter.sh"
    script.write_text(_view(barred, folder))
    enter = ("unshare", "--mount", "sh", str(script))
    if subprocess.run([*enter, "true"], capture_output=True, check=False).returncode:
        pytest.skip("the interpreter lies in a folder of root's, and no other view of it can be mounted here")
    return (*enter, *become)


def _gate(path: Path) -> Path | None:
    """The first folder on the way that others may not enter."""
    for above in (*reversed(path.parents), path):
        if not above.stat().st_mode & stat.S_IXOTH:
            return above
    return None


def _view(barred: dict[Path, Path], folder: Path) -> str:
    lines = ["set -e", "mount --make-rprivate /"]
    keeps = {path: folder / f"keep-{number}" for number, path in enumerate(barred)}
    for path, keep in keeps.items():
        lines += [f"mkdir -p {_quoted(keep)}", f"mount --bind {_quoted(path)} {_quoted(keep)}"]
    lines += [f"mount -t tmpfs -o mode=755 none {_quoted(gate)}" for gate in dict.fromkeys(barred.values())]
    for path, keep in keeps.items():
        lines += [f"mkdir -p {_quoted(path)}", f"mount --move {_quoted(keep)} {_quoted(path)}"]
    return "\n".join([*lines, 'exec "$@"', ""])


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
