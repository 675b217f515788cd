from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.cli import main
from headshot_desktop.core.options import POLICIES
from headshot_desktop.engine.fake import FakeEngine
from tests.policies import PolicyTree
from tests.scripts import script


@pytest.fixture
def tree(tmp_path: Path) -> PolicyTree:
    return PolicyTree(tmp_path / "system")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "me.jpg"
    path.write_bytes(b"a photo")
    return path


def _run(tree: PolicyTree, *words: str | Path) -> int:
    return main([str(word) for word in words], FakeEngine(script()), managed=tree.reader)


def test_a_forbidden_folder_ends_with_five_and_a_sentence(
    tree: PolicyTree, photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    allowed = tmp_path / "allowed"
    tree.put({"export-folders": [str(allowed)]})
    assert _run(tree, "make", photo, "--out", tmp_path / "elsewhere") == 5
    said = capsys.readouterr()
    assert said.err.startswith("headshot: Your organisation allows headshots to be saved only in:")
    assert not (tmp_path / "elsewhere").exists()
    assert _run(tree, "make", photo, "--out", tmp_path / "elsewhere", "--json") == 5
    answer = json.loads(capsys.readouterr().out)
    assert answer["error"]["code"] == "policy-folder"
    assert answer["error"]["fault"] == "policy"
    assert _run(tree, "make", photo, "--out", allowed) == 0
    assert (allowed / "me-linkedin.jpg").exists()


@pytest.mark.parametrize(
    ("values", "purpose", "code"),
    [
        ({"personal-model": False}, "personal-model", "policy-personal-model"),
        ({"clipbord": False}, "analysis", "policy-unusable"),
    ],
)
def test_an_answer_that_a_policy_does_not_allow_is_not_recorded(
    tree: PolicyTree, capsys: pytest.CaptureFixture[str], values: dict[str, Any], purpose: str, code: str
) -> None:
    tree.put(values)
    assert _run(tree, "consent", "give", "--purpose", purpose, "--yes", "--json") == 5
    assert json.loads(capsys.readouterr().out)["error"]["code"] == code


@pytest.mark.parametrize(
    ("values", "words", "code"),
    [
        ({"allowed-destinations": ["teams"]}, ["--for", "linkedin"], "policy-destination"),
        ({"allowed-formats": ["jpeg"]}, ["--for", "cutout"], "policy-format"),
        ({"allowed-looks": ["navy"]}, ["--look", "auto"], "policy-look"),
        ({"accept-unprotected": False}, ["--accept-unprotected"], "policy-unprotected"),
        ({"clipbord": False}, [], "policy-unusable"),
    ],
)
def test_everything_forbidden_ends_with_five(
    tree: PolicyTree,
    photo: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    values: dict[str, Any],
    words: list[str],
    code: str,
) -> None:
    tree.put(values)
    assert _run(tree, "make", photo, "--json", "--out", tmp_path / "out", *words) == 5
    assert json.loads(capsys.readouterr().out)["error"]["code"] == code
    assert not (tmp_path / "out").exists()


def test_closed_inspect_refuses_and_wipe_works(
    tree: PolicyTree, photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.put(b"{")
    assert _run(tree, "inspect", photo) == 5
    assert "cannot be applied: it is not JSON, line 1" in capsys.readouterr().err
    assert _run(tree, "wipe") == 0


def test_what_is_set_or_recommended_is_what_make_begins_with(
    tree: PolicyTree, photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.put({"look": "navy", "for": "teams,slack"}, recommended=True)
    assert _run(tree, "make", photo, "--json", "--out", tmp_path) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["look"] == "navy"
    assert [made["destination"] for made in answer["made"]] == ["teams", "slack"]
    assert _run(tree, "make", photo, "--json", "--out", tmp_path, "--look", "auto", "--for", "zoom") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["look"] == "auto"


def test_an_ignored_policy_is_told_and_does_not_hold(
    tree: PolicyTree, photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.put({"allowed-destinations": ["teams"]}).chmod(0o664)
    assert _run(tree, "make", photo, "--out", tmp_path / "out") == 0
    assert "headshot: A policy is there but ignored" in capsys.readouterr().err
    assert _run(tree, "inspect", photo, "--json") == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["command"] == "inspect"
    assert "Tell your administrator." in said.err


def test_lists_hold_only_what_is_allowed(tree: PolicyTree, capsys: pytest.CaptureFixture[str]) -> None:
    tree.put({"allowed-destinations": ["teams"], "allowed-looks": ["navy", "auto"]})
    assert _run(tree, "destinations", "--json") == 0
    assert [entry["id"] for entry in json.loads(capsys.readouterr().out)["destinations"]] == ["teams"]
    assert _run(tree, "looks", "--json") == 0
    assert [entry["id"] for entry in json.loads(capsys.readouterr().out)["looks"]] == ["auto", "navy"]


def test_show_names_values_origins_and_files(tree: PolicyTree, capsys: pytest.CaptureFixture[str]) -> None:
    path = tree.put({"retention": 10, "clipboard": False})
    tree.put({"look": "navy"}, recommended=True)
    tree.put({"camera": False}, "open.json").chmod(0o666)
    assert _run(tree, "policy", "show") == 0
    said = capsys.readouterr().out
    assert f"retention             10                       set by the policy ({path})" in said
    assert "look                  navy                     recommended" in said
    assert "clipboard             not allowed              set by the policy" in said
    assert "camera                allowed                  default" in said
    assert "open.json: others than the administrator may change it. Tell your administrator." in said
    assert _run(tree, "policy", "show", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer["settings"]) == set(POLICIES)
    assert answer["settings"]["retention"] == {
        "value": 10,
        "origin": "policy",
        "limit": 10,
        "by": [str(path)],
        "recommended": None,
        "recommended_by": [],
        "locked": False,
    }
    assert [notice["effect"] for notice in answer["notices"]] == ["ignored"]
    assert answer["closed"] is False


def test_show_without_a_policy(tree: PolicyTree, capsys: pytest.CaptureFixture[str]) -> None:
    tree.root.mkdir()
    assert _run(tree, "policy", "show") == 0
    assert capsys.readouterr().out.startswith("No policy is set on this machine.")


def test_a_limit_that_allows_everything_is_not_told(tree: PolicyTree, capsys: pytest.CaptureFixture[str]) -> None:
    tree.put({"marks": False})
    assert _run(tree, "policy", "show") == 0
    assert "at most" not in capsys.readouterr().out


def test_show_while_closed(tree: PolicyTree, capsys: pytest.CaptureFixture[str]) -> None:
    tree.put({"retention": "ten"})
    assert _run(tree, "policy", "show") == 5
    assert "“retention” must be a whole number from 1 to 240" in capsys.readouterr().out
    assert _run(tree, "policy", "show", "--json") == 5
    assert json.loads(capsys.readouterr().out)["closed"] is True


def test_check_tells_what_a_file_would_do(tree: PolicyTree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.json"
    path.write_text('{"retention": 10, "allowed-destinations": ["teams", "mars"]}')
    assert _run(tree, "policy", "check", path) == 0
    said = capsys.readouterr().out
    assert "note: “allowed-destinations” names what this version does not have: mars" in said
    assert "retention             10" in said
    assert "look" not in said, "what it does not touch is not listed"
    assert _run(tree, "policy", "check", path, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["valid"] is True
    assert answer["settings"]["allowed-destinations"]["limit"] == ["teams"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"clipbord": false, "retention": 0}', "error: “clipbord” is no key that this version knows"),
        ('{"clipbord": false, "retention": 0}', "error: “retention” must be a whole number from 1 to 240"),
        ("{", "error: it is not JSON, line 1"),
        ('{"allowed-formats": ["webp"]}', "error: “allowed-formats” leaves no destination"),
        (" " * 100_000, "error: it is larger than"),
    ],
)
def test_check_names_every_error(
    tree: PolicyTree, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, says: str
) -> None:
    path = tmp_path / "mine.json"
    path.write_text(content)
    assert _run(tree, "policy", "check", path) == 2
    said = capsys.readouterr().out
    assert says in said
    assert "With it, no photo would be read." in said
    assert _run(tree, "policy", "check", path, "--json") == 2
    assert json.loads(capsys.readouterr().out)["valid"] is False


def test_check_of_what_recommends(tree: PolicyTree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.json"
    path.write_text('{"clipboard": false}')
    assert _run(tree, "policy", "check", path) == 0
    assert _run(tree, "policy", "check", "--recommended", path) == 2
    said = capsys.readouterr().out
    assert "“clipboard” cannot be recommended, only set" in said
    assert "It would be ignored." in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes in folders")
def test_check_refuses_what_is_no_file_at_once(tree: PolicyTree, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for name in ("pipe.json", "missing.json", "."):
        assert _run(tree, "policy", "check", tmp_path / name) == 2


# ---------------------------------------------------------------------- the real place


def _can_mount() -> bool:
    if sys.platform != "linux" or os.geteuid() != 0 or not (shutil.which("unshare") and shutil.which("setpriv")):
        return False
    done = subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True)  # noqa: S607
    return done.returncode == 0


_IN_ITS_OWN_ETC = """
set -e
mount -t tmpfs -o mode=0755 own "$1"
mkdir "$1/upper" "$1/work"
mount -t overlay own -o lowerdir=/etc,upperdir="$1/upper",workdir="$1/work" /etc
mkdir -p /etc/headshot-desktop/policies
cp "$2" /etc/headshot-desktop/policies/it.json
chmod 0644 /etc/headshot-desktop/policies/it.json
chown "$3" /etc/headshot-desktop/policies/it.json
shift 3
exec "$@"
"""


@pytest.mark.skipif(not _can_mount(), reason="needs root and a mount namespace of its own")
@pytest.mark.parametrize(("owner", "code", "says"), [("0:0", 5, "policy"), ("65534:65534", 0, "is there but ignored")])
def test_the_installed_program_obeys_etc(tmp_path: Path, owner: str, code: int, says: str) -> None:
    """The whole program as an ordinary user, with a real file in `/etc` that no other process sees."""
    (tmp_path / "etc").mkdir()
    policy = tmp_path / "it.json"
    policy.write_text('{"clipbord": false}')
    source = Path(__file__).resolve().parents[2]
    user = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    program = [sys.executable, "-B", "-m", "headshot_desktop", "policy", "show"]
    done = subprocess.run(
        [  # noqa: S607
            "unshare",
            "-m",
            "sh",
            "-c",
            _IN_ITS_OWN_ETC,
            "sh",
            str(tmp_path / "etc"),
            str(policy),
            owner,
            *user,
            *program,
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(source / "src"), "HOME": "/nonexistent"},
    )
    if "wrong fs type" in done.stderr or "must be superuser" in done.stderr or "mount" in done.stderr:
        pytest.skip("this system lets nobody mount an overlay")
    if "Permission denied" in done.stderr:
        pytest.skip("an ordinary user may not read this checkout")
    assert done.returncode == code, done.stderr
    assert says in done.stdout


def test_a_folder_is_no_policy_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "check", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "is no policy file" in said
    assert "photo" not in said
