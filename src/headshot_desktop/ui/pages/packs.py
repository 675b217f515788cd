"""Model packs: what is here, bringing one from a folder or a zip file, checking, removing; and the personal model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.app.packs import Pack
from headshot_desktop.ui import theme
from headshot_desktop.ui.engine_words import engine_words
from headshot_desktop.ui.file_dialogs import choose_folder, choose_pack
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.quantities import size_words
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.deed_panel import DeedPanel
from headshot_desktop.ui.widgets.flow_layout import FlowLayout
from headshot_desktop.ui.widgets.pack_card import PackCard
from headshot_desktop.ui.widgets.personal_section import PersonalSection
from headshot_desktop.ui.widgets.signed_sentence import SignedSentence
from headshot_desktop.ui.widgets.text import label, safe


class PacksPage(Page):
    """A card for each pack; two buttons that bring one, and so does dropping it here."""

    key = "packs"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setAcceptDrops(True)
        self.work = model.generating.packs
        self.cards: dict[str, PackCard] = {}
        self.panel = DeedPanel(self)
        self.nothing = self._explained()
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self.personal = PersonalSection(model, self)
        self._rules()
        self.body.addWidget(self.panel)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self._list)
        self.body.addLayout(self._bring())
        self.body.addSpacing(GRID)
        self.body.addWidget(self.personal)
        self.body.addStretch(1)
        self._shown: tuple[Pack, ...] | None = None
        self.back = QPushButton(self.tr("Back to Create"), self)
        self.back.clicked.connect(lambda: self.step_wanted.emit("create"))
        self.foot.addStretch(1)
        self.foot.addWidget(self.back)
        self._connect()
        self.refresh()

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Model packs")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("What the Generative engine draws with. You bring it as a file; this program downloads nothing.")

    def entered(self) -> None:
        """See `Page.entered`."""
        self.work.refresh()
        self.model.generating.personal.refresh()

    def refresh(self) -> None:
        """Show what is here and what goes on."""
        if self.work.packs != self._shown:
            self._rebuild()
        self.nothing.setVisible(self.work.read and not self.work.packs)
        free = not self.work.busy and self._allowed
        for card in self.cards.values():
            card.set_free(not self.work.busy)
        for button in (self.zip, self.folder):
            button.setEnabled(free)
        words = {
            "import": self.tr("Copying and comparing “{name}”"),
            "verify": self.tr("Comparing every file of “{name}”"),
            "remove": self.tr("Removing “{name}”"),
        }.get(self.work.busy, "")
        self.panel.begin(safe(words.format(name=self.work.about)))

    # ------------------------------------------------------------------ brought by hand

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """One folder or zip file can be dropped here; other things are the window's."""
        if _dropped(event.mimeData()) is not None and self._allowed:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Import it."""
        path = _dropped(event.mimeData())
        if path is None or self.work.busy:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.bring(path)

    def bring(self, path: Path) -> None:
        """Import what lies there."""
        self.banner.hide()
        self.work.bring(path)

    # ------------------------------------------------------------------ the parts

    @property
    def _allowed(self) -> bool:
        return self.model.studio.limits.allows_engine("generative")

    def _explained(self) -> QWidget:
        """For somebody who has no pack: what that is, and where to read on."""
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for words in (
            self.tr(
                "No pack is installed. A model pack is a folder or a zip file with the numbers that a picture-making "
                "model has learnt: several gigabytes, made by others, under their own licence."
            ),
            self.tr(
                "This program brings none and downloads none. Ask your administrator for one; or get a model yourself: "
                "docs/models.md names public models with their size, memory and licence, and docs/packs.md says how "
                "a download becomes a pack."
            ),
            self.tr("Without a pack, the Studio engine makes your headshots from your own pixels."),
        ):
            column.addWidget(label(words))
        return holder

    def _rules(self) -> None:
        limits = self.model.studio.limits
        if not self._allowed:
            words = self.tr("Your organisation has switched the Generative engine off.")
            self.body.addLayout(SignedSentence("padlock", words, "warning"))
        if limits.packs is not None:
            words = self.tr("Your organisation allows only these packs: {names}").format(names=", ".join(limits.packs))
            self.body.addLayout(SignedSentence("padlock", words))
        if limits.signed_packs:
            words = self.tr("Your organisation allows only packs that it has signed.")
            self.body.addLayout(SignedSentence("padlock", words))

    def _bring(self) -> FlowLayout:
        self.zip = QPushButton(self.tr("Import a zip file…"), self)
        self.folder = QPushButton(self.tr("Import a folder…"), self)
        self.zip.clicked.connect(self._choose_zip)
        self.folder.clicked.connect(self._choose_folder)
        row = FlowLayout(gap=GRID)
        row.addWidget(self.zip)
        row.addWidget(self.folder)
        return row

    def _connect(self) -> None:
        work = self.work
        work.changed.connect(self.refresh)
        work.progressed.connect(self._progressed)
        work.failed.connect(self.show_error)
        work.brought.connect(self._brought)
        work.verified.connect(self._verified)
        work.removed.connect(self._removed)
        work.taken.connect(self._taken)
        self.panel.cancelled.connect(work.cancel)
        self.personal.said.connect(self.show_notice)
        self.personal.work.failed.connect(self.show_error)
        self.personal.asked.connect(lambda: self.step_wanted.emit("privacy:answers"))

    def _rebuild(self) -> None:
        self._shown = self.work.packs
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards = {}
        for pack in self.work.packs:
            card = PackCard(pack, self.model.studio.limits, self)
            card.go_on.connect(self._go_on)
            card.verify.connect(self.work.verify)
            card.remove.connect(self._remove)
            self.cards[f"{pack.id}{'…' * pack.unfinished}"] = card
            self._list.addWidget(card)

    # ------------------------------------------------------------------ what is done

    def _choose_zip(self) -> None:
        path = choose_pack(self, self.tr("Choose a model pack"), self.tr("Zip files (*.zip)"))
        if path is not None:
            self.bring(path)

    def _choose_folder(self) -> None:
        path = choose_folder(self, self.tr("Choose the folder of a model pack"), Path.home())
        if path is not None:
            self.bring(path)

    def _go_on(self, name: str) -> None:
        """From where it came in this sitting; else the person says where it lies."""
        path = self.work.source(name)
        if path is not None:
            self.bring(path)
        else:
            self.show_notice(self.tr("Choose the same folder or zip file again; what is copied already stays."))
            self._choose_zip()

    def _remove(self, pack: Pack) -> None:
        words = self.tr("Remove the pack “{name}” ({size})?").format(name=safe(pack.id), size=size_words(pack.size))
        informative = self.tr("To use it again, you import it again.")
        if self._sure(words, informative, self.tr("Remove")):
            self.work.remove(pack.id)

    def _taken(self, path: Path) -> None:
        words = self.tr("Another pack of the same name is here already. Replace it?")
        if self._sure(words, self.tr("The one that is here is deleted when the new one is whole."), self.tr("Replace")):
            self.work.bring(path, over=True)

    def _sure(self, words: str, informative: str, action: str) -> bool:
        question = QMessageBox(self)
        theme.wear(question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(words)
        question.setInformativeText(informative)
        yes = question.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
        no = question.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(no)
        question.setEscapeButton(no)
        question.exec()
        sure = question.clickedButton() is yes
        question.deleteLater()
        return sure

    def _progressed(self, done: int, of: int, left: float | None) -> None:
        words = self.tr("{done} of {of}").format(done=size_words(done), of=size_words(of))
        self.panel.show_share(done / max(of, 1), words, left)

    def _brought(self, pack: Pack) -> None:
        said = (
            self.tr("“{name}” was here already, and every file of it is whole.")
            if pack.already
            else self.tr("“{name}” is imported; every file is the one that its list names.")
        )
        self.show_notice(said.format(name=pack.id))

    def _verified(self, pack: Pack) -> None:
        words = self.tr("Every file of “{name}” is whole.").format(name=pack.id)
        self.show_notice(f"{words} {engine_words(pack.problem)}".strip())

    def _removed(self, name: str, size: int) -> None:
        self.show_notice(self.tr("“{name}” was removed: {size}.").format(name=name, size=size_words(size)))


def _dropped(data: QMimeData) -> Path | None:
    """One thing that lies on this computer and does not look like a photo."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == ".zip" or path.is_dir() else None
