"""LoRA files of a pack, added into the weights of its generator."""

from __future__ import annotations

from typing import Any

from headshot_desktop.engine.generative import loading
from headshot_desktop.engine.generative.job import Verified

_OF_TEXT = ("text_encoder", "lora_te")
"""Beginnings of the names of tensors for a text encoder; what is encoded once is left as the pack has it."""


def fuse(pipe: Any, generator: str, pack: Verified) -> None:
    """Add all LoRA files of a pack to a pipeline's generator, each by its scale.

    They are added before the weights are held in 8 bits, so that they cost nothing while generating, and 8 bits hold
    the sum instead of the small difference.

    Args:
        pipe: with the generator, as it was loaded.
        generator: its name in the pipeline.
        pack: with its LoRAs.

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
            if names[-1] not in getattr(getattr(pipe, generator), "peft_config", {}):
                raise ValueError("none of its tensors belongs to this model")
    if not names:
        return
    with loading.reading("loras"):
        pipe.set_adapters(names, [lora.scale for lora in pack.manifest.loras])
        pipe.fuse_lora(components=[generator], adapter_names=names)
        pipe.unload_lora_weights()
