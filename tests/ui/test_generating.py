"""The Generative engine in the window: chosen, asked for, shown, and what is not like the person given to nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.generation import Mode
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.generating_model import ranked
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.create import CreatePage
from headshot_desktop.ui.pages.review import ReviewPage
from headshot_desktop.ui.session_model import SessionModel
from tests.packs import put_pack

LEFT = Qt.MouseButton.LeftButton
UNLIKE = Fidelity(False, ("The face is not like the photos of you.",), likeness=0.2)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, with_photo: SessionModel, tmp_path: Path) -> CreatePage:
    """The page with a pack that has no recogniser, and Generative chosen by a click."""
    put_pack(tmp_path / "pack", id="klein")
    packs = with_photo.generating.packs
    packs.bring(tmp_path / "pack")
    qtbot.waitUntil(lambda: bool(packs.packs) and not packs.busy)
    found = window.pages["create"]
    assert isinstance(found, CreatePage)
    window.show_page("create")
    qtbot.waitUntil(found.generative.isEnabled)
    qtbot.mouseClick(found.generative, LEFT)
    return found


def _made(qtbot: QtBot, model: SessionModel, count: int) -> None:
    model.create()
    qtbot.waitUntil(lambda: len(model.candidates) == count and not model.making.busy and not model.tasks.busy)


def test_what_is_chosen_is_what_is_asked_for(qtbot: QtBot, page: CreatePage, model: SessionModel) -> None:
    assert page.generative.chosen
    assert not page.studio.chosen
    assert page.choices.isVisible()
    attire, count = page.choices.lists["attire"], page.choices.lists["count"]
    for box, value in ((attire, "scrubs"), (count, "2")):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    _made(qtbot, model, 2)
    requests = [entry.candidate.request for entry in model.candidates]
    assert [request.seed for request in requests] == [0, 1]
    assert all(request.generation is not None and request.generation.attire == "scrubs" for request in requests)
    assert page.cards[0].title.text() == "Scrubs"
    _made(qtbot, model, 4)
    assert [entry.candidate.request.seed for entry in model.candidates] == [0, 1, 2, 3], "others than before"
    qtbot.mouseClick(page.studio, LEFT)
    assert not page.choices.isVisible()
    _made(qtbot, model, 5)
    assert model.candidates[-1].candidate.request.generation is None


def test_without_a_recogniser_there_is_no_new_photo_and_it_is_said(page: CreatePage, model: SessionModel) -> None:
    model.generating.change(mode=Mode.NEW_PHOTO)
    assert model.generating.mode is Mode.KEEP_FACE
    assert "This pack has none" in page.choices.stays.text()


def test_a_place_that_takes_no_generated_picture_says_so(page: CreatePage, model: SessionModel) -> None:
    place = next(entry for entry in model.studio.catalogue.destinations if entry.no_generation)
    first = model.destinations[0]
    model.toggle_destination(place.id)
    model.toggle_destination(first.id)
    assert not page.generative.isEnabled()
    assert "takes no generated picture" in page.generative.estimate.text()
    assert model.generating.anew(place, model.photos[0].photo, model.photos) is None


def test_a_rejected_one_is_shown_as_that_and_given_to_nobody(
    qtbot: QtBot, page: CreatePage, model: SessionModel, engine: FakeEngine, window: MainWindow
) -> None:
    engine.script.fidelity = UNLIKE
    _made(qtbot, model, 1)
    card = page.cards[0]
    assert "not like the photos" in card.reasons.text()
    assert card.reasons.isVisible()
    model.toggle_favourite(card.entry.handle)
    assert not model.candidates[0].favourite
    assert model.to_export == ()
    window.show_page("review")
    assert not window.pages["review"].favourite.isEnabled()  # type: ignore[attr-defined]
    assert not window.pages["review"].next.isEnabled()  # type: ignore[attr-defined]


def test_the_most_alike_stands_first_and_the_rejected_last(
    qtbot: QtBot, page: CreatePage, model: SessionModel, engine: FakeEngine
) -> None:
    for number, verdict in enumerate((Fidelity(True, likeness=0.8), UNLIKE, Fidelity(True, likeness=0.6)), start=1):
        engine.script.fidelity = verdict
        _made(qtbot, model, number)
    assert [entry.candidate.fidelity.likeness for entry in ranked(model.candidates)] == [0.8, 0.6, 0.2]
    assert [card.entry.rejected for card in page.cards] == [False, False, True]


def test_other_photos_are_shown_to_the_pack_and_that_is_said(
    qtbot: QtBot, page: CreatePage, model: SessionModel
) -> None:
    for number in range(6):
        model.add_content(f"photo {number}".encode(), f"{number}.jpg")
    qtbot.waitUntil(lambda: len(model.photos) == 7 and not model.tasks.busy)
    main = model.main
    assert main is not None
    anew = model.generating.anew(model.destinations[0], main.photo, model.photos)
    assert anew is not None
    assert len(anew.references) == 4
    assert main.photo not in anew.references
    assert page.choices.others.text().startswith("4 other photo")


def _in_view(page: CreatePage, part: QWidget) -> bool:
    seen = page.area.viewport()
    return seen.rect().contains(part.rect().translated(part.mapTo(seen, QPoint(0, 0))))


@pytest.mark.parametrize("size", [(1280, 800), (720, 480)])
def test_what_is_made_is_in_view_below_the_choices(
    qtbot: QtBot, page: CreatePage, model: SessionModel, engine: FakeEngine, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    engine.script.stage_seconds = 0.1
    qtbot.mouseClick(page.next, LEFT)
    qtbot.waitUntil(lambda: page.panel.isVisible() and _in_view(page, page.panel.cancel))
    qtbot.waitUntil(lambda: not model.making.busy and len(page.cards) == 1)
    qtbot.waitUntil(lambda: _in_view(page, page.cards[0]))
    assert page.area.verticalScrollBar().value() > 0, "positive control: the choices leave no room for it"


def test_in_review_it_has_its_clothes_name_and_can_get_other_clothes(
    qtbot: QtBot, page: CreatePage, model: SessionModel, window: MainWindow
) -> None:
    model.generating.change(attire="scrubs")
    _made(qtbot, model, 1)
    window.show_page("review")
    review = window.pages["review"]
    assert isinstance(review, ReviewPage)
    assert review.favourite.accessibleName() == "Favourite: Scrubs"
    assert "Scrubs" in review.view.accessibleName()
    assert not review.menu.backdrops.menuAction().isVisible(), "the place is drawn"
    coat = next(action for action in review.menu.clothes.actions() if action.data() == "clinical-coat")
    coat.trigger()
    qtbot.waitUntil(lambda: len(model.candidates) == 2 and not model.tasks.busy)
    first, second = (entry.candidate.request for entry in model.candidates)
    assert first.generation is not None
    assert second == replace(first, generation=replace(first.generation, attire="clinical-coat"))
    assert not coat.isEnabled(), "it is worn already"
    qtbot.mouseClick(page.studio, LEFT)
    _made(qtbot, model, 3)
    assert review.menu.backdrops.menuAction().isVisible()
    assert not review.menu.clothes.menuAction().isVisible()


def test_of_a_new_photo_nothing_is_offered_that_has_no_effect(
    qtbot: QtBot, model: SessionModel, window: MainWindow, page: CreatePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    del page
    monkeypatch.setattr(type(model.generating), "recogniser", True)
    model.generating.change(mode=Mode.NEW_PHOTO)
    _made(qtbot, model, 1)
    window.show_page("review")
    review = window.pages["review"]
    assert isinstance(review, ReviewPage)
    offered = [action.text() for action in review.menu.actions() if action.isVisible()]
    assert offered == ["Tighter", "Wider", "Other clothes", "Another place"]
