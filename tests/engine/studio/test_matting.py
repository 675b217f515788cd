import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from headshot_desktop.engine.models import ModelStore
from headshot_desktop.engine.studio.foreground import foreground_colour
from headshot_desktop.engine.studio.matting import (
    SIDE,
    Box,
    Matting,
    close_up,
    face_map,
    guided_plane,
    letterbox,
    main_subject,
    reach_bottom,
    without_haze,
)

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "data"
FACE: Box = (178.0, 63.0, 90.0, 113.0)
"""Where the astronaut's face is."""


@pytest.fixture(scope="module")
def matting() -> Matting:
    return Matting(ModelStore())


@pytest.fixture(scope="module")
def photo() -> np.ndarray:
    return np.asarray(astronaut(), np.uint8)


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    yield
    for name in [name for name in sys.modules if name.split(".")[0] in {"evaluation", "training"}]:
        del sys.modules[name]


def inside(alpha: np.ndarray, face: Box) -> np.ndarray:
    x, y, width, height = (round(value) for value in face)
    return alpha[y : y + height, x : x + width]


def test_the_person_is_kept_and_the_background_is_not(matting: Matting, photo: np.ndarray) -> None:
    alpha = matting.matte(photo, FACE)
    assert alpha.shape == (512, 512)
    assert alpha.dtype == np.float32
    assert 0 <= alpha.min() <= alpha.max() <= 1
    assert inside(alpha, FACE).mean() > 0.95
    assert np.quantile(alpha[240:320, 110:220], 0.01) > 0.9  # the suit
    assert alpha[:100, 320:].max() < 0.1  # the rocket
    assert alpha[20:200, :60].mean() < 0.05  # the flag


def test_the_body_stays_solid_down_to_the_border(matting: Matting, photo: np.ndarray) -> None:
    assert matting.matte(photo[:330], FACE)[-3:, 100:220].min() > 0.9


def test_a_large_photo_gets_the_same_matte_at_its_own_size(matting: Matting, photo: np.ndarray) -> None:
    large = cv2.resize(photo, (1536, 1536), interpolation=cv2.INTER_CUBIC)
    alpha = matting.matte(large, (3 * FACE[0], 3 * FACE[1], 3 * FACE[2], 3 * FACE[3]))
    assert alpha.shape == (1536, 1536)
    small = cv2.resize(alpha, (512, 512), interpolation=cv2.INTER_AREA)
    assert np.abs(small - matting.matte(photo, FACE)).mean() < 0.01


def test_the_same_photo_gives_the_same_matte(matting: Matting, photo: np.ndarray) -> None:
    assert np.array_equal(matting.matte(photo, FACE), matting.matte(photo, FACE))


def test_without_a_face_the_person_is_still_found(matting: Matting, photo: np.ndarray) -> None:
    assert inside(matting.matte(photo, None), FACE).mean() > 0.7


@pytest.mark.parametrize("wanted", [0, 1])
def test_of_two_people_only_the_one_asked_for_is_kept(matting: Matting, photo: np.ndarray, wanted: int) -> None:
    half = photo[:, 40:400]
    pair = np.hstack([half, half[:, ::-1]])
    left: Box = (FACE[0] - 40, *FACE[1:])
    right: Box = (720 - left[0] - left[2], *FACE[1:])
    faces = (left, right)
    alpha = matting.matte(pair, faces[wanted])
    assert inside(alpha, faces[wanted]).mean() > 0.95
    assert inside(alpha, faces[1 - wanted]).mean() < 0.05


def test_a_small_face_in_a_wide_photo_is_cut_out_of_a_close_up(matting: Matting, photo: np.ndarray) -> None:
    wide = np.full((1400, 2400, 3), (150, 160, 170), np.uint8)
    wide[-512:, 900:1412] = photo
    face: Box = (900 + FACE[0], 1400 - 512 + FACE[1], FACE[2], FACE[3])
    alpha = matting.matte(wide, face)
    assert inside(alpha, face).mean() > 0.95
    assert alpha[:700].max() < 0.05
    assert alpha[:, :600].max() < 0.05


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (400, 3), (31, 17), (513, 511)])
def test_every_shape_has_a_matte_of_that_shape(matting: Matting, shape: tuple[int, int]) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (*shape, 3), dtype=np.uint8)
    alpha = matting.matte(noise, (shape[1] * 0.3, shape[0] * 0.3, shape[1] * 0.4, shape[0] * 0.4))
    assert alpha.shape == shape
    assert np.isfinite(alpha).all()


def test_letterbox_keeps_the_proportions() -> None:
    square, place = letterbox(np.full((300, 600, 3), 9, np.uint8))
    assert square.shape == (SIDE, SIDE, 3)
    assert (place.x, place.y, place.width, place.height) == (0, 128, 512, 256)
    assert (place.of(square) == 9).all()
    assert not (square[:128] == 9).any()


