"""Build model packs of the true sizes from random numbers, for measuring speed: used by `bench_generative.py`.

The architectures are the public ones, the numbers are one block of noise again and again, in bfloat16. The text encoder
of klein has the true width and no depth: pictures are measured with prompt embeddings, so that it is never loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from headshot_desktop.core.packs import Company, Defaults, Family, Licence, Manifest, Role
from headshot_desktop.engine.generative.libraries import silence
from headshot_desktop.records.packs import create_from
from tiny_packs import _clip_tokenizer, _qwen_tokenizer, _resampler

EMBEDDING = "bench"
_BLOCK = 1 << 22


def build(folder: Path, name: str) -> Manifest:
    """Build one of `klein`, `sdxl`, `sd15` in `folder`."""
    silence()
    folder.mkdir(parents=True)
    torch.manual_seed(0)
    roles = {Role.GENERATOR: "."}
    if name == "klein":
        _klein(folder)
        family, roles = Family.KLEIN, {**roles, Role.EMBEDDINGS: "embeddings"}
        defaults = Defaults(4, 1.0, 1024)
    else:
        (_sdxl if name == "sdxl" else _sd15)(folder)
        roles |= {Role.ADAPTER: "adapter", Role.DECODER: "decoder"}
        family = Family(name)
        defaults = Defaults(4, 1.0, 1024 if name == "sdxl" else 512, "" if name == "sdxl" else "lcm")
    licence = Licence("CC0-1.0", Company.YES, "Random numbers made for measuring.")
    return create_from(
        folder, Manifest(f"full-{name}", f"{name} of random weights", "1", family, licence, roles, (), defaults)
    )


def _filled(make: Callable[[], Any]) -> Any:
    """A network in bfloat16 with noise in its matrices and kernels, ones in its norms and no biases."""
    with torch.device("meta"):
        made = make()
    buffers = {name: buffer.shape for name, buffer in made.named_buffers()}
    made = made.to(torch.bfloat16).to_empty(device="cpu").eval()
    noise = (torch.randn(_BLOCK) * 0.02).bfloat16()
    with torch.no_grad():
        for name, parameter in made.named_parameters():
            if parameter.ndim < 2:
                parameter.fill_(0.0 if name.endswith("bias") else 1.0)
                continue
            for piece in parameter.view(-1).split(_BLOCK):
                piece.copy_(noise[: piece.numel()])
        for name, shape in buffers.items():
            buffer = made.get_buffer(name)
            ids = name.endswith("position_ids")
            buffer.copy_(torch.arange(shape[-1])[None] if ids else torch.ones(shape))
    return made


def _save(folder: Path, make: Callable[[], Any]) -> None:
    _filled(make).save_pretrained(folder, safe_serialization=True, max_shard_size="2GB")


def _klein(folder: Path) -> None:
    from diffusers import (
        AutoencoderKLFlux2,
        FlowMatchEulerDiscreteScheduler,
        Flux2KleinPipeline,
        Flux2Transformer2DModel,
    )
    from transformers import Qwen3Config, Qwen3ForCausalLM

    tokenizer = _qwen_tokenizer()
    width = 2560
    config = Qwen3Config(
        hidden_size=width,
        intermediate_size=64,
        num_hidden_layers=30,
        num_attention_heads=1,
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
        vae=_filled(AutoencoderKLFlux2),
        text_encoder=Qwen3ForCausalLM(config).bfloat16(),
        tokenizer=tokenizer,
        transformer=_filled(
            lambda: Flux2Transformer2DModel(
                patch_size=1,
                in_channels=128,
                num_layers=5,
                num_single_layers=20,
                attention_head_dim=128,
                num_attention_heads=24,
                joint_attention_dim=3 * width,
                timestep_guidance_channels=256,
                mlp_ratio=3.0,
                axes_dims_rope=(32, 32, 32, 32),
                rope_theta=2000,
                guidance_embeds=False,
            )
        ),
        is_distilled=True,
    )
    pipe.save_pretrained(folder, safe_serialization=True, max_shard_size="2GB")
    (folder / "embeddings").mkdir()
    embeds = torch.randn(1, 512, 3 * width).bfloat16()
    save_file({"prompt_embeds": embeds}, str(folder / "embeddings" / f"{EMBEDDING}.safetensors"))


def _sd15(folder: Path) -> None:
    from diffusers import LCMScheduler, StableDiffusionPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel

    unet = _filled(
        lambda: UNet2DConditionModel(
            sample_size=64, cross_attention_dim=768, block_out_channels=(320, 640, 1280, 1280), attention_head_dim=8
        )
    )
    StableDiffusionPipeline(
        vae=_filled(lambda: _autoencoder(0.18215)),
        text_encoder=_filled(lambda: CLIPTextModel(_clip_text(768, 12, 12))),
        tokenizer=_clip_tokenizer(),
        unet=unet,
        scheduler=LCMScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).save_pretrained(folder, safe_serialization=True)
    _around(folder, unet, 768)


def _sdxl(folder: Path) -> None:
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
    from transformers import CLIPTextModel, CLIPTextModelWithProjection

    unet = _filled(
        lambda: UNet2DConditionModel(
            sample_size=128,
            block_out_channels=(320, 640, 1280),
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
            attention_head_dim=(5, 10, 20),
            use_linear_projection=True,
            addition_embed_type="text_time",
            addition_time_embed_dim=256,
            transformer_layers_per_block=(1, 2, 10),
            projection_class_embeddings_input_dim=2816,
            cross_attention_dim=2048,
        )
    )
    StableDiffusionXLPipeline(
        vae=_filled(lambda: _autoencoder(0.13025)),
        text_encoder=_filled(lambda: CLIPTextModel(_clip_text(768, 12, 12))),
        text_encoder_2=_filled(lambda: CLIPTextModelWithProjection(_clip_text(1280, 32, 20))),
        tokenizer=_clip_tokenizer(),
        tokenizer_2=_clip_tokenizer(),
        unet=unet,
        scheduler=EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            steps_offset=1,
            beta_schedule="scaled_linear",
            timestep_spacing="leading",
        ),
        add_watermarker=False,
    ).save_pretrained(folder, safe_serialization=True, max_shard_size="2GB")
    _around(folder, unet, 2048)


def _around(folder: Path, unet: Any, context: int) -> None:
    """An IP-Adapter plus-face with ViT-H, and an `AutoencoderTiny`."""
    from diffusers import AutoencoderTiny
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    vision = CLIPVisionConfig(
        hidden_size=1280,
        intermediate_size=5120,
        num_hidden_layers=32,
        num_attention_heads=16,
        patch_size=14,
        projection_dim=1024,
    )
    _save(folder / "adapter" / "image_encoder", lambda: CLIPVisionModelWithProjection(vision))
    _save(folder / "decoder", AutoencoderTiny)
    inner = 768 if context == 768 else 1280
    tensors = {f"image_proj.{name}": each for name, each in _resampler(1280, inner, 16, context).items()}
    widths = unet.config.block_out_channels
    names = [name for name in unet.attn_processors if not name.endswith("attn1.processor")]
    for number, name in enumerate(names):
        place, at, *_ = name.split(".")
        width = widths[-1] if place == "mid_block" else (widths[::-1] if place == "up_blocks" else widths)[int(at)]
        for kind in ("k", "v"):
            tensors[f"ip_adapter.{2 * number + 1}.to_{kind}_ip.weight"] = torch.randn(width, context) * 0.02
    halves = {name: each.bfloat16() for name, each in tensors.items()}
    save_file(halves, str(folder / "adapter" / "ip-adapter-plus-face.safetensors"))


def _autoencoder(scaling_factor: float) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        layers_per_block=2,
        latent_channels=4,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        sample_size=512,
        scaling_factor=scaling_factor,
    )


def _clip_text(width: int, layers: int, heads: int) -> Any:
    from transformers import CLIPTextConfig

    return CLIPTextConfig(
        hidden_size=width,
        intermediate_size=4 * width,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        projection_dim=width,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
    )
