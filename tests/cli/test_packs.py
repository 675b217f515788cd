from __future__ import annotations

import io
import json
import os
import shutil
import socket
import stat
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.cli import main
from headshot_desktop.core.packs import Family
from headshot_desktop.records.packs import packs_path
from tests.packs import put_pack, put_pipeline
from tests.policies import PolicyTree


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def tree(tmp_path: Path) -> PolicyTree:
    return PolicyTree(tmp_path / "system")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    put_pack(tmp_path / "pack")
    return tmp_path / "pack"


def _run(tree: PolicyTree, *words: str | Path) -> int:
    return main(["packs", *(str(word) for word in words)], managed=tree.reader)


def _json(tree: PolicyTree, capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, dict[str, Any]]:
    code = _run(tree, *words, "--json")
    said = capsys.readouterr()
    assert said.err == ""
    answer: dict[str, Any] = json.loads(said.out)
    return code, answer


def test_a_pack_from_a_folder_to_the_list_and_away(
    tree: PolicyTree, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tree, "list") == 0
    assert "No pack is here" in capsys.readouterr().out
    assert _run(tree, "inspect", pack) == 0
    said = capsys.readouterr().out
    assert "test-flux2-klein: A test, version 1, flux2-klein" in said
    assert "licence CC0-1.0; companies may use it: Numbers made for tests." in said
    assert "not signed; holds generator" in said
    assert not packs_path().exists()
    assert _run(tree, "import", pack) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Imported; every file is the one that its list names."
    assert (packs_path() / "test-flux2-klein" / "pack.json").is_file()
    assert _run(tree, "import", pack) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "It was here already, and every file of it is whole."
    assert _run(tree, "verify") == 0
    assert capsys.readouterr().out == "test-flux2-klein: every file is whole; not signed.\n"
    code, answer = _json(tree, capsys, "list")
    assert code == 0
    (listed,) = answer["packs"]
    assert listed["usable"] is True
    assert (listed["trust"], listed["manifest"]["licence"], listed["manifest"]["company"]) == (
        "unsigned",
        "CC0-1.0",
        "yes",
    )
    assert _run(tree, "remove", "test-flux2-klein", "--yes") == 0
    assert capsys.readouterr().out.startswith("Deleted: test-flux2-klein (")
    assert _run(tree, "list") == 0
    assert "No pack is here" in capsys.readouterr().out


