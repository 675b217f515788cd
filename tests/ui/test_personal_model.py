"""A model of the person's face in the window: asked about by itself, trained, used, cancelled, deleted, taken back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.errors import MachineError
from headshot_desktop.core.personal import FEWEST_PHOTOS, KIND
from headshot_desktop.core.policy import Managed, Policy
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.packs import PackStore
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.create import CreatePage
from headshot_desktop.ui.pages.packs import PacksPage
from headshot_desktop.ui.pages.privacy import PrivacyPage
from headshot_desktop.ui.privacy.answers import AnswerCard, AnswersSection
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.widgets.personal_section import PersonalSection
from tests.packs import put_pack

LEFT = Qt.MouseButton.LeftButton
LONG = 60.0
"""Seconds of a stage that nobody waits for."""
MOST_SECONDS = 2.0


@pytest.fixture
def managed() -> Managed | None:
    """The organisation's rules; none."""
    return None


@pytest.fixture
def program(
    qtbot: QtBot, engine: FakeEngine, record: Record, managed: Managed | None, tmp_path: Path
) -> Iterator[Program]:
    """A running window with answers of this test's own, and a pack."""
    store = PackStore(tmp_path / "packs")
    store.bring(tmp_path / "pack", put_pack(tmp_path / "pack", id="klein").digest)
    studio = build_studio(engine, packs=store, record=record, managed=managed)
    made = Program(studio, Preferences(), tmp_path / "preferences.json")
    qtbot.addWidget(made.window, before_close_func=lambda _: made.model.wipe())
    made.window.show()
    made.model.generating.packs.refresh()
    qtbot.waitUntil(lambda: made.model.generating.packs.read and not made.model.tasks.busy)
    yield made
    made.close()


@pytest.fixture
def section(qtbot: QtBot, window: MainWindow, model: SessionModel) -> PersonalSection:
    """The part of the page Model packs, with enough photos and no answer yet."""
    for number in range(FEWEST_PHOTOS):
        model.add_content(f"photo {number}".encode(), f"{number}.jpg")
    qtbot.waitUntil(lambda: len(model.photos) == FEWEST_PHOTOS and not model.tasks.busy, timeout=20_000)
    return _page(window).personal


@pytest.fixture
def agreed(section: PersonalSection, record: Record, model: SessionModel) -> PersonalSection:
    """The same with the answer."""
    record.give(Purpose.PERSONAL_MODEL, "en")
    model.consents_changed.emit()
    return section


@pytest.fixture
def trained(qtbot: QtBot, agreed: PersonalSection) -> PersonalSection:
    """The same with a model."""
    qtbot.mouseClick(agreed.train, LEFT)
    qtbot.waitUntil(lambda: agreed.work.facts is not None and not agreed.work.busy)
    return agreed


def _page(window: MainWindow) -> PacksPage:
    window.show_page("packs")
    found = window.pages["packs"]
    assert isinstance(found, PacksPage)
    return found


def _answer(window: MainWindow) -> AnswerCard:
    page = window.pages["privacy"]
    assert isinstance(page, PrivacyPage)
    page.show_section("answers")
    found = page.sections["answers"]
    assert isinstance(found, AnswersSection)
    return found.cards[Purpose.PERSONAL_MODEL]


def _models(model: SessionModel) -> int:
    """How many lie in the vault, now."""
    return [item.kind for item in model.studio.items()].count(KIND)


def _begun(qtbot: QtBot, section: PersonalSection, engine: FakeEngine) -> None:
    """A training that goes on for minutes is at its first step."""
    engine.script.stage_seconds = LONG
    qtbot.mouseClick(section.train, LEFT)
    qtbot.waitUntil(lambda: "Learning your face" in section.panel.detail.text())


def _drawn(qtbot: QtBot, window: MainWindow, model: SessionModel) -> CreatePage:
    """Create, with Generative and the model chosen by clicks, and one headshot made with it."""
    window.show_page("create")
    page = window.pages["create"]
    assert isinstance(page, CreatePage)
    qtbot.mouseClick(page.generative, LEFT)
    qtbot.waitUntil(page.choices.personal.isVisible)
    page.choices.personal.click()
    qtbot.mouseClick(page.next, LEFT)
    qtbot.waitUntil(lambda: len(model.candidates) == 1 and not model.tasks.busy, timeout=20_000)
    return page


