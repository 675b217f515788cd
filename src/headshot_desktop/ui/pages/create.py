"""The step “Create”."""

from __future__ import annotations

from headshot_desktop.ui.pages.page import Page


class CreatePage(Page):
    """See the module."""

    key = "create"

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Create")
