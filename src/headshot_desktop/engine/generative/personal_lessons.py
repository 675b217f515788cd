"""What a personal model learns from: a family's frozen generator, the photos' latents, and the loss of one step.

Latents and prompt embeddings are computed once; the encoders are freed before the generator is loaded, so that the two
never share the card's memory.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 — the name that everybody knows it by

from headshot_desktop.core.errors import MachineError, ModelCorrupt
from headshot_desktop.core.packs import Family, Role
from headshot_desktop.engine.generative.job import Picture, Verified
from headshot_desktop.engine.generative.libraries import silence

Tensor = torch.Tensor

LOAD = {
    "local_files_only": True,
    "use_safetensors": True,
    "trust_remote_code": False,
    "low_cpu_mem_usage": True,
}
"""How every component is loaded: from this folder, and nothing that could run."""

KLEIN_LAYERS = (
    "attn.to_q",
    "attn.to_k",
    "attn.to_v",
    "attn.to_out.0",
    "attn.to_qkv_mlp_proj",
    "attn.add_q_proj",
    "attn.add_k_proj",
    "attn.add_v_proj",
    "attn.to_add_out",
)
"""Layers of klein's transformer that learn. Not `attn.to_out`: in the double blocks that is a list."""

STABLE_LAYERS = ("to_q", "to_k", "to_v", "to_out.0")
"""Layers of a UNet's attention that learn."""


@dataclass(frozen=True)
class Study:
    """One picture to learn from.

    Attributes:
        picture: (side, side, 3), head and shoulders.
        caption: of the scene, never of the face: what is not named is what is learned.
    """

    picture: Picture
    caption: str


class Lesson(Protocol):
    """A frozen generator with what it is to learn from.

    Attributes:
        model: the generator, a `torch.nn.Module` of diffusers, on the device; nothing in it learns yet.
        prefix: of its tensors' names in a LoRA file.
        layers: names of the layers that learn.
    """

    model: Any
    prefix: str
    layers: tuple[str, ...]

    def loss(self, numbers: Tensor, draw: torch.Generator) -> Tensor:
        """Of the pictures of these numbers, with noise and times from `draw`; a scalar."""
        ...


Beat = Callable[[], None]
"""Called within the work; raises to stop it."""


def lesson(pack: Verified, studies: Sequence[Study], device: torch.device, beat: Beat) -> Lesson:
    """Encode what is to be learned from, free the encoders and load the generator.

    Args:
        pack: of a family in `core.personal.FAMILIES`.
        studies: at least one; all of one size.
        device: where the training runs.
        beat: called between modules of the encoders.

    Raises:
        MachineError: the pack has no text encoder.
        ModelCorrupt: tensors are missing.
    """
    silence()
    if not (pack.folder / "text_encoder").is_dir():
        raise MachineError(
            "No personal model can be trained for this pack: it has no text encoder. Choose another pack.",
            code="no-text-encoder",
        )
    made = _Klein(pack, device) if pack.manifest.family is Family.KLEIN else _Stable(pack, device)
    with torch.no_grad():
        made.encode(studies, beat)
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    made.load()
    return made


def precision(device: torch.device) -> torch.dtype:
    """Of the frozen weights and the arithmetic."""
    return torch.bfloat16 if device.type == "cuda" else torch.float32


def _pixels(study: Study) -> Tensor:
    """(1, 3, side, side) float32 in [-1, 1], as every family's VAE takes it."""
    picture = torch.from_numpy(np.ascontiguousarray(study.picture)).permute(2, 0, 1)[None]
    return picture.to(torch.float32) / 127.5 - 1.0


def _generator(kind: Any, pack: Verified, folder: str, device: torch.device) -> Any:
    """The transformer or UNet to train on: the undistilled one where the pack brings it."""
    place: Path = pack.folder / pack.manifest.roles.get(Role.BASE, folder)
    model, told = kind.from_pretrained(place, dtype=precision(device), output_loading_info=True, **LOAD)
    if told["missing_keys"] or told["unexpected_keys"] or told["mismatched_keys"]:
        raise ModelCorrupt("Parts of this pack are missing. Import the pack again.", code="tensors-missing")
    model.requires_grad_(False)
    model.enable_gradient_checkpointing()
    return model.to(device)


