"""The commands and their options, from the option table."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from headshot_desktop import __version__
from headshot_desktop.cli import (
    anonymise,
    catalogue,
    consent,
    generating,
    lock,
    machine,
    make,
    marks,
    packs,
    policy,
    storage,
)
from headshot_desktop.cli.opening import open_studio
from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.options import Kind, Option, option

_EPILOG = "Photos are read on this machine only; nothing is sent anywhere, and only the files you name are left."


class _Parser(argparse.ArgumentParser):
    """argparse, but its complaints take the same way out as every other error, and nothing can be abbreviated."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Complain where the word was typed, so that the help that is named is the command's own."""
        parsed, unknown = super().parse_known_args(args, namespace)
        if unknown:
            likely = difflib.get_close_matches(unknown[0], self._option_string_actions, 1)
            meant = f". Did you mean {likely[0]}?" if likely else ""
            self.error(f"unrecognized arguments: {' '.join(unknown)}{meant}")
        return parsed, unknown

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(each) for each in action.choices]
        likely = difflib.get_close_matches(str(value), known, 1)
        what = "/".join(action.option_strings) or f"{action.metavar}"
        hint = f"Did you mean {likely[0]}?" if likely else f"Known are: {', '.join(filter(None, known))}"
        self.error(f"{what} cannot be “{value}”. {hint}")

    def error(self, message: str) -> NoReturn:
        message = re.sub(r"^argument (\S+): (?=takes )", r"\1 ", message)
        end = "" if message.endswith("?") else "."
        raise UsageError(f"{message[:1].upper()}{message[1:]}{end} `{self.prog} --help` shows what can be typed.")


def parser() -> argparse.ArgumentParser:
    """The commands and their options, from the option table."""
    top = _Parser(
        prog="headshot", description="Professional headshots from everyday photos, on this machine.", epilog=_EPILOG
    )
    top.add_argument("--version", action="version", version=f"headshot {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(
        name: str, summary: str, run: Callable[[argparse.Namespace], int], options: Sequence[str], among: Any = commands
    ) -> _Parser:
        entry: _Parser = among.add_parser(name, help=summary, description=summary)
        entry.set_defaults(run=run)
        for wanted in options:
            _add_option(entry, wanted)
        return entry

    making = command(
        "make",
        "Make headshots from the best of one or more photos.",
        make.make,
        ("for", "look", *generating.OPTIONS, "out", "seed", "force", "marks", "agree", "accept-unprotected", "json"),
    )
    making.add_argument(
        "photos",
        nargs="+",
        metavar="PHOTO",
        type=marks.file_name,
        help="JPEG, PNG, WebP, HEIC or AVIF; the best is used.",
    )
    # What was typed for a model pack can be told from what was not; `generating.wish` fills in the defaults.
    making.set_defaults(**dict.fromkeys(generating.OPTIONS[1:]))
    looking = command(
        "inspect",
        "Tell what a photo offers and how to take a better one.",
        make.inspect,
        ("agree", "accept-unprotected", "json"),
    )
    looking.add_argument("photo", metavar="PHOTO", type=marks.file_name, help="JPEG, PNG, WebP, HEIC or AVIF.")
    drawing = command("anonymise", anonymise.SUMMARY, partial(anonymise.anonymise, open_studio), anonymise.OPTIONS)
    anonymise.photos_argument(drawing)
    for each in (making, looking, drawing):
        lock.passphrase_argument(each)
    command("looks", "List the looks.", catalogue.looks, ("json",))
    command("choices", generating.CHOICES, generating.choices, ("json",))
    command(
        "destinations",
        "List the destinations, with sizes and who prescribes them.",
        catalogue.destinations,
        ("json",),
    )
    command(
        "doctor",
        "Tell what this machine can do, what protects the pictures, and seconds per headshot.",
        machine.doctor,
        ("json",),
    )
    command("vault", "Show which vaults lie on this machine, and what is in them.", storage.vault, ("json",))
    command(
        "verify-privacy",
        "Try to break this program's promises on this machine, and report what came of it.",
        machine.verify,
        ("json",),
    )
    command("wipe", "Erase vaults that a crash or a power cut has left behind.", storage.wipe, ("running", "json"))
    answers = commands.add_parser("consent", help=consent.SUMMARY, description=consent.SUMMARY)
    deeds = answers.add_subparsers(dest="deed", required=True, metavar="DEED")
    command("show", consent.SHOW, consent.show, ("json",), deeds)
    command("give", consent.GIVE, consent.give, ("purpose", "yes", "json"), deeds)
    command("revoke", consent.REVOKE, consent.revoke, ("purpose", "json"), deeds)
    command("forget", consent.FORGET, consent.forget, ("json",), deeds)
    check = command("check-image", marks.CHECK, marks.check_image, marks.CHECK_OPTIONS)
    marks.file_argument(check)
    models = commands.add_parser("packs", help=packs.SUMMARY, description=packs.SUMMARY)
    packs.commands(command, models.add_subparsers(dest="deed", required=True, metavar="DEED"))
    rules = commands.add_parser("policy", help=policy.SUMMARY, description=policy.SUMMARY)
    deeds = rules.add_subparsers(dest="deed", required=True, metavar="DEED")
    command("show", policy.SHOW, policy.show, ("json",), deeds)
    policy.file_argument(command("check", policy.CHECK, policy.check, ("recommended", "json"), deeds))
    return top


def _number(wanted: Option, typed: str) -> int:
    """The whole number that was typed."""
    if re.fullmatch(r"[+-]?[0-9]{1,18}", typed.strip()) and wanted.least <= int(typed) <= wanted.most:
        return int(typed)
    raise argparse.ArgumentTypeError(
        f"takes a whole number from {wanted.least} to {wanted.most}, and “{typed[:40]}” is none"
    )


def _add_option(entry: argparse.ArgumentParser, name: str) -> None:
    wanted = option(name)
    if wanted.kind is Kind.SWITCH and wanted.default:
        entry.add_argument(f"--no-{name}", dest=name, action="store_false", default=None, help=wanted.off)
        return
    if wanted.kind is Kind.SWITCH:
        entry.add_argument(f"--{name}", action="store_true", help=wanted.help)
        return
    converters: dict[Kind, Callable[[str], Any]] = {Kind.NUMBER: partial(_number, wanted), Kind.FOLDER: Path}
    convert = converters.get(wanted.kind, str)
    text = wanted.help if wanted.default == "" else f"{wanted.help} Default: {wanted.default}"
    # What a policy may recommend has its default when the policy is known.
    default = None if wanted.setting and wanted.tighter is not None else convert(str(wanted.default))
    choices = wanted.choices if wanted.kind is Kind.TEXT and wanted.choices else None
    entry.add_argument(
        f"--{name}", type=convert, default=default, choices=choices, metavar=wanted.placeholder, help=text
    )
