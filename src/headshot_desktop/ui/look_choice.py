"""What the person has chosen of looks and places: the part of a sitting that holds no picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.request import Look


class LookChoice(QObject):
    """One look, perhaps adjusted, and at least one place; the base of `SessionModel`.

    Attributes:
        look_changed: another look, or other values of it.
        destinations_changed: other places.
        other_previews_wanted: what a headshot would look like has changed, by the person's hand.
    """

    look_changed = Signal()
    destinations_changed = Signal()
    other_previews_wanted = Signal()

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._look = catalogue.looks[0]
        self._destinations = [catalogue.destinations[0]]

    @property
    def look(self) -> Look:
        """The chosen look with the person's adjustments."""
        return self._look

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Where the headshots will be used; the first decides the framing of candidates. Never empty."""
        return tuple(self._destinations)

    def choose_look(self, look_id: str) -> None:
        """Take a look as it comes, without adjustments."""
        self._look = self._catalogue.look(look_id)
        self.look_changed.emit()
        self.other_previews_wanted.emit()

    @property
    def adjusted(self) -> bool:
        """Whether the person changed values of the chosen look."""
        return self._look != self._catalogue.look(self._look.id)

    def begin_with(self, look_id: str, destination_id: str) -> None:
        """Choose what the settings name; what the catalogue does not know any more is passed over."""
        for look in self._catalogue.looks:
            if look.id == look_id:
                self._look = look
        for destination in self._catalogue.destinations:
            if destination.id == destination_id:
                self._destinations = [destination]
        self.look_changed.emit()
        self.destinations_changed.emit()

    def adjust(self, **changes: Any) -> None:
        """Change values of the look, such as `fill` or `warmth`; `UsageError` beyond their limits."""
        self._look = replace(self._look, **changes)
        self.look_changed.emit()
        self.other_previews_wanted.emit()

    def toggle_destination(self, destination_id: str) -> None:
        """Choose or un-choose a destination; the last one stays."""
        destination = self._catalogue.destination(destination_id)
        if destination not in self._destinations:
            self._destinations.append(destination)
        elif len(self._destinations) > 1:
            self._destinations.remove(destination)
        self.destinations_changed.emit()
        self.other_previews_wanted.emit()
