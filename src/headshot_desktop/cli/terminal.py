"""Text on a terminal: lines without control characters, JSON answers, a progress bar, streams that others closed."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from headshot_desktop.engine.protocol import Progress

JSON_VERSION = 1
"""Version of every `--json` answer; raised when a key changes its meaning or goes away."""


class Unheard(Exception):
    """Standard output cannot be written to; the cause is the `OSError`."""


def print_line(line: str) -> None:
    """A line of an answer, on standard output; `Unheard` if nobody takes it."""
    _say(safe(line) + "\n")


def _say(text: str) -> None:
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise Unheard from error


def safe(text: str) -> str:
    """Text without control and direction-changing characters: a file's name must not drive the terminal."""
    return "".join(character if character.isprintable() else "?" for character in text)


def print_json(answer: dict[str, Any]) -> None:
    """An answer as JSON, with the version of its form, on standard output."""
    _say(json.dumps({"version": JSON_VERSION, **answer}, allow_nan=False, indent=2) + "\n")


def print_alarm(sentences: Sequence[str]) -> None:
    """What the watch saw, as one line on standard error; nobody who listens is no reason to stop."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"headshot: {safe(' '.join(sentences))}\n")


class Bar:
    """A progress bar on a terminal; silence anywhere else."""

    WIDTH = 24

    def __init__(self, stream: TextIO | None, steps: int) -> None:
        self._steps, self._step, self._label = steps, -1, ""
        self._stream = stream if stream is not None and stream.isatty() else None

    def step(self, label: str) -> Callable[[Progress], None]:
        """Begin the next step; the returned function takes its progress."""
        self._step, self._label = self._step + 1, label
        self._draw(0.0, "")
        return lambda progress: self._draw(progress.done / max(progress.of, 1), progress.stage)

    def _draw(self, share: float, stage: str) -> None:
        if self._stream is None:
            return
        filled = round(self.WIDTH * (self._step + min(share, 1.0)) / self._steps)
        bar = "█" * filled + "·" * (self.WIDTH - filled)
        self._stream.write(f"\r\x1b[K{bar} {self._label} {stage}")
        self._stream.flush()

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._stream is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def prepare_streams() -> None:
    """Streams that a caller has closed are replaced, and characters that they cannot show are escaped."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None and name == "stdout":
            # Writing to it fails, as it would to a full disk: the answer reaches nobody, and that is told.
            sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
        elif stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 — for the process's life
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def unheard(code: int, complaint: str = "") -> int:
    """Standard output is gone: keep Python from failing over it once more when it ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with contextlib.suppress(OSError):
        sys.stderr.write(complaint)
    return code
