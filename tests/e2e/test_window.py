"""The installed window as a person would use it: a real screen, mouse, keyboard, engine, vault and file."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.looking import family
from tests.e2e.opened_window import PROGRAM, TITLE, exported, keys, vaults
from tests.e2e.screen import Screen, until, virtual_screen

NEXT = (1212, 724)
"""The button that leads on: every step has it at the same place, so that one hand finds the whole way."""
BESIDE_ITS_WORDS = (1242, 724)
ACCENT = (0x0F, 0x6B, 0x6B)
DROP = (738, 250)
MOST_CLICKS = 6

pytestmark = pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")


class Hand:
    """A mouse that knows where the button that leads on is, and counts."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.clicks = 0

    def click(self, place: tuple[int, int]) -> None:
        self.clicks += 1
        self.screen.click(place)

    def title(self) -> bytes:
        """The head of the page, without the shield, which counts down."""
        return self.screen.look().crop((220, 16, 600, 60)).tobytes()

    def go_on(self) -> None:
        """Press the button that leads on when it can be pressed, and wait for the next page."""
        self.until_ready()
        before = self.title()
        self.click(NEXT)
        until(lambda: self.title() != before, "the next page does not come")

    def until_ready(self) -> None:
        """Wait until the button that leads on can be pressed: then it has the colour of what matters."""
        until(lambda: self.screen.look().getpixel(BESIDE_ITS_WORDS) == ACCENT, "the button that leads on stays grey")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    folders = {name: tmp_path / name for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    (folders["HOME"] / "Pictures").mkdir()
    inherited = {name: os.environ[name] for name in ("PATH", "DBUS_SESSION_BUS_ADDRESS") if name in os.environ}
    with virtual_screen(tmp_path, {**inherited, **{name: str(folder) for name, folder in folders.items()}}) as made:
        yield made


def _stored(screen: Screen) -> int:
    """Files below the folders where vaults lie."""
    roots = [Path(screen.environment[name]) for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME")]
    return sum(path.is_file() for root in roots for path in root.rglob("*"))


def test_from_the_first_start_to_a_file_and_nothing_left(screen: Screen, astronaut_file: Path) -> None:
    program = subprocess.Popen([PROGRAM], env=screen.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        names = _drive(screen, program, astronaut_file)
    finally:
        program.kill()
        said = program.communicate(timeout=20)[0].decode()
    assert program.returncode == 0, said
    assert "Traceback" not in said
    assert vaults(screen) == set(), "the vault is gone"
    assert names
    assert keys(names) == [], "and so are their keys"


def _drive(screen: Screen, program: subprocess.Popen[bytes], photo: Path) -> set[str]:
    hand = Hand(screen)
    until(lambda: screen.windows(TITLE), "no window")
    window = screen.windows(TITLE)[0]
    screen.do("windowmove", window, 0, 0, "windowfocus", "--sync", window)
    before = hand.title()
    # The consent, by keyboard alone: tick the first box, pass the second and the no, press the yes.
    screen.do("key", "space", "Tab", "Tab", "Tab", "space")
    kept = Path(screen.environment["HOME"]) / ".local" / "share" / "headshot-desktop" / "ledger.json"
    until(kept.exists, "the consent was not taken")
    until(lambda: hand.title() != before, "the consent page stays")
    empty = _stored(screen)

    hand.click(DROP)
    until(lambda: screen.windows("Choose photos"), "no dialog")
    screen.do("windowfocus", "--sync", screen.windows("Choose photos")[0])
    screen.do("type", "--delay", 20, str(photo))
    screen.do("key", "Return")
    hand.until_ready()
    assert _stored(screen) >= empty + 2, "photo and small copy lie in the vault"
    screen.do("windowfocus", "--sync", window)
    helpers = family(program.pid)[1:]
    assert len(helpers) >= 3, "engine, decoder and janitor run"

    for _ in ("look", "create", "review", "export"):
        hand.go_on()
    hand.until_ready()
    hand.click(NEXT)
    until(lambda: [path for path in exported(screen) if path.suffix == ".jpg"], "no file was saved")
    (saved,) = exported(screen)
    with Image.open(io.BytesIO(saved.read_bytes())) as image:
        assert (image.size, image.format) == ((800, 800), "JPEG")
    assert hand.clicks <= MOST_CLICKS

    names = vaults(screen)
    time.sleep(0.5)  # the favourite counts as exported when the window has heard of it
    begun = time.monotonic()
    screen.do("key", "ctrl+q")
    program.wait(20)
    assert time.monotonic() - begun < 4.0, "two seconds, and some for a loaded machine to notice"
    assert not [pid for pid in helpers if Path(f"/proc/{pid}/cmdline").exists()]
    return names
