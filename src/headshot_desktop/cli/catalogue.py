"""`headshot looks` and `headshot destinations`: what may be chosen here."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from headshot_desktop.cli.terminal import print_json, print_line

if TYPE_CHECKING:
    from headshot_desktop.app.catalogue import Catalogue
    from headshot_desktop.core.destinations import Destination


def looks(arguments: argparse.Namespace) -> int:
    """`headshot looks`."""
    known = _catalogue(arguments).looks
    if arguments.json:
        print_json({"command": "looks", "looks": [look.to_dict() for look in known]})
        return 0
    for look in known:
        print_line(f"{look.id:<16} {look.description}")
    return 0


def destinations(arguments: argparse.Namespace) -> int:
    """`headshot destinations`."""
    known = _catalogue(arguments).destinations
    if arguments.json:
        print_json({"command": "destinations", "destinations": [_destination(entry) for entry in known]})
        return 0
    for entry in known:
        size = "as the photo" if entry.framing.whole_photo else f"{entry.framing.width}×{entry.framing.height}"
        print_line(f"{entry.id:<18} {size:<12} {entry.export.format:<5} {entry.name}")
    return 0


def _catalogue(arguments: argparse.Namespace) -> Catalogue:
    """What may be used here."""
    from headshot_desktop.app.limits import Limits, allowed_catalogue

    return allowed_catalogue(Limits(arguments.managed()))


def _destination(entry: Destination) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "framing": entry.framing.to_dict(),
        "export": entry.export.to_dict(),
        "source": entry.source,
        "link": entry.link,
        "checked": entry.checked,
        "note": entry.note,
    }
