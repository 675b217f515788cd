from __future__ import annotations

import hashlib

import pytest

from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.pack_paths import check_kind, check_path
from headshot_desktop.core.packs import (
    Company,
    Defaults,
    Family,
    Licence,
    Lora,
    Manifest,
    PackFile,
    Role,
    parse_manifest,
    to_json,
)

FULL = Manifest(
    id="a.pack-1",
    name="Ein Päckchen",
    version="2.1",
    family=Family.SDXL,
    licence=Licence("OpenRAIL++-M", Company.CONDITIONS, "Read it."),
    roles={Role.GENERATOR: ".", Role.SAFETY: "safety.onnx", Role.DECODER: "decoder"},
    files=(
        PackFile("decoder/config.json", 1, "0" * 64),
        PackFile("fast.safetensors", 2, "1" * 64),
        PackFile("safety.onnx", 3, "f" * 64),
    ),
    defaults=Defaults(8, 1.5, 768, "lcm"),
    loras=(Lora("fast.safetensors", 0.5),),
)


def test_a_manifest_survives_its_file() -> None:
    text = to_json(FULL)
    again = parse_manifest(text)
    assert again == Manifest(**{**vars(FULL), "digest": hashlib.sha256(text).hexdigest()})
    assert to_json(again) == text


def test_what_may_be_left_out_has_its_default() -> None:
    text = to_json(FULL).replace(b'"note": "Read it."', b'"note": ""')
    assert parse_manifest(text).licence.note == ""
    short = text[: text.index(b' "defaults"')] + text[text.index(b' "loras"') :]
    assert parse_manifest(short).defaults == Defaults()


@pytest.mark.parametrize(
    "path",
    [
        "model_index.json",
        "transformer/diffusion_pytorch_model-00001-of-00002.safetensors",
        "text_encoder_2/model.safetensors.index.json",
        "loras/Qwen-Image-Lightning-4steps-V1.0.safetensors",
    ],
)
def test_names_of_public_models_are_possible(path: str) -> None:
    assert check_path(path) == path
    check_kind(path)


@pytest.mark.parametrize("path", ["x.JSON.py", "x", "x.safetensors.bin", "x.PT", "Makefile"])
def test_the_last_suffix_counts(path: str) -> None:
    with pytest.raises(PackRefused):
        check_kind(path)
