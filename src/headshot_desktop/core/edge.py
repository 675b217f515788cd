"""The edge of a thread that watches: what fails there is logged, so that the next look comes."""

from __future__ import annotations

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)


def attended(deed: Callable[[], object], what: str) -> None:
    """Do it; a failure must end neither the thread nor what somebody else does meanwhile.

    Args:
        deed: what is done.
        what: names it in the log, such as “a look of the watch”. Nothing personal.
    """
    try:
        deed()
    except Exception:
        log.exception("This failed: %s.", what)
