from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import Bug, EngineDied
from headshot_desktop.core.events import Event, EventKind, Fact
from headshot_desktop.core.marks import Marks
from headshot_desktop.core.request import ExportSpec
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.wire import Content
from headshot_desktop.records.ledger import Ledger
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.consent import ConsentPage
from headshot_desktop.ui.pages.export import ExportPage
from headshot_desktop.ui.question import Question, SavingQuestion, Unsaved, unsaved
from headshot_desktop.ui.report import ReportDialog, report_text
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script
from tests.ui.conftest import Answer

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Saving:
    """A save that is held: `begun` when a file is being written, which ends after `go`."""

    page: ExportPage
    folder: Path
    begun: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)


def _stored() -> list[Path]:
    root = Path(os.environ["XDG_RUNTIME_DIR"])
    return [path for path in root.rglob("*") if path.is_file()]


def _press(qtbot: QtBot, words: str, asked: list[str]) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    asked.append(box.text())
    button = next(button for button in box.buttons() if button.text().replace("&", "") == words)
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, LEFT)


def test_closing_asks_once_about_favourites_that_were_not_exported(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel, soon: Answer
) -> None:
    with_photo.create()
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1 and not with_photo.tasks.busy)
    with_photo.toggle_favourite(with_photo.candidates[0].handle)
    asked: list[str] = []
    soon(lambda: _press(qtbot, "Go back", asked))
    assert not window.close()
    assert window.isVisible()
    soon(lambda: _press(qtbot, "Erase and close", asked))
    assert window.close()
    assert len(asked) == 2, "once each time"
    assert "favourite" in asked[0]


def test_closing_asks_somebody_who_saved_nothing(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel, soon: Answer
) -> None:
    with_photo.create([with_photo.look] * 2)
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 2 and not with_photo.tasks.busy)
    asked: list[str] = []

    def go_back() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        window.close()  # once more does not answer
        asked.extend((box.text(), str(window.isVisible()), str(box.stay.isDefault())))
        qtbot.mouseClick(box.stay, LEFT)

    soon(go_back)
    assert not window.close()
    soon(lambda: _press(qtbot, "Erase and close", asked))
    assert window.close()
    assert window.close(), "a window that is gone asks nothing"
    assert len(asked) == 4, "one question for each attempt"
    assert "2 headshot" in asked[0]
    assert asked[1:3] == ["True", "True"], "what loses nothing is the default"


def test_closing_asks_nothing_of_somebody_who_saved_one(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel, tmp_path: Path
) -> None:
    with_photo.create([with_photo.look] * 2)
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 2 and not with_photo.tasks.busy)
    saved = with_photo.candidates[0]
    with_photo.exports.write(saved, saved.destination, tmp_path / "saved.jpg")
    qtbot.waitUntil(lambda: with_photo.candidates[0].exported and not with_photo.tasks.busy)
    assert not unsaved(with_photo.candidates)
    with_photo.toggle_favourite(with_photo.candidates[1].handle)
    assert unsaved(with_photo.candidates) == Unsaved(favourites=1, headshots=0), (
        "a favourite is asked about all the same"
    )
    with_photo.toggle_favourite(with_photo.candidates[1].handle)
    assert window.close()


@pytest.fixture
def saving(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel, engine: FakeEngine, tmp_path: Path
) -> Iterator[Saving]:
    """A favourite whose save waits until it is let go; its folder holds nothing else."""
    with_photo.create()
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1 and not with_photo.tasks.busy)
    with_photo.toggle_favourite(with_photo.candidates[0].handle)
    folder = tmp_path / "saved"
    folder.mkdir()
    page = window.pages["export"]
    assert isinstance(page, ExportPage)
    window.show_page("export")
    page.place.set_folder(folder)
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    made = Saving(page, folder)

    class Slow(FakeEngine):
        def finish(self, picture: Content, spec: ExportSpec, marks: Marks | None = None) -> bytes:
            made.begun.set()
            made.go.wait(20)
            return super().finish(picture, spec, marks)

    with_photo.studio._engine = Slow(engine.script)
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(made.begun.is_set)
    yield made
    made.go.set()


def _saving_question() -> SavingQuestion:
    box = QApplication.activeModalWidget()
    assert isinstance(box, SavingQuestion)
    return box


def test_closing_while_a_file_is_written_offers_to_wait_and_then_closes(
    qtbot: QtBot, window: MainWindow, saving: Saving, soon: Answer
) -> None:
    asked: list[str] = []

    def wait() -> None:
        box = _saving_question()
        asked.append(box.text())
        assert box.defaultButton() is box.wait, "what loses nothing"
        qtbot.mouseClick(box.wait, LEFT)

    soon(wait)
    assert not window.close()
    assert window.isVisible()
    assert asked == ["1 file(s) are being written just now."]
    assert "favourite" not in asked[0], "which is being saved"
    assert "closes when this is saved" in saving.page.banner.words.text()
    saving.go.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [path.name for path in saving.folder.iterdir()] == ["headshot-linkedin.jpg"], "and nothing more was asked"


def test_closing_while_a_file_is_written_can_stop_it(
    qtbot: QtBot, window: MainWindow, saving: Saving, soon: Answer
) -> None:
    def stop() -> None:
        saving.page.model.tasks.later(saving.go.set)
        qtbot.mouseClick(_saving_question().stop, LEFT)

    soon(stop)
    assert window.close(), "one question is enough"
    assert not window.isVisible()
    assert saving.page.model.exports._round > 0, "what waited is not wanted any more"


