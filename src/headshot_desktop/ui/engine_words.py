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
    return engine_words(finding.sentence), engine_words(finding.advice)


def refusal_words(error: HeadshotError) -> str:
    """Why a photo cannot be used and what to do instead."""
    return engine_words(error.message)


def template(sentence: str) -> str:
    """A sentence with `{0}`, `{1}` … for its numbers, as it stands in the translations."""
    numbers = iter(range(sentence.count("") + 1))
    return _NUMBER.sub(lambda _: f"{{{next(numbers)}}}", sentence)


def engine_words(sentence: str) -> str:
    """A sentence of the engine's, translated where it is known; others stay as they are."""
    words = QCoreApplication.translate("Engine", template(sentence))
    for place, number in enumerate(_NUMBER.findall(sentence)):
        words = words.replace(f"{{{place}}}", number)
    return words
