"""The switch of the marks, where it is and what it says, and “Check a picture”."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.events import EventKind
from headshot_desktop.core.mark_words import NO_PICTURE, NOTHING, WITHOUT
from headshot_desktop.core.marks import Carried, Holding, Marks, SourceType
from headshot_desktop.core.policy import Managed, Policy
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.check_picture import CheckDialog
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.export import ExportPage
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, with_photo: SessionModel, tmp_path: Path) -> ExportPage:
    """The page with one headshot before light grey paper."""
    found = window.pages["export"]
    assert isinstance(found, ExportPage)
    with_photo.create([with_photo.studio.catalogue.look("light-grey")])
    qtbot.waitUntil(lambda: bool(with_photo.candidates) and not with_photo.tasks.busy)
    window.show_page("export")
    found.place.set_folder(tmp_path)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    return found


def _save(qtbot: QtBot, page: ExportPage) -> None:
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(lambda: not page.model.tasks.busy and not page.model.exports.waiting)


def _marked(program: Program) -> list[object]:
    return [event.facts["marked"] for event in program.studio.record.events() if event.kind is EventKind.EXPORTED]


# ------------------------------------------------------------------ the switch


def test_files_are_marked_unless_somebody_says_otherwise(
    qtbot: QtBot, page: ExportPage, engine: FakeEngine, program: Program
) -> None:
    assert page.marks.switch.isChecked()
    _save(qtbot, page)
    marks = engine.marked[-1]
    assert isinstance(marks, Marks)
    assert marks.source is SourceType.COMPOSITE_SYNTHETIC
    assert _marked(program)[-1] is True


def test_what_the_file_will_say_stands_beside_the_switch(page: ExportPage) -> None:
    assert "put together with something that a program has drawn" in page.marks.each.text()
    assert "light and colours corrected" in page.marks.each.text()
    assert "No name" in page.marks.says.text()
    assert page.marks.each.isHidden(), "behind the question"
    assert page.marks.says.isHidden()
    page.marks.why.click()
    assert page.marks.each.isVisibleTo(page)
    assert page.marks.says.isVisibleTo(page)


def test_what_leaving_it_out_means_is_said_before_and_after(page: ExportPage) -> None:
    for _ in range(2):
        for sentence in WITHOUT:
            assert sentence in page.marks.switch.accessibleDescription()
        assert [part.text() for part in page.marks.without] == list(WITHOUT)
        assert page.marks.brief.isVisibleTo(page)
        assert not any(part.isVisibleTo(page) for part in page.marks.without), "one line, until somebody asks"
        page.marks.why.click()
        assert all(part.isVisibleTo(page) for part in page.marks.without)
        page.marks.why.click()
        page.marks.switch.click()
    assert page.marks.switch.isChecked()


def test_the_one_line_follows_the_switch(page: ExportPage) -> None:
    assert page.marks.brief.text() == "The file tells everyone that a program worked on it."
    page.marks.switch.click()
    assert page.marks.brief.text() == "The file will not tell that a program worked on it."
    page.marks.switch.click()


def test_what_will_be_written_stands_before_the_marks_and_beside_save(page: ExportPage) -> None:
    assert (
        page.facts.mapTo(page, page.facts.rect().topLeft()).y()
        < page.marks.mapTo(page, page.marks.rect().topLeft()).y()
    )
    assert page.facts.height() > page.marks.height()
    assert page.summary.isVisible()
    assert page.summary.names.text() == "headshot-linkedin.jpg"
    assert page.summary.names.property("role") == "heading"
    assert page.summary.sizes.text() == "800 × 800 pixels · JPEG · at most 8 MB"
    assert page.summary.geometry().right() < page.save.x()


def test_switched_off_nothing_is_written_and_that_is_remembered(
    qtbot: QtBot, page: ExportPage, engine: FakeEngine, program: Program, tmp_path: Path
) -> None:
    before = len(program.studio.record.events())
    page.marks.why.click()
    page.marks.switch.click()
    assert page.marks.says.isHidden()
    assert page.marks.each.isHidden()
    _save(qtbot, page)
    assert engine.marked[-1] is None
    noted = list(program.studio.record.events()[before:])
    assert {event.kind: event.facts for event in noted}[EventKind.MARKS_CHANGED] == {"on": False}
    assert _marked(program)[-1] is False
    settings = program.window.pages["settings"].editors["marks"]  # type: ignore[attr-defined]
    assert isinstance(settings, QCheckBox)
    assert not settings.isChecked()
    qtbot.waitUntil(lambda: json.loads((tmp_path / "preferences.json").read_text())["settings"] == {"marks": False})
    settings.click()
    assert page.marks.switch.isChecked()
    _save(qtbot, page)
    qtbot.waitUntil(lambda: page.question.isVisible() or engine.marked[-1] is not None)


def test_what_was_set_holds_at_the_next_start_and_is_no_change(qtbot: QtBot, tmp_path: Path) -> None:
    studio = build_studio(FakeEngine(script()), marks=False)
    before = len(studio.record.events())
    made = Program(studio, Preferences({"marks": False}), tmp_path / "preferences.json")
    qtbot.addWidget(made.window)
    page = made.window.pages["export"]
    assert isinstance(page, ExportPage)
    assert not page.marks.switch.isChecked()
    qtbot.waitUntil(lambda: not made.tasks.busy)
    assert not studio.marks
    assert EventKind.MARKS_CHANGED not in [event.kind for event in studio.record.events()[before:]]
    made.close()


@pytest.fixture
def managed(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """A window of an organisation that wants the marks; the person has once switched them off."""
    studio = build_studio(FakeEngine(script()), managed=Managed((Policy("it.json", {"marks": True}),)), marks=False)
    made = Program(studio, Preferences({"marks": False}), tmp_path / "preferences.json")
    qtbot.addWidget(made.window)
    yield made
    made.close()


def test_a_policy_locks_them_on(managed: Program, qtbot: QtBot) -> None:
    page = managed.window.pages["export"]
    assert isinstance(page, ExportPage)
    assert page.marks.switch.isChecked()
    assert not page.marks.switch.isEnabled()
    assert managed.studio.marks
    managed.model.marking.switch(on=False)  # as if the window had been tricked
    qtbot.waitUntil(lambda: not managed.tasks.busy)
    assert managed.studio.marks, "Studio refuses"
    assert page.marks.switch.isChecked(), "and the window shows what is"
    assert "requires" in page.banner.words.text()


# ------------------------------------------------------------------ check a picture


@pytest.fixture
def dialog(qtbot: QtBot, page: ExportPage) -> CheckDialog:
    """Opened by its button."""
    qtbot.mouseClick(page.check, LEFT)
    found = page.findChild(CheckDialog)
    assert isinstance(found, CheckDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def _file(tmp_path: Path, name: str = "someone's.png") -> Path:
    path = tmp_path / name
    path.write_bytes(b"\x89PNG some picture")
    return path


def _drop(dialog: CheckDialog, *urls: QUrl) -> bool:
    data = QMimeData()
    data.setUrls(list(urls))
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(40, 40), actions, data, buttons, keys)
    entered.setAccepted(False)
    dialog.dragEnterEvent(entered)
    dialog.dropEvent(QDropEvent(QPointF(40, 40), actions, data, buttons, keys))
    return entered.isAccepted()


@pytest.mark.parametrize(
    ("found", "role", "words"),
    [
        (Carried("png"), "", str(NOTHING)),
        (Carried(""), "", str(NO_PICTURE)),
        (Carried("png", holding=Holding.INTACT, sources=("trainedAlgorithmicMedia",)), "good", "nothing was changed"),
        (Carried("png", holding=Holding.CHANGED, sources=("digitalCapture",)), "bad", "was changed after"),
        (Carried("png", holding=Holding.DOUBTFUL), "warning", "cannot be confirmed"),
    ],
)
def test_a_dropped_file_is_told(
    qtbot: QtBot, dialog: CheckDialog, engine: FakeEngine, tmp_path: Path, found: Carried, role: str, words: str
) -> None:
    engine.script.carried = found
    assert _drop(dialog, QUrl.fromLocalFile(str(_file(tmp_path))))
    qtbot.waitUntil(lambda: words in dialog.head.text())
    assert dialog.head.property("role") == role
    assert dialog.name.text() == "someone's.png"
    assert ("made by an AI" in dialog.rest.text()) is (found.holding is Holding.INTACT)
    assert "camera" not in dialog.rest.text(), "what does not hold is not repeated as if it did"


def test_an_address_is_not_taken(dialog: CheckDialog) -> None:
    assert not _drop(dialog, QUrl("https://192.0.2.1/picture.png"))
    assert dialog.head.text() == ""


def test_what_cannot_be_read_is_told_with_what_to_do(
    qtbot: QtBot, dialog: CheckDialog, engine: FakeEngine, tmp_path: Path
) -> None:
    dialog.check(tmp_path / "gone.png")
    qtbot.waitUntil(lambda: dialog.head.property("role") == "warning")
    engine.script.errors["check"] = PhotoRefused("This file took too long to read.", code="too-slow")
    dialog.check(_file(tmp_path))
    qtbot.waitUntil(lambda: "too long" in dialog.head.text())


def test_only_the_last_file_is_shown(qtbot: QtBot, dialog: CheckDialog, engine: FakeEngine, tmp_path: Path) -> None:
    engine.script.carried = Carried("png", "composite")
    dialog.check(tmp_path / "gone.png")
    dialog.check(_file(tmp_path))
    qtbot.waitUntil(lambda: not dialog._marking._tasks.busy)
    assert dialog.name.text() == "someone's.png"
    assert "several pictures" in dialog.rest.text()


def test_a_wipe_closes_it(qtbot: QtBot, dialog: CheckDialog, model: SessionModel) -> None:
    """The name of a file is on the screen."""
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished) as closed:
        model.wipe()
    assert closed.signal_triggered
    assert not dialog.isVisible()


def test_closed_before_the_answer_nothing_happens(
    qtbot: QtBot, dialog: CheckDialog, model: SessionModel, tmp_path: Path
) -> None:
    dialog.check(_file(tmp_path))
    dialog.reject()
    qtbot.waitUntil(lambda: not model.tasks.busy)


def test_the_place_is_a_button_for_keyboard_and_screen_reader(
    qtbot: QtBot, dialog: CheckDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path)
    monkeypatch.setattr("headshot_desktop.ui.check_picture.choose_photos", lambda *_: [path])
    assert dialog.place.accessibleName()
    qtbot.keyClick(dialog.place, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(NOTHING) in dialog.head.text())
