"""The option table: every setting once, with its type, default and help.

The command line, its help and `docs/cli.md`, the settings page, and everything about the organisation's policy (schema,
templates for Windows and macOS, `docs/policy.md`) are generated from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath


class Kind(StrEnum):
    """Type of an option's value."""

    TEXT = "text"
    NAMES = "names"
    """Names separated by commas."""
    FOLDER = "folder"
    NUMBER = "number"
    SWITCH = "switch"
    LIST = "list"
    """Names, each on its own."""
    FOLDERS = "folders"
    """Full paths of folders; `~` at the beginning is the person's own folder."""


class Tighter(StrEnum):
    """Which of two values protects more: what a policy may do to an option."""

    LESS = "less"
    """The smaller number."""
    OFF = "off"
    """Off."""
    ON = "on"
    """On."""
    FEWER = "fewer"
    """What is in both lists."""
    INSIDE = "inside"
    """What lies below a folder of both lists."""
    LATER = "later"
    """The one that stands later in `Option.choices`."""
    SAME = "same"
    """None does: the policy's value holds, and that of the later name where two policies differ."""


@dataclass(frozen=True)
class Option:
    """One setting.

    Attributes:
        name: as typed after `--`.
        kind: type of the value.
        default: value when nobody says anything.
        help: one sentence.
        off: of a switch that is on: what typing `--no-` and its name does, as a sentence.
        placeholder: word for the value in help texts; empty for switches.
        setting: whether the window's settings page shows it and keeps it.
        title: what the settings page calls it.
        least: smallest number.
        most: largest number.
        tighter: what a policy may do to it; None where a policy may not name it.
        choices: every value, where they are few.
        choices_of: `looks` or `destinations` where the values are names of the catalogue.
        within: the option that lists which of the names are allowed.
        pattern: what each entry of a list looks like, where they are neither few nor in the catalogue.
        examples: such entries, for the schema and the page.
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
    tighter: Tighter | None = None
    choices: tuple[str, ...] = ()
    choices_of: str = ""
    within: str = ""
    pattern: str = ""
    examples: tuple[str, ...] = ()
    off: str = ""


OPTIONS: tuple[Option, ...] = (
    Option(
        "for",
        Kind.NAMES,
        "linkedin",
        "Where the headshots will be used; names as in `headshot destinations`, separated by commas.",
        "NAMES",
        setting=True,
        title="Where you usually use your headshots",
        tighter=Tighter.SAME,
        choices_of="destinations",
        within="allowed-destinations",
    ),
    Option(
        "look",
        Kind.TEXT,
        "auto",
        "Backdrop, light and grade; a name as in `headshot looks`.",
        "NAME",
        setting=True,
        title="The look you usually want",
        tighter=Tighter.SAME,
        choices_of="looks",
        within="allowed-looks",
    ),
    Option("out", Kind.FOLDER, ".", "Folder for the finished files; it is made if it is not there.", "DIR"),
    Option(
        "seed",
        Kind.NUMBER,
        0,
        "Decides what is left to chance: the backdrop's texture and the grain, and with a pack all that is made anew. "
        "The same photos, options and number give the same picture on the same machine; another number, another one.",
        "N",
        least=0,
        most=2**31 - 1,
    ),
    Option(
        "pack",
        Kind.TEXT,
        "",
        "Have clothes and place made anew by this model pack; ids as in `headshot packs list`.",
        "ID",
    ),
    Option(
        "mode",
        Kind.TEXT,
        "keep-face",
        "With a pack: `keep-face` keeps your own face and makes the rest anew, `new-photo` makes a whole new picture.",
        "MODE",
        choices=("keep-face", "new-photo"),
    ),
    Option("attire", Kind.TEXT, "navy-suit", "With a pack: what you wear; names as in `headshot choices`.", "NAME"),
    Option("setting", Kind.TEXT, "studio-grey", "With a pack: where you are; names as in `headshot choices`.", "NAME"),
    Option("light", Kind.TEXT, "soft-window", "With a pack: the light; names as in `headshot choices`.", "NAME"),
    Option("pose", Kind.TEXT, "facing", "With a pack: how you stand; names as in `headshot choices`.", "NAME"),
    Option(
        "strength",
        Kind.NUMBER,
        100,
        "With a pack and `keep-face`: how far, in percent, clothes and place may leave the photo; less keeps more of "
        "what is in it and is quicker.",
        "PERCENT",
        least=20,
        most=100,
    ),
    Option("expert", Kind.TEXT, "", "With a pack: your own words, added to what the pack is told.", "WORDS"),
    Option(
        "candidates",
        Kind.NUMBER,
        1,
        "With a pack: how many pictures are made for each destination, with this many seeds in a row, each drawn up to "
        "four times until it is good enough; the one most like you is written.",
        "N",
        least=1,
        most=8,
    ),
    Option("force", Kind.SWITCH, False, "Replace files that are already there."),
    Option(
        "agree",
        Kind.SWITCH,
        False,
        "Agree, for this command only, that the face in the photo is measured; the answer is not recorded.",
    ),
    Option("yes", Kind.SWITCH, False, "Say yes without being asked; needed where nobody sits at a terminal."),
    Option(
        "purpose",
        Kind.TEXT,
        "analysis",
        "Which question is meant: `analysis` (measuring the face), `statistics` or `personal-model`.",
        "PURPOSE",
        choices=("analysis", "statistics", "personal-model"),
    ),
    Option(
        "accept-unprotected",
        Kind.SWITCH,
        False,
        "Go on although this system does not give every protection; `headshot doctor` lists what is missing.",
        tighter=Tighter.OFF,
    ),
    Option("running", Kind.SWITCH, False, "Also erase the pictures of programs that are running now."),
    Option(
        "retention",
        Kind.NUMBER,
        15,
        "Minutes without use after which the open window wipes its vault.",
        "MINUTES",
        setting=True,
        title="Erase my pictures after",
        least=1,
        most=240,
        tighter=Tighter.LESS,
    ),
    Option(
        "language",
        Kind.TEXT,
        "system",
        "Language of the window: `system`, `en`, `de` or `es`.",
        "LANGUAGE",
        setting=True,
        title="Language",
        tighter=Tighter.SAME,
        choices=("system", "en", "de", "es"),
    ),
    Option(
        "lock-idle",
        Kind.NUMBER,
        5,
        "Minutes without use after which the open window locks, where an app lock is set.",
        "MINUTES",
        setting=True,
        title="Lock the window after",
        least=1,
        most=60,
        tighter=Tighter.LESS,
    ),
    Option(
        "app-lock",
        Kind.TEXT,
        "optional",
        "Whether photos may be added without an app lock: `optional`, or `required` for one that is set.",
        "CHOICE",
        tighter=Tighter.LATER,
        choices=("optional", "required"),
    ),
    Option(
        "allowed-destinations",
        Kind.LIST,
        "",
        "The destinations that headshots may be made for; all when nobody says anything.",
        "NAMES",
        tighter=Tighter.FEWER,
        choices_of="destinations",
    ),
    Option(
        "allowed-looks",
        Kind.LIST,
        "",
        "The looks that headshots may have; all when nobody says anything.",
        "NAMES",
        tighter=Tighter.FEWER,
        choices_of="looks",
    ),
    Option(
        "allowed-formats",
        Kind.LIST,
        "",
        "The file formats that may be written; all when nobody says anything.",
        "NAMES",
        tighter=Tighter.FEWER,
        choices=("jpeg", "png", "webp"),
    ),
    Option(
        "export-folders",
        Kind.FOLDERS,
        "",
        "The folders in and below which finished files may be written; all when nobody says anything.",
        "FOLDERS",
        tighter=Tighter.INSIDE,
    ),
    Option(
        "marks",
        Kind.SWITCH,
        True,
        "Finished files say how they were made: as a label that photo programs read (XMP), and as signed Content "
        "Credentials (C2PA).",
        setting=True,
        title="How a file was made",
        off="Leave out of the finished files how they were made: no label (XMP), no signed Content Credentials (C2PA).",
        tighter=Tighter.ON,
    ),
    Option("clipboard", Kind.SWITCH, True, "Finished pictures may be copied to the clipboard.", tighter=Tighter.OFF),
    Option("camera", Kind.SWITCH, True, "Photos may be taken with the computer's camera.", tighter=Tighter.OFF),
    Option(
        "takeout",
        Kind.TEXT,
        "any",
        "Taking everything that is stored out as one file: `any` allows it, `encrypted` only as a file that is sealed "
        "with a passphrase or for somebody's key, `off` not at all.",
        "HOW",
        tighter=Tighter.LATER,
        choices=("any", "encrypted", "off"),
    ),
    Option(
        "key-store",
        Kind.TEXT,
        "auto",
        "Where the vault's key lies: `auto` is the system's keyring; `session-memory` is this program's memory, where "
        "no other program can ask for it, but where it stays while the window is locked.",
        "STORE",
        tighter=Tighter.LATER,
        choices=("auto", "session-memory"),
    ),
    Option(
        "engines",
        Kind.LIST,
        "",
        "The engines that may make pictures: `studio` keeps the person's own pixels, `generative` makes attire and "
        "setting anew with a model pack; both when nobody says anything.",
        "NAMES",
        tighter=Tighter.FEWER,
        choices=("studio", "generative"),
    ),
    Option(
        "allowed-packs",
        Kind.LIST,
        "",
        "The ids of the model packs that may be imported and used; all when nobody says anything.",
        "NAMES",
        tighter=Tighter.FEWER,
        pattern=r"[a-z0-9][a-z0-9.-]{0,63}",
        examples=("flux2-klein-4b", "sd15-lcm"),
    ),
    Option(
        "signed-packs",
        Kind.SWITCH,
        False,
        "Only model packs that one of the keys in `pack-keys` has signed may be imported and used.",
        tighter=Tighter.ON,
    ),
    Option(
        "pack-keys",
        Kind.LIST,
        "",
        "Who signs model packs: a name, `=` and the base64 of an Ed25519 public key; nobody is known when nobody says "
        "anything.",
        "KEYS",
        tighter=Tighter.FEWER,
        pattern=r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}=[A-Za-z0-9+/]{43}=",
        examples=("Example IT=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",),
    ),
    Option(
        "expert-prompt",
        Kind.SWITCH,
        True,
        "People may add words of their own to what the generative engine is told.",
        tighter=Tighter.OFF,
    ),
    Option(
        "personal-model",
        Kind.SWITCH,
        True,
        "People may have a small model of their own face trained on this machine, after a consent of its own.",
        tighter=Tighter.OFF,
    ),
    Option("recommended", Kind.SWITCH, False, "Check the file as one that recommends and does not set."),
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


POLICIES: Mapping[str, Option] = {entry.name: entry for entry in OPTIONS if entry.tighter is not None}
"""The options that an organisation's policy may name, by name."""

