"""An ONNX file, judged before onnxruntime sees it: no tensor outside the file, no operator of a stranger.

Only the skeleton of the protocol buffer is walked, after the numbers in
<https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>; contents are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from headshot_desktop.core.errors import PackRefused

LARGEST = 1 << 30
"""Bytes; a recogniser has 250 MB, and a protocol buffer cannot have more than 2 GB."""

MOST_FIELDS = 2_000_000
DEEPEST = 24

_MODEL: Mapping[int, str] = {7: "graph", 20: "training", 25: "function", 8: "opset"}
_GRAPH: Mapping[int, str] = {1: "node", 5: "tensor", 15: "sparse"}
_KINDS: Mapping[str, Mapping[int, str]] = {
    "model": _MODEL,
    "graph": _GRAPH,
    "training": {1: "graph", 2: "graph"},
    "function": {7: "node", 11: "attribute", 9: "opset"},
    "node": {5: "attribute", 7: "domain"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
    "opset": {1: "domain"},
    "tensor": {13: "external", 14: "location"},
}
"""For each message the fields that are looked into."""

_DOMAINS = {b"", b"ai.onnx", b"ai.onnx.ml", b"com.microsoft"}

Buffer = bytes | memoryview


class _Malformed(ValueError):
    """No protocol buffer."""


def check_onnx(content: Buffer, path: str) -> None:
    """Refuse a model that would make the runtime read another file or run foreign operators.

    Args:
        content: the whole file.
        path: for the sentence.

    Raises:
        PackRefused: `pack-onnx-external`, `pack-onnx-operators` or `pack-bad-weights`.
    """
    budget = [MOST_FIELDS]
    try:
        kinds = {kind for kind, _ in _walk(memoryview(content), "model", path, budget, 0)}
    except (_Malformed, IndexError):
        raise _bad(path) from None
    if "graph" not in kinds or len(content) > LARGEST:
        raise _bad(path)


def _walk(content: memoryview, kind: str, path: str, budget: list[int], depth: int) -> Iterator[tuple[str, memoryview]]:
    if depth > DEEPEST:
        raise _Malformed
    for number, value in _fields(content, budget):
        inner = _KINDS[kind].get(number, "")
        if not inner:
            continue
        if inner == "external" or (inner == "location" and value != 0):
            raise PackRefused(
                "“{name}” keeps weights in another file, which a pack may not. Get it as one file.",
                code="pack-onnx-external",
                name=path,
            )
        if inner == "location":
            continue
        if isinstance(value, int):
            raise _Malformed
        if inner == "domain":
            if bytes(value[:64]) not in _DOMAINS:
                raise PackRefused(
                    "“{name}” needs operators that this program does not have. Get another one.",
                    code="pack-onnx-operators",
                    name=path,
                )
            continue
        yield inner, value
        yield from _walk(value, inner, path, budget, depth + 1)


def _fields(content: memoryview, budget: list[int]) -> Iterator[tuple[int, int | memoryview]]:
    """Number and value of each field; a number's value is its bits, that of fixed width is left out."""
    at, end = 0, len(content)
    while at < end:
        budget[0] -= 1
        tag, at = _varint(content, at)
        if budget[0] < 0 or tag >> 3 == 0:
            raise _Malformed
        if tag & 7 == 0:
            value, at = _varint(content, at)
            yield tag >> 3, value
        elif tag & 7 == 2:
            length, at = _varint(content, at)
            if length > end - at:
                raise _Malformed
            yield tag >> 3, content[at : at + length]
            at += length
        elif tag & 7 in (1, 5):
            at += 8 if tag & 7 == 1 else 4
        else:
            raise _Malformed
    if at != end:
        raise _Malformed


def _varint(content: memoryview, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise _Malformed


def _bad(path: str) -> PackRefused:
    return PackRefused("“{name}” is no whole ONNX file. Get the pack again.", code="pack-bad-weights", name=path)
