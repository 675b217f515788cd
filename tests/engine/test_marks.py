from __future__ import annotations

import io
import re

import numpy as np
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from headshot_desktop.core.marks import Marks, SourceType
from headshot_desktop.core.request import Format
from headshot_desktop.engine.marks import MIME, ROOM, credentials, signed, xmp_packet

MARKS = Marks(
    SourceType.COMPOSITE_SYNTHETIC, ("c2pa.cropped", "c2pa.color_adjustments", "c2pa.drawing", "c2pa.resized")
)
DER, SUBJECT = Encoding.DER, PublicFormat.SubjectPublicKeyInfo
PIXELS = np.random.default_rng(1).integers(0, 255, (96, 80, 3), np.uint8)


def file(kind: Format, source: SourceType = MARKS.source) -> bytes:
    buffer, packet = io.BytesIO(), xmp_packet(source)
    if kind is Format.PNG:
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        Image.fromarray(PIXELS).save(buffer, "PNG", pnginfo=info)
    else:
        Image.fromarray(PIXELS).save(buffer, kind.value, xmp=packet)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("source", SourceType)
def test_a_signed_file_says_what_was_done_and_holds(kind: Format, source: SourceType) -> None:
    content = signed(file(kind, source), kind, Marks(source, MARKS.actions))
    found = credentials(content, MIME[kind])
    assert found is not None
    assert found.intact
    assert not found.known, "a key that is thrown away is known to nobody, and that is said"
    assert found.source == source.value
    assert found.actions == ("c2pa.created", *MARKS.actions)
    assert found.problems == ()


@pytest.mark.parametrize("kind", Format)
def test_the_picture_stays_and_little_is_added(kind: Format) -> None:
    plain = file(kind)
    content = signed(plain, kind, MARKS)
    assert 0 < len(content) - len(plain) < ROOM
    with Image.open(io.BytesIO(content)) as after, Image.open(io.BytesIO(plain)) as before:
        assert after.tobytes() == before.tobytes()
        assert MARKS.source.uri.encode() in after.info["xmp"]


@pytest.mark.parametrize("kind", Format)
def test_no_flipped_bit_of_the_picture_is_accepted(kind: Format) -> None:
    plain = file(kind)
    content = signed(plain, kind, MARKS)
    store = range(content.find(b"jumb") - 32, content.find(b"jumb") + len(content) - len(plain))
    places = [place for place in range(len(content)) if place not in store]
    assert len(places) > len(plain) * 0.98
    for place in places[:: len(places) // 150]:
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        found = credentials(bytes(changed), MIME[kind])
        assert found is None or not found.intact, place


@pytest.mark.parametrize("kind", Format)
def test_what_the_credentials_say_cannot_be_changed(kind: Format) -> None:
    content = signed(file(kind), kind, MARKS)
    changed = content.replace(b"digitalsourcetype/compositeSynthetic", b"digitalsourcetype/compositeSyntheti_")
    assert changed != content
    changed_claim = content.replace(b"c2pa.color_adjustments", b"c2pa.color_adjustmentz")
    assert changed_claim != content
    for other in (changed, changed_claim):
        found = credentials(other, MIME[kind])
        assert found is None or not found.intact


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


@pytest.mark.parametrize("kind", Format)
def test_a_file_without_credentials_has_none(kind: Format) -> None:
    assert credentials(file(kind), MIME[kind]) is None


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff", b"RIFF\x00\x00\x00\x00WEBP", b"\x89PNG\r\n\x1a\n" + bytes(64)]
)
@pytest.mark.parametrize("kind", Format)
def test_rubbish_has_none(kind: Format, content: bytes) -> None:
    assert credentials(content, MIME[kind]) is None
