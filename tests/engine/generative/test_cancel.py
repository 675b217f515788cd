from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from headshot_desktop.core.errors import Cancelled, OutOfMemory
from headshot_desktop.engine.generative import cancel, memory
from headshot_desktop.engine.generative.cancel import Telling
from headshot_desktop.engine.generative.job import Step
from tests.engine.generative.jobs import FAMILIES, Told, generated, inpainting, job, sampler


class StopAt:
    """Raises when it is told for the `count`-th time."""

    def __init__(self, count: int, error: type[BaseException] = Cancelled) -> None:
        self.told, self.last = 0, ""
        self._count, self._error = count, error

    def __call__(self, step: Step) -> None:
        self.told, self.last = self.told + 1, step.stage
        if self.told == self._count:
            if self._error is RuntimeError:
                torch.empty(1 << 50)  # the allocator itself says no, amid a forward pass
            raise self._error("stopped")


@pytest.mark.parametrize("family", FAMILIES)
def test_a_job_can_be_stopped_between_any_two_modules_and_leaves_nothing_behind(
    tiny_packs: Path, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cancel, "TELL_EVERY", 0.0)  # asked at every module, so that the place can be chosen
    for wanted in (job(family), inpainting(family)):
        made = sampler(tiny_packs / family)
        first, whole = made.generate(wanted, Told()), StopAt(0)
        made.generate(wanted, whole)
        assert whole.told > 100, "asked at each module"
        for count in (2, whole.told // 3, whole.told * 2 // 3, whole.told - 1):
            stop = StopAt(count)
            with pytest.raises(Cancelled):
                made.generate(wanted, stop)
            assert stop.told == count, "nothing is told after that"
        assert np.array_equal(made.generate(wanted, Told()), first)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_job_can_be_stopped_while_its_words_are_read(
    tiny_packs: Path, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cancel, "TELL_EVERY", 0.0)
    first = generated(sampler(tiny_packs / family), job(family))
    made, stop = sampler(tiny_packs / family), StopAt(12)
    with pytest.raises(Cancelled):
        made.generate(job(family), stop)
    assert stop.last == "text"
    assert np.array_equal(generated(made, job(family)), first)


def test_what_a_stopped_job_held_is_free(tiny_packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cancel, "TELL_EVERY", 0.0)
    made, held = sampler(tiny_packs / "sd15"), []
    generated(made, job("sd15"))

    def stop(step: Step) -> None:
        if step.stage == "denoise" and step.done == 1:
            import sys

            frame = sys._getframe()
            while frame.f_back is not None:
                frame = frame.f_back
                if isinstance(latents := frame.f_locals.get("latents"), torch.Tensor):
                    import weakref

                    held.append(weakref.ref(latents))
            raise Cancelled("stopped")

    with pytest.raises(Cancelled) as told:
        made.generate(job("sd15"), stop)
    assert held
    assert all(each() is None for each in held), "the error holds no frame that holds them"
    assert told.value.__context__ is None


def test_memory_that_is_not_there_is_told_and_the_next_job_is_the_same(tiny_packs: Path) -> None:
    made = sampler(tiny_packs / "klein")
    first = generated(made, job("klein"))
    with pytest.raises(OutOfMemory):
        made.generate(job("klein", seed=3), StopAt(2, RuntimeError))
    assert np.array_equal(generated(made, job("klein")), first)


def test_another_error_is_not_taken_for_lack_of_memory(tiny_packs: Path) -> None:
    def wrong(_: Step) -> None:
        torch.ones(2, 3) @ torch.ones(2, 3)

    with pytest.raises(RuntimeError, match="shapes"):
        sampler(tiny_packs / "sd15").generate(job("sd15"), wrong)


def test_lack_of_memory_is_known_by_every_name() -> None:
    with pytest.raises(RuntimeError) as told:
        torch.empty(1 << 50)
    assert memory.ran_out(told.value)
    assert memory.ran_out(MemoryError())
    assert memory.ran_out(torch.OutOfMemoryError("CUDA out of memory."))
    assert memory.ran_out(RuntimeError("MPS backend out of memory (MPS allocated: 1 GB)"))
    assert not memory.ran_out(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    assert not memory.ran_out(ValueError("out of memory"))


def test_work_without_a_step_is_told_again_after_a_while() -> None:
    told: list[Step] = []
    telling = Telling(told.append)
    module = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 2))
    with telling.hooked([module]):
        telling.at("denoise", 1, 4)
        telling._last -= 1  # as if a second had passed
        module(torch.zeros(1, 2))
    assert [(step.stage, step.done) for step in told] == [("denoise", 1)] * 2
    module(torch.zeros(1, 2))
    telling._last -= 1
    module(torch.zeros(1, 2))
    assert len(told) == 2, "the hooks are gone"


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_is_left_after_close(tiny_packs: Path, family: str) -> None:
    made = sampler(tiny_packs / family)
    first = generated(made, job(family))
    before = sum(1 for each in _modules())
    made.close()
    assert sum(1 for each in _modules()) < before
    assert np.array_equal(generated(made, job(family)), first), "a closed sampler loads again"
    made.close()


def _modules() -> list[torch.nn.Module]:
    import gc

    return [each for each in gc.get_objects() if isinstance(each, torch.nn.Module)]
