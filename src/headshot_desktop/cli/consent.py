"""`headshot consent`: what you have agreed to; and the question that comes before the first photo."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from headshot_desktop.cli.terminal import print_json, print_line, safe
from headshot_desktop.core.consent import TEXTS, Purpose
from headshot_desktop.core.errors import ConsentMissing, MachineError, UsageError

if TYPE_CHECKING:
    from headshot_desktop.app.record import Record
    from headshot_desktop.app.studio import Studio

SUMMARY = "Show what you have agreed to, agree, or take an answer back."
SHOW = "Show each question, your answer, and when you gave it."
GIVE = "Agree to what a question asks, and record the answer on this machine."
REVOKE = "Take an answer back: what depends on it is erased at once, also in a window that is open."
FORGET = "Delete the record of your answers and of privacy events, and erase all pictures; you are asked again."

NO_ANSWER = "There was no answer to take back."
FOR_ONE_TIME = (
    "No answer was recorded, but a program was at work with one for a single time, as --agree gives it. What it held "
    "has been erased, and it stops."
)
_DONE = {
    Purpose.ANALYSIS: "Taken back. Every photo and every result in the program has been erased.",
    Purpose.STATISTICS: "Taken back. The counts have been deleted.",
    Purpose.PERSONAL_MODEL: "Taken back. The model has been erased, and every picture in the program with it.",
}

LANGUAGE = "en"
"""The command line speaks English."""

_WIDTH = 100


def show(arguments: argparse.Namespace) -> int:
    """`headshot consent show`: 0, or 4 when somebody has changed the record."""
    record = _record()
    if arguments.json:
        answers = [_answer(record, purpose) for purpose in Purpose]
        print_json({"command": "consent show", "whole": record.whole, "answers": answers})
    else:
        for line in _lines(record):
            print_line(line)
    return 0 if record.whole else MachineError.exit_code


def give(arguments: argparse.Namespace) -> int:
    """`headshot consent give`: 0, 2 when nobody said yes, 4 when it could not be recorded, 5 where a policy forbids."""
    from headshot_desktop.app.build import own_record
    from headshot_desktop.app.limits import Limits

    purpose = _purpose(arguments)
    Limits(arguments.managed()).check_answer(purpose)
    asked = not arguments.json and not arguments.yes and _somebody()
    if not arguments.yes and not asked:
        raise UsageError(
            "Nobody sits here who could be asked, so nothing was recorded. --yes agrees, after the words were read.",
            code="consent-not-asked",
        )
    record = own_record()
    if not arguments.json:
        _say(_words(purpose), sys.stdout.write)
    if asked and not _yes():
        print_line("Nothing was recorded.")
        return UsageError.exit_code
    record.give(purpose, LANGUAGE)
    return _told(record, arguments, "consent give", purpose, "Recorded. `headshot consent revoke` takes it back.")


def revoke(arguments: argparse.Namespace) -> int:
    """`headshot consent revoke`: 0, or 4 when something could not be erased or written down."""
    purpose, record = _purpose(arguments), _record()
    answered = record.answered(purpose)
    once = not answered and purpose is Purpose.ANALYSIS and _at_work()
    if answered or once:
        record.revoke(purpose)  # before anything is erased, so that whoever is at work knows why
    # Also what a command holds that runs with --agree. From here the model cannot be told from the pictures.
    wiping = purpose is Purpose.ANALYSIS or (answered and purpose is Purpose.PERSONAL_MODEL)
    failed = _erased() if wiping else []
    done = _DONE[purpose] if answered else FOR_ONE_TIME if once else NO_ANSWER
    return _told(record, arguments, "consent revoke", purpose, done, failed)


def forget(arguments: argparse.Namespace) -> int:
    """`headshot consent forget`: 0, or 4 when something could not be erased."""
    record = _record()
    try:
        record.delete()  # before anything is erased, so that whoever is at work knows why
    finally:
        failed = _erased()
    return _told(record, arguments, "consent forget", None, "The record and your answers are gone.", failed)


def ask(studio: Studio, arguments: argparse.Namespace) -> None:
    """Before the first photo: ask where somebody sits at a terminal; else raise `ConsentMissing`."""
    if studio.record.agreed(Purpose.ANALYSIS):
        return
    if arguments.json or not _somebody():
        raise ConsentMissing("You have not yet agreed that your face is measured.")
    _say(_words(Purpose.ANALYSIS), sys.stderr.write)
    if not _yes():
        raise ConsentMissing("You did not agree, so no photo was read.", code="consent-refused")
    studio.give(Purpose.ANALYSIS, LANGUAGE)
    sys.stderr.write("Your answer is recorded; `headshot consent revoke` takes it back.\n")


def record_for(arguments: argparse.Namespace) -> Record:
    """The record of a command: the person's own, and with --agree an answer for this command only."""
    from headshot_desktop.app.build import own_record

    return own_record(here=(Purpose.ANALYSIS,) if arguments.agree else ())


def _record() -> Record:
    from headshot_desktop.app.build import own_record

    return own_record()


def _purpose(arguments: argparse.Namespace) -> Purpose:
    return Purpose(arguments.purpose)


def _at_work() -> bool:
    """Whether a running program holds pictures."""
    from headshot_desktop.app.storage import survey

    return any(vault.found.in_use for vault in survey().vaults)


def _erased() -> list[str]:
    """Erase every vault of this user; what could not be erased, in sentences."""
    from headshot_desktop.app.storage import wipe

    return list(wipe(running=True).failed)


def _told(
    record: Record,
    arguments: argparse.Namespace,
    command: str,
    purpose: Purpose | None,
    done: str,
    failed: Sequence[str] = (),
) -> int:
    """Say what was done and what not; the exit code."""
    problems = [*failed, *record.notices]
    if arguments.json:
        about = {"purpose": purpose.value, "agreed": record.agreed(purpose)} if purpose else {}
        print_json({"command": command, **about, "problems": problems})
    elif not problems:
        print_line(done)
    if not arguments.json:
        for sentence in problems:
            sys.stderr.write(f"headshot: {safe(sentence)}\n")
    return MachineError.exit_code if problems else 0


def _answer(record: Record, purpose: Purpose) -> dict[str, Any]:
    text, given = TEXTS[purpose], record.consents().get(purpose)
    answer = {"given": given.given, "version": given.version, "language": given.language} if given else {}
    return {
        "purpose": purpose.value,
        "agreed": given is not None,
        "available": True,
        **answer,
        "question": text.question,
        "explanation": text.explanation,
        "withdrawal": text.withdrawal,
        "text": text.hash,
    }


def _lines(record: Record) -> Iterator[str]:
    consents = record.consents()
    for purpose in Purpose:
        given = consents.get(purpose)
        state = f"agreed on {time.strftime('%Y-%m-%d %H:%M UTC', time.gmtime(given.given))}" if given else "not agreed"
        yield f"{purpose.value:<15} {state}"
        yield f"{'':<15} {TEXTS[purpose].question}"
    if not record.whole:
        yield "The record was changed from outside, so no answer counts. `headshot consent give` begins a new one."


def _words(purpose: Purpose) -> Iterator[str]:
    text = TEXTS[purpose]
    yield text.question
    yield text.explanation
    yield text.withdrawal


def _say(words: Iterator[str], write: Any) -> None:
    import textwrap

    for sentence in words:
        write(textwrap.fill(sentence, _WIDTH) + "\n")


def _somebody() -> bool:
    """Whether a person can read a question and answer it."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _yes() -> bool:
    sys.stderr.write("Do you agree? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
