"""A head on noise is no headshot: whether neck and shoulders are there, in generated pictures and in real ones."""

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
from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.packs import Role
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine.generative import body
from headshot_desktop.engine.generative.generator import HOPELESS, NO_BODY, REDRAWS, Generator, seed_of
from headshot_desktop.engine.generative.job import Job, OnStep, Picture
from headshot_desktop.engine.generative.samplers import load
from headshot_desktop.engine.pipeline import Base, Pipeline
from tests.engine.generative.drawn import DrawnSampler
from tests.engine.generative.drawn_packs import drawn_pack
from tests.engine.generative.jobs import FAMILIES, PLAN, verified

CATALOGUE = Catalogue.read()


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture
def loaded(pipeline: Pipeline, astronaut: Picture) -> Pipeline:
    pipeline.load(np.ascontiguousarray(astronaut).tobytes(), astronaut.shape[1], astronaut.shape[0])
    return pipeline


def _request(generation: Generation | None = None, destination: str = "hris") -> HeadshotRequest:
    framing = CATALOGUE.destination(destination).framing
    return HeadshotRequest(CATALOGUE.look("light-grey"), framing, generation=generation)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_head_on_the_noise_of_random_weights_is_rejected_and_the_reason_said(
    loaded: Pipeline, tiny_packs: Path, family: str
) -> None:
    pack = verified(tiny_packs / family)
    wanted = Generation(pack.manifest.id, pack.manifest.digest, steps=1, side=256)
    made = Generator(loaded, load, lambda _: PLAN).render(_request(wanted), pack)
    told = made.report["generation"]
    assert not made.fidelity.passed
    assert NO_BODY in made.fidelity.reasons
    assert told["body"] < body.LEAST
    assert told["attempts"] == HOPELESS


class _Around(DrawnSampler):
    """Paints something that is no body around the head."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def generate(self, job: Job, on_step: OnStep, *, live: bool = False) -> Picture:
        made = super().generate(job, on_step, live=live)
        assert job.base is not None
        assert job.mask is not None
        random = np.random.default_rng(job.seed)
        if self._kind == "noise":
            made = random.integers(0, 256, made.shape).astype(np.uint8)
        elif self._kind == "clouds":
            rough = cv2.GaussianBlur(random.normal(0, 1, made.shape), (0, 0), 8)
            made = np.clip(128 + 60 * rough / rough.std(), 0, 255).astype(np.uint8)
        elif self._kind == "wall":
            made = np.full_like(made, 150)
        elif self._kind == "skin":
            made = np.full_like(made, (214, 160, 130))
        made[job.mask < 128] = job.base[job.mask < 128]
        return made


@pytest.mark.parametrize("kind", ["noise", "clouds", "wall", "skin"])
def test_what_is_no_body_is_rejected_whatever_it_is(loaded: Pipeline, tmp_path: Path, kind: str) -> None:
    pack = drawn_pack(tmp_path / "pack")
    request = _request(Generation("drawn", "0" * 64, steps=1))
    whole, bare = (
        Generator(loaded, lambda _pack, _plan, sampler=sampler: sampler, lambda _: PLAN).render(request, pack)  # type: ignore[misc]
        for sampler in (DrawnSampler(), _Around(kind))
    )
    assert whole.fidelity.passed, "control: a drawn suit and neck"
    assert whole.report["generation"]["body"] > body.LEAST
    assert not bare.fidelity.passed
    assert bare.fidelity.reasons[-1] == NO_BODY


def test_a_new_photo_is_asked_the_same(loaded: Pipeline, tmp_path: Path, astronaut: Picture) -> None:
    pack = drawn_pack(tmp_path / "pack", Role.RECOGNISER)
    portrait = np.ascontiguousarray(astronaut[0:400, 20:420])
    (face,) = loaded.faces(portrait)
    headed = portrait.copy()
    headed[round(float(face.mesh[:, 1].max())) :] = 120
    wanted = replace(Generation("drawn", "0" * 64, Mode.NEW_PHOTO, steps=1), floor=0.1)
    for picture, passes in ((portrait, True), (headed, False)):
        sampler = DrawnSampler(alone={seed_of(0, attempt): picture for attempt in range(1 + REDRAWS)})
        made = Generator(loaded, lambda _pack, _plan, it=sampler: it, lambda _: PLAN).render(_request(wanted), pack)  # type: ignore[misc]
        assert (NO_BODY not in made.fidelity.reasons) is passes


def test_where_a_picture_ends_at_the_chin_nothing_is_said(loaded: Pipeline) -> None:
    base = loaded.base(_request())
    picture = _bytes(base.picture)
    chin = round(float(base.mesh[:, 1].max()))
    assert body.measured(loaded.glance, picture[: chin + 3], base.mesh) is None
    assert (body.measured(loaded.glance, picture, base.mesh) or 0) > 0.9


def _bytes(picture: npt.NDArray[np.float32]) -> Picture:
    return np.asarray(np.clip(picture * 255 + 0.5, 0, 255), np.uint8)


def _real(pipeline: Pipeline, folder: Path) -> Iterator[Base]:
    for number, path in enumerate(sorted((folder / "portraits" / "images").glob("*.jpg"))[9:490:80]):
        photo = np.ascontiguousarray(np.asarray(Image.open(path).convert("RGB")))
        pipeline.load(photo.tobytes(), photo.shape[1], photo.shape[0])
        try:
            yield pipeline.base(_request(destination=("hris", "linkedin", "resume-de")[number % 3]))
        except PhotoRefused:
            continue


def test_real_portraits_have_bodies(pipeline: Pipeline, shared_data: Path) -> None:
    found = [
        body.measured(pipeline.glance, _bytes(picture), base.mesh)
        for base in _real(pipeline, shared_data)
        for picture in (base.picture, base.before)
    ]
    measured = [each for each in found if each is not None]
    assert len(measured) >= 8
    assert min(measured) >= body.LEAST
