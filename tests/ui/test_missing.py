"""A protection that is missing is accepted before any page exists; no more is said than is known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import MachineError
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine
from headshot_desktop.records.preferences import Preferences, fingerprint, read_preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.clipboard import copy, forget
from headshot_desktop.ui.pages.missing import MissingPage
from headshot_desktop.ui.pages.privacy import PrivacyPage
from headshot_desktop.ui.session_model import SessionModel
from tests.unfiltered import LACKING, WORKER

MISSING = ("The network is not closed.",)
MORE = (*MISSING, "Other programs can read its memory.")
Start = Callable[..., Program]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, engine: FakeEngine, unanswered: Record) -> Iterator[Start]:
    opened: list[Program] = []

    def begin(missing: tuple[str, ...], accepted: str, real: Engine | None = None) -> Program:
        unanswered.give(Purpose.ANALYSIS, "en")
        studio = build_studio(real or engine, record=unanswered, unprotected=missing)
        program = Program(studio, Preferences(accepted=accepted), tmp_path / "preferences.json", missing)
        opened.append(program)
        qtbot.addWidget(program.window, before_close_func=lambda _: program.model.wipe())
        program.window.show()
        return program

    yield begin
    for program in opened:
        program.close()


@pytest.mark.parametrize(("missing", "accepted"), [((), ""), (MISSING, fingerprint(MISSING))])
def test_nothing_new_is_missing(start: Start, missing: tuple[str, ...], accepted: str) -> None:
    assert start(missing, accepted).window.shown == "photos"


@pytest.mark.parametrize("accepted", ["", fingerprint(MISSING)])
def test_what_is_new_is_asked_before_any_page_exists(qtbot: QtBot, start: Start, tmp_path: Path, accepted: str) -> None:
    program = start(MORE, accepted)
    page = program.window.centralWidget()
    assert isinstance(page, MissingPage)
    assert not program.window.pages
    page.go_on.click()
    assert program.window.shown == "photos"
    path = tmp_path / "preferences.json"
    qtbot.waitUntil(lambda: read_preferences(path).accepted == fingerprint(MORE))


def _question(program: Program) -> MissingPage | None:
    page = program.window.missing
    return page if page is not None and program.window.whole.currentWidget() is page else None


def _words(page: MissingPage) -> str:
    return "\n".join(part.text() for part in page.findChildren(QLabel))


def _looked_at(model: SessionModel) -> bool:
    return bool(model.photos) and not model.tasks.busy and model.photos[0].inspection is not None


def test_what_only_the_engine_lacks_is_asked_before_the_first_photo(
    qtbot: QtBot, start: Start, tmp_path: Path, engine: FakeEngine, photo: Path
) -> None:
    engine.script.unprotected = MORE
    program = start(MISSING, fingerprint(MISSING))
    refused: list[str] = []
    program.model.failed.connect(lambda _, error: refused.append(error.code))
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: _question(program) is not None and not program.tasks.busy)
    page = _question(program)
    assert page is not None
    assert all(sentence in _words(page) for sentence in MORE)
    assert refused == ["unprotected"]
    assert program.model.items == (), "nothing of it was taken"
    page.go_on.click()
    assert program.window.missing is None
    assert program.window.whole.currentIndex() == 0
    path = tmp_path / "preferences.json"
    qtbot.waitUntil(lambda: read_preferences(path).accepted == fingerprint(MORE))
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: _looked_at(program.model))
    assert engine.accepted == set(MORE)
    assert "Other programs" in program.window.shield.network.toolTip()


def test_only_what_the_page_has_named_is_accepted(qtbot: QtBot, start: Start, engine: FakeEngine) -> None:
    """The first question is on the screen, and only then the engine tells what it lacks besides."""
    program = start(MISSING, fingerprint(MISSING))
    qtbot.waitUntil(lambda: not program.tasks.busy)
    program.window.ask()
    page = program.window.consent
    assert page is not None
    engine.script.unprotected = MORE
    program._examined = False
    program._examine()
    qtbot.waitUntil(lambda: program.window.missing is not None and not program.tasks.busy)
    page.answered.emit((Purpose.ANALYSIS,))
    qtbot.waitUntil(lambda: not program.tasks.busy)
    assert program.preferences.accepted == fingerprint(MISSING), "the page said no more than that"
    assert engine.accepted == set(MISSING)
    question = _question(program)
    assert question is not None, "the rest is asked now"
    question.go_on.click()
    assert program.preferences.accepted == fingerprint(MORE)


def test_what_is_there_again_has_to_be_accepted_again(
    qtbot: QtBot, start: Start, tmp_path: Path, engine: FakeEngine
) -> None:
    engine.script.unprotected = MISSING
    program = start((), fingerprint(MORE))
    path = tmp_path / "preferences.json"
    qtbot.waitUntil(lambda: path.exists() and not program.tasks.busy)
    assert read_preferences(path).accepted == fingerprint(MISSING)
    assert _question(program) is None


def test_refusing_what_the_engine_lacks_closes(qtbot: QtBot, start: Start, tmp_path: Path, engine: FakeEngine) -> None:
    engine.script.unprotected = MISSING
    program = start((), "")
    qtbot.waitUntil(lambda: _question(program) is not None)
    page = _question(program)
    assert page is not None
    page.leave.click()
    assert not program.window.isVisible()
    assert engine.accepted == frozenset()
    assert not (tmp_path / "preferences.json").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")
def test_a_real_engine_without_its_filter_gets_no_photo_before_the_answer(
    qtbot: QtBot, start: Start, tmp_path: Path, photo: Path
) -> None:
    program = start((), "", ProcessEngine(worker_command=WORKER))
    qtbot.waitUntil(lambda: _question(program) is not None, timeout=60_000)
    page = _question(program)
    assert page is not None
    assert all(sentence in _words(page) for sentence in LACKING)
    program.model.add_files([photo])
    with qtbot.waitSignal(program.model.failed) as failed:
        pass
    assert failed.args is not None
    assert failed.args[1].code == "unprotected"
    page = _question(program)
    assert page is not None, "and it is asked again"
    page.go_on.click()
    path = tmp_path / "preferences.json"
    qtbot.waitUntil(lambda: read_preferences(path).accepted == fingerprint(LACKING))
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: not program.tasks.busy and bool(program.model.photos), timeout=60_000)
    found = program.model.photos[0]
    assert found.inspection is not None or found.refusal is not None, "the engine has looked at it"


def test_erased_is_said_only_when_it_is(qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    program = start((), "")
    said: list[None] = []

    def fails(*_: object) -> None:
        raise MachineError("It does not work.")

    with monkeypatch.context() as patched:
        patched.setattr(program.studio, "wipe", fails)
        with qtbot.waitSignal(program.model.failed):
            program.model.wipe(done=said.append)
    assert not said
    page = program.window.pages["privacy"]
    assert isinstance(page, PrivacyPage)
    program.model.wipe(done=said.append)
    qtbot.waitUntil(lambda: bool(said))


@pytest.mark.usefixtures("qtbot")
def test_the_file_is_copied_beside_its_pixels_or_alone(tmp_path: Path) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    path = tmp_path / "me.jpg"
    for pixels in (image, None):
        copy(pixels, path)
        data = QApplication.clipboard().mimeData()
        assert data.urls() == [QUrl.fromLocalFile(str(path))]
        assert data.hasImage() is (pixels is not None)
    forget()
