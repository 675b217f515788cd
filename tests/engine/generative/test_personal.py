"""A personal model learns, has an effect, and leaves no trace: the real loop over tiny packs."""

from __future__ import annotations

import hashlib
import math
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from headshot_desktop.core.errors import Cancelled, MachineError, ModelCorrupt, UsageError
from headshot_desktop.core.packs import Family
from headshot_desktop.core.personal import Facts, Training, facts
from headshot_desktop.engine.generative import personal, personal_photos
from headshot_desktop.engine.generative.job import Picture, Weights
from headshot_desktop.engine.generative.personal import Learned, train, training_device
from headshot_desktop.engine.generative.personal_adapter import Worn
from headshot_desktop.engine.generative.personal_lessons import Study, lesson
from headshot_desktop.engine.generative.samplers import load
from tests.engine.generative.jobs import PLAN, as_it_lies, generated, inpainting, job, sampler, verified

TRAINED = ("klein", "sd15")
"""One of each way to learn, flow matching and noise. SDXL, whose conditions differ, shows that it learns at all."""
CPU = torch.device("cpu")
HOW = Training(steps=12, rank=8, rate=5e-3, side=64, seed=3, even_so=True)


def _studies(count: int = 8) -> list[Study]:
    """Pictures that have something in common to be learned: reddish, with grain."""
    made = []
    for number in range(count):
        grain = np.random.default_rng(number).random((HOW.side, HOW.side, 3)) * 80
        made.append(Study((grain + np.array([150, 60, 30])).astype(np.uint8), f"a photograph, {number % 2}"))
    return made


def _trained(folder: Path, how: Training = HOW, told: Callable[[Learned], None] = lambda _: None) -> bytes:
    return train(verified(folder), _studies(), how, told, CPU)


@pytest.fixture(scope="session")
def models(tiny_packs: Path) -> Callable[[str], tuple[bytes, list[Learned]]]:
    """A model for each family, trained once, and what was told of it."""
    made: dict[str, tuple[bytes, list[Learned]]] = {}

    def model(family: str) -> tuple[bytes, list[Learned]]:
        if family not in made:
            told: list[Learned] = []
            made[family] = _trained(tiny_packs / family, told=told.append), told
        return made[family]

    return model


Models = Callable[[str], tuple[bytes, list[Learned]]]


@pytest.mark.parametrize("family", [*TRAINED, "sdxl"])
def test_the_loss_falls_over_forty_steps(tiny_packs: Path, family: str) -> None:
    """Measured on the same noise before and after: a single step's loss says more of its noise than of the model."""
    learned = lesson(verified(tiny_packs / family), _studies(), CPU, lambda: None)
    how = replace(HOW, steps=40)
    course = personal._Course(learned, 8, how)

    def measured() -> float:
        draw = torch.Generator().manual_seed(0)
        with torch.no_grad():
            return sum(float(learned.loss(torch.arange(8), draw)) for _ in range(4)) / 4

    before = measured()
    course.run(personal._Beat(lambda _: None, how.steps))
    assert measured() < before - 0.005


def test_how_far_it_is_and_how_long_it_takes_is_told(models: Models) -> None:
    _, all_told = models("klein")
    assert all_told[0].stage == "encode"
    told = {each.done: each for each in all_told if each.stage == "train"}
    assert sorted(told) == list(range(HOW.steps + 1))
    assert math.isnan(told[0].loss)
    assert 0 < told[1].loss < 10
    assert told[12].seconds_left == 0
    assert told[10].seconds_left > 0
    assert [each.of for each in told.values()] == [HOW.steps] * 13


@pytest.mark.parametrize("family", ["klein", "sd15"])
def test_the_same_training_gives_the_same_bytes(tiny_packs: Path, models: Models, family: str) -> None:
    made, _ = models(family)
    torch.manual_seed(99)  # what others draw changes nothing
    assert _trained(tiny_packs / family) == made
    assert _trained(tiny_packs / family, replace(HOW, seed=4, steps=2)) != _trained(
        tiny_packs / family, replace(HOW, seed=5, steps=2)
    )


@pytest.mark.parametrize("family", TRAINED)
def test_a_model_says_what_it_is(tiny_packs: Path, models: Models, family: str) -> None:
    made, _ = models(family)
    manifest = verified(tiny_packs / family).manifest
    expected = Facts(manifest.digest, manifest.family, 8, 12, 8, hashlib.sha256(made).hexdigest())
    assert facts(made) == expected


