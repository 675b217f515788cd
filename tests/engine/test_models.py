from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import onnx
import pytest

from headshot_desktop.core.errors import ModelMissing
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.resources import resource

ROLES = {"face-detector", "face-mesh", "portrait-matte"}


def test_every_role_has_its_pinned_model() -> None:
    store = ModelStore()
    assert {model.role for model in store.models()} == ROLES
    for model in store.models():
        assert re.fullmatch(r"[0-9a-f]{64}", model.sha256)
        assert hashlib.sha256(store.load(model.role)).hexdigest() == model.sha256
        assert model.licence
        assert model.origin.endswith(".")


def test_models_keep_their_promised_sizes_and_carry_their_weights() -> None:
    store = ModelStore()
    sizes = {role: len(store.load(role)) for role in ROLES}
    assert sizes["face-mesh"] <= 6_000_000
    assert sizes["portrait-matte"] <= 20_000_000
    for role in ROLES:
        model = onnx.load_from_string(store.load(role))
        assert not any(tensor.data_location == onnx.TensorProto.EXTERNAL for tensor in model.graph.initializer)


def test_an_unknown_role_is_a_sentence() -> None:
    with pytest.raises(ModelMissing, match="Reinstall"):
        ModelStore().load("beautifier")


def test_a_changed_model_is_refused_by_the_program(tmp_path: Path) -> None:
    """A copy of the package with one flipped byte in a model, run for real."""
    source = Path(__file__).resolve().parents[2]
    shutil.copytree(source / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(source / "resources", tmp_path / "resources")
    manifest = json.loads(resource("models/manifest.json").read_text("utf-8"))
    victim = tmp_path / "resources" / "models" / manifest["models"][0]["file"]
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.write_bytes(content)
    program = f"import sys; sys.path.insert(0, {str(tmp_path / 'src')!r})\n" + (
        "from headshot_desktop.engine.models import ModelStore\n"
        "from headshot_desktop.core.errors import ModelCorrupt\n"
        "try:\n    ModelStore().load('face-detector')\nexcept ModelCorrupt as error:\n    print(error.code, error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "changed or damaged" in done.stdout
    assert done.stdout.startswith("own-model-changed "), "the watch knows it by this"
