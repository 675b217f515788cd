import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headshot_desktop.engine.studio import geometry, perspective
from tests.engine.studio.faces_for_tests import astronaut, mesh_at, seen_from

SHAPE = (1600, 1200)
MIDDLE = (600.0, 700.0)

rolls = st.floats(-19.5, 19.5)
distances = st.floats(perspective.NEAREST, perspective.FARTHEST)


@given(roll=rolls, span=st.floats(60, 260))
@settings(max_examples=40, deadline=None)
def test_eyes_are_level(roll: float, span: float) -> None:
    mesh = mesh_at(MIDDLE, span, roll)
    placed = geometry.work_area(mesh, SHAPE).points(mesh)
    assert abs(geometry.level_angle(placed)) < 0.2


@given(roll=st.floats(21, 60))
@settings(max_examples=10, deadline=None)
def test_no_more_than_the_limit_is_turned(roll: float) -> None:
    mesh = mesh_at(MIDDLE, 150, roll)
    (left, right) = geometry.eye_centres(geometry.work_area(mesh, SHAPE).points(mesh))
    rest = np.degrees(np.arctan2(right[1] - left[1], right[0] - left[0]))
    assert rest == pytest.approx(roll - geometry.LEVEL_LIMIT, abs=0.01)


@given(roll=rolls, distance=distances, x=st.floats(0, 1199), y=st.floats(0, 1599))
@settings(max_examples=40, deadline=None)
def test_the_way_back_is_the_inverse(roll: float, distance: float, x: float, y: float) -> None:
    mesh = mesh_at(MIDDLE, 180, roll)
    placement = geometry.work_area(mesh, SHAPE, warp=perspective.to_portrait_distance(mesh, distance))
    point = np.array([[x, y]])
    assert placement.photo_points(placement.points(point)) == pytest.approx(point, abs=0.02)


@given(roll=rolls, scale=st.floats(0.2, 1.5), dx=st.floats(-90, 90), dy=st.floats(-90, 90))
@settings(max_examples=30, deadline=None)
def test_steps_join_into_one(roll: float, scale: float, dx: float, dy: float) -> None:
    mesh = mesh_at(MIDDLE, 180, roll)
    first = geometry.work_area(mesh, SHAPE)
    matrix = np.array([[scale, 0, dx], [0, scale, dy]])
    joined = first.then(matrix, (400, 500))
    apart = first.points(mesh)[:, :2] * scale + (dx, dy)
    assert joined.points(mesh)[:, :2] == pytest.approx(apart, abs=1e-6)
    assert joined.size == (400, 500)


def test_pixels_land_where_points_do() -> None:
    photo = np.zeros((*SHAPE, 3), np.uint8)
    mesh = mesh_at(MIDDLE, 120, 11)
    for x, y in mesh[[1, 33, 263, 152], :2]:
        photo[round(y) - 4 : round(y) + 5, round(x) - 4 : round(x) + 5] = 255
    warp = perspective.to_portrait_distance(mesh, 0.4)
    placement = geometry.work_area(mesh, SHAPE, face_height=120, warp=warp)
    result = placement.apply(photo)[..., 0].astype(np.float64)
    for x, y in placement.points(np.round(mesh[[1, 33, 263, 152], :2])):
        near = result[round(y) - 6 : round(y) + 7, round(x) - 6 : round(x) + 7]
        v, u = np.mgrid[-6:7, -6:7]
        seen = np.array([(near * u).sum(), (near * v).sum()]) / near.sum() + (round(x), round(y))
        assert seen == pytest.approx((x, y), abs=0.35)


def test_outside_the_photo_is_marked_and_never_filled() -> None:
    photo = np.full((400, 300, 3), 200, np.uint8)
    mesh = mesh_at((150, 120), 60, 14)
    placement = geometry.work_area(mesh, photo.shape)
    result, valid = placement.apply(photo), placement.valid()
    assert valid.any()
    assert not valid.all()
    assert (result[valid] == 200).all()
    far_out = ~valid & (result.max(2) == 0)
    assert far_out.sum() > 0.6 * (~valid).sum()


@pytest.mark.parametrize("factor", [0.1, 0.3, 0.5, 0.9])
def test_downscaling_averages(factor: float) -> None:
    checks = np.indices((800, 800)).sum(0) % 2
    photo = np.repeat((checks * 255).astype(np.uint8)[..., None], 3, 2)
    size = (int(800 * factor), int(800 * factor))
    placement = geometry.Placement(np.array([[factor, 0, 0], [0, factor, 0.0]]), size, (800, 800))
    middle = placement.apply(photo)[4:-4, 4:-4].astype(float)
    assert middle.mean() == pytest.approx(127.5, abs=4)
    if factor <= 0.5:
        assert middle.std() < 40


