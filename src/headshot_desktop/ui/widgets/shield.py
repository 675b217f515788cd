"""The line at the bottom: offline, what the vault holds, when it is wiped. A click opens the privacy page."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.stored_words import counted, pictures
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label

SOON = 120.0
"""Seconds before the wipe from which the countdown is a warning."""


class Shield(QFrame):
    """Tells only what is known: a protection that this system does not give is named as missing.

    Counted is what a person would call a picture: photos and headshots. That there are small copies and previews for
    the screen as well is told where the details are, and in place of the pictures where there is nothing else.
    """

    opened = Signal()
    wiped_idle = Signal()
    """Nothing was done for the retention time, so everything was erased."""

    def __init__(self, model: SessionModel, unprotected: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "shield")
        self.model = model
        self._unprotected = unprotected
        self.network = label()
        self.vault = label()
        self.countdown = label()
        self.button = QPushButton(self.tr("Privacy…"), self)
        self.button.setProperty("role", "plain")
        self.button.clicked.connect(self.opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        self.sign = Sign("privacy", "good", self)
        row.addWidget(self.sign)
        row.setSpacing(2 * GRID)
        told = QWidget(self)
        words = FlowLayout(told, gap=2 * GRID, line_gap=0)
        for part in (self.network, self.vault, self.countdown):
            part.setWordWrap(False)
            words.addWidget(part)
        row.addWidget(told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        self._second.start()
        for signal in (model.stored_changed, model.locked_changed):
            signal.connect(self.refresh)
        self.refresh()

    def name_missing(self, unprotected: tuple[str, ...]) -> None:
        """More is known of what this system does not give."""
        self._unprotected = unprotected
        self.refresh()

    def tick(self) -> None:
        """Once a second: count down, and wipe when the time is over."""
        if self.model.wipe_if_idle():
            self.wiped_idle.emit()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        self._network()
        self._stored()
        self._countdown()

    def _stored(self) -> None:
        items, told = self.model.items, ""
        count = pictures(items)
        if self.model.locked:
            words = self.tr("Pictures locked")
        elif not items:
            words = self.tr("Nothing stored")
        else:
            told = "\n".join(counted(items))
            words = self.tr("%n picture(s) in the encrypted vault", "", count) if count else " · ".join(counted(items))
        self.vault.setText(words)
        self.vault.setToolTip(told)
        self.vault.setAccessibleDescription(told)

    def _network(self) -> None:
        tried = sum(self.model.studio.attempts().values())
        if self._unprotected:
            self._paint(self.network, self.tr("Not fully protected"), "warning")
            self.network.setToolTip("\n".join(sentences_words(self._unprotected)))
        elif tried:
            self._paint(self.network, self.tr("Offline · %n blocked attempt(s)", "", tried), "warning")
        else:
            self._paint(self.network, self.tr("Offline"), "good")
        self.sign.show_sign("privacy", str(self.network.property("role")))

    def _countdown(self) -> None:
        remaining = self.model.studio.retention.remaining
        if not self.model.items or math.isinf(remaining):
            self.countdown.setText("")
            return
        minutes, seconds = divmod(math.ceil(remaining), 60)
        text = self.tr("Erased in {time} if unused").format(time=f"{minutes}:{seconds:02d}")
        self._paint(self.countdown, text, "warning" if remaining <= SOON else "quiet")

    @staticmethod
    def _paint(part: QWidget, text: str, role: str) -> None:
        part.setText(text)  # type: ignore[attr-defined]
        if part.property("role") != role:
            part.setProperty("role", role)
            part.style().unpolish(part)
            part.style().polish(part)
