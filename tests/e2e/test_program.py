"""The installed program as a person would start it: real processes, real models, real files."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

HEADSHOT = str(Path(sys.executable).with_name("headshot"))


def _run(*words: object, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([HEADSHOT, *map(str, words)], capture_output=True, text=True, check=False, cwd=folder)


def _image(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def test_a_photo_becomes_headshots(astronaut_file: Path, tmp_path: Path) -> None:
    done = _run("make", astronaut_file, "--for", "linkedin,resume-de,cutout", "--out", tmp_path, "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert all(made["fidelity"]["passed"] for made in answer["made"])
    linkedin = _image(tmp_path / "astronaut-linkedin.jpg")
    assert (linkedin.size, linkedin.mode, linkedin.format) == ((800, 800), "RGB", "JPEG")
    resume = _image(tmp_path / "astronaut-resume-de.jpg")
    assert resume.size == (531, 709)
    assert round(resume.info["dpi"][0]) == 300
    cutout = _image(tmp_path / "astronaut-cutout.png")
    assert (cutout.size, cutout.mode) == ((512, 512), "RGBA")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "astronaut-cutout.png",
        "astronaut-linkedin.jpg",
        "astronaut-resume-de.jpg",
    ], "nothing else is written"


def test_the_flag_behind_the_astronaut_is_gone(astronaut_file: Path, tmp_path: Path) -> None:
    assert _run("make", astronaut_file, "--for", "square", "--look", "studio-white", "--out", tmp_path).returncode == 0
    pixels = np.asarray(_image(tmp_path / "astronaut-square.jpg")).astype(int)
    height, width = pixels.shape[:2]
    corner = pixels[: height // 6, : width // 6]
    assert corner.min() > 200, "the upper corners are the white backdrop"
    assert np.abs(corner[..., 0] - corner[..., 2]).max() < 12, "and have no colour"


def test_nothing_of_the_source_survives(astronaut: np.ndarray, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "CANARY-EXIF"
    exif.get_ifd(0x8825)[2] = (48.0, 8.0, 30.0)
    photo = tmp_path / "canary.jpg"
    Image.fromarray(astronaut).save(photo, quality=95, exif=exif, comment=b"CANARY-COMMENT", xmp=b"<x>CANARY-XMP</x>")
    assert b"CANARY-COMMENT" in photo.read_bytes()
    assert _run("make", photo, "--for", "linkedin,cutout", "--out", tmp_path).returncode == 0
    for made in (tmp_path / "canary-linkedin.jpg", tmp_path / "canary-cutout.png"):
        assert b"CANARY" not in made.read_bytes()
        assert 0x8825 not in _image(made).getexif()


def test_photos_without_a_person_are_refused_with_advice(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    Image.fromarray(random.integers(0, 255, (600, 800, 3), np.uint8)).save(tmp_path / "noise.png")
    done = _run("make", tmp_path / "noise.png", "--out", tmp_path)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "face" in done.stderr


def test_same_photo_same_file_apart_from_the_signature(astronaut_file: Path, tmp_path: Path) -> None:
    for folder, marks in (("a", ()), ("b", ()), ("c", ("--no-marks",)), ("d", ("--no-marks",))):
        done = _run("make", astronaut_file, "--look", "canvas", "--out", tmp_path / folder, *marks)
        assert done.returncode == 0
    files = [(tmp_path / folder / "astronaut-linkedin.jpg").read_bytes() for folder in "abcd"]
    # Digests, for pytest would take minutes to explain how half a megabyte differs.
    signed, other, plain, again = (hashlib.sha256(file).hexdigest() for file in files)
    assert plain == again
    assert signed != other, "each file is signed with a key of its own"
    pixels = []
    for file in files:
        with Image.open(io.BytesIO(file)) as picture:
            pixels.append(hashlib.sha256(picture.tobytes()).hexdigest())
    assert len(set(pixels)) == 1


def test_the_bar_shows_on_a_terminal_and_goes_away(astronaut_file: Path, tmp_path: Path) -> None:
    master, terminal = pty.openpty()
    process = subprocess.Popen(
        [HEADSHOT, "make", str(astronaut_file), "--out", str(tmp_path)], stderr=terminal, stdout=subprocess.DEVNULL
    )
    os.close(terminal)
    seen = b""
    while process.poll() is None or not seen:
        try:
            seen += os.read(master, 4096)
        except OSError:
            break
    process.wait()
    os.close(master)
    assert "█".encode() in seen
    assert seen.endswith(b"\r\x1b[K")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_no_half_file_and_no_child(astronaut: np.ndarray, tmp_path: Path, number: int) -> None:
    """Stopped when the first of two files is there: it is named, nothing else is left."""
    stream = io.BytesIO()
    Image.fromarray(astronaut).resize((3000, 3000)).save(stream, "JPEG")
    (tmp_path / "large.jpg").write_bytes(stream.getvalue())
    out = tmp_path / "out"
    words = [HEADSHOT, "make", str(tmp_path / "large.jpg"), "--for", "badge,print", "--out", str(out)]
    # A test run in the background of a shell ignores SIGINT, and so would what it starts.
    before = signal.signal(number, signal.SIG_DFL)
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    signal.signal(number, before)
    deadline = time.monotonic() + 60
    while not (out / "large-badge.jpg").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    children = [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    process.send_signal(number)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130, said
    assert "Already written: " in said
    assert [path.name for path in out.iterdir()] == ["large-badge.jpg"]
    assert len(children) == 3, "engine, decoder and janitor"
    assert not any(Path(f"/proc/{pid}").exists() for pid in children)


def test_doctor_measures(tmp_path: Path) -> None:
    done = _run("doctor", "--json", folder=tmp_path)
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert report["able"]
    states = {check["name"]: check["state"] for check in report["checks"]}
    assert states["face-detector"] == states["face-mesh"] == states["portrait-matte"] == states["no network"] == "yes"
    assert states["vault"] in {"yes", "partly"}
    assert states["generative engine"] == "partly", "the libraries are there, a pack is not"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    root = Path(__file__).resolve().parents[2]
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


def test_a_wheel_in_a_clean_environment_works(wheel: Path, astronaut_file: Path, tmp_path: Path) -> None:
    """A new environment holds only the wheel; its dependencies are lent to it by path, our editable install is not."""
    environment = tmp_path / "clean"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    python = environment / "bin" / "python"
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    subprocess.run(install, check=True)
    (site,) = environment.glob("lib/*/site-packages")
    lender = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "lent.pth").write_text(f"{lender}\n")
    where = subprocess.run(
        [python, "-c", "import headshot_desktop; print(headshot_desktop.__file__)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(environment)
    made = [str(environment / "bin" / "headshot"), "make", str(astronaut_file), "--out", str(tmp_path / "out")]
    assert subprocess.run(made, cwd=tmp_path, check=False).returncode == 0
    assert (tmp_path / "out" / "astronaut-linkedin.jpg").exists()
