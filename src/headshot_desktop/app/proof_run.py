"""`headshot verify-privacy` in a process of its own, for the window: it can be stopped at any moment.

A process of a restricted one is restricted as well, so the control of the attempts cannot be had from here: it would be
refused what it must be able to do. What the roles are refused is still seen; that the same attempts succeed without a
role, only the command in a terminal shows.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence

from headshot_desktop.app.proofs.report import PrivacyReport, Proof, Verdict
from headshot_desktop.core.errors import Cancelled, MachineError

_POLL_SECONDS = 0.1


def command() -> list[str]:
    """The command line that starts it, frozen or not."""
    start = [] if getattr(sys, "frozen", False) else ["-P", "-m", "headshot_desktop"]
    return [sys.executable, *start, "verify-privacy", "--json"]


class ProofRun:
    """One run; `stop` may be called from another thread."""

    def __init__(self, command_line: Sequence[str] = ()) -> None:
        """Nothing is started yet. `command_line` takes the place of `command`, for tests."""
        self._command = list(command_line) or command()
        self._stopped = threading.Event()

    def run(self) -> PrivacyReport:
        """Start it and wait for its report.

        Raises:
            Cancelled: it was stopped.
            MachineError: it ended without a report.
        """
        if self._stopped.is_set():
            raise Cancelled("Stopped.")
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        with subprocess.Popen(self._command, stdin=nothing, stdout=pipe, stderr=nothing) as process:
            while True:
                try:
                    said, _ = process.communicate(timeout=_POLL_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    if self._stopped.is_set():
                        process.kill()
                        process.communicate()
                        raise Cancelled("Stopped.") from None
        return report_from(said)

    def stop(self) -> None:
        """End it; `run` raises `Cancelled`."""
        self._stopped.set()


def report_from(said: bytes) -> PrivacyReport:
    """The report in the command's JSON answer; `MachineError` where there is none."""
    try:
        found = json.loads(said)
        proofs = tuple(
            Proof(
                str(proof["name"]),
                str(proof["tried"]),
                str(proof["seen"]),
                str(proof["control"]),
                Verdict(proof["verdict"]),
            )
            for proof in found["proofs"]
        )
        program, system, started = (str(found[name]) for name in ("program", "system", "started"))
        return PrivacyReport(program, system, started, proofs, float(found["seconds"]))
    except (ValueError, KeyError, TypeError) as error:
        raise MachineError(
            "The proofs ended without an answer. Run `headshot verify-privacy` in a terminal to see why.",
            code="proofs-unanswered",
        ) from error
