"""Render the README's picture: the astronaut before and after, made by the program itself.

    python tools/before_after.py

Only the public-domain astronaut that scikit-image ships is ever used here.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from skimage import data

from agreed import agreed_here
from headshot_desktop.app.build import build_studio

TARGET = Path(__file__).resolve().parents[1] / "docs" / "images" / "before-after.jpg"

SIDE = 640
GAP = 16


def main() -> int:
    """Render and write the picture."""
    stream = io.BytesIO()
    before = Image.fromarray(data.astronaut())
    before.save(stream, "PNG")
    with build_studio(record=agreed_here()) as studio:
        request = studio.request(studio.catalogue.look("light-grey"), studio.catalogue.destination("square"))
        made = studio.render(studio.add_content(stream.getvalue(), "astronaut.png"), request)
        after = Image.open(io.BytesIO(studio.picture(made.handle)))
        after.load()
    page = Image.new("RGB", (2 * SIDE + GAP, SIDE), "white")
    page.paste(before.resize((SIDE, SIDE), Image.Resampling.LANCZOS), (0, 0))
    page.paste(after.resize((SIDE, SIDE), Image.Resampling.LANCZOS), (SIDE + GAP, 0))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    page.save(TARGET, quality=90)
    return 0


if __name__ == "__main__":
    sys.exit(main())
