"""Packs without a generator: only the small networks, for tests that draw instead of denoising."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from headshot_desktop.core.packs import Company, Defaults, Family, Licence, Manifest, PackFile, Role
from headshot_desktop.engine.generative.job import Device, Plan, Verified, Weights
from headshot_desktop.engine.generative.verified import stamps

PLAN = Plan(Device.CPU, Weights.FLOAT32, "float32", reference=256, side=512)
FILES = {Role.RECOGNISER: "recogniser.onnx", Role.UPSCALER: "upscaler.onnx", Role.SAFETY: "safety.onnx"}


def drawn_pack(folder: Path, *roles: Role, presets: tuple[str, ...] = ()) -> Verified:
    """A pack in `folder` with the networks for `roles`, whose generator is for others to bring."""
    makers = {Role.RECOGNISER: recogniser, Role.UPSCALER: upscaler, Role.SAFETY: safety}
    folder.mkdir(exist_ok=True)
    for role in roles:
        onnx.save(makers[role](), str(folder / FILES[role]))
    (folder / "embeddings").mkdir(exist_ok=True)
    for name in presets:
        (folder / "embeddings" / f"{name}.safetensors").write_bytes(b"")
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    listed = tuple(PackFile(path.relative_to(folder).as_posix(), path.stat().st_size, _sha256(path)) for path in files)
    named = {Role.GENERATOR: ".", **{role: FILES[role] for role in roles}}
    if presets:
        named[Role.EMBEDDINGS] = "embeddings"
    licence = Licence("CC0-1.0", Company.YES)
    manifest = Manifest("drawn", "Drawn", "1", Family.KLEIN, licence, named, listed, Defaults(steps=2), digest="0" * 64)
    return Verified(folder, manifest, stamps(folder))


def recogniser() -> Any:
    """(1, 3, 112, 112) to (1, 64): a random projection of the shrunken face without its mean."""
    weights = np.random.default_rng(0).standard_normal((3 * 14 * 14, 64)).astype(np.float32)
    weights -= weights.reshape(3, 196, 64).mean(1).repeat(196, 0)
    nodes = [
        helper.make_node("AveragePool", ["input"], ["pooled"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("MatMul", ["flat", "weights"], ["output"]),
    ]
    return network(nodes, [1, 3, 112, 112], [1, 64], weights=weights)


def upscaler() -> Any:
    """(1, 3, H, W) to (1, 3, 2H, 2W), pixels repeated."""
    nodes = [helper.make_node("Resize", ["input", "", "scales"], ["output"], mode="nearest")]
    scales = np.array([1, 1, 2, 2], np.float32)
    return network(nodes, [1, 3, "H", "W"], [1, 3, "H2", "W2"], scales=scales)


def safety() -> Any:
    """(1, 3, 224, 224) to (1, 2): nudity where a picture is red, a minor where it is blue."""
    weights = np.array([[1, -0.5, -0.5], [-0.5, -0.5, 1]], np.float32).T * 40
    nodes = [
        helper.make_node("GlobalAveragePool", ["input"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["flat"]),
        helper.make_node("Gemm", ["flat", "weights", "bias"], ["logits"]),
        helper.make_node("Sigmoid", ["logits"], ["output"]),
    ]
    return network(nodes, [1, 3, 224, 224], [1, 2], weights=weights, bias=np.full(2, -16, np.float32))


def network(nodes: list[Any], taken: list[int | str], given: list[int | str], **constants: Any) -> Any:
    """An ONNX model with one input and one output."""
    graph = helper.make_graph(
        nodes,
        "drawn",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, taken)],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, given)],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
