"""The step “Look”."""

from __future__ import annotations

from headshot_desktop.ui.pages.page import Page


class LookPage(Page):
    """See the module."""

    key = "look"

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Look")
