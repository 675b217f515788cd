import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from headshot_desktop.engine.studio import depth

Picture = NDArray[np.float32]
SIDE = 400


def stripes(period: int = 12) -> Picture:
    """Sharp vertical stripes, red before blue."""
    red = (np.arange(SIDE) // (period // 2)) % 2
    row = np.where(red[:, None] > 0, (0.8, 0.3, 0.2), (0.2, 0.3, 0.8)).astype(np.float32)
    return np.repeat(row[None], SIDE, 0)


def disc(radius: float) -> Picture:
    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    return np.asarray(np.clip(radius - np.hypot(x - SIDE / 2, y - SIDE / 2), 0, 1), np.float32)


def receded(photo: Picture, alpha: Picture, valid: NDArray[np.bool_] | None = None, **given: float) -> Picture:
    there = np.ones(alpha.shape, np.bool_) if valid is None else valid
    return depth.receding(photo, alpha, there, clutter=given.get("clutter", 0.0), grain=given.get("grain", 0.0), seed=0)


def ring(inner: float, outer: float) -> NDArray[np.bool_]:
    return np.asarray((disc(outer) > 0.5) & (disc(inner) < 0.5))


def test_the_person_and_what_is_right_beside_them_keep_every_pixel() -> None:
    photo, alpha = stripes(), disc(80)
    made = receded(photo, alpha, clutter=3.0, grain=0.01)
    near = disc(82) > 0.5
    assert np.array_equal(made[near], photo[near])


def test_the_blur_grows_with_the_distance() -> None:
    photo, alpha = stripes(), disc(60)
    made = receded(photo, alpha, clutter=3.0)
    kept = [
        float(made[ring(a, b)].std(0)[0] / photo[ring(a, b)].std(0)[0]) for a, b in ((62, 70), (95, 105), (160, 190))
    ]
    assert kept[0] > 0.9
    assert kept[0] > kept[1] > kept[2]
    assert kept[2] < 0.4


def test_an_error_of_the_matte_cannot_be_seen() -> None:
    photo, alpha = stripes(), disc(80)
    # A piece of background as wide as an ear that the matte takes for the person, and a piece of the person left out.
    wrong = alpha.copy()
    wrong[190:210, 275:292] = 1
    wrong[190:210, 120:128] = 0
    right, off = receded(photo, alpha, clutter=3.0), receded(photo, wrong, clutter=3.0)
    assert float(np.abs(right - off)[150:250, 100:300].mean()) < 0.004
    # Nowhere does the picture jump where the photo does not.
    smooth = np.repeat(np.repeat(np.linspace(0.2, 0.8, SIDE, dtype=np.float32)[None, :, None], SIDE, 0), 3, 2)
    assert np.abs(np.diff(receded(smooth, wrong, clutter=3.0), axis=1)).max() < 0.02


def test_the_persons_colour_does_not_glow_around_them() -> None:
    photo = np.full((SIDE, SIDE, 3), 0.3, np.float32)
    photo[disc(80) > 0] = (0.9, 0.2, 0.1)
    made = receded(photo, disc(80), clutter=3.0)
    assert np.abs(made[ring(84, 200)] - 0.3).max() < 0.01


def test_only_background_flows_on_beyond_the_photo() -> None:
    photo = np.full((SIDE, SIDE, 3), 0.3, np.float32)
    photo[disc(80) > 0] = (0.9, 0.2, 0.1)
    valid = np.ones((SIDE, SIDE), np.bool_)
    valid[:117] = False  # three pixels above the person
    photo[:117] = 0
    assert np.abs(receded(photo, disc(80), valid)[:112] - 0.3).max() < 0.02


def test_a_quiet_background_keeps_its_tones_and_a_restless_one_is_calmed_far_from_the_person() -> None:
    y = np.linspace(0.2, 0.8, SIDE, dtype=np.float32)
    photo = np.repeat(np.repeat(y[:, None, None], SIDE, 1), 3, 2)
    alpha = disc(60)
    assert np.array_equal(receded(photo, alpha, clutter=0.5), photo)
    calmed = receded(photo, alpha, clutter=3.0)
    assert np.ptp(calmed[:, :20].mean((1, 2))) < 0.9 * np.ptp(photo[:, :20].mean((1, 2)))


def test_beyond_the_photo_its_background_flows_on_without_an_edge() -> None:
    photo = stripes(period=40)
    valid = np.ones((SIDE, SIDE), np.bool_)
    valid[:40] = False
    photo[:40] = 0
    made = receded(photo, disc(80), valid)
    assert made[:40].min() > 0.1
    assert np.abs(np.diff(made[:80], axis=0)).max() < 0.1


def test_black_hair_is_no_mask_but_the_corners_of_a_round_picture_are() -> None:
    photo = np.full((SIDE, SIDE, 3), 0.5, np.float32)
    photo[disc(195) < 0.5] = 0
    alpha = disc(80)
    photo[150:200, 170:230] = 0
    made = receded(photo, alpha)
    assert made[160:190, 180:220].max() == 0
    assert made[2:12, 2:12].min() > 0.3


@pytest.mark.parametrize("size", [(40, 60), (500, 300)])
def test_any_size_stays_in_range(size: tuple[int, int]) -> None:
    random = np.random.default_rng(1)
    photo = random.random((*size, 3), np.float32)
    alpha = cv2.resize(disc(80), size[::-1]).astype(np.float32)
    made = receded(photo, alpha, clutter=2.0, grain=0.02)
    assert made.shape == photo.shape
    assert made.dtype == np.float32
    assert 0 <= made.min() <= made.max() <= 1


def test_a_picture_full_of_the_person_comes_back() -> None:
    photo = stripes()
    assert np.array_equal(receded(photo, np.ones((SIDE, SIDE), np.float32), clutter=2.0, grain=0.02), photo)
