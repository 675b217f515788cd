"""The dialogs of the app lock: each asks for what one change needs, waits for it, and says what came of it."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from headshot_desktop.app.picture_lock import NewAuthenticator, Proof, Second
from headshot_desktop.core.errors import Cancelled, HeadshotError
from headshot_desktop.ui import theme
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.app_lock_model import AppLockModel
from headshot_desktop.ui.engine_words import refusal_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.secret_field import SecretField
from headshot_desktop.ui.widgets.text import label, safe
from headshot_desktop.vault import authenticator
from headshot_desktop.vault.format import wipe
from headshot_desktop.vault.passphrase import SHORTEST

WIDTH = 520


def secrets_match(one: SecretField, other: SecretField) -> bool:
    """Whether two fields hold the same; neither is emptied."""
    copies = one.line.secret(), other.line.secret()
    same = hmac.compare_digest(*copies)
    for copy in copies:
        wipe(copy)
    return same


def new_secret(one: SecretField, other: SecretField) -> bool:
    """Whether two fields hold the same passphrase, and it is long enough; neither is emptied."""
    return one.line.count >= SHORTEST and secrets_match(one, other)


class LockDialog(QDialog):
    """Words, fields, and one button that begins a deed; stays until the deed is done or given up."""

    def __init__(self, lock: AppLockModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.wear(self)
        self.lock = lock
        self.setMinimumWidth(WIDTH)
        self._working = False
        self._secrets: list[SecretField] = []
        self.code: QLineEdit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        self.title, self.words = label("", "heading"), label()
        self.fields = QVBoxLayout()
        self.fields.setSpacing(GRID)
        self.told = label("", "bad")
        self.told.hide()
        self.waiting = QProgressBar(self)
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.waiting.setAccessibleName(self.tr("Working"))
        self.waiting.hide()
        for part in (self.title, self.words):
            column.addWidget(part)
        column.addLayout(self.fields)
        column.addWidget(self.told)
        column.addWidget(self.waiting)
        column.addLayout(self._buttons())
        lock.model.locked_changed.connect(self._locked)

    def _buttons(self) -> QHBoxLayout:
        self.action = QPushButton(self)
        self.action.setProperty("role", "primary")
        self.action.setDefault(True)
        self.action.clicked.connect(self._begin)
        self.back = QPushButton(self.tr("Cancel"), self)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.action)
        return row

    def prepare(self, title: str, words: str, action: str) -> None:
        """Say what this is about, and what the button says."""
        self.setWindowTitle(title)
        self.title.setText(safe(title))
        self.words.setText(safe(words))
        self.action.setText(action)

    # ------------------------------------------------------------------ for the dialogs below

    def secret(self, name: str) -> SecretField:
        """Add a field for a passphrase."""
        field = SecretField(name, self)
        self._secrets.append(field)
        self.fields.addWidget(field)
        return field

    def line(self, name: str) -> QLineEdit:
        """Add a field for something short, such as a code."""
        line = QLineEdit(self)
        line.setMaxLength(80)
        line.setAccessibleName(name)
        title = label(name)
        title.setBuddy(line)
        self.fields.addWidget(title)
        self.fields.addWidget(line)
        return line

    def proof_fields(self) -> None:
        """Add what the lock asks for before it is changed."""
        self.passphrase = self.secret(self.tr("Your passphrase now"))
        if self.lock.second is Second.AUTHENTICATOR:
            self.code = self.line(self.tr("Code from your authenticator app"))
        if self.lock.second is Second.SECURITY_KEY:
            self.fields.addWidget(
                label(self.tr("Your security key must be plugged in; touch it when it blinks."), "quiet")
            )

    def proof(self) -> Proof:
        """What was typed into `proof_fields`."""
        return Proof(self.passphrase.take(), self.code.text() if self.code else "")

    def deed(self) -> bool:
        """Begin; whether there is something to wait for. `done_with` or `failed` has to be called then."""
        return False

    def done_with(self, code: str) -> None:
        """The deed is done; the recovery code, if there is a new one."""
        self._working = False
        self.accept()
        if code:
            RecoveryCodeDialog(code, self.parentWidget()).exec()

    def failed(self, error: HeadshotError) -> None:
        """The deed was refused."""
        self._show_working(False)
        self.say("" if isinstance(error, Cancelled) else refusal_words(error))
        if self._secrets:
            self._secrets[0].line.setFocus()

    def say(self, words: str) -> None:
        """Show and announce a sentence."""
        self.told.setText(safe(words))
        self.told.setVisible(bool(words))
        if words:
            announce(self.told, words)

    # ------------------------------------------------------------------ inside

    def _begin(self) -> None:
        if self._working:
            return
        self.say("")
        if self.deed():
            self._show_working(True)

    def _show_working(self, working: bool) -> None:
        self._working = working
        self.waiting.setVisible(working)
        self._follow()

    def ready(self) -> bool:
        """Whether what was typed can be tried."""
        return True

    def _follow(self) -> None:
        self.action.setEnabled(self.ready() and not self._working)

    def _locked(self, locked: bool) -> None:
        if locked:
            self.reject()

    def reject(self) -> None:
        """Close; what was typed is zeroed. While a deed is under way it is asked to stop, and answers in a moment.

        Only waiting for a security key can be stopped; a new lock is finished, since its recovery code must be seen.
        """
        if self._working:
            self.lock.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Nothing that was typed stays."""
        for field in self._secrets:
            field.forget()
        super().done(result)


