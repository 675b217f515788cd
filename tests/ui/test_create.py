from __future__ import annotations

import threading
import time
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from headshot_desktop.core.errors import Bug, EngineDied
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Measurement
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.create import AT_ONCE, CreatePage
from headshot_desktop.ui.pages.look import LookPage
from headshot_desktop.ui.pages.review import ReviewPage
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import Doing

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> CreatePage:
    found = window.pages["create"]
    assert isinstance(found, CreatePage)
    return found


def _press_create(qtbot: QtBot, window: MainWindow) -> None:
    look = window.pages["look"]
    assert isinstance(look, LookPage)
    window.show_page("look")
    qtbot.mouseClick(look.next, LEFT)
    assert window.shown == "create"


@pytest.mark.usefixtures("watchdog")
def test_one_click_makes_a_headshot(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel
) -> None:
    _press_create(qtbot, window)
    qtbot.waitUntil(lambda: len(page.cards) == 1 and page.cards[0].picture.loaded)
    assert not with_photo.making.busy
    assert "measured here" in page.studio.estimate.text()
    qtbot.mouseClick(page.cards[0], LEFT)
    assert window.shown == "review"


def test_progress_tells_stage_share_and_remaining_time(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    engine.script.stage_seconds = 0.03
    seen: list[Doing] = []
    with_photo.making.progressed.connect(seen.append)
    _press_create(qtbot, window)
    qtbot.waitUntil(lambda: page.panel.isVisible() and page.panel.stage.text() == "Balancing the light")
    qtbot.waitUntil(lambda: not with_photo.making.busy)
    qtbot.mouseClick(page.more, LEFT)
    qtbot.waitUntil(lambda: "second" in page.panel.detail.text())
    assert "of 3" in page.panel.detail.text()
    qtbot.waitUntil(lambda: not with_photo.making.busy, timeout=20_000)
    assert [doing.share for doing in seen[-15:]] == sorted(doing.share for doing in seen[-15:])
    assert not page.panel.isVisible()


def test_more_looks_are_others(qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel) -> None:
    _press_create(qtbot, window)
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1)
    for _ in range(2):
        before = len(with_photo.candidates)
        qtbot.mouseClick(page.more, LEFT)
        qtbot.waitUntil(lambda: not with_photo.making.busy)
        assert len(with_photo.candidates) == before + AT_ONCE
    looks = [entry.look.id for entry in with_photo.candidates]
    assert len(set(looks)) == len(looks)


def test_cancel_takes_less_than_a_second_and_keeps_what_is_finished(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    _press_create(qtbot, window)
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1 and not with_photo.tasks.busy)
    engine.script.stage_seconds = 30.0
    qtbot.mouseClick(page.more, LEFT)
    qtbot.waitUntil(page.panel.isVisible)
    qtbot.wait(50)
    pressed = time.monotonic()
    qtbot.mouseClick(page.panel.cancel, LEFT)
    assert not page.panel.isVisible()
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert time.monotonic() - pressed < 1.0
    assert len(with_photo.candidates) == 1
    assert page.more.isEnabled()


def test_ordering_twice_makes_both_and_ends(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel, engine: FakeEngine
) -> None:
    engine.script.stage_seconds = 0.02
    _press_create(qtbot, window)
    _press_create(qtbot, window)
    qtbot.waitUntil(lambda: not with_photo.making.busy, timeout=20_000)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert len(with_photo.candidates) == 2


def test_creating_never_stops_a_photo_that_is_being_looked_at(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel
) -> None:
    for number in range(5):
        with_photo.add_content(bytes([number + 1]), f"{number}.jpg")
        with_photo.create()
    qtbot.waitUntil(lambda: not with_photo.tasks.busy, timeout=20_000)
    assert len(with_photo.photos) == 6
    assert all(entry.inspection for entry in with_photo.photos)
    assert window.isVisible()


def test_an_engine_that_dies_is_said_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    window.show_page("create")
    engine.script.errors["render"] = EngineDied("The engine stopped. Try again.")
    qtbot.mouseClick(page.next, LEFT)
    qtbot.waitUntil(page.banner.isVisible)
    qtbot.waitUntil(lambda: not with_photo.making.busy)
    assert "stopped" in page.banner.words.text()
    assert with_photo.candidates == ()
    qtbot.mouseClick(page.next, LEFT)
    qtbot.waitUntil(lambda: not with_photo.making.busy)
    assert len(with_photo.candidates) == 1


