"""What `headshot doctor` says of protections is true, here and where some are missing."""

from __future__ import annotations

import json
import sys

import pytest

from headshot_desktop import isolation
from headshot_desktop.app import doctor
from headshot_desktop.app.doctor import Check, State
from headshot_desktop.cli import main

SENTENCES = {name: value for name, value in vars(isolation).items() if name.endswith(("_OPEN", "_WRITABLE"))}


def _said(sentence: str) -> list[Check]:
    return [check for check in doctor._protection_checks((sentence,)) if check.state is State.NO]


def test_every_sentence_of_the_walls_has_a_line() -> None:
    assert len(SENTENCES) == 4
    for sentence in SENTENCES.values():
        assert [check.sentence for check in _said(sentence)] == [sentence]
    assert {check.state for check in doctor._protection_checks(())} == {State.YES}


def test_a_sentence_that_is_not_known_is_told_too() -> None:
    assert _said("Something else is missing.") == [Check("protection", State.NO, "Something else is missing.")]


@pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux's")
def test_what_the_application_lacks_is_told_and_only_that(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"], unprotected=[isolation.SOCKETS_OPEN]) == 0
    checks = {check["name"]: check for check in json.loads(capsys.readouterr().out)["checks"]}
    assert (checks["no network"]["state"], checks["no network"]["sentence"]) == ("no", isolation.SOCKETS_OPEN)
    assert {checks[name]["state"] for name in ("memory", "decoder's files", "engine's files")} == {"yes"}
    assert "window" not in checks, "it is part of this version"
