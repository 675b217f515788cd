"""What was found in a photo: findings with advice, the values behind them, and one number for comparing photos."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from headshot_desktop.core.sentences import Sentence

PARTS: Mapping[str, str] = {
    "size": "the face is larger",
    "sharpness": "it is sharper",
    "pose": "the face looks more towards the camera",
    "eyes": "the eyes are open",
    "exposure": "it is better exposed",
    "light": "the face is lit more evenly",
    "room": "there is more room around the head and shoulders",
    "colour": "it is in colour",
}
"""Parts of the quality, each 0–1, and how an advantage in it is told."""


class Severity(StrEnum):
    """How much a finding matters for the headshot."""

    HINT = "hint"
    """A better photo exists, this one will do."""
    WARNING = "warning"
    """The headshot will show it."""


@dataclass(frozen=True)
class Finding:
    """One thing about a photo that could be better.

    Attributes:
        code: stable word for scripts and translations.
        sentence: what it is, for the person.
        advice: what to do about it.
        severity: how much it matters.
    """

    code: str
    sentence: str
    advice: str
    severity: Severity = Severity.HINT


OWN_CREDENTIALS = Finding(
    "own-credentials",
    Sentence("This photo carries Content Credentials (C2PA) of its own."),
    Sentence("They are not carried over into your headshots: they could tell who you are or which camera it was."),
)
"""Of a photo that says where it comes from; nothing need be done about it."""


@dataclass(frozen=True)
class Findings:
    """Everything that one look at a photo found.

    Attributes:
        quality: 0–100, for comparing photos of one person; the product of the parts.
        parts: each 0–1, by the names in `PARTS`.
        findings: what could be better, the most important first.
        measures: the values behind them, such as `inter_eye` in pixels and `yaw` in degrees.
    """

    quality: float
    parts: Mapping[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict)

    def advantage_over(self, other: Findings) -> str:
        """The one or two largest advantages of this photo over `other`, in words; empty when there is none."""
        gains = {name: self.parts.get(name, 1.0) - other.parts.get(name, 1.0) for name in PARTS}
        largest = sorted((name for name in gains if gains[name] > 0.05), key=lambda name: -gains[name])[:2]
        words: list[str] = [Sentence(PARTS[name]) for name in largest]
        return (
            Sentence("{first} and {second}", first=words[0], second=words[1]) if len(words) > 1 else (words or [""])[0]
        )

    def with_finding(self, finding: Finding) -> Findings:
        """These and one more, the least important."""
        return replace(self, findings=(*self.findings, finding))

    def to_dict(self) -> dict[str, Any]:
        """The findings as JSON-ready plain data."""
        return {
            "quality": self.quality,
            "parts": dict(self.parts),
            "findings": [asdict(finding) for finding in self.findings],
            "measures": dict(self.measures),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Rebuild findings from `to_dict`'s form; a wrong key or word raises an error of Python's."""
        findings = (Finding(**{**entry, "severity": Severity(entry["severity"])}) for entry in data["findings"])
        return cls(
            float(data["quality"]),
            {str(name): float(value) for name, value in data["parts"].items()},
            tuple(findings),
            {str(name): float(value) for name, value in data["measures"].items()},
        )
