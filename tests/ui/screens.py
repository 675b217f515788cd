"""Screens of Qt's offscreen platform: without a description it has one of 800 × 800 pixels."""

from __future__ import annotations

import json
from pathlib import Path

USUAL = (1920, 1080)


def offscreen(folder: Path, size: tuple[int, int] = USUAL) -> str:
    """What `QT_QPA_PLATFORM` has to be for one screen of this size; its description is written into `folder`."""
    width, height = size
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    path = folder / f"screen-{width}x{height}.json"
    path.write_text(
        json.dumps({"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": [screen]})
    )
    return f"offscreen:configfile={path}"
