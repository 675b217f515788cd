"""Pictures made ready for a pipeline."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image

from headshot_desktop.core.errors import ModelCorrupt
from headshot_desktop.engine.generative.job import Picture, Plan

_LEAST, _LONGEST_RATIO, _GRID = 64, 4.0, 16


def references(pictures: Sequence[Picture], plan: Plan) -> list[Image.Image]:
    """The person's pictures as the plan allows them: so many, so large, and of sides that every family takes.

    The cost of a step grows with their pixels, so they are made small here, whatever a pipeline would do with them.

    Args:
        pictures: head and shoulders; what is longer than 4:1 is cut around its middle.
        plan: for `reference` and `most_references`.
    """
    return [_reference(picture, plan.reference) for picture in pictures[: plan.most_references]]


def _reference(picture: Picture, longest: int) -> Image.Image:
    height, width = picture.shape[:2]
    keep_width, keep_height = min(width, int(height * _LONGEST_RATIO)), min(height, int(width * _LONGEST_RATIO))
    left, top = (width - keep_width) // 2, (height - keep_height) // 2
    cut = Image.fromarray(picture[top : top + keep_height, left : left + keep_width])
    scale = min(1.0, longest / max(cut.size))
    sides = [max(_LEAST, round(side * scale) // _GRID * _GRID) for side in cut.size]
    return cut.resize((sides[0], sides[1]), Image.Resampling.LANCZOS) if tuple(sides) != cut.size else cut


def digest(pictures: Sequence[Picture]) -> str:
    """Tells pictures apart."""
    sha = hashlib.sha256()
    for picture in pictures:
        sha.update(repr(picture.shape).encode())
        sha.update(np.ascontiguousarray(picture).data)
    return sha.hexdigest()


def square(picture: Image.Image, side: int) -> Image.Image:
    """The middle square, `side` pixels wide."""
    least = min(picture.size)
    left, top = (picture.width - least) // 2, (picture.height - least) // 2
    return picture.crop((left, top, left + least, top + least)).resize((side, side), Image.Resampling.BICUBIC)


def eight_bit(values: npt.NDArray[np.float32], width: int, height: int) -> Picture:
    """From (H, W, 3) in [0, 1] to (height, width, 3) uint8.

    Raises:
        ModelCorrupt: there are no numbers in it: the weights are wrong, or overflow in this precision.
    """
    if not np.isfinite(values).all():
        raise ModelCorrupt(
            "The model pack gave no picture. Get the pack again, or choose another one.",
            code="pack-no-picture",
        )
    made: Picture = (values.clip(0, 1) * 255).round().astype(np.uint8)
    if made.shape[:2] != (height, width):
        made = np.asarray(Image.fromarray(made).resize((width, height), Image.Resampling.LANCZOS))
    return made
