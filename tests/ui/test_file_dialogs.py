from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from headshot_desktop.core.errors import Bug
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.export import ExportPage
from headshot_desktop.ui.pages.photos import PhotosPage
from headshot_desktop.ui.report import ReportDialog, report_text
from headshot_desktop.ui.session_model import SessionModel

SOURCE = Path(__file__).resolve().parents[2] / "src" / "headshot_desktop"


@pytest.fixture
def settings_file(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """Where Qt's own settings lie during the test."""
    del qapp
    kind, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    usual = Path(QSettings(scope, "QtProject").fileName())
    folder = tmp_path / "settings"
    folder.mkdir()
    QSettings.setPath(kind, scope, str(folder))
    yield folder / "QtProject.conf"
    QSettings.setPath(kind, scope, str(usual.parent))


def _answer(path: Path) -> None:
    """Type a path into the dialog that is about to open, and accept it."""

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        dialog.accept()

    QTimer.singleShot(200, type_it)


def test_qts_own_dialog_would_write_a_history(tmp_path: Path, settings_file: Path) -> None:
    _answer(tmp_path)
    assert QFileDialog.getExistingDirectory(None, "", str(tmp_path)) == str(tmp_path)
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()
    assert str(tmp_path) in settings_file.read_text(), "the control: without it the tests below prove nothing"


def test_no_dialog_of_the_program_leaves_one(
    qtbot: QtBot, window: MainWindow, model: SessionModel, photo: Path, tmp_path: Path, settings_file: Path
) -> None:
    photos, export = window.pages["photos"], window.pages["export"]
    assert isinstance(photos, PhotosPage)
    assert isinstance(export, ExportPage)
    _answer(photo)
    qtbot.mouseClick(photos.drop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: model.main is not None)
    target = tmp_path / "secret place"
    target.mkdir()
    window.show_page("export")
    _answer(target)
    qtbot.mouseClick(export.place.choose, Qt.MouseButton.LeftButton)
    assert export.place.folder == target
    report = ReportDialog(report_text(Bug("broken")), window)
    _answer(tmp_path / "report.txt")
    save = report.findChild(QDialogButtonBox)
    assert isinstance(save, QDialogButtonBox)
    qtbot.mouseClick(save.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    assert (tmp_path / "report.txt").exists()
    assert not settings_file.exists()


def test_what_other_programs_stored_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, settings_file: Path
) -> None:
    before = "[FileDialog]\nhistory=file:///theirs, file:///more\nlastVisited=file:///theirs\n\n[Other]\nkey=1\n"
    settings_file.write_text(before)
    export = window.pages["export"]
    assert isinstance(export, ExportPage)
    _answer(tmp_path)
    qtbot.mouseClick(export.place.choose, Qt.MouseButton.LeftButton)
    assert export.place.folder == tmp_path
    assert settings_file.read_text().split() == before.split()


def test_nothing_else_asks_for_files() -> None:
    users = [
        path.name
        for path in SOURCE.rglob("*.py")
        if any(
            isinstance(node, ast.Name) and node.id == "QFileDialog"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        )
    ]
    assert users == ["file_dialogs.py"]
