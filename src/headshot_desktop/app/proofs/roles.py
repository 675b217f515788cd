"""Attempts to reach the network or files from a real process of each role, and from one without any restriction."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from headshot_desktop.app.proofs.report import Proof, Verdict, sentence, verdict
from headshot_desktop.isolation.attempts import LASTING, LOOKING, NETWORK, OPEN, PREFIX, UNIX, WRITING, command

_SECONDS = 60.0
_WITHOUT_SOCKETS = {"engine", "decoder"}
ROLES = ("application", "engine", "decoder", "janitor")

NOT_TRIED = "The filters that this proof tries exist on Linux only; nothing is claimed for this system."

Outcomes = Mapping[str, str]


class Trial:
    """A process that makes the attempts of a role; started at once, heard later."""

    def __init__(self, role: str, folder: Path) -> None:
        """Start it with a new folder of its own below `folder`."""
        self.role = role
        own = folder / f"{PREFIX}{role}"
        own.mkdir(mode=0o700)
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        self._process = subprocess.Popen(command(role, own), stdin=nothing, stdout=nothing, stderr=pipe)

    def outcomes(self) -> Outcomes:
        """Each attempt's outcome; nothing when the process did not get there."""
        try:
            _, said = self._process.communicate(timeout=_SECONDS)
            found = json.loads(said.splitlines()[-1])  # before it, what libraries may have to say
        except (subprocess.TimeoutExpired, ValueError, IndexError):
            self.end()
            return {}
        return {str(name): str(outcome) for name, outcome in found.items()}

    def end(self) -> None:
        """Kill it if it still runs."""
        self._process.kill()
        self._process.communicate()


@dataclass(frozen=True)
class _Question:
    name: str
    role: str
    attempts: Sequence[str]


def _questions() -> list[_Question]:
    asked = [
        _Question(f"no network from the {role} process", role, NETWORK + (UNIX if role in _WITHOUT_SOCKETS else ()))
        for role in ROLES
    ]
    asked += [_Question(f"nothing outlives the {role} process in memory", role, LASTING) for role in ROLES]
    files = (*LOOKING, *WRITING)
    asked.append(_Question("no files for the process that reads photos (decoder)", "decoder", files))
    asked.append(_Question("no file written by the process that makes headshots (engine)", "engine", WRITING))
    return asked


def role_proofs(control: Trial | None, folder: Path, start: Callable[[str, Path], Trial] = Trial) -> list[Proof]:
    """One proof for each role and kind of attempt.

    Args:
        control: the unrestricted trial; it must have been started before this process restricted itself.
        folder: an empty folder for the files of the attempts.
        start: starts the trial of a role.
    """
    if sys.platform != "linux" or control is None:
        return [Proof(question.name, "", NOT_TRIED, "", Verdict.NOT_TRIED) for question in _questions()]
    trials = {role: start(role, folder) for role in ROLES}
    free = control.outcomes()
    found = {role: trial.outcomes() for role, trial in trials.items()}
    return [_judge(question, found[question.role], free) for question in _questions()]


def _judge(question: _Question, found: Outcomes, free: Outcomes) -> Proof:
    possible = [name for name in question.attempts if free.get(name) == OPEN]
    impossible = [name for name in question.attempts if name not in possible]
    came_through = [name for name in question.attempts if found.get(name) == OPEN]
    answered = all(name in found for name in question.attempts)
    seen = f"Refused: {_refusals(question.attempts, found)}."
    if came_through:
        seen = f"Came through: {sentence(came_through)}."
    elif not answered:
        seen = "The process ended before it made the attempts: its role does not restrict it as it should."
    control = f"Without a role, {len(possible)} of these {len(question.attempts)} succeed on this machine"
    if impossible:
        control += f"; {sentence(impossible)} cannot be told here, because it is refused without a role as well"
    return Proof(
        question.name,
        f"From a real {question.role} process, by system calls: {sentence(question.attempts)}.",
        seen,
        f"{control}.",
        verdict(held=answered and not came_through, sighted=len(possible) * 2 > len(question.attempts)),
    )


def _refusals(attempts: Sequence[str], found: Outcomes) -> str:
    """How many attempts ended how: “8 by EPERM”, “3 by the end of the process”."""
    outcomes = [found.get(name, "") for name in attempts]
    kinds = list(dict.fromkeys(outcomes))
    words = {"killed": "the end of the process"}
    return sentence([f"{outcomes.count(kind)} by {words.get(kind, kind)}" for kind in kinds])
