import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.request import Framing, Shape
from headshot_desktop.engine.studio.framing import Crop, FramingReport, frame, placed
from headshot_desktop.engine.studio.landmarks import CHIN, LEFT_IRIS, RIGHT_IRIS, canonical

WORLD = 1200
"""Side of the scene that photos are cut from: a person standing there whole."""

EYES = (600.0, 420.0)
EYE_DISTANCE = 120.0
"""Between the outer corners of the eyes."""

SQUARE = Framing(800, 800, 0.56, 0.43)
ROUND = Framing(800, 800, 0.58, 0.43, Shape.CIRCLE)
UPRIGHT = Framing(1200, 1500, 0.40, 0.37)


def person(hair: float = 1.0) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mesh and matte of the whole scene; `hair` widens and heightens the hair."""
    mesh = canonical().points * EYE_DISTANCE + [EYES[0], EYES[1], 0]
    chin = mesh[CHIN, 1]
    matte = np.zeros((WORLD, WORLD), np.uint8)
    face = chin - EYES[1]
    top = EYES[1] - 1.1 * face * hair
    axes = (int(0.78 * face * hair), int((chin - top) / 2))
    cv2.ellipse(matte, (600, int((chin + top) / 2)), axes, 0, 0, 360, 255, -1)
    cv2.rectangle(matte, (545, int(chin) - 40), (655, int(chin) + 120), 255, -1)
    cv2.ellipse(matte, (600, int(chin) + 330), (310, 260), 0, 0, 360, 255, -1)
    cv2.rectangle(matte, (290, int(chin) + 330), (910, WORLD), 255, -1)
    return mesh.astype(np.float32), (cv2.GaussianBlur(matte, (0, 0), 1.2) / 255).astype(np.float32)


def photo(
    left: int, top: int, right: int, bottom: int, hair: float = 1.0
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """The scene's matte, and mesh and matte of a photo cut from it."""
    mesh, matte = person(hair)
    return matte, mesh - np.array([left, top, 0], np.float32), matte[top:bottom, left:right]


def invented(crop: Crop, world: NDArray[np.float32], left: int, top: int, right: int, bottom: int) -> int:
    """Pixels of the person that the crop shows but the photo does not have, a border of two pixels let be."""
    missing = world > 0.5
    missing[max(0, top - 2) : bottom + 2, max(0, left - 2) : right + 2] = False
    x0, y0 = max(0, round(crop.x) + left), max(0, round(crop.y) + top)
    x1, y1 = max(0, round(crop.x + crop.width) + left), max(0, round(crop.y + crop.height) + top)
    return int(missing[y0:y1, x0:x1].sum())


def checked(framing: Framing, crop: Crop, report: FramingReport, mesh: NDArray[np.float32]) -> None:
    assert crop.width / crop.height == pytest.approx(framing.width / framing.height, rel=1e-9)
    for iris in (RIGHT_IRIS[0], LEFT_IRIS[0]):
        assert crop.x < mesh[iris, 0] < crop.x + crop.width
        assert crop.y < mesh[iris, 1] < crop.y + crop.height
    eye_y = (mesh[RIGHT_IRIS[0], 1] + mesh[LEFT_IRIS[0], 1]) / 2
    assert report.eye_line == pytest.approx((eye_y - crop.y) / crop.height, abs=1e-5)
    assert report.scale == pytest.approx(framing.width / crop.width)
    assert report.head_height >= 0.8 * framing.head_height - 1e-6
    assert all(note.endswith(".") for note in report.notes)


@pytest.mark.parametrize("framing", [SQUARE, ROUND, UPRIGHT])
def test_a_roomy_photo_meets_the_rule(framing: Framing) -> None:
    world, mesh, matte = photo(0, 0, WORLD, WORLD)
    crop, report = frame(mesh, matte, framing)
    checked(framing, crop, report, mesh)
    assert report.head_height == pytest.approx(framing.head_height, rel=0.04)
    assert report.eye_line == pytest.approx(framing.eye_line, abs=0.02)
    assert crop.x + crop.width / 2 == pytest.approx(600, abs=0.02 * crop.width)
    assert not [note for note in report.notes if "pixels" not in note]
    assert invented(crop, world, 0, 0, WORLD, WORLD) == 0


def test_the_frame_may_reach_past_the_border_where_only_backdrop_was() -> None:
    _, whole = person()
    top = int(np.nonzero((whole > 0.5).any(axis=1))[0][0]) - 5
    world, mesh, matte = photo(280, top, 920, WORLD)
    crop, report = frame(mesh, matte, UPRIGHT)
    checked(UPRIGHT, crop, report, mesh)
    assert crop.y < -10
    assert report.head_height == pytest.approx(UPRIGHT.head_height, rel=0.05)
    assert invented(crop, world, 280, top, 920, WORLD) == 0


