"""The five steps along the side; every step can be reached at any time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.icons import SIDE, icon
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label

WIDE = 26 * GRID
"""Pixels of the bar's width, at least, while it shows words."""


class StepBar(QFrame):
    """One button for each step, with its icon, and quieter ones below; in a narrow window icon and number only."""

    chosen = Signal(str)

    def __init__(
        self, steps: Sequence[tuple[str, str]], below: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Build it.

        Args:
            steps: key and translated title of each step, in order.
            below: the same for the pages at the foot.
            parent: Qt's.
        """
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Steps"))
        self.buttons: dict[str, QPushButton] = {}
        self.narrow = False
        self._shown = ""
        self._words: dict[str, str] = {}
        self._numbers = {key: str(number) for number, (key, _) in enumerate(steps, start=1)}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(GRID // 2)
        self._name = label("Headshot Desktop", "heading")
        self._name.setContentsMargins(14, 0, 0, 2 * GRID)
        self._name.setWordWrap(False)
        self._column.addWidget(self._name)
        for number, (key, title) in enumerate(steps, start=1):
            self._column.addWidget(self._button(key, f"{number}  {title}", title))
        self._column.addStretch(1)
        for key, title in below:
            self._column.addWidget(self._button(key, title, title))
        self.set_narrow(False)
        theme.follow(self._paint)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons with the steps' numbers, and the words as tool tips; or icons and words."""
        self.narrow = narrow
        self._name.setVisible(not narrow)
        for key, button in self.buttons.items():
            button.setText(self._numbers.get(key, "") if narrow else self._words[key])
            button.setToolTip(self._words[key] if narrow else "")
            if button.property("narrow") != narrow:  # the number takes no room from the page
                button.setProperty("narrow", narrow)
                button.style().unpolish(button)
                button.style().polish(button)
        self._column.setContentsMargins(GRID // 2 if narrow else GRID, GRID if narrow else 3 * GRID, GRID // 2, GRID)
        self.setMinimumWidth(0 if narrow else WIDE)

    def _paint(self) -> None:
        shown = theme.colours()
        for key, button in self.buttons.items():
            button.setIcon(icon(key, shown.accent if button.isChecked() else shown.quiet))

    def _button(self, key: str, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setIconSize(QSize(SIDE, SIDE))
        button.setProperty("role", "step")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.toggled.connect(lambda checked: self._toggled(key, checked))
        self._group.addButton(button)
        self.buttons[key], self._words[key] = button, text
        return button

    def _toggled(self, key: str, checked: bool) -> None:
        """A press, or what screen readers do, which toggle what can be checked and do not press it."""
        if checked and key != self._shown:
            self.chosen.emit(key)

    def show_step(self, key: str) -> None:
        """Mark the step that is shown; of a page that has no button here, the settings."""
        self._shown = key if key in self.buttons else "settings"
        self.buttons[self._shown].setChecked(True)
        self._paint()
