"""A FIDO2 security key as a factor: its hmac-secret extension answers a salt with 32 bytes that only this key makes.

CTAP 2.1, section 12.5. Each answer needs the person's touch. Importing this loads nothing of fido2; using it does. On
Linux and macOS the key is spoken to over HID (`/dev/hidraw…`); Windows lets only administrators do that, so there are
no keys there yet.
"""

from __future__ import annotations

import secrets
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from headshot_desktop.core.errors import Cancelled, HeadshotError, MachineError, UserError

if TYPE_CHECKING:
    from fido2.ctap import CtapDevice
    from fido2.ctap2.base import Ctap2
    from fido2.ctap2.pin import PinProtocol

SALT, ANSWER = 32, 32
PARTY = "headshot-desktop"
"""The relying party: a name, not an address; keys only compare it."""

_EXTENSION = "hmac-secret"
_ES256, _EDDSA = -7, -8


class KeyMissing(UserError):
    """No security key that could answer is plugged in."""

    default_code = "security-key-missing"


class KeyRefused(UserError):
    """The key said no; the sentence says why."""

    default_code = "security-key-refused"


class PinWanted(UserError):
    """The key does this only with its own PIN."""

    default_code = "security-key-pin"


@dataclass
class Enrolled:
    """A key that was just asked: its name for our credential (public), and what it answers to the salt (secret)."""

    credential: bytes
    answer: bytearray


def plugged_in() -> Iterator[CtapDevice]:
    """The security keys of this machine."""
    if sys.platform == "win32":
        raise MachineError(
            "Security keys cannot be used by this program on Windows yet. Choose the authenticator app.",
            code="security-key-system",
        )
    from fido2.hid import CtapHidDevice

    yield from CtapHidDevice.list_devices()


class SecurityKeys:
    """Asks whichever keys are plugged in; blocks until somebody touches one, or `cancel`."""

    def __init__(self, devices: Callable[[], Iterable[CtapDevice]] = plugged_in) -> None:
        """`devices` lists what is plugged in; each is closed after use."""
        self._devices = devices
        self._stop = threading.Event()

    def cancel(self) -> None:
        """End the waiting for a touch; the blocked call raises `Cancelled`. From another thread."""
        self._stop.set()

    def enrol(self, salt: bytes, pin: str = "", known: Sequence[bytes] = ()) -> Enrolled:
        """Make a credential on a key and ask it once: two touches.

        Args:
            salt: `SALT` bytes, public.
            pin: of the key, where it wants one.
            known: credentials of keys that are enrolled already; such a key refuses.

        Raises:
            KeyMissing, KeyRefused, PinWanted, Cancelled, MachineError.
        """
        for key in self._capable():
            with _told(self._stop):
                credential = _make(key, pin, known, self._stop)
                return Enrolled(credential, _ask(key, [credential], salt, self._stop)[1])
        raise _missing()

    def answer(self, credentials: Sequence[bytes], salt: bytes) -> Enrolled:
        """Ask for the 32 bytes of whichever of these credentials' keys is plugged in: one touch.

        Raises:
            KeyMissing, KeyRefused, Cancelled, MachineError.
        """
        from fido2.ctap import CtapError

        seen = False
        for key in self._capable():
            seen = True
            with _told(self._stop):
                try:
                    return Enrolled(*_ask(key, credentials, salt, self._stop))
                except CtapError as error:
                    if error.code != CtapError.ERR.NO_CREDENTIALS:
                        raise
        if seen:
            raise KeyRefused(
                "This is not the security key that was added. Plug in the right one and try again.",
                code="security-key-other",
            )
        raise _missing()

    def _capable(self) -> Iterator[Ctap2]:
        """Each key that knows the extension, open for as long as it is looked at."""
        from fido2.ctap import CtapError
        from fido2.ctap2.base import Ctap2

        self._stop.clear()
        unfit = False
        for device in self._devices():
            with device:
                try:
                    key = Ctap2(device)
                except (ValueError, TypeError, OSError, CtapError):  # of the first generation, or just pulled out
                    unfit = True
                    continue
                if _EXTENSION not in key.info.extensions:
                    unfit = True
                    continue
                yield key
        if unfit:
            raise KeyRefused(
                "This security key is too old or too simple: it lacks “hmac-secret”. Use another one, or the "
                "authenticator app.",
                code="security-key-unfit",
            )


@contextmanager
def _told(stop: threading.Event) -> Iterator[None]:
    """A key's refusals as sentences."""
    from fido2.ctap import CtapError

    try:
        yield
    except CtapError as error:
        if error.code == CtapError.ERR.NO_CREDENTIALS:
            raise
        raise _sentence(error, stop) from None
    except (OSError, ValueError, TypeError) as error:  # pulled out, or an answer that fido2 cannot read
        raise KeyRefused(
            "The security key was pulled out or does not answer. Plug it in again and retry.",
            code="security-key-silent",
        ) from error


