"""The window with everything a person does in it, by the clock, as `window_stay.py PHOTO OUT SECONDS`.

As the script `headshot-desktop` starts it, on Qt's offscreen platform: each page is shown, a photo is added, a headshot
made, shown and exported, the session locked and unlocked, then nothing is done for a while, then it is closed.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from headshot_desktop import isolation
from headshot_desktop.isolation import audit

PATIENCE_SECONDS = 120.0


def main(photo: Path, out: Path, seconds: float) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    isolation.bind_early()
    isolation.switch_off()
    audit.install()
    missing = isolation.restrict_application(dumpable=True)
    from headshot_desktop.app.build import build_studio
    from headshot_desktop.records.preferences import Preferences, preferences_path
    from headshot_desktop.ui.application import Program, make_application

    application = make_application([])
    program = Program(build_studio(unprotected=missing), Preferences(), preferences_path())
    window, model = program.window, program.model

    def until(what: Callable[[], object], patience: float = PATIENCE_SECONDS) -> None:
        end = time.monotonic() + patience
        while not what():
            if time.monotonic() > end:
                sys.exit("the window did not get there")
            application.processEvents()
            time.sleep(0.01)

    window.resize(1100, 800)
    window.show()
    program.watch.start()
    model.add_files([photo])
    until(lambda: model.best is not None)
    for key in window.pages:
        window.show_page(key)
        application.processEvents()
    until(lambda: not program.tasks.busy)
    model.create([model.studio.catalogue.look("auto")])
    until(lambda: model.candidates)
    window.show_page("review")
    made = model.candidates[0]
    model.exports.write(made, made.destination, out / "window.jpg")
    until((out / "window.jpg").exists)
    until(lambda: not program.tasks.busy)
    model.lock()
    until(lambda: model.locked)
    model.unlock()
    until(lambda: not model.locked)
    started = time.monotonic()
    until(lambda: time.monotonic() - started > seconds, seconds + PATIENCE_SECONDS)
    window.close()
    program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))
