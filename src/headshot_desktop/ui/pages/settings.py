"""Settings, generated from the option table; what the organisation has set shows a padlock and cannot be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from headshot_desktop.core.options import SETTINGS, Kind, Option
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.signed_sentence import Sign
from headshot_desktop.ui.widgets.text import label

Value = str | int | bool

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

    def show_preferences(self, preferences: Preferences, locked: dict[str, str]) -> None:
        """Fill the page once.

        Args:
            preferences: present values.
            locked: name of an option → who has set it, in words; its editor is disabled.
        """
        for entry in SETTINGS.values():
            editor = self._editor(entry, preferences.value(entry.name))
            editor.setAccessibleName(self._words(entry.title))
            words = self._help(entry)
            name = QHBoxLayout()
            title = label(self._words(entry.title), "heading")
            title.setWordWrap(False)
            title.setBuddy(editor)
            name.addWidget(title)
            if entry.name in locked:
                editor.setEnabled(False)
                words = self.tr("Locked: {who}").format(who=locked[entry.name])
                name.addWidget(Sign("padlock", "quiet", self))
            name.addStretch(1)
            self._column.addLayout(name)
            self._column.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeading)
            self._column.addWidget(label(words, "quiet"))
            self._column.addSpacing(2 * GRID)
            self.editors[entry.name] = editor

    def _help(self, entry: Option) -> str:
        """The window's words; the option table's are for the command line."""
        return {
            "for": self.tr("Chosen when the window opens."),
            "look": self.tr("Chosen when the window opens."),
            "retention": self.tr("After so many minutes without use everything is erased, while the window is open."),
            "language": self.tr("Takes effect the next time you open the window."),
        }.get(entry.name, entry.help)

    def _words(self, text: str) -> str:
        return QCoreApplication.translate("Options", text)

    def _editor(self, entry: Option, value: Value) -> QWidget:
        tell: Callable[[Value], None] = lambda new: self.changed.emit(entry.name, new)  # noqa: E731
        if entry.kind is Kind.SWITCH:
            box = QCheckBox(self)
            box.setChecked(bool(value))
            box.toggled.connect(tell)
            return box
        if entry.kind is Kind.NUMBER:
            spin = QSpinBox(self)
            spin.setRange(entry.least, entry.most)
            spin.setValue(int(value))
            spin.setSuffix(self.tr(" minutes"))
            spin.setMinimumSize(WIDTH, HEIGHT)
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
            return [("system", self.tr("As the system")), ("en", "English"), ("de", "Deutsch"), ("es", "Español")]
        return []
