"""What somebody sees who has never seen the window: nothing to guess, nothing below the fold, no foreign part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from headshot_desktop.core.events import LockReason
from headshot_desktop.core.fidelity import Fidelity
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.ui import theme
from headshot_desktop.ui.application import translate
from headshot_desktop.ui.main_window import LEAST, STEPS, MainWindow
from headshot_desktop.ui.pages.create import CreatePage
from headshot_desktop.ui.pages.look import FIRST_PLACES, LookPage
from headshot_desktop.ui.pages.review import ReviewPage
from headshot_desktop.ui.pages.settings import SettingsPage
from headshot_desktop.ui.quantities import memory_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.nothing_yet import NothingYet

LEFT = Qt.MouseButton.LeftButton
USUAL = QSize(1280, 800)


@pytest.fixture(params=["en", "de", "es"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Ask for it before the window."""
    before = QLocale()
    installed = translate(qapp, request.param)
    yield request.param
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_the_narrow_bar_shows_the_numbers(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(LEAST)
    qtbot.waitUntil(lambda: window.steps.narrow)
    assert [window.steps.buttons[key].text() for key in STEPS] == ["1", "2", "3", "4", "5"]
    assert all(window.steps.buttons[key].text() == "" for key in ("privacy", "settings"))
    for key in STEPS:
        button = window.steps.buttons[key]
        assert button.width() >= button.sizeHint().width()


def test_look_without_a_photo_says_so_and_leads_to_the_first_step(
    qtbot: QtBot, window: MainWindow, model: SessionModel, photo: Path
) -> None:
    window.show_page("look")
    page = window.pages["look"]
    assert isinstance(page, LookPage)
    assert page.empty.isVisible()
    assert not page.choices.isVisible(), "no empty frames"
    qtbot.mouseClick(page.empty.go, LEFT)
    assert window.shown == "photos"
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None)
    window.show_page("look")
    assert not page.empty.isVisible()
    assert page.choices.isVisible()


@pytest.mark.parametrize("key", ["look", "review", "export"])
def test_nothing_yet_is_as_high_as_its_words_and_at_the_top(qtbot: QtBot, window: MainWindow, key: str) -> None:
    window.resize(USUAL)
    window.show_page(key)
    (card,) = window.pages[key].findChildren(NothingYet)
    qtbot.waitUntil(lambda: card.isVisible() and card.width() > 400)
    qtbot.wait(20)
    assert card.height() <= card.sizeHint().height() + 20
    parent = card.parentWidget()
    assert parent is not None
    assert card.mapTo(window, card.rect().topLeft()).y() < USUAL.height() / 3


def test_the_usual_place_is_in_view_and_the_others_are_a_click_away(
    qtbot: QtBot, window: MainWindow, with_photo: SessionModel
) -> None:
    window.resize(USUAL)
    window.show_page("look")
    page = window.pages["look"]
    assert isinstance(page, LookPage)
    linkedin = page.destinations["linkedin"]
    qtbot.waitUntil(lambda: linkedin.isVisible() and linkedin.width() > 100)
    qtbot.wait(20)
    assert linkedin.chosen
    assert linkedin.visibleRegion().boundingRect() == linkedin.rect(), "without scrolling"
    assert sum(card.isVisible() for card in page.destinations.values()) == FIRST_PLACES
    qtbot.mouseClick(page.all_places, LEFT)
    assert all(card.isVisible() for card in page.destinations.values())
    qtbot.mouseClick(page.destinations["resume-de"], LEFT)
    qtbot.mouseClick(page.all_places, LEFT)
    assert page.destinations["resume-de"].isVisible(), "what is chosen stays in view"
    assert len(with_photo.destinations) == 2


@pytest.mark.parametrize("size", [LEAST, USUAL], ids=lambda size: f"{size.width()}x{size.height()}")
def test_engine_cards_are_of_one_size(qtbot: QtBot, language: str, window: MainWindow, size: QSize) -> None:
    del language
    window.resize(QSize(size))
    window.show_page("create")
    page = window.pages["create"]
    assert isinstance(page, CreatePage)
    qtbot.wait(50)
    assert page.studio.height() == page.generative.height()
    assert abs(page.studio.width() - page.generative.width()) <= 1
    tops = [next(part.y() for part in card.findChildren(QLabel)) for card in (page.studio, page.generative)]
    assert tops[0] == tops[1], "their words begin at the same line"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("megabytes", "words"), [(40, "0.1 GB"), (412.7, "0.4 GB"), (1234, "1.2 GB"), (1980, "2 GB"), (12_345, "12 GB")]
)
def test_memory_is_told_as_coarse_as_it_is_known(megabytes: float, words: str) -> None:
    assert memory_words(megabytes) == words


