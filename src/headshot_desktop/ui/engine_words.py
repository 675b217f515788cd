"""The engine's sentences in the language of the window.

The engine speaks English and gives each sentence a code; numbers in a sentence are taken over into its translation.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.headshot import Finding

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def finding_words(finding: Finding) -> tuple[str, str]:
    """What it is and what to do about it."""
    return _translated("Findings", finding.sentence), _translated("Findings", finding.advice)


def refusal_words(error: HeadshotError) -> str:
    """Why a photo cannot be used and what to do instead."""
    return _translated("Refusals", error.message)


def note_words(note: str) -> str:
    """What a photo did not allow."""
    return _translated("Notes", note)


def template(sentence: str) -> str:
    """A sentence with `{0}`, `{1}` … for its numbers, as it stands in the translations."""
    numbers = iter(range(sentence.count("") + 1))
    return _NUMBER.sub(lambda _: f"{{{next(numbers)}}}", sentence)


def _translated(context: str, sentence: str) -> str:
    words = QCoreApplication.translate(context, template(sentence))
    for place, number in enumerate(_NUMBER.findall(sentence)):
        words = words.replace(f"{{{place}}}", number)
    return words
