"""From a drop or a paste to photos of the sitting, and the answers for what cannot be taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject

from headshot_desktop.ui.arrival_words import addresses_left_out, refusal, told
from headshot_desktop.ui.arrivals import Offer, Reason, Sorted, looked_over, sorted_out
from headshot_desktop.ui.pages.page import Page
from headshot_desktop.ui.session_model import SessionModel


class Incoming(QObject):
    """Takes what comes in for one page, which says what was left out."""

    def __init__(self, model: SessionModel, page: Page) -> None:
        super().__init__(page)
        self._model, self._page = model, page
        self._sitting = 0  # what was being sorted out before a wipe must not come into the new vault
        model.wiped.connect(self._forget)

    def take(self, data: QMimeData, name: str) -> None:
        """Take all that can be photos; `name` is for a picture that has none."""
        self._page.banner.clear_passing()
        offer = looked_over(data)
        if offer.paths:
            self.take_paths(offer.paths)
        elif offer.content is not None:
            self._model.add_content(offer.content, name)
        elif offer.image is not None:
            self._model.add_image(offer.image, name)
        self._tell_beside(offer)

    def take_paths(self, paths: tuple[Path, ...]) -> None:
        """Take the photos among files and folders."""
        sitting = self._sitting
        self._model.tasks.run(
            lambda: sorted_out(paths),
            lambda found: self._sorted(found) if sitting == self._sitting else None,
            self._page.show_error,
            first=True,
        )

    def refuse(self, reason: Reason) -> None:
        """Say why what hangs at the mouse will not be taken."""
        self._page.banner.clear_passing()
        self._page.banner.show_warning(refusal(reason))

    def _tell_beside(self, offer: Offer) -> None:
        if offer.refused is not None:
            self._page.banner.show_warning(refusal(offer.refused))
        if offer.addresses:
            self._page.banner.show_warning(addresses_left_out(offer.addresses))

    def _sorted(self, found: Sorted) -> None:
        notices, warnings = told(found)
        for sentence in warnings:
            self._page.banner.show_warning(sentence)
        for sentence in notices:
            self._page.banner.show_notice(sentence)
        self._model.add_files(found.photos)

    def _forget(self) -> None:
        self._sitting += 1
