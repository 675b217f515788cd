"""Sets up or changes an app lock, for tests that kill it: `python -m tests.vault.lock_driver DEED FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.vault.locks import OTHER, WORDS, app_lock, proof


def main(deed: str, folder: str) -> None:
    lock = app_lock(Path(folder))
    if deed == "set-up":
        lock.set_up(bytearray(WORDS))
    elif deed == "change":
        lock.change_passphrase(proof(), bytearray(OTHER))
    elif deed == "remove":
        lock.remove(proof())


if __name__ == "__main__":
    main(*sys.argv[1:])
