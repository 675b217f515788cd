from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from headshot_desktop.app.cloud_folders import Surroundings, cloud_service, is_on_network


def _around(home: Path, mounts: str = "", **environment: str) -> Surroundings:
    return Surroundings(home, environment, mounts)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Contoso Ltd/Pictures", "OneDrive"),
        ("Dropbox (Personal)/Faces", "Dropbox"),
        ("iCloudDrive/Pictures", "iCloud Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Pictures", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-someone@example.org/My Drive", "Google Drive"),
        ("Library/CloudStorage/OneDrive-Contoso/Pictures", "OneDrive"),
        ("Nextcloud/Photos", "Nextcloud"),
        ("pCloudDrive/Photos", "pCloud"),
        ("Pictures", ""),
        ("Pictures/Dropboxes", ""),
        ("Pictures/my onedrives", ""),
    ],
)
def test_usual_names(tmp_path: Path, folder: str, service: str) -> None:
    assert cloud_service(tmp_path / folder, _around(tmp_path)) == service


def test_a_home_folder_may_be_called_anything(tmp_path: Path) -> None:
    home = tmp_path / "dropbox"
    assert cloud_service(home / "Pictures", _around(home)) == ""


def test_windows_says_where_onedrive_is(tmp_path: Path) -> None:
    around = _around(tmp_path, OneDriveCommercial=str(tmp_path / "Firm"))
    assert cloud_service(tmp_path / "Firm" / "Pictures", around) == "OneDrive"
    assert cloud_service(tmp_path / "Firmly", around) == ""
    assert cloud_service(tmp_path / "Pictures", _around(tmp_path, OneDrive="")) == ""


def test_dropbox_says_where_it_is(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(json.dumps({"personal": {"path": str(tmp_path / "Box")}}))
    assert cloud_service(tmp_path / "Box" / "a", _around(tmp_path)) == "Dropbox"
    assert cloud_service(tmp_path / "Pictures", _around(tmp_path)) == ""


@pytest.mark.parametrize("content", ["", "[]", "{", '{"personal": 3}', '{"personal": {"path": 3}}'])
def test_a_broken_dropbox_file_tells_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(content)
    assert cloud_service(tmp_path / "Pictures", _around(tmp_path)) == ""


def test_the_linux_client_of_onedrive_says_where_it_is(tmp_path: Path) -> None:
    settings = tmp_path / ".config" / "onedrive"
    settings.mkdir(parents=True)
    (settings / "config").write_text('# mine\nsync_dir = "~/Work"\n')
    assert cloud_service(tmp_path / "Work" / "Pictures", _around(tmp_path)) == "OneDrive"


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".tmp.drivedownload", "Google Drive"),
        (".sync_a1b2.db", "Nextcloud"),
        ("._sync_a1b2.db", "Nextcloud"),
    ],
)
def test_marker_files_above_the_folder(tmp_path: Path, marker: str, service: str) -> None:
    top = tmp_path / "home" / "Stuff"
    (top / "Pictures").mkdir(parents=True)
    (top / marker).touch()
    assert cloud_service(top / "Pictures", _around(tmp_path / "home")) == service
    assert cloud_service(tmp_path / "home" / "Pictures", _around(tmp_path / "home")) == ""


def test_dropbox_settings_do_not_make_the_home_folder_a_copied_one(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert cloud_service(tmp_path / "Pictures", _around(tmp_path)) == ""


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "Pictures").mkdir(parents=True)
    (tmp_path / "Pictures").symlink_to(tmp_path / "Dropbox" / "Pictures")
    assert cloud_service(tmp_path / "Pictures", _around(tmp_path)) == "Dropbox"


def test_a_loop_of_links_is_survived(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert cloud_service(tmp_path / "a", _around(tmp_path)) == ""


def test_macs_documents_in_icloud(tmp_path: Path) -> None:
    around = _around(tmp_path)
    assert cloud_service(tmp_path / "Documents", around) == ""
    (tmp_path / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / "Documents").mkdir(parents=True)
    assert cloud_service(tmp_path / "Documents" / "Faces", around) == "iCloud Drive"


def test_mounted_storage(tmp_path: Path) -> None:
    cloud = (tmp_path / "my cloud").as_posix().replace(" ", r"\040")
    mounts = f"sysfs /sys sysfs rw 0 0\nremote: {cloud} fuse.rclone rw 0 0\n"
    assert cloud_service(tmp_path / "my cloud" / "a", _around(tmp_path, mounts)) == "rclone"
    assert cloud_service(tmp_path / "mine", _around(tmp_path, mounts)) == ""


def test_this_computer_can_be_asked(tmp_path: Path) -> None:
    assert cloud_service(tmp_path / "Dropbox", Surroundings.here()) == "Dropbox"


_MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\n"
    "server:/export/homes /mnt/homes nfs4 rw 0 0\n"
    "/dev/sdb1 /mnt/homes/disk ext4 rw 0 0\n"
    r"//box/share /media/our\040share cifs rw 0 0" + "\n"
    "me@there:/ /home/me/there fuse.sshfs rw 0 0\n"
)


@pytest.mark.parametrize(
    ("folder", "away"),
    [
        ("/mnt/homes/me/Pictures", True),
        ("/mnt/homes", True),
        ("/mnt/homes/disk/Pictures", False),
        ("/mnt/homestead", False),
        ("/media/our share/faces", True),
        ("/home/me/there/x", True),
        ("/home/me/Pictures", False),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Linux' table of mounts")
def test_folders_on_other_computers(tmp_path: Path, folder: str, away: bool) -> None:
    assert is_on_network(Path(folder), _around(tmp_path, _MOUNTS)) == away


def test_without_a_table_of_mounts_nothing_is_said(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path, _around(tmp_path))
