"""Quality statistics: how many saved headshots fell into each of 240 boxes, by month. Kept only while it is agreed to.

One JSON file, replaced whole: `{"format": 1, "months": {"2026-11": {"53": 2, …}}}`, a count for each box that has one.
It can hold nothing else: what does not fit is not read, and never written back.
"""

from __future__ import annotations

import calendar
import json
import os
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from headshot_desktop.core.errors import HeadshotError, MachineError
from headshot_desktop.core.statistics import BOXES, Box
from headshot_desktop.records.files import read_limited, write_new
from headshot_desktop.records.turn import in_turn

FORMAT = 1
MONTHS = 24
"""The present month and those before it that are kept; older ones go, also where nothing is counted any more."""
MOST = 1_000_000
"""Above this a count stays as it is."""

_MAX_BYTES = 256 * 1024
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")

Counts = Mapping[str, Mapping[Box, int]]
"""For each month, such as `2026-11`, the boxes that have a count."""


def statistics_path() -> Path:
    """The file, beside the ledger."""
    import platformdirs

    return platformdirs.user_data_path("headshot-desktop", appauthor=False) / "statistics.json"


class Statistics:
    """Count and read; several processes may do so at once."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Nothing is read or written yet.

        Args:
            path: of the file; a lock lies beside it while it is written.
            clock: Unix time in seconds.
        """
        self.path = path
        self._clock = clock

    def count(self, box: Box, wanted: Callable[[], bool] = lambda: True) -> None:
        """Count one headshot; `MachineError` where that cannot be kept.

        Args:
            box: where it falls.
            wanted: asked when nobody can delete the counts any more before this one is written.
        """
        now = time.gmtime(self._clock())
        month = f"{now.tm_year:04}-{now.tm_mon:02}"
        try:
            with in_turn(self._lock):
                if not wanted():
                    return
                months = {name: dict(counts) for name, counts in self.read().items()}
                counts = months.setdefault(month, {})
                counts[box] = min(counts.get(box, 0) + 1, MOST)
                self._keep(months)
        except (OSError, HeadshotError) as error:
            raise MachineError("The quality statistics could not be kept.", code="statistics-unwritable") from error

    def expire(self) -> None:
        """Remove the months that are too old from the file, or the file; `MachineError` where that is not possible."""
        if len(self._stored()) == len(self.read()):
            return
        try:
            with in_turn(self._lock):
                months = self.read()
                if months:
                    self._keep(months)
                else:
                    self.path.unlink(missing_ok=True)
        except (OSError, HeadshotError) as error:
            sentence = "The quality statistics could not be deleted."
            raise MachineError(sentence, code="statistics-undeletable") from error

    def read(self) -> Counts:
        """The counts of two years; what is damaged counts as none."""
        now = time.gmtime(self._clock())
        oldest = now.tm_year * 12 + now.tm_mon - MONTHS
        return {name: counts for name, counts in self._stored().items() if _month_number(name) > oldest}

    def _stored(self) -> Counts:
        """What the file holds, of whatever age."""
        if not os.path.lexists(self.path):
            return {}
        try:
            stored = json.loads(read_limited(self.path, _MAX_BYTES))
        except (HeadshotError, OSError, ValueError, RecursionError):
            return {}
        if not isinstance(stored, dict) or stored.get("format") != FORMAT or not isinstance(stored.get("months"), dict):
            return {}
        return {name: _counts(found) for name, found in stored["months"].items() if _MONTH.fullmatch(name)}

    def delete(self) -> None:
        """Remove them; `MachineError` where that is not possible."""
        try:
            if not self.path.parent.exists():
                return
            with in_turn(self._lock, last=True):
                self.path.unlink(missing_ok=True)
        except OSError as error:
            sentence = "The quality statistics could not be deleted."
            raise MachineError(sentence, code="statistics-undeletable") from error

    def _keep(self, months: Counts) -> None:
        """Write them, with the start of the month as the times of the file, its lock and their folder.

        Else these would tell the second of the last headshot. The system's own note of a change (ctime) cannot be set.
        """
        write_new(self.path, _written(months), overwrite=True)
        os.chmod(self.path, 0o600)
        now = time.gmtime(self._clock())
        month = calendar.timegm((now.tm_year, now.tm_mon, 1, 0, 0, 0))
        for place in (self.path, self._lock, self.path.parent):
            with suppress(OSError):  # such as a folder that is somebody else's: the counts are kept all the same
                os.utime(place, (month, month))

    @property
    def _lock(self) -> Path:
        return self.path.with_suffix(".lock")


def _month_number(name: str) -> int:
    year, month = name.split("-")
    return int(year) * 12 + int(month)


def _counts(found: Any) -> dict[Box, int]:
    if not isinstance(found, dict):
        return {}
    boxes = {str(number): Box.numbered(number) for number in range(BOXES)}
    return {
        boxes[name]: count
        for name, count in found.items()
        if name in boxes and isinstance(count, int) and not isinstance(count, bool) and 0 < count <= MOST
    }


def _written(months: Counts) -> bytes:
    kept = sorted(months)[-MONTHS:]
    stored = {
        name: {str(box.number): count for box, count in sorted(months[name].items(), key=lambda each: each[0].number)}
        for name in kept
    }
    return json.dumps({"format": FORMAT, "months": stored}, indent=0).encode()
