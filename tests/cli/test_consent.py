from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.app.build import build_studio, own_record
from headshot_desktop.cli import main
from headshot_desktop.core.consent import TEXTS, Purpose
from headshot_desktop.core.errors import ConsentMissing, VaultError
from headshot_desktop.core.events import EventKind
from headshot_desktop.core.statistics import Box
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.records.ledger import ledger_path
from headshot_desktop.records.statistics import statistics_path
from tests.scripts import script

HEADSHOT = str(Path(sys.executable).with_name("headshot"))


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person who was never asked: their ledger's place, and a session of their own."""
    for name in ("DATA_HOME", "CONFIG_HOME", "RUNTIME_DIR", "CACHE_HOME"):
        folder = tmp_path / name.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(f"XDG_{name}", str(folder))
    assert tmp_path in ledger_path().parents
    return ledger_path()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "me.jpg"
    path.write_bytes(b"a photo")
    return path


def _json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


@pytest.mark.parametrize("command", ["make", "inspect"])
def test_without_an_answer_no_photo_is_read_and_the_way_is_told(
    fresh: Path, photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    class Blind(FakeEngine):
        def _begin(self, job: str) -> None:
            raise AssertionError(f"the engine was asked to {job}")

    out = ["--out", str(tmp_path / "out")] if command == "make" else []
    assert main([command, str(photo), *out], Blind(script())) == 2
    said = capsys.readouterr().err
    assert said.startswith("headshot: You have not yet agreed")
    assert "`headshot consent give` asks at a terminal or takes --yes" in said
    assert "--agree" in said
    assert main([command, str(photo), *out, "--json"], Blind(script())) == 2
    assert _json(capsys)["error"]["code"] == "consent-missing"
    assert not (tmp_path / "out").exists()
    assert not fresh.exists(), "asking writes nothing"


def test_agree_counts_for_one_command_and_the_answer_is_not_recorded(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["make", str(photo), "--out", str(tmp_path / "out")]
    assert main([*words, "--agree"], FakeEngine(script())) == 0
    assert (tmp_path / "out" / "me-linkedin.jpg").exists()
    assert EventKind.CONSENT_GIVEN not in {event.kind for event in own_record().events()}
    assert EventKind.EXPORTED in {event.kind for event in own_record().events()}
    assert main([*words, "--force"], FakeEngine(script())) == 2, "the next command asks again"
    capsys.readouterr()


def test_give_show_revoke(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["consent", "give", "--yes"]) == 0
    said = capsys.readouterr().out
    text = TEXTS[Purpose.ANALYSIS]
    assert " ".join((text.question, text.explanation, text.withdrawal)) in " ".join(said.split())
    assert main(["make", str(photo), "--out", str(tmp_path)], FakeEngine(script())) == 0
    capsys.readouterr()
    assert main(["consent", "show"]) == 0
    assert "analysis        agreed on 20" in capsys.readouterr().out
    assert main(["consent", "show", "--json"]) == 0
    first, second, third = _json(capsys)["answers"]
    assert (first["agreed"], first["language"], first["text"]) == (True, "en", text.hash)
    assert (second["agreed"], third["agreed"], third["available"]) == (False, False, True)
    assert main(["consent", "revoke"]) == 0
    assert main(["consent", "show", "--json"]) == 0
    capsys.readouterr()
    assert main(["inspect", str(photo)], FakeEngine(script())) == 2


def test_a_personal_model_is_a_question_of_its_own(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["consent", "give", "--yes", "--purpose", "personal-model"]) == 0
    assert "learns a small addition to a model pack" in " ".join(capsys.readouterr().out.split())
    assert fresh.exists()
    assert main(["consent", "show", "--json"]) == 0
    assert [answer["agreed"] for answer in _json(capsys)["answers"]] == [False, False, True]
    assert main(["consent", "give", "--yes", "--purpose", "everything"]) == 2
    capsys.readouterr()


def test_revoking_a_personal_model_erases_it_in_an_open_program(capsys: pytest.CaptureFixture[str]) -> None:
    main(["consent", "give", "--yes"])
    with build_studio(FakeEngine(script())) as studio:
        photo = studio.add_content(b"a photo", "a")
        assert main(["consent", "revoke", "--purpose", "personal-model"]) == 0
        assert studio.picture(photo.handle), "there was no answer, so there is no model"
        main(["consent", "give", "--yes", "--purpose", "personal-model"])
        model = studio._vault.put(b"a model", "personal-model")
        capsys.readouterr()
        assert main(["consent", "revoke", "--purpose", "personal-model"]) == 0
        assert "every picture in the program with it" in " ".join(capsys.readouterr().out.split())
        with pytest.raises(VaultError):
            studio.picture(model)


def test_revoking_erases_what_an_open_program_holds(capsys: pytest.CaptureFixture[str]) -> None:
    main(["consent", "give", "--yes"])
    with build_studio(FakeEngine(script())) as studio:
        photo = studio.add_content(b"a photo", "a")
        folder = studio._vault.folder
        assert folder is not None
        assert (folder / "objects").exists()
        assert main(["consent", "revoke", "--json"]) == 0
        assert not folder.exists()
        with pytest.raises(VaultError):
            studio.picture(photo.handle)
    capsys.readouterr()


def test_revoking_statistics_deletes_the_counts_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    main(["consent", "give", "--yes"])
    main(["consent", "give", "--yes", "--purpose", "statistics"])
    own_record().count(Box(2, 1, 2, 0))
    assert statistics_path().exists()
    with build_studio(FakeEngine(script())) as studio:
        studio.add_content(b"a photo", "a")
        assert main(["consent", "revoke", "--purpose", "statistics"]) == 0
        assert not statistics_path().exists()
        assert len(studio.items()) == 1
    assert own_record().agreed(Purpose.ANALYSIS)
    capsys.readouterr()


def test_forgetting_deletes_the_record_and_asks_again(
    fresh: Path, photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["consent", "give", "--yes"])
    assert main(["consent", "forget"]) == 0
    assert list(fresh.parent.iterdir()) == []
    assert main(["inspect", str(photo)], FakeEngine(script())) == 2
    capsys.readouterr()


def test_a_changed_record_is_told(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["consent", "give", "--yes"])
    fresh.write_bytes(fresh.read_bytes().replace(b'"version": 2', b'"version": 3'))
    capsys.readouterr()
    assert main(["consent", "show"]) == 4
    said = capsys.readouterr().out
    assert "changed from outside" in said
    assert "agreed on" not in said


def _at_a_terminal(answer: str, *words: str) -> tuple[int, str]:
    """Run the installed program at a terminal where somebody types `answer`; exit code and what was to be seen."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([HEADSHOT, *words], stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = bytearray()

    def read() -> None:
        while True:
            try:
                seen.extend(os.read(ours, 4096))
            except OSError:
                return
            if b"[y/N]" in seen and not asked.is_set():
                asked.set()
                os.write(ours, answer.encode())

    asked = threading.Event()
    reader = threading.Thread(target=read)
    reader.start()
    code = process.wait(60)
    reader.join(5)
    os.close(ours)
    return code, seen.decode(errors="replace")


@pytest.mark.parametrize("answer", ["n\n", "\n", "maybe\n", "\x04"])
def test_at_a_terminal_anything_but_yes_is_no(fresh: Path, photo: Path, answer: str) -> None:
    code, seen = _at_a_terminal(answer, "inspect", str(photo))
    assert code == 2
    assert TEXTS[Purpose.ANALYSIS].question in seen
    assert "You did not agree, so no photo was read." in seen
    assert not fresh.exists()


def test_at_a_terminal_yes_is_recorded_and_not_asked_again(photo: Path) -> None:
    code, seen = _at_a_terminal("y\n", "inspect", str(photo))
    assert code == 3, "what is no photo is refused when it is looked at"
    assert "Your answer is recorded" in seen
    assert own_record().agreed(Purpose.ANALYSIS)
    code, seen = _at_a_terminal("n\n", "inspect", str(photo))
    assert code == 3
    assert "[y/N]" not in seen


def test_a_no_at_the_terminal_records_nothing(fresh: Path) -> None:
    code, seen = _at_a_terminal("n\n", "consent", "give")
    assert (code, fresh.exists()) == (2, False)
    assert "Nothing was recorded." in seen


@pytest.mark.parametrize("words", [[], ["--json"]])
@pytest.mark.parametrize("answer", [b"n\n", b"y\n", b""])
def test_without_a_terminal_only_yes_is_a_yes(fresh: Path, answer: bytes, words: list[str]) -> None:
    done = subprocess.run([HEADSHOT, "consent", "give", *words], input=answer, capture_output=True, check=False)
    assert (done.returncode, fresh.exists()) == (2, False)
    done = subprocess.run(
        [HEADSHOT, "consent", "give", "--yes", *words], input=answer, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert own_record().agreed(Purpose.ANALYSIS)


def test_taken_back_is_told_as_done_and_what_was_never_given_as_that(
    fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["consent", "revoke"]) == 0
    assert capsys.readouterr().out == "There was no answer to take back.\n"
    assert not fresh.exists()
    for purpose in ("analysis", "statistics"):
        main(["consent", "give", "--yes", "--purpose", purpose])
        capsys.readouterr()
        assert main(["consent", "revoke", "--purpose", purpose]) == 0
        said = capsys.readouterr().out
        assert said.startswith("Taken back. ")
        assert " if " not in said.lower()
    before = fresh.read_bytes()
    assert main(["consent", "revoke"]) == 0
    assert fresh.read_bytes() == before
    capsys.readouterr()


def test_revoking_says_that_it_ends_a_program_with_an_answer_for_one_time(capsys: pytest.CaptureFixture[str]) -> None:
    with build_studio(FakeEngine(script()), record=own_record(here=(Purpose.ANALYSIS,))) as studio:
        photo = studio.add_content(b"a photo", "a")
        assert main(["consent", "revoke"]) == 0
        assert capsys.readouterr().out.startswith("No answer was recorded, but a program was at work")
        with pytest.raises(ConsentMissing, match="You have taken back your agreement") as refused:
            studio.inspect(photo)
        assert refused.value.code == "consent-revoked"
    assert not own_record().agreed(Purpose.ANALYSIS)
