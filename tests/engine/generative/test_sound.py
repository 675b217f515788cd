"""A pack that would fail in the middle of a picture is refused when it is opened."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from headshot_desktop.core.errors import HeadshotError, PackRefused
from headshot_desktop.core.generation import Generation
from headshot_desktop.core.pack_files import read_manifest
from headshot_desktop.core.packs import Company, Defaults, Family, Licence, Manifest, PackFile, Role
from headshot_desktop.core.request import Framing, HeadshotRequest
from headshot_desktop.engine.generative.session import Session
from headshot_desktop.engine.generative.sound import check_weights
from headshot_desktop.engine.pipeline import Pipeline
from headshot_desktop.engine.protocol import Progress
from tests.engine.generative.jobs import verified
from tests.engine.generative.test_body import CATALOGUE

NAN, INFINITE = float("nan"), float("inf")


def _manifest(folder: Path) -> Manifest:
    files = tuple(PackFile(path.name, path.stat().st_size, "") for path in sorted(folder.glob("*.safetensors")))
    licence = Licence("CC0-1.0", Company.YES)
    return Manifest("a", "A", "1", Family.KLEIN, licence, {Role.GENERATOR: "."}, files, Defaults(), digest="0" * 64)


def _refusal(folder: Path, tensors: dict[str, torch.Tensor]) -> str:
    save_file(tensors, str(folder / "a.safetensors"))
    with pytest.raises(PackRefused, match=r"a\.safetensors") as told:
        check_weights(folder, _manifest(folder))
    assert told.value.exit_code == 3
    return told.value.code


FRACTIONS = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.float8_e5m2, torch.float8_e4m3fn]


@pytest.mark.parametrize("kind", FRACTIONS)
def test_one_number_that_is_none_is_found_wherever_it_is(tmp_path: Path, kind: torch.dtype) -> None:
    pieces: list[int] = []
    extremes = torch.tensor(
        [torch.finfo(kind).max, torch.finfo(kind).min, torch.finfo(kind).tiny, -0.0], dtype=torch.float64
    )
    sound = {"a": extremes.to(kind), "b": torch.full((3_000_001,), 0.5).to(kind)}
    others = {"c": torch.full((5,), -1, dtype=torch.int32), "d": torch.ones(3)}
    save_file({**sound, **others}, str(tmp_path / "a.safetensors"))
    check_weights(tmp_path, _manifest(tmp_path), lambda: pieces.append(1))
    assert pieces, "control"
    holds_infinity = kind is not torch.float8_e4m3fn
    for wrong in (NAN, *((INFINITE, -INFINITE) if holds_infinity else ())):
        for place in (0, -1):
            many = torch.full((3_000_001,), 0.5, dtype=torch.float64)
            many[place] = wrong
            assert _refusal(tmp_path, {**sound, **others, "b": many.to(kind)}) == "pack-bad-numbers"


def test_a_tensor_of_nothing_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path, {"a": torch.zeros(3, 0), "b": torch.ones(2)}) == "pack-bad-weights"


def test_whoever_waits_may_stop(tmp_path: Path) -> None:
    save_file({"a": torch.ones(5_000_000)}, str(tmp_path / "a.safetensors"))
    heard: list[int] = []
    check_weights(tmp_path, _manifest(tmp_path), lambda: heard.append(1))
    assert len(heard) == 3, "20 MB in pieces of 8 MiB"


Change = Callable[[Path], None]


def _weights(part: str, value: float) -> Change:
    def change(folder: Path) -> None:
        (path,) = (folder / part).glob("*.safetensors")
        tensors = load_file(path)
        name = max(tensors, key=lambda each: tensors[each].numel())
        tensors[name].view(-1)[-1] = value
        save_file(tensors, str(path), metadata={"format": "pt"})

    return change


def _says(path: str, **settings: object) -> Change:
    def change(folder: Path) -> None:
        told = json.loads((folder / path).read_text("utf-8"))
        (folder / path).write_text(json.dumps({**told, **settings}), "utf-8")

    return change


def _described(folder: Path) -> Manifest:
    """Write sizes and hashes anew, as whoever made the pack would: `create_from` refuses some of it before that."""
    told = json.loads((folder / "pack.json").read_text("utf-8"))
    for file in told["files"]:
        content = (folder / file["path"]).read_bytes()
        file |= {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "pack.json").write_text(json.dumps(told), "utf-8")
    return read_manifest(folder)


HOSTILE: list[tuple[str, Change, str]] = [
    ("a generator with a number that is none", _weights("unet", NAN), "pack-bad-numbers"),
    ("a decoder with an infinite number", _weights("vae", INFINITE), "pack-bad-numbers"),
    ("embeddings with a number that is none", _weights("embeddings", NAN), "pack-bad-numbers"),
    ("an adapter with an infinite number", _weights("adapter", -INFINITE), "pack-bad-numbers"),
    ("an activation that is none", _says("unet/config.json", act_fn="os.system"), "pack-bad-config"),
    ("a middle that is none", _says("unet/config.json", mid_block_type="Evil"), "pack-bad-config"),
    ("a block that is none", _says("vae/config.json", up_block_types=["Evil"]), "pack-bad-config"),
    ("a schedule that is none", _says("scheduler/scheduler_config.json", beta_schedule="exec"), "pack-bad-config"),
    ("a size of nothing", _says("unet/config.json", cross_attention_dim=0), "pack-config-size"),
]


@pytest.mark.parametrize(("change", "code"), [each[1:] for each in HOSTILE], ids=[each[0] for each in HOSTILE])
def test_a_pack_that_would_fail_later_is_refused_when_it_is_opened(
    tiny_packs: Path, tmp_path: Path, change: Change, code: str
) -> None:
    folder = Path(shutil.copytree(tiny_packs / "sd15", tmp_path / "sd15"))
    change(folder)
    manifest = _described(folder)
    with pytest.raises(PackRefused) as told:
        verified(folder)
    assert (told.value.code, told.value.exit_code) == (code, 3)
    seen: list[Progress] = []
    request = HeadshotRequest(
        CATALOGUE.looks[0], Framing(256, 256), generation=Generation(manifest.id, manifest.digest, steps=1)
    )
    with pytest.raises(HeadshotError) as refused:
        Session(Pipeline()).render(request, folder, [], seen.append)
    assert refused.value.code == code
    assert {each.stage for each in seen} <= {"pack"}, "before anything is drawn or even looked at"
