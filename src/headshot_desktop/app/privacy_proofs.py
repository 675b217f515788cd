"""`headshot verify-privacy`: proofs of the promises on the person's own machine, each with its positive control."""

from __future__ import annotations

import os
import platform
import secrets
import shutil
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from headshot_desktop import __version__
from headshot_desktop.app.proofs.killed import kill_proof
from headshot_desktop.app.proofs.report import PrivacyReport, Proof, Verdict
from headshot_desktop.app.proofs.roles import Trial, role_proofs
from headshot_desktop.app.proofs.sealed import keyring_proof, tamper_proof
from headshot_desktop.app.proofs.traces import traces_proof
from headshot_desktop.core.errors import HeadshotError, MachineError
from headshot_desktop.isolation.attempts import PREFIX
from headshot_desktop.records.files import shown, vault_roots

_OUT_OF_REACH = {
    "the raw blocks of the disk": "They can be read by the administrator only. What the program writes there is "
    "sealed, and the search above covers files, not what a deleted file leaves.",
    "swap and hibernation": "The system may write memory to its disk, which no program of a user can see. Encrypt it.",
    "power cut, screen lock and sleep": "Not caused from here.",
    "programs with your own rights": "Another program that runs as you could ask the keyring for the key, or take "
    "pictures of the screen, while this one is open.",
}
"""What this command cannot try anywhere, and says so."""

_STALE_SECONDS = 3600.0


class Unrestricted:
    """The control of the attempts, which must be started before this process gives up its own rights."""

    def __init__(self) -> None:
        """Make a folder for the proofs and start the control's process. Raises `MachineError`."""
        root = vault_roots()[0]
        self.folder = root / f"{PREFIX}{secrets.token_hex(8)}"
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
            _remove_stale(root)
            self.folder.mkdir(mode=0o700)
            self.trial = Trial("nothing", self.folder)
        except OSError as error:
            raise MachineError(
                f"The proofs need a folder in “{shown(root)}”, which cannot be made: {error.strerror}.",
                code="no-folder",
            ) from None

    def close(self) -> None:
        """End the process and remove the folder."""
        self.trial.end()
        shutil.rmtree(self.folder, ignore_errors=True)


def start_control() -> Unrestricted | None:
    """The control, or None where it cannot be made: `verify_privacy` tries it once more, and tells."""
    try:
        return Unrestricted()
    except MachineError:
        return None


def _remove_stale(root: Path) -> None:
    """Folders of proofs that somebody killed; they hold random words only."""
    for path in root.glob(f"{PREFIX}*"):
        if time.time() - path.lstat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(path, ignore_errors=True)


def verify_privacy(control: Unrestricted | None = None) -> PrivacyReport:
    """Make every proof that can be made here.

    Args:
        control: the unrestricted process, started before this one was restricted; else it is started now, which is
            right only for a process that is not restricted.
    """
    begun, started = time.monotonic(), datetime.now(UTC)
    free = control if control is not None else Unrestricted()
    try:
        proofs = role_proofs(free.trial, free.folder)
        roots = vault_roots()
        makers: Sequence[tuple[str, Callable[[], Proof]]] = (
            ("the keyring forgets a deleted key", keyring_proof),
            ("changed files of the vault are refused", lambda: tamper_proof(roots)),
            ("no trace of a picture on the disk", lambda: traces_proof(roots, free.folder)),
            ("a killed program leaves nothing", kill_proof),
        )
        proofs += [_made(name, make) for name, make in makers]
    finally:
        free.close()
    proofs += [Proof(name, "", why, "", Verdict.NOT_TRIED) for name, why in _OUT_OF_REACH.items()]
    return PrivacyReport(
        __version__, _system(), started.strftime("%Y-%m-%d %H:%M UTC"), tuple(proofs), time.monotonic() - begun
    )


def _made(name: str, make: Callable[[], Proof]) -> Proof:
    """A proof that the program itself prevents has not held."""
    try:
        return make()
    except HeadshotError as error:
        return Proof(name, "The proof was begun.", error.message, "", Verdict.FAILED)


def _system() -> str:
    user = "administrator" if hasattr(os, "geteuid") and os.geteuid() == 0 else "ordinary user"
    return f"{platform.system()} {platform.release()}, {platform.machine()}, {user}"
