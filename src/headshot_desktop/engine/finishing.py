"""The last step: a rendered picture becomes the bytes of a file.

Exact pixels, dithered to 8 bit, sRGB profile embedded, inside the byte limit, and nothing of the photo's metadata: the
file is built from raw pixels only. The same picture, specification and seed give the same bytes; with marks, all but
the signature, which has a key of its own for each file.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from headshot_desktop.core.errors import ExportRefused
from headshot_desktop.core.marks import Marks
from headshot_desktop.core.request import ExportSpec, Format
from headshot_desktop.core.sentences import Sentence
from headshot_desktop.engine.marks import ROOM, signed, xmp_packet
from headshot_desktop.engine.srgb import to_encoded, to_linear

BEST_QUALITY = 95
"""JPEG and WebP quality without a byte limit; above it files grow and nobody sees a difference."""

LOWEST_QUALITY = 50
"""Below it blocks and colour smears show at 100 %; such a file is refused rather than written."""

FULL_CHROMA_QUALITY = 90
"""Down to here JPEG keeps colour at full resolution, so that red lips and ties keep sharp edges."""

HALF_CHROMA_QUALITY = 93
"""Best quality with colour at half resolution: a little smaller than full colour at `FULL_CHROMA_QUALITY`."""


def encode(picture: NDArray[Any], spec: ExportSpec, seed: int = 0, marks: Marks | None = None) -> bytes:
    """Write `picture` as a file.

    Args:
        picture: sRGB-encoded (H, W, 3) or, with straight alpha, (H, W, 4); `uint8`, or floating point in [0, 1]. It is
            already sharpened.
        spec: the file to write. Width and height 0 keep the picture's size.
        seed: drives the dither.
        marks: what the file says of how it came about; None for a file that says nothing. The byte limit holds with
            them.

    Returns:
        The whole file.

    Raises:
        ExportRefused: the format cannot hold transparency, or the byte limit cannot be met at an acceptable quality.
        ValueError: `picture` has another number of channels, or other proportions than the file: it is never stretched.
    """
    if picture.ndim != 3 or picture.shape[2] not in (3, 4):
        raise ValueError(f"A picture has three or four channels, not shape {picture.shape}.")
    if picture.shape[2] == 4 and spec.format is Format.JPEG:
        raise ExportRefused("JPEG cannot hold transparency; choose PNG or WebP.")
    width, height = spec.width or picture.shape[1], spec.height or picture.shape[0]
    if abs(picture.shape[1] * height / (picture.shape[0] * width) - 1) > 0.02:
        raise ValueError(
            f"{picture.shape[1]} × {picture.shape[0]} pixels do not become {width} × {height} unstretched."
        )
    sized = resized(picture, width, height)
    pixels = sized if sized.dtype == np.uint8 else dithered(sized, seed)
    image = _rebuilt(pixels)
    write = _png if spec.format is Format.PNG else _lossy
    if marks is None:
        return write(image, spec, b"")
    return signed(write(image, spec, xmp_packet(marks.source)), spec.format, marks)


def resized(picture: NDArray[Any], width: int, height: int) -> NDArray[Any]:
    """`picture` at exactly `width` × `height`; unchanged if it has that size already.

    Lanczos, in linear light: averaging encoded values would darken bright wisps of hair and catchlights. Colour is
    weighted by alpha, so that nothing of what lies under a transparent pixel bleeds out.

    Args:
        picture: (H, W, 3 or 4), `uint8` or floating point in [0, 1], sRGB-encoded with straight alpha.
        width: pixels.
        height: pixels.

    Returns:
        `picture` itself, or `float32` (height, width, same channels) in [0, 1].
    """
    if picture.shape[:2] == (height, width):
        return picture
    scale = np.float32(255 if picture.dtype == np.uint8 else 1)
    encoded: NDArray[np.float32] = picture.astype(np.float32) / scale
    linear = to_linear(encoded[..., :3])
    if encoded.shape[2] == 3:
        return to_encoded(_lanczos(linear, width, height))
    alpha = encoded[..., 3:]
    premultiplied = _lanczos(np.concatenate([linear * alpha, alpha], axis=2), width, height)
    coverage = np.clip(premultiplied[..., 3:], 0, 1)
    colour = premultiplied[..., :3] / np.maximum(coverage, 1e-4)
    return np.concatenate([to_encoded(colour), coverage], axis=2)


def dithered(picture: NDArray[Any], seed: int) -> NDArray[np.uint8]:
    """Floating point in [0, 1] to 8 bit without banding.

    The dither is triangular, one code value to either side, and high-pass (neighbouring draws subtracted), so that its
    energy sits where the eye sees least: Lipshitz, Wannamaker, Vanderkooy, "Quantization and Dither", J. AES 40 (1992).
    It is the same in all channels: brightness, not colour, carries it. Alpha is rounded without it.
    """
    height, width = picture.shape[:2]
    draws = np.random.default_rng(seed).random((height, width + 1), dtype=np.float32)
    dither = draws[:, 1:] - draws[:, :-1]
    scaled = picture.astype(np.float32) * 255
    scaled[..., :3] += dither[..., None]
    # Pure black and pure white stay pure: a white page must not get a veil of grey pixels.
    ends = (picture[..., :3] <= 0) | (picture[..., :3] >= 1)
    scaled[..., :3][ends] = picture[..., :3][ends] * 255
    quantised: NDArray[np.uint8] = np.clip(np.rint(scaled), 0, 255).astype(np.uint8)
    return quantised


@cache
def srgb_profile() -> bytes:
    """The sRGB ICC profile, the same bytes on every run: its creation date is set to 2000-01-01."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # ICC.1:2022, 7.2: bytes 24–35 are the creation date as six big-endian numbers, 84–99 an optional MD5 identifier.
    profile[24:36] = b"".join(number.to_bytes(2, "big") for number in (2000, 1, 1, 0, 0, 0))
    profile[84:100] = bytes(16)
    return bytes(profile)


