"""The engine's process on a system that has no filter for it; every other process of ours has its own."""

from __future__ import annotations

import sys

from headshot_desktop.isolation import FILES_WRITABLE, SOCKETS_OPEN

LACKING = (SOCKETS_OPEN, FILES_WRITABLE)
"""What such a process says that it lacks."""

WORKER = [
    sys.executable,
    "-P",
    "-c",
    f"import sys; sys.path[:0] = {sys.path!r}\n"
    "from headshot_desktop.isolation import audit, linux\n"
    "linux.install = lambda program: False\n"
    "audit.install()\n"
    "from headshot_desktop.engine import worker\n"
    "sys.exit(worker.main())\n",
]
"""Its command line."""
