"""The page Model packs, over real packs on a real disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.create import CreatePage
from headshot_desktop.ui.pages.packs import PacksPage
from headshot_desktop.ui.session_model import SessionModel
from tests.packs import put_pack

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A pack that was downloaded."""
    put_pack(tmp_path / "downloaded", id="klein", name="A small klein")
    return tmp_path / "downloaded"


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> PacksPage:
    found = window.pages["packs"]
    assert isinstance(found, PacksPage)
    window.show_page("packs")
    qtbot.waitUntil(lambda: found.work.read)
    return found


def _said(page: PacksPage) -> str:
    return " ".join(part.text() for part in page.banner.findChildren(QLabel))


def _free(page: PacksPage) -> bool:
    return not page.work.busy


def test_without_a_pack_it_says_what_one_is_and_that_nothing_is_downloaded(page: PacksPage, window: MainWindow) -> None:
    assert page.nothing.isVisible()
    assert window.shown == "packs"
    assert "downloads nothing" in page.explanation()


def test_the_way_leads_from_create_and_from_the_settings(qtbot: QtBot, window: MainWindow) -> None:
    create = window.pages["create"]
    assert isinstance(create, CreatePage)
    window.show_page("create")
    qtbot.mouseClick(create.packs, LEFT)
    assert window.shown == "packs"
    window.show_page("settings")
    qtbot.mouseClick(window.pages["settings"].packs, LEFT)  # type: ignore[attr-defined]
    assert window.shown == "packs"


def test_a_pack_is_dropped_checked_and_removed(
    qtbot: QtBot, page: PacksPage, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, none)
    page.dragEnterEvent(entering)
    assert entering.isAccepted()
    page.dropEvent(QDropEvent(QPointF(9, 9), copy, data, LEFT, none))
    qtbot.waitUntil(lambda: list(page.cards) == ["klein"] and _free(page))
    assert "is imported" in page.banner.words.text()
    qtbot.mouseClick(page.cards["klein"].buttons["verify"], LEFT)
    qtbot.waitUntil(lambda: "is whole" in _said(page) and _free(page))
    page.bring(source)
    qtbot.waitUntil(lambda: "was here already" in _said(page) and _free(page))
    asked: list[str] = []

    def answer(question: QMessageBox) -> int:
        asked.append(question.text())
        next(button for button in question.buttons() if button.text() == "Remove").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    qtbot.mouseClick(page.cards["klein"].buttons["remove"], LEFT)
    qtbot.waitUntil(lambda: not page.cards and _free(page))
    assert len(asked) == 1
    assert "klein" in asked[0]
    assert page.nothing.isVisible()


def test_a_damaged_pack_is_refused_at_the_place_and_nothing_is_left(
    qtbot: QtBot, page: PacksPage, source: Path
) -> None:
    weights = next(source.rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-4] + b"evil")
    page.bring(source)
    qtbot.waitUntil(lambda: page.banner.isVisible() and _free(page))
    assert "changed or damaged" in page.banner.words.text()
    assert not [pack for pack in page.work.packs if pack.usable]


def test_an_import_that_was_stopped_goes_on(qtbot: QtBot, page: PacksPage, source: Path) -> None:
    page.bring(source)
    page.work.cancel()
    qtbot.waitUntil(lambda: list(page.cards) == ["klein…"] and _free(page))
    assert not page.banner.isVisible(), "who stops it needs no error"
    qtbot.mouseClick(page.cards["klein…"].buttons["go-on"], LEFT)
    qtbot.waitUntil(lambda: list(page.cards) == ["klein"] and _free(page))
    assert page.work.packs[0].usable


def test_without_room_it_is_refused(
    qtbot: QtBot, page: PacksPage, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = shutil.disk_usage(source)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: free._replace(free=1000))
    page.bring(source)
    qtbot.waitUntil(lambda: page.banner.isVisible() and _free(page))
    assert "not enough room" in page.banner.words.text()


def test_everything_has_a_name_for_screen_readers(
    qtbot: QtBot, page: PacksPage, source: Path, model: SessionModel
) -> None:
    page.bring(source)
    qtbot.waitUntil(lambda: "klein" in page.cards and _free(page))
    names = [button.accessibleName() for button in page.cards["klein"].buttons.values()]
    assert names == ["Check every file: A small klein", "Remove…: A small klein"]
    assert model.generating.pack is not None
