"""The libraries of the Generative engine, made silent before they are imported."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_SILENT = (
    # torchao tries its kernels for graphics cards and tells of each that does not fit this Python.
    "torchao",
    # torch tells that what torchao registers will have to be registered otherwise in a later release.
    "torch.utils._pytree",
    # diffusers tells that it found no checkpoint class of torchao; packs hold none.
    "diffusers.quantizers.torchao.torchao_quantizer",
)


def silence() -> None:
    """No progress bars, no advice and no warnings of these libraries on standard error; errors are raised, not logged.

    Loads torch, diffusers and transformers: seconds on the first call.
    """
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.ERROR)  # and so of all below it
    import diffusers
    import transformers

    diffusers.utils.logging.set_verbosity(diffusers.utils.logging.CRITICAL)
    diffusers.utils.logging.disable_progress_bar()
    transformers.utils.logging.set_verbosity(transformers.utils.logging.CRITICAL)
    transformers.utils.logging.disable_progress_bar()


@contextmanager
def known_warnings() -> Iterator[None]:
    """Keep two warnings to ourselves, and no other.

    diffusers' schedulers make NumPy arrays in a way that NumPy 2 deprecates; peft tells that what it puts on weights
    held in 8 bits can be taken off, but not added into them, which nobody wants.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "__array__ implementation doesn't accept a copy keyword", DeprecationWarning)
        warnings.filterwarnings("ignore", "TorchaoLoraLinear was instantiated without", UserWarning)
        yield
