"""Looking at what is stored: opened when somebody asks for it, closed with the lock and with everything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from headshot_desktop.ui import theme
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.picture import PictureView
from headshot_desktop.ui.widgets.text import label

ONE, SEVERAL = 420, 150
"""Pixels of a picture's sides: alone, and among others."""


class Viewer(QDialog):
    """Pictures of the vault by their handles; their pixels go with the dialog."""

    def __init__(self, model: SessionModel, title: str, handles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        theme.wear(self)
        side = ONE if len(handles) == 1 else SEVERAL
        inside = QWidget(self)
        inside.setObjectName("body")
        flow = FlowLayout(inside)
        self.views = [PictureView(model, parent=inside) for _ in handles]
        for view, handle in zip(self.views, handles, strict=True):
            view.setFixedSize(side, side)
            view.show_handle(handle, title)
            flow.addWidget(view)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(label(title, "heading"))
        column.addWidget(area, 1)
        column.addWidget(self.close_button)
        model.locked_changed.connect(self.reject)
        model.wiped.connect(self.reject)
        self.finished.connect(self._drop)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for one large picture, or three by three small ones; less in a small window."""
        wanted = QSize(ONE + 8 * GRID, ONE + 14 * GRID)
        parent = self.parentWidget()
        return wanted.boundedTo(parent.size()) if parent is not None else wanted

    def _drop(self) -> None:
        for view in self.views:
            view.clear()
        self.deleteLater()


def show_pictures(model: SessionModel, title: str, handles: Sequence[str], parent: QWidget) -> Viewer:
    """Open a viewer over the window."""
    viewer = Viewer(model, title, handles, parent)
    viewer.open()
    return viewer
