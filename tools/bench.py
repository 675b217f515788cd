"""Measure how long a headshot takes and how much memory it needs, on this machine, now.

    python tools/bench.py [headshot] [--photo FILE] [--runs N] [--out FILE]
    python tools/bench.py vault [--runs N] [--out FILE]
    python tools/bench.py window [--runs N] [--out FILE]
    python tools/bench.py clicks [--runs N] [--out FILE]
    python tools/bench.py generative [--packs sd15 sdxl klein] [--memory GB …] [--place DIR] [--runs N] [--out FILE]

The second is about the vault, see `bench_vault.py`, the third about the window, see `bench_window.py`, the fourth
about a person in it, see `bench_clicks.py`, the fifth about model packs, see `bench_generative.py`.

The first prints JSON: seconds of the warm engine stage by stage (median over runs), of the cold command, peak memory of
all processes together (sum of proportional set sizes, sampled), and ratios against a named baseline measured in the
same run, Pillow decoding the same photo and scaling it to 800 × 800. Without `--photo`, scikit-image's astronaut is
enlarged to 12 megapixels with sensor-like noise.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import bench_generative
import bench_vault
import bench_window
from agreed import agreed_here
from headshot_desktop import __version__
from headshot_desktop.app.build import build_studio
from headshot_desktop.app.catalogue import Catalogue

MEGAPIXEL_SIDE = 3464
"""12 megapixels, square."""

WHAT = ("headshot", "vault", "window", "clicks", "generative")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=WHAT, default="headshot")
    parser.add_argument("--photo", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--out", type=Path)
    bench_generative.options(parser)
    arguments = parser.parse_args()
    measured = _measured(arguments)
    text = json.dumps({"version": 1, "program": __version__, **measured}, indent=2)
    print(text)
    if arguments.out:
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        arguments.out.write_text(text + "\n", "utf-8")
    return 0


def _measured(arguments: argparse.Namespace) -> dict[str, Any]:
    if arguments.what == "vault":
        return bench_vault.measure(arguments.runs)
    if arguments.what == "window":
        return bench_window.measure(arguments.runs, twelve_megapixels())
    if arguments.what == "generative":
        return bench_generative.measure(arguments.runs, arguments.packs, arguments.memory, arguments.place)
    if arguments.what == "clicks":
        import bench_clicks  # takes the tests' screen and screen reader

        return bench_clicks.measure(arguments.runs, twelve_megapixels())
    return _headshot(arguments)


def _headshot(arguments: argparse.Namespace) -> dict[str, Any]:
    content = arguments.photo.read_bytes() if arguments.photo else twelve_megapixels()
    with Image.open(io.BytesIO(content)) as image:
        size = image.size
    baseline = _median([_baseline(content) for _ in range(arguments.runs)])
    warm = _warm(content, arguments.runs)
    cold = _cold(content, "linkedin")
    return {
        "photo": {"megapixels": round(size[0] * size[1] / 1e6, 1), "bytes": len(content)},
        "machine": {"cores": len(os.sched_getaffinity(0)), "load": round(os.getloadavg()[0], 2)},
        "baseline": {"name": "pillow: decode and scale to 800 × 800", "seconds": round(baseline, 4)},
        "warm": warm,
        "cold": cold,
        "cold_cutout": _cold(content, "cutout"),
        "help": {"seconds": round(_median([_help() for _ in range(5)]), 3)},
        "ratio": {"warm": round(warm["seconds"] / baseline, 2), "cold": round(cold["seconds"] / baseline, 2)},
    }


def twelve_megapixels() -> bytes:
    """The astronaut at 12 megapixels as a JPEG of a phone's quality."""
    from skimage import data

    large = Image.fromarray(data.astronaut()).resize((MEGAPIXEL_SIDE, MEGAPIXEL_SIDE), Image.Resampling.BICUBIC)
    noise = np.random.default_rng(7).normal(0, 3, (MEGAPIXEL_SIDE, MEGAPIXEL_SIDE, 1))
    noisy = np.clip(np.asarray(large) + noise, 0, 255).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noisy).save(stream, "JPEG", quality=92)
    return stream.getvalue()


def _baseline(content: bytes) -> float:
    started = time.perf_counter()
    with Image.open(io.BytesIO(content)) as image:
        image.convert("RGB").resize((800, 800), Image.Resampling.LANCZOS)
    return time.perf_counter() - started


def _warm(content: bytes, runs: int) -> dict[str, Any]:
    """Photo bytes to the written file in a running engine and a vault, as the window will do it."""
    catalogue = Catalogue.read()
    with tempfile.TemporaryDirectory() as place, build_studio(record=agreed_here()) as studio:
        folder = Path(place)
        destination = catalogue.destination("linkedin")
        totals: list[float] = []
        stages: dict[str, list[float]] = {}
        for run in range(runs + 1):
            # A changed tail makes a new photo of the same pixels: nothing may come from the engine's memory.
            started = time.perf_counter()
            photo = studio.add_content(content + bytes([run]), "photo")
            sealed = time.perf_counter()
            seen = studio.inspect(photo)
            inspected = time.perf_counter()
            made = studio.render(photo, studio.request(catalogue.look("auto"), destination))
            rendered = time.perf_counter()
            studio.export(made, destination, folder / f"{run}.jpg", overwrite=True)
            finished = time.perf_counter()
            if run == 0:
                continue  # the first run warms up
            totals.append(finished - started)
            measured = {
                "seal": sealed - started,
                "decode and pipes": inspected - sealed - sum(seen.stages.values()),
                "inspect": sum(seen.stages.values()),
                **{f"render: {name}": seconds for name, seconds in made.stages.items()},
                "render: pipes": rendered - inspected - sum(made.stages.values()),
                "finish and write": finished - rendered,
            }
            for name, seconds in measured.items():
                stages.setdefault(name, []).append(seconds)
    return {
        "seconds": round(_median(totals), 3),
        "stages": {name: round(_median(times), 4) for name, times in stages.items()},
    }


def _help() -> float:
    started = time.perf_counter()
    subprocess.run([_command(), "--help"], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def _command() -> str:
    return str(Path(sys.executable).with_name("headshot"))


def _cold(content: bytes, destination: str) -> dict[str, Any]:
    """The whole command, from typing it to the file, and the memory of all its processes."""
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / "photo.jpg"
        photo.write_bytes(content)
        started = time.perf_counter()
        with subprocess.Popen(
            [_command(), "make", str(photo), "--for", destination, "--out", folder, "--agree"],
            stdout=subprocess.DEVNULL,
        ) as process:
            peak = _peak_memory(process)
        seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"headshot make ended with {process.returncode}")
    return {"seconds": round(seconds, 3), "peak_memory_mb": round(peak / 1e6)}


def _peak_memory(process: subprocess.Popen[bytes]) -> float:
    """Highest sum of proportional set sizes of a process and all its descendants, in bytes, sampled every 20 ms."""
    peak = 0.0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.02):
            peak = max(peak, sum(_pss(pid) for pid in _family(process.pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    done.set()
    watcher.join()
    return peak


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in _family(int(child)))]


def _pss(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1]) * 1024
    except OSError:
        pass
    return 0.0


def _median(values: list[float]) -> float:
    return float(statistics.median(values))


if __name__ == "__main__":
    sys.exit(main())
