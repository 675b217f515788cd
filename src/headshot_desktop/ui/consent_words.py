"""The consent questions in the window's language, and which language that is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from headshot_desktop.core.consent import TEXTS, Purpose

LANGUAGES = ("en", "de", "es")
"""Languages that the window has."""

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""Each in its own words."""


def shown_language() -> str:
    """The language in which the window shows its words; English where it does not have the system's."""
    language = QLocale().name().split("_")[0]
    return language if language in LANGUAGES else "en"


def question(purpose: Purpose) -> str:
    """What stands beside the box."""
    return _translated(TEXTS[purpose].question)


def explanation(purpose: Purpose) -> str:
    """What is done, with what, and for how long."""
    return _translated(TEXTS[purpose].explanation)


def withdrawal(purpose: Purpose) -> str:
    """What happens when the answer is taken back."""
    return _translated(TEXTS[purpose].withdrawal)


def _translated(words: str) -> str:
    return QCoreApplication.translate("Consent", words)
