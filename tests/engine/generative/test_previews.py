from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from headshot_desktop.engine.generative import previews
from headshot_desktop.engine.generative.previews import Colours
from tests.engine.generative.jobs import FAMILIES, HEIGHT, WIDTH, Told, generated, inpainting, job, sampler


@pytest.mark.parametrize("family", FAMILIES)
def test_a_watched_job_shows_previews_and_gives_the_same_picture(tiny_packs: Path, family: str) -> None:
    made = sampler(tiny_packs / family)
    for wanted in (job(family, steps=4), inpainting(family, steps=4)):
        told = Told()
        watched = made.generate(wanted, told, live=True)
        shown = [step.preview for step in told if step.preview is not None]
        assert shown
        assert all(each.shape == (HEIGHT // 8, WIDTH // 8, 3) and each.dtype == np.uint8 for each in shown)
        assert np.array_equal(watched, generated(made, wanted))


def test_at_most_five_a_second(tiny_packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(previews, "monotonic", lambda: now[0])
    made = sampler(tiny_packs / "sd15")

    def passes(seconds: float) -> int:
        told = Told()

        def step(each: object) -> None:
            told(each)  # type: ignore[arg-type]
            if told[-1].stage == "denoise":
                now[0] += seconds

        now[0] += 10
        made.generate(job("sd15", steps=8), step, live=True)
        return sum(1 for each in told if each.preview is not None)

    assert passes(0.1) <= 5, "every second step, half a second in all or a little more"
    assert passes(1.0) == 8


def test_colours_are_found_again_where_latents_are_linear_in_them() -> None:
    mixing = torch.randn(6, 3, generator=torch.Generator().manual_seed(1))

    def encode(picture: torch.Tensor) -> torch.Tensor:
        small = torch.nn.functional.avg_pool2d(picture, 8)[0]
        return torch.einsum("rhw,cr->chw", small, mixing) + 0.3

    colours = Colours(encode)
    picture = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(2)) * 2 - 1
    wanted = (torch.nn.functional.avg_pool2d(picture, 8)[0].permute(1, 2, 0) + 1) * 127.5
    assert np.abs(colours.picture(encode(picture)).astype(float) - wanted.numpy()).max() < 2


def test_latents_without_numbers_give_no_colours() -> None:
    assert not Colours(lambda _: torch.full((4, 32, 32), torch.nan)).usable


def test_a_step_of_flow_matching_expects_the_picture_that_its_model_means() -> None:
    from diffusers import FlowMatchEulerDiscreteScheduler

    scheduler = FlowMatchEulerDiscreteScheduler()
    scheduler.set_timesteps(4)
    data, noise = torch.full((1, 3), 2.0), torch.full((1, 3), -1.0)
    sample = noise
    with previews.watched(scheduler) as expected:
        for time in scheduler.timesteps:
            sample = scheduler.step(noise - data, time, sample, return_dict=False)[0]
            assert expected.latents is not None
            assert torch.allclose(expected.latents, data, atol=1e-5)
    assert torch.allclose(sample, data, atol=1e-5)
    assert "watching" not in repr(scheduler.step)
