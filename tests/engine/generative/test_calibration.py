"""The estimate: counted arithmetic times measured seconds, on a clock of the test's own and on the real packs."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from headshot_desktop.core.errors import Cancelled
from headshot_desktop.core.packs import Family
from headshot_desktop.engine.generative import samplers
from headshot_desktop.engine.generative.calibration import QUICK, SMALL, Line, Stopwatch, calibrate
from headshot_desktop.engine.generative.job import Device, Job, OnStep, Picture, Plan, Step, Verified, Weights
from headshot_desktop.engine.generative.verified import verify
from headshot_desktop.engine.generative.work import Shape, Work, _covered

PLAN = Plan(Device.CPU, Weights.FLOAT32, "float32", tile=512, reference=256, side=512, tiny_decoder=True)
FAMILIES = ("klein", "qwen", "sdxl", "sd15")


def _picture(side: int) -> Picture:
    return np.zeros((side, side, 3), np.uint8)


def _job(side: int, steps: int, reference: int = 256) -> Job:
    return Job("x", (_picture(reference),), side, side, steps, 0)


@cache
def _counted(folder: Path) -> Work:
    """Counting takes longer than anything else here, so it is done once for each pack."""
    return Work(verify(folder, ""), PLAN)


class Machine:
    """A sampler whose clock goes on by what its work costs: so many seconds for each operation and each step."""

    def __init__(self, pack: Verified, speed: float, fixed: float = 0.0, bend: float = 1.0) -> None:
        self.now, self.jobs = 0.0, 0
        self.work, self._family = _counted(pack.folder), pack.manifest.family
        self._speed, self._fixed, self._bend = speed, fixed, bend

    def clock(self) -> float:
        return self.now

    def step(self, shape: Shape) -> float:
        return self._fixed + math.pow(self.work.step(shape) / self._speed, self._bend)

    def decode(self, shape: Shape) -> float:
        return self.work.decode(shape.width, shape.height) / self._speed

    def generate(self, job: Job, on_step: OnStep, *, live: bool = False) -> Picture:
        assert not live, "a calibration shows nobody anything"
        shape = Shape.of(job, PLAN, self._family)
        self.now += 2.0 if self.jobs == 0 else 0.0
        on_step(Step("text", 1, 1))
        self.now += 30.0 if self.jobs == 0 else 0.0  # loading
        self.jobs += 1
        for done in range(1, job.steps + 1):
            on_step(Step("denoise", done - 1, job.steps))
            self.now += self.step(shape)
            on_step(Step("denoise", done, job.steps))
        self.now += self.decode(shape)
        on_step(Step("decode", 1, 1))
        return _picture(64)

    def close(self) -> None:
        pass

    def true(self, job: Job) -> float:
        shape = Shape.of(job, PLAN, self._family)
        return job.steps * self.step(shape) + self.decode(shape)


@pytest.fixture(params=FAMILIES)
def pack(request: pytest.FixtureRequest, tiny_packs: Path) -> Verified:
    return verify(tiny_packs / request.param, "")


@pytest.mark.parametrize(
    ("speed", "fixed", "bend"), [(1e9, 0.0, 1.0), (1e11, 0.01, 1.0), (1e8, 0.0, 1.0), (1e9, 0.0, 0.95)]
)
def test_the_estimate_is_within_thirty_percent(pack: Verified, speed: float, fixed: float, bend: float) -> None:
    machine = Machine(pack, speed, fixed, bend)
    found = calibrate(machine, pack, PLAN, lambda _: None, clock=machine.clock, work=machine.work)
    for job in (_job(512, 4), _job(384, 8), _job(512, 20)):
        estimate = found.seconds(Shape.of(job, PLAN, pack.manifest.family))
        assert estimate == pytest.approx(machine.true(job), rel=0.3)


def test_a_slow_machine_makes_one_small_picture_and_a_quick_one_two_more(pack: Verified) -> None:
    slow = Machine(pack, 1e8, fixed=QUICK)
    calibrate(slow, pack, PLAN, lambda _: None, clock=slow.clock, work=slow.work)
    quick = Machine(pack, 1e12)
    calibrate(quick, pack, PLAN, lambda _: None, clock=quick.clock, work=quick.work)
    assert (slow.jobs, quick.jobs) == (1, 3)


def test_loading_counts_for_nothing_and_reading_the_words_once(pack: Verified) -> None:
    machine = Machine(pack, 1e10)
    found = calibrate(machine, pack, PLAN, lambda _: None, clock=machine.clock, work=machine.work)
    shape = Shape.of(_job(512, 4), PLAN, pack.manifest.family)
    assert found.seconds(shape, warm=False) - found.seconds(shape) == pytest.approx(2.0)
    assert found.seconds(shape) == pytest.approx(machine.true(_job(512, 4)), rel=0.3)


def test_the_estimate_learns_from_what_a_picture_took(pack: Verified) -> None:
    machine = Machine(pack, 1e9)
    found = calibrate(machine, pack, PLAN, lambda _: None, clock=machine.clock, work=machine.work)
    shape = Shape.of(_job(512, 4), PLAN, pack.manifest.family)
    before = found.seconds(shape)
    found.learn(shape, 2 * before)
    assert found.seconds(shape) == pytest.approx(1.5 * before)
    found.learn(shape, 0.0)
    assert found.seconds(shape) == pytest.approx(1.5 * before)


def test_a_cancel_is_heard(pack: Verified) -> None:
    def stop(step: Step) -> None:
        if step.stage == "denoise":
            raise Cancelled("Stopped.")

    machine = Machine(pack, 1e9)
    with pytest.raises(Cancelled):
        calibrate(machine, pack, PLAN, stop, clock=machine.clock, work=machine.work)


def test_a_real_pack_is_measured_and_loaded(pack: Verified) -> None:
    sampler, told = samplers.load(pack, PLAN), set[str]()
    found = calibrate(sampler, pack, PLAN, lambda step: told.add(step.stage))
    sizes = [found.seconds(Shape(side, side, 4, ((256, 256),))) for side in (256, 512)]
    assert all(math.isfinite(seconds) and seconds > 0 for seconds in sizes)
    more = [found.seconds(Shape(256, 256, steps)) for steps in (4, 8)]
    assert more[0] < more[1]
    assert told == {"text", "denoise", "decode"}
    sampler.close()


# ------------------------------------------------------------------------------------------------ its parts


def test_a_line_goes_through_its_points_and_never_below_zero() -> None:
    assert Line.through([(10.0, 2.0)]).at(20.0) == pytest.approx(4.0)
    through = Line.through([(10.0, 2.0), (20.0, 3.0)])
    assert [through.fixed, through.at(40.0)] == pytest.approx([1.0, 5.0])
    assert Line.through([(10.0, 2.0), (20.0, 1.0)]).at(40.0) == pytest.approx(1.0), "noise is no speed"
    assert Line.through([(10.0, 1.0), (20.0, 4.0)]).at(40.0) == pytest.approx(8.0), "nothing costs less than nothing"


def test_the_same_step_told_again_is_not_a_step() -> None:
    now = 0.0
    watch = Stopwatch(lambda _: None, lambda: now)
    for after, step in (
        (1.0, Step("text", 1, 1)),
        (5.0, Step("denoise", 0, 3)),
        (6.0, Step("denoise", 0, 3)),
        (8.0, Step("denoise", 1, 3)),
        (9.0, Step("denoise", 1, 3)),
        (10.0, Step("denoise", 2, 3)),
        (12.0, Step("denoise", 3, 3)),
        (12.5, Step("decode", 0, 1)),
        (13.0, Step("decode", 1, 1)),
    ):
        now = after
        watch(step)
    timed = watch.timed()
    assert [timed.text, timed.step, timed.before, timed.decode, timed.total] == [1.0, 2.0, 5.0, 1.0, 13.0]


def test_work_grows_with_pixels_and_references(pack: Verified) -> None:
    work, family = _counted(pack.folder), pack.manifest.family
    small, large = (work.step(Shape(side, side, 4, ((256, 256),))) for side in (256, 512))
    assert 1.5 * small < large < 20 * small
    assert work.decode(256, 256) == pytest.approx(work.decode(512, 512) / 4, rel=0.2)
    alone, seen = Shape(256, 256, 4), Shape(256, 256, 4, ((256, 256), (256, 256)))
    more = work.step(seen.under(PLAN, family)) - work.step(alone.under(PLAN, family))
    assert (more > 0) is (family in {Family.KLEIN, Family.QWEN}), "of the others only the adapter sees them"


def test_tiles_cost_what_they_cover_twice(pack: Verified) -> None:
    plain, tiled = (Work(pack, replace(PLAN, tile=tile)) for tile in (0, 256))
    assert tiled.decode(256, 256) == plain.decode(256, 256)
    assert plain.decode(512, 512) < tiled.decode(512, 512) < 2 * plain.decode(512, 512)
    assert (_covered(512, 512), _covered(1024, 512), _covered(512, 256)) == (512 + 128, 1024 + 256, 512 + 128)


def test_a_base_is_seen_as_its_family_sees_it() -> None:
    job = replace(_job(512, 10), base=_picture(512), mask=np.zeros((512, 512), np.uint8), strength=0.5)
    seen = {family: Shape.of(job, PLAN, family) for family in Family}
    assert seen[Family.KLEIN].references == ((256, 256), (512, 512))
    assert seen[Family.QWEN].references == ((256, 256), (256, 256))
    assert seen[Family.SD15].references == seen[Family.SDXL].references == ()
    assert {shape.steps for shape in seen.values()} == {5}
    assert Shape.of(_job(512, 10, 600), PLAN, Family.KLEIN).references == ((256, 256),)
    assert SMALL % 16 == 0
