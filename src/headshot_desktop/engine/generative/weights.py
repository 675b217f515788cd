"""How many numbers a pack's parts hold, read from the heads of its safetensors files."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from math import prod
from typing import BinaryIO

from headshot_desktop.core.pack_files import changed, opened
from headshot_desktop.core.packs import Manifest, Role
from headshot_desktop.engine.generative.job import Verified

MOST_HEAD = 64 << 20
"""Bytes of a head at most; the largest pack's has under 1 MiB."""

NOT_LOADED = frozenset({Role.BASE, Role.EMBEDDINGS})
"""Roles whose weights are not in memory with the others: one is trained on, the others are a few megabytes."""


def parameters(pack: Verified) -> dict[str, int]:
    """Numbers held by each part of a pack: `transformer`, `vae`, `text_encoder`, or the name of a role.

    What a file is called does not decide it, its head does: a pack in float32 has the same numbers as one in bfloat16.
    A LoRA belongs to no part: it is small and is merged where it is used.

    Raises:
        ModelCorrupt: a head is none.
    """
    counts: dict[str, int] = {}
    for file in pack.manifest.files:
        part = _part(file.path, pack.manifest)
        if not file.path.endswith(".safetensors") or not part:
            continue
        with opened(pack.folder, file.path) as source:
            counts[part] = counts.get(part, 0) + _numbers(file.path, file.size, source)
    return counts


def _part(path: str, manifest: Manifest) -> str:
    if any(path == lora.path for lora in manifest.loras):
        return ""
    for role, place in manifest.roles.items():
        if place != "." and (path == place or path.startswith(f"{place}/")):
            return "" if role in NOT_LOADED else role.value
    return path.split("/", 1)[0] if "/" in path else ""


def _numbers(path: str, size: int, source: BinaryIO) -> int:
    """Numbers in one file: the sum over its tensors of the product of their sides."""
    length = source.read(8)
    if len(length) != 8:
        raise changed(path)
    (count,) = struct.unpack("<Q", length)
    if not 2 <= count <= min(MOST_HEAD, size - 8):
        raise changed(path)
    try:
        head = json.loads(source.read(count))
        return sum(prod(_shape(entry)) for name, entry in head.items() if name != "__metadata__")
    except (ValueError, TypeError, KeyError, AttributeError):
        raise changed(path) from None


def _shape(entry: Mapping[str, object]) -> list[int]:
    shape = entry["shape"]
    if not isinstance(shape, list) or not all(isinstance(side, int) and side >= 0 for side in shape):
        raise ValueError("no shape")
    return shape
