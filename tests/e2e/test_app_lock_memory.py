"""P6 for the app lock: while it is locked, neither its secret, nor the passphrase, nor what is made of it, is there.

The passphrase is typed key by key into the window's real field and stretched by the real Argon2.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.locked_window import MASK, masked
from tests.e2e.looking import in_memory

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc"),
    pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="memory is read by root only"),
]

ROOT = Path(__file__).resolve().parents[2]


class Window:
    """The program under test."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.locked_window", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},  # it starts itself again without the current folder
            bufsize=0,
        )

    def ask(self, do: str, **fields: Any) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": do, **fields}).encode() + b"\n")
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def copies(self, **needles: bytes) -> dict[str, int]:
        return in_memory(self.process.pid, {name: [needle] for name, needle in needles.items()})


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    yield made
    made.process.communicate(timeout=30)


def _raw(told: str) -> bytes:
    return bytes(byte ^ MASK for byte in bytes.fromhex(told))


def test_nothing_of_the_lock_is_in_memory_while_it_is_locked(window: Window, tmp_path: Path) -> None:
    words = "".join(secrets.choice("abcdefghijkmnopqrstuvwxyz0123456789") for _ in range(24))
    hidden = masked(words.encode())
    needles = {
        "passphrase": words.encode(),
        "as Qt has it": words.encode("utf-16-le"),
        "wide": words.encode("utf-32-le"),
    }
    window.ask("set_up", secret=hidden)
    photo = tmp_path / "me.jpg"
    photo.write_bytes(b"a photo")
    window.ask("photo", path=str(photo))
    for _ in range(2):
        assert window.ask("close") == {"locked": True}
        opened = window.ask("open", secret=hidden)
        assert opened["locked"] is False
        keys = {"S": _raw(opened["secret"]), "P": _raw(opened["stretched"])}
        assert len(keys["S"]) == len(keys["P"]) == 32
        found = window.copies(**keys)
        assert found["S"] == 1, "positive control: unlocked, the one copy that is needed"
        assert found["P"] == 0, "what Argon2 made is zeroed as soon as the secret is open"
        assert window.copies(**needles) == dict.fromkeys(needles, 0), "the passphrase is gone before the lock is"
        assert window.ask("close") == {"locked": True}
        assert window.copies(**keys, **needles) == dict.fromkeys([*keys, *needles], 0)
        window.ask("open", secret=hidden)


def test_an_ordinary_password_field_holds_the_words(window: Window) -> None:
    """Positive control of the search: the same keys into a `QLineEdit` lie there as one string."""
    words = "".join(secrets.choice("abcdefghijkmnopqrstuvwxyz0123456789") for _ in range(24))
    assert window.ask("plain", secret=masked(words.encode())) == {"length": 24}
    found = window.copies(passphrase=words.encode(), qt=words.encode("utf-16-le"))
    assert found["qt"] >= 1
    window.ask("clear")
    left = window.copies(passphrase=words.encode(), qt=words.encode("utf-16-le"))
    sys.stdout.write(f"an ordinary field: {found}, after it was cleared: {left}\n")
