"""What is switched off or forbidden before any other library is imported. Standard library only.

Layers: switches in the environment (`SWITCHES`, `cache_switches`), a hook that counts and refuses what Python code
tries (`audit`), and on Linux, in every process, a seccomp filter and resource limits for its role (`restrict_…`). What
could not be put in place is returned as a sentence, so the program can say so instead of pretending.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from headshot_desktop.isolation import linux, seccomp

SWITCHES: Mapping[str, str] = {
    # onnxruntime's telemetry thread resolves a host about 10 s after start; only this variable stops it, and only
    # when it is set before the import (measured, see docs/decisions/0002-processes.md).
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "DIFFUSERS_OFFLINE": "1",
    # A model pack is data: no code of its own, and no attention kernels out of somebody's repository.
    "DIFFUSERS_DISABLE_REMOTE_CODE": "1",
    "DIFFUSERS_TRUST_REMOTE_KERNELS": "0",
    "DIFFUSERS_ATTN_BACKEND": "native",
    "TOKENIZERS_PARALLELISM": "false",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "LD_BIND_NOW": "1",
}
"""Set before any import in every process of ours."""

_CACHES: Mapping[str, str] = {
    "XDG_CACHE_HOME": "cache",
    "HF_HOME": "huggingface",
    "TORCH_HOME": "torch",
    "TORCHINDUCTOR_CACHE_DIR": "inductor",
    "TRITON_CACHE_DIR": "triton",
    "CUDA_CACHE_PATH": "cuda",
    "MPLCONFIGDIR": "matplotlib",
    "NUMBA_CACHE_DIR": "numba",
    "TMPDIR": "temporary",
    "TEMP": "temporary",
    "TMP": "temporary",
}

SOCKETS_OPEN = "The operating system does not keep this program from opening network connections here."
MEMORY_OPEN = "Other programs of yours could read this program's memory."
FILES_OPEN = "The operating system does not keep the photo reader from your files here."
FILES_WRITABLE = "The operating system does not keep the process that makes headshots from changing your files here."
"""What `restrict_…` says was not possible."""

ENGINE_FILES = 512
"""File descriptors of the engine: its libraries, a model's files, and the devices of graphics cards."""


BIND_NOW = "LD_BIND_NOW"


def switch_off() -> None:
    """Put the switches into this process's environment; children inherit them."""
    os.environ.update(SWITCHES)
    sys.dont_write_bytecode = True  # the variable comes too late for the process that sets it


def answer_probes() -> None:
    """Tell libraries what they would else find out by trying while they are imported, for the engine only.

    That is IPv6, by binding a socket (urllib3), the place of temporary files, by writing one, and the place of compiled
    code, by making a folder (torch). A folder that is there and cannot be written to is answer enough.
    """
    import socket
    import tempfile

    socket.has_ipv6 = False
    root = os.path.abspath(os.sep)
    tempfile.tempdir = os.environ.get("TMPDIR", root)
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", root)


