from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from skimage import data

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.face_crop import CROP_SIZE, FaceCrop, Pyramid, crop_of_mesh
from headshot_desktop.engine.studio.face_pose import solve_pose
from headshot_desktop.engine.studio.faces import Face, FaceFinder

Bytes = npt.NDArray[np.uint8]

EYES = np.array([[203.0, 101.0], [247.0, 103.5]])
"""Where the astronaut's pupils are, looked up in the picture."""


@pytest.fixture(scope="module")
def finder() -> FaceFinder:
    return FaceFinder(ModelStore())


@pytest.fixture(scope="module")
def photo() -> Bytes:
    return np.asarray(data.astronaut(), np.uint8)


@pytest.fixture(scope="module")
def face(finder: FaceFinder, photo: Bytes) -> Face:
    (found,) = finder.find(photo)
    return found


def pupils(face: Face) -> npt.NDArray[np.float32]:
    return face.mesh[[468, 473], :2]


def test_the_astronaut_is_found_and_measured(face: Face) -> None:
    assert face.presence > 0.5
    assert face.score > 0.8
    assert np.abs(pupils(face) - EYES).max() < 4
    assert 32 < face.inter_eye < 46
    assert abs(face.pose.yaw) < 25
    assert abs(face.pose.roll) < 15


def test_the_mesh_lies_on_the_face(face: Face) -> None:
    x, y, width, height = face.box
    inside = (face.mesh[:, 0] > x - 0.2 * width) & (face.mesh[:, 0] < x + 1.2 * width)
    inside &= (face.mesh[:, 1] > y - 0.2 * height) & (face.mesh[:, 1] < y + 1.2 * height)
    assert inside.all()
    mouth = face.mesh[list(landmarks.LIPS_OUTER), 1].mean()
    nose = face.mesh[landmarks.NOSE_TIP]
    assert face.mesh[landmarks.FOREHEAD_TOP, 1] < pupils(face)[:, 1].min() < nose[1] < mouth
    assert mouth < face.mesh[landmarks.CHIN, 1]
    assert nose[2] < face.mesh[list(landmarks.FACE_OVAL), 2].mean()


def test_the_mirrored_photo_gives_the_mirrored_face(finder: FaceFinder, photo: Bytes, face: Face) -> None:
    (other,) = finder.find(np.ascontiguousarray(photo[:, ::-1]))
    assert other.pose.yaw == pytest.approx(-face.pose.yaw, abs=5)
    assert other.pose.roll == pytest.approx(-face.pose.roll, abs=4)
    back = other.mesh[landmarks.canonical().mirror, :2] * [-1, 1] + [photo.shape[1] - 1, 0]
    assert np.linalg.norm(back - face.mesh[:, :2], axis=1).mean() < 0.06 * face.inter_eye


@pytest.mark.parametrize("angle", [-25.0, 25.0])
def test_a_leaning_head_is_measured_as_leaning(finder: FaceFinder, photo: Bytes, face: Face, angle: float) -> None:
    turn = cv2.getRotationMatrix2D((226, 120), -angle, 1)
    (other,) = finder.find(np.asarray(cv2.warpAffine(photo, turn, (512, 512)), np.uint8))
    assert other.pose.roll - face.pose.roll == pytest.approx(angle, abs=5)


def test_size_does_not_matter(finder: FaceFinder, photo: Bytes, face: Face) -> None:
    large = np.asarray(cv2.resize(photo, (3072, 3072), interpolation=cv2.INTER_CUBIC), np.uint8)
    (found,) = finder.find(large)
    assert np.linalg.norm(found.mesh[:, :2] / 6 - face.mesh[:, :2], axis=1).mean() < 0.08 * face.inter_eye


def test_a_small_face_in_a_large_photo_is_found(finder: FaceFinder, photo: Bytes) -> None:
    wide = np.full((2400, 3600, 3), 90, np.uint8)
    wide[1000:1300, 1700:2000] = cv2.resize(photo, (300, 300), interpolation=cv2.INTER_AREA)
    (found,) = finder.find(wide)
    assert np.abs(pupils(found).mean(0) - (EYES.mean(0) * 300 / 512 + [1700, 1000])).max() < 6


