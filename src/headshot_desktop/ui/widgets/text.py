"""Labels that cannot be tricked: plain text only, control and direction-changing characters shown as “?”."""

from __future__ import annotations

import re
import textwrap

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_LONG = re.compile(r"\S{24,}")
LONGEST_WORD = 22
"""Characters after which a word may be broken, so that no file name can push a window wider."""


def safe(text: str) -> str:
    """Text from a file's name or an error, fit to be shown: long words may be broken, nothing invisible is in it."""
    seen = "".join(character if character.isprintable() or character == "\n" else "?" for character in text)
    return _LONG.sub(lambda word: "\u200b".join(textwrap.wrap(word[0], LONGEST_WORD)), seen)


def short(name: str, longest: int = 48) -> str:
    """A file's name, fit for a line: of a long one the beginning and the end."""
    seen = "".join(character if character.isprintable() else "?" for character in name)
    return seen if len(seen) <= longest else f"{seen[: longest - 13]}…{seen[-12:]}"


def label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """A plain-text label that wraps; `role` is one of the style sheet's: title, heading, quiet, good, warning, bad."""
    made = QLabel(safe(text), parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
