"""What `headshot doctor` says of protections is true, here and where some are missing."""

from __future__ import annotations

import json
import sys

import pytest

from headshot_desktop import isolation
from headshot_desktop.app import doctor
from headshot_desktop.app.doctor import Check, State
from headshot_desktop.cli import main
from headshot_desktop.engine.computing import Computing, computing

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
    generative = checks["generative engine"]
    assert generative["state"] in {"yes", "partly"}, "its process found what it would compute on"
    assert "GiB" in generative["sentence"]
    assert "run as " in generative["sentence"], "with the row of the table"


def test_without_a_pack_the_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Computing("Card", "cuda", "graphics card with 8 GB", 8 << 30, 6 << 30, bfloat16=True, float8=True)
    monkeypatch.setattr(doctor, "computing", lambda: found)
    check = doctor._generative_check()
    assert check.state is State.PARTLY
    assert check.sentence == (
        "Card (cuda), 8.0 GiB, 6.0 free; computes in bfloat16; run as graphics card with 8 GB. "
        "No pack: import one with “headshot packs import”."
    )


def test_a_generator_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "computing", lambda: computing([sys.executable, "-c", "raise SystemExit"]))
    check = doctor._generative_check()
    assert check.state is State.NO
    assert "generator" in check.sentence
