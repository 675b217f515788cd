"""A record of the app lock that cannot be read: a sentence and a way out, with real files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.pages.settings import SettingsPage
from headshot_desktop.vault.app_lock import AppLock
from tests.scripts import script
from tests.vault.locks import WORDS, app_lock

Start = Callable[[], Program]


@pytest.fixture
def lock(tmp_path: Path) -> AppLock:
    return app_lock(tmp_path)


@pytest.fixture
def start(qtbot: QtBot, lock: AppLock, tmp_path: Path) -> Iterator[Start]:
    made: list[Program] = []

    def begin() -> Program:
        program = Program(build_studio(FakeEngine(script()), lock=lock), Preferences(), tmp_path / "preferences.json")
        qtbot.addWidget(program.window)
        program.window.show()
        made.append(program)
        return program

    yield begin
    for program in made:
        program.close()


def _a_folder_in_its_place(record: Path) -> None:
    record.unlink()
    record.mkdir()


def _a_linked_folder(record: Path) -> None:
    record.parent.rename(record.parent.with_name("moved"))
    record.parent.symlink_to(record.parent.with_name("moved"))


def _damage(record: Path) -> None:
    record.write_bytes(b"{")


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
@pytest.mark.parametrize(
    ("harm", "words"),
    [(_damage, "is damaged"), (_a_folder_in_its_place, "Forgot it"), (_a_linked_folder, "must be yours alone")],
)
def test_a_lock_that_cannot_be_read_is_told_at_the_start_and_in_the_settings(
    qtbot: QtBot, start: Start, lock: AppLock, tmp_path: Path, harm: Callable[[Path], None], words: str
) -> None:
    lock.set_up(bytearray(WORDS))
    lock.lock()
    harm(tmp_path / "settings" / "app-lock.json")
    program = start()
    crashed: list[object] = []
    program.tasks.crashed.connect(crashed.append)
    page = program.window.locked
    assert page.isVisible()
    assert words in page.told.text()
    assert page.forgotten.isVisible()
    page.told.setText("")
    qtbot.keyClicks(page.passphrase.line, WORDS.decode())
    qtbot.mouseClick(page.proceed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words in page.told.text())
    assert program.model.locked
    settings = program.window.pages["settings"]
    assert isinstance(settings, SettingsPage)
    assert words in settings.app_lock.second.text()
    assert crashed == []


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
@pytest.mark.parametrize("harm", [_damage, _a_folder_in_its_place])
def test_forgetting_a_lock_that_cannot_be_read_is_a_way_out(
    qtbot: QtBot, start: Start, lock: AppLock, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    lock.set_up(bytearray(WORDS))
    lock.lock()
    harm(tmp_path / "settings" / "app-lock.json")
    program = start()
    done: list[bool] = []
    program.window.app_lock.reset(lambda: done.append(True), lambda _: done.append(False))
    qtbot.waitUntil(lambda: bool(done))
    assert done == [True]
    assert not lock.is_set
    assert not program.window.locked.isVisible()
