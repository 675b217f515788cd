"""Labels that cannot be tricked: plain text only, control and direction-changing characters shown as “?”."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def safe(text: str) -> str:
    """Text from a file's name or an error, fit to be shown."""
    return "".join(character if character.isprintable() or character == "\n" else "?" for character in text)


def label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """A plain-text label that wraps; `role` is one of the style sheet's: title, heading, quiet, good, warning, bad."""
    made = QLabel(safe(text), parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
