"""The app lock in the window, with real keys and buttons, over a real vault; Argon2 is quick, the rest is real."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from headshot_desktop.app.build import build_studio
from headshot_desktop.core.events import EventKind
from headshot_desktop.core.policy import Managed, Policy
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program
from headshot_desktop.ui.lock_dialogs import (
    AuthenticatorDialog,
    ConfirmDialog,
    KeyDialog,
    LockDialog,
    PassphraseDialog,
    RecoveryCodeDialog,
    SetUpDialog,
)
from headshot_desktop.ui.pages.locked import LockedPage
from headshot_desktop.ui.pages.settings import SettingsPage
from headshot_desktop.ui.widgets.app_lock_section import AppLockSection
from headshot_desktop.ui.widgets.secret_field import SecretField
from headshot_desktop.vault import authenticator
from headshot_desktop.vault.app_lock import AppLock, Second
from headshot_desktop.vault.lock_watch import Away
from headshot_desktop.vault.passphrase import Buffer, Cost
from tests.scripts import script
from tests.ui.conftest import MOST_WORK, Watchdog
from tests.vault.locks import OTHER, WORDS, Hands, Plugged, app_lock, proof
from tests.vault.virtual_key import VirtualKey

Start = Callable[..., Program]


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def plugged() -> Plugged:
    return Plugged()


@pytest.fixture
def lock(tmp_path: Path, clock: Hands, plugged: Plugged) -> AppLock:
    return app_lock(tmp_path, clock, plugged)


@pytest.fixture
def start(qtbot: QtBot, lock: AppLock, tmp_path: Path) -> Iterator[Start]:
    made: list[Program] = []

    def begin(managed: Managed | None = None) -> Program:
        studio = build_studio(FakeEngine(script()), lock=lock, managed=managed)
        program = Program(studio, Preferences(), tmp_path / "preferences.json")
        qtbot.addWidget(program.window, before_close_func=lambda _: program.model.wipe())
        program.window.show()
        made.append(program)
        return program

    yield begin
    for program in made:
        program.close()


def _section(program: Program) -> AppLockSection:
    page = program.window.pages["settings"]
    assert isinstance(page, SettingsPage)
    program.window.show_page("settings")
    return page.app_lock


def _type(qtbot: QtBot, field: SecretField, words: bytes) -> None:
    qtbot.keyClicks(field.line, words.decode())


def _unlock(qtbot: QtBot, page: LockedPage, words: bytes = WORDS, code: str = "") -> None:
    _type(qtbot, page.passphrase, words)
    if code:
        qtbot.keyClicks(page.code, code)
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)


def _dialog(kind: type[LockDialog]) -> LockDialog | None:
    found = [part for part in QApplication.topLevelWidgets() if isinstance(part, kind) and part.isVisible()]
    return found[0] if found else None


def _in_dialog(
    qtbot: QtBot, button: QPushButton, kind: type[LockDialog], deed: Callable[[LockDialog], None]
) -> list[str]:
    """Press a button that opens a dialog, do something in it, and take the recovery code that comes after it."""
    codes: list[str] = []

    def act() -> None:
        dialog = _dialog(kind)
        assert dialog is not None
        deed(dialog)
        qtbot.mouseClick(dialog.action, Qt.MouseButton.LeftButton)

    def take() -> None:
        for part in QApplication.topLevelWidgets():
            if isinstance(part, RecoveryCodeDialog) and part.isVisible():
                codes.append(part.code.text())
                assert not part.close_button.isEnabled()
                qtbot.keyClick(part.kept, Qt.Key.Key_Space)
                qtbot.mouseClick(part.close_button, Qt.MouseButton.LeftButton)

    taking = QTimer()
    taking.timeout.connect(take)
    taking.start(50)
    QTimer.singleShot(100, act)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    taking.stop()
    return codes


def _set_up(qtbot: QtBot, program: Program, words: bytes = WORDS) -> str:
    section = _section(program)

    def fill(dialog: LockDialog) -> None:
        assert isinstance(dialog, SetUpDialog)
        _type(qtbot, dialog.new, words)
        _type(qtbot, dialog.again, words)

    (code,) = _in_dialog(qtbot, section.buttons["set-up"], SetUpDialog, fill)
    return code


def _kinds(program: Program) -> list[EventKind]:
    return [event.kind for event in program.studio.record.events()]


def test_set_up_lock_and_unlock_with_real_keys(
    qtbot: QtBot, start: Start, lock: AppLock, photo: Path, clock: Hands
) -> None:
    program = start()
    model, window = program.model, program.window
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    code = _set_up(qtbot, program)
    assert lock.is_set
    assert len(code) == 34
    assert not _section(program).buttons["set-up"].isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.locked.isVisible)
    qtbot.waitUntil(lambda: lock.locked)
    assert window.locked.passphrase.line.hasFocus()
    _unlock(qtbot, window.locked, OTHER)
    qtbot.waitUntil(lambda: "wrong" in window.locked.told.text())
    assert window.locked.passphrase.empty
    assert not window.locked.proceed.isEnabled(), "there is a wait"
    clock.now += 1
    qtbot.waitUntil(lambda: "again now" in window.locked.told.text())
    _unlock(qtbot, window.locked)
    qtbot.waitUntil(window.stack.isVisible)
    model.create()
    qtbot.waitUntil(lambda: len(model.candidates) == 1)
    assert {EventKind.APP_LOCK_CHANGED, EventKind.LOCKED, EventKind.UNLOCK_FAILED, EventKind.UNLOCKED} <= set(
        _kinds(program)
    )


def test_at_the_start_it_asks_first_and_no_photo_is_read(
    qtbot: QtBot, start: Start, lock: AppLock, photo: Path
) -> None:
    lock.set_up(bytearray(WORDS))
    lock.lock()
    program = start()
    window, model = program.window, program.model
    assert window.locked.isVisible()
    assert not window.stack.isVisible(), "nothing flashes before"
    model.add_files([photo])
    qtbot.waitUntil(lambda: not model.tasks.busy)
    assert model.photos == ()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert model.photos == ()
    _unlock(qtbot, window.locked)
    qtbot.waitUntil(window.stack.isVisible)
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None)


def test_the_window_stays_alive_while_the_passphrase_is_checked(qtbot: QtBot, start: Start, lock: AppLock) -> None:
    lock.set_up(bytearray(WORDS))
    lock.lock()
    quick = lock._derive

    def slow(passphrase: Buffer, salt: bytes, cost: Cost) -> bytearray:
        time.sleep(1.0)
        return quick(passphrase, salt, cost)

    lock._derive = slow
    program = start()
    qtbot.wait(500)
    _unlock(qtbot, program.window.locked)
    watching = Watchdog()
    qtbot.wait(400)
    watching.stop()
    assert watching.longest_work <= MOST_WORK
    assert watching.longest_wall <= 0.3, "the window went on while the passphrase was checked"
    assert program.window.locked.told.text() == "Checking…"
    assert not program.window.locked.proceed.isEnabled()
    qtbot.waitUntil(program.window.stack.isVisible)


def test_nobody_at_the_desk_locks_it(qtbot: QtBot, start: Start, lock: AppLock) -> None:
    program = start()
    now = 0.0
    program.idle._clock = lambda: now
    now = 3600.0
    program.idle.tick()
    assert not program.model.locked, "without an app lock there is no lock for idleness"
    _set_up(qtbot, program)
    program.idle.minutes = 5
    now += 4 * 60
    program.idle.tick()
    qtbot.keyClick(program.window, Qt.Key.Key_Shift)
    now += 4 * 60
    program.idle.tick()
    assert not program.model.locked
    now += 60
    program.idle.tick()
    qtbot.waitUntil(lambda: lock.locked)
    assert program.window.locked.isVisible()
    qtbot.waitUntil(lambda: program.studio.record.events()[-1].facts == {"reason": "idle"})


@pytest.mark.parametrize(("away", "reason"), [(Away.LOCKED, "screen"), (Away.WOKE, "sleep")])
def test_screen_and_sleep_lock_it(qtbot: QtBot, start: Start, lock: AppLock, away: Away, reason: str) -> None:
    program = start()
    _set_up(qtbot, program)
    program.watch._on_away(away)
    qtbot.waitUntil(lambda: lock.locked and program.studio.record.events()[-1].facts == {"reason": reason})
    assert program.model.locked
    assert lock.locked
    assert program.studio.record.events()[-1].facts == {"reason": reason}


def test_an_open_dialog_does_not_stay_over_the_lock(qtbot: QtBot, start: Start, lock: AppLock) -> None:
    program = start()
    _set_up(qtbot, program)
    seen: list[bool] = []

    def lock_it() -> None:
        dialog = _dialog(PassphraseDialog)
        assert isinstance(dialog, PassphraseDialog)
        _type(qtbot, dialog.passphrase, b"half a pass")
        program.model.lock()
        seen.append(dialog.isVisible())
        assert dialog.passphrase.empty

    QTimer.singleShot(100, lock_it)
    qtbot.mouseClick(_section(program).buttons["passphrase"], Qt.MouseButton.LeftButton)
    assert seen == [False]
    qtbot.waitUntil(lambda: lock.locked)


def test_change_and_remove(qtbot: QtBot, start: Start, lock: AppLock, clock: Hands) -> None:
    program = start()
    _set_up(qtbot, program)
    section = _section(program)

    def change(dialog: LockDialog) -> None:
        assert isinstance(dialog, PassphraseDialog)
        _type(qtbot, dialog.passphrase, WORDS)
        _type(qtbot, dialog.new, OTHER)
        _type(qtbot, dialog.again, OTHER)

    assert len(_in_dialog(qtbot, section.buttons["passphrase"], PassphraseDialog, change)) == 1
    lock.lock()
    lock.unlock(proof(OTHER))
    told: list[str] = []

    def wrong(dialog: LockDialog) -> None:
        _type(qtbot, dialog.passphrase, WORDS)

        def look() -> None:
            told.append(dialog.told.text())
            dialog.reject()

        QTimer.singleShot(700, look)

    _in_dialog(qtbot, section.buttons["remove"], ConfirmDialog, wrong)
    assert told == ["The passphrase is wrong."]
    assert lock.is_set
    clock.now += 300
    assert (
        _in_dialog(
            qtbot, section.buttons["remove"], ConfirmDialog, lambda dialog: _type(qtbot, dialog.passphrase, OTHER)
        )
        == []
    )
    assert not lock.is_set
    assert section.buttons["set-up"].isVisible()


def test_two_different_new_passphrases_are_told(qtbot: QtBot, start: Start, lock: AppLock) -> None:
    program = start()
    dialog = SetUpDialog(program.window.app_lock, program.window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.action.isEnabled(), "nothing is typed"
    _type(qtbot, dialog.new, WORDS[:9])
    _type(qtbot, dialog.again, WORDS[:9])
    assert not dialog.action.isEnabled(), "too short"
    for field in (dialog.new, dialog.again):
        field.forget()
    _type(qtbot, dialog.new, WORDS)
    assert not dialog.different.isVisible(), "the second one was not begun"
    _type(qtbot, dialog.again, OTHER)
    assert dialog.different.isVisible()
    assert not dialog.action.isEnabled()
    qtbot.keyClick(dialog.again.line, Qt.Key.Key_Return)
    qtbot.mouseClick(dialog.action, Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    assert not lock.is_set
    dialog.again.forget()
    _type(qtbot, dialog.again, WORDS)
    assert not dialog.different.isVisible()
    assert dialog.action.isEnabled()
    dialog.reject()
    assert dialog.new.empty


@pytest.mark.parametrize("way", ["close", "escape", "lock"])
def test_the_recovery_code_stays_until_it_is_written_down(qtbot: QtBot, start: Start, way: str) -> None:
    program = start()
    dialog = RecoveryCodeDialog("ABCD-EFGH-IJKL", program.window)
    qtbot.addWidget(dialog, before_close_func=lambda shown: shown.kept.setChecked(True))
    dialog.open()
    deeds: dict[str, Callable[[], object]] = {
        "close": dialog.close,
        "escape": lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape),
        "lock": program.model.lock,
    }
    deeds[way]()
    qtbot.keyClick(dialog.code, Qt.Key.Key_Return)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.code.text() == "ABCD-EFGH-IJKL"
    dialog.kept.setChecked(True)
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert dialog.code.text() == ""


def test_an_authenticator_app(qtbot: QtBot, start: Start, lock: AppLock, clock: Hands) -> None:
    program = start()
    _set_up(qtbot, program)
    secret = bytearray()

    def add(dialog: LockDialog) -> None:
        assert isinstance(dialog, AuthenticatorDialog)
        assert "does not make the encryption stronger" in dialog.words.text()
        secret.extend(dialog._secret)
        assert dialog.key.text() == authenticator.key_text(secret)
        qtbot.keyClicks(dialog.shown, authenticator.code_at(secret, int(clock.time) // 30))
        _type(qtbot, dialog.passphrase, WORDS)

    _in_dialog(qtbot, _section(program).buttons["app"], AuthenticatorDialog, add)
    assert lock.second is Second.AUTHENTICATOR
    assert "guards the window" in _section(program).second.text()
    program.model.lock()
    qtbot.waitUntil(lambda: lock.locked)
    page = program.window.locked
    assert page.code.isVisible()
    clock.time += 30
    _unlock(qtbot, page, WORDS, authenticator.code_at(secret, int(clock.time) // 30))
    qtbot.waitUntil(program.window.stack.isVisible)


def test_a_security_key(qtbot: QtBot, start: Start, lock: AppLock, plugged: Plugged) -> None:
    program = start()
    _set_up(qtbot, program)
    plugged.append(VirtualKey(pin="4711"))

    def add(dialog: LockDialog) -> None:
        assert isinstance(dialog, KeyDialog)
        _type(qtbot, dialog.passphrase, WORDS)
        _type(qtbot, dialog.pin, b"4711")

    _in_dialog(qtbot, _section(program).buttons["key"], KeyDialog, add)
    assert lock.second is Second.SECURITY_KEY
    assert "1 security key" in _section(program).second.text()
    program.model.lock()
    qtbot.waitUntil(lambda: lock.locked)
    page = program.window.locked
    assert page.key_words.isVisible()
    key = plugged.pop()
    _unlock(qtbot, page)
    qtbot.waitUntil(lambda: "No security key" in page.told.text())
    assert page.isVisible()
    plugged.append(key)
    _unlock(qtbot, page)
    qtbot.waitUntil(program.window.stack.isVisible)


def test_forgotten_with_the_recovery_code(qtbot: QtBot, start: Start, lock: AppLock, photo: Path) -> None:
    program = start()
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: program.model.main is not None and not program.model.tasks.busy)
    code = _set_up(qtbot, program)
    program.model.lock()
    qtbot.waitUntil(lambda: lock.locked)
    page = program.window.locked
    qtbot.mouseClick(page.forgotten, Qt.MouseButton.LeftButton)
    assert program.window.focusWidget() is page.recovery_code
    qtbot.keyClicks(page.recovery_code, code.lower())
    _type(qtbot, page.new, OTHER)
    _type(qtbot, page.again, OTHER)
    codes: list[str] = []

    def take() -> None:
        for part in QApplication.topLevelWidgets():
            if isinstance(part, RecoveryCodeDialog) and part.isVisible():
                codes.append(part.code.text())
                part.kept.setChecked(True)
                part.accept()

    taking = QTimer()
    taking.timeout.connect(take)
    taking.start(50)
    qtbot.mouseClick(page.recover, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(codes))
    taking.stop()
    assert codes[0] != code
    qtbot.waitUntil(program.window.stack.isVisible)
    assert len(program.model.photos) == 1
    lock.lock()
    lock.unlock(proof(OTHER))


@pytest.mark.parametrize("sure", [True, False])
def test_forgotten_everything(qtbot: QtBot, start: Start, lock: AppLock, photo: Path, sure: bool) -> None:
    program = start()
    model = program.model
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None and not model.tasks.busy)
    _set_up(qtbot, program)
    folder = program.studio._vault.folder
    assert folder is not None
    model.lock()
    qtbot.waitUntil(lambda: lock.locked)
    page = program.window.locked
    qtbot.mouseClick(page.forgotten, Qt.MouseButton.LeftButton)

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        words = "Erase and remove" if sure else "Go back"
        (button,) = (each for each in box.buttons() if each.text() == words)
        button.click()

    QTimer.singleShot(200, answer)
    qtbot.mouseClick(page.erase, Qt.MouseButton.LeftButton)
    if not sure:
        assert lock.is_set
        assert folder.exists()
        return
    qtbot.waitUntil(lambda: not model.locked and not model.tasks.busy)
    assert not lock.is_set
    assert not folder.exists()
    assert model.photos == ()


def test_a_record_removed_from_outside_leaves_nothing_to_open(
    qtbot: QtBot, start: Start, lock: AppLock, photo: Path
) -> None:
    program = start()
    program.model.add_files([photo])
    qtbot.waitUntil(lambda: program.model.main is not None and not program.model.tasks.busy)
    _set_up(qtbot, program)
    program.model.lock()
    qtbot.waitUntil(lambda: lock.locked)
    lock._store.path.unlink()
    page = program.window.locked
    page.refresh()
    assert not page.passphrase.isVisible()
    qtbot.mouseClick(page.proceed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not program.model.locked and not program.model.tasks.busy)
    assert program.model.photos == ()
    assert program.studio.items() == ()


def test_what_the_organisation_requires(qtbot: QtBot, start: Start, lock: AppLock, photo: Path) -> None:
    program = start(Managed((Policy("p.json", {"app-lock": "required", "lock-idle": 2}),)))
    model = program.model
    told: list[str] = []
    model.failed.connect(lambda _, error: told.append(error.code))
    model.add_files([photo])
    qtbot.waitUntil(lambda: told == ["policy-app-lock"])
    assert model.photos == ()
    assert program.idle.minutes == 2
    assert _section(program).required.isVisible()
    _set_up(qtbot, program)
    assert not _section(program).buttons["remove"].isVisible()
    model.add_files([photo])
    qtbot.waitUntil(lambda: model.main is not None)
    lock.remove(proof())  # by another program
    model.add_files([photo])
    qtbot.waitUntil(lambda: "policy-app-lock" in told[1:])
    assert len(model.photos) == 1


# ---------------------------------------------------------------------- the field


def test_the_field_edits_like_a_line_and_holds_no_words(qtbot: QtBot) -> None:
    field = SecretField("Passphrase")
    qtbot.addWidget(field)
    field.show()
    line = field.line
    qtbot.keyClicks(line, "correct hors")
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "é"))
    assert line.secret() == "correct horsé".encode()
    assert "c" not in line.text()
    assert len(line.text()) == 13
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, "e")
    for _ in range(6):
        qtbot.keyClick(line, Qt.Key.Key_Left)
    qtbot.keyClicks(line, "!")
    qtbot.keyClick(line, Qt.Key.Key_Home)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, "K")
    assert line.secret() == b"Korrect! horse"
    line.setSelection(7, 1)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    line.setSelection(0, 7)
    QApplication.clipboard().setText("pasted ö")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.secret() == "pasted ö horse".encode()
    QApplication.clipboard().clear()
    qtbot.keyClick(field.show_button, Qt.Key.Key_Space)
    assert line.text() == "pasted ö horse"
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "s")
    qtbot.keyClick(field.show_button, Qt.Key.Key_Space)
    assert "h" not in line.text()
    assert line.secret() == "pasted ö horses".encode()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == ""
    assert field.line.secret() == "pasted ö horses".encode()
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.empty, "as in every password field of Qt, undo empties it"
    qtbot.keyClicks(line, "again")
    assert field.take() == b"again"
    assert field.empty
    assert not any(line._kept)


def test_caps_lock_is_noticed_by_its_letters(qtbot: QtBot) -> None:
    field = SecretField("Passphrase")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field.line, "a")
    assert field.caps.isHidden()
    qtbot.keyClick(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert field.caps.isHidden()
    qtbot.keyClick(field.line, "B")
    assert not field.caps.isHidden()
    qtbot.keyClick(field.line, "c")
    assert field.caps.isHidden()


def test_the_field_never_takes_more_than_it_can_hold(qtbot: QtBot) -> None:
    field = SecretField("Passphrase")
    qtbot.addWidget(field)
    field.show()
    QApplication.clipboard().setText("x" * 1000)
    for _ in range(3):
        qtbot.keyClick(field.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()
    assert field.take() == b"x" * 256
