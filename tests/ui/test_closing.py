from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import Bug
from headshot_desktop.core.events import Event, EventKind, Fact
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.ledger import Ledger
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.consent import ConsentPage
from headshot_desktop.ui.question import Question, Unsaved, unsaved
from headshot_desktop.ui.report import ReportDialog, report_text
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script
from tests.ui.conftest import Answer

LEFT = Qt.MouseButton.LeftButton


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
