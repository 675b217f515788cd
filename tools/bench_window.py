"""Measure the window: start, memory, and the first headshot on screen; called by `tools/bench.py window`.

The program is started as the script `headshot-desktop` does, on Qt's offscreen platform, with the consent given. Times
run from the start of the process, as the person would count them: `shown` when the window has painted once and its
event loop is idle, `headshot` from dropping a 12-megapixel photo on the page to the finished picture being on screen,
with an engine that was never used before. Previews are timed in a second sitting, from the photo being usable until the
first card and all cards show it; a slider from its last movement until its card shows the new value.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def measure(runs: int, photo: bytes) -> dict[str, Any]:
    """Medians over `runs` starts; memory is the application process' own, in MB, after the start and at the end."""
    # The first one fills the disk's cache.
    answers = [{**_run(photo, "headshot"), **_run(photo, "looks")} for _ in range(runs + 1)][1:]
    return {
        "machine": {"cores": len(os.sched_getaffinity(0)), "load": round(os.getloadavg()[0], 2)},
        "window": {
            name: {
                "median": round(statistics.median(answer[name] for answer in answers), 2),
                "best": round(min(answer[name] for answer in answers), 2),
            }
            for name in answers[0]
        },
    }


def _run(photo: bytes, what: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as place:
        folders = {}
        for name in ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            folder = Path(place) / name
            folder.mkdir(mode=0o700)
            folders[name] = str(folder)
        (Path(place) / "photo.jpg").write_bytes(photo)
        environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, __file__, str(Path(place) / "photo.jpg"), str(time.monotonic()), what]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=300)
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _memory() -> float:
    """Resident megabytes of this process."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return float(line.split()[1]) * 1024 / 1e6


class _Sitting:
    """One run of the program in this process."""

    def __init__(self, photo: Path, started: float) -> None:
        from headshot_desktop import isolation
        from headshot_desktop.isolation import audit

        isolation.switch_off()
        audit.install()
        missing = isolation.restrict_application(dumpable=True)
        from agreed import agreed_here
        from headshot_desktop.app.build import build_studio
        from headshot_desktop.records.preferences import Preferences
        from headshot_desktop.ui.application import Program, make_application

        self.photo = photo
        self.answer: dict[str, float] = {}
        self.application = make_application([])
        studio = build_studio(unprotected=missing, accept_unprotected=True, record=agreed_here())
        self.program = Program(studio, Preferences(), photo.with_name("preferences.json"))
        self.program.window.show()
        self.application.processEvents()
        self.application.processEvents()
        self.answer |= {"shown_seconds": time.monotonic() - started, "shown_mb": _memory()}

    def until(self, ready: Callable[[], bool]) -> float:
        """Seconds until something is so."""
        begun = time.monotonic()
        while not ready():
            self.application.processEvents()
            time.sleep(0.005)
        return time.monotonic() - begun

    def add(self) -> None:
        """Drop the photo and wait until it is usable."""
        self.program.model.add_files([self.photo])
        self.answer["looked_at_seconds"] = self.until(lambda: self.program.model.main is not None)

    def headshot(self) -> None:
        """From the drop to the finished picture, as fast as hands can be."""
        begun = time.monotonic()
        self.add()
        self.program.model.create()
        self.program.window.show_page("create")
        page: Any = self.program.window.pages["create"]
        self.until(lambda: bool(page.cards) and page.cards[0].picture.loaded)
        self.answer["headshot_seconds"] = time.monotonic() - begun
        self.program.window.show_page("look")
        self.until(lambda: self.program.model.previews.complete and not self.program.tasks.busy)
        for key in ("review", "export", "privacy"):
            self.program.window.show_page(key)
            self.until(lambda: not self.program.tasks.busy)
        self.answer["end_mb"] = _memory()

    def looks(self) -> None:
        """Previews as they come after the photo, and one slider."""
        self.add()
        page: Any = self.program.window.pages["look"]
        cards = page.cards.values()
        first = self.until(lambda: any(card.picture.loaded for card in cards))
        self.answer["first_preview_seconds"] = first
        self.answer["all_previews_seconds"] = first + self.until(lambda: all(card.picture.loaded for card in cards))
        self.program.window.show_page("look")
        self.until(lambda: not self.program.tasks.busy)
        shown = page.cards[self.program.model.look.id].picture
        for name in ("warmth", "crop"):
            before = shown.handle
            page.sliders[name].slider.setValue(80)
            self.answer[f"slider_{name}_seconds"] = self.until(
                lambda before=before: shown.handle != before and shown.loaded  # type: ignore[misc]
            )
            self.until(lambda: not self.program.tasks.busy)

    def close(self) -> None:
        """Close the window and print what was measured."""
        for entry in self.program.model.candidates:
            self.program.model.discard(entry.handle)  # or closing would ask
        self.until(lambda: not self.program.tasks.busy)
        closing = time.monotonic()
        self.program.window.close()
        self.program.close()
        self.answer["closed_seconds"] = time.monotonic() - closing
        print(json.dumps(self.answer))


if __name__ == "__main__":
    sitting = _Sitting(Path(sys.argv[1]), float(sys.argv[2]))
    sitting.looks() if sys.argv[3] == "looks" else sitting.headshot()
    sitting.close()
