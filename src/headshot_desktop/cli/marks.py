"""`headshot check-image`: which marks a picture file carries; and what `make --no-marks` has to say."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from headshot_desktop.cli.terminal import print_json, print_line
from headshot_desktop.core import mark_words

CHECK = "Tell which marks a picture file carries (XMP, C2PA), whether they hold, and what they say."
CHECK_OPTIONS = ("accept-unprotected", "json")


def check_image(arguments: argparse.Namespace) -> int:
    """`headshot check-image`: 0 whatever was found, as long as the file could be read."""
    from headshot_desktop.app.build import build_studio
    from headshot_desktop.app.limits import Limits

    managed = arguments.managed()
    if arguments.accept_unprotected:
        Limits(managed).check_accepting()
    with build_studio(
        arguments.engine,
        unprotected=arguments.unprotected,
        accept_unprotected=arguments.accept_unprotected,
        managed=managed,
    ) as studio:
        found = studio.check(arguments.file)
    sentences = mark_words.told(found)
    if arguments.json:
        answer = {"command": "check-image", "file": arguments.file.name, **found.to_dict()}
        print_json({**answer, "sentences": [str(sentence) for sentence in sentences]})
        return 0
    for sentence in sentences:
        print_line(sentence)
    return 0


def file_argument(entry: argparse.ArgumentParser) -> None:
    """The file that is checked."""
    entry.add_argument("file", metavar="FILE", type=file_name, help="JPEG, PNG, WebP, HEIC, AVIF, TIFF or GIF.")


def file_name(typed: str) -> Path:
    """A file that was named; an empty word, as a variable of a script can give it, is none."""
    if not typed:
        raise argparse.ArgumentTypeError("takes the name of a file, and one is empty")
    return Path(typed)


def say_without(arguments: argparse.Namespace) -> None:
    """What leaving the marks out means, on standard error."""
    if arguments.marks is False:
        sys.stderr.write("".join(f"headshot: {sentence}\n" for sentence in mark_words.WITHOUT))
