"""P5 for the whole program: after its end, however it ends, nothing of a photo lies in any folder of the person.

Canaries stand in the photo's pixels, metadata and name. What was written to a disk's raw blocks is searched by
`tests/vault/test_forensics.py`.
"""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.e2e.canary import CanaryPhoto, canary_photo
from tests.e2e.looking import OpenWindow, family, in_folders, role
from tests.e2e.ordinary import HEADSHOT, Person
from tests.vault.processes import alive, seconds_until

MOST_SECONDS = 2.0
KEY = (
    "import sys; from headshot_desktop.vault.keys import key_stores\n"
    "from headshot_desktop.core.errors import KeyStoreFailed\n"
    "for store in key_stores():\n"
    "    try:\n"
    "        if store.fetch(sys.argv[1]) is not None: print(store.name)\n"
    "    except KeyStoreFailed: pass\n"
)


def stores_with_key(person: Person, vault: str) -> str:
    """The key stores that still have the key of a vault, as that person sees them."""
    entry = f"headshot-desktop/vault/{vault.removeprefix('vault-')}"
    return person.run(sys.executable, "-c", KEY, entry).stdout.strip()


def vaults(person: Person) -> list[Path]:
    """Folders of vaults that are there now."""
    return sorted((person.folder / "run" / "headshot-desktop").glob("vault-*"))


@pytest.fixture
def photo(person: Person, astronaut: np.ndarray, tmp_path: Path) -> CanaryPhoto:
    made = canary_photo(tmp_path, astronaut)
    there = person.take(person.photos / made.path.name, made.path.read_bytes())
    return CanaryPhoto(there, made.needles)


@pytest.fixture
def out(person: Person) -> Iterator[Path]:
    """The folder that the person names; whatever is in it was asked for."""
    before = set(person.out.iterdir())
    yield person.out
    for path in set(person.out.iterdir()) - before:
        path.unlink()


def _make(person: Person, photo: CanaryPhoto, destinations: str) -> subprocess.Popen[str]:
    words = person.command([HEADSHOT, "make", photo.path, "--for", destinations, "--out", person.out])
    pipe = subprocess.PIPE
    return subprocess.Popen(words, env=person.environment, cwd=person.photos, stdout=pipe, stderr=pipe, text=True)


def _wait_for(what: Callable[[], bool]) -> None:
    assert seconds_until(what, 60) < 60


def _objects(person: Person) -> int:
    return sum(len(list((vault / "objects").glob("[0-9a-f]*"))) for vault in vaults(person))


def test_after_a_normal_end(person: Person, photo: CanaryPhoto, out: Path) -> None:
    since = time.time()
    with _make(person, photo, "linkedin,cutout") as program:
        _wait_for(lambda: _objects(person) >= 2)
        (vault,) = vaults(person)
        during = in_folders(person.searched(), photo.needles, since)
        program.communicate()
    assert program.returncode == 0
    assert during == [], "sealed while it works"
    assert in_folders(person.searched(), photo.needles, since) == []
    assert vaults(person) == []
    assert stores_with_key(person, vault.name) == ""
    words = {name: pieces for name, pieces in photo.needles.items() if name in {"name", "EXIF", "text", "file"}}
    exported = [path.read_bytes() for path in out.glob(f"{photo.path.stem}-*")]
    assert len(exported) == 2
    assert not any(piece in content for content in exported for pieces in words.values() for piece in pieces)


@pytest.mark.parametrize("moment", ["while it looks", "while it renders"])
def test_after_kill_9(person: Person, photo: CanaryPhoto, out: Path, moment: str) -> None:
    since, objects = time.time(), {"while it looks": 1, "while it renders": 2}[moment]
    with _make(person, photo, "linkedin") as program:
        _wait_for(lambda: _objects(person) >= objects)
        (vault,) = vaults(person)
        stored = stores_with_key(person, vault.name) if objects == 1 else "not asked"
        children = [pid for pid in family(program.pid) if pid != program.pid and role(pid) != "janitor"]
        assert program.poll() is None, "it was killed too late to prove anything"
        program.send_signal(signal.SIGKILL)
        program.communicate()
    assert seconds_until(lambda: not vaults(person)) < MOST_SECONDS
    assert stored, "positive control: the key was there"
    assert stores_with_key(person, vault.name) == ""
    assert seconds_until(lambda: not any(map(alive, children))) < MOST_SECONDS, "nobody keeps the pictures in memory"
    assert in_folders((*person.searched(), out), photo.needles, since) == []


def test_after_wipe(person: Person, photo: CanaryPhoto, out: Path) -> None:
    """`headshot wipe --running` from another terminal, while the program that has the photo stays open."""
    since = time.time()
    with OpenWindow(person.environment, person.command(())) as window:
        window.ask("add", path=str(photo.path))
        (vault,) = vaults(person)
        assert stores_with_key(person, vault.name), "positive control: the key is there"
        person.run(HEADSHOT, "wipe", "--running")
        assert vaults(person) == []
        assert stores_with_key(person, vault.name) == ""
        assert in_folders((*person.searched(), out), photo.needles, since) == []
        window.process.kill()
    assert in_folders((*person.searched(), out), photo.needles, since) == []


def test_the_search_finds_what_is_left_in_the_clear(person: Person, photo: CanaryPhoto) -> None:
    """Positive control: a copy of the photo and its decoded pixels, in two of the folders that are searched."""
    since = time.time()
    copy, raw = person.folder / "tmp" / photo.path.name, person.folder / "run" / "thumbnail"
    content = photo.path.read_bytes()
    try:
        person.take(copy, content)
        person.take(raw, Image.open(io.BytesIO(content)).tobytes())
        found = in_folders(person.searched(), photo.needles, since)
    finally:
        copy.unlink()
        raw.unlink()
    assert {needle for path, needle in found if path == copy} == {"name", "EXIF", "text", "file"}
    assert {needle for path, needle in found if path == raw} == {"pattern", "rows"}
