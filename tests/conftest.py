"""Noise fails: any log record of WARNING or above that a test did not ask for is an error."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from headshot_desktop.app.build import own_record
from headshot_desktop.app.record import Record
from headshot_desktop.core.consent import Purpose
from headshot_desktop.records.ledger import Ledger, ledger_path
from headshot_desktop.records.preferences import preferences_path

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


_SHARED: list[Record] = []
"""The record in the tests' folders, once these are there."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Proofs that take minutes run only when they are asked for: `make assurance`."""
    if os.environ.get("HEADSHOT_ASSURANCE"):
        return
    long = [item for item in items if item.get_closest_marker("assurance")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in set(long)]


def _watched(folders: list[Path]) -> list[str]:
    """What this process opens from now on in some folders; its children have the environment that is set below."""
    seen: list[str] = []
    roots = tuple(f"{folder}{os.sep}" for folder in folders)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(roots):
            seen.append(arguments[0])

    sys.addaudithook(hook)
    return seen


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Vaults, records and settings of the tests lie in folders of the tests, not in those of the person who runs them.

    In the tests' folders the question of the first start is answered: face analysis is agreed to.
    """
    folder = tmp_path_factory.mktemp("session")
    own = {
        "XDG_RUNTIME_DIR": folder / "runtime",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_DATA_HOME": folder / "data",
        "XDG_STATE_HOME": folder / "state",
        "HOME": folder / "home",
    }
    theirs = [ledger_path().parent, preferences_path().parent]
    opened = _watched(theirs)
    before = {name: os.environ.get(name) for name in own}
    for name, path in own.items():
        path.mkdir(mode=0o700)
        os.environ[name] = str(path)
    assert folder in ledger_path().parents, "the tests would write into the record of the person who runs them"
    _SHARED.append(own_record())
    _SHARED[0].give(Purpose.ANALYSIS, "en")
    yield
    assert opened == [], "a test opened files of the person who runs the tests"
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


def _keys() -> set[str]:
    """The vaults of this user that have a key in the kernel's keyring; none where there is no such keyring.

    A key that was revoked or has expired is listed until the kernel gets round to it; see keyrings(7), /proc/keys.
    """
    try:
        lines = Path("/proc/keys").read_text("utf-8", "replace").splitlines()
    except OSError:
        return set()
    columns = (line.split() for line in lines)
    living = (parts for parts in columns if len(parts) > 3 and "R" not in parts[1] and parts[3] != "expd")
    return set(re.findall(r"headshot-desktop/vault/([0-9a-f]{32})", "\n".join(" ".join(parts) for parts in living)))


def _open_files() -> str:
    """The names of all open files of this user's processes: a vault's program holds the lock in its folder."""
    names = []
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):
            names.append(os.readlink(link))
    return "\n".join(names)


@pytest.fixture(autouse=True, scope="session")
def _no_key_is_left() -> Iterator[None]:
    """Every test gives back the keys that it made; a key of a program that runs beside the tests is none of ours."""
    before = _keys()
    yield
    left = _keys() - before
    for _ in range(10):
        if not left:
            return
        time.sleep(0.5)  # a janitor may still be at it
        names = _open_files()
        left = {key for key in left & _keys() if f"vault-{key}" not in names}
    assert not left, f"keys without a program: {sorted(left)}"


@pytest.fixture(autouse=True)
def _the_answer_stays() -> Iterator[None]:
    """The answer in the tests' folders is every test's: one that takes it back brings a record of its own."""
    yield
    assert _SHARED[0].agreed(Purpose.ANALYSIS), "this test has taken the consent of all tests back; use `record`"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """A record of the test's own, in which face analysis is agreed to."""
    made = Record(Ledger(tmp_path / "record" / "ledger.json"))
    made.give(Purpose.ANALYSIS, "en")
    return made


@pytest.fixture
def unanswered(tmp_path: Path) -> Record:
    """A record of the test's own, in which nothing was asked yet."""
    return Record(Ledger(tmp_path / "record" / "ledger.json"))


@pytest.fixture(autouse=True)
def _no_unexpected_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    for when in ("setup", "call"):
        loud = [record.getMessage() for record in caplog.get_records(when) if record.levelno >= logging.WARNING]
        assert not loud, f"unexpected log records: {loud}"


@pytest.fixture(scope="session")
def astronaut() -> np.ndarray:
    """A real face that may be everywhere: the public-domain astronaut of scikit-image, uint8 (512, 512, 3)."""
    from skimage import data

    return np.asarray(data.astronaut())


@pytest.fixture(scope="session")
def astronaut_file(astronaut: np.ndarray, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The astronaut as a PNG file."""
    path = tmp_path_factory.mktemp("photos") / "astronaut.png"
    Image.fromarray(astronaut).save(path)
    return path


@pytest.fixture(scope="session")
def astronaut_jpeg(astronaut: np.ndarray) -> bytes:
    """The astronaut as the content of a JPEG file."""
    stream = io.BytesIO()
    Image.fromarray(astronaut).save(stream, "JPEG", quality=95)
    return stream.getvalue()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The project's shared data folder; tests that need it are skipped visibly where it is not."""
    if not SHARED_DATA.is_dir():
        pytest.skip("../shared/data is not on this machine")
    return SHARED_DATA
