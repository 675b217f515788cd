"""From the trained network to one ONNX file with half-precision weights inside."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn

OPSET = 17


def digest(state: Mapping[str, torch.Tensor]) -> str:
    """SHA-256 of weights, to compare two runs."""
    made = hashlib.sha256()
    for name, value in sorted(state.items()):
        made.update(name.encode() + value.detach().cpu().numpy().tobytes())
    return made.hexdigest()


def halve_weights(model: onnx.ModelProto) -> None:
    """Stores large float32 weights as float16 with a cast, which the runtime folds away when it loads the model."""
    graph = model.graph
    casts = []
    for weight in list(graph.initializer):
        values = numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.size < 256:
            continue
        halved = numpy_helper.from_array(values.astype(np.float16), f"{weight.name}_half")
        graph.initializer.remove(weight)
        graph.initializer.append(halved)
        casts.append(helper.make_node("Cast", [halved.name], [weight.name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def export(network: nn.Module, path: Path) -> None:
    """Writes the network as ONNX, all inputs and outputs float32.

    Inputs: `picture` (1, 3, 512, 512), RGB from 0 to 255; `face` (1, 1, 512, 512), the face map. Output: `alpha`
    (1, 1, 512, 512) in [0, 1].
    """
    content = io.BytesIO()
    example = (torch.full((1, 3, 512, 512), 128.0), torch.zeros(1, 1, 512, 512))
    torch.onnx.export(
        network,
        example,
        content,  # type: ignore[arg-type]  # the exporter writes to any binary file
        input_names=["picture", "face"],
        output_names=["alpha"],
        opset_version=OPSET,
        dynamo=False,
    )
    model = onnx.load_model_from_string(content.getvalue())
    halve_weights(model)
    onnx.checker.check_model(model, full_check=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save_model(model, str(path))