LONGEST_TEXT, LONGEST_FOLDER, LONGEST_LIST = 200, 1000, 100
"""Characters of a text and of a folder's path; entries of a list."""


def accepts(entry: Option, value: object) -> bool:
    """Whether `value` has the option's type and lies in its range; names of the catalogue are not looked up.

    A list is a list or a tuple of text, not empty.
    """
    if entry.kind is Kind.SWITCH:
        return isinstance(value, bool)
    if entry.kind is Kind.NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and entry.least <= value <= entry.most
    if entry.kind in {Kind.LIST, Kind.FOLDERS}:
        return _accepts_list(entry, value)
    return _is_text(value) and (not entry.choices or value in entry.choices)


def _is_text(value: object, longest: int = LONGEST_TEXT) -> bool:
    return isinstance(value, str) and len(value) <= longest and value.isprintable()


def _accepts_list(entry: Option, value: object) -> bool:
    if not isinstance(value, list | tuple) or not 0 < len(value) <= LONGEST_LIST:
        return False
    if entry.kind is Kind.FOLDERS:
        return all(_is_folder(each) for each in value)
    if entry.pattern:
        return all(_is_text(each) and re.fullmatch(entry.pattern, each) for each in value)
    return all(_is_text(each) and (not entry.choices or each in entry.choices) for each in value)


def _is_folder(value: object) -> bool:
    """A full path of either family of systems, or one below the person's own folder, that goes nowhere upwards."""
    if not isinstance(value, str) or not _is_text(value, LONGEST_FOLDER):
        return False
    whole = value == "~" or value.startswith("~/")
    posix, windows = PurePosixPath(value), PureWindowsPath(value)
    return (whole or posix.is_absolute() or windows.is_absolute()) and ".." not in {*posix.parts, *windows.parts}
