from __future__ import annotations

import csv
import io
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from headshot_desktop.core.errors import PhotoRefused
from headshot_desktop.engine.child import Child
from headshot_desktop.engine.codec_samples import SAMPLES
from headshot_desktop.engine.decoder import FORMATS, MAX_PIXELS, REFUSALS, Unreadable, _load_codecs, decode
from headshot_desktop.engine.wire import Message, write_message
from tests.engine.mutation import bases, damaged


@pytest.fixture(scope="module", autouse=True)
def _codecs() -> None:
    _load_codecs()


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    decoder = Child("decoder").ready()
    yield decoder
    decoder.close()


def _picture(width: int = 96, height: int = 64) -> Image.Image:
    """Left half red, right half blue, a green corner at the top left: every turn and mirror shows."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2] = (200, 30, 30)
    pixels[:, width // 2 :] = (30, 30, 200)
    pixels[: height // 4, : width // 4] = (30, 200, 30)
    return Image.fromarray(pixels)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def _decoded(content: bytes) -> np.ndarray:
    width, height, pixels = decode(content)
    return np.frombuffer(pixels, np.uint8).reshape(height, width, 3)


@pytest.mark.parametrize(
    ("kind", "options"),
    [("JPEG", {"quality": 95}), ("PNG", {}), ("WEBP", {"lossless": True}), ("AVIF", {"quality": 95})],
)
def test_reads_each_format_by_content(kind: str, options: dict[str, object]) -> None:
    assert np.abs(_decoded(_saved(_picture(), kind, **options)).astype(int) - np.asarray(_picture())).mean() < 4


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_exif_orientation_comes_out_upright(orientation: int) -> None:
    turn = Image.Transpose
    transposed = {
        2: turn.FLIP_LEFT_RIGHT,
        3: turn.ROTATE_180,
        4: turn.FLIP_TOP_BOTTOM,
        5: turn.TRANSPOSE,
        6: turn.ROTATE_90,
        7: turn.TRANSVERSE,
        8: turn.ROTATE_270,
    }.get(orientation)
    stored = _picture() if transposed is None else _picture().transpose(transposed)
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert np.array_equal(_decoded(_saved(stored, "PNG", exif=exif)), np.asarray(_picture()))


def test_the_embedded_profile_decides_the_colours() -> None:
    """sRGB's profile with the red and the green primary exchanged: what is stored as red was green to the camera."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = profile.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
    red = Image.new("RGB", (64, 64), (220, 20, 20))
    shown = _decoded(_saved(red, "PNG", icc_profile=exchanged)).reshape(-1, 3).mean(0)
    assert shown[1] > 180
    assert shown[0] < 60


def test_a_profile_of_another_colour_space_is_ignored() -> None:
    foreign = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert np.array_equal(_decoded(_saved(_picture(), "PNG", icc_profile=foreign)), np.asarray(_picture()))


