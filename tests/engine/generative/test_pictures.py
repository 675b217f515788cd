from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from headshot_desktop.core.errors import ModelCorrupt
from headshot_desktop.engine.generative import pictures
from headshot_desktop.engine.generative.libraries import silence
from tests.engine.generative.jobs import PLAN, photo


@pytest.mark.parametrize(
    ("size", "longest", "wanted"),
    [
        ((400, 300), 128, (128, 96)),
        ((300, 400), 128, (96, 128)),
        ((100, 90), 128, (96, 80)),
        ((20, 30), 128, (64, 64)),
        ((2000, 100), 128, (128, 64)),
        ((1000, 1000), 96, (96, 96)),
    ],
)
def test_references_come_in_sides_that_every_family_takes(
    size: tuple[int, int], longest: int, wanted: tuple[int, int]
) -> None:
    (made,) = pictures.references([photo(1, *size)], replace(PLAN, reference=longest))
    assert made.size == wanted


def test_no_more_references_than_the_plan_says() -> None:
    assert len(pictures.references([photo(1)] * 5, replace(PLAN, most_references=2))) == 2


def test_a_digest_tells_pictures_apart_by_pixels_and_shape() -> None:
    one = photo(1)
    assert pictures.digest([one]) == pictures.digest([one.copy()])
    assert pictures.digest([one]) != pictures.digest([photo(2)])
    assert pictures.digest([one]) != pictures.digest([one.reshape(40, -1, 3)])
    assert pictures.digest([one]) != pictures.digest([])


def test_the_middle_square() -> None:
    wide = np.zeros((10, 30, 3), np.uint8)
    wide[:, 10:20] = 200
    assert np.asarray(pictures.square(Image.fromarray(wide), 8)).min() == 200


def test_eight_bits_round_and_never_wrap() -> None:
    values = np.array([[[-0.5, 0.0, 0.5], [1.0, 1.7, 0.002]]], np.float32)
    assert pictures.eight_bit(values, 2, 1).tolist() == [[[0, 0, 128], [255, 255, 1]]]
    assert pictures.eight_bit(np.ones((8, 8, 3), np.float32), 16, 12).shape == (12, 16, 3)


def test_a_picture_without_numbers_is_no_picture() -> None:
    values = np.zeros((4, 4, 3), np.float32)
    values[1, 1] = np.nan
    with pytest.raises(ModelCorrupt):
        pictures.eight_bit(values, 4, 4)


def test_text_gets_as_many_places_as_each_picture_has_patches(tiny_packs: Path) -> None:
    silence()
    from transformers import Qwen2_5_VLConfig, Qwen2TokenizerFast

    from headshot_desktop.engine.generative.vision_processor import PICTURE, PictureTextProcessor

    folder = tiny_packs / "qwen"
    tokenizer = Qwen2TokenizerFast.from_pretrained(folder / "tokenizer", local_files_only=True)
    vision = Qwen2_5_VLConfig.from_pretrained(folder / "text_encoder", local_files_only=True).vision_config
    processor = PictureTextProcessor(tokenizer, vision)
    seen = [Image.fromarray(photo(1, 112, 56)), Image.fromarray(photo(2, 112, 112))]
    made = processor(text=[f"a{PICTURE}b{PICTURE}c"], images=seen)
    assert made["image_grid_thw"].tolist() == [[1, 4, 8], [1, 8, 8]]
    assert made["pixel_values"].shape[0] == 32 + 64
    place = tokenizer.convert_tokens_to_ids(PICTURE)
    places = (made["input_ids"][0] == place).nonzero().flatten()
    assert places.tolist() == [*range(1, 9), *range(10, 26)]
    assert torch.equal(made["mm_token_type_ids"][0], (made["input_ids"][0] == place).long())
    with pytest.raises(ValueError, match="zip"):
        processor(text=[f"{PICTURE}"], images=seen)
    assert "pixel_values" not in processor(text=["no picture"])
