"""Sentences of errors, findings and notices in the language of the window.

Below the window everything speaks English. A `Sentence` is translated by its template, and its values are filled in
afterwards: names as they are, numbers as the language writes them, sentences within it translated in turn. A plain
`str`, such as a finding that comes from the engine's process, is looked up with places for its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.headshot import Finding
from headshot_desktop.core.sentences import Sentence, Value, filled
from headshot_desktop.ui.quantities import number_words

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
CONTEXT = "Engine"
"""Of all these sentences in the translations."""


def finding_words(finding: Finding) -> tuple[str, str]:
    """What it is and what to do about it."""
    return engine_words(finding.sentence), engine_words(finding.advice)


def refusal_words(error: HeadshotError) -> str:
    """What went wrong and what to do."""
    return engine_words(error.message)


def sentences_words(sentences: Iterable[str]) -> list[str]:
    """Several sentences, each translated."""
    return [engine_words(sentence) for sentence in sentences]


def template(sentence: str) -> str:
    """A sentence with `{0}`, `{1}` … for its numbers, as it stands in the translations."""
    numbers = iter(range(sentence.count("") + 1))
    return _NUMBER.sub(lambda _: f"{{{next(numbers)}}}", sentence)


def engine_words(sentence: str) -> str:
    """A sentence from below the window, translated where it is known; others stay as they are."""
    if isinstance(sentence, Sentence):
        return filled(_translated(sentence.template), sentence.values, _value)
    whole = _translated(sentence)
    if whole != sentence:
        return whole
    known = template(sentence)
    words = _translated(known)
    if words == known:
        return sentence
    numbers = {str(place): _written(number) for place, number in enumerate(_NUMBER.findall(sentence))}
    return filled(words, numbers)


def _translated(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)


def _value(value: Value) -> str:
    if isinstance(value, Sentence):
        return engine_words(value)
    return value if isinstance(value, str) else number_words(value)


def _written(number: str) -> str:
    whole, _, part = number.replace(",", ".").partition(".")
    return number_words(float(f"{whole}.{part}"), len(part)) if part else number_words(int(whole))
