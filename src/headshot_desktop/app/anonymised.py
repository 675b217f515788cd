"""Where an anonymised copy goes, what it is called, and what it says of itself: nothing about the photo."""

from __future__ import annotations

from pathlib import Path

from headshot_desktop.app.export_names import suffix, taken_names
from headshot_desktop.app.limits import Limits
from headshot_desktop.core.marks import Marks, SourceType
from headshot_desktop.core.request import ExportSpec, Format
from headshot_desktop.core.sentences import Sentence
from headshot_desktop.records.files import check_target

BASE = "anonymised"
"""Files are called after this and a number, never after the photo."""

DRAWN = Marks(SourceType.DRAWN)

REMAINS = Sentence(
    "Everything is drawn anew: face, hair, clothes, background and file details of the photo are not in it. What "
    "remains is how many people there are and, for one person, roughly where: one of 13 pictures."
)
"""What the person is told of every copy."""

LOOK = Sentence("Look at the picture before you send it: only you know what must not be seen.")
"""No program may have the last word on that."""


def place_in(folder: Path, limits: Limits) -> tuple[Path, ExportSpec]:
    """The first free name in a folder, and the file to write.

    Raises:
        PolicyError: the organisation does not allow files there.
        ExportRefused: the folder cannot be written.
    """
    allowed = limits.formats
    kind = Format.PNG if allowed is None or Format.PNG in allowed else Format(allowed[0])
    taken, number = taken_names(folder), 1
    while (name := f"{BASE}-{number}{suffix(kind)}") in taken:
        number += 1
    path = folder / name
    limits.check_target(path)
    check_target(path, overwrite=False)
    return path, ExportSpec(kind)
