"""Hostile packs, made on the fly: each is refused with a code and a sentence, and nothing in it is run or kept.

Those whose names begin with E are the cases that were tried on the libraries themselves, in that order.
"""

from __future__ import annotations

import json
import os
import pickle
import shutil
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from headshot_desktop.core.errors import HeadshotError, PackRefused
from headshot_desktop.core.packs import Family, Lora, Role
from headshot_desktop.records.packs import PackStore, create_from
from tests.packs import described, edit, header, put, put_adapter, put_header, put_pipeline, put_tensors, sealed

WEIGHTS = "diffusion_pytorch_model.safetensors"
MARK = "pwned"

Harm = Callable[[Path], None]
CASES: dict[str, tuple[str, Family, Harm]] = {}


class Evil:
    """Runs a command when it is unpickled."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.system, (f"touch {MARK}",)


def case(name: str, code: str, family: Family = Family.KLEIN) -> Callable[[Harm], Harm]:
    """Register a way to make a pack hostile."""

    def keep(harm: Harm) -> Harm:
        CASES[name] = (code, family, harm)
        return harm

    return keep


def _instead(path: Path, name: str) -> None:
    path.unlink()
    path.with_name(name).write_bytes(pickle.dumps(Evil()))


# ---------------------------------------------------------------------- the cases of the reference


@case("E1 transformer only as bin", "pack-holds-pickle")
def _(pack: Path) -> None:
    weights = pack / "transformer" / WEIGHTS
    weights.rename(weights.with_suffix(".bin"))


@case("E1b transformer as bin beside the real one", "pack-holds-pickle")
def _(pack: Path) -> None:
    shutil.copy(pack / "transformer" / WEIGHTS, pack / "transformer" / "diffusion_pytorch_model.bin")


@case("E2 transformer as a pickle with a payload", "pack-holds-pickle")
def _(pack: Path) -> None:
    _instead(pack / "transformer" / WEIGHTS, "diffusion_pytorch_model.bin")


@case("E3 text encoder as a pickle with a payload", "pack-holds-pickle")
def _(pack: Path) -> None:
    _instead(pack / "text_encoder" / "model.safetensors", "pytorch_model.bin")


@case("E4 code in a part's folder", "pack-holds-program")
def _(pack: Path) -> None:
    (pack / "transformer" / "evilmod.py").write_text(f"import os; os.system('touch {MARK}')")
    edit(pack / "model_index.json", transformer=["evilmod", "Evil"])


@case("E5 code as the pipeline", "pack-holds-program")
def _(pack: Path) -> None:
    (pack / "my_pipe.py").write_text(f"import os; os.system('touch {MARK}')")
    edit(pack / "model_index.json", _class_name=["my_pipe", "P"])


@case("E5b pipeline named as code", "pack-wrong-family")
def _(pack: Path) -> None:
    edit(pack / "model_index.json", _class_name="my_pipe")


@case("E6 a part that starts programs", "pack-unknown-class")
def _(pack: Path) -> None:
    edit(pack / "model_index.json", tokenizer=["subprocess", "Popen"])


@case("E7 a part from any module", "pack-unknown-class")
def _(pack: Path) -> None:
    edit(pack / "model_index.json", tokenizer=["evil_importable", "X"])


@case("E8 another pipeline's class", "pack-wrong-family")
def _(pack: Path) -> None:
    edit(pack / "model_index.json", _class_name="KandinskyCombinedPipeline")


@case("E8b another family's class", "pack-wrong-family")
def _(pack: Path) -> None:
    edit(pack / "model_index.json", _class_name="StableDiffusionPipeline")


for _key in ("_attn_implementation", "attn_implementation", "_attn_implementation_internal"):

    @case(f"E9 attention kernel of a stranger in {_key}", "pack-config-code")
    def _(pack: Path, key: str = _key) -> None:
        edit(pack / "text_encoder" / "config.json", **{key: "kernels-community/flash-attn"})


for _method in ("nunchaku_lite", "sdnq", "bitsandbytes", "gguf", "quanto", "modelopt", "auto-round", "torchao"):

    @case(f"E10 quantisation by {_method}", "pack-config-code")
    def _(pack: Path, method: str = _method) -> None:
        edit(pack / "transformer" / "config.json", quantization_config={"quant_method": method})


@case("E11 automatic class with a map to code", "pack-unknown-class")
def _(pack: Path) -> None:
    edit(pack / "text_encoder" / "config.json", auto_map={"AutoModelForCausalLM": "evilmod.E"})
    edit(pack / "model_index.json", text_encoder=["transformers", "AutoModelForCausalLM"])


@case("E11b map to code", "pack-config-code")
def _(pack: Path) -> None:
    edit(pack / "text_encoder" / "config.json", auto_map={"AutoModelForCausalLM": "evilmod.E"})


@case("E12 tokenizer with a map to code", "pack-config-code")
def _(pack: Path) -> None:
    edit(pack / "tokenizer" / "tokenizer_config.json", auto_map={"AutoTokenizer": ["evilmod.E", None]})


@case("E13 chat template that escapes", "pack-config-code")
def _(pack: Path) -> None:
    text = "{{ cycler.__init__.__globals__.os.system('touch pwned') }}"
    (pack / "tokenizer" / "chat_template.jinja").write_text(text)


@case("E13b chat template in the settings", "pack-config-code")
def _(pack: Path) -> None:
    edit(pack / "tokenizer" / "tokenizer_config.json", chat_template="{{ x.__class__ }}")


@case("E13c chat template without an end", "pack-config-code")
def _(pack: Path) -> None:
    (pack / "tokenizer" / "chat_template.jinja").write_text("{{ x }}" * 20_000)


@case("E13d chat template that escapes far down", "pack-config-code")
def _(pack: Path) -> None:
    text = "ä" * 40_000 + "{{ x.__class__ }}"  # more bytes than a template may have characters
    (pack / "tokenizer" / "chat_template.jinja").write_text(text, "utf-8")


def _index(pack: Path, **places: str) -> Path:
    path = pack / "transformer" / f"{WEIGHTS}.index.json"
    put(path, {"metadata": {"total_size": 1}, "weight_map": places})
    return path


@case("E14 shard index that leads outside", "pack-bad-path")
def _(pack: Path) -> None:
    (pack / "transformer" / WEIGHTS).unlink()
    _index(pack, a="../../outside.safetensors")


@case("E15 adapter as a pickle", "pack-holds-pickle", Family.SD15)
def _(pack: Path) -> None:
    _instead(pack / "adapter" / "ip-adapter-plus-face.safetensors", "x.bin")


@case("E16 image encoder as a pickle", "pack-holds-pickle", Family.SD15)
def _(pack: Path) -> None:
    _instead(pack / "adapter" / "image_encoder" / "model.safetensors", "pytorch_model.bin")


@case("E17 LoRA as a pickle", "pack-holds-pickle")
def _(pack: Path) -> None:
    (pack / "lora.bin").write_bytes(pickle.dumps(Evil()))


@case("E17b LoRA that is named as a pickle", "bad-manifest")
def _(pack: Path) -> None:
    (pack / "lora.bin").write_bytes(pickle.dumps(Evil()))
    sealed(pack, described(Family.KLEIN, loras=(Lora("lora.bin"),)))


@case("E18 weights that are cut off", "pack-bad-weights")
def _(pack: Path) -> None:
    weights = pack / "transformer" / WEIGHTS
    weights.write_bytes(weights.read_bytes()[:-100])


@case("E19 a tensor is missing", "pack-tensor-missing")
def _(pack: Path) -> None:
    weights = pack / "transformer" / WEIGHTS
    put_tensors(weights, set(_names(weights)) - {"x_embedder.weight"})


@case("E20 two hundred thousand layers", "pack-config-size")
def _(pack: Path) -> None:
    edit(pack / "transformer" / "config.json", num_layers=200_000)


@case("E21 a part's folder is missing", "pack-part-missing")
def _(pack: Path) -> None:
    shutil.rmtree(pack / "vae")


# ---------------------------------------------------------------------- weights


def _names(weights: Path) -> dict[str, Any]:
    content = weights.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    table: dict[str, Any] = json.loads(content[8 : 8 + length])
    return table


def _reheaded(pack: Path, change: Callable[[dict[str, Any]], None], content: bytes | None = None) -> None:
    weights = pack / "transformer" / WEIGHTS
    table = _names(weights)
    change(table)
    put_header(weights, table, content)


def _first(table: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = table[min(table)]
    return entry


@case("pickle with a new name", "pack-bad-weights")
def _(pack: Path) -> None:
    (pack / "transformer" / WEIGHTS).write_bytes(pickle.dumps(Evil()))


@case("zip of pickles with a new name", "pack-bad-weights")
def _(pack: Path) -> None:
    with zipfile.ZipFile(pack / "transformer" / WEIGHTS, "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps(Evil()))


@case("empty weights", "pack-bad-weights")
def _(pack: Path) -> None:
    (pack / "transformer" / WEIGHTS).write_bytes(b"")


@case("header longer than the file", "pack-bad-weights")
def _(pack: Path) -> None:
    (pack / "transformer" / WEIGHTS).write_bytes(struct.pack("<Q", 2**63) + b"{}")


@case("header of a gigabyte", "pack-bad-weights")
def _(pack: Path) -> None:
    (pack / "transformer" / WEIGHTS).write_bytes(struct.pack("<Q", 2**30) + b"{}")


@case("header that is cut off", "pack-bad-weights")
def _(pack: Path) -> None:
    weights = pack / "transformer" / WEIGHTS
    weights.write_bytes(weights.read_bytes()[:60])


@case("header that is no table", "pack-bad-weights")
def _(pack: Path) -> None:
    (pack / "transformer" / WEIGHTS).write_bytes(struct.pack("<Q", 2) + b"[]")


@case("header with a key twice", "pack-bad-weights")
def _(pack: Path) -> None:
    entry = '"x": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}'
    text = f"{{{entry}, {entry}}}".encode()
    (pack / "transformer" / WEIGHTS).write_bytes(struct.pack("<Q", len(text)) + text + bytes(4))


@case("tensors that overlap", "pack-bad-weights")
def _(pack: Path) -> None:
    _reheaded(pack, lambda table: table.update({max(table): {**_first(table)}}))


@case("bytes between tensors", "pack-bad-weights")
def _(pack: Path) -> None:
    _reheaded(pack, lambda table: table.pop(sorted(table)[1]))


@case("bytes after the tensors", "pack-bad-weights")
def _(pack: Path) -> None:
    weights = pack / "transformer" / WEIGHTS
    weights.write_bytes(weights.read_bytes() + b"more")


@case("size that does not fit the shape", "pack-bad-weights")
def _(pack: Path) -> None:
    _reheaded(pack, lambda table: _first(table).update(shape=[2**40, 2**40]))


@case("shape below zero", "pack-bad-weights")
def _(pack: Path) -> None:
    _reheaded(pack, lambda table: _first(table).update(shape=[-1, -1]))


@case("shape of a yes", "pack-bad-weights")
def _(pack: Path) -> None:
    _reheaded(pack, lambda table: _first(table).update(shape=[True]))


@case("unknown dtype", "pack-bad-weights")
def _(pack: Path) -> None:
    _reheaded(pack, lambda table: _first(table).update(dtype="OBJ"))


@case("metadata that is no text", "pack-bad-weights")
def _(pack: Path) -> None:
    _reheaded(pack, lambda table: table.update({"__metadata__": {"a": {"b": 1}}}), bytes(4096))


@case("a layer fewer than the settings say", "pack-tensor-missing")
def _(pack: Path) -> None:
    edit(pack / "text_encoder" / "config.json", num_hidden_layers=3)


@case("a tensor of the picture decoder is missing", "pack-tensor-missing", Family.SDXL)
def _(pack: Path) -> None:
    weights = pack / "vae" / WEIGHTS
    put_tensors(weights, set(_names(weights)) - {"decoder.conv_out.bias"})


@case("a tensor of the adapter is missing", "pack-tensor-missing", Family.SD15)
def _(pack: Path) -> None:
    weights = pack / "adapter" / "ip-adapter-plus-face.safetensors"
    put_tensors(weights, set(_names(weights)) - {"ip_adapter.7.to_v_ip.weight"})


@case("adapter of the kind FaceID", "pack-wrong-adapter", Family.SD15)
def _(pack: Path) -> None:
    put_tensors(pack / "adapter" / "ip-adapter-plus-face.safetensors", ["image_proj.proj.0.weight"])


def _sharded(pack: Path) -> tuple[Path, dict[str, str]]:
    """Split the transformer into two shards, with an index that fits."""
    weights = pack / "transformer" / WEIGHTS
    names = sorted(_names(weights))
    weights.unlink()
    places: dict[str, str] = {}
    for number, part in enumerate((names[::2], names[1::2]), 1):
        shard = f"diffusion_pytorch_model-0000{number}-of-00002.safetensors"
        put_tensors(pack / "transformer" / shard, part)
        places |= dict.fromkeys(part, shard)
    return _index(pack, **places), places


@case("index that names a tensor in the wrong shard", "pack-tensor-missing")
def _(pack: Path) -> None:
    _, places = _sharded(pack)
    names = sorted(places)
    _index(pack, **{**places, names[0]: places[names[1]]})


@case("index that leaves a tensor out", "pack-tensor-missing")
def _(pack: Path) -> None:
    _, places = _sharded(pack)
    places.popitem()
    _index(pack, **places)


@case("index of a shard that is not there", "pack-part-missing")
def _(pack: Path) -> None:
    _sharded(pack)
    (pack / "transformer" / "diffusion_pytorch_model-00002-of-00002.safetensors").unlink()


@case("index that is no index", "pack-bad-config")
def _(pack: Path) -> None:
    put(_sharded(pack)[0], {"weight_map": ["x"]})


# ---------------------------------------------------------------------- settings


@case("class in the settings that is not the pipeline's", "pack-unknown-class")
def _(pack: Path) -> None:
    edit(pack / "vae" / "config.json", _class_name="AutoencoderKL")


@case("architecture that is not the pipeline's", "pack-unknown-class")
def _(pack: Path) -> None:
    edit(pack / "text_encoder" / "config.json", architectures=["EvilForCausalLM"])


@case("part that the family does not have", "pack-unknown-class")
def _(pack: Path) -> None:
    edit(pack / "model_index.json", controlnet=["diffusers", "ControlNetModel"])


for _name, _value in (
    ("hidden_size", 10**7),
    ("vocab_size", 10**10),
    ("num_hidden_layers", -1),
    ("rope_theta", 1e300),
    ("layer_types", ["full_attention"] * 5_000),
):

    @case(f"absurd {_name}", "pack-config-size")
    def _(pack: Path, name: str = _name, value: Any = _value) -> None:
        edit(pack / "text_encoder" / "config.json", **{name: value})


@case("absurd size inside of a table", "pack-config-size")
def _(pack: Path) -> None:
    edit(pack / "text_encoder" / "config.json", inner={"deeper": [{"intermediate_size": 10**9}]})


@case("absurd number of betas", "pack-config-size")
def _(pack: Path) -> None:
    edit(pack / "scheduler" / "scheduler_config.json", num_train_timesteps=10**9)


@case("no betas", "pack-config-size")
def _(pack: Path) -> None:
    edit(pack / "scheduler" / "scheduler_config.json", num_train_timesteps=0)


@case("scheduler that is never loaded", "pack-unknown-class", Family.SD15)
def _(pack: Path) -> None:
    edit(pack / "scheduler" / "scheduler_config.json", _class_name="TCDScheduler")


@case("usual numbers whose product is absurd", "pack-bad-config", Family.SD15)
def _(pack: Path) -> None:
    blocks = 2048
    edit(
        pack / "unet" / "config.json",
        down_block_types=["CrossAttnDownBlock2D"] * blocks,
        up_block_types=["CrossAttnUpBlock2D"] * blocks,
        block_out_channels=[32] * blocks,
        layers_per_block=32,
        transformer_layers_per_block=32,
    )


@case("block that does not exist", "pack-bad-config", Family.SDXL)
def _(pack: Path) -> None:
    edit(pack / "unet" / "config.json", down_block_types=["EvilBlock2D", "DownBlock2D"])


@case("settings of another shape", "pack-bad-config")
def _(pack: Path) -> None:
    put(pack / "vae" / "config.json", ["x"])


@case("settings without what they need", "pack-bad-config")
def _(pack: Path) -> None:
    put(pack / "transformer" / "config.json", {"_class_name": "Flux2Transformer2DModel"})


@case("settings with a text in the place of a number", "pack-bad-config")
def _(pack: Path) -> None:
    edit(pack / "transformer" / "config.json", num_layers="1")


@case("deep JSON", "pack-bad-json")
def _(pack: Path) -> None:
    (pack / "transformer" / "config.json").write_text("[" * 100_000)


@case("huge JSON", "pack-bad-json")
def _(pack: Path) -> None:
    (pack / "transformer" / "config.json").write_text('{"a": "' + "x" * (2 << 20) + '"}')


@case("JSON with a key twice", "pack-bad-json")
def _(pack: Path) -> None:
    (pack / "transformer" / "config.json").write_text('{"num_layers": 1, "num_layers": 2}')


@case("JSON with no number", "pack-bad-json")
def _(pack: Path) -> None:
    (pack / "transformer" / "config.json").write_text('{"num_layers": NaN}')


@case("JSON with a million digits", "pack-bad-json")
def _(pack: Path) -> None:
    (pack / "transformer" / "config.json").write_text('{"num_layers": ' + "9" * 100_000 + "}")


@case("JSON that is none", "pack-bad-json")
def _(pack: Path) -> None:
    (pack / "transformer" / "config.json").write_bytes(b"\x80\x04\x95")


@case("deep JSON of a tokenizer", "pack-bad-json")
def _(pack: Path) -> None:
    (pack / "tokenizer" / "tokenizer.json").write_text('{"a":' * 1000 + "1" + "}" * 1000)


# ---------------------------------------------------------------------- ONNX


def _varint(value: int) -> bytes:
    digits = []
    while value >= 0x80:
        digits.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*digits, value])


def _field(number: int, content: bytes) -> bytes:
    """One field of a protocol buffer with a length."""
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _onnx(pack: Path, graph: bytes, more: bytes = b"") -> None:
    (pack / "face.onnx").write_bytes(b"\x08\x08" + _field(7, graph) + more)
    sealed(pack, described(Family.KLEIN, roles={Role.GENERATOR: ".", Role.RECOGNISER: "face.onnx"}))


EXTERNAL = _field(13, _field(1, b"location") + _field(2, b"../../secret"))


@case("ONNX tensor in another file", "pack-onnx-external")
def _(pack: Path) -> None:
    _onnx(pack, _field(5, EXTERNAL + b"\x70\x01"))


@case("ONNX tensor in another file, by its place only", "pack-onnx-external")
def _(pack: Path) -> None:
    _onnx(pack, _field(5, b"\x70\x01"))


@case("ONNX tensor in another file, in an attribute of a node", "pack-onnx-external")
def _(pack: Path) -> None:
    _onnx(pack, _field(1, _field(5, _field(5, EXTERNAL))))


@case("ONNX tensor in another file, in a graph within", "pack-onnx-external")
def _(pack: Path) -> None:
    _onnx(pack, _field(1, _field(5, _field(6, _field(5, EXTERNAL)))))


@case("ONNX tensor in another file, in a sparse one", "pack-onnx-external")
def _(pack: Path) -> None:
    _onnx(pack, _field(15, _field(1, EXTERNAL)))


@case("ONNX tensor in another file, in a function", "pack-onnx-external")
def _(pack: Path) -> None:
    _onnx(pack, b"", _field(25, _field(7, _field(5, _field(5, EXTERNAL)))))


@case("ONNX operator of a stranger", "pack-onnx-operators")
def _(pack: Path) -> None:
    _onnx(pack, _field(1, _field(4, b"PyOp") + _field(7, b"evil")))


@case("ONNX graphs without end", "pack-bad-weights")
def _(pack: Path) -> None:
    graph = b""
    for _ in range(60):
        graph = _field(1, _field(5, _field(6, graph)))
    _onnx(pack, graph)


@case("ONNX that is a pickle", "pack-bad-weights")
def _(pack: Path) -> None:
    _onnx(pack, b"")
    (pack / "face.onnx").write_bytes(pickle.dumps(Evil()))


@case("ONNX that is cut off", "pack-bad-weights")
def _(pack: Path) -> None:
    _onnx(pack, _field(1, b"\x22\x7fabc"))


# ---------------------------------------------------------------------- files


for _file in ("evil.so", "evil.pyc", "run.sh", "evil.dll", "evil.exe", "evil.pyd", "evil.py"):

    @case(f"program {_file}", "pack-holds-program")
    def _(pack: Path, name: str = _file) -> None:
        (pack / "vae" / name).write_bytes(b"x")


for _file in ("x.pt", "x.pth", "x.ckpt", "x.pkl", "x.msgpack", "x.h5", "x.npz", "X.BIN"):

    @case(f"pickle {_file}", "pack-holds-pickle")
    def _(pack: Path, name: str = _file) -> None:
        (pack / "vae" / name).write_bytes(pickle.dumps(Evil()))


@case("file of an unknown kind", "pack-bad-kind")
def _(pack: Path) -> None:
    (pack / "vae" / "data.gguf").write_bytes(b"x")


@case("weights that belong to nothing", "pack-extra-file")
def _(pack: Path) -> None:
    put_tensors(pack / "vae" / "diffusion_pytorch_model.fp16.safetensors", ["x"])


@case("a folder that belongs to nothing", "pack-extra-file")
def _(pack: Path) -> None:
    put_tensors(pack / "more" / "model.safetensors", ["x"])


@case("LoRA that is none", "pack-wrong-lora")
def _(pack: Path) -> None:
    put_tensors(pack / "lora.safetensors", ["x"])
    sealed(pack, described(Family.KLEIN, loras=(Lora("lora.safetensors"),)))


@case("adapter of a family that has no use for one", "pack-extra-file")
def _(pack: Path) -> None:
    put_adapter(pack / "adapter", 1)


def _prepared(folder: Path, name: str) -> None:
    _, family, harm = CASES[name]
    put_pipeline(folder, family)
    changes: dict[str, Any] = {}
    if family is Family.SD15:
        put_adapter(folder / "adapter", 4)
        changes["roles"] = {Role.GENERATOR: ".", Role.ADAPTER: "adapter"}
    harm(folder)
    if name.startswith("adapter of a family"):
        changes["roles"] = {Role.GENERATOR: ".", Role.ADAPTER: "adapter"}
    said = folder / "pack.json"
    if said.exists():  # the harm has described its pack itself
        table = json.loads(said.read_text("utf-8"))
        changes["roles"] = {Role(role): path for role, path in table["roles"].items()}
        changes["loras"] = tuple(Lora(**lora) for lora in table["loras"])
    sealed(folder, described(family, **changes))


def _zip_of(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for each in sorted(folder.rglob("*")):
            archive.write(each, each.relative_to(folder).as_posix())
    return path


@pytest.mark.parametrize("way", ["folder", "zip"])
@pytest.mark.parametrize("name", CASES)
def test_a_hostile_pack_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, way: str) -> None:
    monkeypatch.chdir(tmp_path)
    _prepared(tmp_path / "pack", name)
    path = tmp_path / "pack" if way == "folder" else _zip_of(tmp_path / "pack", tmp_path / "pack.zip")
    store = PackStore(tmp_path / "store")
    with pytest.raises(PackRefused) as raised:
        store.inspect(path)
    assert raised.value.code == CASES[name][0]
    assert len(raised.value.message) < 300
    assert raised.value.message.endswith(".")
    with pytest.raises(HeadshotError):
        store.bring(path, "0" * 64)
    assert [each.name for each in store.root.iterdir()] == [".lock"]
    assert not list(tmp_path.rglob(MARK))


def test_the_pack_that_is_made_hostile_is_a_good_one(tmp_path: Path) -> None:
    for family in Family:
        CASES["nothing"] = ("", family, lambda _: None)
        try:
            _prepared(tmp_path / family, "nothing")
        finally:
            del CASES["nothing"]
        assert PackStore(tmp_path / "store").inspect(tmp_path / family).manifest.family is family
    put_pipeline(tmp_path / "shards", Family.KLEIN)
    _sharded(tmp_path / "shards")
    assert create_from(tmp_path / "shards", described(Family.KLEIN)).files
    put_pipeline(tmp_path / "onnx", Family.KLEIN)
    _onnx(tmp_path / "onnx", _field(5, _field(9, b"numbers") + b"\x70\x00"), _field(25, b""))
    assert PackStore(tmp_path / "store").inspect(tmp_path / "onnx").manifest.roles[Role.RECOGNISER] == "face.onnx"


# ---------------------------------------------------------------------- manifests

PATHS = (
    *(
        "../x.json",
        "/etc/x.json",
        "vae/../../x.json",
        "..\\x.json",
        "C:/x.json",
        "C:x.json",
        "\\\\host\\x.json",
    ),
    *(
        "vae//x.json",
        "./x.json",
        "vae/.hidden.json",
        "",
        "con.json",
        "vae/NUL",
        "aux/x.json",
        "x.json.",
        "x .json",
    ),
    *(
        "vae/x\x00.json",
        "vae/x\n.json",
        "a/b/c/d/e/f.json",
        "x" * 200,
        "vae/ä.json",
        "x.json:stream",
        "~/x.json",
    ),
)

MANIFESTS: dict[str, tuple[str, Callable[[dict[str, Any]], Any]]] = {
    "no JSON": ("bad-manifest", lambda _: None),
    "list": ("bad-manifest", lambda _: []),
    "format of the future": ("newer-pack", lambda said: said | {"format": 2}),
    "format yes": ("newer-pack", lambda said: said | {"format": True}),
    "unknown key": ("bad-manifest", lambda said: said | {"run": "x"}),
    "missing key": ("bad-manifest", lambda said: {key: said[key] for key in said if key != "licence"}),
    "id that is a path": ("bad-manifest", lambda said: said | {"id": "../../x"}),
    "id of dots": ("bad-manifest", lambda said: said | {"id": "a..b"}),
    "id that ends with a dot": ("bad-manifest", lambda said: said | {"id": "con."}),
    "id that is long": ("bad-manifest", lambda said: said | {"id": "a" * 65}),
    "name that drives a terminal": ("bad-manifest", lambda said: said | {"name": "\x1b[2J"}),
    "name that turns the text round": ("bad-manifest", lambda said: said | {"name": "a\u202eb"}),
    "unknown family": ("bad-manifest", lambda said: said | {"family": "dall-e"}),
    "unknown role": ("bad-manifest", lambda said: said | {"roles": {"generator": ".", "virus": "x"}}),
    "no generator": ("bad-manifest", lambda said: said | {"roles": {}}),
    "generator elsewhere": ("bad-manifest", lambda said: said | {"roles": {"generator": "vae"}}),
    "role without a file": ("bad-manifest", lambda said: said | {"roles": {"generator": ".", "safety": "x.onnx"}}),
    "role outside": ("pack-bad-path", lambda said: said | {"roles": {"generator": ".", "decoder": "../x"}}),
    "steps without end": ("bad-manifest", lambda said: said | {"defaults": {"steps": 10**6}}),
    "side that is odd": ("bad-manifest", lambda said: said | {"defaults": {"side": 1000}}),
    "guidance that is none": ("bad-manifest", lambda said: said | {"defaults": {"guidance": "1"}}),
    "scale of a LoRA": ("bad-manifest", lambda said: said | {"loras": [{"path": "a.safetensors", "scale": 99}]}),
    "size below zero": ("bad-manifest", lambda said: _with_file(said, size=-1)),
    "size of an exabyte": ("bad-manifest", lambda said: _with_file(said, size=10**18)),
    "hash in capitals": ("bad-manifest", lambda said: _with_file(said, sha256="A" * 64)),
    "files without end": ("bad-manifest", lambda said: said | {"files": said["files"] * 500}),
    "file twice": ("pack-names-collide", lambda said: said | {"files": said["files"] * 2}),
    "names that differ in case": ("pack-names-collide", lambda said: _with_file(said, path="VAE/config.json")),
    "file that is a folder": ("pack-names-collide", lambda said: _with_file(said, path="vae")),
    "file that is not there": ("pack-file-missing", lambda said: _with_file(said, path="vae/more.json")),
    "wrong size": ("pack-file-changed", lambda said: _first_file(said, size=1)),
    "file that is not listed": ("pack-extra-file", lambda said: said | {"files": said["files"][:-1]}),
}


def _with_file(said: dict[str, Any], **changes: Any) -> dict[str, Any]:
    entry = {"path": "vae/new.json", "size": 2, "sha256": "0" * 64, **changes}
    return said | {"files": [*said["files"], entry]}


def _first_file(said: dict[str, Any], **changes: Any) -> dict[str, Any]:
    first, *rest = said["files"]
    return said | {"files": [first | changes, *rest]}


def _named(path: str) -> Callable[[dict[str, Any]], Any]:
    return lambda said: _with_file(said, path=path)


MANIFESTS |= {f"path {path!r}": ("pack-bad-path", _named(path)) for path in PATHS}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_hostile_manifest_is_refused(tmp_path: Path, name: str) -> None:
    code, change = MANIFESTS[name]
    put_pipeline(tmp_path / "pack", Family.KLEIN)
    sealed(tmp_path / "pack", described(Family.KLEIN))
    said = tmp_path / "pack" / "pack.json"
    changed = change(json.loads(said.read_text("utf-8")))
    said.write_text("{" if changed is None else json.dumps(changed), "utf-8")
    with pytest.raises(PackRefused) as raised:
        PackStore(tmp_path / "store").inspect(tmp_path / "pack")
    assert raised.value.code == code
    assert raised.value.message.isprintable()


def test_a_manifest_of_a_hundred_megabytes_or_brackets_is_refused(tmp_path: Path) -> None:
    put_pipeline(tmp_path / "pack", Family.KLEIN)
    for text in (b" " * (100 << 20), b"[" * (1 << 20), b'{"a":' * 5000, b'"' * 100_001):
        (tmp_path / "pack" / "pack.json").write_bytes(text)
        with pytest.raises(PackRefused) as raised:
            PackStore(tmp_path / "store").inspect(tmp_path / "pack")
        assert raised.value.code == "bad-manifest"


# ---------------------------------------------------------------------- folders


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")
@pytest.mark.parametrize("kind", ["file", "folder", "dangling", "manifest", "pipe"])
def test_links_and_pipes_in_a_folder_are_refused(tmp_path: Path, kind: str) -> None:
    pack, secret = tmp_path / "pack", tmp_path / "secret"
    put_pipeline(pack, Family.KLEIN)
    sealed(pack, described(Family.KLEIN))
    target = pack / ("pack.json" if kind == "manifest" else "vae" if kind == "folder" else "vae/config.json")
    if kind == "pipe":
        target.unlink()
        os.mkfifo(target)
    else:
        target.rename(secret)
        target.symlink_to("/nowhere" if kind == "dangling" else secret)
    with pytest.raises(HeadshotError) as raised:
        PackStore(tmp_path / "store").inspect(pack)
    assert raised.value.code == ("pack-not-a-file" if kind == "pipe" else "pack-holds-link")


# ---------------------------------------------------------------------- archives


def _entry(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = mode << 16
    return entry


def _slip(name: str) -> Callable[[zipfile.ZipFile], None]:
    return lambda archive: archive.writestr(_entry(name), b"{}")


def _pair(one: str, other: str) -> Callable[[zipfile.ZipFile], None]:
    def both(archive: zipfile.ZipFile) -> None:
        archive.writestr(_entry(one), b"{}")
        archive.writestr(_entry(other), b"{}")

    return both


def _bomb(archive: zipfile.ZipFile) -> None:
    archive.writestr("vae/more.json", bytes(50 << 20), zipfile.ZIP_DEFLATED)


ARCHIVES: dict[str, tuple[str, Callable[[zipfile.ZipFile], None]]] = {
    **{
        f"slip {name!r}": ("pack-bad-path", _slip(name))
        for name in (
            *("../evil.json", "vae/../../evil.json", "/etc/evil.json", "..\\evil.json", "C:/evil.json", "C:evil.json"),
            *(
                "vae/con.json",
                "vae/x.json.",
                "vae/x:y.json",
                "vae//x.json",
                "..",
                "//host/share/x.json",
                "a\x1b[2J.json",
            ),
        )
    },
    "link": ("pack-holds-link", lambda archive: archive.writestr(_entry("vae/x.json", 0o120777), b"/etc/passwd")),
    "device": ("pack-not-a-file", lambda archive: archive.writestr(_entry("vae/x.json", 0o020666), b"")),
    "pipe": ("pack-not-a-file", lambda archive: archive.writestr(_entry("pack.sig", 0o010666), b"")),
    "signature as a link": (
        "pack-holds-link",
        lambda archive: archive.writestr(_entry("pack.sig", 0o120777), b""),
    ),
    "signature as a folder": ("pack-not-a-file", lambda archive: archive.writestr(_entry("pack.sig/"), b"")),
    "file twice": ("pack-names-collide", _pair("vae/x.json", "vae/x.json")),
    "names that differ in case": ("pack-names-collide", _pair("vae/x.json", "vae/X.json")),
    "program": ("pack-holds-program", _slip("vae/evil.py")),
    "more files than are listed": ("pack-extra-file", _slip("vae/more.json")),
    "bomb by its ratio": ("pack-bomb", _bomb),
    "other compression": (
        "pack-bad-archive",
        lambda archive: archive.writestr("vae/x.json", b"{}" * 99, zipfile.ZIP_LZMA),
    ),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ARCHIVES)
def test_a_hostile_archive_is_refused(tmp_path: Path, name: str) -> None:
    code, harm = ARCHIVES[name]
    put_pipeline(tmp_path / "pack", Family.KLEIN)
    sealed(tmp_path / "pack", described(Family.KLEIN))
    path = _zip_of(tmp_path / "pack", tmp_path / "pack.zip")
    with zipfile.ZipFile(path, "a") as archive:
        harm(archive)
    before = {each for each in tmp_path.rglob("*") if "store" not in each.parts}
    store = PackStore(tmp_path / "store")
    with pytest.raises(PackRefused) as raised:
        store.inspect(path)
    assert raised.value.code == code
    assert raised.value.message.isprintable()
    with pytest.raises(PackRefused):
        store.bring(path, "0" * 64)
    assert {each for each in tmp_path.rglob("*") if "store" not in each.relative_to(tmp_path).parts} == before
    assert [each.name for each in store.root.iterdir()] == [".lock"]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    put_pipeline(tmp_path / "pack", Family.KLEIN)
    sealed(tmp_path / "pack", described(Family.KLEIN))
    return _zip_of(tmp_path / "pack", tmp_path / "pack.zip")


def _patched(path: Path, field: int, value: bytes) -> None:
    """Change a field of the first entry in the table of contents."""
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + field : at + field + len(value)] = value
    path.write_bytes(content)


@pytest.mark.parametrize("harm", ["cut", "text", "encrypted", "overlap", "huge table", "lying size", "damaged"])
def test_an_archive_that_lies_about_itself_is_refused(tmp_path: Path, archive: Path, harm: str) -> None:
    content = bytearray(archive.read_bytes())
    codes = {"overlap": "pack-bomb", "huge table": "pack-bomb", "lying size": "pack-bomb"}
    if harm == "cut":
        archive.write_bytes(content[: len(content) // 2])
    elif harm == "text":
        archive.write_bytes(b"hello")
    elif harm == "encrypted":
        _patched(archive, 8, b"\x01\x00")
    elif harm == "overlap":
        first, second = content.index(b"PK\x01\x02"), content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
        content[second + 42 : second + 46] = content[first + 42 : first + 46]
        archive.write_bytes(content)
    elif harm == "huge table":
        at = content.rindex(b"PK\x05\x06")
        content[at + 12 : at + 16] = (1 << 30).to_bytes(4, "little")
        archive.write_bytes(content)
    elif harm == "lying size":
        _patched(archive, 24, (1 << 31).to_bytes(4, "little"))
    else:
        content[content.index(b"_class_name")] ^= 1
        archive.write_bytes(content)
    with pytest.raises(PackRefused) as raised:
        PackStore(tmp_path / "store").inspect(archive)
    assert raised.value.code == codes.get(harm, "pack-bad-archive")


def test_nothing_that_could_run_a_pack_is_even_loaded(tmp_path: Path) -> None:
    _prepared(tmp_path / "pack", "E2 transformer as a pickle with a payload")
    program = (
        "import sys\nfrom headshot_desktop.cli import main\n"
        f"code = main(['packs', 'inspect', {str(tmp_path / 'pack')!r}])\n"
        "heavy = {'torch', 'diffusers', 'transformers', 'safetensors', 'onnxruntime', 'numpy'}\n"
        "print(code, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.strip() == "3 []"
    assert done.stderr.startswith("headshot: “transformer/diffusion_pytorch_model.bin” may hold code")
    assert not list(tmp_path.rglob(MARK))


def test_headers_of_the_tests_are_what_they_should_be() -> None:
    assert header(["b", "a"])["b"]["data_offsets"] == [4, 8]
