"""What this machine can do, and what protects the pictures on it. What was not looked at just now says so."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from headshot_desktop import __version__
from headshot_desktop.app.packs import Packs
from headshot_desktop.core.errors import HeadshotError
from headshot_desktop.engine.computing import Computing, computing
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.isolation import FILES_OPEN, FILES_WRITABLE, MEMORY_OPEN, SOCKETS_OPEN
from headshot_desktop.records.files import vault_roots
from headshot_desktop.vault.vault import Vault


class State(StrEnum):
    """Outcome of one check."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"


@dataclass(frozen=True)
class Check:
    """One line of the report: what was looked at, the outcome, and a sentence."""

    name: str
    state: State
    sentence: str


@dataclass(frozen=True)
class Report:
    """Everything `headshot doctor` says.

    Attributes:
        program: its version.
        system: operating system and processor.
        cores: logical processors this process may use.
        memory_gib: physical memory, 0 if unknown.
        checks: line by line.
        seconds: per headshot from a 12-megapixel picture, warm; 0 if it could not be measured.
        stages: seconds by stage of that measurement.
    """

    program: str
    system: str
    cores: int
    memory_gib: float
    checks: tuple[Check, ...]
    seconds: float
    stages: dict[str, float]

    @property
    def able(self) -> bool:
        """Whether headshots can be made here."""
        return self.seconds > 0

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready plain data."""
        return {**asdict(self), "able": self.able}


def examine_machine(unprotected: Sequence[str] = ()) -> Report:
    """Check the models, start the processes, time one headshot, and tell what is missing.

    Args:
        unprotected: what this system does not give the process that asks, as its `restrict_application` has told it.
    """
    checks = [*_model_checks()]
    seconds, stages = 0.0, {}
    with ProcessEngine() as engine:
        try:
            checks += _protection_checks({*unprotected, *engine.unprotected()})
            measured = engine.measure()
            seconds, stages = measured.seconds, dict(measured.stages)
        except HeadshotError as error:
            checks.append(Check("engine", State.NO, error.message))
    checks += [_vault_check(), _generative_check(), *_absent()]
    system = f"{platform.system()} {platform.release()}, {platform.machine()}, Python {platform.python_version()}"
    return Report(__version__, system, _cores(), _memory_gib(), tuple(checks), seconds, stages)


def _model_checks() -> list[Check]:
    store, checks = ModelStore(), []
    for model in store.models():
        try:
            size = len(store.load(model.role))
        except HeadshotError as error:
            checks.append(Check(model.role, State.NO, error.message))
        else:
            checks.append(Check(model.role, State.YES, f"{size / 1e6:.1f} MB, SHA-256 as shipped, {model.licence}."))
    return checks


_CLOSED = {
    SOCKETS_OPEN: ("no network", "The kernel refuses every network socket to the processes that see photos."),
    MEMORY_OPEN: (
        "memory",
        "Other programs of yours cannot read the memory of this command line and of the processes it starts, and none "
        "of them dumps core. A window's own memory they could read: file dialogs need that.",
    ),
    FILES_OPEN: ("decoder's files", "The process that decodes photos can open no file."),
    FILES_WRITABLE: ("engine's files", "The process that makes headshots can change no file."),
}
"""What a protection does where it is in place, by the sentence that says it is missing."""


def _protection_checks(missing: Collection[str]) -> list[Check]:
    checks = [
        Check(name, State.NO, sentence) if sentence in missing else Check(name, State.YES, kept)
        for sentence, (name, kept) in _CLOSED.items()
    ]
    unknown = [Check("protection", State.NO, sentence) for sentence in missing if sentence not in _CLOSED]
    return [*checks, *unknown]


def _vault_check() -> Check:
    """Seal something, open it, wipe it, and tell where key and files were."""
    try:
        with Vault.create(vault_roots()) as vault:
            handle = vault.put(b"a check of the vault", "check")
            same = vault.open(handle) == b"a check of the vault"
            place, store, notices = vault.place, vault.key_store, vault.notices
    except HeadshotError as error:
        return Check("vault", State.NO, error.message)
    if not same:
        return Check("vault", State.NO, "What was put into the vault did not come out again.")
    where = f"Sealed, opened and wiped just now; files in {place}, key in {_STORES.get(store, store)}."
    return Check("vault", State.PARTLY if notices else State.YES, " ".join((where, *notices)))


_STORES = {
    "secret-service": "the desktop keyring's session collection, which is never written to disk",
    "kernel-keyring": "the kernel's keyring",
    "memory": "this program's memory only",
    "windows-credentials": "the Credential Manager, for this log-on only",
    "macos-keychain": "the Keychain, on this device only",
}


def _generative_check() -> Check:
    """What packs would be run on, found by the process that would run them, and which packs are here."""
    name = "generative engine"
    try:
        found, packs = computing(), Packs().packs()
    except HeadshotError as error:
        return Check(name, State.NO, error.message)
    usable = [pack.id for pack in packs if pack.usable]
    if usable:
        there = f"Packs: {', '.join(usable)}."
    elif packs:
        there = "No pack that can be used: see “headshot packs list”."
    else:
        there = "No pack: import one with “headshot packs import”."
    return Check(name, State.YES if usable else State.PARTLY, f"{_computed_on(found)} {there}")


def _computed_on(found: Computing) -> str:
    free = "" if found.free is None else f", {found.free / 2**30:.1f} free"
    arithmetic = "computes in bfloat16" if found.bfloat16 else "bfloat16 would be no faster here"
    tier = f"; run as {found.tier}" if found.tier else ""
    return f"{found.name} ({found.device}), {found.total / 2**30:.1f} GiB{free}; {arithmetic}{tier}."


def _absent() -> list[Check]:
    checks: list[Check] = []
    if sys.platform != "linux":
        not_tried = "Not tried on this system: key store, locking, wipe and isolation were proved on Linux only."
        checks.append(Check("platform", State.PARTLY, not_tried))
    return checks


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory_gib() -> float:
    if not hasattr(os, "sysconf"):
        return 0.0
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1)
    except (ValueError, OSError):
        return 0.0
