"""Parts of a pack, each loaded by a class that we name: from safetensors on this disk only, and no tensor amiss.

The libraries leave a tensor that is missing uninitialised or random without a word, so what they report of their
loading is read here. Every tensor is copied out of the file's mapping: the copy cannot change with the file, and it is
aligned wherever in the file it lay.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from headshot_desktop.core.errors import ModelCorrupt, ModelMissing
from headshot_desktop.core.pack_components import FORBIDDEN
from headshot_desktop.engine.generative import memory
from headshot_desktop.engine.generative.job import Plan, Weights

_LOCAL = {"local_files_only": True, "use_safetensors": True}

_HARMLESS = ("position_ids",)
"""Buffers that old checkpoints hold and the classes compute by themselves."""

_FAILED = (
    *(OSError, ImportError, ValueError, TypeError, AttributeError, LookupError),
    *(ArithmeticError, AssertionError, RuntimeError, SafetensorError),
)
"""What the libraries raise for a part that is not what it should be."""


def network(
    kind: Any, folder: Path, dtype: torch.dtype, *, ours: Any = None, beyond: Callable[[str], bool] | None = None
) -> Any:
    """Load a model of diffusers or transformers, ready for use.

    Args:
        kind: the class.
        folder: of the component.
        dtype: to hold it in.
        ours: a configuration of transformers that stands for the one in the folder.
        beyond: tells which further tensors the file may hold; none when left out.

    Raises:
        ModelCorrupt: it is no such model, or lacks a tensor or has one too many.
        OutOfMemory: it does not fit.
    """
    settings(folder)
    told = {"dtype": dtype, "output_loading_info": True, "variant": _variant(folder), **_LOCAL}
    if kind.__module__.startswith("transformers."):
        told |= {"trust_remote_code": False, "attn_implementation": "sdpa", **({"config": ours} if ours else {})}
    with reading(folder.name):
        made, info = kind.from_pretrained(folder, **told)
    _check(folder.name, info, beyond or (lambda _: False))
    _own(made)
    return made.eval().requires_grad_(False)


def quantise(model: Any, plan: Plan) -> Any:
    """Hold a model's large weights as the plan says; gives the model.

    FLOAT8 casts layer by layer from 8-bit storage; INT8 is weight-only by torchao. The rest is left as it was loaded.
    """
    if plan.weights is Weights.FLOAT8:
        from diffusers.hooks import apply_layerwise_casting

        apply_layerwise_casting(
            model,
            storage_dtype=torch.float8_e4m3fn,
            compute_dtype=compute_type(plan),
            # What is small and what decides the scale of everything keeps its precision.
            skip_modules_pattern=("norm", "embed", "pos_", "patch", "^proj_in$", "^proj_out$", "lm_head"),
        )
    elif plan.weights is Weights.INT8:
        from torchao.quantization import Int8WeightOnlyConfig, quantize_

        quantize_(model, Int8WeightOnlyConfig(version=2))
    return model


def compute_type(plan: Plan) -> torch.dtype:
    """The dtype of the arithmetic."""
    return {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}[plan.compute]


def held_type(plan: Plan) -> torch.dtype:
    """The dtype that the generator is loaded in, before `quantise`."""
    plain = {
        Weights.FLOAT32: torch.float32,
        Weights.BFLOAT16: torch.bfloat16,
        Weights.FLOAT16: torch.float16,
    }
    return plain.get(plan.weights, compute_type(plan))


def tensors(path: Path, part: str) -> dict[str, torch.Tensor]:
    """All tensors of a safetensors file, on the CPU.

    Raises:
        ModelMissing: it is not there.
        ModelCorrupt: it is none.
    """
    if path.suffix != ".safetensors" or not path.is_file():
        raise ModelMissing("The pack has no “{part}”. Get the pack again.", code="pack-part-missing", part=part)
    with reading(part):
        return {name: tensor.clone() for name, tensor in load_file(path).items()}


def settings(folder: Path) -> dict[str, Any]:
    """The configuration of a component.

    Raises:
        ModelMissing: there is none.
        ModelCorrupt: it cannot be read, or asks for code or for another backend.
    """
    path = folder / "config.json"
    if not path.is_file():
        raise ModelMissing("The pack has no “{part}”. Get the pack again.", code="pack-part-missing", part=folder.name)
    with reading(folder.name):
        read = json.loads(path.read_text("utf-8"))
    if not isinstance(read, dict) or any(read.get(key) is not None for key in FORBIDDEN):
        raise corrupt(folder.name)
    return read


def index(folder: Path) -> dict[str, Any]:
    """The pipeline's own settings, `model_index.json`; errors as `settings`."""
    with reading("model_index.json"):
        read: dict[str, Any] = json.loads((folder / "model_index.json").read_text("utf-8"))
        return dict(read)


