"""`tools/evaluate_pack.py` on a tiny pack of random weights, from photos to JSON and a contact sheet."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import evaluate_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tiny_packs import build

    root = tmp_path_factory.mktemp("packs")
    build(root, ["sd15"])
    return root / "sd15"


@pytest.fixture
def photos(tmp_path: Path, astronaut: np.ndarray) -> Path:
    folder = tmp_path / "photos"
    (folder / "first").mkdir(parents=True)
    Image.fromarray(astronaut).save(folder / "first" / "one.png")
    Image.fromarray(astronaut[:, ::-1]).save(folder / "first" / "two.png")
    Image.new("RGB", (200, 200), "grey").save(folder / "nobody.png")
    (folder / "labels.csv").write_text("name,glasses\nfirst,no\nnobody,yes\n", "utf-8")
    return folder


def test_a_pack_is_judged_in_one_command(
    pack: Path, photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    asked = [str(pack), "--photos", str(photos), "--out", str(out), "--for", "hris", "--side", "256"]
    code = evaluate_pack.main([*asked, "--attire", "knit", "--mode", "both"])
    assert code == 0
    assert "first keep-face knit 0" in capsys.readouterr().out
    told = json.loads((out / "evaluation.json").read_text("utf-8"))
    assert told["pack"]["family"] == "sd15"
    kept, new, *nobody = told["outcomes"]
    assert [each["refused"] for each in nobody] == ["no-face", "no-face"]
    assert kept["mode"] == "keep-face"
    assert 0.3 < kept["likeness"] <= 1, "a random recogniser, and one of the two photos is mirrored"
    assert abs(kept["delta_e"]) < 3
    assert kept["attire_change"] > 5
    assert not new["passed"]
    assert new["reasons"]
    assert told["summary"]["asked"] == 4
    assert told["summary"]["failures"]["no-face"] == 2
    assert told["groups"]["glasses: no"]["asked"] == 2
    assert any(name.startswith("measured tone: ") for name in told["groups"])
    sheet = Image.open(out / "sheet-01.png")
    assert np.asarray(sheet).std() > 20
    assert (out / "first-keep-face-knit-0.png").is_file()


def test_groups_may_come_as_json(photos: Path) -> None:
    (photos / "labels.csv").unlink()
    (photos / "labels.json").write_text('{"nobody": {"hair": "none"}}', "utf-8")
    first, nobody = evaluate_pack.persons(photos)
    assert (first.name, len(first.photos), dict(first.groups)) == ("first", 2, {})
    assert (nobody.name, dict(nobody.groups)) == ("nobody.png", {"hair": "none"})


def test_an_empty_folder_is_told(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert evaluate_pack.main([str(pack), "--photos", str(empty), "--out", str(tmp_path / "out")]) == 2
    assert "No photos" in capsys.readouterr().err


def test_groups_are_summed_up_apart() -> None:
    made = {"passed": True, "reasons": [], "likeness": 0.8, "groups": {"light": "day"}}
    worse = {"passed": False, "reasons": ["x"], "likeness": 0.2, "groups": {"light": "night"}}
    refused = {"refused": "no-face", "groups": {"light": "night"}}
    told = evaluate_pack.by_group([made, worse, refused])
    assert told["light: day"]["likeness"] == 0.8
    assert (told["light: night"]["made"], told["light: night"]["passed"]) == (1, 0)
    assert told["light: night"]["failures"] == {"no-face": 1, "x": 1}
