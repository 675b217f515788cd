import json
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage import data

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import evaluate_models
from evaluation import mesh as mesh_evaluation
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.faces import Face, FaceFinder


@pytest.fixture(scope="module")
def face() -> Face:
    return FaceFinder(ModelStore()).find(np.asarray(data.astronaut(), np.uint8))[0]


@pytest.fixture
def folder(tmp_path: Path, face: Face) -> Path:
    """Two rows: one with everything, one without labels; the teacher's mesh is ours moved by two pixels."""
    root = tmp_path / "portraits"
    (root / "images").mkdir(parents=True)
    picture = cv2.cvtColor(np.asarray(data.astronaut(), np.uint8), cv2.COLOR_RGB2BGR)
    for name in ("one.png", "two.png"):
        cv2.imwrite(str(root / "images" / name), picture)
    moved = {"one.png": face.mesh + np.array([2, 0, 0], np.float32)}
    np.savez(root / "mesh.npz", allow_pickle=False, **moved)
    box = " ".join(f"{value:.1f}" for value in face.box)
    rows = [
        "name\tpath\tface_box\tita_deg",
        f"one.png\ta/one.png\t{box}\t45",
        "two.png\ta/two.png\t\t",
        "gone.png\ta/gone.png\t\t",
    ]
    (root / "index.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    return root


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, object]]:
    evaluate_models.main([*arguments, "--json"])
    result = json.loads(capsys.readouterr().out)
    assert isinstance(result, dict)
    return result


def test_each_model_is_measured(folder: Path, face: Face, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "alpha").mkdir()
    alpha = np.zeros((512, 512), np.uint8)
    cv2.circle(alpha, (226, 300), 200, 255, -1)
    cv2.imwrite(str(folder / "alpha" / "one.png"), alpha)
    result = run(capsys, "--data", str(folder))
    assert result["detector"]["recall"] == 1.0
    assert result["detector"]["count"] == 2
    expected = 2 / np.linalg.norm(face.mesh[33, :2] - face.mesh[263, :2])
    assert result["mesh"]["nme"] == pytest.approx(expected, rel=0.02)
    assert result["mesh"]["nme_by_group"] == {"light": result["mesh"]["nme"]}
    assert result["mesh"]["count"] == 1
    assert result["matte"]["count"] == 1


def test_missing_parts_are_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mesh.npz").unlink()
    result = run(capsys, "--data", str(folder.parent))
    assert result["mesh"] == {"count": 0}
    assert result["matte"] == {"count": 0}
    (folder / "index.tsv").unlink()
    assert run(capsys, "--data", str(folder), "--only", "detector")["detector"]["count"] == 2


def test_a_folder_without_pictures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="images"):
        evaluate_models.main(["--data", str(tmp_path)])


def test_the_error_is_relative_to_the_eye_corners(face: Face) -> None:
    moved = face.mesh + np.array([0, 3, 4], np.float32)
    flat, deep = mesh_evaluation.errors(moved, face.mesh)
    assert flat == pytest.approx(3 / np.linalg.norm(face.mesh[33, :2] - face.mesh[263, :2]), rel=1e-3)
    assert deep == pytest.approx(5 / np.linalg.norm(face.mesh[33] - face.mesh[263]), rel=1e-3)