def test_face_map_peaks_on_the_face() -> None:
    made = face_map((100, 200, 60, 80))
    assert divmod(int(made.argmax()), SIDE) == (240, 130)
    assert made[240, 160] == pytest.approx(np.exp(-0.5), abs=1e-6)


@pytest.mark.parametrize("face", [(100, 100, 90, 120), (2000, 10, 200, 260), (3800, 2900, 150, 200)])
def test_the_close_up_holds_the_face_and_stays_in_the_photo(face: Box) -> None:
    near = close_up(3000, 4000, face)
    assert near.x >= 0
    assert near.y >= 0
    assert near.x + near.width <= 4000
    assert near.y + near.height <= 3000
    assert near.x <= face[0]
    assert near.y <= face[1]
    assert near.x + near.width >= min(face[0] + face[2], 4000)


def blob() -> np.ndarray:
    alpha = np.zeros((400, 400), np.float32)
    cv2.circle(alpha, (200, 220), 120, 1.0, -1)
    return np.asarray(cv2.GaussianBlur(alpha, (0, 0), 2), np.float32)


def test_islands_go_and_grey_inside_the_body_is_filled() -> None:
    alpha = blob()
    alpha[180:260, 160:240] = 0.5
    alpha[10:40, 10:40] = 1.0
    made = main_subject(alpha, (170, 160, 60, 60))
    assert made[10:40, 10:40].max() == 0
    assert made[180:260, 160:240].min() > 0.95


def test_a_real_hole_stays_open() -> None:
    alpha = blob()
    cv2.circle(alpha, (250, 260), 25, 0.0, -1)
    assert main_subject(alpha, (150, 130, 60, 60))[250:270, 240:260].max() < 0.05


def test_haze_goes_and_hair_on_the_head_stays() -> None:
    alpha = np.zeros((400, 400), np.float32)
    cv2.circle(alpha, (200, 200), 90, 1.0, -1)
    alpha[100:104, 190:210] = 0.4  # a tuft seven pixels above the solid head
    alpha[150:250, 310:360] = 0.4  # a cup somewhere behind
    made = without_haze(alpha, (150, 150, 100, 120))
    assert made[102, 200] == pytest.approx(0.4)
    assert made[150:250, 312:360].max() < 0.01
    assert np.array_equal(made[alpha == 1], alpha[alpha == 1])
    assert np.array_equal(without_haze(alpha, None), alpha)


def test_a_doubtful_matte_says_where(matting: Matting, photo: np.ndarray) -> None:
    cut = matting.cut(photo, FACE)
    assert np.array_equal(cut.alpha, matting.matte(photo, FACE))
    assert 0 <= cut.doubt.min() <= cut.doubt.max() <= 1
    sure = inside(cv2.resize(cut.doubt, photo.shape[1::-1]), FACE)
    assert sure.mean() < 0.01 < cut.doubt.max()


def test_an_empty_matte_stays_empty() -> None:
    assert main_subject(np.zeros((50, 60), np.float32), None).max() == 0


def test_a_faded_border_is_closed_only_under_a_body() -> None:
    alpha = np.zeros((500, 300), np.float32)
    alpha[100:, 100:200] = 1
    alpha[-4:] *= 0.3
    made = reach_bottom(alpha)
    assert made[-1, 100:200].min() == 1
    assert made[-1, :100].max() == 0


def test_the_guide_finds_a_matte_that_follows_the_colours() -> None:
    rng = np.random.default_rng(3)
    guide = rng.random((60, 80, 3), dtype=np.float32)
    alpha = (guide @ np.array([0.2, 0.5, 0.3], np.float32)).astype(np.float32)
    plane = guided_plane(guide, alpha, 5, 1e-6)
    made = np.einsum("hwc,hwc->hw", plane[..., :3], guide) + plane[..., 3]
    assert np.abs(made - alpha).max() < 1e-3


def soft_edge() -> tuple[np.ndarray, np.ndarray]:
    """A red subject before a green wall with a soft edge 24 pixels wide, and its matte."""
    ramp = np.clip((np.arange(600, dtype=np.float32) - 288) / 24, 0, 1)
    alpha = np.tile(ramp, (700, 1))
    share = alpha[..., None]
    mixed = share * np.array([0.7, 0.2, 0.15], np.float32) + (1 - share) * np.array([0.1, 0.8, 0.2], np.float32)
    return mixed.astype(np.float32), alpha


def test_no_background_colour_is_left_under_a_soft_edge() -> None:
    photo, alpha = soft_edge()
    colour = foreground_colour(photo, alpha)
    edge = (alpha > 0.05) & (alpha < 1)
    assert np.abs(colour[edge] - (0.7, 0.2, 0.15)).max() < 0.06
    assert np.abs(photo[edge] - (0.7, 0.2, 0.15)).max() > 0.5  # what would show without it


