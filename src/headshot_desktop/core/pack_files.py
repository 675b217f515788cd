"""A pack's files on the disk, compared with its manifest: size and SHA-256 of every one, nothing more and no links.

Both who imports a pack and who loads it use this, so it lies in `core`, the only module there that reads files.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from headshot_desktop.core.errors import HeadshotError, ModelCorrupt, ModelMissing
from headshot_desktop.core.packs import MANIFEST, MOST_BYTES, Manifest, PackFile, parse_manifest
from headshot_desktop.core.sentences import reason

OnBytes = Callable[[int, int], None]
"""Told how many bytes are done, and of how many; may raise to stop."""

_PIECE = 4 << 20


def verified(folder: Path, manifest_digest: str, on_bytes: OnBytes | None = None) -> Manifest:
    """What the pack in `folder` says, after every file was compared with it just now.

    Args:
        folder: of the pack.
        manifest_digest: SHA-256 of `pack.json`, hexadecimal; empty to take what is there.
        on_bytes: told of the progress.

    Raises:
        ModelMissing: a file is not there.
        ModelCorrupt: `pack.json` is another one, or a file differs from it or is a link.
        PackRefused: `pack.json` cannot be read.
    """
    manifest = read_manifest(folder)
    if manifest_digest and manifest.digest != manifest_digest:
        raise ModelCorrupt(
            "The pack “{name}” is another one than was chosen. Choose it again.", code="pack-changed", name=manifest.id
        )
    total, done = sum(file.size for file in manifest.files), 0
    for file in manifest.files:

        def told(count: int, before: int = done) -> None:
            if on_bytes is not None:
                on_bytes(before + count, total)

        check_file(folder, file, told)
        done += file.size
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """What `pack.json` in `folder` says; errors as `verified`."""
    with opened(folder, MANIFEST) as source:
        return parse_manifest(source.read(MOST_BYTES + 1))


def check_file(folder: Path, file: PackFile, on_count: Callable[[int], None] | None = None) -> None:
    """Compare one file with its entry; errors as `verified`."""
    with opened(folder, file.path) as source:
        if os.fstat(source.fileno()).st_size != file.size or digest_of(source, on_count) != file.sha256:
            raise changed(file.path)


def opened(folder: Path, path: str) -> BinaryIO:
    """A file of a pack, open for reading and unbuffered; a link anywhere below `folder` is refused.

    Raises:
        ModelMissing: it is not there.
        ModelCorrupt: it is a link, a folder, a device or a pipe, or cannot be read.
    """
    target = folder
    try:
        for part in path.split("/"):
            target = target / part
            status = target.lstat()
            if is_link(status):
                raise ModelCorrupt("“{name}” is a link. Get the pack again.", code="pack-holds-link", name=path)
        if not stat.S_ISREG(status.st_mode):  # before it is opened: opening a device may already do something
            raise _no_file(path)
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        descriptor = os.open(target, flags)
    except FileNotFoundError:
        raise ModelMissing(
            "The file “{name}” of the pack is missing. Get the pack again.", code="pack-file-missing", name=path
        ) from None
    except OSError as error:
        raise ModelCorrupt(
            "The file “{name}” of the pack cannot be read: {why}.", code="pack-unreadable", name=path, why=reason(error)
        ) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _no_file(path)
    return os.fdopen(descriptor, "rb", buffering=0)


def _no_file(path: str) -> ModelCorrupt:
    return ModelCorrupt("“{name}” is no file. Get the pack again.", code="pack-not-a-file", name=path)


def is_link(status: os.stat_result) -> bool:
    """Whether what `lstat` told of leads elsewhere: a symbolic link, or on Windows a junction."""
    reparse = getattr(status, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400)
    return stat.S_ISLNK(status.st_mode) or bool(reparse)


def digest_of(source: BinaryIO, on_count: Callable[[int], None] | None = None) -> str:
    """SHA-256 of what is left of a file, hexadecimal.

    Args:
        source: open for reading.
        on_count: told after each piece how many bytes were read; may raise to stop.
    """
    digest, buffer, done = hashlib.sha256(), bytearray(_PIECE), 0
    view = memoryview(buffer)
    while count := source.readinto(buffer):  # type: ignore[attr-defined]
        digest.update(view[:count])
        done += count
        if on_count is not None:
            on_count(done)
    return digest.hexdigest()


def changed(path: str) -> HeadshotError:
    """What is said of a file that is not the one that the manifest names."""
    return ModelCorrupt(
        "The file “{name}” of the pack was changed or damaged. Get the pack again.", code="pack-file-changed", name=path
    )
