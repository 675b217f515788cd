"""One executable: the window, the command line, or a child process in its role."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from headshot_desktop import isolation
from headshot_desktop.isolation import audit

if TYPE_CHECKING:
    from headshot_desktop.app.privacy_proofs import Unrestricted


def _engine() -> int:
    from headshot_desktop.engine import worker

    return worker.main()


def _generator() -> int:
    from headshot_desktop.engine import worker

    return worker.main(generating=True)


def _decoder() -> int:
    from headshot_desktop.engine import decoder

    return decoder.main()


def _checker() -> int:
    from headshot_desktop.engine import checker

    return checker.main()


def _janitor() -> int:
    from headshot_desktop.vault import janitor

    return janitor.main()


def _holder() -> int:
    from headshot_desktop.app.proofs import killed

    return killed.hold()


_ROLES: dict[str, Callable[[], int]] = {
    "engine": _engine,
    "generator": _generator,
    "decoder": _decoder,
    "checker": _checker,
    "janitor": _janitor,
    "holder": _holder,
}


def _role(name: str) -> int:
    if name not in _ROLES:
        sys.stderr.write(f"There is no role “{name}”.\n")
        return 2
    # Ctrl-C in a terminal reaches every process of the group; the application decides what happens to its children.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return _ROLES[name]()


def command_line() -> NoReturn:
    """The script `headshot`."""
    isolation.bind_early()
    isolation.switch_off()
    audit.install()
    control = _control() if sys.argv[1:2] == ["verify-privacy"] else None
    missing = isolation.restrict_application()
    from headshot_desktop.cli import main

    code = main(sys.argv[1:], unprotected=missing, control=control)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is left to do takes a moment and must not be cut in two
    sys.exit(code)


def _control() -> Unrestricted | None:
    """What the proofs compare themselves with has to start before this process gives up its rights."""
    from headshot_desktop.app.privacy_proofs import start_control

    return start_control()


def _attempts(role: str, folder: Path) -> NoReturn:
    """Start `role` as always, with attempts to break out of it in the place of its work."""
    from headshot_desktop.isolation import attempts

    if sentence := attempts.unfit(folder):
        sys.stderr.write(f"headshot: {sentence}\n")
        sys.exit(2)
    attempts.instead_of_work(role, folder)
    if role == "application":
        command_line()
    sys.exit(_role(role))


_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


def window(arguments: Sequence[str] = ()) -> NoReturn:
    """The script `headshot-desktop`. `--demo` shows stand-in pictures, for designers and tests."""
    isolation.bind_early()
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        sys.stderr.write("There is no screen here. Use the command line: headshot make PHOTO (headshot --help).\n")
        sys.exit(4)
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
    if sys.argv[1:2] != ["--role"]:
        isolation.bind_early()
    isolation.switch_off()
    audit.install()
    if sys.argv[1:2] == ["--role"] and len(sys.argv) == 3:
        sys.exit(_role(sys.argv[2]))
    if sys.argv[1:2] == ["--attempts"] and len(sys.argv) == 4 and sys.platform == "linux":
        _attempts(sys.argv[2], Path(sys.argv[3]))
    if len(sys.argv) > 1 and sys.argv[1] != "--demo":
        command_line()
    window()


if __name__ == "__main__":
    main()
