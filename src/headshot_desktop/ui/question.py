"""The one question that the window asks: before favourites are lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Question(QMessageBox):
    """Whether favourites that were not exported may be erased; going back is the default."""

    def __init__(self, lost: int, action: str, parent: QWidget) -> None:
        """Build it.

        Args:
            lost: favourites that were not exported.
            action: the word on the button that erases them.
            parent: the window.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(QMessageBox.Icon.Question)
        self.setText(self.tr("%n favourite(s) have not been exported.", "", lost))
        self.setInformativeText(self.tr("Erased pictures cannot be brought back."))
        self.leave = self.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
        self.stay = self.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.stay)


def may_erase(parent: QWidget, lost: int, action: str) -> bool:
    """Ask; see `Question`."""
    question = Question(lost, action, parent)
    question.exec()
    return question.clickedButton() is question.leave
