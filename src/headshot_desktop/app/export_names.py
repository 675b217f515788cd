"""What exported files are called: never after the photo, unless the person types that."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.request import Format

DEFAULT_BASE = "headshot"

LONGEST_BASE = 80
"""Characters; with the destination and a number it stays under the 255 bytes that file systems allow."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
"""What Windows forbids in names, the separators of all systems among them; files travel."""

_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(10))}
"""Names that Windows keeps for devices, with any ending."""


def clean_base(typed: str) -> str:
    """A name that every file system takes, near to what was typed; `DEFAULT_BASE` when nothing of it remains."""
    composed = unicodedata.normalize("NFC", typed)
    visible = "".join(character for character in composed if character.isprintable())
    base = _FORBIDDEN.sub("-", visible)[:LONGEST_BASE]
    while len(base.encode()) > 2 * LONGEST_BASE:
        base = base[:-1]
    base = base.strip(" .").lstrip("-. ")  # a command would take a name that begins with a dash for an option
    if base.split(".")[0].lower() in _DEVICES:
        base = f"{base}-{DEFAULT_BASE}"
    return base or DEFAULT_BASE


def suffix(kind: Format) -> str:
    """The usual ending of a format's files, with its dot."""
    return ".jpg" if kind is Format.JPEG else f".{kind.value}"


def file_names(typed: str, pictures: int, destinations: Sequence[Destination]) -> list[list[str]]:
    """One list for each picture, with a name for each destination.

    The first picture is `headshot-linkedin.jpg`, the second `headshot-2-linkedin.jpg`. A single file that the person
    has named is called just that: HR systems match files by an exact name.
    """
    base = clean_base(typed)
    if pictures == len(destinations) == 1 and base != DEFAULT_BASE:
        return [[f"{base}{suffix(destinations[0].export.format)}"]]
    return [
        [f"{base}{number}-{place.id}{suffix(place.export.format)}" for place in destinations]
        for number in ("", *(f"-{count}" for count in range(2, pictures + 1)))
    ][:pictures]


def taken_names(folder: Path) -> set[str]:
    """What lies in `folder`, case-folded as most systems compare; nothing when it cannot be read."""
    try:
        return {name.casefold() for name in os.listdir(folder)}
    except OSError:
        return set()


def beside(name: str, taken: set[str]) -> str:
    """`name` with the first free number in brackets: `headshot-linkedin (2).jpg`.

    Args:
        name: the wanted file name.
        taken: names that are not free, case-folded.
    """
    stem, dot, ending = name.rpartition(".")
    count = 2
    while (free := f"{stem} ({count}){dot}{ending}").casefold() in taken:
        count += 1
    return free
