"""The app lock on the settings page: what it is, and buttons for what can be changed."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from headshot_desktop.app.picture_lock import Second
from headshot_desktop.ui.app_lock_model import AppLockModel
from headshot_desktop.ui.engine_words import refusal_words
from headshot_desktop.ui.lock_dialogs import (
    AuthenticatorDialog,
    ConfirmDialog,
    KeyDialog,
    LockDialog,
    PassphraseDialog,
    SetUpDialog,
)
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.text import label, safe

MOST_KEYS = 2


def _show(dialog: LockDialog) -> None:
    """Show a dialog until it is closed; nothing of it stays."""
    dialog.exec()
    dialog.deleteLater()


class AppLockSection(QWidget):
    """Rebuilt by `refresh` whenever the lock changes."""

    def __init__(self, lock: AppLockModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lock = lock
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label(self.tr("App lock"), "heading"))
        self.state = label()
        self.required = label(self.tr("Your organisation requires an app lock."))
        self.required.setVisible(lock.lock.required)
        self.second = label("", "quiet")
        for part in (self.required, self.state, self.second):
            column.addWidget(part)
        self.buttons: dict[str, QPushButton] = {}
        row = QWidget(self)
        flow = FlowLayout(row, gap=GRID, line_gap=GRID)
        for name, words, deed in (
            ("set-up", self.tr("Set up…"), self._set_up),
            ("lock", self.tr("Lock now"), self.lock.model.lock),
            ("passphrase", self.tr("Change the passphrase…"), self._passphrase),
            ("key", self.tr("Add a security key…"), self._key),
            ("one-key", self.tr("Keep one security key…"), self._one_key),
            ("app", self.tr("Use an authenticator app…"), self._app),
            ("no-second", self.tr("No second step…"), self._no_second),
            ("remove", self.tr("Remove the lock…"), self._remove),
        ):
            button = QPushButton(words, row)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            self.buttons[name] = button
            flow.addWidget(button)
        column.addWidget(row)
        lock.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read what the lock is."""
        is_set, second, keys = self.lock.is_set, self.lock.second, self.lock.keys
        self.state.setText(
            self.tr("On: the program asks for your passphrase at the start and after it was locked (Ctrl+L).")
            if is_set
            else self.tr(
                "Off. With an app lock the program asks for a passphrase, and your pictures cannot be opened without "
                "it."
            )
        )
        problem = self.lock.problem
        self.second.setText(safe(self._second_words(second, keys) if problem is None else refusal_words(problem)))
        self.second.setVisible(is_set)
        shown = {
            "set-up": not is_set,
            "lock": is_set,
            "passphrase": is_set,
            "key": is_set and keys < MOST_KEYS and sys.platform != "win32",
            "one-key": keys > 1,
            "app": is_set and second is not Second.AUTHENTICATOR,
            "no-second": second is not Second.NONE,
            "remove": is_set and not self.lock.lock.required,
        }
        for name, button in self.buttons.items():
            button.setVisible(shown[name])

    def _second_words(self, second: Second, keys: int) -> str:
        if second is Second.SECURITY_KEY:
            return self.tr(
                "Second step: %n security key(s). Without one of them the passphrase opens nothing.", "", keys
            )
        if second is Second.AUTHENTICATOR:
            return self.tr(
                "Second step: an authenticator app. It guards the window; the encryption does not depend on it."
            )
        return self.tr("No second step.")

    # ------------------------------------------------------------------ deeds

    def _set_up(self) -> None:
        _show(SetUpDialog(self.lock, self.window()))

    def _passphrase(self) -> None:
        _show(PassphraseDialog(self.lock, self.window()))

    def _key(self) -> None:
        _show(KeyDialog(self.lock, self.window()))

    def _app(self) -> None:
        _show(AuthenticatorDialog(self.lock, self.window()))

    def _one_key(self) -> None:
        _show(
            ConfirmDialog(
                self.lock,
                self.tr("Keep one security key"),
                self.tr(
                    "Plug in the key that stays and touch it when it blinks. The other one opens nothing afterwards."
                ),
                self.tr("Keep this key"),
                self.lock.keep_this_key,
                self.window(),
            )
        )

    def _no_second(self) -> None:
        _show(
            ConfirmDialog(
                self.lock,
                self.tr("No second step"),
                self.tr("The passphrase alone opens the lock afterwards. You get a new recovery code."),
                self.tr("Switch off"),
                self.lock.no_second,
                self.window(),
            )
        )

    def _remove(self) -> None:
        _show(
            ConfirmDialog(
                self.lock,
                self.tr("Remove the app lock"),
                self.tr("The program opens without a passphrase afterwards. Your pictures of this session stay."),
                self.tr("Remove"),
                self.lock.remove,
                self.window(),
            )
        )
