"""From the trained mesh network to one ONNX file with half-precision weights inside."""

from __future__ import annotations

import io
from pathlib import Path

import onnx
import torch

from headshot_desktop.engine.studio.face_crop import CROP_SIZE
from training.matte_export import OPSET, halve_weights
from training.mesh_network import Exported, MeshNetwork


def export(network: MeshNetwork, path: Path) -> None:
    """Writes the network as ONNX, inputs and outputs float32.

    Input: `image` (1, 3, 192, 192), RGB in [0, 1]. Outputs: `points` (1, 478, 3) in crop sides, x and y from the
    crop's upper left corner; `presence` (1, 1) in [0, 1].
    """
    content = io.BytesIO()
    torch.onnx.export(
        Exported(network).eval(),
        (torch.zeros(1, 3, CROP_SIZE, CROP_SIZE),),
        content,  # type: ignore[arg-type]  # the exporter writes to any binary file
        input_names=["image"],
        output_names=["points", "presence"],
        opset_version=OPSET,
        dynamo=False,
    )
    model = onnx.load_model_from_string(content.getvalue())
    halve_weights(model)
    onnx.checker.check_model(model, full_check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save_model(model, str(path))
