"""What lies on this machine beyond the running program: vaults in use, and vaults that a crash has left behind."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headshot_desktop.records.files import shown, vault_roots
from headshot_desktop.vault import survey as surveying
from headshot_desktop.vault import wipe as wiping
from headshot_desktop.vault.survey import Found
from headshot_desktop.vault.wipe import Swept


@dataclass(frozen=True)
class Stored:
    """One vault on this machine, in words and in plain data."""

    found: Found

    def sentences(self) -> tuple[str, ...]:
        """A line on the vault, and one for each picture that its key lets us see."""
        found = self.found
        owner = "in use by a running program" if found.in_use else "left behind; `headshot wipe` erases it"
        lines = [f"{shown(found.path)}: {found.objects} pictures, {_size(found.size)}, {owner}."]
        if found.items is None:
            lines.append("  Its key is not in this session's keyring: nobody can read it.")
        for item in found.items or ():
            lines.append(f"  {item.kind}, {_size(item.size)}, {_age(time.time() - item.created)} old")
        return tuple(lines)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready plain data."""
        found = self.found
        items = [{"kind": item.kind, "bytes": item.size, "created": item.created} for item in found.items or ()]
        return {
            "folder": str(found.path),
            "in_use": found.in_use,
            "objects": found.objects,
            "bytes": found.size,
            "readable": found.items is not None,
            "items": items,
        }


@dataclass(frozen=True)
class Storage:
    """All vaults on this machine, and what could not be looked at."""

    vaults: tuple[Stored, ...]
    looked: tuple[Path, ...]
    problems: tuple[str, ...]
    proofs: tuple[Path, ...] = ()

    def sentences(self) -> tuple[str, ...]:
        """What was found and where; that nothing is stored is said only where everything could be seen."""
        lines = [line for vault in self.vaults for line in vault.sentences()]
        lines += [
            f"{shown(path)}: random words of `headshot verify-privacy`; `headshot wipe` removes them once it has ended."
            for path in self.proofs
        ]
        if not lines and not self.problems:
            lines.append("No vault lies on this machine: nothing is stored.")
        if self.looked:
            lines.append(f"Looked at: {', '.join(shown(path) for path in self.looked)}.")
        return tuple(lines)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready plain data."""
        return {
            "vaults": [vault.to_dict() for vault in self.vaults],
            "looked_at": [str(path) for path in self.looked],
            "problems": list(self.problems),
            "proofs": [str(path) for path in self.proofs],
        }


def survey() -> Storage:
    """Every vault on this machine; looks only."""
    seen = surveying.survey(vault_roots())
    return Storage(tuple(Stored(found) for found in seen.found), seen.looked, seen.problems, seen.proofs)


def wipe(*, running: bool = False) -> Swept:
    """Erase what was left behind; with `running`, also what running programs hold."""
    return wiping.wipe(vault_roots(), running=running)


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"


def _age(seconds: float) -> str:
    minutes = max(0, round(seconds / 60))
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
