from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from headshot_desktop.app.studio import Studio
from headshot_desktop.cli import main
from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.mark_words import WITHOUT
from headshot_desktop.core.marks import Marks, SourceType
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Anonymised
from headshot_desktop.engine.wire import Content
from tests.policies import PolicyTree
from tests.scripts import script


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(script())


def _photos(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).write_bytes(name.encode())
    return [str(folder / name) for name in names]


def test_each_photo_becomes_a_file_whose_name_says_nothing(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        assert main(["anonymise", *_photos(tmp_path, "me-at-home.jpg", "b.jpg"), "--out", str(out)], engine) == 0
        engine.closed = False
    assert sorted(path.name for path in out.iterdir()) == [f"anonymised-{number}.png" for number in (1, 2, 3, 4)]
    said = capsys.readouterr()
    assert "me-at-home.jpg: " in said.out
    assert "(1 person)" in said.out
    assert "Look at the picture before you send it" in said.out
    assert said.err == ""
    assert engine.marked == [Marks(SourceType.DRAWN)] * 4


def test_in_json(tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anonymise", *_photos(tmp_path, "a.jpg"), "--out", str(tmp_path), "--no-marks", "--json"], engine) == 0
    answer = json.loads(capsys.readouterr().out)
    file = str(tmp_path / "anonymised-1.png")
    assert answer["made"] == [{"photo": "a.jpg", "refused": None, "file": file, "people": 1}]
    assert "13 pictures" in answer["remains"]
    assert engine.marked == [None]


def test_a_photo_whose_face_was_missed_is_not_called_anonymised(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.script.errors["anonymise"] = PhotoRefused("No face was found.", code="nobody")
    assert main(["anonymise", *_photos(tmp_path, "a.jpg", "b.jpg"), "--out", str(tmp_path / "out")], engine) == 3
    said = capsys.readouterr()
    assert "a.jpg: No face was found." in said.err
    assert "b.jpg: " in said.out
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["anonymised-1.png"]


@pytest.mark.parametrize("as_json", [True, False])
def test_what_was_written_before_an_error_is_told(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    words = ["anonymise", *_photos(tmp_path, "a.jpg"), str(tmp_path / "nosuch.jpg"), "--out", str(tmp_path)]
    assert main([*words, *["--json"][: int(as_json)]], engine) == 2
    said, file = capsys.readouterr(), str(tmp_path / "anonymised-1.png")
    if as_json:
        assert json.loads(said.out)["written"] == [file]
    else:
        assert f"Already written: {file}" in said.err


def test_what_was_written_before_a_stop_is_told(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Studio.save_anonymised

    def interrupted(self: Studio, made: Anonymised, folder: Path) -> Path:
        write(self, made, folder)
        raise KeyboardInterrupt

    monkeypatch.setattr(Studio, "save_anonymised", interrupted)
    assert main(["anonymise", *_photos(tmp_path, "a.jpg", "b.jpg"), "--out", str(tmp_path)], engine) == 130
    said = capsys.readouterr().err
    assert f"Already written: {tmp_path / 'anonymised-1.png'}" in said
    assert "Nothing was written" not in said


@pytest.fixture
def somebody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person of the test's own, who was never asked."""
    for name in ("DATA_HOME", "CONFIG_HOME", "RUNTIME_DIR", "CACHE_HOME"):
        folder = tmp_path / name.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(f"XDG_{name}", str(folder))


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    ("agree", "recorded"),
    [([], True), (["--agree"], True), (["--agree"], False)],
)
def test_an_answer_that_another_program_takes_back_ends_it_at_the_next_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], agree: list[str], recorded: bool
) -> None:
    seen: list[bytes] = []

    class Slow(FakeEngine):
        def anonymise(self, photo: Content) -> Anonymised:
            seen.append(bytes(photo))
            if len(seen) == 2:
                subprocess.run([sys.executable, "-P", "-m", "headshot_desktop", "consent", "revoke"], check=True)
            return super().anonymise(photo)

    if recorded:
        assert main(["consent", "give", "--yes"]) == 0
    photos = _photos(tmp_path, "a.jpg", "b.jpg", "c.jpg")
    assert main(["anonymise", *photos, "--out", str(tmp_path), *agree], Slow(script())) == 2
    assert len(seen) == 2, "the third photo was not looked at"
    assert [path.name for path in tmp_path.glob("anonymised-*")] == ["anonymised-1.png"], "nor the second one written"
    said = capsys.readouterr().err
    assert "You have taken back your agreement" in said
    assert f"Already written: {tmp_path / 'anonymised-1.png'}" in said


def test_without_marks_the_consequences_are_said(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["anonymise", *_photos(tmp_path, "a.jpg"), "--out", str(tmp_path), "--no-marks"], engine) == 0
    said = capsys.readouterr().err
    for sentence in WITHOUT:
        assert sentence in said


def test_the_real_engine_draws_and_refuses(
    tmp_path: Path, astronaut_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "landscape.png"
    Image.fromarray(np.full((300, 400, 3), 90, np.uint8)).save(empty)
    words = ["anonymise", str(astronaut_file), str(empty), "--out", str(tmp_path), "--accept-unprotected", "--json"]
    assert main(words, ProcessEngine(accept_unprotected=True)) == 3
    made, refused = json.loads(capsys.readouterr().out)["made"]
    assert refused["refused"]["code"] == "nobody"
    content = Path(made["file"]).read_bytes()
    assert Image.open(io.BytesIO(content)).size == (1024, 1024)
    assert b"astronaut" not in content


def test_the_organisations_folders_and_formats_hold(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "allowed").mkdir()
    tree = PolicyTree(tmp_path / "root")
    tree.put({"export-folders": [str(tmp_path / "allowed")], "allowed-formats": ["jpeg"]})
    photos = _photos(tmp_path, "a.jpg")
    assert main(["anonymise", *photos, "--out", str(tmp_path)], engine, managed=tree.managed) == 5
    engine.closed = False
    assert main(["anonymise", *photos, "--out", str(tmp_path / "allowed")], engine, managed=tree.managed) == 0
    assert [path.name for path in (tmp_path / "allowed").iterdir()] == ["anonymised-1.jpg"]
    capsys.readouterr()
