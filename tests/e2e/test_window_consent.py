"""P18 with the installed window: the answer is taken back on the command line while the window makes a headshot."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from tests.e2e.opened_window import OpenedWindow, keys, opened_window, vaults
from tests.e2e.ordinary import HEADSHOT
from tests.e2e.screen import Screen, until
from tests.e2e.screen_reader import ScreenReader
from tests.e2e.seated import NEEDED

MOST_SECONDS = 2.0

pytestmark = NEEDED


def _revoke(screen: Screen) -> float:
    """Take the answer back in another program; seconds from its start until no vault is left."""
    began = time.monotonic()
    with subprocess.Popen([HEADSHOT, "consent", "revoke"], env=screen.environment, stdout=subprocess.PIPE) as program:
        until(lambda: not vaults(screen), "the vault stays", 20)
        seconds = time.monotonic() - began
        said = program.communicate(timeout=20)[0].decode()
    assert program.returncode == 0, said
    return seconds


def _asked_again(window: OpenedWindow) -> None:
    window.wait_for("Your answer was taken back", "label")
    heard = window.wait_for("Measure my face", "check box")
    assert heard is not None
    assert window.reader.find("Create a headshot", "push button") is None


def test_taken_back_on_the_command_line_the_window_lets_go_and_asks_again(
    screen: Screen, reader: ScreenReader, astronaut_file: Path
) -> None:
    with opened_window(screen, reader) as window:
        window.agree()
        window.tab_to("Add photos")
        window.press("space")
        window.choose(astronaut_file)
        window.wait_for("Choose a look", "push button", enabled=True)
        names = vaults(screen)
        assert names, "positive control: there is a vault"
        window.press("ctrl+3")
        window.tab_to("Create a headshot")
        window.press("space")
        seconds = _revoke(screen)
        assert seconds < MOST_SECONDS, f"{seconds:.1f} s"
        _asked_again(window)
        assert keys(names) == []
        window.agree()
        window.press("ctrl+q")
        window.ends(window.helpers())
        assert vaults(screen) == set()
