"""Measure the Generative engine: `python tools/bench.py generative [--packs sd15 sdxl klein] [--memory 8 12]`.

Model packs of the true sizes are built on the disk from random numbers, used, and deleted again. What random numbers
give is noise: this is the speed of the real models, which have the same shapes, and says nothing about pictures.

Each pack is measured in a process of its own, as the generator process runs it: plan, calibration, estimate, pictures.
The bare call of diffusers is made in the same process with the same networks, in turns with the app's sampler; the
least time of each counts. On a processor that is processor time (all threads together), in which a busy machine's other
programs do not stand; wall time stands beside it. With CUDA it is wall time.

`--memory` limits a CUDA device to so many gigabytes, one run for each, and plans for a device of that size.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

# Before the libraries are imported: they read these at import.
os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1", DO_NOT_TRACK="1")

MOST_OVERHEAD = 0.05
MOST_ERROR = 0.30
SPARE = 4 << 30
"""Bytes that stay free on the disk."""

GIB = 1 << 30


@dataclass(frozen=True)
class Case:
    """What is measured of a pack.

    Attributes:
        side: pixels of both sides of the picture.
        reference: pixels of both sides of the one reference.
        steps: of denoising.
        gigabytes: of the pack on the disk, about.
    """

    side: int
    reference: int
    steps: int
    gigabytes: float


CASES = {"sd15": Case(512, 512, 4, 3.6), "sdxl": Case(768, 512, 4, 8.5), "klein": Case(512, 256, 4, 8.2)}
"""On a processor. A graphics card makes the side that its plan allows."""


def measure(runs: int, packs: list[str], memory: list[int], place: Path | None = None) -> dict[str, Any]:
    """All numbers by pack, each pack built, measured and deleted before the next."""
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(dir=place) as folder:
        for name in packs:
            if shutil.disk_usage(folder).free < CASES[name].gigabytes * 1e9 + SPARE:
                results[name] = {"skipped": "not enough room on the disk"}
                continue
            subprocess.run([sys.executable, __file__, "build", name, folder], check=True, stdout=subprocess.DEVNULL)
            for limit in memory or [0]:
                key = f"{name}, {limit} GB" if limit else name
                results[key] = _child(folder, name, runs, limit)
            shutil.rmtree(Path(folder) / name)
    return {
        "what": "speed with random weights of the true sizes; no statement about picture quality",
        "cores": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 2),
        "packs": results,
        "kept": {
            # A pack that failed or was skipped keeps nothing.
            "overhead": all(each.get("overhead", 1) <= MOST_OVERHEAD for each in results.values()),
            "estimate": all(abs(each.get("estimate_error", 1)) <= MOST_ERROR for each in results.values()),
        },
    }


def _child(folder: str, name: str, runs: int, limit: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, "run", name, folder, str(runs), str(limit)],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        return {"failed": f"ended with {done.returncode}", "said": done.stderr[-400:]}
    read: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return read


# ------------------------------------------------------------------------------------------------ one pack, measured


def run(name: str, folder: Path, runs: int, limit: int) -> dict[str, Any]:
    """Plan, calibrate, estimate and generate with one pack, and make the bare call beside it."""
    import torch

    from headshot_desktop.engine.generative import calibration, ladder, samplers, verified
    from headshot_desktop.engine.generative.plan import planned
    from headshot_desktop.engine.generative.work import Shape

    started = time.perf_counter()
    pack = verified.verify(folder / name, "")
    checked = time.perf_counter() - started
    machines = _machines(limit)
    plan = planned(pack, machines)
    case = _case(CASES[name], plan)
    clock = time.process_time if plan.device == "cpu" else _synchronised

    def attempt(plan: Any) -> dict[str, Any]:
        sampler = samplers.load(pack, plan)
        try:
            began = clock()
            speed = calibration.calibrate(
                sampler, pack, plan, lambda _: None, embedding="bench" if name == "klein" else "", clock=clock
            )
            calibrated = clock() - began
            job = _job(name, case)
            estimate = speed.seconds(Shape.of(job, plan, pack.manifest.family), warm=False)
            first = _generated(sampler, job, clock)
            estimates = {"calibration": calibrated, "estimate": estimate, "first_picture": first["seconds"]}
            return {**estimates, **_in_turns(name, sampler, case, runs, clock), "preview": first}
        finally:
            sampler.close()

    ran = ladder.run(plan, attempt)
    card = torch.cuda.is_available()
    return {
        "side": case.side,
        "steps": case.steps,
        "reference": case.reference,
        "device": machines[0].name,
        "threads": torch.get_num_threads(),
        "clock": "processor seconds" if clock is time.process_time else "seconds",
        "plan": {key: str(value) for key, value in vars(ran.plan).items()},
        "verify_seconds": round(checked, 2),
        **_rounded(ran.result),
        "peak_ram_gib": round(_peak() / GIB, 2),
        **({"peak_vram_gib": round(torch.cuda.max_memory_reserved() / GIB, 2)} if card else {}),
    }


def _rounded(result: dict[str, Any]) -> dict[str, Any]:
    first = result.pop("preview")
    error = result["estimate"] / result["first_picture"] - 1
    return {
        **{name: round(value, 4 if name == "overhead" else 2) for name, value in result.items()},
        "estimate_error": round(error, 3),
        "first_preview_seconds": None if first["preview"] is None else round(first["preview"], 2),
        "first_picture_wall": round(first["wall"], 2),
    }


def _machines(limit: int) -> Any:
    import torch

    from headshot_desktop.engine.generative import devices

    found = devices.machines()
    if not limit:
        return found
    if not torch.cuda.is_available():
        raise SystemExit("--memory needs a CUDA device.")
    card = found[0]
    torch.cuda.set_per_process_memory_fraction(min(1.0, limit * GIB / card.total))
    return (replace(card, total=limit * GIB, free=min(limit * GIB, card.free or limit * GIB)),)


def _case(case: Case, plan: Any) -> Case:
    if plan.device == "cpu":
        return case
    return replace(case, side=plan.side, reference=plan.reference)


def _synchronised() -> float:
    import torch

    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return time.perf_counter()


def _job(name: str, case: Case, seed: int = 1) -> Any:
    import numpy as np

    from headshot_desktop.engine.generative.job import Job

    noise = np.random.default_rng(seed).integers(0, 256, (case.reference, case.reference, 3), np.uint8)
    embedding = "bench" if name == "klein" else ""
    return Job("a portrait", (noise,), case.side, case.side, case.steps, seed, embedding=embedding)


def _generated(sampler: Any, job: Any, clock: Callable[[], float], *, live: bool = True) -> dict[str, Any]:
    seen: list[float] = []
    began, wall = clock(), time.perf_counter()

    def on_step(step: Any) -> None:
        if step.preview is not None:
            seen.append(clock() - began)

    sampler.generate(job, on_step, live=live)
    return {
        "seconds": clock() - began,
        "wall": time.perf_counter() - wall,
        "preview": seen[0] if seen else None,
    }


def _in_turns(name: str, sampler: Any, case: Case, runs: int, clock: Callable[[], float]) -> dict[str, float]:
    """The sampler as the app calls it, with live previews, and the bare call, each by turns; words read before."""
    job, bare = _job(name, case), _bare(name, sampler, case)
    ours, theirs, walls = [], [], []
    for _ in range(runs):
        made = _generated(sampler, job, clock)
        ours.append(made["seconds"])
        walls.append(made["wall"])
        began = clock()
        bare()
        theirs.append(clock() - began)
    return {
        "picture": min(ours),
        "picture_wall": min(walls),
        "bare": min(theirs),
        "overhead": min(ours) / min(theirs) - 1,
    }


def _bare(name: str, sampler: Any, case: Case) -> Callable[[], object]:
    """The same picture by diffusers alone: its pipeline over the same networks, with what was read of the words."""
    import torch
    from diffusers import Flux2KleinPipeline, StableDiffusionPipeline, StableDiffusionXLPipeline
    from PIL import Image

    job = _job(name, case)
    conditions = next(reversed(sampler._conditions.values()))
    common = {"height": case.side, "width": case.side, "num_inference_steps": case.steps, "guidance_scale": 1.0}
    made = sampler._pipeline(job)
    components = dict(made.components)
    if name == "klein":
        pipe = Flux2KleinPipeline(**{**components, "is_distilled": True})
        given: dict[str, Any] = {**conditions, "image": [Image.fromarray(job.references[0])]}
    else:
        kind, extra = (
            (StableDiffusionXLPipeline, {"add_watermarker": False})
            if name == "sdxl"
            else (StableDiffusionPipeline, {"requires_safety_checker": False})
        )
        pipe = kind(**components, **extra)
        given = {key: value for key, value in conditions.items() if key != "people" and "negative" not in key}
        given["ip_adapter_image_embeds"] = [conditions["people"]]
    device = next(iter(sampler._networks.values())).device
    given = {key: value.to(device) if hasattr(value, "to") else value for key, value in given.items()}
    pipe.set_progress_bar_config(disable=True)

    def call() -> object:
        with torch.no_grad():
            return pipe(**common, **given, generator=torch.Generator("cpu").manual_seed(1), output_type="np")

    return call


def _peak() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main(arguments: list[str]) -> int:
    """One step of the measurement, in a process of its own."""
    what, name, folder, *rest = arguments
    if what == "build":
        from full_packs import build

        build(Path(folder) / name, name)
        return 0
    print(json.dumps(run(name, Path(folder), int(rest[0]), int(rest[1]))))
    return 0


def options(parser: argparse.ArgumentParser) -> None:
    """What `bench.py generative` takes beside the rest."""
    parser.add_argument("--packs", nargs="+", choices=tuple(CASES), default=["sd15"], help="generative: what to build")
    parser.add_argument("--memory", nargs="+", type=int, default=[], metavar="GB", help="generative: limits with CUDA")
    parser.add_argument("--place", type=Path, help="generative: a folder on a disk with room for the packs")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
