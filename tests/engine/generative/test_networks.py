"""The small networks of a pack: loaded as listed, answered sensibly, distrusted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import cv2
import numpy as np
import onnx
import pytest
from onnx import helper

from headshot_desktop.core.errors import ModelCorrupt, ModelMissing, PhotoRefused
from headshot_desktop.core.packs import Role
from headshot_desktop.engine.generative.content_check import CheckedPreviews, ContentCheck
from headshot_desktop.engine.generative.job import Picture, Step, Verified
from headshot_desktop.engine.generative.likeness import PLACES, Recogniser, aligned, likeness
from headshot_desktop.engine.generative.networks import Network, fitted
from headshot_desktop.engine.generative.references import gathered, head_and_shoulders
from headshot_desktop.engine.generative.upscale import TILE, Upscaler, brought
from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.faces import Face, FaceFinder
from tests.engine.generative.drawn_packs import FILES, drawn_pack, network
from tests.engine.generative.jobs import Told

ALL = (Role.RECOGNISER, Role.UPSCALER, Role.SAFETY)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Verified:
    return drawn_pack(tmp_path_factory.mktemp("pack"), *ALL)


@pytest.fixture(scope="module")
def finder() -> FaceFinder:
    return FaceFinder(ModelStore())


@pytest.fixture(scope="module")
def face(finder: FaceFinder, astronaut: Picture) -> Face:
    (found,) = finder.find(astronaut)
    return found


# ------------------------------------------------------------------ likeness


def test_a_turned_and_smaller_face_comes_to_the_same_place(astronaut: Picture) -> None:
    points = np.array([[200.0, 110.0], [250.0, 108.0], [226.0, 140.0], [205.0, 165.0], [248.0, 163.0]])
    turn = cv2.getRotationMatrix2D((220, 130), 25, 0.8)
    moved = cv2.warpAffine(astronaut, turn, (512, 512))
    there = points @ turn[:, :2].T + turn[:, 2]
    first, second = aligned(astronaut, points), aligned(np.asarray(moved, np.uint8), there)
    assert first.shape == (112, 112, 3)
    assert np.abs(first[20:100, 20:90].astype(int) - second[20:100, 20:90]).mean() < 6


def test_points_in_their_places_are_not_moved() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (112, 112, 3), dtype=np.uint8)
    assert np.array_equal(aligned(picture, PLACES), picture)


def test_a_face_is_like_itself_and_its_parts_in_disorder_are_not(
    pack: Verified, astronaut: Picture, face: Face
) -> None:
    recogniser = Recogniser(pack)
    own = recogniser.embed(astronaut, face)
    assert np.linalg.norm(own) == pytest.approx(1, abs=1e-5)
    darker = recogniser.embed((astronaut * 0.8).astype(np.uint8), face)
    other = recogniser.embed(np.ascontiguousarray(astronaut[::-1]), face)
    assert likeness(own, [own]) == pytest.approx(1, abs=1e-5)
    assert likeness(darker, [own]) > 0.95
    assert likeness(other, [own]) < 0.4


def test_the_median_of_all_photos_counts() -> None:
    east, north, west = (np.array(way, np.float32) for way in ((1, 0), (0, 1), (-1, 0)))
    assert likeness(east, [east, east, west]) == 1
    assert likeness(east, [north, west, east]) == 0
    assert likeness(east, [west]) == 0


# ------------------------------------------------------------------ content


@pytest.mark.parametrize(("colour", "code"), [((255, 0, 0), "nudity"), ((0, 0, 255), "minor")])
def test_what_must_not_be_shown_is_refused(pack: Verified, colour: tuple[int, int, int], code: str) -> None:
    check = ContentCheck(pack)
    good, bad = np.full((90, 60, 3), 128, np.uint8), np.full((90, 60, 3), colour, np.uint8)
    check.refuse(good)
    assert check.fit(good)
    assert not check.fit(good, bad)
    with pytest.raises(PhotoRefused) as refused:
        check.refuse(good, bad)
    assert refused.value.code == code


def test_previews_are_shown_once_checked_and_checking_costs_little(pack: Verified) -> None:
    now, told = [0.0], Told()

    class Slow(ContentCheck):
        def fit(self, *views: Picture) -> bool:
            now[0] += 0.1
            return super().fit(*views)

    checked = CheckedPreviews(Slow(pack), told, lambda: now[0])
    good, bad = np.full((16, 12, 3), 128, np.uint8), np.full((16, 12, 3), (255, 0, 0), np.uint8)
    for number, (at, preview) in enumerate([(0.0, good), (0.5, good), (2.2, good), (5.0, bad), (99.0, good)]):
        now[0] = at
        checked(Step("denoise", number, 9, preview))
    assert [step.preview is not None for step in told] == [True, False, True, False, False]
    assert [step.done for step in told] == [0, 1, 2, 3, 4], "steps are told all the same"


def test_a_picture_is_seen_whole() -> None:
    picture = np.zeros((100, 50, 3), np.uint8)
    picture[0], picture[-1], picture[:, 0], picture[:, -1] = 255, 255, 255, 255
    seen = fitted(picture, 224)
    assert seen.shape == (224, 224, 3)
    assert seen[:, 0].max() == 127
    assert seen[0, 112].max() > 127
    assert seen[-1, 112].max() > 127


# ------------------------------------------------------------------ enlarging


def test_tiles_meet_without_a_seam(pack: Verified) -> None:
    picture = np.random.default_rng(1).integers(0, 256, (TILE + 70, TILE + 9, 3), dtype=np.uint8)
    grown = Upscaler(pack).enlarge(picture)
    assert np.array_equal(grown, picture.repeat(2, 0).repeat(2, 1))


@pytest.mark.parametrize("size", [(640, 480), (100, 75), (201, 155)])
def test_a_picture_comes_to_its_exact_size(pack: Verified, size: tuple[int, int]) -> None:
    picture = cv2.resize(np.random.default_rng(1).integers(0, 256, (9, 12, 3), dtype=np.uint8), (200, 150))
    for upscaler in (None, Upscaler(pack)):
        made = brought(np.asarray(picture, np.uint8), *size, upscaler)
        assert made.shape == (size[1], size[0], 3)
        assert made.dtype == np.float32
        assert made.min() >= 0
        assert made.max() <= 1
        assert abs(made.mean() * 255 - picture.mean()) < 3


def test_a_picture_of_the_right_size_is_left_as_it_is(pack: Verified) -> None:
    picture = np.random.default_rng(1).integers(0, 256, (32, 48, 3), dtype=np.uint8)
    made = brought(picture, 48, 32, Upscaler(pack))
    assert np.array_equal((made * 255 + 0.5).astype(np.uint8), picture)


# ------------------------------------------------------------------ distrust


def test_a_changed_file_is_not_loaded(tmp_path: Path) -> None:
    pack = drawn_pack(tmp_path, Role.RECOGNISER)
    path = tmp_path / FILES[Role.RECOGNISER]
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ModelCorrupt, match="was changed"):
        Network(pack, Role.RECOGNISER)
    path.unlink()
    with pytest.raises(ModelMissing):
        Network(pack, Role.RECOGNISER)


def test_an_unlisted_file_is_not_loaded(tmp_path: Path) -> None:
    pack = drawn_pack(tmp_path, Role.RECOGNISER)
    bare = Verified(pack.folder, replace(pack.manifest, files=()))
    with pytest.raises(ModelMissing):
        Network(bare, Role.RECOGNISER)


def _with(folder: Path, role: Role, content: bytes) -> Verified:
    """A pack whose file for `role` is something else, and listed as that."""
    first = drawn_pack(folder, role)
    (folder / FILES[role]).write_bytes(content)
    again = drawn_pack(folder)
    return Verified(folder, replace(again.manifest, roles=MappingProxyType(dict(first.manifest.roles))))


def test_nonsense_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelCorrupt, match="does not work"):
        Network(_with(tmp_path, Role.SAFETY, b"nonsense"), Role.SAFETY)


def test_answers_of_the_wrong_form_are_refused(tmp_path: Path, astronaut: Picture, face: Face) -> None:
    copies = network([helper.make_node("Identity", ["input"], ["output"])], [1, 3, "H", "W"], [1, 3, "H", "W"])
    content = onnx.ModelProto.SerializeToString(copies)
    with pytest.raises(ModelCorrupt):
        ContentCheck(_with(tmp_path / "a", Role.SAFETY, content)).fit(astronaut)
    with pytest.raises(ModelCorrupt):
        Recogniser(_with(tmp_path / "b", Role.RECOGNISER, content)).embed(astronaut, face)
    same = brought(astronaut, 600, 600, Upscaler(_with(tmp_path / "c", Role.UPSCALER, content)))
    assert same.shape == (600, 600, 3)


def test_numbers_that_are_none_are_refused(tmp_path: Path, astronaut: Picture) -> None:
    divided = [helper.make_node("Div", ["input", "nothing"], ["output"])]
    broken = network(divided, [1, 3, "H", "W"], [1, 3, "H", "W"], nothing=np.zeros(1, np.float32))
    upscaler = Upscaler(_with(tmp_path, Role.UPSCALER, onnx.ModelProto.SerializeToString(broken)))
    with pytest.raises(ModelCorrupt):
        upscaler.enlarge(np.zeros_like(astronaut))


# ------------------------------------------------------------------ references


def test_a_reference_is_head_and_shoulders_and_small(astronaut: Picture, face: Face, finder: FaceFinder) -> None:
    crop = head_and_shoulders(astronaut, face.mesh, 256)
    assert max(crop.shape[:2]) == 256
    (seen,) = finder.find(crop)
    assert 0.25 < np.ptp(seen.mesh[:, 1]) / crop.shape[0] < 0.5
    assert 0.35 < seen.mesh[:, 0].mean() / crop.shape[1] < 0.65


def test_a_reference_is_never_smaller_than_a_generator_takes(astronaut: Picture, face: Face) -> None:
    tiny = cv2.resize(astronaut, (60, 60), interpolation=cv2.INTER_AREA)
    crop = head_and_shoulders(np.asarray(tiny, np.uint8), face.mesh * np.float32(60 / 512), 512)
    assert min(crop.shape[:2]) >= 64


def test_the_photo_at_hand_comes_first_and_empty_ones_are_left_out(
    astronaut: Picture, face: Face, finder: FaceFinder
) -> None:
    empty = np.full((100, 100, 3), 128, np.uint8)
    people, told = gathered((astronaut, face), [empty, astronaut], finder.find, 200)
    assert len(people) == 2
    assert people[0].picture is astronaut
    assert len(told) == 1
    assert gathered((astronaut, face), [], finder.find, 200)[1] == ()