def test_solid_pixels_keep_their_colour() -> None:
    photo, alpha = soft_edge()
    rng = np.random.default_rng(5)
    photo = np.clip(photo + rng.normal(0, 0.05, photo.shape), 0, 1).astype(np.float32)
    colour = foreground_colour(photo, alpha)
    assert colour.dtype == np.float32
    assert np.abs(colour[:, 320:] - photo[:, 320:]).max() < 1e-4


def test_bytes_and_floats_have_the_same_foreground() -> None:
    photo, alpha = soft_edge()
    octets = np.rint(photo * 255).astype(np.uint8)
    same = foreground_colour(octets.astype(np.float32) / 255, alpha)
    assert np.abs(foreground_colour(octets, alpha) - same).max() < 0.02


@pytest.mark.usefixtures("tools")
def test_evaluation_of_a_perfect_teacher(matting: Matting, photo: np.ndarray, tmp_path: Path) -> None:
    from evaluation.matte import evaluate

    for folder in ("images", "alpha", "selfie"):
        (tmp_path / folder).mkdir()
    cv2.imwrite(str(tmp_path / "images" / "a.png"), cv2.cvtColor(photo, cv2.COLOR_RGB2BGR))
    teacher = np.rint(matting.matte(photo, FACE) * 255).astype(np.uint8)
    cv2.imwrite(str(tmp_path / "alpha" / "a.png"), teacher)
    cv2.imwrite(str(tmp_path / "selfie" / "a.png"), cv2.resize(teacher, (64, 64)))
    header = "name\tface_box\tita_deg\n"
    (tmp_path / "index.tsv").write_text(f"{header}a.png\t178 63 90 113\t35\n", encoding="utf-8")
    found = evaluate(tmp_path)
    assert found["count"] == 1
    assert found["mad"] < 0.002
    assert found["iou"] > 0.998
    assert found["selfie_baseline"]["band_mad"] > found["band_mad"]
    assert list(found["by_tone"]) == ["tan"]


@pytest.mark.usefixtures("tools")
def test_the_promised_numbers_hold_on_unseen_people() -> None:
    if not (SHARED / "portraits").is_dir():
        pytest.skip("the shared portraits are not beside the repository")
    from evaluation.matte import evaluate
    from training.matte_data import clean_rows

    names = [row["name"] for row in clean_rows(SHARED, "test")]
    found = evaluate(SHARED / "portraits", names)
    baseline = found["selfie_baseline"]
    assert found["mad"] <= min(0.021, baseline["mad"])
    assert found["iou"] >= max(0.973, baseline["iou"])
    assert found["band_mad"] <= min(0.09, baseline["band_mad"])


@pytest.mark.usefixtures("tools")
def test_a_person_is_on_one_side_of_the_split(photo: np.ndarray, tmp_path: Path) -> None:
    from training.split import group_persons, held_out_names

    images = tmp_path / "portraits" / "images"
    images.mkdir(parents=True)
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2BGR)
    pictures = {"p.png": grey, "q.png": cv2.resize(grey, (300, 300)), "r.png": grey[::-1], "s.png": grey[:, ::-1]}
    for name, picture in pictures.items():
        cv2.imwrite(str(images / name), picture)
    paths = ("team/one.png", "other/two.png", "x/ada-byron-headshot.png", "y/byron_ada.jpg")
    rows = [{"name": name, "path": path} for name, path in zip(pictures, paths, strict=True)]
    assert sorted(map(sorted, group_persons(rows, images))) == [[0, 1], [2, 3]]
    lines = ["name\tpath", *(f"{row['name']}\t{row['path']}" for row in rows)]
    (tmp_path / "portraits" / "index.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    held = held_out_names(tmp_path)
    assert ("p.png" in held) == ("q.png" in held)
    assert ("r.png" in held) == ("s.png" in held)


@pytest.mark.usefixtures("tools")
def test_training_scenes_repeat_and_label_only_the_photo(photo: np.ndarray) -> None:
    from training import matte_scene
    from training.matte_data import Portrait

    alpha = np.zeros((512, 512), np.uint8)
    cv2.ellipse(alpha, (222, 400), (150, 380), 0, 0, 360, 255.0, -1)
    person = Portrait(photo, photo, alpha, FACE, 1.0)
    for number in range(12):
        first, again = (
            matte_scene.composed(np.random.default_rng(number), person, [photo], [person], everyday=number % 2 == 0)
            for _ in range(2)
        )
        assert np.array_equal(first.picture, again.picture)
        assert np.array_equal(first.alpha, again.alpha)
        assert first.alpha[first.counts == 0].max(initial=0) == 0
