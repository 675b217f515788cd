"""Model packs as values: what a `pack.json` says.

A pack is a folder in the layout of diffusers (`model_index.json` and a folder for each component) with `pack.json` at
its top and, where somebody has signed it, `pack.sig`. What is in its files is judged elsewhere (`core.pack_rules`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FORMAT = 1
"""Of `pack.json`."""

MANIFEST, SIGNATURE = "pack.json", "pack.sig"


class Family(StrEnum):
    """Which of our loaders reads a pack."""

    KLEIN = "flux2-klein"
    QWEN = "qwen-image-edit-plus"
    SDXL = "sdxl"
    SD15 = "sd15"


class Role(StrEnum):
    """What a part of a pack is for."""

    GENERATOR = "generator"
    """The diffusion pipeline itself: the pack's own folder, `.`."""
    ADAPTER = "adapter"
    """An IP-Adapter plus-face: a folder with one `.safetensors` file and `image_encoder`."""
    RECOGNISER = "recogniser"
    """An ONNX file that turns an aligned face, (1, 3, 112, 112) float32 RGB in [-1, 1], into an embedding, (1, N)."""
    DECODER = "decoder"
    """A folder with an `AutoencoderTiny`, for quick previews and slow machines."""
    UPSCALER = "upscaler"
    """An ONNX file, (1, 3, H, W) float32 RGB in [0, 1] to (1, 3, kH, kW) with a whole k."""
    SAFETY = "safety"
    """An ONNX file, (1, 3, 224, 224) float32 RGB in [0, 1], to probabilities (1, 2): of nudity, of a minor."""
    EMBEDDINGS = "embeddings"
    """A folder with prompt embeddings, `<name>.safetensors`, so that the text encoder need not be loaded."""
    BASE = "base"
    """A folder with the undistilled transformer that a personal model is trained on; without it the generator's own."""


class Company(StrEnum):
    """Whether the licence lets a company use the pack."""

    YES = "yes"
    NO = "no"
    CONDITIONS = "conditions"
    """Under conditions that the pack's maker names."""


@dataclass(frozen=True)
class Licence:
    """Under which terms a pack's weights may be used.

    Attributes:
        name: as its authors call it, an SPDX name where there is one.
        company: whether a company may use it.
        note: one sentence on the conditions; may be empty.
    """

    name: str
    company: Company
    note: str = ""


@dataclass(frozen=True)
class PackFile:
    """One file of a pack.

    Attributes:
        path: below the pack's folder, with `/`.
        size: bytes.
        sha256: of its content, 64 hexadecimal digits.
    """

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Defaults:
    """How a pack wants to be run.

    Attributes:
        steps: denoising steps.
        guidance: classifier-free guidance scale; 1 for distilled models.
        side: pixels of the longer side that the model was made for.
        scheduler: `lcm`, or empty for the pack's own.
    """

    steps: int = 4
    guidance: float = 1.0
    side: int = 1024
    scheduler: str = ""


@dataclass(frozen=True)
class Lora:
    """A LoRA file that belongs to a pack.

    Attributes:
        path: of the `.safetensors` file, below the pack's folder.
        scale: 0–2.
    """

    path: str
    scale: float = 1.0


@dataclass(frozen=True)
class Manifest:
    """What `pack.json` says.

    Attributes:
        id: `[a-z0-9][a-z0-9.-]{0,63}`; also the name of its folder once it is imported.
        name: for people.
        version: of the pack.
        family: which loader reads it.
        licence: of the weights.
        roles: for each role its folder or file, below the pack's folder.
        files: all of them, but `pack.json` and `pack.sig`.
        defaults: how it wants to be run.
        loras: attached to the generator, in order.
        digest: SHA-256 of the bytes of `pack.json`, hexadecimal: the pack's identity.
    """

    id: str
    name: str
    version: str
    family: Family
    licence: Licence
    roles: Mapping[Role, str]
    files: tuple[PackFile, ...]
    defaults: Defaults = field(default_factory=Defaults)
    loras: tuple[Lora, ...] = ()
    digest: str = ""
