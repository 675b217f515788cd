"""What this machine can compute pictures on, found by asking it and by trying it."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headshot_desktop.engine.generative.job import Device

FASTER = 1.3
"""bfloat16 is used on a processor from this ratio on; measured ratios lie far from it on either side.

2.6 on a Zen 5 with AVX-512 BF16, about 4 with AMX, below 1 where bfloat16 is emulated (AVX2).
"""

_TRIES = 9


@dataclass(frozen=True)
class Machine:
    """One device to compute on, and the machine around it.

    Attributes:
        device: its class.
        name: as its maker calls it.
        total: bytes of memory that the device has.
        free: bytes of it that nothing uses now; None where the system does not tell.
        main: bytes of the machine's main memory; of a processor the same as `total`.
        bfloat16: whether it computes in bfloat16, on a processor: faster than in float32, as was measured.
        float8: whether it can hold weights in float8_e4m3fn, as was tried.
        cores: logical processors that this process may use.
    """

    device: Device
    name: str
    total: int
    free: int | None
    main: int
    bfloat16: bool
    float8: bool
    cores: int = 1

    @property
    def accelerated(self) -> bool:
        """Whether it is a graphics card."""
        return self.device is not Device.CPU

    @property
    def shared(self) -> bool:
        """Whether the device computes in main memory, so that nothing is gained by moving weights there."""
        return self.device in {Device.CPU, Device.MPS}


def machines() -> tuple[Machine, ...]:
    """What is there, the graphics card first and the processor always last; takes about half a second."""
    import torch

    found = [machine for machine in (_cuda(torch), _metal(torch)) if machine is not None]
    return (*found, processor())


def processor() -> Machine:
    """The processor with the main memory."""
    import torch

    total, free = main_memory()
    return Machine(
        Device.CPU,
        _processor_name(),
        total,
        free,
        total,
        bfloat16_ratio() >= FASTER,
        _holds_float8(torch.device("cpu")),
        _cores(),
    )


def _cuda(torch: Any) -> Machine | None:
    """The first CUDA or ROCm device: torch names both `cuda`, and which it is was decided when it was built."""
    if not torch.cuda.is_available():
        return None
    device = torch.device("cuda", 0)
    free, total = torch.cuda.mem_get_info(device)
    return Machine(
        Device.ROCM if torch.version.hip else Device.CUDA,
        str(torch.cuda.get_device_name(device)),
        int(total),
        int(free),
        main_memory()[0],
        bool(torch.cuda.is_bf16_supported(including_emulation=False)),
        _holds_float8(device),
        _cores(),
    )


def _metal(torch: Any) -> Machine | None:
    """Apple's graphics processor; its share of the main memory is what Metal recommends at most."""
    if not torch.backends.mps.is_available():
        return None
    device, total = torch.device("mps"), int(torch.mps.recommended_max_memory())
    free = max(0, total - int(torch.mps.driver_allocated_memory()))
    main = main_memory()[0]
    return Machine(
        Device.MPS, _processor_name(), total, free, main, _computes_bfloat16(device), _holds_float8(device), _cores()
    )


def _computes_bfloat16(device: Any) -> bool:
    import torch

    try:
        one = torch.ones(8, 8, device=device, dtype=torch.bfloat16)
        return float((one @ one)[0, 0]) == 8.0
    except (RuntimeError, TypeError):
        return False


def _holds_float8(device: Any) -> bool:
    """Whether float8 weights can be made on the device and turned back there, which is all that storing them needs."""
    import torch

    try:
        held = torch.full((8,), 0.5, device=device).to(torch.float8_e4m3fn)
        return float(held.to(torch.float32)[0]) == 0.5
    except (RuntimeError, TypeError):
        return False


def bfloat16_ratio() -> float:
    """How many times faster this processor is in bfloat16 than in float32: one matrix product and one convolution.

    One thread's own processor time counts, the least of nine tries: what other programs take does not stand in it, and
    nor does the waiting of threads for each other, which turned the answer round on a busy machine. It has to be the
    same each time, because the dtype decides pixels.
    """
    import torch

    def seconds(dtype: torch.dtype) -> float:
        side = torch.ones(512, 512, dtype=dtype)
        picture = torch.ones(1, 128, 64, 64, dtype=dtype).to(memory_format=torch.channels_last)
        kernel = torch.ones(128, 128, 3, 3, dtype=dtype).to(memory_format=torch.channels_last)
        with torch.inference_mode():
            product = _least(lambda: side @ side)
            return product + _least(lambda: torch.conv2d(picture, kernel, padding=1))

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return seconds(torch.float32) / max(seconds(torch.bfloat16), 1e-9)
    finally:
        torch.set_num_threads(threads)


def _least(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(_TRIES):
        started = time.thread_time()
        work()
        times.append(time.thread_time() - started)
    return min(times)


# ------------------------------------------------------------------------------------------------ main memory


def main_memory() -> tuple[int, int | None]:
    """Bytes of main memory in all, and without an owner now (None where the system does not tell).

    A container's limit counts where it is lower.
    """
    if sys.platform == "win32":
        return _windows_memory()
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    if sys.platform != "linux":
        return total, None
    free = _available(Path("/proc/meminfo").read_text("ascii"))
    limit, used = _container(Path("/sys/fs/cgroup"), Path("/proc/self/cgroup"))
    if limit is None:
        return total, free
    return min(total, limit), min(total if free is None else free, max(0, limit - used))


def _available(told: str) -> int | None:
    """Bytes of `MemAvailable` in what /proc/meminfo tells."""
    for line in told.splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def _container(root: Path, own: Path) -> tuple[int | None, int]:
    """Bytes that this process's control group (version 2) may use, None without a limit, and those it uses.

    The lowest limit on the way up counts.
    """
    try:
        path = next(line[3:] for line in own.read_text("ascii").splitlines() if line.startswith("0::"))
        folders = [root / path.lstrip("/"), *(root / path.lstrip("/")).parents]
    except (OSError, StopIteration):
        return None, 0
    limits = []
    for folder in folders[: len(path.split("/"))]:
        try:
            most = (folder / "memory.max").read_text("ascii").strip()
            used = int((folder / "memory.current").read_text("ascii"))
        except (OSError, ValueError):
            continue
        if most.isdecimal():
            limits.append((int(most), used))
    return min(limits) if limits else (None, 0)


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        *((name, ctypes.c_ulonglong) for name in ("total", "available", "a", "b", "c", "d", "e")),
    )


def _windows_memory() -> tuple[int, int | None]:
    status = _MemoryStatus()
    status.length = ctypes.sizeof(status)
    ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))  # type: ignore[attr-defined,unused-ignore]
    return int(status.total), int(status.available)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor_name() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass  # not Linux
    return platform.processor() or platform.machine()
