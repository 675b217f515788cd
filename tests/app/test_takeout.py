"""Everything as one file: what is in it, that it is whole, and that nothing is left of one that was not finished."""

from __future__ import annotations

import io
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyrage
import pytest

from headshot_desktop.app import takeout
from headshot_desktop.app.build import build_studio
from headshot_desktop.app.studio import Studio
from headshot_desktop.app.takeout import Order, Seal, Told, take_out
from headshot_desktop.core.errors import (
    Cancelled,
    ExportRefused,
    MachineError,
    PolicyError,
    UserError,
    VaultLocked,
)
from headshot_desktop.core.events import EventKind
from headshot_desktop.core.policy import Managed, Policy
from headshot_desktop.engine.fake import FakeEngine
from tests.scripts import script

SECRET = b"twelve stones in a row"
QUICK = 8
"""Of scrypt, where its strength does not matter."""

JPEG = b"\xff\xd8\xff\xe0 a photo with everything that a camera writes"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def studio() -> Iterator[Studio]:
    with build_studio(FakeEngine(script())) as made:
        yield made


@pytest.fixture
def filled(studio: Studio) -> Studio:
    """With two photos, a small copy of the first, and a headshot of it."""
    photo = studio.add_content(JPEG, "me.jpg")
    studio.add_content(b"RIFF????WEBPother", "C:\\Users\\me\\other.webp")
    studio.inspect(photo)
    catalogue = studio.catalogue
    studio.render(photo, studio.request(catalogue.looks[0], catalogue.destinations[0]))
    return studio


def _order(path: Path, seal: Seal = Seal.ZIP, **more: object) -> Order:
    return Order(path, seal, **({"work": QUICK} | more))  # type: ignore[arg-type]


def _zip(content: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    return archive


def _left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


@pytest.mark.promise("takeout")
def test_everything_is_in_it_as_it_was(filled: Studio, tmp_path: Path) -> None:
    names = {item.handle: item.kind for item in filled.items()}
    photo = next(handle for handle, kind in names.items() if kind == "photo")
    told = Told({photo: {"name": "me.jpg"}}, {"retention": 5}, "Read me.")
    take_out(filled, told, _order(tmp_path / "all.zip"))
    archive = _zip((tmp_path / "all.zip").read_bytes())
    assert archive.namelist() == [
        "photos/photo-01.jpg",
        "photos/photo-02.webp",
        "small-copies/copy-01.png",
        "headshots/headshot-01.png",
        "about.json",
        "read-me.txt",
    ]
    assert archive.read("photos/photo-01.jpg") == JPEG
    for item, name in zip(filled.items(), archive.namelist(), strict=False):
        assert archive.read(name) == filled.picture(item.handle)
    about = json.loads(archive.read("about.json"))
    assert [each["file"] for each in about["pictures"]] == archive.namelist()[:4]
    assert about["pictures"][0] | {"added": ""} == {
        "file": "photos/photo-01.jpg",
        "kind": "photo",
        "bytes": len(JPEG),
        "added": "",
        "name": "me.jpg",
    }
    assert about["settings"] == {"retention": 5}
    assert about["statistics"] == []
    assert about["consents"][0]["purpose"] == "analysis"
    assert about["events_whole"] is True
    assert {event["kind"] for event in about["events"]} >= {"consent-given"}


def test_what_is_known_beforehand_stands_before_each_picture(filled: Studio, tmp_path: Path) -> None:
    """Programs that read a zip from its beginning need sizes and checksums in the headers."""
    take_out(filled, Told(), _order(tmp_path / "all.zip"))
    for entry in _zip((tmp_path / "all.zip").read_bytes()).infolist():
        assert not entry.flag_bits & 8
        assert entry.compress_type == zipfile.ZIP_STORED


def test_no_path_is_in_it(filled: Studio, tmp_path: Path) -> None:
    take_out(filled, Told(), _order(tmp_path / "all.zip"))
    content = (tmp_path / "all.zip").read_bytes()
    for word in (str(tmp_path), str(Path.home()), "Users", os.environ.get("USER", "root-user")):
        assert word.encode() not in content


def test_it_is_recorded(filled: Studio, tmp_path: Path) -> None:
    for seal, kind in ((Seal.ZIP, "zip"), (Seal.PASSPHRASE, "age")):
        take_out(filled, Told(), _order(tmp_path / kind, seal, passphrase=SECRET))
        last = filled.record.events()[-1]
        assert (last.kind, dict(last.facts)) == (EventKind.TAKEN_OUT, {"pictures": 4, "as": kind})


def test_only_its_owner_may_read_it(filled: Studio, tmp_path: Path) -> None:
    take_out(filled, Told(), _order(tmp_path / "all.zip"))
    assert (tmp_path / "all.zip").stat().st_mode & 0o777 == 0o600


@pytest.mark.promise("takeout-encrypted")
def test_with_a_passphrase_it_is_the_same_zip(filled: Studio, tmp_path: Path) -> None:
    take_out(filled, Told(), _order(tmp_path / "all.age", Seal.PASSPHRASE, passphrase=bytearray(SECRET)))
    sealed = (tmp_path / "all.age").read_bytes()
    assert JPEG not in sealed
    archive = _zip(pyrage.passphrase.decrypt(sealed, SECRET.decode()))
    assert archive.read("photos/photo-01.jpg") == JPEG
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealed, "twelve stones in a raw")


