from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from skimage import data

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.headshot import PARTS
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio import landmarks
from headshot_desktop.engine.studio.faces import Face, FaceFinder, Pose
from headshot_desktop.engine.studio.findings import examine, main_face

Bytes = npt.NDArray[np.uint8]
SCALE = 4


@pytest.fixture(scope="module")
def finder() -> FaceFinder:
    return FaceFinder(ModelStore())


@pytest.fixture(scope="module")
def photo() -> Bytes:
    """The astronaut, large enough for a headshot."""
    return np.asarray(
        cv2.resize(np.asarray(data.astronaut()), None, fx=SCALE, fy=SCALE, interpolation=cv2.INTER_CUBIC), np.uint8
    )


@pytest.fixture(scope="module")
def face(finder: FaceFinder, photo: Bytes) -> Face:
    return finder.find(photo)[0]


def scaled(face: Face, factor: float, shift: float = 0.0) -> Face:
    x, y, width, height = (value * factor for value in face.box)
    move = np.array([shift, 0], np.float32)
    mesh = face.mesh * np.float32(factor) + np.array([shift, 0, 0], np.float32)
    return replace(face, box=(x + shift, y, width, height), points=face.points * np.float32(factor) + move, mesh=mesh)


def codes(photo: Bytes, face: Face) -> set[str]:
    return {finding.code for finding in examine(photo, [face]).findings}


def test_a_good_photo_raises_nothing_but_its_softness(photo: Bytes, face: Face) -> None:
    # Enlarged four times, the astronaut cannot be sharp.
    assert codes(photo, face) <= {"blurred"}
    found = examine(photo, [face])
    assert set(found.parts) == set(PARTS)
    assert all(0 <= value <= 1 for value in found.parts.values())
    assert 0 < found.quality <= 100


def test_the_original_is_sharp(finder: FaceFinder) -> None:
    small = np.asarray(data.astronaut(), np.uint8)
    small = np.asarray(cv2.resize(small, None, fx=1.2, fy=1.2, interpolation=cv2.INTER_LANCZOS4), np.uint8)
    assert "blurred" not in codes(small, finder.find(small)[0])


def test_blur_is_noticed_and_lowers_the_quality(photo: Bytes, face: Face) -> None:
    soft = np.asarray(cv2.GaussianBlur(photo, (0, 0), 8), np.uint8)
    assert "blurred" in codes(soft, face)
    assert examine(soft, [face]).measures["sharpness"] < examine(photo, [face]).measures["sharpness"]


def test_darkness_is_noticed(photo: Bytes, face: Face) -> None:
    assert "dark" in codes(np.asarray(photo * 0.2, np.uint8), face)


def test_burnt_out_skin_is_noticed(photo: Bytes, face: Face) -> None:
    assert "overexposed" in codes(np.asarray(np.clip(photo * 2.2, 0, 255), np.uint8), face)


@pytest.mark.parametrize(("side", "word"), [(-1, "left"), (1, "right")])
def test_harsh_side_light_is_noticed_on_its_side(photo: Bytes, face: Face, side: int, word: str) -> None:
    x = np.arange(photo.shape[1]) - face.mesh[landmarks.NOSE_TIP, 0]
    gain = np.where(x * side > 0, 0.3, 1.0)[None, :, None]
    found = [
        finding
        for finding in examine(np.asarray(photo * gain, np.uint8), [face]).findings
        if finding.code == "side-light"
    ]
    assert found
    assert word in found[0].sentence


def test_a_turned_head_is_noticed(photo: Bytes, face: Face) -> None:
    assert "turned-away" in codes(photo, replace(face, pose=Pose(41.0, 0.0, 0.0)))


def test_closed_eyes_are_noticed(photo: Bytes, face: Face) -> None:
    mesh = face.mesh.copy()
    for eye in (landmarks.RIGHT_EYE, landmarks.LEFT_EYE):
        mesh[list(eye[1:8])] = mesh[list(eye[:8:-1])]
    assert "eyes-closed" in codes(photo, replace(face, mesh=mesh))


