"""Anonymised pictures: constants, whoever is in the photo."""

from __future__ import annotations

import hashlib
import io
import math

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.marks import Marks, SourceType
from headshot_desktop.core.request import ExportSpec, Format
from headshot_desktop.engine import anonymise, skin
from headshot_desktop.engine.anonymise import ARRANGEMENTS, BITS, SIDE, Arrangement, arrangement, draw
from headshot_desktop.engine.pipeline import Pipeline
from headshot_desktop.engine.process import ProcessEngine

Photo = npt.NDArray[np.uint8]

FACE = (slice(40, 190), slice(160, 290))
"""Rows and columns of the astronaut's face with all of the hair."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture(scope="module")
def drawn() -> list[Photo]:
    """All pictures that there are."""
    return [draw(each) for each in ARRANGEMENTS]


@pytest.fixture(scope="module")
def every(drawn: list[Photo]) -> dict[str, Arrangement]:
    """What is said by each of them, by hash."""
    return {hashlib.sha256(made.tobytes()).hexdigest(): each for made, each in zip(drawn, ARRANGEMENTS, strict=True)}


@pytest.fixture(scope="module")
def usual(pipeline: Pipeline, astronaut: Photo) -> bytes:
    """The astronaut's."""
    return _made(pipeline, astronaut)


def _made(pipeline: Pipeline, photo: Photo) -> bytes:
    pipeline.load(np.ascontiguousarray(photo).tobytes(), photo.shape[1], photo.shape[0])
    return bytes(pipeline.anonymise().picture)


def _hash(content: bytes) -> str:
    return hashlib.sha256(np.asarray(Image.open(io.BytesIO(content))).tobytes()).hexdigest()


def _colours(picture: Photo) -> npt.NDArray[np.int64]:
    """(N, 3): each colour once."""
    packed = np.unique(picture.astype(np.int64) @ np.array([1 << 16, 1 << 8, 1]))
    return np.stack([packed >> 16, packed >> 8 & 255, packed & 255], 1)


def test_there_are_thirteen_pictures_and_no_more(every: dict[str, Arrangement]) -> None:
    assert len(every) == len(ARRANGEMENTS) == 13, "and no two of them are alike"
    assert math.isclose(BITS, math.log2(13))


def test_none_of_them_has_a_colour_of_skin(drawn: list[Photo]) -> None:
    for each in drawn:
        colours = _colours(each)
        warm = (colours[:, 0] > colours[:, 1] + 8) & (colours[:, 1] > colours[:, 2])
        assert not warm.any(), "skin of every tone is redder than green and greener than blue"


def test_the_pattern_is_the_same_at_every_place() -> None:
    heads = [
        draw(Arrangement(1, column))[160:600, middle - 170 : middle + 170] for column, middle in ((0, 266), (2, 758))
    ]
    assert np.abs(heads[0].astype(int) - heads[1]).mean() < 6, "up to where the pixels fall"


BOX = st.tuples(st.floats(-200, 4000), st.floats(-200, 4000), st.floats(1, 2000), st.floats(1, 2000))


@given(st.lists(BOX, min_size=1, max_size=40), st.integers(1, 8000), st.integers(1, 8000))
def test_whatever_was_found_it_is_one_of_them(boxes: list[anonymise.Box], width: int, height: int) -> None:
    assert arrangement(boxes, width, height) in ARRANGEMENTS


def test_nobody_has_no_picture() -> None:
    with pytest.raises(ValueError, match="without a face"):
        arrangement([], 100, 100)


@given(st.floats(0, 0.32), st.floats(1 / 6 + 1e-6, 0.6))
def test_within_a_place_nothing_of_the_face_counts(shift: float, height: float) -> None:
    box = ((0.34 + shift) * 900 - 60, 100.0, 120.0, height * 900)
    assert arrangement([box], 900, 900) == Arrangement(1, 1, near=True)


def test_two_people_at_one_place_become_the_same_bytes(pipeline: Pipeline, astronaut: Photo, usual: bytes) -> None:
    """Another skin, another shape of head, turned round, grey, in another light: one file."""
    other = cv2.resize(astronaut[:, ::-1], (512, 600))[:512]  # turned round and longer
    darker = np.asarray(np.clip(astronaut * np.array([0.5, 0.42, 0.36]), 0, 255), np.uint8)
    grey = np.repeat(cv2.cvtColor(astronaut, cv2.COLOR_RGB2GRAY)[..., None], 3, 2)
    for photo in (np.roll(other, -70, 1), darker, grey, cv2.flip(np.roll(astronaut, 30, 1), 1)):
        assert _made(pipeline, np.asarray(photo, np.uint8)) == usual


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(1, 300), columns=st.integers(1, 512))
def test_nothing_around_the_face_changes_a_byte(
    pipeline: Pipeline, astronaut: Photo, usual: bytes, seed: int, rows: int, columns: int
) -> None:
    """Clothes, hands, background, badges: whatever is painted there, the file is the same."""
    changed = astronaut.copy()
    random = np.random.default_rng(seed)
    patch = (
        random.integers(0, 256, (rows, columns, 3))
        if seed % 2
        else np.broadcast_to(random.integers(0, 256, 3), (rows, columns, 3))
    )
    changed[512 - rows :, :columns] = patch[:, :columns]
    kept = slice(20, 210), slice(140, 310)
    changed[kept] = astronaut[kept]
    assert _made(pipeline, changed) == usual


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gain=st.floats(0.6, 1.25), tint=st.integers(-25, 25), noise=st.integers(0, 14))
def test_nothing_in_the_face_changes_a_byte_either(
    pipeline: Pipeline, astronaut: Photo, usual: bytes, gain: float, tint: int, noise: int
) -> None:
    changed = astronaut.astype(np.float32)
    part = changed[FACE]
    part *= gain
    part[..., 0] += tint
    part += np.random.default_rng(noise).normal(0, noise, part.shape)
    assert _made(pipeline, np.asarray(np.clip(changed, 0, 255), np.uint8)) == usual


