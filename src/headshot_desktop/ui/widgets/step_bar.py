"""The five steps along the side; every step can be reached at any time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.icons import SIDE, icon
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label


class StepBar(QFrame):
    """One button for each step, with its icon, and quieter ones below."""

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
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 3 * GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        name = label("Headshot Desktop", "heading")
        name.setContentsMargins(14, 0, 0, 2 * GRID)
        name.setWordWrap(False)
        column.addWidget(name)
        for number, (key, title) in enumerate(steps, start=1):
            column.addWidget(self._button(key, f"{number}  {title}", title))
        column.addStretch(1)
        for key, title in below:
            column.addWidget(self._button(key, title, title))
        self.setMinimumWidth(24 * GRID)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Light and dark want other icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

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
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self.buttons[key] = button
        return button

    def show_step(self, key: str) -> None:
        """Mark the step that is shown."""
        self.buttons[key].setChecked(True)
        self._paint()
