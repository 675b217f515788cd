"""What all families do alike: two phases, hooks, previews, and a clean end whatever happens."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import torch

from headshot_desktop.core.errors import HeadshotError, ModelCorrupt, ModelMissing, UsageError
from headshot_desktop.core.packs import Manifest, Role
from headshot_desktop.engine.generative import loading, loras, memory, pictures, previews
from headshot_desktop.engine.generative.cancel import Telling
from headshot_desktop.engine.generative.job import Device, Job, Offload, OnStep, Picture, Plan, Verified
from headshot_desktop.engine.generative.libraries import known_warnings
from headshot_desktop.engine.generative.verified import check_untouched

Conditions = dict[str, torch.Tensor]
"""What the text encoders make of a job, on the CPU."""

Fit = Callable[[Any, Manifest], None]
"""Told of each pipeline and its pack before the pipeline is used; a personal model is put on there."""

_KEPT = 4
"""Conditions of so many jobs are kept, so that further seeds of one wish encode nothing."""


class FamilySampler(ABC):
    """A `Sampler`. The first job loads what it needs; nothing is loaded before.

    What is computed once is kept for the jobs after it: the networks, and the conditions of the last few wishes. No
    state of a job is: each has a pipeline, a scheduler and a source of noise of its own.
    """

    GENERATOR = "transformer"
    """The network that denoises; the one that carries LoRAs and is held as the plan says."""

    def __init__(self, pack: Verified, plan: Plan, fit: Fit | None = None) -> None:
        self._pack, self._plan, self._fit = pack, plan, fit
        self._networks: dict[str, Any] = {}
        self._encoders: dict[str, Any] = {}
        self._conditions: dict[tuple[str, ...], Conditions] = {}
        self._colours: previews.Colours | None = None

    # ------------------------------------------------------------------------------------------ of the family

    @abstractmethod
    def _load_encoders(self, job: Job) -> dict[str, Any]:
        """What `_encode` needs for `job` and `_encoders` does not have, on the CPU; tokenizers too."""

    @abstractmethod
    def _encode(self, job: Job, encoders: dict[str, Any]) -> Conditions:
        """What they make of it."""

    @abstractmethod
    def _load_networks(self) -> dict[str, Any]:
        """The generator's networks by the names that the pipelines give them, as `held_type` says, on the CPU."""

    @abstractmethod
    def _pipeline(self, job: Job) -> Any:
        """A pipeline for `job` over `_networks`."""

    @abstractmethod
    def _arguments(self, job: Job, pipe: Any, conditions: Conditions) -> dict[str, Any]:
        """What the pipeline is called with, beyond what all are; the conditions are on the device.

        A `blend` among them is not for the pipeline: it takes the latents of each step and gives them back changed.
        """

    @abstractmethod
    def _raw_latents(self, job: Job, pipe: Any, latents: torch.Tensor) -> torch.Tensor:
        """From the latents of the pipeline's loop to those of the autoencoder, (C, h, w)."""

    @abstractmethod
    def _vae_encode(self, picture: torch.Tensor) -> torch.Tensor:
        """From (1, 3, H, W) in [-1, 1] to the autoencoder's latents, (C, h, w)."""

    def _pictures_in_text(self, job: Job) -> Iterable[Picture]:  # noqa: ARG002 - for those that look at some
        """The pictures that `_encode` looks at beside the prompt."""
        return ()

    def _guided(self, job: Job) -> bool:
        """Whether what is not wanted has to be encoded too."""
        return job.guidance > 1

    # ------------------------------------------------------------------------------------------ the job

    def generate(self, job: Job, on_step: OnStep, *, live: bool = False) -> Picture:
        """See `Sampler.generate`."""
        _check(job)
        problem: HeadshotError
        try:
            with torch.no_grad():
                return self._generate(job, Telling(on_step), live)
        except HeadshotError as error:
            problem = error
        except (RuntimeError, MemoryError) as error:
            if not memory.ran_out(error):
                raise
            problem = memory.refusal()
        # The frames that the error went through hold the latents; without them the memory is free now.
        problem.__traceback__ = problem.__context__ = problem.__cause__ = None
        self._tidy()
        raise problem

    def conditions(self, job: Job, on_step: OnStep) -> Conditions:
        """What the text encoders make of a job's words, on the CPU; for those who train."""
        with torch.no_grad():
            return self._conditioned(job, Telling(on_step))

    def close(self) -> None:
        """See `Sampler.close`."""
        self._networks.clear()
        self._encoders.clear()
        self._conditions.clear()
        self._colours = None
        memory.give_back()

    def _generate(self, job: Job, telling: Telling, live: bool) -> Picture:
        conditions = self._conditioned(job, telling)
        self._ensure_networks(job, telling)
        pipe = self._pipeline(job)
        self._fitted(pipe)
        self._place(pipe)
        networks = [self._networks[name] for name in sorted(self._networks)]
        with ExitStack() as stack:
            stack.enter_context(known_warnings())
            stack.enter_context(telling.hooked(networks))
            expected = stack.enter_context(previews.watched(pipe.scheduler)) if live else None
            telling.at("denoise", 0, job.steps)
            if live and self._colours is None:
                # Not at the first preview: with offload, the autoencoder would then push the generator out.
                self._colours = previews.Colours(self._vae_encode)
            arguments = self._arguments(job, pipe, {name: each.to(self._device) for name, each in conditions.items()})
            blend = arguments.pop("blend", None)
            output = pipe(
                **arguments,
                generator=torch.Generator("cpu").manual_seed(job.seed),
                output_type="np",
                callback_on_step_end=self._stepped(job, telling, expected, blend),
            )
        telling.at("decode", 1, 1)
        return pictures.eight_bit(output.images[0], job.width, job.height)

    def _stepped(
        self,
        job: Job,
        telling: Telling,
        expected: previews.Expected | None,
        blend: Callable[[torch.Tensor], torch.Tensor] | None,
    ) -> Callable[..., dict[str, Any]]:
        """What the pipeline calls after each step: tells it, and keeps what `blend` keeps."""

        def stepped(pipe: Any, step: int, _time: Any, tensors: dict[str, Any]) -> dict[str, Any]:
            preview, colours = None, self._colours
            if expected is not None and expected.latents is not None and colours and colours.usable and expected.due():
                preview = colours.picture(self._raw_latents(job, pipe, expected.latents))
            telling.at("denoise", step + 1, pipe.num_timesteps, preview)
            if step + 1 == pipe.num_timesteps:
                telling.at("decode", 0, 1)
            return {"latents": blend(tensors["latents"])} if blend else {}

        return stepped

    # ------------------------------------------------------------------------------------------ phases

    def _conditioned(self, job: Job, telling: Telling) -> Conditions:
        key = (
            *(_plain(words) for words in (job.prompt, job.negative)),
            job.embedding,
            str(self._guided(job)),
            pictures.digest(list(self._pictures_in_text(job))),
        )
        if key not in self._conditions:
            while len(self._conditions) >= _KEPT:
                del self._conditions[next(iter(self._conditions))]
            self._conditions[key] = self._encoded(job, telling)
        return self._conditions[key]

    def _encoded(self, job: Job, telling: Telling) -> Conditions:
        telling.at("text", 0, 1)
        preset = self._preset(job.embedding) if job.embedding else {}
        if self._plan.two_phase and not job.embedding and self._networks:
            self._networks.clear()
            memory.give_back()
        encoders = self._encoders | self._load_encoders(job)
        check_untouched(self._pack)
        networks = {name: part for name, part in encoders.items() if isinstance(part, torch.nn.Module)}
        for name, network in networks.items():
            encoders[name] = network.to(self._device)
        with telling.hooked(networks.values()):
            made = preset | self._encode(job, encoders)
        made = {name: tensor.to("cpu") for name, tensor in made.items()}
        if not self._plan.two_phase:
            self._encoders = encoders
        del encoders, networks
        if self._plan.two_phase:
            memory.give_back()
        telling.at("text", 1, 1)
        return made

    def _preset(self, name: str) -> Conditions:
        folder = self._pack.manifest.roles.get(Role.EMBEDDINGS)
        path = f"{folder}/{name}.safetensors"
        if not folder or not re.fullmatch(r"[a-z0-9][a-z0-9.-]*", name) or not self._holds(path):
            raise ModelMissing("The pack has no “{part}”. Get the pack again.", code="pack-part-missing", part=name)
        dtype = loading.compute_type(self._plan)
        return {key: tensor.to(dtype) for key, tensor in loading.tensors(self._folder(path), name).items()}

    def _ensure_networks(self, job: Job, telling: Telling) -> None:
        if self._networks:
            return
        telling.at("denoise", 0, job.steps)
        self._networks = self._load_networks()
        try:
            loras.fuse(self._pipeline(job), self.GENERATOR, self._pack)
            loading.quantise(self._networks[self.GENERATOR], self._plan)
            self._prepare_networks()
            check_untouched(self._pack)  # also what was exchanged while it was read
        except (HeadshotError, RuntimeError, MemoryError):
            self._networks.clear()
            raise

    def _prepare_networks(self) -> None:
        vae = self._networks["vae"]
        if self._plan.tile:
            tile(vae, self._plan.tile)
        if self._plan.offload is Offload.GROUP and self._device.type == "cuda":
            for name, network in self._networks.items():
                if name == "vae":
                    network.to(self._device)
                else:
                    network.enable_group_offload(
                        onload_device=self._device,
                        offload_device=torch.device("cpu"),
                        offload_type="leaf_level",
                        use_stream=True,
                        low_cpu_mem_usage=True,
                    )
        elif not self._offloads_models:
            for network in self._networks.values():
                network.to(self._device)

    def _fitted(self, pipe: Any) -> None:
        if self._fit is None:
            return
        with known_warnings():
            self._fit(pipe, self._pack.manifest)
        for name, tensor in self._networks[self.GENERATOR].named_parameters():
            # peft makes its layers of the dtype that the weights are stored in, and computes in it; nothing adds that.
            if ".lora_" in name and tensor.dtype is torch.float8_e4m3fn:
                tensor.data = tensor.data.to(loading.compute_type(self._plan))

    def _place(self, pipe: Any) -> None:
        pipe.set_progress_bar_config(disable=True)
        if self._offloads_models:
            pipe.enable_model_cpu_offload(device=self._device)

    def _tidy(self) -> None:
        """After a job that did not end well, leave nothing of it."""
        if self._offloads_models:
            for network in self._networks.values():
                network.to("cpu")
        memory.give_back()

    # ------------------------------------------------------------------------------------------ the machine and pack

    @property
    def _device(self) -> torch.device:
        """ROCm calls itself CUDA."""
        return torch.device({Device.ROCM: "cuda"}.get(self._plan.device, self._plan.device.value))

    @property
    def _offloads_models(self) -> bool:
        return self._plan.offload is Offload.MODEL and self._device.type == "cuda"

    def _folder(self, name: str) -> Path:
        """A file or folder of the pack, about to be read.

        A large pack is compared with its manifest once, but read again when the text encoder or the generator had to
        go; whoever put other files there meanwhile is told of.

        Raises:
            ModelCorrupt: something in it was touched since the pack was opened.
        """
        check_untouched(self._pack, name)
        return self._pack.folder / name

    def _holds(self, path: str) -> bool:
        return any(file.path == path for file in self._pack.manifest.files)