# ---------------------------------------------------------------------- the question


def test_the_question_is_read_answered_and_only_then_can_it_be_trained(
    qtbot: QtBot, section: PersonalSection, window: MainWindow, record: Record
) -> None:
    assert section.state.text() == "You have not agreed to it."
    assert not section.train.isVisible()
    qtbot.mouseClick(section.answer, LEFT)
    assert window.shown == "privacy"
    card = _answer(window)
    assert card.isVisible()
    qtbot.mouseClick(card.turn, LEFT)
    qtbot.waitUntil(lambda: record.agreed(Purpose.PERSONAL_MODEL))
    _page(window)
    qtbot.waitUntil(section.train.isVisible)
    assert section.train.isEnabled()
    assert not section.answer.isVisible()
    assert not section.delete.isVisible()


def test_what_is_missing_is_said_a_sentence_each(window: MainWindow, model: SessionModel) -> None:
    section = _page(window).personal
    assert section.state.text().splitlines() == [
        "You have not agreed to it.",
        "It needs 8 photos in which you are clearly seen; there are 0.",
    ]
    model.generating.packs.packs = ()
    model.generating.changed.emit()
    assert "There is no model pack here" in section.state.text()


class TestWhereTheOrganisationForbidsIt:
    @pytest.fixture
    def managed(self) -> Managed:
        return Managed((Policy("/etc/policy.json", {"personal-model": False}),))

    def test_it_says_so_and_offers_nothing(self, section: PersonalSection) -> None:
        words = [part.text() for part in section.findChildren(type(section.state)) if part.isVisible()]
        assert "Your organisation has switched personal models off." in words
        assert not any(button.isVisible() for button in (section.answer, section.train, section.delete))


# ---------------------------------------------------------------------- trained and used


def test_it_is_trained_with_progress_and_makes_a_headshot(
    qtbot: QtBot, agreed: PersonalSection, window: MainWindow, model: SessionModel, engine: FakeEngine
) -> None:
    told: list[str] = []
    agreed.work.progressed.connect(lambda *_: told.append(agreed.panel.detail.text()))
    engine.script.stage_seconds = 0.05
    qtbot.mouseClick(agreed.train, LEFT)
    assert agreed.panel.isVisible()
    assert not agreed.train.isVisible()
    assert not agreed.state.isVisible(), "it says how to begin"
    qtbot.waitUntil(lambda: agreed.work.facts is not None and not agreed.work.busy)
    assert "Looking at your photos" in told
    assert "Learning your face · about 1 second(s) left" in told
    assert not agreed.panel.isVisible()
    assert "learnt from 8 photo" in agreed.state.text()
    assert agreed.train.text() == "Train it anew"
    assert "is ready" in _page(window).banner.words.text()
    assert _models(model) == 1
    engine.script.stage_seconds = 0.0
    _drawn(qtbot, window, model)
    request = model.candidates[0].candidate.request
    facts = agreed.work.facts
    assert facts is not None
    assert request.generation is not None
    assert request.generation.personal == facts.digest


def test_a_machine_that_cannot_says_so_where_it_was_asked(
    qtbot: QtBot, agreed: PersonalSection, window: MainWindow, engine: FakeEngine
) -> None:
    engine.script.errors["check_training"] = MachineError("It needs a graphics card.", code="no-training-here")
    qtbot.mouseClick(agreed.train, LEFT)
    banner = _page(window).banner
    qtbot.waitUntil(lambda: banner.isVisible() and not agreed.work.busy)
    assert "graphics card" in banner.words.text()
    assert agreed.train.isEnabled(), "it can be tried again"


def test_cancelled_nothing_is_left_and_it_can_begin_anew(
    qtbot: QtBot, agreed: PersonalSection, window: MainWindow, model: SessionModel, engine: FakeEngine
) -> None:
    _begun(qtbot, agreed, engine)
    qtbot.mouseClick(agreed.panel.cancel, LEFT)
    qtbot.waitUntil(lambda: not agreed.work.busy, timeout=2_000)
    assert not agreed.panel.isVisible()
    assert not _page(window).banner.isVisible(), "who stops it needs no error"
    assert _models(model) == 0
    engine.script.stage_seconds = 0.0
    qtbot.mouseClick(agreed.train, LEFT)
    qtbot.waitUntil(lambda: agreed.work.facts is not None and not agreed.work.busy)
    assert _models(model) == 1


