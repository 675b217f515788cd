"""A pack's files compared with its manifest, right before they are loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from headshot_desktop.core import pack_files
from headshot_desktop.engine.generative.job import Verified


def verify(folder: Path, digest: str, on_bytes: Callable[[int, int], None] | None = None) -> Verified:
    """Compare every file of the pack in `folder` with its manifest, and the manifest with the pack that was chosen.

    Args:
        folder: of the pack.
        digest: SHA-256 of `pack.json`, hexadecimal, as the request names it.
        on_bytes: told how many bytes are done, and of how many; may raise to stop.

    Raises:
        ModelMissing: a file is not there.
        ModelCorrupt: a file or the manifest is another one, or a link.
    """
    return Verified(folder, pack_files.verified(folder, digest, on_bytes))
