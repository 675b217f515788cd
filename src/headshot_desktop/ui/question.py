"""The one question that the window asks: before favourites are lost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def may_erase(parent: QWidget, lost: int, action: str) -> bool:
    """Whether `lost` favourites that were not exported may be erased; `action` is the button's word for it."""
    question = QMessageBox(parent)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setIcon(QMessageBox.Icon.Question)
    words = QCoreApplication.translate("Question", "%n favourite(s) have not been exported.", "", lost)
    question.setText(words)
    question.setInformativeText(QCoreApplication.translate("Question", "Erased pictures cannot be brought back."))
    leave = question.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
    stay = question.addButton(QCoreApplication.translate("Question", "Go back"), QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(stay)
    question.exec()
    return question.clickedButton() is leave