def test_closing_while_it_learns_takes_under_two_seconds(
    qtbot: QtBot, agreed: PersonalSection, program: Program, engine: FakeEngine
) -> None:
    _begun(qtbot, agreed, engine)
    began = time.monotonic()
    program.window.close()
    program.close()
    assert time.monotonic() - began < MOST_SECONDS


def test_locking_while_it_learns_ends_it_and_takes_the_key(
    qtbot: QtBot, agreed: PersonalSection, model: SessionModel, engine: FakeEngine
) -> None:
    _begun(qtbot, agreed, engine)
    model.lock()
    qtbot.waitUntil(lambda: model.studio._vault.locked and not agreed.work.busy, timeout=2_000)
    engine.script.stage_seconds = 0.0
    model.unlock()
    qtbot.waitUntil(lambda: not model.locked and not model.tasks.busy)
    assert _models(model) == 0
    assert len(model.photos) == FEWEST_PHOTOS


# ---------------------------------------------------------------------- gone


def test_deleted_it_is_gone_from_the_vault_and_from_the_choices(
    qtbot: QtBot, trained: PersonalSection, window: MainWindow, model: SessionModel
) -> None:
    page = _drawn(qtbot, window, model)
    _page(window)
    qtbot.mouseClick(trained.delete, LEFT)
    qtbot.waitUntil(lambda: trained.work.facts is None and not model.tasks.busy)
    assert _models(model) == 0
    assert not trained.delete.isVisible()
    assert trained.train.isEnabled()
    window.show_page("create")
    assert not page.choices.personal.isVisible()
    assert not model.generating.with_personal


def test_it_goes_with_everything_else(
    qtbot: QtBot, trained: PersonalSection, window: MainWindow, model: SessionModel
) -> None:
    model.wipe()
    qtbot.waitUntil(lambda: not model.tasks.busy and trained.work.facts is None)
    assert _models(model) == 0
    _page(window)
    assert not trained.delete.isVisible()
    assert "there are 0" in trained.state.text()


@pytest.mark.parametrize("sure", [True, False])
def test_taken_back_the_model_and_its_pictures_go_after_a_question_about_favourites(
    qtbot: QtBot,
    trained: PersonalSection,
    window: MainWindow,
    model: SessionModel,
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
    sure: bool,
) -> None:
    _drawn(qtbot, window, model)
    (entry,) = model.candidates
    model.toggle_favourite(entry.handle)
    asked: list[str] = []

    def answer(question: QMessageBox) -> int:
        asked.append(question.text())
        wanted = "Take back and erase" if sure else "Go back"
        next(each for each in question.buttons() if each.text() == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    window.show_page("privacy")
    qtbot.mouseClick(_answer(window).turn, LEFT)
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert asked == ["1 favourite(s) have not been exported."]
    assert record.agreed(Purpose.PERSONAL_MODEL) is not sure
    assert (not model.candidates) is sure
    assert _models(model) == (0 if sure else 1)
    assert trained.train.isHidden() is sure
    assert len(model.photos) == FEWEST_PHOTOS, "nothing else is touched"


def test_taken_back_while_a_headshot_is_drawn_with_it_both_are_gone_in_two_seconds(
    qtbot: QtBot, trained: PersonalSection, window: MainWindow, model: SessionModel, engine: FakeEngine, record: Record
) -> None:
    page = _drawn(qtbot, window, model)
    engine.script.stage_seconds = LONG
    qtbot.mouseClick(page.again, LEFT)
    qtbot.waitUntil(lambda: page.panel.isVisible() and bool(page.panel.stage.text()))
    began = time.monotonic()
    model.revoke(Purpose.PERSONAL_MODEL)
    qtbot.waitUntil(lambda: not record.agreed(Purpose.PERSONAL_MODEL) and not model.tasks.busy)
    assert time.monotonic() - began < MOST_SECONDS
    assert _models(model) == 0
    assert model.candidates == ()
    assert not model.making.busy
    assert "not agreed" in trained.state.text()
