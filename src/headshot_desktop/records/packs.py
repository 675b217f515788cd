"""Model packs on the disk."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from headshot_desktop.core.pack_files import digest_of, is_link, opened
from headshot_desktop.core.pack_paths import SUFFIXES, suffix_of
from headshot_desktop.core.packs import MANIFEST, SIGNATURE, Manifest, PackFile, parse_manifest, to_json


def create_from(folder: Path, described: Manifest) -> Manifest:
    """Write `pack.json` for a folder in the layout of diffusers; one that is there is replaced.

    Args:
        folder: of the pipeline.
        described: everything but `files` and `digest`, which are found here.

    Returns:
        What it says, with its files and its digest.
    """
    text = to_json(replace(described, files=tuple(_entry(folder, path) for path in sorted(_paths(folder)))))
    parsed = parse_manifest(text)
    beside = folder / f".{MANIFEST}.part"
    beside.write_bytes(text)
    beside.replace(folder / MANIFEST)
    return parsed


def _paths(folder: Path) -> list[str]:
    found = []
    for place, _, names in os.walk(folder):
        for each in names:
            path = (Path(place) / each).relative_to(folder).as_posix()
            if path in {MANIFEST, SIGNATURE} or suffix_of(path) not in SUFFIXES or is_link((folder / path).lstat()):
                continue
            found.append(path)
    return found


def _entry(folder: Path, path: str) -> PackFile:
    with opened(folder, path) as source:
        size = os.fstat(source.fileno()).st_size
        return PackFile(path, size, digest_of(source))
