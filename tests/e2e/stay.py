"""A session as a window has it: photo in, headshot made, then a while in which nothing is asked, then export and close.

Run as `python -m tests.e2e.stay PHOTO OUT SECONDS`; telemetry of libraries begins seconds after the first inference.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from headshot_desktop import isolation
from headshot_desktop.isolation import audit


def main(photo: Path, out: Path, seconds: float) -> None:
    isolation.bind_early()
    isolation.switch_off()
    audit.install()
    missing = isolation.restrict_application()
    from headshot_desktop.app.build import build_studio

    with build_studio(unprotected=missing) as studio:
        added = studio.add(photo)
        studio.inspect(added)
        destination = studio.catalogue.destination("linkedin")
        candidate = studio.render(added, studio.request(studio.catalogue.look("auto"), destination))
        time.sleep(seconds)
        studio.export(candidate, destination, out / "stay.jpg", overwrite=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))
