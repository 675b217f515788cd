"""The option table: every setting once, with its type, default and help.

The command line, its help and `docs/cli.md` are generated from it; the settings page and the policy schema will be.
"""

from __future__ import annotations

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
    """

    name: str
    kind: Kind
    default: str | int | bool
    help: str
    placeholder: str = ""


OPTIONS: tuple[Option, ...] = (
    Option(
        "for",
        Kind.NAMES,
        "linkedin",
        "Where the headshots will be used; names as in `headshot destinations`, separated by commas.",
        "NAMES",
    ),
    Option("look", Kind.TEXT, "auto", "Backdrop, light and grade; a name as in `headshot looks`.", "NAME"),
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
        "Minutes without use after which the open window wipes its vault; 0 for never.",
        "MINUTES",
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
