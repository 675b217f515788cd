from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences, agreed
from headshot_desktop.ui.application import Program, translate
from headshot_desktop.ui.engine_words import engine_words
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.consent import text_hash
from headshot_desktop.ui.pages.look import LookPage
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script

ROOT = Path(__file__).resolve().parents[2]
HOLES = re.compile(r"\{\w*\}|%n")


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The application speaks this language during the test."""
    application = QApplication.instance() or QApplication([])
    before = QLocale()
    translators = translate(application, request.param)
    yield request.param
    for translator in translators:
        application.removeTranslator(translator)
    QLocale.setDefault(before)


def test_every_text_of_the_program_is_translated() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "translations.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["de", "es"])
def test_translations_fill_the_same_holes(name: str) -> None:
    root = ElementTree.parse(ROOT / "resources" / "translations" / f"{name}.ts").getroot()  # noqa: S314 - our own
    wrong = []
    for message in root.iter("message"):
        source, found = message.findtext("source", ""), message.find("translation")
        assert found is not None
        forms = [form.text or "" for form in found.iter("numerusform")] or [found.text or ""]
        # “one favourite” may do without its number, the plural may not
        if sorted(HOLES.findall(source)) != sorted(HOLES.findall(forms[-1])):
            wrong.append(source)
    assert not wrong


@pytest.mark.parametrize("language", ["de"], indirect=True)
def test_a_german_window_speaks_german(qtbot: QtBot, language: str, tmp_path: Path, photo: Path) -> None:
    program = Program(build_studio(FakeEngine(script())), Preferences(agreed(text_hash())), tmp_path / "p.json")
    qtbot.addWidget(program.window, before_close_func=lambda _: program.model.wipe())
    program.window.show()
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: program.model.main is not None and not program.tasks.busy)
    words = {part.text() for part in program.window.pages["photos"].findChildren(QLabel)}
    assert {"Fotos", "Gut: 80 von 100"} <= words
    assert program.window.shield.vault.text() == "2 Bilder im verschlüsselten Tresor"
    look = program.window.pages["look"]
    assert isinstance(look, LookPage)
    qtbot.mouseClick(look.cards["navy"], Qt.MouseButton.LeftButton)
    assert look.cards["navy"].accessibleName() == "Marineblau, ausgewählt"
    sentence = "The face is very small: 42 pixels between the eyes. The headshot will look soft."
    assert engine_words(sentence).startswith("Das Gesicht ist sehr klein: 42 Pixel")
    assert language == "de"
    program.close()


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_english_counts(qtbot: QtBot, language: str, window: MainWindow, with_photo: SessionModel) -> None:
    assert window.shield.vault.text() == "2 pictures in the encrypted vault"  # the photo and its small copy
    with_photo.add_content(b"more", "more.jpg")
    qtbot.waitUntil(lambda: window.shield.vault.text() == "4 pictures in the encrypted vault")
    assert language == "en"


@pytest.mark.parametrize("language", ["es"], indirect=True)
@pytest.mark.usefixtures("language")
def test_a_sentence_that_nobody_knows_stays_as_it_is() -> None:
    assert engine_words("Something new with 3 numbers, 4.5 of them.") == "Something new with 3 numbers, 4.5 of them."