class _NewPassphrase(LockDialog):
    """With two fields for a new passphrase."""

    def new_fields(self) -> None:
        """Add them."""
        self.new = self.secret(self.tr("New passphrase"))
        self.again = self.secret(self.tr("New passphrase, once more"))
        self.fields.addWidget(
            label(
                self.tr("At least 10 characters. Four or five words that have nothing to do with each other are good."),
                "quiet",
            )
        )
        self.different = label(self.tr("The two are not the same yet."), "quiet")
        self.different.hide()
        self.fields.addWidget(self.different)
        for field in (self.new, self.again):
            field.changed.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        self.different.setVisible(not self.again.empty and not secrets_match(self.new, self.again))
        self._follow()

    def ready(self) -> bool:
        """Long enough, and twice the same."""
        return new_secret(self.new, self.again)

    def agreed(self) -> bool:
        """Whether both fields are the same; says so where not."""
        if not secrets_match(self.new, self.again):
            self.say(self.tr("The two new passphrases are not the same. Type them again."))
            self.new.line.setFocus()
            return False
        self.again.forget()
        return True


class SetUpDialog(_NewPassphrase):
    """A lock where there is none."""

    def __init__(self, lock: AppLockModel, parent: QWidget | None = None) -> None:
        super().__init__(lock, parent)
        self.prepare(
            self.tr("Set up an app lock"),
            self.tr(
                "From then on the program asks for this passphrase when it starts and when it was locked. It is mixed "
                "into the key of your pictures: without it nobody can open them, also not with the key from the "
                "system's keyring. If you forget it and lose the recovery code, all that is left is to erase the "
                "pictures of the session and begin anew. Files that you saved are not locked."
            ),
            self.tr("Set up"),
        )
        self.new_fields()

    def deed(self) -> bool:
        """See `LockDialog.deed`."""
        if not self.agreed():
            return False
        self.lock.set_up(self.new.take(), self.done_with, self.failed)
        return True


class PassphraseDialog(_NewPassphrase):
    """Another passphrase."""

    def __init__(self, lock: AppLockModel, parent: QWidget | None = None) -> None:
        super().__init__(lock, parent)
        words = self.tr("You get a new recovery code as well; the old one is void.")
        if lock.keys > 1:
            words += " " + self.tr("Of your two security keys only the one that you touch now stays.")
        self.prepare(self.tr("Change the passphrase"), words, self.tr("Change"))
        self.proof_fields()
        self.new_fields()

    def deed(self) -> bool:
        """See `LockDialog.deed`."""
        if not self.agreed():
            return False
        self.lock.change_passphrase(self.proof(), self.new.take(), self.done_with, self.failed)
        return True


