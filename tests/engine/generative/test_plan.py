"""Every row of the table on a synthetic machine, with the sizes of real packs; and what is read from real heads."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from headshot_desktop.core.errors import ModelCorrupt, OutOfMemory
from headshot_desktop.core.packs import Company, Defaults, Family, Licence, Lora, Manifest, PackFile, Role
from headshot_desktop.engine.generative import plan as planning
from headshot_desktop.engine.generative.devices import Machine
from headshot_desktop.engine.generative.job import Device, Offload, Plan, Verified, Weights
from headshot_desktop.engine.generative.plan import Sizes, fitted, planned, sizes
from headshot_desktop.engine.generative.tiers import GIB, TIERS, tier

# Numbers of parameters, in billions, as counted from the real architectures.
KLEIN = Sizes("klein 4B", Family.KLEIN, 1024, int(3.88e9), int(4.02e9), int(0.084e9), presets=True)
QWEN = Sizes("Qwen-Image-Edit", Family.QWEN, 1024, int(20.4e9), int(8.3e9), int(0.127e9))
SDXL = Sizes("SDXL", Family.SDXL, 1024, int(2.57e9), int(1.5e9), int(0.085e9), tiny=True)
SD15 = Sizes("SD 1.5", Family.SD15, 512, int(0.86e9), int(0.75e9), int(0.085e9), tiny=True)


def card(gib: float, *, main: float = 64, free: float | None = None, **changes: object) -> Machine:
    """A graphics card that tells 97 % of its nominal memory, as real ones do."""
    total = int(gib * 0.97 * GIB)
    machine = Machine(Device.CUDA, "card", total, None, int(main * GIB), bfloat16=True, float8=True)
    return replace(machine, free=None if free is None else int(free * GIB), **changes)  # type: ignore[arg-type]


def processor(gib: float, *, bfloat16: bool = False, free: float | None = None) -> Machine:
    total = int(gib * 0.96 * GIB)
    left = None if free is None else int(free * GIB)
    return Machine(Device.CPU, "processor", total, left, total, bfloat16=bfloat16, float8=True)


def held(plan: Plan) -> tuple[Weights, Offload, bool]:
    return plan.weights, plan.offload, plan.two_phase


BF16, FP8, NONE, MODEL, GROUP = Weights.BFLOAT16, Weights.FLOAT8, Offload.NONE, Offload.MODEL, Offload.GROUP


@pytest.mark.parametrize(
    ("gib", "pack", "way", "side", "reference", "most", "tile"),
    [
        (6, KLEIN, (FP8, NONE, True), 768, 512, 1, 512),
        (6, SDXL, (FP8, NONE, True), 768, 512, 1, 512),
        (6, SD15, (BF16, MODEL, False), 512, 512, 1, 512),
        (8, KLEIN, (FP8, NONE, True), 1024, 768, 2, 512),
        (8, SDXL, (BF16, NONE, True), 1024, 768, 2, 512),
        (12, KLEIN, (FP8, NONE, True), 1024, 768, 3, 512),
        (12, SDXL, (BF16, NONE, True), 1024, 768, 3, 512),
        (16, KLEIN, (BF16, MODEL, False), 1024, 768, 3, 0),
        (16, SDXL, (BF16, NONE, False), 1024, 768, 3, 0),
        (24, KLEIN, (BF16, NONE, False), 1024, 768, 3, 0),
        (24, QWEN, (FP8, GROUP, True), 1024, 768, 3, 0),
        (48, KLEIN, (BF16, NONE, False), 1024, 768, 4, 0),
        (48, QWEN, (FP8, NONE, False), 1024, 768, 4, 0),
        (80, QWEN, (BF16, NONE, False), 1024, 768, 4, 0),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_graphics_cards_by_memory(
    gib: int, pack: Sizes, way: tuple[Weights, Offload, bool], side: int, reference: int, most: int, tile: int
) -> None:
    plan = fitted(pack, [card(gib)])
    assert held(plan) == way
    assert (plan.side, plan.reference, plan.most_references, plan.tile) == (side, reference, most, tile)
    assert plan.compute == "bfloat16"
    assert not plan.tiny_decoder


@pytest.mark.parametrize(
    ("gib", "fast", "pack", "weights", "compute", "side", "phases"),
    [
        (8, False, SD15, Weights.FLOAT32, "float32", 512, True),
        (8, True, SD15, BF16, "bfloat16", 512, True),
        (16, False, SD15, Weights.FLOAT32, "float32", 512, True),
        (16, False, KLEIN, Weights.INT8, "float32", 640, True),
        (16, True, KLEIN, BF16, "bfloat16", 640, True),
        (16, True, SDXL, BF16, "bfloat16", 640, True),
        (32, False, KLEIN, Weights.FLOAT32, "float32", 640, True),
        (32, True, KLEIN, BF16, "bfloat16", 640, True),
        (32, False, SD15, Weights.FLOAT32, "float32", 512, False),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_processors_by_memory_and_by_what_was_measured(
    gib: int, fast: bool, pack: Sizes, weights: Weights, compute: str, side: int, phases: bool
) -> None:
    plan = fitted(pack, [processor(gib, bfloat16=fast)])
    assert held(plan) == (weights, NONE, phases)
    assert (plan.compute, plan.side, plan.reference, plan.most_references) == (compute, side, 512, 2)
    assert plan.tiny_decoder is pack.tiny, "where the pack has one"
    assert planning.PROCESSOR in plan.told


def test_every_row_of_the_table_has_a_machine_above() -> None:
    rows = {tier(machine) for machine in (*map(card, (6, 8, 12, 16, 24, 48, 80)), processor(8), processor(32))}
    assert rows == set(TIERS)
    assert tier(card(4)) is None
    assert tier(processor(1)) is TIERS[0]
    assert all(row.source for row in TIERS)


@pytest.mark.parametrize(("pack", "gib"), [(KLEIN, 8), (QWEN, 16), (QWEN, 24)])
def test_what_fits_nowhere_is_refused_with_a_number(pack: Sizes, gib: int) -> None:
    with pytest.raises(OutOfMemory) as refused:
        fitted(pack, [processor(gib, bfloat16=True)])
    assert refused.value.code == "pack-too-large"
    assert f"{gib * 0.96:.1f} GB" in refused.value.message
    assert pack.name in refused.value.message


def test_a_card_that_is_too_small_leaves_it_to_the_processor() -> None:
    plan = fitted(SD15, [card(4), processor(16)])
    assert plan.device is Device.CPU
    assert fitted(SD15, [card(8), processor(16)]).device is Device.CUDA


def test_group_offload_needs_main_memory() -> None:
    assert fitted(QWEN, [card(24, main=64)]).offload is GROUP
    with pytest.raises(OutOfMemory):
        fitted(QWEN, [card(24, main=16)])


def test_what_other_programs_hold_is_left_to_them_and_told() -> None:
    calm = fitted(KLEIN, [card(24, free=23)])
    crowded = fitted(KLEIN, [card(24, free=9)])
    assert held(calm) == (BF16, NONE, False)
    assert planning.OTHERS not in calm.told
    assert held(crowded) == (FP8, NONE, True)
    assert planning.OTHERS in crowded.told
    assert planning.EIGHT_BITS in crowded.told
    busy = fitted(SD15, [processor(32, free=3.8)])
    assert (busy.device, planning.OTHERS in busy.told) == (Device.CPU, True)


def test_memory_that_is_free_does_not_change_the_plan_while_it_is_enough() -> None:
    assert {fitted(SDXL, [card(12, free=free)]) for free in (10.5, 11, 11.6)} == {fitted(SDXL, [card(12)])}


def test_words_that_cannot_be_read_leave_the_presets() -> None:
    enormous = replace(KLEIN, text=int(30e9))
    plan = fitted(enormous, [card(8)])
    assert plan.presets_only
    assert planning.PRESETS in plan.told
    with pytest.raises(OutOfMemory):
        fitted(replace(enormous, presets=False), [card(8, main=16)])


def test_float16_is_for_unets_on_cards_without_bfloat16_only() -> None:
    old = card(8, bfloat16=False)
    assert fitted(SDXL, [old]).compute == "float16"
    plan = fitted(KLEIN, [old])
    assert plan.compute == "bfloat16"
    assert planning.SLOW_TYPE in plan.told


def test_apple_moves_nothing_and_holds_no_float8() -> None:
    apple = card(24, device=Device.MPS, float8=False)
    assert held(fitted(KLEIN, [apple])) == (BF16, NONE, False)
    with pytest.raises(OutOfMemory):
        fitted(QWEN, [apple])


def test_a_row_never_plans_more_than_there_is() -> None:
    for machine in [*map(card, (6, 8, 12, 16, 24, 48)), *map(processor, (8, 16, 32))]:
        for pack in (KLEIN, QWEN, SDXL, SD15):
            try:
                plan = fitted(pack, [machine])
            except OutOfMemory:
                continue
            if plan.offload is not GROUP:
                weights = pack.generator * {Weights.FLOAT32: 4, BF16: 2}.get(plan.weights, 1)
                assert weights + planning.working(pack.family, plan) * GIB < machine.total
            assert plan.side % 16 == 0
            assert plan.side <= pack.side


# ------------------------------------------------------------------------------------------------ read from heads


def _safetensors(path: Path, **shapes: list[int]) -> PackFile:
    """A file of the true size whose tensors are a hole in it."""
    head, offset = {}, 0
    for name, shape in shapes.items():
        size = 2
        for side in shape:
            size *= side
        head[name] = {"dtype": "BF16", "shape": shape, "data_offsets": [offset, offset + size]}
        offset += size
    text = json.dumps({"__metadata__": {"format": "pt"}, **head}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + offset)
    return PackFile(path.name, path.stat().st_size, "0" * 64)


def _pack(folder: Path) -> Verified:
    parts = {
        "transformer/a-00001-of-00002.safetensors": [2, 900_000, 1_000],
        "transformer/a-00002-of-00002.safetensors": [2_000_000, 1_000],
        "vae/diffusion_pytorch_model.safetensors": [84_000, 1_000],
        "text_encoder/model.safetensors": [4_000_000, 1_000],
        "base/model.safetensors": [9_000_000, 1_000],
        "embeddings/studio.safetensors": [512, 7_680],
        "transformer/person.safetensors": [1_000],
    }
    files = tuple(replace(_safetensors(folder / path, x=shape), path=path) for path, shape in parts.items())
    (folder / "model_index.json").write_text("{}")
    return Verified(
        folder,
        Manifest(
            id="klein",
            name="klein",
            version="1",
            family=Family.KLEIN,
            licence=Licence("Apache-2.0", Company.YES),
            roles={Role.GENERATOR: ".", Role.BASE: "base", Role.EMBEDDINGS: "embeddings"},
            files=(*files, PackFile("model_index.json", 2, "0" * 64)),
            defaults=Defaults(side=1024),
            loras=(Lora("transformer/person.safetensors"),),
        ),
    )


def test_sizes_come_from_the_heads_of_the_files(tmp_path: Path) -> None:
    found = sizes(_pack(tmp_path))
    assert (found.generator, found.text, found.decoder) == (int(3.8e9), int(4e9), int(84e6))
    assert (found.presets, found.tiny) == (True, False)


def test_a_pack_is_planned_on_the_first_machine_that_holds_it(tmp_path: Path) -> None:
    plan = planned(_pack(tmp_path), (card(8), processor(32)))
    assert held(plan) == (FP8, NONE, True)
    assert planned(_pack(tmp_path), processor(16)).weights is Weights.INT8


@pytest.mark.parametrize(
    "content",
    [b"", b"\1\0\0", struct.pack("<Q", 1 << 60) + b"{}", struct.pack("<Q", 2) + b"[]", struct.pack("<Q", 4) + b'{"a"'],
    ids=["empty", "short", "endless", "list", "torn"],
)
def test_a_head_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    pack = _pack(tmp_path)
    (tmp_path / "vae" / "diffusion_pytorch_model.safetensors").write_bytes(content)
    with pytest.raises(ModelCorrupt, match="changed or damaged"):
        sizes(pack)


def test_shapes_that_are_none_are_refused(tmp_path: Path) -> None:
    pack = _pack(tmp_path)
    for shape in ("[-1]", '"many"', "null", "[1.5]"):
        head = f'{{"x": {{"shape": {shape}}}}}'.encode()
        path = tmp_path / "vae" / "diffusion_pytorch_model.safetensors"
        path.write_bytes(struct.pack("<Q", len(head)) + head)
        with pytest.raises(ModelCorrupt):
            sizes(pack)
