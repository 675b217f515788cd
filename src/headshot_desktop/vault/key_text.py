"""A key as 44 base64 characters and back, without leaving a copy behind.

Key stores keep text: the credential manager of Windows holds UTF-16, the Secret Service's clients pass strings. The
`base64` module answers with immutable bytes, which nobody can overwrite; here everything lies in one `bytearray`.
Base64 is that of RFC 4648, section 4.
"""

from __future__ import annotations

Buffer = bytes | bytearray | memoryview

KEY_BYTES = 32
TEXT_CHARACTERS = 44

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_PADDING = ord("=")


def encode(key: Buffer) -> bytearray:
    """The 44 characters of a 32-byte key. Raises `ValueError` for any other length."""
    view = memoryview(key).cast("B")
    if len(view) != KEY_BYTES:
        raise ValueError(f"A key has {KEY_BYTES} bytes, not {len(view)}.")
    text = bytearray(TEXT_CHARACTERS)  # its final size at once: growing would leave a piece of the key behind
    for group in range(0, KEY_BYTES, 3):
        first, second = view[group], view[group + 1]
        third = view[group + 2] if group + 2 < KEY_BYTES else 0
        at = group // 3 * 4
        text[at] = _ALPHABET[first >> 2]
        text[at + 1] = _ALPHABET[(first & 3) << 4 | second >> 4]
        text[at + 2] = _ALPHABET[(second & 15) << 2 | third >> 6]
        text[at + 3] = _ALPHABET[third & 63]
    text[-1] = _PADDING
    return text


def decode(text: Buffer) -> bytearray:
    """The 32-byte key of 44 characters. Raises `ValueError` for anything that `encode` does not write."""
    view = memoryview(text).cast("B")
    if len(view) != TEXT_CHARACTERS or view[-1] != _PADDING:
        raise ValueError("This is not the text of a key.")
    key = bytearray(KEY_BYTES)
    for group in range(0, TEXT_CHARACTERS, 4):
        first, second, third = (_value(view[group + place]) for place in range(3))
        at = group // 4 * 3
        key[at] = first << 2 | second >> 4
        key[at + 1] = (second & 15) << 4 | third >> 2
        if at + 2 < KEY_BYTES:
            key[at + 2] = (third & 3) << 6 | _value(view[group + 3])
        elif third & 3:
            raise ValueError("This is not the text of a key.")
    return key


def _value(character: int) -> int:
    value = _ALPHABET.find(character)
    if value < 0:
        raise ValueError("This is not the text of a key.")
    return value


def overwrite(buffer: bytearray) -> None:
    """Put zeros over all bytes, in place."""
    buffer[:] = bytes(len(buffer))
