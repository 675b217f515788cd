from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from headshot_desktop.core.errors import EngineDied
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.clipboard import png_of
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.export import ExportPage
from headshot_desktop.ui.pages.review import ReviewPage
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.before_after import (
    BeforeAfter,
    Eyes,
    Original,
    eyes_of_photo,
    eyes_of_result,
    overlay,
)
from headshot_desktop.ui.widgets.circle_preview import square
from headshot_desktop.ui.widgets.look_words import look_words
from headshot_desktop.ui.widgets.zoom_view import LARGEST, ZoomView

LEFT = Qt.MouseButton.LeftButton
LEVEL: Eyes = (QPointF(0.4, 0.4), QPointF(0.6, 0.4))


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, with_photo: SessionModel) -> Iterator[ReviewPage]:
    """The page with three candidates."""
    found = window.pages["review"]
    assert isinstance(found, ReviewPage)
    with_photo.create([with_photo.studio.catalogue.look(name) for name in ("light-grey", "charcoal", "navy")])
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 3 and not with_photo.tasks.busy)
    window.activateWindow()
    window.show_page("review")
    qtbot.waitUntil(lambda: not found.view.image.isNull() and not with_photo.tasks.busy)
    yield found
    for entry in with_photo.candidates:  # or closing would ask
        if entry.favourite:
            with_photo.toggle_favourite(entry.handle)


@pytest.fixture
def stored(qtbot: QtBot, model: SessionModel) -> Callable[[QImage], str]:
    """Put a picture into the vault."""

    def put(image: QImage) -> str:
        return model.studio.add_content(png_of(image), "").handle

    del qtbot
    return put


def _plain(width: int, height: int, colour: str) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def _look_names(model: SessionModel) -> list[str]:
    return [entry.look.id for entry in model.candidates]


# ---------------------------------------------------------------------- choosing


@pytest.mark.usefixtures("watchdog")
def test_the_newest_is_shown_and_another_is_chosen_by_click_and_key(
    qtbot: QtBot, page: ReviewPage, model: SessionModel
) -> None:
    first, second, newest = (entry.handle for entry in model.candidates)
    assert page.view.handle == newest
    qtbot.mouseClick(page.strip.cards[first], LEFT)
    qtbot.waitUntil(lambda: page.view.handle == first and not page.view.image.isNull())
    assert page.strip.cards[first].chosen
    assert not page.strip.cards[newest].chosen
    page.strip.cards[second].setFocus()
    qtbot.keyClick(page.strip.cards[second], Qt.Key.Key_Space)
    assert page.view.handle == second


def test_page_keys_go_through_them_at_the_same_place(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    first, second, newest = (entry.handle for entry in model.candidates)
    page.view.zoom_to(2.0, QPointF(0.4, 0.4))
    for handle in (second, first, newest):
        qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda handle=handle: page.view.handle == handle and not page.view.image.isNull())  # type: ignore[misc]
        assert (page.view.scale, page.view.centre) == (2.0, QPointF(0.4, 0.4))
    qtbot.keyClick(page.view, Qt.Key.Key_PageUp)
    assert page.view.handle == first


def test_without_candidates_it_says_what_to_do(window: MainWindow) -> None:
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    window.show_page("review")
    assert page.empty.isVisible()
    assert not page.whole.isVisible()
    assert not page.next.isEnabled()


def test_the_key_f_marks_a_favourite(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F)
    assert model.selected is not None
    assert model.selected.favourite
    assert page.favourite.isChecked()
    assert page.strip.cards[model.selected.handle].title.text().startswith("★")
    qtbot.mouseClick(page.favourite, LEFT)
    assert not model.selected.favourite


def test_discarded_is_erased_and_can_be_made_again(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    gone = page.view.handle
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: gone not in [item.handle for item in model.items])
    assert _look_names(model) == ["light-grey", "charcoal"]
    assert page.view.handle == model.candidates[1].handle
    assert "Navy" in page.gone.text()
    qtbot.mouseClick(page.again, LEFT)
    qtbot.waitUntil(lambda: _look_names(model) == ["light-grey", "charcoal", "navy"])
    assert page.view.handle == model.candidates[2].handle
    assert page.gone.text() == ""


