from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.events import EventKind
from headshot_desktop.core.marks import Marks, SourceType
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.anonymised import AnonymisedDialog
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.photos import PhotosPage
from headshot_desktop.ui.session_model import SessionModel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, with_photo: SessionModel) -> AnonymisedDialog:
    """Opened from the photo's card, as a person would."""
    page = window.pages["photos"]
    assert isinstance(page, PhotosPage)
    qtbot.mouseClick(page.cards[0].copy, LEFT)
    return _opened(qtbot, page, with_photo)


def _opened(qtbot: QtBot, page: PhotosPage, model: SessionModel) -> AnonymisedDialog:
    (found,) = page.findChildren(AnonymisedDialog)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    return found


def test_the_copy_is_shown_with_what_remains_and_saved_under_a_name_that_says_nothing(
    qtbot: QtBot,
    dialog: AnonymisedDialog,
    with_photo: SessionModel,
    engine: FakeEngine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not dialog.picture.pixmap().isNull()
    assert "one of 13 pictures" in dialog.remains.text()
    assert "Look at the picture before you send it" in dialog.look.text()
    assert dialog.people.text().startswith("1 person")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    for _ in range(2):
        qtbot.mouseClick(dialog.save, LEFT)
        qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["anonymised-1.png", "anonymised-2.png"]
    assert dialog.state.text() == "Saved as anonymised-2.png."
    assert engine.marked[-1] == Marks(SourceType.DRAWN)
    assert with_photo.studio.record.events()[-1].kind is EventKind.EXPORTED


def test_a_folder_that_nobody_chose_writes_nothing(
    qtbot: QtBot, dialog: AnonymisedDialog, with_photo: SessionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(with_photo.studio.record.events())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    qtbot.mouseClick(dialog.save, LEFT)
    assert not with_photo.tasks.busy
    assert len(with_photo.studio.record.events()) == before


def test_a_photo_without_a_face_has_no_copy(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel, engine: FakeEngine
) -> None:
    engine.script.errors["anonymise"] = PhotoRefused("No face was found.", code="nobody")
    page = window.pages["photos"]
    assert isinstance(page, PhotosPage)
    qtbot.mouseClick(page.cards[0].copy, LEFT)
    dialog = _opened(qtbot, page, with_photo)
    assert dialog.state.text() == "No face was found."
    assert dialog.picture.pixmap().isNull()
    assert not dialog.save.isEnabled()


def test_a_wipe_and_a_lock_close_it(
    qtbot: QtBot, window: MainWindow, dialog: AnonymisedDialog, with_photo: SessionModel
) -> None:
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    with_photo.wipe()
    qtbot.waitUntil(lambda: bool(gone))
    QApplication.processEvents()
    assert gone == [True]
    page = window.pages["photos"]
    assert page.findChildren(AnonymisedDialog) == []


def test_an_answer_that_comes_too_late_is_not_wanted(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel
) -> None:
    page = window.pages["photos"]
    assert isinstance(page, PhotosPage)
    qtbot.mouseClick(page.cards[0].copy, LEFT)
    (dialog,) = page.findChildren(AnonymisedDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
