"""Marks that ask search indexes, thumbnailers and backups to leave a folder alone, for each system its own.

They are a courtesy to the person: what lies in the folder is encrypted and gone with its key anyway. None of them can
fail the vault.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
from pathlib import Path

from headshot_desktop.core.errors import VaultError
from headshot_desktop.vault.folder import Folder

_FILES: dict[str, bytes] = {
    # https://bford.info/cachedir/: the first 43 bytes are the signature, tar, restic, borg and others obey it
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# Encrypted temporary files of Headshot Desktop; not worth a backup.\n",
    ".nomedia": b"",
    ".trackerignore": b"",
    ".metadata_never_index": b"",
}

_NOT_CONTENT_INDEXED = 0x2000  # FILE_ATTRIBUTE_NOT_CONTENT_INDEXED
_EXCLUDED = b"com.apple.metadata:com_apple_backup_excludeItem"


def mark(root: Folder) -> None:
    """Put into a root folder the marks that are not there yet."""
    there = set(root.names())
    for name, content in _FILES.items():
        if name not in there:
            with contextlib.suppress(VaultError):
                root.write(name, content)
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetFileAttributesW(str(root.path), _NOT_CONTENT_INDEXED)
    elif sys.platform == "darwin":
        _exclude_from_backup(root.path)


def _exclude_from_backup(path: Path) -> None:
    """The extended attribute that `tmutil addexclusion` sets."""
    import plistlib

    value = plistlib.dumps("com.apple.backupd", fmt=plistlib.FMT_BINARY)
    ctypes.CDLL(None).setxattr(str(path).encode(), _EXCLUDED, value, len(value), 0, 0)
