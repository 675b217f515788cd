from __future__ import annotations

import numpy as np

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.colour_check import capped
from headshot_desktop.engine.studio.matting import Matting

SIZE = 300


def _scene() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A brown person on a blue wall with a green leaf, a true matte, and one that took the leaf along."""
    random = np.random.default_rng(5)
    photo = np.empty((SIZE, SIZE, 3), np.uint8)
    photo[:] = (60, 90, 190)
    true = np.zeros((SIZE, SIZE), np.float32)
    true[60:, 90:210] = 1
    photo[true > 0] = (150, 100, 80)
    photo[90:125, 215:275] = (40, 160, 60)
    taken = true.copy()
    taken[90:125, 205:275] = 0.85
    noisy = np.clip(photo + random.normal(0, 6, photo.shape), 0, 255).astype(np.uint8)
    return noisy, true, taken


def test_a_thing_beside_the_head_is_let_go_and_the_person_is_kept(astronaut: np.ndarray) -> None:
    face = (185.0, 70.0, 80.0, 100.0)
    matte = Matting(ModelStore()).matte(astronaut, face)
    for flag_or_rocket in (np.s_[60:130, 100:155], np.s_[20:120, 300:345]):
        taken = matte.copy()
        taken[flag_or_rocket] = np.maximum(taken[flag_or_rocket], 0.85)
        made = capped(astronaut, taken, face)
        assert made[flag_or_rocket].mean() < 0.4
        assert np.abs(made - taken)[matte > 0.95].mean() < 0.01
        assert (made <= taken).all()


def test_a_matte_that_the_colours_confirm_stays() -> None:
    photo, true, _ = _scene()
    photo[90:125, 215:275] = (60, 90, 190)
    assert np.array_equal(capped(photo, true, None) > 0.5, true > 0.5)


def test_the_same_photo_gives_the_same_matte() -> None:
    photo, _, taken = _scene()
    assert np.array_equal(capped(photo, taken, None), capped(photo, taken, None))


def test_nothing_sure_changes_nothing() -> None:
    photo, _, _ = _scene()
    doubtful = np.full((SIZE, SIZE), 0.5, np.float32)
    assert capped(photo, doubtful, None) is doubtful
