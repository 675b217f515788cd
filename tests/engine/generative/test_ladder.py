"""Coming down when memory runs out: each step in its order, each told, and nothing of a failed attempt kept."""

from __future__ import annotations

import weakref

import pytest

from headshot_desktop.core.errors import Cancelled, OutOfMemory
from headshot_desktop.engine.generative import ladder
from headshot_desktop.engine.generative.job import Device, Offload, Plan, Weights

LARGE = Plan(Device.CUDA, Weights.BFLOAT16, "bfloat16", tile=0, reference=768, side=1024)


def _steps(plan: Plan) -> list[Plan]:
    found = []
    step = ladder.lower(plan)
    while step is not None:
        found.append(step)
        step = ladder.lower(step)
    return found


def test_the_steps_of_a_graphics_card_come_in_their_order() -> None:
    steps = _steps(LARGE)
    assert [(step.tile, step.reference, step.side, step.offload) for step in steps] == [
        (512, 768, 1024, Offload.NONE),
        (512, 512, 1024, Offload.NONE),
        (512, 512, 768, Offload.NONE),
        (512, 512, 768, Offload.MODEL),
        (512, 512, 768, Offload.GROUP),
    ]
    assert steps[-1].told == (
        ladder.TILED,
        ladder.FEWER_PIXELS_SEEN,
        ladder.SMALLER,
        ladder.MOVED,
        ladder.MOVED_ALL,
    )


@pytest.mark.parametrize("device", [Device.CPU, Device.MPS])
def test_nothing_is_moved_where_the_device_computes_in_main_memory(device: Device) -> None:
    steps = _steps(Plan(device, Weights.BFLOAT16, "bfloat16"))
    assert {step.offload for step in steps} == {Offload.NONE}
    assert len(steps) == 3


def test_what_is_small_already_is_not_told_to_be_made_smaller() -> None:
    small = Plan(Device.ROCM, Weights.FLOAT8, "bfloat16", tile=0, reference=512, side=512)
    assert [step.told for step in _steps(small)] == [(ladder.MOVED,), (ladder.MOVED, ladder.MOVED_ALL)]


def test_an_attempt_goes_on_with_what_fits_and_says_what_was_given_up() -> None:
    tried: list[Plan] = []
    told: list[Plan] = []

    def attempt(plan: Plan) -> str:
        tried.append(plan)
        if plan.side > 768:
            raise OutOfMemory("no room")
        return f"{plan.side} px"

    ran = ladder.run(LARGE, attempt, told.append)
    assert ran.result == "768 px"
    assert ran.plan is tried[-1]
    assert tried == [LARGE, *told]
    assert ran.plan.told == (ladder.TILED, ladder.FEWER_PIXELS_SEEN, ladder.SMALLER)
    assert ladder.run(LARGE, lambda plan: plan).plan is LARGE, "nothing is given up where it is not needed"


def test_what_a_failed_attempt_held_is_free_before_the_next() -> None:
    class Weight:
        own: object

    held: list[weakref.ref[Weight]] = []

    def attempt(plan: Plan) -> int:
        assert all(reference() is None for reference in held)
        weight = Weight()
        weight.own = weight  # as modules and their hooks hold each other
        held.append(weakref.ref(weight))
        if plan.offload is not Offload.GROUP:
            raise OutOfMemory("no room")
        return len(held)

    assert ladder.run(LARGE, attempt).result == 6


def test_the_end_of_the_ladder_is_told() -> None:
    def attempt(plan: Plan) -> None:
        raise OutOfMemory(f"no room at {plan.side}")

    with pytest.raises(OutOfMemory, match="choose a smaller pack") as ended:
        ladder.run(LARGE, attempt)
    assert ended.value.code == "ladder-ended"


def test_other_errors_are_no_reason_to_come_down() -> None:
    tried = []

    def attempt(plan: Plan) -> None:
        tried.append(plan)
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        ladder.run(LARGE, attempt)
    assert tried == [LARGE]