def _sentence(error: Any, stop: threading.Event) -> HeadshotError:
    from fido2.ctap import CtapError

    codes, number = CtapError.ERR, int(error.code)
    if stop.is_set() or number == codes.KEEPALIVE_CANCEL:
        return Cancelled("Stopped.")
    answers: dict[int, HeadshotError] = {
        **dict.fromkeys(
            (codes.PUAT_REQUIRED, codes.PIN_NOT_SET),
            PinWanted("This security key wants its PIN. Type it and try again."),
        ),
        **dict.fromkeys(
            (codes.PIN_INVALID, codes.PIN_AUTH_INVALID),
            PinWanted("The PIN of the security key is wrong. Type it again.", code="security-key-pin-wrong"),
        ),
        **dict.fromkeys(
            (codes.PIN_BLOCKED, codes.PIN_AUTH_BLOCKED),
            KeyRefused(
                "The security key has blocked its PIN. Take it out, plug it in again, and follow its maker's advice.",
                code="security-key-blocked",
            ),
        ),
        codes.CREDENTIAL_EXCLUDED: KeyRefused(
            "This security key was added before. Plug in another one.", code="security-key-known"
        ),
        **dict.fromkeys(
            (codes.ACTION_TIMEOUT, codes.USER_ACTION_TIMEOUT, codes.OPERATION_DENIED, codes.TIMEOUT),
            KeyRefused("Nobody touched the security key in time. Try again.", code="security-key-untouched"),
        ),
    }
    return answers.get(number) or KeyRefused("The security key refused (error {number}). Try again.", number=number)


def _missing() -> KeyMissing:
    return KeyMissing("No security key is plugged in. Plug it in and try again.")


def _protocol(key: Ctap2) -> PinProtocol:
    """The newest way to speak with this key in secret."""
    from fido2.ctap2.pin import ClientPin

    return ClientPin(key).protocol


def _make(key: Ctap2, pin: str, known: Sequence[bytes], stop: threading.Event) -> bytes:
    """A new credential on the key: not stored in it, and for nothing else than its secret."""
    from fido2.ctap2.pin import ClientPin

    request = secrets.token_bytes(32)
    proof: dict[str, Any] = {}
    if pin:
        asker = ClientPin(key)
        token = asker.get_pin_token(pin, ClientPin.PERMISSION.MAKE_CREDENTIAL, PARTY)
        proof = {
            "pin_uv_param": asker.protocol.authenticate(token, request),
            "pin_uv_protocol": asker.protocol.VERSION,
        }
    made = key.make_credential(
        request,
        {"id": PARTY, "name": "Headshot Desktop"},
        {"id": secrets.token_bytes(16), "name": "app lock", "displayName": "App lock"},  # nobody's name
        [{"type": "public-key", "alg": kind} for kind in (_ES256, _EDDSA)],
        exclude_list=[{"type": "public-key", "id": each} for each in known] or None,
        extensions={_EXTENSION: True},
        event=stop,
        **proof,
    )
    data = made.auth_data.credential_data
    if data is None or not (made.auth_data.extensions or {}).get(_EXTENSION):
        raise KeyRefused("This security key made no secret. Use another one.", code="security-key-unfit")
    return bytes(data.credential_id)


def _ask(key: Ctap2, credentials: Sequence[bytes], salt: bytes, stop: threading.Event) -> tuple[bytes, bytearray]:
    """Credential and answer; without the key's PIN, which would give other bytes than with it."""
    from fido2.ctap2.pin import ClientPin

    protocol = _protocol(key)
    agreed = key.client_pin(protocol.VERSION, ClientPin.CMD.GET_KEY_AGREEMENT)
    public, shared = protocol.encapsulate(agreed[ClientPin.RESULT.KEY_AGREEMENT])
    sealed = protocol.encrypt(shared, salt)
    asked = {1: public, 2: sealed, 3: protocol.authenticate(shared, sealed), 4: protocol.VERSION}
    answered = key.get_assertion(
        PARTY,
        secrets.token_bytes(32),
        [{"type": "public-key", "id": each} for each in credentials],
        extensions={_EXTENSION: asked},
        event=stop,
    )
    output = (answered.auth_data.extensions or {}).get(_EXTENSION)
    answer = bytearray(protocol.decrypt(shared, output)) if isinstance(output, bytes) else bytearray()
    named = bytes(answered.credential["id"])
    if len(answer) != ANSWER or named not in credentials:
        raise KeyRefused("The security key's answer makes no sense. Try again, or use another one.")
    return named, answer
