from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from headshot_desktop.app.studio import Photo
from headshot_desktop.core.errors import EngineDied, PhotoRefused
from headshot_desktop.core.headshot import Finding, Findings, Severity
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.original import laid
from headshot_desktop.engine.protocol import Inspection
from headshot_desktop.engine.wire import Content
from headshot_desktop.ui import theme
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.photos import AT_ONCE, PhotosPage
from headshot_desktop.ui.removal import UNDO_SECONDS
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.photo_card import PhotoCard
from headshot_desktop.ui.widgets.photo_view import FRAME, LEAST, _reduced
from tests.scripts import findings
from tests.ui.conftest import MOST_WORK, Answer, Watchdog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> PhotosPage:
    found = window.pages["photos"]
    assert isinstance(found, PhotosPage)
    return found


def _drop(window: MainWindow, data: QMimeData) -> bool:
    place, keys = QPoint(300, 300), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, LEFT, keys)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, LEFT, keys)
    QApplication.sendEvent(window, drop)
    return drop.isAccepted()


def _words(page: PhotosPage) -> str:
    return "\n".join(part.text() for card in page.cards for part in card.findChildren(QLabel))


def test_dropped_files_become_photos_on_any_page(
    qtbot: QtBot, window: MainWindow, page: PhotosPage, model: SessionModel, photo: Path
) -> None:
    window.show_page("settings")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    assert _drop(window, data)
    qtbot.waitUntil(lambda: model.main is not None)
    assert window.shown == "photos"
    assert "Good: 80 of 100" in _words(page)
    assert page.next.isEnabled()


def test_what_is_no_photo_from_elsewhere_is_not_taken(window: MainWindow, model: SessionModel) -> None:
    text, web = QMimeData(), QMimeData()
    text.setText("hello")
    web.setUrls([QUrl("https://example.org/me.jpg")])
    assert not _drop(window, text)
    assert not _drop(window, web), "an address is never fetched"
    assert not model.tasks.busy


