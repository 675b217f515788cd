"""One model pack: what it is, who vouches for it, what its licence says, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.app.limits import Limits
from headshot_desktop.app.packs import Pack
from headshot_desktop.core.packs import Company, Role, Trust
from headshot_desktop.ui.engine_words import engine_words
from headshot_desktop.ui.pack_words import forbidden, licence_words, trust_words
from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence
from headshot_desktop.ui.widgets.text import label, safe


class PackCard(QFrame):
    """Also an import that was interrupted, and a pack that cannot be read."""

    go_on = Signal(str)
    verify = Signal(str)
    remove = Signal(object)

    def __init__(self, pack: Pack, limits: Limits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.pack = pack
        self.buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        self._column.setSpacing(GRID // 2)
        self.name = pack.manifest.name if pack.manifest is not None else pack.id
        self._column.addWidget(label(self.name, "heading"))
        self._facts()
        self._problem(limits)
        self._buttons()

    def set_free(self, free: bool) -> None:
        """Whether something can be done now; one deed goes on at a time."""
        for button in self.buttons.values():
            button.setEnabled(free)

    def _facts(self) -> None:
        pack, manifest = self.pack, self.pack.manifest
        size = size_words(pack.size)
        if manifest is None:
            self._say(self.tr("{size} on this computer").format(size=size))
            return
        self._say(self.tr("Version {version} · {size}").format(version=manifest.version, size=size))
        company = manifest.licence.company
        self._say(licence_words(manifest.licence), "" if company is Company.YES else "warning")
        if words := trust_words(pack):
            self._say(words, "good" if pack.trust is Trust.SIGNED else "warning")
        if Role.RECOGNISER not in manifest.roles:
            self._say(self.tr("No recogniser in it: it can keep your face, but not make a new photo."))
        if Role.SAFETY not in manifest.roles:
            self._say(self.tr("No content check in it: nothing looks for nudity or minors."))

    def _problem(self, limits: Limits) -> None:
        pack = self.pack
        if pack.unfinished:
            self._say(self.tr("The import was interrupted. It can go on where it stopped."), "warning")
        elif pack.problem and forbidden(pack, limits):
            self._column.addLayout(SignedSentence("padlock", safe(engine_words(pack.problem)), "warning"))
        elif pack.problem:
            self._say(engine_words(pack.problem), "bad")
        else:
            self._say(self.tr("✓ Ready to be used"), "good")

    def _buttons(self) -> None:
        row = FlowLayout(gap=GRID)
        if self.pack.unfinished:
            self._button("go-on", self.tr("Go on…")).clicked.connect(lambda: self.go_on.emit(self.pack.id))
        else:
            self._button("verify", self.tr("Check every file")).clicked.connect(lambda: self.verify.emit(self.pack.id))
        self._button("remove", self.tr("Remove…")).clicked.connect(lambda: self.remove.emit(self.pack))
        for button in self.buttons.values():
            row.addWidget(button)
        holder = QHBoxLayout()
        holder.setContentsMargins(0, GRID // 2, 0, 0)
        holder.addLayout(row)
        self._column.addLayout(holder)

    def _button(self, key: str, words: str) -> QPushButton:
        button = self.buttons[key] = QPushButton(words, self)
        button.setProperty("role", "tool")
        button.setAccessibleName(f"{words}: {self.name}")
        return button

    def _say(self, words: str, role: str = "quiet") -> None:
        self._column.addWidget(label(words, role))
