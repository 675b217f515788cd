"""How much arithmetic a picture of a size is, counted from a pack's own configurations without its weights.

The networks are built on torch's `meta` device, where tensors have shapes and no numbers, and run once there while
torch counts the operations of matrix products, convolutions and attention. That takes a second for the largest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch.utils.flop_counter import FlopCounterMode

from headshot_desktop.core.packs import Family, Role
from headshot_desktop.engine.generative import loading
from headshot_desktop.engine.generative.job import Job, Plan, Verified
from headshot_desktop.engine.generative.plan import MEGAPIXEL

_TOKEN = 16
"""Pixels along the side of what the transformers see as one token."""
_TEXT = {Family.KLEIN: 512, Family.QWEN: 512, Family.SDXL: 77, Family.SD15: 77}
"""Tokens of text; of Qwen, whose text holds what is seen of the references, about."""

_QWEN_REFERENCES = 3
"""That its sampler gives it at most."""

Size = tuple[int, int]
"""Width and height, pixels."""


@dataclass(frozen=True)
class Shape:
    """What of a job decides how long it takes.

    Attributes:
        width: pixels of the picture.
        height: likewise.
        steps: that are computed: with a strength below 1 fewer than the job says.
        references: sizes of what the generator looks at beside it.
        base: whether a picture is given that is changed.
    """

    width: int
    height: int
    steps: int
    references: tuple[Size, ...] = ()
    base: bool = False

    @classmethod
    def of(cls, job: Job, plan: Plan, family: Family) -> Shape:
        """What `job` comes to under `plan`."""
        sizes = [(picture.shape[1], picture.shape[0]) for picture in job.references[: plan.most_references]]
        steps = max(1, round(job.steps * (job.strength if job.base is not None else 1.0)))
        return cls(job.width, job.height, steps, tuple(sizes), job.base is not None).under(plan, family)

    def under(self, plan: Plan, family: Family) -> Shape:
        """The same with references as the family takes them: FLUX.2 sees a base beside them, Qwen as one of them."""
        seen: tuple[Size, ...] = ()
        if family is Family.KLEIN:
            seen = tuple(_seen(*size, plan.reference) for size in self.references[: plan.most_references])
            seen += ((self.width, self.height),) if self.base else ()
        elif family is Family.QWEN:
            count = min(_QWEN_REFERENCES, len(self.references[: plan.most_references]) + self.base)
            seen = ((plan.reference, plan.reference),) * max(1, count)
        return replace(self, references=seen)


def _seen(width: int, height: int, longest: int) -> Size:
    scale = min(1.0, longest / max(width, height))
    return max(64, int(width * scale) // 16 * 16), max(64, int(height * scale) // 16 * 16)


class Work:
    """Counts for one pack; each count is made once."""

    def __init__(self, pack: Verified, plan: Plan) -> None:
        self._manifest, self._plan = pack.manifest, plan
        self._generator = _hollow(_generator_class(pack.manifest.family), _folder(pack, "transformer", "unet"))
        self._vae = _hollow(*_vae(pack, plan))
        self._counts: dict[tuple[object, ...], float] = {}

    def step(self, shape: Shape) -> float:
        """Floating-point operations of one call of the generator."""
        key = ("step", shape.width, shape.height, shape.references)
        if key not in self._counts:
            called = _INPUTS[self._manifest.family](self._generator.config, shape)
            self._counts[key] = _counted(lambda: self._generator(**called))
        return self._counts[key]

    def decode(self, width: int, height: int) -> float:
        """Floating-point operations of decoding a picture; in tiles where the plan says so and it is larger."""
        tile = self._plan.tile
        if tile and max(width, height) > tile:
            return self.decode(tile, tile) * _covered(width, tile) * _covered(height, tile) / tile**2
        key = ("decode", width, height)
        if key not in self._counts:
            latents = _latents(self._manifest.family, self._vae.config, width, height)
            self._counts[key] = _counted(lambda: self._vae.decode(latents))
        return self._counts[key]

    def encoded(self, shape: Shape) -> float:
        """Megapixels that the autoencoder reads: references, and a base with and without its masked part."""
        pixels = 2 * shape.width * shape.height if shape.base else 0
        pixels += sum(width * height for width, height in shape.references)
        return pixels / MEGAPIXEL


def _covered(side: int, tile: int) -> int:
    """Pixels along a side that are computed in tiles which overlap by a quarter, as the autoencoders take them."""
    stride = tile * 3 // 4
    return sum(min(tile, side - start) for start in range(0, side, stride))


def _counted(call: Callable[[], object]) -> float:
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        call()
    return float(counter.get_total_flops())


def _hollow(kind: Any, folder: Path) -> Any:
    settings = loading.settings(folder)
    with loading.reading(folder.name), torch.device("meta"):
        return kind.from_config(settings).eval()


def _folder(pack: Verified, *names: str) -> Path:
    return next((pack.folder / name for name in names if (pack.folder / name).is_dir()), pack.folder / names[0])


def _generator_class(family: Family) -> Any:
    import diffusers

    return {
        Family.KLEIN: diffusers.Flux2Transformer2DModel,
        Family.QWEN: diffusers.QwenImageTransformer2DModel,
    }.get(family, diffusers.UNet2DConditionModel)


def _vae(pack: Verified, plan: Plan) -> tuple[Any, Path]:
    import diffusers

    tiny = pack.manifest.roles.get(Role.DECODER)
    if plan.tiny_decoder and tiny:
        return diffusers.AutoencoderTiny, pack.folder / tiny
    kinds = {Family.KLEIN: diffusers.AutoencoderKLFlux2, Family.QWEN: diffusers.AutoencoderKLQwenImage}
    return kinds.get(pack.manifest.family, diffusers.AutoencoderKL), pack.folder / "vae"


def _latents(family: Family, config: Mapping[str, Any], width: int, height: int) -> torch.Tensor:
    channels = config.get("latent_channels") or config.get("z_dim") or 4
    frames = (1,) if family is Family.QWEN else ()
    return _empty(1, channels, *frames, height // 8, width // 8)


def _empty(*shape: int) -> torch.Tensor:
    return torch.empty(*shape, device="meta")


# ------------------------------------------------------------------------------------------------ by family


def _tokens(shape: Shape) -> tuple[int, int]:
    """Of the picture, and of the references."""
    sizes = ((shape.width, shape.height), *shape.references)
    own, *seen = ((width // _TOKEN) * (height // _TOKEN) for width, height in sizes)
    return own, sum(seen)


def _klein(config: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    tokens, text = sum(_tokens(shape)), _TEXT[Family.KLEIN]
    axes = len(config["axes_dims_rope"])
    return {
        "hidden_states": _empty(1, tokens, config["in_channels"]),
        "encoder_hidden_states": _empty(1, text, config["joint_attention_dim"]),
        "timestep": _empty(1),
        "guidance": None,
        "img_ids": _empty(1, tokens, axes),
        "txt_ids": _empty(1, text, axes),
        "return_dict": False,
    }


def _qwen(config: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    sizes, text = ((shape.width, shape.height), *shape.references), _TEXT[Family.QWEN]
    return {
        "hidden_states": _empty(1, sum(_tokens(shape)), config["in_channels"]),
        "encoder_hidden_states": _empty(1, text, config["joint_attention_dim"]),
        "encoder_hidden_states_mask": None,
        "timestep": _empty(1),
        "img_shapes": [[(1, height // _TOKEN, width // _TOKEN) for width, height in sizes]],
        "return_dict": False,
    }


def _unet(config: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    made: dict[str, Any] = {
        "sample": _empty(1, config["in_channels"], shape.height // 8, shape.width // 8),
        "timestep": _empty(1),
        "encoder_hidden_states": _empty(1, _TEXT[Family.SD15], config["cross_attention_dim"]),
        "return_dict": False,
    }
    if config.get("addition_embed_type") == "text_time":
        pooled = config["projection_class_embeddings_input_dim"] - 6 * config["addition_time_embed_dim"]
        made["added_cond_kwargs"] = {"text_embeds": _empty(1, pooled), "time_ids": _empty(1, 6)}
    return made


_INPUTS: Mapping[Family, Callable[[Mapping[str, Any], Shape], dict[str, Any]]] = {
    Family.KLEIN: _klein,
    Family.QWEN: _qwen,
    Family.SDXL: _unet,
    Family.SD15: _unet,
}
"""What each family's generator is called with."""
