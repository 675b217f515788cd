"""What is switched off or forbidden before any other library is imported. Standard library only.

Layers that exist today: switches in the environment (`switches`), and on Linux, in every process, a seccomp
filter that refuses all sockets, and no core dumps (`restrict`). What could not be put in
place is returned as a sentence, so the program can say so instead of pretending.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from headshot_desktop.isolation import linux

SWITCHES: Mapping[str, str] = {
    # onnxruntime's telemetry thread resolves a host about 10 s after start; only this variable stops it, and only
    # when it is set before the import (measured, see docs/decisions/0002-processes.md).
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "DIFFUSERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""Set before any import in every process of ours."""


SOCKETS_OPEN = "The operating system does not keep this program from opening network connections here."
MEMORY_OPEN = "Other programs of yours could read this program's memory."
"""What `restrict` says was not possible."""


def switch_off() -> None:
    """Put the switches into this process's environment; children inherit them."""
    os.environ.update(SWITCHES)
    sys.dont_write_bytecode = True  # the variable comes too late for the process that sets it


def restrict(*, address_space: int = 0) -> list[str]:
    """Take from this process, and the children that it starts later, what they never need; irreversible.

    Args:
        address_space: most bytes of address space, 0 for no limit.

    Returns:
        A sentence for each protection that this system does not give.
    """
    if sys.platform != "linux":
        return [SOCKETS_OPEN, MEMORY_OPEN]
    done = linux.restrict(address_space)
    return [sentence for sentence, kept in ((SOCKETS_OPEN, done.sockets), (MEMORY_OPEN, done.memory)) if not kept]
