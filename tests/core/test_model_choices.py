"""Settings of a model's part: words that a library knows, and sizes of something."""

from __future__ import annotations

from typing import Any

import pytest

from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.model_choices import check_choices

UNET: dict[str, Any] = {
    "act_fn": "silu",
    "addition_embed_type": None,
    "attention_head_dim": [5, 10, 20],
    "block_out_channels": [320, 640],
    "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"],
    "mid_block_type": "UNetMidBlock2DCrossAttn",
    "num_attention_heads": None,
    "sample_size": 64,
    "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"],
    "dropout": 0.0,
    "text_config": {"hidden_act": "quick_gelu", "bos_token_id": 0},
}


def test_what_public_models_say_is_taken() -> None:
    check_choices(UNET, "unet/config.json")
    check_choices({"beta_schedule": "scaled_linear", "steps_offset": 0, "prediction_type": "epsilon"}, "s")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("act_fn", "os.system"),
        ("act_fn", None),
        ("act_fn", {"silu": 1}),
        ("act_fn", []),
        ("mid_block_type", "Evil"),
        ("mid_block_type", 3),
        ("down_block_types", ["DownBlock2D", "NoSuchBlock"]),
        ("up_block_types", [["UpBlock2D", "X"]]),
        ("text_config", {"hidden_act": "exec"}),
        ("beta_schedule", "__import__"),
        ("num_layers", []),
        ("num_layers", "64"),
        ("num_layers", True),
        ("num_layers", {"a": 1}),
    ],
)
def test_what_no_library_knows_is_refused(key: str, value: object) -> None:
    with pytest.raises(PackRefused) as told:
        check_choices({**UNET, key: value}, "unet/config.json")
    assert (told.value.code, told.value.exit_code) == ("pack-bad-config", 3)
    assert "unet/config.json" in str(told.value)


@pytest.mark.parametrize("value", [0, -1, 0.0, [320, 0], [[0]]])
@pytest.mark.parametrize("key", ["block_out_channels", "cross_attention_dim", "num_layers"])
def test_a_size_of_nothing_is_refused(key: str, value: object) -> None:
    with pytest.raises(PackRefused) as told:
        check_choices({**UNET, key: value}, "unet/config.json")
    assert told.value.code == "pack-config-size"
    assert key in str(told.value)
