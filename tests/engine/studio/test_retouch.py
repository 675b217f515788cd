import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from headshot_desktop.engine import fidelity, skin
from headshot_desktop.engine.studio import retouch
from tests.engine.studio.faces_for_tests import astronaut

Picture = NDArray[np.float32]


def noisy(picture: np.ndarray, luma: float, chroma: float = 0.0) -> np.ndarray:
    rng = np.random.default_rng(5)
    grain = rng.normal(0, luma, (*picture.shape[:2], 1)) + rng.normal(0, chroma, picture.shape)
    return np.clip(picture + grain, 0, 1).astype(np.float32)


@given(sigma=st.floats(0.012, 0.06))
@settings(max_examples=10, deadline=None)
def test_noise_is_measured(sigma: float) -> None:
    flat = np.full((256, 256, 3), 0.5, np.float32)
    assert retouch.noise_level(noisy(flat, sigma)) == pytest.approx(sigma, rel=0.15)


def test_a_clean_photo_comes_back_untouched() -> None:
    picture, _ = astronaut()
    assert retouch.denoise(picture) is picture


def test_noise_goes_down_and_the_picture_stays() -> None:
    picture, mesh = astronaut()
    noise = noisy(picture, 0.03, 0.03)
    result = retouch.denoise(noise)
    assert result.std() > 0.95 * picture.std()
    assert np.abs(result - picture).mean() < 0.75 * np.abs(noise - picture).mean()
    # Skin keeps at least the texture it has without noise.
    assert fidelity.skin(result, mesh).texture_energy > fidelity.skin(picture, mesh).texture_energy


def test_chroma_noise_goes_down_more_than_luma_noise() -> None:
    flat = np.full((200, 200, 3), 0.5, np.float32)
    noise = noisy(flat, 0.03, 0.03)
    result = retouch.denoise(noise)
    luma = skin.encoded_luma(result).std() / skin.encoded_luma(noise).std()
    chroma = (result - skin.encoded_luma(result)[..., None]).std() / (noise - skin.encoded_luma(noise)[..., None]).std()
    assert chroma < 0.5
    assert chroma < luma < 0.95


def test_edges_stay() -> None:
    step = np.where(np.arange(200)[None, :, None] < 100, 0.2, 0.8) * np.ones((200, 1, 3))
    result = retouch.denoise(noisy(step, 0.03))
    profile = skin.encoded_luma(result).mean(0)
    assert profile[101] - profile[98] > 0.55


@pytest.mark.parametrize("size", [(1, 1), (8, 20), (15, 300)])
def test_tiny_pictures_pass(size: tuple[int, int]) -> None:
    picture = np.random.default_rng(0).random((*size, 3)).astype(np.float32)
    assert retouch.denoise(picture).shape == picture.shape
    assert retouch.sharpen(picture, 0.5, 0.8).shape == picture.shape


def test_sharpening_sharpens_luma_alone_and_holds_halos() -> None:
    ramp = np.clip((np.arange(64) - 28) / 8, 0, 1) * 0.4 + 0.3
    picture = (np.ones((64, 1, 1)) * ramp[None, :, None] * np.array([1.0, 0.9, 0.8])).astype(np.float32)
    result = retouch.sharpen(picture, 5.0, 1.5)
    difference = result - picture
    assert np.ptp(difference, axis=2).max() < 1e-5
    assert np.abs(difference).max() > 0.01
    assert skin.encoded_luma(result).max() <= skin.encoded_luma(picture).max() + retouch.HALO + 1e-5
    assert skin.encoded_luma(result).min() >= skin.encoded_luma(picture).min() - retouch.HALO - 1e-5


def test_no_amount_is_no_change() -> None:
    picture, _ = astronaut()
    assert retouch.sharpen(picture, 0.0, 0.8) is picture


