"""Beside the button that saves: what it will write, in two lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from headshot_desktop.core.destinations import Destination
from headshot_desktop.ui.widgets.file_facts import size_and_limit
from headshot_desktop.ui.widgets.text import label, safe

PLACES_SHOWN = 2


class SaveSummary(QWidget):
    """The name first, then pixels, format and limit; of many files the first ones."""

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
        sizes = [size_and_limit(destination) for destination in destinations[:PLACES_SHOWN]] if names else []
        if len(destinations) > PLACES_SHOWN and names:
            sizes.append(self.tr("and %n more", "", len(destinations) - PLACES_SHOWN))
        self.names.setText(first)
        self.sizes.setText("\n".join(sizes))
