"""What is shown while the pictures are locked: nothing of them; a button, or with an app lock what it asks for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMessageBox, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.app.picture_lock import Proof, Second
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.core.events import LockReason
from headshot_desktop.ui import theme
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.app_lock_model import AppLockModel
from headshot_desktop.ui.engine_words import refusal_words
from headshot_desktop.ui.lock_dialogs import RecoveryCodeDialog, new_secret, secrets_match
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.centred_card import CentredCard
from headshot_desktop.ui.widgets.secret_field import SecretField
from headshot_desktop.ui.widgets.text import label, safe


class LockedPage(CentredCard):
    """Takes the place of all pages: at the start with an app lock, after a while without use, or when one was away."""

    continued = Signal()
    """Without an app lock: go on."""

    def __init__(self, lock: AppLockModel, parent: QWidget | None = None) -> None:
        super().__init__(480, parent)
        self.lock = lock
        self._working = False
        self.words = label()
        self.column.addWidget(self.words)
        self._build_form()
        self.proceed = QPushButton(self.tr("Continue"), self.card)
        self.proceed.setProperty("role", "primary")
        self.proceed.clicked.connect(self._proceed)
        self.stop = QPushButton(self.tr("Stop waiting"), self.card)
        self.stop.clicked.connect(lock.cancel)
        self.forgotten = QPushButton(self.tr("Forgot it?"), self.card)
        self.forgotten.setProperty("role", "plain")
        self.forgotten.clicked.connect(lambda: self._show_recovery(self.recovery.isHidden()))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.proceed, self.stop, self.forgotten):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self._build_recovery()
        self._second = QTimer(self)
        self._second.setInterval(500)
        self._second.timeout.connect(self._count)
        lock.model.unlock_failed.connect(self._failed)
        self.refresh()

    def _build_form(self) -> None:
        """What an app lock asks for."""
        self.passphrase = SecretField(self.tr("Passphrase"), self.card)
        self.code = QLineEdit(self.card)
        self.code.setMaxLength(7)
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.code.setAccessibleName(self.tr("Code from your authenticator app"))
        self.code_name = label(self.tr("Code from your authenticator app"))
        self.code_name.setBuddy(self.code)
        self.key_words = label(
            self.tr("Plug in your security key, press “Unlock”, then touch the key when it blinks."), "quiet"
        )
        self.told = label("", "bad")
        self.told.hide()
        for part in (self.passphrase, self.code_name, self.code, self.key_words, self.told):
            self.column.addWidget(part)
        self.passphrase.entered.connect(self._proceed)
        self.code.returnPressed.connect(self._proceed)
        for signal in (self.passphrase.changed, self.code.textChanged):
            signal.connect(lambda *_: self._enable())

    def _build_recovery(self) -> None:
        """What is offered to who has forgotten the passphrase or lost the second step."""
        self.recovery = QWidget(self.card)
        column = QVBoxLayout(self.recovery)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label(self.tr("With your recovery code"), "heading"))
        column.addWidget(
            label(
                self.tr(
                    "Type the code that you wrote down, and a new passphrase. A second step is switched off by this, "
                    "and you get a new recovery code."
                )
            )
        )
        self.recovery_code = QLineEdit(self.recovery)
        self.recovery_code.setMaxLength(80)
        self.recovery_code.setAccessibleName(self.tr("Recovery code"))
        name = label(self.tr("Recovery code"))
        name.setBuddy(self.recovery_code)
        self.new = SecretField(self.tr("New passphrase"), self.recovery)
        self.again = SecretField(self.tr("New passphrase, once more"), self.recovery)
        self.recover = QPushButton(self.tr("Use the recovery code"), self.recovery)
        self.recover.clicked.connect(self._recover)
        for part in (name, self.recovery_code, self.new, self.again):
            column.addWidget(part)
        for signal in (self.recovery_code.textChanged, self.new.changed, self.again.changed):
            signal.connect(lambda *_: self._enable())
        column.addWidget(self.recover, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(GRID)
        column.addWidget(label(self.tr("Without it"), "heading"))
        column.addWidget(
            label(
                self.tr(
                    "Nobody can open the pictures of this session then, we neither. You can erase them and begin anew; "
                    "files that you saved stay where they are."
                )
            )
        )
        self.erase = QPushButton(self.tr("Erase the pictures and remove the lock…"), self.recovery)
        self.erase.setProperty("role", "danger")
        self.erase.clicked.connect(self._erase)
        column.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.recovery)
        self.recovery.hide()

    # ------------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Read what the lock is, and show what it asks for."""
        asked = self.lock.is_set
        second = self.lock.second
        self.title.setText(self.tr("Headshot Desktop is locked") if asked else self.tr("Your pictures are locked"))
        self.words.setText(
            self.tr("Type your passphrase to go on. Until then nobody sees your pictures, and no photo is read.")
            if asked
            else self._why()
        )
        self.proceed.setText(self.tr("Unlock") if asked else self.tr("Continue"))
        self.passphrase.setVisible(asked)
        for part in (self.code, self.code_name):
            part.setVisible(asked and second is Second.AUTHENTICATOR)
        self.key_words.setVisible(asked and second is Second.SECURITY_KEY)
        self.forgotten.setVisible(asked)
        if not asked:
            self._show_recovery(False)
        self._count()

    def _why(self) -> str:
        """Why it is locked, without an app lock."""
        reasons = {
            LockReason.ASKED: self.tr("You locked them."),
            LockReason.IDLE: self.tr("Nobody used the window for a while."),
            LockReason.SCREEN: self.tr("The screen was locked."),
            LockReason.SLEEP: self.tr("The computer was asleep."),
            LockReason.ALARM: self.tr(
                "The program saw something that endangers them; the line below says what it was."
            ),
        }
        means = self.tr("Nobody sees your pictures until you continue; their key was taken out of memory.")
        return f"{reasons[self.lock.model.lock_reason]} {means}"

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with nothing typed."""
        super().showEvent(event)
        self._say("")
        self.refresh()
        if self.lock.is_set and (problem := self.lock.problem) is not None:
            self._say(refusal_words(problem))
        self._second.start()
        self.begin()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing that was typed stays."""
        super().hideEvent(event)
        self._second.stop()
        for field in (self.passphrase, self.new, self.again):
            field.forget()
        for line in (self.code, self.recovery_code):
            line.clear()
        self._show_recovery(False)

    def begin(self) -> None:
        """Put the keyboard where it is needed."""
        (self.passphrase.line if self.lock.is_set else self.proceed).setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard comes back with the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible() and not self.recovery.isVisible():
            self.begin()

    def _show_recovery(self, shown: bool) -> None:
        self.recovery.setVisible(shown)
        if shown:
            self.recovery_code.setFocus()

    def _count(self) -> None:
        """Twice a second: how long to wait, and what may be pressed."""
        left = self.lock.wait()
        if left > 0 and not self._working:
            self._say(self.tr("Wrong. You can try again in %n second(s).", "", int(-(-left // 1))), spoken=False)
        elif left <= 0 and self._waited:
            self._say(self.tr("You can try again now."))
        self._waited = left > 0
        self._enable()

    _waited = False

    def _enable(self) -> None:
        asked = self.lock.is_set
        ready = not asked or not self.passphrase.empty
        if self.code.isVisibleTo(self):
            ready = ready and bool(self.code.text().strip())
        self.proceed.setEnabled(ready and not self._working and not self._waited)
        self.stop.setVisible(self._working and self.lock.second is Second.SECURITY_KEY)
        ready = bool(self.recovery_code.text().strip()) and new_secret(self.new, self.again)
        self.recover.setEnabled(ready and not self._working and not self._waited)
        self.erase.setEnabled(not self._working)

    def _say(self, words: str, *, spoken: bool = True) -> None:
        if words == self.told.text():
            return
        self.told.setText(safe(words))
        self.told.setVisible(bool(words))
        if words and spoken:
            announce(self.told, words)

    # ------------------------------------------------------------------ what is done

    def _proceed(self) -> None:
        if not self.lock.is_set:
            self.continued.emit()
            return
        if not self.proceed.isEnabled():
            return
        self._work(self.tr("Checking…"))
        self.lock.unlock(Proof(self.passphrase.take(), self.code.text()), self._done)
        self.code.clear()

    def _recover(self) -> None:
        if not secrets_match(self.new, self.again):
            self._say(self.tr("The two new passphrases are not the same. Type them again."))
            return
        self.again.forget()
        self._work(self.tr("Checking…"))
        self.lock.recover(self.recovery_code.text(), self.new.take(), self._recovered, self._failed)

    def _recovered(self, code: str) -> None:
        self._done()
        RecoveryCodeDialog(code, self.window()).exec()

    def _erase(self) -> None:
        question = QMessageBox(self)
        theme.wear(question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setText(self.tr("Erase all pictures of this session and remove the app lock?"))
        question.setInformativeText(self.tr("Erased pictures cannot be brought back."))
        erase = question.addButton(self.tr("Erase and remove"), QMessageBox.ButtonRole.DestructiveRole)
        back = question.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(back)
        question.setEscapeButton(back)
        question.exec()
        if question.clickedButton() is erase:
            self._work(self.tr("Erasing…"))
            self.lock.reset(self._done, self._failed)

    def _work(self, words: str) -> None:
        self._working = True
        self._say(words)
        self._enable()

    def _done(self) -> None:
        self._working = False
        self._say("")
        self._enable()

    def _failed(self, error: HeadshotError) -> None:
        """Say why; the fields are empty, the keyboard is back in the first."""
        self._working = False
        self._say(refusal_words(error))
        self._waited = self.lock.wait() > 0
        self._enable()
        if not self.recovery.isVisible():
            self.passphrase.line.setFocus()
