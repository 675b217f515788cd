"""What the children's answers are called, and how the numbers in them are read. Standard library only."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from headshot_desktop.engine import small_picture
from headshot_desktop.engine.child import distrust
from headshot_desktop.engine.protocol import Progress
from headshot_desktop.engine.wire import Message

ANSWERS = {
    "load": "loaded",
    "refer": "referred",
    "inspect": "inspected",
    "render": "rendered",
    "preview": "previewed",
    "original": "laid",
    "anonymise": "anonymised",
    "finish": "finished",
    "measure": "measured",
    "decode": "decoded",
    "check": "checked",
    "may-train": "trainable",
    "learn": "noted",
    "train": "trained",
    "attach": "attached",
}
"""The kind of answer to each kind of job."""

MOST_NUMBERS = 8
"""Numbers in one progress."""


def seconds_in(untrusted: Mapping[str, Any]) -> dict[str, float]:
    """Seconds by stage."""
    return {str(name)[:40]: float(value) for name, value in untrusted.items()}


def progress_in(message: Message) -> Progress:
    """How far a child says that it is; `EngineDied` where that makes no sense."""
    with distrust():
        stage, done, of = (message.fields[name] for name in ("stage", "done", "of"))
        pictures = [small_picture.checked(blob) for blob in message.blobs]
        numbers = seconds_in(message.fields.get("numbers", {}))
        progress = Progress(str(stage)[:40], int(done), int(of), pictures[0] if pictures else None, numbers)
        if not 0 <= progress.done <= progress.of or not progress.of:
            raise ValueError("no share of anything")
        if len(numbers) > MOST_NUMBERS or not all(map(math.isfinite, numbers.values())):
            raise ValueError("no numbers")
    return progress
