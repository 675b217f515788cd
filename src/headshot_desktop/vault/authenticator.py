"""Codes of an authenticator app: TOTP of RFC 6238 (SHA-1, 30 s, six digits), which every app knows.

Written out, since it is a few lines over `hmac`, and since the secret then stays in a `bytearray` that can be zeroed;
pyotp takes it as a `str`. The tests compare both.
"""

from __future__ import annotations

import base64
import hmac
import struct
from urllib.parse import quote

SECRET_BYTES, STEP, DIGITS, WINDOW = 20, 30, 6, 1
"""Bytes of a secret (RFC 4226's recommendation); seconds of a code; its length; steps that clocks may be apart."""

Buffer = bytes | bytearray | memoryview


def code_at(secret: bytes | bytearray, counter: int, digits: int = DIGITS, digest: str = "sha1") -> str:
    """The code of one step: HOTP, RFC 4226 section 5.3."""
    mac = hmac.new(secret, struct.pack(">Q", counter), digest).digest()
    at = mac[-1] & 15
    (number,) = struct.unpack(">I", mac[at : at + 4])
    return f"{(number & 0x7FFFFFFF) % 10**digits:0{digits}d}"


def accepted(secret: bytes | bytearray, code: str, now: float, last: int) -> int | None:
    """The step that a code is of; None for one that is wrong, or not later than `last`, the step used before.

    `now` is Unix time in seconds. Every step of the window is compared, so that time tells nothing.
    """
    typed = "".join(code.split()).encode("ascii", "replace")
    found: int | None = None
    present = int(now // STEP)
    for counter in range(max(0, present - WINDOW), present + WINDOW + 1):
        if hmac.compare_digest(code_at(secret, counter).encode(), typed) and counter > last:
            found = counter
    return found


def key_text(secret: Buffer) -> str:
    """The secret as people type it into their app: base 32, in groups of four."""
    text = base64.b32encode(secret).decode("ascii")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def key_address(secret: Buffer) -> str:
    """The secret as an `otpauth` address, for apps that take one; it names the program and nobody."""
    name = quote("Headshot Desktop")
    return f"otpauth://totp/{name}?secret={base64.b32encode(secret).decode('ascii')}&issuer={name}"
