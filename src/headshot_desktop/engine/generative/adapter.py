"""An IP-Adapter plus-face: what its image encoder sees in the references steers a UNet beside the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from transformers import CLIPVisionModelWithProjection

from headshot_desktop.core.errors import ModelMissing
from headshot_desktop.engine.generative import loading, pictures

_PARTS = ("image_proj", "ip_adapter")
# Of CLIP's training pictures, as its authors published them with the model.
_MEAN, _DEVIATION = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)

SCALE = 0.7
"""How much it steers: enough to be seen, and the text still is."""


def attach(unet: Any, folder: Path) -> None:
    """Build the adapter into a UNet.

    diffusers' own loader would take pickled files and fetch the image encoder, so the tensors are read here.

    Raises:
        ModelMissing: there is no such file.
        ModelCorrupt: it is none, or for another UNet.
    """
    files = sorted(folder.glob("*.safetensors"))
    if len(files) != 1:
        raise ModelMissing("The pack has no “{part}”. Get the pack again.", code="pack-part-missing", part=folder.name)
    parts: dict[str, dict[str, torch.Tensor]] = {part: {} for part in _PARTS}
    with loading.reading(folder.name):
        for name, tensor in loading.tensors(files[0], folder.name).items():
            part, _, rest = name.partition(".")
            parts[part][rest] = tensor.to(unet.dtype)
        # Strict only so: with the sparing way of loading, a layer that is missing would be left without numbers.
        unet._load_ip_adapter_weights([parts], low_cpu_mem_usage=False)


def encoder(folder: Path, dtype: torch.dtype) -> Any:
    """The image encoder beside the adapter; errors as `loading.network`."""
    return loading.network(CLIPVisionModelWithProjection, folder / "image_encoder", dtype)


def seen(network: Any, people: Sequence[Image.Image], guided: bool) -> torch.Tensor:
    """What the encoder sees.

    Args:
        network: of `encoder`.
        people: the references.
        guided: whether what it sees in nothing goes before that.

    Returns:
        (1 or 2, references, places, channels).
    """
    side = network.config.image_size
    stacked = np.stack([np.asarray(pictures.square(each, side), np.float32) for each in people]) / 255
    pixels = (torch.from_numpy(stacked) - torch.tensor(_MEAN)) / torch.tensor(_DEVIATION)
    pixels = pixels.permute(0, 3, 1, 2).to(network.device, network.dtype)
    states = [network(pixels, output_hidden_states=True).hidden_states[-2]]
    if guided:
        states.insert(0, network(torch.zeros_like(pixels), output_hidden_states=True).hidden_states[-2])
    return torch.stack(states)