def absolute_modules(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without entries of PYTHONPATH that are empty or relative.

    They mean whatever the current folder is, so that a file named json.py beside a photo would be run.
    """
    cleaned = dict(environment)
    if path := cleaned.pop("PYTHONPATH", ""):
        kept = [entry for entry in path.split(os.pathsep) if os.path.isabs(entry)]
        if kept:
            cleaned["PYTHONPATH"] = os.pathsep.join(kept)
    return cleaned


def bind_early() -> None:
    """Start this process again, in place and once, with every function bound and no module from the current folder.

    Bound on first use instead, as is usual, glibc saves the vector registers on the stack at that moment, and a key
    that was just copied through them stays there: 1–3 copies were found without this, 0 with it (decision 0005). The
    current folder may hold strangers' photos, and files beside them (see `absolute_modules`). Call it before anything
    else; a system without this linker goes on as it is, but for what it hands to its children.
    """
    environment = absolute_modules(os.environ)
    changed = environment != dict(os.environ)
    if changed:
        os.environ.pop("PYTHONPATH", None)
        os.environ.update(environment)
    if sys.platform != "linux":
        return
    safe = sys.flags.safe_path or getattr(sys, "frozen", False)
    if os.environ.get(BIND_NOW) and safe and not changed:
        return
    os.environ[BIND_NOW] = "1"
    options = [] if safe else ["-P"]
    try:
        os.execv(sys.executable, [sys.executable, *options, *sys.orig_argv[1:]])
    except OSError:
        pass  # such as an interpreter that was replaced by an update meanwhile: the program works without


def cache_switches(folder: Path) -> dict[str, str]:
    """Environment variables that send every library's caches and temporary files below `folder`; makes nothing."""
    return {name: str(folder / place) for name, place in _CACHES.items()}


def _missing(*kept: tuple[str, bool]) -> list[str]:
    return [sentence for sentence, done in kept if not done]


def restrict_application(*, dumpable: bool = False) -> list[str]:
    """Leave this process and its children Unix sockets only, no core dumps and no view of other processes' memory.

    Args:
        dumpable: for a window: file dialogs of the desktop portal need to look at the process that asks (and so can
            every other program of the same user). The command line hides its memory.

    Returns:
        A sentence for each protection that was asked for and that this system does not give. Irreversible.
    """
    if sys.platform != "linux":
        return [SOCKETS_OPEN] if dumpable else [SOCKETS_OPEN, MEMORY_OPEN]
    memory = linux.limit({"CORE": 0}) and (dumpable or linux.hide_memory())
    return _missing((SOCKETS_OPEN, linux.install(seccomp.APPLICATION)), (MEMORY_OPEN, memory))


def restrict_janitor() -> list[str]:
    """As `restrict_application`, with hidden memory, and no program can be started. See there for the answer."""
    if sys.platform != "linux":
        return [SOCKETS_OPEN, MEMORY_OPEN]
    memory = linux.limit({"CORE": 0}) and linux.hide_memory()
    return _missing((SOCKETS_OPEN, linux.install(seccomp.JANITOR)), (MEMORY_OPEN, memory))


def restrict_engine() -> list[str]:
    """Leave this process no sockets, programs or keys, and no file to change; see `restrict_application`."""
    if sys.platform != "linux":
        return [SOCKETS_OPEN, MEMORY_OPEN, FILES_WRITABLE]
    # Landlock knows files from graphics cards. A kernel without it, and a machine without cards, has a filter that lets
    # nothing be opened for writing; so what is missing without either is told by the filter alone.
    cards = linux.write_nothing() and linux.graphics_cards()
    memory = linux.limit({"CORE": 0, "FSIZE": 0, "NOFILE": ENGINE_FILES}) and linux.hide_memory()
    filtered = linux.install(seccomp.engine(os.getpid(), cards=cards))
    return _missing((SOCKETS_OPEN, filtered), (MEMORY_OPEN, memory), (FILES_WRITABLE, filtered))


def restrict_decoder(address_space: int) -> list[str]:
    """Leave this process its open pipes, memory and time; every other wish of it is its end, or an error for files.

    Call it when every codec is loaded and has worked once.

    Args:
        address_space: most bytes of address space.

    Returns:
        As `restrict_application`.
    """
    if sys.platform != "linux":
        return [SOCKETS_OPEN, MEMORY_OPEN, FILES_OPEN]
    # No limit of processes: it counts the threads of all the user's programs. The filter knows threads only, and the
    # address space is full after some hundred of them.
    limits = {"CORE": 0, "FSIZE": 0, "NOFILE": 0, "AS": address_space}
    memory = linux.limit(limits) and linux.hide_memory()
    filtered = linux.install(seccomp.decoder(os.getpid()))
    return _missing((SOCKETS_OPEN, filtered), (MEMORY_OPEN, memory), (FILES_OPEN, filtered))
