from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import EngineDied
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.export import ExportPage
from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.file_facts import file_words, rule_words

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the files go."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, with_photo: SessionModel, folder: Path) -> Iterator[ExportPage]:
    """The page with two candidates, none of them a favourite."""
    found = window.pages["export"]
    assert isinstance(found, ExportPage)
    with_photo.create([with_photo.studio.catalogue.look(name) for name in ("light-grey", "navy")])
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 2 and not with_photo.tasks.busy)
    window.activateWindow()
    window.show_page("export")
    found.place.set_folder(folder)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    yield found
    for entry in with_photo.candidates:  # or closing would ask
        if entry.favourite:
            with_photo.toggle_favourite(entry.handle)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _save(qtbot: QtBot, page: ExportPage) -> None:
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(lambda: not page.model.tasks.busy)


# ---------------------------------------------------------------------- saving


@pytest.mark.usefixtures("watchdog")
def test_one_click_saves_the_headshot_that_was_looked_at(
    qtbot: QtBot, page: ExportPage, model: SessionModel, folder: Path
) -> None:
    assert page.save.hasFocus()
    qtbot.keyClick(page.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(page.rows) == 1 and not model.exports.waiting)
    path = folder / "headshot-linkedin.jpg"
    assert page.rows[0].saved.path == path
    assert "verified by reading it back" in page.rows[0].state.text()
    assert size_words(path.stat().st_size) in page.rows[0].state.text()
    assert [entry.exported for entry in model.candidates] == [False, True]
    assert _names(folder) == ["headshot-linkedin.jpg"], "nothing else is left"


def test_every_favourite_for_every_place(qtbot: QtBot, page: ExportPage, model: SessionModel, folder: Path) -> None:
    for entry in model.candidates:
        model.toggle_favourite(entry.handle)
    model.toggle_destination("website")
    assert page.place.files.text().splitlines() == [
        "headshot-linkedin.jpg",
        "headshot-website.jpg",
        "headshot-2-linkedin.jpg",
        "headshot-2-website.jpg",
    ]
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 4)
    assert sorted(page.place.files.text().splitlines()) == _names(folder)
    size = QImage.fromData((folder / "headshot-2-website.jpg").read_bytes()).size()
    assert (size.width(), size.height()) == (1200, 1500), "rendered anew for the other place"
    assert model.unexported_favourites == 0
    assert not page.bar.isVisible()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert sum(item.kind == "candidate" for item in model.studio.items()) == 2, "nothing of it stays in the vault"


def test_the_name_is_the_persons(qtbot: QtBot, page: ExportPage, folder: Path) -> None:
    assert "me" not in page.place.files.text().split("-"), "not the photo's"
    page.place.base.selectAll()
    qtbot.keyClicks(page.place.base, "anna/b")
    assert page.place.files.text() == "anna-b.jpg"
    _save(qtbot, page)
    qtbot.waitUntil(lambda: _names(folder) == ["anna-b.jpg"])


def test_cancel_stops_writing(
    qtbot: QtBot, page: ExportPage, model: SessionModel, folder: Path, engine: FakeEngine
) -> None:
    engine.script.stage_seconds = 0.3
    for place in ("website", "square"):
        model.toggle_destination(place)
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    assert page.bar.isVisible()
    assert not page.save.isEnabled()
    begun = time.monotonic()
    qtbot.mouseClick(page.cancel, LEFT)
    qtbot.waitUntil(lambda: not model.exports.waiting)
    assert time.monotonic() - begun < 1.0
    assert _names(folder) == ["headshot-linkedin.jpg"]
    assert page.save.isEnabled()
    assert not page.banner.isVisible()


# ---------------------------------------------------------------------- what is already there


@pytest.fixture
def taken(page: ExportPage, folder: Path) -> Path:
    """A file of the name that would be written."""
    del page
    path = folder / "headshot-linkedin.jpg"
    path.write_bytes(b"old")
    return path


def _asked(qtbot: QtBot, page: ExportPage) -> None:
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(page.question.isVisible)
    assert "headshot-linkedin.jpg" in page.question_words.text()
    assert not page.save.isEnabled()


def test_keep_both(qtbot: QtBot, page: ExportPage, folder: Path, taken: Path) -> None:
    _asked(qtbot, page)
    assert page.keep_both.hasFocus(), "what loses nothing is the first answer"
    qtbot.keyClick(page.keep_both, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _names(folder) == ["headshot-linkedin (2).jpg", "headshot-linkedin.jpg"])
    assert taken.read_bytes() == b"old"
    qtbot.waitUntil(page.save.isEnabled)


def test_replace(qtbot: QtBot, page: ExportPage, folder: Path, taken: Path) -> None:
    _asked(qtbot, page)
    qtbot.mouseClick(page.replace, LEFT)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    assert _names(folder) == [taken.name]
    assert taken.read_bytes() != b"old"


def test_do_not_save(qtbot: QtBot, page: ExportPage, folder: Path, taken: Path) -> None:
    _asked(qtbot, page)
    qtbot.mouseClick(page.stop, LEFT)
    assert not page.question.isVisible()
    assert page.save.isEnabled()
    assert taken.read_bytes() == b"old"
    assert _names(folder) == [taken.name]


