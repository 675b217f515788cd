"""The Privacy Centre's sections: answers, record, taking out, proofs, rules; and where the table of rights leads."""

from __future__ import annotations

import sys
import threading
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.app.privacy_texts import PrivacyTexts
from headshot_desktop.app.proof_run import ProofRun
from headshot_desktop.app.proofs.report import Verdict
from headshot_desktop.app.record import Record
from headshot_desktop.app.takeout import Order, Seal
from headshot_desktop.core.consent import Purpose
from headshot_desktop.core.events import FACTS, Alarm, Event, EventKind
from headshot_desktop.core.policy import Managed, Policy
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.ledger import Ledger
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.main_window import MainWindow
from headshot_desktop.ui.pages.privacy import SECTIONS, PrivacyPage
from headshot_desktop.ui.privacy.answers import AnswersSection
from headshot_desktop.ui.privacy.event_words import event_words
from headshot_desktop.ui.privacy.events import EventsSection
from headshot_desktop.ui.privacy.proof import NAMES, ProofRow, ProofSection
from headshot_desktop.ui.privacy.rights import RightsSection
from headshot_desktop.ui.privacy.rules import RulesSection
from headshot_desktop.ui.privacy.takeout import TakeoutSection
from headshot_desktop.ui.session_model import SessionModel
from tests.scripts import script
from tests.ui.conftest import Answer, Watchdog

LEFT = Qt.MouseButton.LeftButton
Kind = TypeVar("Kind")


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """A record of this test's own, with the first answer."""
    made = Record(Ledger(tmp_path / "ledger.json"))
    made.give(Purpose.ANALYSIS, "en")
    return made


def _program(qtbot: QtBot, tmp_path: Path, record: Record, **values: object) -> Program:
    managed = Managed((Policy("/etc/policy.json", values),)) if values else None  # type: ignore[arg-type]
    studio = build_studio(FakeEngine(script()), record=record, managed=managed)
    made = Program(studio, Preferences({"retention": 7}), tmp_path / "preferences.json")
    qtbot.addWidget(made.window, before_close_func=lambda _: made.model.wipe())
    made.window.show()
    return made


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, record: Record) -> Iterator[Program]:
    made = _program(qtbot, tmp_path, record)
    yield made
    made.close()


def _page(window: MainWindow) -> PrivacyPage:
    window.show_page("privacy")
    found = window.pages["privacy"]
    assert isinstance(found, PrivacyPage)
    return found


@pytest.fixture
def page(window: MainWindow) -> PrivacyPage:
    return _page(window)


def _section(page: PrivacyPage, kind: type[Kind]) -> Kind:
    page.show_section(kind.key)  # type: ignore[attr-defined]
    found = page.sections[kind.key]  # type: ignore[attr-defined]
    assert isinstance(found, kind)
    return found


# ---------------------------------------------------------------------- sections


@pytest.mark.parametrize("key", list(SECTIONS))
def test_each_section_is_built_without_a_stutter(
    qtbot: QtBot, page: PrivacyPage, with_photo: SessionModel, watchdog: Watchdog, key: str
) -> None:
    qtbot.waitUntil(lambda: not with_photo.tasks.busy, timeout=20_000)
    qtbot.mouseClick(page.tabs[key], LEFT)
    qtbot.wait(50)
    assert page.sections[key].isVisible()
    assert [name for name, section in page.sections.items() if section.isVisible()] == [key]
    del watchdog


# ---------------------------------------------------------------------- answers


@pytest.mark.promise("revoke")
def test_an_answer_is_taken_back_with_one_click_and_everything_goes(
    qtbot: QtBot, page: PrivacyPage, with_photo: SessionModel, record: Record
) -> None:
    section = _section(page, AnswersSection)
    card = section.cards[Purpose.ANALYSIS]
    assert "You agreed on" in card.state.text()
    qtbot.mouseClick(card.turn, LEFT)
    qtbot.waitUntil(lambda: not with_photo.items and not with_photo.tasks.busy, timeout=2_000)
    assert not record.agreed(Purpose.ANALYSIS)
    section.refresh()
    record.give(Purpose.ANALYSIS, "en")
    assert [event.kind.value for event in record.events() if "consent" in event.kind] == [
        "consent-given",
        "consent-revoked",
        "consent-given",
    ]