def test_small_photos_grow_a_little_and_large_ones_never() -> None:
    small = mesh_at((100, 100), 40)
    assert 1 < geometry.work_area(small, (240, 200)).scale <= geometry.LARGEST_ENLARGEMENT
    large = geometry.work_area(mesh_at((2000, 1500), 900), (4000, 3000), face_height=5000)
    assert large.scale <= 1
    assert max(large.size) <= geometry.LONG_SIDE


# ---------------------------------------------------------------- perspective


@pytest.mark.parametrize("distance", [0.35, 0.45, 0.6])
def test_a_near_face_comes_close_to_the_portrait(distance: float) -> None:
    near = seen_from(distance, 2000 * distance, MIDDLE)
    far = seen_from(perspective.PORTRAIT_DISTANCE, 2000 * perspective.PORTRAIT_DISTANCE, MIDDLE)
    moved = perspective.to_portrait_distance(near, distance).forward(near[:, :2])
    # The outline is held and depth is smoothed, so about a third is taken away; the rest is left rather than risked.
    assert _shape_error(moved, far) < 0.7 * _shape_error(near, far)


@given(distance=distances)
@settings(max_examples=20, deadline=None)
def test_no_ratio_changes_more_than_perspective_explains(distance: float) -> None:
    near = seen_from(distance, 2000 * distance, MIDDLE)
    far = seen_from(perspective.PORTRAIT_DISTANCE, 2000 * perspective.PORTRAIT_DISTANCE, MIDDLE)
    moved = perspective.to_portrait_distance(near, distance).forward(near[:, :2])
    marks = [33, 133, 362, 263, 61, 291, 1, 10, 152, 234, 454, 168, 2, 129, 358, 50, 280]
    explained = np.log(_pairs(far, marks) / _pairs(near, marks))
    done = np.log(_pairs(moved, marks) / _pairs(near, marks))
    assert np.ptp(done) <= np.ptp(explained) * 1.02 + 1e-9


@given(distance=distances, roll=rolls)
@settings(max_examples=20, deadline=None)
def test_a_face_is_never_slimmed_and_nothing_far_moves(distance: float, roll: float) -> None:
    mesh = mesh_at(MIDDLE, 150, roll)
    warp = perspective.to_portrait_distance(mesh, distance)
    moved = warp.forward(mesh[:, :2])
    width, after = (np.linalg.norm(p[454, :2] - p[234, :2]) for p in (mesh, moved))
    eyes, eyes_after = (np.linalg.norm(p[263, :2] - p[33, :2]) for p in (mesh, moved))
    assert after / width >= eyes_after / eyes
    assert after / width > 0.97
    span = np.linalg.norm(mesh[454, :2] - mesh[234, :2])
    ring = np.array(MIDDLE) + 1.6 * span * np.array([[1, 0], [-1, 0], [0, 1], [0, -1], [0.8, 0.8]])
    assert np.abs(warp.forward(ring) - ring).max() < 0.005 * span


def test_the_warp_never_folds() -> None:
    mesh = mesh_at(MIDDLE, 180)
    warp = perspective.to_portrait_distance(mesh, perspective.NEAREST)
    dx, dy = np.gradient(warp.field[..., 0] / warp.step), np.gradient(warp.field[..., 1] / warp.step)
    folding = (1 + dx[1]) * (1 + dy[0]) - dx[0] * dy[1]
    assert folding.min() > 0.5


def test_evidence_is_needed() -> None:
    portrait = seen_from(1.5, 3000, (1500, 1800))
    assert perspective.camera_distance(portrait, (4000, 3000)) is None
    selfie = seen_from(0.35, 0.6 * 5000 * 0.9, (1500, 1800))
    found = perspective.camera_distance(selfie, (4000, 3000))
    assert found is not None
    assert found >= 0.3
    # The same face in a frame that was cropped says less, and is then taken for farther away.
    cropped = perspective.camera_distance(selfie, (3100, 3000))
    assert cropped is None or cropped > found


def test_a_real_photo_levels() -> None:
    picture, mesh = astronaut()
    placement = geometry.work_area(mesh, picture.shape)
    assert abs(geometry.level_angle(placement.points(mesh))) < 0.2
    result = placement.apply(picture)
    assert result.dtype == np.float32
    assert result.shape[:2] == placement.valid().shape
    assert 0 <= result.min() <= result.max() <= 1


def _pairs(points: np.ndarray, marks: list[int]) -> np.ndarray:
    chosen = points[marks, :2]
    distance = np.linalg.norm(chosen[:, None] - chosen[None], axis=2)
    return np.asarray(distance[np.triu_indices(len(marks), 1)])


def _shape_error(points: np.ndarray, truth: np.ndarray) -> float:
    """Mean distance after the best similarity, relative to the eye span."""
    a = points[:468, 0] + 1j * points[:468, 1]
    b = truth[:468, 0] + 1j * truth[:468, 1]
    a, b = a - a.mean(), b - b.mean()
    turn = np.vdot(a, b) / np.vdot(a, a)
    return float(np.abs(b - turn * a).mean() / abs(b[263] - b[33]))