def _luminance(colour: QColor) -> float:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4) for share in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio."""
    low, high = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QComboBox, QSpinBox])
def test_choices_wear_the_theme(
    qtbot: QtBot, qapp: QApplication, colours: theme.Colours, kind: type[QComboBox | QSpinBox]
) -> None:
    before = theme.colours()
    theme.dress(qapp, colours)
    try:
        part = kind()
        qtbot.addWidget(part)
        theme.wear(part)
        part.resize(320, 36)
        part.show()

        def edge() -> str:
            return part.grab().toImage().pixelColor(160, 0).name()

        part.clearFocus()
        assert edge() == colours.quiet
        assert _contrast(colours.quiet, colours.card) >= 3, "WCAG 2.2, 1.4.11"
        image = part.grab().toImage()
        assert image.pixelColor(160, 8).name() == colours.card
        arrow = {image.pixelColor(x, y).name() for x in range(296, 318) for y in range(2, 34)}
        assert colours.quiet in arrow, "the arrow is seen"
        part.setEnabled(False)
        assert edge() == colours.line
        part.setEnabled(True)
        part.activateWindow()
        part.setFocus()
        qtbot.waitUntil(part.hasFocus)
        assert edge() == colours.accent
    finally:
        theme.dress(qapp, before)


def test_every_setting_is_in_words(window: MainWindow) -> None:
    window.show_page("settings")
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    marks = page.editors["marks"]
    assert isinstance(marks, QCheckBox)
    assert marks.text() == "Write into each file how it was made"
    shown = [part.text() for part in page.findChildren(QLabel)]
    assert "Where you usually use your headshots" in shown
    assert "The window changes its language the next time you start the program." in shown
    assert not {"Destinations", "Chosen when the window opens."} & set(shown)


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (LockReason.ASKED, "You locked them."),
        (LockReason.IDLE, "Nobody used the window"),
        (LockReason.SCREEN, "The screen was locked."),
        (LockReason.SLEEP, "The computer was asleep."),
        (LockReason.ALARM, "The program saw something"),
    ],
)
def test_the_lock_says_why(
    qtbot: QtBot, window: MainWindow, model: SessionModel, reason: LockReason, says: str
) -> None:
    model.lock(reason)
    qtbot.waitUntil(window.locked.isVisible)
    assert window.locked.words.text().startswith(says)
    assert "away" not in window.locked.words.text()
    model.unlock()
    qtbot.waitUntil(lambda: not model.locked and not model.tasks.busy)
    assert not window.locked.isVisible()


@pytest.mark.parametrize("size", [LEAST, QSize(853, 490), USUAL], ids=lambda size: f"{size.width()}x{size.height()}")
def test_review_gives_the_picture_most_of_the_page_and_shows_the_verdict(
    qtbot: QtBot, language: str, window: MainWindow, with_photo: SessionModel, engine: FakeEngine, size: QSize
) -> None:
    del language
    reasons = ("The skin became grainier than in the photo.",)
    engine.script.fidelity = Fidelity(False, reasons, ita_shift=12.1, delta_e=9.2, texture_ratio=1.91)
    with_photo.add_content(b"other", "IMG_20260412_183055.jpg")
    with_photo.create([with_photo.studio.catalogue.look(name) for name in ("navy", "canvas")])
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 2 and not with_photo.tasks.busy, timeout=20_000)
    notes = (  # the three that fill the most lines in German
        "Hair or shoulders cannot be told cleanly from this background, so your own background was kept, a little out "
        "of focus away from you. Every other look but “natural” puts you in front of a studio backdrop.",
        "The photo is cut close above the head, so the hair is trimmed as in a close portrait.",
        "The head is not in the middle, because the photo cuts the person at one side.",
    )
    with_photo._candidates = [
        replace(entry, candidate=replace(entry.candidate, notes=notes)) for entry in with_photo.candidates
    ]
    window.resize(QSize(size))
    window.show_page("review")
    page = window.pages["review"]
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.view.isVisible() and not with_photo.tasks.busy)
    qtbot.wait(50)
    seen, room = page.view.visibleRegion().boundingRect(), page.area.viewport().height()
    assert seen.size() == page.view.size(), "all of it, without scrolling"
    assert seen.height() >= (0.85 if size != USUAL else 0.8) * room
    if size == USUAL:
        shown = [part for part in page.facts.findChildren(QLabel) if part.isVisible()]
        assert len(shown) > 8
        folded = [part.text() for part in shown if part.visibleRegion().boundingRect() != part.rect()]
        assert folded == []
        assert not any("?" in part.text() for part in shown), "a sign that is not shown as it is"
        assert any("\u00a0%" in part.text() for part in shown), "a number and its sign stay on one line"
        assert page.area.verticalScrollBar().maximum() == 0, "the failed verdict, three long notes and all numbers"
    page.compare.click()
    qtbot.wait(50)
    for part in (page.view, page.second, page.keep_first, page.keep_second):
        assert part.visibleRegion().boundingRect().size() == part.size(), "two are seen whole as well"


def test_cards_beside_each_other_begin_at_one_line(qtbot: QtBot, window: MainWindow, with_photo: SessionModel) -> None:
    page = window.pages["create"]
    assert isinstance(page, CreatePage)
    assert isinstance(window.pages["review"], ReviewPage)
    window.show_page("create")
    with_photo.create([with_photo.studio.catalogue.look("navy")])
    with_photo.create([replace(with_photo.studio.catalogue.look("canvas"), warmth=0.5, contrast=0.5, crop=1.2)])
    qtbot.waitUntil(lambda: len(page.cards) == 2 and not with_photo.tasks.busy)
    qtbot.wait(20)
    for one, other in pairwise(page.cards):
        assert one.sizeHint().height() != other.sizeHint().height(), "else this shows nothing"
        assert (one.y(), one.height()) == (other.y(), other.height())
        assert one.picture.y() == other.picture.y()
