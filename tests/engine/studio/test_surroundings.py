import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from headshot_desktop.core.request import Backdrop, BackdropKind
from headshot_desktop.engine.studio.surroundings import calmed, kept, room_beyond

Picture = NDArray[np.float32]
SIDE = 320


def disc(radius: float = 90) -> Picture:
    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    return np.asarray(np.clip((radius - np.hypot(x - SIDE / 2, y - SIDE / 2)) / 4 + 0.5, 0, 1), np.float32)


def scene(person: tuple[float, float, float], wall: Picture) -> Picture:
    alpha = disc()[..., None]
    return np.asarray(wall + alpha * (np.array(person, np.float32) - wall), np.float32)


def everywhere() -> NDArray[np.bool_]:
    return np.ones((SIDE, SIDE), np.bool_)


def wall(value: float = 0.5) -> Picture:
    return np.full((SIDE, SIDE, 3), value, np.float32)


def test_nothing_of_the_person_glows_around_them() -> None:
    behind = calmed(scene((1.0, 0.0, 0.0), wall()), disc(), everywhere())
    assert np.abs(behind - 0.5).max() < 0.01


def test_stripes_go_out_of_focus_and_broad_light_stays() -> None:
    stripes = wall()
    stripes[:, ::8] = 0.9
    stripes[:, SIDE // 2 :] += 0.1
    behind = calmed(stripes, np.zeros((SIDE, SIDE), np.float32), everywhere())
    assert behind[40:-40, 40:120].std() < 0.1 * stripes[40:-40, 40:120].std()
    assert behind[:, -60:].mean() > behind[:, :60].mean() + 0.04


def test_blur_goes_from_half_to_twice_the_usual() -> None:
    step = wall(0.3)
    step[:, SIDE // 2 :] = 0.7
    nothing = np.zeros((SIDE, SIDE), np.float32)
    widths = []
    for blur in (0.0, 0.5, 1.0):
        behind = calmed(step, nothing, everywhere(), Backdrop(BackdropKind.NATURAL, (0, 0, 0), blur=blur).defocus)
        row = behind[SIDE // 2, :, 0]
        low, high = float(row[:20].mean()), float(row[-20:].mean())
        widths.append(int(((row > low + 0.1 * (high - low)) & (row < high - 0.1 * (high - low))).sum()))
    assert widths[1] == pytest.approx(2 * widths[0], rel=0.25)
    assert widths[2] == pytest.approx(2 * widths[1], rel=0.25)


def test_colour_and_brightness_are_calmed_not_lost() -> None:
    halves = wall()
    halves[:, : SIDE // 2] = (0.8, 0.3, 0.2)
    behind = calmed(halves, np.zeros((SIDE, SIDE), np.float32), everywhere())
    before, after = halves[160, 40], behind[160, 40]
    assert 0.5 < np.ptp(after) / np.ptp(before) < 0.9
    assert after.argmax() == 0


def test_the_background_flows_on_where_the_photo_ends() -> None:
    there = everywhere()
    there[:60] = False
    picture = scene((0.2, 0.2, 0.2), wall(0.6))
    picture[:60] = 0
    behind = calmed(picture, disc(), there)
    assert np.abs(behind[:60] - 0.6).max() < 0.01


def test_a_person_who_fills_the_photo_still_has_something_behind() -> None:
    picture = wall(0.4)
    behind = calmed(picture, np.ones((SIDE, SIDE), np.float32), everywhere())
    assert behind.shape == picture.shape
    assert np.isfinite(behind).all()


def test_any_size_gives_the_same_picture() -> None:
    noise = np.random.default_rng(1).random((SIDE, SIDE, 3))
    picture = scene((0.9, 0.7, 0.6), cv2.GaussianBlur(noise, (0, 0), 20).astype(np.float32))
    small = calmed(picture, disc(), everywhere())
    size = (3 * SIDE, 3 * SIDE)
    large = calmed(
        np.asarray(cv2.resize(picture, size), np.float32),
        np.asarray(cv2.resize(disc(), size), np.float32),
        np.ones(size, np.bool_),
    )
    assert np.abs(cv2.resize(large, (SIDE, SIDE), interpolation=cv2.INTER_AREA) - small).mean() < 0.004


def test_what_the_matte_is_undecided_about_stays_as_photographed() -> None:
    picture, foreground = wall(0.4), wall(0.9)
    alpha, loose = disc(60), disc(60)
    loose[:, :40] = 0.7  # a pet at the side, cut away again
    alpha[:, :40] = 0.1
    loose[:, -40:] = 0.15  # a faint haze
    colours, cover = kept(foreground, picture, alpha, loose)
    assert cover[:, :40].min() > 0.99
    assert np.abs(colours[:, :40] - 0.45).max() < 0.01
    assert cover[:, -40:].max() < 0.01
    assert np.abs(colours[160, 160] - 0.9).max() < 1e-6
    assert (cover >= alpha).all()


def test_only_plain_backgrounds_may_flow_on_past_the_border() -> None:
    shares = [room_beyond(clutter) for clutter in (0.0, 0.5, 1.0, 5.0)]
    assert shares == sorted(shares, reverse=True)
    assert (shares[0], shares[-1]) == (0.12, 0.02)


def test_the_black_corners_of_an_avatar_are_not_background() -> None:
    y, x = np.mgrid[:SIDE, :SIDE]
    picture = scene((0.2, 0.2, 0.2), wall(0.6))
    picture[np.hypot(x - SIDE / 2, y - SIDE / 2) > SIDE / 2] = 0
    behind = calmed(picture, disc(), everywhere())
    assert np.abs(behind - 0.6).max() < 0.02
