"""Make the same headshot again with one thing changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.prompts import Text
from headshot_desktop.core.request import Look
from headshot_desktop.engine.generative.texts import prompts
from headshot_desktop.ui.pack_words import choice_words
from headshot_desktop.ui.session_values import CandidateEntry

_LIMITS = {"warmth": (-1.0, 1.0), "fill": (0.0, 1.0), "crop": (0.8, 1.25)}
"""Smallest and largest value, as `Look` has them."""


class ChangeMenu(QMenu):
    """Offers what the look still has room for; for what a model pack has made, other clothes and places."""

    wanted = Signal(object)
    """The change, as keyword arguments of the look."""

    drawn_anew = Signal(object)
    """The change, as keyword arguments of the `Generation`."""

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

        texts = prompts()
        self.clothes = self._texts(self.tr("Other clothes"), "attire", texts.attire)
        self.places = self._texts(self.tr("Another place"), "setting", texts.settings)

    def show_entry(self, entry: CandidateEntry) -> None:
        """Offer changes of this headshot."""
        self._look, generation = entry.look, entry.candidate.request.generation
        # The light of a wholly new photo is drawn with it; what else there is of a look has no effect on it either.
        lit = generation is None or generation.mode is Mode.KEEP_FACE
        for action, name, step in self._changes:
            action.setEnabled(self._changed(name, step) != getattr(self._look, name))
            action.setVisible(lit or name == "crop")
        for action, other in self._backdrops:
            action.setEnabled(other.backdrop != self._look.backdrop)
        self.backdrops.menuAction().setVisible(generation is None)
        self._offer(self.clothes, generation, "attire")
        self._offer(self.places, generation, "setting")

    def _texts(self, title: str, name: str, texts: Mapping[str, Text]) -> QMenu:
        menu = self.addMenu(title)
        for key, text in texts.items():
            action = menu.addAction(choice_words(text)[0])
            action.setData(key)
            action.triggered.connect(partial(self.drawn_anew.emit, {name: key}))
        return menu

    def _offer(self, menu: QMenu, generation: Generation | None, name: str) -> None:
        menu.menuAction().setVisible(generation is not None)
        for action in menu.actions():
            action.setEnabled(generation is not None and action.data() != getattr(generation, name))

    def _changed(self, name: str, step: float) -> float:
        low, high = _LIMITS[name]
        value: float = getattr(self._look, name)
        return round(min(max(value + step, low), high), 3)

    def _step(self, name: str, step: float) -> None:
        self.wanted.emit({name: self._changed(name, step)})

    def _behind(self, look: Look) -> None:
        named: dict[str, Any] = {"backdrop": look.backdrop, "id": look.id, "name": look.name}
        self.wanted.emit(named)
