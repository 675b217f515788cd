"""Where the files go and what they are called; warns of folders that are copied to a cloud service."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.app.cloud_folders import Surroundings, cloud_service, is_on_network
from headshot_desktop.app.export_names import DEFAULT_BASE, LONGEST_BASE
from headshot_desktop.ui.file_dialogs import choose_folder, pictures_folder
from headshot_desktop.ui.tasks import Tasks
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.text import BREAK, label, safe

FILES_SHOWN = 6


class SavePlace(QFrame):
    """Folder and name; `changed` when either is another one."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._tasks = tasks
        self.folder = pictures_folder()
        self.service = ""
        self.path = label()
        self.choose = QPushButton(self.tr("Change…"), self)
        self.choose.setAccessibleName(self.tr("Choose another folder"))
        self.choose.clicked.connect(self._choose)
        self.base = QLineEdit(DEFAULT_BASE, self)
        self.base.setMaxLength(LONGEST_BASE)
        self.base.setAccessibleName(self.tr("Name of the files"))
        self.base.textChanged.connect(self.changed)
        self.files = label()
        self.warning = self._warning()
        self._arrange()
        self.set_folder(self.folder)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(label(self.tr("Folder"), "heading"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        column.addLayout(row)
        column.addWidget(self.warning)
        column.addSpacing(GRID)
        name = label(self.tr("Name"), "heading")
        name.setBuddy(self.base)
        column.addWidget(name)
        column.addWidget(self.base)
        column.addWidget(self.files)

    def _warning(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "banner-warning")
        self.warning_words = label()
        row = QHBoxLayout(frame)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.addWidget(self.warning_words)
        frame.hide()
        return frame

    def set_folder(self, folder: Path) -> None:
        """Save there; asks in the background whether it is copied away."""
        self.folder = folder
        self.path.setText(_breakable(str(folder)))

        def work() -> tuple[str, bool]:
            here = Surroundings.here()
            return cloud_service(folder, here), is_on_network(folder, here)

        self._tasks.run(work, lambda found: self._checked(folder, *found))
        self.changed.emit()

    def show_files(self, names: Sequence[str]) -> None:
        """Say what the files will be called."""
        shown = [safe(name) for name in names[:FILES_SHOWN]]
        if len(names) > FILES_SHOWN:
            shown.append(self.tr("and %n more", "", len(names) - FILES_SHOWN))
        self.files.setText("\n".join(shown))

    def _checked(self, folder: Path, service: str, network: bool) -> None:
        if folder != self.folder:
            return
        self.service = service
        self.warning_words.setText(self._leaving(service))
        self.warning.setVisible(bool(service) or network)

    def _leaving(self, service: str) -> str:
        if not service:
            return self.tr(
                "This folder is on another computer in your network: what you save here leaves this computer. Choose "
                "another folder to keep it here."
            )
        return self.tr(
            "This folder is copied to {service}: what you save here leaves this computer, through {service} and "
            "not through this program. Choose another folder to keep it here."
        ).format(service=service)

    def _choose(self) -> None:
        folder = choose_folder(self, self.tr("Choose a folder for your headshots"), self.folder)
        if folder is not None:
            self.set_folder(folder)


def _breakable(path: str) -> str:
    """A path that can be wrapped after its separators; safe to show."""
    return safe(path).replace("/", f"/{BREAK}").replace("\\", f"\\{BREAK}")
