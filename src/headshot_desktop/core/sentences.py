"""Sentences for the person: English as they stand, and the template and the values that they were made from.

A `Sentence` is a `str`, so everything that shows, logs or compares text takes it as it is. Who wants it in another
language translates `template` and fills in `values` afterwards, so that a file's name or a number in the middle of a
sentence does not hide it from the translations.
"""

from __future__ import annotations

import errno
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

Value = str | int | float
"""What stands in a template's place: a name or a number; a `Sentence` too, which is translated on its own."""

MAX_TEXT = 4000
"""Characters of a template or of a value that come from another process."""

MAX_VALUES = 16
"""Values of a sentence that comes from another process."""

MAX_DEPTH = 3
"""Sentences within sentences that come from another process."""

_PLACE = re.compile(r"\{(\w{1,40})\}")


class Sentence(str):
    """A finished English sentence that knows how it was made.

    Attributes:
        template: English, with `{name}` for each value.
        values: by name.
    """

    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, /, **values: Value) -> Self:
        """Fill `template` in; a place that has no value stays as it is, and values are never read as templates."""
        made = super().__new__(cls, filled(template, values))
        made.template, made.values = template, values
        return made

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Itself: neither a string nor its parts change."""
        del memo
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Copied elsewhere, it is the finished sentence."""
        return str, (str(self),)


def filled(template: str, values: Mapping[str, Value], shown: Callable[[Value], str] = str) -> str:
    """`template` with each `{name}` that has a value replaced by it, as `shown` writes it. No format language."""
    return _PLACE.sub(lambda place: shown(values[place[1]]) if place[1] in values else place[0], template)


def joined(parts: Sequence[str], separator: str = " ") -> str:
    """Several sentences as one, which is still made of them."""
    template = separator.join(f"{{part{number}}}" for number in range(len(parts)))
    return Sentence(template, **{f"part{number}": part for number, part in enumerate(parts)})


def to_wire(sentence: str) -> dict[str, Any]:
    """What another process needs to make this sentence again, for JSON: a template and values, or words alone."""
    if not isinstance(sentence, Sentence):
        return {"message": sentence[:MAX_TEXT]}
    values = {name: to_wire(value) if isinstance(value, Sentence) else value for name, value in sentence.values.items()}
    return {"message": sentence[:MAX_TEXT], "template": sentence.template[:MAX_TEXT], "values": values}


def from_wire(untrusted: Mapping[str, Any], depth: int = MAX_DEPTH) -> str:
    """The sentence that another process told with `to_wire`; one without a template is words alone.

    What is out of line in the template or the values (types, lengths, too many, too deep) costs the sentence its
    translation, and nothing else.
    """
    words, template, values = (untrusted.get(name) for name in ("message", "template", "values"))
    plain = str(words if words is not None else "")[:MAX_TEXT]
    if not (isinstance(template, str) and len(template) <= MAX_TEXT and isinstance(values, Mapping) and depth):
        return plain
    if len(values) > MAX_VALUES or not all(isinstance(name, str) and name.isidentifier() for name in values):
        return plain
    known = {name: _value(value, depth) for name, value in values.items()}
    if None in known.values():
        return plain
    return Sentence(template, **{name: value for name, value in known.items() if value is not None})


def _value(untrusted: Any, depth: int) -> Value | None:
    if isinstance(untrusted, Mapping):
        return from_wire(untrusted, depth - 1)
    if isinstance(untrusted, str):
        return untrusted[:MAX_TEXT]
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float) or abs(untrusted) > 1e15:
        return None
    return untrusted if math.isfinite(untrusted) else None


REASONS: Mapping[int, str] = {
    errno.EACCES: "this is not allowed",
    errno.EPERM: "this is not allowed",
    errno.ENOENT: "there is no such file or folder",
    errno.EEXIST: "something of that name is already there",
    errno.ENOTEMPTY: "there is still something in it",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "a limit on the size of files is reached",
    errno.EROFS: "this disk can only be read",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EINVAL: "the name has a character that is not possible here",
    errno.EIO: "the disk reports a fault",
    errno.EBUSY: "another program is using it",
    errno.ELOOP: "its links lead in a circle",
    errno.ENOTDIR: "a part of its path is no folder",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.EAGAIN: "the computer is too busy",
    errno.ENOMEM: "there is not enough memory",
}
"""Why the system refused, in plain words that do not depend on the system's language."""


def reason(error: OSError) -> str:
    """Why the system refused, for the middle of a sentence."""
    return Sentence(REASONS.get(error.errno or 0, "the system reports error {number}"), number=error.errno or 0)
