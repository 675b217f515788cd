"""The Generative engine in the window: chosen, asked for, shown, and what is not like the person given to nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.core.generation import Mode
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.generating_model import ranked
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.create import CreatePage
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
