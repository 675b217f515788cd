"""The questions of the first start, their answers, and P18 in the window: taken back at each step, all is gone."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QSize, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import TEXTS, Purpose
from headshot_desktop.core.events import Event, EventKind, WipeReason
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Rendering
from headshot_desktop.records.ledger import Ledger
from headshot_desktop.records.preferences import Preferences, read_preferences
from headshot_desktop.records.statistics import Statistics
from headshot_desktop.ui.application import Program, translate
from headshot_desktop.ui.main_window import LEAST
from headshot_desktop.ui.pages.consent import ConsentPage
from tests.scripts import script

LEFT = Qt.MouseButton.LeftButton
MOST_SECONDS = 2.0
Start = Callable[[Record], Program]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, engine: FakeEngine) -> Iterator[Start]:
    """Opens the window over a record."""
    opened: list[Program] = []

    def begin(record: Record) -> Program:
        program = Program(build_studio(engine, record=record), Preferences(), tmp_path / "preferences.json")
        opened.append(program)
        qtbot.addWidget(program.window, before_close_func=lambda _: program.model.wipe())
        program.window.show()
        return program

    yield begin
    for program in opened:
        program.close()


def _page(program: Program) -> ConsentPage:
    assert program.window.consent is not None
    return program.window.consent


def test_no_box_is_ticked_and_only_the_first_is_needed(qtbot: QtBot, start: Start, unanswered: Record) -> None:
    page = _page(start(unanswered))
    assert list(page.boxes) == [Purpose.ANALYSIS, Purpose.STATISTICS], "what cannot be done is not asked for"
    assert not any(box.isChecked() for box in page.boxes.values())
    assert not page.begin.isEnabled()
    qtbot.mouseClick(page.boxes[Purpose.STATISTICS], LEFT, pos=page.boxes[Purpose.STATISTICS].rect().center() / 4)
    page.boxes[Purpose.STATISTICS].setChecked(True)
    assert not page.begin.isEnabled(), "another answer is no answer to the first"
    page.boxes[Purpose.STATISTICS].setChecked(False)
    page.agree.setChecked(True)
    assert page.begin.isEnabled()


def test_yes_and_no_have_the_same_weight(qtbot: QtBot, start: Start, unanswered: Record) -> None:
    program = start(unanswered)
    page = _page(program)
    page.agree.setChecked(True)
    qtbot.waitExposed(program.window)
    assert page.begin.size() == page.leave.size()
    assert page.begin.property("role") == page.leave.property("role")
    assert page.begin.y() == page.leave.y()
    assert page.begin.isDefault() == page.leave.isDefault()


@pytest.mark.parametrize("purposes", [(Purpose.ANALYSIS,), (Purpose.ANALYSIS, Purpose.STATISTICS)])
def test_exactly_what_was_ticked_is_recorded(
    qtbot: QtBot, start: Start, unanswered: Record, purposes: tuple[Purpose, ...]
) -> None:
    program = start(unanswered)
    page = _page(program)
    for purpose in purposes:
        page.boxes[purpose].setChecked(True)
    qtbot.mouseClick(page.begin, LEFT)
    assert program.window.shown == "photos"
    qtbot.waitUntil(lambda: set(unanswered.consents()) == set(purposes))
    for event in unanswered.events():
        assert event.facts["language"] == "en"
        assert event.facts["text"] == TEXTS[Purpose(str(event.facts["purpose"]))].hash


def test_keyboard_alone_reaches_every_answer(qtbot: QtBot, start: Start, unanswered: Record) -> None:
    program = start(unanswered)
    page = _page(program)
    program.window.activateWindow()
    qtbot.waitUntil(page.agree.hasFocus)
    passed = []
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        focus = program.window.focusWidget()
        assert focus is not None
        passed.append(focus)
        qtbot.keyClick(focus, key)
    assert passed[2] is page.boxes[Purpose.STATISTICS]
    assert passed[4] is page.leave
    assert page.begin.hasFocus()
    qtbot.keyClick(page.begin, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(unanswered.consents()) == 2)


def test_a_screen_reader_hears_question_meaning_and_withdrawal(start: Start, unanswered: Record) -> None:
    page = _page(start(unanswered))
    for purpose in (Purpose.ANALYSIS, Purpose.STATISTICS):
        box, text = page.boxes[purpose], TEXTS[purpose]
        assert box.text() == text.question
        assert box.accessibleDescription() == f"{text.explanation} {text.withdrawal}"
        assert box.accessibleDescription() in {words.text() for words in page.findChildren(QLabel)}, "and it is shown"


def test_all_of_it_can_be_read_in_the_smallest_window(qtbot: QtBot, start: Start, unanswered: Record) -> None:
    program = start(unanswered)
    program.window.resize(QSize(LEAST))
    page = _page(program)
    qtbot.waitUntil(lambda: page.width() == LEAST.width())
    assert page.area.horizontalScrollBar().maximum() == 0
    for part in (*page.findChildren(QAbstractButton), *page.findChildren(QLabel)):
        if part.isVisible():
            assert part.width() >= part.minimumSizeHint().width(), part
            assert part.height() >= part.heightForWidth(part.width()) or not part.hasHeightForWidth(), part


@pytest.mark.parametrize("size", [LEAST, QSize(1280, 800)], ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_the_answer_is_always_in_view(
    qtbot: QtBot, qapp: QApplication, start: Start, unanswered: Record, language: str, size: QSize
) -> None:
    before, installed = QLocale(), translate(qapp, language)
    try:
        program = start(unanswered)
        program.window.resize(QSize(size))
        page = _page(program)
        qtbot.waitUntil(lambda: page.width() == size.width() and page.area.verticalScrollBar().value() == 0)
        qtbot.wait(20)
        for button in (page.leave, page.begin):
            assert button.visibleRegion().boundingRect() == button.rect(), "without scrolling"
            assert not page.area.isAncestorOf(button)
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)


def test_another_language_takes_effect_at_once_and_is_kept(
    qtbot: QtBot, qapp: QApplication, start: Start, unanswered: Record, tmp_path: Path
) -> None:
    before = QLocale()
    try:
        program = start(unanswered)
        first = _page(program)
        first.agree.setChecked(True)
        assert [first.language.itemText(place) for place in range(3)] == ["English", "Deutsch", "Español"]
        first.language.setFocus()
        qtbot.keyClick(first.language, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: program.window.consent is not first)
        page = _page(program)
        assert page.language.currentText() == "Deutsch"
        assert page.leave.text() == "Programm schließen"
        assert not page.agree.isChecked(), "the answer was to words in another language"
        page.agree.setChecked(True)
        qtbot.mouseClick(page.begin, LEFT)
        qtbot.waitUntil(lambda: bool(unanswered.consents()))
        assert unanswered.events()[0].facts["language"] == "de"
        assert program.window.pages["photos"].title() == "Fotos"
        qtbot.waitUntil(lambda: not program.tasks.busy)
        assert read_preferences(tmp_path / "preferences.json").settings == {"language": "de"}
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)


def test_with_pages_behind_it_the_language_is_not_offered(qtbot: QtBot, start: Start, record: Record) -> None:
    program = start(record)
    program.model.revoke(Purpose.ANALYSIS)
    qtbot.waitUntil(lambda: program.window.consent is not None)
    assert not _page(program).language.isVisible(), "they would stay in the other one"


# ---------------------------------------------------------------------- P18


def _vault_files() -> list[Path]:
    """Sealed pictures; `os.walk` does not mind that a folder goes while it is looked at."""
    places = os.walk(os.environ["XDG_RUNTIME_DIR"])
    return [Path(folder) / name for folder, _, names in places if folder.endswith("objects") for name in names]


def _added(qtbot: QtBot, program: Program, photo: Path) -> None:
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: bool(program.model.photos))


def _inspected(qtbot: QtBot, program: Program, photo: Path) -> None:
    _added(qtbot, program, photo)
    qtbot.waitUntil(lambda: program.model.main is not None and not program.tasks.busy)


def _previewing(qtbot: QtBot, program: Program, photo: Path) -> None:
    program.engine.script.preview_seconds = 60.0  # type: ignore[attr-defined]
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: program.model.main is not None)
    qtbot.wait(50)


def _rendering(qtbot: QtBot, program: Program, photo: Path) -> None:
    _inspected(qtbot, program, photo)
    program.engine.script.stage_seconds = 60.0  # type: ignore[attr-defined]
    program.model.create([program.model.look] * 3)
    qtbot.waitUntil(lambda: program.model.making.busy)
    qtbot.wait(50)


def _reviewed(qtbot: QtBot, program: Program, photo: Path) -> None:
    _inspected(qtbot, program, photo)
    program.model.create()
    qtbot.waitUntil(lambda: bool(program.model.candidates) and not program.tasks.busy)
    program.window.show_page("review")


def _exporting(qtbot: QtBot, program: Program, photo: Path) -> None:
    _reviewed(qtbot, program, photo)
    program.engine.script.stage_seconds = 60.0  # type: ignore[attr-defined]
    entry = program.model.candidates[0]
    other = next(each for each in program.studio.catalogue.destinations if each != entry.destination)
    program.model.exports.write(entry, other, photo.with_name("exported.png"))
    qtbot.wait(50)


def _locked(qtbot: QtBot, program: Program, photo: Path) -> None:
    _reviewed(qtbot, program, photo)
    program.model.lock()
    qtbot.waitUntil(lambda: program.studio._vault.locked)


STEPS = {
    "photo added": _added,
    "inspected": _inspected,
    "previewing": _previewing,
    "rendering": _rendering,
    "reviewed": _reviewed,
    "exporting": _exporting,
    "locked": _locked,
}


@pytest.mark.parametrize("elsewhere", [False, True], ids=["in the window", "by another program"])
@pytest.mark.parametrize("step", STEPS)
def test_taken_back_at_each_step_everything_is_gone_in_two_seconds(
    qtbot: QtBot, start: Start, record: Record, engine: FakeEngine, photo: Path, step: str, elsewhere: bool
) -> None:
    before = _vault_files()
    program = start(record)
    program.engine = engine  # type: ignore[attr-defined]
    STEPS[step](qtbot, program, photo)
    assert len(_vault_files()) > len(before), "positive control: something was stored"
    began = time.monotonic()
    if elsewhere:
        Record(Ledger(photo.parent / "record" / "ledger.json")).revoke(Purpose.ANALYSIS)
    else:
        program.model.revoke(Purpose.ANALYSIS)
    qtbot.waitUntil(lambda: _vault_files() == before and program.window.consent is not None, timeout=5000)
    seconds = time.monotonic() - began
    assert seconds < MOST_SECONDS, f"{seconds:.1f} s"
    qtbot.waitUntil(lambda: not program.tasks.busy)
    assert _vault_files() == before, "nothing came after"
    assert program.studio.items() == ()
    assert program.model.photos == ()
    assert program.model.candidates == ()
    assert not photo.with_name("exported.png").exists()
    kinds = [event.kind for event in record.events()]
    assert kinds.count(EventKind.CONSENT_REVOKED) == 1
    wiped = [event for event in record.events() if event.kind is EventKind.WIPED]
    assert [event.facts["reason"] for event in wiped] == [WipeReason.REVOKED]
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: not program.tasks.busy)
    assert _vault_files() == before, "and nothing is taken in any more"


def test_the_question_comes_back_and_the_window_goes_on_after_a_new_answer(
    qtbot: QtBot, start: Start, record: Record, photo: Path
) -> None:
    program = start(record)
    program.window.show_page("privacy")
    program.model.revoke(Purpose.ANALYSIS)
    qtbot.waitUntil(lambda: program.window.consent is not None)
    page = _page(program)
    assert page.isVisible()
    assert not page.agree.isChecked()
    words = " ".join(words.text() for words in page.findChildren(QLabel))
    assert "Your answer was taken back" in words
    page.agree.setChecked(True)
    qtbot.mouseClick(page.begin, LEFT)
    assert program.window.shown == "photos"
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: program.model.main is not None)
    assert record.agreed(Purpose.ANALYSIS)


def test_locking_does_not_lead_around_the_question(qtbot: QtBot, start: Start, record: Record) -> None:
    program = start(record)
    program.model.revoke(Purpose.ANALYSIS)
    qtbot.waitUntil(lambda: program.window.consent is not None)
    program.model.lock()
    assert program.window.locked.isVisible()
    program.model.unlock()
    qtbot.waitUntil(lambda: not program.model.locked)
    assert _page(program).isVisible()
    assert not program.window.stack.isVisible()


@pytest.mark.parametrize("noted", [False, True], ids=["changed", "and begun anew"])
def test_a_changed_record_asks_again_but_erases_nothing(
    qtbot: QtBot, start: Start, record: Record, photo: Path, tmp_path: Path, noted: bool
) -> None:
    program = start(record)
    _inspected(qtbot, program, photo)
    path = tmp_path / "record" / "ledger.json"
    path.write_bytes(path.read_bytes().replace(b'"version": 2', b'"version": 3'))
    if noted:
        record.note(Event(EventKind.EXPORTED, {"pictures": 1, "marked": True}))
        assert record.whole
    qtbot.waitUntil(lambda: program.window.consent is not None)
    assert "changed from outside" in " ".join(words.text() for words in _page(program).findChildren(QLabel))
    assert program.model.main is not None
    page = _page(program)
    page.agree.setChecked(True)
    qtbot.mouseClick(page.begin, LEFT)
    qtbot.waitUntil(lambda: record.agreed(Purpose.ANALYSIS))
    assert program.studio.items()


def test_deleting_the_record_asks_again_and_erases(
    qtbot: QtBot, start: Start, record: Record, photo: Path, tmp_path: Path
) -> None:
    program = start(record)
    _inspected(qtbot, program, photo)
    program.model.delete_record()
    qtbot.waitUntil(lambda: program.window.consent is not None)
    assert program.studio.items() == ()
    assert list((tmp_path / "record").iterdir()) == []


def test_statistics_are_taken_back_alone(qtbot: QtBot, start: Start, tmp_path: Path, photo: Path) -> None:
    record = Record(Ledger(tmp_path / "l.json"), Statistics(tmp_path / "s.json"))
    record.give(Purpose.ANALYSIS, "en")
    program = start(record)
    program.model.give(Purpose.STATISTICS)
    qtbot.waitUntil(lambda: record.agreed(Purpose.STATISTICS))
    _reviewed(qtbot, program, photo)
    program.model.exports.write(program.model.candidates[0], program.model.destinations[0], tmp_path / "a.png")
    qtbot.waitUntil(lambda: not program.tasks.busy)
    with qtbot.waitSignal(program.model.consents_changed):
        program.model.revoke(Purpose.STATISTICS)
    assert not (tmp_path / "s.json").exists()
    assert program.window.consent is None
    assert program.model.candidates


def test_an_answer_that_cannot_be_recorded_counts_until_the_window_closes(
    qtbot: QtBot, start: Start, tmp_path: Path, photo: Path
) -> None:
    (tmp_path / "file").write_text("")
    record = Record(Ledger(tmp_path / "file" / "ledger.json"))
    program = start(record)
    page = _page(program)
    page.agree.setChecked(True)
    qtbot.mouseClick(page.begin, LEFT)
    _inspected(qtbot, program, photo)
    assert any("you will be asked again" in notice for notice in program.studio.notices)


def test_an_answer_that_is_taken_back_just_before_closing_is_recorded(
    qtbot: QtBot, tmp_path: Path, record: Record, photo: Path
) -> None:
    """The worker is busy with something that cannot be stopped at once."""

    class Deaf(FakeEngine):
        def render(self, *arguments: Any, **options: Any) -> Rendering:
            time.sleep(0.8)
            return super().render(*arguments, **options)

    program = Program(build_studio(Deaf(script()), record=record), Preferences(), tmp_path / "p.json")
    qtbot.addWidget(program.window)
    program.window.show()
    _inspected(qtbot, program, photo)
    program.model.create()
    qtbot.wait(100)
    program.model.revoke(Purpose.ANALYSIS)
    program.window.close()
    program.close()
    assert not record.agreed(Purpose.ANALYSIS)
