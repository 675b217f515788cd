"""P13: nothing that a photo carries besides its pixels reaches a finished file.

Every carrier gets a canary of its own; the control finds each of them in the photo. Then the photo goes the whole way,
through the decoder and the engine process, into every format, with marks and without.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Mapping

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from skimage import data

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.marks import marks_of
from headshot_desktop.core.request import BackdropKind, ExportSpec, Format, Framing, HeadshotRequest
from headshot_desktop.engine.marks import signed
from headshot_desktop.engine.process import ProcessEngine
from headshot_desktop.engine.protocol import Rendering
from tests.engine.test_marks import MARKS

CARRIERS = ("EXIF", "GPS", "XMP", "IPTC", "COMMENT", "ICC", "THUMBNAIL", "TEXT", "C2PA", "TRAILER")
CANARY = {name: f"CANARY{name}7731".encode() for name in CARRIERS}
DEGREES = 48.123456
"""GPS canary: its fraction of seconds, as the numbers that EXIF writes."""


def portrait() -> Image.Image:
    return Image.fromarray(data.astronaut()[:420, 60:420])


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def exif() -> bytes:
    """Camera, owner, place, and a small picture of its own (IFD 1)."""
    made = Image.Exif()
    made[0x010F], made[0x0131] = CANARY["EXIF"].decode(), "a camera"
    made.get_ifd(0x8769)[0xA430] = CANARY["EXIF"].decode()  # CameraOwnerName
    place = made.get_ifd(0x8825)
    place[1], place[2], place[27] = "N", (48.0, 7.0, 24.4416), b"ASCII\0\0\0" + CANARY["GPS"]
    small = saved(Image.new("RGB", (16, 16)), "JPEG", comment=CANARY["THUMBNAIL"])
    return made.tobytes() + small


def icc() -> bytes:
    """A working sRGB profile whose description is a canary."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for words in ("sRGB built-in", "No copyright, use freely"):
        before = words.encode("utf-16-be")
        at = profile.find(before)
        assert at > 0
        text = CANARY["ICC"].decode().ljust(len(words))[: len(words)].encode("utf-16-be")
        profile[at : at + len(before)] = text
    return bytes(profile)


def xmp() -> bytes:
    return b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>" + CANARY["XMP"] + b"</dc:creator></x:xmpmeta>"


def iptc() -> bytes:
    """A Photoshop block with one IPTC record: the caption."""
    caption = b"\x1c\x02\x78" + struct.pack(">H", len(CANARY["IPTC"])) + CANARY["IPTC"]
    padded = caption + bytes(len(caption) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(caption)) + padded


def credentials(content: bytes, kind: Format) -> bytes:
    """Credentials of the photo's own, with a canary in an assertion's place."""
    whole = bytearray(signed(content, kind, MARKS))
    at = whole.find(b"c2pa.color_adjustments")
    whole[at : at + 22] = (b"c." + CANARY["C2PA"]).ljust(22)
    if kind is Format.PNG:
        chunk = whole.find(b"caBX")
        (length,) = struct.unpack_from(">I", whole, chunk - 4)
        struct.pack_into(">I", whole, chunk + 4 + length, zlib.crc32(whole[chunk : chunk + 4 + length]))
    return bytes(whole)


