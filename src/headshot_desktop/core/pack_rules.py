"""What a pack may hold: every file of it judged by standard-library code, before a library that loads it is imported.

The rules come from 30 hostile packs that were tried on the libraries themselves; see `docs/packs.md`.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from headshot_desktop.core import strict_json
from headshot_desktop.core.errors import PackRefused
from headshot_desktop.core.onnx_files import LARGEST, check_onnx
from headshot_desktop.core.pack_components import (
    COMPONENTS,
    Component,
    check_config,
    check_index,
    check_keys,
    check_template,
    missing,
)
from headshot_desktop.core.pack_paths import check_kind, suffix_of
from headshot_desktop.core.pack_tensors import adapter_missing, implied, plain
from headshot_desktop.core.packs import Family, Manifest, Role
from headshot_desktop.core.tensor_files import Tensor, tensors

Opener = Callable[[str], BinaryIO]
"""Gives a file of the pack by its path, open for reading at its beginning."""

INDEX = "model_index.json"

LARGEST_TEXT = 32 << 20
"""Bytes of a tokenizer's table or a text; the largest public one has 11 MB."""

_TOKENIZER_FILES = frozenset(
    {
        *("tokenizer.json", "tokenizer_config.json", "vocab.json", "merges.txt", "vocab.txt", "added_tokens.json"),
        *("special_tokens_map.json", "chat_template.jinja", "chat_template.json", "spiece.model"),
        *("preprocessor_config.json", "processor_config.json", "video_preprocessor_config.json"),
    }
)
_CONFIGS = frozenset({"config.json", "scheduler_config.json", "generation_config.json"})
_TABLES = frozenset({"tokenizer.json", "vocab.json"})
"""Of words, not of settings: any key may come in them."""

_SHARD = re.compile(r"-(\d{5})-of-(\d{5})\.safetensors")

_BASES: Mapping[Family, str] = {
    Family.KLEIN: "Flux2Transformer2DModel",
    Family.QWEN: "QwenImageTransformer2DModel",
    Family.SDXL: "UNet2DConditionModel",
    Family.SD15: "UNet2DConditionModel",
}


def check_contents(manifest: Manifest, open_file: Opener) -> None:
    """Refuse a pack whose files are not what a pack of its family holds.

    Args:
        manifest: what the pack says of itself.
        open_file: gives its files.

    Raises:
        PackRefused: the first reason, with a code of its own for each.
    """
    for error in _Check(manifest, open_file).found():
        raise error


def findings(manifest: Manifest, open_file: Opener) -> tuple[PackRefused, ...]:
    """Everything for which `check_contents` would refuse a pack, as far as it can be told at once."""
    return tuple(_Check(manifest, open_file).found())


def check_names(manifest: Manifest) -> None:
    """The part of `check_contents` that needs no file: kinds of files."""
    for file in manifest.files:
        check_kind(file.path)


