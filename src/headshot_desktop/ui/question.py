"""What the window asks before headshots are lost that nobody has saved, or while they are being saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.exports import Exports
from headshot_desktop.ui.session_values import CandidateEntry


@dataclass(frozen=True)
class Unsaved:
    """What would be lost.

    Attributes:
        favourites: headshots that were marked and not exported.
        headshots: all headshots, if none of them was exported; else 0.
    """

    favourites: int
    headshots: int

    def __bool__(self) -> bool:
        return bool(self.favourites or self.headshots)


def unsaved(candidates: Sequence[CandidateEntry]) -> Unsaved:
    """What of these would be lost: favourites always count, others only for somebody who has saved nothing."""
    favourites = sum(entry.favourite and not entry.exported for entry in candidates)
    exported = any(entry.exported for entry in candidates)
    return Unsaved(favourites, 0 if exported else len(candidates))


class Question(QMessageBox):
    """Whether headshots that were not saved may be erased; going back is the default."""

    def __init__(self, lost: Unsaved, action: str, parent: QWidget) -> None:
        """Build it.

        Args:
            lost: what is asked about.
            action: the word on the button that erases it.
            parent: the window.
        """
        super().__init__(parent)
        theme.wear(self)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(QMessageBox.Icon.Question)
        if lost.favourites:
            self.setText(self.tr("%n favourite(s) have not been exported.", "", lost.favourites))
        else:
            self.setText(self.tr("You have %n headshot(s) and have not saved any.", "", lost.headshots))
        self.setInformativeText(self.tr("Erased pictures cannot be brought back."))
        self.leave = self.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
        self.stay = self.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.stay)
        self.setEscapeButton(self.stay)


def may_erase(parent: QWidget, candidates: Sequence[CandidateEntry], action: str) -> bool:
    """Ask if there is something to ask about; see `Question`."""
    lost = unsaved(candidates)
    if not lost:
        return True
    question = Question(lost, action, parent)
    question.exec()
    return question.clickedButton() is question.leave


class WhileSaving(Enum):
    """What is to be done with files that are being written when the window is to be closed."""

    WAIT = auto()
    STOP = auto()
    GO_BACK = auto()
    DONE = auto()
    """They were written while the question stood."""


class SavingQuestion(QMessageBox):
    """Files are being written: whether to wait for them; waiting, which loses nothing, is the default."""

    def __init__(self, exports: Exports, parent: QWidget) -> None:
        super().__init__(parent)
        theme.wear(self)
        self.answer = WhileSaving.GO_BACK
        self._exports = exports
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(QMessageBox.Icon.Question)
        self.setInformativeText(
            self.tr(
                "If you stop, files that are finished stay. What is not written yet is erased with everything else, "
                "and cannot be brought back."
            )
        )
        self.wait = self._offer(self.tr("Wait, then close"), QMessageBox.ButtonRole.AcceptRole, WhileSaving.WAIT)
        self.stop = self._offer(self.tr("Stop and close"), QMessageBox.ButtonRole.DestructiveRole, WhileSaving.STOP)
        self.stay = self._offer(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole, WhileSaving.GO_BACK)
        self.setDefaultButton(self.wait)
        self.setEscapeButton(self.stay)
        exports.waiting_changed.connect(self._tell)
        exports.finished.connect(self._finished)
        self._tell()

    def _offer(self, words: str, role: QMessageBox.ButtonRole, answer: WhileSaving) -> QPushButton:
        button = self.addButton(words, role)

        def take() -> None:
            self.answer = answer

        button.clicked.connect(take)
        return button

    def _tell(self) -> None:
        left = max(1, self._exports.waiting)
        self.setText(self.tr("%n file(s) are being written just now.", "", left))

    def _finished(self, whole: bool) -> None:
        """There is nothing to wait for any more: go on as it was wanted, or back to what went wrong."""
        if self.answer is not WhileSaving.STOP:
            self.answer = WhileSaving.DONE if whole else WhileSaving.GO_BACK
        self.done(0)


def while_saving(parent: QWidget, exports: Exports) -> WhileSaving:
    """Ask what is to be done with the files that are being written; see `SavingQuestion`."""
    question = SavingQuestion(exports, parent)
    question.exec()
    answer = question.answer
    question.deleteLater()
    return answer
