from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from headshot_desktop.core.errors import ModelCorrupt, ModelMissing
from headshot_desktop.core.packs import Lora
from headshot_desktop.engine.generative.job import Weights
from headshot_desktop.engine.generative.samplers import load
from tests.engine.generative.jobs import FAMILIES, PLAN, as_it_lies, generated, job, sampler, verified


def written(pack: Path, family: str, rank: int = 2) -> None:
    """A LoRA for every attention's query, beside the pack's files."""
    stable = family in {"sdxl", "sd15"}
    network = "unet" if stable else "transformer"
    weights = load_file(pack / network / "diffusion_pytorch_model.safetensors")
    source, tensors = torch.Generator().manual_seed(3), {}
    for name, tensor in weights.items():
        if name.endswith(("attn.to_q.weight", "attn2.to_q.weight")):
            at = f"{network}.{name.removesuffix('.weight')}"
            rows, columns = tensor.shape
            tensors[f"{at}.lora_A.weight"] = torch.randn(rank, columns, generator=source)
            tensors[f"{at}.lora_B.weight"] = torch.randn(rows, rank, generator=source)
    assert tensors
    (pack / "loras").mkdir(exist_ok=True)
    save_file(tensors, str(pack / "loras" / "look.safetensors"))


@pytest.fixture
def pack(tiny_packs: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path / str(request.param)
    shutil.copytree(tiny_packs / request.param, folder)
    written(folder, request.param)
    return folder


def wearing(pack: Path, scale: float) -> None:
    from tiny_packs import describe

    describe(pack, pack.name, (Lora("loras/look.safetensors", scale),))


@pytest.mark.parametrize("pack", FAMILIES, indirect=True)
def test_a_lora_changes_the_picture_by_its_scale(tiny_packs: Path, pack: Path) -> None:
    wanted, plain = job(pack.name), generated(sampler(tiny_packs / pack.name), job(pack.name)).astype(int)
    changes = {}
    for scale in (0.0, 0.2, 1.0):
        wearing(pack, scale)
        made = sampler(pack)
        picture = generated(made, wanted)
        changes[scale] = float(np.abs(picture.astype(int) - plain).mean())
    assert changes[0.0] < 0.05
    assert changes[0.0] < changes[0.2] < changes[1.0]


@pytest.mark.parametrize("weights", [Weights.FLOAT8, Weights.INT8])
@pytest.mark.parametrize("pack", ["klein", "sd15"], indirect=True)
def test_a_lora_attaches_to_weights_held_small(tiny_packs: Path, pack: Path, weights: Weights) -> None:
    plan = replace(PLAN, weights=weights)
    without = generated(sampler(tiny_packs / pack.name, plan), job(pack.name))
    wearing(pack, 1.0)
    made = generated(sampler(pack, plan), job(pack.name))
    exact = generated(sampler(pack), job(pack.name))
    near, far = (np.abs(made.astype(int) - other).mean() for other in (exact.astype(int), without.astype(int)))
    assert near < far


@pytest.mark.parametrize("pack", ["klein", "sd15"], indirect=True)
def test_a_lora_of_another_model_is_refused(pack: Path) -> None:
    wearing(pack, 1.0)
    found = verified(pack)
    save_file({"elsewhere.lora_A.weight": torch.ones(2, 2)}, str(pack / "loras" / "look.safetensors"))
    with pytest.raises(ModelCorrupt):
        generated(load(as_it_lies(found), PLAN), job(pack.name))
    (pack / "loras" / "look.safetensors").write_bytes(b"no tensors")
    with pytest.raises(ModelCorrupt):
        generated(load(as_it_lies(found), PLAN), job(pack.name))
    (pack / "loras" / "look.safetensors").unlink()
    with pytest.raises(ModelMissing):
        generated(load(as_it_lies(found), PLAN), job(pack.name))