@pytest.mark.parametrize("family", TRAINED)
def test_it_has_an_effect_in_proportion_and_goes_without_a_trace(tiny_packs: Path, models: Models, family: str) -> None:
    worn = Worn()
    made: Any = load(verified(tiny_packs / family), PLAN, worn.fit)
    wanted = job(family)
    before = generated(sampler(tiny_packs / family), wanted)
    assert np.array_equal(generated(made, wanted), before), "nothing is worn"
    worn.put_on(models(family)[0])
    full = generated(made, wanted)
    worn.scale = 0.3
    some = generated(made, wanted)
    worn.scale = 0.0
    none = generated(made, wanted)
    worn.scale = 1.0
    again = generated(made, wanted)
    worn.take_off()
    after = generated(made, wanted)
    assert _distance(full, before) > _distance(some, before) > 0
    assert np.array_equal(none, before)
    assert np.array_equal(again, full)
    assert np.array_equal(after, before)
    assert not [
        name for name, _ in made._networks[made.GENERATOR].named_modules() if "lora" in name and "pack" not in name
    ]
    made.close()


@pytest.mark.parametrize("weights", [Weights.BFLOAT16, Weights.FLOAT8, Weights.INT8])
@pytest.mark.parametrize("family", ["klein", "sd15"])
def test_weights_that_are_held_small_carry_it_too(
    tiny_packs: Path, models: Models, family: str, weights: Weights
) -> None:
    worn = Worn()
    made = load(verified(tiny_packs / family), replace(PLAN, weights=weights, compute="bfloat16"), worn.fit)
    before = generated(made, inpainting(family))
    worn.put_on(models(family)[0])
    assert _distance(generated(made, inpainting(family)), before) > 0
    worn.scale = 0.0
    assert np.array_equal(generated(made, inpainting(family)), before)
    worn.take_off()
    assert np.array_equal(generated(made, inpainting(family)), before)
    made.close()


def _distance(one: Picture, other: Picture) -> float:
    return float(np.abs(one.astype(float) - other).mean())


def test_a_model_of_another_pack_is_not_put_on(tiny_packs: Path, models: Models) -> None:
    worn = Worn()
    made = load(verified(tiny_packs / "sd15"), PLAN, worn.fit)
    worn.put_on(models("klein")[0])
    with pytest.raises(UsageError) as refused:
        generated(made, job("sd15"))
    assert refused.value.code == "other-pack"
    worn.take_off()
    assert generated(made, job("sd15")).shape
    worn.put_on(models("sd15")[0])
    worn.scale = 2.5
    with pytest.raises(UsageError):
        generated(made, job("sd15"))


class Stopped(Exception):
    """Somebody wants no more."""


