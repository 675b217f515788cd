"""Beside the button that saves: what it will write, in two lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from headshot_desktop.core.destinations import Destination
from headshot_desktop.ui.widgets.file_facts import size_and_limit
from headshot_desktop.ui.widgets.text import label, safe


class SaveSummary(QWidget):
    """The name, then pixels, format and limit; of several places how many: the card beside it has them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names, self.sizes = label("", "heading"), label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.names, self.sizes):
            part.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(part)

    def show_files(self, names: Sequence[str], destinations: Sequence[Destination]) -> None:
        """Say what would be written now; nothing without names."""
        first = safe(names[0]) if names else ""
        if len(names) > 1:
            first = self.tr("{name} and %n more", "", len(names) - 1).format(name=first)
        places = len(destinations) if names else 0
        self.names.setText(first)
        self.sizes.setText(size_and_limit(destinations[0]) if places == 1 else "")
        if places > 1:
            self.sizes.setText(self.tr("for %n place(s)", "", places))
