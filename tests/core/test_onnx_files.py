from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.onnx_files import check_onnx


def _model() -> onnx.ModelProto:
    weights = numpy_helper.from_array(np.ones((64, 64), np.float32), "w")
    node = helper.make_node("MatMul", ["x", "w"], ["y"])
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 64]) for name in "xy"]
    graph = helper.make_graph([node], "g", ends[:1], ends[1:], [weights])
    return helper.make_model(graph)


def test_a_model_of_the_real_library_passes() -> None:
    text = _model().SerializeToString()
    check_onnx(text, "x.onnx")
    with pytest.raises(PackRefused):
        check_onnx(text[:-1], "x.onnx")


def test_external_data_as_the_real_library_writes_it_is_refused(tmp_path: Path) -> None:
    onnx.save(_model(), tmp_path / "x.onnx", save_as_external_data=True, size_threshold=0, location="w.data")
    assert (tmp_path / "w.data").stat().st_size == 4 * 64 * 64
    with pytest.raises(PackRefused) as raised:
        check_onnx((tmp_path / "x.onnx").read_bytes(), "x.onnx")
    assert raised.value.code == "pack-onnx-external"


def test_a_custom_operator_is_refused() -> None:
    made = _model()
    made.graph.node[0].domain = "my.operators"
    with pytest.raises(PackRefused) as raised:
        check_onnx(made.SerializeToString(), "x.onnx")
    assert raised.value.code == "pack-onnx-operators"
