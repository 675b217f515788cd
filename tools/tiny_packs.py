"""Build tiny model packs of random weights: python tools/tiny_packs.py DIR [klein|qwen|sdxl|sd15 …].

The classes are those of the real packs and only the sizes differ, so the real loading and generating code runs on them
unchanged, in a fraction of a second. What they generate is noise. Nothing is downloaded: even the tokenizers are made
here, of single bytes. The small ONNX models in each pack answer sensibly enough for tests:

- recogniser: a random projection of the shrunken face, so the same face is like itself and another is less so;
- upscaler: twice the size, by repeating pixels;
- safety: nudity where a picture is pure red, a minor where it is pure blue, and neither anywhere else.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

# Before the libraries are imported: they read these at import.
os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1", DO_NOT_TRACK="1")

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from safetensors.torch import save_file

from headshot_desktop.core.packs import Company, Defaults, Family, Licence, Lora, Manifest, Role
from headshot_desktop.engine.generative.libraries import silence
from headshot_desktop.records.packs import create_from

NAMES = {"klein": Family.KLEIN, "qwen": Family.QWEN, "sdxl": Family.SDXL, "sd15": Family.SD15}

EMBEDDING = "studio"
"""Name of the prompt embeddings in each pack."""
EMBEDDED = "professional studio headshot of the person"
"""The prompt that they stand for."""

_QWEN_WORDS = [
    *("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>"),
    *("<|vision_pad|>", "<|image_pad|>", "<|video_pad|>", "<think>", "</think>"),
]


def build(root: Path, names: Iterable[str] = NAMES) -> dict[str, Manifest]:
    """Build packs in `root`, each in a folder of its family's short name.

    Args:
        root: made if it is not there.
        names: of `NAMES`.

    Returns:
        What each pack's `pack.json` says.
    """
    silence()
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.random.fork_rng(devices=[]):
            return {name: _pack(root / name, name) for name in names}
    finally:
        torch.set_num_threads(threads)


def describe(folder: Path, name: str, loras: tuple[Lora, ...] = ()) -> Manifest:
    """Write `pack.json` anew for a tiny pack whose files were changed."""
    family = NAMES[name]
    stable = family in {Family.SDXL, Family.SD15}
    roles = {
        Role.GENERATOR: ".",
        Role.EMBEDDINGS: "embeddings",
        Role.RECOGNISER: "recogniser.onnx",
        Role.UPSCALER: "upscaler.onnx",
        Role.SAFETY: "safety.onnx",
        **({Role.ADAPTER: "adapter", Role.DECODER: "decoder"} if stable else {}),
    }
    defaults = Defaults(
        steps=4,
        guidance=3.0 if family is Family.SDXL else 1.0,
        side=256,
        scheduler="lcm" if family is Family.SD15 else "",
    )
    licence = Licence("CC0-1.0", Company.YES, "Random numbers made for tests.")
    made = Manifest(f"tiny-{name}", f"Tiny {name} of random weights", "1", family, licence, roles, (), defaults, loras)
    return create_from(folder, made)


def _pack(folder: Path, name: str) -> Manifest:
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    _BUILDERS[name](folder)
    onnx.save(_recogniser(), str(folder / "recogniser.onnx"))
    onnx.save(_upscaler(), str(folder / "upscaler.onnx"))
    onnx.save(_safety(), str(folder / "safety.onnx"))
    return describe(folder, name)


# ------------------------------------------------------------------------------------------------ the four families


def _klein(folder: Path) -> None:
    from diffusers import (
        AutoencoderKLFlux2,
        FlowMatchEulerDiscreteScheduler,
        Flux2KleinPipeline,
        Flux2Transformer2DModel,
    )
    from transformers import Qwen3Config, Qwen3ForCausalLM

    tokenizer, hidden = _qwen_tokenizer(), 32
    # The pipeline reads the hidden states 9, 18 and 27; a real encoder has 36 layers, of which 28 are enough.
    encoder = Qwen3Config(
        hidden_size=hidden,
        intermediate_size=32,
        num_hidden_layers=30,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=16,
        vocab_size=len(tokenizer),
        max_position_embeddings=1024,
        bos_token_id=tokenizer.convert_tokens_to_ids("<|endoftext|>"),
        eos_token_id=tokenizer.convert_tokens_to_ids("<|im_end|>"),
        tie_word_embeddings=True,
    )
    pipe = Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True, shift=3.0, time_shift_type="exponential"),
        vae=AutoencoderKLFlux2(
            block_out_channels=(8, 8, 8, 8), layers_per_block=1, latent_channels=32, norm_num_groups=4, sample_size=1024
        ),
        text_encoder=Qwen3ForCausalLM(encoder),
        tokenizer=tokenizer,
        transformer=Flux2Transformer2DModel(
            patch_size=1,
            in_channels=128,
            num_layers=1,
            num_single_layers=2,
            attention_head_dim=32,
            num_attention_heads=2,
            joint_attention_dim=3 * hidden,
            timestep_guidance_channels=32,
            mlp_ratio=2.0,
            axes_dims_rope=(8, 8, 8, 8),
            rope_theta=2000,
            guidance_embeds=False,
        ),
        is_distilled=True,
    )
    pipe.save_pretrained(folder, safe_serialization=True)
    with torch.no_grad():
        embeds, _ = pipe.encode_prompt(prompt=EMBEDDED, device="cpu")
    _embedding(folder, prompt_embeds=embeds)


def _qwen(folder: Path) -> None:
    from diffusers import (
        AutoencoderKLQwenImage,
        FlowMatchEulerDiscreteScheduler,
        QwenImageEditPlusPipeline,
        QwenImageTransformer2DModel,
    )
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration, Qwen2VLImageProcessorPil

    tokenizer, channels = _qwen_tokenizer(), 4
    word = tokenizer.convert_tokens_to_ids
    encoder = Qwen2_5_VLConfig(
        text_config={
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "num_key_value_heads": 2,
            "rope_parameters": {"mrope_section": [1, 1, 2], "rope_type": "default", "rope_theta": 1_000_000.0},
            "vocab_size": len(tokenizer),
            "max_position_embeddings": 8192,
            "bos_token_id": word("<|endoftext|>"),
            "eos_token_id": word("<|im_end|>"),
        },
        vision_config={"depth": 2, "hidden_size": 16, "intermediate_size": 16, "num_heads": 2, "out_hidden_size": 16},
        image_token_id=word("<|image_pad|>"),
        video_token_id=word("<|video_pad|>"),
        vision_start_token_id=word("<|vision_start|>"),
        vision_end_token_id=word("<|vision_end|>"),
    )
    pipe = QwenImageEditPlusPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True, time_shift_type="exponential"),
        vae=AutoencoderKLQwenImage(
            base_dim=8,
            z_dim=channels,
            dim_mult=[1, 1, 1, 1],
            num_res_blocks=1,
            temperal_downsample=[False, True, True],
            latents_mean=[0.0] * channels,
            latents_std=[1.0] * channels,
        ),
        text_encoder=Qwen2_5_VLForConditionalGeneration(encoder),
        tokenizer=tokenizer,
        processor=None,
        transformer=QwenImageTransformer2DModel(
            patch_size=2,
            in_channels=16,
            out_channels=channels,
            num_layers=2,
            attention_head_dim=16,
            num_attention_heads=3,
            joint_attention_dim=16,
            axes_dims_rope=(8, 4, 4),
        ),
    )
    pipe.save_pretrained(folder, safe_serialization=True)
    Qwen2VLImageProcessorPil(min_pixels=56 * 56, max_pixels=28 * 28 * 1280).save_pretrained(folder / "processor")
    tokenizer.save_pretrained(folder / "processor")
    # Text without a picture: what an embedding of this family can hold.
    tokens = tokenizer(EMBEDDED, return_tensors="pt")
    with torch.no_grad():
        hidden = pipe.text_encoder(**tokens, output_hidden_states=True).hidden_states[-1]
    _embedding(folder, prompt_embeds=hidden)


def _sdxl(folder: Path) -> None:
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel, CLIPTextModelWithProjection

    tokenizer = _clip_tokenizer()
    unet = UNet2DConditionModel(
        sample_size=32,
        in_channels=4,
        out_channels=4,
        block_out_channels=(32, 32, 64),
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(2, 4, 4),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 1, 2),
        projection_class_embeddings_input_dim=6 * 8 + 32,
        cross_attention_dim=64,
        norm_num_groups=8,
    )
    pipe = StableDiffusionXLPipeline(
        vae=_autoencoder(sample_size=256, scaling_factor=0.13025),
        text_encoder=CLIPTextModel(_clip_text(len(tokenizer))),
        text_encoder_2=CLIPTextModelWithProjection(_clip_text(len(tokenizer))),
        tokenizer=tokenizer,
        tokenizer_2=tokenizer,
        unet=unet,
        scheduler=EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            steps_offset=1,
            beta_schedule="scaled_linear",
            timestep_spacing="leading",
        ),
        add_watermarker=False,
    )
    pipe.save_pretrained(folder, safe_serialization=True)
    _adapter(folder / "adapter", unet)
    _tiny_decoder(folder / "decoder")
    with torch.no_grad():
        embeds, negative, pooled, negative_pooled = pipe.encode_prompt(EMBEDDED, device="cpu")
    _embedding(
        folder,
        prompt_embeds=embeds,
        negative_prompt_embeds=negative,
        pooled_prompt_embeds=pooled,
        negative_pooled_prompt_embeds=negative_pooled,
    )


def _sd15(folder: Path) -> None:
    from diffusers import LCMScheduler, StableDiffusionPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel

    tokenizer = _clip_tokenizer()
    unet = UNet2DConditionModel(
        sample_size=64,
        in_channels=4,
        out_channels=4,
        block_out_channels=(32, 64),
        layers_per_block=1,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
        cross_attention_dim=32,
        norm_num_groups=8,
        attention_head_dim=4,
    )
    pipe = StableDiffusionPipeline(
        vae=_autoencoder(sample_size=64, scaling_factor=0.18215),
        text_encoder=CLIPTextModel(_clip_text(len(tokenizer))),
        tokenizer=tokenizer,
        unet=unet,
        scheduler=LCMScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipe.save_pretrained(folder, safe_serialization=True)
    _adapter(folder / "adapter", unet)
    _tiny_decoder(folder / "decoder")
    with torch.no_grad():
        embeds, negative = pipe.encode_prompt(EMBEDDED, "cpu", 1, True)
    _embedding(folder, prompt_embeds=embeds, negative_prompt_embeds=negative)


_BUILDERS: dict[str, Callable[[Path], None]] = {"klein": _klein, "qwen": _qwen, "sdxl": _sdxl, "sd15": _sd15}


# ------------------------------------------------------------------------------------------------ parts


def _qwen_tokenizer() -> Any:
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import Qwen2TokenizerFast

    made = Qwen2TokenizerFast(
        vocab={letter: number for number, letter in enumerate(sorted(ByteLevel.alphabet()))},
        merges=[],
        unk_token="<|endoftext|>",  # noqa: S106 - a token of text
        eos_token="<|im_end|>",  # noqa: S106
        pad_token="<|endoftext|>",  # noqa: S106
        model_max_length=4096,
    )
    made.add_special_tokens({"additional_special_tokens": _QWEN_WORDS})
    # Only so that the pipeline of this tool can encode: the program brings its own template and never reads this one.
    made.chat_template = (
        "{%- for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n"
        "{%- endfor %}<|im_start|>assistant\n<think>\n\n</think>\n\n"
    )
    return made


def _clip_tokenizer() -> Any:
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import CLIPTokenizer

    letters = sorted(ByteLevel.alphabet())
    words = ["<|startoftext|>", "<|endoftext|>", *letters, *(letter + "</w>" for letter in letters)]
    return CLIPTokenizer(vocab={word: number for number, word in enumerate(words)}, merges=[], model_max_length=77)


def _clip_text(words: int) -> Any:
    from transformers import CLIPTextConfig

    return CLIPTextConfig(
        hidden_size=32,
        intermediate_size=37,
        num_attention_heads=4,
        num_hidden_layers=3,
        vocab_size=words,
        max_position_embeddings=77,
        hidden_act="gelu",
        projection_dim=32,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
    )


def _autoencoder(sample_size: int, scaling_factor: float) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(8, 8, 8, 8),
        latent_channels=4,
        norm_num_groups=4,
        layers_per_block=1,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        sample_size=sample_size,
        scaling_factor=scaling_factor,
    )


def _tiny_decoder(folder: Path) -> None:
    from diffusers import AutoencoderTiny

    AutoencoderTiny(
        encoder_block_out_channels=(8,) * 4,
        decoder_block_out_channels=(8,) * 4,
        num_encoder_blocks=(1,) * 4,
        num_decoder_blocks=(1,) * 4,
        latent_channels=4,
    ).save_pretrained(folder, safe_serialization=True)


def _adapter(folder: Path, unet: Any) -> None:
    """An IP-Adapter plus-face with the names of tensors that the public ones have."""
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    seen, inner, tokens = 32, 64, 4
    CLIPVisionModelWithProjection(
        CLIPVisionConfig(
            hidden_size=seen,
            image_size=224,
            projection_dim=seen,
            intermediate_size=37,
            num_attention_heads=4,
            num_hidden_layers=4,
            patch_size=28,
        )
    ).save_pretrained(folder / "image_encoder", safe_serialization=True)
    context = unet.config.cross_attention_dim
    tensors = {f"image_proj.{name}": tensor for name, tensor in _resampler(seen, inner, tokens, context).items()}
    widths = unet.config.block_out_channels
    # Cross-attention layers have the odd numbers; self-attention, which has the even ones, gets nothing.
    names = [name for name in unet.attn_processors if not name.endswith("attn1.processor")]
    for number, name in enumerate(names):
        place, at, *_ = name.split(".")
        going = {"up_blocks": widths[::-1], "mid_block": widths[-1:] * 10}.get(place, widths)
        width = going[int(at)] if at.isdigit() else going[0]
        tensors[f"ip_adapter.{2 * number + 1}.to_k_ip.weight"] = torch.randn(width, context) * 0.05
        tensors[f"ip_adapter.{2 * number + 1}.to_v_ip.weight"] = torch.randn(width, context) * 0.05
    save_file(tensors, str(folder / "ip-adapter-plus-face.safetensors"))


def _resampler(seen: int, inner: int, tokens: int, context: int) -> dict[str, torch.Tensor]:
    def weight(rows: int, columns: int) -> torch.Tensor:
        return torch.randn(rows, columns) * 0.05

    made = {
        "latents": torch.randn(1, tokens, inner),
        "proj_in.weight": weight(inner, seen),
        "proj_in.bias": torch.zeros(inner),
        "proj_out.weight": weight(context, inner),
        "proj_out.bias": torch.zeros(context),
        "norm_out.weight": torch.ones(context),
        "norm_out.bias": torch.zeros(context),
    }
    for layer in range(4):  # diffusers builds four, whatever the file holds
        at = f"layers.{layer}"
        for norm in ("0.norm1", "0.norm2", "1.0"):
            made[f"{at}.{norm}.weight"], made[f"{at}.{norm}.bias"] = torch.ones(inner), torch.zeros(inner)
        made[f"{at}.0.to_q.weight"] = weight(64, inner)
        made[f"{at}.0.to_kv.weight"] = weight(128, inner)
        made[f"{at}.0.to_out.weight"] = weight(inner, 64)
        made[f"{at}.1.1.weight"], made[f"{at}.1.3.weight"] = weight(4 * inner, inner), weight(inner, 4 * inner)
    return made


def _embedding(folder: Path, **tensors: torch.Tensor) -> None:
    (folder / "embeddings").mkdir(exist_ok=True)
    target = folder / "embeddings" / f"{EMBEDDING}.safetensors"
    save_file({name: tensor.contiguous().clone() for name, tensor in tensors.items()}, str(target))


# ------------------------------------------------------------------------------------------------ ONNX


def _model(nodes: list[Any], inputs: list[int | str], outputs: list[int | str], constants: dict[str, Any]) -> Any:
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, inputs)],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, outputs)],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(made)
    return made


def _recogniser() -> Any:
    """(1, 3, 112, 112) in [-1, 1] to (1, 64)."""
    weights = np.random.default_rng(0).standard_normal((3 * 14 * 14, 64)).astype(np.float32)
    # Every column sums to nothing for each colour, so that brightness alone makes no likeness.
    weights -= weights.reshape(3, 196, 64).mean(1).repeat(196, 0)
    nodes = [
        helper.make_node("AveragePool", ["input"], ["pooled"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("MatMul", ["flat", "weights"], ["output"]),
    ]
    return _model(nodes, [1, 3, 112, 112], [1, 64], {"weights": weights})


def _upscaler() -> Any:
    """(1, 3, H, W) in [0, 1] to (1, 3, 2H, 2W)."""
    nodes = [
        helper.make_node("Resize", ["input", "", "scales"], ["output"], mode="nearest"),
    ]
    return _model(nodes, [1, 3, "H", "W"], [1, 3, "H2", "W2"], {"scales": np.array([1, 1, 2, 2], np.float32)})


def _safety() -> Any:
    """(1, 3, 224, 224) in [0, 1] to (1, 2): red above green and blue, blue above red and green, both far."""
    weights = np.array([[1, -0.5, -0.5], [-0.5, -0.5, 1]], np.float32).T * 40
    nodes = [
        helper.make_node("GlobalAveragePool", ["input"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["flat"]),
        helper.make_node("Gemm", ["flat", "weights", "bias"], ["logits"]),
        helper.make_node("Sigmoid", ["logits"], ["output"]),
    ]
    return _model(nodes, [1, 3, 224, 224], [1, 2], {"weights": weights, "bias": np.full(2, -28, np.float32)})


def main(arguments: list[str]) -> int:
    """Build what was asked for, and say how large it is."""
    parser = argparse.ArgumentParser(description="Build tiny model packs of random weights.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("families", nargs="*", metavar="family", help=f"of {', '.join(NAMES)}; all when none is named")
    asked = parser.parse_args(arguments)
    for name in asked.families or NAMES:
        started = time.perf_counter()
        made = build(asked.folder, [name])[name]
        size = sum(file.size for file in made.files) / 1e6
        print(f"{name}: {len(made.files)} files, {size:.2f} MB, {time.perf_counter() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