def test_a_face_that_fills_the_photo_is_found(finder: FaceFinder, photo: Bytes) -> None:
    close = np.ascontiguousarray(photo[70:175, 170:280])
    assert finder.find(np.asarray(cv2.resize(close, (1100, 1050), interpolation=cv2.INTER_CUBIC), np.uint8))


def test_a_grey_photo_will_do(finder: FaceFinder, photo: Bytes) -> None:
    grey = np.asarray(cv2.cvtColor(cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB), np.uint8)
    assert len(finder.find(grey)) == 1


def test_two_people_are_two_faces_largest_first(finder: FaceFinder, photo: Bytes) -> None:
    pair = np.full((512, 900, 3), 128, np.uint8)
    pair[:, :512] = photo
    pair[100:484, 512:896] = cv2.resize(photo, (384, 384), interpolation=cv2.INTER_AREA)
    first, second = finder.find(pair)
    assert first.box[0] < 450 < second.box[0]


@pytest.mark.parametrize("picture", [data.chelsea, data.coffee, data.rocket])
def test_there_is_no_person_in_pictures_without_one(finder: FaceFinder, picture: object) -> None:
    assert callable(picture)
    assert finder.find(np.asarray(picture(), np.uint8)) == []


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (900, 3)])
def test_a_photo_may_have_any_shape(finder: FaceFinder, shape: tuple[int, int]) -> None:
    assert finder.find(np.zeros((*shape, 3), np.uint8)) == []


def test_a_crop_and_its_way_back_agree() -> None:
    crop = FaceCrop(310.5, 120.25, 260.0, 0.4)
    points = np.array([[300, 100, 5], [350, 140, -7]], np.float32)
    matrix = crop.matrix()
    inside = np.column_stack([points[:, :2] @ matrix[:, :2].T + matrix[:, 2], points[:, 2] * CROP_SIZE / 260]).astype(
        np.float32
    )
    assert np.allclose(crop.to_photo(inside), points, atol=1e-2)
    assert np.allclose(matrix @ [310.5, 120.25, 1], (CROP_SIZE - 1) / 2)


def test_averaging_a_large_crop_keeps_its_place() -> None:
    ramp = np.zeros((1600, 1600, 3), np.uint8)
    ramp[..., 0] = np.linspace(0, 255, 1600)[None]
    crop = FaceCrop(800.0, 800.0, 1500.0, 0.0)
    columns = crop.cut(ramp)[96, :, 0].astype(float)
    wanted = (800 + (np.arange(CROP_SIZE) - (CROP_SIZE - 1) / 2) * 1500 / CROP_SIZE) * 255 / 1599
    assert np.abs(columns - wanted).max() < 1.5


