"""The step “Photos”."""

from __future__ import annotations

from headshot_desktop.ui.pages.page import Page


class PhotosPage(Page):
    """See the module."""

    key = "photos"

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Photos")
