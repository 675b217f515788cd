from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from headshot_desktop.app.retention import Retention
from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.privacy import PrivacyPage
from headshot_desktop.ui.privacy.stored import StoredRow, StoredSection
from headshot_desktop.ui.privacy.viewer import Viewer
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.picture import PictureView
from tests.scripts import findings
from tests.ui.conftest import MOST_WORK, Answer, Watchdog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> PrivacyPage:
    found = window.pages["privacy"]
    assert isinstance(found, PrivacyPage)
    return found


def _stored(page: PrivacyPage) -> StoredSection:
    section = page.sections["stored"]
    assert isinstance(section, StoredSection)
    return section


def _all_rows(page: PrivacyPage) -> list[StoredRow]:
    return [row for row in page.findChildren(StoredRow) if not row.isHidden()]


def _rows(page: PrivacyPage) -> list[StoredRow]:
    """Without that of the previews."""
    return [row for row in _all_rows(page) if row.entry is not None and row.entry.key != "preview"]


@pytest.mark.promise("stored-listed")
def test_every_stored_picture_has_a_name_a_size_an_age_and_a_reason(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, with_photo: SessionModel
) -> None:
    with_photo.create()
    window.show_page("privacy")
    looks = len(with_photo.studio.catalogue.looks)
    qtbot.waitUntil(lambda: len(with_photo.items) == 3 + looks and not with_photo.tasks.busy, timeout=20_000)
    assert [row.name.text() for row in sorted(_all_rows(page), key=lambda row: row.y())] == [
        "Headshot in the look Automatic",
        "Your photo me.jpg",
        f"{looks} small preview(s) of looks",
    ]
    for row in _all_rows(page):
        assert "less than a minute" in row.facts.text()
        assert row.why.text().endswith(".")
    shown = [item.handle for row in _all_rows(page) if row.entry for item in row.entry.items]
    assert sorted(shown) == sorted(item.handle for item in with_photo.items), (
        "everything is in one row, and in one only"
    )
    assert "15 minutes" in _stored(page).until.text() or "close the window" in _stored(page).until.text()


@pytest.mark.promise("delete-one")
def test_why_a_photo_is_kept_is_true_of_each_kind(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, model: SessionModel, engine: FakeEngine
) -> None:
    def reason(handle: str) -> str:
        row = _stored(page).rows[handle]
        return f"{row.name.text()}: {row.why.text()}"

    engine.script.findings.update({b"weak": findings(50.0), b"fine": findings(90.0)})
    window.show_page("privacy")
    for content in (b"weak", b"fine"):
        model.add_content(content, f"{content.decode()}.jpg")
    qtbot.waitUntil(lambda: len(model.photos) == 2 and not model.tasks.busy)
    engine.script.errors["inspect"] = PhotoRefused("There is no face in this photo.", code="no-face")
    model.add_content(b"landscape", "landscape.jpg")
    qtbot.waitUntil(lambda: len(model.photos) == 3 and not model.tasks.busy)
    weak, fine, refused = (entry.photo.handle for entry in model.photos)
    assert "Headshots are made from it" in reason(fine)
    assert "You can choose it" in reason(weak)
    assert "nothing is made from it" in reason(refused)
    assert "only until you remove it or close the window" in reason(refused)
    assert _stored(page).summary.text().startswith("3 photo(s) · ")
    assert "small copies and previews" in _stored(page).summary.text(), "and they are no pictures of their own"
    removed = model.photos[0]
    assert removed.inspection is not None
    model.remove(weak)
    qtbot.waitUntil(lambda: not model.tasks.busy and "bring it back" in reason(weak))
    assert removed.inspection.thumbnail not in _stored(page).rows, "its small copy is in the same row"
    assert not [row for row in _stored(page).rows.values() if "being made with it" in row.why.text()]


def test_deleting_a_photo_takes_its_small_copy_with_it(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, with_photo: SessionModel
) -> None:
    window.show_page("privacy")
    qtbot.waitUntil(lambda: len(_rows(page)) == 1)
    qtbot.mouseClick(_rows(page)[0].delete, LEFT)
    qtbot.waitUntil(lambda: not _all_rows(page) and not with_photo.tasks.busy, timeout=20_000)
    assert with_photo.photos == ()
    assert with_photo.items == ()
    assert _stored(page).summary.text() == "Nothing is stored."
    last = with_photo.studio.record.events()[-1]
    assert (last.kind.value, dict(last.facts)) == ("deleted", {"pictures": 2})


def test_all_previews_are_deleted_with_one_click(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, with_photo: SessionModel
) -> None:
    window.show_page("privacy")
    looks = len(with_photo.studio.catalogue.looks)
    qtbot.waitUntil(lambda: len(with_photo.items) == 2 + looks and not with_photo.tasks.busy, timeout=20_000)
    qtbot.mouseClick(_stored(page).rows["preview"].delete, LEFT)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy and len(with_photo.items) == 2, timeout=20_000)
    assert len(_all_rows(page)) == 1


@pytest.mark.promise("view-one")
def test_a_picture_is_looked_at_when_asked_for_and_goes_with_the_lock(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, with_photo: SessionModel
) -> None:
    window.show_page("privacy")
    qtbot.waitUntil(lambda: len(_rows(page)) == 1 and not with_photo.tasks.busy, timeout=20_000)
    assert not page.findChildren(PictureView), "nothing is shown that nobody asked for"
    qtbot.mouseClick(_rows(page)[0].view, LEFT)
    (viewer,) = window.findChildren(Viewer)
    qtbot.waitUntil(lambda: viewer.views[0].loaded)
    with_photo.lock()
    assert not viewer.isVisible()
    assert not viewer.views[0].loaded


