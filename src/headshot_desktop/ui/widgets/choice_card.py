"""A card that is chosen by click or key: the base of look, destination and candidate cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.widgets.pressable import Pressable

_BORDER = 2
"""Pixels that the frame may take; of a card that is neither chosen nor focused it takes half."""

_RADIUS = 8.0


class ChoiceCard(Pressable):
    """Reports `pressed`; shows with a frame whether it is chosen, and tells screen readers.

    The owner decides what is chosen (`set_chosen`), so a press alone changes nothing.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._name, self._chosen = name, False
        # Buttons keep their own height; cards beside each other are of one.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.setCheckable(True)
        self.toggled.connect(self._toggled)
        self.setContentsMargins(_BORDER, _BORDER, _BORDER, _BORDER)

    @property
    def chosen(self) -> bool:
        """Whether this is the choice."""
        return self._chosen

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Not a press but the owner changes what is chosen."""

    def _toggled(self, checked: bool) -> None:
        """Screen readers toggle what can be checked, which is no press to Qt; here it is one."""
        if checked != self._chosen:
            self.setChecked(self._chosen)
            self.click()

    def set_name(self, name: str) -> None:
        """What screen readers call it."""
        self._name = name
        self.setAccessibleName(self.tr("{name}, chosen").format(name=name) if self.chosen else name)

    def set_chosen(self, chosen: bool) -> None:
        """Show whether this is the choice."""
        if chosen != self.chosen:
            self._chosen = chosen
            self.setChecked(chosen)
            self.set_name(self._name)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The card's ground, and a frame that says: chosen, under the mouse, has the focus."""
        del event
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.chosen or self.hasFocus()
        width = _BORDER if strong else _BORDER / 2
        line = colours.accent if strong or (self.underMouse() and self.isEnabled()) else colours.line
        if self.chosen and self.hasFocus():
            line = colours.text
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(colours.card if self.isEnabled() else colours.ground))
        inset = _BORDER - width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