def test_another_pack_of_the_same_id_is_replaced_with_force_only(
    tree: PolicyTree, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_pack(tmp_path / "other", version="2")
    assert _run(tree, "import", pack) == 0
    assert _run(tree, "import", tmp_path / "other") == 2
    assert "or replace it with --force" in capsys.readouterr().err
    assert _run(tree, "import", "--force", tmp_path / "other") == 0
    assert "version 2" in capsys.readouterr().out


def test_answers_in_json(tree: PolicyTree, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _json(tree, capsys, "inspect", pack)[1]["pack"]["folder"] is None
    code, answer = _json(tree, capsys, "import", pack)
    assert (code, answer["command"], answer["pack"]["usable"], answer["already"]) == (0, "packs import", True, False)
    assert _json(tree, capsys, "import", pack)[1]["already"] is True
    assert _json(tree, capsys, "verify", "test-flux2-klein")[1]["packs"][0]["problem"] == ""
    code, answer = _json(tree, capsys, "remove", "test-flux2-klein")
    assert (code, answer["error"]["code"]) == (2, "not-asked")
    code, answer = _json(tree, capsys, "remove", "test-flux2-klein", "--yes")
    assert (code, answer["id"]) == (0, "test-flux2-klein")
    assert answer["bytes"] > 0
    code, answer = _json(tree, capsys, "remove", "test-flux2-klein", "--yes")
    assert (code, answer["error"]["code"]) == (2, "no-such-pack")


def test_what_is_refused_says_why_and_ends_with_its_code(
    tree: PolicyTree, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tree, "import", tmp_path / "nothing") == 2
    assert "does not exist" in capsys.readouterr().err
    (pack / "evil.py").write_text("x")
    assert _run(tree, "import", pack) == 3
    assert capsys.readouterr().err == "headshot: “evil.py” is a program; a pack may not hold one.\n"
    (pack / "evil.py").unlink()
    tree.put({"allowed-packs": ["another"]})
    assert _run(tree, "import", pack) == 5
    assert capsys.readouterr().err.startswith("headshot: Your organisation does not allow the pack")
    assert _run(tree, "inspect", pack) == 5
    assert "does not allow the pack" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="links, pipes and sockets as POSIX has them")
@pytest.mark.parametrize("name", ["pack.json", "pack.sig"])
@pytest.mark.parametrize("kind", ["link", "dangling", "pipe", "folder", "socket", "device"])
@pytest.mark.parametrize("way", ["inspect", "import", "create-from"])
def test_a_pack_whose_own_files_are_none_is_refused(
    tree: PolicyTree,
    pack: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kind: str,
    way: str,
) -> None:
    (pack / "pack.sig").write_bytes(b"kept")
    monkeypatch.chdir(pack)  # a socket's name must be short
    Path(name).rename("../kept")
    if kind in {"link", "dangling"}:
        Path(name).symlink_to("../kept" if kind == "link" else "/nowhere")
    elif kind == "pipe":
        os.mkfifo(name)
    elif kind == "folder":
        Path(name).mkdir()
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(name)
    else:
        try:
            os.mknod(name, 0o600 | stat.S_IFCHR, os.makedev(1, 3))
        except PermissionError:
            pytest.skip("this user may make no device")
    assert _run(tree, way, pack, *(SAID if way == "create-from" else ())) == 3
    said = capsys.readouterr().err
    assert said.startswith(f"headshot: “{name}” is {'a link' if kind in {'link', 'dangling'} else 'no file'}.")
    assert not packs_path().exists() or [each.name for each in packs_path().iterdir()] == [".lock"]


def test_a_damaged_pack_fails_to_verify(
    tree: PolicyTree, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_pack(tmp_path / "other", id="another")
    assert _run(tree, "import", pack) == 0
    assert _run(tree, "import", tmp_path / "other") == 0
    target = packs_path() / "test-flux2-klein" / "vae" / "diffusion_pytorch_model.safetensors"
    content = bytearray(target.read_bytes())
    content[-1] ^= 1
    target.write_bytes(content)
    capsys.readouterr()
    assert _run(tree, "verify") == 4
    said = capsys.readouterr()
    assert "vae/diffusion_pytorch_model.safetensors” of the pack was changed" in said.err
    assert said.out == "another: every file is whole; not signed.\n", "one that is damaged does not hide the others"
    code, answer = _json(tree, capsys, "verify")
    assert code == 4
    assert [(each["id"], each["whole"], each["code"]) for each in answer["packs"]] == [
        ("another", True, ""),
        ("test-flux2-klein", False, "pack-file-changed"),
    ]
    assert _run(tree, "import", pack) == 0
    assert _run(tree, "verify") == 0


def test_removing_asks_who_sits_there(
    tree: PolicyTree, pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(tree, "import", pack) == 0
    monkeypatch.setattr("sys.stdin", Terminal("no\n"))
    assert _run(tree, "remove", "test-flux2-klein") == 2
    assert capsys.readouterr().out.endswith("Nothing was deleted.\n")
    assert (packs_path() / "test-flux2-klein").exists()
    monkeypatch.setattr("sys.stdin", Terminal("yes\n"))
    assert _run(tree, "remove", "test-flux2-klein") == 0
    assert not (packs_path() / "test-flux2-klein").exists()


def test_a_bar_is_drawn_on_a_terminal_only(tree: PolicyTree, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert _run(tree, "import", pack) == 0
    assert "copied and compared" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    seen = len(terminal.getvalue())
    assert _run(tree, "verify", "--json") == 0
    assert len(terminal.getvalue()) == seen


SAID = ("--id", "sd", "--name", "SD", "--family", "sd15", "--licence", "OpenRAIL-M", "--company", "conditions")


def test_create_from_guesses_nothing(tree: PolicyTree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "download"
    put_pipeline(folder, Family.SD15)
    assert _run(tree, "create-from", folder, "--id", "sd") == 2
    assert "Say also: --name, --family, --licence, --company." in capsys.readouterr().err
    assert _run(tree, "create-from", folder, *SAID[:-1], "perhaps") == 2
    assert _run(tree, "create-from", folder, *SAID, "--role", "virus=x") == 2
    capsys.readouterr()
    for wrong, words in (
        (("--role", "recogniser=face.onnx"), "the recogniser is not where it says"),
        (("--steps", "1000"), "steps is no number in its range"),
        (("--id", "A b"), "its id is not made of small letters"),
    ):
        assert _run(tree, "create-from", folder, *SAID, *wrong) == 2
        assert f"headshot: A pack cannot be described like that: {words}" in capsys.readouterr().err
    assert not (folder / "pack.json").exists()
    capsys.readouterr()
    shutil.move(folder / "text_encoder", tmp_path / "text_encoder")
    assert _run(tree, "create-from", folder, *SAID) == 3
    assert "The pack has no text encoder" in capsys.readouterr().err
    shutil.move(tmp_path / "text_encoder", folder / "text_encoder")
    assert _run(tree, "create-from", folder, *SAID, "--note", "Read it.", "--steps", "4", "--scheduler", "lcm") == 0
    said = capsys.readouterr().out
    assert "Without a content check" in said
    assert f"Next: headshot packs import {folder}" in said
    assert _run(tree, "import", folder) == 0
    assert "companies may use it under conditions: Read it." in capsys.readouterr().out
    written = json.loads((packs_path() / "sd" / "pack.json").read_text("utf-8"))
    assert written["defaults"] == {"steps": 4, "guidance": 1.0, "side": 1024, "scheduler": "lcm"}


def test_an_interrupted_import_is_listed_and_goes_on(
    tree: PolicyTree, pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("headshot_desktop.cli.packs._Bar.told", stop)
        assert _run(tree, "import", pack) == 130
    capsys.readouterr()
    assert _run(tree, "list") == 0
    assert "test-flux2-klein: an import was interrupted" in capsys.readouterr().out
    assert _json(tree, capsys, "list")[1]["packs"][0]["unfinished"] is True
    assert _run(tree, "import", pack) == 0
    assert _run(tree, "verify") == 0
