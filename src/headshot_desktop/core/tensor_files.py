"""The header of a `.safetensors` file, judged before any library sees the file.

The format: 8 bytes with the header's length (little endian), a JSON table, then the tensors' bytes, without gaps. Rules
from <https://github.com/huggingface/safetensors#format>.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from headshot_desktop.core import strict_json
from headshot_desktop.core.errors import PackRefused

MOST_HEADER = 32 << 20
"""Bytes; the headers of public models have less than 1 MB."""

MOST_TENSORS = 100_000
MOST_AXES = 8

_BYTES = {
    **dict.fromkeys(("F64", "I64", "U64"), 8),
    **dict.fromkeys(("F32", "I32", "U32"), 4),
    **dict.fromkeys(("F16", "BF16", "I16", "U16"), 2),
    **dict.fromkeys(("I8", "U8", "BOOL", "F8_E4M3", "F8_E5M2", "F8_E8M0"), 1),
}


@dataclass(frozen=True)
class Tensor:
    """One entry of a header.

    Attributes:
        dtype: as the format calls it.
        shape: sizes of its axes.
    """

    dtype: str
    shape: tuple[int, ...]


def tensors(source: BinaryIO, size: int, path: str) -> Mapping[str, Tensor]:
    """What a `.safetensors` file holds.

    Args:
        source: at its beginning.
        size: bytes of the whole file.
        path: for the sentence.

    Raises:
        PackRefused: `pack-bad-weights`: it is cut off or is another kind of file, or its tensors overlap, leave gaps,
            end elsewhere than the file, or have sizes that do not fit their shapes, or none at all.
    """
    length = int.from_bytes(_exactly(source, 8), "little")
    if not 2 <= length <= MOST_HEADER or 8 + length > size:
        raise _bad(path)
    text = _exactly(source, length)
    if len(text) != length or not text.startswith(b"{"):
        raise _bad(path)
    try:
        table = strict_json.read(text, MOST_HEADER, 4)
    except strict_json.BadJson:
        raise _bad(path) from None
    metadata = table.pop("__metadata__", {})
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise _bad(path)
    if not 0 < len(table) <= MOST_TENSORS:
        raise _bad(path)
    found, spans = {}, []
    for name, entry in table.items():
        found[name], span = _tensor(entry, path)
        spans.append(span)
    _check_spans(sorted(spans), size - 8 - length, path)
    return found


def _exactly(source: BinaryIO, count: int) -> bytes:
    """Up to `count` bytes; an unbuffered file may give fewer at a time."""
    pieces: list[bytes] = []
    while count and (piece := source.read(count)):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def _tensor(entry: Any, path: str) -> tuple[Tensor, tuple[int, int]]:
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise _bad(path)
    dtype, shape, span = entry["dtype"], entry["shape"], entry["data_offsets"]
    if not isinstance(dtype, str) or dtype not in _BYTES or not _counts(shape, MOST_AXES) or not _counts(span, 2):
        raise _bad(path)
    if len(span) != 2 or not 0 < span[1] - span[0] == math.prod(shape) * _BYTES[dtype]:
        raise _bad(path)
    return Tensor(dtype, tuple(shape)), (span[0], span[1])


def _counts(value: Any, most: int) -> bool:
    return isinstance(value, list) and len(value) <= most and all(type(each) is int and each >= 0 for each in value)


def _check_spans(spans: list[tuple[int, int]], size: int, path: str) -> None:
    """Each byte after the header belongs to one tensor: what overlaps or lies between them is nobody's."""
    end = 0
    for start, stop in spans:
        if start != end:
            raise _bad(path)
        end = stop
    if end != size:
        raise _bad(path)


def _bad(path: str) -> PackRefused:
    return PackRefused(
        "“{name}” is no whole .safetensors file. Get the pack again.", code="pack-bad-weights", name=path
    )
