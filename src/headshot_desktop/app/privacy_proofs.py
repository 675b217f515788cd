"""`headshot verify-privacy`: proofs of the promises on the person's own machine, each with its positive control."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from headshot_desktop import __version__
from headshot_desktop.app.proofs.killed import kill_proof
from headshot_desktop.app.proofs.report import PrivacyReport, Proof, Verdict
from headshot_desktop.app.proofs.roles import Trial, role_proofs
from headshot_desktop.app.proofs.sealed import keyring_proof, tamper_proof
from headshot_desktop.app.proofs.traces import traces_proof
from headshot_desktop.core.errors import HeadshotError, MachineError, VaultError
from headshot_desktop.core.sentences import reason
from headshot_desktop.records.files import shown, vault_roots
from headshot_desktop.vault.folder import Folder, Lock
from headshot_desktop.vault.layout import make_proof

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
        with contextlib.ExitStack() as undo:
            try:
                self._folder, self._lock = _new_folder()
                self.folder = self._folder.path
                undo.callback(self._remove)
                self.trial = Trial("nothing", self.folder)
            except OSError as error:
                raise MachineError(
                    "The proofs cannot be begun in “{name}”: {why}.",
                    code="no-folder",
                    name=shown(vault_roots()[0]),
                    why=reason(error),
                ) from None
            undo.pop_all()

    def close(self) -> None:
        """End the process and remove the folder."""
        self.trial.end()
        self._remove()

    def _remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()
        self._folder.close()


def _new_folder() -> tuple[Folder, Lock]:
    """A folder under the first root that can hold one; its lock tells every sweep whether this process still lives.

    Raises:
        OSError: the root went away, or a descriptor could not be had.
        MachineError: no root can hold a folder.
    """
    refusals: list[VaultError] = []
    for path in vault_roots():
        try:
            with Folder.at(path, make=True) as root:
                return make_proof(root)
        except VaultError as refusal:
            refusals.append(refusal)
    raise MachineError("The proofs need a folder. {refusal}", code="no-folder", refusal=refusals[0].message)


def start_control() -> Unrestricted | None:
    """The control, or None where it cannot be made: `verify_privacy` tries it once more, and tells."""
    try:
        return Unrestricted()
    except MachineError:
        return None


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
