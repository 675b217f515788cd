"""Settings of a model's part that only have a few values, and sizes that no part can do without.

The libraries read them when the part is built or used, in the middle of a picture; a pack whose settings no library
knows is told at once. The values are those of diffusers 0.42 and transformers 5 which public models of our families
have; nothing here is imported or run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from headshot_desktop.core.errors import PackRefused

_BLOCKS = frozenset(
    {
        *("DownEncoderBlock2D", "UpDecoderBlock2D", "DownBlock2D", "UpBlock2D"),
        *("CrossAttnDownBlock2D", "CrossAttnUpBlock2D"),
    }
)
_ACTIVATIONS = frozenset({"silu", "swish", "mish", "gelu", "relu"})
_TEXT_ACTIVATIONS = _ACTIVATIONS | {"quick_gelu", "gelu_new", "gelu_pytorch_tanh", "gelu_fast"}

_CHOICES: Mapping[str, frozenset[str | None]] = {
    "act_fn": _ACTIVATIONS,
    "time_embedding_act_fn": frozenset({None, *_ACTIVATIONS}),
    "timestep_post_act": frozenset({None, *_ACTIVATIONS}),
    **dict.fromkeys(("hidden_act", "hidden_activation"), _TEXT_ACTIVATIONS),
    **dict.fromkeys(("down_block_types", "up_block_types"), _BLOCKS),
    "mid_block_type": frozenset({"UNetMidBlock2DCrossAttn"}),
    "resnet_time_scale_shift": frozenset({"default"}),
    "time_embedding_type": frozenset({"positional"}),
    "addition_embed_type": frozenset({None, "text_time"}),
    **dict.fromkeys(("class_embed_type", "encoder_hid_dim_type"), frozenset({None})),
    "attention_type": frozenset({"default"}),
    "beta_schedule": frozenset({"linear", "scaled_linear", "squaredcos_cap_v2"}),
    "prediction_type": frozenset({"epsilon", "sample", "v_prediction"}),
    "timestep_spacing": frozenset({"linspace", "leading", "trailing"}),
    "interpolation_type": frozenset({"linear", "log_linear"}),
    "timestep_type": frozenset({"discrete", "continuous"}),
    "time_shift_type": frozenset({"exponential", "linear"}),
    "algorithm_type": frozenset({"dpmsolver", "dpmsolver++", "sde-dpmsolver", "sde-dpmsolver++"}),
    "solver_type": frozenset({"midpoint", "heun"}),
}
"""What each of these may say."""

_SIZES = frozenset(
    {
        *("num_layers", "num_hidden_layers", "depth", "num_attention_heads", "num_key_value_heads", "num_heads"),
        *("attention_head_dim", "layers_per_block", "transformer_layers_per_block", "dim_mult", "num_res_blocks"),
        *("num_encoder_blocks", "num_decoder_blocks", "patch_size", "spatial_merge_size", "temporal_patch_size"),
        *("hidden_size", "out_hidden_size", "intermediate_size", "head_dim", "vocab_size"),
        *("max_position_embeddings", "image_size", "sample_size", "num_channels", "norm_num_groups"),
        *("joint_attention_dim", "cross_attention_dim", "block_out_channels", "decoder_block_out_channels"),
        *("encoder_block_out_channels", "base_dim", "z_dim", "in_channels", "out_channels", "latent_channels"),
        *("addition_time_embed_dim", "projection_class_embeddings_input_dim", "axes_dims_rope"),
        *("timestep_guidance_channels", "mlp_ratio", "upsampling_scaling_factor"),
    }
)
"""What is a number above 0, or not said: a part of another size holds nothing."""


def check_choices(value: Any, path: str, key: str = "") -> None:
    """Refuse settings that no library knows, at any depth.

    Args:
        value: what the configuration says.
        path: of it, for the sentence.
        key: under which it says that; empty for the whole.

    Raises:
        PackRefused: `pack-bad-config` for a word that none knows and for what is no number, `pack-config-size` for a
            size of nothing.
    """
    if isinstance(value, list) and value:
        for each in value:
            check_choices(each, path, key)
    elif key in _CHOICES:
        if not isinstance(value, str | None) or value not in _CHOICES[key]:
            raise _unknown(path)
    elif key in _SIZES:
        if isinstance(value, bool) or not isinstance(value, int | float | None):
            raise _unknown(path)
        if value is not None and value <= 0:
            raise PackRefused(
                "“{name}” asks for a size that no model has (“{key}”). Do not use this pack.",
                code="pack-config-size",
                name=path,
                key=key,
            )
    elif isinstance(value, dict):
        for name, each in value.items():
            check_choices(each, path, name)


def _unknown(path: str) -> PackRefused:
    return PackRefused("“{name}” cannot be understood. Get the pack again.", code="pack-bad-config", name=path)
