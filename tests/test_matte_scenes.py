"""The drawn scenes that the portrait matte learns from: what is drawn must be in the label, and the rest must not."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

from headshot_desktop.engine.studio.matting import SIDE
from training import matte_clutter as clutter
from training import matte_scene as scene
from training.matte_data import Portrait, clean_alpha, lengthened

FACE = (200.0, 180.0, 120.0, 150.0)


def person() -> clutter.Placed:
    """A drawn person: an ellipse of a head with dark hair on a block of shoulders, with a hard edge."""
    rows, columns = np.mgrid[:SIDE, :SIDE]
    head = np.hypot((columns - 260) / 75, (rows - 255) / 105) < 1
    inside = head | ((rows > 340) & (np.abs(columns - 260) < 170))
    colour = np.full((SIDE, SIDE, 3), (150, 170, 210), np.uint8)
    colour[rows < 215] = (20, 30, 40)
    return clutter.Placed(colour, inside.astype(np.float32), FACE)


def portrait() -> Portrait:
    """The same person as a training portrait before a green wall."""
    drawn = person()
    image = np.where(drawn.alpha[..., None] > 0, drawn.colour, np.array([60, 200, 60])).astype(np.uint8)
    return Portrait(image, drawn.colour, (drawn.alpha * 255).astype(np.uint8), FACE, 1.0)


@pytest.fixture
def backgrounds() -> list[np.ndarray]:
    return [np.random.default_rng(1).integers(0, 255, (300, 400, 3)).astype(np.uint8)]


@pytest.mark.parametrize("seed", range(12))
def test_everyday_scene_is_a_function_of_its_seed(seed: int, backgrounds: list[np.ndarray]) -> None:
    made = [
        scene.composed(np.random.default_rng(seed), portrait(), backgrounds, [portrait()] * (seed % 3), everyday=True)
        for _ in range(2)
    ]
    assert made[0].picture.shape == (SIDE, SIDE, 3)
    assert np.array_equal(made[0].picture, made[1].picture)
    assert np.array_equal(made[0].alpha, made[1].alpha)
    assert made[0].alpha.max() == 255
    assert not made[0].alpha[made[0].counts == 0].any()


def test_drawn_hair_and_hats_add_to_the_matte_and_leave_the_body_alone() -> None:
    before = person()
    for draw in (clutter.with_strands, clutter.big_hair, clutter.with_hat):
        for seed in range(4):
            after = draw(np.random.default_rng(seed), before)
            assert (after.alpha >= before.alpha - 1e-6).all()
            assert after.alpha.sum() > before.alpha.sum()
            assert after.alpha.max() <= 1
            assert np.array_equal(after.alpha[480:], before.alpha[480:])


def test_shaken_hair_changes_the_outline_and_not_the_face() -> None:
    before = person()
    after = clutter.frizzed(np.random.default_rng(3), before)
    assert not np.array_equal(after.alpha[:220], before.alpha[:220])
    assert np.array_equal(after.colour[240:300, 230:290], before.colour[240:300, 230:290])
    assert np.array_equal(after.alpha[400:], before.alpha[400:])


def test_things_behind_change_the_background_only(backgrounds: list[np.ndarray]) -> None:
    main, wall = person(), np.full((SIDE, SIDE, 3), 128, np.uint8)
    changed = [
        (clutter.things_behind(np.random.default_rng(seed), wall, main, backgrounds) != wall).any(axis=2).mean()
        for seed in range(8)
    ]
    assert min(changed) > 0
    assert np.array_equal(wall, np.full_like(wall, 128))


def test_smoke_far_from_the_person_is_cleaned_and_wisps_near_are_kept() -> None:
    alpha = (person().alpha * 255).astype(np.uint8)
    alpha[100:140, 20:60] = 90  # far
    alpha[140:150, 250:270] = 90  # on the head's outline
    cleaned = clean_alpha(alpha, np.zeros_like(alpha))
    assert not cleaned[100:140, 20:60].any()
    assert (cleaned[146:149, 252:268] == 90).all()


def test_longer_bodies_keep_the_head() -> None:
    before = portrait()
    after = lengthened(np.random.default_rng(0), before)
    assert after.alpha.shape[0] > before.alpha.shape[0]
    assert np.array_equal(after.alpha[:380], before.alpha[:380])
