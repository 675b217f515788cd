"""FLUX.2 [klein]: edits from references, in four steps and without guidance when distilled."""

from __future__ import annotations

from typing import Any

import torch
from diffusers import (
    AutoencoderKLFlux2,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinInpaintPipeline,
    Flux2KleinPipeline,
    Flux2Transformer2DModel,
)
from PIL import Image
from transformers import Qwen2TokenizerFast, Qwen3Config, Qwen3ForCausalLM

from headshot_desktop.engine.generative import loading, pictures
from headshot_desktop.engine.generative.families.sampling import Conditions, FamilySampler, fits, plain_words
from headshot_desktop.engine.generative.job import Job

_TEMPLATE = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}"
    "{% endfor %}{{ '<|im_start|>assistant\\n<think>\\n\\n</think>\\n\\n' }}"
)
"""What Qwen3 was trained on for an answer without thinking."""
_WORDS = ("<|im_start|>", "<|im_end|>", "<|endoftext|>")

_LAYERS = 28
"""The pipeline reads hidden states 9, 18 and 27. One layer beyond the last of them has to be there, because what comes
out of a model's last layer is normalised; with 28 of 36 layers the embeddings are the same to the bit."""

_MOST_PIXELS = 1024 * 1024
"""The inpainting pipeline makes what is larger smaller by itself, to sides that it does not tell."""


class KleinSampler(FamilySampler):
    """FLUX.2 [klein]."""

    def _load_encoders(self, job: Job) -> dict[str, Any]:
        if job.embedding or self._encoders:
            return {}
        folder = self._folder("text_encoder")
        with loading.reading("text_encoder"):
            ours = Qwen3Config(**loading.settings(folder))
            beyond = {f"model.layers.{number}." for number in range(_LAYERS, ours.num_hidden_layers)}
            ours.num_hidden_layers = min(_LAYERS, ours.num_hidden_layers)
            ours.layer_types = ours.layer_types[:_LAYERS]
        encoder = loading.network(
            Qwen3ForCausalLM,
            folder,
            loading.compute_type(self._plan),
            ours=ours,
            beyond=lambda name: name.startswith(tuple(beyond)),
        )
        # Its output, one number for each of 150 000 words at each of 512 places, is never read.
        encoder.lm_head = torch.nn.Identity()
        words = loading.tokenizer(Qwen2TokenizerFast, self._folder("tokenizer"), ours.vocab_size, _WORDS, _TEMPLATE)
        return {"text_encoder": loading.quantise(encoder, self._plan), "tokenizer": words}

    def _encode(self, job: Job, encoders: dict[str, Any]) -> Conditions:
        if job.embedding:
            return {}
        pipe = Flux2KleinPipeline(scheduler=None, vae=None, transformer=None, is_distilled=self._distilled, **encoders)
        made = {"prompt_embeds": pipe.encode_prompt(plain_words(job.prompt), self._device)[0]}
        if self._guided(job):
            made["negative_prompt_embeds"] = pipe.encode_prompt(plain_words(job.negative), self._device)[0]
        return made

    def _guided(self, job: Job) -> bool:
        return job.guidance > 1 and not self._distilled

    @property
    def _distilled(self) -> bool:
        return bool(loading.index(self._folder("model_index.json").parent).get("is_distilled", False))

    def _load_networks(self) -> dict[str, Any]:
        held, compute = loading.held_type(self._plan), loading.compute_type(self._plan)
        transformer = loading.network(Flux2Transformer2DModel, self._folder("transformer"), held)
        return {
            "transformer": transformer,
            "vae": loading.network(AutoencoderKLFlux2, self._folder("vae"), compute),
        }

    def _pipeline(self, job: Job) -> Any:
        kind = Flux2KleinPipeline if job.base is None else Flux2KleinInpaintPipeline
        settings = loading.scheduler((FlowMatchEulerDiscreteScheduler,), self._folder("scheduler"))
        return kind(
            scheduler=settings.pop("kind").from_config(settings),
            text_encoder=None,
            tokenizer=None,
            is_distilled=self._distilled,
            **self._networks,
        )

    def _arguments(self, job: Job, pipe: Any, conditions: Conditions) -> dict[str, Any]:
        for name in conditions:
            fits(conditions, name, pipe.transformer.config.joint_attention_dim)
        people = pictures.references(job.references, self._plan) or None
        guidance = job.guidance if self._guided(job) else 1.0
        made: dict[str, Any] = {**conditions, "num_inference_steps": job.steps, "guidance_scale": guidance}
        if job.base is None or job.mask is None:
            return {**made, "image": people, "height": job.height, "width": job.width}
        width, height = _within(job.width, job.height)
        return {
            **made,
            "image": Image.fromarray(job.base).resize((width, height), Image.Resampling.LANCZOS),
            "mask_image": Image.fromarray(job.mask).resize((width, height), Image.Resampling.BILINEAR),
            # One picture at a time: with a list of as many references as pictures, each would get one of them.
            # The pipeline cuts all to the size of the first.
            "image_reference": people,
            "height": height,
            "width": width,
            "strength": job.strength,
        }

    def _raw_latents(self, job: Job, pipe: Any, latents: torch.Tensor) -> torch.Tensor:
        width, height = (job.width, job.height) if job.base is None else _within(job.width, job.height)
        spread = latents[:1].permute(0, 2, 1).reshape(1, -1, height // 16, width // 16)
        norm = pipe.vae.bn
        mean, variance = (each.view(1, -1, 1, 1).to(spread) for each in (norm.running_mean, norm.running_var))
        spread = spread * torch.sqrt(variance + pipe.vae.config.batch_norm_eps) + mean
        # A token is a square of 2 × 2 latents, one channel after the other.
        return torch.nn.functional.pixel_shuffle(spread, 2)[0]

    def _vae_encode(self, picture: torch.Tensor) -> torch.Tensor:
        vae = self._networks["vae"]
        latents: torch.Tensor = vae.encode(picture.to(self._device, vae.dtype)).latent_dist.mode()[0]
        return latents


def _within(width: int, height: int) -> tuple[int, int]:
    """The sides that the inpainting pipeline takes as they are."""
    if width * height <= _MOST_PIXELS:
        return width, height
    scale = (_MOST_PIXELS / (width * height)) ** 0.5
    return int(width * scale) // 16 * 16, int(height * scale) // 16 * 16
