"""A personal model as values: how it is trained, and what its bytes say of themselves. Standard library only.

It is a LoRA in the safetensors format: a small addition to one model pack, trained on one person's photos. Its bytes
come out of a process that is not trusted, so they are read here as if a stranger wrote them.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from headshot_desktop.core import strict_json
from headshot_desktop.core.errors import ModelCorrupt, UsageError
from headshot_desktop.core.packs import Family
from headshot_desktop.core.values import Value, within

FEWEST_PHOTOS, MOST_PHOTOS = 8, 15
"""Photos of the person that a model is trained on."""

LEAST_MEMORY = 12_000_000_000
"""Bytes of the graphics card's own memory; a card that is sold with 12 GB tells of about 12.5 billion."""

FAMILIES = (Family.KLEIN, Family.SDXL, Family.SD15)
"""Of packs that a model can be trained for; a larger one has no room on the cards that people have."""

FORMAT = "headshot-personal-1"
"""Of the metadata."""

KIND = "personal-model"
"""Of the object in the vault."""

MOST_BYTES = 200_000_000
"""Of a model; the pipe between the processes takes 220 million."""

MOST_HEADER = 1 << 20
MOST_TENSORS = 4000

_NAME = re.compile(r"(?:transformer|unet)\.[A-Za-z0-9_.]{1,160}\.lora_[AB]\.weight")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Training(Value):
    """How a model is trained. The same training on the same device gives the same bytes.

    Attributes:
        steps: of the optimiser.
        rank: of the two matrices that are added to each layer.
        rate: learning rate, once it is warm.
        side: pixels of the square pictures that it learns from, multiple of 16.
        seed: of the noise, the order and the first weights.
        even_so: train on any device, for tests of the loop; no front offers it.
    """

    steps: int = 1000
    rank: int = 16
    rate: float = 1e-4
    side: int = 512
    seed: int = 0
    even_so: bool = False

    def __post_init__(self) -> None:
        within("Training steps", self.steps, 1, 4000)
        within("Training rank", self.rank, 1, 64)
        within("Training rate", self.rate, 1e-7, 1e-1)
        within("Training side", self.side, 64, 1024)
        within("Training seed", self.seed, 0, 2**31 - 1)
        if self.side % 16:
            raise UsageError("The side of a training picture is a multiple of 16.")


@dataclass(frozen=True)
class Facts:
    """What a personal model says of itself.

    Attributes:
        pack: SHA-256 of the manifest of the pack that it belongs to, hexadecimal.
        family: of that pack.
        rank: see `Training`.
        steps: see `Training`.
        photos: on how many it was trained.
        digest: SHA-256 of its bytes, hexadecimal.
    """

    pack: str
    family: Family
    rank: int
    steps: int
    photos: int
    digest: str

    def to_metadata(self) -> dict[str, str]:
        """As the metadata of a safetensors file; `digest` is not in it, being of the whole."""
        return {
            "format": FORMAT,
            "pack": self.pack,
            "family": self.family.value,
            "rank": str(self.rank),
            "steps": str(self.steps),
            "photos": str(self.photos),
        }


def facts(content: bytes | bytearray) -> Facts:
    """What a personal model says of itself, after its whole layout was checked.

    Args:
        content: a safetensors file.

    Raises:
        ModelCorrupt: it is no personal model (`bad-personal-model`).
    """
    if not 8 < len(content) <= MOST_BYTES:
        raise _bad()
    length = int.from_bytes(content[:8], "little")
    if not 2 <= length <= min(MOST_HEADER, len(content) - 8):
        raise _bad()
    try:
        header = strict_json.read(bytes(content[8 : 8 + length]))
    except strict_json.BadJson:
        raise _bad() from None
    if not isinstance(header, dict):
        raise _bad()
    told = _told(header.pop("__metadata__", None), hashlib.sha256(content).hexdigest())
    _check_tensors(header, told.rank, len(content) - 8 - length)
    return told


def _told(metadata: Any, digest: str) -> Facts:
    if not isinstance(metadata, dict) or metadata.get("format") != FORMAT:
        raise _bad()
    try:
        made = Facts(
            pack=str(metadata["pack"]),
            family=Family(metadata["family"]),
            rank=int(metadata["rank"]),
            steps=int(metadata["steps"]),
            photos=int(metadata["photos"]),
            digest=digest,
        )
    except (KeyError, TypeError, ValueError):
        raise _bad() from None
    whole = 1 <= made.rank <= 64 and 1 <= made.steps <= 4000 and 1 <= made.photos <= MOST_PHOTOS
    if not whole or not _DIGEST.fullmatch(made.pack) or made.family not in FAMILIES:
        raise _bad()
    return made


def _check_tensors(tensors: Mapping[str, Any], rank: int, size: int) -> None:
    """Only pairs of half-precision matrices of that rank, lying one after another without a gap."""
    if not 2 <= len(tensors) <= MOST_TENSORS:
        raise _bad()
    places = []
    for name, tensor in tensors.items():
        if not _NAME.fullmatch(name) or not isinstance(tensor, dict):
            raise _bad()
        other = name.replace(".lora_A.", ".lora_*.").replace(".lora_B.", ".lora_A.").replace(".lora_*.", ".lora_B.")
        shape = _shape(tensor)
        if other not in tensors or shape["lora_B" in name] != rank:
            raise _bad()
        begin, end = tensor["data_offsets"]
        if end - begin != 2 * math.prod(shape):
            raise _bad()
        places.append((begin, end))
    places.sort()
    ends = [0, *(end for _, end in places)]
    if [begin for begin, _ in places] != ends[:-1] or ends[-1] != size:
        raise _bad()


def _shape(tensor: Mapping[str, Any]) -> tuple[int, int]:
    """Of a tensor's entry whose parts are of the right types."""
    shape, offsets = tensor.get("shape"), tensor.get("data_offsets")
    for numbers in (shape, offsets):
        if not isinstance(numbers, list) or len(numbers) != 2:
            raise _bad()
        if not all(type(number) is int and 0 <= number <= MOST_BYTES for number in numbers):
            raise _bad()
    if tensor.get("dtype") != "F16" or not isinstance(shape, list):
        raise _bad()
    return shape[0], shape[1]


def _bad() -> ModelCorrupt:
    return ModelCorrupt("The personal model cannot be read. Delete it and train it again.", code="bad-personal-model")
