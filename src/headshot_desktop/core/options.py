"""The option table: every setting once, with its type, default and help.

The command line, its help and `docs/cli.md` are generated from it; the settings page and the policy schema will be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Type of an option's value."""

    TEXT = "text"
    NAMES = "names"
    """Names separated by commas."""
    FOLDER = "folder"
    NUMBER = "number"
    SWITCH = "switch"


@dataclass(frozen=True)
class Option:
    """One setting.

    Attributes:
        name: as typed after `--`.
        kind: type of the value.
        default: value when nobody says anything.
        help: one sentence.
        placeholder: word for the value in help texts; empty for switches.
        setting: whether the window's settings page shows it and keeps it.
        title: what the settings page calls it.
        least: smallest number.
        most: largest number.
    """

    name: str
    kind: Kind
    default: str | int | bool
    help: str
    placeholder: str = ""
    setting: bool = False
    title: str = ""
    least: int = 0
    most: int = 2**31 - 1


OPTIONS: tuple[Option, ...] = (
    Option(
        "for",
        Kind.NAMES,
        "linkedin",
        "Where the headshots will be used; names as in `headshot destinations`, separated by commas.",
        "NAMES",
        setting=True,
        title="Destinations",
    ),
    Option(
        "look",
        Kind.TEXT,
        "auto",
        "Backdrop, light and grade; a name as in `headshot looks`.",
        "NAME",
        setting=True,
        title="Look",
    ),
    Option("out", Kind.FOLDER, ".", "Folder for the finished files; it is made if it is not there.", "DIR"),
    Option(
        "seed", Kind.NUMBER, 0, "Drives the backdrop's texture and the grain; the same seed gives the same file.", "N"
    ),
    Option("force", Kind.SWITCH, False, "Replace files that are already there."),
    Option(
        "accept-unprotected",
        Kind.SWITCH,
        False,
        "Go on although this system does not give every protection; `headshot doctor` lists what is missing.",
    ),
    Option("running", Kind.SWITCH, False, "Also erase the pictures of programs that are running now."),
    Option(
        "retention",
        Kind.NUMBER,
        15,
        "Minutes without use after which the open window wipes its vault.",
        "MINUTES",
        setting=True,
        title="Wipe when idle",
        least=1,
        most=240,
    ),
    Option(
        "language",
        Kind.TEXT,
        "system",
        "Language of the window: `system`, `en`, `de` or `es`.",
        "LANGUAGE",
        setting=True,
        title="Language",
    ),
    Option("json", Kind.SWITCH, False, "Answer in JSON (version 1, see docs/cli.md) instead of sentences."),
)
"""Every option, in the order in which help shows it."""


def option(name: str) -> Option:
    """The option called `name`; KeyError when there is none."""
    for entry in OPTIONS:
        if entry.name == name:
            return entry
    raise KeyError(name)


SETTINGS: Mapping[str, Option] = {entry.name: entry for entry in OPTIONS if entry.setting}
"""The options that the settings page shows, by name."""


def accepts(entry: Option, value: object) -> bool:
    """Whether `value` has the option's type and lies in its range."""
    if entry.kind is Kind.SWITCH:
        return isinstance(value, bool)
    if entry.kind is Kind.NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and entry.least <= value <= entry.most
    return isinstance(value, str) and len(value) <= 200 and value.isprintable()
