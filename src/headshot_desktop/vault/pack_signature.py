"""Signatures of model packs: Ed25519 (RFC 8032) over the bytes of `pack.json`, which names every file by its hash.

`pack.sig` has two lines of base64: the public key, 32 bytes, and the signature, 64 bytes. The key in it says only who
claims to have signed; whether that is somebody is for whoever knows keys.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.packs import Trust

MOST_BYTES = 400
"""Of `pack.sig`."""

_PRIME = 2**255 - 19

_SMALL_ORDER = frozenset(
    {
        *(0, 1, _PRIME - 1),
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
    }
)
"""y of the eight points whose order is 1, 2, 4 or 8 (libsodium, `ge25519_has_small_order`; a test derives them).

As a public key, each of them fits signatures that were made without any private key.
"""


def judged(manifest: bytes, signature: bytes | None, known: Mapping[str, str]) -> tuple[Trust, str]:
    """Who vouches for a pack.

    Args:
        manifest: bytes of `pack.json`.
        signature: bytes of `pack.sig`; None where there is none.
        known: base64 of a public key, by its owner's name.

    Returns:
        The answer, and the name of the known key or base64 of the unknown one.

    Raises:
        PackRefused: the signature is none, or is not of these bytes (`pack-bad-signature`); or its key is one that
            anybody can sign with (`pack-weak-signature`), whoever is said to own it.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if signature is None:
        return Trust.UNSIGNED, ""
    key, proof = _read(signature)
    if _proves_nothing(key) or _proves_nothing(proof[:32]):
        raise PackRefused(
            "The pack's signature is one that anybody could have made. Do not use it.", code="pack-weak-signature"
        )
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(proof, manifest)
    except (InvalidSignature, ValueError):
        raise _bad() from None
    for name, text in known.items():
        if _decoded(text, 32) == key:
            return Trust.SIGNED, name
    return Trust.UNKNOWN_KEY, base64.b64encode(key).decode()


def _read(signature: bytes) -> tuple[bytes, bytes]:
    lines = signature.split()
    if len(signature) > MOST_BYTES or len(lines) != 2:
        raise _bad()
    key, proof = _decoded(lines[0], 32), _decoded(lines[1], 64)
    if key is None or proof is None:
        raise _bad()
    return key, proof


def _proves_nothing(point: bytes) -> bool:
    """Whether a public key, or the first half of a signature, is of small order or not written as RFC 8032 demands."""
    y = int.from_bytes(point, "little") & (1 << 255) - 1  # without the sign of x
    return y >= _PRIME or y in _SMALL_ORDER  # RFC 8032, 5.1.3, step 1: no y beyond the prime


def _decoded(text: str | bytes, size: int) -> bytes | None:
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return value if len(value) == size else None


def _bad() -> PackRefused:
    return PackRefused(
        "The pack's signature is not of this pack: it was changed after it was signed. Do not use it.",
        code="pack-bad-signature",
    )
