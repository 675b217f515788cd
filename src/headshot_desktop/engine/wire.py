"""Messages between the application and its child processes, over pipes.

A message is a kind, a small JSON object and up to `MAX_BLOBS` byte strings::

    u32 header length │ header: UTF-8 JSON {"kind", "fields", "blobs": [length, …]} │ blob │ blob │ …

The child is untrusted: every length is checked against a limit before memory is taken for it, and anything out of
line raises `WireBroken`. Nothing is ever unpickled. Standard library only, so the window starts without numpy.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

MAX_HEADER = 256 * 1024
"""Bytes of JSON in one message."""

MAX_BLOBS = 4
"""Byte strings in one message."""

MAX_BLOB = 220_000_000
"""Bytes in all blobs of a message: 50 megapixels with alpha, and some room."""

SMALL_PICTURE = 160_000
"""Bytes of one small picture on the way to a result: 384 × 384 pixels of noise as a JPEG need fewer."""

_LIMITS = {"progress": SMALL_PICTURE, "previewed": SMALL_PICTURE}
"""Bytes in the blobs of messages that hold a small picture at most; the others have `MAX_BLOB`."""

_LENGTH = struct.Struct(">I")


class WireBroken(Exception):
    """The other side sent something that is not a message, or stopped in the middle of one."""


Content = bytes | bytearray
"""A byte string; a `bytearray` may be zeroed by its owner."""


class Source(Protocol):
    """What messages are read from."""

    def readinto(self, buffer: memoryview, /) -> int | None:
        """As `io.RawIOBase.readinto`."""


class Sink(Protocol):
    """What messages are written to."""

    def write(self, content: memoryview, /) -> int | None:
        """As `io.RawIOBase.write`."""

    def flush(self) -> None:
        """As `io.IOBase.flush`."""


@dataclass(frozen=True)
class Message:
    """One message: what it is, its plain values and its byte strings.

    Byte strings that were read are `bytearray`s: whoever is done with a picture may zero it.
    """

    kind: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    blobs: tuple[Content, ...] = ()

    @property
    def large(self) -> bool:
        """Whether it holds more than a small picture."""
        return sum(len(blob) for blob in self.blobs) > SMALL_PICTURE


def write_message(stream: Sink, message: Message) -> None:
    """Write one message and flush.

    Raises:
        WireBroken: the message is over a limit, or the other side has closed the pipe.
    """
    lengths = [len(blob) for blob in message.blobs]
    if len(lengths) > MAX_BLOBS or sum(lengths) > _LIMITS.get(message.kind, MAX_BLOB):
        raise WireBroken("a message with too many or too large blobs")
    whole = {"kind": message.kind, "fields": dict(message.fields), "blobs": lengths}
    try:
        header = json.dumps(whole, allow_nan=False).encode()
    except (TypeError, ValueError) as error:
        raise WireBroken(f"a message that JSON cannot hold: {error}") from error
    if len(header) > MAX_HEADER:
        raise WireBroken("a message with too long a header")
    try:
        _write(stream, _LENGTH.pack(len(header)) + header)
        for blob in message.blobs:
            _write(stream, blob)
        stream.flush()
    except (OSError, ValueError) as error:
        raise WireBroken("the pipe is closed") from error


def read_message(stream: Source, *, max_blob: int = MAX_BLOB) -> Message | None:
    """Read one message; None at a clean end of the stream.

    Raises:
        WireBroken: the stream ends within a message, or a length or a type is out of line.
    """
    first = _read(stream, _LENGTH.size, may_end=True)
    if first is None:
        return None
    (untrusted_length,) = _LENGTH.unpack(first)
    if not 2 <= untrusted_length <= MAX_HEADER:
        raise WireBroken(f"a header of {untrusted_length} bytes")
    kind, fields, lengths = _parse(_exactly(stream, untrusted_length), max_blob)
    return Message(kind, fields, tuple(_exactly(stream, length) for length in lengths))


def _parse(untrusted_header: bytearray, max_blob: int) -> tuple[str, dict[str, Any], list[int]]:
    try:
        header = json.loads(untrusted_header, parse_constant=_no_such_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise WireBroken("a header that is not JSON") from error
    if not isinstance(header, dict) or set(header) != {"kind", "fields", "blobs"}:
        raise WireBroken("a header with other keys")
    kind, fields, lengths = header["kind"], header["fields"], header["blobs"]
    if not (isinstance(kind, str) and isinstance(fields, dict) and isinstance(lengths, list)):
        raise WireBroken("a header with other types")
    if len(lengths) > MAX_BLOBS or not all(type(length) is int and length >= 0 for length in lengths):
        raise WireBroken("too many blobs, or one without a length")
    if sum(lengths) > min(max_blob, _LIMITS.get(kind, max_blob)):
        raise WireBroken("a blob over the limit")
    return kind, fields, lengths


def _no_such_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _finite(digits: str) -> float:
    """A float; one that is too large for a float, such as 1e999, is refused instead of becoming infinite."""
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{digits} is no number")
    return value


def _exactly(stream: Source, length: int) -> bytearray:
    content = _read(stream, length)
    assert content is not None  # noqa: S101 — `_read` raises unless `may_end`
    return content


def _read(stream: Source, length: int, *, may_end: bool = False) -> bytearray | None:
    """Into one buffer of the final size: a growing one would leave copies of pictures in freed memory."""
    content, filled = bytearray(length), 0
    with memoryview(content) as view:
        while filled < length:
            try:
                count = stream.readinto(view[filled:])
            except (OSError, ValueError) as error:
                raise WireBroken("the pipe is closed") from error
            if not count:
                if may_end and not filled:
                    return None
                raise WireBroken("the stream ends within a message")
            filled += count
    return content


def _write(stream: Sink, content: Content) -> None:
    """All of it; an unbuffered stream may take a part at a time."""
    with memoryview(content) as view:
        done = 0
        while done < len(view):
            done += stream.write(view[done:]) or 0
