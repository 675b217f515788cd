"""What is kept between two starts: the answer to the consent screen and the settings. No picture, no path, no name."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from headshot_desktop.core.errors import HeadshotError, MachineError
from headshot_desktop.core.options import SETTINGS, accepts
from headshot_desktop.records.files import write_new

FORMAT = 1
MAX_BYTES = 64 * 1024


@dataclass(frozen=True)
class Consent:
    """What the person agreed to.

    Attributes:
        text: SHA-256 of the words on the screen, hexadecimal; other words ask again.
        given: Unix time, seconds.
    """

    text: str
    given: float


@dataclass(frozen=True)
class Preferences:
    """Consent and settings; `settings` holds only what differs from the option table's defaults."""

    consent: Consent | None = None
    settings: Mapping[str, str | int | bool] = field(default_factory=dict)

    def value(self, name: str) -> str | int | bool:
        """A setting's value, or its default."""
        return self.settings.get(name, SETTINGS[name].default)


def preferences_path() -> Path:
    """The file, in the system's place for settings."""
    import platformdirs

    return platformdirs.user_config_path("headshot-desktop", appauthor=False) / "preferences.json"


def agreed(text: str) -> Consent:
    """A consent given now to the text with this hash."""
    return Consent(text, time.time())


def read_preferences(path: Path) -> Preferences:
    """Read the file; what is missing, damaged or out of range counts as never said."""
    try:
        content = path.read_bytes()
        stored = json.loads(content) if len(content) <= MAX_BYTES else {}
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        return Preferences()
    return Preferences(_consent(stored.get("consent")), _settings(stored.get("settings")))


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Replace the file, whole or not at all; `MachineError` where that is not possible."""
    stored = {"format": FORMAT, **asdict(preferences)}
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(path, json.dumps(stored, indent=1).encode(), overwrite=True)
        os.chmod(path, 0o600)
    except (OSError, HeadshotError) as error:
        raise MachineError(
            "Your answers and settings could not be kept; you will be asked again at the next start.",
            code="preferences-unwritable",
        ) from error


def _consent(stored: Any) -> Consent | None:
    if not isinstance(stored, dict):
        return None
    text, given = stored.get("text"), stored.get("given")
    return Consent(text, float(given)) if isinstance(text, str) and isinstance(given, (int, float)) else None


def _settings(stored: Any) -> dict[str, str | int | bool]:
    if not isinstance(stored, dict):
        return {}
    return {name: value for name, value in stored.items() if name in SETTINGS and accepts(SETTINGS[name], value)}