def test_discarding_all_leaves_an_empty_page(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    for _ in range(4):
        qtbot.keyClick(page, Qt.Key.Key_Delete)
    assert model.candidates == ()
    assert page.empty.isVisible()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert "candidate" not in {item.kind for item in model.items}


def test_one_thing_is_changed(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    before = model.selected
    assert before is not None
    page.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(model.candidates) == 4)
    after = model.candidates[3]
    assert after.look.warmth == pytest.approx(before.look.warmth + 0.3)
    assert replace(after.look, warmth=before.look.warmth) == before.look
    assert page.facts.name.text() == "Navy, warmer"


def test_a_change_beyond_its_limit_is_not_offered(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    selected = model.selected
    assert selected is not None
    page.menu.show_entry(replace(selected, look=replace(selected.look, warmth=1.0)))
    assert [action.isEnabled() for action in page.menu.actions()[:2]] == [False, True]
    del qtbot


def test_a_failed_change_is_told_here(qtbot: QtBot, page: ReviewPage, engine: FakeEngine) -> None:
    engine.script.errors["render"] = EngineDied("The engine stopped. Try again.")
    page.menu.actions()[1].trigger()
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.words.text() == "The engine stopped. Try again."


def test_export_stars_nothing_by_itself(
    qtbot: QtBot, window: MainWindow, page: ReviewPage, model: SessionModel
) -> None:
    qtbot.mouseClick(page.next, LEFT)
    assert window.shown == "export"
    assert [entry.look.id for entry in model.to_export] == ["navy"]
    export = window.pages["export"]
    assert isinstance(export, ExportPage)
    assert not any(entry.favourite for entry in model.candidates), "a star is the person's"
    assert "“Navy”" in export.which.text()
    window.show_page("review")
    model.select(model.candidates[0].handle)
    words = look_words(model.candidates[0].look, model.studio.catalogue)
    qtbot.mouseClick(page.next, LEFT)
    assert [entry.handle for entry in model.to_export] == [model.candidates[0].handle], "the one that was looked at"
    assert words != "Navy"
    assert f"“{words}”" in export.which.text(), "and it is said which"
    model.toggle_favourite(model.candidates[1].handle)
    assert [entry.handle for entry in model.to_export] == [model.candidates[1].handle], "the person's choice goes first"


# ---------------------------------------------------------------------- the verdict


def test_reasons_numbers_and_notes_are_told(
    qtbot: QtBot, page: ReviewPage, model: SessionModel, engine: FakeEngine
) -> None:
    engine.script.fidelity = Fidelity(False, ("The skin is lighter than in the photo.",), ita_shift=9.0, delta_e=7.2)
    page.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(model.candidates) == 4)
    told = page.facts.texts()
    assert page.facts.verdict.text() == "! Look closely"
    assert told[0] == "The skin is lighter than in the photo."
    assert told[1] == "This is a stand-in picture, not a headshot.", "notes stand before numbers"
    assert "Skin tone: 9.0° lighter than in the photo, of at most 15°" in told[2:]
    assert "Skin colour: 7.2 steps from the photo, of at most 18; 2 can hardly be seen" in told[2:]


def test_small_circles_are_filled_and_emptied(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    qtbot.waitUntil(lambda: page.facts.circle.shown and page.facts.smaller.shown)
    middle = page.facts.circle.grab().toImage().pixelColor(48, 48)
    assert middle == page.view.image.pixelColor(400, 400)
    assert page.facts.circle.size() == QSize(96, 96)
    model.wipe()
    assert not page.facts.circle.shown


@pytest.mark.parametrize(
    ("size", "eye_line", "expected"),
    [
        (QSize(800, 800), 0.43, (0, 0, 800)),
        (QSize(400, 500), 0.37, (0, 13, 400)),
        (QSize(400, 500), 0.1, (0, 0, 400)),
        (QSize(400, 500), 0.9, (0, 100, 400)),
        (QSize(600, 400), 0.4, (100, 0, 400)),
    ],
)
def test_a_circle_is_cut_around_the_face(size: QSize, eye_line: float, expected: tuple[int, int, int]) -> None:
    found = square(size, eye_line)
    assert (found.x(), found.y(), found.width()) == expected
    assert found.width() == found.height()


# ---------------------------------------------------------------------- before and after


@pytest.fixture
def slider(qtbot: QtBot, window: MainWindow, model: SessionModel, stored: Callable[[QImage], str]) -> BeforeAfter:
    """A green result over a red photo whose eyes lie elsewhere and smaller."""
    view = BeforeAfter(model)
    qtbot.addWidget(view)
    view.resize(406, 406)
    view.show()
    view.show_handle(stored(_plain(400, 400, "#00ff00")), "result")
    view.show_before(stored(_plain(300, 200, "#ff0000")), (QPointF(0.4, 0.5), QPointF(0.6, 0.5)), LEVEL)
    qtbot.waitUntil(lambda: view.has_before and not model.tasks.busy)
    del window
    return view


def _colour(view: ZoomView, x: int, y: int) -> str:
    return view.grab().toImage().pixelColor(x, y).name()


def test_the_photos_eyes_lie_on_the_results() -> None:
    photo: Eyes = (QPointF(0.30, 0.40), QPointF(0.42, 0.44))
    laid = overlay((QSize(500, 300), photo), (QSize(800, 1000), LEVEL))
    assert laid is not None
    for before, after in zip(photo, LEVEL, strict=True):
        point = laid.map(QPointF(before.x() * 500, before.y() * 300))
        assert (point.x(), point.y()) == pytest.approx((after.x() * 800, after.y() * 1000))
    assert overlay((QSize(500, 300), (QPointF(), QPointF())), (QSize(8, 8), LEVEL)) is None


def test_eyes_are_read_from_what_was_measured() -> None:
    measured = {"right_eye_x": 0.1, "right_eye_y": 0.2, "left_eye_x": 0.3, "left_eye_y": 0.4, "yaw": 3.0}
    assert eyes_of_photo(measured) == (QPointF(0.1, 0.2), QPointF(0.3, 0.4))
    assert eyes_of_photo({"yaw": 3.0}) is None
    assert eyes_of_result({"eyes": [[0.1, 0.2], [0.3, 0.4]]}) == (QPointF(0.1, 0.2), QPointF(0.3, 0.4))
    assert eyes_of_result({}) is None


def test_keys_move_the_divider(qtbot: QtBot, slider: BeforeAfter) -> None:
    slider.setFocus()
    assert _colour(slider, 100, 350) == "#00ff00", "the result first"
    for _ in range(25):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.divider == pytest.approx(0.5)
    assert _colour(slider, 150, 250) == "#ff0000"
    assert _colour(slider, 250, 250) == "#00ff00"
    assert "50 %" in slider.accessibleDescription()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert _colour(slider, 350, 250) == "#ff0000"
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.divider == pytest.approx(0.98)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert slider.divider == 0.0


def test_the_mouse_takes_the_divider(qtbot: QtBot, slider: BeforeAfter) -> None:
    qtbot.mousePress(slider, LEFT, pos=QPoint(8, 203))
    qtbot.mouseMove(slider, QPoint(103, 203))
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(103, 203))
    assert slider.divider == pytest.approx(0.25, abs=0.01)
    qtbot.mouseMove(slider, QPoint(303, 203))
    assert slider.divider == pytest.approx(0.25, abs=0.01), "let go"


def test_the_photo_shows_nothing_outside_itself(slider: BeforeAfter) -> None:
    slider.slide(1.0)
    # 60 photo pixels between the eyes become 80: the photo is 400 × 267 in the result, from y = 160 - 133 to 294.
    assert _colour(slider, 303, 3 + 32) == "#ff0000"
    assert _colour(slider, 303, 3 + 288) == "#ff0000"
    assert _colour(slider, 303, 3 + 20) not in {"#ff0000", "#00ff00"}
    assert _colour(slider, 303, 3 + 300) not in {"#ff0000", "#00ff00"}


def test_right_to_left_begins_at_the_right(qtbot: QtBot, slider: BeforeAfter) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    slider.setFocus()
    for _ in range(15):
        qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.divider == pytest.approx(0.3)
    assert _colour(slider, 350, 250) == "#ff0000"
    assert _colour(slider, 100, 250) == "#00ff00"


def test_at_100_percent_before_is_the_photos_own_pixels(
    qtbot: QtBot, window: MainWindow, model: SessionModel, stored: Callable[[QImage], str]
) -> None:
    """First the small copy; then, when somebody looks, what the engine cuts from the photo at the result's size."""
    view = BeforeAfter(model)
    qtbot.addWidget(view)
    view.resize(406, 406)
    view.show()
    photo = model.studio.add_content(b"a photo", "me.jpg")
    view.show_handle(stored(_plain(400, 400, "#00ff00")), "result")
    small = stored(_plain(300, 200, "#ff0000"))
    view.show_before(small, (QPointF(0.4, 0.5), QPointF(0.6, 0.5)), LEVEL, original=Original(photo, 3000, 2000))
    qtbot.waitUntil(lambda: view.has_before and not model.tasks.busy)
    assert not view.sharp, "nobody has looked"
    view.slide(1.0)
    qtbot.waitUntil(lambda: view.sharp)
    assert _colour(view, 200, 200) not in {"#ff0000", "#00ff00"}
    assert view._own.size() == view.image.size()
    stored_before = len(model.studio.items())
    view.slide(0.5)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert len(model.studio.items()) == stored_before, "nothing of it is stored"
    model.wipe()
    assert not view.sharp
    qtbot.waitUntil(lambda: not model.tasks.busy)
    del window


def test_an_original_that_cannot_be_shown_leaves_the_small_copy(
    qtbot: QtBot, page: ReviewPage, model: SessionModel, engine: FakeEngine, stored: Callable[[QImage], str]
) -> None:
    engine.script.errors["original"] = EngineDied("The engine stopped. Try again.")
    photo = model.photos[0].photo
    small = stored(_plain(300, 200, "#ff0000"))
    page.view.show_before(small, (QPointF(0.4, 0.5), QPointF(0.6, 0.5)), LEVEL, original=Original(photo, 640, 480))
    qtbot.waitUntil(lambda: page.view.has_before and not model.tasks.busy)
    page.view.slide(0.5)
    qtbot.waitUntil(page.banner.isVisible)
    assert page.view.has_before
    assert not page.view.sharp


def test_a_photo_that_cannot_be_laid_over_is_shown_beside(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    qtbot.keyClick(page, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: page.view.has_before and not model.tasks.busy)
    assert page.view.beside, "the fake engine does not say where eyes are"
    photo, result = (half.center().toPoint() for half in page.view._halves())
    assert _colour(page.view, result.x(), result.y()) == page.view.image.pixelColor(400, 400).name()
    assert (
        _colour(page.view, photo.x(), photo.y())
        == page.view._before.pixelColor(page.view._before.rect().center()).name()
    )
    qtbot.mouseClick(page.before, LEFT)
    assert not page.view.beside


# ---------------------------------------------------------------------- zoom


@pytest.fixture
def ramp(qtbot: QtBot, window: MainWindow, model: SessionModel, stored: Callable[[QImage], str]) -> ZoomView:
    """A picture in which every pixel tells its place."""
    image = QImage(1000, 800, QImage.Format.Format_RGB32)
    for y in range(800):
        for x in range(1000):
            image.setPixel(x, y, 0xFF000000 | (x % 256) << 16 | (y % 256) << 8 | (x // 256) << 4 | y // 256)
    view = ZoomView(model)
    qtbot.addWidget(view)
    view.resize(406, 406)
    view.show()
    view.show_handle(stored(image), "ramp")
    qtbot.waitUntil(lambda: not view.image.isNull() and not model.tasks.busy)
    del window
    return view


def _pixel(view: ZoomView, x: int, y: int) -> tuple[int, int]:
    """The picture's pixel that is seen at a point of the view."""
    colour = view.grab().toImage().pixelColor(x, y)
    return colour.red() + 256 * (colour.blue() >> 4), colour.green() + 256 * (colour.blue() & 15)


def _turn(view: ZoomView, at: QPoint, notches: int) -> None:
    where = QPointF(at)
    event = QWheelEvent(
        where,
        view.mapToGlobal(where),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_fitted_is_never_enlarged(qtbot: QtBot, ramp: ZoomView, model: SessionModel) -> None:
    assert ramp.fitted
    assert ramp.scale == pytest.approx(0.4)
    ramp.resize(1600, 1200)
    assert ramp.scale == 1.0
    qtbot.waitUntil(lambda: not model.tasks.busy)


def test_at_100_percent_every_pixel_is_its_own(qtbot: QtBot, ramp: ZoomView) -> None:
    ramp.setFocus()
    qtbot.keyClick(ramp, Qt.Key.Key_1)
    assert ramp.scale == 1.0
    x, y = _pixel(ramp, 100, 100)
    assert _pixel(ramp, 101, 100) == (x + 1, y)
    assert _pixel(ramp, 100, 117) == (x, y + 17)


def test_the_wheel_zooms_where_the_pointer_is(qtbot: QtBot, ramp: ZoomView) -> None:
    at = QPoint(250, 180)
    ramp.zoom_to(1.0, QPointF(0.5, 0.5))
    x, y = _pixel(ramp, at.x(), at.y())
    _turn(ramp, at, 1)
    assert ramp.scale == pytest.approx(1.25)
    moved_x, moved_y = _pixel(ramp, at.x(), at.y())
    assert abs(moved_x - x) <= 1
    assert abs(moved_y - y) <= 1
    _turn(ramp, at, 40)
    assert ramp.scale == LARGEST
    _turn(ramp, at, -60)
    assert ramp.fitted
    del qtbot


def test_a_large_picture_is_moved_by_hand_and_keys_and_stops_at_its_border(qtbot: QtBot, ramp: ZoomView) -> None:
    ramp.zoom_to(1.0, QPointF(0.5, 0.5))
    x, y = _pixel(ramp, 200, 200)
    qtbot.mousePress(ramp, LEFT, pos=QPoint(200, 200))
    qtbot.mouseMove(ramp, QPoint(170, 220))
    qtbot.mouseRelease(ramp, LEFT, pos=QPoint(170, 220))
    assert _pixel(ramp, 200, 200) == (x + 30, y - 20)
    ramp.setFocus()
    for _ in range(30):
        qtbot.keyClick(ramp, Qt.Key.Key_Left)
        qtbot.keyClick(ramp, Qt.Key.Key_Up)
    assert _pixel(ramp, 4, 4) == (1, 1)


def test_a_double_click_goes_close_and_back(qtbot: QtBot, ramp: ZoomView) -> None:
    qtbot.mouseDClick(ramp, LEFT, pos=QPoint(200, 200))
    assert ramp.scale == 1.0
    qtbot.mouseDClick(ramp, LEFT, pos=QPoint(200, 200))
    assert ramp.fitted


@pytest.mark.usefixtures("watchdog")
def test_zoom_to_the_eyes(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    qtbot.mouseClick(page.eyes, LEFT)
    assert page.view.scale >= 1.0
    assert page.view.scale == int(page.view.scale)
    assert page.view.centre.y() < 0.5
    assert page.percent.text() == f"{int(page.view.scale * 100)} %"
    qtbot.keyClick(page, Qt.Key.Key_E)
    assert page.view.fitted
    assert not page.eyes.isChecked()
    del model


# ---------------------------------------------------------------------- two beside each other


def test_two_are_compared_at_the_same_place(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    first, second, newest = (entry.handle for entry in model.candidates)
    qtbot.keyClick(page, Qt.Key.Key_C)
    assert page.beside.isVisible()
    assert (page.view.handle, page.second.handle) == (newest, second)
    qtbot.mouseClick(page.strip.cards[first], LEFT)
    assert (page.view.handle, page.second.handle) == (newest, first)
    qtbot.waitUntil(lambda: not page.second.image.isNull() and not model.tasks.busy)
    page.view.zoom_to(1.0, QPointF(0.4, 0.4))
    assert page.second.scale == page.view.scale
    assert page.second.centre == page.view.centre
    _turn(page.second, page.second.rect().center(), 1)
    assert page.view.scale == page.second.scale == pytest.approx(1.25)
    qtbot.mouseClick(page.keep_second, LEFT)
    assert not page.beside.isVisible()
    assert model.selected is not None
    assert model.selected.handle == first


def test_discarding_while_comparing(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    qtbot.mouseClick(page.compare, LEFT)
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_Delete)
    assert not page.beside.isVisible()
    assert not page.compare.isEnabled()
    assert len(model.candidates) == 1


# ---------------------------------------------------------------------- the end


def test_a_wipe_leaves_no_pixels(qtbot: QtBot, page: ReviewPage, model: SessionModel) -> None:
    qtbot.keyClick(page, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: page.view.has_before)
    model.wipe()
    assert page.view.image.isNull()
    assert not page.view.has_before
    assert page.view.handle == ""
    assert not page.strip.cards
    qtbot.waitUntil(lambda: not model.tasks.busy)


def test_a_narrow_window_has_the_facts_below(qtbot: QtBot, window: MainWindow, page: ReviewPage) -> None:
    window.resize(880, 600)
    qtbot.waitUntil(lambda: page.facts.y() > page.view.y() + page.view.height())
    assert page.whole.width() <= page.width()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: page.facts.x() > page.strip.x() + page.strip.width())


def test_pictures_come_from_the_photo_that_made_them(
    qtbot: QtBot, page: ReviewPage, model: SessionModel, tmp_path: Path
) -> None:
    photo = model.photos[0]
    assert photo.inspection is not None
    assert page.view.before_handle == photo.inspection.thumbnail
    model.remove(photo.photo.handle)
    assert page.view.before_handle == ""
    assert not page.before.isEnabled()
    del qtbot, tmp_path
