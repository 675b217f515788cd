from __future__ import annotations

import math

import numpy as np
import pytest

from headshot_desktop.core.errors import Bug
from headshot_desktop.engine.original import laid

PHOTO = np.random.default_rng(3).integers(0, 256, (60, 80, 3), np.uint8)


def _smooth(height: int, width: int) -> np.ndarray:
    y, x = np.mgrid[0:height, 0:width] + 0.5
    wave = 127 + 100 * np.sin(x / width * 7) * np.cos(y / height * 5)
    return np.dstack([wave, np.roll(wave, 9, 0), np.roll(wave, 7, 1)]).astype(np.uint8)


def test_a_photo_in_its_own_place_is_itself() -> None:
    assert np.array_equal(laid(PHOTO, (1, 0, 0, 0, 1, 0), 80, 60), PHOTO)


def test_a_part_of_it_keeps_every_pixel() -> None:
    assert np.array_equal(laid(PHOTO, (1, 0, -20, 0, 1, -10), 30, 25), PHOTO[10:35, 20:50])


def test_a_quarter_turn_moves_pixels_and_changes_none() -> None:
    turned = laid(PHOTO, (0, -1, 60, 1, 0, 0), 60, 80)
    assert np.array_equal(turned[..., :3], np.rot90(PHOTO, -1))


def test_where_the_photo_ends_nothing_is_shown() -> None:
    shown = laid(PHOTO, (1, 0, 10, 0, 1, 5), 100, 80)
    assert shown.shape == (80, 100, 4)
    assert np.array_equal(shown[5:65, 10:90, :3], PHOTO)
    assert (shown[5:65, 10:90, 3] == 255).all()
    assert shown[:4, :, 3].max() == shown[:, :9, 3].max() == shown[67:, :, 3].max() == 0


@pytest.mark.parametrize("scale", [0.5, 0.31, 1.6])
def test_points_come_where_they_are_wanted(scale: float) -> None:
    """A smooth picture, turned and scaled, has the colours that its formula has at the mapped places."""
    photo = _smooth(300, 400)
    turn = complex(math.cos(0.1), math.sin(0.1)) * scale
    a, b = turn.real, -turn.imag
    place = (a, b, -30.0 * scale, -b, a, -20.0 * scale)
    width, height = round(200 * scale), round(150 * scale)
    shown = laid(photo, place, width, height)
    back = np.linalg.inv(np.array([[a, b], [-b, a]]))
    for x, y in ((0.3, 0.3), (0.5, 0.6), (0.8, 0.4)):
        there = back @ (np.array([round(x * width) + 0.5, round(y * height) + 0.5]) - (place[2], place[5]))
        expected = photo[int(there[1]), int(there[0])].astype(int)
        assert np.abs(shown[round(y * height), round(x * width), :3].astype(int) - expected).max() <= 6


def test_fine_detail_is_averaged_when_it_becomes_smaller() -> None:
    checks = (np.indices((400, 400)).sum(0) % 2 * 255).astype(np.uint8)
    shown = laid(np.dstack([checks] * 3), (0.25, 0, 0, 0, 0.25, 0), 100, 100)
    assert np.abs(shown[..., 0].astype(int) - 127).max() < 25, "no moiré"


@pytest.mark.parametrize(
    ("place", "size"),
    [
        ((1, 0, 0, 0, 1), (10, 10)),
        ((math.nan, 0, 0, 0, 1, 0), (10, 10)),
        ((0, 0, 0, 0, 0, 0), (10, 10)),
        ((1, 0, 0, 0, 1, 0), (0, 10)),
        ((1, 0, 0, 0, 1, 0), (10, 10**6)),
    ],
)
def test_a_place_that_is_none_is_a_mistake_of_ours(place: tuple[float, ...], size: tuple[int, int]) -> None:
    with pytest.raises(Bug):
        laid(PHOTO, place, *size)
