"""The one question that the window asks: before headshots are lost that nobody has saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from headshot_desktop.ui import theme
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