def test_a_bug_offers_a_report(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    window.show_page("create")
    engine.script.errors["render"] = Bug("Traceback\n  boom")
    qtbot.mouseClick(page.next, LEFT)
    qtbot.waitUntil(page.banner.report.isVisible)
    assert "not your fault" in page.banner.words.text()
    assert with_photo.candidates == ()


def test_generative_is_shown_as_missing(qtbot: QtBot, window: MainWindow, page: CreatePage) -> None:
    window.show_page("create")
    qtbot.waitUntil(lambda: window.model.generating.packs.read)
    assert not page.generative.isEnabled()
    assert "model pack" in page.generative.accessibleDescription()
    assert "No pack is installed" in page.generative.estimate.text()


def test_without_a_pack_the_keyboard_leads_to_where_one_comes_from(
    qtbot: QtBot, window: MainWindow, page: CreatePage
) -> None:
    window.show_page("create")
    window.activateWindow()
    qtbot.waitUntil(lambda: window.model.generating.packs.read)
    assert page.packs.text() in page.generative.estimate.text()
    assert page.packs.accessibleDescription() == page.generative.estimate.text(), "the card cannot have the keyboard"
    page.studio.setFocus()
    qtbot.keyClick(page.studio, Qt.Key.Key_Tab)
    assert page.packs.hasFocus()
    qtbot.keyClick(page.packs, Qt.Key.Key_Return)
    assert window.shown == "packs"


def test_a_cancelled_series_says_what_is_kept_and_what_was_not_made(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    window.show_page("create")
    window.activateWindow()
    engine.script.stage_seconds = 0.1
    qtbot.mouseClick(page.next, LEFT)
    page.panel.cancel.setFocus()
    qtbot.keyClick(page.panel.cancel, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.next.hasFocus() and not with_photo.tasks.busy)
    with_photo.create()
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1 and not with_photo.tasks.busy)
    qtbot.mouseClick(page.more, LEFT)
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 2)
    qtbot.waitUntil(page.panel.isVisible)
    page.panel.cancel.setFocus()
    qtbot.keyClick(page.panel.cancel, Qt.Key.Key_Space)
    said = page.banner.words.text()
    assert said.startswith("Cancelled: 2 headshot(s) were not made")
    assert "1 that were finished before are kept" in said, "of this series, not of all"
    qtbot.waitUntil(page.next.hasFocus)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    qtbot.mouseClick(page.again, LEFT)
    assert not page.banner.isVisible(), "something new is tried"
    qtbot.mouseClick(page.panel.cancel, LEFT)
    assert "1 headshot(s) were not made" in page.banner.words.text()
    assert "begin again" in page.banner.words.text()
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert len(with_photo.candidates) == 2


def test_of_several_photos_each_headshot_names_its_own(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel
) -> None:
    window.show_page("create")
    with_photo.create()
    qtbot.waitUntil(lambda: len(page.cards) == 1 and not with_photo.tasks.busy)
    assert not page.cards[0].photo.isVisible(), "of one photo there is nothing to tell"
    with_photo.add_content(b"other", "a-photo-with-a-rather-long-name.jpg")
    qtbot.waitUntil(lambda: len(with_photo.photos) == 2 and not with_photo.tasks.busy)
    with_photo.choose(with_photo.photos[1].photo.handle)
    with_photo.create()
    qtbot.waitUntil(lambda: len(page.cards) == 2 and not with_photo.tasks.busy)
    other, first = page.cards
    assert first.photo.text() == "from me.jpg"
    assert first.accessibleName().endswith(", from me.jpg")
    assert other.accessibleName().endswith(", from a-photo-with-a-rather-long-name.jpg")
    assert "…" in other.photo.text()
    window.show_page("review")
    review = window.pages["review"]
    assert isinstance(review, ReviewPage)
    assert review.facts.made_from.text().replace("\u200b", "").endswith("-rather-long-name.jpg")
    strip = [review.strip.cards[entry.handle].accessibleName() for entry in with_photo.candidates]
    assert strip[0].endswith(", from me.jpg")


def test_the_main_button_leads_to_what_comes_next(
    qtbot: QtBot, window: MainWindow, page: CreatePage, model: SessionModel, photo: Path
) -> None:
    window.show_page("create")
    assert page.next.text() == "Add a photo"
    qtbot.mouseClick(page.next, LEFT)
    assert window.shown == "photos"
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None)
    window.show_page("create")
    assert page.next.text() == "Create a headshot"
    assert not page.again.isVisible(), "there is one way on"
    qtbot.mouseClick(page.next, LEFT)
    assert window.shown == "create"
    qtbot.waitUntil(lambda: len(model.candidates) == 1 and not model.making.busy)
    assert page.next.text() == "Review"
    assert page.again.isVisible()
    qtbot.mouseClick(page.next, LEFT)
    assert window.shown == "review"


