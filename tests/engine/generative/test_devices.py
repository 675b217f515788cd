"""What is found on this machine, and what is read of a machine's memory."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from headshot_desktop.engine.generative import devices
from headshot_desktop.engine.generative.job import Device


def test_the_processor_is_always_there_and_last() -> None:
    found = devices.machines()
    last = found[-1]
    assert last.device is Device.CPU
    assert all(machine.accelerated for machine in found[:-1])
    assert last.name
    assert last.shared
    assert last.cores >= 1
    assert last.total == last.main > 1 << 30
    assert last.free is None or 0 < last.free <= last.total


def test_float8_and_bfloat16_are_tried_not_believed() -> None:
    import torch

    processor = torch.device("cpu")
    assert devices._holds_float8(processor)
    assert devices._computes_bfloat16(processor)
    nowhere = torch.device("meta")
    assert not devices._holds_float8(nowhere)
    assert not devices._computes_bfloat16(nowhere)


def test_bfloat16_is_taken_where_it_was_measured_to_be_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    threads = torch.get_num_threads()
    assert devices.bfloat16_ratio() > 0
    assert torch.get_num_threads() == threads
    for ratio, faster in ((4.0, True), (0.8, False)):
        monkeypatch.setattr(devices, "bfloat16_ratio", lambda ratio=ratio: ratio)
        assert devices.processor().bfloat16 is faster


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_main_memory_is_what_the_system_tells() -> None:
    total, free = devices.main_memory()
    assert total <= os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    assert free is not None
    assert 0 < free <= total


def test_memory_available_is_read_from_its_line() -> None:
    assert devices._available("MemTotal: 9 kB\nMemFree: 1 kB\nMemAvailable:   7 kB\n") == 7 * 1024
    assert devices._available("MemTotal: 9 kB\n") is None


def _group(folder: Path, most: str, used: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "memory.max").write_text(f"{most}\n")
    (folder / "memory.current").write_text(f"{used}\n")


def test_a_containers_lowest_limit_counts(tmp_path: Path) -> None:
    root, own = tmp_path / "cgroup", tmp_path / "own"
    own.write_text("0::/outer/inner\n")
    _group(root / "outer" / "inner", "max", 10)
    assert devices._container(root, own) == (None, 0)
    _group(root / "outer", "4000", 1000)
    assert devices._container(root, own) == (4000, 1000)
    _group(root / "outer" / "inner", "3000", 10)
    assert devices._container(root, own) == (3000, 10)


def test_without_control_groups_there_is_no_limit(tmp_path: Path) -> None:
    assert devices._container(tmp_path, tmp_path / "missing") == (None, 0)
    (tmp_path / "own").write_text("1:name=systemd:/\n")
    assert devices._container(tmp_path, tmp_path / "own") == (None, 0)