def jpeg() -> bytes:
    plain = saved(portrait(), "JPEG", quality=95, exif=exif(), icc_profile=icc(), comment=CANARY["COMMENT"], xmp=xmp())
    block = iptc()
    marked = plain[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + plain[2:]
    small = saved(portrait().resize((64, 64)), "JPEG", comment=CANARY["TRAILER"])
    return credentials(marked, Format.JPEG) + small


def mpo() -> bytes:
    """As phones write it: a second picture, found by an index (MPF)."""
    frames = [portrait().resize((200, 240))]
    whole = saved(portrait(), "MPO", save_all=True, append_images=frames, exif=exif(), comment=CANARY["COMMENT"])
    assert b"MPF\0" in whole
    return whole + CANARY["TRAILER"]


def png() -> bytes:
    text = PngInfo()
    text.add_text("Comment", CANARY["COMMENT"].decode())
    text.add_text("Author", CANARY["TEXT"].decode(), zip=False)
    text.add_itxt("XML:com.adobe.xmp", xmp().decode())
    text.add_text("Raw profile type iptc", "\niptc\n      20\n" + CANARY["IPTC"].hex())
    plain = saved(portrait(), "PNG", pnginfo=text, exif=exif(), icc_profile=icc())
    return credentials(plain, Format.PNG) + CANARY["TRAILER"]


def webp() -> bytes:
    plain = saved(portrait(), "WEBP", quality=95, exif=exif(), icc_profile=icc(), xmp=xmp())
    return credentials(plain, Format.WEBP)


def avif() -> bytes:
    return saved(portrait(), "AVIF", quality=90, speed=8, exif=exif(), icc_profile=icc(), xmp=xmp())


PHOTOS = {"jpeg": jpeg, "mpo": mpo, "png": png, "webp": webp, "avif": avif}
EXPECTED: Mapping[str, set[str]] = {
    "jpeg": {"EXIF", "GPS", "XMP", "IPTC", "COMMENT", "ICC", "THUMBNAIL", "C2PA", "TRAILER"},
    "mpo": {"EXIF", "GPS", "COMMENT", "THUMBNAIL", "TRAILER"},
    "png": {"EXIF", "GPS", "XMP", "IPTC", "COMMENT", "ICC", "THUMBNAIL", "TEXT", "C2PA", "TRAILER"},
    "webp": {"EXIF", "GPS", "XMP", "ICC", "THUMBNAIL", "C2PA"},
    "avif": {"EXIF", "GPS", "XMP", "ICC", "THUMBNAIL"},
}
"""What each format can carry; HEIC cannot be written here."""


def unpacked(content: bytes) -> bytes:
    """The file, and what PNG has compressed in it."""
    parts, at = [content], 8
    while content.startswith(b"\x89PNG") and at + 12 <= len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        body = content[at + 8 : at + 8 + length]
        if name in {b"iCCP", b"zTXt"}:
            parts.append(zlib.decompressobj().decompress(body[body.index(0) + 2 :]))
        at += 12 + length
    return b"".join(parts)


def found(content: bytes) -> set[str]:
    """Carriers whose canary is in a file: as letters, as UTF-16, or as hexadecimal digits."""
    whole = unpacked(content)
    return {
        name
        for name, canary in CANARY.items()
        if any(
            form in whole
            for form in (canary, canary.decode().encode("utf-16-be")[:26], canary.hex().encode(), canary[::-1])
        )
    }


@pytest.fixture(scope="module")
def engine() -> Iterator[ProcessEngine]:
    with ProcessEngine() as made:
        yield made


@pytest.fixture(scope="module")
def rendered(engine: ProcessEngine) -> dict[str, tuple[HeadshotRequest, Rendering]]:
    look = Catalogue.read().look("natural")  # the photo's own background stays
    request = HeadshotRequest(look, Framing(400, 400))
    return {name: (request, engine.render(request, make())) for name, make in PHOTOS.items()}


@pytest.mark.parametrize("photo", PHOTOS)
def test_control_every_canary_is_in_the_photo(photo: str) -> None:
    assert found(PHOTOS[photo]()) == EXPECTED[photo]


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "unmarked"])
@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("photo", PHOTOS)
def test_no_canary_is_in_a_finished_file(
    engine: ProcessEngine,
    rendered: dict[str, tuple[HeadshotRequest, Rendering]],
    photo: str,
    kind: Format,
    marked: bool,
) -> None:
    request, made = rendered[photo]
    marks = marks_of(request, made.report) if marked else None
    content = bytes(engine.finish(made.picture, ExportSpec(kind, 400, 400, dpi=300), marks))
    assert found(content) == set()
    assert b"CANARY" not in unpacked(content)
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        kept = {0x011A, 0x011B, 0x0128} if kind is Format.WEBP else set()
        assert set(image.getexif()) == kept, "the resolution is all that is ever in EXIF"
        assert not image.getexif().get_ifd(0x8825)
        assert not {"comment", "photoshop", "mp", "Comment", "Author"} & set(image.info)
        assert getattr(image, "n_frames", 1) == 1


@pytest.mark.parametrize("photo", PHOTOS)
def test_no_canary_is_in_a_cutout_or_a_thumbnail(engine: ProcessEngine, photo: str) -> None:
    content = PHOTOS[photo]()
    look = Catalogue.read().looks[0]
    nothing = HeadshotRequest.from_dict(
        {
            **HeadshotRequest(look, Framing(0, 0)).to_dict(),
            "look": {**look.to_dict(), "backdrop": {"kind": BackdropKind.NONE.value, "colour": [255, 255, 255]}},
        }
    )
    made = engine.render(nothing, content)
    for file in (made.picture, engine.inspect(content).thumbnail, engine.finish(made.picture, ExportSpec(Format.PNG))):
        assert found(bytes(file)) == set()


@pytest.mark.parametrize("photo", PHOTOS)
def test_a_photos_own_credentials_are_told_to_stay_behind(engine: ProcessEngine, photo: str) -> None:
    codes = [finding.code for finding in engine.inspect(PHOTOS[photo]()).findings.findings]
    assert ("own-credentials" in codes) is ("C2PA" in EXPECTED[photo])
