"""Labels that cannot be tricked: plain text only, control and direction-changing characters shown as “?”."""

from __future__ import annotations

import re
import textwrap

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QStyle, QWidget

BREAK = "\u200b"
"""A space of no width."""

_LONG = re.compile(r"\S{24,}")
LONGEST_WORD = 22
"""Characters after which a word may be broken, so that no file name can push a window wider."""


def safe(text: str) -> str:
    """Text from a file's name or an error, fit to be shown: long words may be broken, nothing invisible is in it."""
    seen = "".join(character if character.isprintable() or character == "\n" else "?" for character in text)
    return _LONG.sub(lambda word: BREAK.join(textwrap.wrap(word[0], LONGEST_WORD)), seen)


def short(name: str, longest: int = 48) -> str:
    """A file's name, fit for a line: of a long one the beginning and the end."""
    seen = "".join(character if character.isprintable() else "?" for character in name)
    return seen if len(seen) <= longest else f"{seen[: longest - 13]}…{seen[-12:]}"


class Label(QLabel):
    """Stands where the window's reading direction begins.

    Qt goes by the letters of the text instead: in an Arabic window a file's name or “800 × 800” would stand at the
    other side than the words above it.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = ""
        self.setText(text)
        self._wanted = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(self._wanted)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Where words may be broken is to be seen and not to be read out."""
        super().setText(text)
        spoken = text.replace(BREAK, "") if BREAK in text else ""
        if spoken != self._spoken:  # else the name is none of this, or given by who made the label
            self._spoken = spoken
            self.setAccessibleName(spoken)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        """Leading and trailing follow the direction of the widget."""
        self._wanted = alignment
        super().setAlignment(QStyle.visualAlignment(self.layoutDirection(), alignment))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a new direction."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._wanted)


def label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """A plain-text label that wraps; `role` is one of the style sheet's: title, heading, quiet, good, warning, bad."""
    made = Label(safe(text), parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
