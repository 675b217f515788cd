"""P10: damaged and hostile files through the real decoder process, as the application would send them.

A file may be read, refused, or end the decoder; the application must live on, within its deadline and the decoder's
memory. `make assurance` sends 20,000 files of each format, `make test` the first few hundred of the same.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.engine.decoder import REFUSALS
from headshot_desktop.engine.process import DECODE_SECONDS, ProcessEngine
from tests.engine.mutation import bases, damaged

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIC")
MEMORY_LIMIT = 2 * 1024**3
DEATHS = {"crashed", "hostile"}
KNOWN_DEATHS = {"HEIC": 16}
"""Decoders that the 20,000 files of a format end, all with pi-heif 1.4.0 (decision 0007); one more is a regression."""


class Tally:
    """What came of many files."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.slowest = 0.0
        self.memory = 0

    @property
    def deaths(self) -> int:
        """Decoders that a file has ended."""
        return sum(self.outcomes[code] for code in DEATHS)

    def __str__(self) -> str:
        counts = dict(self.outcomes.most_common())
        return json.dumps(
            {
                **counts,
                "decoder_deaths": self.deaths,
                "slowest_s": round(self.slowest, 2),
                "peak_mib": self.memory >> 20,
            }
        )


def _memory(pid: int) -> int:
    """Peak resident bytes; 0 for a process that is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except FileNotFoundError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def send(files: Iterable[bytes], monkeypatch: pytest.MonkeyPatch) -> Tally:
    """Send files one after the other; only refusals with a known code are accepted as answers."""
    monkeypatch.setattr("headshot_desktop.engine.process.RECYCLE_AFTER", 1000)  # else most of the time is start-up
    tally = Tally()
    with ProcessEngine() as engine:
        for content in files:
            started = time.monotonic()
            try:
                message = engine._decode(content)
                outcome = "read"
                assert len(message.blobs[0]) == message.fields["width"] * message.fields["height"] * 3
            except PhotoRefused as refusal:
                outcome = refusal.code
                assert outcome in REFUSALS
            tally.slowest = max(tally.slowest, time.monotonic() - started)
            tally.outcomes[outcome] += 1
            if pids := engine.pids():
                tally.memory = max(tally.memory, _memory(pids["decoder"]))
    return tally


def _check(tally: Tally, count: int) -> None:
    assert tally.outcomes.total() == count
    assert tally.outcomes["too-slow"] == 0, tally
    assert tally.slowest < DECODE_SECONDS, tally
    assert tally.memory <= MEMORY_LIMIT, tally


def test_the_undamaged_files_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: damage that is refused was damage."""
    for kind, files in bases().items():
        assert send(files, monkeypatch).outcomes == {"read": len(files)}, kind


def test_the_same_seed_gives_the_same_files() -> None:
    assert list(damaged("PNG", 20)) == list(damaged("PNG", 20)) != list(damaged("PNG", 20, seed=1))


@pytest.mark.parametrize("kind", FORMATS)
def test_damaged_files_are_read_or_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tally = send(damaged(kind, 300), monkeypatch)
    _check(tally, 300)
    assert tally.outcomes["read"] > 5, "some damage does not show, or the files are nonsense from the first byte"
    assert tally.outcomes["damaged"] > 5, tally
    assert tally.deaths == 0, tally


@pytest.mark.assurance
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", FORMATS)
def test_twenty_thousand_damaged_files(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tally = send(damaged(kind, 20_000), monkeypatch)
    sys.stderr.write(f"\n{kind} {tally}\n")  # shown with -s; the numbers belong into the report
    _check(tally, 20_000)
    assert tally.deaths <= KNOWN_DEATHS.get(kind, 0), tally


def test_published_hostile_files(shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The odd but valid ones of the same collection are in `test_decoder`."""
    paths = [
        path for path in sorted((shared_data / "malformed").rglob("*")) if path.is_file() and path.name != "SOURCES.tsv"
    ]
    tally = send((path.read_bytes() for path in paths), monkeypatch)
    _check(tally, len(paths))
    assert len(paths) > 700
    assert tally.deaths == 0, tally
