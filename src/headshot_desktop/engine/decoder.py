"""The decoder process: a photo file's bytes in, upright sRGB pixels out, or the code of a refusal.

This is the only place where a codec touches bytes from outside. When every codec has worked once, the process gives up
all but memory, time and its two pipes (`isolation.restrict_decoder`); the parent keeps a deadline and replaces it now
and then. It answers with codes; the sentences live in the parent (`REFUSALS`), so a taken-over decoder cannot put words
on the person's screen. Pixels are rebuilt: nothing else of the file gets past this process.
"""

from __future__ import annotations

import io
import os
import signal
import struct
import sys
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from headshot_desktop import isolation
from headshot_desktop.engine.codec_samples import SAMPLES
from headshot_desktop.engine.wire import Content, Message, Sink, Source, WireBroken, read_message, write_message
from headshot_desktop.isolation import audit

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 100_000_000
"""Bytes of a photo file."""

MAX_PIXELS = 50_000_000
"""Pixels of a photo."""

MAX_SIDE = 20_000
"""Pixels along one side of a photo."""

MIN_SIDE = 32
"""Pixels along the shorter side: less cannot hold a face."""

ADDRESS_SPACE = 2 * 1024**3
"""Bytes of address space for the decoder: 50 megapixels as CMYK, converted twice, and the libraries."""

ALARM_SECONDS = 15
"""The decoder ends itself after so long over one file, should the parent be gone that would have killed it."""

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF")
"""What is read, by content and not by name. JPEG includes the multi-picture files of phones (MPO)."""

_ANOTHER_COPY = "Open it in your photo program and save it as a JPEG, or use another photo."

REFUSALS: Mapping[str, str] = {
    "empty": "This file is empty. Choose another photo.",
    "too-many-bytes": "This file is larger than 100 MB. Save the photo as a JPEG and try again.",
    "too-many-pixels": "This photo has more than 50 megapixels. Save a smaller copy and try again.",
    "too-few-pixels": "This picture is too small to hold a face. Use the original photo instead of a thumbnail.",
    "not-a-photo": "This is not a photo that can be read (JPEG, PNG, WebP, HEIC and AVIF can). " + _ANOTHER_COPY,
    "damaged": "This file is damaged and the whole picture cannot be read. " + _ANOTHER_COPY,
    "too-slow": "This file took too long to read. " + _ANOTHER_COPY,
    "crashed": "This file made the image reader stop, so it was not used. " + _ANOTHER_COPY,
    "hostile": "Reading this file led to an action that no photo needs, so the reader was stopped and the file was not "
    "used. Do not open it elsewhere unless you know where it comes from.",
    "no-memory": "There was not enough memory to read this photo. Save a smaller copy and try again.",
}
"""Every refusal of a file: code, and the sentence that the parent shows."""


class Unreadable(Exception):
    """Why a file was refused: a key of `REFUSALS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decode(untrusted: Content) -> tuple[int, int, bytes]:
    """Decode a photo file.

    Args:
        untrusted: content of the file.

    Returns:
        Width, height, and RGB bytes (8-bit sRGB, upright, rows from the top).

    Raises:
        Unreadable: with the code of the refusal.
    """
    from PIL import Image, UnidentifiedImageError

    if not untrusted:
        raise Unreadable("empty")
    if len(untrusted) > MAX_BYTES:
        raise Unreadable("too-many-bytes")
    try:
        image = Image.open(io.BytesIO(untrusted), formats=FORMATS)
        _check_size(image)
        upright = _upright(image)
    except UnidentifiedImageError:
        raise Unreadable("not-a-photo") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unreadable("too-many-pixels") from None
    except MemoryError:
        raise Unreadable("no-memory") from None
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 — codecs raise nearly everything on hostile bytes; this is the process's edge
        raise Unreadable("damaged") from None
    return upright.width, upright.height, upright.tobytes()


def _check_size(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise Unreadable("too-many-pixels")
    if min(width, height) < MIN_SIDE:
        raise Unreadable("too-few-pixels")


def _upright(image: Image.Image) -> Image.Image:
    """The first frame as upright 8-bit sRGB RGB; transparency is laid on white."""
    from PIL import ImageOps

    image.load()
    profile = image.info.get("icc_profile")
    orientation = _orientation(image)
    flat = _to_srgb(_without_alpha(_to_eight_bit(image)), profile)
    if orientation != 1:
        flat.getexif()[0x0112] = orientation
        flat = ImageOps.exif_transpose(flat)
    return flat


_DAMAGED = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""What Pillow raises over an EXIF block that is not one; it has no common error of its own."""


