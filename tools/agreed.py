"""The consent of whoever starts one of these tools: for this run, about the photos that they name, written nowhere."""

from __future__ import annotations

from headshot_desktop.app.build import own_record
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose


def agreed_here() -> Record:
    """A record in which the analysis is agreed to until the tool ends; this user's own ledger stays as it is."""
    return own_record(here=(Purpose.ANALYSIS,))
