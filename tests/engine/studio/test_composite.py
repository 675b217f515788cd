import numpy as np
import pytest
from numpy.typing import NDArray
from skimage import data

from headshot_desktop.engine.studio.composite import (
    GRAIN_COARSEST,
    blended,
    border_faded,
    compose,
    grained,
    light_wrapped,
    measured_grain,
    shadowed,
)

Picture = NDArray[np.float32]


def flat(value: float, height: int = 300, width: int = 240) -> Picture:
    return np.full((height, width, 3), value, np.float32)


def bust(height: int = 300, width: int = 240, soft: float = 3.0) -> Picture:
    y, x = np.mgrid[:height, :width].astype(np.float32)
    head = 60 - np.hypot((x - width / 2) * 1.2, y - 120)
    body = np.where(y > 190, 95 - np.abs(x - width / 2), -90)
    return np.asarray(np.clip(np.maximum(head, body) / soft + 0.5, 0, 1), np.float32)


def test_inside_is_the_person_and_outside_the_backdrop() -> None:
    alpha = bust()
    out = compose(flat(0.3), alpha, flat(0.05), grain=0, light_x=0, seed=1)
    assert out[120, 120] == pytest.approx([0.3] * 3, abs=1e-6)
    assert out[10, 10] == pytest.approx([0.05] * 3, abs=0.002)


def test_before_their_own_background_nothing_is_added() -> None:
    alpha = bust()
    out = blended(flat(0.3), alpha, flat(0.95), grain=0, seed=1)
    assert out[10, 10] == pytest.approx([0.95] * 3, abs=1e-6)
    assert out[120, 120] == pytest.approx([0.3] * 3, abs=1e-6)


def test_the_old_background_restores_the_photo() -> None:
    # With the right alpha and foreground, blending encoded values over the same background is the identity.
    alpha = bust(soft=12)
    background = flat(0.1)
    photo = background + alpha[..., None] * (flat(0.6) - background)
    out = compose(flat(0.6), alpha, background, grain=0, light_x=0, seed=1)
    assert np.abs(out - photo).max() < 0.012


@pytest.mark.parametrize(("person", "backdrop"), [(0.1, 0.95), (0.9, 0.08), (0.5, 0.5)])
def test_no_halo_at_the_edge(person: float, backdrop: float) -> None:
    # Along a line across the edge the values run from one side to the other without overshooting either.
    out = compose(flat(person), bust(soft=6), flat(backdrop), grain=0, light_x=0.4, seed=1)
    line = out[120, :120, 0]
    low, high = min(person, line[0]), max(person, line[0])
    assert line.min() >= low - 0.01  # the shadow
    assert line.max() <= high + 0.03
    steps = np.diff(line)
    turns = np.count_nonzero(np.abs(steps[np.sign(steps) == -np.sign(person - backdrop)]) > 0.004)
    assert turns == 0


def test_light_wraps_only_from_brighter_backdrops() -> None:
    alpha = bust()
    bright = light_wrapped(flat(0.3), alpha, flat(0.95)) - 0.3
    assert bright.min() >= 0
    assert bright[alpha > 0.9].max() > 0.03
    assert bright[120, 120].max() < 1e-4
    assert np.array_equal(light_wrapped(flat(0.6), alpha, flat(0.1)), flat(0.6))


def test_the_shadow_falls_away_from_the_light_and_stays_subtle() -> None:
    alpha = bust()
    shade = 0.9 - shadowed(flat(0.9), alpha, -0.8)[..., 0]
    assert shade[120, 185] > shade[120, 55] + 0.002
    assert 0.005 < shade[alpha < 0.01].max() < 0.08
    dark = 0.12 - shadowed(flat(0.12), alpha, -0.8)[..., 0]
    assert dark.max() < 0.002


def test_grain_is_measured_and_matched() -> None:
    random = np.random.default_rng(5)
    photo = np.asarray(data.astronaut(), np.float32)
    face = photo[:300, 100:340] / np.float32(255)
    alpha = np.ones(face.shape[:2], np.float32)
    noisy = np.clip(flat(0.5) + 0.03 * random.standard_normal((300, 240, 1), dtype=np.float32), 0, 1).astype(np.float32)
    assert measured_grain(noisy, alpha) == pytest.approx(0.03, rel=0.25)
    assert measured_grain(face, alpha) < 0.02
    assert measured_grain(flat(0.5), alpha) == 0
    assert measured_grain(noisy, np.zeros_like(alpha)) == 0


def test_only_the_backdrop_gets_grain() -> None:
    alpha = bust()
    out = compose(flat(0.4), alpha, flat(0.5), grain=0.01, light_x=0, seed=7)
    assert out[150:160, 110:130].std() < 1e-6
    assert out[:50, :50].mean(axis=2).std() == pytest.approx(0.01, rel=0.3)
    again = compose(flat(0.4), alpha, flat(0.5), grain=0.01, light_x=0, seed=7)
    assert np.array_equal(out, again)
    assert not np.array_equal(out, compose(flat(0.4), alpha, flat(0.5), grain=0.01, light_x=0, seed=8))
    coarse = compose(flat(0.4), alpha, flat(0.5), grain=0.05, light_x=0, seed=7)
    assert coarse[:50, :50].mean(axis=2).std() < 1.2 * GRAIN_COARSEST


def test_grain_keeps_the_mean_and_the_range() -> None:
    picture = grained(flat(0.5), 0.03, seed=2)
    assert picture.mean() == pytest.approx(0.5, abs=0.001)
    assert grained(flat(1.0), 0.05, seed=2).max() <= 1


def test_different_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="same size"):
        compose(flat(0.5), bust()[:100], flat(0.5), grain=0, light_x=0, seed=1)


def test_inputs_are_left_alone() -> None:
    person, alpha, behind = flat(0.3), bust(), flat(0.9)
    compose(person, alpha, behind, grain=0.02, light_x=0.5, seed=1)
    assert np.array_equal(person, flat(0.3))
    assert np.array_equal(alpha, bust())
    assert np.array_equal(behind, flat(0.9))


def test_faint_remains_fade_towards_the_border_and_the_person_stays() -> None:
    alpha = np.maximum(bust(), np.float32(0.2))
    valid = np.ones(alpha.shape, bool)
    valid[:30] = False
    faded = border_faded(alpha, valid)
    assert faded[:30].max() == 0
    assert faded[31, 5] < 0.03
    assert faded[31:45, 120].max() < 0.2
    assert faded[-1, 120] == alpha[-1, 120] == 1
    assert np.array_equal(faded[60:-20, 20:-20], alpha[60:-20, 20:-20])


def test_a_veil_of_two_per_cent_is_not_shown() -> None:
    out = compose(flat(1.0), np.full((300, 240), 0.02, np.float32), flat(0.1), grain=0, light_x=0, seed=1)
    assert np.abs(out - 0.1).max() < 1e-3
