"""The installed window makes a headshot with a model pack: imported, chosen, drawn, looked at, saved, given away.

The pack has random weights, so what it draws is noise, which is rejected where neck and shoulders are looked for; the
photo ends at the chin, so that nothing can be said of them. Around that everything is real: the import by the command
line, the window on a screen with mouse and keyboard, the process that draws, the vault, and the marks in the file.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.e2e.opened_window import OpenedWindow, exported, keys, opened_window, vaults
from tests.e2e.other_program import PLACE, SIZE
from tests.e2e.screen import Screen, until
from tests.e2e.screen_reader import ScreenReader
from tests.e2e.seated import NEEDED

BASKET = PLACE[0] + SIZE // 2, PLACE[1] + SIZE // 2
TOOL = Path(__file__).resolve().parents[2] / "tools" / "tiny_packs.py"
COMMAND = str(Path(sys.executable).with_name("headshot"))
MARK = b"compositeWithTrainedAlgorithmicMedia"
MOST_SECONDS = 3.0

pytestmark = NEEDED


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny pack, made by a process of its own: the libraries that it needs stay out of this one."""
    folder = tmp_path_factory.mktemp("packs")
    subprocess.run([sys.executable, TOOL, folder, "klein"], check=True, timeout=120)
    return folder / "klein"


@pytest.fixture(scope="module")
def close_photo(astronaut_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A face to just above the tip of the chin."""
    path = tmp_path_factory.mktemp("photos") / "close.png"
    with Image.open(astronaut_file) as photo:
        photo.crop((0, 0, photo.width, 167)).save(path)
    return path


def _headshot(screen: Screen, *words: object) -> Any:
    """What the command line answers in this person's session."""
    command = [COMMAND, *map(str, words), "--json"]
    done = subprocess.run(command, env=screen.environment, capture_output=True, check=True, timeout=60)
    return json.loads(done.stdout)


def _choose(window: OpenedWindow, shown: str, wanted: str) -> None:
    """Open the list that shows something with the mouse, and take another entry of it by its first letters."""
    window.click(shown, "combo box")
    window.wait_for(wanted, "list item")
    window.screen.do("type", wanted)
    window.press("Return")
    window.wait_for(wanted, "combo box", enabled=True)


def _create(window: OpenedWindow, photo: Path) -> None:
    window.agree()
    window.click("Add photos")
    window.choose(photo)
    window.wait_for("Choose a look", "push button", enabled=True)
    window.press("ctrl+3")
    window.click("Generative", "check box")
    _choose(window, "Navy suit, white shirt", "Scrubs")
    _choose(window, "Grey studio", "Clinic")
    window.click("Create a headshot")
    window.wait_for("Cancel", "push button")
    window.wait_for("Scrubs", "check box")


def _given_to_others(window: OpenedWindow, saved: Path, note: Path) -> None:
    """Drag what was saved to another program, then copy it and let that program look at the clipboard."""
    with window.other_program("take", note):
        window.screen.drag(window.reader.middle(window.wait_for(".*checked by reading it back", "label")), BASKET)
        until(note.exists, "nothing was dropped")
        dropped = json.loads(note.read_text("utf-8"))
        assert (dropped["files"], dropped["width"]) == ([str(saved)], 0), "the file with its marks, no bare pixels"
        note.unlink()
        window.click("Copy headshot-linkedin")
        window.wait_for(".*Copied until you close", "label")
        window.screen.click(BASKET)
        until(note.exists, "nothing was copied")
    copied = json.loads(note.read_text("utf-8"))
    assert (copied["files"], copied["width"]) == ([str(saved)], 800)
    assert copied["hint"] == "secret", "clipboard histories are asked not to keep it"
    window.focus()


def test_a_headshot_by_a_model_pack_from_the_import_to_the_marked_file(
    screen: Screen, reader: ScreenReader, close_photo: Path, pack: Path, tmp_path: Path
) -> None:
    _headshot(screen, "packs", "import", pack)
    with opened_window(screen, reader) as window:
        _create(window, close_photo)
        window.click("Review")
        window.wait_for("✓ Still you", "label")
        window.tab_to("Favourite: Scrubs", "check box")
        window.press("space")
        window.click("Export")
        window.click("Save 1 file")
        window.wait_for("Saved", "label")
        (saved,) = exported(screen)
        assert MARK in saved.read_bytes()
        _given_to_others(window, saved, tmp_path / "note.json")
        names, helpers = vaults(screen), window.helpers()
        window.press("ctrl+q")
        assert window.ends(helpers) < MOST_SECONDS
    assert names, "positive control: there was a vault"
    assert vaults(screen) == set(), "the vault is gone"
    assert keys(names) == [], "and its key"
    assert MARK.decode() in json.dumps(_headshot(screen, "check-image", saved))