class _Klein:
    """FLUX.2 klein: flow matching."""

    prefix: str = "transformer"
    layers: tuple[str, ...] = KLEIN_LAYERS

    def __init__(self, pack: Verified, device: torch.device) -> None:
        self._pack, self._device = pack, device
        self.model: Any = None

    def encode(self, studies: Sequence[Study], beat: Beat) -> None:
        from diffusers import Flux2KleinPipeline

        pipe = Flux2KleinPipeline.from_pretrained(
            self._pack.folder, transformer=None, dtype=precision(self._device), **LOAD
        )
        with beating(pipe.text_encoder, beat), beating(pipe.vae, beat):
            pipe.text_encoder.to(self._device)
            self._words = {
                caption: pipe.encode_prompt(prompt=caption, device=self._device)[0]
                for caption in dict.fromkeys(study.caption for study in studies)
            }
            self._texts = torch.cat([self._words[study.caption] for study in studies])
            self._text_places = pipe._prepare_text_ids(self._texts).to(self._device)
            pipe.text_encoder.to("cpu")
            pipe.vae.to(self._device, torch.float32)
            # The mode of the latents, no draw from them: the same photo is the same lesson.
            self._latents = torch.cat(
                [pipe._encode_vae_image(_pixels(study).to(self._device), generator=None) for study in studies]
            )
        self._places = pipe._prepare_latent_ids(self._latents[:1]).to(self._device)

    def load(self) -> None:
        from diffusers import Flux2Transformer2DModel

        self.model = _generator(Flux2Transformer2DModel, self._pack, "transformer", self._device)

    def loss(self, numbers: Tensor, draw: torch.Generator) -> Tensor:
        """The velocity from photo to noise, at times that are drawn logit-normally (Esser et al. 2024, 3.1)."""
        count, dtype = len(numbers), precision(self._device)
        latents = self._latents[numbers.to(self._device)]
        noise = torch.randn(latents.shape, generator=draw).to(self._device)
        time = torch.sigmoid(torch.randn(count, generator=draw)).to(self._device)
        mixed = torch.lerp(latents, noise, time.view(-1, 1, 1, 1))
        said = self.model(
            hidden_states=_packed(mixed).to(dtype),
            timestep=time.to(dtype),
            guidance=None,
            encoder_hidden_states=self._texts[numbers.to(self._device)],
            txt_ids=self._text_places[:1].expand(count, -1, -1),
            img_ids=self._places.expand(count, -1, -1),
            return_dict=False,
        )[0]
        return F.mse_loss(said.float(), _packed(noise - latents))


def _packed(latents: Tensor) -> Tensor:
    """(B, C, h, w) as klein's transformer takes it, (B, h·w, C)."""
    return latents.flatten(2).transpose(1, 2)


