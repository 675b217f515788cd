"""The program as an open window has it, told what to do line by line: `python session.py`, JSON in, JSON out.

It is the application process as the command line makes it, with a Studio over the real engine. Needles that it tells
are masked, so that an answer's own copy is not taken for a picture's.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from headshot_desktop import isolation
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.isolation import audit

MASK = 0x5A
SAMPLE, SAMPLES = 32, 4


def masked_samples(content: bytes | bytearray) -> list[str]:
    """Pieces of a content from all over it, masked, as hexadecimal digits."""
    step = len(content) // (SAMPLES + 1)
    starts = range(step, step * SAMPLES + 1, step)
    return ["".join(f"{content[place] ^ MASK:02x}" for place in range(start, start + SAMPLE)) for start in starts]


def _unmasked(text: str) -> bytearray:
    """Byte by byte, so that there is one copy, which can be zeroed."""
    return bytearray(int(text[place : place + 2], 16) ^ MASK for place in range(0, len(text), 2))


class Session:
    """The commands."""

    def __init__(self, missing: list[str]) -> None:
        from headshot_desktop.app.build import build_studio

        self.studio = build_studio(unprotected=missing)
        self.held: bytearray | None = None

    def add(self, path: str) -> dict[str, Any]:
        """Add a photo and look at it."""
        self.photo = self.studio.add(Path(path))
        self.studio.inspect(self.photo)
        return {"handle": self.photo.handle}

    def render(self) -> dict[str, Any]:
        """Make a headshot of it and keep it in the vault."""
        destination = self.studio.catalogue.destination("linkedin")
        request = self.studio.request(self.studio.catalogue.look("auto"), destination)
        self.candidate = self.studio.render(self.photo, request)
        return {"handle": self.candidate.handle}

    def export(self, path: str) -> dict[str, Any]:
        """Write the headshot."""
        destination = self.studio.catalogue.destination("linkedin")
        return {"bytes": self.studio.export(self.candidate, destination, Path(path), overwrite=True)}

    def hold(self, handle: str) -> dict[str, Any]:
        """Open a picture, as to show it, and tell pieces of it."""
        self.held = self.studio.picture(handle)
        return {"samples": masked_samples(self.held)}

    def drop(self) -> dict[str, Any]:
        """Put the shown picture away."""
        assert self.held is not None
        self.held[:] = bytes(len(self.held))
        self.held = None
        return {}

    def lock(self) -> dict[str, Any]:
        self.studio.lock()
        return {}

    def unlock(self, passphrase: str = "") -> dict[str, Any]:
        """With the app lock's passphrase, masked, where there is one."""
        from headshot_desktop.app.picture_lock import Proof

        proof = Proof(_unmasked(passphrase)) if passphrase else None
        self.studio.unlock(proof)
        if proof is not None:
            proof.passphrase[:] = bytes(len(proof.passphrase))
        return {}

    def set_up(self, passphrase: str) -> dict[str, Any]:
        """Set an app lock; the passphrase comes masked."""
        words = _unmasked(passphrase)
        self.studio.app_lock.set_up(words)
        words[:] = bytes(len(words))
        return {}

    def close(self) -> dict[str, Any]:
        self.studio.close()
        return {}

    def state(self) -> dict[str, Any]:
        vault = self.studio._vault
        return {"folder": str(vault.folder or ""), "store": vault.key_store}


def main() -> None:
    isolation.bind_early()
    isolation.switch_off()
    audit.install()
    session = Session(isolation.restrict_application())
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = getattr(session, command.pop("do"))(**command)
        except HeadshotError as error:
            answer = {"error": type(error).__name__, "message": error.message}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    session.studio.close()


if __name__ == "__main__":
    main()
