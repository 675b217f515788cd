from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.cli import main
from headshot_desktop.core.errors import Bug, OutOfMemory
from headshot_desktop.core.marks import Marks
from headshot_desktop.core.request import ExportSpec
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.wire import Content
from tests.scripts import findings, script
from tests.unfiltered import LACKING, WORKER


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "me.jpg"
    path.write_bytes(b"a photo")
    return path


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(script())


def _json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert answer["version"] == 1
    return answer


def test_make_writes_one_file_per_destination(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["make", str(photo), "--for", "linkedin, slack,linkedin", "--out", str(out)], engine) == 0
    assert sorted(path.name for path in out.iterdir()) == ["me-linkedin.jpg", "me-slack.jpg"]
    said = capsys.readouterr()
    assert str(out / "me-slack.jpg") in said.out
    assert said.err == "", "no progress bar where there is no terminal"
    assert engine.closed


@pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")
def test_what_only_the_engine_lacks_is_refused_unless_it_is_accepted(
    tmp_path: Path, astronaut_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["make", str(astronaut_file), "--out", str(tmp_path / "out")]
    assert main(words, ProcessEngine(worker_command=WORKER)) == 4
    said = capsys.readouterr().err
    assert all(sentence in said for sentence in LACKING)
    assert "No photo was read." in said
    assert "Add --accept-unprotected" in said
    assert not (tmp_path / "out").exists()
    accepting = ProcessEngine(worker_command=WORKER, accept_unprotected=True)
    assert main([*words, "--accept-unprotected"], accepting) == 0
    said = capsys.readouterr().err
    assert all(sentence in said for sentence in LACKING), "and it is told all the same"
    assert list((tmp_path / "out").iterdir())


def test_make_in_json(tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", str(photo), "--json", "--out", str(tmp_path)], engine) == 0
    answer = _json(capsys)
    assert answer["chosen"] == "me.jpg"
    made = answer["made"][0]
    assert Path(made["file"]).stat().st_size == made["bytes"]
    assert {"fidelity", "notes", "report", "seconds", "destination"} <= set(made)


def test_the_best_of_several_photos_is_chosen_and_explained(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, quality in (("blurred", 40.0), ("sharp", 90.0), ("dark", 60.0)):
        (tmp_path / f"{name}.jpg").write_bytes(name.encode())
        engine.script.findings[name.encode()] = findings(quality)
    (tmp_path / "nothing.jpg").write_bytes(b"")
    photos = [str(tmp_path / f"{name}.jpg") for name in ("blurred", "sharp", "nothing", "dark")]
    assert main(["make", *photos, "--out", str(tmp_path)], engine) == 0
    said = capsys.readouterr().out
    assert "sharp.jpg scores 90 of 100, dark.jpg 60" in said
    assert "Not used: nothing.jpg. This file is empty." in said
    assert (tmp_path / "sharp-linkedin.jpg").exists()


def test_never_overwrites_without_force(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "me-linkedin.jpg"
    target.write_bytes(b"mine")
    assert main(["make", str(photo), "--out", str(tmp_path)], engine) == 2
    assert target.read_bytes() == b"mine"
    assert "--force" in capsys.readouterr().err
    assert main(["make", str(photo), "--out", str(tmp_path), "--force"], FakeEngine(script())) == 0
    assert target.read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["make", "missing.jpg"], 2, "Check the name"),
        (["make", "{photo}", "--for", "mars"], 2, "Destinations: linkedin"),
        (["make", "{photo}", "--for", " , "], 2, "at least one destination"),
        (["make", "{photo}", "--look", "vogue"], 2, "Looks:"),
        (["make", "{photo}", "--seed", "x"], 2, "--seed takes a whole number from 0 to 2147483647, and “x” is none."),
        (["make", "{photo}", "--seed", "-1"], 2, "--seed takes a whole number"),
        (["make", "{photo}", "--seed", "1" + "0" * 400], 2, "--seed takes a whole number"),
        (["make", "{photo}", "--see", "1"], 2, "Unrecognized"),
        (["make", "{photo}", "--out", "{photo}"], 2, "another name or folder"),
        (["make"], 2, "required"),
        (["paint", "{photo}"], 2, "COMMAND cannot be “paint”. Known are: make, inspect,"),
        (["mak", "{photo}"], 2, "Did you mean make?"),
        (["make", "{photo}", "--fro", "linkedin"], 2, "Did you mean --for? `headshot make --help`"),
        (["inspect", ""], 2, "PHOTO takes the name of a file, and one is empty."),
        (["make", "{photo}", "--candidates", "9"], 2, "--candidates takes a whole number from 1 to 8"),
        (["make", "{photo}", "--attire", "navy-suit"], 2, "--attire is for a model pack."),
        (["make", "{photo}", "--candidates", "1"], 2, "--candidates is for a model pack."),
        ([], 2, "required"),
        (["make", "{photo}/.."], 2, ""),
        (["make", "{folder}"], 2, "is a folder"),
        (["make", "{empty}"], 3, "empty"),
        (["make", "{empty}", "{empty}"], 3, "None of these 2 photos"),
        (["inspect", "{empty}"], 3, "empty"),
    ],
)
def test_every_no_is_one_sentence_and_a_code(
    tmp_path: Path,
    photo: Path,
    engine: FakeEngine,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: int,
    says: str,
) -> None:
    empty = tmp_path / "empty.jpg"
    empty.write_bytes(b"")
    places = {"photo": photo, "folder": tmp_path, "empty": empty}
    assert main([word.format(**places) for word in words], engine) == code
    said = capsys.readouterr()
    assert said.err.startswith("headshot: ")
    assert says in said.err
    assert "Traceback" not in said.err


def test_errors_in_json_too(tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", str(tmp_path / "no.jpg"), "--json"], engine) == 2
    error = _json(capsys)["error"]
    assert error == {"code": "no-such-file", "message": error["message"], "fault": "user"}


def test_faults_have_their_exit_codes(tmp_path: Path, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for error, code in ((OutOfMemory("Close other programs."), 4), (Bug("trace"), 6)):
        engine = FakeEngine(script())
        engine.script.errors["render"] = error
        assert main(["make", str(photo), "--out", str(tmp_path)], engine) == code
        assert not (tmp_path / "me-linkedin.jpg").exists()
    assert "not yours" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["looks", "destinations"])
def test_lists(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= {"looks": 6, "destinations": 14}[command]
    assert main([command, "--json"]) == 0
    assert len(_json(capsys)[command]) == len(lines)


def test_what_was_written_before_an_error_is_told(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    class Failing(FakeEngine):
        def finish(self, picture: Content, spec: ExportSpec, marks: Marks | None = None) -> bytes:
            if spec.width == 1024:
                raise OutOfMemory("Close other programs.")
            return super().finish(picture, spec, marks)

    words = ["make", str(photo), "--for", "linkedin,slack", "--out", str(tmp_path)]
    assert main(words, Failing(engine.script)) == 4
    assert "Already written: " in capsys.readouterr().err
    assert main([*words, "--force", "--json"], Failing(engine.script)) == 4
    assert _json(capsys)["written"] == [str(tmp_path / "me-linkedin.jpg")]


def test_a_files_name_does_not_drive_the_terminal(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "a\x1b[31m\u202e\nb.jpg"
    photo.write_bytes(b"a photo")
    assert main(["make", str(photo), "--out", str(tmp_path)], engine) == 0
    assert main(["make", str(photo) + "no"], engine) == 2
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err


def test_a_finished_file_is_called_what_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    for name in ("-ü\x1b\u202e\u2028\x85\nb.jpg", "--.jpg"):
        (tmp_path / name).write_bytes(b"a photo")
        assert main(["make", str(tmp_path / name), "--out", str(out)], FakeEngine(script())) == 0
    names = sorted(path.name for path in out.iterdir())
    assert names == ["headshot-linkedin.jpg", "ü_____b-linkedin.jpg"]
    said = capsys.readouterr().out
    assert all(str(out / name) in said for name in names)


def test_names_may_be_typed_in_capitals(tmp_path: Path, photo: Path, engine: FakeEngine) -> None:
    assert main(["make", str(photo), "--for", "LinkedIn", "--look", "Navy", "--out", str(tmp_path)], engine) == 0
    assert (tmp_path / "me-linkedin.jpg").exists()


def test_of_equal_photos_the_first_is_taken_and_that_is_told(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["make", str(photo), str(photo), "--out", str(tmp_path)], engine) == 0
    assert "both measure the same; the first one given was taken." in capsys.readouterr().out


def test_what_another_program_has_written_is_not_told_as_ones_own(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    class Beaten(FakeEngine):
        def finish(self, picture: Content, spec: ExportSpec, marks: Marks | None = None) -> bytes:
            if spec.width == 1024:
                (tmp_path / "me-slack.jpg").write_bytes(b"of another program")
            return super().finish(picture, spec, marks)

    words = ["make", str(photo), "--for", "linkedin,slack", "--out", str(tmp_path), "--json"]
    assert main(words, Beaten(engine.script)) == 2
    assert _json(capsys)["written"] == [str(tmp_path / "me-linkedin.jpg")]


def test_missing_protections_are_told(
    tmp_path: Path, photo: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.script.unprotected = ("Sockets are not blocked here.",)
    assert main(["make", str(photo), "--out", str(tmp_path)], engine) == 0
    assert capsys.readouterr().err == "headshot: Sockets are not blocked here.\n"


def test_photos_of_the_same_name_are_told_apart(
    tmp_path: Path, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "me.jpg").write_bytes(folder.encode())
    photos = [str(tmp_path / folder / "me.jpg") for folder in ("a", "b")]
    assert main(["make", *photos, "--out", str(tmp_path), "--json"], engine) == 0
    assert _json(capsys)["chosen"] == photos[0]


@pytest.mark.parametrize(
    ("tail", "code"), [("looks | true", 141), ("looks >/dev/full", 4), ("looks >&-", 4), ("make no.jpg --json >&-", 4)]
)
def test_an_output_that_nobody_reads_is_no_fault_of_the_program(tail: str, code: int) -> None:
    program = str(Path(sys.executable).with_name("headshot"))
    shell = ["bash", "-c", f"{program} {tail}; exit ${{PIPESTATUS[0]}}"]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert done.returncode in ({code, 0} if code == 141 else {code}), done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_a_switch_that_is_on_says_what_leaving_it_out_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["make", "--help"]) == 0
    assert "--no-marks Leave out of the finished files how" in " ".join(capsys.readouterr().out.split())


def test_help_is_quick() -> None:
    program = [str(Path(sys.executable).with_name("headshot")), "--help"]
    times = []
    for _ in range(3):
        started = time.perf_counter()
        done = subprocess.run(program, capture_output=True, text=True, check=True)
        times.append(time.perf_counter() - started)
    assert "make" in done.stdout
    assert min(times) < 1.0, "generous here; tools/bench.py measures the promised 0.3 s"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_window_says_so() -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"}
    without = {name: value for name, value in os.environ.items() if name not in screens}
    window = str(Path(sys.executable).with_name("headshot-desktop"))
    done = subprocess.run([window], capture_output=True, text=True, check=False, env=without)
    assert done.returncode == 4
    assert "no screen" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files are set with a shell's ulimit here")
def test_what_the_system_refuses_is_told_as_such(photo: Path) -> None:
    words = [sys.executable, "-m", "headshot_desktop", "make", str(photo)]
    few = ["sh", "-c", 'ulimit -n 16; exec "$@"', "sh", *words]
    done = subprocess.run(few, capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert "Too many open files" in done.stderr
    assert "answer could not be written" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_page_on_the_command_line_is_fresh() -> None:
    page = Path(__file__).resolve().parents[2] / "tools" / "write_docs.py"
    done = subprocess.run([sys.executable, str(page), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run tools/write_docs.py {done.stderr}"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not let the current folder be removed")
def test_a_current_folder_that_was_removed_stops_nothing(tmp_path: Path, astronaut_file: Path) -> None:
    script = 'mkdir gone; cd gone; rmdir ../gone; exec "$@"'
    words = [sys.executable, "-P", "-m", "headshot_desktop"]
    for command, code in (
        (["check-image", str(astronaut_file)], 0),
        (["make", str(astronaut_file), "--out", str(tmp_path / "out"), "--agree"], 0),
        (["make", str(astronaut_file), "--agree"], 2),
        (["looks"], 0),
    ):
        extra = [] if command == ["looks"] else ["--accept-unprotected"]
        shell = ["sh", "-c", script, "sh", *words, *command, *extra]
        done = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