def test_a_name_that_is_taken_in_the_last_moment_is_asked_about(qtbot: QtBot, page: ExportPage, folder: Path) -> None:
    page.begin()
    time.sleep(0.3)  # the worker has looked; its answer waits for this thread
    (folder / "headshot-linkedin.jpg").write_bytes(b"theirs")
    qtbot.waitUntil(page.question.isVisible)
    assert not page.banner.isVisible()
    assert (folder / "headshot-linkedin.jpg").read_bytes() == b"theirs"


# ---------------------------------------------------------------------- errors


def test_a_folder_that_cannot_be_written_is_told_here(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    page.place.set_folder(tmp_path / "file")
    _save(qtbot, page)
    qtbot.waitUntil(page.banner.isVisible)
    assert "cannot be written" in page.banner.words.text()
    assert page.rows == []
    assert page.save.isEnabled()


def test_an_engine_that_stops_is_told_here(qtbot: QtBot, page: ExportPage, engine: FakeEngine, folder: Path) -> None:
    engine.script.errors["finish"] = EngineDied("The engine stopped. Try again.")
    _save(qtbot, page)
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.words.text() == "The engine stopped. Try again."
    _save(qtbot, page)
    qtbot.waitUntil(lambda: _names(folder) == ["headshot-linkedin.jpg"])
    assert not page.banner.isVisible()


def test_a_cloud_folder_is_warned_of(qtbot: QtBot, page: ExportPage, tmp_path: Path, folder: Path) -> None:
    assert not page.place.warning.isVisible()
    page.place.set_folder(tmp_path / "Dropbox" / "Pictures")
    qtbot.waitUntil(page.place.warning.isVisible)
    assert "Dropbox" in page.place.warning_words.text()
    page.place.set_folder(folder)
    qtbot.waitUntil(lambda: not page.place.warning.isVisible())


# ---------------------------------------------------------------------- places and what is written


def test_all_places_can_be_shown_and_chosen(qtbot: QtBot, page: ExportPage, model: SessionModel) -> None:
    assert [key for key, card in page.places.items() if card.isVisible()] == ["linkedin"]
    qtbot.mouseClick(page.more, LEFT)
    assert all(card.isVisible() for card in page.places.values())
    page.places["slack"].setFocus()
    qtbot.keyClick(page.places["slack"], Qt.Key.Key_Space)
    assert [entry.id for entry in model.destinations] == ["linkedin", "slack"]
    assert page.places["slack"].chosen
    assert page.place.files.text().splitlines() == ["headshot-linkedin.jpg", "headshot-slack.jpg"]


def test_what_will_be_written_is_told(model: SessionModel) -> None:
    def of(name: str) -> Destination:
        return model.studio.catalogue.destination(name)

    assert file_words(of("linkedin")) == (
        "800 × 800 pixels · JPEG · sRGB colour profile · no print size (dpi) · at most 8 MB"
    )
    assert "300 dpi" in file_words(of("resume-de"))
    assert file_words(of("cutout")).startswith("as many pixels as the photo · PNG")
    assert rule_words(of("linkedin")).startswith("The head takes 58 % of the height.")
    assert rule_words(of("zoom")).endswith("Shown in a circle.")


def test_without_candidates_nothing_can_be_saved(window: MainWindow) -> None:
    page = window.pages["export"]
    assert isinstance(page, ExportPage)
    window.show_page("export")
    assert not page.save.isEnabled()
    assert "Create" in page.which.text()


# ---------------------------------------------------------------------- afterwards


class _Opener(QObject):
    """Takes the place of the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_open_folder(qtbot: QtBot, page: ExportPage, folder: Path) -> None:
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    opener = _Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]  # the type says bytes, the method wants text
    try:
        qtbot.mouseClick(page.rows[0].open, LEFT)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(folder)]


def test_copy_is_marked_not_to_be_kept(qtbot: QtBot, page: ExportPage) -> None:
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    qtbot.mouseClick(page.rows[0].copy, LEFT)
    qtbot.waitUntil(lambda: page.rows[0].state.text().startswith("Copied"))
    data = QApplication.clipboard().mimeData()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert data.hasImage()
    image = QImage(data.imageData())
    assert (image.width(), image.height()) == (800, 800)
    assert not data.hasUrls()


def test_copying_a_file_that_is_gone_is_told(qtbot: QtBot, page: ExportPage) -> None:
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    page.rows[0].saved.path.unlink()
    qtbot.mouseClick(page.rows[0].copy, LEFT)
    qtbot.waitUntil(page.banner.isVisible)
    assert "does not exist" in page.banner.words.text()


def test_a_row_gives_the_files_address(qtbot: QtBot, page: ExportPage, folder: Path) -> None:
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    data = page.rows[0].mime()
    assert [Path(url.toLocalFile()) for url in data.urls()] == [folder / "headshot-linkedin.jpg"]
    assert data.formats() == ["text/uri-list"]


def test_a_wipe_forgets_what_was_saved_but_not_the_files(
    qtbot: QtBot, page: ExportPage, model: SessionModel, folder: Path
) -> None:
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    model.wipe()
    assert page.rows == []
    assert not page.save.isEnabled()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert _names(folder) == ["headshot-linkedin.jpg"]


def test_a_narrow_window_has_one_column(qtbot: QtBot, window: MainWindow, page: ExportPage) -> None:
    window.resize(880, 600)
    qtbot.waitUntil(lambda: page._beside.x() == 0)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: page._beside.x() > 300)
