import io
import re

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms
from skimage import data

from headshot_desktop.core.errors import ExportRefused
from headshot_desktop.core.request import ExportSpec, Format
from headshot_desktop.engine.finishing import dithered, encode, resized, srgb_profile


@pytest.fixture(scope="module")
def face() -> NDArray[np.uint8]:
    return np.asarray(data.astronaut(), np.uint8)


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("kind", list(Format))
def test_exact_pixels_profile_and_resolution(face: NDArray[np.uint8], kind: Format) -> None:
    image = opened(encode(face, ExportSpec(kind, 333, 333, dpi=300)))
    assert image.size == (333, 333)
    assert image.format == kind.value.upper()
    profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    if kind is Format.WEBP:
        assert dict(image.getexif()) == {0x011A: 300.0, 0x011B: 300.0, 0x0128: 2}
    else:
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)


@pytest.mark.parametrize("kind", list(Format))
def test_without_resolution_there_is_no_exif_at_all(face: NDArray[np.uint8], kind: Format) -> None:
    image = opened(encode(face, ExportSpec(kind)))
    assert not image.getexif()
    assert not {"exif", "comment", "xmp", "XML:com.adobe.xmp", "photoshop"} & set(image.info)


@pytest.mark.parametrize("kind", list(Format))
def test_same_request_same_bytes(face: NDArray[np.uint8], kind: Format) -> None:
    picture = face[:200, :200].astype(np.float32) / 254.3
    assert encode(picture, ExportSpec(kind), seed=4) == encode(picture.copy(), ExportSpec(kind), seed=4)


def test_a_comment_in_the_source_does_not_reach_the_file() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), (120, 90, 60)).save(buffer, "JPEG", comment=b"CANARY-7781")
    assert b"CANARY-7781" in buffer.getvalue()
    pixels = np.asarray(opened(buffer.getvalue()))
    for kind in Format:
        assert b"CANARY" not in encode(pixels, ExportSpec(kind, 96, 96))


def test_the_profile_carries_a_fixed_date() -> None:
    profile = srgb_profile()
    assert profile[24:36] == bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
    assert ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.version > 2


@pytest.mark.parametrize("limit", [40_000, 60_000, 80_000, 110_000])
def test_the_byte_limit_is_met_and_used(face: NDArray[np.uint8], limit: int) -> None:
    for kind in (Format.JPEG, Format.WEBP):
        unlimited = len(encode(face, ExportSpec(kind)))
        content = encode(face, ExportSpec(kind, max_bytes=limit))
        assert len(content) <= limit
        assert len(content) > 0.85 * min(limit, unlimited)


@pytest.mark.parametrize("kind", list(Format))
def test_an_impossible_limit_is_refused_with_a_sentence(face: NDArray[np.uint8], kind: Format) -> None:
    with pytest.raises(ExportRefused) as refusal:
        encode(face, ExportSpec(kind, max_bytes=2000))
    assert re.fullmatch(r"A picture of 512 × 512 pixels does not fit into 2 kB\. .+\.", refusal.value.message)


def test_jpeg_refuses_transparency() -> None:
    with pytest.raises(ExportRefused, match="PNG or WebP"):
        encode(np.zeros((64, 64, 4), np.float32), ExportSpec(Format.JPEG))


def test_a_picture_is_never_stretched(face: NDArray[np.uint8]) -> None:
    with pytest.raises(ValueError, match="unstretched"):
        encode(face, ExportSpec(width=800, height=1000))


def test_full_colour_resolution_at_good_quality(face: NDArray[np.uint8]) -> None:
    image = Image.open(io.BytesIO(encode(face, ExportSpec())))
    layers = getattr(image, "layer")  # noqa: B009 - not in Pillow's published types
    assert {layer[1:3] for layer in layers} == {(1, 1)}


def test_transparency_survives(face: NDArray[np.uint8]) -> None:
    alpha = np.linspace(0, 1, 512, dtype=np.float32)[None, :].repeat(512, axis=0)
    picture = np.concatenate([face.astype(np.float32) / 255, alpha[..., None]], axis=2)
    image = opened(encode(picture, ExportSpec(Format.PNG)))
    assert image.mode == "RGBA"
    written = np.asarray(image)[..., 3].astype(float) / 255
    assert np.abs(written - alpha).max() <= 0.5 / 255 + 1e-6


def test_colour_under_transparency_does_not_bleed_when_resized() -> None:
    picture = np.zeros((200, 200, 4), np.float32)
    picture[..., 1] = 1.0
    picture[:, 100:] = (0.8, 0.2, 0.2, 1.0)
    small = resized(picture, 64, 64)
    seen = small[..., 3] > 0.05
    assert small[..., 1][seen].max() < 0.25


def test_shrinking_averages_light_not_code_values() -> None:
    stripes = np.zeros((128, 128, 3), np.float32)
    stripes[:, ::2] = 1.0
    middle = resized(stripes, 32, 32)[16, 16]
    assert middle == pytest.approx([0.735] * 3, abs=0.02)


def test_dither_breaks_up_bands_and_keeps_the_mean() -> None:
    ramp = np.linspace(0.50, 0.52, 1024, dtype=np.float32)[None, :, None].repeat(256, axis=0).repeat(3, axis=2)
    quantised = dithered(ramp, seed=1)
    columns = quantised[..., 0].mean(axis=0) / 255
    assert np.abs(columns - ramp[0, :, 0]).max() < 0.0015
    rounded = np.rint(ramp[..., 0] * 255)
    longest = max(len(run) for run in np.split(rounded[0], np.nonzero(np.diff(rounded[0]))[0] + 1))
    drawn = max(
        len(run) for run in np.split(quantised[9, :, 0], np.nonzero(np.diff(quantised[9, :, 0].astype(int)))[0] + 1)
    )
    assert longest > 150
    assert drawn < 20


def test_dither_is_at_most_one_step_and_leaves_black_and_white_alone(face: NDArray[np.uint8]) -> None:
    picture = face.astype(np.float32) / 255
    assert np.abs(dithered(picture, 3).astype(int) - face).max() <= 1
    assert not dithered(np.zeros((50, 50, 3), np.float32), 1).any()
    assert (dithered(np.ones((50, 50, 3), np.float32), 1) == 255).all()


def test_eight_bit_pixels_pass_unchanged_through_png(face: NDArray[np.uint8]) -> None:
    assert np.array_equal(np.asarray(opened(encode(face, ExportSpec(Format.PNG)))), face)