def test_text_in_the_background_is_gone(pipeline: Pipeline, astronaut: Photo, every: dict[str, Arrangement]) -> None:
    named = astronaut.copy()
    cv2.putText(named, "NAME BADGE", (5, 60), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (255, 255, 255), 3)
    cv2.putText(named, "DEPT 7", (300, 480), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (0, 0, 0), 4)
    assert _hash(_made(pipeline, named)) in every


def test_everybody_is_counted_also_small_ones(
    pipeline: Pipeline, astronaut: Photo, every: dict[str, Arrangement]
) -> None:
    pair = np.hstack([astronaut, astronaut[:, ::-1]])
    small = np.full((900, 1400, 3), 190, np.uint8)
    small[:512, :512] = astronaut
    small[700:760, 1200:1260] = cv2.resize(astronaut[20:220, 120:320], (60, 60), interpolation=cv2.INTER_AREA)
    for photo in (pair, small):
        assert every[_hash(_made(pipeline, np.asarray(photo, np.uint8)))] == Arrangement(2)


def test_near_and_far_left_and_right(pipeline: Pipeline, astronaut: Photo, every: dict[str, Arrangement]) -> None:
    wide = np.full((1200, 1800, 3), 200, np.uint8)
    wide[600:856, 40:296] = cv2.resize(astronaut, (256, 256), interpolation=cv2.INTER_AREA)
    assert every[_hash(_made(pipeline, wide))] == Arrangement(1, 0, near=False)
    assert every[_hash(_made(pipeline, np.asarray(wide[:, ::-1], np.uint8)))] == Arrangement(1, 2, near=False)


@pytest.mark.parametrize("kind", ["noise", "one colour", "one pixel", "gradient"])
def test_where_nobody_is_seen_nothing_is_called_anonymised(pipeline: Pipeline, kind: str) -> None:
    photos = {
        "noise": np.random.default_rng(3).integers(0, 256, (480, 640, 3)),
        "one colour": np.full((480, 640, 3), 128),
        "one pixel": np.full((1, 1, 3), 200),
        "gradient": np.repeat(np.linspace(0, 255, 640 * 480).reshape(480, 640)[..., None], 3, 2),
    }
    with pytest.raises(PhotoRefused) as refused:
        _made(pipeline, np.asarray(photos[kind], np.uint8))
    assert refused.value.code == "nobody"
    assert "Do not send the photo" in refused.value.message


def _canaries(astronaut: Photo, orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x0112] = "CANARY-description", "CANARY-artist", orientation
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (47.0, 22.0, 11.0)
    turned = {1: astronaut, 6: np.rot90(astronaut, 1), 3: np.rot90(astronaut, 2)}[orientation]
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(turned)).save(
        file, "JPEG", quality=95, exif=exif, comment=b"CANARY-comment", xmp=b"<x>CANARY-xmp</x>"
    )
    return file.getvalue()


def test_a_real_engine_upright_and_turned_and_without_a_word_of_the_file(astronaut: Photo) -> None:
    """Through decoder and worker to the finished file, with the marks of an export."""
    with ProcessEngine(accept_unprotected=True) as engine:
        files = []
        for orientation in (1, 6, 3):
            made = engine.anonymise(_canaries(astronaut, orientation))
            assert made.people == 1
            files.append(bytes(made.picture))
            finished = bytes(engine.finish(made.picture, ExportSpec(Format.PNG), Marks(SourceType.DRAWN)))
            assert b"CANARY" not in finished
            with Image.open(io.BytesIO(finished)) as image:
                assert image.size == (SIDE, SIDE)
                assert not image.getexif()
                assert set(image.info) <= {"icc_profile", "xmp", "XML:com.adobe.xmp"}
                assert "algorithmicMedia" in str(image.info)
    assert len(set(files)) == 1, "three ways to hold a camera, one picture"


def test_of_skin_there_is_nothing_to_measure(pipeline: Pipeline, astronaut: Photo) -> None:
    """The person's own tone is nowhere near in the picture."""
    pipeline.load(np.ascontiguousarray(astronaut).tobytes(), 512, 512)
    (face,) = pipeline._finder.find(astronaut)
    tone = skin.measured(np.asarray(astronaut, np.float32) / np.float32(255), face.mesh).lab
    picture = np.asarray(Image.open(io.BytesIO(bytes(pipeline.anonymise().picture))))
    colours = _colours(picture).astype(np.float32)[None] / 255
    lab = cv2.cvtColor(colours, cv2.COLOR_RGB2LAB).reshape(-1, 3)
    assert np.linalg.norm(lab - np.array(tone), axis=1).min() > 12