@pytest.mark.usefixtures("watchdog")
def test_a_headshot_is_seen_as_it_comes(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    engine.script.stage_seconds = 0.1
    seen: list[QImage] = []
    with_photo.making.progressed.connect(lambda doing: seen.append(doing.picture))
    _press_create(qtbot, window)
    qtbot.waitUntil(page.panel.live.waiting.isVisible)
    qtbot.waitUntil(lambda: not page.panel.live.empty)
    assert not page.panel.live.waiting.isVisible()
    qtbot.waitUntil(lambda: not with_photo.making.busy)
    corners = [image.pixelColor(2, 2) for image in seen if not image.isNull()]
    colours = [(corner.red(), corner.green(), corner.blue()) for corner in corners]
    assert colours == list(engine.script.shows.values()), "unlit, then lit"
    assert page.panel.live.empty, "the finished one is below"


@pytest.mark.parametrize("end", ["cancel", "lock", "wipe", "end"])
def test_nothing_of_a_headshot_in_the_making_stays(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine, end: str
) -> None:
    engine.script.stage_seconds = 0.3
    _press_create(qtbot, window)
    qtbot.waitUntil(lambda: not page.panel.live.empty)
    {
        "cancel": with_photo.making.cancel,
        "lock": with_photo.lock,
        "wipe": with_photo.wipe,
        "end": with_photo.end,
    }[end]()
    assert page.panel.live.empty
    qtbot.wait(700)
    assert page.panel.live.empty, "nor does anything come after it"
    assert with_photo.candidates == ()


def test_a_cancel_is_heard_also_before_the_engine_has_begun(
    qtbot: QtBot, with_photo: SessionModel, engine: FakeEngine
) -> None:
    """The photo is being opened then: there is no job yet that the engine could stop."""
    engine.script.stage_seconds = 0.2
    opening, cancelled = threading.Event(), threading.Event()
    opened = with_photo.studio._opened

    def slow(handle: str) -> AbstractContextManager[bytearray]:
        opening.set()
        cancelled.wait(5)
        return opened(handle)

    with_photo.studio._opened = slow  # type: ignore[assignment, method-assign]
    with_photo.create()
    qtbot.waitUntil(opening.is_set)
    with_photo.making.cancel()
    pressed = time.monotonic()
    cancelled.set()
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert time.monotonic() - pressed < 0.5, "not the second that five stages take"
    assert with_photo.candidates == ()


def test_the_time_is_measured_when_nothing_else_is_to_do_and_steps_aside(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    window.show_page("create")
    assert "is measured with your first headshot" in page.studio.estimate.text(), "no number that nobody measured"
    engine.script.measure_seconds = 30.0
    qtbot.waitUntil(lambda: with_photo.tasks.busy, timeout=5000)
    qtbot.wait(50)
    begun = time.monotonic()
    with_photo.refresh_stored()
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert time.monotonic() - begun < 1.0
    assert with_photo.calibration.measurement is None
    engine.script.measure_seconds = 0.0
    qtbot.waitUntil(lambda: with_photo.calibration.measurement is not None)
    assert page.studio.estimate.text() == "1.0 s per headshot, about 0.4 GB of memory, measured here"


def test_a_time_that_cannot_be_measured_is_said_to_be_unknown(
    qtbot: QtBot, window: MainWindow, page: CreatePage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    deaths = []

    class Dying(FakeEngine):
        def measure(self) -> Measurement:
            deaths.append(True)
            raise EngineDied("The engine stopped. Try again.")

    living = with_photo.studio._engine
    with_photo.studio._engine = Dying(engine.script)
    window.show_page("create")
    qtbot.waitUntil(lambda: with_photo.calibration.given_up, timeout=20_000)
    assert len(deaths) == 2, "asked once more"
    assert page.studio.estimate.text() == "How long it takes here could not be measured."
    assert not page.banner.isVisible(), "nobody asked for it"
    with_photo.studio._engine = living
    window.show_page("photos")
    window.show_page("create")
    qtbot.waitUntil(lambda: with_photo.calibration.measurement is not None, timeout=20_000)
    assert "measured here" in page.studio.estimate.text()
