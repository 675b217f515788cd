"""A sentence with a small sign before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.icons import SIDE, icon
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


class Sign(QLabel):
    """One icon in the colour that `role` has as text; screen readers read the words beside it."""

    def __init__(self, name: str, role: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self.setFixedSize(SIDE, SIDE)
        theme.follow(self._paint)

    def show_sign(self, name: str, role: str) -> None:
        """Show another one."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self._paint()

    def _paint(self) -> None:
        colour = getattr(theme.colours(), self._role)
        self.setPixmap(icon(self._name, colour).pixmap(SIDE, SIDE))


class SignedSentence(QHBoxLayout):
    """The sign at the side where reading begins, the words in `role`'s colour."""

    def __init__(self, sign: str, words: str, role: str = "quiet") -> None:
        super().__init__()
        self.setSpacing(2 * GRID)
        self.addWidget(Sign(sign, "warning" if role == "warning" else "accent"), 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(label(words, "" if role == "quiet" else role), 1)
