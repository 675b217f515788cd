"""Looks for canaries in every place of the disk where a program of this user could have left a picture."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PIECE = 1 << 20
_SLACK_SECONDS = 2.0
_PATIENCE_SECONDS = 5.0


@dataclass(frozen=True)
class Sighting:
    """What one look found.

    Attributes:
        files: files that were read.
        hits: those with a canary inside or in their name.
        complete: whether everything was looked at in the time that there is for it.
    """

    files: int
    hits: int
    complete: bool


def usual_places(roots: Sequence[Path]) -> tuple[Path, ...]:
    """The program's own folders, the session's and the temporary folders, and the user's cache, without doubles."""
    names = ("XDG_RUNTIME_DIR", "TMPDIR", "TEMP", "TMP")
    wanted = [*roots, *(Path(os.environ[name]) for name in names if os.environ.get(name))]
    wanted += [Path("/tmp"), Path("/var/tmp"), Path("/dev/shm")]  # noqa: S108 — looked at, nothing is put there
    wanted.append(roots[-1].parent.parent)  # the cache of all programs of this user
    there = list(dict.fromkeys(path.resolve() for path in wanted if path.is_dir()))
    return tuple(path for path in there if not any(path != other and path.is_relative_to(other) for other in there))


def look_for(canaries: Sequence[bytes], places: Sequence[Path], since: float) -> Sighting:
    """Search files of this user that were made or changed since a moment of `time.time`."""
    until, files, hits = time.monotonic() + _PATIENCE_SECONDS, 0, 0
    names = [canary.decode("ascii", "ignore") for canary in canaries]
    for path in _changed(places, since - _SLACK_SECONDS):
        if time.monotonic() > until:
            return Sighting(files, hits, complete=False)
        files += 1
        named = any(name and name in path.name for name in names)
        inside = _holds(path, canaries, until)
        if inside is None:
            return Sighting(files, hits + named, complete=False)
        hits += named or inside
    return Sighting(files, hits, complete=True)


def _changed(places: Sequence[Path], since: float) -> Iterator[Path]:
    for place in places:
        for folder, _, names in os.walk(place):
            for name in names:
                path = Path(folder, name)
                try:
                    status = path.lstat()
                except OSError:
                    continue  # gone meanwhile
                if stat.S_ISREG(status.st_mode) and status.st_ctime >= since and _own(status):
                    yield path


def _own(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def _holds(path: Path, canaries: Sequence[bytes], until: float) -> bool | None:
    """Whether a file holds one of the canaries; one that is gone holds none; None when time ran out."""
    overlap = max(map(len, canaries)) - 1
    last = b""
    try:
        with path.open("rb", buffering=0) as file:
            while piece := file.read(_PIECE):
                last = last[-overlap:] + piece
                if any(canary in last for canary in canaries):
                    return True
                if time.monotonic() > until:
                    return None
    except OSError:
        return False
    return False
