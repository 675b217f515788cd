import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headshot_desktop.core.request import Backdrop, BackdropKind, Look
from headshot_desktop.engine import fidelity
from headshot_desktop.engine.srgb import to_encoded, to_linear
from headshot_desktop.engine.studio import illuminant, light, shading
from tests.engine.studio.faces_for_tests import Floats, astronaut, mesh_at, mirrored, oval_matte


def look(fill: float = 0.5, contrast: float = 0.0, warmth: float = 0.0, saturation: float = 1.0) -> Look:
    backdrop = Backdrop(BackdropKind.SEAMLESS, (200, 200, 200))
    return Look("test", "Test", "For tests.", backdrop, fill, contrast, warmth, saturation)


def lit_face(side: float, skin: tuple[float, float, float] = (0.42, 0.26, 0.18)) -> tuple[Floats, np.ndarray, Floats]:
    """A drawn face under light from one side: picture, mesh, matte. `side` in log luminance from rim to rim."""
    mesh = mesh_at((200, 220), 120)
    v, u = np.mgrid[0:480, 0:400]
    across = np.clip((u - 200) / 95, -1, 1)
    rng = np.random.default_rng(3)
    pores = rng.normal(0, 0.03, u.shape)
    shade = np.exp(side / 2 * across + pores)[..., None]
    matte = oval_matte(u.shape, mesh)
    person = np.array(skin) * shade
    person[v > 400] = 0.75
    scene = np.where(matte[..., None] > 0, person, 0.4)
    for group in ((33, 133), (263, 362)):
        x, y = mesh[list(group), :2].mean(0)
        cv2.ellipse(scene, (round(x), round(y)), (22, 9), 0, 0, 360, (0.3, 0.26, 0.24), -1)
    return to_encoded(scene), mesh, matte


def skin_of(tone: float) -> tuple[float, float, float]:
    """Linear skin colour, lighter or darker: the darker, the redder, as melanin has it."""
    return 0.42 * tone, 0.26 * tone**1.25, 0.18 * tone**1.35


def imbalance(picture: Floats, mesh: np.ndarray) -> float:
    """Log luminance of the right half of the cheeks over the left half."""
    luminance = to_linear(picture) @ np.array([0.2126, 0.7152, 0.0722])
    left, right = (luminance[np.round(mesh[i, 1]).astype(int), np.round(mesh[i, 0]).astype(int)] for i in CHEEKS)
    return float(np.log(np.median(right) / np.median(left)))


CHEEKS = ([116, 117, 118, 50, 123, 187], [345, 346, 347, 280, 352, 411])


def test_a_good_portrait_stays_what_it_is() -> None:
    picture, mesh = astronaut()
    result, report = light.correct(picture, oval_matte(picture.shape, mesh), mesh, look())
    verdict = fidelity.compare(picture, result, mesh, mesh)
    assert verdict.passed, verdict.reasons
    assert abs(verdict.ita_shift) < 3
    assert abs(verdict.hue_shift) < 2
    assert 0.9 < verdict.texture_ratio < 1.15
    assert abs(report.exposure_ev) < 0.2


@given(side=st.sampled_from([-1.2, -0.8, 0.8, 1.2]), tone=st.sampled_from([0.35, 0.6, 1.0, 1.5]))
@settings(max_examples=8, deadline=None)
def test_one_sided_light_is_filled_whatever_the_skin(side: float, tone: float) -> None:
    picture, mesh, matte = lit_face(side, skin_of(tone))
    result, report = light.correct(picture, matte, mesh, look(fill=0.8))
    assert abs(imbalance(result, mesh)) < 0.88 * abs(imbalance(picture, mesh))
    assert np.sign(imbalance(result, mesh)) == np.sign(side)
    assert np.sign(report.light_x) == np.sign(side)
    verdict = fidelity.compare(picture, result, mesh, mesh)
    assert abs(verdict.ita_shift) < 6
    assert 0.85 < verdict.texture_ratio < 1.2


def test_no_fill_leaves_the_light_alone() -> None:
    picture, mesh, matte = lit_face(1.0)
    result, report = light.correct(picture, matte, mesh, look(fill=0))
    assert imbalance(result, mesh) == pytest.approx(imbalance(picture, mesh), abs=0.05)
    assert report.fill == pytest.approx(0, abs=0.01)


def test_fill_has_no_edge() -> None:
    picture, mesh, matte = lit_face(1.2)
    flat = np.full_like(picture, 0.5)
    study = light._study(picture, matte, mesh)
    soft = np.asarray(cv2.GaussianBlur(study.luminance, (0, 0), light.SMALL_FACE / 25), np.float32)
    lift = light._fill(shading.fitted(soft, study.mesh), study, 1.0, study.luminance)
    assert np.abs(np.gradient(lift)).max() < 0.03
    assert flat.shape[:2] != lift.shape


def test_a_cast_is_reduced() -> None:
    picture, mesh = astronaut()
    matte = oval_matte(picture.shape, mesh)
    cast = np.array([0.30, -0.45])
    tinted = to_encoded(to_linear(picture) / illuminant.gains(cast) * 0.8)
    result, report = light.correct(tinted, matte, mesh, look(fill=0))
    truth, before, after = (fidelity.skin(p, mesh).lab for p in (picture, tinted, result))
    assert np.hypot(*np.subtract(after, truth)[1:]) < 0.8 * np.hypot(*np.subtract(before, truth)[1:])
    assert report.illuminant_gain[0] < 1 < report.illuminant_gain[2]


