"""One executable: the window, the command line, or a child process in its role."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from headshot_desktop import isolation
from headshot_desktop.isolation import audit


def _engine() -> int:
    from headshot_desktop.engine import worker

    return worker.main()


def _decoder() -> int:
    from headshot_desktop.engine import decoder

    return decoder.main()


def _janitor() -> int:
    from headshot_desktop.vault import janitor

    return janitor.main()


_ROLES: dict[str, Callable[[], int]] = {"engine": _engine, "decoder": _decoder, "janitor": _janitor}


def _role(name: str) -> int:
    if name not in _ROLES:
        sys.stderr.write(f"There is no role “{name}”.\n")
        return 2
    # Ctrl-C in a terminal reaches every process of the group; the application decides what happens to its children.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return _ROLES[name]()


def command_line() -> NoReturn:
    """The script `headshot`."""
    isolation.switch_off()
    audit.install()
    missing = isolation.restrict_application()
    from headshot_desktop.cli import main

    sys.exit(main(sys.argv[1:], unprotected=missing))


def window(arguments: Sequence[str] = ()) -> NoReturn:
    """The script `headshot-desktop`. `--demo` shows stand-in pictures, for designers and tests."""
    isolation.switch_off()
    audit.install()
    # Desktop portals look at the process that opens a file dialog, so a window cannot hide its memory from its user.
    missing = isolation.restrict_application(dumpable=True)
    from headshot_desktop.ui.application import run

    words = list(arguments or sys.argv[1:])
    demo = "--demo" in words
    sys.exit(run([word for word in words if word != "--demo"], unprotected=missing, demo=demo))


def main() -> NoReturn:
    """Dispatch: `--role NAME` is a child process, arguments are the command line, none is the window."""
    isolation.switch_off()
    audit.install()
    if sys.argv[1:2] == ["--role"] and len(sys.argv) == 3:
        sys.exit(_role(sys.argv[2]))
    if len(sys.argv) > 1 and sys.argv[1] != "--demo":
        command_line()
    window()


if __name__ == "__main__":
    main()
