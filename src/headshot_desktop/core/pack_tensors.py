"""Which tensors a part must have, from its configuration.

Libraries fill what is missing with random numbers, or leave it empty until it is used; a pack without one of its
tensors would make faces of noise without a word. The names are those of diffusers 0.42 and transformers 5, and those
of older files where public models still have them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from headshot_desktop.core.tensor_files import MOST_TENSORS

Config = Mapping[str, Any]


def implied(kind: str, config: Config) -> set[str]:
    """Names of the tensors that a part of this class and configuration must have; empty for an unknown class.

    Raises:
        TypeError, ValueError, KeyError, IndexError: the configuration is not of this class, or of a model with more
            tensors than a file may have: each number can be usual and their product still fill all memory.
    """
    if (names := _IMPLIED.get(kind)) is None:
        return set()
    found = set(islice(names(config), MOST_TENSORS + 1))
    if len(found) > MOST_TENSORS:
        raise ValueError("more tensors than any model has")
    return found


def plain(names: Iterable[str]) -> set[str]:
    """Names as `implied` writes them, from those of any version of the libraries."""
    return {_plain(name) for name in names}


_OLDER = (
    (re.compile(r"^model\.language_model\."), "model."),
    (re.compile(r"^model\.visual\."), "visual."),
    (re.compile(r"^(text_model|vision_model)\."), ""),
    (re.compile(r"\.mid_block\.attentions\.0\.query\."), ".mid_block.attentions.0.to_q."),
    (re.compile(r"\.mid_block\.attentions\.0\.key\."), ".mid_block.attentions.0.to_k."),
    (re.compile(r"\.mid_block\.attentions\.0\.value\."), ".mid_block.attentions.0.to_v."),
    (re.compile(r"\.mid_block\.attentions\.0\.proj_attn\."), ".mid_block.attentions.0.to_out.0."),
)


def _plain(name: str) -> str:
    for pattern, word in _OLDER:
        name = pattern.sub(word, name)
    return name


def _both(*names: str) -> Iterator[str]:
    for name in names:
        yield f"{name}.weight"
        yield f"{name}.bias"


def _weights(*names: str) -> Iterator[str]:
    for name in names:
        yield f"{name}.weight"


def _below(prefix: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield f"{prefix}.{name}"


# ---------------------------------------------------------------------- transformers


def _qwen3(config: Config) -> Iterator[str]:
    attention = [f"self_attn.{name}_proj" for name in "qkvo"]
    layer = [*_weights("input_layernorm", "post_attention_layernorm", "self_attn.q_norm", "self_attn.k_norm")]
    layer += [*_weights("mlp.gate_proj", "mlp.up_proj", "mlp.down_proj", *attention)]
    if config.get("attention_bias"):
        layer += [f"{name}.bias" for name in attention]
    yield from _language(config, layer)
    if not config.get("tie_word_embeddings", False):
        yield "lm_head.weight"


def _language(config: Config, layer: Sequence[str]) -> Iterator[str]:
    yield from ("model.embed_tokens.weight", "model.norm.weight")
    for number in range(config["num_hidden_layers"]):
        yield from _below(f"model.layers.{number}", layer)


def _qwen_vision(config: Config) -> Iterator[str]:
    text = config.get("text_config") or config
    layer = [*_weights("input_layernorm", "post_attention_layernorm", "self_attn.o_proj")]
    layer += [*_weights("mlp.gate_proj", "mlp.up_proj", "mlp.down_proj")]
    layer += [*_both("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj")]
    yield from _language(text, layer)
    if not config.get("tie_word_embeddings", False):
        yield "lm_head.weight"
    block = [*_weights("norm1", "norm2"), *_both("attn.qkv", "attn.proj")]
    block += [*_both("mlp.gate_proj", "mlp.up_proj", "mlp.down_proj")]
    yield from ("visual.patch_embed.proj.weight", "visual.merger.ln_q.weight")
    yield from _both("visual.merger.mlp.0", "visual.merger.mlp.2")
    for number in range(config["vision_config"]["depth"]):
        yield from _below(f"visual.blocks.{number}", block)


def _clip_layers(config: Config) -> Iterator[str]:
    layer = [*_both("layer_norm1", "layer_norm2", "mlp.fc1", "mlp.fc2")]
    layer += [*_both(*(f"self_attn.{name}_proj" for name in ("q", "k", "v", "out")))]
    for number in range(config["num_hidden_layers"]):
        yield from _below(f"encoder.layers.{number}", layer)


def _clip_text(config: Config) -> Iterator[str]:
    yield from _weights("embeddings.token_embedding", "embeddings.position_embedding")
    yield from _both("final_layer_norm")
    yield from _clip_layers(config)


def _clip_text_projected(config: Config) -> Iterator[str]:
    yield from _clip_text(config)
    yield "text_projection.weight"


def _clip_vision(config: Config) -> Iterator[str]:
    yield "embeddings.class_embedding"
    yield from _weights("embeddings.patch_embedding", "embeddings.position_embedding", "visual_projection")
    yield from _both("pre_layrnorm", "post_layernorm")  # the library's own spelling
    yield from _clip_layers(config)


# ---------------------------------------------------------------------- diffusion transformers

_JOINT_NORMS = ("attn.norm_q", "attn.norm_k", "attn.norm_added_q", "attn.norm_added_k")
_JOINT = (
    *("attn.to_q", "attn.to_k", "attn.to_v", "attn.to_out.0"),
    *("attn.add_q_proj", "attn.add_k_proj", "attn.add_v_proj", "attn.to_add_out"),
)


def _flux2(config: Config) -> Iterator[str]:
    yield from _weights("x_embedder", "context_embedder", "norm_out.linear", "proj_out")
    yield from _weights("double_stream_modulation_img.linear", "double_stream_modulation_txt.linear")
    yield from _weights("single_stream_modulation.linear")
    embedders = ["timestep_embedder", *(["guidance_embedder"] if config.get("guidance_embeds", True) else [])]
    for name in embedders:
        yield from _weights(f"time_guidance_embed.{name}.linear_1", f"time_guidance_embed.{name}.linear_2")
    double = [*_weights(*_JOINT, *_JOINT_NORMS)]
    double += [*_weights("ff.linear_in", "ff.linear_out", "ff_context.linear_in", "ff_context.linear_out")]
    for number in range(config["num_layers"]):
        yield from _below(f"transformer_blocks.{number}", double)
    single = [*_weights("attn.norm_q", "attn.norm_k", "attn.to_out", "attn.to_qkv_mlp_proj")]
    for number in range(config["num_single_layers"]):
        yield from _below(f"single_transformer_blocks.{number}", single)


def _qwen_image(config: Config) -> Iterator[str]:
    yield from _both("img_in", "txt_in", "norm_out.linear", "proj_out")
    yield from _both(*(f"time_text_embed.timestep_embedder.linear_{number}" for number in (1, 2)))
    yield "txt_norm.weight"
    block = [*_both(*_JOINT, "img_mod.1", "txt_mod.1"), *_weights(*_JOINT_NORMS)]
    block += [*_both(*(f"{side}_mlp.net.{part}" for side in ("img", "txt") for part in ("0.proj", "2")))]
    for number in range(config["num_layers"]):
        yield from _below(f"transformer_blocks.{number}", block)


# ---------------------------------------------------------------------- UNet


def _each(value: int | Sequence[int], count: int) -> list[int]:
    return [value] * count if isinstance(value, int) else list(value)


def _resnet(prefix: str, *, shortcut: bool, time: bool = False) -> Iterator[str]:
    parts = ["norm1", "conv1", "norm2", "conv2"]
    parts += ["time_emb_proj"] * time + ["conv_shortcut"] * shortcut
    yield from _both(*(f"{prefix}.{part}" for part in parts))


def _attention(prefix: str, depth: int) -> Iterator[str]:
    yield from _both(*(f"{prefix}.{part}" for part in ("norm", "proj_in", "proj_out")))
    for number in range(depth):
        block = f"{prefix}.transformer_blocks.{number}"
        yield from _both(*(f"{block}.{part}" for part in ("norm1", "norm2", "norm3", "ff.net.0.proj", "ff.net.2")))
        for each in ("attn1", "attn2"):
            yield from _weights(*(f"{block}.{each}.to_{letter}" for letter in "qkv"))
            yield from _both(f"{block}.{each}.to_out.0")


def _unet(config: Config) -> Iterator[str]:
    yield from _both("conv_in", "conv_norm_out", "conv_out", "time_embedding.linear_1", "time_embedding.linear_2")
    if config.get("time_cond_proj_dim"):
        yield "time_embedding.cond_proj.weight"
    if config.get("addition_embed_type") == "text_time":
        yield from _both("add_embedding.linear_1", "add_embedding.linear_2")
    channels = list(config["block_out_channels"])
    layers = _each(config.get("layers_per_block", 2), len(channels))
    depths = _each(config.get("transformer_layers_per_block", 1), len(channels))
    yield from _unet_down(config["down_block_types"], channels, layers, depths)
    for number in (0, 1):
        yield from _resnet(f"mid_block.resnets.{number}", shortcut=False, time=True)
    yield from _attention("mid_block.attentions.0", depths[-1])
    yield from _unet_up(config["up_block_types"], layers[::-1], depths[::-1])


def _unet_down(
    kinds: Sequence[str], channels: Sequence[int], layers: Sequence[int], depths: Sequence[int]
) -> Iterator[str]:
    before = channels[0]
    for number, kind in enumerate(kinds):
        block = f"down_blocks.{number}"
        for layer in range(layers[number]):
            changes = layer == 0 and before != channels[number]
            yield from _resnet(f"{block}.resnets.{layer}", shortcut=changes, time=True)
            if kind.startswith("CrossAttn"):
                yield from _attention(f"{block}.attentions.{layer}", depths[number])
        if number < len(kinds) - 1:
            yield from _both(f"{block}.downsamplers.0.conv")
        before = channels[number]


def _unet_up(kinds: Sequence[str], layers: Sequence[int], depths: Sequence[int]) -> Iterator[str]:
    for number, kind in enumerate(kinds):
        block = f"up_blocks.{number}"
        for layer in range(layers[number] + 1):
            # What comes from below is joined with what was kept on the way down, so each has more channels than it
            # gives.
            yield from _resnet(f"{block}.resnets.{layer}", shortcut=True, time=True)
            if kind.startswith("CrossAttn"):
                yield from _attention(f"{block}.attentions.{layer}", depths[number])
        if number < len(kinds) - 1:
            yield from _both(f"{block}.upsamplers.0.conv")


# ---------------------------------------------------------------------- autoencoders


def _autoencoder(config: Config) -> Iterator[str]:
    channels, layers = list(config["block_out_channels"]), config.get("layers_per_block", 1)
    up = list(config.get("decoder_block_out_channels") or channels)[::-1]
    yield from _stage("encoder.down_blocks", channels, layers, "downsamplers")
    yield from _stage("decoder.up_blocks", up, layers + 1, "upsamplers")
    for side in ("encoder", "decoder"):
        yield from _both(*(f"{side}.{part}" for part in ("conv_in", "conv_norm_out", "conv_out")))
        for number in (0, 1):
            yield from _resnet(f"{side}.mid_block.resnets.{number}", shortcut=False)
        if config.get("mid_block_add_attention", True):
            parts = ("group_norm", "to_q", "to_k", "to_v", "to_out.0")
            yield from _both(*(f"{side}.mid_block.attentions.0.{part}" for part in parts))
    for name in ("quant_conv", "post_quant_conv"):
        if config.get(f"use_{name}", True):
            yield from _both(name)


def _stage(prefix: str, channels: Sequence[int], layers: int, sampler: str) -> Iterator[str]:
    before = channels[0]
    for number, count in enumerate(channels):
        for layer in range(layers):
            yield from _resnet(f"{prefix}.{number}.resnets.{layer}", shortcut=layer == 0 and before != count)
        if number < len(channels) - 1:
            yield from _both(f"{prefix}.{number}.{sampler}.0.conv")
        before = count


def _autoencoder_flux2(config: Config) -> Iterator[str]:
    yield from _autoencoder(config)
    yield from ("bn.running_mean", "bn.running_var")


def _gamma_resnet(prefix: str, before: int, after: int) -> Iterator[str]:
    yield from (f"{prefix}.norm1.gamma", f"{prefix}.norm2.gamma")
    yield from _both(f"{prefix}.conv1", f"{prefix}.conv2", *([f"{prefix}.conv_shortcut"] * (before != after)))


def _autoencoder_qwen(config: Config) -> Iterator[str]:
    base, multiples = config["base_dim"], list(config["dim_mult"])
    blocks, in_time = config["num_res_blocks"], list(config["temperal_downsample"])
    yield from _both("quant_conv", "post_quant_conv")
    for side in ("encoder", "decoder"):
        yield f"{side}.norm_out.gamma"
        yield from _both(f"{side}.conv_in", f"{side}.conv_out")
        middle = f"{side}.mid_block"
        yield f"{middle}.attentions.0.norm.gamma"
        yield from _both(f"{middle}.attentions.0.to_qkv", f"{middle}.attentions.0.proj")
        for number in (0, 1):
            yield from _gamma_resnet(f"{middle}.resnets.{number}", 1, 1)
    at = 0
    for number, (before, after) in enumerate(pairwise([1, *multiples])):
        for layer in range(blocks):
            yield from _gamma_resnet(f"encoder.down_blocks.{at}", before if layer == 0 else after, after)
            at += 1
        if number < len(multiples) - 1:
            yield from _resample(f"encoder.down_blocks.{at}", in_time[number])
            at += 1
    yield from _qwen_up([base * each for each in [multiples[-1], *multiples[::-1]]], blocks + 1, in_time[::-1])


def _qwen_up(dims: Sequence[int], layers: int, in_time: Sequence[bool]) -> Iterator[str]:
    for number, (before, after) in enumerate(pairwise(dims)):
        first = before // 2 if number else before  # each upsampling halves the channels
        block = f"decoder.up_blocks.{number}"
        for layer in range(layers):
            yield from _gamma_resnet(f"{block}.resnets.{layer}", first if layer == 0 else after, after)
        if number < len(dims) - 2:
            yield from _resample(f"{block}.upsamplers.0", in_time[number])


def _resample(prefix: str, in_time: bool) -> Iterator[str]:
    yield from _both(f"{prefix}.resample.1", *([f"{prefix}.time_conv"] * bool(in_time)))


def _tiny_block(prefix: str) -> Iterator[str]:
    yield from _both(*(f"{prefix}.conv.{number}" for number in (0, 2, 4)))


def _autoencoder_tiny(config: Config) -> Iterator[str]:
    at = 0
    for number, blocks in enumerate(config["num_encoder_blocks"]):
        yield from _both(f"encoder.layers.{at}") if number == 0 else _weights(f"encoder.layers.{at}")
        for block in range(at + 1, at + 1 + blocks):
            yield from _tiny_block(f"encoder.layers.{block}")
        at += 1 + blocks
    yield from _both(f"encoder.layers.{at}", "decoder.layers.0")
    at, last = 2, len(config["num_decoder_blocks"]) - 1  # 1 is an activation
    for number, blocks in enumerate(config["num_decoder_blocks"]):
        for block in range(at, at + blocks):
            yield from _tiny_block(f"decoder.layers.{block}")
        at += blocks + (number != last)  # an upsampling has no weights
        yield from _both(f"decoder.layers.{at}") if number == last else _weights(f"decoder.layers.{at}")
        at += 1


_IMPLIED: Mapping[str, Callable[[Config], Iterator[str]]] = {
    "Qwen3ForCausalLM": _qwen3,
    "Qwen2_5_VLForConditionalGeneration": _qwen_vision,
    "CLIPTextModel": _clip_text,
    "CLIPTextModelWithProjection": _clip_text_projected,
    "CLIPVisionModelWithProjection": _clip_vision,
    "Flux2Transformer2DModel": _flux2,
    "QwenImageTransformer2DModel": _qwen_image,
    "UNet2DConditionModel": _unet,
    "AutoencoderKL": _autoencoder,
    "AutoencoderKLFlux2": _autoencoder_flux2,
    "AutoencoderTiny": _autoencoder_tiny,
    "AutoencoderKLQwenImage": _autoencoder_qwen,
}


def adapter_missing(names: Collection[str], crossings: int) -> str:
    """The first tensor that an IP-Adapter plus lacks, or nothing.

    Args:
        names: that it has, with `.` between all parts.
        crossings: how many cross-attentions the UNet has.
    """
    wanted = ["image_proj.latents", *_both("image_proj.proj_in", "image_proj.proj_out", "image_proj.norm_out")]
    for layer in range(4):
        wanted += _both(*(f"image_proj.layers.{layer}.0.{part}" for part in ("norm1", "norm2")))
        wanted += _weights(*(f"image_proj.layers.{layer}.0.{part}" for part in ("to_q", "to_kv", "to_out")))
        wanted += _weights(*(f"image_proj.layers.{layer}.1.{part}" for part in ("1", "3")))
    for number in range(1, 2 * crossings, 2):
        wanted += _weights(f"ip_adapter.{number}.to_k_ip", f"ip_adapter.{number}.to_v_ip")
    return next((name for name in wanted if name not in names), "")
