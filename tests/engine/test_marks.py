from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.destinations import Destination
from headshot_desktop.core.errors import ExportRefused
from headshot_desktop.core.marks import Holding, Marks, SourceType
from headshot_desktop.core.request import ExportSpec, Format
from headshot_desktop.engine.credentials import examine
from headshot_desktop.engine.finishing import encode
from headshot_desktop.engine.marks import ROOM, signed, xmp_packet

MARKS = Marks(
    SourceType.COMPOSITE_SYNTHETIC, ("c2pa.cropped", "c2pa.color_adjustments", "c2pa.drawing", "c2pa.resized")
)
LONGEST = Marks(
    SourceType.COMPOSITE_GENERATED,
    ("c2pa.cropped", "c2pa.orientation", "c2pa.color_adjustments", "c2pa.filtered", "c2pa.drawing", "c2pa.resized"),
)
DER, SUBJECT = Encoding.DER, PublicFormat.SubjectPublicKeyInfo
PIXELS = np.random.default_rng(1).integers(0, 255, (96, 80, 3), np.uint8)
DESTINATIONS = Catalogue.read().destinations


def file(kind: Format, source: SourceType = MARKS.source, side: int = 96) -> bytes:
    buffer, packet = io.BytesIO(), xmp_packet(source)
    image = Image.fromarray(PIXELS[:side, :side])
    if kind is Format.PNG:
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        image.save(buffer, "PNG", pnginfo=info)
    else:
        image.save(buffer, kind.value, xmp=packet)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("source", SourceType)
def test_a_signed_file_says_what_was_done_and_holds(kind: Format, source: SourceType) -> None:
    found = examine(signed(file(kind, source), kind, Marks(source, MARKS.actions)))
    assert found.kind == kind.value
    assert found.holding is Holding.INTACT
    assert found.own
    assert found.label == source.value
    assert found.sources == (source.value,)
    assert found.actions == ("c2pa.created", *MARKS.actions)
    assert found.problems == ()
    assert not found.linked


@pytest.mark.parametrize("kind", Format)
def test_the_picture_stays_and_little_is_added(kind: Format) -> None:
    plain = file(kind)
    content = signed(plain, kind, MARKS)
    assert 0 < len(content) - len(plain) < ROOM
    with Image.open(io.BytesIO(content)) as after, Image.open(io.BytesIO(plain)) as before:
        assert after.tobytes() == before.tobytes()
        assert MARKS.source.uri.encode() in after.info["xmp"]


# ------------------------------------------------------------------ every export


def picture(destination: Destination) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Something that is hard to compress, of the destination's size; a cutout's has transparency."""
    spec = destination.export
    height, width = spec.height or 300, spec.width or 240
    rng = np.random.default_rng(3)
    coarse = rng.integers(0, 255, (height // 12 + 1, width // 12 + 1, 3), np.uint8)
    rough = coarse.repeat(12, axis=0).repeat(12, axis=1)[:height, :width].astype(np.int16)
    drawn = np.clip(rough + rng.integers(-9, 9, rough.shape), 0, 255).astype(np.uint8)
    alpha = np.full((height, width, 1), 200, np.uint8)
    return np.concatenate([drawn, alpha], axis=2) if destination.framing.whole_photo else drawn


@pytest.mark.parametrize("destination", DESTINATIONS, ids=lambda destination: destination.id)
def test_every_destinations_file_carries_both_marks_within_its_limit(destination: Destination) -> None:
    spec, pixels = destination.export, picture(destination)
    content = encode(pixels, spec, marks=LONGEST)
    found = examine(content)
    assert found.holding is Holding.INTACT
    assert found.label == found.sources[0] == LONGEST.source.value
    if spec.max_bytes:
        assert len(content) <= spec.max_bytes
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        assert image.size == (spec.width or pixels.shape[1], spec.height or pixels.shape[0])
        assert image.format == spec.format.value.upper()
        assert image.info["icc_profile"]
        assert LONGEST.source.uri.encode() in image.info["xmp"]
        assert image.mode == ("RGBA" if destination.framing.whole_photo else "RGB")
        if spec.dpi and spec.format is not Format.WEBP:
            assert image.info["dpi"] == pytest.approx((spec.dpi, spec.dpi), abs=0.1)


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="ExifTool is not installed")
@pytest.mark.parametrize("kind", Format)
def test_another_reader_sees_both_marks(kind: Format, tmp_path: Path) -> None:
    path = tmp_path / f"marked.{kind.value}"
    path.write_bytes(encode(PIXELS, ExportSpec(kind), marks=MARKS))
    done = subprocess.run(["exiftool", "-j", "-G1", "-a", str(path)], capture_output=True, check=True)  # noqa: S607
    (read,) = json.loads(done.stdout)
    assert read["XMP-iptcExt:DigitalSourceType"] == MARKS.source.uri
    if kind is not Format.WEBP:  # which this ExifTool does not look into
        assert read["JUMBF:JUMDLabel"] == "c2pa"
        assert MARKS.source.uri in str(read)


@pytest.mark.parametrize("kind", [Format.JPEG, Format.WEBP])
def test_the_limit_holds_where_the_marks_alone_would_break_it(kind: Format) -> None:
    pixels = picture(DESTINATIONS[0])[:400, :400]
    plain = len(encode(pixels, ExportSpec(kind)))
    for limit in (plain, plain + 200, plain + ROOM - 1, plain - 3000):
        assert len(encode(pixels, ExportSpec(kind, max_bytes=limit), marks=LONGEST)) <= limit


@pytest.mark.parametrize("kind", Format)
def test_a_limit_that_leaves_no_room_for_the_marks_is_refused_with_the_whole_limit(kind: Format) -> None:
    with pytest.raises(ExportRefused, match="does not fit into 4 kB"):
        encode(PIXELS[:64, :64], ExportSpec(kind, max_bytes=4000), marks=MARKS)


@pytest.mark.parametrize("kind", Format)
def test_without_marks_a_file_says_nothing(kind: Format) -> None:
    found = examine(encode(PIXELS, ExportSpec(kind)))
    assert not found.anything
    assert found.kind == kind.value


# ------------------------------------------------------------------ what a file must not tell


def test_two_exports_have_no_certificate_in_common() -> None:
    names: list[set[object]] = []
    for _ in range(2):
        content = signed(file(Format.JPEG), Format.JPEG, MARKS)
        # DER: a certificate of under 64 KiB is 30 82 and two bytes of length; its body another sequence.
        found = [content[at : at + 4 + int.from_bytes(content[at + 2 : at + 4])] for at in range(len(content) - 4)]
        certificates = [x509.load_der_x509_certificate(each) for each in found if _is_certificate(each)]
        assert len(certificates) == 2
        names.append({certificate.serial_number for certificate in certificates})
        names[-1] |= {certificate.public_key().public_bytes(DER, SUBJECT) for certificate in certificates}
    assert not names[0] & names[1]


def _is_certificate(content: bytes) -> bool:
    return content[:2] == b"\x30\x82" and content[4:6] == b"\x30\x82" and len(content) > 300


def test_no_thumbnail_and_no_time_finer_than_the_day() -> None:
    content = signed(file(Format.JPEG), Format.JPEG, MARKS)
    assert b"thumbnail" not in content
    assert content.count(b"\xff\xd8\xff") == 1, "one picture in the file"
    times = re.findall(rb"(\d{6})(\d{6})Z", content)
    assert times, "the certificates have a validity"
    assert {time for _, time in times} == {b"000000"}
    assert not re.search(rb"20\d\d-\d\d-\d\dT\d\d:\d\d", content)
