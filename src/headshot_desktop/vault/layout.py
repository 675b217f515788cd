"""What lies where in a root folder and in a vault's folder. Standard library only: the janitor reads this.

::

    <root>/lock                     held for moments: while a vault is made, looked for or taken over
    <root>/vault-<32 hex>/lock      held by the vault's program for its whole life; free means its program is dead
                          about     JSON: which key store holds the key; nothing about a person
                          index-<16 hex>    generation, sealed together with the wrapped data key
                          objects/<32 hex>  one sealed object each
                          caches/           for libraries; wiped with the rest
                          reserve           noise; given up when a picture is to be deleted and nothing is free
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from headshot_desktop.core.errors import VaultError
from headshot_desktop.vault.folder import Folder, Lock

LOCK, ABOUT, INDEX, OBJECTS, CACHES, RESERVE = "lock", "about", "index-", "objects", "caches", "reserve"
STORES = ("secret-service", "kernel-keyring", "memory", "windows-credentials", "macos-keychain")

INDEX_LIMIT = 64 << 20
"""Most bytes of an index file that are read: room for more than 100,000 objects."""

_VAULT = re.compile(r"vault-[0-9a-f]{32}\Z")
_GENERATION = re.compile(r"index-[0-9a-f]{16}\Z")
_ROOT_SECONDS = 5.0


@dataclass(frozen=True)
class Item:
    """What the vault tells of one object: an opaque handle, its kind, its size in bytes, when it was put (Unix s)."""

    handle: str
    kind: str
    size: int
    created: float


def vault_name(vault_id: bytes) -> str:
    """The name of a vault's folder, from its 16 bytes of identity."""
    return f"vault-{vault_id.hex()}"


def identity(name: str) -> bytes:
    """The 16 bytes that a vault's folder is named after."""
    return bytes.fromhex(name.removeprefix("vault-"))


def is_vault(name: str) -> bool:
    """Whether a folder's name is one of a vault's."""
    return bool(_VAULT.match(name))


def entry_name(name: str) -> str:
    """The name under which a vault's key lies in the key store; derived, never read from a file."""
    return f"headshot-desktop/vault/{identity(name).hex()}"


def index_name(generation: int) -> str:
    """The file that holds the index of a generation."""
    return f"{INDEX}{generation:016x}"


def generations(folder: Folder) -> list[int]:
    """The generations whose index lies in a vault's folder, newest first; more than one only after a crash."""
    found = [int(name.removeprefix(INDEX), 16) for name in folder.names() if _GENERATION.match(name)]
    return sorted(found, reverse=True)


def vaults(root: Folder) -> list[str]:
    """The names of the vaults' folders in a root."""
    return sorted(name for name in root.names() if is_vault(name))


def write_about(folder: Folder, store: str) -> None:
    """Note which key store holds the key, so that whoever finds an orphan can erase it."""
    folder.write(ABOUT, json.dumps({"store": store, "entry": entry_name(folder.path.name)}).encode())


def read_store(folder: Folder) -> str | None:
    """The key store named in `about`; None where the note is missing or names none that exists."""
    try:
        store = json.loads(folder.read(ABOUT, 4096))["store"]
    except (VaultError, ValueError, KeyError, TypeError):
        return None
    return store if store in STORES else None


def hold_root(root: Folder, *, make: bool = True) -> Lock:
    """Take the root's lock: whoever makes, looks for or takes over a vault does it alone, for moments.

    Raises:
        FileNotFoundError: the lock's file is not there and `make` is off.
        VaultError: another program keeps it for too long.
    """
    lock = root.hold(LOCK, seconds=_ROOT_SECONDS, make=make)
    if lock is None:
        raise VaultError("Another running Headshot Desktop does not answer. Close it and try again.", code="vault-busy")
    return lock
