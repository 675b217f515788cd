"""A FIDO2 security key in software: CTAP 2.1 with hmac-secret, behind fido2's `CtapDevice`, as a real one is.

It speaks CBOR over `call`, so everything of the client's side runs: key agreement, both PIN protocols, encryption and
authentication of the salt, attestation, refusals. Written from the specification (CTAP 2.1, sections 6.1, 6.2, 6.5,
12.5); fido2 ships no authenticator.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from collections.abc import Callable
from threading import Event
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.ctap import STATUS, CtapDevice, CtapError
from fido2.ctap2.pin import PinProtocolV1, PinProtocolV2
from fido2.hid import CAPABILITY, CTAPHID

_MAKE, _ASSERT, _INFO, _PIN = 1, 2, 4, 6
_PRESENT, _ATTESTED, _EXTENSIONS = 0x01, 0x40, 0x80


class VirtualKey(CtapDevice):
    """One key. Its credentials live in it, and nothing of them is needed elsewhere.

    Attributes:
        touched: whether somebody touches it; otherwise it answers that nobody did.
        pin: its PIN; empty without one. With one, it makes credentials with it only.
        asked: the commands that it got.
    """

    def __init__(self, *, protocol: int = 2, extension: bool = True, pin: str = "") -> None:
        self.touched = True
        self.pin = pin
        self.present = True
        self.asked: list[int] = []
        self._protocol = {1: PinProtocolV1(), 2: PinProtocolV2()}[protocol]
        self._extension = extension
        self._credentials: dict[bytes, tuple[Any, bytes]] = {}
        self._agreement = ec.generate_private_key(ec.SECP256R1())
        self._token = secrets.token_bytes(32)

    @property
    def capabilities(self) -> int:
        return int(CAPABILITY.CBOR)

    def close(self) -> None:
        """Nothing is held."""

    @classmethod
    def list_devices(cls) -> Any:
        return iter(())

    def call(
        self,
        cmd: int,
        data: bytes = b"",
        event: Event | None = None,
        on_keepalive: Callable[[STATUS], None] | None = None,
    ) -> bytes:
        del on_keepalive
        assert cmd == CTAPHID.CBOR
        if not self.present:
            raise OSError("pulled out")
        if event is not None and event.is_set():
            return bytes([CtapError.ERR.KEEPALIVE_CANCEL])
        command, body = data[0], cbor.decode(data[1:]) if len(data) > 1 else {}
        self.asked.append(command)
        try:
            answer = {_MAKE: self._make, _ASSERT: self._assert, _INFO: self._info, _PIN: self._client_pin}[command](
                body
            )
        except CtapError as error:
            return bytes([int(error.code)])
        return b"\0" + cbor.encode(answer)

    # ------------------------------------------------------------------ commands

    def _info(self, _: Any) -> dict[int, Any]:
        return {
            1: ["FIDO_2_0", "FIDO_2_1"],
            2: ["hmac-secret"] if self._extension else ["credProtect"],
            3: bytes(16),
            4: {"rk": True, "up": True, "clientPin": bool(self.pin), "pinUvAuthToken": True},
            5: 1200,
            6: [self._protocol.VERSION],
        }

    def _client_pin(self, body: Any) -> dict[int, Any]:
        if body[2] == 2:  # getKeyAgreement
            return {1: self._public()}
        if body[2] == 9:  # getPinUvAuthTokenUsingPinWithPermissions
            shared = self._shared(body[3])
            right = hashlib.sha256(self.pin.encode()).digest()[:16]
            if not hmac.compare_digest(self._protocol.decrypt(shared, body[6]), right):
                raise CtapError(CtapError.ERR.PIN_INVALID)
            return {2: self._protocol.encrypt(shared, self._token)}
        raise CtapError(CtapError.ERR.INVALID_SUBCOMMAND)

    def _make(self, body: Any) -> dict[int, Any]:
        if self.pin:
            if 8 not in body:
                raise CtapError(CtapError.ERR.PUAT_REQUIRED)
            if not hmac.compare_digest(self._protocol.authenticate(self._token, body[1]), body[8]):
                raise CtapError(CtapError.ERR.PIN_AUTH_INVALID)
        if any(each["id"] in self._credentials for each in body.get(5, [])):
            raise CtapError(CtapError.ERR.CREDENTIAL_EXCLUDED)
        self._touch()
        name, key = secrets.token_bytes(48), ec.generate_private_key(ec.SECP256R1())
        self._credentials[name] = (key, secrets.token_bytes(32))
        public = cbor.encode(ES256.from_cryptography_key(key.public_key()))
        flags, extra = _PRESENT | _ATTESTED, b""
        if self._extension and body.get(6, {}).get("hmac-secret"):
            flags, extra = flags | _EXTENSIONS, cbor.encode({"hmac-secret": True})
        data = self._head(body[2]["id"], flags) + bytes(16) + struct.pack(">H", len(name)) + name + public + extra
        return {1: "none", 2: data, 3: {}}

    def _assert(self, body: Any) -> dict[int, Any]:
        known = [each["id"] for each in body[3] if each["id"] in self._credentials]
        if not known:
            raise CtapError(CtapError.ERR.NO_CREDENTIALS)
        asked = body[4]["hmac-secret"]
        shared = self._shared(asked[1])
        if not hmac.compare_digest(self._protocol.authenticate(shared, asked[2]), asked[3]):
            raise CtapError(CtapError.ERR.INVALID_PARAMETER)
        self._touch()
        key, secret = self._credentials[known[0]]
        salt = self._protocol.decrypt(shared, asked[2])
        output = hmac.new(secret, salt, hashlib.sha256).digest()
        extra = cbor.encode({"hmac-secret": self._protocol.encrypt(shared, output)})
        data = self._head(body[1], _PRESENT | _EXTENSIONS) + extra
        signed = key.sign(data + body[2], ec.ECDSA(SHA256()))
        return {1: {"id": known[0], "type": "public-key"}, 2: data, 3: signed}

    # ------------------------------------------------------------------ inside

    def _touch(self) -> None:
        if not self.touched:
            raise CtapError(CtapError.ERR.USER_ACTION_TIMEOUT)

    def _head(self, party: str, flags: int) -> bytes:
        return hashlib.sha256(party.encode()).digest() + bytes([flags]) + struct.pack(">I", 1)

    def _public(self) -> dict[int, Any]:
        numbers = self._agreement.public_key().public_numbers()
        return {1: 2, 3: -25, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}

    def _shared(self, public: Any) -> bytes:
        x, y = (int.from_bytes(public[place], "big") for place in (-2, -3))
        peer = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
        return bytes(self._protocol.kdf(self._agreement.exchange(ec.ECDH(), peer)))
