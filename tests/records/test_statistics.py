from __future__ import annotations

import json
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from headshot_desktop.core.errors import MachineError
from headshot_desktop.core.statistics import BOXES, Box
from headshot_desktop.records.statistics import MONTHS, Statistics

NOVEMBER = 1_795_000_000.0  # 2026-11-18
MONTH = 30.5 * 86400


def _at(path: Path, now: float) -> Statistics:
    return Statistics(path, lambda: now)


def test_the_file_holds_counts_by_month_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "data" / "statistics.json"
    for number in range(BOXES):
        for _ in range(1 + number % 2):
            _at(path, NOVEMBER + number).count(Box.numbered(number))
    stored = json.loads(path.read_bytes())
    assert set(stored) == {"format", "months"}
    assert set(stored["months"]) == {"2026-11"}
    counts = stored["months"]["2026-11"]
    assert counts == {str(number): 1 + number % 2 for number in range(BOXES)}
    assert set(path.read_text()) <= set('{}": ,\n-0123456789formatmonths')
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {each.name for each in path.parent.iterdir()} == {"statistics.json", "statistics.lock"}


def test_the_times_of_the_file_say_no_more_than_the_month(tmp_path: Path) -> None:
    path = tmp_path / "data" / "statistics.json"
    places = (path, path.with_suffix(".lock"), path.parent)
    for now, month in ((NOVEMBER, "2026-11-01"), (NOVEMBER + MONTH, "2026-12-01")):
        _at(path, now).count(Box.numbered(7))
        times = {value for place in places for value in (place.stat().st_mtime, place.stat().st_atime)}
        assert {datetime.fromtimestamp(each, UTC).isoformat() for each in times} == {f"{month}T00:00:00+00:00"}
    _at(path, NOVEMBER + 24 * MONTH).expire()
    assert set(_at(path, NOVEMBER + 24 * MONTH).read()) == {"2026-12"}, "control: it was written anew"
    assert datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%d %H:%M:%S") == "01 00:00:00"


def test_the_order_of_what_was_made_is_not_in_it(tmp_path: Path) -> None:
    boxes = [Box.numbered(number) for number in (7, 200, 7, 31)]
    for name, order in (("a", boxes), ("b", boxes[::-1])):
        for hour, box in enumerate(order):
            _at(tmp_path / name, NOVEMBER + 3600 * hour).count(box)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_two_years_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "statistics.json"
    for month in range(MONTHS + 6):
        _at(path, NOVEMBER + month * MONTH).count(Box(2, 1, 2, 0))
    kept = Statistics(path).read()
    assert len(kept) == MONTHS
    assert "2026-11" not in kept
    assert max(kept) > "2029-"


def test_two_years_end_also_where_nothing_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "statistics.json"
    for years in (0, 1, 4):
        _at(path, NOVEMBER + years * 12 * MONTH).count(Box(2, 1, 2, 0))
    assert sorted(_at(path, NOVEMBER + 48 * MONTH).read()) == ["2030-11"]
    assert set(json.loads(path.read_bytes())["months"]) == {"2030-11"}, "gone from the file too"
    _at(path, NOVEMBER + 71 * MONTH).expire()
    assert path.exists(), "the twenty-fourth month"
    assert _at(path, NOVEMBER + 72 * MONTH).read() == {}
    _at(path, NOVEMBER + 72 * MONTH).expire()
    assert not path.exists()


def test_what_is_too_old_goes_from_the_file_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "statistics.json"
    path.write_text(json.dumps({"format": 1, "months": {"2024-11": {"7": 1}, "2024-12": {"7": 2}}}))
    _at(path, NOVEMBER).expire()
    assert json.loads(path.read_bytes()) == {"format": 1, "months": {"2024-12": {"7": 2}}}


@pytest.mark.parametrize(
    "months",
    [
        {"2026-11": {"240": 1}},
        {"2026-11": {"-1": 1}},
        {"2026-11": {"7": 0}},
        {"2026-11": {"7": True}},
        {"2026-11": {"7": "anna.jpg"}},
        {"2026-11": {"name": 3}},
        {"2026-11": []},
        {"2026-13": {"7": 1}},
        {"2026-11-18": {"7": 1}},
    ],
)
def test_what_does_not_fit_is_not_read_and_not_written_back(tmp_path: Path, months: object) -> None:
    path = tmp_path / "statistics.json"
    path.write_text(json.dumps({"format": 1, "months": months, "who": "anna"}))
    assert not any(Statistics(path).read().values())
    _at(path, NOVEMBER).count(Box.numbered(8))
    stored = json.loads(path.read_bytes())
    assert stored == {"format": 1, "months": {"2026-11": {"8": 1}}}


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"format": 2, "months": {}}', b"[" * 100_000, b"\xff"])
def test_a_damaged_file_counts_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "statistics.json"
    path.write_bytes(content)
    assert Statistics(path).read() == {}


def test_deleted_is_gone(tmp_path: Path) -> None:
    statistics = Statistics(tmp_path / "data" / "statistics.json")
    statistics.delete()
    statistics.count(Box.numbered(1))
    statistics.delete()
    assert list((tmp_path / "data").iterdir()) == []


def test_a_count_that_is_not_wanted_any_more_is_not_written(tmp_path: Path) -> None:
    statistics = Statistics(tmp_path / "statistics.json")
    statistics.count(Box.numbered(1), lambda: False)
    assert not statistics.path.exists()


def test_where_it_cannot_be_kept_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MachineError, match="could not be kept"):
        Statistics(tmp_path / "file" / "s.json").count(Box.numbered(1))


_COUNT = """
import sys
from pathlib import Path
from headshot_desktop.core.statistics import Box
from headshot_desktop.records.statistics import Statistics
for number in range(20):
    Statistics(Path(sys.argv[1])).count(Box.numbered(5))
"""


def test_several_processes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "statistics.json"
    running = [subprocess.Popen([sys.executable, "-c", _COUNT, str(path)]) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert [list(counts.values()) for counts in Statistics(path).read().values()] == [[60]]