@pytest.mark.promise("separate-answers")
def test_every_purpose_has_an_answer_of_its_own(
    qtbot: QtBot, page: PrivacyPage, model: SessionModel, record: Record
) -> None:
    section = _section(page, AnswersSection)
    qtbot.mouseClick(section.cards[Purpose.STATISTICS].turn, LEFT)
    qtbot.waitUntil(lambda: record.agreed(Purpose.STATISTICS) and not model.tasks.busy)
    qtbot.mouseClick(section.cards[Purpose.STATISTICS].turn, LEFT)
    qtbot.waitUntil(lambda: not record.agreed(Purpose.STATISTICS) and not model.tasks.busy)
    assert record.agreed(Purpose.ANALYSIS)
    qtbot.mouseClick(section.cards[Purpose.PERSONAL_MODEL].turn, LEFT)
    qtbot.waitUntil(lambda: record.agreed(Purpose.PERSONAL_MODEL) and not model.tasks.busy)
    assert not record.agreed(Purpose.STATISTICS)


def test_favourites_are_asked_about_before_an_answer_erases_them(
    qtbot: QtBot, page: PrivacyPage, with_photo: SessionModel, record: Record, soon: Answer
) -> None:
    with_photo.create()
    qtbot.waitUntil(lambda: len(with_photo.candidates) == 1 and not with_photo.tasks.busy, timeout=20_000)
    section = _section(page, AnswersSection)

    def stay() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    soon(stay)
    qtbot.mouseClick(section.cards[Purpose.ANALYSIS].turn, LEFT)
    assert record.agreed(Purpose.ANALYSIS)
    assert len(with_photo.candidates) == 1


# ---------------------------------------------------------------------- record

_WORDS = {"purpose": "analysis", "language": "en", "text": "0" * 64, "policy": "0" * 64, "last": "0" * 64, "as": "age"}


def _facts(kind: EventKind) -> dict[str, object]:
    closed = {
        "reason": "asked",
        "what": "tampered",
        "consequence": "wipe",
        "second": "none",
        "on": True,
        "marked": False,
        **_WORDS,
    }
    return {name: closed.get(name, 3) for name in FACTS[kind]}


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_event_has_a_sentence(kind: EventKind) -> None:
    words = event_words(Event(kind, _facts(kind)))  # type: ignore[arg-type]
    assert not words[0].islower()
    assert words.endswith(".")
    assert "{" not in words


@pytest.mark.parametrize("alarm", list(Alarm))
def test_every_alarm_has_a_sentence(alarm: Alarm) -> None:
    assert event_words(Event(EventKind.ALARM, {"what": alarm.value, "consequence": "notice"})).endswith(".")


@pytest.mark.promise("record-shown")
def test_the_record_is_shown_and_a_change_of_it_is_seen(page: PrivacyPage, record: Record, tmp_path: Path) -> None:
    record.note(Event(EventKind.EXPORTED, {"pictures": 2, "marked": True}))
    record.note(Event(EventKind.ALARM, {"what": "network-attempt", "consequence": "notice"}))
    section = _section(page, EventsSection)
    assert section.list.text().splitlines()[0].endswith("You saved 2 picture(s), with marks.")
    assert "tried to reach the network" in section.warnings.text()
    assert section.state.text() == "No change from outside was found in this record."
    file = tmp_path / "ledger.json"
    file.write_bytes(file.read_bytes().replace(b'"pictures": 2', b'"pictures": 1'))
    section.refresh()
    assert "changed from outside" in section.state.text()
    assert section.state.property("role") == "bad"
    assert "You agreed" in section.list.text()
    assert "You saved" not in section.list.text(), "what stands after the change is not believed"


