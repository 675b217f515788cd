"""The step “Photos”: bring them in, see what they offer, and which one will be used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from headshot_desktop.app.studio import Photo
from headshot_desktop.core.errors import PolicyError
from headshot_desktop.ui import theme
from headshot_desktop.ui.announce import announce
from headshot_desktop.ui.anonymised import AnonymisedDialog
from headshot_desktop.ui.arrivals import SUFFIXES
from headshot_desktop.ui.camera import Cameras, find_cameras
from headshot_desktop.ui.file_dialogs import choose_photos
from headshot_desktop.ui.icons import icon
from headshot_desktop.ui.incoming import Incoming
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.session_model import SessionModel
from headshot_desktop.ui.session_values import PhotoEntry
from headshot_desktop.ui.theme import GRID
from headshot_desktop.ui.widgets.camera_view import CameraView
from headshot_desktop.ui.widgets.drop_area import DropArea
from headshot_desktop.ui.widgets.photo_card import PhotoCard, card_key
from headshot_desktop.ui.widgets.text import label, short

FILES = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))

AT_ONCE = 2
"""Cards that are built in one turn of the event loop; a screen reader that listens makes each of them dearer."""

SETTLED = 600
"""Milliseconds after the page is first shown until cameras are looked for: the window comes first."""


class PhotosPage(Page):
    """A place to drop, a card for each photo, an offer to undo a removal."""

    key = "photos"

    def __init__(self, model: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.drop = DropArea(self)
        self.drop.pressed.connect(self.choose_files)
        self.incoming = Incoming(model, self)
        self._shot = 0
        self._cameras: Cameras | None = None
        self._build_camera()
        self.cards: list[PhotoCard] = []
        inside = self.area.widget()
        assert inside is not None  # noqa: S101 — made by `Page`
        self._inside = inside
        self._built = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._go_on)
        self._offered = ""  # handle of the removed photo that can be brought back
        self._first = ""
        """Handle of the photo that stands first: the best, once all are looked at."""
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(2 * GRID)
        self._ways.addWidget(self.drop, 1)
        self._ways.addWidget(self.photograph, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._ways)
        self.body.addLayout(self._undo_row())
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.next = self.primary(self.tr("Choose a look"))
        self.next.clicked.connect(self.step_done)
        self.foot.addStretch(1)
        self.foot.addWidget(self.next)
        model.photos_changed.connect(self.refresh)
        model.removal.counted.connect(self._count_undo)
        model.wiped.connect(self.camera.close_camera)
        self.refresh()

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Photos")

    def explanation(self) -> str:
        """See `Page.explanation`."""
        return self.tr("One photo is enough; with several, the best one is found. They never leave this computer.")

    def choose_files(self) -> None:
        """Ask the system for files."""
        kinds = self.tr("Photos") + f" ({FILES})"
        paths = choose_photos(self, self.tr("Choose photos of yourself"), kinds)
        if paths:
            self.banner.clear_passing()
            self.incoming.take_paths(tuple(dict.fromkeys(map(Path, paths))))

    def entered(self) -> None:
        """See `Page.entered`: show the photo that is used; the first time, look for cameras soon."""
        self._show_main()
        if self.model.studio.limits.camera and self._cameras is None and not self._settled.isActive():
            self._settled.start()

    # ------------------------------------------------------------------ camera

    def use_cameras(self, cameras: Cameras | None) -> None:
        """Offer these; None for none."""
        self._settled.stop()
        self._cameras = cameras
        if cameras is not None:
            cameras.changed.connect(self._offer_camera)
        self._offer_camera()

    def take_photo(self) -> None:
        """Show the camera's picture in the place of the page's body."""
        if self._cameras is None or not self._cameras.names() or self.model.locked:
            return
        try:
            self.model.studio.limits.check_camera()
        except PolicyError as error:
            self.show_error(error)
            return
        self.banner.clear_passing()
        self.area.hide()
        self.next.hide()
        self.camera.open(self._cameras)

    def _build_camera(self) -> None:
        self.photograph = QPushButton(self.tr("Take a photo…"), self)
        self.photograph.setAccessibleDescription(self.tr("Shows the camera's picture first; nothing is taken yet."))
        self.photograph.clicked.connect(self.take_photo)
        self.photograph.hide()
        theme.follow(self._dress_camera)
        self.camera = CameraView(self)
        self.camera.taken.connect(self._taken)
        self.camera.closed.connect(self._camera_closed)
        whole = self.layout()
        assert isinstance(whole, QBoxLayout)  # noqa: S101 — made by `Page`
        whole.insertWidget(whole.indexOf(self.area) + 1, self.camera, 1)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(lambda: self.use_cameras(find_cameras(self)))

    def _dress_camera(self) -> None:
        self.photograph.setIcon(icon("camera", theme.colours().text))

    def _offer_camera(self) -> None:
        allowed = self.model.studio.limits.camera
        self.photograph.setVisible(allowed and self._cameras is not None and bool(self._cameras.names()))

    def _taken(self, image: QImage) -> None:
        self._shot += 1
        self.model.add_image(image, self.tr("Camera photo {number}").format(number=self._shot))

    def _camera_closed(self) -> None:
        self.area.show()
        self.next.show()
        (self.photograph if self.model.main is None else self.next).setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ photos

    def refresh(self) -> None:
        """Show the model's photos; a card is built anew only when what it says has changed."""
        before = {card.entry.photo.handle: card for card in self.cards}
        first = self._first
        cards = [self._shown(entry, before.get(entry.photo.handle)) for entry in self._ordered()]
        self.cards = [card for card in cards if card is not None]
        gone = [card for card in before.values() if card not in self.cards]
        self._arrange(gone)
        self._keep_focus(list(before.values()))
        self._take_away(gone)
        self.drop.set_compact(bool(self.cards))
        ways = QBoxLayout.Direction
        self._ways.setDirection(ways.LeftToRight if self.cards else ways.TopToBottom)
        if self._first != first:
            QTimer.singleShot(0, self, self._show_main)  # when the cards have their places
        self._offer_undo()
        self.next.setEnabled(self.model.main is not None)

    def _offer_undo(self) -> None:
        """Say what was removed, and how long it can be brought back."""
        removed = self.model.removed
        self.undo.setVisible(removed is not None)
        self.undo_words.setVisible(removed is not None)
        handle = removed.photo.handle if removed is not None else ""
        if handle != self._offered:
            self._offered = handle
            self._say_undo()

    def _say_undo(self) -> None:
        """Tell those who listen once: with each second again, they would hear nothing else."""
        removed, told = self.model.removed, ""
        if removed is not None:
            told = self.tr("{name} was removed. You can bring it back for some seconds; then it is erased.")
            told = told.format(name=short(removed.photo.name))
        self.undo_words.setAccessibleName(told)  # with a name of its own a label tells nobody of new words
        self.undo.setAccessibleDescription(told)
        self._count_undo()
        if removed is not None:
            announce(self.undo_words, self.undo_words.text())

    def _count_undo(self) -> None:
        """Show the seconds that are left."""
        removed, seconds, words = self.model.removed, self.model.removal.seconds, ""
        if removed is not None:
            words = self.tr(
                "{name} was removed. You can bring it back for %n second(s); then it is erased.", "", seconds
            )
            words = words.format(name=short(removed.photo.name))
        self.undo_words.setText(words)

    def _keep_focus(self, before: list[PhotoCard]) -> None:
        """Whoever presses something in a card that goes finds the keyboard at the same place afterwards."""
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus():
            return
        old = next((place for place, card in enumerate(before) if card.isAncestorOf(focused)), None)
        if old is not None and before[old] in self.cards:
            return
        if old is not None:
            name = before[old].part(focused)
            handle = before[old].entry.photo.handle
            same = [card for card in self.cards if card.entry.photo.handle == handle]
            self._focus_card(same or self.cards[old : old + 1] or self.cards[-1:], name)
        elif focused is self.undo and self.model.removed is None:
            known = {card.entry.photo.handle for card in before}
            back = [card for card in self.cards if card.entry.photo.handle not in known]
            self._focus_card(back or self.cards[:1], "remove")

    def _focus_card(self, cards: list[PhotoCard], name: str) -> None:
        """The button of that name in the first of these, or what is nearest to it; the place to add without a card."""
        target = cards[0].button(name) if cards else self.drop
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ordered(self) -> list[PhotoEntry]:
        """The best photo before the others, which stay as they came; nothing moves while some are being looked at."""
        photos, best = list(self.model.photos), self.model.best
        if all(entry.looked_at for entry in photos):
            self._first = best.photo.handle if best is not None else ""
        return sorted(photos, key=lambda entry: entry.photo.handle != self._first)

    def _show_main(self) -> None:
        """Bring the photo that headshots are made of into view."""
        main = self.model.main
        for card in self.cards:
            if main is not None and card.entry.photo == main.photo:
                self.area.ensureWidgetVisible(card, 0, GRID)

    def _shown(self, entry: PhotoEntry, before: PhotoCard | None) -> PhotoCard | None:
        """The card of a photo: the one that is there if it still says what is so, or as long as others are built."""
        if before is not None and before.key == card_key(self.model, entry):
            before.refresh()
            return before
        self._soon.start()
        if self._built >= AT_ONCE:
            self._built = AT_ONCE + 1  # some are left
            return before
        self._built += 1
        return self._card(entry)

    def _go_on(self) -> None:
        left, self._built = self._built > AT_ONCE, 0
        if left and not self.model.locked:
            self.refresh()

    def _arrange(self, gone: list[PhotoCard]) -> None:
        """Put the cards in their order, for the eye, the keyboard and screen readers."""
        self._inside.setUpdatesEnabled(False)  # until `_take_away`: nothing between the two is to be seen
        for card in gone:
            self._column.removeWidget(card)
        for number, card in enumerate(self.cards):
            if self._column.indexOf(card) != number:
                self._column.removeWidget(card)
                self._column.insertWidget(number, card)
                card.show()  # else Qt shows it in another turn, and leaves a hole until then
        before: QWidget = self.undo
        for card in self.cards:  # the keyboard goes the way that the eye goes
            for button in (card.use, card.remove, card.copy):
                QWidget.setTabOrder(before, button)
                before = button
        if [card for card in self._inside.children() if card in self.cards] != self.cards:
            for card in self.cards:
                card.raise_()  # to the end of the children, in whose order a screen reader goes

    def _take_away(self, gone: list[PhotoCard]) -> None:
        for card in gone:
            card.hide()
            card.deleteLater()
        self._inside.setUpdatesEnabled(True)

    def _card(self, entry: PhotoEntry) -> PhotoCard:
        card = PhotoCard(self.model, entry, self._inside)
        card.refresh()
        card.chosen.connect(self.model.choose)
        card.removed.connect(self.model.remove)
        card.copied.connect(self._copy)
        return card

    def _copy(self, photo: Photo) -> None:
        """Show what could be sent instead of a photo."""
        AnonymisedDialog(self.model, photo, self).open()

    def _undo_row(self) -> QHBoxLayout:
        self.undo_words = label("", "quiet")
        self.undo = QPushButton(self.tr("Undo"), self)
        self.undo.setAccessibleName(self.tr("Bring the removed photo back"))
        self.undo.setProperty("role", "plain")
        self.undo.clicked.connect(self.model.undo_remove)
        row = QHBoxLayout()
        row.addWidget(self.undo_words, 1)
        row.addWidget(self.undo)
        return row
