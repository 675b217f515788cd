import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headshot_desktop.engine import fidelity, skin
from headshot_desktop.engine.studio import retouch
from tests.engine.studio.faces_for_tests import astronaut


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
    assert wide.min() > large.min() - retouch.HALO - 0.001
    assert wide.max() < large.max() + retouch.HALO + 0.001
    assert np.array_equal(narrow, retouch.crisp(large, 0.5))
