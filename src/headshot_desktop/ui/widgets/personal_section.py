"""The model of the person's face: what it is, what is missing for it, training, deleting."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.app.packs import Pack
from headshot_desktop.app.studio import Photo
from headshot_desktop.core.personal import FEWEST_PHOTOS, MOST_PHOTOS, Facts
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.deed_panel import DeedPanel
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence
from headshot_desktop.ui.widgets.text import label

_STAGES = {
    "look": "Looking at your photos",
    "check": "Checking the model pack",
    "load": "Loading the model pack",
    "encode": "Looking at your photos",
    "train": "Learning your face",
}


class PersonalSection(QFrame):
    """Follows the model; the question itself is asked in the Privacy Centre, where it can be taken back."""

    asked = Signal()
    """The person wants to answer the question."""

    said = Signal(str)

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.model, self.work = model, model.generating.personal
        self.state = label()
        self.panel = DeedPanel(self)
        self.train = QPushButton(self)
        self.delete = QPushButton(self.tr("Delete the model"), self)
        self.answer = QPushButton(self.tr("Read the question and answer it"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        column.setSpacing(GRID // 2)
        column.addWidget(label(self.tr("A model of your face"), "heading"))
        words = self.tr(
            "For one model pack, this computer can learn what you look like from {least} to {most} of your photos. It "
            "needs a graphics card with at least 12 GB of its own memory and takes many minutes, in which nothing else "
            "can be made. The model lies in the vault and is erased with it."
        )
        column.addWidget(label(words.format(least=FEWEST_PHOTOS, most=MOST_PHOTOS), "quiet"))
        if not self.work.allowed:
            column.addLayout(SignedSentence("padlock", self.tr("Your organisation has switched personal models off.")))
        for part in (self.state, self.panel):
            column.addWidget(part)
        row = FlowLayout(gap=GRID)
        for button in (self.answer, self.train, self.delete):
            row.addWidget(button)
        column.addLayout(row)
        self._row = row
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Say it as of now."""
        work, pack = self.work, self._pack()
        missing = self._missing(pack)
        free = work.allowed and not work.busy
        self.answer.setVisible(work.allowed and not work.agreed)
        self.train.setVisible(work.allowed and work.agreed and not work.busy)
        self.train.setEnabled(free and not missing and pack is not None)
        self.delete.setVisible(work.facts is not None and not work.busy)
        self._row.invalidate()
        self.panel.begin(self.tr("Learning your face") if work.busy else "")
        self.train.setText(self.tr("Train it now") if work.facts is None else self.tr("Train it anew"))
        self.state.setVisible(work.allowed and not work.busy)
        self.state.setText("\n".join(missing) or self._ready(pack, work.facts))

    def _pack(self) -> Pack | None:
        chosen = self.model.generating.pack
        possible = [pack for pack in self.model.generating.usable if self.work.trainable(pack)]
        return chosen if chosen in possible else next(iter(possible), None)

    def _photos(self) -> list[Photo]:
        return [entry.photo for entry in self.model.photos if entry.inspection is not None]

    def _missing(self, pack: Pack | None) -> list[str]:
        """What stands in the way, a sentence each; the graphics card is looked at when training begins."""
        said = []
        if not self.work.agreed:
            said.append(self.tr("You have not agreed to it."))
        if pack is None:
            said.append(self.tr("There is no model pack here that a model can be trained for."))
        count = len(self._photos())
        if not self.work.enough(count):
            words = self.tr("It needs {least} photos in which you are clearly seen; there are {count}.")
            said.append(words.format(least=FEWEST_PHOTOS, count=count))
        return [] if self.work.facts is not None and self.work.agreed else said

    def _ready(self, pack: Pack | None, facts: Facts | None) -> str:
        if facts is not None:
            words = self.tr("A model is there, learnt from %n photo(s). Use it in the step Create.", "", facts.photos)
            return words if self.work.fits(pack) else words + " " + self.tr("It belongs to another model pack.")
        return self.tr("Everything is there. The graphics card is looked at when you begin.")

    def _connect(self) -> None:
        self.answer.clicked.connect(self.asked)
        self.train.clicked.connect(self._train)
        self.delete.clicked.connect(self.work.delete)
        self.panel.cancelled.connect(self.work.cancel)
        self.work.progressed.connect(self._progressed)
        self.work.trained.connect(lambda _: self.said.emit(self.tr("The model of your face is ready.")))
        for signal in (self.model.generating.changed, self.model.photos_changed, self.model.consents_changed):
            signal.connect(self.refresh)

    def _train(self) -> None:
        pack = self._pack()
        if pack is not None:
            self.work.train(self._photos(), pack)

    def _progressed(self, stage: str, share: float, left: float | None) -> None:
        words = QCoreApplication.translate("Stages", _STAGES.get(stage, "Working"))
        self.panel.show_share(share, words, left)
