"""Stable Diffusion XL and 1.5, with an IP-Adapter plus-face: for small graphics cards and for no graphics card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderTiny,
    DDIMScheduler,
    DPMSolverMultistepScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    LCMScheduler,
    PNDMScheduler,
    StableDiffusionInpaintPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLInpaintPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from PIL import Image
from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

from headshot_desktop.core.packs import Family, Role
from headshot_desktop.engine.generative import adapter, loading, pictures
from headshot_desktop.engine.generative.families.sampling import Conditions, FamilySampler, fits, plain_words
from headshot_desktop.engine.generative.job import Job, Picture

SCHEDULERS = (
    EulerDiscreteScheduler,
    EulerAncestralDiscreteScheduler,
    DDIMScheduler,
    PNDMScheduler,
    DPMSolverMultistepScheduler,
    LCMScheduler,
)
"""What may stand in `scheduler_config.json`; `core.pack_components` has the same names."""

_WORDS = ("<|startoftext|>", "<|endoftext|>")
_SEEN = "people"
"""Name of what the image encoder sees, among the conditions."""


class StableSampler(FamilySampler):
    """SDXL or SD 1.5."""

    GENERATOR = "unet"

    @property
    def _large(self) -> bool:
        return self._pack.manifest.family is Family.SDXL

    # ------------------------------------------------------------------------------------------ conditions

    def _load_encoders(self, job: Job) -> dict[str, Any]:
        dtype, made = loading.compute_type(self._plan), {}
        if not job.embedding and "text_encoder" not in self._encoders:
            kinds = {"": CLIPTextModel, **({"_2": CLIPTextModelWithProjection} if self._large else {})}
            for suffix, kind in kinds.items():
                encoder = loading.network(kind, self._folder(f"text_encoder{suffix}"), dtype)
                folder, known = self._folder(f"tokenizer{suffix}"), encoder.config.vocab_size
                made[f"text_encoder{suffix}"] = encoder
                made[f"tokenizer{suffix}"] = loading.tokenizer(CLIPTokenizer, folder, known, _WORDS)
        if self._adapter and job.references and "image_encoder" not in self._encoders:
            made["image_encoder"] = adapter.encoder(self._folder(self._adapter), dtype)
        return made

    def _encode(self, job: Job, encoders: dict[str, Any]) -> Conditions:
        made: Conditions = {}
        if not job.embedding:
            made = self._text(job, {name: part for name, part in encoders.items() if name != "image_encoder"})
        if self._adapter and job.references:
            people = pictures.references(job.references, self._plan)
            made[_SEEN] = adapter.seen(encoders["image_encoder"], people, self._guided(job))
        return made

    def _text(self, job: Job, encoders: dict[str, Any]) -> Conditions:
        names: tuple[str, ...] = ("prompt_embeds", "negative_prompt_embeds")
        if self._large:
            pipe = StableDiffusionXLPipeline(
                vae=None, unet=None, scheduler=None, add_watermarker=False, **self._zeros, **encoders
            )
            names += ("pooled_prompt_embeds", "negative_pooled_prompt_embeds")
        else:
            pipe = StableDiffusionPipeline(
                vae=None,
                unet=None,
                scheduler=None,
                safety_checker=None,
                feature_extractor=None,
                requires_safety_checker=False,
                **encoders,
            )
        encoded = pipe.encode_prompt(
            plain_words(job.prompt),
            device=self._device,
            num_images_per_prompt=1,
            do_classifier_free_guidance=self._guided(job),
            negative_prompt=plain_words(job.negative) or None,
        )
        return {name: tensor for name, tensor in zip(names, encoded, strict=True) if tensor is not None}

    @property
    def _zeros(self) -> dict[str, bool]:
        """SDXL base was trained with zeros for an empty text; packs say so in their index."""
        return {"force_zeros_for_empty_prompt": bool(self._index.get("force_zeros_for_empty_prompt", True))}

    @property
    def _index(self) -> dict[str, Any]:
        return loading.index(self._folder("model_index.json").parent)

    def _pictures_in_text(self, job: Job) -> Iterable[Picture]:
        return job.references if self._adapter else ()

    @property
    def _adapter(self) -> str:
        return self._pack.manifest.roles.get(Role.ADAPTER, "")

    # ------------------------------------------------------------------------------------------ the generator

    def _load_networks(self) -> dict[str, Any]:
        unet = loading.network(UNet2DConditionModel, self._folder("unet"), loading.held_type(self._plan))
        if self._adapter:
            adapter.attach(unet, self._folder(self._adapter))
        compute, decoder = loading.compute_type(self._plan), self._pack.manifest.roles.get(Role.DECODER)
        if self._plan.tiny_decoder and decoder:
            vae = loading.network(AutoencoderTiny, self._folder(decoder), compute)
        else:
            vae = loading.network(AutoencoderKL, self._folder("vae"), compute)
        if self._device.type == "cpu":
            # A sixth faster there, as measured with bfloat16.
            unet, vae = (each.to(memory_format=torch.channels_last) for each in (unet, vae))
        return {"unet": unet, "vae": vae}

    def _pipeline(self, job: Job) -> Any:
        inpaint = job.base is not None or self._inpaints_only
        made: dict[str, Any] = {**self._networks, "scheduler": self._scheduler(), "image_encoder": None}
        made |= {"text_encoder": None, "tokenizer": None, "feature_extractor": None}
        if self._large:
            made |= {"text_encoder_2": None, "tokenizer_2": None, "add_watermarker": False}
            return (StableDiffusionXLInpaintPipeline if inpaint else StableDiffusionXLPipeline)(**made)
        made |= {"safety_checker": None, "requires_safety_checker": False}
        return (StableDiffusionInpaintPipeline if inpaint else StableDiffusionPipeline)(**made)

    @property
    def _inpaints_only(self) -> bool:
        """Whether the UNet takes the mask and the masked picture as channels of their own."""
        return bool(self._networks["unet"].config.in_channels != 4)

    def _scheduler(self) -> Any:
        settings = loading.scheduler(SCHEDULERS, self._folder("scheduler"))
        kind = settings.pop("kind")
        if self._pack.manifest.defaults.scheduler == "lcm":
            kind = LCMScheduler
        # What old downloads say otherwise is known to be a mistake; the pipelines correct it too, with a warning.
        settings |= {"steps_offset": 1, **({"skip_prk_steps": True} if kind is PNDMScheduler else {})}
        return kind.from_config(settings)

    def _arguments(self, job: Job, pipe: Any, conditions: Conditions) -> dict[str, Any]:
        guided, context = self._guided(job), pipe.unet.config.cross_attention_dim
        embeds = {name: tensor for name, tensor in conditions.items() if name != _SEEN}
        if not guided:
            embeds = {name: tensor for name, tensor in embeds.items() if not name.startswith("negative_")}
        for name in ("prompt_embeds", *(("negative_prompt_embeds",) if guided else ())):
            fits(embeds, name, context)
        made: dict[str, Any] = {
            **embeds,
            "height": job.height,
            "width": job.width,
            "num_inference_steps": self._steps(job, pipe.scheduler),
            "guidance_scale": job.guidance,
        }
        if self._adapter:
            made["ip_adapter_image_embeds"] = [self._people(pipe, conditions, guided)]
        return made | self._kept(job, made["num_inference_steps"])

    def _people(self, pipe: Any, conditions: Conditions, guided: bool) -> torch.Tensor:
        """What the adapter is given; without references nothing, which it then does not add either."""
        known = conditions.get(_SEEN)
        pipe.set_ip_adapter_scale(adapter.SCALE if known is not None else 0.0)
        if known is not None:
            return known
        width = pipe.unet.encoder_hid_proj.image_projection_layers[0].proj_in.in_features
        return torch.zeros(2 if guided else 1, 1, 2, width, device=self._device, dtype=pipe.unet.dtype)

    def _kept(self, job: Job, steps: int) -> dict[str, Any]:
        if job.base is not None:
            base, mask = job.base, np.asarray(job.mask)
        elif self._inpaints_only:
            base = np.full((job.height, job.width, 3), 128, np.uint8)
            mask = np.full((job.height, job.width), 255, np.uint8)
        else:
            return {}
        return {
            "image": Image.fromarray(base),
            "mask_image": Image.fromarray(mask),
            # At least one step: the pipelines round down, and refuse none.
            "strength": min(1.0, max(job.strength, 1.001 / steps)),
        }

    @staticmethod
    def _steps(job: Job, scheduler: Any) -> int:
        """LCM has so many steps that it was distilled from, and no more."""
        return min(job.steps, scheduler.config.get("original_inference_steps") or job.steps)

    # ------------------------------------------------------------------------------------------ previews

    def _raw_latents(self, job: Job, pipe: Any, latents: torch.Tensor) -> torch.Tensor:  # noqa: ARG002 - not packed
        config = pipe.vae.config
        raw: torch.Tensor = latents[0] / config.scaling_factor + (config.get("shift_factor") or 0)
        return raw

    def _vae_encode(self, picture: torch.Tensor) -> torch.Tensor:
        vae = self._networks["vae"]
        held = vae.dtype
        if held is torch.float16:
            # SDXL's overflows in half precision; there and back changes no number of it.
            vae.to(torch.float32)
        encoded = vae.encode(picture.to(self._device, vae.dtype))
        latents: torch.Tensor = encoded.latents[0] if hasattr(encoded, "latents") else encoded.latent_dist.mode()[0]
        vae.to(held)
        return latents
