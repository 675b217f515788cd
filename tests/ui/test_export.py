from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import EngineDied
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program, translate
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.export import SIDE_WIDTH, ExportPage
from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.file_facts import kept_words, rule_words, size_and_limit

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
    assert "checked by reading it back" in page.rows[0].state.text()
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
    assert not any(entry.favourite and not entry.exported for entry in model.candidates)
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


def test_saving_is_said_and_the_focus_stays_where_it_makes_sense(
    qtbot: QtBot, page: ExportPage, model: SessionModel, engine: FakeEngine
) -> None:
    engine.script.stage_seconds = 0.05
    for place in ("website", "square"):
        model.toggle_destination(place)
    said: list[str] = []
    model.exports.waiting_changed.connect(lambda _: said.append(page.saving.text()))
    page.save.setFocus()
    qtbot.keyClick(page.save, Qt.Key.Key_Space)
    assert page.saving.isVisible(), "at once"
    assert page.saving.text() == "Saving…"
    assert page.cancel.hasFocus()
    assert not page.save.isEnabled()
    assert not page.summary.isVisible()
    qtbot.waitUntil(lambda: not model.tasks.busy, timeout=20_000)
    for number in (1, 2, 3):
        assert f"Saving {number} of 3…" in said
    assert page.rows[0].open.hasFocus(), "what was just saved"
    assert not page.saving.isVisible()
    assert not page.cancel.isVisible()
    assert page.save.isEnabled()
    assert page.summary.isVisible()


@pytest.mark.parametrize("language", ["de", "es"])
def test_a_narrow_window_has_room_for_what_is_said_while_saving(
    qtbot: QtBot, qapp: QApplication, engine: FakeEngine, tmp_path: Path, language: str
) -> None:
    installed = translate(qapp, language)
    program = Program(build_studio(engine), Preferences(), tmp_path / "p.json")
    qtbot.addWidget(program.window, before_close_func=lambda _: program.model.wipe())
    page = program.window.pages["export"]
    assert isinstance(page, ExportPage)
    program.window.resize(720, 480)
    program.window.show()
    program.window.show_page("export")
    page._total = 12
    program.model.exports._count(12)
    qtbot.wait(20)
    for part in (page.saving, page.cancel, page.save):
        assert part.isVisible()
        assert part.width() >= part.sizeHint().width(), part.text()
    program.model.exports._count(-12)
    program.close()
    for translator in installed:
        qapp.removeTranslator(translator)


