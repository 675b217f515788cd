"""Take everything out: one file, encrypted unless the person wants it otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from headshot_desktop.app.export_names import beside, clean_base, taken_names
from headshot_desktop.app.takeout import Order, Seal, check
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.ui.engine_words import refusal_words
from headshot_desktop.ui.privacy.section import Section, row
from headshot_desktop.ui.privacy_work import PrivacyWork
from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.save_place import SavePlace
from headshot_desktop.ui.widgets.secret_field import SecretField
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence
from headshot_desktop.ui.widgets.text import label, safe
from headshot_desktop.vault.age import LEAST, suggestion
from headshot_desktop.vault.format import wipe

_ENDINGS = {Seal.ZIP: ".zip", Seal.PASSPHRASE: ".zip.age", Seal.KEYS: ".zip.age"}


class TakeoutSection(Section):
    """How it is sealed, where it goes, one button."""

    key = "takeout"

    def __init__(self, model: SessionModel, work: PrivacyWork, parent: QWidget | None = None) -> None:
        super().__init__(model, work, parent)
        self.heading(self.tr("Take everything out as one file"))
        self.sentence(
            self.tr(
                "Your photos as you added them, the headshots, and what is known of each picture. Your answers, the "
                "record of what happened and your settings are in it too."
            )
        )
        self.choices = {
            Seal.PASSPHRASE: self._choice("passphrase", self.tr("Encrypted, opened with a passphrase (recommended)")),
            Seal.KEYS: self._choice("keys", self.tr("Encrypted for somebody’s key")),
            Seal.ZIP: self._choice("zip", self.tr("Not encrypted")),
        }
        self.group = QButtonGroup(self)
        self.details: dict[Seal, QWidget] = {}
        for seal, choice in self.choices.items():
            self.group.addButton(choice)
            self.column.addWidget(choice)
            self.details[seal] = self._detail(seal)
            self.column.addWidget(self.details[seal])
        self.place = SavePlace(model.tasks, self)
        self.place.set_folder(model.studio.limits.nearest(self.place.folder))
        self.place.base.setText(f"headshot-desktop-{date.today().isoformat()}")
        self.column.addWidget(self.place)
        self._actions()
        self._limits()
        self.group.buttonToggled.connect(lambda *_: self.refresh())
        self.place.changed.connect(self.refresh)
        model.stored_changed.connect(self.refresh)
        model.wiped.connect(self.passphrase.forget)
        work.changed.connect(lambda _: self.refresh())
        work.progressed.connect(self._progress)
        work.taken.connect(self._taken)

    # ------------------------------------------------------------------ parts

    def _choice(self, name: str, words: str) -> QRadioButton:
        made = QRadioButton(words, self)
        made.setObjectName(f"privacy-takeout-{name}")
        return made

    def _detail(self, seal: Seal) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(3 * GRID, 0, 0, GRID)
        column.setSpacing(GRID // 2)
        {Seal.PASSPHRASE: self._with_passphrase, Seal.KEYS: self._with_keys, Seal.ZIP: self._as_zip}[seal](column)
        return made

    def _with_passphrase(self, column: QVBoxLayout) -> None:
        self.passphrase = SecretField(self.tr("Passphrase"), self)
        self.passphrase.line.setObjectName("privacy-takeout-secret")
        self.passphrase.changed.connect(self._typed)
        self.suggest = self.button(self.tr("Suggest one"), "takeout-suggest")
        self.suggest.clicked.connect(self._suggest)
        self.fault = label("", "warning", self)
        self.fault.hide()
        column.addWidget(self.passphrase)
        column.addLayout(row(self.suggest, 1))
        column.addWidget(self.fault)
        column.addWidget(
            label(
                self.tr(
                    "At least {count} characters. Write it down and keep it apart from the file: without it nobody can "
                    "open the file, and this program cannot either."
                ).format(count=LEAST),
                "quiet",
            )
        )
        column.addWidget(self._opened_with())

    def _with_keys(self, column: QVBoxLayout) -> None:
        self.keys = QPlainTextEdit(self)
        self.keys.setObjectName("privacy-takeout-key")
        self.keys.setAccessibleName(self.tr("Public keys, one in each line"))
        self.keys.setPlaceholderText("age1…  /  ssh-ed25519 …")
        self.keys.setTabChangesFocus(True)
        self.keys.setFixedHeight(64)
        self.keys.textChanged.connect(self.refresh)
        column.addWidget(self.keys)
        column.addWidget(
            label(
                self.tr(
                    "Paste the public key of the person who is to open the file, one key in each line. You cannot open "
                    "it yourself unless one of the keys is yours."
                ),
                "quiet",
            )
        )
        column.addWidget(self._opened_with())

    def _as_zip(self, column: QVBoxLayout) -> None:
        frame = QFrame(self)
        frame.setProperty("role", "banner-warning")
        inside = QVBoxLayout(frame)
        inside.addLayout(
            SignedSentence(
                "warning",
                self.tr(
                    "Anyone who gets this file can see your photos and everything else in it. Keep it where only you "
                    "can reach it, and do not send it by mail or chat."
                ),
            )
        )
        column.addWidget(frame)

    def _opened_with(self) -> QWidget:
        return label(
            self.tr("The free program “age” opens the file on every system: age -d -o everything.zip NAME.zip.age"),
            "quiet",
        )

    def _actions(self) -> None:
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.save = self.button(self.tr("Save the file"), "takeout-save", "primary")
        self.cancel = self.button(self.tr("Cancel"), "takeout-cancel")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.work.cancel)
        self.why_not = label("", "quiet")
        self.column.addWidget(self.why_not)
        self.column.addWidget(self.bar)
        self.column.addLayout(row(self.save, self.cancel, 1))

    def _limits(self) -> None:
        """What the organisation leaves to choose."""
        allowed = self.model.studio.limits.takeout
        self.choices[Seal.ZIP].setEnabled(allowed == "any")
        self.choices[Seal.PASSPHRASE].setChecked(True)
        if allowed != "any":
            self.choices[Seal.ZIP].setToolTip(self.tr("Set by your organisation"))
            self.choices[Seal.ZIP].setAccessibleDescription(self.tr("Set by your organisation"))

    # ------------------------------------------------------------------ state

    @property
    def seal(self) -> Seal:
        """What is chosen."""
        return next(seal for seal, choice in self.choices.items() if choice.isChecked())

    @property
    def path(self) -> Path:
        """Where the file goes."""
        return self.place.folder / f"{clean_base(self.place.base.text())}{_ENDINGS[self.seal]}"

    def refresh(self) -> None:
        """See `Section.refresh`."""
        if self.group.checkedButton() is None:
            return
        busy, fault = self.work.busy == "takeout", self._missing()
        for seal, detail in self.details.items():
            detail.setVisible(seal is self.seal)
        self.place.show_files([self.path.name])
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        self.save.setEnabled(not self.work.busy and not fault)
        self.why_not.setText(fault)
        self.why_not.setVisible(bool(fault) and not busy)

    def _missing(self) -> str:
        """Why it cannot be saved yet; empty when it can."""
        if self.model.studio.limits.takeout == "off":
            return self.tr("Your organisation has switched this off. Each picture can still be seen and deleted here.")
        if self.seal is Seal.PASSPHRASE and self.passphrase.empty:
            return self.tr("Type a passphrase, or let one be suggested.")
        if self.seal is Seal.KEYS and not self._keys():
            return self.tr("Paste a key first.")
        return ""

    def _keys(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.keys.toPlainText().splitlines() if line.strip())

    def _typed(self) -> None:
        self.fault.hide()
        self.refresh()

    def _suggest(self) -> None:
        self.passphrase.show_button.setChecked(True)
        self.passphrase.line.setText(suggestion())
        self.passphrase.line.setFocus()

    # ------------------------------------------------------------------ saving

    def _save(self) -> None:
        path = self.path
        if path.name.casefold() in (taken := taken_names(path.parent)):
            path = path.with_name(beside(path.name, taken))
        secret = self._secret()
        order = Order(path, self.seal, secret, self._keys())
        try:
            check(order)
        except HeadshotError as error:
            wipe(secret)
            self.fault.setText(safe(refusal_words(error)))
            self.fault.show()
            if self.seal is not Seal.PASSPHRASE:
                self.failed.emit(error)
            return
        self.bar.setValue(0)
        self.work.take_out(order)

    def _secret(self) -> bytearray:
        return self.passphrase.line.secret() if self.seal is Seal.PASSPHRASE else bytearray()

    def _progress(self, done: int, of: int) -> None:
        self.bar.setValue(round(900 * done / of) if of else 900)

    def _taken(self, order: Order, size: int) -> None:
        words = self.tr("Saved as {name}, {size}. It was read back and is as it should be.")
        if order.seal is Seal.PASSPHRASE:
            self.passphrase.forget()
        self.said.emit(words.format(name=safe(order.path.name), size=size_words(size)))
