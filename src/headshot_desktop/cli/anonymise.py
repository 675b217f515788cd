"""`headshot anonymise`: pictures to send to support or to a colleague instead of photos."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headshot_desktop.cli import consent, marks
from headshot_desktop.cli.terminal import print_json, print_line, safe
from headshot_desktop.cli.unfinished import Unfinished, stamp
from headshot_desktop.core.errors import HeadshotError, PhotoRefused

if TYPE_CHECKING:
    from headshot_desktop.app.studio import Studio

SUMMARY = "Draw pictures that show nobody, to send instead of photos."
OPTIONS = ("out", "marks", "agree", "accept-unprotected", "json")


def anonymise(open_studio: Callable[[argparse.Namespace], Studio], arguments: argparse.Namespace) -> int:
    """`headshot anonymise`: 0, or 3 when no face was found in one of the photos; the others are written."""
    from headshot_desktop.app.anonymised import LOOK, REMAINS

    with open_studio(arguments) as studio:
        studio.limits.check_open()
        consent.ask(studio, arguments)
        marks.say_without(arguments)
        stamps: dict[Path, object] = {}
        try:
            made = [_one(studio, path, arguments.out, stamps) for path in arguments.photos]
        except (HeadshotError, KeyboardInterrupt) as error:
            raise Unfinished(error, stamps) from error
        notices = (*studio.notices, *studio.unprotected())
    refused = any(each["refused"] for each in made)
    if arguments.json:
        told = {"made": made, "remains": str(REMAINS), "advice": str(LOOK), "unprotected": list(notices)}
        print_json({"command": "anonymise", **told})
    else:
        sys.stderr.write("".join(f"headshot: {safe(sentence)}\n" for sentence in notices))
        _say(made)
        if not all(each["refused"] for each in made):
            print_line(REMAINS)
            print_line(LOOK)
    return PhotoRefused.exit_code if refused else 0


def photos_argument(entry: argparse.ArgumentParser) -> None:
    """The photos; each becomes a file."""
    entry.add_argument(
        "photos", nargs="+", metavar="PHOTO", type=marks.file_name, help="JPEG, PNG, WebP, HEIC or AVIF."
    )


def _one(studio: Studio, path: Path, folder: Path, stamps: dict[Path, object]) -> dict[str, Any]:
    """Draw and write one; what came of it. Where it goes is put into `stamps` before."""
    from headshot_desktop.app.anonymised import place_in

    photo = studio.add(path)
    try:
        made = studio.anonymise(photo)
    except PhotoRefused as refusal:
        return {"photo": path.name, "refused": {"code": refusal.code, "message": str(refusal)}}
    finally:
        studio.record.check()  # where the answer was taken back meanwhile, that is why nothing is left to discard
        studio.discard(photo.handle)
    target, _ = place_in(folder, studio.limits)
    stamps[target] = stamp(target)
    written = studio.save_anonymised(made, folder)
    return {"photo": path.name, "refused": None, "file": str(written), "people": made.people}


def _say(made: list[dict[str, Any]]) -> None:
    for each in made:
        if each["refused"]:
            sys.stderr.write(f"headshot: {safe(each['photo'])}: {safe(each['refused']['message'])}\n")
        else:
            people = "1 person" if each["people"] == 1 else f"{each['people']} people"
            print_line(f"{each['photo']}: {each['file']} ({people})")
