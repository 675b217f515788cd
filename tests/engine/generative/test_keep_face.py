"""The seam: what stays, what is matched, and two numbers that see a seam where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine import skin
from headshot_desktop.engine.generative import keep_face, seam, upscale
from headshot_desktop.engine.generative.job import Job, Picture
from headshot_desktop.engine.generative.keep_face import Kept, joined, kept
from headshot_desktop.engine.pipeline import Base, Pipeline
from headshot_desktop.engine.studio import landmarks
from tests.engine.generative.drawn import DrawnSampler

Floats = npt.NDArray[np.float32]

CATALOGUE = Catalogue.read()


def _base(pipeline: Pipeline, photo: Picture, look: str = "light-grey") -> Base:
    pipeline.load(np.ascontiguousarray(photo).tobytes(), photo.shape[1], photo.shape[0])
    return pipeline.base(HeadshotRequest(CATALOGUE.look(look), CATALOGUE.destination("hris").framing))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture(scope="module")
def base(pipeline: Pipeline, astronaut: Picture) -> Base:
    return _base(pipeline, astronaut)


@pytest.fixture(scope="module")
def keep(base: Base) -> Kept:
    return kept(base)


@pytest.fixture(scope="module")
def necked(base: Base, keep: Kept) -> Base:
    """The same person without the collar: their neck is seen."""
    picture, _ = joined(base, _drawn(base, keep, DrawnSampler()), keep, seed=1)
    return replace(base, picture=picture, person=picture, cover=np.ones_like(base.cover))


def _drawn(base: Base, keep: Kept, sampler: DrawnSampler, seed: int = 7) -> Floats:
    height, width = base.cover.shape
    small = (np.clip(base.picture, 0, 1) * 255).astype(np.uint8)
    job = Job("", (), width, height, 1, seed, base=small, mask=keep.mask)
    return upscale.brought(sampler.generate(job, lambda _: None), width, height)


def _lab(picture: Floats, where: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2Lab)
    return np.asarray(np.median(np.asarray(lab)[where], axis=0), np.float64)


def test_the_face_stays_and_the_rest_goes(base: Base, keep: Kept) -> None:
    points = base.mesh[:, :2].round().astype(int)
    for group in (landmarks.RIGHT_EYE, landmarks.LEFT_EYE, landmarks.LIPS_OUTER, landmarks.NOSE_BASE):
        assert all(keep.core[points[point, 1], points[point, 0]] for point in group)
    height, width = keep.weight.shape
    assert keep.weight[-1].max() == 0
    assert keep.weight[0].max() < 0.02
    assert (keep.mask[keep.core] == 0).all()
    assert (keep.mask[-height // 10 :] == 255).all()
    above = keep.weight[: int(base.mesh[landmarks.FOREHEAD_TOP, 1]), width // 2]
    assert above.max() == 1, "the hair above the forehead is the person's"


def test_the_core_is_untouched_and_beyond_the_feather_nothing_is_taken(base: Base, keep: Kept) -> None:
    made = _drawn(base, keep, DrawnSampler(cast=(0.8, 1.0, 1.2), scribble=True))
    result, _ = joined(base, made, keep, seed=1)
    assert np.abs(result - base.picture)[keep.core].max() == 0
    assert result.min() >= 0
    assert result.max() <= 1
    outside = keep.weight == 0
    assert np.abs(result - base.picture)[outside].mean() > 0.05


@pytest.mark.parametrize("cast", [(1.12, 0.97, 0.8), (0.8, 0.9, 1.1), (0.75, 0.75, 0.75), (1.2, 1.2, 1.2)])
def test_what_is_drawn_comes_into_the_faces_light(base: Base, keep: Kept, cast: tuple[float, float, float]) -> None:
    sampler = DrawnSampler(skin=None)
    plain, _ = joined(base, _drawn(base, keep, sampler), keep, seed=1)
    tinted, told = joined(base, _drawn(base, keep, replace(sampler, cast=cast)), keep, seed=1)
    suit = (keep.heights < -0.55) & (keep.beside > 0.5)
    before = _lab(np.clip(plain * np.array(cast, np.float32), 0, 1).astype(np.float32), suit) - _lab(plain, suit)
    after = _lab(tinted, suit) - _lab(plain, suit)
    assert np.linalg.norm(after) < 3.0
    assert np.linalg.norm(after) <= np.linalg.norm(before) + 0.5
    for light, factor in zip(told.light, cast, strict=True):
        assert light * np.log(factor) <= 0.02


@pytest.mark.parametrize("colour", [(214, 160, 130), (150, 100, 75), (240, 200, 185)])
def test_the_neck_takes_the_persons_tone(base: Base, keep: Kept, colour: tuple[int, int, int]) -> None:
    made = _drawn(base, keep, DrawnSampler(skin=colour))
    result, told = joined(base, made, keep, seed=1)
    neck = (keep.heights < -0.12) & (keep.heights > -0.3) & (keep.beside < 0.1)
    own = np.array(skin.measured(base.picture, base.mesh).lab)
    before, after = (float(np.linalg.norm((_lab(each, neck) - own)[1:])) for each in (made, result))
    assert after < max(6.0, before + 0.5)
    assert abs(_lab(result, neck)[0] - own[0]) < 12
    assert told.gradient is not None
    assert told.step is not None
    assert told.gradient < 1.5
    assert told.step < 3.0


def test_a_drawn_over_face_does_not_mislead_the_light(base: Base, keep: Kept) -> None:
    clean, told = joined(base, _drawn(base, keep, DrawnSampler(cast=(0.9, 0.9, 0.9))), keep, seed=1)
    scribbled = DrawnSampler(cast=(0.9, 0.9, 0.9), scribble=True)
    result, misled = joined(base, _drawn(base, keep, scribbled), keep, seed=1)
    assert np.abs(np.subtract(told.light, misled.light)).max() < 0.15
    assert np.abs(result - base.picture)[keep.core].max() == 0
    assert clean.shape == result.shape


def test_the_numbers_see_a_seam(necked: Base) -> None:
    keep = kept(necked)
    made = _drawn(necked, keep, DrawnSampler(skin=(150, 100, 80)))
    hard = np.where((keep.weight > 0.5)[..., None], necked.picture, made).astype(np.float32)
    gradient, step = seam.measured(necked.picture, hard, keep.weight, keep.neck)
    result, told = joined(necked, made, keep, seed=1)
    assert result.shape == hard.shape
    assert gradient is not None
    assert step is not None
    assert told.gradient is not None
    assert told.step is not None
    assert gradient > 1.5 * told.gradient
    assert step > told.step + 5
    assert told.gradient < 1.5
    assert told.step < 3
    assert seam.measured(necked.picture, necked.picture, keep.weight, keep.neck)[1] == 0
    assert seam.measured(necked.picture, hard, keep.weight, np.zeros_like(keep.neck)) == (None, None), "not measured"


def test_a_look_without_colour_gives_a_picture_without_colour(pipeline: Pipeline, astronaut: Picture) -> None:
    grey = _base(pipeline, astronaut, "mono")
    keep = kept(grey)
    result, _ = joined(grey, _drawn(grey, keep, DrawnSampler()), keep, seed=1)
    assert np.ptp(result, axis=2).max() < 0.01


def test_grain_is_matched(base: Base, keep: Kept) -> None:
    made = _drawn(base, keep, DrawnSampler())
    result, _ = joined(replace(base, grain=0.012), made, keep, seed=1)
    smooth, _ = joined(replace(base, grain=0.0), made, keep, seed=1)
    wall = (keep.weight == 0) & (keep.heights > 0.5)
    assert np.std((result - smooth)[wall]) > 0.004


def _portraits(folder: Path) -> Iterator[Picture]:
    for path in sorted((folder / "portraits" / "images").glob("*.jpg"))[5:400:100]:
        yield np.asarray(Image.open(path).convert("RGB"))


def test_no_seam_on_portraits_of_many_tones(pipeline: Pipeline, shared_data: Path) -> None:
    seen = 0
    for photo in _portraits(shared_data):
        base = _base(pipeline, photo)
        keep = kept(base)
        result, told = joined(base, _drawn(base, keep, DrawnSampler(cast=(1.1, 0.97, 0.85))), keep, seed=1)
        assert np.abs(result - base.picture)[keep.core].max() == 0
        assert told.gradient is None or told.gradient < 1.5
        assert told.step is None or told.step < 6.0
        seen += told.gradient is not None
    assert seen >= 3


def test_the_face_ends_where_the_collar_begins(base: Base, keep: Kept) -> None:
    """The astronaut's black collar right below the jaw is not kept with the jaw."""
    lab = np.asarray(cv2.cvtColor(base.picture, cv2.COLOR_RGB2Lab))
    collar = (lab[..., 0] < 15) & (keep.heights < -0.03) & (keep.heights > -0.3) & (keep.beside < 0.3)
    assert collar.sum() > 100
    assert keep.weight[collar].mean() < 0.1
    assert keep_face.JAW[1] < 0.2
