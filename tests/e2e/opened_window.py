"""The installed window on a virtual screen: seen by a screen reader, worked with mouse and keyboard."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.looking import family
from tests.e2e.screen import Screen, until
from tests.e2e.screen_reader import Heard, ScreenReader

PROGRAM = str(Path(sys.executable).with_name("headshot-desktop"))
OTHER = Path(__file__).with_name("other_program.py")
TITLE = "Headshot Desktop"


@dataclass
class OpenedWindow:
    """A running program and what its person has to do with it."""

    screen: Screen
    reader: ScreenReader
    process: subprocess.Popen[bytes]
    window: str = ""

    def focus(self) -> None:
        """Give it the keyboard: there is no window manager here that would."""
        self.screen.do("windowfocus", "--sync", self.window)

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        self.screen.do("key", "--delay", 30, *keys)

    def wait_for(self, name: str, role: str = "", *, enabled: bool = False) -> Heard:
        """See `ScreenReader.wait_for`; a program that has ended says nothing any more."""
        assert self.process.poll() is None, "the program has ended"
        return self.reader.wait_for(name, role, enabled=enabled)

    def click(self, name: str, role: str = "push button") -> Heard:
        """Wait until a button can be pressed, and press it with the mouse."""
        heard = self.wait_for(name, role, enabled=True)
        self.screen.click(self.reader.middle(heard))
        return heard

    def tab_to(self, name: str, role: str = "push button") -> None:
        """With the Tab key alone."""
        self.wait_for(name, role, enabled=True)
        for _ in range(60):
            heard = self.reader.find(name, role)
            if heard is not None and heard.focused:
                return
            self.press("Tab")
        raise AssertionError(f"the Tab key does not reach “{name}”")

    def agree(self) -> None:
        """Give the consent of the first start, by keyboard: tick the box, go to the button, press it."""
        self.tab_to("Measure my face", "check box")
        self.press("space")
        self.tab_to("Begin")
        self.press("space")
        self.wait_for("Choose a look", "push button")

    def choose(self, *photos: Path) -> None:
        """Write photos' names into the system's dialog, which is open."""
        until(lambda: self.screen.windows("Choose photos"), "no dialog")
        (dialog,) = self.screen.windows("Choose photos")
        self.screen.do("windowfocus", "--sync", dialog)
        names = str(photos[0]) if len(photos) == 1 else " ".join(f'"{photo}"' for photo in photos)
        self.screen.do("type", "--delay", 5, names)
        self.screen.do("key", "Return")
        until(lambda: not self.screen.windows("Choose photos"), "the dialog stays")
        self.focus()

    @contextmanager
    def other_program(self, what: str, path: Path) -> Iterator[None]:
        """A file manager on the same screen; see `other_program.py`."""
        command = [sys.executable, str(OTHER), what, str(path)]
        with subprocess.Popen(command, env=self.screen.environment, stdout=subprocess.PIPE) as program:
            assert program.stdout is not None
            try:
                assert program.stdout.readline() == b"ready\n"
                yield
            finally:
                program.kill()

    def helpers(self) -> list[int]:
        """Processes that it started and that run."""
        return family(self.process.pid)[1:]

    def ends(self, helpers: Sequence[int]) -> float:
        """Wait until it and its helpers are gone; seconds that this took."""
        begun = time.monotonic()
        assert self.process.wait(20) == 0
        until(lambda: not [pid for pid in helpers if Path(f"/proc/{pid}/cmdline").exists()], "a helper stays", 10)
        return time.monotonic() - begun


@contextmanager
def opened_window(screen: Screen, reader: ScreenReader, *words: str) -> Iterator[OpenedWindow]:
    """Start the installed program and wait for its window; whatever the test did, nothing of it may stay."""
    command = [PROGRAM, *words]
    process = subprocess.Popen(command, env=screen.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    opened = OpenedWindow(screen, reader, process)
    try:
        until(lambda: screen.windows(TITLE) or process.poll() is not None, "no window")
        assert process.poll() is None, process.communicate()[0].decode()
        opened.window = screen.windows(TITLE)[0]
        screen.do("windowmove", opened.window, 0, 0)
        opened.focus()
        reader.find_program()
        yield opened
    except BaseException as error:
        process.kill()
        error.add_note("The program said: " + process.communicate(timeout=20)[0].decode())
        raise
    process.kill()
    said = process.communicate(timeout=20)[0].decode().splitlines()
    # Qt tells when the screen reader asks for something that went away since it heard of it.
    said = [line for line in said if not line.startswith("qt.accessibility.atspi: Could not find accessible")]
    assert said == [], "a program with a window has nothing to say on a terminal"


def vaults(screen: Screen) -> set[str]:
    """Names of vaults: 32 hexadecimal digits, as in the names of their keys."""
    roots = [screen.environment[name] for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME")]
    # `os.walk` does not mind that a folder goes while it is looked at.
    names = {name for root in roots for _, *below in os.walk(root) for each in below for name in each}
    return {part for name in names for part in re.findall(r"[0-9a-f]{32}", name)}


def keys(names: set[str]) -> list[str]:
    """Kernel keys of the vaults with these names."""
    lines = Path("/proc/keys").read_text().splitlines() if Path("/proc/keys").exists() else []
    return [line for line in lines if any(name in line for name in names)]


def exported(screen: Screen) -> list[Path]:
    """What lies in the folder that the export page offers, with what is hidden."""
    return sorted((Path(screen.environment["HOME"]) / "Pictures").iterdir())
