"""The Generator on a real face, with a sampler that draws: what it keeps, redraws, rejects and refuses."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.errors import Bug, Cancelled, OutOfMemory, PhotoRefused, UsageError
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.packs import Role
from headshot_desktop.core.request import Corrections, HeadshotRequest
from headshot_desktop.engine.finishing import dithered
from headshot_desktop.engine.generative import generator as made_by
from headshot_desktop.engine.generative.content_check import NOBODY_CHECKS
from headshot_desktop.engine.generative.generator import REDRAWN, REDRAWS, SECOND_FACE, UNLIKE, Generator, seed_of
from headshot_desktop.engine.generative.job import Job, OnStep, Picture, Plan, Verified
from headshot_desktop.engine.generative.keep_face import kept
from headshot_desktop.engine.generative.references import NO_FACE
from headshot_desktop.engine.pipeline import Pipeline
from headshot_desktop.engine.protocol import Progress, Rendering
from tests.engine.generative.drawn import DrawnSampler
from tests.engine.generative.drawn_packs import PLAN, drawn_pack

CATALOGUE = Catalogue.read()
WANTED = Generation("drawn", "0" * 64)
ALL = (Role.RECOGNISER, Role.UPSCALER, Role.SAFETY)


@pytest.fixture(scope="module")
def pipeline(astronaut: Picture) -> Pipeline:
    made = Pipeline()
    made.load(np.ascontiguousarray(astronaut).tobytes(), astronaut.shape[1], astronaut.shape[0])
    return made


@pytest.fixture
def pack(tmp_path: Path) -> Verified:
    return drawn_pack(tmp_path / "pack", *ALL)


def _request(generation: Generation = WANTED, **changes: Any) -> HeadshotRequest:
    framing = CATALOGUE.destination("hris").framing
    request = HeadshotRequest(CATALOGUE.look("light-grey"), framing, generation=generation)
    return replace(request, **changes)


def _generator(pipeline: Pipeline, sampler: DrawnSampler, plan: Plan = PLAN) -> Generator:
    return Generator(pipeline, lambda _pack, _plan: sampler, lambda _pack: plan)


def _pixels(rendering: Rendering) -> npt.NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(rendering.picture)))


@pytest.mark.parametrize("scribble", [False, True])
def test_the_face_is_the_studios_pixel_by_pixel_whatever_was_drawn(
    pipeline: Pipeline, pack: Verified, scribble: bool
) -> None:
    sampler = DrawnSampler(cast=(1.12, 0.97, 0.8), scribble=scribble)
    request = _request()
    made = _generator(pipeline, sampler).render(request, pack)
    base = pipeline.base(request)
    core = kept(base).core
    own = dithered(base.picture, request.seed)
    assert core.mean() > 0.05
    assert np.abs(_pixels(made)[core].astype(int) - own[core]).max() == 0
    assert np.abs(_pixels(made).astype(int) - own)[~core].mean() > 20
    assert made.fidelity.passed
    assert made.fidelity.likeness is not None
    assert made.fidelity.likeness > 0.6
    assert made.fidelity.landmark_shift < 0.03
    assert abs(made.fidelity.delta_e) < 3


def test_it_is_the_same_picture_for_the_same_request(pipeline: Pipeline, pack: Verified) -> None:
    generator = _generator(pipeline, DrawnSampler())
    first, second = (generator.render(_request(seed=5), pack) for _ in range(2))
    assert first.picture == second.picture
    assert generator.render(_request(seed=6), pack).picture != first.picture
    json.dumps(dict(first.report))


def test_the_sampler_gets_what_it_needs(pipeline: Pipeline, pack: Verified) -> None:
    sampler = DrawnSampler()
    generation = replace(WANTED, attire="chef", expert="a red pen", strength=0.8, steps=3, side=320)
    _generator(pipeline, sampler).render(_request(generation, seed=9), pack)
    (job,) = sampler.jobs
    assert (job.width, job.height, job.steps, job.seed, job.strength) == (320, 320, 3, 9, 0.8)
    assert "chef's jacket" in job.prompt
    assert job.prompt.endswith("a red pen")
    assert job.base is not None
    assert job.mask is not None
    assert job.base.shape == (320, 320, 3)
    assert set(np.unique(job.mask)) == {0, 255}
    assert max(job.references[0].shape) <= PLAN.reference
    assert len(job.references) == 1


def test_other_photos_are_used_and_one_without_a_face_is_told(
    pipeline: Pipeline, pack: Verified, astronaut: Picture
) -> None:
    sampler = DrawnSampler()
    others = [np.ascontiguousarray(astronaut[:, ::-1]), np.full((200, 200, 3), 90, np.uint8)]
    made = _generator(pipeline, sampler).render(_request(), pack, others)
    assert len(sampler.jobs[0].references) == 2
    assert NO_FACE in made.notes
    assert made.report["generation"]["references"] == 2


def test_what_is_told_only_goes_forward(pipeline: Pipeline, pack: Verified) -> None:
    seen: list[Progress] = []
    _generator(pipeline, DrawnSampler(wait=0.02)).render(_request(), pack, (), seen.append, live=True)
    done = [each.done for each in seen]
    assert done == sorted(done)
    assert all(each.done < each.of for each in seen)
    assert {"face", "denoise", "decode", "match", "compose"} <= {each.stage for each in seen}
    assert any(each.picture for each in seen if each.stage == "denoise")


def test_a_cancel_is_heard_in_a_step_and_the_next_run_is_whole(pipeline: Pipeline, pack: Verified) -> None:
    generator = _generator(pipeline, DrawnSampler())
    before = generator.render(_request(), pack).picture

    def stop(progress: Progress) -> None:
        if progress.stage == "denoise":
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        generator.render(_request(), pack, (), stop)
    assert generator.render(_request(), pack).picture == before


def test_memory_that_runs_out_is_the_ladders_to_hear_of(pipeline: Pipeline, pack: Verified) -> None:
    sampler = DrawnSampler(fails=1)
    with pytest.raises(OutOfMemory):
        _generator(pipeline, sampler).render(_request(), pack)
    assert len(sampler.jobs) == 1


# ------------------------------------------------------------------ rejected


class _WithAnother(DrawnSampler):
    """Draws a second person beside the first, with the first seeds."""

    def __init__(self, face: Picture, often: int) -> None:
        super().__init__()
        self._face, self._often = face, often

    def generate(self, job: Job, on_step: OnStep, *, live: bool = False) -> Picture:
        made = super().generate(job, on_step, live=live).copy()
        if len(self.jobs) <= self._often:
            small = np.asarray(Image.fromarray(self._face).resize((150, 150)))
            made[:150, :150] = small
        return made


def test_somebody_else_in_the_picture_is_drawn_again(pipeline: Pipeline, pack: Verified, astronaut: Picture) -> None:
    face = astronaut[20:220, 120:320]
    sampler = _WithAnother(face, often=1)
    made = _generator(pipeline, sampler).render(_request(), pack)
    assert made.fidelity.passed
    assert REDRAWN in made.notes
    assert [job.seed for job in sampler.jobs] == [0, seed_of(0, 1)]


def test_what_stays_bad_is_rejected_visibly(pipeline: Pipeline, pack: Verified, astronaut: Picture) -> None:
    sampler = _WithAnother(astronaut[20:220, 120:320], often=9)
    made = _generator(pipeline, sampler).render(_request(), pack)
    assert not made.fidelity.passed
    assert SECOND_FACE in made.fidelity.reasons
    assert len({job.seed for job in sampler.jobs}) == 1 + REDRAWS
    assert made.report["generation"]["attempts"] == 1 + REDRAWS


def test_seeds_follow_from_the_first() -> None:
    seeds = [seed_of(7, attempt) for attempt in range(4)]
    assert seeds[0] == 7
    assert len(set(seeds)) == 4
    assert seeds == [seed_of(7, attempt) for attempt in range(4)]
    assert all(0 <= seed < 2**31 for seed in seeds)


# ------------------------------------------------------------------ new photo


NEW = replace(WANTED, mode=Mode.NEW_PHOTO)


def test_a_new_photo_like_the_person_passes(pipeline: Pipeline, pack: Verified, astronaut: Picture) -> None:
    portrait = np.ascontiguousarray(astronaut[0:400, 20:420])
    sampler = DrawnSampler(alone={0: portrait})
    made = _generator(pipeline, sampler).render(_request(NEW), pack)
    assert made.fidelity.passed, made.fidelity.reasons
    assert made.fidelity.likeness is not None
    assert made.fidelity.likeness > 0.9
    picture = _pixels(made)
    assert picture.shape == (400, 400, 3)
    assert sampler.jobs[0].base is None
    (face,) = pipeline.faces(picture)
    eyes = np.array(made.report["eyes"]) * 400
    found = (face.mesh[[468, 473], :2]) + 0.5
    assert np.abs(eyes - found).max() < 6


def test_a_new_photo_of_somebody_else_is_rejected(pipeline: Pipeline, pack: Verified, astronaut: Picture) -> None:
    portrait = np.ascontiguousarray(astronaut[0:400, 20:420])
    stranger = portrait[:, :, ::-1].copy()
    stranger[110:190] = stranger[110:190, ::-1]
    sampler = DrawnSampler(alone={seed_of(0, attempt): stranger for attempt in range(1 + REDRAWS)})
    made = _generator(pipeline, sampler).render(_request(replace(NEW, floor=0.9)), pack)
    assert not made.fidelity.passed
    assert UNLIKE in made.fidelity.reasons
    assert made.fidelity.likeness is not None
    assert made.fidelity.likeness < 0.9


def test_a_new_photo_without_a_face_is_rejected(pipeline: Pipeline, pack: Verified) -> None:
    made = _generator(pipeline, DrawnSampler()).render(_request(NEW), pack)
    assert not made.fidelity.passed
    assert made.fidelity.reasons == (made_by.NO_FACE,)
    assert made.fidelity.likeness == 0.0
    assert made.report["eyes"] is None
    kept = _generator(pipeline, DrawnSampler()).render(_request(), pack).report
    assert set(kept) == set(made.report), "the same keys"
    assert set(kept["generation"]) == set(made.report["generation"])


def test_a_better_seed_is_found(pipeline: Pipeline, pack: Verified, astronaut: Picture) -> None:
    portrait = np.ascontiguousarray(astronaut[0:400, 20:420])
    sampler = DrawnSampler(alone={seed_of(0, 2): portrait})
    made = _generator(pipeline, sampler).render(_request(NEW), pack)
    assert made.fidelity.passed
    assert made.report["generation"]["attempts"] == 3
    assert made.report["generation"]["seed"] == seed_of(0, 2)


def test_no_new_photo_without_a_recogniser(pipeline: Pipeline, tmp_path: Path) -> None:
    sampler = DrawnSampler()
    with pytest.raises(UsageError, match="still you") as refused:
        _generator(pipeline, sampler).render(_request(NEW), drawn_pack(tmp_path / "bare"))
    assert refused.value.code == "no-recogniser"
    assert sampler.jobs == []


def test_a_kept_face_needs_no_recogniser_and_says_what_was_not_checked(pipeline: Pipeline, tmp_path: Path) -> None:
    made = _generator(pipeline, DrawnSampler()).render(_request(), drawn_pack(tmp_path / "bare"))
    assert made.fidelity.passed
    assert made.fidelity.likeness is None
    assert NOBODY_CHECKS in made.notes
    assert made.report["generation"]["content_checked"] is False
    assert made.report["generation"]["likeness_checked"] is False


# ------------------------------------------------------------------ refused


@pytest.mark.parametrize(("colour", "code"), [((255, 0, 0), "nudity"), ((0, 0, 255), "minor")])
def test_photos_are_checked_before_anything_is_drawn(
    pipeline: Pipeline, pack: Verified, astronaut: Picture, colour: tuple[int, int, int], code: str
) -> None:
    tinted = (astronaut * 0.25 + np.array(colour) * 0.75).astype(np.uint8)
    tinted[20:220, 120:320] = astronaut[20:220, 120:320]
    sampler = DrawnSampler()
    with pytest.raises(PhotoRefused) as refused:
        _generator(pipeline, sampler).render(_request(), pack, [tinted])
    assert refused.value.code == code
    assert sampler.jobs == []


def test_what_is_drawn_is_checked_too_and_never_comes_back(pipeline: Pipeline, pack: Verified) -> None:
    sampler = DrawnSampler(cast=(3.0, 0.05, 0.05))
    with pytest.raises(PhotoRefused) as refused:
        _generator(pipeline, sampler).render(_request(), pack)
    assert refused.value.code == "content"
    assert len(sampler.jobs) == 1 + REDRAWS


@pytest.mark.parametrize("live", [False, True])
def test_of_what_is_unfit_nothing_is_shown_on_the_way(pipeline: Pipeline, pack: Verified, live: bool) -> None:
    shown: dict[bool, int] = {}
    for unfit in (False, True):
        seen: list[Progress] = []
        sampler = DrawnSampler(wait=0.25, seen=(255, 0, 0) if unfit else (120, 120, 120))
        _generator(pipeline, sampler).render(_request(), pack, on_progress=seen.append, live=live)
        shown[unfit] = sum(each.picture is not None for each in seen if each.stage == "denoise")
    assert bool(shown[False]) is live, "control"
    assert shown[True] == 0


def test_an_identity_photo_is_never_generated(pipeline: Pipeline, pack: Verified) -> None:
    sampler = DrawnSampler()
    with pytest.raises(UsageError, match="must come from a camera") as refused:
        _generator(pipeline, sampler).render(_request(corrections=Corrections(False, False, False, False)), pack)
    assert refused.value.code == "no-generation"
    assert sampler.jobs == []


def test_a_cutout_is_not_generated(pipeline: Pipeline, pack: Verified) -> None:
    with pytest.raises(UsageError) as refused:
        _generator(pipeline, DrawnSampler()).render(_request(framing=CATALOGUE.destination("cutout").framing), pack)
    assert refused.value.code == "no-frame"


def test_a_request_without_a_generation_is_a_bug(pipeline: Pipeline, pack: Verified) -> None:
    with pytest.raises(Bug):
        _generator(pipeline, DrawnSampler()).render(replace(_request(), generation=None), pack)


def test_prepared_prompts_are_found(pipeline: Pipeline, tmp_path: Path) -> None:
    whole = "keep-face.navy-suit.studio-grey.soft-window.facing"
    ready = drawn_pack(tmp_path / "ready", presets=(whole,))
    sampler = DrawnSampler()
    _generator(pipeline, sampler).render(_request(), ready)
    assert sampler.jobs[0].embedding == whole
    few = drawn_pack(tmp_path / "few", presets=("studio",))
    _generator(pipeline, sampler, replace(PLAN, presets_only=True)).render(_request(), few)
    assert sampler.jobs[1].embedding == "studio"
