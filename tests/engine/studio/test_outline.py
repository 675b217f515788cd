from dataclasses import replace

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from headshot_desktop.core.request import Backdrop, BackdropKind
from headshot_desktop.engine.studio import setting
from headshot_desktop.engine.studio.landmarks import canonical
from headshot_desktop.engine.studio.outline import Outline, examined

Picture = NDArray[np.float32]
SIDE = 600
AUTOMATIC = Backdrop(BackdropKind.AUTOMATIC, (221, 222, 224), 0.27, 0.0, -0.35)
CLEAN = Outline(softness=0.008, doubt=0.001, clutter=0.2, spread=3.0, level=85.0)
RESTLESS = Outline(softness=0.01, doubt=0.0015, clutter=1.4, spread=6.0, level=50.0)
FLAWED = Outline(softness=0.03, doubt=0.01, clutter=3.0, spread=25.0, level=50.0)


def person(soft: float) -> tuple[NDArray[np.float32], Picture]:
    mesh = (canonical().points * 110 + [SIDE / 2, 260, 0]).astype(np.float32)
    y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    head = 150 - np.hypot((x - SIDE / 2) * 1.2, y - 260)
    body = np.where(y > 430, 230 - np.abs(x - SIDE / 2), -1e3)
    return mesh, np.asarray(np.clip(np.maximum(head, body) / soft + 0.5, 0, 1), np.float32)


def measured(soft: float, clutter: float, doubt: float = 0.0) -> Outline:
    mesh, alpha = person(soft)
    noise = cv2.resize(np.random.default_rng(3).random((60, 60, 3)), (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
    picture = np.asarray(np.clip(0.7 + clutter * (noise - 0.5), 0, 1), np.float32)
    unsure = np.asarray(doubt * 4 * alpha * (1 - alpha), np.float32)
    return examined(picture, alpha, unsure, mesh, np.ones((SIDE, SIDE), np.bool_))


def test_a_crisp_matte_before_a_plain_wall_is_clean() -> None:
    assert measured(soft=3, clutter=0.0).risk < setting.CLEAN


def test_softness_clutter_and_doubt_each_raise_the_risk() -> None:
    base = measured(soft=4, clutter=0.1)
    assert measured(soft=12, clutter=0.1).risk > base.risk + 1
    assert measured(soft=4, clutter=0.8).risk > base.risk + 1
    assert measured(soft=4, clutter=0.1, doubt=0.8).risk > base.risk


def test_the_same_outline_at_another_size_has_the_same_risk() -> None:
    mesh, alpha = person(6)
    picture = np.full((SIDE, SIDE, 3), 0.6, np.float32)
    small = examined(picture, alpha, alpha * 0, mesh, alpha >= 0)
    size = (2 * SIDE, 2 * SIDE)
    wide = cv2.resize(alpha, size, interpolation=cv2.INTER_LINEAR).astype(np.float32)
    large = examined(cv2.resize(picture, size).astype(np.float32), wide, alpha * 0, mesh * 2, wide >= 0)
    assert large.softness == pytest.approx(small.softness, rel=0.1)


def test_nobody_behind_the_person_is_no_error() -> None:
    mesh, alpha = person(3)
    found = examined(np.zeros((SIDE, SIDE, 3), np.float32), alpha * 0 + 1, alpha * 0, mesh, alpha >= 0)
    assert np.isfinite(found.risk)


def test_an_automatic_look_takes_paper_when_clean_and_keeps_the_background_when_not() -> None:
    paper, said = setting.chosen(AUTOMATIC, CLEAN)
    assert (paper.kind, said) == (BackdropKind.SEAMLESS, ())
    kept, said = setting.chosen(AUTOMATIC, FLAWED)
    assert kept.kind is BackdropKind.NATURAL
    assert said == (setting.RECEDES,)
    kept, said = setting.chosen(AUTOMATIC, RESTLESS)
    assert kept.kind is BackdropKind.NATURAL
    assert said == (setting.KEPT,)


def test_the_own_background_goes_far_out_of_focus_only_behind_a_sure_outline_and_where_there_is_something_to_calm() -> (
    None
):
    assert not setting.recedes(AUTOMATIC, CLEAN)
    assert not setting.recedes(AUTOMATIC, RESTLESS)
    assert setting.recedes(AUTOMATIC, replace(RESTLESS, softness=0.03))
    assert setting.recedes(AUTOMATIC, replace(RESTLESS, clutter=0.9, spread=40.0))
    assert not setting.recedes(replace(AUTOMATIC, kind=BackdropKind.NATURAL), FLAWED)


def test_only_a_plain_or_a_far_background_may_end_within_the_frame() -> None:
    assert setting.room_beyond(AUTOMATIC, FLAWED) == 0
    assert setting.room_beyond(AUTOMATIC, RESTLESS) > 0
    assert setting.room_beyond(AUTOMATIC, replace(FLAWED, clutter=0.2)) > 0.1
    assert setting.room_beyond(replace(AUTOMATIC, kind=BackdropKind.NATURAL), FLAWED) > 0


def test_a_backdrop_asked_for_by_name_is_used_with_a_warning() -> None:
    navy = Backdrop(BackdropKind.SEAMLESS, (52, 70, 102))
    assert setting.chosen(navy, CLEAN) == (navy, ())
    assert setting.chosen(navy, FLAWED) == (navy, (setting.LOOK_CLOSELY,))
    assert setting.chosen(navy, RESTLESS) == (navy, (setting.MAY_SHOW,)), "what auto does not dare is not passed over"
    natural = replace(AUTOMATIC, kind=BackdropKind.NATURAL)
    assert setting.chosen(natural, FLAWED) == (natural, ())


def test_paper_is_as_light_as_what_was_behind() -> None:
    tones = [setting.paper(AUTOMATIC, level).colour[0] for level in (0, 20, 45, 70, 100)]
    assert tones == sorted(tones)
    assert (tones[0], tones[-1]) == (84, 221)
    assert setting.paper(AUTOMATIC, 50).light_x == AUTOMATIC.light_x
