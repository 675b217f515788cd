"""A named slider for one value of a look."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from headshot_desktop.ui.widgets.text import label

STEPS = 100
EVERY_MS = 60
"""Time between two values that are told while the handle moves."""


class AdjustSlider(QWidget):
    """From `low` to `high`; tells the value while the handle moves, and where it rests. One without effect says why."""

    changed = Signal(float)

    def __init__(
        self, title: str, ends: tuple[str, str], span: tuple[float, float], parent: QWidget | None = None
    ) -> None:
        """Build it.

        Args:
            title: what it changes.
            ends: words for its two ends.
            span: smallest and largest value.
            parent: Qt's.
        """
        super().__init__(parent)
        self._low, self._high = span
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, STEPS)
        self.slider.setProperty("mirrored", "true" if self.isRightToLeft() else "false")  # style sheets do not know it
        self.slider.setAccessibleName(title)
        self._ends = f"{ends[0]} – {ends[1]}"
        self.slider.setAccessibleDescription(self._ends)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(EVERY_MS)
        self._soon.timeout.connect(lambda: self.changed.emit(self.value))
        self.slider.valueChanged.connect(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(title))
        column.addWidget(self.slider)
        row = QHBoxLayout()
        for word, side in zip(ends, (Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing), strict=True):
            end = label(word, "quiet")
            end.setAlignment(side)
            row.addWidget(end)
        column.addLayout(row)

    @property
    def value(self) -> float:
        """The present value."""
        return self._low + (self._high - self._low) * self.slider.value() / STEPS

    def _moved(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def explain(self, reason: str) -> None:
        """Disable it for a reason, which is told; without one it can be moved."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.slider.setAccessibleDescription(reason or self._ends)

    def show_value(self, value: float) -> None:
        """Move the handle without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(round((value - self._low) / (self._high - self._low) * STEPS))
        self.slider.blockSignals(False)