def test_deleting_a_candidate_takes_it_from_the_other_pages(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, with_photo: SessionModel
) -> None:
    with_photo.create()
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1 and not with_photo.tasks.busy)
    window.show_page("privacy")
    qtbot.waitUntil(lambda: len(_rows(page)) == 2)
    row = _stored(page).rows[with_photo.candidates[0].handle]
    qtbot.mouseClick(row.delete, LEFT)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert with_photo.candidates == ()
    assert sorted({item.kind for item in with_photo.items}) == ["photo", "preview", "thumbnail"]


def test_wiping_says_so_and_drops_every_pixel(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, with_photo: SessionModel, engine: FakeEngine
) -> None:
    window.show_page("look")
    qtbot.waitUntil(lambda: not with_photo.tasks.busy, timeout=20_000)
    window.show_page("privacy")
    qtbot.mouseClick(page.wipe, LEFT)
    qtbot.waitUntil(lambda: not with_photo.items and not with_photo.tasks.busy)
    assert "erased" in page.banner.words.text()
    assert not [view for view in window.findChildren(PictureView) if view.loaded]
    assert engine.rests == 1
    assert not page.wipe.isEnabled()


def test_wiping_while_photos_come_in_and_headshots_are_made_leaves_nothing(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel, engine: FakeEngine
) -> None:
    engine.script.stage_seconds = 0.02
    window.show_page("look")
    for number in range(6):
        with_photo.add_content(bytes([number + 1]), f"{number}.jpg")
    with_photo.create()
    qtbot.wait(30)
    with_photo.wipe()
    qtbot.waitUntil(lambda: not with_photo.tasks.busy, timeout=20_000)
    assert (with_photo.photos, with_photo.candidates, with_photo.items) == ((), (), ())
    assert not with_photo.making.busy
    with_photo.add_content(b"again", "again.jpg")
    qtbot.waitUntil(lambda: with_photo.main is not None)


def test_an_accident_with_favourites_is_asked_about(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, with_photo: SessionModel, soon: Answer
) -> None:
    with_photo.create()
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1 and not with_photo.tasks.busy)
    with_photo.toggle_favourite(with_photo.candidates[0].handle)
    window.show_page("privacy")

    def stay() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    soon(stay)
    qtbot.mouseClick(page.wipe, LEFT)
    assert len(with_photo.candidates) == 1


def test_the_countdown_warns_and_wipes_at_its_end(qtbot: QtBot, window: MainWindow, with_photo: SessionModel) -> None:
    now = [0.0]
    with_photo.studio.retention = Retention(15, lambda: now[0])
    shield = window.shield
    shield.tick()
    assert shield.countdown.text() == "Erased in 15:00 if unused"
    now[0] = 14 * 60
    shield.tick()
    assert (shield.countdown.text(), shield.countdown.property("role")) == ("Erased in 1:00 if unused", "warning")
    now[0] = 15 * 60
    window.show_page("settings")
    shield.tick()
    qtbot.waitUntil(lambda: not with_photo.items)
    assert window.shown == "photos"
    assert "erased" in window.pages["photos"].banner.words.text()
    assert shield.vault.text() == "Nothing stored"


def test_a_blocked_attempt_and_a_missing_protection_are_shown(window: MainWindow, engine: FakeEngine) -> None:
    assert window.shield.network.text() == "Offline"
    engine.script.attempts[next(iter(engine.script.attempts))] = 2
    window.shield.tick()
    assert "2 blocked" in window.shield.network.text()
    assert window.shield.network.property("role") == "warning"


def test_sixty_pictures_are_listed_without_a_stutter_and_reached_by_keyboard(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, model: SessionModel
) -> None:
    for number in range(30):
        model.add_content(bytes([number + 1]), f"{number}.jpg")
    qtbot.waitUntil(lambda: len(model.items) >= 60 and not model.tasks.busy, timeout=20_000)
    watching = Watchdog()
    window.show_page("privacy")
    qtbot.waitUntil(lambda: len(_rows(page)) == 30 and not model.tasks.busy, timeout=20_000)
    qtbot.wait(50)
    watching.stop()
    assert watching.longest_work <= MOST_WORK
    assert _stored(page).summary.text().startswith("30 photo")
    *_, before, last = sorted(_all_rows(page), key=lambda row: row.y())
    before.delete.setFocus()
    qtbot.keyClick(before.delete, Qt.Key.Key_Tab)
    assert last.view.hasFocus()
    qtbot.keyClick(last.view, Qt.Key.Key_Tab)
    assert last.delete.hasFocus()
    assert page.area.verticalScrollBar().value() > 0, "it scrolls to what has the focus"
    assert last.entry is not None
    gone = last.entry.items[0].handle
    qtbot.keyClick(last.delete, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: gone not in [item.handle for item in model.items] and not model.tasks.busy)


def test_nothing_is_seen_of_the_list_while_the_pictures_are_locked(
    qtbot: QtBot, window: MainWindow, page: PrivacyPage, with_photo: SessionModel
) -> None:
    window.show_page("privacy")
    qtbot.waitUntil(lambda: len(_rows(page)) == 1)
    with_photo.lock()
    assert not page.isVisible()
    assert "me.jpg" not in " ".join(part.text() for part in page.findChildren(QLabel) if not part.isHidden())
    assert not _all_rows(page)
    assert window.shield.vault.text() == "Pictures locked"
    assert not [view for view in page.findChildren(PictureView) if view.loaded]
    qtbot.waitUntil(lambda: with_photo.locked)
    with_photo.unlock()
    qtbot.waitUntil(lambda: page.isVisible() and not with_photo.tasks.busy)
    assert window.shield.vault.text().endswith("in the encrypted vault")