@pytest.mark.parametrize(("by", "power"), [(0.3, 1), (1.0, 1), (1.99, 1), (2.0, 2), (7.9, 4), (8.0, 8), (1e9, 64)])
def test_a_pyramid_gives_the_power_of_two_below(by: float, power: int) -> None:
    ramp = np.zeros((101, 203, 3), np.uint8)
    ramp[..., 1] = np.arange(203)[None]
    picture, factor = Pyramid(ramp).reduced(by)
    assert factor == power
    assert picture.shape == (101 // power, 203 // power, 3)
    wanted = (np.arange(picture.shape[1]) + 0.5) * power - 0.5
    assert np.abs(picture[0, :, 1].astype(float) - wanted).max() <= 3


def test_a_pyramid_does_not_touch_the_photo_and_ends_at_one_pixel() -> None:
    photo = np.full((1, 5, 3), 77, np.uint8)
    pyramid = Pyramid(photo)
    picture, factor = pyramid.reduced(100.0)
    assert picture.shape == (1, 5, 3)
    assert factor == 1
    assert (pyramid.photo == 77).all()


def test_drift_counts_shift_and_size_in_sides() -> None:
    here = FaceCrop(100.0, 100.0, 200.0, 0.0)
    assert here.drift(here) == 0
    assert FaceCrop(106.0, 108.0, 210.0, 0.3).drift(here) == pytest.approx(0.05 + 0.05)


def test_squares_of_one_pyramid_and_of_the_photo_are_the_same(photo: Bytes) -> None:
    large = np.asarray(cv2.resize(photo, (1536, 1536), interpolation=cv2.INTER_CUBIC), np.uint8)
    pyramid = Pyramid(large)
    for side in (150.0, 500.0, 1400.0):
        crop = FaceCrop(680.0, 360.0, side, 0.2)
        assert np.array_equal(crop.cut(pyramid), crop.cut(large))


def test_a_large_face_is_measured_as_well_from_a_large_photo(finder: FaceFinder, photo: Bytes, face: Face) -> None:
    large = np.asarray(cv2.resize(photo[:300, 60:400], (2720, 2400), interpolation=cv2.INTER_CUBIC), np.uint8)
    (found,) = finder.find(large)
    assert np.abs(pupils(found) / 8 + [60, 0] - pupils(face)).max() < 3


def test_the_pose_of_the_turned_mean_face_is_the_turn() -> None:
    points = landmarks.canonical().points.astype(np.float32)
    assert solve_pose(points).yaw == pytest.approx(0, abs=1e-3)
    a = np.radians(20)
    about_y = np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]])
    turned = solve_pose((points @ about_y.T * 90 + 200).astype(np.float32))
    assert turned.yaw == pytest.approx(20, abs=0.01)
    nose, eyes = points[1] @ about_y.T, points[[33, 263]].mean(0) @ about_y.T
    assert nose[0] > eyes[0], "a positive yaw turns the nose to the viewer's right"


def test_groups_mirror_each_other() -> None:
    mirror = landmarks.canonical().mirror
    pairs = (
        (landmarks.RIGHT_EYE, landmarks.LEFT_EYE),
        (landmarks.RIGHT_BROW, landmarks.LEFT_BROW),
        (landmarks.RIGHT_CHEEK, landmarks.LEFT_CHEEK),
    )
    for right, left in pairs:
        assert [int(mirror[index]) for index in right] == list(left)
    assert np.array_equal(mirror[mirror], np.arange(landmarks.POINTS))


def test_the_triangles_cover_the_face_once() -> None:
    face = landmarks.canonical()
    a, b, c = (face.points[face.triangles[:, corner], :2] for corner in range(3))
    area = ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2
    assert (area > 0).all()
    assert set(face.triangles.ravel().tolist()) == set(range(landmarks.SURFACE))
    oval = face.points[list(landmarks.FACE_OVAL), :2].astype(np.float32)
    assert area.sum() == pytest.approx(cv2.contourArea(oval), rel=0.01)


def test_the_crop_of_a_mesh_is_level(face: Face) -> None:
    matrix = crop_of_mesh(face.mesh).matrix()
    inside = face.mesh[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    assert inside.min() > 15
    assert inside.max() < CROP_SIZE - 15
    assert abs(inside[33, 1] - inside[263, 1]) < 8


@pytest.mark.parametrize(("folder", "least"), [("official", 38), ("lowres", 12), ("casual", 62)])
def test_a_face_is_found_in_every_real_photo(finder: FaceFinder, shared_data: Path, folder: str, least: int) -> None:
    found = 0
    for path in sorted((shared_data / "photos" / folder).iterdir()):
        picture = cv2.imread(str(path))
        found += picture is not None and bool(
            finder.find(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8))
        )
    assert found >= least


def test_statues_puppets_and_drawings_are_not_taken_for_persons(finder: FaceFinder, shared_data: Path) -> None:
    accepted = 0
    for path in sorted((shared_data / "photos" / "noface").iterdir()):
        picture = cv2.imread(str(path))
        accepted += picture is not None and bool(
            finder.find(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8))
        )
    assert accepted <= 2, "two oil portraits still pass; see the known failures in docs/models.md"
