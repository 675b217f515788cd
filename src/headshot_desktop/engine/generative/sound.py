"""Whether a pack's weights are numbers: one that is none makes all of a picture none, or black, in the end of a job."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.pack_files import opened
from headshot_desktop.core.packs import Manifest
from headshot_desktop.core.tensor_files import tensors

_PIECE = 8 << 20
"""Bytes that are looked at together."""

_KINDS: dict[str, tuple[str, int, int]] = {
    "F64": ("<u8", 1, 0xFFE0 << 48),
    "F32": ("<u4", 1, 0xFF00_0000),
    "F16": ("<u2", 1, 0xF800),
    "BF16": ("<u2", 1, 0xFF00),
    "F8_E5M2": ("u1", 1, 0xF8),
    "F8_E4M3": ("u1", 1, 0xFE),
    "F8_E8M0": ("u1", 0, 0xFF),
}
"""For each format of fractions: how its bits are read as whole numbers, by how many they are moved to lose the sign,
and from which on they are infinite or no number (IEEE 754: all bits of the exponent are set; OCP 8-bit formats, 2023).
"""


def check_weights(folder: Path, manifest: Manifest, on_piece: Callable[[], None] = lambda: None) -> None:
    """Look at every number of a pack's safetensors files, a piece at a time.

    Args:
        folder: of the pack.
        manifest: of its files.
        on_piece: called after each piece; may raise to stop.

    Raises:
        PackRefused: `pack-bad-weights` for a file that is none, `pack-bad-numbers` for an infinite one or none.
    """
    for file in manifest.files:
        if not file.path.endswith(".safetensors"):
            continue
        with opened(folder, file.path) as source:
            tensors(source, file.size, file.path)
            source.seek(0)
            for dtype, count in _stretches(source):
                _check_numbers(source, dtype, count, file.path, on_piece)


def _stretches(source: BinaryIO) -> Iterator[tuple[str, int]]:
    """Formats and bytes of the tensors of a checked file in the order in which they lie there; moves to the first."""
    length = int.from_bytes(source.read(8), "little")
    table: dict[str, Any] = json.loads(source.read(length))
    table.pop("__metadata__", None)
    found: list[tuple[str, int]] = []
    for entry in sorted(table.values(), key=lambda entry: entry["data_offsets"][0]):
        start, stop = entry["data_offsets"]
        if found and found[-1][0] == entry["dtype"]:
            found[-1] = entry["dtype"], found[-1][1] + stop - start
        else:
            found.append((entry["dtype"], stop - start))
    yield from found


def _check_numbers(source: BinaryIO, dtype: str, count: int, path: str, on_piece: Callable[[], None]) -> None:
    if dtype not in _KINDS:
        source.seek(count, 1)
        return
    bits, moved, least = _KINDS[dtype]
    room = memoryview(bytearray(min(_PIECE, count)))
    while count:
        piece = room[: min(_PIECE, count)]
        done = 0
        while done < len(piece):
            # An unbuffered file may give fewer at a time.
            got = source.readinto(piece[done:])  # type: ignore[attr-defined]
            if not got:
                raise PackRefused(
                    "“{name}” is no whole .safetensors file. Get the pack again.", code="pack-bad-weights", name=path
                )
            done += got
        values: npt.NDArray[Any] = np.frombuffer(piece, bits)
        if int(np.left_shift(values, moved, out=values).max()) >= least:
            raise PackRefused(
                "“{name}” holds numbers that are infinite or none at all. Get the pack again.",
                code="pack-bad-numbers",
                name=path,
            )
        count -= len(piece)
        on_piece()
