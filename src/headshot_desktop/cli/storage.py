"""`headshot vault` and `headshot wipe`: what lies on this machine, and how to be rid of it."""

from __future__ import annotations

import argparse
import sys

from headshot_desktop.cli.terminal import print_json, print_line, safe


def vault(arguments: argparse.Namespace) -> int:
    """`headshot vault`: 0, or 4 when not everything could be looked at."""
    from headshot_desktop.app.storage import survey

    seen = survey()
    if arguments.json:
        print_json({"command": "vault", **seen.to_dict()})
    else:
        for line in seen.sentences():
            print_line(line)
        for sentence in seen.problems:
            sys.stderr.write(f"headshot: {safe(sentence)}\n")
    return 4 if seen.problems else 0


def wipe(arguments: argparse.Namespace) -> int:
    """`headshot wipe`: 0, or 4 when something could not be erased."""
    from headshot_desktop.app.storage import wipe

    swept = wipe(running=arguments.running)
    if arguments.json:
        print_json({"command": "wipe", "wiped": swept.wiped, "in_use": swept.in_use, "failed": list(swept.failed)})
    else:
        print_line(f"Erased: {swept.wiped}.")
        if swept.in_use:
            print_line(
                f"In use by a running program: {swept.in_use}. Close it, or add --running to erase its pictures too."
            )
        for sentence in swept.failed:
            sys.stderr.write(f"headshot: {safe(sentence)}\n")
    return 4 if swept.failed else 0
