from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from headshot_desktop.app.studio import Photo
from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.ui.removal import UNDO_SECONDS, Removal
from headshot_desktop.ui.session_values import PhotoEntry

ENTRY = PhotoEntry(Photo("handle", "me.jpg"))


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def removal(clock: Clock, qapp: object) -> Removal:
    del qapp
    return Removal(clock)


def _timer(removal: Removal) -> QTimer:
    (timer,) = removal.findChildren(QTimer)
    return timer


def test_seconds_are_counted_down_until_it_is_over(removal: Removal, clock: Clock) -> None:
    told: list[int | str] = []
    removal.counted.connect(lambda: told.append(removal.seconds))
    removal.over.connect(lambda: told.append("over"))
    removal.hold(0, ENTRY)
    assert removal.seconds == UNDO_SECONDS == 20
    for _ in range(20):
        clock.now += 1.0
        removal.tick()
    assert told == [*range(19, 0, -1), "over"]
    assert removal.entry == ENTRY, "until it is taken"


def test_the_timer_waits_until_the_number_is_another_one_and_rests_without_a_photo(
    removal: Removal, clock: Clock
) -> None:
    assert not _timer(removal).isActive()
    removal.hold(0, ENTRY)
    assert _timer(removal).interval() == 1000
    clock.now += 1.25  # the event loop was busy
    removal.tick()
    assert (removal.seconds, _timer(removal).interval()) == (19, 750)
    assert removal.take() == (0, ENTRY)
    assert not _timer(removal).isActive()
    assert removal.seconds == 0
    removal.tick()
    assert not _timer(removal).isActive()


def test_another_photo_has_the_whole_time_again(removal: Removal, clock: Clock) -> None:
    removal.hold(0, ENTRY)
    clock.now += 15
    removal.hold(1, PhotoEntry(Photo("other", "other.jpg")))
    assert removal.seconds == 20


def test_what_is_found_meanwhile_is_kept(removal: Removal) -> None:
    removal.hold(0, ENTRY)
    refusal = PhotoRefused("no face")
    assert removal.found(ENTRY.photo, refusal=refusal)
    assert not removal.found(Photo("other", "other.jpg"), refusal=refusal)
    assert removal.entry is not None
    assert removal.entry.refusal is refusal


def test_by_the_real_clock_each_second_comes_once(qtbot: QtBot) -> None:
    removal, told = Removal(), []
    removal.lasts = 2
    removal.counted.connect(lambda: told.append(removal.seconds))
    with qtbot.waitSignal(removal.over, timeout=10_000):
        removal.hold(0, ENTRY)
        told.append(removal.seconds)
    assert told[0] == 2
    assert told == sorted(set(told), reverse=True), "never the same twice, never up"
    assert not _timer(removal).isActive()
