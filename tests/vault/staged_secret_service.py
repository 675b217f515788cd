"""A Secret Service of our own that can misbehave, on a real bus; with no fault set it works."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from jeepney import HeaderFields, Message, new_error, new_method_return, new_signal
from jeepney.wrappers import DBusAddress
from secretstorage.dhcrypto import Session
from secretstorage.util import format_secret

from tests.vault.keyring_daemon import StagedService

NAME = "org.freedesktop.secrets"
ROOT = "/org/freedesktop/secrets"
SESSION = f"{ROOT}/collection/session"
LOGIN = f"{ROOT}/collection/login"
PROMPT = f"{ROOT}/prompt/1"


@dataclass
class Faults:
    """What is wrong with the service."""

    silent: tuple[str, ...] = ()
    """Methods that are never answered; `*` is all."""
    collections: tuple[str, ...] = (SESSION, LOGIN)
    aliases: dict[str, str] = field(default_factory=lambda: {"session": SESSION, "default": LOGIN})
    locked: bool = False
    prompts: bool = False
    swallows: bool = False
    keeps: bool = False
    plain_only: bool = False
    floods: bool = False
    """Sends signals to the caller for 10 seconds instead of an answer."""
    slow: float = 0.0
    """Seconds before each answer."""


class SecretService:
    """The methods that keyring and SecretStorage call; items lie in a dictionary by path."""

    def __init__(self, address: str, faults: Faults | None = None) -> None:
        self.faults = faults or Faults()
        self.items: dict[str, tuple[dict[str, str], bytes]] = {}
        self.made = 0
        self.noise = 0
        self._sessions: dict[str, Session] = {}
        self._service = StagedService(address, NAME, self._answer)
        self.close = self._service.close
        self.members = self._service.members

    @property
    def calls(self) -> list[tuple[str, str, str]]:
        return self._service.calls

    def _answer(self, message: Message) -> Message | None:
        fields = message.header.fields
        path, member = fields[HeaderFields.path], fields[HeaderFields.member]
        if member in self.faults.silent or "*" in self.faults.silent:
            return None
        if self.faults.floods:
            self._flood(fields[HeaderFields.sender])
            return None
        time.sleep(self.faults.slow)
        method = self._methods.get(member)
        answer = method and method(self, message, path, *message.body)
        if answer is None:
            return new_error(message, "org.freedesktop.DBus.Error.UnknownObject", "s", (f"no {path}",))
        return new_method_return(message, *answer)

    def _flood(self, caller: str) -> None:
        signal = new_signal(DBusAddress(ROOT, interface="org.freedesktop.Secret.Prompt"), "Noise")
        signal.header.fields[HeaderFields.destination] = caller
        end = time.monotonic() + 10
        while time.monotonic() < end and not self._service.stop_asked.is_set():
            self._service.bus.send(signal)
            self.noise += 1

    def _read_alias(self, _message: Message, _path: str, name: str) -> tuple[str, Any]:
        return "o", (self.faults.aliases.get(name, "/"),)

    def _open_session(self, message: Message, _path: str, algorithm: str, given: Any) -> tuple[str, Any] | None:
        path = f"{ROOT}/session/{len(self._sessions)}"
        session = self._sessions[path] = Session()
        session.object_path = path
        if algorithm == "plain":
            session.encrypted = False
            return "vo", (("s", ""), path)
        if self.faults.plain_only:
            refusal = new_error(message, "org.freedesktop.DBus.Error.NotSupported", "s", ("plain only",))
            self._service.bus.send(refusal)
            return None
        session.set_server_public_key(int.from_bytes(bytes(given[1]), "big"))
        return "vo", (("ay", session.my_public_key.to_bytes(128, "big")), path)

    def _get(self, _message: Message, path: str, _interface: str, name: str) -> tuple[str, Any] | None:
        if path not in self.faults.collections and path not in self.items:
            return None
        values = {"Label": ("s", "x"), "Locked": ("b", self.faults.locked), "Attributes": ("a{ss}", {})}
        return "v", (values[name],)

    def _create(
        self, _message: Message, path: str, properties: Any, secret: Any, _replace: bool
    ) -> tuple[str, Any] | None:
        if path not in self.faults.collections:
            return None
        if self.faults.prompts:
            return "oo", ("/", PROMPT)
        self.made += 1
        attributes = dict(properties["org.freedesktop.Secret.Item.Attributes"][1])
        item = next((at for at, (held, _) in self.items.items() if held == attributes), f"{path}/{self.made}")
        kept = {} if self.faults.swallows else attributes  # what has no attributes is never found again
        self.items[item] = (kept, _decrypted(self._sessions[secret[0]], secret))
        return "oo", (item, "/")

    def _search(self, _message: Message, path: str, wanted: dict[str, str]) -> tuple[str, Any]:
        found = [
            item
            for item, (held, _) in self.items.items()
            if item.startswith(f"{path}/") and wanted.items() <= held.items()
        ]
        return "ao", (found,)

    def _get_secret(self, _message: Message, path: str, session: str) -> tuple[str, Any] | None:
        if path not in self.items:
            return None
        return "(oayays)", (format_secret(self._sessions[session], self.items[path][1], "text/plain"),)

    def _delete(self, _message: Message, path: str) -> tuple[str, Any]:
        if self.faults.prompts:
            return "o", (PROMPT,)
        if not self.faults.keeps:
            self.items.pop(path, None)
        return "o", ("/",)

    def _unlock(self, _message: Message, _path: str, paths: list[str]) -> tuple[str, Any]:
        return "aoo", ((), PROMPT) if self.faults.locked else (paths, "/")

    def _prompt(self, _message: Message, _path: str, _window: str) -> tuple[str, Any]:
        return "", ()

    _methods: ClassVar[dict[str, Callable[..., tuple[str, Any] | None]]] = {
        "ReadAlias": _read_alias,
        "OpenSession": _open_session,
        "Get": _get,
        "CreateItem": _create,
        "SearchItems": _search,
        "GetSecret": _get_secret,
        "Delete": _delete,
        "Unlock": _unlock,
        "Prompt": _prompt,
    }


def _decrypted(session: Session, secret: Any) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    if not session.encrypted:
        return bytes(secret[2])
    assert session.aes_key is not None
    decryptor = Cipher(algorithms.AES(session.aes_key), modes.CBC(bytes(secret[1]))).decryptor()
    padded = decryptor.update(bytes(secret[2])) + decryptor.finalize()
    return bytes(padded[: -padded[-1]])
