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
from headshot_desktop.core import errors
from headshot_desktop.core.errors import Fault, HeadshotError, UsageError, from_wire
from headshot_desktop.core.headshot import PARTS, Finding, Findings
from headshot_desktop.core.sentences import Sentence, Value, to_wire
from headshot_desktop.core.sentences import from_wire as sentence_from_wire
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program, translate
from headshot_desktop.ui.arrival_words import addresses_left_out
from headshot_desktop.ui.engine_words import engine_words, finding_words, refusal_words
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.look import LookPage
from headshot_desktop.ui.quantities import date_words, number_words, seconds_words, size_words
from headshot_desktop.ui.widgets.banner import Banner
from tests.scripts import script

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import spoken  # noqa: E402

HOLES = re.compile(r"\{\w*\}|%n")
SOURCE = ROOT / "src" / "headshot_desktop"
ENGLISH = re.compile(r"\b(the|is|are|of|and|your|with|cannot|not|it|to|this|that)\b", re.IGNORECASE)
"""Words that no German sentence of ours has."""


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
    program = Program(build_studio(FakeEngine(script())), Preferences(), tmp_path / "p.json")
    qtbot.addWidget(program.window, before_close_func=lambda _: program.model.wipe())
    program.window.show()
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: program.model.main is not None and not program.tasks.busy)
    words = {part.text() for part in program.window.pages["photos"].findChildren(QLabel)}
    assert {"Fotos", "Gut: 80 von 100"} <= words
    assert program.window.shield.vault.text() == "1 Bild im verschlüsselten Tresor"
    look = program.window.pages["look"]
    assert isinstance(look, LookPage)
    qtbot.mouseClick(look.cards["navy"], Qt.MouseButton.LeftButton)
    assert look.cards["navy"].accessibleName() == "Marineblau, ausgewählt"
    sentence = "The face is very small: 42 pixels between the eyes. The headshot will look soft."
    assert engine_words(sentence).startswith("Das Gesicht ist sehr klein: 42 Pixel")
    assert language == "de"
    program.close()


@pytest.mark.parametrize("language", ["en"], indirect=True)
@pytest.mark.usefixtures("with_photo")
def test_english_counts(qtbot: QtBot, language: str, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.shield.vault.text() == "1 picture in the encrypted vault")
    assert addresses_left_out(1).startswith("1 address was left out")
    assert addresses_left_out(2).startswith("2 addresses were left out")
    assert language == "en"


@pytest.mark.parametrize("language", ["es"], indirect=True)
@pytest.mark.usefixtures("language")
def test_a_sentence_that_nobody_knows_stays_as_it_is() -> None:
    assert engine_words("Something new with 3 numbers, 4.5 of them.") == "Something new with 3 numbers, 4.5 of them."


# ---------------------------------------------------------------------- sentences from below the window


@pytest.fixture(scope="module")
def templates() -> list[str]:
    """All that can come up from below the window."""
    return sorted(spoken.Program(SOURCE).templates())


def _error(template: str) -> HeadshotError:
    """An error of this sentence, with values that are no words of any language."""
    values: dict[str, Value] = {name: f"§{name[0]}7" for name in re.findall(r"\{(\w+)\}", template)}
    return UsageError(Sentence(template, **values))


@pytest.mark.parametrize("language", ["de", "es"], indirect=True)
def test_no_sentence_from_below_stays_english(qtbot: QtBot, language: str, templates: list[str]) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert len(templates) > 150
    for template in templates:
        error = _error(template)
        banner.hide()
        banner.show_error(error)
        shown = banner.words.text()
        if template not in {"{count} kB", "{count} bytes"}:  # the same in Spanish
            assert shown != error.message
        if language == "de":
            assert not ENGLISH.search(shown), shown
        for value in error.message.values.values() if isinstance(error.message, Sentence) else ():
            assert str(value) in shown, f"{template} has lost {value}"


