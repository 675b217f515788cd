"""The recovery code: 135 random bits in letters that are hard to mistake, and a checksum that finds mistyping.

Douglas Crockford's base 32 alphabet (no I, L, O, U), 27 characters and two of the checksum, in groups. On reading,
case, spaces and hyphens do not matter, and O, I, L mean 0, 1, 1.
"""

from __future__ import annotations

import hashlib
import secrets

from headshot_desktop.core.errors import UsageError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS, CHECK = 27, 2
SPACED = (5, 5, 5, 5, 5, 4)
"""Characters in each group."""

_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> bytearray:
    """A new code's 29 characters, ASCII, without groups."""
    letters = bytearray(ord(ALPHABET[secrets.randbelow(32)]) for _ in range(LETTERS))
    return letters + _checksum(letters)


def grouped(code: bytearray) -> str:
    """The code as it is shown and written down."""
    text, at, groups = code.decode("ascii"), 0, []
    for size in SPACED:
        groups.append(text[at : at + size])
        at += size
    return "-".join(groups)


def read_code(typed: str) -> bytearray:
    """The 29 characters that somebody typed; `UsageError` when they are no code, which costs no attempt."""
    plain = "".join(typed.upper().translate(_ALIKE).replace("-", "").split())
    code = bytearray(plain.encode("ascii", "replace"))
    known = len(code) == LETTERS + CHECK and all(chr(letter) in ALPHABET for letter in code)
    if not known or code[LETTERS:] != _checksum(code[:LETTERS]):
        raise UsageError(
            "This is no recovery code, or a character of it is wrong. Compare it with what you wrote down.",
            code="recovery-code",
        )
    return code


def _checksum(letters: bytearray) -> bytearray:
    digest = hashlib.sha256(b"headshot-desktop recovery code 1" + bytes(letters)).digest()
    return bytearray(ord(ALPHABET[byte & 31]) for byte in digest[:CHECK])