def test_a_cut_head_is_noticed(photo: Bytes, face: Face) -> None:
    top = int(face.mesh[landmarks.FOREHEAD_TOP, 1])
    lower = replace(face, mesh=face.mesh - np.array([0, top, 0], np.float32))
    assert "head-cut" in codes(np.ascontiguousarray(photo[top:]), lower)


def test_a_cut_side_of_the_face_is_noticed(photo: Bytes, face: Face) -> None:
    left = int(face.mesh[:, 0].min()) + 30
    moved = replace(face, mesh=face.mesh - np.array([left, 0, 0], np.float32))
    assert "head-cut" in codes(np.ascontiguousarray(photo[:, left:]), moved)


def test_missing_shoulders_are_noticed(photo: Bytes, face: Face) -> None:
    bottom = int(face.mesh[landmarks.CHIN, 1]) + 20
    assert "shoulders-cut" in codes(np.ascontiguousarray(photo[:bottom]), face)


def test_a_grey_photo_is_noticed(photo: Bytes, face: Face) -> None:
    grey = np.asarray(cv2.cvtColor(cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB), np.uint8)
    assert "black-and-white" in codes(grey, face)


def test_a_small_face_is_a_finding_and_a_tiny_one_a_refusal(finder: FaceFinder) -> None:
    small = np.asarray(data.astronaut(), np.uint8)
    (face,) = finder.find(small)
    for factor, code in ((1.2, "face-tiny"), (1.5, "face-small")):
        larger = np.asarray(cv2.resize(small, None, fx=factor, fy=factor), np.uint8)
        assert codes(larger, scaled(face, factor)) & {"face-tiny", "face-small"} == {code}
    with pytest.raises(PhotoRefused, match="pixels between the eyes") as refusal:
        main_face([scaled(face, 0.5)])
    assert refusal.value.code == "face-too-small"


@pytest.mark.parametrize("yaw", [-58.0, 58.0])
def test_a_profile_is_refused_and_a_turned_head_is_not(face: Face, yaw: float) -> None:
    with pytest.raises(PhotoRefused, match="turned to the side") as refusal:
        main_face([replace(face, pose=replace(face.pose, yaw=yaw))])
    assert refusal.value.code == "profile"
    turned = replace(face, pose=replace(face.pose, yaw=yaw * 0.75))
    assert main_face([turned]) is turned


def test_a_head_bent_over_is_told_and_lowers_the_quality(photo: Bytes, face: Face) -> None:
    bent = replace(face, pose=replace(face.pose, pitch=-38.0))
    assert "bent" in codes(photo, bent)
    assert "bent" not in codes(photo, face)
    assert examine(photo, [bent]).quality < 0.8 * examine(photo, [face]).quality


def test_no_face_is_refused() -> None:
    with pytest.raises(PhotoRefused, match="No face") as refusal:
        main_face([])
    assert refusal.value.code == "no-face"


def test_two_people_are_refused_unless_one_is_a_bystander(face: Face) -> None:
    with pytest.raises(PhotoRefused, match="two people") as refusal:
        main_face([scaled(face, 0.9, 900), face])
    assert refusal.value.code == "two-faces"
    assert main_face([scaled(face, 0.5, 900), face]) is face


def test_the_better_of_two_photos_has_the_higher_quality(photo: Bytes, face: Face) -> None:
    good = examine(photo, [face])
    for worse in (np.asarray(photo * 0.25, np.uint8), np.asarray(cv2.GaussianBlur(photo, (0, 0), 10), np.uint8)):
        poor = examine(worse, [face])
        assert poor.quality < good.quality
        assert good.advantage_over(poor)


def test_official_portraits_are_left_in_peace(finder: FaceFinder, shared_data: Path) -> None:
    warned = total = 0
    for path in sorted((shared_data / "photos" / "official").iterdir()):
        picture = cv2.imread(str(path))
        assert picture is not None
        rgb = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)
        total += 1
        warned += any(finding.severity == "warning" for finding in examine(rgb, finder.find(rgb)).findings)
    assert warned <= 0.12 * total