def test_a_photo_that_ends_at_the_collar_never_shows_a_floating_bust() -> None:
    bottom = int(EYES[1] + 230)
    world, mesh, matte = photo(0, 0, WORLD, bottom)
    crop, report = frame(mesh, matte, UPRIGHT)
    checked(UPRIGHT, crop, report, mesh)
    assert crop.y + crop.height <= bottom + 1
    assert report.head_height > UPRIGHT.head_height
    assert any("fills more of the frame" in note for note in report.notes)
    assert invented(crop, world, 0, 0, WORLD, bottom) == 0


def test_a_cut_shoulder_stays_at_the_edge() -> None:
    world, mesh, matte = photo(430, 0, WORLD, WORLD)
    crop, report = frame(mesh, matte, UPRIGHT)
    checked(UPRIGHT, crop, report, mesh)
    assert invented(crop, world, 430, 0, WORLD, WORLD) == 0


def test_a_cut_head_is_said_and_kept() -> None:
    world, mesh, matte = photo(0, 330, WORLD, WORLD)
    crop, report = frame(mesh, matte, SQUARE)
    checked(SQUARE, crop, report, mesh)
    assert crop.y >= -1
    assert any("close above the head" in note for note in report.notes)
    assert invented(crop, world, 0, 330, WORLD, WORLD) == 0


@pytest.mark.parametrize("framing", [SQUARE, ROUND])
@pytest.mark.parametrize("cut", [4, 12, 20])
def test_where_the_photo_cuts_the_head_the_frame_clearly_does_too(framing: Framing, cut: int) -> None:
    _, whole = person()
    top = int(np.nonzero((whole > 0.5).any(axis=1))[0][0]) + cut
    _, mesh, matte = photo(0, top, WORLD, WORLD)
    crop, report = frame(mesh, matte, framing)
    checked(framing, crop, report, mesh)
    # A sliver of missing crown looks like a mistake, trimmed hair like a close portrait.
    assert 0.015 * crop.height < crop.y < 0.10 * crop.height
    assert 0.28 < report.eye_line < 0.5
    assert any("trimmed" in note for note in report.notes)


def test_of_a_head_that_the_photo_cuts_deep_nothing_more_is_trimmed() -> None:
    _, whole = person()
    top = int(np.nonzero((whole > 0.5).any(axis=1))[0][0]) + 60
    _, mesh, matte = photo(0, top, WORLD, WORLD)
    crop, _ = frame(mesh, matte, SQUARE)
    assert abs(crop.y) < 0.01 * crop.height


def test_large_hair_does_not_shrink_the_face_and_is_not_cut() -> None:
    _, mesh, matte = photo(0, 0, WORLD, WORLD, hair=1.45)
    crop, report = frame(mesh, matte, UPRIGHT)
    checked(UPRIGHT, crop, report, mesh)
    hair_top = np.nonzero((matte > 0.5).any(axis=1))[0][0]
    assert hair_top - crop.y > 0
    assert report.head_height > 0.85 * UPRIGHT.head_height


def test_head_and_hair_stay_inside_the_circle() -> None:
    for hair in (1.0, 1.2):
        _, mesh, matte = photo(0, 0, WORLD, WORLD, hair=hair)
        crop, _ = frame(mesh, matte, ROUND)
        y, x = np.nonzero(matte > 0.5)
        head = y < mesh[CHIN, 1]
        radius = np.hypot(x - crop.x - crop.width / 2, y - crop.y - crop.height / 2)[head].max() / crop.width
        assert radius < 0.505


def test_a_tighter_look_frames_the_head_larger() -> None:
    _, mesh, matte = photo(0, 0, WORLD, WORLD)
    wide, tight = (frame(mesh, matte, UPRIGHT, tightness=tightness)[1] for tightness in (0.9, 1.15))
    assert tight.head_height > 1.2 * wide.head_height


def test_few_pixels_are_said() -> None:
    _, mesh, matte = photo(0, 0, WORLD, WORLD)
    _, report = frame(mesh, matte, Framing(3000, 3000, 0.5, 0.4))
    assert any("few pixels" in note for note in report.notes)


def test_the_whole_photo_is_kept_for_a_cutout() -> None:
    _, mesh, matte = photo(100, 100, 1100, 900)
    crop, report = frame(mesh, matte, Framing(0, 0))
    assert crop == Crop(0, 0, 1000, 800)
    assert report.scale == 1


def test_a_frame_of_the_own_background_stays_inside_the_photo() -> None:
    world, mesh, alpha = photo(330, 240, 870, 900)
    free, _ = frame(mesh, alpha, UPRIGHT)
    kept, report = frame(mesh, alpha, UPRIGHT, beyond=0.02)
    plain, _ = frame(mesh, alpha, UPRIGHT, beyond=0.12)
    checked(UPRIGHT, kept, report, mesh)

    def beyond(crop: Crop) -> float:
        inside_x = min(crop.x + crop.width, 540) - max(crop.x, 0)
        inside_y = min(crop.y + crop.height, 660) - max(crop.y, 0)
        return 1 - inside_x * inside_y / (crop.width * crop.height)

    assert beyond(free) > 2 * beyond(kept)
    assert beyond(kept) < 0.045
    assert kept.height < plain.height
    assert invented(kept, world, 330, 240, 870, 900) == 0