def test_for_a_key_only_its_owner_opens_it(filled: Studio, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    take_out(filled, Told(), _order(tmp_path / "all.age", Seal.KEYS, keys=(str(identity.to_public()),)))
    sealed = (tmp_path / "all.age").read_bytes()
    assert JPEG not in sealed
    assert _zip(pyrage.decrypt(sealed, [identity])).read("photos/photo-01.jpg") == JPEG


@pytest.mark.skipif(not shutil.which("age"), reason="the age tool is not installed")
def test_the_age_tool_opens_it(filled: Studio, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(f"{identity}\n")
    take_out(filled, Told(), _order(tmp_path / "all.age", Seal.KEYS, keys=(str(identity.to_public()),)))
    command = ["age", "-d", "-i", str(tmp_path / "key"), str(tmp_path / "all.age")]
    content = subprocess.run(command, capture_output=True, check=True).stdout
    assert _zip(content).read("photos/photo-01.jpg") == JPEG


def test_a_refusal_leaves_nothing(filled: Studio, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        take_out(filled, Told(), _order(tmp_path / "all.age", Seal.PASSPHRASE, passphrase=b"short"))
    with pytest.raises(UserError):
        take_out(filled, Told(), _order(tmp_path / "all.age", Seal.KEYS, keys=("nobody",)))
    filled.lock()
    with pytest.raises(VaultLocked):
        take_out(filled, Told(), _order(tmp_path / "all.zip"))
    assert _left(tmp_path) == []


def test_a_file_that_is_there_is_kept(filled: Studio, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(b"mine")
    with pytest.raises(ExportRefused):
        take_out(filled, Told(), _order(tmp_path / "all.zip"))
    assert (tmp_path / "all.zip").read_bytes() == b"mine"


@pytest.mark.parametrize("seal", list(Seal))
def test_stopped_in_the_middle_nothing_is_left(seal: Seal, filled: Studio, tmp_path: Path) -> None:
    seen: list[int] = []
    key = str(pyrage.x25519.Identity.generate().to_public())
    order = _order(tmp_path / "all", seal, passphrase=SECRET, keys=(key,))
    with pytest.raises(Cancelled):
        take_out(filled, Told(), order, lambda done, _: seen.append(done), lambda: len(seen) < 2)
    assert len(seen) == 2
    assert _left(tmp_path) == []
    assert filled.record.events()[-1].kind is not EventKind.TAKEN_OUT


@pytest.mark.parametrize("seal", list(Seal))
def test_stopped_while_it_is_read_back_nothing_is_left(seal: Seal, filled: Studio, tmp_path: Path) -> None:
    """All is written; a lock or a wipe comes before the file has its name."""
    told: list[tuple[int, int]] = []
    key = str(pyrage.x25519.Identity.generate().to_public())
    order = _order(tmp_path / "all", seal, passphrase=SECRET, keys=(key,))
    with pytest.raises(Cancelled):
        take_out(filled, Told(), order, lambda *each: told.append(each), lambda: not told or told[-1][0] < told[-1][1])
    assert told[-1][0] == told[-1][1], "the last picture was in it"
    assert _left(tmp_path) == []
    assert filled.record.events()[-1].kind is not EventKind.TAKEN_OUT


@pytest.mark.parametrize("seal", list(Seal))
def test_a_full_disk_leaves_nothing(seal: Seal, filled: Studio, tmp_path: Path) -> None:
    key = str(pyrage.x25519.Identity.generate().to_public())
    order = _order(tmp_path / "all", seal, passphrase=SECRET, keys=(key,))
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    filled.picture(filled.items()[0].handle)  # the vault has written what it must
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(MachineError):
            take_out(filled, Told(), order)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert _left(tmp_path) == []


@pytest.mark.parametrize("seal", list(Seal))
def test_a_bit_that_the_disk_has_changed_is_noticed(
    seal: Seal, filled: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = takeout._Writing.fill

    def worse(self: takeout._Writing, file: io.BufferedRandom) -> None:
        real(self, file)
        file.seek(-30, io.SEEK_END)
        there = file.read(1)
        file.seek(-1, io.SEEK_CUR)
        file.write(bytes([there[0] ^ 1]))
        file.seek(0, io.SEEK_END)

    monkeypatch.setattr(takeout._Writing, "fill", worse)
    key = str(pyrage.x25519.Identity.generate().to_public())
    with pytest.raises(MachineError) as refusal:
        take_out(filled, Told(), _order(tmp_path / "all", seal, passphrase=SECRET, keys=(key,)))
    assert refusal.value.code == "write-unverified"
    assert _left(tmp_path) == []


def _with_policy(**values: object) -> Managed:
    return Managed((Policy("test", values),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("how", "seal", "allowed"),
    [
        ("any", Seal.ZIP, True),
        ("encrypted", Seal.ZIP, False),
        ("encrypted", Seal.PASSPHRASE, True),
        ("off", Seal.PASSPHRASE, False),
    ],
)
def test_the_organisation_decides(how: str, seal: Seal, allowed: bool, tmp_path: Path) -> None:
    with build_studio(FakeEngine(script()), managed=_with_policy(takeout=how)) as studio:
        studio.add_content(JPEG, "me.jpg")
        order = _order(tmp_path / "all", seal, passphrase=SECRET)
        if allowed:
            take_out(studio, Told(), order)
        else:
            with pytest.raises(PolicyError):
                take_out(studio, Told(), order)
    assert (tmp_path / "all").exists() is allowed


def test_it_goes_into_allowed_folders_only(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    with build_studio(FakeEngine(script()), managed=_with_policy(**{"export-folders": (str(inside),)})) as studio:
        with pytest.raises(PolicyError):
            take_out(studio, Told(), _order(tmp_path / "all.zip"))
        take_out(studio, Told(), _order(inside / "all.zip"))
    assert _left(tmp_path) == ["all.zip", "inside"]


LARGE = 8 << 20
MANY = 12

_PROGRAM = f"""
import os, resource, sys
from pathlib import Path
from headshot_desktop.app.build import build_studio
from headshot_desktop.app.takeout import Order, Seal, Told, take_out
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.engine.fake import FakeEngine
from tests.scripts import script
seal, folder = Seal(sys.argv[1]), Path(sys.argv[2])
with build_studio(FakeEngine(script()), record=Record(None, here=[Purpose.ANALYSIS])) as studio:
    for number in range({MANY}):
        studio.add_content(bytearray(os.urandom({LARGE})), "photo.jpg")
    key = sys.argv[3]
    print("ready", flush=True)
    sys.stdin.readline()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    take_out(studio, Told(), Order(folder / "all", seal, passphrase=b"twelve stones in a row", keys=(key,), work=8))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, flush=True)
"""


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[str]]]:
    """Programs that a test has started."""
    running: list[subprocess.Popen[str]] = []
    yield running
    for process in running:
        process.kill()
        process.communicate()


def _start(seal: Seal, folder: Path, running: list[subprocess.Popen[str]]) -> subprocess.Popen[str]:
    """A program with twelve photos of 8 MB, ready to take them out into `folder` when it is told to."""
    key = str(pyrage.x25519.Identity.generate().to_public())
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", _PROGRAM, str(seal), str(folder), key]
    process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    running.append(process)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system as POSIX has it")
@pytest.mark.parametrize("seal", [Seal.ZIP, Seal.KEYS])
def test_memory_does_not_grow_with_the_photos(seal: Seal, tmp_path: Path, started: list[subprocess.Popen[str]]) -> None:
    process = _start(seal, tmp_path, started)
    said, _ = process.communicate("go\n", timeout=120)
    grown = int(said) * 1024  # kilobytes, of 1024 bytes
    assert (tmp_path / "all").stat().st_size > MANY * LARGE
    assert grown < 4 * LARGE, f"{grown / 1e6:.0f} MB for {MANY * LARGE / 1e6:.0f} MB of photos"


@pytest.mark.skipif(sys.platform != "linux", reason="files without a name are Linux’s")
@pytest.mark.parametrize("seal", list(Seal))
@pytest.mark.promise("takeout-encrypted")
def test_killed_in_the_middle_nothing_is_left(seal: Seal, tmp_path: Path, started: list[subprocess.Popen[str]]) -> None:
    process = _start(seal, tmp_path, started)
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    links = Path(f"/proc/{process.pid}/fd")
    end, being_written = time.monotonic() + 30, False
    while not being_written and time.monotonic() < end:
        for link in links.iterdir():
            with suppress(FileNotFoundError):  # a descriptor that was closed since it was listed
                being_written |= str(tmp_path) in os.readlink(link) and link.stat().st_size > LARGE
        assert _left(tmp_path) == [], "it has a name before it is whole"
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    assert being_written
    assert _left(tmp_path) == []


def test_other_threads_have_their_turn(filled: Studio, tmp_path: Path) -> None:
    """The window must not stand still while scrypt works: the largest gap in another thread's time."""
    gaps, over = [0.0], threading.Event()

    def beat() -> None:
        last = time.perf_counter()
        while not over.wait(0.001):
            now = time.perf_counter()
            gaps.append(now - last)
            last = now

    beating = threading.Thread(target=beat)
    beating.start()
    begun = time.perf_counter()
    take_out(filled, Told(), _order(tmp_path / "all.age", Seal.PASSPHRASE, passphrase=SECRET, work=17))
    took = time.perf_counter() - begun
    over.set()
    beating.join()
    assert took > 0.2, "scrypt is to take its time"
    assert max(gaps) < took / 3, f"{max(gaps):.2f} s of {took:.2f} s"
