"""The base of every page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.banner import Banner
from headshot_desktop.ui.widgets.text import label

LOW = 520
"""Pixels of a page's height below which it does without its second line and wide margins."""


class Page(QWidget):
    """A title with a line below it, a banner for errors, a body that scrolls, and a row of buttons at the foot.

    Subclasses fill `body` and `foot` and set `key`; they read the model and call its methods, and hold no state that
    the model has. Texts that follow the model belong into a method that is called on its signals.
    """

    step_done = Signal()
    """The person pressed the button that leads on."""

    step_wanted = Signal(str)
    """The person pressed a button that leads to the page with this key."""

    key = ""

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = label(self.title(), "title")
        self.subtitle = label(self.explanation(), "quiet")
        self.banner = Banner(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * GRID)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(GRID)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        for part in (self.heading, self.subtitle, self.banner):
            whole.addWidget(part)
        whole.addWidget(self._scrolling(), 1)
        whole.addLayout(self.foot)
        model.failed.connect(self._failed)
        model.wiped.connect(self.banner.hide)  # an error may name a file

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A low window has its room for what the page is about."""
        super().resizeEvent(event)
        low, whole = self.height() < LOW, self.layout()
        self.subtitle.setVisible(not low)
        if whole is not None:
            whole.setContentsMargins(
                *((2 * GRID, GRID, 2 * GRID, GRID) if low else (4 * GRID, 3 * GRID, 4 * GRID, 2 * GRID))
            )

    def title(self) -> str:
        """Translated, for the step bar and the page's head."""
        return ""

    def explanation(self) -> str:
        """One translated sentence below the title; empty for none."""
        return ""

    def entered(self) -> None:
        """The page has just been shown."""

    def show_error(self, error: HeadshotError) -> None:
        """Say what went wrong where it went wrong."""
        self.banner.show_error(error)

    def show_notice(self, sentence: str) -> None:
        """Say that something was done."""
        self.banner.show_notice(sentence)

    def begin_anew(self, busy: bool) -> None:
        """Something new is being made: what was said of earlier deeds is over."""
        if busy:
            self.banner.clear_passing()

    def primary(self, text: str) -> QPushButton:
        """A button that leads on, for the foot."""
        button = QPushButton(text, self)
        button.setProperty("role", "primary")
        return button

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("body")
        inside.setLayout(self.body)
        self.body.setContentsMargins(0, GRID, GRID // 2, GRID)
        area = self.area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _failed(self, page: str, error: HeadshotError) -> None:
        if page == self.key:
            self.show_error(error)
