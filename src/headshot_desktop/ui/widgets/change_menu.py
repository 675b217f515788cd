"""Make the same headshot again with one thing changed."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.request import Look

_LIMITS = {"warmth": (-1.0, 1.0), "fill": (0.0, 1.0), "crop": (0.8, 1.25)}
"""Smallest and largest value, as `Look` has them."""


class ChangeMenu(QMenu):
    """Offers what the look still has room for."""

    wanted = Signal(object)
    """The change, as keyword arguments of the look."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = catalogue.looks[0]
        self._changes = [
            (self.addAction(words), name, step)
            for words, name, step in (
                (self.tr("Warmer"), "warmth", 0.3),
                (self.tr("Cooler"), "warmth", -0.3),
                (self.tr("Softer light"), "fill", 0.3),
                (self.tr("Stronger light"), "fill", -0.3),
                (self.tr("Tighter"), "crop", 0.1),
                (self.tr("Wider"), "crop", -0.1),
            )
        ]
        for action, name, step in self._changes:
            action.triggered.connect(partial(self._step, name, step))
        self.backdrops = self.addMenu(self.tr("Another backdrop"))
        self._backdrops = [
            (self.backdrops.addAction(QCoreApplication.translate("Looks", look.name)), look) for look in catalogue.looks
        ]
        for action, look in self._backdrops:
            action.triggered.connect(partial(self._behind, look))

    def show_look(self, look: Look) -> None:
        """Offer changes of this look."""
        self._look = look
        for action, name, step in self._changes:
            action.setEnabled(self._changed(name, step) != getattr(look, name))
        for action, other in self._backdrops:
            action.setEnabled(other.backdrop != look.backdrop)

    def _changed(self, name: str, step: float) -> float:
        low, high = _LIMITS[name]
        value: float = getattr(self._look, name)
        return round(min(max(value + step, low), high), 3)

    def _step(self, name: str, step: float) -> None:
        self.wanted.emit({name: self._changed(name, step)})

    def _behind(self, look: Look) -> None:
        named: dict[str, Any] = {"backdrop": look.backdrop, "id": look.id, "name": look.name}
        self.wanted.emit(named)
