"""A window with an app lock, for a test that reads its memory: real passphrase field, real Argon2, stand-in engine.

One word a line in, one line of JSON out. What is secret goes in and out masked, so that no pipe holds a copy.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from headshot_desktop import isolation
from headshot_desktop.app.build import build_studio
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.records.preferences import Preferences
from headshot_desktop.ui.application import Program, make_application, stand_in
from headshot_desktop.vault.app_lock import AppLock
from headshot_desktop.vault.passphrase import FLOOR, Buffer, Cost, stretch

MASK = 0x5A


def masked(secret: Buffer) -> str:
    """Hexadecimal of the secret under the mask."""
    return "".join(f"{byte ^ MASK:02x}" for byte in secret)


class Driver:
    """The words that it knows."""

    def __init__(self, folder: Path) -> None:
        self.application = make_application([])
        self.stretched = ""
        self.lock = AppLock(
            folder / "settings" / "app-lock.json", derive=self.derive, measure=lambda: Cost(FLOOR, 3, 4)
        )
        record = Record(None, here=[Purpose.ANALYSIS])
        self.program = Program(
            build_studio(stand_in(), lock=self.lock, record=record), Preferences(), folder / "p.json"
        )
        self.program.window.show()
        self.turn()

    def derive(self, passphrase: Buffer, salt: bytes, cost: Cost) -> bytearray:
        """The real one; its result is noted under the mask."""
        key = stretch(passphrase, salt, cost)
        self.stretched = masked(key)
        return key

    def turn(self, until: Any = None) -> None:
        """Let the window work."""
        for _ in range(2000):
            self.application.processEvents()
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if until is None or until():
                break
            time.sleep(0.01)

    def typed(self, line: QLineEdit, secret: str) -> None:
        """Type it, one key after the other."""
        for place in range(0, len(secret), 2):
            key = chr(int(secret[place : place + 2], 16) ^ MASK)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key))

    def set_up(self, secret: str) -> dict[str, Any]:
        """Without the window: only locking and unlocking are looked at."""
        words = bytearray(int(secret[place : place + 2], 16) ^ MASK for place in range(0, len(secret), 2))
        self.lock.set_up(words)
        words[:] = bytes(len(words))
        return {}

    def photo(self, path: str) -> dict[str, Any]:
        """Add one, so that there is a vault."""
        self.program.model.add_files([Path(path)])
        self.turn(lambda: self.program.model.main is not None)
        return {"folder": str(self.program.studio._vault.folder), "store": self.program.studio._vault.key_store}

    def close(self) -> dict[str, Any]:
        """Lock."""
        self.program.model.lock()
        self.turn(lambda: self.lock.locked and self.program.studio._vault.locked)
        return {"locked": self.lock.locked}

    def open(self, secret: str) -> dict[str, Any]:
        """Unlock through the lock page."""
        page = self.program.window.locked
        self.turn(page.isVisible)
        self.typed(page.passphrase.line, secret)
        page.proceed.click()
        self.turn(lambda: not self.program.model.locked)
        return {"locked": self.lock.locked, "secret": masked(self.lock._secret), "stretched": self.stretched}

    def plain(self, secret: str) -> dict[str, Any]:
        """An ordinary password field, to compare with: typed into, and read once as a program would."""
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.typed(self.line, secret)
        return {"length": len(self.line.text())}

    def clear(self) -> dict[str, Any]:
        """Clear it, as programs do."""
        self.line.clear()
        self.line.deleteLater()
        self.turn()
        return {}


def main(folder: str) -> None:
    isolation.bind_early()  # starts this process again, as the program does
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    driver = Driver(Path(folder))
    for line in sys.stdin:
        command = json.loads(line)
        answer = getattr(driver, command.pop("do"))(**command)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    driver.program.close()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
