from __future__ import annotations

import contextlib
import io
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headshot_desktop.engine import small_picture, wire
from headshot_desktop.engine.wire import Message, WireBroken, read_message, write_message

_plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_messages = st.builds(
    Message,
    kind=st.text(max_size=20),
    fields=st.dictionaries(st.text(max_size=8), _plain, max_size=4),
    blobs=st.lists(st.binary(max_size=300), max_size=wire.MAX_BLOBS).map(tuple),
)


def _written(message: Message) -> bytes:
    stream = io.BytesIO()
    write_message(stream, message)
    return stream.getvalue()


@given(st.lists(_messages, max_size=3))
def test_messages_come_back_as_they_went(messages: list[Message]) -> None:
    stream = io.BytesIO(b"".join(_written(message) for message in messages))
    assert [read_message(stream) for _ in messages] == messages
    assert read_message(stream) is None


@given(_messages, st.data())
def test_a_stream_that_ends_early_is_broken(message: Message, data: st.DataObject) -> None:
    whole = _written(message)
    cut = data.draw(st.integers(1, len(whole) - 1))
    with pytest.raises(WireBroken):
        read_message(io.BytesIO(whole[:cut]))


@given(st.binary(min_size=1, max_size=400))
def test_noise_is_broken_or_a_message_but_nothing_else(noise: bytes) -> None:
    try:
        message = read_message(io.BytesIO(noise))
    except WireBroken:
        return
    assert isinstance(message, Message)


def _framed(header: object, rest: bytes = b"") -> io.BytesIO:
    encoded = json.dumps(header).encode()
    return io.BytesIO(struct.pack(">I", len(encoded)) + encoded + rest)


@pytest.mark.parametrize(
    "header",
    [
        [],
        {"kind": "x", "fields": {}},
        {"kind": 1, "fields": {}, "blobs": []},
        {"kind": "x", "fields": [], "blobs": []},
        {"kind": "x", "fields": {}, "blobs": [-1]},
        {"kind": "x", "fields": {}, "blobs": [True]},
        {"kind": "x", "fields": {}, "blobs": [wire.MAX_BLOB + 1]},
        {"kind": "x", "fields": {}, "blobs": [wire.MAX_BLOB // 2 + 1] * 2},
        {"kind": "x", "fields": {}, "blobs": [1] * (wire.MAX_BLOBS + 1)},
    ],
)
def test_headers_out_of_line_are_refused_before_memory_is_taken(header: object) -> None:
    with pytest.raises(WireBroken):
        read_message(_framed(header, b"x" * 64))


def test_a_huge_header_length_is_refused() -> None:
    with pytest.raises(WireBroken, match="header"):
        read_message(io.BytesIO(struct.pack(">I", wire.MAX_HEADER + 1) + b"{}"))


def test_a_deeply_nested_header_is_refused() -> None:
    nested = b"[" * 100_000
    with pytest.raises(WireBroken):
        read_message(io.BytesIO(struct.pack(">I", len(nested)) + nested))


@pytest.mark.parametrize("word", [b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-1e999"])
def test_what_is_no_number_is_refused(word: bytes) -> None:
    header = b'{"kind": "x", "fields": {"quality": ' + word + b'}, "blobs": []}'
    with pytest.raises(WireBroken):
        read_message(io.BytesIO(struct.pack(">I", len(header)) + header))
    with pytest.raises(WireBroken):
        _written(Message("x", {"quality": float(word)}))


@pytest.mark.parametrize("kind", ["progress", "previewed"])
def test_small_pictures_are_small_on_both_sides(kind: str) -> None:
    most = wire.SMALL_PICTURE
    read = read_message(io.BytesIO(_written(Message(kind, {}, (bytes(most),)))))
    assert read is not None
    assert not read.large
    with pytest.raises(WireBroken):
        _written(Message(kind, {}, (bytes(most + 1),)))
    with pytest.raises(WireBroken, match="over the limit"):
        read_message(_framed({"kind": kind, "fields": {}, "blobs": [most + 1]}))


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda rest: b"\xff\xd8" + rest))
def test_noise_is_no_small_picture(noise: bytes) -> None:
    with contextlib.suppress(ValueError):
        width, height = small_picture.dimensions(small_picture.checked(noise))
        assert 0 < width <= small_picture.LONGEST
        assert 0 < height <= small_picture.LONGEST


@given(width=st.integers(0, 70_000), height=st.integers(0, 70_000), progressive=st.booleans())
def test_what_a_small_picture_claims_is_checked(width: int, height: int, progressive: bool) -> None:
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)
    frame = struct.pack(">BBHBHH", 0xFF, 0xC2 if progressive else 0xC0, 17, 8, height % 65_536, width % 65_536)
    jpeg = b"\xff\xd8" + struct.pack(">BBH", 0xFF, 0xE0, 16) + bytes(14) + frame
    for picture, size in ((png, (width, height)), (jpeg, (width % 65_536, height % 65_536))):
        assert small_picture.dimensions(picture) == size
        if all(0 < side <= small_picture.LONGEST for side in size):
            assert small_picture.checked(picture) == picture
        else:
            with pytest.raises(ValueError, match="pixels"):
                small_picture.checked(picture)


def test_the_writer_keeps_the_limits_too() -> None:
    with pytest.raises(WireBroken):
        _written(Message("x", {}, (b"",) * (wire.MAX_BLOBS + 1)))
    with pytest.raises(WireBroken):
        _written(Message("x", {"long": "y" * wire.MAX_HEADER}))
