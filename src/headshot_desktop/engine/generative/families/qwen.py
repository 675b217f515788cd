"""Qwen-Image-Edit Plus (2509 and later): a large editor of one to three pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import torch
from diffusers import (
    AutoencoderKLQwenImage,
    FlowMatchEulerDiscreteScheduler,
    QwenImageEditPlusPipeline,
    QwenImageTransformer2DModel,
)
from diffusers.pipelines.qwenimage import pipeline_qwenimage_edit_plus as edit_plus
from PIL import Image
from transformers import Qwen2_5_VLForConditionalGeneration, Qwen2TokenizerFast

from headshot_desktop.engine.generative import loading, pictures
from headshot_desktop.engine.generative.families.sampling import Conditions, FamilySampler, fits, plain_words
from headshot_desktop.engine.generative.job import Job, Picture
from headshot_desktop.engine.generative.vision_processor import PICTURE, PictureTextProcessor

_WORDS = ("<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", PICTURE)
_MOST_PICTURES = 3
"""What the model was trained on."""
_SEEN = 384
"""Pixels of the side of the square whose area the text encoder sees."""


class QwenSampler(FamilySampler):
    """Qwen-Image-Edit Plus."""

    def _load_encoders(self, job: Job) -> dict[str, Any]:
        if job.embedding or self._encoders:
            return {}
        encoder = loading.network(
            Qwen2_5_VLForConditionalGeneration, self._folder("text_encoder"), loading.compute_type(self._plan)
        )
        config = encoder.config
        words = loading.tokenizer(Qwen2TokenizerFast, self._folder("tokenizer"), config.text_config.vocab_size, _WORDS)
        with loading.reading("tokenizer"):
            if words.convert_tokens_to_ids(PICTURE) != config.image_token_id:
                raise ValueError("it calls pictures otherwise than the text encoder")
        processor = PictureTextProcessor(words, config.vision_config)
        # Its output, one number for each of 150 000 words at each place, is never read.
        encoder.lm_head = torch.nn.Identity()
        return {"text_encoder": loading.quantise(encoder, self._plan), "tokenizer": words, "processor": processor}

    def _encode(self, job: Job, encoders: dict[str, Any]) -> Conditions:
        if job.embedding:
            return {}
        pipe = QwenImageEditPlusPipeline(scheduler=None, vae=None, transformer=None, **encoders)
        seen = []
        for picture in self._pictures(job):
            sides = edit_plus.calculate_dimensions(self._seen_pixels, picture.width / picture.height)
            seen.append(pipe.image_processor.resize(picture, sides[1], sides[0]))
        made = {}
        for kind, words in (
            ("prompt", job.prompt),
            *((("negative_prompt", job.negative),) if job.guidance > 1 else ()),
        ):
            embeds, mask = pipe.encode_prompt(plain_words(words), image=seen, device=self._device)
            made[f"{kind}_embeds"] = embeds
            made[f"{kind}_embeds_mask"] = torch.ones(embeds.shape[:2], dtype=torch.long) if mask is None else mask
        return made

    def _pictures_in_text(self, job: Job) -> Iterable[Picture]:
        return () if job.embedding else (np.asarray(picture) for picture in self._pictures(job))

    @property
    def _seen_pixels(self) -> int:
        return min(_SEEN, self._plan.reference) ** 2

    def _pictures(self, job: Job) -> list[Image.Image]:
        """What is edited: the picture to change first, where there is one, then the references; never none."""
        people = pictures.references(job.references, self._plan)
        if job.base is not None:
            people = [*pictures.references([job.base], self._plan), *people]
        return people[:_MOST_PICTURES] or [Image.new("RGB", (job.width, job.height), (128, 128, 128))]

    def _load_networks(self) -> dict[str, Any]:
        held, compute = loading.held_type(self._plan), loading.compute_type(self._plan)
        transformer = loading.network(QwenImageTransformer2DModel, self._folder("transformer"), held)
        return {
            "transformer": transformer,
            "vae": loading.network(AutoencoderKLQwenImage, self._folder("vae"), compute),
        }

    def _pipeline(self, job: Job) -> Any:  # noqa: ARG002 - one pipeline for all jobs of this family
        return QwenImageEditPlusPipeline(
            scheduler=self._scheduler(), text_encoder=None, tokenizer=None, processor=None, **self._networks
        )

    def _scheduler(self) -> Any:
        settings = loading.scheduler((FlowMatchEulerDiscreteScheduler,), self._folder("scheduler"))
        return settings.pop("kind").from_config(settings)

    def _arguments(self, job: Job, pipe: Any, conditions: Conditions) -> dict[str, Any]:
        for kind in ("prompt", *(("negative_prompt",) if job.guidance > 1 else ())):
            fits(conditions, f"{kind}_embeds", pipe.transformer.config.joint_attention_dim)
            ones = torch.ones(conditions[f"{kind}_embeds"].shape[:2], dtype=torch.long, device=self._device)
            conditions.setdefault(f"{kind}_embeds_mask", ones)
        # The pipeline brings every reference to one megapixel, whatever it is given; its cost is theirs.
        edit_plus.VAE_IMAGE_SIZE = self._plan.reference**2
        edit_plus.CONDITION_IMAGE_SIZE = self._seen_pixels
        made = {
            **conditions,
            "image": self._pictures(job),
            "height": job.height,
            "width": job.width,
            "num_inference_steps": job.steps,
            "true_cfg_scale": job.guidance,
        }
        return made if job.base is None else made | self._kept(job, pipe)

    def _kept(self, job: Job, pipe: Any) -> dict[str, Any]:
        """Arguments that keep what the mask does not name: diffusers has no inpainting pipeline of this family.

        After each step the part that is kept is set back to the base with as much noise as the step left, the usual way
        to inpaint with a model that was not trained for it (Lugmayr et al., RePaint, 2022, without its resampling).
        """
        base, mask = self._packed_base(job, pipe), _packed_mask(job).to(self._device)
        source = torch.Generator("cpu").manual_seed(job.seed)
        noise = torch.randn(base.shape, generator=source).to(base)
        plain = np.linspace(1.0, 1 / job.steps, job.steps)[int(max(job.steps - job.steps * job.strength, 0)) :]
        first = float(self._shifted(plain, base.shape[1])[0])

        def blend(latents: torch.Tensor) -> torch.Tensor:
            sigma = float(pipe.scheduler.sigmas[pipe.scheduler.step_index])
            kept = (1 - sigma) * base + sigma * noise
            return ((1 - mask) * kept + mask * latents).to(latents.dtype)

        return {
            "latents": first * noise + (1 - first) * base,
            "sigmas": list(plain),
            "num_inference_steps": len(plain),
            "blend": blend,
        }

    def _shifted(self, plain: Any, tokens: int) -> torch.Tensor:
        """The noise levels that the pipeline will use, which depend on how many tokens a picture has."""
        scheduler = self._scheduler()
        settings = scheduler.config
        shift = edit_plus.calculate_shift(
            tokens,
            settings.get("base_image_seq_len", 256),
            settings.get("max_image_seq_len", 4096),
            settings.get("base_shift", 0.5),
            settings.get("max_shift", 1.15),
        )
        scheduler.set_timesteps(sigmas=list(plain), mu=shift)
        sigmas: torch.Tensor = scheduler.sigmas
        return sigmas

    def _packed_base(self, job: Job, pipe: Any) -> torch.Tensor:
        pixels = torch.from_numpy(np.asarray(job.base)).permute(2, 0, 1)[None].float() / 127.5 - 1
        raw = self._vae_encode(pixels)
        mean, deviation = self._statistics(pipe, raw)
        latents = (raw - mean) / deviation
        channels, height, width = latents.shape
        packed: torch.Tensor = pipe._pack_latents(latents[None], 1, channels, height, width)
        return packed

    def _raw_latents(self, job: Job, pipe: Any, latents: torch.Tensor) -> torch.Tensor:
        spread = pipe._unpack_latents(latents[:1], job.height, job.width, pipe.vae_scale_factor)[0, :, 0]
        mean, deviation = self._statistics(pipe, spread)
        raw: torch.Tensor = spread * deviation + mean
        return raw

    @staticmethod
    def _statistics(pipe: Any, like: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        config = pipe.vae.config
        mean, deviation = (torch.tensor(each).view(-1, 1, 1) for each in (config.latents_mean, config.latents_std))
        return mean.to(like), deviation.to(like)

    def _vae_encode(self, picture: torch.Tensor) -> torch.Tensor:
        vae = self._networks["vae"]
        frames = picture.to(self._device, vae.dtype).unsqueeze(2)
        latents: torch.Tensor = vae.encode(frames).latent_dist.mode()[0, :, 0]
        return latents


def _packed_mask(job: Job) -> torch.Tensor:
    """One number for each token, a square of 16 pixels: (1, tokens, 1) in [0, 1]."""
    pixels = torch.from_numpy(np.asarray(job.mask))[None, None].float() / 255
    return torch.nn.functional.avg_pool2d(pixels, 16).flatten(2).transpose(1, 2)
