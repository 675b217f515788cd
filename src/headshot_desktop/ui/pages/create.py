"""The step “Create”: which engine, how long it will take, and the headshots as they come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from headshot_desktop.ui.generating_model import ranked
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import CandidateEntry
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.candidate_card import CandidateCard
from headshot_desktop.ui.widgets.engine_card import EngineCard
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.generation_choices import GenerationChoices
from headshot_desktop.ui.widgets.progress_panel import ProgressPanel
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label

MORE = ("light-grey", "charcoal", "warm-stone", "navy", "natural", "office-window")
"""Looks that “More looks” goes through, those first that differ most from each other."""
AT_ONCE = 3

SETTLING = 50
"""Milliseconds until what has come has its place and its height."""


class CreatePage(Page):
    """Engines above, progress, and the finished ones below."""

    key = "create"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.studio = EngineCard(
            self.tr("Studio"),
            self.tr("Keeps you as you are, and sets light, backdrop and frame. It runs on any computer."),
            self,
        )
        self.generative = EngineCard(
            self.tr("Generative"),
            self.tr("New clothes and places, made up around your face."),
            self,
        )
        self.padlock = Sign("padlock", "quiet", self)
        self.packs = QPushButton(self.tr("Model packs…"), self)
        self.choices = GenerationChoices(model, self)
        engines = QHBoxLayout()
        engines.setSpacing(2 * GRID)
        engines.addWidget(self.studio)
        engines.addWidget(self.generative)
        self.panel = ProgressPanel(model, self)
        self.empty = label("", "quiet")
        self.cards: list[CandidateCard] = []
        self._flow = FlowLayout()
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.padlock)
        below.addWidget(self.packs)
        self.body.addLayout(engines)
        self.body.addLayout(below)
        self.body.addWidget(self.choices)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._flow)
        self.body.addStretch(1)
        self._buttons()
        self.panel.cancelled.connect(self.show_notice)
        self.panel.left.connect(self.next.setFocus)
        model.making.changed.connect(self.begin_anew)
        self.studio.pressed.connect(partial(model.generating.choose, wanted=False))
        self.generative.pressed.connect(partial(model.generating.choose, wanted=True))
        self.packs.clicked.connect(lambda: self.step_wanted.emit("packs"))
        for signal in (model.candidates_changed, model.generating.changed, model.destinations_changed):
            signal.connect(self.refresh)
        model.making.changed.connect(self._making)
        model.calibration.changed.connect(self._estimate)
        model.photos_changed.connect(self.refresh)
        self.refresh()

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Create")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("Every headshot is compared with your photo: likeness, skin tone, skin texture.")

    def entered(self) -> None:
        """See `Page.entered`."""
        self.model.calibration.want()
        self.model.generating.packs.refresh()
        self.model.generating.personal.refresh()
        self.refresh()

    def refresh(self) -> None:
        """Show the model's candidates and what can be done now."""
        ready, creating, made = self.model.main is not None, self.model.making.busy, bool(self.model.candidates)
        anew = self._show_engines()
        self._estimate()
        # What comes first is the main button; what can be done besides stands at the other side.
        first = not made and not creating
        self.again.setVisible(not first)
        self.again.setText(self.tr("Create more") if anew else self.tr("Create one more"))
        self.more.setVisible(not first and not anew)
        self.again.setEnabled(ready and not creating)
        self.more.setEnabled(ready and not creating)
        if not first:
            self.next.setText(self.tr("Review"))
        else:
            self.next.setText(self.tr("Create a headshot") if ready else self.tr("Add a photo"))
        self.next.setEnabled(made or first)
        self.empty.setVisible(first)
        self.empty.setText(
            self.tr("Nothing has been made yet.") if ready else self.tr("Add a photo first, in the step Photos.")
        )
        self._rebuild()

    def _making(self, busy: bool) -> None:
        """What is being made is in view, and then what was made: with a pack's choices above it might not be."""
        self.refresh()
        shown: QWidget = self.panel if busy or not self.cards else self.cards[0]
        if self.choices.isVisible():
            QTimer.singleShot(SETTLING, shown, lambda: self.area.ensureWidgetVisible(shown, 0, GRID))

    def _show_engines(self) -> bool:
        """Which can be chosen and which is; whether a model pack makes the headshots."""
        generating, place = self.model.generating, self.model.destinations[0]
        hindrance, anew = generating.hindrance(place), generating.on(place)
        allowed = self.model.studio.limits.allows_engine("studio")
        allowed_anew = hindrance is None or not hindrance.policy
        self.studio.setEnabled(allowed)
        self.studio.set_chosen(allowed and not anew)
        if not allowed:
            self.studio.show_need(self.tr("Your organisation has switched the Studio engine off."))
        self.generative.setEnabled(hindrance is None)
        self.generative.set_chosen(anew)
        if hindrance is not None:
            self.generative.show_need(hindrance.words)
        packs = self.model.generating.packs
        self.packs.setText(
            self.tr("Get a model pack…") if packs.read and not packs.packs and allowed_anew else self.tr("Model packs…")
        )
        # The card cannot have the keyboard while it cannot be chosen: what it lacks is heard at the way out.
        self.packs.setAccessibleDescription(hindrance.words if hindrance is not None else "")
        self.padlock.setVisible(not allowed or (hindrance is not None and hindrance.policy))
        self.padlock.setAccessibleName(self.tr("Set by your organisation"))
        self.choices.setVisible(anew)
        return anew

    def _estimate(self) -> None:
        calibration = self.model.calibration
        measured = calibration.measurement
        seconds = self.model.making.seconds_each or (measured.seconds if measured else None)
        if self.studio.isEnabled():
            self.studio.show_estimate(seconds, measured.peak_mb if measured else None, given_up=calibration.given_up)
        if self.generative.isEnabled():
            self.generative.show_estimate(self.model.making.seconds_anew, None)

    def _rebuild(self) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        before = {card.entry.handle: card for card in self.cards}
        self.cards = []
        for entry in ranked(self.model.candidates):
            card = before.pop(entry.handle, None) or self._card(entry)
            card.show_entry(entry)
            self.cards.append(card)
            self._flow.addWidget(card)
        for card in before.values():
            card.hide()
            card.deleteLater()

    def _card(self, entry: CandidateEntry) -> CandidateCard:
        card = CandidateCard(self.model, entry, self)
        card.pressed.connect(partial(self.model.select, entry.handle))
        card.pressed.connect(self.step_done)
        return card

    def _buttons(self) -> None:
        self.again = QPushButton(self.tr("Create one more"), self)
        self.again.clicked.connect(self._again)
        self.more = QPushButton(self.tr("Create in %n other look(s)", "", AT_ONCE), self)
        self.more.clicked.connect(self._more)
        self.next = self.primary(self.tr("Review"))
        self.next.clicked.connect(self._go_on)
        self.foot.addWidget(self.again)
        self.foot.addWidget(self.more)
        self.foot.addStretch(1)
        self.foot.addWidget(self.next)

    def _go_on(self) -> None:
        if self.model.candidates or self.model.making.busy:
            self.step_done.emit()
        elif self.model.main is not None:
            self.model.create()
        else:
            self.step_wanted.emit("photos")

    def _again(self) -> None:
        self.model.create()

    def _more(self) -> None:
        seen = {entry.look.id for entry in self.model.candidates}
        fresh = [name for name in MORE if name not in seen] or list(MORE)
        self.model.create([self.model.studio.catalogue.look(name) for name in fresh[:AT_ONCE]])
