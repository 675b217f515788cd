"""Pictures and text made ready for Qwen2.5-VL, without torchvision.

The processor of transformers brings one for videos along, and that needs torchvision. Here are pictures only: cut into
patches by the class of transformers that uses Pillow, with numbers from the text encoder's own configuration.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from PIL import Image

PICTURE = "<|image_pad|>"


class PictureTextProcessor:
    """Called by the pipeline as it would call the processor of transformers."""

    def __init__(self, tokenizer: Any, vision: Any) -> None:
        """Take the tokenizer, and the `vision_config` of the text encoder."""
        from transformers import Qwen2VLImageProcessorPil

        self._tokenizer = tokenizer
        self._patches = Qwen2VLImageProcessorPil(
            patch_size=vision.patch_size,
            temporal_patch_size=vision.temporal_patch_size,
            merge_size=vision.spatial_merge_size,
            min_pixels=(2 * vision.patch_size * vision.spatial_merge_size) ** 2,
            max_pixels=1280 * (vision.patch_size * vision.spatial_merge_size) ** 2,
        )
        self._merged = vision.spatial_merge_size**2

    def __call__(
        self,
        text: Sequence[str],
        images: Sequence[Image.Image] | None = None,
        padding: bool = True,
        return_tensors: str = "pt",
    ) -> Any:
        """Tokens, patches and their grid.

        Args:
            text: with one `PICTURE` for each of `images`.
            images: of the person.
            padding: to the longest text.
            return_tensors: of torch.
        """
        from transformers import BatchFeature

        made: dict[str, Any] = {}
        words = list(text)
        if images:
            made |= self._patches(images=list(images), return_tensors=return_tensors)
            counts = [int(grid.prod()) // self._merged for grid in made["image_grid_thw"]]
            words = [_widened(each, counts) for each in words]
        made |= self._tokenizer(words, padding=padding, return_tensors=return_tensors)
        picture = self._tokenizer.convert_tokens_to_ids(PICTURE)
        made["mm_token_type_ids"] = (made["input_ids"] == picture).to(torch.long)
        return BatchFeature(made)


def _widened(text: str, counts: list[int]) -> str:
    """Each `PICTURE` as often as its picture has merged patches."""
    pieces = text.split(PICTURE)
    return pieces[0] + "".join(PICTURE * count + rest for count, rest in zip(counts, pieces[1:], strict=True))
