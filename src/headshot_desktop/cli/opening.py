"""How a command that touches photos begins: policy, consent, app lock, watch."""

from __future__ import annotations

import argparse
import contextlib
import sys
from typing import TYPE_CHECKING

from headshot_desktop.cli import consent, lock
from headshot_desktop.cli.terminal import print_alarm, safe

if TYPE_CHECKING:
    from headshot_desktop.app.studio import Studio
    from headshot_desktop.app.watch import Sighting


def open_studio(arguments: argparse.Namespace) -> Studio:
    """The Studio of one command, unlocked; policies that are not applied are told first. The caller closes it."""
    from headshot_desktop.app.build import build_studio
    from headshot_desktop.app.limits import Limits

    managed = arguments.managed()
    for notice in (each for each in managed.notices if each not in managed.closed):
        sys.stderr.write(f"headshot: {safe(notice.sentence)}\n")
    if arguments.accept_unprotected:
        Limits(managed).check_accepting()
    marks = getattr(arguments, "marks", None) is not False
    Limits(managed).check_marks(on=marks)
    studio = build_studio(
        arguments.engine,
        unprotected=arguments.unprotected,
        accept_unprotected=arguments.accept_unprotected,
        managed=managed,
        record=consent.record_for(arguments),
        marks=marks,
    )
    studio.watch.told = _print_sighting
    with contextlib.ExitStack() as undo:
        undo.callback(studio.close)
        lock.unlock(studio, arguments)
        undo.pop_all()
    return studio


def _print_sighting(sighting: Sighting) -> None:
    """Each alarm once, and again whenever something was locked or erased."""
    if sighting.first or sighting.answered:
        print_alarm(sighting.sentences)
