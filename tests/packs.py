"""Model packs made of nothing but the standard library: every tensor of a real one, with one number in each."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from headshot_desktop.core.pack_tensors import implied
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

LICENCE = Licence("CC0-1.0", Company.YES, "Numbers made for tests.")

QWEN3 = {"num_hidden_layers": 2, "hidden_size": 4, "vocab_size": 8, "tie_word_embeddings": True}
CLIP = {"num_hidden_layers": 2, "hidden_size": 4, "vocab_size": 8}
VAE = {"block_out_channels": [4, 8], "layers_per_block": 1, "down_block_types": ["DownEncoderBlock2D"] * 2}
UNET = {
    "block_out_channels": [4, 8],
    "layers_per_block": 1,
    "cross_attention_dim": 4,
    "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"],
    "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"],
}
FLUX2 = {"num_layers": 1, "num_single_layers": 2, "guidance_embeds": False}
QWEN_VL = {
    "text_config": {"num_hidden_layers": 2, "hidden_size": 4},
    "vision_config": {"depth": 2},
    "tie_word_embeddings": False,
}
QWEN_VAE = {"base_dim": 4, "dim_mult": [1, 2], "num_res_blocks": 1, "temperal_downsample": [True]}
FLOW = "FlowMatchEulerDiscreteScheduler"

PARTS: Mapping[Family, Mapping[str, tuple[str, str, Mapping[str, Any]]]] = {
    Family.KLEIN: {
        "scheduler": ("diffusers", FLOW, {}),
        "text_encoder": ("transformers", "Qwen3ForCausalLM", QWEN3),
        "tokenizer": ("transformers", "Qwen2Tokenizer", {}),
        "transformer": ("diffusers", "Flux2Transformer2DModel", FLUX2),
        "vae": ("diffusers", "AutoencoderKLFlux2", VAE),
    },
    Family.QWEN: {
        "scheduler": ("diffusers", FLOW, {}),
        "text_encoder": ("transformers", "Qwen2_5_VLForConditionalGeneration", QWEN_VL),
        "tokenizer": ("transformers", "Qwen2Tokenizer", {}),
        "transformer": ("diffusers", "QwenImageTransformer2DModel", {"num_layers": 2}),
        "vae": ("diffusers", "AutoencoderKLQwenImage", QWEN_VAE),
    },
    Family.SDXL: {
        "scheduler": ("diffusers", "EulerDiscreteScheduler", {}),
        "text_encoder": ("transformers", "CLIPTextModel", CLIP),
        "text_encoder_2": ("transformers", "CLIPTextModelWithProjection", CLIP),
        "tokenizer": ("transformers", "CLIPTokenizer", {}),
        "tokenizer_2": ("transformers", "CLIPTokenizer", {}),
        "unet": ("diffusers", "UNet2DConditionModel", {**UNET, "addition_embed_type": "text_time"}),
        "vae": ("diffusers", "AutoencoderKL", VAE),
    },
    Family.SD15: {
        "scheduler": ("diffusers", "LCMScheduler", {}),
        "text_encoder": ("transformers", "CLIPTextModel", CLIP),
        "tokenizer": ("transformers", "CLIPTokenizer", {}),
        "unet": ("diffusers", "UNet2DConditionModel", UNET),
        "vae": ("diffusers", "AutoencoderKL", VAE),
    },
}
PIPELINES = {
    Family.KLEIN: "Flux2KleinPipeline",
    Family.QWEN: "QwenImageEditPlusPipeline",
    Family.SDXL: "StableDiffusionXLPipeline",
    Family.SD15: "StableDiffusionPipeline",
}


def put(path: Path, value: Any) -> None:
    """Write JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), "utf-8")


def edit(path: Path, **changes: Any) -> None:
    """Change keys of a JSON file."""
    put(path, {**json.loads(path.read_text("utf-8")), **changes})


def header(names: Iterable[str]) -> dict[str, Any]:
    """The header of a safetensors file with one float32 in each tensor."""
    return {
        name: {"dtype": "F32", "shape": [1], "data_offsets": [4 * at, 4 * at + 4]}
        for at, name in enumerate(sorted(names))
    }


def put_header(path: Path, table: Mapping[str, Any], content: bytes | None = None) -> None:
    """Write a safetensors file with this header; by default with as many bytes as it needs."""
    text = json.dumps(table).encode()
    size = max((entry["data_offsets"][1] for name, entry in table.items() if name != "__metadata__"), default=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(text)) + text + (bytes(size) if content is None else content))


