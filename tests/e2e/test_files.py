"""P9: the program changes nothing on the disk but its vault, its records, and the files that the person asked for."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import LONG, Journey
from tests.e2e.ordinary import Person
from tests.e2e.tracing import Trace, reads_paths, traced

pytestmark = [pytest.mark.assurance] if LONG else []  # the same proofs, over a longer journey

_DESCRIPTOR = re.compile(r"/proc/self/fd/\d+\Z")


_RECORDS = re.compile(r"(ledger|statistics)\.(json|lock)|\.[0-9a-f]{16}\.part")
"""What may lie in the folder of answers, events and counts, and the names under which these are written."""


def strays(trace: Trace, person: Person) -> set[str]:
    """Changed paths that are not on the list."""
    return {path for _, path in trace.changed_paths() if not _is_allowed(path, person)}


def _is_allowed(path: str, person: Person) -> bool:
    cache = f"{person.folder}/home/.cache"
    data = f"{person.folder}/home/.local/share/headshot-desktop"
    if path.startswith(f"{data}/") and _RECORDS.fullmatch(path.removeprefix(f"{data}/")):
        return True
    settings = f"{person.folder}/home/.config/headshot-desktop"
    head = {settings, str(Path(settings).parent), f"{settings}/ledger.head"}
    if path in head or re.fullmatch(re.escape(settings) + r"/\.[0-9a-f]{16}\.part", path):
        return True
    below = (f"{person.folder}/run/headshot-desktop", f"{cache}/headshot-desktop", str(person.out))
    made = {"/dev/null", cache, data, *map(str, Path(data).parents[:2])}
    if path in made or any(path == place or path.startswith(f"{place}/") for place in below):
        return True
    return bool(_DESCRIPTOR.match(path))  # a file without a name, which gets one in the folder that was asked for


@reads_paths
def test_only_the_vault_and_the_named_folder_are_changed(journey: Journey) -> None:
    for name, trace in journey.traces.items():
        assert strays(trace, journey.person) == set(), name
    assert len(list(journey.traces["make"].changed_paths())) > 50, "the vault's own files were seen"


@reads_paths
def test_exported_files_are_the_only_ones_in_the_named_folder(journey: Journey) -> None:
    """And none of them had another name before."""
    named = {path for trace in journey.traces.values() for _, path in trace.changed_paths()}
    inside = {
        path.removeprefix(f"{journey.person.out}/") for path in named if path.startswith(f"{journey.person.out}/")
    }
    expected = {path.name for path in journey.person.out.iterdir()}
    assert {name for name in inside if not name.startswith(".")} == expected
    assert {"photo-linkedin.jpg", "photo-cutout.png", "window.jpg"} <= expected
    assert all(re.fullmatch(r"\.[0-9a-f]{16}\.part", name) for name in inside - expected)


def test_nothing_is_left(journey: Journey) -> None:
    person = journey.person
    left = [path for name in ("home", "run", "tmp") for path in (person.folder / name).rglob("*") if path.is_file()]
    marks = {"CACHEDIR.TAG", ".nomedia", ".trackerignore", ".metadata_never_index", "lock"}
    marks |= {"ledger.json", "ledger.lock", "statistics.json", "statistics.lock", "ledger.head"}
    assert {path.name for path in left} <= marks
    assert all("headshot-desktop" in path.parts for path in left)


def test_stray_files_are_caught(person: Person) -> None:
    """Positive control: the same tracer and the same list, on programs that do what ours must not."""
    place = person.folder / "tmp"
    old, new = str(place / "old"), str(place / "new")
    programs = {
        "import tempfile; tempfile.NamedTemporaryFile().write(b'x')": 1,
        f"import os; os.chdir({str(place)!r}); open('relative', 'w')": 1,
        f"import os; os.mkdir({old!r}); os.rename({old!r}, {new!r})": 2,
        f"import subprocess; subprocess.run(['touch', {str(place / 'by-a-child')!r}])": 1,
        f"import os; f = os.open({str(place)!r}, os.O_DIRECTORY); os.open('at', os.O_CREAT, dir_fd=f)": 1,
    }
    for program, number in programs.items():
        trace = traced(person, sys.executable, "-c", program, log=person.folder / "stray.log")
        assert len(strays(trace, person)) >= number, program
