"""The step “Review”."""

from __future__ import annotations

from headshot_desktop.ui.pages.page import Page


class ReviewPage(Page):
    """See the module."""

    key = "review"

    def title(self) -> str:
        """See `Page.title`."""
        return self.tr("Review")