def test_the_drop_area_asks_for_files(
    qtbot: QtBot, page: PhotosPage, model: SessionModel, photo: Path, soon: Answer
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.setText(str(photo))
        qtbot.keyClick(name, Qt.Key.Key_Return)

    soon(answer)
    page.drop.setFocus()
    qtbot.keyClick(page.drop, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.main is not None)


def test_a_photo_is_removed_and_brought_back(qtbot: QtBot, page: PhotosPage, with_photo: SessionModel) -> None:
    qtbot.mouseClick(page.cards[0].remove, LEFT)
    assert with_photo.photos == ()
    assert page.undo.isVisible()
    assert not page.next.isEnabled()
    qtbot.mouseClick(page.undo, LEFT)
    assert with_photo.main is not None
    assert not page.undo.isVisible()


@pytest.fixture
def three(qtbot: QtBot, window: MainWindow, page: PhotosPage, model: SessionModel, engine: FakeEngine) -> PhotosPage:
    """The page with three photos, the best of which came last."""
    engine.script.findings[b"best"] = findings(95.0)
    for name in ("first", "second", "best"):
        model.add_content(name.encode(), f"{name}.jpg")
    qtbot.waitUntil(lambda: _names(page) == ["best.jpg", "first.jpg", "second.jpg"] and not model.tasks.busy)
    qtbot.waitUntil(lambda: all(card.entry.inspection and card.copy.isVisible() for card in page.cards))
    window.activateWindow()
    return page


def _names(page: PhotosPage) -> list[str]:
    return [card.entry.photo.name for card in page.cards]


def _press(qtbot: QtBot, button: QWidget) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize(("place", "then"), [(0, 0), (1, 1), (2, 1)])
def test_the_keyboard_stays_where_a_photo_was_removed(
    qtbot: QtBot, window: MainWindow, three: PhotosPage, place: int, then: int
) -> None:
    _press(qtbot, three.cards[place].remove)
    qtbot.waitUntil(lambda: len(three.cards) == 2 and not three.model.tasks.busy)
    assert window.focusWidget() is three.cards[then].remove


def test_after_the_last_photo_the_keyboard_is_where_photos_are_added_and_undo_leads_back(
    qtbot: QtBot, window: MainWindow, page: PhotosPage, with_photo: SessionModel
) -> None:
    window.activateWindow()
    _press(qtbot, page.cards[0].remove)
    assert window.focusWidget() is page.drop
    _press(qtbot, page.undo)
    assert len(page.cards) == len(with_photo.photos) == 1
    assert window.focusWidget() is page.cards[0].remove


def test_using_another_photo_keeps_the_keyboard_in_its_card(
    qtbot: QtBot, window: MainWindow, three: PhotosPage
) -> None:
    _press(qtbot, three.cards[1].use)
    qtbot.waitUntil(lambda: not three.cards[1].use.isEnabled() and not three.model.tasks.busy)
    assert window.focusWidget() is three.cards[1].copy, "and not at the button that removes"


def test_screen_readers_and_the_tab_key_go_through_the_photos_as_they_stand(
    qtbot: QtBot, window: MainWindow, three: PhotosPage
) -> None:
    inside = QAccessible.queryAccessibleInterface(three._inside)
    heard = [inside.child(number).object() for number in range(inside.childCount())]
    cards = [part for part in heard if isinstance(part, PhotoCard)]
    assert cards == three.cards == sorted(three.cards, key=lambda card: card.y())
    reached: list[PhotoCard] = []
    three.drop.setFocus()
    while not three.next.hasFocus():
        focused = window.focusWidget()
        reached += [card for card in three.cards if card.isAncestorOf(focused) and card not in reached]
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == three.cards


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is made to say on this page."""
    sentences: list[str] = []
    monkeypatch.setattr("headshot_desktop.ui.pages.photos.announce", lambda _, words: sentences.append(words))
    return sentences


def test_how_long_a_removal_can_be_undone_counts_down_and_is_heard_once(
    qtbot: QtBot, page: PhotosPage, with_photo: SessionModel, said: list[str]
) -> None:
    shown: list[str] = []
    qtbot.mouseClick(page.cards[0].remove, LEFT)
    assert page.undo_words.isVisible()
    assert f"for {UNDO_SECONDS} second" in page.undo_words.text()
    assert said == [page.undo_words.text()]
    heard = QAccessible.queryAccessibleInterface(page.undo_words).text(QAccessible.Text.Name)
    assert heard == page.undo.accessibleDescription()
    assert heard.endswith("You can bring it back for some seconds; then it is erased."), "true at every moment"
    for left in (19.0, 0.7):
        with_photo.removal._end = time.monotonic() + left
        with_photo.removal.tick()
        shown.append(page.undo_words.text())
    assert "for 19 second" in shown[0]
    assert "for 1 second" in shown[1]
    assert len(said) == 1, "once, not with each second"
    assert QAccessible.queryAccessibleInterface(page.undo_words).text(QAccessible.Text.Name) == heard
    with_photo.undo_remove()
    assert page.undo_words.text() == page.undo_words.accessibleName() == ""
    assert not page.undo_words.isVisible()
    qtbot.mouseClick(page.cards[0].remove, LEFT)
    assert f"for {UNDO_SECONDS} second" in page.undo_words.text(), "the whole time again"
    assert len(said) == 2


def test_the_sentence_follows_the_real_seconds(qtbot: QtBot, page: PhotosPage, with_photo: SessionModel) -> None:
    with_photo.removal.lasts = 2
    qtbot.mouseClick(page.cards[0].remove, LEFT)
    assert "for 2 second" in page.undo_words.text()
    qtbot.waitUntil(lambda: "for 1 second" in page.undo_words.text())
    qtbot.waitUntil(lambda: with_photo.removed is None)
    assert not page.undo_words.isVisible()


def test_a_photo_that_is_removed_while_it_is_looked_at_is_not_lost(
    qtbot: QtBot, model: SessionModel, photo: Path
) -> None:
    model.add_files([photo])
    qtbot.waitUntil(lambda: len(model.photos) == 1)
    model.remove(model.photos[0].photo.handle)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    model.undo_remove()
    assert model.main is not None, "what was found meanwhile is kept"


def test_after_the_undo_time_the_removed_photo_is_erased(qtbot: QtBot, with_photo: SessionModel) -> None:
    with_photo.removal.lasts = 0.01
    with_photo.remove(with_photo.photos[0].photo.handle)
    qtbot.waitUntil(lambda: with_photo.removed is None and not with_photo.tasks.busy)
    assert with_photo.items == ()


def test_the_best_of_several_is_marked_and_another_can_be_used(
    qtbot: QtBot, page: PhotosPage, model: SessionModel, engine: FakeEngine, tmp_path: Path
) -> None:
    weak = Findings(30.0, {}, (Finding("blur", "It is blurred.", "Hold still.", Severity.WARNING),))
    engine.script.findings.update({b"weak": weak, b"fine": findings(90.0)})
    for name in ("weak", "fine"):
        (tmp_path / name).write_bytes(name.encode())
    model.add_files([tmp_path / "weak", tmp_path / "fine"])
    qtbot.waitUntil(lambda: len(model.photos) == 2 and not model.tasks.busy)
    assert model.main is not None
    assert model.main.photo.name == "fine"
    assert "Your best photo · Good: 90 of 100" in _words(page)
    assert "Hold still." in _words(page)
    qtbot.waitUntil(lambda: [card.entry.photo.name for card in page.cards] == ["fine", "weak"])
    qtbot.mouseClick(page.cards[1].use, LEFT)
    assert model.main.photo.name == "weak"
    assert "Weak: 30 of 100" in _words(page)
    assert [card.entry.photo.name for card in page.cards] == ["fine", "weak"], "nothing jumps away under the hand"


@pytest.mark.parametrize("size", [(720, 480), (1280, 800)])
def test_the_best_of_many_photos_is_in_view(
    qtbot: QtBot, window: MainWindow, page: PhotosPage, model: SessionModel, engine: FakeEngine, size: tuple[int, int]
) -> None:
    window.resize(*size)
    engine.script.findings[b"best"] = findings(95.0)
    for number in range(9):
        model.add_content(b"%d" % number, f"{number}.jpg")
    model.add_content(b"best", "best.jpg")
    qtbot.waitUntil(lambda: len(page.cards) == 10 and page.cards[0].entry.photo.name == "best.jpg", timeout=20_000)
    qtbot.waitUntil(lambda: not model.tasks.busy and page.cards[0].visibleRegion().boundingRect().height() > 0)

    def seen(card: PhotoCard) -> bool:
        return card.visibleRegion().boundingRect() == card.rect()

    qtbot.waitUntil(lambda: seen(page.cards[0]))
    assert seen(page.cards[0]), "all of it, without scrolling"
    assert sorted(page.cards, key=lambda card: card.y()) == page.cards
    window.show_page("look")
    model.choose(model.photos[7].photo.handle)
    window.show_page("photos")
    (used,) = (card for card in page.cards if card.entry.photo == model.photos[7].photo)
    qtbot.waitUntil(lambda: seen(used))
    assert seen(used), "the one that is used is in view whenever somebody comes back"
    page.cards[0].remove.setFocus()
    qtbot.keyClick(page.cards[0].remove, Qt.Key.Key_Tab)
    assert page.cards[0].copy.hasFocus()
    qtbot.keyClick(page.cards[0].copy, Qt.Key.Key_Tab)
    assert page.cards[1].isAncestorOf(window.focusWidget()), "the next card is the next for the keyboard"


def test_a_refused_photo_says_why_in_its_own_card(
    qtbot: QtBot, page: PhotosPage, model: SessionModel, engine: FakeEngine, photo: Path
) -> None:
    engine.script.errors["inspect"] = PhotoRefused("There is no face in this photo. Take another one.", code="no-face")
    model.add_files([photo])
    qtbot.waitUntil(lambda: "no face" in _words(page))
    assert not page.banner.isVisible()
    assert not page.next.isEnabled()


@pytest.mark.parametrize(
    ("code", "seen", "copied"),
    [("no-face", True, False), ("two-faces", True, True), ("damaged", False, False), ("empty", False, False)],
)
def test_a_refused_photo_is_seen_where_it_can_be_and_never_an_empty_box(
    qtbot: QtBot,
    page: PhotosPage,
    model: SessionModel,
    engine: FakeEngine,
    code: str,
    seen: bool,
    copied: bool,
) -> None:
    engine.script.errors["inspect"] = PhotoRefused("It cannot be used. Take another one.", code=code)
    model.add_content(b"one", "one.jpg")
    qtbot.waitUntil(lambda: "cannot be used" in _words(page) and not model.tasks.busy)
    (card,) = page.cards
    assert card.picture.loaded is seen
    shown = card.picture.grab().toImage()
    colours = {shown.pixelColor(x, shown.height() // 2).name() for x in range(20, shown.width() - 20)}
    colours |= {shown.pixelColor(shown.width() // 2, y).name() for y in range(20, shown.height() - 20)}
    assert len(colours) > 1, "an empty box has one"
    assert (theme.colours().raised in colours) is not seen, "the ground on which a sign is"
    assert ("Not used" in card.picture.accessibleName()) is seen
    assert card.copy.isVisible() is copied, "a copy of what cannot be read, or has no face, cannot be made"
    assert len(model.items) == 1, "nothing is stored but the photo itself"
    model.lock()
    assert not card.picture.loaded
    model.unlock()
    qtbot.waitUntil(lambda: not model.locked and not model.tasks.busy)
    assert page.cards[0].picture.loaded is seen, "and it is seen again"


@pytest.mark.parametrize("size", [(4000, 3000), (300, 800), (64, 64), (9000, 5000)])
def test_a_photo_of_unknown_size_is_laid_whole_and_large_enough(size: tuple[int, int]) -> None:
    """With the engine's own laying: what comes back is the photo, all of it, and nothing beside it."""
    photo = np.full((size[1], size[0], 3), (200, 30, 30), np.uint8)
    photo[-size[1] // 8 :] = (30, 30, 200)

    class Laying:
        def original(self, photo_: object, place: Sequence[float], width: int, height: int) -> bytearray:
            del photo_
            made = laid(photo, place, width, height)
            order = cv2.COLOR_RGBA2BGRA if made.shape[2] == 4 else cv2.COLOR_RGB2BGR
            return bytearray(cv2.imencode(".png", cv2.cvtColor(made, order))[1].tobytes())

    image = _reduced(Laying(), Photo("one", "handle"))()  # type: ignore[arg-type]
    longest = max(image.width(), image.height())
    assert min(LEAST, max(size)) - 2 <= longest <= FRAME
    assert abs(image.width() / image.height() - size[0] / size[1]) < 0.05
    top, bottom = image.pixelColor(image.width() // 2, 1), image.pixelColor(image.width() // 2, image.height() - 2)
    assert top.red() > 150 > top.blue()
    assert bottom.blue() > 150 > bottom.red(), "to its lower edge"
    assert not image.hasAlphaChannel()


def test_a_photo_that_is_looked_at_shows_a_sign_and_offers_no_copy(
    qtbot: QtBot, page: PhotosPage, model: SessionModel, engine: FakeEngine, photo: Path
) -> None:
    running = threading.Event()

    class Slow(FakeEngine):
        def inspect(self, photo: Content) -> Inspection:
            running.wait(20)
            return super().inspect(photo)

    model.studio._engine = Slow(engine.script)
    model.add_files([photo])
    qtbot.waitUntil(lambda: len(page.cards) == 1)
    shown = page.cards[0].picture.grab().toImage()
    offered = page.cards[0].copy.isVisible()
    running.set()
    assert len({shown.pixelColor(x, shown.height() // 2).name() for x in range(20, shown.width() - 20)}) > 1
    assert not offered
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    assert page.cards[0].copy.isVisible()


def test_a_fault_of_the_machine_is_said_where_it_happened(
    qtbot: QtBot, page: PhotosPage, model: SessionModel, engine: FakeEngine, photo: Path
) -> None:
    engine.script.errors["inspect"] = EngineDied("The engine stopped. Try again.")
    model.add_files([photo])
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.words.text() == "me.jpg: The engine stopped. Try again."
    assert not page.banner.report.isVisible()
    assert model.photos == ()
    qtbot.mouseClick(page.banner.dismiss, LEFT)
    assert not page.banner.isVisible()


def test_a_file_that_is_not_there_is_said(qtbot: QtBot, page: PhotosPage, model: SessionModel, tmp_path: Path) -> None:
    model.add_files([tmp_path / "nowhere.jpg"])
    qtbot.waitUntil(page.banner.isVisible)
    assert "nowhere.jpg" in page.banner.words.text().replace("\u200b", "")


def test_an_ugly_name_neither_widens_the_window_nor_hides_letters(
    qtbot: QtBot, window: MainWindow, page: PhotosPage, model: SessionModel
) -> None:
    window.resize(880, 600)
    model.add_content(b"x", "<b>" + "long" * 50 + "\u202egpj.exe")
    qtbot.waitUntil(lambda: model.main is not None)
    assert window.width() == 880
    assert "\u202e" not in _words(page)
    assert all(part.textFormat() is Qt.TextFormat.PlainText for part in page.cards[0].findChildren(QLabel))


@pytest.mark.usefixtures("watchdog")
def test_thirty_photos_do_not_stop_the_window(
    qtbot: QtBot, page: PhotosPage, model: SessionModel, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(30)]
    for path in paths:
        path.write_bytes(path.name.encode())
    model.add_files(paths)
    qtbot.waitUntil(lambda: len(model.photos) == 30 and all(entry.inspection for entry in model.photos), timeout=60_000)
    qtbot.waitUntil(lambda: not model.tasks.busy, timeout=60_000)
    assert [entry.photo.name for entry in model.photos] == [path.name for path in paths]
    assert len(page.cards) == 30
    assert all(card.entry.inspection is not None and card.picture.handle for card in page.cards)
    assert not page.banner.isVisible()
    # that the window was not stopped meanwhile is asserted by the watchdog when the test ends


def test_thirty_photos_that_come_at_once_are_shown_bit_by_bit_and_without_holes(
    qtbot: QtBot, page: PhotosPage, model: SessionModel, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.jpg" for number in range(30)]
    for path in paths:
        path.write_bytes(path.name.encode())
    model.add_files(paths)
    time.sleep(1.0)  # the window is busy elsewhere; then everything that was found is told in one turn
    watching = Watchdog()
    holes, counts = set(), [0]

    def look() -> None:
        if hidden := [card.entry.photo.name for card in page.cards if not card.isVisible()]:
            holes.add(tuple(hidden))
        counts.append(len(page.cards))

    looking = QTimer()
    looking.timeout.connect(look)
    looking.start(0)
    qtbot.waitUntil(lambda: len(page.cards) == 30 and not model.tasks.busy, timeout=20_000)
    qtbot.waitUntil(lambda: all(card.entry.inspection for card in page.cards))
    looking.stop()
    watching.stop()
    assert holes == set()
    # The clock of the page and that of this test may run twice between two looks.
    assert max(after - before for before, after in itertools.pairwise(counts)) <= 2 * AT_ONCE
    assert watching.longest_work <= MOST_WORK
    tops = [card.y() for card in page.cards]
    assert tops == sorted(set(tops)), "one below the other"


def test_the_shield_counts_photos_that_still_wait_to_be_looked_at(
    qtbot: QtBot, window: MainWindow, model: SessionModel, engine: FakeEngine, tmp_path: Path
) -> None:
    running = threading.Event()

    class Slow(FakeEngine):
        def inspect(self, photo: Content) -> Inspection:
            running.wait(20)
            return super().inspect(photo)

    model.studio._engine = Slow(engine.script)
    paths = [tmp_path / f"{number}.jpg" for number in range(3)]
    for path in paths:
        path.write_bytes(path.name.encode())
    model.add_files(paths)
    qtbot.waitUntil(lambda: len(model.photos) == 3)
    told = window.shield.vault.text()
    running.set()
    assert told == "3 picture(s) in the encrypted vault"
    qtbot.waitUntil(lambda: not model.tasks.busy, timeout=20_000)


def test_the_shield_counts_what_a_person_calls_a_picture(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel
) -> None:
    with_photo.create()
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1 and not with_photo.tasks.busy)
    small = len(with_photo.items) - 2
    assert small > 5, "a copy for the screen, and a preview for each look"
    vault = window.shield.vault
    qtbot.waitUntil(lambda: vault.text() == "2 picture(s) in the encrypted vault")
    assert vault.toolTip().splitlines() == [
        "1 photo(s)",
        "1 headshot(s)",
        f"{small} small copies and previews for the screen",
    ]
    assert vault.accessibleDescription() == vault.toolTip()
    with_photo.delete(*(item.handle for item in with_photo.items if item.kind in {"photo", "candidate"}))
    with_photo._items = tuple(item for item in with_photo.items if item.kind == "preview")
    window.shield.refresh()
    assert vault.text() == f"{len(with_photo.items)} small copies and previews for the screen", "told as what they are"
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)


def test_a_photo_is_seen_while_others_still_wait_to_be_looked_at(
    qtbot: QtBot, page: PhotosPage, model: SessionModel, engine: FakeEngine, tmp_path: Path
) -> None:
    running, last = threading.Event(), threading.Event()

    class Slow(FakeEngine):
        looked = 0

        def inspect(self, photo: Content) -> Inspection:
            self.looked += 1
            {2: running, 3: last}.get(self.looked, threading.Event()).wait(20 if self.looked > 1 else 0)
            return super().inspect(photo)

    model.studio._engine = Slow(engine.script)
    for number in range(3):
        (tmp_path / f"{number}.jpg").write_bytes(b"%d" % number)
    model.add_files([tmp_path / f"{number}.jpg" for number in range(3)])
    qtbot.waitUntil(lambda: bool(page.cards) and page.cards[0].entry.inspection is not None)
    qtbot.waitUntil(lambda: bool(model.tasks._passing))  # its picture is asked for while the second is looked at
    running.set()
    seen: list[int] = []

    def look() -> bool:
        if page.cards[0].picture.loaded and not seen:
            seen.append(sum(entry.inspection is None for entry in model.photos))
        return bool(seen)

    qtbot.waitUntil(look, timeout=10_000)
    assert seen[0] >= 1, "the last photo is still being looked at"
    last.set()
    qtbot.waitUntil(lambda: not model.tasks.busy, timeout=20_000)
