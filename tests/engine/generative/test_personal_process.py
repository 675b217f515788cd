"""A personal model through the real processes: photos in over a pipe, the model out over a pipe, nothing on a disk."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.errors import Cancelled, HeadshotError, MachineError, PhotoRefused
from headshot_desktop.core.generation import Generation
from headshot_desktop.core.packs import Family, Manifest
from headshot_desktop.core.personal import Training, facts
from headshot_desktop.core.request import Framing, HeadshotRequest
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Material, OnProgress, Progress, ignore
from tests.engine.generative.jobs import verified

HOW = Training(steps=6, rank=4, rate=5e-3, side=64, even_so=True)
FAMILY = "sd15"
_FILES = Path("/proc/self/fd")


@pytest.fixture
def pack(tiny_packs: Path) -> Manifest:
    return verified(tiny_packs / FAMILY).manifest


@pytest.fixture(scope="module")
def engine() -> Iterator[ProcessEngine]:
    # Threads that wait for each other are slower than one where others work too; the children inherit it.
    with pytest.MonkeyPatch.context() as patch, ProcessEngine(accept_unprotected=True) as made:
        patch.setenv("OMP_NUM_THREADS", "1")
        yield made


def _train(
    engine: ProcessEngine, folder: Path, pack: Manifest, photos: list[bytes], told: OnProgress = ignore
) -> bytes:
    return bytes(engine.train(photos, folder / FAMILY, pack.digest, HOW, told))


def _written(pid: int) -> list[str]:
    """Regular files that a process holds open for writing; none where the system does not show them."""
    found: list[str] = []
    if not _FILES.is_dir():
        return found
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        try:
            flags = int(Path(f"/proc/{pid}/fdinfo/{entry.name}").read_text().split("flags:")[1].split()[0], 8)
            if stat.S_ISREG(entry.stat().st_mode) and flags & (os.O_WRONLY | os.O_RDWR):
                found.append(str(entry.readlink()))
        except FileNotFoundError:
            continue  # closed meanwhile, as the listing of this folder is
    return found


def test_it_is_trained_used_and_forgotten_and_nothing_is_written(
    engine: ProcessEngine, tiny_packs: Path, pack: Manifest, astronaut_jpeg: bytes, tmp_path: Path
) -> None:
    told: list[Progress] = []
    written: list[list[str]] = []

    def look(progress: Progress) -> None:
        told.append(progress)
        if progress.stage == "train":
            written.append(_written(engine.pids()["generator"]))

    with open(tmp_path / "control", "wb"):
        assert _written(os.getpid()) or not _FILES.is_dir(), "positive control"
    made = _train(engine, tiny_packs, pack, [astronaut_jpeg] * 3, look)
    assert len(written) >= 6
    assert not any(written)
    assert engine.attempts() == dict.fromkeys(engine.attempts(), 0)
    about = facts(made)
    assert (about.pack, about.steps, about.photos, about.rank) == (pack.digest, 6, 3, 4)
    assert {progress.stage for progress in told} >= {"start", "check", "encode", "train"}
    assert 0 < told[-1].numbers["loss"] < 10
    assert told[-1].numbers["seconds_left"] == 0
    assert "generator" not in engine.pids(), "what it learned from went with it"
    assert _train(engine, tiny_packs, pack, [astronaut_jpeg] * 3) == made, "the same in another process"

    request = HeadshotRequest(
        Catalogue.read().looks[0], Framing(128, 160), generation=Generation(pack.id, pack.digest, steps=2, side=256)
    )
    assert request.generation is not None
    with_it = replace(request, generation=replace(request.generation, personal=about.digest))
    stronger = replace(request, generation=replace(request.generation, personal=about.digest, personal_scale=2.0))
    plain, worn = Material(tiny_packs / FAMILY), Material(tiny_packs / FAMILY, personal=made)
    before = engine.render(request, astronaut_jpeg, material=plain).picture
    full = engine.render(with_it, astronaut_jpeg, material=worn).picture
    assert full != before
    assert engine.render(stronger, astronaut_jpeg, material=worn).picture not in (before, full)
    assert engine.render(request, astronaut_jpeg, material=plain).picture == before, "off again, in the same process"
    with pytest.raises(HeadshotError):
        engine.render(with_it, astronaut_jpeg, material=plain)
    changed = Material(tiny_packs / FAMILY, personal=made[:-2])
    with pytest.raises(MachineError) as refused:
        engine.render(with_it, astronaut_jpeg, material=changed)
    assert refused.value.code == "bad-personal-model"


def test_on_this_machine_it_is_refused_in_a_sentence(engine: ProcessEngine) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has a graphics card")
    with pytest.raises(MachineError, match="at least 12 GB of memory") as refused:
        engine.check_training(Family.KLEIN, replace(HOW, even_so=False))
    assert refused.value.code == "no-training-here"
    with pytest.raises(MachineError) as large:
        engine.check_training(Family.QWEN, HOW)
    assert large.value.code == "family-not-trained"
    engine.check_training(Family.KLEIN, HOW)


def test_cancelled_nothing_is_left(
    engine: ProcessEngine, tiny_packs: Path, pack: Manifest, astronaut_jpeg: bytes
) -> None:
    def stop(progress: Progress) -> None:
        if progress.stage == "train" and progress.done == 2:
            threading.Thread(target=engine.cancel).start()

    long = replace(HOW, steps=4000)
    with pytest.raises(Cancelled):
        engine.train([astronaut_jpeg], tiny_packs / FAMILY, pack.digest, long, stop)
    assert "generator" not in engine.pids()
    assert engine.inspect(astronaut_jpeg).width == 512


def test_a_photo_without_a_face_and_a_changed_pack_are_refused(
    engine: ProcessEngine, tiny_packs: Path, pack: Manifest, astronaut_jpeg: bytes
) -> None:
    with pytest.raises(PhotoRefused):
        _train(engine, tiny_packs, pack, [astronaut_jpeg, b"no photo at all"])
    assert "generator" not in engine.pids()
    other = replace(pack, digest="0" * 64)
    with pytest.raises(MachineError) as refused:
        _train(engine, tiny_packs, other, [astronaut_jpeg])
    assert refused.value.code == "pack-changed"
