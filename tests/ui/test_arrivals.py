"""What is dropped or pasted: taken where it can be, and answered in one sentence where it cannot."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.arrivals import MOST, Reason, dragged, looked_over, sorted_out
from headshot_desktop.ui.clipboard import png_of
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.session_model import SessionModel

LEFT = Qt.MouseButton.LeftButton


def _files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _addresses(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def _text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def _picture() -> QImage:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    return image


def _enter(window: MainWindow, data: QMimeData) -> QDragEnterEvent:
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    return enter


def _drop(window: MainWindow, data: QMimeData) -> None:
    assert _enter(window, data).isAccepted()
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()


def _said(window: MainWindow) -> list[str]:
    return [message.sentence for message in window.pages["photos"].banner.messages]


def _photos(folder: Path, number: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    made = [folder / f"{place:03}.jpg" for place in range(number)]
    for path in made:
        path.write_bytes(b"a photo")
    return made


# ------------------------------------------------------------------ sorting files out


def test_of_a_folder_the_photos_directly_inside_are_taken_by_name(tmp_path: Path) -> None:
    for name in ("b.JPG", "A.png", "c.heic", "notes.txt", ".hidden.jpg"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "d.jpg").write_bytes(b"x")
    (tmp_path / "folder.jpg").mkdir()
    found = sorted_out([tmp_path])
    assert [path.name for path in found.photos] == ["A.png", "b.JPG", "c.heic"]
    assert (found.folders[0].taken, found.folders[0].found, found.left_out) == (3, 3, ())


def test_no_more_are_taken_at_once_than_can_be_looked_at(tmp_path: Path) -> None:
    folder, files = tmp_path / "folder", _photos(tmp_path / "files", 200)
    _photos(folder, MOST + 20)
    from_folder = sorted_out([folder])
    assert len(from_folder.photos) == MOST
    assert (from_folder.folders[0].taken, from_folder.folders[0].found) == (MOST, MOST + 20)
    from_files = sorted_out(files)
    assert from_files.photos == tuple(files[:MOST])
    assert from_files.over == 200 - MOST
    both = sorted_out([*files, folder])
    assert len(both.photos) == MOST
    assert both.folders[0].taken == 0


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("notes.pdf", b"%PDF", Reason.NO_PICTURE),
        ("film.mp4", b"\0\0\0\x18ftypisom", Reason.NO_PICTURE),
        ("unknown.xyz", b"zzzz", Reason.NO_PICTURE),
        ("moving.gif", b"GIF89a", Reason.OTHER_PICTURE),
        ("scan.tiff", b"II*\0", Reason.OTHER_PICTURE),
        ("me.lnk", b"L\0\0\0", Reason.SHORTCUT),
        ("me.desktop", b"[Desktop Entry]", Reason.SHORTCUT),
        ("me.url", b"[InternetShortcut]", Reason.SHORTCUT),
        ("me alias", b"book\0\0\0\0mark\0\0\0\0", Reason.SHORTCUT),
        ("me", b"\xff\xd8\xff\xe0", None),
        ("me.bak", b"\x89PNG\r\n\x1a\n", None),
        ("phone", b"\0\0\0\x18ftypheic", None),
        ("me.jpg", b"anything: the decoder says what is wrong with it", None),
    ],
)
def test_a_file_is_judged_by_its_name_and_its_first_bytes(
    tmp_path: Path, name: str, content: bytes, reason: Reason | None
) -> None:
    (tmp_path / name).write_bytes(content)
    found = sorted_out([tmp_path / name])
    assert [each.reason for each in found.left_out] == ([reason] if reason else [])
    assert len(found.photos) == (reason is None)


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "broken.jpg").symlink_to(tmp_path / "nowhere")
    gone = tmp_path / "gone.jpg"
    found = sorted_out([tmp_path / "empty", tmp_path / "pipe.jpg", tmp_path / "broken.jpg", gone])
    assert [(each.name, each.reason) for each in found.left_out] == [
        ("empty", Reason.EMPTY_FOLDER),
        ("pipe.jpg", Reason.NO_PICTURE),
        ("broken.jpg", Reason.GONE),
        ("gone.jpg", Reason.GONE),
    ]


# ------------------------------------------------------------------ what is offered


def test_a_picture_dragged_out_of_a_browser_is_taken_and_its_address_is_not(tmp_path: Path) -> None:
    data = _addresses("https://example.org/me.jpg")
    data.setImageData(_picture())
    offer = looked_over(data)
    assert offer.image is not None
    assert not offer.paths
    data.setData("image/png", png_of(_picture()))
    assert looked_over(data).content == png_of(_picture()), "bytes go to the decoder as they came"
    path = tmp_path / "me.jpg"
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/me.jpg")])
    assert (looked_over(data).paths, looked_over(data).addresses) == ((path,), 1)


def test_a_picture_inside_an_address_is_taken() -> None:
    content = png_of(_picture())
    data = _addresses("data:image/png;base64," + base64.b64encode(content).decode())
    assert dragged(data) is None
    assert looked_over(data).content == content
    assert looked_over(_addresses("data:image/png;base64,%%%")).refused is Reason.UNREADABLE


def test_what_hangs_at_the_mouse_is_judged_without_the_disk() -> None:
    assert dragged(_files(Path("/nowhere/me.jpg"))) is None
    assert dragged(_files(Path("/nowhere/holiday"))) is None
    assert dragged(_files(Path("/nowhere/a.pdf"), Path("/nowhere/b.png"))) is None
    assert dragged(_files(Path("/nowhere/a.pdf"))) is Reason.NO_PICTURE
    assert dragged(_files(Path("/nowhere/a.lnk"))) is Reason.SHORTCUT
    assert dragged(_addresses("https://example.org/me.jpg")) is Reason.ADDRESS
    assert dragged(_text("https://example.org/me.jpg")) is Reason.ADDRESS
    assert dragged(_text("hello")) is Reason.TEXT
    assert dragged(QMimeData()) is Reason.EMPTY


# ------------------------------------------------------------------ in the window


def test_photos_that_hang_at_the_mouse_are_shown_where_they_land(qtbot: QtBot, window: MainWindow, photo: Path) -> None:
    plain = window.grab().toImage()
    assert _enter(window, _files(photo)).isAccepted()
    assert window.veil.isVisible()
    assert window.veil.geometry() == window.rect()
    assert window.grab().toImage() != plain
    window.resize(800, 560)
    qtbot.waitUntil(lambda: window.veil.geometry() == window.rect())
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.veil.isVisible()
    _drop(window, _files(photo))
    assert not window.veil.isVisible()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_text("hello"), "This is text"),
        (_addresses("https://example.org/me.jpg"), "opens no connection"),
        (_files(Path("/nowhere/me.desktop")), "shortcut"),
        (_files(Path("/nowhere/notes.pdf")), "no photo"),
        (_files(Path("/nowhere/moving.gif")), "Save it as JPEG"),
    ],
    ids=["text", "address", "shortcut", "document", "other picture"],
)
def test_what_cannot_be_dropped_is_refused_in_one_sentence(
    window: MainWindow, model: SessionModel, data: QMimeData, words: str
) -> None:
    for _ in range(2):
        assert not _enter(window, data).isAccepted()
    assert not window.veil.isVisible()
    assert len(_said(window)) == 1
    assert words in _said(window)[0]
    assert not model.tasks.busy


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (QMimeData(), "clipboard is empty"),
        (_text("hello"), "This is text"),
        (_text("https://example.org/me.jpg"), "opens no connection"),
        (_files(Path("/nowhere/me.jpg")), "“me.jpg” is not there any more"),
    ],
    ids=["nothing", "text", "address", "vanished"],
)
def test_what_cannot_be_pasted_is_answered_in_one_sentence(
    qtbot: QtBot, window: MainWindow, model: SessionModel, data: QMimeData, words: str
) -> None:
    window.show_page("look")
    # The clipboard takes what it is given, so it gets its own.
    copy = QMimeData()
    for kind in data.formats():
        copy.setData(kind, data.data(kind))
    QApplication.clipboard().setMimeData(copy)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert window.shown == "photos"
    assert len(_said(window)) == 1
    assert words in _said(window)[0]
    assert model.photos == ()


def test_a_folder_says_how_many_it_brought(
    qtbot: QtBot, window: MainWindow, model: SessionModel, tmp_path: Path
) -> None:
    _photos(tmp_path / "Holiday", 3)
    _drop(window, _files(tmp_path / "Holiday"))
    qtbot.waitUntil(lambda: len(model.photos) == 3)
    assert [entry.photo.name for entry in model.photos] == ["000.jpg", "001.jpg", "002.jpg"]
    assert [sentence.replace("photo(s)", "photos") for sentence in _said(window)] == [
        "3 photos in “Holiday” were taken."
    ]


def test_a_mixture_is_taken_as_far_as_it_can_be_and_every_kind_is_named_once(
    qtbot: QtBot, window: MainWindow, model: SessionModel, photo: Path, tmp_path: Path
) -> None:
    others = [tmp_path / name for name in ("a.pdf", "b.docx", "c.lnk")]
    for path in others:
        path.write_bytes(b"%PDF")
    data = _files(*others, photo, tmp_path / "gone.png")
    data.setUrls([*data.urls(), QUrl("https://example.org/me.jpg")])
    _drop(window, data)
    qtbot.waitUntil(lambda: model.main is not None)
    said = _said(window)
    assert len(said) == 4
    assert sum("are no photos" in sentence and sentence.startswith("2 ") for sentence in said) == 1
    for words in ("“c.lnk” is a shortcut", "“gone.png” is not there", "opens no connection"):
        assert sum(words in sentence for sentence in said) == 1
    _drop(window, _files(photo))
    qtbot.waitUntil(lambda: len(model.photos) == 2)
    assert not _said(window), "what was said about an earlier drop is over"


def test_two_hundred_files_are_answered(qtbot: QtBot, window: MainWindow, model: SessionModel, tmp_path: Path) -> None:
    _drop(window, _files(*_photos(tmp_path / "files", 200)))
    qtbot.waitUntil(lambda: len(model.photos) == MOST, timeout=60_000)
    assert len(_said(window)) == 1
    assert _said(window)[0].startswith("150 ")
    qtbot.waitUntil(lambda: not model.tasks.busy, timeout=60_000)
    assert len(model.photos) == MOST


def test_what_is_sorted_out_during_a_wipe_does_not_come_into_the_new_vault(
    qtbot: QtBot, window: MainWindow, model: SessionModel, photo: Path
) -> None:
    _drop(window, _files(photo))
    model.wipe()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    qtbot.wait(50)
    assert model.photos == ()


def test_nothing_is_taken_while_the_pictures_are_locked(
    qtbot: QtBot, window: MainWindow, model: SessionModel, photo: Path
) -> None:
    _enter(window, _files(photo))
    model.lock()
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert not window.veil.isVisible()
    assert not _enter(window, _files(photo)).isAccepted()
    QApplication.clipboard().setImage(_picture())
    window.paste()
    assert not _said(window)
    assert model.photos == ()
