"""What a test of the installed window needs: a screen, a session with a keyring, and a screen reader.

The fixtures `screen` and `reader` of `conftest.py` give them; a test module takes `NEEDED` as its `pytestmark`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.screen import Screen, virtual_screen
from tests.e2e.screen_reader import SERVICE, ScreenReader, accessibility
from tests.vault.keyring_daemon import login_session

NEEDED = [
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
    pytest.mark.skipif(not SERVICE.exists(), reason="needs at-spi2-core"),
]
"""Marks of tests that use both."""


@contextmanager
def seated(folder: Path) -> Iterator[Screen]:
    """A virtual screen of a person who has logged in and has a folder for pictures; `folder` is for its files."""
    with (
        login_session(folder / "s") as session,
        accessibility(session.environment) as environment,
        virtual_screen(folder, environment) as made,
    ):
        (session.home / "Pictures").mkdir()
        yield made


@contextmanager
def listening(screen: Screen) -> Iterator[ScreenReader]:
    """A screen reader on that screen."""
    made = ScreenReader(screen.environment["DBUS_SESSION_BUS_ADDRESS"])
    yield made
    made.close()
