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


def judged(manifest: bytes, signature: bytes | None, known: Mapping[str, str]) -> tuple[Trust, str]:
    """Who vouches for a pack.

    Args:
        manifest: bytes of `pack.json`.
        signature: bytes of `pack.sig`; None where there is none.
        known: base64 of a public key, by its owner's name.

    Returns:
        The answer, and the name of the known key or base64 of the unknown one.

    Raises:
        PackRefused: the signature is none, or is not of these bytes (`pack-bad-signature`).
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if signature is None:
        return Trust.UNSIGNED, ""
    key, proof = _read(signature)
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
