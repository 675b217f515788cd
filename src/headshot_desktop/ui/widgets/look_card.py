"""One look, shown on the person's own photo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from headshot_desktop.core.request import Look
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.choice_card import ChoiceCard
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.ui.widgets.text import label
from headshot_desktop.ui.widgets.waiting import Waiting

WIDTH = 144


class LookCard(ChoiceCard):
    """A preview and the look's name."""

    def __init__(self, model: SessionModel, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.look = look
        self.setToolTip(QCoreApplication.translate("Looks", look.description))
        self.setAccessibleDescription(self.toolTip())
        self._name_shown = name
        self.picture = PictureView(model, parent=self)
        self.picture.setFixedSize(WIDTH, WIDTH)
        self.waiting = Waiting(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        words = label(name)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)

    def show_preview(self, handle: str, *, coming: bool) -> None:
        """Show the preview with this handle; without one, whether it is being made."""
        self.waiting.setVisible(coming and not handle)
        self.picture.show_handle(handle, self.tr("You in the look {name}").format(name=self._name_shown))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All cards are of one size, so that rows stand in columns."""
        return QSize(WIDTH + 2 * GRID + 4, super().sizeHint().height())
