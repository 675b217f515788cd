"""P14: credentials that hold are told so, and no single bit of a file can be flipped unseen."""

from __future__ import annotations

import io
import re
import struct
import zlib

import pytest
from PIL import Image

from headshot_desktop.core.marks import Carried, Holding, Marks, SourceType
from headshot_desktop.core.request import Format
from headshot_desktop.engine import marks
from headshot_desktop.engine.credentials import examine, kind_of
from headshot_desktop.engine.jumbf import canonical
from headshot_desktop.engine.marks import signed, xmp_packet
from tests.engine.test_marks import MARKS, file

SIDE = 24


def flips(content: bytes, places: range, bits: range | None = None) -> list[tuple[int, int, Holding]]:
    """Places and bits whose flip is not told as a change; one bit of each byte, or `bits`."""
    unseen: list[tuple[int, int, Holding]] = []
    for place in places:
        for bit in bits or (place % 8,):
            changed = bytearray(content)
            changed[place] ^= 1 << bit
            found = examine(bytes(changed)).holding
            if found is not Holding.CHANGED:
                unseen.append((place, bit, found))
    return unseen


@pytest.mark.parametrize("kind", Format)
def test_a_flipped_bit_in_any_byte_is_told_as_a_change(kind: Format) -> None:
    content = signed(file(kind, side=SIDE), kind, MARKS)
    assert examine(content).holding is Holding.INTACT
    assert not flips(content, range(len(content)))


@pytest.mark.assurance
@pytest.mark.parametrize("kind", Format)
def test_every_bit_of_every_byte_counts(kind: Format) -> None:
    content = signed(file(kind, side=32), kind, MARKS)
    assert not flips(content, range(len(content)), range(8))


@pytest.mark.parametrize("kind", Format)
def test_what_we_write_is_canonical_every_time(kind: Format) -> None:
    """Certificates and signatures differ in length from file to file."""
    plain = file(kind, side=SIDE)
    for _ in range(60):
        assert canonical(signed(plain, kind, MARKS), kind)


@pytest.mark.parametrize("kind", Format)
def test_the_library_alone_would_pass_over_the_room_after_the_signature(kind: Format) -> None:
    content = signed(file(kind), kind, MARKS)
    room = content.find(b"cpadY") + 40
    changed = bytearray(content)
    changed[room] = 0x41
    if kind is Format.PNG:  # with the right check sum: only the room is not as it was
        at = content.find(b"caBX")
        (length,) = struct.unpack_from(">I", content, at - 4)
        struct.pack_into(">I", changed, at + 4 + length, zlib.crc32(changed[at : at + 4 + length]))
    found = examine(bytes(changed))
    assert found.problems == (), "the library has nothing against it"
    assert found.holding is Holding.CHANGED


@pytest.mark.parametrize("kind", Format)
def test_what_the_credentials_say_cannot_be_changed(kind: Format) -> None:
    content = signed(file(kind), kind, MARKS)
    for before, after in (
        (b"digitalsourcetype/compositeSynthetic", b"digitalsourcetype/compositeSyntheti_"),
        (b"c2pa.color_adjustments", b"c2pa.color_adjustmentz"),
        (b"Headshot Desktop", b"Headshot Desktoq"),
    ):
        changed = content.replace(before, after)
        assert changed != content
        assert examine(changed).holding is Holding.CHANGED


