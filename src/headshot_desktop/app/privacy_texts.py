"""The privacy notice, the table of rights and the retention schedule, for the window and for `docs/privacy.md`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from headshot_desktop.resources import resource


@dataclass(frozen=True)
class Right:
    """A right, and where to click.

    Attributes:
        id: of the entry.
        right: what a person may want.
        law: where it is written.
        sentence: what the program does about it.
        section: of the Privacy Centre.
        control: object name of what is clicked.
    """

    id: str
    right: str
    law: str
    sentence: str
    section: str
    control: str


@dataclass(frozen=True)
class Kept:
    """One line of the retention schedule: what is kept, why, and until when."""

    what: str
    why: str
    until: str


@dataclass(frozen=True)
class PrivacyTexts:
    """All of it, in English; the fronts translate it.

    Attributes:
        rights: the table.
        notice: questions and answers.
        retention: the schedule.
    """

    rights: tuple[Right, ...]
    notice: Mapping[str, str]
    retention: tuple[Kept, ...]

    @classmethod
    def read(cls) -> PrivacyTexts:
        """From `resources/privacy/rights.json`."""
        data = json.loads(resource("privacy/rights.json").read_text("utf-8"))
        return cls(
            tuple(Right(**entry) for entry in data["rights"]),
            {entry["question"]: entry["answer"] for entry in data["notice"]},
            tuple(Kept(**entry) for entry in data["retention"]),
        )
