"""What the face mesh learns from: turned and painted portraits whose labels must stay on the face."""

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from skimage import data

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.face_crop import crop_of_mesh
from headshot_desktop.engine.studio.face_pose import solve_pose
from headshot_desktop.engine.studio.faces import FaceFinder
from training.mesh_augment import curtained, deepened, shadowed
from training.mesh_labels import SQUARE, SQUARE_MARGIN, label_error
from training.mesh_painting import brushed, engraving, grounded, porcelain
from training.mesh_pool import DRAWS, GREY_SHARE, RARE, USUAL, Pool, posed

Bytes = npt.NDArray[np.uint8]
Mesh = npt.NDArray[np.float32]


@pytest.fixture(scope="module")
def labelled() -> tuple[Bytes, Mesh]:
    """The astronaut in a training square, with the shipped network's points as labels."""
    photo = np.asarray(data.astronaut(), np.uint8)
    (face,) = FaceFinder(ModelStore()).find(photo)
    crop = crop_of_mesh(face.mesh, SQUARE_MARGIN)
    matrix = crop.matrix(SQUARE)
    flat = face.mesh[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    return crop.cut(photo, SQUARE), np.column_stack([flat, face.mesh[:, 2] * SQUARE / crop.side]).astype(np.float32)


def pool(yaw: list[float], tone: list[int], labelled: tuple[Bytes, Mesh]) -> Pool:
    square, mesh = labelled
    count = len(yaw)
    return Pool(np.stack([square] * count), np.stack([mesh] * count), np.array(yaw), np.array(tone), [])


def test_turned_heads_and_rare_tones_are_drawn_more_often(labelled: tuple[Bytes, Mesh]) -> None:
    made = pool([0.0] * 8 + [40.0] + [0.0] * 9, [4] * 7 + [0] + [4] + [-1] * 9, labelled)
    for draw in DRAWS:
        chance = made.chance(draw)
        assert chance.sum() == pytest.approx(1)
        assert chance[9:].sum() == pytest.approx(GREY_SHARE)
        assert chance[8] == pytest.approx(draw.real_turned)
        assert chance[7] > 2 * chance[0]
    assert made.chance(RARE)[7] / made.chance(RARE)[0] > made.chance(USUAL)[7] / made.chance(USUAL)[0]


def test_a_posed_face_repeats_and_turns_within_the_draw(labelled: tuple[Bytes, Mesh]) -> None:
    square, mesh = labelled
    now = solve_pose(mesh).yaw
    turns = []
    for seed in range(24):
        picture, after = posed(square, mesh, now, RARE, np.random.default_rng(seed))
        again, _ = posed(square, mesh, now, RARE, np.random.default_rng(seed))
        assert np.array_equal(picture, again)
        assert picture.shape == square.shape
        turns.append(abs(solve_pose(after).yaw))
    assert max(turns) > 35
    assert max(turns) < RARE.furthest + 12
    assert sum(turn < 20 for turn in turns) > 4


@pytest.mark.parametrize("style", [brushed, porcelain, engraving, grounded])
def test_a_painted_face_stays_where_it_is_and_is_no_longer_the_photograph(
    style: object, labelled: tuple[Bytes, Mesh]
) -> None:
    assert callable(style)
    square, mesh = labelled
    painted = style(square, mesh, np.random.default_rng(3))
    assert np.array_equal(painted, style(square, mesh, np.random.default_rng(3)))
    assert painted.shape == square.shape
    assert painted.dtype == np.uint8
    assert np.abs(painted.astype(float) - square).mean() > 2
    x, y = mesh[:468, :2].mean(0)
    middle = slice(int(y) - 40, int(y) + 40), slice(int(x) - 40, int(x) + 40)
    before, after = (picture[middle].mean(2).ravel() for picture in (square, painted))
    assert np.corrcoef(before, after)[0, 1] > 0.3


def test_a_good_label_of_a_turned_head_is_not_dropped(labelled: tuple[Bytes, Mesh]) -> None:
    """The eyes come close together in the picture; the same few pixels must not count for more."""
    _, mesh = labelled
    a = np.radians(60)
    turned = mesh @ np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]]).T

    def off_by_six(points: npt.NDArray[np.floating]) -> float:
        groups = (range(33, 34), range(263, 264), (1,), (61,), (291,))
        five = np.array([points[list(group), :2].mean(0) for group in groups])
        return label_error(points.astype(np.float32), " ".join(str(value) for value in (five + 6).ravel()))

    assert off_by_six(turned) < 1.3 * off_by_six(mesh)


def test_darkened_skin_stays_in_its_place_and_its_clothes_as_they_are(labelled: tuple[Bytes, Mesh]) -> None:
    square, mesh = labelled
    dark = deepened(square, mesh, np.random.default_rng(2))
    assert np.array_equal(dark, deepened(square, mesh, np.random.default_rng(2)))
    x, y = (int(value) for value in mesh[[50, 280], :2].mean(0))
    cheeks = slice(y - 12, y + 12), slice(x - 30, x + 30)
    assert dark[cheeks].mean() < 0.8 * square[cheeks].mean()
    assert np.abs(dark[:, :8].astype(int) - square[:, :8]).max() <= 1


def test_a_shadow_darkens_one_side_and_hair_covers_one_side(labelled: tuple[Bytes, Mesh]) -> None:
    square, mesh = labelled
    light = square.astype(np.float32) / np.float32(255)
    for seed in range(6):
        shade = shadowed(light, mesh, np.random.default_rng(seed))
        assert (shade <= light + 1e-6).all()
        ratio = (shade.sum(2) + 1e-3) / (light.sum(2) + 1e-3)
        assert ratio.min() < 0.85
        assert ratio.max() > 0.85
        covered = (curtained(square, mesh, np.random.default_rng(seed)) != square).any(2)
        left, right = covered[:, : square.shape[1] // 2].mean(), covered[:, square.shape[1] // 2 :].mean()
        assert max(left, right) > 2 * min(left, right)