def test_eyes_at_the_border_are_refused() -> None:
    _, mesh, matte = photo(595, 0, WORLD, WORLD)
    with pytest.raises(PhotoRefused, match="whole head"):
        frame(mesh, matte, SQUARE)


def test_specks_elsewhere_do_not_steer_the_frame() -> None:
    _, mesh, matte = photo(0, 0, WORLD, WORLD)
    dirty = matte.copy()
    dirty[:200, :80] = 1.0
    assert frame(mesh, dirty, SQUARE)[0] == frame(mesh, matte, SQUARE)[0]


def test_a_turned_photo_shows_nothing_beyond_its_slanted_border() -> None:
    _, mesh, matte = photo(0, 0, WORLD, 900)
    valid = np.zeros(matte.shape, np.uint8)
    cv2.fillConvexPoly(valid, np.array([(60, -20), (1230, 60), (1180, 860), (10, 780)], np.int32), 1)
    inside = valid > 0
    crop, report = frame(mesh, matte * valid, UPRIGHT, valid=inside)
    checked(UPRIGHT, crop, report, mesh)
    missing = (matte > 0.5) & ~(cv2.dilate(valid, np.ones((5, 5), np.uint8)) > 0)
    x0, y0, x1, y1 = (max(0, round(v)) for v in (crop.x, crop.y, crop.x + crop.width, crop.y + crop.height))
    assert missing[y0:y1, x0:x1].sum() == 0
    assert missing.sum() > 0


def test_a_hole_in_the_matte_of_the_body_stays_below_the_frame() -> None:
    _, mesh, matte = photo(0, 0, WORLD, WORLD)
    torn = matte.copy()
    hole = int(mesh[CHIN, 1]) + 260
    torn[hole : hole + 150, 500:760] = 0
    crop, _ = frame(mesh, torn, UPRIGHT)
    assert crop.y + crop.height <= hole + 2


def test_a_matte_that_ends_early_ends_the_frame() -> None:
    _, mesh, matte = photo(0, 0, WORLD, WORLD)
    torn = matte.copy()
    end = int(mesh[CHIN, 1]) + 220
    torn[end:] = 0
    crop, _ = frame(mesh, torn, UPRIGHT)
    assert crop.y + crop.height <= end + 2


@settings(max_examples=80, deadline=None)
@given(
    left=st.integers(0, 545),
    top=st.integers(0, 400),
    right=st.integers(655, WORLD),
    bottom=st.integers(440, WORLD),
    framing=st.sampled_from([SQUARE, ROUND, UPRIGHT, Framing(300, 375, 0.72, 0.49), Framing(531, 709, 0.56, 0.44)]),
    hair=st.sampled_from([0.9, 1.0, 1.3]),
    tightness=st.sampled_from([0.85, 1.0, 1.2]),
)
def test_no_photo_however_cut_shows_an_invented_body(
    left: int, top: int, right: int, bottom: int, framing: Framing, hair: float, tightness: float
) -> None:
    world, mesh, matte = photo(left, top, right, bottom, hair)
    try:
        crop, report = frame(mesh, matte, framing, tightness=tightness)
    except PhotoRefused:
        # Only a photo that is little more than the eyes may be refused.
        around = min(EYES[0] - left, right - EYES[0]) - EYE_DISTANCE / 2
        assert around < 15 or min(EYES[1] - top, bottom - EYES[1]) < 40 or bottom - top < 1.5 * EYE_DISTANCE
        return
    assert invented(crop, world, left, top, right, bottom) == 0
    assert crop.width / crop.height == pytest.approx(framing.width / framing.height, rel=1e-9)
    assert crop.x < mesh[RIGHT_IRIS[0], 0]
    assert mesh[LEFT_IRIS[0], 0] < crop.x + crop.width
    assert crop.y < mesh[RIGHT_IRIS[0], 1] < crop.y + crop.height
    assert report.head_height >= 0.2


def test_placed_cuts_exactly_and_fills_the_outside() -> None:
    picture = np.arange(100 * 80, dtype=np.float32).reshape(100, 80)
    assert np.allclose(placed(picture, Crop(10, 20, 30, 40), 30, 40), picture[20:60, 10:40])
    matte = np.ones((100, 80), np.float32)
    wide = placed(matte, Crop(-20, -25, 120, 150), 120, 150, outside=0.0)
    assert np.allclose(wide[25:125, 20:100], 1)
    assert wide[:20].max() == 0
    assert wide[:, :15].max() == 0


def test_placed_averages_when_it_shrinks() -> None:
    random = np.random.default_rng(1)
    noise = random.random((400, 400, 3), dtype=np.float32)
    small = placed(noise, Crop(0, 0, 400, 400), 100, 100)
    assert small.shape == (100, 100, 3)
    assert small.std() < 0.11
    assert small.mean() == pytest.approx(0.5, abs=0.01)
