"""A pack's files compared with its manifest and looked at, right before they are loaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from headshot_desktop.core import pack_files
from headshot_desktop.core.pack_rules import check_contents
from headshot_desktop.engine.generative.job import Stamp, Verified
from headshot_desktop.engine.generative.sound import check_weights


def verify(folder: Path, digest: str, on_bytes: Callable[[int, int], None] | None = None) -> Verified:
    """Compare every file of the pack in `folder` with its manifest, and the manifest with the pack that was chosen.

    What would only fail in the middle of a picture is refused here: settings that no library knows, weights that are
    no numbers.

    Args:
        folder: of the pack.
        digest: SHA-256 of `pack.json`, hexadecimal, as the request names it.
        on_bytes: told how many bytes are done, and of how many; may raise to stop.

    Raises:
        ModelMissing: a file is not there.
        ModelCorrupt: a file or the manifest is another one, or a link.
        PackRefused: see `check_contents` and `check_weights`.
    """
    found = stamps(folder)
    manifest = pack_files.verified(folder, digest, on_bytes)
    total = sum(file.size for file in manifest.files)
    check_contents(manifest, partial(pack_files.opened, folder))
    check_weights(folder, manifest, lambda: on_bytes(total, total) if on_bytes is not None else None)
    return Verified(folder, manifest, found)


def stamps(folder: Path) -> dict[str, Stamp]:
    """Of every file below `folder`, by its path in it."""
    paths = (path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): made for path in paths if (made := _stamp(path)) is not None}


def check_untouched(pack: Verified, name: str = "") -> None:
    """Compare what lies there now with what lay there when the pack was compared with its manifest.

    Args:
        pack: as it was opened.
        name: of a file or folder in it; everything where it is empty.

    Raises:
        ModelCorrupt: something was touched, exchanged or taken away.
    """
    for path, stamp in pack.stamps.items():
        if (not name or path == name or path.startswith(f"{name}/")) and _stamp(pack.folder / path) != stamp:
            raise pack_files.changed(path)


def _stamp(path: Path) -> Stamp | None:
    """Inode, size and times of a file; None when it is not there."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
