"""A photo that went through the vault cannot be found on the disk afterwards, not even in the raw blocks.

Canaries stand in the photo's pixels, in its EXIF data and in its file name. Home, temporary, cache and run folders of
the program and the vault itself lie in one loop-mounted ext4 image, which is searched byte by byte after the end.
"""

from __future__ import annotations

import mmap
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.vault.processes import Program, best_store, gone, hits, seconds_until

STORE = best_store()
SIZE = 96 << 20
TOOLS = ("mkfs.ext4", "mount", "umount")


@dataclass(frozen=True)
class Photo:
    """A photo file and what must never be found of it."""

    path: Path
    canaries: dict[str, bytes]


@pytest.fixture
def photo(tmp_path: Path) -> Photo:
    """Uncompressed pixels (a TIFF keeps them as they are), with EXIF data, under a telling name."""
    words = {place: secrets.token_hex(16) for place in ("pixels", "EXIF", "file name")}
    row = words["pixels"].encode() * 96
    picture = Image.frombytes("RGB", (len(row) // 3, 900), row * 900)
    exif = Image.Exif()
    exif[0x010E] = words["EXIF"]  # ImageDescription
    path = tmp_path / f"{words['file name']}.tif"
    picture.save(path, "TIFF", exif=exif)
    canaries = {place: word.encode() for place, word in words.items()}
    content = path.read_bytes()
    assert content.count(canaries["pixels"]) > 50_000
    assert canaries["EXIF"] in content
    return Photo(path, canaries)


class Disk:
    """An ext4 image that is mounted until it is searched."""

    def __init__(self, place: Path) -> None:
        self.image, self.mounted = place / "disk.img", place / "disk"
        self.mounted.mkdir()
        with self.image.open("wb") as file:
            file.truncate(SIZE)
        subprocess.run(["mkfs.ext4", "-q", "-F", str(self.image)], check=True, capture_output=True)  # noqa: S607
        mount = ["mount", "-o", "loop,nodiscard", str(self.image), str(self.mounted)]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            pytest.skip("only root can mount a disk image")
        self._is_mounted = True

    def environment(self) -> dict[str, str]:
        """Every folder that a program may take for its files, on this disk."""
        names = {"HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run"}
        names |= {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
        for name in names.values():
            (self.mounted / name).mkdir(mode=0o700, exist_ok=True)
        return {variable: str(self.mounted / name) for variable, name in names.items()}

    def unmount(self) -> None:
        if self._is_mounted:
            # A janitor that is just leaving keeps it busy for a moment.
            umount = ["umount", str(self.mounted)]
            assert seconds_until(lambda: subprocess.run(umount, check=False, capture_output=True).returncode == 0) < 10
            self._is_mounted = False

    def count(self, needle: bytes) -> int:
        """How often the needle lies in the raw image."""
        found, place = 0, 0
        with self.image.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            while (place := content.find(needle, place)) >= 0:
                found, place = found + 1, place + 1
        return found


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if os.geteuid() != 0 or any(shutil.which(tool) is None for tool in TOOLS):
        pytest.skip("mounting a disk image needs root and the tools of ext4")
    made = Disk(tmp_path)
    yield made
    made.unmount()


def _close(program: Program, _: Disk) -> None:
    program.ask("close")


def _kill(program: Program, _: Disk) -> None:
    program.kill()


def _wipe_by_hand(program: Program, disk: Disk) -> None:
    with Program(**disk.environment()) as hand:
        assert hand.ask("wipe", roots=[str(disk.mounted / "cache" / "headshot")])["wiped"] == 1
    program.kill()


def _discard(program: Program, disk: Disk) -> None:
    (handle,) = program.ask("state")["items"]
    program.ask("discard", handle=handle)
    # What is searched is the disk of a program that still runs; the journal is written out first.
    subprocess.run(["sync", "-f", str(disk.mounted)], check=True)  # noqa: S607 — a tool of the system


ENDS = {"close": _close, "kill": _kill, "wipe": _wipe_by_hand, "discard": _discard}


@pytest.mark.parametrize("end", ENDS)
def test_nothing_of_a_photo_is_found(disk: Disk, photo: Photo, end: str) -> None:
    environment = disk.environment()
    with Program(**environment) as program:
        program.ask("create", roots=[str(disk.mounted / "cache" / "headshot")], keys=STORE)
        handle = program.ask("put_file", path=str(photo.path))["handle"]
        assert program.ask("open", handle=handle)["size"] == photo.path.stat().st_size
        folder = program.folder
        ENDS[end](program, disk)
        if end != "discard":
            assert seconds_until(lambda: gone(folder, STORE)) < 2
        for canary in photo.canaries.values():
            assert hits(disk.mounted, canary) == 0
        program.kill()
        assert seconds_until(lambda: gone(folder, STORE)) < 2
    disk.unmount()
    assert disk.count(b"HSDSEAL\0") > 0, "positive control: the sealed photo was on this disk"
    assert {place: disk.count(canary) for place, canary in photo.canaries.items()} == dict.fromkeys(photo.canaries, 0)


def test_the_search_finds_a_file_that_was_deleted(disk: Disk, photo: Photo) -> None:
    """Positive control: the same photo written plainly, synced and removed."""
    plain = disk.mounted / photo.path.name
    shutil.copyfile(photo.path, plain)
    with plain.open("rb") as file:
        os.fsync(file.fileno())
    plain.unlink()
    disk.unmount()
    found = {place: disk.count(canary) for place, canary in photo.canaries.items()}
    assert found["pixels"] > 50_000
    assert found["EXIF"] > 0
    assert found["file name"] > 0
