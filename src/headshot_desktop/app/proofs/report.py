"""What a proof says: what was tried, what was seen, how we know that it was not blind, and the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """Outcome of one proof."""

    HELD = "held"
    FAILED = "failed"
    """The promise was broken here."""
    BLIND = "blind"
    """The control did not show what it had to show, so the proof says nothing."""
    NOT_TRIED = "not-tried"
    """It cannot be tried on this machine; it is not claimed."""


@dataclass(frozen=True)
class Proof:
    """One proof.

    Attributes:
        name: what it is about, in a few words.
        tried: what was done.
        seen: what came of it.
        control: what shows that the opposite would have been seen; empty where nothing was tried.
        verdict: outcome.
    """

    name: str
    tried: str
    seen: str
    control: str
    verdict: Verdict


@dataclass(frozen=True)
class PrivacyReport:
    """Everything `headshot verify-privacy` says.

    Attributes:
        program: its version.
        system: operating system, processor and user.
        started: date and time, ISO 8601, UTC, to the minute.
        proofs: one by one.
        seconds: how long it took.
    """

    program: str
    system: str
    started: str
    proofs: tuple[Proof, ...]
    seconds: float

    def named(self, *verdicts: Verdict) -> tuple[str, ...]:
        """The names of the proofs with one of these verdicts."""
        return tuple(proof.name for proof in self.proofs if proof.verdict in verdicts)

    @property
    def held(self) -> bool:
        """Whether something was tried, and everything that was tried held."""
        return bool(self.named(Verdict.HELD)) and not self.named(Verdict.FAILED, Verdict.BLIND)

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready plain data."""
        return {**asdict(self), "held": self.held}

    def lines(self) -> list[str]:
        """The report as text for a terminal or a file."""
        text = [f"headshot {self.program} on {self.system}, {self.started}"]
        for proof in self.proofs:
            text += ["", f"{_WORDS[proof.verdict]:<10} {proof.name}"]
            parts = {"tried": proof.tried, "seen": proof.seen, "control": proof.control}
            text += [f"  {label:<8} {part}" for label, part in parts.items() if part]
        return [*text, "", *self._summary()]

    def _summary(self) -> list[str]:
        held, broken = self.named(Verdict.HELD), self.named(Verdict.FAILED, Verdict.BLIND)
        untried = self.named(Verdict.NOT_TRIED)
        text = [f"{len(held)} of {len(held) + len(broken)} proofs held, in {self.seconds:.1f} s."]
        if broken:
            text.append(f"Did not hold: {sentence(broken)}.")
        if untried:
            text.append(f"Not tried here, and not claimed by this report: {sentence(untried)}.")
        return text


_WORDS = {Verdict.HELD: "HELD", Verdict.FAILED: "FAILED", Verdict.BLIND: "BLIND", Verdict.NOT_TRIED: "not tried"}


def sentence(words: Sequence[str]) -> str:
    """Words in a row, with commas and “and”."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def verdict(*, held: bool, sighted: bool) -> Verdict:
    """The verdict of a proof whose control worked (`sighted`) or not; a broken promise is told in either case."""
    if not held:
        return Verdict.FAILED
    return Verdict.HELD if sighted else Verdict.BLIND
