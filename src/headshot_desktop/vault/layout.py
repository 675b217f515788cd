"""What lies where in a root folder and in a vault's folder. Standard library only: the janitor reads this.

::

    <root>/lock                     held for moments: while a vault is made, looked for or taken over
    <root>/vault-<32 hex>/lock      held by the vault's program for its whole life; free means its program is dead
                          about     JSON: which key store holds the key; nothing about a person
                          index-<16 hex>    generation, sealed together with the wrapped data key
                          objects/<32 hex>  one sealed object each
                          caches/           for libraries; wiped with the rest
                          reserve           noise; given up when a picture is to be deleted and nothing is free
    <root>/proof-<16 hex>/lock      held by `headshot verify-privacy` while it runs; beside it random words only
"""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headshot_desktop.core.errors import VaultError, VaultUnreadable
from headshot_desktop.vault.folder import Folder, Lock

LOCK, ABOUT, INDEX, OBJECTS, CACHES, RESERVE = "lock", "about", "index-", "objects", "caches", "reserve"
STORES = ("secret-service", "kernel-keyring", "memory", "windows-credentials", "macos-keychain")
_IN_MEMORY = ("secret-service", "kernel-keyring", "memory")
"""Stores that a start of the machine empties; of the Secret Service only the session collection is used."""
_BOOT = Path("/proc/sys/kernel/random/boot_id")

INDEX_LIMIT = 64 << 20
"""Most bytes of an index file that are read: room for more than 100,000 objects."""

_VAULT = re.compile(r"vault-[0-9a-f]{32}\Z")
_PROOF = re.compile(r"proof-[0-9a-f]{16}\Z")
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


def generation_of(name: str) -> int | None:
    """The generation in the name of an index file; None for another name."""
    return int(name.removeprefix(INDEX), 16) if _GENERATION.match(name) else None


def generations(folder: Folder) -> list[int]:
    """The generations whose index lies in a vault's folder, newest first; more than one only after a crash."""
    found = [int(name.removeprefix(INDEX), 16) for name in folder.names() if _GENERATION.match(name)]
    return sorted(found, reverse=True)


def vaults(root: Folder) -> list[str]:
    """The names of the vaults' folders in a root."""
    return sorted(name for name in root.names() if is_vault(name))


def proofs(root: Folder) -> list[str]:
    """The names of the folders of `headshot verify-privacy` in a root."""
    return sorted(name for name in root.names() if _PROOF.match(name))


def make_proof(root: Folder) -> tuple[Folder, Lock]:
    """A new folder for `headshot verify-privacy`, removed by any sweep that obtains its lock.

    Raises:
        FileNotFoundError: the root went away meanwhile.
        VaultError: no room, or the machine refuses.
    """
    with hold_root(root):
        folder = root.make(f"proof-{secrets.token_hex(8)}")
        return folder, _held(folder)


def _held(folder: Folder) -> Lock:
    lock = folder.hold(LOCK)
    if lock is None:  # nobody else can want it
        raise VaultUnreadable
    return lock


def write_about(folder: Folder, store: str) -> None:
    """Note where the key is, so that whoever finds an orphan can erase it, and since which start of the machine."""
    note = {"store": store, "entry": entry_name(folder.path.name), "boot": boot_id()}
    folder.write(ABOUT, json.dumps(note).encode())


def boot_id() -> str:
    """What the kernel calls the time since the machine was started; empty where it has no name."""
    try:
        return _BOOT.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def has_ended(folder: Folder, store: str | None) -> bool:
    """Whether a vault's key was in memory only, and the machine was started again since the vault was made.

    Another log-in session would say nothing: the keyring of the one before may still run.
    """
    here, noted = boot_id(), _note(folder).get("boot")
    return store in _IN_MEMORY and bool(here) and isinstance(noted, str) and bool(noted) and noted != here


def _note(folder: Folder) -> dict[str, Any]:
    """The note in `about`; empty where there is none that can be read."""
    try:
        note = json.loads(folder.read(ABOUT, 4096))
    except (VaultError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def read_store(folder: Folder) -> str | None:
    """The key store named in `about`; None where the note is missing or names none that exists."""
    store = _note(folder).get("store")
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
