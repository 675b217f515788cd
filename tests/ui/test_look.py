from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from headshot_desktop.core.errors import OutOfMemory
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.look import LookPage
from headshot_desktop.ui.session_model import SessionModel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> LookPage:
    found = window.pages["look"]
    assert isinstance(found, LookPage)
    return found


def _settled(qtbot: QtBot, model: SessionModel) -> None:
    qtbot.waitUntil(lambda: all(model.preview(look.id) for look in model.studio.catalogue.looks), timeout=20_000)
    qtbot.waitUntil(lambda: not model.tasks.busy, timeout=20_000)


@pytest.mark.usefixtures("watchdog")
def test_every_look_is_shown_on_the_photo(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel
) -> None:
    window.show_page("look")
    _settled(qtbot, with_photo)
    qtbot.waitUntil(lambda: all(card.picture.loaded for card in page.cards.values()))
    assert "Navy" in page.cards["navy"].picture.accessibleName()


def test_a_look_is_chosen_by_mouse_and_by_key(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel
) -> None:
    window.show_page("look")
    qtbot.mouseClick(page.cards["navy"], LEFT)
    assert with_photo.look.id == "navy"
    assert page.cards["navy"].chosen
    assert page.cards["navy"].accessibleName() == "Navy, chosen"
    qtbot.keyClick(page.cards["canvas"], Qt.Key.Key_Space)
    assert with_photo.look.id == "canvas"
    assert not page.cards["navy"].chosen


def test_a_slider_changes_the_look_and_its_preview_and_it_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel
) -> None:
    window.show_page("look")
    _settled(qtbot, with_photo)
    before, stored = with_photo.preview(with_photo.look.id), len(with_photo.items)
    assert not page.reset.isEnabled()
    for _ in range(3):
        qtbot.keyClick(page.sliders["warmth"].slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: with_photo.look.warmth > 0)
    qtbot.waitUntil(lambda: with_photo.preview(with_photo.look.id) != before and not with_photo.tasks.busy)
    assert len(with_photo.items) == stored, "the old preview is erased"
    qtbot.mouseClick(page.reset, LEFT)
    assert with_photo.look.warmth == 0
    assert not page.reset.isEnabled()


def test_the_backdrop_slider_darkens_the_edge(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel
) -> None:
    window.show_page("look")
    qtbot.keyClick(page.sliders["falloff"].slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: with_photo.look.backdrop.falloff == 1)
    qtbot.mouseClick(page.cards["natural"], LEFT)
    assert not page.sliders["falloff"].isEnabled(), "the person's own background has no such edge"


def test_the_preview_of_a_look_that_is_left_shows_it_as_it_comes(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel
) -> None:
    window.show_page("look")
    _settled(qtbot, with_photo)
    left = with_photo.look.id
    with_photo.adjust(fill=1.0)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    adjusted = with_photo.preview(left)
    qtbot.mouseClick(page.cards["navy"], LEFT)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert with_photo.preview(left) not in {"", adjusted}


def test_destinations_are_chosen_and_one_always_stays(
    qtbot: QtBot, window: MainWindow, page: LookPage, model: SessionModel
) -> None:
    window.show_page("look")
    qtbot.mouseClick(page.destinations["slack"], LEFT)
    assert [entry.id for entry in model.destinations] == ["linkedin", "slack"]
    qtbot.mouseClick(page.destinations["linkedin"], LEFT)
    qtbot.mouseClick(page.destinations["slack"], LEFT)
    assert [entry.id for entry in model.destinations] == ["slack"]


def test_without_a_photo_it_cannot_go_on(window: MainWindow, page: LookPage) -> None:
    window.show_page("look")
    assert not page.next.isEnabled()


def test_a_preview_that_fails_is_said(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    engine.script.errors["render"] = OutOfMemory("There is not enough memory. Close other programs.")
    window.show_page("look")
    qtbot.waitUntil(page.banner.isVisible)
    assert "memory" in page.banner.words.text()
    _ = with_photo


def test_removing_the_photo_erases_its_previews(qtbot: QtBot, window: MainWindow, with_photo: SessionModel) -> None:
    window.show_page("look")
    _settled(qtbot, with_photo)
    with_photo.remove(with_photo.photos[0].photo.handle)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert sorted(item.kind for item in with_photo.items) == ["photo", "thumbnail"], "only what can be brought back"
