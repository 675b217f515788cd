"""A personal model put onto a loaded pipeline, and taken off again so that not a bit of it stays."""

from __future__ import annotations

from typing import Any

import safetensors.torch

from headshot_desktop.core.errors import UsageError
from headshot_desktop.core.packs import Manifest
from headshot_desktop.core.personal import facts
from headshot_desktop.engine.generative.personal import NAME

_MARK = "worn_personal_model"
"""Attribute of a model that tells which one is on it, and how strong."""

MOST_SCALE = 2.0
"""Of a model's effect; 1 is what it was trained for."""


class Worn:
    """The personal model that a request asks for; every pipeline that generates is fitted with it.

    A sampler loads its networks when it must and lets them go when it must, so that the model is kept here, in memory,
    and put on again where it is not.
    """

    def __init__(self) -> None:
        self._content = b""
        self.digest = ""
        """SHA-256 of the model's bytes, hexadecimal; empty for none."""
        self.scale = 1.0
        """How strong its effect is; see `attach`."""

    def put_on(self, content: bytes | bytearray) -> None:
        """Wear a model; `ModelCorrupt` where it is none."""
        self.digest = facts(content).digest
        self._content = bytes(content)

    def take_off(self) -> None:
        """Wear none."""
        self._content, self.digest, self.scale = b"", "", 1.0

    def fit(self, pipeline: Any, manifest: Manifest) -> None:
        """See that exactly this model is on a pipeline; see `attach`."""
        model = _model(pipeline)[0]
        if not self._content:
            detach(pipeline)
        elif getattr(model, _MARK, None) != (self.digest, self.scale):
            attach(pipeline, self._content, manifest, self.scale)


def attach(pipeline: Any, content: bytes | bytearray, manifest: Manifest, scale: float = 1.0) -> None:
    """Put a model onto a pipeline; one that was there before is taken off. Adapters of the pack itself stay.

    Args:
        pipeline: of diffusers, loaded from the pack; whatever offloads it is taken off and put back by diffusers.
        content: of the model.
        manifest: of the pack.
        scale: 0 to `MOST_SCALE`, how strong its effect is.

    Raises:
        ModelCorrupt: it is no personal model.
        UsageError: it belongs to another pack, or the scale is out of range.
    """
    told = facts(content)
    if told.pack != manifest.digest:
        raise UsageError(
            "This personal model was trained for another pack. Choose that pack, or train one for this.",
            code="other-pack",
        )
    if not 0 <= scale <= MOST_SCALE:
        raise UsageError("The effect of a personal model is between 0 and {most}.", most=MOST_SCALE)
    detach(pipeline)
    model, prefix = _model(pipeline)
    before, dtype = _active(model), model.dtype
    tensors = safetensors.torch.load(bytes(content))
    model.load_lora_adapter(tensors, prefix=prefix, adapter_name=NAME, _pipeline=pipeline)
    for layer in _layers(model):
        held = [name for name in (*before, NAME) if name in layer.scaling]
        layer.set_adapter(held)
        if NAME in layer.scaling:
            layer.set_scale(NAME, scale)
    for name, weight in model.named_parameters():
        if f".{NAME}." in name:
            weight.data = weight.data.to(dtype)  # peft would compute with them in float32, and answer in it
    model.requires_grad_(False)
    setattr(model, _MARK, (told.digest, scale))


def detach(pipeline: Any) -> None:
    """Take the personal model off; pictures are again exactly what they were without it. None there is fine."""
    model, _ = _model(pipeline)
    if hasattr(model, _MARK):
        delattr(model, _MARK)
    if NAME not in getattr(model, "peft_config", {}):
        return
    others = [name for name in _active(model) if name != NAME]
    if len(model.peft_config) == 1:
        model.unload_lora()
        return
    model.delete_adapters(NAME)
    for layer in _layers(model):
        layer.set_adapter([name for name in others if name in layer.scaling])
    model.requires_grad_(False)


def attached(pipeline: Any) -> bool:
    """Whether one is on it."""
    return NAME in getattr(_model(pipeline)[0], "peft_config", {})


def _model(pipeline: Any) -> tuple[Any, str]:
    """The part that is trained, and its prefix in a model's tensors."""
    if getattr(pipeline, "unet", None) is not None:
        return pipeline.unet, "unet"
    return pipeline.transformer, "transformer"


def _layers(model: Any) -> list[Any]:
    from peft.tuners.lora import LoraLayer

    return [module for module in model.modules() if isinstance(module, LoraLayer)]


def _active(model: Any) -> list[str]:
    """Names of the adapters that have an effect now."""
    return list(dict.fromkeys(name for layer in _layers(model) for name in layer.active_adapters))