def test_going_back_while_a_file_is_written_leaves_everything_as_it_was(
    qtbot: QtBot, window: MainWindow, saving: Saving, soon: Answer
) -> None:
    soon(lambda: qtbot.keyClick(_saving_question(), Qt.Key.Key_Escape))
    assert not window.close()
    saving.go.set()
    qtbot.waitUntil(lambda: len(saving.page.rows) == 1 and not saving.page.model.tasks.busy)
    qtbot.wait(20)
    assert window.isVisible()
    assert window.close(), "it is saved, so nothing is asked"


def test_a_save_that_ends_while_it_is_asked_about_answers_the_question(
    qtbot: QtBot, window: MainWindow, saving: Saving, soon: Answer
) -> None:
    def end() -> None:
        _saving_question()
        saving.go.set()

    soon(end)
    assert window.close()
    qtbot.waitUntil(lambda: not saving.page.model.tasks.busy)
    assert [path.name for path in saving.folder.iterdir()] == ["headshot-linkedin.jpg"]


def test_a_save_that_fails_keeps_the_window_open(
    qtbot: QtBot, window: MainWindow, saving: Saving, soon: Answer, engine: FakeEngine
) -> None:
    soon(lambda: qtbot.mouseClick(_saving_question().wait, LEFT))
    assert not window.close()
    engine.script.errors["finish"] = EngineDied("The engine stopped. Try again.")
    saving.go.set()
    qtbot.waitUntil(lambda: "engine stopped" in saving.page.banner.words.text())
    qtbot.wait(20)
    assert window.isVisible()
    saving.page.model.toggle_favourite(saving.page.model.candidates[0].handle)


def test_closing_with_photos_only_asks_nothing(window: MainWindow, with_photo: SessionModel) -> None:
    assert with_photo.photos
    assert window.close()


def test_closing_while_busy_takes_less_than_two_seconds_and_the_vault_is_gone(
    qtbot: QtBot, tmp_path: Path, photo: Path
) -> None:
    before = _stored()
    engine = FakeEngine(script())
    program = Program(build_studio(engine), Preferences(), tmp_path / "preferences.json")
    qtbot.addWidget(program.window)
    program.window.show()
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: program.model.main is not None and not program.tasks.busy)
    assert len(_stored()) > len(before)
    engine.script.stage_seconds = 60.0
    program.model.create([program.model.look] * 3)
    qtbot.wait(100)
    started = time.monotonic()
    assert program.window.close()
    program.close()
    assert time.monotonic() - started < 2.0
    assert engine.closed
    assert _stored() == before


def test_the_consent_survives_a_window_that_is_closed_at_once(qtbot: QtBot, tmp_path: Path, unanswered: Record) -> None:
    path = tmp_path / "preferences.json"
    program = Program(build_studio(FakeEngine(script()), record=unanswered), Preferences(), path)
    qtbot.addWidget(program.window)
    program.window.show()
    consent = program.window.centralWidget()
    assert isinstance(consent, ConsentPage)
    consent.agree.setFocus()
    qtbot.keyClick(consent.agree, Qt.Key.Key_Space)
    qtbot.mouseClick(consent.begin, LEFT)
    program.window.close()
    program.close()
    assert unanswered.agreed(Purpose.ANALYSIS)


def test_refusing_the_consent_closes_and_keeps_nothing(qtbot: QtBot, tmp_path: Path, unanswered: Record) -> None:
    path = tmp_path / "preferences.json"
    studio = build_studio(FakeEngine(script()), record=unanswered)
    program = Program(studio, Preferences(), path, unprotected=("No sandbox here.",))
    qtbot.addWidget(program.window)
    program.window.show()
    consent = program.window.centralWidget()
    assert isinstance(consent, ConsentPage)
    qtbot.mouseClick(consent.begin, LEFT)
    assert not program.window.pages, "the button does nothing before the box is ticked"
    qtbot.mouseClick(consent.leave, LEFT)
    assert not program.window.isVisible()
    program.close()
    assert list(tmp_path.iterdir()) == []


def test_other_words_ask_again(qtbot: QtBot, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json")
    facts: dict[str, Fact] = {"purpose": "analysis", "version": 1, "text": "0" * 64, "language": "en"}
    ledger.append(Event(EventKind.CONSENT_GIVEN, facts))
    program = Program(build_studio(FakeEngine(script()), record=Record(ledger)), Preferences(), tmp_path / "p.json")
    qtbot.addWidget(program.window)
    assert isinstance(program.window.centralWidget(), ConsentPage)
    program.close()


def test_a_report_holds_no_path_no_name_and_no_picture(qtbot: QtBot, window: MainWindow) -> None:
    trace = (
        "Traceback (most recent call last):\n"
        '  File "/home/anna/headshot_desktop/ui/tasks.py", line 9, in _outcome\n'
        "    result = work()\n"
        "ValueError: cannot open '/home/anna/wedding anna.jpg' in C:\\Users\\anna\\x.png b'\\xff\\xd8\\xff\\xe0JFIF'\n"
    )
    text = report_text(Bug(trace))
    assert not [word for word in ("anna", "wedding", "home", "Users", "JFIF", ".jpg") if word in text]
    assert 'File "tasks.py", line 9' in text
    dialog = ReportDialog(text, window)
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText() == text, "shown before it is saved"
