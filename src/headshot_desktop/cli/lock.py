"""The app lock on the command line: the passphrase comes from the terminal or from a file descriptor, nowhere else.

Not from an argument or the environment: other programs can read both.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from headshot_desktop.core.errors import UsageError

if TYPE_CHECKING:
    from headshot_desktop.app.studio import Studio

LONGEST = 1024
"""Bytes of a line."""


def passphrase_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--passphrase-fd` to a command that touches photos."""
    parser.add_argument(
        "--passphrase-fd",
        type=_descriptor,
        metavar="N",
        help="File descriptor from which the app lock's passphrase is read, in the place of the terminal: one line, "
        "and on the next the code of an authenticator app.",
    )


def _descriptor(typed: str) -> int:
    """A number that can be one of a descriptor; the system's own calls fail over longer ones."""
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 9:
        raise argparse.ArgumentTypeError(f"“{typed[:40]}” is no file descriptor")
    return int(typed)


def unlock(studio: Studio, arguments: argparse.Namespace) -> None:
    """Open the app lock where there is one.

    Raises:
        UsageError: there is no terminal to ask on, or nothing comes from the descriptor.
        UserError: the lock refuses; see `AppLock.unlock`.
    """
    if not studio.app_lock.locked:
        return
    from headshot_desktop.app.picture_lock import Proof, Second

    second = studio.app_lock.lock.second
    ask = _asker(getattr(arguments, "passphrase_fd", None))
    passphrase = ask("Passphrase of the app lock: ")
    try:
        code = ""
        if second is Second.AUTHENTICATOR:
            code = ask("Code from your authenticator app: ").decode("ascii", "replace")
        if second is Second.SECURITY_KEY:
            sys.stderr.write("Touch your security key when it blinks.\n")
        studio.unlock(Proof(passphrase, code))
    finally:
        passphrase[:] = bytes(len(passphrase))


def _asker(descriptor: int | None) -> Callable[[str], bytearray]:
    if descriptor is not None:
        return lambda _: _line(descriptor)
    if os.name == "posix":
        return _from_terminal
    return _from_console


def _line(descriptor: int) -> bytearray:
    """One line without its end, read byte by byte so that nothing of the next is taken.

    Raises:
        UsageError: there is none, or it is longer than `LONGEST`: a part of it must not be tried, nor its rest be taken
            for the code.
    """
    line, filled, one = bytearray(LONGEST), 0, bytearray(1)
    try:
        while os.readv(descriptor, [one]) and one[0] not in b"\r\n":
            if filled == LONGEST:
                raise _too_long()
            line[filled] = one[0]
            filled += 1
    except OSError:
        filled = 0
    except UsageError:
        line[:] = bytes(LONGEST)
        raise
    finally:
        one[0] = 0
    made = bytearray(filled)
    with memoryview(line) as source, memoryview(made) as target:
        target[:] = source[:filled]
    line[:] = bytes(LONGEST)
    if not made:
        raise UsageError(
            "No passphrase came from that file descriptor. Write it there, as one line.", code="passphrase-missing"
        )
    return made


def _too_long() -> UsageError:
    return UsageError(
        "What came for the passphrase or the code is longer than {most} bytes. Nothing was tried.",
        code="passphrase-too-long",
        most=LONGEST,
    )


def _from_terminal(question: str) -> bytearray:
    """Ask on the terminal of this process, without showing what is typed."""
    import termios

    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        raise UsageError(
            "There is an app lock, and no terminal to ask for its passphrase. Give it with --passphrase-fd.",
            code="passphrase-unasked",
        ) from None
    try:
        before = termios.tcgetattr(terminal)
        quiet = [*before]
        quiet[3] &= ~termios.ECHO
        os.write(terminal, question.encode())
        termios.tcsetattr(terminal, termios.TCSAFLUSH, quiet)
        try:
            return _line(terminal)
        finally:
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
            os.write(terminal, b"\n")
    finally:
        os.close(terminal)


def _from_console(question: str) -> bytearray:
    """Windows: the console, by way of a string; there is no other."""
    from getpass import getpass

    typed = bytearray(getpass(question).encode("utf-8", "replace"))
    if len(typed) > LONGEST:
        typed[:] = bytes(len(typed))
        raise _too_long()
    return typed