class KeyDialog(LockDialog):
    """A security key as the second step, or one more."""

    def __init__(self, lock: AppLockModel, parent: QWidget | None = None) -> None:
        super().__init__(lock, parent)
        words = self.tr(
            "Its answer is mixed into the key of your pictures, so a stolen passphrase alone opens nothing. Press "
            "“Add”, then touch the key each time it blinks. You get a new recovery code."
        )
        if lock.keys:
            words += " " + self.tr("First the key that you have, then the new one; both must be plugged in.")
        self.prepare(self.tr("Add a security key"), words, self.tr("Add"))
        self.proof_fields()
        self.pin = self.secret(self.tr("PIN of the security key, if it has one"))

    def deed(self) -> bool:
        """See `LockDialog.deed`."""
        pin = self.pin.take()
        text = pin.decode("utf-8", "replace")  # fido2 takes a PIN as a string only
        wipe(pin)
        self.lock.add_key(self.proof(), text, self.done_with, self.failed)
        return True


class AuthenticatorDialog(LockDialog):
    """An authenticator app as the second step."""

    def __init__(self, lock: AppLockModel, parent: QWidget | None = None) -> None:
        super().__init__(lock, parent)
        self.prepare(
            self.tr("Use an authenticator app"),
            self.tr(
                "The program then asks for a code of the app as well. This stops somebody at your desk who has seen "
                "your passphrase. It does not make the encryption stronger, because the app's key lies on this "
                "computer too; a security key does. You get a new recovery code."
            ),
            self.tr("Use the app"),
        )
        self._secret = NewAuthenticator("").secret
        self.key = QLineEdit(authenticator.key_text(self._secret), self)
        self.key.setReadOnly(True)
        self.key.setAccessibleName(self.tr("Key for the app"))
        name = label(self.tr("1. Type this key into the app (kind: time-based)"))
        name.setBuddy(self.key)
        self.fields.addWidget(name)
        self.fields.addWidget(self.key)
        self.shown = self.line(self.tr("2. Type the code that the app shows"))
        self.proof_fields()

    def deed(self) -> bool:
        """See `LockDialog.deed`."""
        app = NewAuthenticator(self.shown.text(), bytearray(self._secret))
        self.lock.add_app(self.proof(), app, self.done_with, self.failed)
        return True

    def done(self, result: int) -> None:
        """See `LockDialog.done`."""
        wipe(self._secret)
        self.key.clear()
        super().done(result)


class ConfirmDialog(LockDialog):
    """A change that needs nothing but the passphrase: no second step, one key less, no lock."""

    def __init__(
        self,
        lock: AppLockModel,
        title: str,
        words: str,
        action: str,
        deed: Callable[[Proof, Callable[[str], None], Callable[[HeadshotError], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lock, parent)
        self._deed = deed
        self.prepare(title, words, action)
        self.proof_fields()

    def deed(self) -> bool:
        """See `LockDialog.deed`."""
        self._deed(self.proof(), self.done_with, self.failed)
        return True


class RecoveryCodeDialog(QDialog):
    """The recovery code, once; closes when the person says that it is written down."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.wear(self)
        self.setWindowTitle(self.tr("Your recovery code"))
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(self.tr("Your recovery code"), "heading"))
        column.addWidget(
            label(
                self.tr(
                    "Write it on paper and keep it where you keep other important papers. It opens everything without "
                    "passphrase and second step. It works once, and this is the only time that it is shown."
                )
            )
        )
        self.code = QLineEdit(code, self)
        self.code.setReadOnly(True)
        self.code.setAccessibleName(self.tr("Recovery code"))
        font = self.code.font()
        font.setFamily("monospace")
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.code.setFont(font)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.code)
        self.kept = QCheckBox(self.tr("I have written it down"), self)
        column.addWidget(self.kept)
        self.close_button = QPushButton(self.tr("Done"), self)
        self.close_button.setProperty("role", "primary")
        self.close_button.setEnabled(False)
        self.close_button.clicked.connect(self.accept)
        self.kept.toggled.connect(self.close_button.setEnabled)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTrailing)

    def done(self, result: int) -> None:
        """The code leaves the line."""
        self.code.setText("x" * len(self.code.text()))
        self.code.clear()
        super().done(result)

    def reject(self) -> None:
        """Neither Escape nor the window's own button closes it before the code is written down."""
        if self.kept.isChecked():
            super().reject()

    def accept(self) -> None:
        """Nor does anything else."""
        if self.kept.isChecked():
            super().accept()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """See `reject`."""
        if self.kept.isChecked():
            super().closeEvent(event)
        else:
            event.ignore()
