"""Which parts a pack of each family has, by which class each is loaded, and what their settings may say.

Nothing here is imported or run: the classes are names, compared with what `model_index.json` and the configurations
name. The loaders take their own classes, whatever a pack says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.model_choices import check_choices
from headshot_desktop.core.packs import Family


@dataclass(frozen=True)
class Component:
    """One part of a pipeline.

    Attributes:
        classes: (library, class) that it may name.
        words: what the person calls it.
        weights: first part of the name of its weights; empty where it has none.
        needed: whether a pack must have it.
        text: whether prompt embeddings stand in for it.
    """

    classes: frozenset[tuple[str, str]]
    words: str
    weights: str = ""
    needed: bool = True
    text: bool = False


def _diffusers(words: str, name: str) -> Component:
    return Component(frozenset({("diffusers", name)}), words, "diffusion_pytorch_model")


def _text(name: str, words: str = "text encoder") -> Component:
    return Component(frozenset({("transformers", name)}), words, "model", text=True)


def _tokenizer(*names: str) -> Component:
    return Component(frozenset(("transformers", name) for name in names), "tokenizer", text=True)


def _unused(library: str, *names: str, weights: str = "") -> Component:
    """Parts that public pipelines carry along and that we never load."""
    return Component(frozenset((library, name) for name in names), "part", weights, needed=False)


_FLOW = Component(frozenset({("diffusers", "FlowMatchEulerDiscreteScheduler")}), "scheduler")
_DENOISING = Component(
    frozenset(
        ("diffusers", f"{name}Scheduler")
        for name in (*("EulerDiscrete", "EulerAncestralDiscrete", "LCM", "DDIM", "PNDM", "DPMSolverMultistep"),)
    ),
    "scheduler",
)
_QWEN_TOKENIZER = _tokenizer("Qwen2Tokenizer", "Qwen2TokenizerFast")
_CLIP_TOKENIZER = _tokenizer("CLIPTokenizer", "CLIPTokenizerFast")
_UNET, _VAE = _diffusers("image model", "UNet2DConditionModel"), _diffusers("picture decoder", "AutoencoderKL")
_FEATURES = _unused("transformers", "CLIPImageProcessor", "CLIPFeatureExtractor", "CLIPImageProcessorPil")
_VISION = _unused("transformers", "CLIPVisionModelWithProjection", weights="model")

COMPONENTS: Mapping[Family, Mapping[str, Component]] = {
    Family.KLEIN: {
        "scheduler": _FLOW,
        "text_encoder": _text("Qwen3ForCausalLM"),
        "tokenizer": _QWEN_TOKENIZER,
        "transformer": _diffusers("image model", "Flux2Transformer2DModel"),
        "vae": _diffusers("picture decoder", "AutoencoderKLFlux2"),
    },
    Family.QWEN: {
        "scheduler": _FLOW,
        "text_encoder": _text("Qwen2_5_VLForConditionalGeneration"),
        "tokenizer": _QWEN_TOKENIZER,
        "processor": _unused("transformers", "Qwen2VLProcessor", "Qwen2_5_VLProcessor"),
        "transformer": _diffusers("image model", "QwenImageTransformer2DModel"),
        "vae": _diffusers("picture decoder", "AutoencoderKLQwenImage"),
    },
    Family.SDXL: {
        "scheduler": _DENOISING,
        "text_encoder": _text("CLIPTextModel"),
        "text_encoder_2": _text("CLIPTextModelWithProjection", "second text encoder"),
        "tokenizer": _CLIP_TOKENIZER,
        "tokenizer_2": _CLIP_TOKENIZER,
        "unet": _UNET,
        "vae": _VAE,
        "feature_extractor": _FEATURES,
        "image_encoder": _VISION,
    },
    Family.SD15: {
        "scheduler": _DENOISING,
        "text_encoder": _text("CLIPTextModel"),
        "tokenizer": _CLIP_TOKENIZER,
        "unet": _UNET,
        "vae": _VAE,
        "feature_extractor": _FEATURES,
        "image_encoder": _VISION,
        "safety_checker": _unused("stable_diffusion", "StableDiffusionSafetyChecker", weights="model"),
    },
}

PIPELINES: Mapping[Family, frozenset[str]] = {
    Family.KLEIN: frozenset({"Flux2KleinPipeline"}),
    Family.QWEN: frozenset({"QwenImageEditPlusPipeline"}),
    Family.SDXL: frozenset({"StableDiffusionXLPipeline"}),
    Family.SD15: frozenset({"StableDiffusionPipeline", "LatentConsistencyModelPipeline"}),
}

SWITCHES = frozenset({"is_distilled", "force_zeros_for_empty_prompt", "requires_safety_checker", "add_watermarker"})
"""What else `model_index.json` may say: yes or no."""

FORBIDDEN = frozenset(
    {
        *("auto_map", "custom_pipelines", "custom_generate", "trust_remote_code", "_ignore_files"),
        *("quantization_config", "use_kernels", "kernel_config", "custom_object", "_target_"),
    }
)
"""Keys by which a configuration would bring code or another backend along; null is as good as none."""

_MOST: Mapping[str, int] = {
    **dict.fromkeys(("num_layers", "num_single_layers", "num_hidden_layers", "depth", "max_window_layers"), 128),
    **dict.fromkeys(("num_attention_heads", "num_key_value_heads", "num_heads", "attention_head_dim"), 256),
    **dict.fromkeys(("layers_per_block", "num_res_blocks", "transformer_layers_per_block", "dim_mult"), 32),
    **dict.fromkeys(("num_encoder_blocks", "num_decoder_blocks", "patch_size", "spatial_merge_size"), 64),
    **dict.fromkeys(("hidden_size", "out_hidden_size", "joint_attention_dim", "cross_attention_dim"), 32_768),
    **dict.fromkeys(("block_out_channels", "decoder_block_out_channels", "base_dim", "z_dim"), 8_192),
    **dict.fromkeys(("in_channels", "out_channels", "latent_channels", "projection_dim", "head_dim"), 8_192),
    **dict.fromkeys(("encoder_block_out_channels", "addition_time_embed_dim", "norm_num_groups"), 8_192),
    **dict.fromkeys(("intermediate_size", "projection_class_embeddings_input_dim"), 131_072),
    **dict.fromkeys(("sample_size", "image_size"), 4_096),
    **dict.fromkeys(("vocab_size", "max_position_embeddings"), 1_000_000),
    "num_train_timesteps": 10_000,
    "original_inference_steps": 10_000,
}
"""Largest numbers of what decides how much memory and time a model takes; a quarter to ten times what is public."""

_LEAST: Mapping[str, int] = {"num_train_timesteps": 100}
"""Least numbers, where the libraries stop in the middle of a picture."""

_LARGEST_NUMBER = 1e9
_LONGEST_LIST = 4_096
"""Entries of a list in a configuration; betas have 1000."""


def check_index(family: Family, index: Any) -> Mapping[str, str]:
    """The parts of a pipeline that are there, from `model_index.json`.

    Args:
        family: of the pack.
        index: what the file says.

    Returns:
        For each part its class.

    Raises:
        PackRefused: `pack-wrong-family`, `pack-unknown-class`, `pack-config-code`.
    """
    if not isinstance(index, dict) or index.get("_class_name") not in PIPELINES[family]:
        raise PackRefused(
            "This is no pipeline of the family {family}. Name the right family, or get another pack.",
            code="pack-wrong-family",
            family=family.value,
        )
    check_keys(index, "model_index.json")
    known, found = COMPONENTS[family], {}
    for name, value in index.items():
        if name.startswith("_") or (name in SWITCHES and (value is None or isinstance(value, bool))):
            continue
        if value == [None, None] and name in known:
            continue
        if name not in known or not _names_class(value) or tuple(value) not in known[name].classes:
            raise PackRefused(
                "The part “{name}” is to be loaded by a class that this program does not use. Do not use this pack.",
                code="pack-unknown-class",
                name=name[:40] if name.isprintable() else "?",
            )
        found[name] = value[1]
    return found


def _names_class(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(each, str) for each in value)


def missing(words: str, name: str) -> PackRefused:
    """What is said of a part that is not there."""
    return PackRefused(
        "The pack has no {part}: “{name}” is missing. Get the whole pack.",
        code="pack-part-missing",
        part=words,
        name=name,
    )


def check_config(config: Any, kind: str, path: str) -> Mapping[str, Any]:
    """The settings of a part, unchanged.

    Args:
        config: what the file says.
        kind: the class that it is loaded by.
        path: for the sentence.

    Raises:
        PackRefused: `pack-unknown-class`, `pack-config-code`, `pack-config-size`, `pack-bad-config`.
    """
    if not isinstance(config, dict):
        raise _bad(path)
    check_keys(config, path)
    named = config.get("_class_name", kind)
    architectures = config.get("architectures") or [kind]
    if named != kind or architectures not in ([kind], _OTHER_NAMES.get(kind, [kind])):
        raise PackRefused(
            "“{name}” names another class than the pack does. Do not use this pack.",
            code="pack-unknown-class",
            name=path,
        )
    check_numbers(config, path)
    check_choices(config, path)
    return config


_OTHER_NAMES = {"StableDiffusionSafetyChecker": ["CLIPModel"], "CLIPTextModelWithProjection": ["CLIPModel"]}


def check_keys(value: Any, path: str) -> None:
    """Refuse keys, at any depth, that would bring code, an attention kernel or another backend along."""
    for key, each in _pairs(value):
        lower = key.lower()
        kernel = "attn_implementation" in lower and not (lower.endswith("_autoset") and isinstance(each, bool))
        if (key in FORBIDDEN or kernel) and each is not None:
            raise PackRefused(
                "“{name}” says “{key}”, by which foreign code could be loaded. Do not use this pack.",
                code="pack-config-code",
                name=path,
                key=key[:40],
            )


LONGEST_TEMPLATE = 1 << 16
"""Characters of a tokenizer's chat template; the longest public one has 8000."""


