from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from headshot_desktop.cli import main
from headshot_desktop.core.mark_words import NO_PICTURE, NOTHING, WITHOUT
from headshot_desktop.core.marks import Carried, Holding, Marks, SourceType
from headshot_desktop.core.policy import Managed, Policy
from headshot_desktop.core.request import Format
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.marks import signed
from tests.engine.test_marks import MARKS, file
from tests.scripts import script


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "me.jpg"
    path.write_bytes(b"a photo")
    return path


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(script())


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.png"
    path.write_bytes(b"\x89PNG and so on")
    return path


# ------------------------------------------------------------------ make


def test_make_marks_what_it_writes(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["make", str(photo), "--for", "linkedin", "--look", "light-grey", "--out", str(tmp_path), "--json"]
    assert main(arguments, engine) == 0
    (marks,) = engine.marked
    assert isinstance(marks, Marks)
    assert marks.source is SourceType.COMPOSITE_SYNTHETIC
    assert json.loads(capsys.readouterr().out)["marked"] is True


def test_without_marks_the_consequences_are_said(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["make", str(photo), "--no-marks", "--out", str(tmp_path)], engine) == 0
    assert engine.marked == [None]
    said = capsys.readouterr().err
    for sentence in WITHOUT:
        assert sentence in said


@pytest.mark.parametrize("deed", [["--no-marks"], []])
def test_a_policy_keeps_them_on(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str], deed: list[str]
) -> None:
    managed = Managed((Policy("it.json", {"marks": True}),))
    code = main(["make", str(photo), *deed, "--out", str(tmp_path)], engine, managed=lambda: managed)
    assert code == (5 if deed else 0)
    assert (tmp_path / "me-linkedin.jpg").exists() is not bool(deed)
    assert ("requires" in capsys.readouterr().err) is bool(deed)


def test_a_policy_that_allows_to_leave_them_out_changes_nothing(
    tmp_path: Path, photo: Path, engine: FakeEngine
) -> None:
    managed = Managed((Policy("it.json", {"marks": False}),))
    other = FakeEngine(script())
    arguments = ["make", str(photo), "--force", "--out", str(tmp_path)]
    assert main(arguments, engine, managed=lambda: managed) == 0
    assert main([*arguments, "--no-marks"], other, managed=lambda: managed) == 0
    assert engine.marked[0] is not None
    assert other.marked == [None]


# ------------------------------------------------------------------ check-image


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Carried("png"), str(NOTHING)),
        (Carried(""), str(NO_PICTURE)),
        (Carried("png", "digitalCapture"), "a photo from a camera"),
        (Carried("png", holding=Holding.CHANGED), "was changed after it was signed"),
        (Carried("png", linked=True), "has not looked there"),
        (Carried("png", holding=Holding.INTACT, signer="Somebody\x1b[2J"), "calls itself “Somebody?[2J”"),
        (Carried("png", holding=Holding.INTACT, sources=("brandNew",)), "no word for"),
        (Carried("png", holding=Holding.INTACT, actions=("c2pa.created", "x.y", "x.z")), "was done: something else."),
    ],
)
def test_what_was_found_is_told(
    picture: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str], found: Carried, words: str
) -> None:
    engine.script.carried = found
    assert main(["check-image", str(picture)], engine) == 0
    assert words in capsys.readouterr().out


def test_as_json(picture: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> None:
    engine.script.carried = Carried("png", "composite", Holding.DOUBTFUL, problems=("claimSignature.missing",))
    assert main(["check-image", str(picture), "--json"], engine) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["command"] == "check-image"
    assert answer["file"] == "theirs.png"
    assert answer["holding"] == "doubtful"
    assert answer["problems"] == ["claimSignature.missing"]
    assert answer["sentences"][-1] == "Anybody can write or change such a label."


def test_a_file_that_is_not_there(tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-image", str(tmp_path / "gone.png")], engine) == 2
    assert capsys.readouterr().err.startswith("headshot: ")


def test_no_answer_about_the_face_is_needed(picture: Path, tmp_path: Path) -> None:
    """No face is measured; and nothing of the file is kept."""
    places = {name: str(tmp_path / name) for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    marked = tmp_path / "marked.webp"
    marked.write_bytes(signed(file(Format.WEBP), Format.WEBP, MARKS))
    done = subprocess.run(
        [sys.executable, "-m", "headshot_desktop", "check-image", str(marked), "--json"],
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["holding"] == "intact"
    assert picture.exists()
