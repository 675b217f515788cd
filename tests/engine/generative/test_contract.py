"""The Generative engine does what every engine must, in its real processes, with a pack of random weights."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from headshot_desktop.core.errors import Bug, ModelCorrupt
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.pack_files import read_manifest
from headshot_desktop.core.request import HeadshotRequest
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Engine, Material, Progress
from tests.contract.engine import EngineContract


def generation(pack: Path, mode: Mode = Mode.KEEP_FACE) -> Generation:
    manifest = read_manifest(pack)
    return Generation(manifest.id, manifest.digest, mode, steps=2, side=256)


@pytest.fixture(scope="module")
def shared() -> Iterator[ProcessEngine]:
    # Threads that wait for each other are slower than one where others work too; the children inherit it.
    with pytest.MonkeyPatch.context() as patch, ProcessEngine() as engine:
        patch.setenv("OMP_NUM_THREADS", "1")
        yield engine


class TestGenerativeEngine(EngineContract):
    pack: Path

    @pytest.fixture(autouse=True)
    def _pack(self, tiny_packs: Path) -> None:
        self.pack = tiny_packs / "klein"
        self.material = Material(self.pack)

    @pytest.fixture
    def engine(self, shared: ProcessEngine) -> Engine:
        return shared

    @pytest.fixture
    def photo(self, astronaut_jpeg: bytes) -> bytes:
        return astronaut_jpeg

    def request_for(self, width: int = 256, height: int = 256, seed: int = 0) -> HeadshotRequest:
        return replace(super().request_for(width, height, seed), generation=generation(self.pack))

    def test_it_runs_in_a_process_of_its_own_behind_the_same_filter(self, shared: ProcessEngine, photo: bytes) -> None:
        shared.rest()
        assert "generator" not in shared.pids()
        shared.inspect(photo)
        assert "generator" not in shared.pids(), "nothing of it is started for what needs no pack"
        shared.render(self.request_for(), photo, material=self.material)
        status = Path(f"/proc/{shared.pids()['generator']}/status").read_text()
        assert "Seccomp:\t2" in status

    def test_a_seed_makes_another_picture_and_the_report_says_how_it_was_made(
        self, shared: ProcessEngine, photo: bytes
    ) -> None:
        first = shared.render(self.request_for(), photo, material=self.material)
        assert shared.render(self.request_for(seed=5), photo, material=self.material).picture != first.picture
        assert first.report["pack"] == "tiny-klein"
        assert first.report["plan"]["device"] in {"cpu", "cuda", "rocm", "mps"}

    def test_how_long_it_will_take_is_said_before_it_begins(self, shared: ProcessEngine, photo: bytes) -> None:
        seen: list[Progress] = []
        longer = replace(self.request_for(), generation=replace(generation(self.pack), steps=12))
        made = shared.render(longer, photo, seen.append, material=self.material)
        # What random weights draw is rejected and drawn again, which nobody knows before.
        first = seen[: [progress.stage for progress in seen].index("match")]
        told = [progress.numbers["seconds_left"] for progress in first if "seconds_left" in progress.numbers]
        assert told, "before the end"
        assert told == sorted(told, reverse=True), "it only gets less"
        estimate = made.report["estimate"]
        assert estimate["expected"] > 0
        assert estimate["took"] > 0

    def test_cancel_is_heard_within_a_step(self, shared: ProcessEngine, photo: bytes) -> None:
        """And the next picture is as if nothing had been."""
        before = shared.render(self.request_for(), photo, material=self.material).picture

        def stop(progress: Progress) -> None:
            if progress.stage == "denoise":
                shared.cancel()

        longer = replace(self.request_for(), generation=replace(generation(self.pack), steps=60))
        with pytest.raises(Exception, match="Stopped"):
            shared.render(longer, photo, stop, material=self.material)
        assert shared.render(self.request_for(), photo, material=self.material).picture == before

    def test_other_photos_of_the_person_count(self, shared: ProcessEngine, photo: bytes) -> None:
        alone = shared.render(self.request_for(), photo, material=self.material).picture
        other = replace(self.material or Material(self.pack), references=(photo + b" ",))
        assert shared.render(self.request_for(), photo, material=other).picture != alone

    def test_another_pack_than_was_chosen_is_not_loaded(
        self, shared: ProcessEngine, photo: bytes, tmp_path: Path
    ) -> None:
        changed = Path(shutil.copytree(self.pack, tmp_path / "pack"))
        (weights,) = (changed / "vae").glob("*.safetensors")
        content = bytearray(weights.read_bytes())
        content[-1] ^= 1
        weights.write_bytes(content)
        with pytest.raises(ModelCorrupt):
            shared.render(self.request_for(seed=3), photo, material=Material(changed))

    def test_a_request_without_its_pack_is_our_fault(self, shared: ProcessEngine, photo: bytes) -> None:
        with pytest.raises(Bug):
            shared.render(self.request_for(), photo)


_PROGRAM = """
import json, sys
from dataclasses import replace
from pathlib import Path
from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.generation import Generation, Mode
from headshot_desktop.core.pack_files import read_manifest
from headshot_desktop.core.request import Framing, HeadshotRequest
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Material
photo, told = Path(sys.argv[1]).read_bytes(), {}
with ProcessEngine(accept_unprotected=True) as engine:
    for pack in map(Path, sys.argv[2:]):
        manifest, seen = read_manifest(pack), []
        wanted = Generation(manifest.id, manifest.digest, Mode.KEEP_FACE, steps=2, side=256)
        request = HeadshotRequest(Catalogue.read().looks[0], Framing(256, 256), generation=wanted)
        made = engine.render(request, photo, seen.append, live=True, material=Material(pack))
        new = replace(request, generation=replace(wanted, mode=Mode.NEW_PHOTO, steps=1))
        assert engine.render(new, photo, material=Material(pack)).picture.startswith(b"\\x89PNG")
        told[pack.name] = {
            "picture": made.picture[:4].hex(),
            "previews": sum(progress.picture is not None for progress in seen),
            "stages": sorted({progress.stage for progress in seen}),
        }
    print(json.dumps({"told": told, "attempts": dict(engine.attempts())}))