def test_transparency_is_laid_on_white() -> None:
    clear = _picture().convert("RGBA")
    clear.putalpha(0)
    assert (_decoded(_saved(clear, "PNG")) == 255).all()


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "CMYK", "I;16", "RGBA"])
def test_every_mode_becomes_rgb(mode: str) -> None:
    if mode == "I;16":
        image = Image.fromarray(np.asarray(_picture().convert("L")).astype(np.uint16) * 257)
        kind = "PNG"
    else:
        image, kind = _picture().convert(mode), "JPEG" if mode == "CMYK" else "PNG"
    shape = _decoded(_saved(image, kind))
    wanted = np.asarray(_picture().convert("L" if mode in {"L", "LA", "1", "I;16"} else "RGB").convert("RGB"))
    limit = 130 if mode in {"1", "P"} else 8
    assert np.abs(shape.astype(int) - wanted).mean() < limit


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"GIF89a" + b"\0" * 100, "not-a-photo"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "not-a-photo"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, "not-a-photo"),
        (b"just words", "not-a-photo"),
    ],
)
def test_what_is_no_photo_gets_its_code(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        decode(content)
    assert refusal.value.code == code


def test_a_truncated_photo_is_damaged() -> None:
    whole = _saved(_picture(640, 480), "JPEG", quality=95)
    with pytest.raises(Unreadable) as refusal:
        decode(whole[: len(whole) // 2])
    assert refusal.value.code == "damaged"


def test_size_limits() -> None:
    with pytest.raises(Unreadable) as small:
        decode(_saved(_picture(96, 24), "PNG"))
    assert small.value.code == "too-few-pixels"
    bomb = _saved(Image.new("1", (10_000, MAX_PIXELS // 10_000 + 1)), "PNG")
    with pytest.raises(Unreadable) as large:
        decode(bomb)
    assert large.value.code == "too-many-pixels"


def test_every_code_has_a_sentence_that_ends() -> None:
    assert all(sentence.endswith(".") for sentence in REFUSALS.values())
    assert "GIF" not in FORMATS


def test_the_process_is_filtered(child: Child) -> None:
    assert child.missing == (), "this Linux gives every protection"
    status = Path(f"/proc/{child.pid}/status").read_text()
    assert "Seccomp:\t2" in status
    assert "NoNewPrivs:\t1" in status


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_a_picture(name: str) -> None:
    pixels = _decoded(SAMPLES[name])
    assert pixels.shape == (32, 32, 3)
    assert pixels.std() > 5, "two rectangles"


def test_nothing_is_imported_when_photos_come() -> None:
    """Where files cannot be opened a late import would look like a damaged photo: every module is there before."""
    program = (
        "import sys\nfrom headshot_desktop.engine import decoder\nfrom headshot_desktop.engine.wire import *\n"
        "decoder._load_codecs(); decoder._try_codecs()\nbefore = set(sys.modules)\n"
        "while message := read_message(sys.stdin.buffer): decoder._answer(message.blobs[0])\n"
        "print(sorted(set(sys.modules) - before))"
    )
    files = io.BytesIO()
    for kind, whole in bases().items():
        for file in (*whole, *damaged(kind, 150)):
            write_message(files, Message("decode", {}, (file,)))
    words = [sys.executable, "-W", "ignore", "-c", program]
    done = subprocess.run(words, capture_output=True, check=True, input=files.getvalue())
    assert done.stdout.split() == [b"[]"]


@pytest.mark.assurance
def test_the_largest_photos_fit_into_its_memory(child: Child) -> None:
    """50 megapixels, with what costs most on the way: four channels and a profile, transparency, 16 bits."""
    side = int(MAX_PIXELS**0.5)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    large = Image.linear_gradient("L").resize((side, side))
    for content in (
        _saved(large.convert("RGB"), "JPEG", icc_profile=profile),
        _saved(large.convert("CMYK"), "JPEG"),
        _saved(large.convert("RGBA"), "PNG", compress_level=1),
        _saved(large.convert("RGB"), "WEBP", quality=10, method=0),
        _saved(large.convert("L"), "AVIF", quality=10, speed=10),
        _saved(large.convert("I").convert("I;16"), "PNG", compress_level=1),
    ):
        child.send(Message("decode", {}, (content,)))
        answer = child.receive(60.0)
        assert answer.kind == "decoded", answer.fields
        assert len(answer.blobs[0]) == side * side * 3


def _answers(child: Child, paths: list[Path]) -> dict[str, list[str]]:
    outcomes: dict[str, list[str]] = {}
    for path in paths:
        started = time.monotonic()
        child.send(Message("decode", {}, (path.read_bytes(),)))
        answer = child.receive(10.0)
        assert time.monotonic() - started < 10
        code = str(answer.fields.get("code", "decoded"))
        assert code == "decoded" or code in REFUSALS
        outcomes.setdefault(code, []).append(path.name)
    return outcomes


def test_odd_but_valid_files(shared_data: Path, child: Child) -> None:
    folder = shared_data / "importer"
    with (folder / "SOURCES.tsv").open(encoding="utf-8") as table:
        rows = {row["file"]: row for row in csv.DictReader(table, delimiter="\t")}
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "SOURCES.tsv"]
    outcomes = _answers(child, paths)
    wanted = {
        Path(name).name
        for name, row in rows.items()
        if row["format"] in {"JPEG", "MPO", "PNG", "WEBP", "HEIF", "AVIF"} and row["pillow13_outcome"] == "ok"
    }
    lost = wanted & {*outcomes.get("damaged", []), *outcomes.get("not-a-photo", [])}
    assert len(outcomes["decoded"]) > 100
    assert not lost, f"valid photos were refused: {sorted(lost)[:10]}"


def test_refusals_reach_the_person_as_sentences() -> None:
    from headshot_desktop.engine.process import ProcessEngine

    with ProcessEngine() as engine, pytest.raises(PhotoRefused, match="not a photo"):
        engine._decode(b"just words")
