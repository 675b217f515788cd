from __future__ import annotations

import itertools

import pytest

from headshot_desktop.core.statistics import BOXES, LIGHT_EDGES, PITCH_EDGES, SIZE_EDGES, YAW_EDGES, Box

STRAIGHT = {"yaw": 0.0, "pitch": 0.0, "inter_eye": 120.0, "side_ratio": 1.2}


def test_there_are_240_boxes_and_each_has_its_number() -> None:
    boxes = [Box(*place) for place in itertools.product(range(5), range(3), range(4), range(4))]
    assert [box.number for box in boxes] == list(range(240)) == list(range(BOXES))
    assert [Box.numbered(number) for number in range(BOXES)] == boxes
    for number in (-1, BOXES):
        with pytest.raises(ValueError, match="no box"):
            Box.numbered(number)


def test_the_edges_are_these_and_so_far_apart() -> None:
    """Changed edges make older counts something else: that needs a new format of the file, and new words."""
    assert YAW_EDGES == (-30, -10, 10, 30)
    assert PITCH_EDGES == (-10, 10)
    assert SIZE_EDGES == (60, 100, 160)
    assert LIGHT_EDGES == (1.5, 2.5, 5)


@pytest.mark.parametrize(
    ("changed", "box"),
    [
        ({}, Box(2, 1, 2, 0)),
        ({"yaw": 9.9}, Box(2, 1, 2, 0)),
        ({"yaw": -31.0, "pitch": -11.0, "inter_eye": 31.0, "side_ratio": 9.0}, Box(0, 0, 0, 3)),
        ({"yaw": 30.0, "pitch": 10.0, "inter_eye": 160.0, "side_ratio": 1.5}, Box(4, 2, 3, 1)),
        ({"face_level": 0.1, "chroma": 50.0, "sharpness": 0.1, "left_eye_x": 0.3}, Box(2, 1, 2, 0)),
    ],
)
def test_a_photo_falls_into_the_box_of_four_of_its_measures(changed: dict[str, float], box: Box) -> None:
    assert Box.of({**STRAIGHT, **changed}) == box


@pytest.mark.parametrize("missing", STRAIGHT)
def test_without_one_of_the_four_there_is_no_box(missing: str) -> None:
    assert Box.of({name: value for name, value in STRAIGHT.items() if name != missing}) is None
