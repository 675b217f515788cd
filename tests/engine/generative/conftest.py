from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[3] / "tools"


@pytest.fixture(scope="session")
def tiny_packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packs `klein`, `qwen`, `sdxl` and `sd15` of random weights. Copy one before changing it."""
    sys.path.insert(0, str(TOOLS))
    from tiny_packs import build  # the tools are no package

    root = tmp_path_factory.mktemp("packs")
    build(root)
    # What the libraries made while they were imported is a million objects; every collection would look at each again.
    gc.collect()
    gc.freeze()
    return root


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> Iterator[None]:
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
    gc.unfreeze()