def test_a_cast_beyond_repair_is_told() -> None:
    for length, told in ((illuminant.STRONGEST, True), (0.5 * illuminant.STRONGEST, False)):
        gain = illuminant.gains(length * np.array([0.6, -0.8]))
        report = light.LightReport(illuminant_gain=(float(gain[0]), float(gain[1]), float(gain[2])))
        assert report.cast_left is told


@given(red=st.floats(-0.8, 0.8), blue=st.floats(-0.8, 0.8))
@settings(max_examples=40, deadline=None)
def test_corrections_are_limited_and_keep_grey_luminance(red: float, blue: float) -> None:
    seen = np.exp([red, 0.0, blue]) * 0.2
    cast = illuminant.estimated_cast(illuminant.Evidence(seen, seen, None))
    assert np.linalg.norm(cast) <= illuminant.STRONGEST + 1e-9
    assert illuminant.gains(cast) @ [0.2126, 0.7152, 0.0722] == pytest.approx(1)


def test_neutral_surroundings_veto_a_correction() -> None:
    warm_skin = np.array([0.45, 0.23, 0.12])
    alone = illuminant.estimated_cast(illuminant.Evidence(warm_skin, None, None))
    in_a_white_room = illuminant.estimated_cast(illuminant.Evidence(warm_skin, None, np.full(3, 0.6)))
    assert np.linalg.norm(in_a_white_room) < np.linalg.norm(alone)
    assert np.linalg.norm(in_a_white_room) <= illuminant.NEUTRAL


def test_skin_in_a_light_of_its_own_is_balanced_all_the_same() -> None:
    sunset_face = np.array([0.30, 0.06, 0.025])
    cast = illuminant.estimated_cast(illuminant.Evidence(sunset_face, None, np.full(3, 0.6)))
    assert np.linalg.norm(cast) > illuminant.NEUTRAL


def test_grey_stays_grey() -> None:
    picture, mesh = astronaut()
    grey = np.repeat(picture.mean(2, keepdims=True), 3, 2)
    result, report = light.correct(grey, oval_matte(grey.shape, mesh), mesh, look(warmth=1.0, saturation=1.5))
    assert report.grey
    assert np.ptp(result, axis=2).max() < 1e-5


def test_black_and_white_look() -> None:
    picture, mesh = astronaut()
    result, _ = light.correct(picture, oval_matte(picture.shape, mesh), mesh, look(saturation=0))
    assert np.ptp(result, axis=2).max() < 1e-5
    assert not fidelity.compare(picture, result, mesh, mesh).colour_judged


def test_a_mirrored_photo_gives_the_mirrored_result() -> None:
    picture, mesh = astronaut()
    matte = oval_matte(picture.shape, mesh)
    result, report = light.correct(picture, matte, mesh, look(fill=0.8))
    other, flipped = mirrored(picture, mesh)
    twin, twin_report = light.correct(other, np.ascontiguousarray(matte[:, ::-1]), flipped, look(fill=0.8))
    assert np.abs(twin[:, ::-1] - result).max() < 0.03
    assert twin_report.light_x == pytest.approx(-report.light_x, abs=0.03)


@pytest.mark.parametrize("tone", [0.25, 0.5, 1.0, 1.5])
def test_exposure_pulls_no_skin_to_a_fixed_value(tone: float) -> None:
    picture, mesh, matte = lit_face(0.0, skin_of(tone))
    result, _ = light.correct(picture, matte, mesh, look())
    assert abs(fidelity.compare(picture, result, mesh, mesh).ita_shift) < 2


def test_a_dark_photo_is_lifted_within_a_skin_class() -> None:
    picture, mesh = astronaut()
    dark = to_encoded(to_linear(picture) * 0.3)
    result, report = light.correct(dark, oval_matte(dark.shape, mesh), mesh, look(fill=0))
    assert report.exposure_ev > 0.03
    assert 0 < fidelity.compare(dark, result, mesh, mesh).ita_shift <= light.SKIN_STEP + 2


def test_nothing_clips_and_contrast_turns_about_the_skin() -> None:
    picture, mesh = astronaut()
    matte = oval_matte(picture.shape, mesh)
    for contrast in (-1.0, 1.0):
        result, _ = light.correct(picture, matte, mesh, look(fill=0, contrast=contrast))
        assert 0 <= result.min() <= result.max() <= 1
        assert abs(fidelity.compare(picture, result, mesh, mesh).delta_e) < 3
        assert (result.std() > picture.std()) == (contrast > 0)


def test_warmth_is_small() -> None:
    picture, mesh = astronaut()
    matte = oval_matte(picture.shape, mesh)
    cool, warm = (light.correct(picture, matte, mesh, look(fill=0, warmth=w))[0] for w in (-1, 1))
    assert warm[..., 0].mean() > cool[..., 0].mean()
    assert warm[..., 2].mean() < cool[..., 2].mean()
    assert fidelity.compare(picture, warm, mesh, mesh).passed


def test_report_is_plain_data() -> None:
    picture, mesh, matte = lit_face(0.5)
    report = light.correct(picture, matte, mesh, look())[1].to_dict()
    assert isinstance(report["illuminant_gain"], list)
    assert -1 <= report["light_x"] <= 1