@pytest.mark.parametrize("family", ["klein", "sd15"])
@pytest.mark.parametrize("stage", ["encode", "train"])
def test_it_is_stopped_within_a_step_and_leaves_nothing(
    tiny_packs: Path, models: Models, family: str, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(personal, "QUIET", 0.0)
    calls = 0

    def stop(learned: Learned) -> None:
        nonlocal calls
        calls += learned.stage == stage and learned.done == (0 if stage == "encode" else 3)
        if calls == 25:
            raise Cancelled("Stopped.")

    before = threading.active_count()
    with pytest.raises(Cancelled):
        _trained(tiny_packs / family, told=stop)
    assert calls == 25, "heard between modules, many times within one step"
    assert threading.active_count() == before
    assert not torch.are_deterministic_algorithms_enabled()
    monkeypatch.undo()
    assert _trained(tiny_packs / family) == models(family)[0], "the next is as if this had not been"


def test_a_loss_that_runs_away_is_caught(tiny_packs: Path) -> None:
    with pytest.raises(MachineError) as refused:
        _trained(tiny_packs / "sd15", replace(HOW, steps=9), told=_Spoiler(always=True))
    assert refused.value.code == "training-diverged"


def test_after_one_bad_step_it_goes_on_from_what_was_kept(tiny_packs: Path) -> None:
    made = _trained(tiny_packs / "sd15", replace(HOW, steps=10), told=_Spoiler(always=False))
    halves = np.frombuffer(made[-1000:], np.float16)
    assert np.isfinite(halves).all()


class _Spoiler:
    """Makes weights that learn into no numbers, through the gradients that the collector finds."""

    def __init__(self, *, always: bool) -> None:
        self._always, self._done = always, False

    def __call__(self, learned: Learned) -> None:
        if learned.stage != "train" or learned.done < 2 or (self._done and not self._always):
            return
        import gc

        for each in gc.get_objects():
            if isinstance(each, torch.nn.Parameter) and each.requires_grad and each.shape[0] == HOW.rank:
                with torch.no_grad():
                    each.fill_(math.nan)
                self._done = True  # and the next: one of them may be left of another test


def test_only_on_a_large_graphics_card(monkeypatch: pytest.MonkeyPatch) -> None:
    serious = replace(HOW, even_so=False)
    if not torch.cuda.is_available():
        with pytest.raises(MachineError, match="at least 12 GB") as refused:
            training_device(Family.KLEIN, serious)
        assert refused.value.code == "no-training-here"
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    for total, fits in ((8_500_000_000, False), (11_900_000_000, False), (12_500_000_000, True)):
        card = type("Card", (), {"total_memory": total})
        monkeypatch.setattr(torch.cuda, "get_device_properties", lambda _, card=card: card)
        if fits:
            assert training_device(Family.KLEIN, serious).type == "cuda"
        else:
            with pytest.raises(MachineError):
                training_device(Family.KLEIN, serious)
    with pytest.raises(MachineError) as too_large:
        training_device(Family.QWEN, HOW)
    assert too_large.value.code == "family-not-trained"


def test_a_pack_without_a_text_encoder_learns_with_what_stands_for_it(tiny_packs: Path, tmp_path: Path) -> None:
    import shutil

    pack = verified(tiny_packs / "klein")
    shutil.copytree(pack.folder, tmp_path / "pack")
    shutil.rmtree(tmp_path / "pack" / "text_encoder")
    without = as_it_lies(replace(pack, folder=tmp_path / "pack"))
    made = train(without, _studies(), replace(HOW, steps=2), lambda _: None, CPU)
    assert facts(made).steps == 2
    bare = replace(pack.manifest, roles={}, files=())
    with pytest.raises(MachineError) as refused:
        train(replace(without, manifest=bare), _studies(), HOW, lambda _: None, CPU)
    assert refused.value.code == "no-text-encoder"


def test_bytes_that_were_changed_are_refused(models: Models) -> None:
    made, _ = models("klein")
    length = int.from_bytes(made[:8], "little")
    header, rest = made[8 : 8 + length], made[8 + length :]
    spoiled = [
        b"",
        made[:-1],
        made + b"\0",
        made[:100],
        bytes(8) + made[8:],
        b"\xff" * 8 + made[8:],
        _packed(header.replace(b'"F16"', b'"F32"', 1), rest),
        _packed(header.replace(b"headshot-personal-1", b"headshot-personal-2"), rest),
        _packed(header.replace(b'"rank":"8"', b'"rank":"4"'), rest),
        _packed(header.replace(b"lora_A", b"lora_C", 1), rest),
        _packed(header.replace(b"transformer.", b"../../etc.p.", 1), rest),
        _packed(header.replace(b'"data_offsets":[0,', b'"data_offsets":[2,'), rest),
        _packed(header.replace(b"flux2-klein", b"qwen-image-edit-plus"), rest),
        _packed(b"[]", rest),
        _packed(b'{"__metadata__":5}', rest),
        _packed(b"[" * 100_000, rest),
    ]
    for each in spoiled:
        with pytest.raises(ModelCorrupt) as refused:
            facts(each)
        assert refused.value.code == "bad-personal-model"
    assert facts(_packed(header, rest)) == facts(made), "control"


def _packed(header: bytes, rest: bytes) -> bytes:
    return len(header).to_bytes(8, "little") + header + rest


# ---------------------------------------------------------------------- photos


def test_the_caption_tells_of_the_scene_and_not_of_the_person() -> None:
    dark, light = np.full((64, 64, 3), 20, np.uint8), np.full((64, 64, 3), (240, 240, 200), np.uint8)
    busy = np.random.default_rng(0).integers(0, 255, (64, 64, 3)).astype(np.uint8)
    assert personal_photos.caption(dark).endswith("plain dark background, black and white")
    assert personal_photos.caption(light).endswith("plain light background")
    assert personal_photos.caption(busy).endswith("busy mid-tone background")
    face = busy.copy()
    face[20:44, 20:44] = 255
    assert personal_photos.caption(face) == personal_photos.caption(busy), "the middle is not looked at"
