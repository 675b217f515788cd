"""The `session` collection of the Secret Service: the keyring daemon's memory, gone with the login session.

Importing this loads keyring, SecretStorage and jeepney. keyring's backend class is used directly and narrowed down:
it reads no `KEYRING_PROPERTY_*` variable, it never asks for the default collection, never shows a prompt, never waits
longer than it may, and never sends a key over the bus unencrypted.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import ClassVar

from jeepney import HeaderFields, Message
from keyring.backends import SecretService
from keyring.errors import InitError, KeyringError, KeyringLocked
from secretstorage import Collection, Item
from secretstorage.defines import SS_PATH
from secretstorage.exceptions import SecretStorageException
from secretstorage.util import PROMPT_IFACE, SERVICE_IFACE, DBusAddressWrapper, open_session

from headshot_desktop.vault.session_bus import BUS_ERRORS, SessionBus, open_session_bus

SESSION_COLLECTION = f"{SS_PATH}/collection/session"


class QuietBus(SessionBus):
    """A session bus on which nothing asks the person for a password."""

    def send_and_get_reply(self, message: Message, *, timeout: float | None = None) -> Message:
        """See jeepney; a call to a prompt raises `KeyringLocked` instead of being sent."""
        if message.header.fields.get(HeaderFields.interface) == PROMPT_IFACE:
            raise KeyringLocked("The keyring wants to ask for a password.")
        return super().send_and_get_reply(message, timeout=timeout)


class SessionCollection(SecretService.Keyring):
    """keyring's Secret Service backend, bound to the session collection and to a deadline (of `time.monotonic`)."""

    appid = "headshot-desktop"
    errors: ClassVar[tuple[type[Exception], ...]] = (KeyringError, SecretStorageException, *BUS_ERRORS)

    def __init__(self, until: float) -> None:
        self._until = until
        super().__init__()  # type: ignore[no-untyped-call]

    def set_properties_from_env(self) -> None:
        """Nothing: the base class would let `KEYRING_PROPERTY_PREFERRED_COLLECTION` choose where the key lies."""

    def get_preferred_collection(self) -> Collection:
        """The session collection on a connection of its own, which the caller closes.

        It must be there, be what the service calls `session`, and be unlocked; a service that has none (the
        specification does not ask for one) is not usable. Path and alias together, because a password manager may
        give the alias or the name to a database on disk.
        """
        bus = open_session_bus(self._until, QuietBus)
        with ExitStack() as undo:
            undo.callback(bus.close)
            (named,) = DBusAddressWrapper(SS_PATH, SERVICE_IFACE, bus).call("ReadAlias", "s", "session")
            if named != SESSION_COLLECTION:
                raise InitError("This keyring has no collection that ends with the session.")
            session = open_session(bus)
            if not session.encrypted:
                raise InitError("This keyring takes keys unencrypted only.")
            collection = Collection(bus, SESSION_COLLECTION, session)
            if collection.is_locked():
                raise KeyringLocked("The session collection is locked.")
            undo.pop_all()
        return collection

    def lists(self, service: str, username: str) -> bool:
        """Whether the session collection has such an entry; nothing in it is asked for, and no session is opened."""
        bus = open_session_bus(self._until, QuietBus)
        with ExitStack() as undo:
            undo.callback(bus.close)
            found = Collection(bus, SESSION_COLLECTION).search_items({"service": service, "username": username})
            return any(True for _ in found)

    def unlock(self, item: Item) -> None:
        """Raise `KeyringLocked` for a locked item; the base class would ask the person."""
        if item.is_locked():
            raise KeyringLocked("The entry is locked.")
