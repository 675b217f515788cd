"""Measure the vault: `python tools/bench.py vault [--runs N] [--out FILE]`.

Two promises. Sealing and opening 25 MB runs at half the speed of AES-GCM or more: the same library, the same bytes, in
one call, without keys, chunks, padding or a header. And opening the program with an empty vault costs 60 ms at most:
importing and creating it in a fresh process that has loaded the rest of the program.

AES-GCM is timed in both of its forms. The promise is held against `encrypt` and `decrypt`, which make their result, as
`seal` and `unseal` do. `encrypt_into` and `decrypt_into` with memory that is already there are the fastest that the
library can do at all, and are shown beside it. All forms take turns, in another order each round. What counts is the
thread's own processor time, in which a busy machine's other programs do not stand.
"""

from __future__ import annotations

import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from headshot_desktop.vault.format import ID, SECRET, TAG, seal, unseal
from headshot_desktop.vault.keys import key_store
from headshot_desktop.vault.vault import Vault

SIZE = 25_000_000
LEAST_RATIO = 0.5
MOST_SECONDS = 0.060

_REST = "import argparse, headshot_desktop.isolation, headshot_desktop.app.catalogue, headshot_desktop.engine.process"
_EMPTY = """
import pathlib, sys, time
started = time.perf_counter()
from headshot_desktop.vault.vault import Vault
imported = time.perf_counter()
vault = Vault.create([pathlib.Path(root) for root in sys.argv[1:]])
print(imported - started, time.perf_counter() - imported)
"""


def measure(runs: int) -> dict[str, Any]:
    """All numbers, in seconds unless named otherwise, and whether each promise is kept on this machine, now."""
    speed, opening = _speed(max(runs, 5)), _opening(max(runs, 5))
    return {
        "cores": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 2),
        "speed": speed,
        "whole_vault": _whole(max(runs, 5)),
        "empty_vault": opening,
        "kept": {
            "speed": min(speed["ratio"]["seal"], speed["ratio"]["open"]) >= LEAST_RATIO,
            "empty_vault": opening["seconds"] <= MOST_SECONDS,
        },
    }


def _speed(runs: int) -> dict[str, Any]:
    secret, vault_id, object_id = secrets.token_bytes(SECRET), secrets.token_bytes(ID), secrets.token_bytes(ID)
    content, cipher, nonce = secrets.token_bytes(SIZE), AESGCM(secret), bytes(12)
    sealed, bare = seal(secret, vault_id, object_id, "photo", content), cipher.encrypt(nonce, content, None)
    room, back = bytearray(SIZE + TAG), bytearray(SIZE)
    forms: dict[str, Callable[[], object]] = {
        "seal": lambda: seal(secret, vault_id, object_id, "photo", content),
        "encrypt": lambda: cipher.encrypt(nonce, content, None),
        "encrypt_into": lambda: cipher.encrypt_into(nonce, content, None, room),
        "open": lambda: unseal(secret, vault_id, object_id, sealed),
        "decrypt": lambda: cipher.decrypt(nonce, bare, None),
        "decrypt_into": lambda: cipher.decrypt_into(nonce, bare, None, back),
    }
    times: dict[str, list[float]] = {name: [] for name in forms}
    for number in range(8 * runs):
        names = list(forms)[number % 6 :] + list(forms)[: number % 6]
        for name in names:
            times[name].append(_processor_seconds(forms[name]))
    median = {name: statistics.median(found) for name, found in times.items()}
    fastest = {name: min(found) for name, found in times.items()}
    return {
        "bytes": SIZE,
        "rounds": 8 * runs,
        "clock": "processor time of the thread",
        "median": {name: round(value, 5) for name, value in median.items()},
        "fastest": {name: round(value, 5) for name, value in fastest.items()},
        "ratio": {
            "seal": round(median["encrypt"] / median["seal"], 3),
            "open": round(median["decrypt"] / median["open"], 3),
            "seal, fastest": round(fastest["encrypt"] / fastest["seal"], 3),
            "open, fastest": round(fastest["decrypt"] / fastest["open"], 3),
            "seal, fastest, in place": round(fastest["encrypt_into"] / fastest["seal"], 3),
            "open, fastest, in place": round(fastest["decrypt_into"] / fastest["open"], 3),
        },
    }


def _whole(runs: int) -> dict[str, Any]:
    """A vault's own put and open of the same bytes: files, index and SHA-256 too. Shown, nothing is promised of it."""
    content = secrets.token_bytes(SIZE)
    times: dict[str, list[float]] = {"put": [], "open": []}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "vaults"
        with Vault.create([root], keys=key_store("memory"), janitor=False) as vault:
            for _ in range(runs):
                started = time.perf_counter()
                handle = vault.put(content, "photo")
                put = time.perf_counter()
                vault.open(handle)
                times["put"].append(put - started)
                times["open"].append(time.perf_counter() - put)
                vault.discard(handle)
    return {name: round(statistics.median(found), 4) for name, found in times.items()}


def _processor_seconds(form: Callable[[], object]) -> float:
    started = time.thread_time()
    form()
    return time.thread_time() - started


def _opening(runs: int) -> dict[str, Any]:
    """Import and creation inside a fresh process; and, as a check, how much longer the whole process takes."""
    inside: list[tuple[float, float]] = []
    whole: dict[str, list[float]] = {"with": [], "without": []}
    with tempfile.TemporaryDirectory() as folder:
        roots = [os.path.join(folder, name) for name in ("memory", "disk")]
        for _ in range(runs):
            whole["without"].append(_process(_REST, [])[0])
            seconds, answer = _process(_REST + _EMPTY, roots)
            whole["with"].append(seconds)
            imported, created = map(float, answer.split())
            inside.append((imported, created))
    return {
        "seconds": round(statistics.median(imported + created for imported, created in inside), 4),
        "imports": round(statistics.median(imported for imported, _ in inside), 4),
        "create": round(statistics.median(created for _, created in inside), 5),
        "slowest": round(max(map(sum, inside)), 4),
        "process": {name: round(statistics.median(found), 4) for name, found in whole.items()},
    }


def _process(program: str, arguments: list[str]) -> tuple[float, str]:
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return time.perf_counter() - started, done.stdout