def check_template(text: Any, path: str) -> None:
    """Refuse a chat template that is too long or has two underscores in a row, as the usual ways out of Jinja have.

    A template can get there without them, so this is no wall: that is the loaders, which run none of a pack's.

    Raises:
        PackRefused: `pack-config-code`.
    """
    if isinstance(text, dict | list):
        for each in text.values() if isinstance(text, dict) else text:
            check_template(each, path)
    elif isinstance(text, str) and (len(text) > LONGEST_TEMPLATE or "__" in text):
        raise PackRefused(
            "“{name}” says “{key}”, by which foreign code could be loaded. Do not use this pack.",
            code="pack-config-code",
            name=path,
            key="chat_template",
        )


def check_numbers(value: Any, path: str, key: str = "") -> None:
    """Refuse numbers that no model has: they would take all memory before anything else is noticed."""
    if isinstance(value, dict):
        for name, each in value.items():
            check_numbers(each, path, name)
    elif isinstance(value, list):
        if len(value) > _LONGEST_LIST:
            raise _too_large(path, key)
        for each in value:
            check_numbers(each, path, key)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        most = _MOST.get(key, _LARGEST_NUMBER)
        if abs(value) > most or (key in _MOST and value < _LEAST.get(key, 0)):
            raise _too_large(path, key)


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield key, each
            yield from _pairs(each)
    elif isinstance(value, list):
        for each in value:
            yield from _pairs(each)


def _too_large(path: str, key: str) -> PackRefused:
    return PackRefused(
        "“{name}” asks for a size that no model has (“{key}”). Do not use this pack.",
        code="pack-config-size",
        name=path,
        key=key[:40],
    )


def _bad(path: str) -> PackRefused:
    return PackRefused("“{name}” cannot be understood. Get the pack again.", code="pack-bad-config", name=path)
