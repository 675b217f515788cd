"""Where every command line ends: one exit code, and for an error one sentence."""

from __future__ import annotations

import argparse
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from headshot_desktop.cli.commands import parser
from headshot_desktop.cli.terminal import Unheard, prepare_streams, print_json, safe, unheard
from headshot_desktop.cli.unfinished import Unfinished
from headshot_desktop.core.errors import Bug, Cancelled, HeadshotError, MachineError, OutOfMemory

if TYPE_CHECKING:
    from headshot_desktop.app.privacy_proofs import Unrestricted
    from headshot_desktop.core.policy import Managed
    from headshot_desktop.engine.protocol import Engine


def main(
    arguments: Sequence[str],
    engine: Engine | None = None,
    unprotected: Sequence[str] = (),
    control: Unrestricted | None = None,
    managed: Callable[[], Managed] | None = None,
) -> int:
    """Run one command line and return the exit code; every error ends here as one sentence.

    Args:
        arguments: the words after the program's name.
        engine: used instead of the real one, by tests.
        unprotected: what this system does not give the process that runs this, in sentences.
        control: for `verify-privacy`: a process that was started before this one was restricted.
        managed: reads the organisation's policy, in the place of this machine's, for tests.
    """
    as_json = "--json" in arguments[: arguments.index("--")] if "--" in arguments else "--json" in arguments
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) != signal.SIG_IGN:
            signal.signal(getattr(signal, name), _stop)
    prepare_streams()
    try:
        given = argparse.Namespace(
            engine=engine, unprotected=unprotected, control=control, managed=managed or _read_managed
        )
        code = _answer(arguments, given, as_json)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Cancelled.exit_code  # one more Ctrl-C while the last words were written
    except (Unheard, OSError) as failure:
        return _unheard(failure.__cause__ if isinstance(failure, Unheard) else failure)
    return code


def _read_managed() -> Managed:
    from headshot_desktop.app.policy import read_managed

    return read_managed()


def _unheard(error: BaseException | None) -> int:
    if isinstance(error, BrokenPipeError):
        return unheard(141)  # the reader of our output, such as `head`, has gone: what a shell reports for SIGPIPE
    reason = error.strerror if isinstance(error, OSError) else "no reason given"
    return unheard(4, f"headshot: the answer could not be written: {reason}.\n")


def _answer(arguments: Sequence[str], given: argparse.Namespace, as_json: bool) -> int:
    """Parse and run; every error becomes a sentence and a code."""
    try:
        parsed = parser().parse_args(arguments, given)
        code: int = parsed.run(parsed)
    except SystemExit as done:  # argparse after --help and --version
        code = int(done.code or 0)
    except Unfinished as unfinished:
        code = _complain(unfinished.cause, as_json, unfinished.written)
    except HeadshotError as error:
        code = _complain(error, as_json)
    except KeyboardInterrupt:
        code = _complain(Cancelled("Stopped."), as_json)
    except Unheard:
        raise
    except OSError as error:
        code = _complain(_refused(error), as_json)
    except MemoryError:
        code = _complain(OutOfMemory("There was not enough memory. Close other programs and try again."), as_json)
    except Exception:  # noqa: BLE001 — the edge of the program
        code = _complain(Bug(traceback.format_exc()), as_json)
    return code


def _refused(error: OSError) -> MachineError:
    """The system refused something that no part of the program expected it to refuse, such as one more open file."""
    reason = error.strerror or type(error).__name__
    return MachineError(f"The system refused what the program needs: {reason}. Close other programs and try again.")


def _stop(number: int, frame: object) -> NoReturn:
    del number, frame
    raise KeyboardInterrupt


_OPTIONS = {
    "app-lock-damaged": "That is a button of the window: open the window and choose “Forgot it?” there.",
    "consent-missing": "`headshot consent give` asks at a terminal or takes --yes; --agree is for this command only.",
    "target-exists": "Use --force to replace it.",
    "unprotected": "Add --accept-unprotected to go on without this protection.",
}
"""What the command line offers besides what the sentence says, by the error's code."""


def _complain(error: HeadshotError, as_json: bool, written: Sequence[str] = ()) -> int:
    message = " ".join(filter(None, (error.message, _OPTIONS.get(error.code))))
    if as_json:
        detail = {"code": error.code, "message": message, "fault": error.fault.value}
        print_json({"error": detail, "written": list(written)})
        sys.stdout.flush()
        return error.exit_code
    if isinstance(error, Bug):
        sys.stderr.write("headshot: this is a fault of the program, not yours. Please report what follows.\n")
    lines = f"headshot: {message}".splitlines()
    sys.stderr.write("".join(f"{safe(line)}\n" for line in lines))
    if written:
        sys.stderr.write(f"Already written: {safe(', '.join(written))}\n")
    elif isinstance(error, Cancelled):
        sys.stderr.write("Nothing was written.\n")
    return error.exit_code