@pytest.mark.promise("record-deleted")
def test_the_record_is_deleted_with_everything_that_rests_on_it(
    qtbot: QtBot, page: PrivacyPage, with_photo: SessionModel, record: Record, tmp_path: Path
) -> None:
    section = _section(page, EventsSection)
    qtbot.mouseClick(section.delete, LEFT)
    qtbot.waitUntil(lambda: not with_photo.items and not with_photo.tasks.busy)
    assert not record.agreed(Purpose.ANALYSIS)
    assert b"consent-given" not in b"".join(path.read_bytes() for path in tmp_path.glob("ledger*"))


# ---------------------------------------------------------------------- taking out


@pytest.fixture
def takeout(page: PrivacyPage, with_photo: SessionModel, tmp_path: Path) -> TakeoutSection:
    section = _section(page, TakeoutSection)
    section.place.set_folder(tmp_path / "out")
    section.place.base.setText("everything")
    del with_photo
    return section


@pytest.mark.promise("takeout-encrypted")
def test_everything_is_taken_out_with_the_passphrase_that_was_suggested(
    qtbot: QtBot, page: PrivacyPage, takeout: TakeoutSection, tmp_path: Path, watchdog: Watchdog
) -> None:
    assert takeout.seal is Seal.PASSPHRASE, "encrypted unless the person wants it otherwise"
    assert not takeout.save.isEnabled()
    qtbot.mouseClick(takeout.suggest, LEFT)
    secret = bytes(takeout.passphrase.line.secret()).decode()
    qtbot.mouseClick(takeout.save, LEFT)
    with qtbot.waitSignal(takeout.work.taken, timeout=60_000):
        pass
    watchdog.stop()
    sealed = (tmp_path / "out" / "everything.zip.age").read_bytes()
    archive = zipfile.ZipFile(BytesIO(pyrage.passphrase.decrypt(sealed, secret)))
    assert archive.read("photos/photo-01.bin") == b"a photo"
    about = archive.read("about.json").decode()
    assert '"name": "me.jpg"' in about
    assert '"retention": 7' in about
    assert '"quality"' in about
    assert str(tmp_path) not in about
    assert archive.read("read-me.txt").decode("utf-8-sig").startswith("This is everything")
    qtbot.waitUntil(lambda: "everything.zip.age" in page.banner.words.text())


def test_a_zip_is_warned_of_and_a_second_one_gets_another_name(
    qtbot: QtBot, takeout: TakeoutSection, tmp_path: Path
) -> None:
    takeout.choices[Seal.ZIP].setChecked(True)
    shown = [part.text() for part in takeout.details[Seal.ZIP].findChildren(QLabel) if part.isVisible()]
    assert any("Anyone who gets this file" in words for words in shown)
    for _ in range(2):
        with qtbot.waitSignal(takeout.work.taken, timeout=20_000):
            qtbot.mouseClick(takeout.save, LEFT)
        qtbot.waitUntil(lambda: not takeout.model.tasks.busy)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["everything (2).zip", "everything.zip"]


