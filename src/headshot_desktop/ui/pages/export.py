"""The step “Export”."""

from __future__ import annotations

from headshot_desktop.ui.pages.page import Page


class ExportPage(Page):
    """See the module."""

    key = "export"

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Export")