class _Check:
    """One pack under judgement; `left` are the files that nothing has asked for yet."""

    def __init__(self, manifest: Manifest, open_file: Opener) -> None:
        self.manifest, self._open = manifest, open_file
        self.sizes = {file.path: file.size for file in manifest.files}
        self.left = set(self.sizes)
        self.configs: dict[str, Mapping[str, Any]] = {}

    def found(self) -> Iterator[PackRefused]:
        """What is wrong, one after the other, as it is found."""
        wrong = False
        for step in self._steps():
            try:
                step()
            except PackRefused as error:
                wrong = True
                yield error
        if self.left and not wrong:
            yield PackRefused(
                "“{name}” belongs to no part of the pack. Leave it out.", code="pack-extra-file", name=min(self.left)
            )

    def _steps(self) -> Iterator[Callable[[], None]]:
        for file in self.manifest.files:
            yield partial(check_kind, file.path)
        parts: dict[str, str] = {}
        yield partial(self.index, parts)
        if not parts:
            return
        for name, component in COMPONENTS[self.manifest.family].items():
            yield partial(self.component, name, component, parts.get(name, ""))
        yield from self.roles(self.manifest.roles)
        for lora in self.manifest.loras:
            yield partial(self.lora, lora.path)

    def index(self, parts: dict[str, str]) -> None:
        if INDEX not in self.sizes:
            raise missing("table of parts", INDEX)
        parts.update(check_index(self.manifest.family, self.json(INDEX)))

    def roles(self, roles: Mapping[Role, str]) -> Iterator[Callable[[], None]]:
        """The parts besides the generator."""
        stem = "diffusion_pytorch_model"
        if Role.DECODER in roles:
            yield partial(self.model, roles[Role.DECODER], "AutoencoderTiny", stem, "tiny decoder")
        if Role.BASE in roles:
            yield partial(self.model, roles[Role.BASE], _BASES[self.manifest.family], stem, "base model")
        if Role.ADAPTER in roles:
            yield partial(self.adapter, roles[Role.ADAPTER])
        if Role.EMBEDDINGS in roles:
            yield partial(self.embeddings, roles[Role.EMBEDDINGS])
        for role in (Role.RECOGNISER, Role.UPSCALER, Role.SAFETY):
            if role in roles:
                yield partial(self.onnx, roles[role])

    # ------------------------------------------------------------------ parts

    def component(self, name: str, component: Component, kind: str) -> None:
        if not kind:
            if component.needed and not (component.text and Role.EMBEDDINGS in self.manifest.roles):
                raise missing(component.words, name)
            self.settings(name)  # a processor comes without being named
            return
        stood_for = component.text and Role.EMBEDDINGS in self.manifest.roles
        if (stood_for or not component.needed) and not any(path.startswith(f"{name}/") for path in self.sizes):
            return  # named, not there and never loaded
        if component.weights:
            self.model(name, kind, component.weights, component.words)
            return
        self.settings(name)
        if name == "scheduler":
            self.scheduler(component, kind)
        words = {f"{name}/{each}" for each in ("tokenizer.json", "vocab.json")}
        if component.words == "tokenizer" and not words & set(self.sizes):
            raise missing(component.words, f"{name}/tokenizer.json")

    def scheduler(self, component: Component, kind: str) -> None:
        """Its settings may name another scheduler than the table of parts does, but none that is never loaded."""
        path = "scheduler/scheduler_config.json"
        if path not in self.sizes:
            raise missing(component.words, path)
        config = self.json(path)
        named = str(config.get("_class_name", kind)) if isinstance(config, dict) else kind
        check_config(config, named if ("diffusers", named) in component.classes else kind, path)

    def settings(self, folder: str) -> None:
        """The texts of a folder: settings, and tables of words."""
        for path in self.inside(folder):
            name = PurePosixPath(path).name
            if name in _TOKENIZER_FILES | _CONFIGS:
                self.left.discard(path)
                self.text(path, name)

    def text(self, path: str, name: str) -> None:
        if self.sizes[path] > LARGEST_TEXT:
            raise PackRefused("“{name}” is larger than any text of a pack.", code="pack-too-large", name=path)
        if suffix_of(path) == ".jinja":
            check_template(self.plain(path), path)
        if suffix_of(path) != ".json":
            return
        value = self.json(path, LARGEST_TEXT if name in _TABLES else strict_json.MOST_BYTES)
        if name not in _TABLES:
            check_keys(value, path)
            check_template(value.get("chat_template") if isinstance(value, dict) else None, path)

    def model(self, folder: str, kind: str, stem: str, words: str) -> None:
        """A part with weights: its settings, its tensors, and whether the one implies the other."""
        path = f"{folder}/config.json"
        if path not in self.sizes:
            raise missing(words, path)
        self.settings(folder)
        config = check_config(self.json(path), kind, path)
        self.configs[folder] = config
        names = self.weights(folder, stem, words)
        try:
            wanted = implied(kind, config)
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            raise PackRefused(
                "“{name}” cannot be understood. Get the pack again.", code="pack-bad-config", name=path
            ) from None
        if lacking := sorted(wanted - plain(names)):
            raise self.tensor_missing(folder, lacking[0])

    def weights(self, folder: str, stem: str, words: str) -> set[str]:
        """Names of the tensors of a folder, from one file or from shards."""
        single, index = f"{folder}/{stem}.safetensors", f"{folder}/{stem}.safetensors.index.json"
        if index in self.sizes:
            return self.shards(folder, stem, index)
        if single not in self.sizes:
            raise missing(words, single)
        return set(self.tensors(single))

    def shards(self, folder: str, stem: str, index: str) -> set[str]:
        self.left.discard(index)
        table = self.json(index, LARGEST_TEXT)
        places = table.get("weight_map") if isinstance(table, dict) else None
        if not isinstance(places, dict) or not all(isinstance(each, str) for each in places.values()):
            raise PackRefused("“{name}” cannot be understood. Get the pack again.", code="pack-bad-config", name=index)
        found: dict[str, str] = {}
        for shard in sorted(set(places.values())):
            path = f"{folder}/{shard}"
            if not shard.startswith(stem) or not _SHARD.fullmatch(shard[len(stem) :]):
                raise PackRefused(
                    "“{name}” leads to a file that is no part of it. Do not use this pack.",
                    code="pack-bad-path",
                    name=index,
                )
            if path not in self.sizes:
                raise missing("part of the weights", path)
            found |= dict.fromkeys(self.tensors(path), shard)
        wrong = [name for name, shard in places.items() if found.get(name) != shard]
        if wrong or set(found) - set(places):
            raise self.tensor_missing(folder, (wrong or sorted(set(found) - set(places)))[0])
        return set(found)

    def adapter(self, folder: str) -> None:
        unet = self.configs.get("unet")
        if unet is None:
            raise PackRefused(
                "This family has no use for an adapter. Leave it out of the pack.", code="pack-extra-file"
            )
        self.model(f"{folder}/image_encoder", "CLIPVisionModelWithProjection", "model", "image encoder of the adapter")
        self.settings(f"{folder}/image_encoder")
        files = [path for path in self.inside(folder) if path.endswith(".safetensors")]
        if len(files) != 1:
            raise missing("adapter", f"{folder}/*.safetensors")
        names = {name.replace("image_proj.0.", "image_proj.") for name in self.tensors(files[0])}
        crossings = sum(name.endswith(".attn2.to_k.weight") for name in implied("UNet2DConditionModel", unet))
        if "image_proj.latents" not in names:
            raise PackRefused(
                "“{name}” is no IP-Adapter plus. Those named FaceID rest on weights that companies may not use.",
                code="pack-wrong-adapter",
                name=files[0],
            )
        if lacking := adapter_missing(names, crossings):
            raise self.tensor_missing(folder, lacking)

    def embeddings(self, folder: str) -> None:
        found = [path for path in self.inside(folder) if suffix_of(path) == ".safetensors"]
        if not found:
            raise missing("prompt embeddings", f"{folder}/*.safetensors")
        for path in found:
            self.tensors(path)

    def lora(self, path: str) -> None:
        names = self.tensors(path) if path in self.left else {"lora": None}
        if not any("lora" in name.lower() for name in names):
            raise PackRefused("“{name}” is no LoRA. Leave it out of the pack.", code="pack-wrong-lora", name=path)

    def onnx(self, path: str) -> None:
        if self.sizes[path] > LARGEST:
            raise PackRefused("“{name}” is larger than any model of its kind.", code="pack-too-large", name=path)
        self.left.discard(path)
        with self._open(path) as source:
            check_onnx(_whole(source), path)

    # ------------------------------------------------------------------ files

    def inside(self, folder: str) -> list[str]:
        """The files that lie directly in a folder and are not yet accounted for."""
        return [path for path in sorted(self.left) if path.rpartition("/")[0] == folder]

    def json(self, path: str, most: int = strict_json.MOST_BYTES) -> Any:
        self.left.discard(path)
        with self._open(path) as source:
            text = _up_to(source, most + 1)
        try:
            return strict_json.read(text, most)
        except strict_json.BadJson as error:
            raise PackRefused(
                "“{name}” cannot be read: {why}. Get the pack again.", code="pack-bad-json", name=path, why=str(error)
            ) from None

    def plain(self, path: str) -> str:
        with self._open(path) as source:
            return _up_to(source, self.sizes[path]).decode("utf-8", "replace")

    def tensors(self, path: str) -> Mapping[str, Tensor]:
        self.left.discard(path)
        with self._open(path) as source:
            return tensors(source, self.sizes[path], path)

    @staticmethod
    def tensor_missing(folder: str, name: str) -> PackRefused:
        return PackRefused(
            "The weights in “{folder}” are not whole: “{name}” is missing or in another place. Get the pack again.",
            code="pack-tensor-missing",
            folder=folder,
            name=name[:120] if name.isprintable() else "?",
        )


def _up_to(source: BinaryIO, most: int) -> bytes:
    pieces: list[bytes] = []
    while most and (piece := source.read(most)):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _whole(source: BinaryIO) -> bytes | memoryview:
    """The content of a file: mapped where it lies on a disk, read where it comes out of an archive."""
    try:
        return memoryview(mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return _up_to(source, LARGEST + 1)
