"""What a person can agree to, in the exact words that they are asked with; each answer is for one purpose only.

A changed text gets a new version, and an answer to an older version is none: the person is asked again. A test holds
the version of each text to its hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What an answer is for."""

    ANALYSIS = "analysis"
    STATISTICS = "statistics"
    PERSONAL_MODEL = "personal-model"


@dataclass(frozen=True)
class ConsentText:
    """One question, in English; the fronts translate it.

    Attributes:
        purpose: what it asks for.
        version: counts up with each change of the words.
        question: beside the box that is not ticked.
        explanation: what is done, with what, and for how long.
        withdrawal: what happens at once when the answer is taken back.
    """

    purpose: Purpose
    version: int
    question: str
    explanation: str
    withdrawal: str

    @property
    def hash(self) -> str:
        """SHA-256 of the English words, hexadecimal."""
        return text_hash(self.question, self.explanation, self.withdrawal)


TEXTS: Mapping[Purpose, ConsentText] = {
    text.purpose: text
    for text in (
        ConsentText(
            Purpose.ANALYSIS,
            2,
            "Measure my face to make headshots.",
            "To make a headshot, the program measures where your eyes are, how your head is turned and how the light "
            "falls on your skin. If you have it anonymise pictures, it looks for the faces in those as well. It does "
            "so on this computer only, and forgets the measurements with the photo.",
            "If you take this back, every photo and every result in the program is erased at once.",
        ),
        ConsentText(
            Purpose.STATISTICS,
            2,
            "Count, without any name or picture, which kinds of photos work.",
            "For each headshot that you save, the program counts roughly what its photo was like: how the head was "
            "turned, how large the face was, how evenly it was lit. The counts carry the month and nothing else. They "
            "stay on this computer for two years at most, also when you close the program.",
            "If you take this back, the counts are deleted at once.",
        ),
        ConsentText(
            Purpose.PERSONAL_MODEL,
            2,
            "Train a model of my face on this computer.",
            "From 8 to 15 of your photos, this computer learns a small addition to a model pack that knows what your "
            "face looks like. Whoever has it can make pictures of you: it is data about your body, as a fingerprint "
            "is. So it lies only in the encrypted vault with your photos, never as a file in the clear, and it leaves "
            "the vault only if you take everything out yourself. It is gone when you delete it, and at the latest when "
            "the vault is erased, as it is when you close the program.",
            "If you take this back, a training that is running ends and the model is erased, within two seconds, and "
            "so is every picture that was made with it.",
        ),
    )
}


@dataclass(frozen=True)
class Consent:
    """An answer that was given.

    Attributes:
        purpose: what it is for.
        version: of the text that was answered.
        text: hash of that text in English, see `ConsentText.hash`.
        language: in which it was shown, such as `de`.
        given: Unix time in seconds, to the minute.
    """

    purpose: Purpose
    version: int
    text: str
    language: str
    given: int

    @property
    def valid(self) -> bool:
        """Whether it answers the words that are asked today."""
        today = TEXTS[self.purpose]
        return (self.version, self.text) == (today.version, today.hash)


def text_hash(*parts: str) -> str:
    """SHA-256 of texts in order, hexadecimal."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