def _rebuilt(pixels: NDArray[np.uint8]) -> Image.Image:
    # Only an image made from raw bytes is free of the source's metadata: Pillow carries a JPEG comment through
    # open, convert, resize and save.
    mode = "RGBA" if pixels.shape[2] == 4 else "RGB"
    return Image.frombytes(mode, (pixels.shape[1], pixels.shape[0]), np.ascontiguousarray(pixels).tobytes())


def _room(spec: ExportSpec, packet: bytes) -> int:
    """Bytes that a file may have before it is signed."""
    return spec.max_bytes - (ROOM if packet else 0)


def _png(image: Image.Image, spec: ExportSpec, packet: bytes) -> bytes:
    # zlib's level 4 writes a 12-megapixel cutout in 1.0 s, level 6 takes 3.9 s for a file 7 % smaller.
    options: dict[str, Any] = {"icc_profile": srgb_profile(), "compress_level": 4}
    if spec.dpi:
        options["dpi"] = (spec.dpi, spec.dpi)
    if packet:
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", packet.decode())
    content = _saved(image, "PNG", options)
    if spec.max_bytes and len(content) > _room(spec, packet):
        content = _saved(image, "PNG", options | {"compress_level": 9, "optimize": True})
    if spec.max_bytes and len(content) > _room(spec, packet):
        raise _too_large(image, spec, Sentence("PNG keeps every pixel; choose JPEG or WebP, or allow more bytes."))
    return content


def _lossy(image: Image.Image, spec: ExportSpec, packet: bytes) -> bytes:
    rungs, most = _ladder(spec.format), _room(spec, packet)
    best = _at(image, spec, rungs[0], packet)
    if not spec.max_bytes or len(best) <= most:
        return best
    fitting: bytes | None = None
    first, last = 1, len(rungs) - 1
    while first <= last:
        middle = (first + last) // 2
        content = _at(image, spec, rungs[middle], packet)
        if len(content) <= most:
            fitting, last = content, middle - 1
        else:
            first = middle + 1
    if fitting is None:
        raise _too_large(image, spec, Sentence("Even strong compression does not reach it; allow more bytes."))
    return fitting


def _ladder(kind: Format) -> list[tuple[int, bool]]:
    """Quality and whether colour keeps full resolution, from the largest file to the smallest."""
    if kind is Format.WEBP:
        return [(quality, False) for quality in range(BEST_QUALITY, LOWEST_QUALITY - 1, -1)]
    full = [(quality, True) for quality in range(BEST_QUALITY, FULL_CHROMA_QUALITY - 1, -1)]
    # Dropping colour resolution saves a quarter at once; quality goes up again a little so that no size is skipped.
    return full + [(quality, False) for quality in range(HALF_CHROMA_QUALITY, LOWEST_QUALITY - 1, -1)]


def _at(image: Image.Image, spec: ExportSpec, rung: tuple[int, bool], packet: bytes) -> bytes:
    quality, full_chroma = rung
    options: dict[str, Any] = {"quality": quality, "icc_profile": srgb_profile()} | ({"xmp": packet} if packet else {})
    if spec.format is Format.WEBP:
        if spec.dpi:
            options["exif"] = _resolution(spec.dpi)
        return _saved(image, "WEBP", options | {"method": 4, "exact": False})
    if spec.dpi:
        options["dpi"] = (spec.dpi, spec.dpi)
    return _saved(image, "JPEG", options | {"subsampling": 0 if full_chroma else 2, "optimize": True})


def _resolution(dpi: int) -> Image.Exif:
    # WebP has no field for resolution; these three EXIF entries are all that is written.
    exif = Image.Exif()
    exif[0x011A] = exif[0x011B] = float(dpi)
    exif[0x0128] = 2
    return exif


def _saved(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _too_large(image: Image.Image, spec: ExportSpec, advice: str) -> ExportRefused:
    small = spec.max_bytes < 1000
    limit = (
        Sentence("{count} bytes", count=spec.max_bytes)
        if small
        else Sentence("{count} kB", count=round(spec.max_bytes / 1000))
    )
    return ExportRefused(
        "A picture of {width} × {height} pixels does not fit into {limit}. {advice}",
        width=image.width,
        height=image.height,
        limit=limit,
        advice=advice,
    )


def _lanczos(picture: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
    planes = [
        np.asarray(Image.fromarray(np.ascontiguousarray(plane)).resize((width, height), Image.Resampling.LANCZOS))
        for plane in np.moveaxis(picture, 2, 0)
    ]
    return np.stack(planes, axis=2)
