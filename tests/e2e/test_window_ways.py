"""Ways through the installed window that the journey of `test_window.py` does not take.

A person's mouse and keyboard (xdotool) on a real screen (Xvfb), the real engine, and a screen reader (AT-SPI) to tell
what is on the screen.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from tests.e2e.looking import role
from tests.e2e.opened_window import OpenedWindow, exported, keys, opened_window, vaults
from tests.e2e.other_program import PLACE, SIZE
from tests.e2e.screen import Screen
from tests.e2e.screen_reader import ScreenReader
from tests.e2e.seated import NEEDED

MOST_SECONDS = 2.0
ICON = PLACE[0] + SIZE // 2, PLACE[1] + SIZE // 2
STEP = CARD = "check box"
ROLES = {
    "push button",
    "check box",
    "radio button",
    "button menu",
    "combo box",
    "spin box",
    "slider",
    "text",
    "label",
    "graphic",
}
"""What a control may say it is; a label that can have the keyboard holds words to be copied, a picture is zoomed."""

WAY = {
    "Photos": "Choose a look",
    "Look": "Create headshots",
    "Create": "Review",
    "Review": "Export",
    "Export": "Save 1 file",
}
"""The pages in their order, and the button of each that leads on."""

pytestmark = NEEDED


@contextmanager
def _full(folder: Path) -> Iterator[None]:
    """A folder in which no picture finds room: a disk of one page, or, for who may not mount one, a closed folder."""
    small = ["mount", "-t", "tmpfs", "-o", "size=4k,mode=0700", "none", str(folder)]
    mounted = subprocess.run(small, capture_output=True, check=False).returncode == 0
    if not mounted:
        folder.chmod(0o500)
    try:
        yield
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S607 — a tool of the system
        folder.chmod(0o700)


def _nothing_is_left(screen: Screen, names: set[str]) -> None:
    assert names, "positive control: there was a vault"
    assert vaults(screen) == set(), "the vault is gone"
    assert keys(names) == [], "and its key"


def _begin_with(window: OpenedWindow, photo: Path) -> None:
    """Agree, and drop a photo onto the window as from a file manager."""
    window.agree()
    with window.other_program("drag", photo):
        window.screen.drag(ICON, window.reader.middle(window.wait_for("Drop a photo of yourself here", "label")))
        window.wait_for("Choose a look", "push button", enabled=True)
    window.focus()


def test_by_keyboard_alone_from_the_first_start_to_a_file(
    screen: Screen, reader: ScreenReader, astronaut_file: Path
) -> None:
    with opened_window(screen, reader) as window:
        window.agree()
        window.tab_to("Add photos")
        window.press("space")
        window.choose(astronaut_file)
        window.wait_for("Choose a look", "push button", enabled=True)
        window.press("ctrl+2")
        window.wait_for("Where will you use it", "label")
        window.press("ctrl+3")
        window.tab_to("Create a headshot")
        window.press("space")
        window.wait_for("Review", "push button", enabled=True)
        window.press("ctrl+4")
        window.tab_to("Favourite: ", "check box")
        window.press("space")
        window.press("ctrl+1", "ctrl+5")
        window.tab_to("Save 1 file")
        window.press("space")
        window.wait_for("Saved", "label")
        (saved,) = exported(screen)
        with Image.open(saved) as image:
            assert (image.size, image.format) == ((800, 800), "JPEG")
        names, helpers = vaults(screen), window.helpers()
        window.press("ctrl+q")
        assert window.ends(helpers) < MOST_SECONDS
    _nothing_is_left(screen, names)


def test_what_is_dropped_and_pasted_cannot_be_saved_and_is_asked_about(
    screen: Screen, reader: ScreenReader, astronaut_file: Path
) -> None:
    pictures = Path(screen.environment["HOME"]) / "Pictures"
    with _full(pictures), opened_window(screen, reader) as window:
        _begin_with(window, astronaut_file)
        with window.other_program("copy", astronaut_file):
            window.focus()
            window.press("ctrl+v")
            window.wait_for("Pasted picture", "label")
        for button in ("Choose a look", "Create headshots", "Review", "Export", "Save 1 file"):
            window.click(button)
        window.wait_for("The disk is full|.* cannot be written", "label")
        assert exported(screen) == [], "not a part of a file either"
        names, helpers = vaults(screen), window.helpers()
        window.press("ctrl+q")
        window.wait_for("You have 1 headshot and have not saved it", "label")
        window.press("Escape")
        window.click("Close this message")
        window.click("Save 1 file")
        window.wait_for("The disk is full|.* cannot be written", "label")  # before, closing would ask about the writing
        window.press("ctrl+q")
        window.click("Erase and close")
        assert window.ends(helpers) < MOST_SECONDS, "asked once, not again"
    _nothing_is_left(screen, names)


def test_the_second_start_remembers_and_closing_ends_what_is_being_made(
    screen: Screen, reader: ScreenReader, astronaut_file: Path
) -> None:
    with opened_window(screen, reader) as window:
        window.agree()
        window.press("ctrl+q")
        window.ends(window.helpers())
    with opened_window(screen, reader) as window:
        window.wait_for("Choose a look", "push button")
        window.click("Add photos")
        window.choose(astronaut_file)
        window.wait_for("Choose a look", "push button", enabled=True)
        window.press("ctrl+3")
        window.click("Create a headshot")
        window.wait_for("Cancel", "push button")
        names, helpers = vaults(screen), window.helpers()
        window.press("ctrl+q")
        assert window.ends(helpers) < MOST_SECONDS
    _nothing_is_left(screen, names)


def test_a_killed_engine_is_told_and_replaced(screen: Screen, reader: ScreenReader, astronaut_file: Path) -> None:
    with opened_window(screen, reader) as window:
        _begin_with(window, astronaut_file)
        window.press("ctrl+3")
        window.click("Create a headshot")
        window.wait_for("Cutting out|Setting the frame|Cleaning the edges", "label")  # not a preview's work before it
        (engine,) = (pid for pid in window.helpers() if role(pid) == "engine")
        os.kill(engine, signal.SIGKILL)
        window.wait_for(".*(stopped|ended)", "label")
        window.click("Create (a headshot|one more)")
        window.wait_for("Review", "push button", enabled=True)
        (second,) = (pid for pid in window.helpers() if role(pid) == "engine")
        assert second != engine


def test_a_screen_reader_finds_every_control_and_presses_the_buttons_that_lead_on(
    screen: Screen, reader: ScreenReader, astronaut_file: Path
) -> None:
    with opened_window(screen, reader) as window:
        _begin_with(window, astronaut_file)
        for page, leads_on in WAY.items():
            window.wait_for(leads_on, "push button", enabled=True)
            _told_well(reader, page)
            reader.press(window.wait_for(leads_on, "push button"))
        window.wait_for("Saved", "label")
        assert exported(screen)
        for page in ("Settings", "Privacy", "Look"):
            reader.press(window.wait_for(page, STEP))
            window.wait_for(page, "label")
            _told_well(reader, page)
        reader.press(window.wait_for("Slack", CARD))
        assert window.wait_for("Slack, chosen", CARD).checked


def _told_well(reader: ScreenReader, page: str) -> None:
    """Everything that can have the keyboard has a name and says what it is."""
    controls = [heard for heard in reader.hear() if heard.focusable]
    assert len(controls) >= 8, f"{page}: seven buttons at the side and one of the page's own"
    assert [heard.role for heard in controls if not heard.name] == [], page
    assert [(heard.role, heard.name) for heard in controls if heard.role not in ROLES] == [], page
