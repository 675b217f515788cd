from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headshot_desktop.core import strict_json
from headshot_desktop.core.strict_json import BadJson, read

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_what_is_plain_is_read_as_json_reads_it(value: Any) -> None:
    assert read(json.dumps(value).encode()) == value


def test_brackets_are_counted_and_those_in_texts_are_not() -> None:
    deep = strict_json.DEEPEST
    assert read(b"[" * deep + b"]" * deep)
    with pytest.raises(BadJson, match="nested too deep"):
        read(b"[" * (deep + 1) + b"]" * (deep + 1))
    with pytest.raises(BadJson, match="nested too deep"):
        read(b'{"a\\"[[[":' * (deep + 1) + b"1" + b"}" * (deep + 1))
    text = json.dumps({"a": "[[{{" * 100 + '\\"[' * 100})
    assert read(text.encode()) == json.loads(text)


@pytest.mark.parametrize(
    "text", [b'"' + b'\\"' * 500_000, b'"' * 1_000_001, b"\\" * 1_000_000, b'["' + b"\\" * 1_000_000]
)
def test_texts_without_an_end_take_no_time(text: bytes) -> None:
    # Looked at once a character: were it the square of that, it would take longer than a test may.
    with pytest.raises(BadJson):
        read(text, 2 << 20)


def test_values_are_counted_before_they_are_made() -> None:
    with pytest.raises(BadJson, match="it holds too much"):
        read(b"[" + b"[]," * 2_100_000 + b"1]", 8 << 20)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b'{"a": 1, "a": 1}', "a key comes twice"),
        (b"[Infinity]", "a number in it is none"),
        (b"[-NaN]", "it is no JSON"),
        (b"[1e999]", "a number in it is too long"),
        (b"[" + b"9" * 41 + b"]", "a number in it is too long"),
        (b"\xff", "it is no JSON"),
        (b"", "it is no JSON"),
        (b"\xef\xbb\xbf{}", "it is no JSON"),
        (b" " * (strict_json.MOST_BYTES + 1), "it is too long"),
    ],
)
def test_what_is_not_plain_is_refused(text: bytes, why: str) -> None:
    with pytest.raises(BadJson) as raised:
        read(text)
    assert str(raised.value) == why