def test_for_a_key(qtbot: QtBot, takeout: TakeoutSection, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    takeout.choices[Seal.KEYS].setChecked(True)
    assert not takeout.save.isEnabled()
    takeout.keys.setPlainText(f"{identity.to_public()}\n\n")
    with qtbot.waitSignal(takeout.work.taken, timeout=20_000):
        qtbot.mouseClick(takeout.save, LEFT)
    assert pyrage.decrypt((tmp_path / "out" / "everything.zip.age").read_bytes(), [identity])


def test_a_weak_passphrase_is_told_beside_the_field(qtbot: QtBot, takeout: TakeoutSection, tmp_path: Path) -> None:
    qtbot.keyClicks(takeout.passphrase.line, "short")
    qtbot.mouseClick(takeout.save, LEFT)
    assert "at least 12 characters" in takeout.fault.text()
    assert takeout.fault.isVisible()
    assert not (tmp_path / "out").exists()


def test_locking_ends_it_and_forgets_the_passphrase(
    qtbot: QtBot, takeout: TakeoutSection, tmp_path: Path, with_photo: SessionModel
) -> None:
    qtbot.mouseClick(takeout.suggest, LEFT)
    qtbot.mouseClick(takeout.save, LEFT)
    with_photo.lock()
    qtbot.waitUntil(lambda: not takeout.work.busy, timeout=60_000)
    assert takeout.passphrase.empty
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True


def test_locking_forgets_one_that_has_not_begun(
    qtbot: QtBot, takeout: TakeoutSection, with_photo: SessionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker is at something else: neither the file nor the passphrase waits for the window to be opened again."""
    released = threading.Event()
    orders: list[Order] = []
    asked = takeout.work.take_out

    def ask(order: Order) -> None:
        orders.append(order)
        asked(order)

    monkeypatch.setattr(takeout.work, "take_out", ask)
    with_photo.tasks.run(lambda: released.wait(20))
    qtbot.mouseClick(takeout.suggest, LEFT)
    qtbot.mouseClick(takeout.save, LEFT)
    (order,) = orders
    assert takeout.work.busy
    assert any(order.passphrase)
    with_photo.lock()
    assert not takeout.work.busy
    assert not any(order.passphrase), "zeroed"
    released.set()
    with_photo.unlock()
    qtbot.waitUntil(lambda: not with_photo.tasks.busy)
    assert not order.path.exists()


def test_a_file_that_was_saved_leaves_no_passphrase(qtbot: QtBot, takeout: TakeoutSection) -> None:
    orders: list[Order] = []
    takeout.work.taken.connect(lambda order, _: orders.append(order))
    qtbot.mouseClick(takeout.suggest, LEFT)
    qtbot.mouseClick(takeout.save, LEFT)
    qtbot.waitUntil(lambda: not takeout.work.busy, timeout=60_000)
    (order,) = orders
    assert order.passphrase
    assert not any(order.passphrase), "zeroed"
    assert takeout.passphrase.empty


@pytest.mark.parametrize(("how", "zip_allowed", "any_allowed"), [("encrypted", False, True), ("off", False, False)])
def test_the_organisation_limits_what_can_be_chosen(
    qtbot: QtBot, tmp_path: Path, record: Record, how: str, zip_allowed: bool, any_allowed: bool
) -> None:
    program = _program(qtbot, tmp_path, record, takeout=how)
    page = _page(program.window)
    section = _section(page, TakeoutSection)
    assert section.choices[Seal.ZIP].isEnabled() is zip_allowed
    qtbot.mouseClick(section.suggest, LEFT)
    assert section.save.isEnabled() is any_allowed
    rules = _section(page, RulesSection)
    assert any("taken out" in words for words in rules.rules)
    program.close()


# ---------------------------------------------------------------------- proofs and rules

_REPORT = """
import json
proof = {"tried": "a", "seen": "b", "control": "c"}
found = [("no network from the engine process", "held"), ("swap and hibernation", "not-tried"),
    ("a killed program leaves nothing", "failed"), ("no network from the application process", "blind")]
print(json.dumps({"program": "1", "system": "s", "started": "now", "seconds": 1.5,
    "proofs": [{**proof, "name": name, "verdict": verdict} for name, verdict in found]}))
"""


@pytest.mark.promise("proof-in-window")
def test_what_did_not_hold_stands_first(qtbot: QtBot, page: PrivacyPage) -> None:
    section = _section(page, ProofSection)
    with qtbot.waitSignal(section.work.proved, timeout=20_000):
        section.work.prove(ProofRun([sys.executable, "-c", _REPORT]))
    qtbot.wait(20)
    rows = sorted((row for row in section.findChildren(ProofRow) if row.isVisible()), key=lambda row: row.y())
    words = [(row.words.text(), row.verdict.text()) for row in rows]
    assert words[0] == ("When the program is killed, its vault is gone at once.", "Tried, and it did not hold.")
    assert [said.split(".")[0].split(",")[0] for _, said in words[1:]] == [
        "Tried",
        "Tried and refused",
        "Cannot be tried from here",
    ]
    assert section.summary.text().startswith("1 proof(s) did not hold. 1 proof(s) held. For 1 more")


def test_every_proof_of_the_command_has_words_in_the_window(qtbot: QtBot, page: PrivacyPage) -> None:
    section = _section(page, ProofSection)
    with qtbot.waitSignal(section.work.proved, timeout=120_000):
        qtbot.mouseClick(section.run, LEFT)
    assert section.report is not None
    assert {proof.name for proof in section.report.proofs} == set(NAMES)
    assert not section.report.named(Verdict.FAILED)


def test_proofs_are_stopped_at_once_by_cancel_and_by_the_lock(
    qtbot: QtBot, page: PrivacyPage, model: SessionModel
) -> None:
    section = _section(page, ProofSection)
    for stop in (lambda: qtbot.mouseClick(section.cancel, LEFT), model.lock):
        section.work.prove(ProofRun([sys.executable, "-c", "import time; time.sleep(60)"]))
        assert section.bar.isVisible()
        qtbot.wait(200)
        stop()
        qtbot.waitUntil(lambda: not section.work.busy, timeout=2_000)
        assert section.report is None


def test_a_command_that_ends_without_a_report_is_told(qtbot: QtBot, page: PrivacyPage) -> None:
    section = _section(page, ProofSection)
    with qtbot.waitSignal(section.work.failed, timeout=20_000):
        section.work.prove(ProofRun([sys.executable, "-c", "print('no')"]))
    assert "terminal" in page.banner.words.text()


def test_without_an_organisation_it_says_so(page: PrivacyPage) -> None:
    words = " ".join(part.text() for part in _section(page, RulesSection).findChildren(QLabel))
    assert "No organisation has set rules" in words


# ---------------------------------------------------------------------- rights

_HARMLESS = {"privacy-view", "privacy-proof-run", "privacy-rules", "privacy-answer-statistics", "privacy-takeout-save"}


@pytest.mark.promise("rights-table")
@pytest.mark.parametrize("right", PrivacyTexts.read().rights, ids=lambda right: right.id)
def test_every_right_leads_to_the_control_that_it_names(
    qtbot: QtBot, page: PrivacyPage, with_photo: SessionModel, right: object
) -> None:
    from headshot_desktop.app.privacy_texts import Right

    assert isinstance(right, Right)
    qtbot.waitUntil(lambda: with_photo.previews.complete and not with_photo.tasks.busy, timeout=20_000)
    table = _section(page, RightsSection)
    row = next(row for row in table.rows if row.right == right)
    qtbot.mouseClick(row.go, LEFT)
    assert page.shown == right.section
    qtbot.wait(20)
    found = [part for part in page.findChildren(QWidget, right.control) if part.isVisible()]
    assert found, f"there is no {right.control} in {right.section}"
    if right.control in _HARMLESS:
        _click(qtbot, page, found[0])
        qtbot.waitUntil(lambda: not with_photo.tasks.busy, timeout=60_000)
    else:
        assert isinstance(found[0], QAbstractButton) is (right.control != "privacy-notice")
        assert found[0].isEnabled()


def _click(qtbot: QtBot, page: PrivacyPage, control: QWidget) -> None:
    if control.objectName() == "privacy-takeout-save":
        section = page.sections["takeout"]
        assert isinstance(section, TakeoutSection)
        assert not control.isEnabled(), "a passphrase first"
        return
    assert control.isEnabled()
    if control.objectName() == "privacy-proof-run":
        page.work.prove(ProofRun([sys.executable, "-c", _REPORT]))
        return
    qtbot.mouseClick(control, LEFT)


def test_every_law_of_the_notice_is_in_the_table() -> None:
    laws = " ".join(right.law for right in PrivacyTexts.read().rights)
    for article in ("Art. 6", "7", "9", "Art. 13", "Art. 15", "Art. 17", "20", "CCPA", "CPRA", "PIPEDA", "BIPA"):
        assert article in laws
