"""Measure the window: start, memory, and the first headshot on screen; called by `tools/bench.py window`.

The program is started as the script `headshot-desktop` does, on Qt's offscreen platform, with the consent given. Times
run from the start of the process, as the person would count them: `shown` when the window has painted once and its
event loop is idle, `headshot` from dropping a 12-megapixel photo on the page to the finished picture being on screen,
with an engine that was never used before.
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
    answers = [_run(photo) for _ in range(runs + 1)][1:]  # the first one fills the disk's cache
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


def _run(photo: bytes) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as place:
        folders = {}
        for name in ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            folder = Path(place) / name
            folder.mkdir(mode=0o700)
            folders[name] = str(folder)
        (Path(place) / "photo.jpg").write_bytes(photo)
        environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, __file__, str(Path(place) / "photo.jpg"), str(time.monotonic())]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=300)
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _memory() -> float:
    """Resident megabytes of this process."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return float(line.split()[1]) * 1024 / 1e6


def _sitting(photo: Path, started: float) -> None:
    from headshot_desktop import isolation
    from headshot_desktop.isolation import audit

    isolation.switch_off()
    audit.install()
    missing = isolation.restrict_application(dumpable=True)
    from headshot_desktop.app.build import build_studio
    from headshot_desktop.records.preferences import Preferences, agreed
    from headshot_desktop.ui.application import Program, make_application
    from headshot_desktop.ui.pages.consent import text_hash

    application = make_application([])
    studio = build_studio(unprotected=missing, accept_unprotected=True)
    program = Program(studio, Preferences(agreed(text_hash())), photo.with_name("preferences.json"))
    program.window.show()
    application.processEvents()
    application.processEvents()
    answer = {"shown_seconds": time.monotonic() - started, "shown_mb": _memory()}

    def until(ready: Callable[[], bool]) -> None:
        while not ready():
            application.processEvents()
            time.sleep(0.005)

    begun = time.monotonic()
    program.model.add_files([photo])
    until(lambda: program.model.main is not None)
    answer["looked_at_seconds"] = time.monotonic() - begun
    program.model.create()
    program.window.show_page("create")
    page: Any = program.window.pages["create"]
    until(lambda: bool(page.cards) and page.cards[0].picture.loaded)
    answer["headshot_seconds"] = time.monotonic() - begun
    program.window.show_page("look")
    previews = time.monotonic()
    until(lambda: all(program.model.preview(look.id) for look in studio.catalogue.looks))
    answer["all_previews_seconds"] = time.monotonic() - previews
    answer["end_mb"] = _memory()
    closing = time.monotonic()
    program.window.close()
    program.close()
    answer["closed_seconds"] = time.monotonic() - closing
    print(json.dumps(answer))


if __name__ == "__main__":
    _sitting(Path(sys.argv[1]), float(sys.argv[2]))