def put_tensors(path: Path, names: Iterable[str]) -> None:
    """Write a safetensors file with these tensors."""
    put_header(path, header(names))


def put_model(folder: Path, kind: str, config: Mapping[str, Any], stem: str) -> None:
    """Write a part with weights."""
    named = {"_class_name": kind} if stem.startswith("diffusion") else {"architectures": [kind]}
    put(folder / "config.json", {**named, **config})
    put_tensors(folder / f"{stem}.safetensors", implied(kind, config))


def put_adapter(folder: Path, crossings: int) -> None:
    """Write an IP-Adapter plus for a UNet with so many cross-attentions."""
    put_model(folder / "image_encoder", "CLIPVisionModelWithProjection", CLIP, "model")
    names = {"image_proj.latents"}
    for part in ("proj_in", "proj_out", "norm_out"):
        names |= {f"image_proj.{part}.weight", f"image_proj.{part}.bias"}
    for layer in range(4):
        inner = f"image_proj.layers.{layer}"
        names |= {f"{inner}.0.{norm}.{kind}" for norm in ("norm1", "norm2") for kind in ("weight", "bias")}
        names |= {f"{inner}.0.{part}.weight" for part in ("to_q", "to_kv", "to_out")}
        names |= {f"{inner}.1.{part}.weight" for part in ("1", "3")}
    for number in range(1, 2 * crossings, 2):
        names |= {f"ip_adapter.{number}.to_{letter}_ip.weight" for letter in "kv"}
    put_tensors(folder / "ip-adapter-plus-face.safetensors", names)


def put_pipeline(folder: Path, family: Family) -> None:
    """Write a pipeline without `pack.json`."""
    index: dict[str, Any] = {"_class_name": PIPELINES[family], "_diffusers_version": "0.42.1"}
    for name, (library, kind, config) in PARTS[family].items():
        index[name] = [library, kind]
        if name == "scheduler":
            put(folder / name / "scheduler_config.json", {"_class_name": kind, "num_train_timesteps": 1000})
        elif name.startswith("tokenizer"):
            put(folder / name / "tokenizer.json", {"model": {"vocab": {"a": 0}}})
            put(folder / name / "tokenizer_config.json", {"tokenizer_class": kind})
        else:
            put_model(folder / name, kind, config, "model" if library == "transformers" else "diffusion_pytorch_model")
    put(folder / "model_index.json", index)


def described(family: Family, **changes: Any) -> Manifest:
    """What a pack says of itself, without its files."""
    said: dict[str, Any] = {
        "id": f"test-{family.value}",
        "name": "A test",
        "version": "1",
        "family": family,
        "licence": LICENCE,
        "roles": {Role.GENERATOR: "."},
        "files": (),
        "defaults": Defaults(steps=2, side=64),
    }
    return Manifest(**{**said, **changes})


def sealed(folder: Path, manifest: Manifest) -> Manifest:
    """Write `pack.json` for whatever lies in a folder, without judging it: as a hostile maker would."""
    files = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in {"pack.json", "pack.sig"}:
            content = path.read_bytes()
            files.append(PackFile(name, len(content), hashlib.sha256(content).hexdigest()))
    text = to_json(Manifest(**{**vars(manifest), "files": tuple(files)}))
    (folder / "pack.json").write_bytes(text)
    return Manifest(**{**vars(manifest), "files": tuple(files), "digest": hashlib.sha256(text).hexdigest()})


def put_pack(folder: Path, family: Family = Family.KLEIN, **changes: Any) -> Manifest:
    """Write a whole pack."""
    put_pipeline(folder, family)
    made = sealed(folder, described(family, **changes))
    assert parse_manifest((folder / "pack.json").read_bytes()) == made
    return made


def put_full_sd15(folder: Path) -> Manifest:
    """Write a pack with an adapter, a tiny decoder and a LoRA."""
    put_pipeline(folder, Family.SD15)
    put_adapter(folder / "adapter", 4)
    tiny = {"num_encoder_blocks": [1, 1], "num_decoder_blocks": [1, 1]}
    put_model(folder / "decoder", "AutoencoderTiny", tiny, "diffusion_pytorch_model")
    put_tensors(folder / "loras" / "fast.safetensors", ["unet.x.lora_A.weight", "unet.x.lora_B.weight"])
    roles = {Role.GENERATOR: ".", Role.ADAPTER: "adapter", Role.DECODER: "decoder"}
    return sealed(folder, described(Family.SD15, roles=roles, loras=(Lora("loras/fast.safetensors", 0.5),)))
