"""The looks and destinations that the program offers, read from `resources`."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from typing import Self

from headshot_desktop.core.destinations import Destination, parse
from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.request import Look
from headshot_desktop.core.sentences import Sentence
from headshot_desktop.resources import resource


@dataclass(frozen=True)
class Catalogue:
    """What can be chosen, in the order in which it is shown."""

    looks: tuple[Look, ...]
    destinations: tuple[Destination, ...]

    @classmethod
    def read(cls) -> Self:
        """The catalogue that ships with the program."""
        entries = sorted(resource("looks").iterdir(), key=lambda entry: entry.name)
        looks = [
            Look.from_dict(json.loads(entry.read_text("utf-8"))) for entry in entries if entry.name.endswith(".json")
        ]
        destinations = parse(json.loads(resource("destinations.json").read_text("utf-8"))["destinations"])
        return cls(tuple(looks), destinations)

    def look(self, name: str) -> Look:
        """The look called `name`; `UsageError` names those that exist."""
        for look in self.looks:
            if look.id == name:
                return look
        raise UsageError(
            "There is no look “{name}”.{hint} Looks: {names}.",
            code="unknown-look",
            **_near(name, [look.id for look in self.looks]),
        )

    def destination(self, name: str) -> Destination:
        """The destination called `name`; `UsageError` names those that exist."""
        for destination in self.destinations:
            if destination.id == name:
                return destination
        raise UsageError(
            "There is no destination “{name}”.{hint} Destinations: {names}.",
            code="unknown-destination",
            **_near(name, [destination.id for destination in self.destinations]),
        )


def _near(name: str, names: list[str]) -> dict[str, str]:
    near = difflib.get_close_matches(name, names, 1) or [known for known in names if name and name in known]
    hint = Sentence(" Did you mean “{near}”?", near=near[0]) if near else ""
    return {"name": name, "hint": hint, "names": ", ".join(names)}
