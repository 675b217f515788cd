from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from headshot_desktop.core.packs import Role
from tests.engine.generative.jobs import FAMILIES, photo, verified


@pytest.mark.parametrize("family", FAMILIES)
def test_a_tiny_pack_is_whole_and_small(tiny_packs: Path, family: str) -> None:
    manifest = verified(tiny_packs / family).manifest
    assert sum(file.size for file in manifest.files) < 10e6
    assert {Role.GENERATOR, Role.RECOGNISER, Role.SAFETY, Role.UPSCALER, Role.EMBEDDINGS} <= set(manifest.roles)
    assert ({Role.ADAPTER, Role.DECODER} <= set(manifest.roles)) == (family in {"sdxl", "sd15"})
    assert all((tiny_packs / family / path).exists() for path in manifest.roles.values())


def test_the_same_tool_makes_the_same_pack(tiny_packs: Path, tmp_path: Path) -> None:
    from tiny_packs import build

    again = build(tmp_path, ["sd15"])["sd15"]
    assert again.digest == verified(tiny_packs / "sd15").manifest.digest


def answered(
    path: Path, values: np.ndarray[tuple[int, ...], np.dtype[np.float32]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found: np.ndarray[tuple[int, ...], np.dtype[np.float32]] = session.run(
        None, {session.get_inputs()[0].name: values}
    )[0]
    return found


def test_the_recogniser_finds_a_face_like_itself(tiny_packs: Path) -> None:
    def embedded(number: int, noise: float = 0.0) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        face = photo(number, 112, 112).astype(np.float32) / 127.5 - 1
        face += np.random.default_rng(number).normal(0, noise, face.shape).astype(np.float32)
        found = answered(tiny_packs / "sd15" / "recogniser.onnx", face.transpose(2, 0, 1)[None])[0]
        return np.asarray(found / np.linalg.norm(found), np.float32)

    assert embedded(1) @ embedded(1, 0.05) > 0.95
    turned = photo(1, 112, 112)[::-1].astype(np.float32) / 127.5 - 1
    other = answered(tiny_packs / "sd15" / "recogniser.onnx", turned.transpose(2, 0, 1)[None].copy())[0]
    assert embedded(1) @ (other / np.linalg.norm(other)) < 0.9


def test_the_upscaler_doubles(tiny_packs: Path) -> None:
    picture = np.random.default_rng(0).random((1, 3, 5, 7), np.float32)
    assert np.allclose(answered(tiny_packs / "sd15" / "upscaler.onnx", picture), picture.repeat(2, 2).repeat(2, 3))


def test_the_safety_model_knows_pure_red_and_pure_blue(tiny_packs: Path) -> None:
    def told(red: float, green: float, blue: float) -> list[bool]:
        picture = np.broadcast_to(np.array([red, green, blue], np.float32)[None, :, None, None], (1, 3, 224, 224))
        return [bool(each > 0.5) for each in answered(tiny_packs / "sd15" / "safety.onnx", picture.copy())[0]]

    assert told(1, 0, 0) == [True, False]
    assert told(0, 0, 1) == [False, True]
    assert told(0.8, 0.6, 0.5) == [False, False]
