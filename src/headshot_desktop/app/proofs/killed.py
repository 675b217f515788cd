"""A process that holds a vault is killed with SIGKILL; its janitor must wipe the vault within two seconds."""

from __future__ import annotations

import json
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from headshot_desktop import isolation
from headshot_desktop.app.proofs.report import Proof, Verdict, verdict
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.records.files import vault_roots
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.layout import entry_name
from headshot_desktop.vault.vault import Vault

_NAME = "a killed program leaves nothing"
_MOST_SECONDS = 2.0
_PATIENCE_SECONDS = 15.0
_LOOK_SECONDS = 0.01


def hold() -> int:
    """The process that is killed: restricted as the application, with a vault of random bytes."""
    isolation.restrict_application()
    with Vault.create(vault_roots()) as vault:
        vault.put(secrets.token_bytes(100_000), "proof")
        sys.stdout.write(json.dumps({"folder": str(vault.folder), "store": vault.key_store}) + "\n")
        sys.stdout.flush()
        sys.stdin.buffer.read()
    return 0


def command() -> list[str]:
    """The command line that starts it, frozen or not."""
    start = [] if getattr(sys, "frozen", False) else ["-P", "-m", "headshot_desktop"]
    return [sys.executable, *start, "--role", "holder"]


def kill_proof(command_line: Sequence[str] = ()) -> Proof:
    """Start it, kill it, and time the end of its vault. `command_line` takes the place of `command`, for tests."""
    with subprocess.Popen(command_line or command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None  # noqa: S101 — it is a pipe
        try:
            said = json.loads(process.stdout.readline())
            folder, store = Path(said["folder"]), str(said["store"])
        except (ValueError, KeyError):
            process.kill()
            return Proof(_NAME, "A process with a vault was started.", "It did not start.", "", Verdict.BLIND)
        there, key_there = folder.exists(), _key_there(folder, store)
        process.kill()
        started = time.monotonic()
        code = process.wait()
    took = _seconds_until_gone(folder, store, started)
    killed = hasattr(signal, "SIGKILL") and code == -signal.SIGKILL
    outcome = verdict(held=took <= _MOST_SECONDS, sighted=there and killed and (key_there or store == "memory"))
    return Proof(
        _NAME,
        "A process with a vault was killed with SIGKILL.",
        f"Its folder and its key in {store} were gone {took:.2f} s later; {_MOST_SECONDS:g} s are allowed."
        if took < _PATIENCE_SECONDS
        else f"Its folder or its key were still there {took:.0f} s later.",
        _control(there=there, key_there=key_there, store=store),
        outcome,
    )


def _control(*, there: bool, key_there: bool, store: str) -> str:
    folder = "Its folder was there before" if there else "Its folder was not there before"
    if store == "memory":
        return f"{folder}; its key was in its own memory only and ended with it."
    return f"{folder}, its key {'too' if key_there else 'was not'}."


def _key_there(folder: Path, store: str) -> bool:
    try:
        return key_store(store).fetch(entry_name(folder.name)) is not None
    except HeadshotError:
        return False


def _seconds_until_gone(folder: Path, store: str, started: float) -> float:
    while (took := time.monotonic() - started) < _PATIENCE_SECONDS:
        if not folder.exists() and not _key_there(folder, store):
            break
        time.sleep(_LOOK_SECONDS)
    return took
