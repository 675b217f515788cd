"""A named slider for one value of a look."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from headshot_desktop.ui.widgets.text import label

STEPS = 100
SETTLE_MS = 150
"""Time without movement after which the new value is told; every value costs a rendering."""


class AdjustSlider(QWidget):
    """From `low` to `high`; tells the value when the hand rests."""

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
        self.slider.setAccessibleName(title)
        self.slider.setAccessibleDescription(f"{ends[0]} – {ends[1]}")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(lambda: self.changed.emit(self.value))
        self.slider.valueChanged.connect(lambda _: self._settle.start())
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

    def show_value(self, value: float) -> None:
        """Move the handle without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(round((value - self._low) / (self._high - self._low) * STEPS))
        self.slider.blockSignals(False)