@pytest.mark.parametrize("kind", Format)
def test_bytes_put_in_or_taken_out_are_a_change(kind: Format) -> None:
    content = signed(file(kind, side=SIDE), kind, MARKS)
    for place in range(20, len(content), len(content) // 40):
        for changed in (content[:place] + content[place + 1 :], content[:place] + b"\0" + content[place:]):
            assert examine(changed).holding is Holding.CHANGED, place
    assert examine(content + b"\0").holding is Holding.CHANGED
    assert examine(content[: len(content) * 3 // 4]).holding is Holding.CHANGED


@pytest.mark.parametrize("kind", Format)
def test_a_file_without_credentials_has_none(kind: Format) -> None:
    found = examine(file(kind))
    assert found == Carried(kind.value, MARKS.source.value)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xd8\xff", b"RIFF\x00\x00\x00\x00WEBP", b"\x89PNG\r\n\x1a\n" + bytes(64), b"GIF89a", b"II*\0"],
)
def test_rubbish_has_none(content: bytes) -> None:
    assert not examine(content).anything


@pytest.mark.parametrize(
    ("name", "options", "kind"),
    [("AVIF", {}, "avif"), ("TIFF", {}, "tiff"), ("GIF", {}, "gif"), ("JPEG", {}, "jpeg"), ("BMP", {}, "")],
)
def test_kinds_are_known_by_their_content(name: str, options: dict[str, object], kind: str) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16)).save(buffer, name, **options)
    assert kind_of(buffer.getvalue()) == kind
    assert not examine(buffer.getvalue()).anything


# ------------------------------------------------------------------ files of others


def foreign(monkeypatch: pytest.MonkeyPatch, kind: Format, *, source: SourceType = SourceType.GENERATED) -> bytes:
    """A file as another program would sign it, with its own name."""
    with monkeypatch.context() as changed:
        changed.setattr(marks, "PROGRAM", "Another Program")
        return signed(file(kind, source), kind, Marks(source))


@pytest.mark.parametrize("kind", Format)
def test_anothers_credentials_are_told_with_their_claims(kind: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    content = foreign(monkeypatch, kind)
    found = examine(content)
    assert (found.holding, found.own, found.generator) == (Holding.INTACT, False, "Another Program")
    assert found.sources == ("trainedAlgorithmicMedia",)
    changed = bytearray(content)
    changed[-9 if kind is not Format.WEBP else 60] ^= 4
    assert examine(bytes(changed)).holding in {Holding.CHANGED, Holding.DOUBTFUL}


def test_anothers_framing_is_not_held_against_it(monkeypatch: pytest.MonkeyPatch) -> None:
    content = foreign(monkeypatch, Format.JPEG)
    room = content.find(b"cpadY") + 40
    changed = content[:room] + b"A" + content[room + 1 :]
    assert examine(changed).holding is Holding.INTACT
    assert not canonical(changed, Format.JPEG)


@pytest.mark.parametrize(
    "said",
    [
        b'<rdf:Description Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/composite"/>',
        b"<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/composite</Iptc4xmpExt:D>",
        b"<Iptc4xmpExt:DigitalSourceType>\n  http://cv.iptc.org/newscodes/digitalsourcetype/composite/\n</x>",
        b"<x:DigitalSourceType rdf:datatype='uri'>https://cv.iptc.org/newscodes/digitalsourcetype/composite</x>",
    ],
)
def test_the_label_is_read_however_it_is_written(said: bytes) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (32, 32)).save(buffer, "JPEG", xmp=b"<x:xmpmeta>" + said + b"</x:xmpmeta>")
    assert examine(buffer.getvalue()).label == "composite"


@pytest.mark.parametrize("said", ["\u202egpj.exe", "<script>", "a b", "x" * 90, "%00", ""])
def test_a_strange_word_in_the_label_is_not_repeated(said: str) -> None:
    packet = xmp_packet(SourceType.HUMAN_EDITS).replace(b"humanEdits", said.encode())
    buffer = io.BytesIO()
    Image.new("RGB", (32, 32)).save(buffer, "JPEG", xmp=packet)
    assert re.fullmatch(r"other|", examine(buffer.getvalue()).label)


def test_a_link_to_credentials_elsewhere_is_told_and_not_followed() -> None:
    packet = xmp_packet(SourceType.HUMAN_EDITS).replace(
        b'rdf:about=""', b'rdf:about="" xmlns:dcterms="x" dcterms:provenance="https://192.0.2.1/manifest.c2pa"'
    )
    buffer = io.BytesIO()
    Image.new("RGB", (32, 32)).save(buffer, "JPEG", xmp=packet)
    found = examine(buffer.getvalue())
    assert found.linked
    assert found.holding is Holding.NONE