class _Stable:
    """SD 1.5 and SDXL: the noise, or the velocity where the pack's scheduler says so."""

    prefix: str = "unet"
    layers: tuple[str, ...] = STABLE_LAYERS

    def __init__(self, pack: Verified, device: torch.device) -> None:
        self._pack, self._device = pack, device
        self._large = pack.manifest.family is Family.SDXL
        self.model: Any = None

    def encode(self, studies: Sequence[Study], beat: Beat) -> None:
        pipe = self._encoders()
        parts = [pipe.text_encoder, *([pipe.text_encoder_2] if self._large else [])]
        with beating(pipe.vae, beat):
            for part in parts:
                part.to(self._device)
            told = [self._encoded(pipe, study.caption) for study in studies]
            self._texts = torch.cat([text for text, _ in told])
            pooled = [pooled for _, pooled in told if pooled is not None]
            self._pooled = torch.cat(pooled) if pooled else None
            for part in parts:
                part.to("cpu")
            pipe.vae.to(self._device, torch.float32)
            latents = [pipe.vae.encode(_pixels(study).to(self._device)).latent_dist.mode() for study in studies]
        self._latents = torch.cat(latents) * pipe.vae.config.scaling_factor
        self._learn_noise(pipe.scheduler)
        side = studies[0].picture.shape[0]
        self._sizes = torch.tensor([[side, side, 0, 0, side, side]], device=self._device, dtype=torch.float32)

    def _encoders(self) -> Any:
        from diffusers import StableDiffusionPipeline, StableDiffusionXLPipeline

        dtype = precision(self._device)
        if self._large:
            return StableDiffusionXLPipeline.from_pretrained(
                self._pack.folder, unet=None, add_watermarker=False, dtype=dtype, **LOAD
            )
        return StableDiffusionPipeline.from_pretrained(
            self._pack.folder, unet=None, safety_checker=None, requires_safety_checker=False, dtype=dtype, **LOAD
        )

    def _encoded(self, pipe: Any, caption: str) -> tuple[Tensor, Tensor | None]:
        if self._large:
            text, _, pooled, _ = pipe.encode_prompt(
                prompt=caption, device=self._device, num_images_per_prompt=1, do_classifier_free_guidance=False
            )
            return text, pooled
        return pipe.encode_prompt(caption, self._device, 1, do_classifier_free_guidance=False)[0], None

    def _learn_noise(self, scheduler: Any) -> None:
        from diffusers import DDPMScheduler

        kept = DDPMScheduler.from_config(scheduler.config)
        self._alphas = kept.alphas_cumprod.to(self._device, torch.float32)
        self._velocity = kept.config.prediction_type == "v_prediction"

    def load(self) -> None:
        from diffusers import UNet2DConditionModel

        self.model = _generator(UNet2DConditionModel, self._pack, "unet", self._device)

    def loss(self, numbers: Tensor, draw: torch.Generator) -> Tensor:
        """Squared error of the predicted noise (Ho et al. 2020, eq. 14) or velocity (Salimans and Ho 2022, eq. 11)."""
        count, dtype = len(numbers), precision(self._device)
        latents = self._latents[numbers.to(self._device)]
        noise = torch.randn(latents.shape, generator=draw).to(self._device)
        times = torch.randint(0, len(self._alphas), (count,), generator=draw).to(self._device)
        kept = self._alphas[times].view(-1, 1, 1, 1)
        mixed = kept.sqrt() * latents + (1 - kept).sqrt() * noise
        told: dict[str, Any] = {}
        if self._pooled is not None:
            rows = self._pooled[numbers.to(self._device)]
            told["added_cond_kwargs"] = {"text_embeds": rows, "time_ids": self._sizes.expand(count, -1).to(dtype)}
        if (width := self.model.config.time_cond_proj_dim) is not None:
            told["timestep_cond"] = _unguided(width, count).to(self._device, dtype)
        said = self.model(
            mixed.to(dtype),
            times,
            encoder_hidden_states=self._texts[numbers.to(self._device)],
            return_dict=False,
            **told,
        )[0]
        wanted = kept.sqrt() * noise - (1 - kept).sqrt() * latents if self._velocity else noise
        return F.mse_loss(said.float(), wanted)


def _unguided(width: int, count: int) -> Tensor:
    """The embedding of a guidance scale of 1, which a UNet distilled for LCM asks for: sines of 0, cosines of 0."""
    return torch.cat([torch.zeros(count, width // 2), torch.ones(count, width - width // 2)], dim=1)


class beating:  # noqa: N801 — a context, read as a word
    """Calls `beat` before each innermost module of a model works, so that work can be stopped within a step."""

    def __init__(self, model: Any, beat: Beat) -> None:
        self._model, self._beat = model, beat
        self._hooks: list[Any] = []

    def __enter__(self) -> None:
        for module in self._model.modules():
            if not any(True for _ in module.children()):
                self._hooks.append(module.register_forward_pre_hook(lambda *_: self._beat()))

    def __exit__(self, *_: object) -> None:
        for hook in self._hooks:
            hook.remove()
        self._hooks.clear()
