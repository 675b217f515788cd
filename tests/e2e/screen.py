"""A virtual screen with a mouse and a keyboard, in a login session of its own."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

WIDTH, HEIGHT = 1280, 800
PATIENCE = 60.0

Place = tuple[int, int]


def until(what: Callable[[], object], why: str, patience: float = PATIENCE) -> None:
    """Wait for something; the reason is told when it never comes."""
    end = time.monotonic() + patience
    while not what():
        assert time.monotonic() < end, why
        time.sleep(0.03)


@dataclass(frozen=True)
class Screen:
    """`environment` is a login session's, with this screen in it."""

    environment: dict[str, str]
    memory: Path
    """Where Xvfb keeps what is on the screen, in the format of `xwd`."""

    def do(self, *words: object) -> str:
        """Let xdotool do something."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=30)
        return done.stdout.strip()

    def click(self, place: Place) -> None:
        """With the left button."""
        self.do("mousemove", *place, "click", 1)

    def drag(self, start: Place, end: Place) -> None:
        """With the left button, in steps, as a hand does it: a drag begins when the pointer has gone some way."""
        self.do("mousemove", *start, "mousedown", 1)
        for share in (0.02, 0.05, 0.3, 0.7, 0.98, 1.0):
            place = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
            self.do("mousemove", *place)
            time.sleep(0.05)
        time.sleep(0.2)  # for both programs to agree that it may be dropped here
        self.do("mouseup", 1)

    def windows(self, title: str) -> list[str]:
        """Visible windows of a title, as xdotool names them."""
        return self.do("search", "--onlyvisible", "--name", title).split()

    def look(self) -> Image.Image:
        """What is on the screen."""
        content = self.memory.read_bytes()
        header = struct.unpack(">25I", content[:100])
        begin, line = header[0] + header[19] * 12, header[12]
        return Image.frombytes("RGB", (WIDTH, HEIGHT), content[begin : begin + line * HEIGHT], "raw", "BGRX", line)


@contextmanager
def virtual_screen(folder: Path, session: dict[str, str]) -> Iterator[Screen]:
    """Start Xvfb and put it into a session's environment."""
    reader, writer = os.pipe()
    # -noreset: else the server starts anew when xdotool was its last client, and a program that comes just then fails.
    command = [
        "Xvfb",
        "-noreset",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        f"{WIDTH}x{HEIGHT}x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen([*command, "-fbdir", str(folder)], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        assert select.select([reader], [], [], 20)[0], "Xvfb did not start"
        number = os.read(reader, 20).decode().strip()
        environment = {**session, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        yield Screen(environment, folder / "Xvfb_screen0")
    finally:
        os.close(reader)
        server.terminate()
        server.wait(20)
