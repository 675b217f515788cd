"""JSON from strangers: small, shallow, each key once, plain numbers."""

from __future__ import annotations

import json
import math
import re
from typing import Any

MOST_BYTES = 1 << 20
"""Of a text, unless the caller says otherwise."""

DEEPEST = 16
"""Brackets within brackets; a list a million deep would overflow the parser's stack."""

MOST_VALUES = 4_000_000
"""Values and brackets of a text; the table of words of a public tokenizer has a million."""

LONGEST_NUMBER = 40
"""Characters of a number: turning a long one into binary takes time that grows with its square."""


class BadJson(ValueError):
    """Why it cannot be read, as the second half of a sentence."""


def read(text: bytes, most: int = MOST_BYTES, deepest: int = DEEPEST) -> Any:
    """The value of a JSON text in UTF-8.

    Args:
        text: the whole of it.
        most: bytes that it may have.
        deepest: how many brackets may be open at a time.

    Raises:
        BadJson: it is too long or too deep, a key comes twice, a number is none or too long, or it is no JSON.
    """
    if len(text) > most:
        raise BadJson("it is too long")
    _check_shape(text, deepest)
    try:
        return json.loads(
            text.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_int=_whole,
            parse_float=_fraction,
        )
    except BadJson:
        raise
    except (ValueError, RecursionError):
        raise BadJson("it is no JSON") from None


# Possessive, and satisfied without a closing quote: each byte is looked at once, whatever the text.
_STRINGS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKETS = re.compile(rb"[\[\]{}]")


def _check_shape(text: bytes, deepest: int) -> None:
    """Refuse too many open brackets or too many values, before anything is built of them; texts do not count."""
    bare = _STRINGS.sub(b"", text)
    if sum(map(bare.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise BadJson("it holds too much")
    depth = 0
    for bracket in _BRACKETS.finditer(bare):
        depth += 1 if bracket[0] in b"[{" else -1
        if depth > deepest:
            raise BadJson("it is nested too deep")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise BadJson("a key comes twice")
    return made


def _refuse_constant(name: str) -> Any:
    del name
    raise BadJson("a number in it is none")


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise BadJson("a number in it is too long")
    return int(digits)


def _fraction(digits: str) -> float:
    value = float(digits) if len(digits) <= LONGEST_NUMBER else math.inf
    if not math.isfinite(value):
        raise BadJson("a number in it is too long")
    return value
