"""What a personal model learns from: a family's frozen generator, the photos' latents, and the loss of one step.

Latents and prompt embeddings are computed once; the encoders are freed before the generator is loaded, so that the two
never share the card's memory.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 — the name that everybody knows it by

from headshot_desktop.core.errors import MachineError
from headshot_desktop.core.packs import Family, Role
from headshot_desktop.engine.generative import loading, memory
from headshot_desktop.engine.generative.job import Device, Job, Picture, Plan, Verified, Weights
from headshot_desktop.engine.generative.libraries import silence

if TYPE_CHECKING:
    from headshot_desktop.engine.generative.families.sampling import FamilySampler

Tensor = torch.Tensor

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
        MachineError: the pack has neither a text encoder nor embeddings.
        ModelCorrupt: a part of the pack is not right.
        OutOfMemory: it does not fit.
    """
    silence()
    made = _Klein(pack, device) if pack.manifest.family is Family.KLEIN else _Stable(pack, device)
    with torch.no_grad():
        made.take_words(_conditions(pack, studies, device, beat))
        memory.give_back()
        made.take_pictures(studies, beat)
    memory.give_back()
    made.load()
    return made


def _conditions(pack: Verified, studies: Sequence[Study], device: torch.device, beat: Beat) -> dict[str, Tensor]:
    """What the text encoders make of each caption, by the names that pipelines use, (N, …) each."""
    from headshot_desktop.engine.generative import samplers

    cuda = device.type == "cuda"
    weights = Weights.BFLOAT16 if cuda else Weights.FLOAT32
    plan = Plan(Device.CUDA if cuda else Device.CPU, weights, weights.value, two_phase=False)
    sampler = cast("FamilySampler", samplers.load(pack, plan))
    asked = Job("", (), studies[0].picture.shape[1], studies[0].picture.shape[0], 1, 0, embedding=_preset(pack))
    try:
        told = [sampler.conditions(replace(asked, prompt=study.caption), lambda _: beat()) for study in studies]
    finally:
        sampler.close()
    return {name: torch.cat([each[name] for each in told]).to(device) for name in told[0]}


def _preset(pack: Verified) -> str:
    """The embedding that stands for all captions of a pack without a text encoder; else empty."""
    if (pack.folder / "text_encoder").is_dir():
        return ""
    folder = pack.manifest.roles.get(Role.EMBEDDINGS, "/")
    names = sorted(Path(file.path).stem for file in pack.manifest.files if file.path.startswith(f"{folder}/"))
    if not names:
        raise MachineError(
            "No personal model can be trained for this pack: it has no text encoder. Choose another pack.",
            code="no-text-encoder",
        )
    return names[0]


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
    model = loading.network(kind, place, precision(device))
    model.enable_gradient_checkpointing()
    return model.to(device)


class _Klein:
    """FLUX.2 klein: flow matching."""

    prefix: str = "transformer"
    layers: tuple[str, ...] = KLEIN_LAYERS

    def __init__(self, pack: Verified, device: torch.device) -> None:
        self._pack, self._device = pack, device
        self.model: Any = None

    def take_words(self, conditions: dict[str, Tensor]) -> None:
        from diffusers import Flux2KleinPipeline

        self._texts = conditions["prompt_embeds"]
        self._text_places = Flux2KleinPipeline._prepare_text_ids(self._texts[:1]).to(self._device)

    def take_pictures(self, studies: Sequence[Study], beat: Beat) -> None:
        from diffusers import AutoencoderKLFlux2, Flux2KleinPipeline

        vae = loading.network(AutoencoderKLFlux2, self._pack.folder / "vae", torch.float32).to(self._device)
        raw = Flux2KleinPipeline._patchify_latents(_modes(vae, studies, self._device, beat))
        mean, variance = (each.view(1, -1, 1, 1) for each in (vae.bn.running_mean, vae.bn.running_var))
        self._latents = (raw - mean) / torch.sqrt(variance + vae.config.batch_norm_eps)
        self._places = Flux2KleinPipeline._prepare_latent_ids(self._latents[:1]).to(self._device)

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
            txt_ids=self._text_places.expand(count, -1, -1),
            img_ids=self._places.expand(count, -1, -1),
            return_dict=False,
        )[0]
        return F.mse_loss(said.float(), _packed(noise - latents))


def _modes(vae: Any, studies: Sequence[Study], device: torch.device, beat: Beat) -> Tensor:
    """The pictures' latents: their mode and no draw from them, so that the same photo is the same lesson."""
    with beating(vae, beat):
        return torch.cat([vae.encode(_pixels(study).to(device)).latent_dist.mode() for study in studies])


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

    def take_words(self, conditions: dict[str, Tensor]) -> None:
        self._texts = conditions["prompt_embeds"]
        self._pooled = conditions["pooled_prompt_embeds"] if self._large else None

    def take_pictures(self, studies: Sequence[Study], beat: Beat) -> None:
        from diffusers import AutoencoderKL

        vae = loading.network(AutoencoderKL, self._pack.folder / "vae", torch.float32).to(self._device)
        self._latents = _modes(vae, studies, self._device, beat) * vae.config.scaling_factor
        grey = Study(np.full_like(studies[0].picture, 127), "")
        self._grey = _modes(vae, [grey], self._device, beat) * vae.config.scaling_factor
        self._learn_noise()
        side = studies[0].picture.shape[0]
        self._sizes = torch.tensor([[side, side, 0, 0, side, side]], device=self._device, dtype=torch.float32)

    def _learn_noise(self) -> None:
        from diffusers import DDPMScheduler

        with loading.reading("scheduler"):
            kept = DDPMScheduler.from_pretrained(self._pack.folder / "scheduler", local_files_only=True)
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
        if self.model.config.in_channels != latents.shape[1]:
            # A UNet for painting into pictures: here all of it is to be painted, over nothing but grey.
            whole = torch.ones_like(latents[:, :1])
            mixed = torch.cat([mixed, whole, self._grey.expand(count, -1, -1, -1)], dim=1)
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