def scheduler(kinds: tuple[Any, ...], folder: Path) -> dict[str, Any]:
    """The configuration of a pack's scheduler, with its class, which is one of `kinds`, under `kind`.

    Raises:
        ModelCorrupt: it is of another class, or cannot be read.
    """
    with reading("scheduler"):
        read = json.loads((folder / "scheduler_config.json").read_text("utf-8"))
        named = {kind.__name__: kind for kind in kinds}
        return {**read, "kind": named[read["_class_name"]]}


def tokenizer(kind: Any, folder: Path, words: int, needed: tuple[str, ...], template: str = "") -> Any:
    """A tokenizer with our own chat template, fit for a text encoder.

    Args:
        kind: the class.
        folder: of the tokenizer.
        words: how many the text encoder knows.
        needed: tokens that it must have, each a single one.
        template: for chats, in Jinja; the pack's own is never used.

    Raises:
        ModelCorrupt: it cannot be read, or does not fit the text encoder.
    """
    with reading(folder.name):
        made = kind.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
        made.chat_template = template or None
        known = made.get_vocab()
        if max(known.values()) >= words or any(word not in known for word in needed):
            raise ValueError("it does not fit the text encoder")
    return made


@contextmanager
def reading(part: str) -> Iterator[None]:
    """Turn what the libraries raise on a part that is not right into `ModelCorrupt`, and undo what they leave set."""
    before = torch.get_default_dtype()
    try:
        yield
    except _FAILED as error:
        if memory.ran_out(error):
            raise memory.refusal() from None
        raise corrupt(part) from error
    except MemoryError:
        raise memory.refusal() from None
    finally:
        # diffusers sets it while it builds a model, and leaves it so when that fails.
        torch.set_default_dtype(before)


def corrupt(part: str) -> ModelCorrupt:
    """What is said of a part that cannot be used."""
    return ModelCorrupt(
        "The part “{part}” of the model pack is not right. Get the pack again.", code="pack-part-bad", part=part
    )


def _variant(folder: Path) -> str | None:
    """`fp16` where a component has only files of that variant, as some public downloads do."""
    names = {path.name for path in folder.iterdir()}
    for stem in ("diffusion_pytorch_model", "model"):
        if f"{stem}.safetensors" in names or f"{stem}.safetensors.index.json" in names:
            return None
    return "fp16" if any(".fp16" in name for name in names) else None


def _check(part: str, info: dict[str, Any], beyond: Callable[[str], bool]) -> None:
    unexpected = [key for key in info.get("unexpected_keys", ()) if not key.endswith(_HARMLESS) and not beyond(key)]
    missing = [key for key in info.get("missing_keys", ()) if not key.endswith(_HARMLESS)]
    if unexpected or missing or info.get("mismatched_keys") or info.get("error_msgs"):
        raise corrupt(part)


def _own(model: torch.nn.Module) -> None:
    """Copy every tensor out of the mapped file."""
    for tensor in [*model.parameters(), *model.buffers()]:
        if tensor.is_meta:
            raise corrupt(type(model).__name__)
        tensor.data = tensor.data.clone()