def _orientation(image: Image.Image) -> int:
    """EXIF orientation 1–8; 1 when there is none or the EXIF is damaged."""
    try:
        value = image.getexif().get(0x0112, 1)
    except _DAMAGED:  # a damaged EXIF block must not cost the person the photo
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _to_eight_bit(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16-bit grey PNG
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in {"P", "1"}:
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if "transparency" in image.info and image.mode in {"L", "RGB"}:
        return image.convert("RGBA")
    return image


def _without_alpha(image: Image.Image) -> Image.Image:
    """Lay transparent pictures on white: avatars and cutouts come like this."""
    from PIL import Image

    if image.mode not in {"RGBA", "LA", "PA", "RGBa", "La"}:
        return image
    rgba = image.convert("RGBA")
    white = Image.new("RGBA", rgba.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, rgba).convert("RGB")


def _to_srgb(image: Image.Image, untrusted_profile: bytes | None) -> Image.Image:
    """Convert by the embedded ICC profile; without one, or with a broken one, pixels count as sRGB."""
    from PIL import ImageCms

    expected = {"RGB": b"RGB ", "L": b"GRAY", "CMYK": b"CMYK", "LAB": b"Lab "}
    if untrusted_profile and untrusted_profile[16:20] == expected.get(image.mode):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(untrusted_profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(
                image,
                source,
                target,
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _answer(untrusted: Content) -> Message:
    try:
        width, height, pixels = decode(untrusted)
    except Unreadable as refusal:
        return Message("refused", {"code": refusal.code})
    return Message("decoded", {"width": width, "height": height}, (pixels,))


def _load_codecs() -> None:
    """Import every codec now: a lazy import later would need files that the filter may forbid."""
    import pi_heif
    from PIL import (  # noqa: F401
        AvifImagePlugin,
        Image,
        ImageCms,
        JpegImagePlugin,
        MpoImagePlugin,
        PngImagePlugin,
        TiffImagePlugin,
        WebPImagePlugin,
    )

    pi_heif.options.DECODE_THREADS = 1
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    pi_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def set_alarm(seconds: int) -> None:
    """End this process by SIGALRM after `seconds`; 0 takes the alarm back. Systems without it rely on the parent."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def _try_codecs() -> None:
    """Take every codec through its first picture, and the colour conversion too."""
    from PIL import Image, ImageCms

    for content in SAMPLES.values():
        decode(content)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    _to_srgb(Image.new("RGB", (MIN_SIDE, MIN_SIDE)), srgb)


def close_leftovers() -> None:
    """Close what libraries may have left open; the three standard streams stay."""
    if sys.platform == "linux":
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))


def serve(source: Source, sink: Sink) -> int:
    """Answer decode requests until the stream ends; the exit code of the process."""
    warnings.simplefilter("ignore")
    _load_codecs()
    _try_codecs()
    close_leftovers()
    missing = isolation.restrict_decoder(ADDRESS_SPACE)
    try:
        write_message(sink, counted(Message("ready", {"missing": missing})))
        while (message := read_message(source, max_blob=MAX_BYTES)) is not None:
            set_alarm(ALARM_SECONDS)
            answer = _answer(message.blobs[0] if message.blobs else b"")
            set_alarm(0)
            fields = {**answer.fields, "job": message.fields.get("job")}
            write_message(sink, counted(Message(answer.kind, fields, answer.blobs)))
    except WireBroken:
        return 1
    return 0


def counted(answer: Message) -> Message:
    """An answer with what this process has tried so far; see `isolation.audit`."""
    return Message(answer.kind, {**answer.fields, "attempts": dict(audit.attempts())}, answer.blobs)


def main() -> int:
    """The decoder role."""
    return serve(cast("Source", sys.stdin.buffer), cast("Sink", sys.stdout.buffer))
