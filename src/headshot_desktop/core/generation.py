"""What of a headshot is made anew by a model pack, as values of the frozen request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.values import Value, within

_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")
_DIGEST = re.compile(r"[0-9a-f]{64}")

LONGEST_EXPERT = 400
"""Characters of the expert's own words at most."""

MOST_REFERENCES = 4


class Mode(StrEnum):
    """What stays of the photo."""

    KEEP_FACE = "keep-face"
    """The person's own face, pixel by pixel; everything else is made anew around it."""
    NEW_PHOTO = "new-photo"
    """Nothing: a whole new picture after the person's photos, kept only if it is like them."""


@dataclass(frozen=True)
class Generation(Value):
    """The part of a request that a model pack answers.

    Attributes:
        pack: id of the pack.
        digest: of its manifest, so that the same request means the same weights.
        mode: what stays of the photo.
        attire: name of a text in `resources/generation/attire.json`.
        setting: likewise in `settings.json`.
        light: likewise in `lights.json`.
        pose: likewise in `poses.json`.
        expert: the person's own words, added to the text; empty for most people.
        strength: 0.2–1, how far what is made anew may leave the photo.
        steps: denoising steps, 1–100; 0 for the pack's own number.
        side: pixels of the longer side that is generated; 0 for what the machine's plan says.
        floor: 0–1, least likeness with which a candidate is not rejected.
        personal: SHA-256 of the personal model that is used, hexadecimal; empty for none.
        personal_scale: 0–2, how strong its effect is.
    """

    pack: str
    digest: str
    mode: Mode = Mode.KEEP_FACE
    attire: str = "navy-suit"
    setting: str = "studio-grey"
    light: str = "soft-window"
    pose: str = "facing"
    expert: str = ""
    strength: float = 1.0
    steps: int = 0
    side: int = 0
    floor: float = 0.45
    personal: str = ""
    personal_scale: float = 1.0

    def __post_init__(self) -> None:
        for name in ("pack", "attire", "setting", "light", "pose"):
            if not _NAME.fullmatch(getattr(self, name)):
                raise UsageError("The name {name} is not one that a request can hold.", name=name)
        if not _DIGEST.fullmatch(self.digest):
            raise UsageError("A pack is named by the SHA-256 of its manifest.")
        if len(self.expert) > LONGEST_EXPERT or not all(c.isprintable() for c in self.expert):
            raise UsageError("Your own words may have {most} printable characters at most.", most=LONGEST_EXPERT)
        within("Generation strength", self.strength, 0.2, 1)
        within("Generation steps", self.steps, 0, 100)
        within("Generation floor", self.floor, 0, 1)
        if self.personal and not _DIGEST.fullmatch(self.personal):
            raise UsageError("A personal model is named by the SHA-256 of its bytes.")
        within("Personal model's effect", self.personal_scale, 0, 2)
        if self.side:
            within("Generation side", self.side, 256, 2048)
            if self.side % 16:
                raise UsageError("The side of a generated picture is a multiple of 16.")
