"""Settings, generated from the option table; what the organisation has set shows a padlock and cannot be changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from headshot_desktop.core.mark_words import WITHOUT, WRITTEN
from headshot_desktop.core.options import SETTINGS, Kind, Option
from headshot_desktop.core.policy import Effective, Managed, Value, names_in
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.app_lock_model import AppLockModel
from headshot_desktop.ui.consent_words import LANGUAGE_NAMES
from headshot_desktop.ui.engine_words import sentences_words
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.policy_words import limits_words, sources_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.app_lock_section import AppLockSection
from headshot_desktop.ui.widgets.policy_notices import PolicyNotices
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label

WIDTH, HEIGHT = 320, 34
"""Of an editor, device-independent pixels."""


class SettingsPage(Page):
    """One row for each option that is a setting: its title, an editor for its kind, its help."""

    key = "settings"
    changed = Signal(str, object)

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.editors: dict[str, QWidget] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        self.body.addLayout(self._column)
        self.body.addStretch(1)

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Settings")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("Kept on this computer. They hold nothing of your pictures.")

    def show_preferences(self, preferences: Preferences, managed: Managed, lock: AppLockModel) -> None:
        """Fill the page once.

        Args:
            preferences: what the person has set.
            managed: what the organisation has; what it leaves no choice of is disabled.
            lock: the app lock.
        """
        effective = managed.effective(preferences.settings)
        self.notices = PolicyNotices(managed.notices, self)
        self._column.addWidget(self.notices)
        if managed.notices:
            self._column.addSpacing(2 * GRID)
        for entry in SETTINGS.values():
            self._row(entry, effective[entry.name])
        self.app_lock = AppLockSection(lock, self)
        self._column.addWidget(self.app_lock)
        self._column.addSpacing(2 * GRID)
        self._packs()
        self._column.addSpacing(2 * GRID)
        self._limits(effective)

    def _packs(self) -> None:
        """The way to the model packs."""
        self._column.addWidget(label(self.tr("Model packs"), "heading"))
        self.packs = QPushButton(self.tr("Show the model packs…"), self)
        self.packs.clicked.connect(lambda: self.step_wanted.emit("packs"))
        self._column.addWidget(self.packs, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(label(self.tr("What the Generative engine draws with: import, check, remove."), "quiet"))

    def _row(self, entry: Option, found: Effective) -> None:
        """One option: title, editor, help, and what the organisation says of it."""
        editor = self.editors[entry.name] = self._editor(entry, found)
        editor.setAccessibleName(self._words(entry.title))
        editor.setEnabled(not found.locked)
        name = QHBoxLayout()
        name.setSpacing(GRID)
        title = label(self._words(entry.title), "heading")
        title.setWordWrap(False)
        title.setBuddy(editor)
        name.addWidget(title)
        self._column.addLayout(name)
        self._column.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(label(self._help(entry), "quiet"))
        if found.by:
            name.addWidget(self._padlock(found))
            said = label(self._limit(entry, found))
            said.setToolTip(sources_words(found.by))
            self._column.addWidget(said)
            for part in (editor, said):
                part.setToolTip(sources_words(found.by))
                part.setAccessibleDescription(f"{self._limit(entry, found)} {sources_words(found.by)}")
        if found.recommended is not None and not found.locked:
            words = self.tr("Your organisation recommends: {value}").format(value=self._shown(entry, found.recommended))
            advice = label(words, "quiet")
            advice.setToolTip(", ".join(found.recommended_by))
            editor.setAccessibleDescription(f"{editor.accessibleDescription()} {words}".strip())
            self._column.addWidget(advice)
        name.addStretch(1)
        self._column.addSpacing(2 * GRID)

    def _padlock(self, found: Effective) -> Sign:
        sign = Sign("padlock", "quiet", self)
        sign.setAccessibleName(self.tr("Set by your organisation"))
        sign.setAccessibleDescription(sources_words(found.by))
        sign.setToolTip(sources_words(found.by))
        return sign

    def _limit(self, entry: Option, found: Effective) -> str:
        """What the organisation leaves to choose."""
        if found.locked:
            return self.tr("Set by your organisation.")
        if entry.kind is Kind.NUMBER and isinstance(found.limit, int):
            return self.tr("Your organisation allows at most %n minute(s).", "", found.limit)
        return self.tr("Your organisation limits what can be chosen.")

    def _shown(self, entry: Option, value: Value) -> str:
        """A value as its editor shows it."""
        if entry.kind is Kind.NUMBER:
            return f"{value}{self.tr(' minutes')}"
        known = dict(self._choices(entry.name))
        return ", ".join(known.get(name, name) for name in names_in(value))

    def _limits(self, effective: Mapping[str, Effective]) -> None:
        """What the organisation has set besides the settings."""
        rows = list(limits_words(effective, self.model.studio.catalogue))
        if not rows:
            return
        name = QHBoxLayout()
        name.setSpacing(GRID)
        title = label(self.tr("Set by your organisation"), "heading")
        title.setWordWrap(False)
        sign = Sign("padlock", "quiet", self)
        sign.setAccessibleName(self.tr("Set by your organisation"))
        for part in (title, sign):
            name.addWidget(part)
        name.addStretch(1)
        self._column.addLayout(name)
        for words, sources in rows:
            row = label(words)
            row.setToolTip(sources_words(sources))
            row.setAccessibleDescription(sources_words(sources))
            self._column.addWidget(row)

    def _help(self, entry: Option) -> str:
        """The window's words; the option table's are for the command line."""
        return {
            "for": self.tr(
                "Already chosen on the page “Look” whenever you start the program; you can choose another there."
            ),
            "look": self.tr(
                "Already chosen on the page “Look” whenever you start the program; you can choose another there."
            ),
            "retention": self.tr("When nobody has used the open window for this long, your pictures are erased."),
            "lock-idle": self.tr("When nobody has used the window for this long, it locks; only with an app lock."),
            "marks": "\n".join(sentences_words((WRITTEN, *WITHOUT))),
            "language": self.tr("The window changes its language the next time you start the program."),
        }.get(entry.name, entry.help)

    def _words(self, text: str) -> str:
        return QCoreApplication.translate("Options", text)

    def _editor(self, entry: Option, found: Effective) -> QWidget:
        value = found.value
        tell: Callable[[Value], None] = lambda new: self.changed.emit(entry.name, new)  # noqa: E731
        if entry.kind is Kind.SWITCH:
            box = QCheckBox(self.tr("Write into each file how it was made"), self)
            box.setChecked(bool(value))
            box.toggled.connect(tell)
            return box
        if entry.kind is Kind.NUMBER:
            spin = QSpinBox(self)
            assert isinstance(value, int)  # noqa: S101 — the option table says so
            most = min(entry.most, found.limit) if isinstance(found.limit, int) else entry.most
            spin.setRange(entry.least, most)
            spin.setValue(value)
            spin.setSuffix(self.tr(" minutes"))
            spin.setMinimumSize(WIDTH, HEIGHT)
            spin.lineEdit().setTextMargins(GRID, 0, GRID, 0)  # the style sheet's padding does not reach it
            spin.valueChanged.connect(tell)
            return spin
        choices = self._choices(entry.name)
        if not choices:
            line = QLineEdit(str(value), self)
            line.editingFinished.connect(lambda: tell(line.text()))
            return line
        combo = QComboBox(self)
        combo.setMinimumSize(WIDTH, HEIGHT)
        for key, text in choices:
            combo.addItem(text, key)
        if combo.findData(value) < 0:  # several destinations, which only a policy can name
            combo.addItem(self._shown(entry, str(value)), str(value))
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.currentIndexChanged.connect(lambda index: tell(str(combo.itemData(index))))
        return combo

    def _choices(self, name: str) -> list[tuple[str, str]]:
        catalogue = self.model.studio.catalogue
        if name == "look":
            return [(look.id, QCoreApplication.translate("Looks", look.name)) for look in catalogue.looks]
        if name == "for":
            return [
                (entry.id, QCoreApplication.translate("Destinations", entry.name)) for entry in catalogue.destinations
            ]
        if name == "language":
            return [("system", self.tr("As the system")), *LANGUAGE_NAMES.items()]
        return []