def test_enlarged_edges_are_sharpened_as_wide_as_they_are_spread() -> None:
    small = np.full((40, 40, 3), 0.3, np.float32)
    small[:, 20:] = 0.6
    large = np.asarray(cv2.resize(small, (120, 120), interpolation=cv2.INTER_CUBIC), np.float32)
    narrow, wide = retouch.crisp(large, 1.0), retouch.crisp(large, 3.0)

    def steepest(picture: np.ndarray) -> float:
        return float(np.abs(np.diff(picture[60, :, 0])).max())

    assert steepest(wide) > 1.1 * steepest(large)
    assert steepest(wide) > steepest(narrow)
    grain = 4 * retouch.ENLARGED_GRAIN
    assert wide.min() > large.min() - retouch.HALO - grain
    assert wide.max() < large.max() + retouch.HALO + grain
    assert np.array_equal(narrow, retouch.crisp(large, 0.5))


def small_file(quality: int) -> tuple[Picture, Picture]:
    """The astronaut's face at 160 pixels, enlarged three times: as it was, and as a JPEG of that quality."""
    picture, _ = astronaut()
    face = np.asarray(cv2.resize(picture[60:220, 140:300], (160, 160), interpolation=cv2.INTER_AREA), np.float32)
    content = cv2.imencode(".jpg", np.rint(face * 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    saved = np.asarray(cv2.imdecode(content, cv2.IMREAD_COLOR), np.float32) / np.float32(255)
    wide, poor = (cv2.resize(each, (480, 480), interpolation=cv2.INTER_CUBIC) for each in (face, saved))
    return np.clip(wide, 0, 1), np.clip(poor, 0, 1)


def flat_detail(picture: Picture, of: Picture) -> float:
    """Fine detail of a picture in the smoothest quarter of another one, grain of single pixels left out."""
    luma = cv2.GaussianBlur(skin.encoded_luma(picture), (0, 0), 1.5)
    base = cv2.GaussianBlur(skin.encoded_luma(of), (0, 0), 1.5)
    busy = cv2.blur(np.abs(cv2.Laplacian(base, cv2.CV_32F)), (31, 31))
    return float(np.abs(cv2.Laplacian(luma, cv2.CV_32F))[busy < np.quantile(busy, 0.25)].mean())


def flat_colour(picture: Picture, of: Picture) -> float:
    """How far the colours are from another picture's, the slowest changes left out."""
    first, second = (each - skin.encoded_luma(each)[..., None] for each in (picture, of))
    off = cv2.GaussianBlur(first - second, (0, 0), 1.5)
    return float(np.abs(off - cv2.GaussianBlur(off, (0, 0), 12)).mean())


def test_an_enlarged_file_is_not_gritty_and_keeps_its_edges() -> None:
    good, poor = small_file(25)
    amount, radius = 0.35 + 0.35 * 1.1, 0.8 + 0.55 * 2
    gritty = retouch.sharpen(poor, amount, radius, reach=2)
    made = retouch.crisp(poor, 3.0)
    assert flat_detail(made, good) < 0.9 * flat_detail(gritty, good)
    assert flat_colour(made, good) < 0.92 * flat_colour(gritty, good)
    steep = [float(np.percentile(np.abs(np.diff(skin.encoded_luma(each), axis=1)), 99)) for each in (poor, made)]
    assert steep[1] > steep[0]


def test_what_is_hardly_enlarged_is_not_cleaned() -> None:
    picture, _ = astronaut()
    assert retouch.restored_share(1.2) == 0
    assert np.array_equal(retouch.crisp(picture, 1.1, seed=1), retouch.crisp(picture, 1.1, seed=2))


def test_an_enlarged_picture_has_fine_grain_in_proportion_to_its_brightness() -> None:
    grey = np.full((300, 600, 3), 0.15, np.float32)
    grey[:, 300:] = 0.6
    made = retouch.crisp(grey, 3.0, seed=4)
    dark, bright = (float(skin.encoded_luma(made)[20:-20, part].std()) for part in (slice(20, 280), slice(320, 580)))
    assert 0.002 < bright < 0.008
    assert dark / 0.15 == pytest.approx(bright / 0.6, rel=0.15)
    assert np.array_equal(made, retouch.crisp(grey, 3.0, seed=4))
    assert not np.array_equal(made, retouch.crisp(grey, 3.0, seed=5))


def test_a_skin_tone_stays_in_an_enlarged_picture() -> None:
    good, poor = small_file(85)
    made = retouch.crisp(poor, 3.0)
    assert np.abs(cv2.blur(made, (41, 41)) - cv2.blur(good, (41, 41))).max() < 0.02
