"""A process of the engine that was taken over: `hostile.py ROLE DEED`, started in the place of `--role ROLE`.

The role starts as it always does, behind its own walls; when it has them, its first job makes it do DEED.
"""

from __future__ import annotations

import contextlib
import ctypes
import socket
import sys
import time
from collections.abc import Callable
from typing import Any

from headshot_desktop import __main__ as program
from headshot_desktop import isolation
from headshot_desktop.engine import decoder, worker
from headshot_desktop.isolation import audit


def python_socket() -> None:
    """As a plug-in that reports home would; it goes on when it is refused."""
    with contextlib.suppress(OSError):
        socket.getaddrinfo(b"192.0.2.1", 443)  # bytes: words would want a file that the decoder may not open


def native_socket() -> None:
    """Past Python: the decoder's filter ends it, the engine's says no."""
    ctypes.CDLL(None).socket(2, 1, 0)


def foreign_call() -> None:
    """An entry that no role has: mov eax, 20; int 0x80."""
    import mmap

    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory[:8] = b"\xb8\x14\0\0\0\xcd\x80\xc3"
    ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()


def fault() -> None:
    """What a photo does that makes the reader write where nothing is."""
    ctypes.string_at(0)


def lingering() -> None:
    """Long enough for a person to end it with `kill`."""
    time.sleep(3)


DEEDS: dict[str, Callable[[], None]] = {
    each.__name__: each for each in (python_socket, native_socket, foreign_call, fault, lingering)
}


def main(role: str, deed: str) -> int:
    isolation.switch_off()
    audit.install()
    if role == "engine":
        perform = worker.Worker._perform

        def taken_over(self: worker.Worker, job: Any) -> Any:
            DEEDS[deed]()
            return perform(self, job)

        worker.Worker._perform = taken_over  # type: ignore[method-assign]
    else:
        decode = decoder.decode

        def taken_over_too(untrusted: Any) -> Any:
            if bytes(untrusted).endswith(b"hostile"):
                DEEDS[deed]()
            return decode(untrusted)

        decoder.decode = taken_over_too
    return program._role(role)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
