"""The installed window as a person would use it: a real screen, mouse, keyboard, engine, vault and file."""

from __future__ import annotations

import io
import os
import re
import select
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

PROGRAM = str(Path(sys.executable).with_name("headshot-desktop"))
WIDTH, HEIGHT = 1280, 800
NEXT = (1212, 724)
"""The button that leads on: every step has it at the same place, so that one hand finds the whole way."""
BESIDE_ITS_WORDS = (1242, 724)
ACCENT = (0x0F, 0x6B, 0x6B)
DROP = (738, 250)
PATIENCE = 90.0

pytestmark = pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")


@dataclass
class Screen:
    """A virtual screen with a mouse and a keyboard."""

    environment: dict[str, str]

    def do(self, *words: object) -> str:
        """Let xdotool do something."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=30)
        return done.stdout.strip()

    def click(self, place: tuple[int, int]) -> None:
        self.do("mousemove", *place, "click", 1)

    def look(self) -> Image.Image:
        """What is on the screen; Xvfb keeps it in a file in the format of `xwd`."""
        content = Path(self.environment["SCREEN"]).read_bytes()
        header = struct.unpack(">25I", content[:100])
        begin, line = header[0] + header[19] * 12, header[12]
        return Image.frombytes("RGB", (WIDTH, HEIGHT), content[begin : begin + line * HEIGHT], "raw", "BGRX", line)

    def title(self) -> bytes:
        """The head of the page, without the shield, which counts down."""
        return self.look().crop((220, 16, 600, 60)).tobytes()

    def go_on(self) -> None:
        """Press the button that leads on when it can be pressed, and wait for the next page."""
        self.until_ready()
        before = self.title()
        self.click(NEXT)
        _until(lambda: self.title() != before, "the next page does not come")

    def until_ready(self) -> None:
        """Wait until the button that leads on can be pressed: then it has the colour of what matters."""
        _until(lambda: self.look().getpixel(BESIDE_ITS_WORDS) == ACCENT, "the button that leads on stays grey")


def _until(what: Callable[[], object], why: str) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, why
        time.sleep(0.05)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    command += ["-fbdir", str(tmp_path)]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        assert select.select([reader], [], [], 20)[0], "Xvfb did not start"
        number = os.read(reader, 20).decode().strip()
        folders = {name: tmp_path / name for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        for folder in folders.values():
            folder.mkdir(mode=0o700)
        (folders["HOME"] / "Pictures").mkdir()
        inherited = {name: os.environ[name] for name in ("PATH", "DBUS_SESSION_BUS_ADDRESS") if name in os.environ}
        places = {name: str(folder) for name, folder in folders.items()}
        places["SCREEN"] = str(tmp_path / "Xvfb_screen0")
        yield Screen({**inherited, **places, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"})
    finally:
        os.close(reader)
        server.terminate()
        server.wait(20)


def _stored(screen: Screen) -> int:
    """Files below the folders where vaults lie."""
    roots = [Path(screen.environment[name]) for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME")]
    return sum(path.is_file() for root in roots for path in root.rglob("*"))


def _children(pid: int) -> list[int]:
    """Processes that any thread of this one started, and theirs."""
    lists = [path.read_text().split() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    found = [int(word) for words in lists for word in words]
    return [*found, *(each for child in found for each in _children(child))]


def _keys(names: set[str]) -> list[str]:
    """Kernel keys of the vaults with these names."""
    lines = Path("/proc/keys").read_text().splitlines() if Path("/proc/keys").exists() else []
    return [line for line in lines if any(name in line for name in names)]


def _vaults(screen: Screen) -> set[str]:
    """Names of the vaults' folders: 32 hexadecimal digits, as in the names of their keys."""
    roots = [Path(screen.environment[name]) for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME")]
    found = {part for root in roots for path in root.rglob("*") for part in re.findall(r"[0-9a-f]{32}", path.name)}
    return found


def test_from_the_first_start_to_a_file_and_nothing_left(screen: Screen, astronaut_file: Path) -> None:
    program = subprocess.Popen([PROGRAM], env=screen.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        vaults = _drive(screen, program, astronaut_file)
    finally:
        program.kill()
        said = program.communicate(timeout=20)[0].decode()
    assert program.returncode == 0, said
    assert "Traceback" not in said
    assert _vaults(screen) == set(), "the vault is gone"
    assert vaults
    assert _keys(vaults) == [], "and so are their keys"


def _drive(screen: Screen, program: subprocess.Popen[bytes], photo: Path) -> set[str]:
    _until(lambda: screen.do("search", "--onlyvisible", "--name", "Headshot Desktop"), "no window")
    window = screen.do("search", "--onlyvisible", "--name", "Headshot Desktop").split()[0]
    screen.do("windowmove", window, 0, 0, "windowfocus", "--sync", window)
    before = screen.title()
    # The consent, by keyboard alone: tick the box, go to the button, press it.
    screen.do("key", "space", "Tab", "space")
    kept = Path(screen.environment["XDG_CONFIG_HOME"]) / "headshot-desktop" / "preferences.json"
    _until(kept.exists, "the consent was not taken")
    _until(lambda: screen.title() != before, "the consent page stays")
    empty = _stored(screen)

    screen.click(DROP)
    _until(lambda: screen.do("search", "--onlyvisible", "--name", "Choose photos"), "no dialog")
    dialog = screen.do("search", "--onlyvisible", "--name", "Choose photos").split()[0]
    screen.do("windowfocus", "--sync", dialog)
    screen.do("type", "--delay", 20, str(photo))
    screen.do("key", "Return")
    screen.until_ready()
    assert _stored(screen) >= empty + 2, "photo and small copy lie in the vault"
    screen.do("windowfocus", "--sync", window)
    helpers = _children(program.pid)
    assert len(helpers) >= 3, "engine, decoder and janitor run"

    for _ in ("look", "create", "review", "export"):
        screen.go_on()
    screen.until_ready()
    screen.click(NEXT)
    pictures = Path(screen.environment["HOME"]) / "Pictures"
    _until(lambda: list(pictures.glob("*.jpg")), "no file was saved")
    (saved,) = pictures.iterdir()
    with Image.open(io.BytesIO(saved.read_bytes())) as image:
        assert (image.size, image.format) == ((800, 800), "JPEG")

    vaults = _vaults(screen)
    time.sleep(0.5)  # the favourite counts as exported when the window has heard of it
    begun = time.monotonic()
    screen.do("key", "ctrl+q")
    program.wait(20)
    assert time.monotonic() - begun < 4.0, "two seconds, and some for a loaded machine to notice"
    assert not [pid for pid in helpers if Path(f"/proc/{pid}/cmdline").exists()]
    return vaults
