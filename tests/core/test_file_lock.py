"""Who holds the lock of a file keeps others out until the file is closed."""

import os
import subprocess
import sys
from pathlib import Path

from headshot_desktop.core.file_lock import taken

_OTHER = """
import os, sys
from headshot_desktop.core.file_lock import taken
print(taken(os.open(sys.argv[1], os.O_RDWR)))
"""


def _taken_elsewhere(path: Path) -> bool:
    found = subprocess.run([sys.executable, "-c", _OTHER, str(path)], capture_output=True, text=True, check=True)
    return found.stdout == "True\n"


def test_a_lock_keeps_another_process_out_until_the_file_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        assert taken(descriptor)
        assert not _taken_elsewhere(path)
    finally:
        os.close(descriptor)
    assert _taken_elsewhere(path)
