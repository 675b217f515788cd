from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from headshot_desktop.core.errors import ModelCorrupt, ModelMissing
from headshot_desktop.core.pack_components import COMPONENTS
from headshot_desktop.core.packs import Family
from headshot_desktop.engine.generative import verified as verifying
from headshot_desktop.engine.generative.families.stable import SCHEDULERS
from headshot_desktop.engine.generative.job import Sampler
from headshot_desktop.engine.generative.samplers import load
from tests.engine.generative.jobs import PLAN, as_it_lies, generated, inpainting, job, sampler, verified

Change = Callable[[Path], object]

PARTS = [
    *(("klein", part) for part in ("transformer", "vae", "text_encoder")),
    *(("qwen", part) for part in ("transformer", "vae", "text_encoder")),
    *(("sdxl", part) for part in ("unet", "vae", "text_encoder", "text_encoder_2", "adapter/image_encoder")),
    *(("sd15", part) for part in ("unet", "vae", "text_encoder", "adapter", "decoder")),
]


@pytest.fixture
def pack(tiny_packs: Path, tmp_path: Path) -> Callable[[str], Path]:
    def copied(family: str) -> Path:
        return Path(shutil.copytree(tiny_packs / family, tmp_path / family))

    return copied


def changed(folder: Path, change: Change) -> Sampler:
    """The sampler of a pack that was changed after it was compared, so that only what loads it can find out."""
    found = verified(folder)
    change(folder)
    return load(as_it_lies(found), PLAN)


def weights(part: Path) -> Path:
    (found,) = part.glob("*.safetensors")
    return found


def rewritten(part: Path, change: Callable[[dict[str, torch.Tensor]], object]) -> None:
    path = weights(part)
    tensors = load_file(path)
    change(tensors)
    save_file(tensors, str(path), metadata={"format": "pt"})


def an_inner_weight(tensors: dict[str, torch.Tensor]) -> str:
    # Of the adapter, one that diffusers would not miss; of the klein text encoder, one that is read.
    return next(name for name in sorted(tensors) if tensors[name].ndim > 1 and "layers.29" not in name)


AMISS = [
    *(("missing", *part) for part in PARTS),
    # What a library does with these does not depend on the class: one part of each library, and the adapter's own way.
    *((amiss, *PARTS[place]) for amiss in ("one too many", "another shape") for place in (0, 2, -2)),
]


@pytest.mark.parametrize(("amiss", "family", "part"), AMISS)
def test_a_tensor_amiss_is_found_and_its_part_named(
    pack: Callable[[str], Path], amiss: str, family: str, part: str
) -> None:
    def change(tensors: dict[str, torch.Tensor]) -> None:
        name = an_inner_weight(tensors)
        if amiss == "missing":
            del tensors[name]
        elif amiss == "another shape":
            tensors[name] = torch.zeros(3, 5)
        else:
            tensors[name.rpartition(".")[0] + ".another.weight"] = torch.zeros(3, 5)

    folder = pack(family)
    found = verified(folder)
    rewritten(folder / part, change)
    made = load(found, replace(PLAN, tiny_decoder=part == "decoder"))
    with pytest.raises(ModelCorrupt) as told:
        generated(made, job(family))
    assert part.rpartition("/")[2] in str(told.value)
    assert torch.get_default_dtype() is torch.float32


def only_pickles(folder: Path) -> None:
    part = folder / "unet"
    torch.save(load_file(weights(part)), part / "diffusion_pytorch_model.bin")
    weights(part).unlink()


class _Bomb:
    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path("/nonexistent/ran"),)


def a_pickle_by_another_name(folder: Path) -> None:
    weights(folder / "unet").write_bytes(pickle.dumps(_Bomb()))


def cut_short(folder: Path) -> None:
    path = weights(folder / "vae")
    path.write_bytes(path.read_bytes()[:-100])


def foreign(part: str, **keys: object) -> Change:
    def change(folder: Path) -> None:
        path = folder / part / "config.json"
        path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **keys}), "utf-8")

    return change


def another_scheduler(folder: Path) -> None:
    path = folder / "scheduler" / "scheduler_config.json"
    path.write_text(json.dumps({"_class_name": "VQDiffusionScheduler"}), "utf-8")


def no_json(folder: Path) -> None:
    (folder / "unet" / "config.json").write_text("{", "utf-8")


def a_larger_tokenizer(folder: Path) -> None:
    path = folder / "tokenizer" / "tokenizer.json"
    told = json.loads(path.read_text("utf-8"))
    told["model"]["vocab"]["beyond"] = 40_000
    path.write_text(json.dumps(told), "utf-8")


def another_adapter(folder: Path) -> None:
    # The other family's, whose cross-attention is wider.
    shutil.copy(folder.parent / "sdxl" / "adapter" / "ip-adapter-plus-face.safetensors", folder / "adapter")


def two_adapters(folder: Path) -> None:
    shutil.copy(weights(folder / "adapter"), folder / "adapter" / "second.safetensors")


