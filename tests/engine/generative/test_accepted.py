"""What the real libraries write passes the rules of packs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from headshot_desktop.core.pack_tensors import implied, plain
from headshot_desktop.core.packs import Family
from headshot_desktop.core.tensor_files import tensors
from headshot_desktop.records.packs import PackStore


@pytest.mark.parametrize("name", ["klein", "qwen", "sdxl", "sd15"])
def test_a_pack_of_the_real_libraries_is_accepted(tiny_packs: Path, tmp_path: Path, name: str) -> None:
    store = PackStore(tmp_path / "packs")
    found = store.inspect(tiny_packs / name)
    assert found.manifest.family in Family
    assert store.bring(tiny_packs / name, found.manifest.digest)
    assert [each.problem for each in store.packs()] == [""]


@pytest.mark.parametrize("name", ["klein", "qwen", "sdxl", "sd15"])
def test_the_tensors_that_a_configuration_implies_are_exactly_those_that_the_libraries_write(
    tiny_packs: Path, name: str
) -> None:
    seen = 0
    for path in (tiny_packs / name).rglob("config.json"):
        config = json.loads(path.read_text("utf-8"))
        kind = config.get("_class_name") or config["architectures"][0]
        (weights,) = path.parent.glob("*model.safetensors")
        with weights.open("rb", buffering=0) as source:
            there = plain(tensors(source, weights.stat().st_size, weights.name))
        assert there - {"bn.num_batches_tracked"} == implied(kind, config)
        seen += 1
    assert seen >= 3
