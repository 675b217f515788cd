import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headshot_desktop.core.fidelity import LIMITS
from headshot_desktop.engine import fidelity, skin
from headshot_desktop.engine.srgb import to_encoded, to_linear
from headshot_desktop.engine.studio import landmarks
from tests.engine.studio.faces_for_tests import astronaut, mesh_at


def painted(colour: tuple[float, float, float]) -> np.ndarray:
    """A picture of one CIE Lab colour."""
    lab = np.full((300, 300, 3), colour, np.float32)
    return np.asarray(cv2.cvtColor(lab, cv2.COLOR_Lab2RGB))


@pytest.mark.parametrize(("lab", "ita"), [((70, 12, 20), 45.0), ((50, 12, 18), 0.0), ((35, 10, 15), -45.0)])
def test_ita_is_chardons(lab: tuple[float, float, float], ita: float) -> None:
    assert fidelity.skin(painted(lab), mesh_at((150, 150), 80)).ita == pytest.approx(ita, abs=0.5)


def test_hue_and_chroma() -> None:
    found = fidelity.skin(painted((60, 15, 15)), mesh_at((150, 150), 80))
    assert found.hue == pytest.approx(45, abs=0.5)
    assert found.chroma == pytest.approx(np.hypot(15, 15), abs=0.3)
    assert not found.grey


def test_the_same_picture_passes_with_nothing_moved() -> None:
    picture, mesh = astronaut()
    verdict = fidelity.compare(picture, picture, mesh, mesh)
    assert verdict.passed
    assert (verdict.ita_shift, verdict.hue_shift, verdict.delta_e, verdict.landmark_shift) == (0, 0, 0, 0)
    assert verdict.texture_ratio == 1


def test_whitening_is_caught() -> None:
    picture, mesh = astronaut()
    white = to_encoded(to_linear(picture) * 0.35 + 0.5)
    verdict = fidelity.compare(picture, white, mesh, mesh)
    assert not verdict.passed
    assert verdict.ita_shift > LIMITS.ita
    assert all(sentence.endswith(".") for sentence in verdict.reasons)


def test_darkening_and_recolouring_are_caught() -> None:
    picture, mesh = astronaut()
    dark = fidelity.compare(picture, to_encoded(to_linear(picture) * 0.2), mesh, mesh)
    assert "The skin became darker than in the photo." in dark.reasons
    green = np.clip(picture * np.array([0.85, 1.1, 0.9], np.float32), 0, 1)
    assert "The skin has another tint than in the photo." in fidelity.compare(picture, green, mesh, mesh).reasons


def test_plastic_skin_and_grit_are_caught() -> None:
    picture, mesh = astronaut()
    smooth = np.asarray(cv2.GaussianBlur(picture, (0, 0), 2.5), np.float32)
    assert "The skin lost its texture and looks like plastic." in fidelity.compare(picture, smooth, mesh, mesh).reasons
    grain = np.random.default_rng(0).normal(0, 0.08, picture.shape[:2])[..., None]
    gritty = np.clip(picture + grain, 0, 1).astype(np.float32)
    assert "The skin became grainier than in the photo." in fidelity.compare(picture, gritty, mesh, mesh).reasons


def test_a_slimmed_face_is_caught() -> None:
    picture, mesh = astronaut()
    slim = mesh.copy()
    middle = slim[:, 0].mean()
    slim[:, 0] = middle + (slim[:, 0] - middle) * 0.8
    verdict = fidelity.compare(picture, picture, mesh, slim)
    assert "The face's proportions changed." in verdict.reasons


@given(scale=st.floats(0.2, 4), turn=st.floats(-180, 180), dx=st.floats(-500, 500), dy=st.floats(-500, 500))
@settings(max_examples=30, deadline=None)
def test_crop_scale_and_rotation_move_no_landmark(scale: float, turn: float, dx: float, dy: float) -> None:
    mesh = mesh_at((150, 150), 80)
    c, s = np.cos(np.radians(turn)) * scale, np.sin(np.radians(turn)) * scale
    moved = mesh[:, :2] @ np.array([[c, s], [-s, c]]) + (dx, dy)
    assert fidelity.landmark_shift(mesh, moved) < 1e-9


def test_the_size_of_the_result_does_not_matter() -> None:
    picture, mesh = astronaut()
    half = np.asarray(cv2.resize(picture, (256, 256), interpolation=cv2.INTER_AREA), np.float32)
    verdict = fidelity.compare(picture, half, mesh, mesh * 0.5)
    assert abs(verdict.ita_shift) < 1.5
    assert verdict.delta_e < 1


def test_hair_on_the_forehead_is_not_skin() -> None:
    picture = painted((68, 12, 18))
    mesh = mesh_at((150, 150), 80)
    forehead = skin.region(picture.shape, mesh, landmarks.FOREHEAD)
    picture[forehead] = 0.1
    assert fidelity.skin(picture, mesh).ita == pytest.approx(45, abs=0.5)


def test_grey_photos_are_not_judged_by_colour() -> None:
    picture, mesh = astronaut()
    grey = np.repeat(picture.mean(2, keepdims=True), 3, 2)
    verdict = fidelity.compare(picture, grey, mesh, mesh)
    assert verdict.passed
    assert not verdict.colour_judged