"""

FAMILIES = ("klein", "qwen", "sdxl", "sd15")

Ran = tuple["subprocess.CompletedProcess[str]", list[str]]


@pytest.fixture(scope="module")
def ran(tiny_packs: Path, astronaut_jpeg: bytes, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A program that generates with every family, as it ended, and what the kernel saw of it where strace is there."""
    folder = tmp_path_factory.mktemp("ran")
    photo, trace = folder / "me.jpg", folder / "trace"
    photo.write_bytes(astronaut_jpeg)
    watched = "trace=socket,connect,bind,sendto,sendmsg,openat,open,creat,mkdir,mkdirat,unlink,unlinkat,rename"
    # Only what is watched stops for strace; what our own filter refuses comes before it, and is no success.
    traced = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", watched, "-o", str(trace)]
    program = [sys.executable, "-c", _PROGRAM, str(photo), *(str(tiny_packs / family) for family in FAMILIES)]
    environment = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONWARNINGS": "error",
        "HEADSHOT_DEBUG": "1",  # what the children say is heard
        "HOME": str(folder),
    }
    command = [*(traced if shutil.which("strace") else []), *program]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=280)
    return done, trace.read_text().splitlines() if trace.exists() else []


def test_all_families_go_the_same_way_and_say_nothing(ran: Ran) -> None:
    done, _ = ran
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert not any(answer["attempts"].values())
    assert list(answer["told"]) == list(FAMILIES)
    for told in answer["told"].values():
        assert bytes.fromhex(told["picture"]) == b"\x89PNG"
        assert told["previews"] > 0
        assert "denoise" in told["stages"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_generating_reaches_no_network_and_changes_no_file(ran: Ran) -> None:
    """As the kernel sees it, over all families; the filter that would refuse it is there too, but is not relied on."""
    _, calls = ran
    assert len(calls) > 1000, "something was watched"
    asked = [
        call for call in calls if re.search(r"AF_INET6?\b", call) and " EACCES" not in call and " EPERM" not in call
    ]
    assert asked == []
    wrote = [call for call in calls if re.search(r"O_(WRONLY|RDWR|CREAT)", call) and re.search(r"= \d+$", call)]
    elsewhere = [call for call in wrote if not re.search(r'"/dev/|"/proc/|memfd', call)]
    assert elsewhere == []
    assert not [call for call in calls if re.search(r"(mkdir|unlink|rename|creat)\w*\(.*= 0$", call)]
