"""The step “Look”: how it should look, on the person's own photo, and where it will be used."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.core.request import BackdropKind
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.adjust_slider import AdjustSlider
from headshot_desktop.ui.widgets.destination_card import DestinationCard
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.look_card import LookCard
from headshot_desktop.ui.widgets.nothing_yet import NothingYet
from headshot_desktop.ui.widgets.text import label

FIRST_PLACES = 4
"""Of a window of the usual width one row."""

_OF_BACKDROP = {"falloff", "blur"}
"""Sliders for values of the backdrop; the others are the look's own."""


class LookPage(Page):
    """Destinations above, the chosen ones and a few of the others at first; looks to the left, sliders to the right."""

    key = "look"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.cards = {look.id: LookCard(model, look, _name(look.name), self) for look in model.studio.catalogue.looks}
        self.destinations = {entry.id: DestinationCard(entry, self) for entry in model.studio.catalogue.destinations}
        self.sliders = self._sliders()
        top = QHBoxLayout()
        top.setSpacing(3 * GRID)
        top.addLayout(self._gallery(), 1)
        top.addWidget(self._adjustments(), 0, Qt.AlignmentFlag.AlignTop)
        self.empty = NothingYet(model, self, photo_is_enough=True)
        self.empty.wanted.connect(self.step_wanted)
        self.choices = QWidget(self)
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(self._places_head())
        column.addLayout(self._places())
        column.addLayout(top)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.choices)
        self.body.addStretch(1)
        self.next = self.primary(self.tr("Create headshots"))
        self.next.clicked.connect(self._create)
        self.foot.addStretch(1)
        self.foot.addWidget(self.next)
        model.look_changed.connect(self.refresh)
        model.destinations_changed.connect(self.refresh)
        model.previews.changed.connect(self._previewed)
        model.photos_changed.connect(self.refresh)
        model.photos_changed.connect(lambda: self._previewed(""))
        self.refresh()

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Look")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("Every look is shown on your own photo. The backdrop belongs to the look.")

    def entered(self) -> None:
        """See `Page.entered`."""
        self.model.order_previews()

    def refresh(self) -> None:
        """Show the model's choice."""
        look = self.model.look
        for key, card in self.cards.items():
            card.set_chosen(key == look.id)
        chosen = {entry.id for entry in self.model.destinations}
        for key, place in self.destinations.items():
            place.set_chosen(key in chosen)
        self._show_places()
        self.choices.setVisible(self.model.main is not None)
        for name, slider in self.sliders.items():
            slider.show_value(getattr(look.backdrop if name in _OF_BACKDROP else look, name))
        self._explain()
        self.reset.setEnabled(self.model.adjusted)
        self.next.setEnabled(self.model.main is not None)

    def _create(self) -> None:
        self.model.create()
        self.step_done.emit()

    def _previewed(self, look_id: str) -> None:
        coming = self.model.main is not None
        for key in [look_id] if look_id else self.cards:
            self.cards[key].show_preview(self.model.previews.handle(key), coming=coming)
        self._explain()

    def _explain(self) -> None:
        """Sliders without effect on what stands behind the person now say so."""
        look = self.model.look
        kind = self.model.studio.preview_request(look, self.model.destinations[0]).look.backdrop.kind
        taken = self.model.previews.backdrop(look.id) if kind is BackdropKind.AUTOMATIC else kind
        edge = blur = ""
        if kind is BackdropKind.AUTOMATIC:
            edge = self.tr("This look chooses its backdrop by itself.")
        elif taken is BackdropKind.NATURAL:
            edge = self.tr("Your own background has no lit middle.")
        if taken not in (BackdropKind.NATURAL, BackdropKind.WINDOW_OFFICE):
            blur = self.tr("There is nothing behind you that could be out of focus.")
        self.sliders["falloff"].explain(edge)
        self.sliders["blur"].explain(blur)

    def _gallery(self) -> FlowLayout:
        flow = FlowLayout()
        for key, card in self.cards.items():
            card.pressed.connect(partial(self.model.choose_look, key))
            flow.addWidget(card)
        return flow

    def _sliders(self) -> dict[str, AdjustSlider]:
        made = {
            "fill": AdjustSlider(self.tr("Light"), (self.tr("as in the photo"), self.tr("even")), (0, 1), self),
            "contrast": AdjustSlider(self.tr("Contrast"), (self.tr("soft"), self.tr("strong")), (-1, 1), self),
            "warmth": AdjustSlider(self.tr("Warmth"), (self.tr("cool"), self.tr("warm")), (-1, 1), self),
            "saturation": AdjustSlider(self.tr("Colour"), (self.tr("none"), self.tr("rich")), (0, 1.5), self),
            "crop": AdjustSlider(self.tr("Crop"), (self.tr("wide"), self.tr("tight")), (0.8, 1.25), self),
            "falloff": AdjustSlider(
                self.tr("Backdrop"), (self.tr("even"), self.tr("darker at the edge")), (0, 1), self
            ),
            "blur": AdjustSlider(self.tr("Blur"), (self.tr("a little"), self.tr("far")), (0, 1), self),
        }
        for name, slider in made.items():
            slider.changed.connect(partial(self._adjust, name))
        return made

    def _adjust(self, name: str, value: float) -> None:
        if name in _OF_BACKDROP:
            changes: dict[str, Any] = {name: value}
            self.model.adjust(backdrop=replace(self.model.look.backdrop, **changes))
        else:
            self.model.adjust(**{name: value})

    def _adjustments(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "card")
        frame.setFixedWidth(224)
        column = QVBoxLayout(frame)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(self.tr("Adjust"), "heading"))
        for slider in self.sliders.values():
            column.addWidget(slider)
        self.reset = QPushButton(self.tr("As the look comes"), self)
        self.reset.setAccessibleName(self.tr("Take all adjustments back"))
        self.reset.clicked.connect(lambda: self.model.choose_look(self.model.look.id))
        column.addWidget(self.reset)
        return frame

    def _places_head(self) -> QHBoxLayout:
        """The question, and the button that shows all the answers."""
        row = QHBoxLayout()
        title = label(self.tr("Where will you use it?"), "heading")
        title.setWordWrap(False)
        self.all_places = QPushButton(self)
        self.all_places.setProperty("role", "plain")
        self.all_places.setCheckable(True)
        self.all_places.toggled.connect(self._show_places)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self.all_places)
        return row

    def _show_places(self) -> None:
        """All places, or the first few and each that is chosen."""
        everything = self.all_places.isChecked()
        first = set(list(self.destinations)[:FIRST_PLACES])
        for key, card in self.destinations.items():
            card.setVisible(everything or card.chosen or key in first)
        self.all_places.setText(
            self.tr("Show fewer") if everything else self.tr("All %n place(s)…", "", len(self.destinations))
        )
        self.all_places.setVisible(len(self.destinations) > FIRST_PLACES)

    def _places(self) -> FlowLayout:
        flow = FlowLayout(gap=GRID)
        for key, card in self.destinations.items():
            card.pressed.connect(partial(self.model.toggle_destination, key))
            flow.addWidget(card)
        return flow


def _name(name: str) -> str:
    return QCoreApplication.translate("Looks", name)
