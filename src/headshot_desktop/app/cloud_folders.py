"""Whether what is exported to a folder leaves the machine, though not through us: cloud services and networks."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_BY_NAME: tuple[tuple[str, str], ...] = (
    (r"onedrive( - .+|-.+)?", "OneDrive"),
    (r"dropbox( \(.+\)|-.+)?", "Dropbox"),
    (r"iclouddrive|icloud drive|mobile documents|com~apple~clouddocs", "iCloud Drive"),
    (r"google ?drive(-.+)?|google-drive:.*|my drive|\.shortcut-targets-by-id", "Google Drive"),
    (r"nextcloud\d*|nextcloud-.+|owncloud\d*|owncloud-.+", "Nextcloud"),
    (r"pcloud ?drive|pcloudsync|pcloud-.+", "pCloud"),
)
"""Usual names of the services' folders, among them those below macOS' `Library/CloudStorage` and GNOME's mounts."""

_MARKERS: tuple[tuple[str, str], ...] = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.driveupload", "Google Drive"),
    (".tmp.drivedownload", "Google Drive"),
    (".shortcut-targets-by-id", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "Nextcloud"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "Nextcloud"),
)
"""Files that the services' programs leave in the folder at the top of what they copy."""


_NETWORK = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ceph",
        "9p",
        "davfs",
        "fuse.sshfs",
        "fuse.gvfsd-fuse",
        "fuse.davfs2",
    )
)
"""File systems in `/proc/self/mounts` whose files lie on another computer."""


@dataclass(frozen=True)
class Surroundings:
    """What is asked besides the folder itself.

    Attributes:
        home: the person's home folder.
        environment: environment variables; Windows' OneDrive tells its roots there.
        mounts: the text of `/proc/self/mounts`, or empty.
    """

    home: Path
    environment: Mapping[str, str]
    mounts: str = ""

    @classmethod
    def here(cls) -> Self:
        """This computer's."""
        return cls(Path.home(), os.environ, _text(Path("/proc/self/mounts")))


def cloud_service(folder: Path, around: Surroundings) -> str:
    """The name of the service that copies `folder` away; empty when no sign of one was found.

    Asked are the folder's own path and where links lead, the roots that the services' programs announce, and the marker
    files they leave. The folder need not exist. Reads names of files and the services' own settings, no other content.
    A service that leaves no such sign isn't found.
    """
    given = folder.absolute()
    places = [given, _resolved(given)]
    for place in places:
        found = _by_root(place, around) or _by_name(place, around.home) or _by_mount(place, around.mounts)
        if found:
            return found
    return _by_marker(places[-1], around.home)


def is_on_network(folder: Path, around: Surroundings) -> bool:
    """Whether `folder` lies on another computer, as far as the system tells: Linux' mounts and Windows' drives.

    A folder that a file manager shows on macOS isn't found.
    """
    place = _resolved(folder.absolute())
    if place.drive:
        return _is_remote_drive(place.anchor)
    best, kind = "", ""
    for line in around.mounts.splitlines():
        _, point, system = [*line.split(" "), "", "", ""][:3]
        root = Path(point.replace(r"\040", " "))
        if len(point) >= len(best) and (place == root or root in place.parents):
            best, kind = point, system
    return kind in _NETWORK


def _is_remote_drive(anchor: str) -> bool:
    """Windows: a share, or a letter that stands for one (`GetDriveTypeW` answers 4, DRIVE_REMOTE)."""
    if anchor.startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll", None)
    return kernel is not None and int(kernel.kernel32.GetDriveTypeW(anchor)) == 4


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):  # a loop of links
        return folder


def _by_root(folder: Path, around: Surroundings) -> str:
    for root, service in _roots(around):
        if folder == root or root in folder.parents or _resolved(root) in (folder, *folder.parents):
            return service
    return ""


def _roots(around: Surroundings) -> list[tuple[Path, str]]:
    """Folders that the services' programs say they copy."""
    roots = [
        (Path(value), "OneDrive")
        for name, value in around.environment.items()
        if name.lower() in {"onedrive", "onedrivecommercial", "onedriveconsumer"} and Path(value).is_absolute()
    ]
    roots += [(path, "Dropbox") for path in _dropbox(around)]
    # macOS links its Desktop and Documents into iCloud Drive when it copies them.
    icloud = around.home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    roots += [(around.home / name, "iCloud Drive") for name in ("Desktop", "Documents") if _is_there(icloud / name)]
    return roots + [(path, "OneDrive") for path in _onedrive_on_linux(around.home)]


def _dropbox(around: Surroundings) -> list[Path]:
    """Roots in Dropbox' `info.json`, whose place its documentation names for each system."""
    folders = [around.home / ".dropbox"]
    folders += [
        Path(value) / "Dropbox"
        for name, value in around.environment.items()
        if name.upper() in {"APPDATA", "LOCALAPPDATA"}
    ]
    roots = []
    for folder in folders:
        try:
            accounts = json.loads(_text(folder / "info.json"))
            roots += [Path(account["path"]) for account in accounts.values()]
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return roots


def _onedrive_on_linux(home: Path) -> list[Path]:
    """`sync_dir` in the settings of the free OneDrive client for Linux."""
    found = re.search(r'^\s*sync_dir\s*=\s*"([^"]+)"', _text(home / ".config" / "onedrive" / "config"), re.MULTILINE)
    return [home / found[1].removeprefix("~/")] if found else []


def _by_name(folder: Path, home: Path) -> str:
    # The home folder itself may be called anything.
    parts = folder.relative_to(home).parts if home in folder.parents else folder.parts
    for part in parts:
        for pattern, service in _BY_NAME:
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return service
    return ""


def _by_mount(folder: Path, mounts: str) -> str:
    """File systems in user space that show a cloud service's storage."""
    for line in mounts.splitlines():
        device, point, kind = [*line.split(" "), "", "", ""][:3]
        root = Path(point.replace(r"\040", " "))
        if not (kind.startswith("fuse") and (folder == root or root in folder.parents)):
            continue
        for sign, service in (("pcloud", "pCloud"), ("rclone", "rclone"), ("google-drive", "Google Drive")):
            if sign in f"{device} {kind}".lower():
                return service
    return ""


def _by_marker(folder: Path, home: Path) -> str:
    for place in (folder, *folder.parents):
        # `~/.dropbox` holds the program's settings and does not make the home folder one that is copied.
        if place in (home, home.parent):
            break
        for pattern, service in _MARKERS:
            if any(_matches(place, pattern)):
                return service
    return ""


def _matches(folder: Path, pattern: str) -> list[Path]:
    try:
        return list(folder.glob(pattern))
    except OSError:
        return []


def _is_there(path: Path) -> bool:
    try:
        return path.is_symlink() or path.exists()
    except OSError:
        return False


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")[:100_000]
    except OSError:
        return ""