@pytest.mark.parametrize("language", ["de"], indirect=True)
@pytest.mark.usefixtures("language")
def test_every_kind_of_error_speaks_german_after_another_process_told_it(qtbot: QtBot) -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, HeadshotError)]
    assert len(kinds) > 15
    for kind in kinds:
        told = kind("“{name}” cannot be written: {why}. Choose another name or folder.", name="a b", why="{name}")
        wire = to_wire(told.message)
        again = from_wire(kind.__name__, told.code, sentence_from_wire(wire))
        banner = Banner()
        qtbot.addWidget(banner)
        banner.show_error(again)
        words = "Im Programm ist etwas" if kind.fault is Fault.BUG else "„a b“ lässt sich nicht schreiben: {name}. "
        assert banner.words.text().startswith(words)
        assert not ENGLISH.search(banner.words.text())


@pytest.mark.parametrize("language", ["de"], indirect=True)
@pytest.mark.usefixtures("language")
def test_sentences_within_sentences_and_numbers_are_translated_too() -> None:
    inner = Sentence("{count} kB", count=1234)
    outer = UsageError("A picture of {width} × {height} pixels does not fit into {limit}. {advice}",
                       width=4000, height=3000, limit=inner,
                       advice=Sentence("JPEG cannot hold transparency; choose PNG or WebP."))  # fmt: skip
    assert refusal_words(outer) == (
        "Ein Bild von 4.000 × 3.000 Pixeln passt nicht in 1.234 kB. "
        "JPEG kann keine Transparenz enthalten; wählen Sie PNG oder WebP."
    )
    weak, strong = (Findings(50, dict.fromkeys(PARTS, share)) for share in (0.2, 0.9))
    assert engine_words(strong.advantage_over(weak)) == "das Gesicht ist größer und es ist schärfer"


@pytest.mark.parametrize("language", ["de"], indirect=True)
@pytest.mark.usefixtures("language")
def test_a_finding_keeps_its_numbers() -> None:
    told = "The photo has few pixels here: it is enlarged 2.4 times. A larger photo looks sharper."
    assert "2,4" in finding_words(Finding("x", told, ""))[0]


def test_a_sentence_that_could_not_be_looked_up_is_found(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text(
        "class Odd(HeadshotError): pass\n"
        "def f(name, words):\n"
        "    raise Odd(f'No {name}.')\n"
        "def g(words):\n"
        "    raise UserError(words)\n"
        "def h(): raise UsageError('Fine, {name}.', name='x')\n"
        "class UserError(HeadshotError): pass\n"
        "class UsageError(UserError): pass\n"
    )
    found = spoken.Program(tmp_path)
    assert {place.split(":")[1] for place in found.problems()} == {"3", "5"}
    assert "Fine, {name}." in found.templates()


# ---------------------------------------------------------------------- numbers, sizes, days

QUANTITIES = {
    "en": ("12,345", "1.4 s", "640 bytes", "412 kB", "3.9 MB", "8 MB", "1.2 GB", "2026-11-20"),
    "de": ("12.345", "1,4 s", "640 Byte", "412 kB", "3,9 MB", "8 MB", "1,2 GB", "20. November 2026"),
    "es": ("12.345", "1,4 s", "640 bytes", "412 kB", "3,9 MB", "8 MB", "1,2 GB", "20 de noviembre de 2026"),
}


@pytest.mark.parametrize("language", ["en", "de", "es"], indirect=True)
def test_quantities_are_written_as_the_language_does(language: str) -> None:
    sizes = [size_words(size) for size in (640, 412_300, 3_900_000, 8_000_000, 1_234_000_000)]
    assert (number_words(12_345), seconds_words(1.44), *sizes, date_words("2026-11-20")) == QUANTITIES[language]
    assert date_words("soon") == "soon"


@pytest.mark.parametrize("size", [999, 1000, 999_499, 999_500, 999_949_999, 999_950_000])
def test_a_size_never_has_more_than_three_digits_before_its_sign(size: int) -> None:
    number = size_words(size).split()[0]
    assert re.fullmatch(r"\d{1,3}(\.\d)?", number), size_words(size)
