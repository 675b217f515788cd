"""Make headshots from a real photo, as a newcomer would, and say where they are.

Without a photo, the public-domain astronaut that scikit-image ships is used.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

OUT = Path("build/demo")


def main() -> int:
    """Run `headshot make` and print the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photo", nargs="?", type=Path)
    parser.add_argument("--for", dest="destinations", default="linkedin,resume-de,website")
    arguments = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    photo = arguments.photo or _astronaut(OUT / "astronaut.png")
    command = shutil.which("headshot", path=str(Path(sys.executable).parent)) or "headshot"
    options = ["--for", arguments.destinations, "--out", str(OUT), "--force"]
    if arguments.photo is None:
        options.append("--agree")  # the astronaut cannot be asked, and her picture is everybody's
    print(f"headshot make {photo} {' '.join(options)}", flush=True)
    code = subprocess.run([command, "make", str(photo), *options], check=False).returncode
    if code == 0:
        print(f"The headshots are in {OUT.resolve()}.")
    return code


def _astronaut(path: Path) -> Path:
    from PIL import Image
    from skimage import data

    Image.fromarray(data.astronaut()).save(path)
    return path


if __name__ == "__main__":
    sys.exit(main())
