from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from headshot_desktop.core.errors import EngineDied, OutOfMemory
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Preview
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
    qtbot.waitUntil(lambda: model.previews.complete, timeout=20_000)
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
    before, stored = with_photo.previews.handle(with_photo.look.id), len(with_photo.items)
    assert not page.reset.isEnabled()
    for _ in range(3):
        qtbot.keyClick(page.sliders["warmth"].slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: with_photo.look.warmth > 0)
    qtbot.waitUntil(lambda: with_photo.previews.handle(with_photo.look.id) != before and not with_photo.tasks.busy)
    assert len(with_photo.items) == stored, "the old preview is erased"
    qtbot.mouseClick(page.reset, LEFT)
    assert with_photo.look.warmth == 0
    assert not page.reset.isEnabled()


def test_the_backdrop_slider_darkens_the_edge(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel
) -> None:
    window.show_page("look")
    assert not page.sliders["falloff"].isEnabled(), "the automatic look chooses by itself"
    qtbot.mouseClick(page.cards["charcoal"], LEFT)
    qtbot.keyClick(page.sliders["falloff"].slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: with_photo.look.backdrop.falloff == 1)
    qtbot.mouseClick(page.cards["natural"], LEFT)
    assert not page.sliders["falloff"].isEnabled(), "the person's own background has no such edge"


def test_blur_is_there_where_something_can_be_out_of_focus_and_says_why_not_elsewhere(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    window.show_page("look")
    blur = page.sliders["blur"]
    for look, usable in (("charcoal", False), ("natural", True), ("office-window", True), ("auto", False)):
        qtbot.mouseClick(page.cards[look], LEFT)
        qtbot.waitUntil(lambda usable=usable: blur.isEnabled() == usable)  # type: ignore[misc]
        assert bool(blur.toolTip()) is not usable
        assert ("nothing behind" in blur.slider.accessibleDescription()) is not usable
    qtbot.mouseClick(page.cards["natural"], LEFT)
    qtbot.keyClick(blur.slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: engine.previewed[-1].look.backdrop.blur == 1)
    assert with_photo.look.backdrop.blur == 1


def test_previews_are_there_before_the_step_is_opened(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    qtbot.waitUntil(lambda: with_photo.previews.complete)
    assert window.shown == "photos"
    looks = with_photo.studio.catalogue.looks
    assert [request.look.id for request in engine.previewed] == [look.id for look in looks], "the chosen one first"
    qtbot.waitUntil(lambda: all(card.picture.loaded for card in page.cards.values()))


def test_cards_say_that_they_are_being_made(
    qtbot: QtBot, window: MainWindow, page: LookPage, model: SessionModel, engine: FakeEngine, photo: Path
) -> None:
    engine.script.preview_seconds = 0.2
    window.show_page("look")
    assert not page.cards["navy"].waiting.isVisible(), "without a photo nothing is being made"
    model.add_files([photo])
    qtbot.waitUntil(page.cards["navy"].waiting.isVisible)
    engine.script.preview_seconds = 0.0
    qtbot.waitUntil(lambda: model.previews.complete)
    assert not any(card.waiting.isVisible() for card in page.cards.values())


@pytest.mark.usefixtures("watchdog")
def test_dragging_a_slider_leaves_no_queue_and_ends_at_the_last_value(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    window.show_page("look")
    _settled(qtbot, with_photo)
    engine.script.preview_seconds = 0.15
    before = len(engine.previewed)
    slider = page.sliders["warmth"].slider
    begun = time.monotonic()
    for value in range(50, 101):
        slider.setValue(value)
        qtbot.wait(10)
    dragged = time.monotonic() - begun
    qtbot.waitUntil(lambda: engine.previewed[-1].look.warmth == 1.0)
    settled = time.monotonic() - begun - dragged
    assert settled < 0.5 + 0.15, "from the last movement to the preview of it"
    rendered = len(engine.previewed) - before
    assert 2 <= rendered <= dragged / 0.15 + 2, "one at a time, and it moves along"
    assert {request.look.id for request in engine.previewed[before:]} == {with_photo.look.id}


def test_previews_show_the_frame_of_the_destination(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    window.show_page("look")
    _settled(qtbot, with_photo)
    before = with_photo.previews.handle("navy")
    qtbot.mouseClick(page.destinations["resume-de"], LEFT)
    qtbot.mouseClick(page.destinations["linkedin"], LEFT)
    qtbot.waitUntil(lambda: with_photo.previews.complete and not with_photo.tasks.busy)
    assert engine.previewed[-1].framing == with_photo.destinations[0].framing
    assert with_photo.previews.handle("navy") not in {"", before}
    kinds = [item.kind for item in with_photo.studio.items()]
    assert kinds.count("preview") == len(with_photo.studio.catalogue.looks), "the old ones are erased"


def test_the_preview_of_a_look_that_is_left_shows_it_as_it_comes(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel
) -> None:
    window.show_page("look")
    _settled(qtbot, with_photo)
    left = with_photo.look.id
    with_photo.adjust(fill=1.0)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    adjusted = with_photo.previews.handle(left)
    qtbot.mouseClick(page.cards["navy"], LEFT)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert with_photo.previews.handle(left) not in {"", adjusted}


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
    qtbot.waitUntil(lambda: with_photo.previews.complete and not with_photo.tasks.busy)
    engine.script.errors["preview"] = OutOfMemory("There is not enough memory. Close other programs.")
    window.show_page("look")
    with_photo.adjust(warmth=0.5)
    qtbot.waitUntil(page.banner.isVisible)
    assert "memory" in page.banner.words.text()
    assert not with_photo.previews.complete, "it is not tried again and again"
    window.show_page("photos")
    window.show_page("look")
    qtbot.waitUntil(lambda: with_photo.previews.complete)


def test_an_engine_that_dies_is_asked_again_and_told_when_it_dies_again(
    qtbot: QtBot, window: MainWindow, page: LookPage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    qtbot.waitUntil(lambda: with_photo.previews.complete and not with_photo.tasks.busy)
    window.show_page("look")
    engine.script.errors["preview"] = EngineDied("The engine stopped. Try again.")
    with_photo.adjust(warmth=0.5)
    qtbot.waitUntil(lambda: with_photo.previews.complete and not with_photo.tasks.busy)
    assert not page.banner.isVisible(), "there is a new one, and nobody has lost anything"

    class Dying(FakeEngine):
        def preview(self, *_: object, **__: object) -> Preview:
            raise EngineDied("The engine stopped. Try again.")

    with_photo.studio._engine = Dying(engine.script)
    with_photo.adjust(warmth=-0.5)
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.words.text() == "The engine stopped. Try again.", "told once"
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert not with_photo.previews.complete


def test_removing_the_photo_erases_its_previews(qtbot: QtBot, window: MainWindow, with_photo: SessionModel) -> None:
    window.show_page("look")
    _settled(qtbot, with_photo)
    with_photo.remove(with_photo.photos[0].photo.handle)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert sorted(item.kind for item in with_photo.items) == ["photo", "thumbnail"], "only what can be brought back"
