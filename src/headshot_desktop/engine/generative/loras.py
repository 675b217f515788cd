"""LoRA files of a pack, attached to its generator."""

from __future__ import annotations

from typing import Any

from headshot_desktop.engine.generative import loading
from headshot_desktop.engine.generative.job import Verified

_OF_TEXT = ("text_encoder", "lora_te")
"""Beginnings of the names of tensors for a text encoder; what is encoded once is left as the pack has it."""


def attach(pipe: Any, pack: Verified) -> None:
    """Attach all LoRA files of a pack to a pipeline's transformer or UNet, each with its scale.

    Raises:
        ModelMissing: a file is not there.
        ModelCorrupt: it is none, or of another model.
    """
    names = []
    for number, lora in enumerate(pack.manifest.loras):
        tensors = loading.tensors(pack.folder / lora.path, lora.path)
        wanted = {name: tensor for name, tensor in tensors.items() if not name.startswith(_OF_TEXT)}
        with loading.reading(lora.path):
            names.append(f"pack{number}")
            pipe.load_lora_weights(wanted, adapter_name=names[-1])
            target = pipe.unet if hasattr(pipe, "unet") else pipe.transformer
            if names[-1] not in getattr(target, "peft_config", {}):
                raise ValueError("none of its tensors belongs to this model")
    if names:
        pipe.set_adapters(names, [lora.scale for lora in pack.manifest.loras])