BAD: list[tuple[str, Change]] = [
    ("only pickles", only_pickles),
    ("a pickle by another name", a_pickle_by_another_name),
    ("cut short", cut_short),
    ("code of its own", foreign("text_encoder", auto_map={"AutoModel": "evil.Model"})),
    ("another backend", foreign("unet", quantization_config={"quant_method": "sdnq"})),
    ("kernels of its own", foreign("vae", use_kernels=True)),
    ("a scheduler that we do not know", another_scheduler),
    ("no JSON", no_json),
    ("a tokenizer of more words", a_larger_tokenizer),
    ("another family's adapter", another_adapter),
    ("two adapters", two_adapters),
    ("a setting that is none", foreign("unet", down_block_types=["NoSuchBlock"])),
    ("no folder", lambda folder: shutil.rmtree(folder / "vae")),
]


@pytest.mark.parametrize("change", [change for _, change in BAD], ids=[name for name, _ in BAD])
def test_what_is_not_right_is_refused_and_nothing_of_it_runs(pack: Callable[[str], Path], change: Change) -> None:
    pack("sdxl")  # beside it, for what is taken from there
    made = changed(pack("sd15"), change)
    with pytest.raises((ModelCorrupt, ModelMissing)):
        generated(made, job("sd15"))
    assert torch.get_default_dtype() is torch.float32


def test_a_kernel_that_a_pack_names_is_not_fetched(pack: Callable[[str], Path], tiny_packs: Path) -> None:
    made = changed(pack("klein"), foreign("text_encoder", _attn_implementation="kernels-community/flash-attn"))
    assert np.array_equal(generated(made, job("klein")), generated(sampler(tiny_packs / "klein"), job("klein")))


def test_a_chat_template_of_a_pack_is_never_run(pack: Callable[[str], Path], tiny_packs: Path) -> None:
    def change(folder: Path) -> None:
        (folder / "tokenizer" / "chat_template.jinja").write_text("{{ 'x' * 10 ** 9 }}{{ raise_exception('ran') }}")

    made = changed(pack("klein"), change)
    assert np.array_equal(generated(made, job("klein")), generated(sampler(tiny_packs / "klein"), job("klein")))


def test_the_names_of_old_checkpoints_still_load(pack: Callable[[str], Path], tiny_packs: Path) -> None:
    old = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}

    def vae(tensors: dict[str, torch.Tensor]) -> None:
        for name in [name for name in tensors if ".attentions." in name]:
            renamed = name
            for new, before in old.items():
                renamed = renamed.replace(f".{new}.", f".{before}.")
            tensors[renamed] = tensors.pop(name)

    def change(folder: Path) -> None:
        rewritten(folder / "vae", vae)
        rewritten(
            folder / "text_encoder",
            lambda tensors: tensors.update({"text_model.embeddings.position_ids": torch.arange(77)[None]}),
        )
        path = weights(folder / "unet")
        path.rename(path.with_name("diffusion_pytorch_model.fp16.safetensors"))

    made = changed(pack("sd15"), change)
    for wanted in (job("sd15"), inpainting("sd15")):
        assert np.array_equal(generated(made, wanted), generated(sampler(tiny_packs / "sd15"), wanted))


def test_a_text_encoder_of_more_layers_than_are_read_is_the_same(tiny_packs: Path) -> None:
    from transformers import Qwen3ForCausalLM

    from headshot_desktop.engine.generative.families import klein

    made = klein.KleinSampler(verified(tiny_packs / "klein"), PLAN)
    encoders = made._load_encoders(job("klein"))
    assert len(encoders["text_encoder"].model.layers) == 28
    wanted = made._encode(job("klein"), encoders)["prompt_embeds"]
    whole = Qwen3ForCausalLM.from_pretrained(tiny_packs / "klein" / "text_encoder", local_files_only=True)
    assert len(whole.model.layers) == 30
    with torch.no_grad():
        found = made._encode(job("klein"), {**encoders, "text_encoder": whole.eval()})["prompt_embeds"]
    assert torch.equal(found, wanted)


def test_a_file_touched_after_the_pack_was_opened_is_told(pack: Callable[[str], Path]) -> None:
    folder = pack("klein")
    made = sampler(folder)
    first = generated(made, job("klein"))
    path = weights(folder / "text_encoder")
    path.write_bytes(path.read_bytes())
    assert np.array_equal(generated(made, job("klein")), first), "nothing is read again for the same words"
    with pytest.raises(ModelCorrupt) as told:
        generated(made, job("klein", prompt="other words"))
    assert told.value.code == "pack-file-changed"


def test_what_is_exchanged_between_the_comparison_and_the_loading_is_not_used(pack: Callable[[str], Path]) -> None:
    folder = pack("sd15")
    compared = verified(folder)
    path = weights(folder / "unet")
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)
    with pytest.raises(ModelCorrupt) as told:
        generated(load(compared, PLAN), job("sd15"))
    assert told.value.code == "pack-file-changed"


def test_the_schedulers_that_a_pack_may_name_are_those_that_are_loaded() -> None:
    for family in (Family.SDXL, Family.SD15):
        named = {kind for _, kind in COMPONENTS[family]["scheduler"].classes}
        assert named == {kind.__name__ for kind in SCHEDULERS}


def test_a_pack_is_compared_before_it_is_loaded(pack: Callable[[str], Path]) -> None:
    folder = pack("sd15")
    digest = verified(folder).manifest.digest
    with pytest.raises(ModelCorrupt):
        verifying.verify(folder, "0" * 64)
    path = weights(folder / "unet")
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelCorrupt):
        verifying.verify(folder, digest)
