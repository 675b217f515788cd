"""Errors where they happened: for each one a sentence with what to do, and a way to close it or to keep a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from headshot_desktop.core.errors import Fault, HeadshotError
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.engine_words import refusal_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import label, safe, short

ROWS_HEIGHT = 132
"""Pixels that the list of several messages takes at most; then it scrolls."""

_ROLES = ("good", "warning", "bad")
"""The worst one last: it colours the whole."""


@dataclass(frozen=True)
class Message:
    """One thing that is said.

    Attributes:
        sentence: what happened and what to do.
        role: of the style sheet: good, warning, bad.
        error: that a report can be shown of.
        about: name of the photo that it is about; empty when the sentence names it, or when it is about none.
        passing: whether it goes when something new is tried.
    """

    sentence: str
    role: str
    error: HeadshotError | None = None
    about: str = ""
    passing: bool = False

    @property
    def words(self) -> str:
        """The name and the sentence."""
        return f"{short(self.about)}: {self.sentence}" if self.about else self.sentence


class Banner(QFrame):
    """Hidden until there is something to say. A second message stands beside the first, it does not take its place."""

    report_wanted = Signal(object)
    """The person wants to see the report on this error."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[Message] = []
        self.rows: list[_Row] = []
        self.words = label()
        self.report = QPushButton(self.tr("Show a report…"), self)
        self.dismiss = QPushButton(self.tr("Close"), self)
        for button in (self.report, self.dismiss):
            button.setProperty("role", "plain")
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.report, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.list = _List(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.list)
        self.report.clicked.connect(lambda: self.report_wanted.emit(self._messages[0].error))
        self.dismiss.clicked.connect(self.hide)
        super().hide()

    @property
    def messages(self) -> tuple[Message, ...]:
        """What is said now, the oldest first."""
        return tuple(self._messages)

    def show_error(self, error: HeadshotError) -> None:
        """Say it; a fault of the program offers a report. Notes on the error name what it is about."""
        ours = error.fault is Fault.BUG
        sentence = (
            self.tr("Something went wrong inside the program. This is not your fault.")
            if ours
            else refusal_words(error)
        )
        role = "bad" if ours or error.fault is Fault.MACHINE else "warning"
        about = "".join(getattr(error, "__notes__", [])[:1])
        self._add(Message(safe(sentence), role, error if ours else None, about))

    def show_notice(self, sentence: str) -> None:
        """Say that something was done."""
        self._add(Message(safe(sentence), "good", passing=True))

    def show_warning(self, sentence: str) -> None:
        """Say that something was not taken, and what to do; it goes when something new is tried."""
        self._add(Message(safe(sentence), "warning", passing=True))

    def clear_passing(self) -> None:
        """Something new is tried: earlier notices and warnings are over, errors stay."""
        self._show([message for message in self._messages if not message.passing])

    def hide(self) -> None:
        """Forget all that was said, and take no room."""
        self._show([])

    def _add(self, message: Message) -> None:
        same = (message.sentence, message.role, message.about)
        others = [each for each in self._messages if (each.sentence, each.role, each.about) != same]
        self._show([*others, message])
        announce(self, message.words)

    def close_message(self, message: Message) -> None:
        """Take one away; the others stay."""
        self._show([each for each in self._messages if each is not message])
        if self.rows:
            self.rows[0].dismiss.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._messages:
            self.dismiss.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, messages: Sequence[Message]) -> None:
        self._messages = list(messages)
        several = len(messages) > 1
        self._fill(messages if several else ())
        self.report.setVisible(len(messages) == 1 and messages[0].error is not None)
        if not messages:
            self.words.clear()
            super().hide()
            return
        self.words.setText(self._head() if several else messages[0].words)
        self.dismiss.setText(self.tr("Close all") if several else self.tr("Close"))
        self.dismiss.setAccessibleName(self.tr("Close all messages") if several else self.tr("Close this message"))
        self.setProperty("role", f"banner-{max((each.role for each in messages), key=_ROLES.index)}")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(self.words.text())
        self.show()

    def _head(self) -> str:
        number = len(self._messages)
        if all(message.about for message in self._messages):
            return self.tr("%n photo(s) could not be used:", "", number)
        if all(message.role != "good" for message in self._messages):
            return self.tr("%n thing(s) could not be done:", "", number)
        return self.tr("%n message(s):", "", number)

    def _fill(self, messages: Sequence[Message]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_Row(message, self) for message in messages]
        for row in self.rows:
            row.dismiss.clicked.connect(lambda _=False, message=row.message: self.close_message(message))
            row.report.clicked.connect(lambda _=False, message=row.message: self.report_wanted.emit(message.error))
        self.list.show_rows(self.rows)


class _Row(QWidget):
    """One message of several."""

    def __init__(self, message: Message, banner: Banner) -> None:
        super().__init__(banner)
        self.message = message
        self.words = label(message.words, "bad" if message.role == "bad" else "")
        self.report = QPushButton(self.tr("Show a report…"), self)
        self.report.setVisible(message.error is not None)
        self.dismiss = QPushButton(self.tr("Close"), self)
        self.dismiss.setAccessibleName(self.tr("Close the message: {sentence}").format(sentence=message.words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        for button in (self.report, self.dismiss):
            button.setProperty("role", "plain")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class _List(QScrollArea):
    """As high as its rows, up to `ROWS_HEIGHT`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The banner's colour shines through; a style sheet without a selector would reach the buttons too.
        self.setObjectName("messages")
        self.setStyleSheet("QScrollArea#messages, QWidget#messages-inside { background: transparent; border: 0; }")
        self.hide()

    def show_rows(self, rows: Sequence[_Row]) -> None:
        """Show these in the place of those before."""
        inside = QWidget()
        inside.setObjectName("messages-inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)
        self.setWidget(inside)
        self.setVisible(bool(rows))
        self.updateGeometry()

    def _height(self) -> int:
        inside = self.widget()
        wanted = inside.heightForWidth(max(self.viewport().width(), 1)) if inside is not None else 0
        return min(max(wanted, inside.sizeHint().height() if inside is not None else 0), ROWS_HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all rows where that is not too much."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for one row."""
        return QSize(super().minimumSizeHint().width(), min(self._height(), ROWS_HEIGHT // 2))
