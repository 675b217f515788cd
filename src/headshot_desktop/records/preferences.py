"""What is kept between two starts: the settings. No picture, no path, no name.

Answers to consent questions lie in the ledger. An older file may still hold one, to words that are not asked any more:
it counts for nothing and goes when the file is next written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from headshot_desktop.core.errors import HeadshotError, MachineError
from headshot_desktop.core.options import SETTINGS, accepts
from headshot_desktop.records.files import write_new

FORMAT = 1
MAX_BYTES = 64 * 1024


@dataclass(frozen=True)
class Preferences:
    """What is kept.

    Attributes:
        settings: only what differs from the option table's defaults.
        accepted: `fingerprint` of the missing protections that the person has accepted; empty for none.
    """

    settings: Mapping[str, str | int | bool] = field(default_factory=dict)
    accepted: str = ""

    def value(self, name: str) -> str | int | bool:
        """A setting's value, or its default."""
        return self.settings.get(name, SETTINGS[name].default)


def fingerprint(unprotected: Iterable[str]) -> str:
    """Stands for missing protections, given as sentences in any order: a digest of each, sorted."""
    return " ".join(sorted({_digest(each) for each in unprotected}))


def unaccepted(accepted: str, unprotected: Iterable[str]) -> tuple[str, ...]:
    """Those of the missing protections that a fingerprint does not stand for; an older version's stands for none."""
    known = set(accepted.split())
    return tuple(each for each in unprotected if _digest(each) not in known)


def _digest(sentence: str) -> str:
    return hashlib.sha256(str(sentence).encode()).hexdigest()


def preferences_path() -> Path:
    """The file, in the system's place for settings."""
    import platformdirs

    return platformdirs.user_config_path("headshot-desktop", appauthor=False) / "preferences.json"


def app_lock_path() -> Path:
    """The app lock's record, beside the preferences; `vault.lock_record` knows what is in it."""
    return preferences_path().with_name("app-lock.json")


def read_preferences(path: Path) -> Preferences:
    """Read the file; what is missing, damaged or out of range counts as never said."""
    try:
        content = path.read_bytes()
        stored = json.loads(content) if len(content) <= MAX_BYTES else {}
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        return Preferences()
    accepted = stored.get("accepted")
    return Preferences(_settings(stored.get("settings")), accepted if isinstance(accepted, str) else "")


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Replace the file, whole or not at all; `MachineError` where that is not possible."""
    stored = {"format": FORMAT, **asdict(preferences)}
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(path, json.dumps(stored, indent=1).encode(), overwrite=True)
        os.chmod(path, 0o600)
    except (OSError, HeadshotError) as error:
        raise MachineError(
            "Your settings could not be kept; the next start has the old ones.",
            code="preferences-unwritable",
        ) from error


def _settings(stored: Any) -> dict[str, str | int | bool]:
    if not isinstance(stored, dict):
        return {}
    return {name: value for name, value in stored.items() if name in SETTINGS and accepts(SETTINGS[name], value)}
