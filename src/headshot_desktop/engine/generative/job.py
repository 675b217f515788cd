"""What the parts of the Generative engine hand each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from headshot_desktop.core.packs import Manifest

Picture = npt.NDArray[np.uint8]
"""(H, W, 3) uint8, RGB, sRGB-encoded."""
Mask = npt.NDArray[np.uint8]
"""(H, W) uint8; 255 is made anew, 0 is kept."""


class Device(StrEnum):
    """Class of device that a picture is computed on; it is one of the things that decide the pixels."""

    CUDA = "cuda"
    ROCM = "rocm"
    MPS = "mps"
    CPU = "cpu"


class Weights(StrEnum):
    """How the transformer's or UNet's weights are held."""

    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    FLOAT16 = "float16"
    FLOAT8 = "float8"
    """float8_e4m3fn storage, computed in bfloat16 (layerwise casting)."""
    INT8 = "int8"
    """torchao weight-only int8."""


class Offload(StrEnum):
    """What is moved off the device while it is not at work."""

    NONE = "none"
    MODEL = "model"
    GROUP = "group"


@dataclass(frozen=True)
class Plan:
    """How a pack is run on this machine; `plan.planned` decides it, `ladder` changes it when memory runs out.

    Attributes:
        device: where it runs.
        weights: of the generator.
        compute: dtype of the arithmetic: `float32`, `bfloat16` or `float16`.
        offload: see `Offload`.
        two_phase: whether the text encoder is loaded, used and freed before the generator is loaded.
        tile: pixels of a VAE tile; 0 for none.
        reference: pixels of the longer side of a reference.
        most_references: references used at most.
        side: pixels of the longer side of the generated picture at most; multiple of 16.
        tiny_decoder: whether the pack's `AutoencoderTiny` also makes the final picture.
        presets_only: whether the text encoder fits nowhere, so that only the pack's own prompt embeddings can be used.
        told: what the person should know of it, in sentences.
    """

    device: Device
    weights: Weights
    compute: str
    offload: Offload = Offload.NONE
    two_phase: bool = True
    tile: int = 0
    reference: int = 768
    most_references: int = 3
    side: int = 1024
    tiny_decoder: bool = False
    presets_only: bool = False
    told: tuple[str, ...] = ()


Stamp = tuple[int, ...]
"""What changes when a file does, or when another one takes its place."""


@dataclass(frozen=True)
class Verified:
    """A pack whose every file was compared with its manifest just now.

    Attributes:
        folder: where it lies.
        manifest: what it says.
        stamps: of its files by their paths in it, from before they were compared: what is read later and has another
            one is not what was compared.
    """

    folder: Path
    manifest: Manifest
    stamps: Mapping[str, Stamp] = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """One picture to generate.

    Attributes:
        prompt: what is wanted.
        negative: what is not; only where the family knows it.
        embedding: name of prompt embeddings of the pack that stand for `prompt`; empty for none.
        references: of the person, head and shoulders, already small enough.
        width: pixels, multiple of 16.
        height: pixels, multiple of 16.
        base: for inpainting, (height, width, 3); None for a wholly new picture.
        mask: for inpainting, (height, width).
        strength: 0–1, how far the masked part may leave the base.
        steps: denoising steps.
        guidance: classifier-free guidance scale; 1 for none.
        seed: of the noise.
    """

    prompt: str
    references: tuple[Picture, ...]
    width: int
    height: int
    steps: int
    seed: int
    negative: str = ""
    embedding: str = ""
    base: Picture | None = field(default=None, repr=False)
    mask: Mask | None = field(default=None, repr=False)
    strength: float = 1.0
    guidance: float = 1.0


@dataclass(frozen=True)
class Step:
    """How far a generation is.

    Attributes:
        stage: `text`, `denoise` or `decode`.
        done: steps finished.
        of: steps in all.
        preview: what there is to see, decoded from the latents; None when there is nothing new.
    """

    stage: str
    done: int
    of: int
    preview: Picture | None = None


OnStep = Callable[[Step], None]
"""Told of each step; called also between modules, where it may raise `Cancelled` to stop the job."""


class Sampler(Protocol):
    """One family's pipeline, loaded. One job at a time."""

    def generate(self, job: Job, on_step: OnStep, *, live: bool = False) -> Picture:
        """Make the picture, (height, width, 3). The same job on the same device class gives the same pixels.

        Args:
            job: what to make.
            on_step: told before each module call at least every 0.1 s of work, so that a cancel is heard in a step.
            live: whether steps carry previews, at most five a second.

        Raises:
            Cancelled: `on_step` raised it; memory is given back, and the next job is as if it had not been.
            OutOfMemory: on the device or in the machine; the caller may come down the ladder.
        """
        ...

    def close(self) -> None:
        """Give all memory back."""
        ...
