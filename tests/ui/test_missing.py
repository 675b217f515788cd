"""A protection that is missing is accepted before any page exists; no more is said than is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import MachineError
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences, fingerprint, read_preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.clipboard import copy, forget
from headshot_desktop.ui.pages.missing import MissingPage
from headshot_desktop.ui.pages.privacy import PrivacyPage

MISSING = ("The network is not closed.",)
MORE = (*MISSING, "Other programs can read its memory.")
Start = Callable[[tuple[str, ...], str], Program]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, engine: FakeEngine, unanswered: Record) -> Iterator[Start]:
    opened: list[Program] = []

    def begin(missing: tuple[str, ...], accepted: str) -> Program:
        unanswered.give(Purpose.ANALYSIS, "en")
        studio = build_studio(engine, record=unanswered, unprotected=missing, accept_unprotected=True)
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