def test_after_cancel_and_after_an_error_the_focus_is_back_on_save(
    qtbot: QtBot, page: ExportPage, model: SessionModel, engine: FakeEngine
) -> None:
    engine.script.errors["finish"] = EngineDied("The engine stopped. Try again.")
    qtbot.keyClick(page.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert page.save.hasFocus()
    engine.script.stage_seconds = 0.3
    model.toggle_destination("website")
    model.toggle_destination("linkedin")
    qtbot.keyClick(page.save, Qt.Key.Key_Space)
    assert page.cancel.hasFocus()
    qtbot.keyClick(page.cancel, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert page.save.hasFocus()
    assert page.rows == []


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
    assert page.save.hasFocus()
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


def _limited(qtbot: QtBot, page: ExportPage, button: QPushButton) -> None:
    """Save while no file of this process may be larger than 1000 bytes: what a full disk does to one."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        qtbot.mouseClick(button, LEFT)
        qtbot.waitUntil(lambda: page.banner.isVisible() and not page.model.tasks.busy)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.skipif(sys.platform == "win32", reason="limits on files are POSIX'")
@pytest.mark.parametrize("there", [False, True], ids=["new", "replaced"])
def test_a_file_that_does_not_fit_leaves_nothing_and_harms_nothing(
    qtbot: QtBot, page: ExportPage, folder: Path, there: bool
) -> None:
    path = folder / "headshot-linkedin.jpg"
    if there:
        path.write_bytes(b"old")
        _asked(qtbot, page)
    _limited(qtbot, page, page.replace if there else page.save)
    assert page.rows == []
    assert "1000" in page.banner.words.text() or "written" in page.banner.words.text()
    assert _names(folder) == (["headshot-linkedin.jpg"] if there else []), "no part of it either"
    assert not there or path.read_bytes() == b"old"


def test_a_disk_that_is_full_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    """A real one: a file system of 64 kB in RAM, in a namespace of its own."""
    program = (
        "import os, sys; from pathlib import Path\n"
        "from headshot_desktop.core.errors import MachineError\n"
        "from headshot_desktop.records.files import write_new\n"
        "folder = Path(sys.argv[1])\n"
        "for overwrite in (False, True):\n"
        "    if overwrite: (folder / 'me.jpg').write_bytes(b'old')\n"
        "    try: write_new(folder / 'me.jpg', os.urandom(100_000), overwrite=overwrite)\n"
        "    except MachineError as error: print(error.code, sorted(os.listdir(folder)))\n"
        "print((folder / 'me.jpg').read_bytes())\n"
    )
    mount = f'mount -t tmpfs -o size=64k tmpfs "{tmp_path}" && exec "{sys.executable}" -c "$0" "{tmp_path}"'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, program]
    if shutil.which("unshare") is None:
        pytest.skip("no unshare here")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip(f"no namespaces here: {done.stderr.strip()}")
    assert done.stdout.splitlines() == ["disk-full []", "disk-full ['me.jpg']", "b'old'"], done.stderr


def test_a_folder_that_may_not_be_written_is_told(qtbot: QtBot, page: ExportPage, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(0o500)
    if os.access(closed, os.W_OK):
        closed = Path("/proc")  # for root, who may write anywhere else
    page.place.set_folder(closed)
    _save(qtbot, page)
    qtbot.waitUntil(page.banner.isVisible)
    assert str(closed) in page.banner.words.text().replace("\u200b", "")
    assert page.rows == []


def test_a_folder_that_vanished_is_made_again(qtbot: QtBot, page: ExportPage, folder: Path) -> None:
    folder.rmdir()
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    assert _names(folder) == ["headshot-linkedin.jpg"]


def test_a_folder_that_is_a_link_is_followed(qtbot: QtBot, page: ExportPage, tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    page.place.set_folder(link)
    _save(qtbot, page)
    qtbot.waitUntil(lambda: _names(folder) == ["headshot-linkedin.jpg"])
    assert page.rows[0].saved.path == link / "headshot-linkedin.jpg"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("../up/me", "up-me.jpg"),
        ("a:b\nc", "a-bc.jpg"),
        ("CON", "CON-headshot.jpg"),
        ("com1.x", "com1.x-headshot.jpg"),
        (". .", "headshot-linkedin.jpg"),
        ("x" * 300, "x" * 80 + ".jpg"),
        ("姓" * 80, "姓" * 53 + ".jpg"),
    ],
)
def test_whatever_is_typed_becomes_a_name_that_can_be_written(
    qtbot: QtBot, page: ExportPage, folder: Path, typed: str, expected: str
) -> None:
    page.place.base.selectAll()
    QApplication.clipboard().setText(typed)
    page.place.base.paste()
    assert page.place.files.text().replace("\u200b", "") == expected
    _save(qtbot, page)
    qtbot.waitUntil(lambda: _names(folder) == [expected])


def test_a_folder_on_another_computer_is_warned_of(qtbot: QtBot, page: ExportPage) -> None:
    qtbot.waitUntil(lambda: not page.model.tasks.busy)
    page.place._checked(page.place.folder, "", network=True)
    assert page.place.warning.isVisible()
    assert "another computer" in page.place.warning_words.text()


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
    assert page.summary.names.text() == "headshot-linkedin.jpg and 1 more"
    assert page.summary.sizes.text() == "for 2 place(s)"


def test_what_will_be_written_is_told(model: SessionModel) -> None:
    def of(name: str) -> Destination:
        return model.studio.catalogue.destination(name)

    assert size_and_limit(of("linkedin")) == "800 × 800 pixels · JPEG · at most 8 MB"
    assert kept_words(of("linkedin")) == "sRGB colour profile · no print size (dpi)"
    assert "300 dpi" in kept_words(of("resume-de"))
    assert size_and_limit(of("cutout")).startswith("as many pixels as the photo · PNG")
    assert rule_words(of("linkedin")).startswith("The head takes 58 % of the height.")
    assert rule_words(of("zoom")).endswith("Shown in a circle.")


def test_without_candidates_a_button_leads_to_where_they_are_made(
    qtbot: QtBot, window: MainWindow, model: SessionModel
) -> None:
    page = window.pages["export"]
    assert isinstance(page, ExportPage)
    window.show_page("export")
    assert not page.save.isEnabled()
    assert not page.whole.isVisible()
    assert page.empty.go.hasFocus()
    qtbot.keyClick(page.empty.go, Qt.Key.Key_Space)
    assert window.shown == "photos", "there is no photo yet"
    model.add_content(b"one", "one.jpg")
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    window.show_page("export")
    assert "Create" in page.empty.words.text()
    qtbot.mouseClick(page.empty.go, LEFT)
    assert window.shown == "create"
    model.create()
    qtbot.waitUntil(lambda: len(model.candidates) == 1 and not model.tasks.busy)
    window.show_page("export")
    assert not page.empty.isVisible()
    assert page.whole.isVisible()


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
    qtbot.waitUntil(lambda: page.rows[0].state.text().startswith("Copied until you close"))
    data = QApplication.clipboard().mimeData()
    windows = 'application/x-qt-windows-mime;value="{}"'
    not_to_keep = {
        "x-kde-passwordManagerHint": b"secret",
        windows.format("ExcludeClipboardContentFromMonitorProcessing"): b"\1",
        windows.format("CanUploadToCloudClipboard"): bytes(4),
        "application/x-nspasteboard-concealed-type": b"1",
    }
    assert {name: bytes(data.data(name).data()) for name in not_to_keep} == not_to_keep
    assert data.hasImage()
    image = QImage(data.imageData())
    assert (image.width(), image.height()) == (800, 800)
    assert data.urls() == [QUrl.fromLocalFile(str(page.rows[0].saved.path))], "who takes the file gets its marks"


def test_what_was_copied_goes_with_a_wipe_and_with_the_window(
    qtbot: QtBot, page: ExportPage, window: MainWindow, model: SessionModel
) -> None:
    clipboard = QApplication.clipboard()
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    for end in (window.close, model.wipe):
        page.rows[0].copy.click()
        qtbot.waitUntil(lambda: (data := clipboard.mimeData()) is not None and data.hasImage())
        end()
        left = clipboard.mimeData()
        assert left is None or not left.hasImage()


def test_what_somebody_else_copied_stays(qtbot: QtBot, page: ExportPage, model: SessionModel) -> None:
    del qtbot, page
    QApplication.clipboard().setText("theirs")
    model.wipe()
    assert QApplication.clipboard().text() == "theirs"


def test_a_file_that_is_gone_is_not_dragged(qtbot: QtBot, page: ExportPage) -> None:
    _save(qtbot, page)
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    row = page.rows[0]
    row.saved.path.unlink()
    qtbot.mousePress(row, LEFT, pos=QPoint(5, 5))
    qtbot.mouseMove(row, QPoint(90, 30))
    qtbot.waitUntil(page.banner.isVisible)
    assert "not there any more" in page.banner.words.text()


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
    side, what = page._beside, page.pictures[0]
    window.resize(720, 480)
    qtbot.waitUntil(lambda: side.x() == 0)
    assert side.y() > what.geometry().bottom(), "below"
    assert side.width() > SIDE_WIDTH
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: side.x() > 300)
    assert side.y() < what.geometry().bottom(), "beside"
    assert side.width() == SIDE_WIDTH
