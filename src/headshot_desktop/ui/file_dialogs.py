"""Asking the system for files and folders without leaving their names behind.

Qt's own dialog (not the system's) writes the folders and files it was used for to `QtProject.conf`, which every Qt
program of the person reads. So whatever that file said about dialogs before is put back when a dialog is gone.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_GROUP = "FileDialog"


def choose_photos(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Ask for files to open, beginning in the pictures folder; empty when the person thought better of it."""
    with no_history():
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(pictures_folder()), kinds)
    return [Path(name) for name in names]


def choose_pack(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for one file to open, beginning in the person's own folder."""
    with no_history():
        name, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(name) if name else None


def choose_target(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask for a file to write; the dialog asks before it gives one that is already there."""
    with no_history():
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name)
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder, beginning at `folder`."""
    with no_history():
        chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def pictures_folder() -> Path:
    """The system's folder for pictures."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))


@contextlib.contextmanager
def no_history() -> Iterator[None]:
    """Put back what Qt had stored about file dialogs before; a dialog inside must be gone when this ends.

    Other Qt programs' history stays as it is. A settings file that only our dialog made is removed. The system's own
    dialogs keep what the system lets them keep: recent files are its business.
    """
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    file = Path(settings.fileName())
    was_there = file.exists()
    settings.beginGroup(_GROUP)
    before = {key: settings.value(key) for key in settings.allKeys()}
    try:
        yield
    finally:
        settings.sync()
        settings.remove("")
        for key, value in before.items():
            settings.setValue(key, value)
        settings.endGroup()
        settings.sync()
        if not was_there and not settings.allKeys():
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
