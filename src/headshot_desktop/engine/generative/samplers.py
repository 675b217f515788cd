"""The sampler of a pack's family."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from headshot_desktop.core.packs import Family, Manifest
from headshot_desktop.engine.generative.job import Plan, Sampler, Verified
from headshot_desktop.engine.generative.libraries import silence


def load(verified: Verified, plan: Plan, fit: Callable[[Any, Manifest], None] | None = None) -> Sampler:
    """Make ready to generate with a pack; its weights are read at the first job. `fit`: see `FamilySampler`.

    The same job gives the same bytes again: after other jobs, after a cancelled one, and after the pack was loaded
    anew. That holds on the same machine, with the same plan, the same number of torch's threads and the same versions
    of the libraries; on other hardware of the same class pixels differ by a few levels, because sums are rounded in
    another order there. Noise is always drawn on the CPU.
    """
    silence()
    import torch

    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    family = verified.manifest.family
    # Each family imports a part of diffusers, which takes a while.
    if family is Family.KLEIN:
        from headshot_desktop.engine.generative.families.klein import KleinSampler

        return KleinSampler(verified, plan, fit)
    if family is Family.QWEN:
        from headshot_desktop.engine.generative.families.qwen import QwenSampler

        return QwenSampler(verified, plan, fit)
    from headshot_desktop.engine.generative.families.stable import StableSampler

    return StableSampler(verified, plan, fit)
