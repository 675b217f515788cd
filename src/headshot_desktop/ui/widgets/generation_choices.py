"""What the Generative engine is to make: pack, what stays, clothes, place, light, pose, how many."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.core.generation import LONGEST_EXPERT, MOST_REFERENCES, Mode
from headshot_desktop.core.prompts import Text
from headshot_desktop.ui.generating_model import MOST_CANDIDATES
from headshot_desktop.ui.pack_words import choice_words
from headshot_desktop.ui.quantities import number_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence
from headshot_desktop.ui.widgets.text import label

WIDTH = 280
"""Pixels of a choice; two are beside each other in the narrowest window."""


class GenerationChoices(QFrame):
    """Follows `model.generating`; every list has a label that is its name."""

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.model, self.generating = model, model.generating
        self.lists: dict[str, QComboBox] = {}
        self._fields: dict[str, QWidget] = {}
        self._flow = FlowLayout(gap=2 * GRID, line_gap=GRID)
        self._choices()
        self.stays = label("", "quiet")
        self.others = label("", "quiet")
        self.personal = QCheckBox(self.tr("Use the model of my face"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self._flow)
        for part in (self.stays, self.others, self.personal):
            column.addWidget(part)
        self._own_words(column)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the model's choices and what of them can be chosen."""
        generating, wanted = self.generating, self.generating.choices
        self._show_packs()
        values = {
            "mode": generating.mode.value,
            "count": str(wanted.count),
            **{name: getattr(wanted, name) for name in _TEXTS},
        }
        for name, value in values.items():
            found = self.lists[name].findData(value)
            self.lists[name].setCurrentIndex(max(0, found))
        self._show_mode()
        self.personal.setVisible(generating.personal.fits(generating.pack))
        self.personal.setChecked(wanted.personal)
        self._show_others()

    def _show_packs(self) -> None:
        packs, box = self.generating.usable, self.lists["pack"]
        names = [(pack.manifest.name if pack.manifest else pack.id, pack.id) for pack in packs]
        if names != [(box.itemText(place), box.itemData(place)) for place in range(box.count())]:
            box.blockSignals(True)
            box.clear()
            for name, key in names:
                box.addItem(name, key)
            box.blockSignals(False)
        pack = self.generating.pack
        box.setCurrentIndex(max(0, box.findData(pack.id if pack is not None else "")))
        self._fields["pack"].setVisible(len(packs) > 1)
        self._flow.invalidate()

    def _show_mode(self) -> None:
        box, can = self.lists["mode"], self.generating.recogniser
        model = box.model()
        role = int(Qt.ItemFlag.ItemIsEnabled.value | Qt.ItemFlag.ItemIsSelectable.value) if can else 0
        model.setData(model.index(box.findData(Mode.NEW_PHOTO.value), 0), role, Qt.ItemDataRole.UserRole - 1)
        if self.generating.mode is Mode.NEW_PHOTO:
            words = self.tr("The whole picture is new, made after your photos. What is not like you is rejected.")
        else:
            words = self.tr("Your face stays pixel by pixel as in the photo. Clothes and place are made up around it.")
        if not can:
            words += " " + self.tr(
                "A new photo needs a recogniser in the pack, which measures whether it is like you. This pack has none."
            )
        self.stays.setText(words)

    def _show_others(self) -> None:
        main = self.model.main
        count = len(self.generating.references(main.photo, self.model.photos)) if main is not None else 0
        if count:
            words = self.tr("%n other photo(s) of you will be shown to the pack as well.", "", count)
        else:
            words = self.tr("The pack sees this photo only. Add up to {most} others, and it knows you better.").format(
                most=MOST_REFERENCES
            )
        self.others.setText(words)

    # ------------------------------------------------------------------ the parts

    def _choices(self) -> None:
        texts = self.model.studio.generating.texts
        self._list("pack", self.tr("Model pack"), {})
        modes = {Mode.KEEP_FACE.value: self.tr("Keep my face"), Mode.NEW_PHOTO.value: self.tr("A new photo")}
        self._list("mode", self.tr("What stays"), modes)
        self._texts("attire", self.tr("Clothes"), texts.attire)
        self._texts("setting", self.tr("Place"), texts.settings)
        self._texts("light", self.tr("Light"), texts.lights)
        self._texts("pose", self.tr("Pose"), texts.poses)
        counts = {str(count): number_words(count) for count in range(1, MOST_CANDIDATES + 1)}
        self._list("count", self.tr("How many to choose from"), counts)

    def _texts(self, name: str, title: str, texts: Mapping[str, Text]) -> None:
        words = {key: choice_words(text) for key, text in texts.items()}
        box = self._list(name, title, {key: said[0] for key, said in words.items()})
        for place, said in enumerate(words.values()):
            box.setItemData(place, said[1], Qt.ItemDataRole.ToolTipRole)

    def _list(self, name: str, title: str, entries: Mapping[str, str]) -> QComboBox:
        box = self.lists[name] = QComboBox(self)
        for key, words in entries.items():
            box.addItem(words, key)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._field(name, title, box)
        return box

    def _field(self, name: str, title: str, editor: QWidget) -> None:
        editor.setAccessibleName(title)
        editor.setMinimumHeight(34)
        field = self._fields[name] = QWidget(self)
        field.setFixedWidth(WIDTH)
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        above = label(title, "quiet")
        above.setBuddy(editor)
        column.addWidget(above)
        column.addWidget(editor)
        self._flow.addWidget(field)

    def _own_words(self, column: QVBoxLayout) -> None:
        """Folded for most people; where the organisation has switched them off, a padlock says so."""
        self.unfold = QPushButton(self.tr("Add words of your own"), self)
        self.unfold.setProperty("role", "plain")
        self.unfold.setCheckable(True)
        self.expert = QLineEdit(self)
        self.expert.setMaxLength(LONGEST_EXPERT)
        self.expert.setAccessibleName(self.tr("Words of your own"))
        self.expert.setPlaceholderText(self.tr("In English, for example: a dark green scarf"))
        self.expert.hide()
        self.unfold.setVisible(self.model.studio.limits.expert)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.expert)
        if not self.model.studio.limits.expert:
            words = self.tr("Your organisation has switched words of your own off.")
            column.addLayout(SignedSentence("padlock", words))

    def _connect(self) -> None:
        for name, box in self.lists.items():
            box.activated.connect(partial(self._chosen, name))
        self.personal.toggled.connect(lambda on: self.generating.change(personal=on))
        self.unfold.toggled.connect(self._unfold)
        self.expert.textChanged.connect(self._say)
        self.generating.changed.connect(self.refresh)
        self.model.photos_changed.connect(self._show_others)
        self.model.wiped.connect(self.expert.clear)  # a person's own words may tell of them

    def _chosen(self, name: str, place: int) -> None:
        value = str(self.lists[name].itemData(place))
        if name == "count":
            self.generating.change(count=int(value))
        else:
            self.generating.change(**{name: Mode(value) if name == "mode" else value})

    def _unfold(self, on: bool) -> None:
        self.expert.setVisible(on)
        if on:
            self.expert.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.expert.clear()

    def _say(self, words: str) -> None:
        self.generating.change(expert="".join(letter for letter in words if letter.isprintable()).strip())


_TEXTS = ("attire", "setting", "light", "pose")