def _check(job: Job) -> None:
    shape = (job.height, job.width)
    if job.width % 16 or job.height % 16 or min(shape) < 64:
        raise UsageError("The sides of a generated picture are multiples of 16, and at least 64.")
    if (job.base is None) != (job.mask is None):
        raise UsageError("A picture to change comes with what to change of it.")
    if job.base is not None and job.mask is not None and not job.base.shape[:2] == job.mask.shape == shape:
        raise UsageError("The picture to change, and what to change of it, have the size of the result.")


def _plain(words: str) -> str:
    """Words that cannot be mistaken for one of the marks of a chat."""
    return words.replace("<|", " ").replace("|>", " ")


plain_words = _plain


def fits(conditions: Conditions, name: str, width: int) -> None:
    """See that an embedding is one of this pack's text encoder.

    Raises:
        ModelCorrupt: it is not there, or of another width.
    """
    tensor = conditions.get(name)
    if tensor is None or tensor.shape[-1] != width:
        raise ModelCorrupt(
            "The part “{part}” of the model pack is not right. Get the pack again.", code="pack-part-bad", part=name
        )


def tile(vae: Any, side: int) -> None:
    """Decode and encode in tiles of `side` pixels.

    `enable_tiling` alone is not enough: of its own, FLUX.2's autoencoder tiles only what is larger than 1024 pixels. An
    `AutoencoderTiny` needs none, and its tiles would come back in single precision whatever it computes in.
    """
    if type(vae).__name__ == "AutoencoderTiny":
        return
    if hasattr(vae, "tile_sample_min_height"):
        stride = side * 3 // 4 // 8 * 8
        vae.enable_tiling(side, side, stride, stride)
        return
    vae.enable_tiling()
    vae.tile_sample_min_size = side
    vae.tile_latent_min_size = side // 8
