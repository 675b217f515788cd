"""Where a headshot will be used: how many pixels, how large the head, which file.

The numbers are data (`resources/destinations.json`); every one names who says so and when that was checked. A number
that nobody prescribes says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.generation import Generation
from headshot_desktop.core.request import ExportSpec, Format, Framing

_FRAMING_KEYS = ("width", "height", "head_height", "eye_line", "shape")
_EXPORT_KEYS = ("format", "width", "height", "max_bytes", "dpi")
_TEXT_KEYS = ("id", "name", "source", "link", "checked", "note", "no_generation")
_REQUIRED = {"id", "name", "width", "height", "format", "source", "checked"}


@dataclass(frozen=True)
class Destination:
    """One place a headshot is made for.

    Attributes:
        id: short name for the command line, `[a-z0-9-]+`.
        name: for people.
        framing: where the head sits and how many pixels the frame has.
        export: the file to write.
        source: who prescribes or recommends the numbers, or that it is our choice; one or two sentences for people.
        link: address where it is written, without a scheme: text to read and copy, never opened; or empty.
        checked: ISO date on which `source` was checked.
        note: one sentence the person should know, or empty.
        no_generation: the rule by which a picture there must not be generated, one sentence for people; or empty.
        plain: whether a plain backdrop is expected there, so that an automatic look never shows the photo's own.
    """

    id: str
    name: str
    framing: Framing
    export: ExportSpec
    source: str
    checked: str
    note: str = ""
    plain: bool = False
    link: str = ""
    no_generation: str = ""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9-]+", self.id):
            raise UsageError("A destination's id is made of a–z, 0–9 and hyphens, not “{id}”.", id=self.id)
        if not (self.name and self.source):
            raise UsageError("The destination “{id}” needs a name and a source.", id=self.id)
        try:
            date.fromisoformat(self.checked)
        except ValueError:
            raise UsageError(
                "The destination “{id}” needs the date its source was checked (YYYY-MM-DD).", id=self.id
            ) from None
        if (self.framing.width, self.framing.height) != (self.export.width, self.export.height):
            raise UsageError("The destination “{id}” frames one size and writes another.", id=self.id)
        if self.framing.whole_photo and self.export.format is Format.JPEG:
            raise UsageError("The destination “{id}” keeps transparency, which JPEG cannot.", id=self.id)


def check_generation(destination: Destination, generation: Generation | None) -> None:
    """Raise `UsageError` that names the rule where `destination` takes no generated picture and one is asked for."""
    if generation is not None and destination.no_generation:
        raise UsageError(
            "{name} takes no generated picture. {rule} Choose a Studio look.",
            code="no-generation",
            name=destination.name,
            rule=destination.no_generation,
        )


def parse(data: Iterable[Mapping[str, Any]]) -> tuple[Destination, ...]:
    """The destinations in `data`, one flat mapping each, in order.

    Raises:
        UsageError: an unknown or missing key, a value of the wrong type or out of range, or an id that comes twice.
    """
    destinations = tuple(_destination(entry) for entry in data)
    seen: set[str] = set()
    for destination in destinations:
        if destination.id in seen:
            raise UsageError("The destination “{id}” is there twice.", id=destination.id)
        seen.add(destination.id)
    return destinations


def _destination(entry: Mapping[str, Any]) -> Destination:
    if not isinstance(entry, Mapping):
        raise UsageError("A destination is a mapping of names to values.")
    known = {*_FRAMING_KEYS, *_EXPORT_KEYS, *_TEXT_KEYS, "plain"}
    if unknown := set(entry) - known:
        raise UsageError("A destination does not know {keys}.", keys=", ".join(sorted(unknown)))
    if missing := _REQUIRED - set(entry):
        raise UsageError("A destination needs {keys}.", keys=", ".join(sorted(missing)))
    texts = {key: entry[key] for key in _TEXT_KEYS if key in entry}
    if not all(isinstance(text, str) for text in texts.values()):
        raise UsageError("A destination's id, name, source, link, date and note are text.")
    plain = entry.get("plain", False)
    if not isinstance(plain, bool):
        raise UsageError("Whether a destination wants a plain backdrop is true or false.")
    return Destination(
        framing=Framing.from_dict({key: entry[key] for key in _FRAMING_KEYS if key in entry}),
        export=ExportSpec.from_dict({key: entry[key] for key in _EXPORT_KEYS if key in entry}),
        plain=plain,
        **texts,
    )
