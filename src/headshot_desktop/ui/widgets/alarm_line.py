"""What the watch saw, in one calm line under all pages: it stays until the person closes it, and stops nobody."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from headshot_desktop.app.watch import Sighting
from headshot_desktop.core.events import Alarm, Consequence, LockReason, WipeReason
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label, safe


class AlarmLine(QFrame):
    """Hidden until something is told. The newest alarm is shown, with the number of others since it was closed."""

    opened = Signal()
    """The person wants to see what happened."""

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        """Listen to the watch of the model's Studio from now on."""
        super().__init__(parent)
        self.model = model
        self._shown: dict[Alarm, Sighting] = {}
        self.setProperty("role", "banner-warning")
        self.sign = Sign("privacy", "warning", self)
        self.words = label()
        self.more = QPushButton(self.tr("What happened…"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.more.clicked.connect(self.opened)
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        for button in (self.more, self.close_button):
            button.setProperty("role", "plain")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        model.locked_changed.connect(lambda *_: self._follow())
        model.studio.watch.told = lambda sighting: model.tasks.later(lambda: self.tell(sighting))
        super().hide()

    def tell(self, sighting: Sighting) -> None:
        """The watch saw something, and has answered it; let the window follow."""
        if sighting.consequence is Consequence.WIPE:
            self.model.wipe(WipeReason.ALARM)
        elif sighting.consequence is Consequence.LOCK:
            self.model.lock(LockReason.ALARM)
        again = self._shown.pop(sighting.alarm, None) is not None
        self._shown[sighting.alarm] = sighting
        self._show()
        if not again or sighting.consequence is not Consequence.NOTICE:
            announce(self, self.words.text())

    def dismiss(self) -> None:
        """The person has read it."""
        self._shown = {}
        super().hide()

    def _show(self) -> None:
        *others, newest = self._shown.values()
        words = " ".join(sentences_words(newest.sentences))
        if newest.count > 1:
            words += " " + self.tr("(%n time(s))", "", newest.count)
        if others:
            words += " " + self.tr("There is %n more message of this kind.", "", len(others))
        self.words.setText(safe(words))
        self.setAccessibleName(self.words.text())
        self._follow()
        self.show()

    def _follow(self) -> None:
        """While the pictures are locked, nothing but the lock can be gone to."""
        self.more.setVisible(not self.model.locked)
