"""Render every page, light and dark, with the real engine: usual and smallest window, 100 % and 150 %, two languages.

    python tools/screenshots.py [--out build/screenshots] [--demo] [--language de] [--scale 2] [--size 720x480]

The only person on them is scikit-image's astronaut. Each scale is a process of its own, because Qt reads it once.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headshot_desktop.ui.application import Program

SITTINGS = (("1280x800", "1.0", "en"), ("1280x800", "1.5", "en"), ("1280x800", "1.0", "de"), ("720x480", "1.0", "de"))
"""Size of the window in device-independent pixels, scale, language."""

PATIENCE = 120.0
"""Seconds to wait for the engine at each step."""


def main() -> int:
    """Render."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--demo", action="store_true", help="stand-in pictures instead of the engine's")
    parser.add_argument("--language", default="en")
    parser.add_argument("--scale", type=float, help="this scale only")
    parser.add_argument("--size", default="1280x800", help="of the window, device-independent pixels")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.scale:
        return _render(arguments)
    for size, scale, language in SITTINGS:
        of_it = ["--size", size, "--scale", scale, "--language", language]
        folder = arguments.out / f"{size}-{language}"
        subprocess.run([sys.executable, __file__, *sys.argv[1:], *of_it, "--out", str(folder)], check=True)
    return 0


def _render(arguments: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    with tempfile.TemporaryDirectory() as place:
        for name in ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            folder = Path(place) / name
            folder.mkdir(mode=0o700)
            os.environ[name] = str(folder)
        Session(arguments, Path(place)).render()
    return 0


class Session:
    """One sitting with the astronaut, photographed step by step."""

    def __init__(self, arguments: argparse.Namespace, place: Path) -> None:
        from headshot_desktop.app.build import build_studio
        from headshot_desktop.app.record import Record
        from headshot_desktop.records.preferences import Preferences
        from headshot_desktop.ui import application

        self._out, self._place, self._scale = arguments.out, place, arguments.scale
        self.application = application.make_application([])
        self._translators = application.translate(self.application, arguments.language)
        studio = build_studio(
            application.stand_in() if arguments.demo else None, accept_unprotected=True, record=Record(None)
        )
        studio.retention.minutes = 15
        self.program: Program = application.Program(studio, Preferences(), place / "preferences.json")
        width, height = map(int, arguments.size.split("x"))
        self.program.window.resize(width, height)
        self.program.window.show()

    def render(self) -> None:
        """Go through all pages."""
        from headshot_desktop.ui.pages.consent import ConsentPage

        window, model = self.program.window, self.program.model
        self._shoot("0-consent")
        consent = window.centralWidget()
        assert isinstance(consent, ConsentPage)
        consent.agree.setChecked(True)
        consent.begin.click()
        self._shoot("1-photos-empty")
        model.add_files([self._astronaut()])
        self._until(lambda: model.main is not None)
        self._shoot("1-photos")
        window.show_page("look")
        self._until(lambda: model.previews.complete)
        self._shoot("2-look")
        bar = window.pages["look"].area.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._shoot("2-look-below")
        model.create()
        window.show_page("create")
        self._until(lambda: len(model.candidates) == 1)
        model.create([model.studio.catalogue.look(name) for name in ("charcoal", "warm-stone")])
        self._until(lambda: len(model.candidates) == 2)
        self._shoot("3-create")
        self._until(lambda: not model.making.busy)
        model.toggle_favourite(model.candidates[0].handle)
        for number, key in ((4, "review"), (5, "export"), (6, "privacy"), (7, "settings")):
            window.show_page(key)
            self._shoot(f"{number}-{key}")
        model.wipe()  # or closing would ask
        window.close()
        self.program.close()

    def _astronaut(self) -> Path:
        from PIL import Image
        from skimage import data

        path = self._place / "astronaut.png"
        Image.fromarray(data.astronaut()).save(path)
        return path

    def _until(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not ready():
            assert time.monotonic() < end, "the engine took too long"
            self.application.processEvents()
            time.sleep(0.01)

    def _loading(self) -> bool:
        return self.program.tasks.busy and not self.program.model.making.busy

    def _shoot(self, name: str) -> None:
        from headshot_desktop.ui import theme

        for scheme, colours in (("dark", theme.DARK), ("light", theme.LIGHT)):
            theme.dress(self.application, colours)
            end = time.monotonic() + 0.3
            while time.monotonic() < end or (self._loading() and time.monotonic() < end + 10):
                self.application.processEvents()
            percent = round(self._scale * 100)
            self.program.window.grab().save(str(self._out / f"{name}-{scheme}-{percent}.png"))


if __name__ == "__main__":
    sys.exit(main())
