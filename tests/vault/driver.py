"""A program with a vault, for tests that kill it: one JSON command a line in, one JSON answer a line out.

Run as `python -m tests.vault.driver`. It uses the vault as the product does and holds no hook of its own.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import Any

from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.vault.format import wipe as zero
from headshot_desktop.vault.keys import choose_key_store, key_store
from headshot_desktop.vault.vault import Vault
from headshot_desktop.vault.wipe import sweep, wipe

MASK = 0x5A
"""Canaries travel masked, so that a copy in a pipe's buffer is not taken for one of the vault's."""

_PR_SET_PTRACER = 0x59616D61


def content_with(canary: bytearray, size: int) -> bytearray:
    """`size` bytes that consist of the canary over and over; every copy of it lies in memory that can be zeroed."""
    content = bytearray(size)
    with memoryview(content) as view:
        for start in range(0, size - len(canary) + 1, len(canary)):
            view[start : start + len(canary)] = canary
    return content


def unmask(masked: str) -> bytearray:
    """The canary of a command."""
    canary = bytearray(len(masked) // 2)
    for place in range(len(canary)):
        canary[place] = int(masked[2 * place : 2 * place + 2], 16) ^ MASK
    return canary


class Driver:
    """The commands."""

    vault: Vault

    def __init__(self) -> None:
        self.held: bytearray | None = None

    def create(self, roots: list[str], keys: str = "auto", janitor: bool = True) -> dict[str, Any]:
        """Make the vault; its folder and key come with the first object."""
        chosen = choose_key_store() if keys == "auto" else key_store(keys)
        self.vault = Vault.create([Path(root) for root in roots], keys=chosen, janitor=janitor)
        if os.environ.get("DRIVER_SMALL_FIRST"):  # begin in the first root, however small it is
            everywhere, self.vault._roots = self.vault._roots, self.vault._roots[:1]
            self.vault.cache_folder()
            self.vault._roots = everywhere
        return {"keys": chosen.name, "wiped": self.vault.swept.wiped, "in_use": self.vault.swept.in_use}

    def put(self, canary: str, size: int, kind: str = "photo") -> dict[str, Any]:
        """Put an object and forget its content."""
        unmasked = unmask(canary)
        content = content_with(unmasked, size)
        handle = self.vault.put(content, kind)
        zero(content)
        zero(unmasked)
        return {"handle": handle}

    def put_file(self, path: str) -> dict[str, Any]:
        """Put a file's content."""
        return {"handle": self.vault.put(Path(path).read_bytes(), "photo")}

    def open(self, handle: str, hold: bool = False) -> dict[str, Any]:
        """Open an object; its content is kept with `hold`."""
        content = self.vault.open(handle)
        answer = {"size": len(content)}
        if hold:
            self.held = content
        else:
            zero(content)
        return answer

    def drop(self) -> dict[str, Any]:
        """Zero the content that was kept."""
        if self.held is not None:
            zero(self.held)
        self.held = None
        return {}

    def discard(self, handle: str) -> dict[str, Any]:
        """Erase one object."""
        self.vault.discard(handle)
        return {}

    def lock(self) -> dict[str, Any]:
        """Lock."""
        self.vault.lock()
        return {}

    def relock(self, handle: str) -> dict[str, Any]:
        """Lock, unlock and open."""
        self.vault.lock()
        self.vault.unlock()
        return self.open(handle)

    def close(self) -> dict[str, Any]:
        """Wipe."""
        self.vault.close()
        return {}

    def sweep(self, roots: list[str]) -> dict[str, Any]:
        """What the next start does first."""
        swept = sweep([Path(root) for root in roots])
        return {"wiped": swept.wiped, "in_use": swept.in_use, "failed": swept.failed}

    def wipe(self, roots: list[str]) -> dict[str, Any]:
        """Wipe by hand, vaults of running programs too."""
        swept = wipe([Path(root) for root in roots], running=True)
        return {"wiped": swept.wiped, "in_use": swept.in_use, "failed": swept.failed}

    def state(self) -> dict[str, Any]:
        """What can be seen from outside."""
        parts = self.vault._parts
        janitor = parts[0].janitor if parts else None
        return {
            "folders": [str(part.folder.path) for part in parts],
            "folder": str(self.vault.folder) if self.vault.folder else "",
            "items": [item.handle for item in self.vault.items()],
            "janitor": janitor.pid if janitor is not None else 0,
            "place": self.vault.place,
            "notices": self.vault.notices,
        }


def main() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(-1 & (1 << 64) - 1), 0, 0, 0)  # tests may look inside
    limit = os.environ.get("DRIVER_FILE_LIMIT")
    if limit:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    driver = Driver()
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = getattr(driver, command.pop("do"))(**command)
        except HeadshotError as error:
            answer = {"error": type(error).__name__, "message": error.message}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
